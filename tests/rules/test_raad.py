"""The råd: each says what it rests on and how far that reaches, and each code of the register is judged or says why not."""

import re
from pathlib import Path

import pytest

from aftale_builder.regulation import kilder
from aftale_builder.rules import Rule, all_rules, rule_of
from aftale_builder.rules.unjudged import Unjudged, unjudged
from tests.rules.cases import Case, cases, found_in, laid_over

RAAD = [rule for rule in all_rules() if rule.code.startswith("RAD")]
EVIDENCE = re.compile(r" Belæg: \S.+ l\. \d.*\((registerdata|spørgeskema|interview|casestudie|.*?metode|.*?teori)\b.*\)[^()]*\.$")
FINDING = [case for case in cases() if case.code.startswith("RAD") and case.verdict == "raad"]


def test_every_code_is_judged_or_says_why_not() -> None:
    judged = {rule.code for rule in RAAD}
    told = {item.code for item in unjudged()}
    assert not judged & told
    assert judged | told == {f"RAD{number}" for number in range(501, 541)}


@pytest.mark.parametrize("item", unjudged(), ids=lambda item: item.code)
def test_what_is_not_judged_has_name_source_and_reason(item: Unjudged) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", item.name)
    assert item.source in kilder()
    assert item.advice.endswith(".")
    assert item.reason.endswith(".")
    assert item.lines


@pytest.mark.parametrize("case", FINDING, ids=lambda case: f"{case.path.parent.name}/{case.path.stem}")
def test_the_message_carries_its_evidence(case: Case, tmp_path: Path) -> None:
    found = found_in(tmp_path, laid_over(case.text), [rule_of(case.code)])
    told = [finding.help for finding in found if finding.code == case.code]
    assert told
    for help in told:
        assert EVIDENCE.search(help), help


@pytest.mark.parametrize("rule", RAAD, ids=lambda rule: rule.code)
def test_the_page_says_lines_kind_and_caveat(rule: Rule) -> None:
    source = rule.page.split("## Kilde\n")[1].split("## Forbehold\n")[0]
    caveat = " ".join(rule.page.split("## Forbehold\n")[1].split())
    assert re.search(r"\(evaluering, [\w ]+\),\s+l\.\s+\d|\(evaluering\),\s+l\.\s+\d", source), source
    assert all(f"`{name.id}`" in caveat for name in rule.sources), caveat
