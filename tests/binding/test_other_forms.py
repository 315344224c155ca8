"""Forms of the other documents, whose wording nobody has shown us: what they may look like, and that no word is lost in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from aftale_builder.binding.faults import FormError
from aftale_builder.binding.forms import own_form
from aftale_builder.documents.facts import Facts
from aftale_builder.documents.own_form import OwnForm
from aftale_builder.documents.registry import documents
from aftale_builder.documents.word_paper import WordPaper
from aftale_builder.word.reading import read
from tests.binding.blank import GREEN, grid, guidance
from tests.binding.keeping import untouched
from tests.documents.making import Maker, generation, sample_facts
from tests.word.validity import audit, schema_faults
from tests.word.wordfile import STYLES, docx, p, r

TITLES = {
    "kommissorium": "Kommissorium",
    "delaftale": "Delaftale",
    "milepælsplan": "Milepælsplan",
    "beredskabsplan": "Beredskabsplan",
}


def head(words: str, level: int = 1) -> str:
    return p(words, style=f"Overskrift{level}")


def file(*pieces: str) -> bytes:
    return docx("".join(pieces), title="Skabelon", styles=STYLES)


def papers(document: str, form: OwnForm, facts: Facts) -> Iterator[WordPaper]:
    """Yield the papers of an agreement that are set in the form."""
    facts = replace(facts, forms={document: form})
    for one in documents():
        for paper in one.papers(facts):
            if isinstance(paper, WordPaper) and paper.template is form:
                yield paper


def filled(document: str, data: bytes, folder: Path, facts: Facts | None = None) -> list[str]:
    """Return what the files say that an agreement (the sample) makes of a form, each proven."""
    facts = facts or sample_facts()
    path = folder / "skabelon.docx"
    path.write_bytes(data)
    form = own_form(path, document, facts.regulativ, draft=facts.draft)
    said = []
    for paper in papers(document, form, facts):
        made = paper.render()
        assert [hit.message for hit in paper.prove(made)] == []
        assert schema_faults(made) == schema_faults(data)
        if not facts.draft:
            untouched(data, made)
        assert set(audit(made)) <= set(audit(data))
        said.append("\n".join(unit.plain for unit in read(made).units if unit.plain.strip()))
    assert said
    return said


KOMMISSORIUM = file(
    p("Kommissorium for:", style="Overskrift1"),
    guidance("Skriv organets navn"),
    head("Formål"),
    p(r("Beskriv, hvorfor organet er der", GREEN)),
    head("Opgaver og ansvar"),
    p(),
    head("Bestyrelsens sammensætning"),
    p("Bestyrelsen består af disse medlemmer, som har mandat fra deres bagland."),
    grid(("Navn", "Organisation", "Niveau"), ("", "", ""), ("", "", ""), ("", "", ""), widths=(3000, 3000, 3000)),
    head("Sekretariatsbetjening"),
    head("Møder"),
    head("Underskrift"),
    p("Dato: ____________"),
)
DELAFTALE = file(
    head("Delaftale for indsatsområdet:"),
    p("Bestyrelsen for den boligsociale indsats har ansvar for, at denne delaftale løbende ajourføres."),
    p(r("Navn på den boligsociale indsats, som delaftalen vedrører:", "<w:b/>")),
    p(r("Aftalens parter:", "<w:b/>")),
    guidance("(navn, titel og enhed)"),
    head("Problemkompleks for indsatsområdet:"),
    head("Delmål"),
    head("Aktiviteter"),
    head("Opfølgning"),
)
MILEPAELSPLAN = file(
    head("Milepælsplan"),
    grid(("Projektets navn", ""), ("Projektperiode", ""), widths=(3000, 6000)),
    p(),
    grid(("Tidspunkt", "Milepæl", "Ansvarlig"), ("", "", ""), ("", "", ""), widths=(2000, 5000, 2000)),
    p(),
)
BEREDSKABSPLAN = file(
    head("Beredskabsplan"),
    p("Indsats:\t"),
    head("Indledning", 2),
    head("Situationer", 2),
    grid(("Situation", "Ansvarlig", "Handling"), ("", "", ""), widths=(3000, 3000, 3000)),
    head("Kontaktpersoner", 2),
    grid(("Navn", "Telefon"), ("", ""), widths=(4500, 4500)),
    p(),
)
FORMS = {"kommissorium": KOMMISSORIUM, "delaftale": DELAFTALE, "milepælsplan": MILEPAELSPLAN, "beredskabsplan": BEREDSKABSPLAN}


@pytest.mark.parametrize("draft", [False, True], ids=["endelig", "udkast"])
@pytest.mark.parametrize("document", FORMS)
def test_a_form_is_filled_in_and_no_word_is_lost(document: str, draft: bool, tmp_path: Path) -> None:
    for said in filled(document, FORMS[document], tmp_path, sample_facts(draft=draft)):
        assert "Skriv organets navn" not in said
        assert ("UDKAST" in said) is draft


@pytest.mark.parametrize("document", FORMS)
def test_there_is_a_place_for_everything_that_can_be_written(document: str, tmp_path: Path) -> None:
    """The proof tells what is printed nowhere."""
    filled(document, FORMS[document], tmp_path, Facts(Maker().aftale(), generation()))


@pytest.mark.parametrize("document", FORMS)
def test_what_has_no_place_of_its_own_stands_with_what_has(document: str, tmp_path: Path) -> None:
    filled(
        document,
        file(p(TITLES[document]), head("Boligsocial indsats"), p("Brødtekst i skabelonen, som bliver stående.")),
        tmp_path,
    )


def test_rows_grow_and_the_empty_ones_go(tmp_path: Path) -> None:
    (said,) = filled("milepælsplan", MILEPAELSPLAN, tmp_path)
    lines = said.split("\n")
    assert lines.index("Projektets navn") + 1 == lines.index("Sammen om Solbakken")
    assert "Ansvarlig" in lines


def test_a_form_with_none_of_the_fields_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "skabelon.docx"
    path.write_bytes(file(head("Ansøgning om byggetilladelse"), p("Matrikel:")))
    with pytest.raises(FormError, match="«Ansøgning om byggetilladelse»"):
        own_form(path, "kommissorium", sample_facts().regulativ)


def test_the_same_heading_twice_is_no_guess(tmp_path: Path) -> None:
    path = tmp_path / "skabelon.docx"
    path.write_bytes(file(head("Formål"), p(), head("Opgaver"), p(), head("Formål"), p()))
    with pytest.raises(FormError, match="mere end én gang"):
        own_form(path, "kommissorium", sample_facts().regulativ)
