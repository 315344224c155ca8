"""The generations: what each holds, in the form's words and order."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from aftale_builder.regulation import Kriterium, Regulativ, regulativ, regulativer

AREAS = ("uddannelse-og-livschancer", "beskæftigelse", "kriminalitetsforebyggelse", "sammenhængskraft-og-medborgerskab")
INDICATORS = (
    "dagtilbud",
    "karaktergennemsnit",
    "grundskole-18-29",
    "restgruppe-15-29",
    "uden-tilknytning-18-64",
    "sigtede-15-29",
    "trygge",
    "frivilligt-arbejde",
    "valgdeltagelse",
)


@pytest.fixture(name="ny")
def _ny() -> Regulativ:
    found = regulativ("lbf-2019-26")
    assert found is not None
    return found


def test_the_generations_are_listed_the_newest_first() -> None:
    assert regulativer() == ("lbf-2019-26", "lbf-2015-18", "lbf-2011-14")


@pytest.mark.parametrize("name", ["kilder", "lbf-2027-34", "../data/lbf-2019-26", "", "LBF-2019-26"])
def test_what_is_not_a_generation_is_none(name: str) -> None:
    assert regulativ(name) is None


def test_2019_holds_its_lists(ny: Regulativ) -> None:
    assert tuple(area.id for area in ny.indsatsomraader) == AREAS
    assert tuple(indicator.id for indicator in ny.indikatorer) == INDICATORS
    assert [goal.id for goal in ny.maal] == [
        "fagligt-løft",
        "tilknyttet-arbejdsmarkedet",
        "uden-kriminalitet",
        "del-af-fællesskabet",
    ]
    assert [bilag.id for bilag in ny.bilag] == [
        "delaftale",
        "budget",
        "beredskabsplan",
        "milepælsplan",
        "kommissorium",
        "indberetningsskema",
    ]
    assert ny.mindste_lokale_andel == Fraction(1, 4)
    assert (ny.fra_aar, ny.til_aar, ny.vedtaget) == (2019, 2026, date(2019, 12, 11))


def test_only_the_kommissorium_has_no_form(ny: Regulativ) -> None:
    assert [bilag.id for bilag in ny.bilag if not bilag.skabelon] == ["kommissorium"]


def test_each_goal_belongs_to_one_area_and_has_indicators(ny: Regulativ) -> None:
    assert [goal for area in ny.indsatsomraader for goal in area.maal] == [goal.id for goal in ny.maal]
    assert {indicator.maal for indicator in ny.indikatorer} == {goal.id for goal in ny.maal}


def test_indicators_have_unit_direction_and_source(ny: Regulativ) -> None:
    assert [indicator.id for indicator in ny.indikatorer if indicator.retning == "ned"] == list(INDICATORS[2:6])
    assert [indicator.id for indicator in ny.indikatorer if indicator.enhed == "karakter"] == ["karaktergennemsnit"]
    surveyed = [indicator.id for indicator in ny.indikatorer if indicator.datakilde == "Trygheds-survey VIVE/LBF"]
    assert surveyed == ["trygge", "frivilligt-arbejde"] == [i.id for i in ny.indikatorer if i.kun_boligomraade]
    karakter, pct = ny.enhed("karakter"), ny.enhed("pct")
    assert karakter is not None
    assert pct is not None
    assert (karakter.mindst, karakter.hoejst, pct.mindst, pct.hoejst) == (Decimal(-3), Decimal(12), Decimal(0), Decimal(100))


def test_older_generations_know_no_more_than_is_known() -> None:
    older, oldest = regulativ("lbf-2015-18"), regulativ("lbf-2011-14")
    assert older is not None
    assert oldest is not None
    assert [len(one.indsatsomraader) for one in (older, oldest)] == [4, 7]
    assert older.mindste_lokale_andel == oldest.mindste_lokale_andel == Fraction(1, 4)
    assert older.krav.problemkompleks_i == "delaftale"
    assert older.krav.bestyrelse
    assert older.krav.organisationsdiagram
    assert not older.krav.kommissorium
    assert not older.krav.periode_til
    assert not older.fast_tekst
    assert older.delaftale_tekst[1].ren.endswith("løbende ajourføres.")
    assert not oldest.krav.bestyrelse
    assert not oldest.bilag


def test_every_look_up_by_id_finds_its_own_and_nothing_else(ny: Regulativ) -> None:
    for find, items in (
        (ny.indsatsomraade, ny.indsatsomraader),
        (ny.indikator, ny.indikatorer),
        (ny.et_maal, ny.maal),
        (ny.et_bilag, ny.bilag),
        (ny.et_afsnit, ny.afsnit),
        (ny.fast, ny.fast_tekst),
    ):
        assert [find(item.id) for item in items] == list(items)
    assert ny.indsatsomraade("sundhed") is None
    assert ny.indsatsomraade(None) is None
    with pytest.raises(KeyError):
        ny.fast("ukendt")


def test_the_sections_say_which_key_they_are_written_in(ny: Regulativ) -> None:
    keys = [section.noegle for section in ny.afsnit if section.id.isdigit()]
    assert keys == ["beskrivelse", "vision", "organisation", "samspil", "baseline", "indsatsområder", "lokal_evaluering", ""]


def test_2019_knows_the_criteria_of_the_lists(ny: Regulativ) -> None:
    lists = ny.udsatte_omraader
    assert lists is not None
    assert (lists.mindst_beboere, lists.mindst_opfyldte) == (1000, 2)
    assert [criterion.id for criterion in lists.kriterier] == ["uden-tilknytning", "dømte", "grundskole", "indkomst"]
    assert [criterion.snit_aar for criterion in lists.kriterier] == [2, 2, 1, 1]


@pytest.mark.parametrize(
    ("opfyldt", "met"), [("over", [False, False, True]), ("mindst", [False, True, True]), ("under", [True, False, False])]
)
def test_a_criterion_has_its_limit(opfyldt: str, met: list[bool]) -> None:
    criterion = Kriterium("x", "x", opfyldt, Decimal(40))
    assert [criterion.met(Decimal(share)) for share in ("39.9", "40.0", "40.1")] == met
