"""The fixed wording of the strategisk samarbejdsaftale: its order, its variants, and how a copy's wording is known again."""

import unicodedata

import pytest

from aftale_builder.regulation import Art, Regulativ, regulativ

SLIPS = {"Landsbyggefondens.", "indberetningskema", "kernerdrift"}
COPIES = {
    "Ændringer i den strategiske samarbejdsaftale skal godkendes af Landsbyggefondens.": "ændringer",
    "Endvidere skal der udfyldes et indberetningsskema på sagen i driftsstøttesystemet.": "bilag-indberetningsskema",
    "Endvidere skal der udfyldes og uploades et indberetningskema på sagen i driftsstøttesystemet. "
    "Dokumentet udarbejdes i den givne skabelon på sagen.": "bilag-indberetningsskema",
    "Som grundlag for aftaledokumenterne henvises til gældende regulativ om tilskud til boligsocial indsats i udsatte almene "
    "boligområder og fondens vejledning herom.": "grundlag",
    "Andel stemmeberettigede, der har stemt ved seneste kommunalvalg/ folketingsvalg": "indikator-valgdeltagelse",
    "Andel 18-29-årige, der har grundskole som højest fuldførte uddannelse, og som ikke er i gang med "
    "en uddannelse": "indikator-grundskole-18-29",
    "Følgende dokumenter skal vedlægges denne strategiske samarbejdsaftale og uploades på sagen i driftsstøttesystemet "
    "(http://driftsstoette.lbf.dk). Dokumenterne udarbejdes i de givne skabeloner på sagen.": "bilag",
    "Mål": "tabel-mål",
    "Kommune XX": "kommune-xx",
    "  3.\u00a0Organisering ": "afsnit-3",
    unicodedata.normalize("NFD", "Områdets navn:"): "områdets-navn",
}


@pytest.fixture(name="ny")
def _ny() -> Regulativ:
    found = regulativ("lbf-2019-26")
    assert found is not None
    return found


@pytest.mark.parametrize("words", COPIES)
def test_a_copys_wording_is_known(ny: Regulativ, words: str) -> None:
    found = ny.kendt_tekst(words)
    assert found is not None
    assert found.id == COPIES[words]


@pytest.mark.parametrize("words", ["", "Organisationen", "Et budget mere", "Ændringer skal godkendes af Landsbyggefonden."])
def test_other_words_are_not(ny: Regulativ, words: str) -> None:
    assert ny.kendt_tekst(words) is None


def test_our_own_wording_has_none_of_the_slips(ny: Regulativ) -> None:
    ours = " ".join(tekst.tekst for tekst in ny.fast_tekst)
    assert not [slip for slip in SLIPS if slip in ours]
    variants = " ".join(variant for tekst in ny.fast_tekst for variant in tekst.varianter)
    assert {slip for slip in SLIPS if slip in variants} == SLIPS


def test_ids_and_wordings_are_each_one_only(ny: Regulativ) -> None:
    ids = [tekst.id for tekst in ny.fast_tekst]
    assert len(ids) == len(set(ids))
    forms = [form for tekst in ny.fast_tekst for form in tekst.former]
    assert len(forms) == len(set(forms))


def test_bold_italic_and_links_are_markdown_and_the_words_are_plain(ny: Regulativ) -> None:
    assert "**bestyrelse**" in ny.fast("projektorganisation").tekst
    assert "*Uddannelse og livschancer, Beskæftigelse" in ny.fast("indsatsområder-fastlagte").tekst
    assert "<http://driftsstoette.lbf.dk>" in ny.fast("bilag").tekst
    assert not [tekst.id for tekst in ny.fast_tekst if set("*<>") & set(tekst.ren)]


def test_every_piece_stands_in_a_section_of_the_form_in_order(ny: Regulativ) -> None:
    order = [section.id for section in ny.afsnit]
    places = [order.index(tekst.afsnit) for tekst in ny.fast_tekst]
    assert places == sorted(places)
    assert set(places) == set(range(len(order)))


def test_a_filled_in_form_has_what_is_repeated_once_for_each(ny: Regulativ) -> None:
    ids = [tekst.id for tekst in ny.skal_staa(["beskæftigelse", "uddannelse-og-livschancer"], parter=2)]
    assert ids.count("dato") == ids.count("navn") == 2
    at = ids.index("delaftaler-krav")
    assert ids[at + 1 : at + 6] == [
        "indsatsområde-beskæftigelse",
        "problemkompleks",
        "indsatsområde-uddannelse-og-livschancer",
        "problemkompleks",
        "afsnit-7",
    ]


def test_guidance_and_placeholders_are_never_demanded_of_a_filled_in_form(ny: Regulativ) -> None:
    gives_way = {tekst.id for tekst in ny.fast_tekst if tekst.art in (Art.VEJLEDNING, Art.PLADSHOLDER)}
    assert gives_way == {
        "vejledning-grønt",
        "vejledning-parter",
        "boligorganisation-a",
        "boligorganisation-b",
        "boligorganisation-c",
        "kommune-xx",
    }
    assert not gives_way & {tekst.id for tekst in ny.skal_staa([area.id for area in ny.indsatsomraader], parter=4)}


def test_the_goal_table_has_each_goal_before_its_indicators(ny: Regulativ) -> None:
    cells = [tekst.id for tekst in ny.fast_tekst if tekst.afsnit == "5" and tekst.art is Art.CELLE]
    assert cells[:7] == [
        "tabel-mål",
        "tabel-indikator",
        "tabel-boligområde",
        "tabel-kommune",
        "tabel-datakilde",
        "mål-fagligt-løft",
        "indikator-dagtilbud",
    ]
    assert len(cells) == 5 + 4 + 9
