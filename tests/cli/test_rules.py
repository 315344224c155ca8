"""`aftale rules` and `aftale explain`: every rule is listed and explained, and a slip is met with the nearest."""

from __future__ import annotations

import json
import re
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from aftale_builder.cli import explain, rules
from aftale_builder.regulation import kilder, regulativer
from aftale_builder.resources import resource
from aftale_builder.rules.registry import all_rules
from aftale_builder.rules.unjudged import Unjudged, unjudged

REGISTER = {
    *(f"LBF{number:03}" for number in (*range(1, 9), *range(10, 18), 19, 20, *range(30, 42), *range(50, 53), *range(60, 66))),
    *(f"LBF{number:03}" for number in (*range(70, 76), *range(80, 96))),
    *(f"KON{number}" for number in range(101, 115)),
    *(f"LOG{number}" for number in range(201, 215)),
    *(f"PRV{number}" for number in range(301, 305)),
    *(f"DOK{number}" for number in range(401, 413)),
}


def run(command: click.Command, *args: str) -> Result:
    return CliRunner().invoke(command, args, standalone_mode=False)


def listed() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(run(rules.command, "--format", "json").stdout)
    return document


def test_the_list_follows_its_schema() -> None:
    schema = json.loads((resource("schemas") / "rules.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(listed())


def test_the_list_has_every_code_of_the_register() -> None:
    codes = [rule["code"] for rule in listed()["rules"]]
    assert codes == sorted(set(codes))
    assert set(codes) >= REGISTER
    assert any(code.startswith("RAD5") for code in codes)


def test_every_source_is_in_the_register_and_every_page_stands() -> None:
    for rule in listed()["rules"]:
        assert {source["id"] for source in rule["sources"]} <= set(kilder())
        assert (resource("schemas").parent / rule["page"]).is_file(), rule["page"]
        assert set(rule["generations"]) <= set(regulativer())


def test_a_rule_of_one_generation_says_so() -> None:
    generations = {rule["code"]: rule["generations"] for rule in listed()["rules"]}
    assert generations["LBF016"] == ["lbf-2019-26"]
    assert generations["LBF061"] == list(regulativer())


def test_the_list_for_people_has_a_line_for_each_rule() -> None:
    lines = run(rules.command).stdout.splitlines()
    assert [line[:6] for line in lines] == [rule.code for rule in all_rules()]
    assert any(re.match(r"LBF061 +fejl +medfinansiering-under-25: ", line) for line in lines)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_rule_is_explained(rule: Any) -> None:
    shown = run(explain.command, rule.code)
    assert shown.return_value == 0
    assert shown.stdout.startswith(f"{rule.code} {rule.name} (")
    assert rule.title in " ".join(shown.stdout.split())
    for part in ("Hvorfor", "Forkert", "Rigtigt", "Kilde", "Forbehold", "Kilder i registeret"):
        assert f"\n{part}\n" in shown.stdout
    assert "```" not in shown.stdout
    assert "\x1b" not in shown.stdout


@pytest.mark.parametrize("item", unjudged(), ids=lambda item: item.code)
@pytest.mark.parametrize("by", ["code", "name"])
def test_advice_that_no_rule_judges_is_explained_with_its_reason(by: str, item: Unjudged) -> None:
    shown = " ".join(run(explain.command, getattr(item, by)).stdout.split())
    assert shown.startswith(
        f"{item.code} {item.name} (dømmes ikke) Råd {item.advice} Hvorfor ingen regel dømmer det {item.reason} "
    )
    assert f"Kilder i registeret {item.source}: " in shown
    assert shown.endswith(f"Linje {item.lines}.")


def test_what_no_rule_judges_is_not_among_the_rules() -> None:
    assert not {item.code for item in unjudged()} & {rule["code"] for rule in listed()["rules"]}


def test_an_example_keeps_its_lines_and_prose_is_one_paragraph() -> None:
    shown = run(explain.command, "LBF061").stdout
    assert "    budget:\n      kilder: [{id: lbf, type: lbf}" in shown
    prose = shown.split("\nHvorfor\n")[1].split("\n\n")[0]
    assert all(line.startswith("  ") and len(line) <= 100 for line in prose.splitlines())


@pytest.mark.parametrize(
    "words", ["LBF061", "lbf061", " LBF061 ", "medfinansiering-under-25", "Medfinansiering under 25", "medfinansiering_under_25"]
)
def test_a_rule_is_found_however_it_is_written(words: str) -> None:
    assert run(explain.command, words).stdout.startswith("LBF061 ")


def test_danish_letters_are_read_in_a_name() -> None:
    assert run(explain.command, "indsatsområde-ukendt").stdout.startswith("LBF030 ")


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("LBF0611", "LBF061 medfinansiering-under-25"),
        ("LBF601", "LBF061 medfinansiering-under-25"),
        ("LBF016x", "LBF016 kommissorium-uden-sekretariatsbetjening"),
        ("FLB061", "LBF061 medfinansiering-under-25"),
        ("RAD053", "RAD503 politi-i-bestyrelsen"),
        ("medfinansering-under-25", "LBF061 medfinansiering-under-25"),
        ("medfinansiering", "LBF061 medfinansiering-under-25"),
        ("ekstern-forfater", "RAD533 ekstern-forfatter"),
    ],
)
def test_a_slip_is_met_with_the_nearest(words: str, meant: str) -> None:
    with pytest.raises(click.UsageError) as refused:
        CliRunner().invoke(explain.command, [words], standalone_mode=False, catch_exceptions=False)
    assert f"«{words}»" in refused.value.message
    assert meant in refused.value.message


def test_what_is_like_nothing_is_told_where_to_look() -> None:
    assert "aftale rules" in str(run(explain.command, "xyzzy").exception)


def test_several_rules_are_explained_in_one_run() -> None:
    shown = run(explain.command, "LBF061", "LBF062").stdout
    assert shown.startswith("LBF061 ")
    assert "\nLBF062 budget-balancerer-ikke" in shown


@pytest.mark.parametrize(
    ("code", "file"), [("LBF061", "budget.yaml"), ("LBF037", "delaftaler/….yaml"), ("LBF072", "milepaele.yaml"), ("LBF085", "")]
)
def test_where_an_example_belongs_that_has_a_file_of_its_own_is_told(code: str, file: str) -> None:
    told = " ".join(run(explain.command, code).output.split())
    assert ("med !fil, så hører linjerne under" in told) is bool(file)
    assert f"i den fil ({file})" in told or not file
