"""The SARIF 2.1.0 report, for code scanning and editors."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from aftale_builder import RULESET, __version__
from aftale_builder.assessment import Assessment
from aftale_builder.findings import Finding, Place, Severity
from aftale_builder.report.page import page
from aftale_builder.report.text import Style
from aftale_builder.report.words import VERDICTS, exemption, listed, source
from aftale_builder.rules.catalogue import page_path
from aftale_builder.rules.registry import Rule, rule_of

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "aftaleBuilder/v1"
"""The name that our fingerprints have in the report; it changes when the way they are made does."""
_LEVELS: Mapping[Severity, str] = {Severity.FEJL: "error", Severity.ADVARSEL: "warning", Severity.RAAD: "note"}


def render(assessments: Sequence[Assessment], *, advice: bool) -> str:
    """Return the report as SARIF: one run for each agreement. Råd are listed only with `advice`."""
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(assessment, advice=advice) for assessment in assessments]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _run(assessment: Assessment, *, advice: bool) -> dict[str, Any]:
    findings = listed(assessment, advice=advice)
    codes = sorted({finding.code for finding in findings})
    driver = {
        "name": "aftale-builder",
        "version": __version__,
        "semanticVersion": __version__,
        "language": "da-DK",
        "rules": [_rule(rule_of(code)) for code in codes],
    }
    return {
        "tool": {"driver": driver},
        "language": "da-DK",
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": f"aftale-check/{assessment.path}/"},
        "results": [_result(finding, codes.index(finding.code)) for finding in findings],
        "properties": {"verdict": VERDICTS[assessment.verdict], "regulation": assessment.regulation, "ruleset": RULESET},
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title},
        "helpUri": help_uri(rule),
        "help": {"text": page(rule, Style(rich=False)), "markdown": f"# {rule.code} {rule.name}\n\n{rule.page.strip()}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severities[0]]},
        "properties": {"page": page_path(rule), "tags": [severity.value for severity in rule.severities]},
    }


def help_uri(rule: Rule) -> str:
    """Return a URI for the rule's page: its file in this version of the package, as a package URL names one."""
    return f"pkg:generic/aftale-builder@{quote(__version__)}#{page_path(rule)}"


def _result(finding: Finding, rule: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}\nSådan: {finding.help}"},
        "locations": [_location(finding.place)],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "properties": {"severity": finding.severity.value, "sources": [source(citation) for citation in finding.sources]},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": message}, **_location(place)}
            for number, (message, place) in enumerate(finding.related, start=1)
        ]
    if told := exemption(finding):
        result["suppressions"] = [{"kind": "inSource", "status": "accepted", "justification": told}]
    return result


def _location(place: Place) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri(place.file)}}
    if place.line is not None:
        ends = {"startColumn": place.column, "endLine": place.end_line, "endColumn": place.end_column}
        physical["region"] = {"startLine": place.line, **{name: value for name, value in ends.items() if value is not None}}
    logical = {"fullyQualifiedName": place.path} if place.path else {}
    if place.section:
        logical = {"name": place.section, "fullyQualifiedName": f"{place.section}/{place.paragraph or ''}".rstrip("/")}
    return {"physicalLocation": physical, **({"logicalLocations": [logical]} if logical else {})}


def uri(file: str) -> str:
    """Return a file's name as a URI: relative as it was given, with `file:` where it is absolute."""
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
