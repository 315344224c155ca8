"""What no value can say is told, with what to do: lines through words, pictures, text boxes, deleted figures, moved things."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from aftale_builder.cli._group import run as aftale
from tests.pulling.rendered import done, opened
from tests.pulling.sample import AGREEMENT, MILESTONES, WORK, W, Word, p, said
from tests.pulling.test_deletions import heading
from tests.pulling.test_edits import CHARTER, changes, gone, looked, swapped, typed

PLAN = "Beredskabsplan.docx"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc33"
    "0000000049454e44ae426082"
)
OOXML = "http://schemas.openxmlformats.org"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": W[1:-1],
        "wp": f"{OOXML}/drawingml/2006/wordprocessingDrawing",
        "a": f"{OOXML}/drawingml/2006/main",
        "pic": f"{OOXML}/drawingml/2006/picture",
        "r": f"{OOXML}/officeDocument/2006/relationships",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "mc": f"{OOXML}/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
EXTENT = '<wp:extent cx="900000" cy="900000"/>'
SHAPE = '<a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'


def picture(word: Word) -> etree._Element:
    """Return a run with a picture, as Word puts one in."""
    word.parts["word/media/kort.png"] = PNG
    relations, types = word.part("word/_rels/document.xml.rels"), word.part("[Content_Types].xml")
    attributes = {"Id": "rIdKort", "Type": f"{OOXML}/officeDocument/2006/relationships/image", "Target": "media/kort.png"}
    relations.append(etree.Element(f"{{{relations.nsmap[None]}}}Relationship", attributes))
    if b'Extension="png"' not in word.parts["[Content_Types].xml"]:
        types.insert(0, etree.Element(f"{{{types.nsmap[None]}}}Default", {"Extension": "png", "ContentType": "image/png"}))
    return etree.fromstring(
        f'<w:r {NAMESPACES}><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">{EXTENT}'
        '<wp:docPr id="991" name="Billede 1" descr="Kort"/><a:graphic>'
        f'<a:graphicData uri="{OOXML}/drawingml/2006/picture"><pic:pic>'
        '<pic:nvPicPr><pic:cNvPr id="0" name="kort.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="rIdKort"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f"<pic:spPr>{SHAPE}</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def box(text: str) -> etree._Element:
    """Return a run with a text box, in both forms in which Word writes it."""
    inside = f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    return etree.fromstring(
        f'<w:r {NAMESPACES}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0">{EXTENT}<wp:docPr id="217" name="Tekstfelt 2"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvSpPr txBox="1"/><wps:spPr>{SHAPE}</wps:spPr><wps:txbx>{inside}</wps:txbx><wps:bodyPr/></wps:wsp>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"{inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def with_picture(words: str) -> Callable[[Word], object]:
    return lambda word: word.paragraph(words).append(picture(word))


def picture_below(words: str) -> Callable[[Word], object]:
    def edit(word: Word) -> None:
        own = p("", word.paragraph(words))
        own.append(picture(word))
        word.paragraph(words).addnext(own)

    return edit


def with_box(words: str) -> Callable[[Word], object]:
    return lambda word: word.paragraph(words).append(box("Husk at rette dette"))


def without_figure(word: Word) -> None:
    for figure in word.body.iter(f"{W}drawing"):
        properties = next(figure.iter(f"{{{OOXML}/drawingml/2006/wordprocessingDrawing}}docPr"))
        if properties.get("name", "").startswith("Figur"):
            gone(next(figure.iterancestors(f"{W}r")))
            return


def in_the_head_only(word: Word) -> None:
    for name in list(word.parts):
        if name.startswith("word/header"):
            for text in word.part(name).iter(f"{W}t"):
                text.text = (text.text or "").replace("Sammen om Solbakken", "Sammen om Bakken")


def section(word: Word, title: str) -> list[etree._Element]:
    head = next(it for it in word.paragraphs() if said(it).startswith(title) and heading(it))
    found, at = [head], head.getnext()
    while at is not None and at.tag != f"{W}sectPr" and not 0 < heading(at) <= heading(head):
        found.append(at)
        at = at.getnext()
    return found


def section_moved(title: str, before: str) -> Callable[[Word], object]:
    def edit(word: Word) -> None:
        target = section(word, before)[0]
        for element in section(word, title):
            target.addprevious(element)

    return edit


def own_chapter(word: Word) -> None:
    """Put in a chapter of one's own, with text below it: none of it is of the text above."""
    last = word.paragraph("Samtidig er lysten der")
    head = p("Et nyt kapitel", next(it for it in word.paragraphs() if heading(it) == 1))
    last.addnext(head)
    head.addnext(p("Med sin egen tekst.", last))


TOLD: dict[str, tuple[str, Callable[[Word], object], tuple[str, ...]]] = {
    "streget over i en tekst": (AGREEMENT, looked("Ensomhed er", "strike"), ("opsætningen af «Ensomhed er»", "streget over")),
    "streget over i et felt": (WORK, looked("Jobcenter Lindeby", "strike"), ("«Jobcenter Lindeby»", "streget over")),
    "streget over i en celle": (WORK, looked("55 pct.", "strike"), ("«55 pct.»", "streget over")),
    "et billede i et afsnit": (AGREEMENT, with_picture("Ensomhed er"), ("læg det ved som bilag",)),
    "et billede for sig": (AGREEMENT, picture_below("Ensomhed er"), ("læg det ved som bilag",)),
    "et billede i en celle": (WORK, with_picture("20. december 2026"), ("læg det ved som bilag",)),
    "et billede mellem faste ord": (CHARTER, picture_below("LBF har ingen skabelon"), ("læg det ved som bilag",)),
    "et tekstfelt i en tekst": (AGREEMENT, with_box("Ensomhed er"), ("«Husk at rette dette»", "Et tekstfelt er sat ind")),
    "et tekstfelt i en celle": (WORK, with_box("20. december 2026"), ("Et tekstfelt er sat ind",)),
    "en figur slettet": (WORK, without_figure, ("slettet:", "kommer igen, når filen laves næste gang")),
    "den eneste figur slettet": (MILESTONES, without_figure, ("kommer igen, når filen laves næste gang",)),
    "et navn kun i sidehovedet": (WORK, in_the_head_only, ("kun rettet i sidehovedet", "det gamle står endnu ét sted")),
    "et navn kun ét sted": (
        AGREEMENT, typed("Østfjordens Politi", "Vestfjordens Politi"), ("det gamle står endnu 5 steder", "«Underskrifter:»"),
    ),
    "en fast overskrift": (AGREEMENT, typed("Vision for boligområdet", "Vores vision"), ("afsnittet «2. Vores vision»",)),
    "rækker efter dato byttet": (MILESTONES, lambda word: swapped(word.row("De tre følgegrupper")), ("Det er flyttet",)),
    "en aktivitet flyttet": (WORK, section_moved("Mit første job", "Kvinder i gang"), ("Det er flyttet",)),
    "en situation flyttet": (PLAN, section_moved("En medarbejder eller frivillig", "En ny og alvorlig"), ("Det er flyttet",)),
    "et kapitel med tekst": (AGREEMENT, own_chapter, ("nyt: «Et nyt kapitel Med sin egen tekst.»",)),
}  # fmt: skip


@pytest.mark.langsom
@pytest.mark.parametrize("like", ["word", "libreoffice"])
@pytest.mark.parametrize("name", TOLD)
def test_it_is_told_and_nothing_is_written(
    name: str, like: str, sample: Path, agreement: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if like == "libreoffice" and not shutil.which("soffice"):
        pytest.skip("LibreOffice findes ikke her")
    file, edit, words = TOLD[name]
    word = Word(agreement / "pakke" / file)
    edit(word)
    word.save(like=like)
    capsys.readouterr()
    assert aftale(["pull", str(word.path)]) == 1
    out = capsys.readouterr().out
    assert changes(sample, agreement) == {}
    assert all(it in out for it in words), out
    assert out.count("\n    ") <= 2, "told in few words"


def test_a_text_box_in_which_nothing_stands_is_nothing_new() -> None:
    file = opened(AGREEMENT)
    file.paragraph("Ensomhed er").append(box(""))
    assert done(AGREEMENT, file).edits == ()


@pytest.mark.langsom
@pytest.mark.parametrize("like", ["word", "libreoffice"])
def test_a_moved_seat_comes_home_with_what_is_not_printed_of_it(like: str, sample: Path, agreement: Path) -> None:
    if like == "libreoffice" and not shutil.which("soffice"):
        pytest.skip("LibreOffice findes ikke her")
    word = Word(agreement / "pakke" / CHARTER)
    word.row("Politiinspektør").addnext(word.row("Direktør for beskæftigelse"))
    word.save(like=like)
    home = (sample / "aftale.yaml").read_text().splitlines()
    line = next(line for line in home if "titel: Direktør for beskæftigelse" in line)
    for _ in range(2):
        assert aftale(["pull", str(word.path)]) == 0
        assert changes(sample, agreement) == {"aftale.yaml": [f"-{line}", f"+{line}"]}
