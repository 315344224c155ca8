"""Delaftaler and kommissorier as people have them: without heading styles, in tables, with all that Word can hold."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from aftale_builder.documents.rendering import render_all
from aftale_builder.importing.gathering import Gathered
from aftale_builder.importing.ledger import Role
from aftale_builder.importing.run import RefusedError, import_files
from aftale_builder.model import load
from aftale_builder.model.aftale import Aftale
from tests.documents.making import sample_facts
from tests.importing.forms import RULES, Form
from tests.word.making import members, zipped
from tests.word.wordfile import cell, docx, item, note, p, r, ref, table

BOLD = "<w:b/>"
INSERTED = '<w:ins w:id="1" w:author="a">' + r("flere") + "</w:ins>"
DELETED = '<w:del w:id="2" w:author="a"><w:r><w:delText>få</w:delText></w:r></w:del>'
_SHAPE = "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
BOX = _SHAPE.format(p("Ord i en boks"))


def bold(text: str) -> str:
    return p(r(text, BOLD))


def control(inside: str) -> str:
    """Return blocks in a content control."""
    return f'<w:sdt><w:sdtPr><w:tag w:val="felt"/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'


FACTS = table(
    ["Formål", "Unge skal have job"], ["Målgruppe", "Unge 13-17 år"],
    ["Indhold", cell("Vi hjælper", item("ansøgning"), table(["samtale"]))],
    ["Ansvarlig", "Bakke Kommune"], ["Succeskriterier", "20 unge i job"], ["Samarbejdspartnere", "Skolen"],
)  # fmt: skip
DELAFTALE = (
    p("Delaftale for indsatsområdet Beskæftigelse") + bold("Navn på den boligsociale indsats, som delaftalen vedrører:")
    + p("Sammen om Bakken") + bold("Aftalens parter:") + item("Bakkens Boligforening") + item("Bakke Kommune")
    + bold("1. Problemkompleks for indsatsområdet:") + p("Mange er uden arbejde", ref(1), ".")
    + bold("2. Delmål") + bold("Delmål 1: Flere unge i fritidsjob")
    + table(["Indikator", "Start", "Mål", "Nås senest"], ["Unge i job", "12 %", "25 %", "31.12.2029"])
    + bold("3. Aktiviteter") + bold("Aktivitet 1: Fritidsjob") + control(FACTS)
    + bold("Aktivitet 2: Praktik") + bold("Formål") + p("At ", INSERTED, DELETED, " kommer i praktik.")
    + bold("Medarbejderressourcer") + p("Et halvt årsværk") + BOX + bold("Opfølgning") + p("Hvert år.")
)  # fmt: skip
KOMMISSORIUM = (
    p("KOMMISSORIUM") + p("1. Formål") + p("Bestyrelsen leder indsatsen.") + p("2. Sammensætning")
    + table(["Organisation", "Titel", "Niveau"], ["Bakke Kommune", "Direktør", "strategisk"])
    + p("3. Bestyrelsens opgaver") + item("prioritere") + item("følge op") + p("4. Sekretariat") + p("Chefen er sekretær.")
)  # fmt: skip


class Bring:
    """Imports files and keeps what was found."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.found: Gathered | None = None

    def __call__(self, **files: bytes) -> Aftale:
        sources = [self.folder / f"{name}.docx" for name in files]
        for source, data in zip(sources, files.values(), strict=True):
            source.write_bytes(data)
        self.found = import_files(sources, self.folder / "aftale", RULES)
        loaded = load(self.folder / "aftale")
        assert loaded.aftale is not None
        return loaded.aftale

    def left(self) -> list[str]:
        """Return what had no place."""
        assert self.found is not None
        reads = [read for _, read in self.found.reads()]
        return [unit.plain for read in reads for unit, entry in read.ledger if entry.role is Role.UNPLACED and unit.text]


@pytest.fixture
def bring(tmp_path: Path) -> Bring:
    return Bring(tmp_path)


def test_our_own_files_each_on_its_own_have_a_place_for_all_but_what_is_drawn(tmp_path: Path) -> None:
    papers = [paper for paper in render_all(sample_facts()) if paper.document.id in {"delaftale", "kommissorium"}]
    assert len(papers) >= 5
    for paper in papers:
        folder = tmp_path / paper.name
        folder.mkdir()
        bring = Bring(folder)
        bring(egen=paper.data)
        assert bring.left() == []
        assert bring.found is not None
        ((_, read),) = bring.found.reads()
        drawn = {unit.figure for unit, entry in read.ledger if entry.role is Role.FIGURE}
        assert drawn == {"indsatslogik" if paper.document.id == "delaftale" else "organisationsdiagram"}
        assert not [remark for remark in read.remarks if "diagram" in remark.casefold() or "figur" in remark.casefold()]


def _delaftale() -> bytes:
    return docx(DELAFTALE, footnotes=note(1, "Kilde: LBF"))


def without_styles(data: bytes) -> bytes:
    """Return a file that has lost its styles.xml: what is left of a style is its id."""
    parts = {name: part for name, part in members(data).items() if name != "word/styles.xml"}
    for name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        parts[name] = re.sub(rb"<(?:Override|Relationship) [^>]*styles\.xml[^>]*/>", b"", parts[name])
    return zipped(parts)


def unstyled(data: bytes) -> bytes:
    """Return a file in which no paragraph has a style."""
    parts = members(data)
    return zipped({**parts, "word/document.xml": re.sub(rb"<w:pStyle [^>]*/>", b"", parts["word/document.xml"])})


@pytest.mark.parametrize("damaged", [without_styles, unstyled])
def test_our_own_files_are_brought_in_whatever_has_become_of_their_styles(
    damaged: Callable[[bytes], bytes], tmp_path: Path
) -> None:  # fmt: skip
    """Nothing is lost: what is not known for what it is without a style stands in what has no place."""
    ours = {file.name: file.data for file in render_all(sample_facts()) if file.name.startswith(("Strat", "Delaftale", "Komm"))}
    for name, data in ours.items():
        (tmp_path / name).write_bytes(damaged(data))
    import_files([tmp_path / name for name in ours], tmp_path / "aftale", RULES)
    found = load(tmp_path / "aftale").aftale
    assert found is not None
    named = {one.navn for effort in found.indsatsomraader if effort.delaftale for one in effort.delaftale.aktiviteter}
    wanted = {
        one.navn for effort in sample_facts().aftale.indsatsomraader if effort.delaftale for one in effort.delaftale.aktiviteter
    }
    assert damaged is unstyled or named == wanted


def test_a_delaftale_without_heading_styles_is_read(bring: Bring) -> None:
    aftale = bring(delaftale=_delaftale())
    (indsats,) = aftale.indsatsomraader
    assert indsats.omraade == "beskæftigelse"
    assert indsats.problemkompleks is not None
    assert indsats.problemkompleks.text.strip() == "Mange er uden arbejde[^1].\n\n[^1]: Kilde: LBF"
    told = indsats.delaftale
    assert told is not None
    assert (told.delmaal[0].tekst, str(told.delmaal[0].indikatorer[0].maal)) == ("Flere unge i fritidsjob", "25")
    first, second = told.aktiviteter
    assert (first.navn, first.ansvarlig, first.succeskriterier) == ("Fritidsjob", "bakke-kommune", ("20 unge i job",))
    assert first.indhold is not None
    assert first.indhold.text.split() == ["Vi", "hjælper", "-", "ansøgning", "samtale", "Samarbejdspartnere", "Skolen"]
    assert second.formaal is not None
    assert second.formaal.text.strip() == "At flere kommer i praktik."
    assert second.indhold is not None
    assert second.indhold.text.split() == ["**Medarbejderressourcer**", "Et", "halvt", "årsværk", "Ord", "i", "en", "boks"]
    assert told.opfoelgning is not None
    assert bring.left() == []


def test_a_kommissorium_knows_the_parts_of_the_delaftale_beside_it(bring: Bring) -> None:
    aftale = bring(kommissorium=docx(KOMMISSORIUM), delaftale=_delaftale())
    (kommissorium,) = aftale.kommissorium
    assert kommissorium.organ is None
    assert kommissorium.opgaver == ("prioritere", "følge op")
    assert aftale.organisation is not None
    (organ,) = aftale.organisation.organer
    assert (organ.type, organ.medlemmer[0].part, organ.medlemmer[0].niveau) == ("bestyrelse", "bakke-kommune", "strategisk")
    assert bring.left() == []


def test_what_does_not_agree_with_the_strategic_agreement_has_no_place(bring: Bring) -> None:
    aftale = bring(aftale=Form(name=p("Sammen om Højen"), areas={}).file(), delaftale=_delaftale())
    assert aftale.navn == "Sammen om Højen"
    assert bring.left() == ["Sammen om Bakken"]
    kept = (bring.folder / "aftale" / "ikke-placeret-delaftale.md").read_text("utf-8")
    assert "Sammen om Bakken" in kept


def test_the_problemkompleks_of_the_strategic_agreement_is_the_one_that_stands(bring: Bring) -> None:
    form = Form(areas={"beskæftigelse": p("Få er i arbejde.")})
    aftale = bring(aftale=form.file(), delaftale=_delaftale())
    (indsats,) = aftale.indsatsomraader
    assert indsats.problemkompleks is not None
    assert indsats.problemkompleks.text.strip() == "Få er i arbejde."
    assert bring.left() == ["Mange er uden arbejde.", "Kilde: LBF"]


def test_the_same_document_twice_is_refused(bring: Bring) -> None:
    with pytest.raises(RefusedError, match="en delaftale for samme indsatsområde"):
        bring(en=_delaftale(), to=_delaftale())
    assert not (bring.folder / "aftale").exists()


def test_a_delaftale_that_does_not_say_of_what_is_refused(bring: Bring) -> None:
    with pytest.raises(RefusedError, match="ligner ikke"):
        bring(en=docx(p("Delaftale for indsatsområdet Sport") + bold("Delmål") + bold("Aktiviteter")))
