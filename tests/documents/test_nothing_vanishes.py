"""All that a user can write is printed somewhere, whole, and nothing is said twice in one document."""

from __future__ import annotations

from pathlib import Path

import pytest

from aftale_builder.assessment import Assessment
from aftale_builder.documents.checklist import checklist
from aftale_builder.documents.facts import Facts
from aftale_builder.documents.rendering import render_all
from aftale_builder.word.reading import Part, read
from tests.documents.making import Maker, aftale_of, generation, said

ONLY_FOR_RULES = {"aftale.regulativ", "aftale.skabeloner.fil"}
"""Not texts to be printed: the generation's id, and where the users' own forms lie."""


def _nothing_judged() -> Assessment:
    return Assessment(".", "lbf-2019-26", (), (), {}, judged=True)


def test_every_text_field_of_the_language_is_printed() -> None:
    maker = Maker()
    facts = Facts(maker.aftale(), generation())
    rendered = render_all(facts)
    everything = "\n".join(map(said, rendered)) + checklist(facts.aftale, rendered, _nothing_judged(), draft=False).decode()
    assert {path for path, text in maker.texts.items() if text not in everything} <= ONLY_FOR_RULES


def test_every_date_count_and_figure_is_printed() -> None:
    """The maker's own date, count and figure stand in the documents wherever the language has room for them."""
    rendered = {file.document.id: said(file) for file in render_all(Facts(Maker().aftale(), generation()))}
    assert "4. maj 2026 – 4. maj 2026" in rendered["strategisk-samarbejdsaftale"]
    assert "12,5 pct. (7)" in rendered["strategisk-samarbejdsaftale"]
    assert "4. maj 2026" in rendered["milepælsplan"]
    assert "1.000 kr." in rendered["indberetningsskema"]


def test_prose_stands_once_in_a_document() -> None:
    maker = Maker()
    for file in render_all(Facts(maker.aftale(), generation())):
        if file.name.endswith(".docx"):
            body = "\n".join(unit.text for unit in read(file.data).units if unit.part is Part.BODY)
            assert [path for path in maker.prose if body.count(maker.texts[path]) > 1] == []


INSERTS = {
    "organer": ["Styregruppen", "Kommunen", "direktør, Ida"],
    "organisationsdiagram": ["Strategisk", "Styregruppen"],
    "boligområder": ["Skoven", "Kommunen: afdeling 3 og 4"],
    "aktører": ["Skolen", "Underviser"],
    "tidslinje": ["Hele indsatsen", "04.05.2026", "Broen er bygget"],
    "indsatslogik": ["Kerneudfordring", "K1 Ensomhed", "Ingen aktivitet", "D1 Flere venner"],
    "budget": ["Hvem der betaler: 1.000 kr. i alt", "1.000 kr. (100,00 pct.)", "krav: 25 pct."],
    "baseline": ["Boligområdet"],
}
STRUCTURE = """
navn: Sammen om Skoven
parter: [{id: k, navn: Kommunen, type: kommune}]
boligområder: [{id: s, navn: Skoven, afdelinger: [{part: k, numre: ["3", "4"]}]}]
milepæle: [{id: m, dato: 2026-05-04, tekst: Broen er bygget}]
indsatsområder:
  - område: beskæftigelse
    kerneudfordringer: [{id: k1, tekst: Ensomhed}]
    delaftale: {delmål: [{id: d1, tekst: Flere venner, kerneudfordringer: [k1]}]}
budget: {kilder: [{id: lbf, type: lbf}], poster: [], finansiering: [{kilde: lbf, beløb: {"2026": 1000}}]}
baseline: [{indikator: dagtilbud, område: 71,3, kommune: 88,1}]
samspil: {aktører: [{navn: Skolen, tekst: Underviser}]}
organisation:
  organer:
    - {id: o, navn: Styregruppen, type: styregruppe, niveau: strategisk, medlemmer: [{part: k, titel: direktør, navn: Ida}]}
"""


@pytest.mark.parametrize("insert", INSERTS)
def test_structure_stands_in_prose_where_the_author_asks_and_nowhere_else(insert: str, tmp_path: Path) -> None:
    with_line = aftale_of(tmp_path, f'{STRUCTURE}beskrivelse: "Her:\\n\\n[[{insert}]]\\n"\n')
    without = aftale_of(tmp_path, f"{STRUCTURE}beskrivelse: Intet her\n")
    asked, not_asked = (said(render_all(Facts(aftale, generation()))[0]) for aftale in (with_line, without))
    assert [text for text in INSERTS[insert] if text not in asked] == []
    assert [text for text in INSERTS[insert] if f"\n{text}\n" in not_asked and text != "Kommunen"] == []
    assert "[[" not in asked


def test_a_draft_of_next_to_nothing_says_what_is_missing(tmp_path: Path) -> None:
    facts = Facts(aftale_of(tmp_path, "navn: Sammen om Skoven\n"), generation(), draft=True)
    texts = {file.document.id: said(file) for file in render_all(facts)}
    assert set(texts) == {
        "strategisk-samarbejdsaftale", "kommissorium", "beredskabsplan", "milepælsplan", "budget", "indberetningsskema",
    }  # fmt: skip
    assert all("Mangler: " in text and "UDKAST" in text for text in texts.values())


def test_a_final_package_has_no_mark_of_a_draft() -> None:
    for file in render_all(Facts(Maker().aftale(), generation())):
        assert "UDKAST" not in said(file)
        assert "Mangler:" not in said(file)


BASELINE = """
navn: Sammen om Skoven
baseline:
  - {indikator: dagtilbud, område: 71,3, kommune: 88,1, år: 2020, kilde: Første kilde}
  - {indikator: dagtilbud, område: 72, kilde: Anden kilde, ikke_opgjort: kommunen kom for sent}
  - {indikator: findes-ikke, område: 12,5, kilde: Tredje kilde, ikke_opgjort: ved ikke}
"""


def test_no_line_of_the_baseline_vanishes_doubled_or_unknown(tmp_path: Path) -> None:
    facts = Facts(aftale_of(tmp_path, BASELINE), generation(), draft=True)
    text = said(render_all(facts)[0])
    assert "71,3 pct. (2020)\n72 pct." in text
    assert "Første kilde\nAnden kilde" in text
    assert "Ikke opgjort: kommunen kom for sent" in text
    assert "Ukendt indikator «findes-ikke»: boligområde 12,5, ved ikke, Tredje kilde" in text


def test_a_final_package_has_no_empty_documents(tmp_path: Path) -> None:
    facts = Facts(aftale_of(tmp_path, "navn: Sammen om Skoven\nindsatsområder: [{område: beskæftigelse}]\n"), generation())
    assert [file.document.id for file in render_all(facts)] == ["strategisk-samarbejdsaftale", "indberetningsskema"]
