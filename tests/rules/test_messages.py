"""What a finding says: what was found, what is asked, how to mend it, and the other places to look."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from aftale_builder.findings import Finding
from aftale_builder.rules import all_rules, rule_of
from aftale_builder.rules.words import kroner, listing, percent
from tests.rules.cases import HERE, cases, found_in, laid_over


def _found(folder: Path, case: str) -> tuple[Finding, ...]:
    text = (HERE / f"{case}.yaml").read_text(encoding="utf-8")
    code = case[:6].upper()
    return tuple(finding for finding in found_in(folder, laid_over(text), list(all_rules())) if finding.code == code)


@pytest.mark.parametrize(
    ("case", "word"),
    [
        ("lbf010_bestyrelse_mangler/kun-i-prosa-fejl", "Bestyrelse"),
        ("lbf015_kommissorium_mangler/kun-i-prosa-fejl", "Kommissorium"),
        ("lbf060_budget_mangler/kun-i-prosa-fejl", "budget"),
        ("lbf070_beredskabsplan_mangler/kun-i-prosa-fejl", "beredskabsplan"),
        ("lbf072_milepaelsplan_mangler/kun-i-prosa-fejl", "milepæl"),
        ("lbf032_delaftale_mangler/kun-i-prosa-fejl", "delaftale"),
    ],
)
def test_what_only_prose_tells_is_not_said_to_be_missing(case: str, word: str, tmp_path: Path) -> None:
    (finding,) = _found(tmp_path, case)
    assert "står kun i prosa, kan ikke bedømmes" in finding.message
    assert finding.help.startswith("Skriv ")
    ((_, place),) = finding.related
    lines = (tmp_path / "aftale.yaml").read_text(encoding="utf-8").splitlines()
    assert place.line is not None
    assert place.column is not None
    assert lines[place.line - 1][place.column - 1 :].startswith(word)


@pytest.mark.parametrize(
    ("case", "absent"),
    [
        ("lbf010_bestyrelse_mangler/ingen-organisation-fejl", "Der er ingen bestyrelse for indsatsen."),
        ("lbf015_kommissorium_mangler/prosa-om-foelgegruppens-fejl", "Der er intet kommissorium for bestyrelsen."),
        ("lbf060_budget_mangler/intet-fejl", "Der er intet budget."),
        ("lbf070_beredskabsplan_mangler/slet-ikke-naevnt-fejl", "Der er ingen beredskabsplan."),
        ("lbf072_milepaelsplan_mangler/ingen-fejl", "Der er ingen milepælsplan: aftalen har ingen milepæle."),
        ("lbf032_delaftale_mangler/ingen-fejl", "Indsatsområdet «Beskæftigelse» har ingen delaftale."),
    ],
)
def test_what_nothing_tells_of_is_said_to_be_missing(case: str, absent: str, tmp_path: Path) -> None:
    (finding,) = _found(tmp_path, case)
    assert (finding.message, finding.related) == (absent, ())


@pytest.mark.parametrize(
    ("case", "help"),
    [
        ("kon106_henvisning_ukendt/part-fejl", "Mente du «kommune»?"),
        ("kon106_henvisning_ukendt/indikator-fejl", "Mente du «dagtilbud»?"),
        ("kon106_henvisning_ukendt/budgetaar-skrevet-fejl", "Mente du «år2»?"),
        ("lbf001_regulativ_ukendt/stavet-forkert-fejl", "Mente du «lbf-2019-26»?"),
        ("lbf030_indsatsomraade_ukendt/stavet-forkert-fejl", "Mente du «beskæftigelse»?"),
    ],
)
def test_the_nearest_known_name_is_offered(case: str, help: str, tmp_path: Path) -> None:
    assert [finding.help for finding in _found(tmp_path, case)] == [help]


def test_an_area_of_another_generation_is_told(tmp_path: Path) -> None:
    (finding,) = _found(tmp_path, "lbf030_indsatsomraade_ukendt/anden-generation-fejl")
    assert finding.message.endswith("i 2019-26-midlerne; det hører til 2015-18-midlerne.")


@pytest.mark.parametrize(
    ("case", "line"), [("kon107_id_dobbelt/to-parter-fejl", 3), ("lbf010_bestyrelse_mangler/to-bestyrelser-fejl", 3)]
)
def test_both_places_are_shown(case: str, line: int, tmp_path: Path) -> None:
    (finding,) = _found(tmp_path, case)
    assert [place.line for _, place in finding.related] == [line]


def test_the_share_is_never_rounded_up(tmp_path: Path) -> None:
    (finding,) = _found(tmp_path, "lbf061_medfinansiering_under_25/en-krone-under-fejl")
    assert finding.message == (
        "Den lokale medfinansiering er 24,99 pct. af budgettet (399.999 kr. af 1.600.000 kr.); den skal være mindst 25 pct."
    )
    assert "400.000 kr.: 1 kr. mere end nu" in finding.help


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.path.parent.name}/{case.path.stem}")
def test_messages_are_whole_sentences(case, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    for finding in found_in(tmp_path, laid_over(case.text), [rule_of(case.code)]):
        assert finding.message[0].isupper() or finding.message.startswith("«")
        assert finding.message.endswith(".")
        assert not finding.message.endswith("..")
        assert finding.help.endswith((".", "?", "»."))


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        ("0", "0 kr."),
        ("999", "999 kr."),
        ("1234567", "1.234.567 kr."),
        ("1234567.5", "1.234.567,50 kr."),
        ("1234.00", "1.234 kr."),
    ],
)
def test_money(amount: str, shown: str) -> None:
    assert kroner(Decimal(amount)) == shown


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (Fraction(1, 4), "25 pct."),
        (Fraction(1, 8), "12,5 pct."),
        (Fraction(1, 3), "33,33 pct."),
        (Fraction(2499999, 10000000), "24,99 pct."),
        (Fraction(2005, 10000), "20,05 pct."),
        (Fraction(0), "0 pct."),
    ],
)
def test_shares(share: Fraction, shown: str) -> None:
    assert percent(share) == shown


@pytest.mark.parametrize(("items", "shown"), [(["a"], "a"), (["a", "b"], "a og b"), (["a", "b", "c"], "a, b og c")])
def test_lists(items: list[str], shown: str) -> None:
    assert listing(items) == shown
