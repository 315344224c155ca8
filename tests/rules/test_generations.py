"""Generations: `regulativ:` decides by which lists, annexes and demands an agreement is judged."""

from pathlib import Path

import pytest

from aftale_builder.regulation import regulativ, regulativer
from aftale_builder.rules import Rule, all_rules
from tests.rules.cases import found_in, laid_over

OLD_AREAS = ("tryghed-og-trivsel", "kriminalpræventiv-indsats", "uddannelse-og-beskæftigelse", "forebyggelse-og-forældreansvar")
NEW_AREAS = ("uddannelse-og-livschancer", "beskæftigelse", "kriminalitetsforebyggelse", "sammenhængskraft-og-medborgerskab")
YEARS = {"lbf-2015-18": 2016, "lbf-2019-26": 2022}
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
    judged = {one for one in regulativer() if (data := regulativ(one)) is not None and rule.concerns(data)}
    demanding = {one for one in regulativer() if (data := regulativ(one)) is not None and getattr(data.krav, rule.krav)}
    assert judged == demanding - ({one for one in regulativer() if rule.generations and one not in rule.generations})
    assert judged, "en regel, som ingen generation beder om, dømmer aldrig"


@pytest.mark.parametrize(("generation", "year"), YEARS.items())
def test_an_agreement_is_held_against_the_years_of_its_own(generation: str, year: int, tmp_path: Path) -> None:
    inside = f"regulativ: {generation}\nperiode: {{fra: {year}-01-01, til: {year + 3}-12-31}}\n"
    outside = f"regulativ: {generation}\nperiode: {{fra: 2031-01-01, til: 2034-12-31}}\n"
    assert "LBF007" not in codes(tmp_path, inside)
    assert "LBF007" in codes(tmp_path, outside)
