"""The JSON report; its shape is fixed by `schemas/report.schema.json`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from aftale_builder import RULESET, __version__
from aftale_builder.assessment import Assessment
from aftale_builder.findings import Finding, Place, Severity

FORMAT_VERSION = 1


def render(assessments: Sequence[Assessment], *, advice: bool) -> str:
    """Return the report as JSON. Råd are listed only with `advice`; they are always counted."""
    document = {
        "version": FORMAT_VERSION,
        "tool": {"name": "aftale-builder", "version": __version__},
        "ruleset": RULESET,
        "agreements": [_agreement(assessment, advice=advice) for assessment in assessments],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _agreement(assessment: Assessment, *, advice: bool) -> dict[str, Any]:
    return {
        "path": assessment.path,
        "regulation": assessment.regulation,
        "verdict": assessment.verdict.value,
        "counts": {
            **{severity.value: assessment.count(severity) for severity in Severity},
            "undtaget": assessment.exempted,
        },
        "findings": [_finding(finding) for finding in assessment.findings if advice or finding.severity is not Severity.RAAD],
        "judgement": [{"id": skoen.id, "demand": skoen.krav, "source": skoen.kilde} for skoen in assessment.judgement],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    place = finding.place
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "help": finding.help,
        "path": place.path,
        **_place(place),
        "section": place.section,
        "paragraph": place.paragraph,
        "related": [
            {"message": message, "file": other.file, "line": other.line, "column": other.column}
            for message, other in finding.related
        ],
        "sources": [
            {"id": source.id, "title": source.title, "quote": source.quote, "certainty": source.certainty}
            for source in finding.sources
        ],
        "fingerprint": finding.fingerprint,
        "exempted": finding.exempted,
        "exempted_until": finding.exempted_until.isoformat() if finding.exempted_until is not None else None,
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
