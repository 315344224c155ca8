"""The JUnit report: an agreement is a suite, a rule is a test, so that a CI system shows which rules hold.

The format has no warnings: what the run does not fail on stands in the output of a test that passes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from xml.etree import ElementTree as ET

from aftale_builder.assessment import Assessment, Verdict
from aftale_builder.findings import RANK, Finding, Severity
from aftale_builder.regulation import regulativ
from aftale_builder.report.words import VERDICTS, exemption, listed, source, where
from aftale_builder.rules.registry import Over, Rule, all_rules, judging_rules, rule_of

_FAMILIES: Mapping[str, str] = {"KLD": "filerne", "UND": "undtagelser"}
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WORD_FILE = (Over.WORD, Over.STORY, Over.TEXTS, Over.PROSE)


def render(assessments: Sequence[Assessment], *, advice: bool, threshold: Severity = Severity.FEJL) -> str:
    """Return the report as JUnit XML. A finding at or above the threshold fails its rule. Råd are listed only with `advice`."""
    suites = [_suite(assessment, threshold, advice=advice) for assessment in assessments]
    root = ET.Element("testsuites", name="aftale check")
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in suites)))
    root.extend(suites)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _suite(assessment: Assessment, threshold: Severity, *, advice: bool) -> ET.Element:
    cases = list(_cases(assessment, threshold, advice=advice))
    suite = ET.Element("testsuite", name=_clean(assessment.path), tests=str(len(cases)))
    for name, tag in (("failures", "failure"), ("errors", "error")):
        suite.set(name, str(sum(case.find(tag) is not None for case in cases)))
    suite.set("skipped", "0")
    suite.set("time", "0")
    properties = ET.SubElement(suite, "properties")
    for name, value in (("dom", VERDICTS[assessment.verdict]), ("regulativ", assessment.regulation)):
        ET.SubElement(properties, "property", name=name, value=value)
    suite.extend(cases)
    return suite


def _cases(assessment: Assessment, threshold: Severity, *, advice: bool) -> Iterator[ET.Element]:
    by_code = sorted(listed(assessment, advice=advice), key=lambda finding: finding.code)
    found = {code: tuple(group) for code, group in groupby(by_code, key=lambda finding: finding.code)}
    for rule in _judging(assessment, found):
        yield _case(assessment, rule, found.get(rule.code, ()), threshold)
    if assessment.verdict is Verdict.IKKE_BEDOEMT:
        case = ET.Element("testcase", classname=_clean(assessment.path), name="kan bedømmes", time="0")
        ET.SubElement(case, "error", message="Aftalen kunne ikke bedømmes.", type="ikke-bedømt")
        yield case


def _judging(assessment: Assessment, found: Mapping[str, object]) -> tuple[Rule, ...]:
    """Return the rules that judged, and those that found something, by code."""
    if not assessment.judged:
        rules: tuple[Rule, ...] = ()
    elif assessment.aftale is not None:
        rules = judging_rules(regulativ(assessment.regulation))
    else:
        rules = tuple(rule for rule in all_rules() if rule.over in _WORD_FILE)
    named = {rule.code: rule for rule in (*rules, *map(rule_of, found))}
    return tuple(named[code] for code in sorted(named))


def _case(assessment: Assessment, rule: Rule, findings: Sequence[Finding], threshold: Severity) -> ET.Element:
    family = _FAMILIES.get(rule.code[:3], rule.code[:3])
    case = ET.Element("testcase", classname=f"{_clean(assessment.path)}.{family}", name=f"{rule.code} {rule.name}", time="0")
    failing = [finding for finding in findings if finding.exempted is None and RANK[finding.severity] <= RANK[threshold]]
    others = [finding for finding in findings if finding not in failing]
    if failing:
        more = f" (og {len(failing) - 1} til)" if len(failing) > 1 else ""
        failure = ET.SubElement(case, "failure", message=_clean(failing[0].message + more), type=failing[0].severity.value)
        failure.text = _clean("\n\n".join(map(_told, failing)))
    if others:
        ET.SubElement(case, "system-out").text = _clean("\n\n".join(map(_told, others)))
    return case


def _told(finding: Finding) -> str:
    lines = [
        f"{where(finding.place)}: {finding.severity.value} {finding.code}",
        finding.message,
        *(f"Se også {where(place)}: {message}" for message, place in finding.related),
        f"Sådan: {finding.help}",
        *(f"Kilde: {source(citation)}" for citation in finding.sources),
        *([f"Undtaget: {told}"] if (told := exemption(finding)) else []),
    ]
    return "\n".join(lines)


def _clean(text: str) -> str:
    """Return the text without the characters that XML does not have."""
    return _NOT_XML.sub("�", text)
