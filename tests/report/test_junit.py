"""JUnit: every rule is a test; what the run fails on fails it, and no more."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from aftale_builder.assessment import Assessment
from aftale_builder.findings import Severity
from aftale_builder.regulation import regulativ
from aftale_builder.report.junit import render
from aftale_builder.rules.registry import judging_rules
from tests.report.made import FINDING, assessment, finding, many, sample

ALLOWED = {
    "testsuites": ({"name", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors", "skipped", "time"}, {"properties", "testcase"}),
    "properties": (set(), {"property"}),
    "property": ({"name", "value"}, set()),
    "testcase": ({"classname", "name", "time"}, {"failure", "error", "system-out"}),
    "failure": ({"message", "type"}, set()),
    "error": ({"message", "type"}, set()),
    "system-out": (set(), set()),
}
"""What the format that CI systems read has of elements, their attributes and children."""


def suites(*assessments: Assessment, advice: bool = True, threshold: Severity = Severity.FEJL) -> ET.Element:
    root = ET.fromstring(render(assessments, advice=advice, threshold=threshold).encode())
    for element in root.iter():
        attributes, children = ALLOWED[element.tag]
        assert set(element.attrib) == attributes
        assert {child.tag for child in element} <= children
    for suite in root:
        cases = suite.findall("testcase")
        assert int(suite.attrib["tests"]) == len(cases)
        assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure"))
        assert len({(case.attrib["classname"], case.attrib["name"]) for case in cases}) == len(cases)
    return root


@pytest.mark.parametrize("made", [assessment(), assessment(FINDING), many(200), sample(), sample("solbakken")])
def test_every_report_has_the_shape_that_ci_reads(made: Assessment) -> None:
    suites(made)


def test_a_clean_agreement_has_a_passing_test_for_every_rule_that_judged() -> None:
    (suite,) = suites(sample("solbakken"), advice=False)
    generation = regulativ("lbf-2019-26")
    names = {case.attrib["name"][:6] for case in suite.findall("testcase")}
    assert names >= {rule.code for rule in judging_rules(generation)}
    assert suite.attrib["failures"] == "0"


def test_a_rule_fails_once_with_all_its_findings() -> None:
    root = suites(assessment(finding(line=1, message="Det første."), finding(line=2, message="Det andet.")))
    (failure,) = root.iter("failure")
    assert failure.attrib == {"message": "Det første. (og 1 til)", "type": "fejl"}
    assert failure.text is not None
    assert "a.yaml:1:7" in failure.text
    assert "Det andet." in failure.text
    assert "Kilde: lbf.dk (skabelon eller LBF). «min. 25 %»" in failure.text


def test_what_the_run_does_not_fail_on_does_not_fail_its_rule() -> None:
    warning = assessment(finding(severity=Severity.ADVARSEL))
    assert [element.text is not None for element in suites(warning).iter("system-out")] == [True]
    assert not list(suites(warning).iter("failure"))
    assert len(list(suites(warning, threshold=Severity.ADVARSEL).iter("failure"))) == 1


def test_what_is_exempted_does_not_fail() -> None:
    root = suites(assessment(replace(FINDING, exempted="aftalt")))
    assert not list(root.iter("failure"))
    (out,) = root.iter("system-out")
    assert "Undtaget: aftalt" in (out.text or "")


def test_what_could_not_be_judged_is_an_error() -> None:
    root = suites(replace(assessment(FINDING), judged=False))
    assert root.attrib["errors"] == "1"


def test_a_character_that_xml_does_not_have_is_replaced() -> None:
    root = suites(assessment(finding(message="a\x0bb\ufffe<&>")))
    (failure,) = root.iter("failure")
    assert failure.attrib["message"] == "a�b�<&>"


def test_raad_are_left_out_unless_asked_for() -> None:
    raad = assessment(finding("RAD501", Severity.RAAD))
    assert not list(suites(raad, advice=False).iter("system-out"))
    assert list(suites(raad).iter("system-out"))
