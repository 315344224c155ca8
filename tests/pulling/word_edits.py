"""Edits of Word files as Word writes them: on the XML, with its split runs, revision ids and proofing marks."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from aftale_builder.word.ooxml import PPR, ROW, RPR, RUN, TABLE, Element, P, T, W, make, text
from aftale_builder.word.package import open_package, write_package

NAMESPACE = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"

_OF_CELL = f"{W}tc/{W}p"


class Edited:
    """A Word file that is being edited."""

    def __init__(self, data: bytes) -> None:
        package = open_package(data)
        self._parts = package.parts()
        self._main = package.main
        self.root = package.xml(package.main)
        self._others: dict[str, Element] = {}

    def bytes(self) -> bytes:
        """Return the file as it is now."""
        roots = {self._main: self.root, **self._others}
        changed = {name: etree.tostring(root, encoding="UTF-8", xml_declaration=True) for name, root in roots.items()}
        return write_package({**self._parts, **changed})

    def paragraph(self, said: str, number: int = 0) -> Element:
        """Return the paragraph that says this, or begins so."""
        found = [element for element in self.root.iter(P) if words(element).startswith(said)]
        return found[number]

    def row(self, said: str) -> Element:
        """Return the row of a table in which a paragraph of a cell says this; a figure's strips are rows, but have none."""
        return next(row for row in self.root.iter(ROW) if any(words(cell).strip() == said for cell in row.iterfind(_OF_CELL)))

    def replace(self, old: str, new: str, within: str = "") -> Edited:
        """Type over some words, which end up in a run of their own."""
        paragraph = self.paragraph(within or old)
        whole = words(paragraph)
        at = whole.index(old)
        for piece in paragraph.iter(T):
            said = piece.text or ""
            if 0 <= at < len(said):
                assert said[at : at + len(old)] == old, "the words stand in several runs"
                _split_in(piece, at, len(old), new)
                return self
            at -= len(said)
        raise AssertionError(old)

    def delete(self, said: str) -> Edited:
        """Take a paragraph away."""
        _remove(self.paragraph(said))
        return self

    def after(self, said: str, *new: str, like: str = "") -> Edited:
        """Write paragraphs after another, with the properties of that or of another."""
        above = self.paragraph(said)
        for one in reversed(new):
            above.addnext(like_paragraph(self.paragraph(like) if like else above, one))
        return self

    def split(self, said: str, at: str) -> Edited:
        """Press Enter before some words."""
        paragraph = self.paragraph(said)
        self.replace(at, at, within=said)
        run = next(run for run in paragraph.iter(RUN) if words(run) == at)
        rest = [run, *run.itersiblings()]
        new = make("p", *rest)
        if (properties := paragraph.find(PPR)) is not None:
            new.insert(0, deepcopy(properties))
        paragraph.addnext(new)
        return self

    def join(self, said: str) -> Edited:
        """Delete the end of a paragraph, so that the next one goes on in it."""
        paragraph = self.paragraph(said)
        following = next(paragraph.itersiblings(P))
        paragraph.append(make("r", text(" ")))
        paragraph.extend([child for child in following if child.tag != PPR])
        _remove(following)
        return self

    def move(self, said: str, below: str) -> Edited:
        """Move a paragraph below another, with its bookmarks."""
        moved = self.paragraph(said)
        self.paragraph(below).addnext(moved)
        return self

    def bold(self, said: str, within: str) -> Edited:
        """Make some words bold."""
        self.replace(said, said, within=within)
        run = next(run for run in self.paragraph(within).iter(RUN) if words(run) == said)
        properties = run.find(RPR)
        if properties is None:
            properties = make("rPr")
            run.insert(0, properties)
        properties.insert(0, make("b"))
        return self

    def new_row(self, said: str, *cells: str) -> Edited:
        """Put a row below the one in which something is said."""
        row = self.row(said)
        new = deepcopy(row)
        strip_bookmarks(new)
        for cell, words_ in zip(new.iterchildren(f"{W}tc"), cells, strict=True):
            first, *others = list(cell.iterchildren(P))
            for other in others:
                _remove(other)
            set_words(first, words_)
        row.addnext(new)
        return self

    def delete_row(self, said: str) -> Edited:
        """Take the row away in which something is said."""
        _remove(self.row(said))
        return self

    def without_bookmarks(self) -> Edited:
        """Take all bookmarks away, as some programs do."""
        strip_bookmarks(self.root)
        for name in self._parts:
            if re.fullmatch(r"word/(header|footer)\d*\.xml", name):
                strip_bookmarks(self._others.setdefault(name, etree.fromstring(self._parts[name])))
        return self

    def resaved(self) -> Edited:
        """Write the file as Word does after a look at it: revision ids, proofing marks, runs split at each of these."""
        for number, paragraph in enumerate(self.root.iter(P)):
            paragraph.set(f"{W}rsidR", f"{number:08X}")
            paragraph.set(f"{W}rsidRDefault", "00A1B2C3")
        for run in list(self.root.iter(RUN)):
            pieces = [child for child in run if child.tag != RPR]
            if len(pieces) != 1 or pieces[0].tag != T or len(pieces[0].text or "") < 8:
                continue
            said = pieces[0].text or ""
            at = len(said) // 2
            _split_in(pieces[0], at, 3, said[at : at + 3], mark=True)
        return self

    def comment(self, said: str, remark: str) -> Edited:
        """Make a comment at a paragraph."""
        paragraph = self.paragraph(said)
        paragraph.append(make("r", make("commentReference", id="0")))
        said = f"<w:p><w:r><w:t>{remark}</w:t></w:r></w:p>"
        comment = xml(f"<w:comments><w:comment w:id='0' w:author='Ida'>{said}</w:comment></w:comments>")
        self._parts["word/comments.xml"] = etree.tostring(comment, encoding="UTF-8", xml_declaration=True)
        types, relations = "[Content_Types].xml", "word/_rels/document.xml.rels"
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
        self._add(types, f'<Override PartName="/word/comments.xml" ContentType="{kind}"/></Types>', "</Types>")
        relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
        made = f'<Relationship Id="rIdC" Type="{relation}" Target="comments.xml"/>'
        self._add(relations, f"{made}</Relationships>", "</Relationships>")
        return self

    def notes(self) -> list[Element]:
        """Return the footnotes; what is changed in them is kept."""
        name = "word/footnotes.xml"
        if name not in self._others:
            self._others[name] = etree.fromstring(self._parts[name])
        return list(self._others[name].iter(f"{W}footnote"))

    def _add(self, part: str, new: str, end: str) -> None:
        self._parts[part] = self._parts[part].decode().replace(end, new).encode()

    def on(self, change: Callable[[Element], None]) -> Edited:
        """Change the document's XML by hand."""
        change(self.root)
        return self


def words(element: Element) -> str:
    """Return the words of an element, those of its text boxes too."""
    return "".join(piece.text or "" for piece in element.iter(T))


def xml(source: str) -> Element:
    """Return an element of OOXML."""
    return etree.fromstring(re.sub(r"^<(w:\w+)", rf"<\1 {NAMESPACE}", source))


def like_paragraph(model: Element, said: str) -> Element:
    """Return a paragraph with the properties of another."""
    new = make("p", make("r", text(said)))
    if (properties := model.find(PPR)) is not None:
        new.insert(0, deepcopy(properties))
    return new


def set_words(paragraph: Element, said: str) -> None:
    """Let a paragraph say something else, in the look of its first run."""
    first = paragraph.find(f".//{RPR}")
    for child in [child for child in paragraph if child.tag != PPR]:
        paragraph.remove(child)
    run = make("r", text(said))
    if first is not None and first.getparent() is not None:
        run.insert(0, deepcopy(first))
    paragraph.append(run)


def strip_bookmarks(element: Element) -> None:
    """Take the bookmarks out of an element."""
    for mark in list(element.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        _remove(mark)


def tables(root: Element) -> list[Element]:
    """Return the tables."""
    return list(root.iter(TABLE))


def _split_in(piece: Element, at: int, length: int, new: str, *, mark: bool = False) -> None:
    """Split the run of a text in three, the middle one with new words; with proofing marks round it."""
    run = piece.getparent()
    assert run is not None
    said = piece.text or ""
    following = list(piece.itersiblings())
    properties = run.find(RPR)

    def like(*children: Element) -> Element:
        made = make("r", *([deepcopy(properties)] if properties is not None else []), *children)
        made.set(f"{W}rsidRPr", "00D4E5F6")
        return made

    made = [like(text(new))] if new else []
    if mark:
        made = [make("proofErr", type="spellStart"), *made, make("proofErr", type="spellEnd")]
    made.append(like(text(said[at + length :]), *following))
    piece.text = said[:at]
    piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    for element in reversed(made):
        run.addnext(element)


def _remove(element: Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
