"""Generations: `regulativ:` decides by which lists, annexes and demands an agreement is judged."""

import re
from pathlib import Path

import pytest

from aftale_builder.model import load
from aftale_builder.regulation import regulativ, regulativer
from aftale_builder.rules import Rule, all_rules, judge, rule_of
from aftale_builder.rules.catalogue import generations
from aftale_builder.rules.registry import Over
from tests.rules.cases import cases, found_in, laid_over

OLD_AREAS = ("tryghed-og-trivsel", "kriminalpræventiv-indsats", "uddannelse-og-beskæftigelse", "forebyggelse-og-forældreansvar")
NEW_AREAS = ("uddannelse-og-livschancer", "beskæftigelse", "kriminalitetsforebyggelse", "sammenhængskraft-og-medborgerskab")
YEARS = {"lbf-2015-18": 2016, "lbf-2019-26": 2022}
_CHOSEN = re.compile(r"^regulativ: \S+", re.MULTILINE)
_MISSING = "# uden: {key}\nregulativ: {generation}\nnavn: Solbakken\n"


def codes(folder: Path, text: str) -> set[str]:
    return {finding.code for finding in found_in(folder, laid_over(text))}


@pytest.mark.parametrize("area", [*OLD_AREAS, *NEW_AREAS])
@pytest.mark.parametrize("generation", ["lbf-2015-18", "lbf-2019-26"])
def test_an_area_is_known_to_its_own_generation_alone(generation: str, area: str, tmp_path: Path) -> None:
    own = OLD_AREAS if generation == "lbf-2015-18" else NEW_AREAS
    text = f"regulativ: {generation}\nindsatsområder:\n  - {{område: {area}, delaftale: {{parter: [kommune]}}}}\n"
    assert ("LBF030" in codes(tmp_path, text)) == (area not in own)


@pytest.mark.parametrize(
    ("key", "code", "asked_by"),
    [
        ("vision", "LBF082", {"lbf-2019-26"}),
        ("kommissorium", "LBF015", {"lbf-2019-26"}),
        ("baseline", "LBF050", {"lbf-2019-26"}),
        ("beredskabsplan", "LBF070", {"lbf-2015-18", "lbf-2019-26"}),
        ("milepæle", "LBF072", {"lbf-2015-18", "lbf-2019-26"}),
        ("budget", "LBF060", {"lbf-2015-18", "lbf-2019-26"}),
        ("organisation", "LBF010", {"lbf-2015-18", "lbf-2019-26"}),
    ],
)
def test_what_is_missing_is_asked_for_by_those_who_demand_it(key: str, code: str, asked_by: set[str], tmp_path: Path) -> None:
    asking = {one for one in regulativer() if code in codes(tmp_path, _MISSING.format(key=key, generation=one))}
    assert asking == asked_by


@pytest.mark.parametrize("rule", [rule for rule in all_rules() if rule.krav], ids=lambda rule: rule.code)
def test_a_rule_that_rests_on_a_demand_judges_those_who_have_it(rule: Rule) -> None:
    known = [data for one in regulativer() if (data := regulativ(one)) is not None]
    judged = [data.id for data in known if rule.concerns(data)]
    asking = [data for data in known if getattr(data.krav, rule.krav)]
    assert judged == [data.id for data in asking if rule.needs is None or rule.needs(data)]
    assert judged, "en regel, som ingen generation beder om, dømmer aldrig"


@pytest.mark.parametrize(
    "rule", [rule for rule in all_rules() if rule.over not in (Over.NOTHING, Over.WORD)], ids=lambda rule: rule.code
)
def test_the_generations_of_a_rule_are_those_in_which_it_can_speak(rule: Rule, tmp_path: Path) -> None:
    texts = [laid_over(case.text) for case in cases() if case.code == rule.code and case.verdict != "valid"]
    assert set(generations(rule)) == {one for one in regulativer() if any(speaks(rule, one, text, tmp_path) for text in texts)}


def speaks(rule: Rule, generation: str, text: str, folder: Path) -> bool:
    """Tell whether the rule finds anything in the text, were it of this generation."""
    (folder / "aftale.yaml").write_text(_CHOSEN.sub(f"regulativ: {generation}", text), encoding="utf-8")
    aftale = load(folder).aftale
    return aftale is not None and bool(judge(aftale, regulativ(generation), [rule]))


def test_a_rule_on_unknown_generations_is_of_none() -> None:
    assert generations(rule_of("LBF001")) == ()


@pytest.mark.parametrize("code", ["DOK403", "DOK404", "DOK406", "DOK411"])
def test_a_rule_over_the_form_needs_a_form_that_is_known_word_for_word(code: str) -> None:
    known = tuple(one for one in regulativer() if (data := regulativ(one)) is not None and data.fast_tekst)
    assert generations(rule_of(code)) == known == ("lbf-2019-26",)


def test_a_rule_over_any_word_file_judges_all() -> None:
    assert generations(rule_of("DOK407")) == regulativer()


@pytest.mark.parametrize(("generation", "year"), YEARS.items())
def test_an_agreement_is_held_against_the_years_of_its_own(generation: str, year: int, tmp_path: Path) -> None:
    inside = f"regulativ: {generation}\nperiode: {{fra: {year}-01-01, til: {year + 3}-12-31}}\n"
    outside = f"regulativ: {generation}\nperiode: {{fra: 2031-01-01, til: 2034-12-31}}\n"
    assert "LBF007" not in codes(tmp_path, inside)
    assert "LBF007" in codes(tmp_path, outside)
