"""A second look at a Word file: is every word of its XML among the units that the reader gave? The two share no code.

Left out of the XML is only what is no text of the file: the branches of `mc:AlternateContent` that Word does not show, tracked
deletions, and the instructions of fields that end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from lxml import etree

from aftale_builder.word.package import Package
from aftale_builder.word.reading.units import NOTE_MARK, Kind, Part, WordText

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TEXTS = frozenset({f"{_W}t", f"{_M}t", f"{_A}t"})
_SPACES = frozenset({f"{_W}tab", f"{_W}ptab", f"{_W}br", f"{_W}cr"})
_PARAGRAPHS = frozenset({f"{_W}p", f"{_A}p"})
_DELETED = frozenset({f"{_W}del", f"{_W}moveFrom"})
_NOTES = {"footnotes": f"{_W}footnote", "endnotes": f"{_W}endnote", "comments": f"{_W}comment"}
_HOLDERS = frozenset({Kind.NOTE, Kind.COMMENT})
_END = "\n"
_AROUND = {f"{_W}rt": " "}  # the reading aid of a word is no part of that word

Stories = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Lost:
    """Words of the file that no unit has, and the words right before them."""

    words: str
    after: str


@dataclass(slots=True)
class _Piece:
    """Text in the order of the XML, or the sign of a field: `kind` is text, box, begin, separate or end."""

    kind: str
    text: str = ""
    box: etree._Element | None = None


def lost(package: Package, word: WordText) -> list[Lost]:
    """Return the words of the file's XML that are missing in its units; none when all are there in order."""
    there = _told(word)
    return [gone for name, wanted in _written(package).items() for gone in _missing(wanted, there.get(name, []))]


def _told(word: WordText) -> Stories:
    """Return the paragraphs of the units by story: one of each note and comment, one of all headers."""
    stories: Stories = {}
    name = ""
    for unit in word.units:
        name = unit.ref if unit.kind in _HOLDERS else name
        if unit.kind is Kind.PARAGRAPH:
            own = name if unit.part in {Part.FOOTNOTE, Part.ENDNOTE, Part.COMMENT} else unit.part.value
            text = "".join(run.text for run in unit.runs).replace(NOTE_MARK, "")
            stories.setdefault(own, []).append(text)
    return stories


def _written(package: Package) -> Stories:
    """Return the paragraphs of the XML, by the same names."""
    root = package.xml(package.main)
    stories: Stories = {Part.BODY.value: _paragraphs(root)}
    for kind, tag in _NOTES.items():
        for part in package.related(package.main, kind):
            for note in package.xml(part).iterchildren(tag):
                if note.get(f"{_W}type", "normal") == "normal":  # the others are Word's own lines between text and notes
                    stories.setdefault(f"{etree.QName(tag).localname} {note.get(f'{_W}id', '')}", []).extend(_paragraphs(note))
    relations = package.relations(package.main)
    for edge in (Part.HEADER, Part.FOOTER):
        used = (reference.get(f"{_R}id", "") for reference in root.iter(f"{_W}{edge.value}Reference"))
        for target in dict.fromkeys(relations[ref].target for ref in used if ref in relations):
            if target in package:
                stories.setdefault(edge.value, []).extend(_paragraphs(package.xml(target)))
    return stories


def _paragraphs(flow: etree._Element) -> list[str]:
    """Return the paragraphs of a flow of text, those of a text box after the one that it is anchored in."""
    found: list[str] = []
    boxes: list[etree._Element] = []
    text = ""
    for piece in (*_shown(list(_pieces(flow))), _Piece("text", _END)):
        if piece.box is not None:
            boxes.append(piece.box)
        elif piece.text != _END:
            text += piece.text
        else:
            found += [text, *(paragraph for box in boxes for paragraph in _paragraphs(box))]
            boxes, text = [], ""
    return found


def _pieces(parent: etree._Element) -> Iterator[_Piece]:
    for child in _branch(parent):
        tag = child.tag
        if tag in _TEXTS:
            yield _Piece("text", (child.text or "").replace(_END, " "))
        elif tag in _SPACES:
            yield _Piece("text", " ")
        elif tag == f"{_W}fldChar":
            yield _Piece(child.get(f"{_W}fldCharType", ""))
        elif _is_box(child):
            yield _Piece("box", box=child)
        elif isinstance(tag, str) and tag not in _DELETED and not _is_deleted_row(child):
            around = _END if tag in _PARAGRAPHS else _AROUND.get(tag, "")
            yield _Piece("text", around)
            yield from _pieces(child)
            yield _Piece("text", around)


def _branch(parent: etree._Element) -> Iterable[etree._Element]:
    """Return what is in an element; of alternatives the first that asks for nothing but Microsoft's own, else the fallback."""
    if parent.tag != f"{_MC}AlternateContent":
        return parent
    spaces = [(choice, choice.get("Requires", "").split()) for choice in parent if choice.tag == f"{_MC}Choice"]
    known = (
        choice
        for choice, prefixes in spaces
        if all("//schemas.microsoft.com/" in (choice.nsmap.get(prefix) or "") for prefix in prefixes)
    )
    other = parent.find(f"{_MC}Fallback")
    return next(known, parent if other is None else other)


def _is_box(element: etree._Element) -> bool:
    return element.tag == f"{_W}txbxContent" or (element.tag not in _PARAGRAPHS and element.find(f"{_A}p") is not None)


def _is_deleted_row(element: etree._Element) -> bool:
    return element.tag == f"{_W}tr" and element.find(f"{_W}trPr/{_W}del") is not None


def _shown(pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    """Yield what is not the instruction of a field: one that has no end has none."""
    open_: list[tuple[int, int | None]] = []
    hidden: set[int] = set()
    for at, piece in enumerate(pieces):
        if piece.kind == "begin":
            open_.append((at, None))
        elif piece.kind == "separate" and open_:
            open_[-1] = (open_[-1][0], at)
        elif piece.kind == "end" and open_:
            begin, result = open_.pop()
            hidden.update(range(begin, at if result is None else result))
    return (piece for at, piece in enumerate(pieces) if at not in hidden or piece.kind == "box" or piece.text == _END)


def _missing(wanted: Sequence[str], there: Sequence[str]) -> Iterator[Lost]:
    """Yield the words of one story that are missing in another: paragraph by paragraph, and in those that differ word by word."""
    wanted, there = [text for text in wanted if text.strip()], [text for text in there if text.strip()]
    bare, others = list(map(_bare, wanted)), list(map(_bare, there))
    if "".join(bare) == "".join(others):
        return
    for tag, start, end, first, last in SequenceMatcher(None, bare, others, autojunk=False).get_opcodes():
        # Units have signs that are no text in the XML (symbols, hyphens) and diagrams, so they may hold more.
        if tag in {"delete", "replace"} and not _in_order("".join(bare[start:end]), "".join(others[first:last])):
            before = " ".join(wanted[:start][-1:]).split()
            yield from _lost_words(before, " ".join(wanted[start:end]).split(), " ".join(there[first:last]).split())


def _lost_words(before: list[str], wanted: list[str], there: list[str]) -> Iterator[Lost]:
    for tag, start, end, _, _ in SequenceMatcher(None, wanted, there, autojunk=False).get_opcodes():
        if tag in {"delete", "replace"}:
            yield Lost(" ".join(wanted[start:end]), " ".join([*before, *wanted[:start]][-4:]))


def _bare(text: str) -> str:
    return "".join(text.split())


def _in_order(wanted: str, there: str) -> bool:
    rest = iter(there)
    return all(sign in rest for sign in wanted)
