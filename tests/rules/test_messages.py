"""What a finding says: what was found, what is asked, how to mend it, and the other places to look."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from aftale_builder.findings import Finding
from aftale_builder.rules import all_rules
from aftale_builder.rules.words import kroner, listing, percent
from tests.rules.cases import HERE, Case, cases, found, found_in, laid_over


def _found(folder: Path, case: str) -> tuple[Finding, ...]:
    text = (HERE / f"{case}.yaml").read_text(encoding="utf-8")
    code = case[:6].upper()
    return tuple(finding for finding in found_in(folder, laid_over(text), list(all_rules())) if finding.code == code)


@pytest.mark.parametrize(
    ("case", "word"),
    [
        ("lbf003_administrerende_boligorganisation/kun-i-prosa-advarsel", "administrerende"),
        ("lbf010_bestyrelse_mangler/kun-i-prosa-advarsel", "Bestyrelse"),
        ("lbf014_leder_mangler/kun-i-prosa-advarsel", "Chefen"),
        ("lbf071_beredskabsplan_uden_handling/kun-tekst-raad", '"Sker der noget'),
        ("lbf020_foelgegruppe_mangler/kun-i-prosa-advarsel", "Følgegruppe"),
        ("lbf037_delmaal_mangler/kun-i-prosa-fejl", "delmål"),
        ("lbf038_aktivitet_mangler/kun-i-prosa-fejl", "Aktivitet"),
    ],
)
def test_what_only_prose_tells_is_not_said_to_be_missing(case: str, word: str, tmp_path: Path) -> None:
    (finding,) = _found(tmp_path, case)
    assert "står kun i prosa; programmet kan ikke se, " in finding.message
    assert finding.help.startswith("Skriv ")
    ((_, place),) = finding.related
    lines = (tmp_path / "aftale.yaml").read_text(encoding="utf-8").splitlines()
    assert place.line is not None
    assert place.column is not None
    assert lines[place.line - 1][place.column - 1 :].startswith(word)


@pytest.mark.parametrize(
    ("case", "absent"),
    [
        (
            "lbf003_administrerende_boligorganisation/ingen-af-to-advarsel",
            "Ingen af boligorganisationerne er skrevet som den, der administrerer indsatsen.",
        ),
        ("lbf010_bestyrelse_mangler/ingen-organisation-fejl", "Der er ingen bestyrelse for indsatsen."),
        ("lbf014_leder_mangler/ingen-advarsel", "Der er ikke skrevet, hvem der leder indsatsen til daglig."),
        ("lbf019_organisationsdiagram_mangler/intet-fejl", "Der er intet organisationsdiagram."),
        ("lbf020_foelgegruppe_mangler/kun-bestyrelse-advarsel", "Der er ingen styre- eller følgegruppe under bestyrelsen."),
        ("lbf037_delmaal_mangler/ingen-fejl", "Delaftalen for «Beskæftigelse» har ingen delmål."),
        ("lbf038_aktivitet_mangler/ingen-fejl", "Delaftalen for «Beskæftigelse» har ingen aktiviteter."),
        ("lbf015_kommissorium_mangler/prosa-om-foelgegruppens-fejl", "Der er intet kommissorium for bestyrelsen."),
        ("lbf060_budget_mangler/intet-fejl", "Der er intet budget."),
        ("lbf070_beredskabsplan_mangler/slet-ikke-naevnt-fejl", "Der er ingen beredskabsplan."),
        ("lbf071_beredskabsplan_uden_handling/ingen-situationer-raad", "Beredskabsplanen nævner ingen situationer."),
        ("lbf072_milepaelsplan_mangler/ingen-fejl", "Der er ingen milepælsplan: aftalen har ingen milepæle."),
        ("lbf032_delaftale_mangler/ingen-fejl", "Indsatsområdet «Beskæftigelse» har ingen delaftale."),
        # A document that a text only names is as missing as one that it does not name.
        ("lbf015_kommissorium_mangler/kun-i-prosa-fejl", "Der er intet kommissorium for bestyrelsen."),
        ("lbf019_organisationsdiagram_mangler/kun-i-prosa-fejl", "Der er intet organisationsdiagram."),
        ("lbf032_delaftale_mangler/kun-i-prosa-fejl", "Indsatsområdet «Beskæftigelse» har ingen delaftale."),
        ("lbf060_budget_mangler/kun-i-prosa-fejl", "Der er intet budget."),
        ("lbf070_beredskabsplan_mangler/kun-i-prosa-fejl", "Der er ingen beredskabsplan."),
        ("lbf072_milepaelsplan_mangler/kun-i-prosa-fejl", "Der er ingen milepælsplan: aftalen har ingen milepæle."),
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
    ("case", "line"),
    [
        ("kon107_id_dobbelt/to-parter-fejl", 4),
        ("lbf003_administrerende_boligorganisation/begge-advarsel", 3),
        ("lbf010_bestyrelse_mangler/to-bestyrelser-fejl", 4),
        ("lbf034_delaftale_dobbelt/to-for-samme-fejl", 3),
        ("lbf051_indikator_aendret/to-gange-fejl", 2),
        ("lbf052_baseline_umulig/broekdel-og-procent-fejl", 5),
    ],
)
def test_both_places_are_shown(case: str, line: int, tmp_path: Path) -> None:
    (finding,) = _found(tmp_path, case)
    assert [place.line for _, place in finding.related] == [line]


@pytest.mark.parametrize(
    ("case", "message"),
    [
        (
            "lbf003_administrerende_boligorganisation/uden-afdeling-advarsel",
            "Aaby Boligselskab administrerer indsatsen, men har ingen afdeling i boligområderne.",
        ),
        ("lbf004_afdeling_uden_part/et-af-to-fejl", "Boligområdet «Åparken» siger ikke, hvilke afdelinger det har."),
        (
            "lbf006_periode_ikke_fire_aar/32-dage-laengere-advarsel",
            "Perioden er længere end 4 år: den begynder 1. januar 2022 og slutter 1. februar 2026.",
        ),
        (
            "lbf006_periode_ikke_fire_aar/32-dage-kortere-advarsel",
            "Perioden er kortere end 4 år: den begynder 2. februar 2022 og slutter 31. december 2025.",
        ),
        (
            "lbf007_periode_uden_for_rammen/aaret-foer-raad",
            "Aftalen begynder 1. januar 2018, men 2019-26-midlerne gælder 2019-2026.",
        ),
        ("lbf008_underskriver_mangler/ingen-advarsel", "Ingen part siger, hvem der skriver under: {parter}."),
        ("lbf008_underskriver_mangler/kun-den-ene-advarsel", "Aaby Kommune siger ikke, hvem der skriver under."),
        (
            "lbf013_bestyrelse_ikke_oeverste_ledelse/taktisk-niveau-advarsel",
            "Konsulent fra Aaby Kommune sidder i bestyrelsen, men niveauet er taktisk.",
        ),
        (
            "lbf013_bestyrelse_ikke_oeverste_ledelse/uden-kompetence-advarsel",
            "Medlemmet fra Aaby Kommune sidder i bestyrelsen, men beslutningskompetence er skrevet som nej.",
        ),
        (
            "lbf017_kommissorium_uden_opgaver/uden-opfoelgning-advarsel",
            "Kommissoriet nævner ikke opfølgning blandt bestyrelsens opgaver.",
        ),
        (
            "lbf033_delaftale_uden_indsatsomraade/bilag-for-et-ikke-valgt-fejl",
            "Bilaget er en delaftale for «Kriminalitetsforebyggelse», men det indsatsområde er ikke valgt.",
        ),
        (
            "lbf039_ansvar_mangler/hverken-eller-fejl",
            "Ingen aktivitet i delaftalen for «Beskæftigelse» siger, hvem der har ansvaret og hvad de andre parter gør.",
        ),
        (
            "lbf039_ansvar_mangler/en-af-to-uden-ansvarlig-advarsel",
            "Aktiviteten «Jobcafé» siger ikke, hvem der har ansvaret.",
        ),
        (
            "lbf040_delaftale_uden_parter/kun-en-boligorganisation-fejl",
            "Delaftalen for «Beskæftigelse» har hverken kommunen eller en anden uden for boligorganisationerne med.",
        ),
        (
            "lbf041_delmaal_uden_overordnet_maal/en-af-to-advarsel",
            "Delmålet «Flere unge får job nummer 2» peger ikke hen imod et af de faste mål.",
        ),
        (
            "lbf050_baseline_mangler/huller-samles-i-et-advarsel",
            "Der mangler tal i baseline: dagtilbud for området og kommunen; trygge for området.",
        ),
        ("lbf051_indikator_aendret/en-mangler-fejl", "Baseline har ikke alle 9 faste indikatorer med: trygge mangler."),
        (
            "lbf052_baseline_umulig/over-100-pct-fejl",
            "Tallet 100,1 kan ikke passe for «dagtilbud»: pct. går fra 0 til 100.",
        ),
    ],
)
def test_what_was_found_is_told_in_plain_words(case: str, message: str, tmp_path: Path) -> None:
    (finding,) = _found(tmp_path, case)
    assert finding.message == message.format(parter="Solbakken Boligforening og Aaby Kommune")


@pytest.mark.parametrize(
    ("case", "places"),
    [
        ("lbf050_baseline_mangler/huller-samles-i-et-advarsel", [2, 8]),
        ("lbf050_baseline_mangler/uden-kommune-advarsel", [2]),
        ("lbf050_baseline_mangler/slet-ingen-advarsel", []),
    ],
)
def test_each_gap_in_the_baseline_is_shown(case: str, places: list[int], tmp_path: Path) -> None:
    (finding,) = _found(tmp_path, case)
    assert [place.line for _, place in finding.related] == places


def test_the_last_day_of_four_years_is_offered(tmp_path: Path) -> None:
    (finding,) = _found(tmp_path, "lbf006_periode_ikke_fire_aar/32-dage-kortere-advarsel")
    assert "skriv til: 1. februar 2026." in finding.help


def test_the_goals_of_the_indsatsomraade_are_offered(tmp_path: Path) -> None:
    (finding,) = _found(tmp_path, "lbf041_delmaal_uden_overordnet_maal/en-af-to-advarsel")
    assert finding.help.endswith("til dette indsatsområde hører tilknyttet-arbejdsmarkedet.")


def test_the_share_is_never_rounded_up(tmp_path: Path) -> None:
    (finding,) = _found(tmp_path, "lbf061_medfinansiering_under_25/en-krone-under-fejl")
    assert finding.message == (
        "Den lokale medfinansiering er 24,99 pct. af budgettet (399.999 kr. af 1.600.000 kr.); den skal være mindst 25 pct."
    )
    assert "400.000 kr.: 1 kr. mere end nu" in finding.help


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.path.parent.name}/{case.path.stem}")
def test_messages_are_whole_sentences(case: Case) -> None:
    for finding in found(laid_over(case.text)):
        assert finding.message[0].isupper() or finding.message[0].isdecimal() or finding.message.startswith("«")
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
