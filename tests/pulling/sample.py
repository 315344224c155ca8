"""The sample, rendered into a folder of its own, and Word files edited there as programs save them."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from aftale_builder.cli._group import run as aftale

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "solbakken"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
AGREEMENT = "Strategisk samarbejdsaftale.docx"
WORK = "Delaftale - Beskæftigelse.docx"
MILESTONES = "Milepælsplan.docx"


def rendered(folder: Path) -> Path:
    """Render an agreement, and return the package's folder."""
    assert aftale(["render", str(folder)]) == 0
    return folder / "pakke"


class Word:
    """A Word file that is edited: the document's XML, and what a program does when it saves."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with zipfile.ZipFile(path) as whole:
            self.parts = {name: whole.read(name) for name in whole.namelist()}
        self.body = etree.fromstring(self.parts["word/document.xml"])

    def part(self, name: str) -> etree._Element:
        """Return the root of a part; it is saved with the rest."""
        root = etree.fromstring(self.parts[name])
        self.roots = {**getattr(self, "roots", {}), name: root}
        return root

    def paragraphs(self) -> list[etree._Element]:
        return list(self.body.iter(f"{W}p"))

    def paragraph(self, words: str, number: int = 0) -> etree._Element:
        """Return a paragraph that holds some words."""
        return [it for it in self.paragraphs() if words in said(it)][number]

    def row(self, words: str) -> etree._Element:
        """Return a row that holds some words, and is no strip of a figure."""
        rows = (row for row in self.body.iter(f"{W}tr") if row.find(f".//{W}txbxContent") is None)
        return next(row for row in rows if words in said(row))

    def replace(self, old: str, new: str, *, everywhere: bool = False) -> int:
        """Replace words as a person does who types over them: in the runs that hold them. Return how often."""
        count = 0
        for paragraph in self.paragraphs():
            while old in said(paragraph) and (everywhere or not count):
                _type_over(paragraph, old, new)
                count += 1
                if old in new:
                    break
        assert count, f"«{old}» står ikke i {self.path.name}"
        return count

    def retype(self, number: int, old: str, new: str) -> None:
        """Type over words in the paragraph with a number, from 0."""
        _type_over(self.paragraphs()[number], old, new)

    def save(self, *, like: str = "word") -> None:
        """Save the file: as it stands, as Word does («word»), or by LibreOffice itself."""
        if like == "word":
            as_word_saves(self.body)
        self.parts["word/document.xml"] = etree.tostring(self.body, xml_declaration=True, encoding="UTF-8", standalone=True)
        for name, root in getattr(self, "roots", {}).items():
            self.parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as whole:
            for name, data in self.parts.items():
                whole.writestr(name, data)
        self.path.write_bytes(buffer.getvalue())
        if like == "libreoffice":
            by_libreoffice(self.path)


def said(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def _type_over(paragraph: etree._Element, old: str, new: str) -> None:
    texts = list(paragraph.iter(f"{W}t"))
    whole = "".join(text.text or "" for text in texts)
    at = whole.index(old)
    end, start, typed = at + len(old), 0, False
    for text in texts:
        mine = text.text or ""
        first, last = max(at - start, 0), min(end - start, len(mine))
        start += len(mine)
        if first < last or (old == "" and not typed):
            text.text = mine[:first] + ("" if typed else new) + mine[last:]
            text.set(XML_SPACE, "preserve")
            typed = True


def p(text: str, like: etree._Element | None = None) -> etree._Element:
    """Return a new paragraph with the properties of another, as when Enter is pressed in that."""
    made = etree.fromstring(
        f'<w:p xmlns:w="{W[1:-1]}" w:rsidR="00AB12CD"><w:r w:rsidRPr="00AB12CD"><w:t xml:space="preserve"/></w:r></w:p>'
    )
    made.find(f".//{W}t").text = text  # type: ignore[union-attr]
    if like is not None and (own := like.find(f"{W}pPr")) is not None:
        made.insert(0, etree.fromstring(etree.tostring(own)))
        for look in made.findall(f"{W}pPr/{W}rPr"):
            look.getparent().remove(look)  # type: ignore[union-attr]
    return made


def run(text: str, looks: str = "") -> etree._Element:
    made = etree.fromstring(f'<w:r xmlns:w="{W[1:-1]}"><w:rPr>{looks}</w:rPr><w:t xml:space="preserve"/></w:r>')
    made.find(f"{W}t").text = text  # type: ignore[union-attr]
    return made


def split_at(paragraph: etree._Element, words: str) -> tuple[etree._Element, etree._Element]:
    """Split the run that holds words, so that it begins with them; return the run and the one before."""
    for text in paragraph.iter(f"{W}t"):
        if words in (text.text or ""):
            whole = text.text or ""
            at = whole.index(words)
            own = text.getparent()
            assert own is not None
            before = etree.fromstring(etree.tostring(own))
            before.tail = None
            before.find(f"{W}t").text = whole[:at]  # type: ignore[union-attr]
            before.find(f"{W}t").set(XML_SPACE, "preserve")  # type: ignore[union-attr]
            text.text = whole[at:]
            text.set(XML_SPACE, "preserve")
            own.addprevious(before)
            return own, before
    raise AssertionError(words)


def as_word_saves(body: etree._Element) -> None:
    """Do to a document what Word does when it saves: rsids everywhere, runs split where the speller stopped, marks of its own."""
    for number, paragraph in enumerate(body.iter(f"{W}p")):
        paragraph.set(f"{W}rsidR", f"00{number % 0xFFFFFF:06X}")
        paragraph.set(f"{W}rsidRDefault", "00D31F2A")
        paragraph.set("{http://schemas.microsoft.com/office/word/2010/wordml}paraId", f"{number + 1:08X}")
    for number, text in enumerate(list(body.iter(f"{W}t"))):
        own, words = text.getparent(), (text.text or "").split(" ")
        if own is None or own.tag != f"{W}r" or len(words) < 3 or len(own.findall(f"{W}t")) != 1:
            continue
        at = number % (len(words) - 1) + 1
        rest = etree.fromstring(etree.tostring(own))
        rest.tail = None
        text.text = " ".join(words[:at]) + " "
        rest.find(f"{W}t").text = " ".join(words[at:])  # type: ignore[union-attr]
        for one in (text, rest.find(f"{W}t")):
            one.set(XML_SPACE, "preserve")  # type: ignore[union-attr]
        if rest.find(f"{W}rPr") is None:
            rest.insert(0, etree.SubElement(rest, f"{W}rPr"))
        own.addnext(rest)
        for kind in ("spellEnd", "spellStart"):
            own.addnext(etree.Element(f"{W}proofErr", {f"{W}type": kind}))
    first = next(body.iter(f"{W}r"))
    first.addprevious(etree.Element(f"{W}bookmarkStart", {f"{W}id": "99999", f"{W}name": "_GoBack"}))
    first.addprevious(etree.Element(f"{W}bookmarkEnd", {f"{W}id": "99999"}))


def by_libreoffice(path: Path) -> None:
    """Have LibreOffice open and save a file."""
    beside = path.parent / "lo"
    profile = f"-env:UserInstallation={(path.parent / 'profil').absolute().as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(beside), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    shutil.move(beside / path.name, path)


def files(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in (".md", ".yaml") and "pakke" not in path.parts:
            yield path.relative_to(folder).as_posix(), path.read_bytes().decode()
