"""Markdown as the reader of Word files sees it, each word with its place in the source: paragraphs, tables, rows and cells in
the order in which they are printed, and the notes by label.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aftale_builder.pulling.changes import Item
from aftale_builder.pulling.scanning import PLAIN, Look, Source, placed, split_row
from aftale_builder.word.markdown import tokens
from aftale_builder.word.reading import NOTE_MARK, Kind

if TYPE_CHECKING:
    from markdown_it.token import Token

INSERT = "insert"
_TABLES = {
    "table_open": Kind.TABLE,
    "table_close": Kind.TABLE_END,
    "tr_open": Kind.ROW,
    "td_open": Kind.CELL,
    "th_open": Kind.CELL,
}
_HEADING = re.compile(r"#{1,6}[ \t]+")


@dataclass(slots=True)
class Leaf:
    """A printed unit of the Markdown: its `kind` («paragraph», «table», «row», «cell», «table-end», «insert»), its lines in the
    source (the last not included), its words with a look each, and the stretch of the source that says them.

    `places` are the stretches of the words' characters, empty where they could not be told. `depth` counts the lists and
    quotes around; `labels` are those of the notes referred to.
    """

    kind: str
    first: int
    last: int
    text: str = ""
    looks: tuple[Look, ...] = ()
    start: int = 0
    end: int = 0
    places: tuple[tuple[int, int], ...] = ()
    level: int | None = None
    item: Item | None = None
    depth: int = 0
    quoted: bool = False
    tail: bool = False
    """It goes on with a list item whose first paragraph is another leaf."""
    labels: tuple[str, ...] = ()
    breaks: frozenset[int] = frozenset()
    """Where a blank of the words is a line end of the source."""


@dataclass(slots=True)
class Note:
    """The definition of a note: its label, its lines and its leaves."""

    label: str
    first: int
    last: int
    leaves: list[Leaf] = field(default_factory=list)


@dataclass(slots=True)
class Leaves:
    """What a Markdown text says, in order, and the notes in the order in which they are written."""

    source: str
    units: list[Leaf] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def note(self, label: str) -> Note | None:
        """Return the note with this label."""
        return next((note for note in self.notes if note.label == label), None)


def leaves(source: str) -> Leaves:
    """Return the leaves of a Markdown text."""
    reader = _Reader(source)
    reader.read(tokens(source))
    return reader.found


@dataclass(slots=True)
class _List:
    number: int | None


class _Reader:
    def __init__(self, source: str) -> None:
        self.found = Leaves(source)
        self.starts = [0]
        for at, sign in enumerate(source):
            if sign == "\n":
                self.starts.append(at + 1)
        self._into = self.found.units
        self._lists: list[_List] = []
        self._item: Item | None = None
        self._quotes = 0
        self._level: int | None = None
        self._cell = 0

    def read(self, stream: Sequence[Token]) -> None:
        """Take up all tokens."""
        lines = (0, 0)
        for token in stream:
            if token.map is not None:
                lines = (token.map[0], token.map[1])
            match token.type:
                case "inline":
                    self._inline(token, lines)
                case "insert":
                    self._into.append(Leaf(INSERT, *lines, text=token.content, looks=(PLAIN,) * len(token.content)))
                case "footnote_reference_open":
                    self._note(token, lines)
                case "footnote_reference_close":
                    self._into = self.found.units
                case _:
                    self._block(token, lines)

    def _note(self, token: Token, lines: tuple[int, int]) -> None:
        note = Note(str(token.meta["label"]), *self._lines(lines))
        self.found.notes.append(note)
        self._into = note.leaves

    def _lines(self, lines: tuple[int, int]) -> tuple[int, int]:
        """Return lines without the empty ones at their end."""
        first, last = lines
        while last > first + 1 and not self.line(last - 1).strip():
            last -= 1
        return first, last

    def line(self, number: int) -> str:
        """Return a line of the source without its newline."""
        return self.found.source[self.starts[number] : self.line_end(number)]

    def line_end(self, number: int) -> int:
        """Return where a line ends, before its newline."""
        return self.starts[number + 1] - 1 if number + 1 < len(self.starts) else len(self.found.source)

    def _block(self, token: Token, lines: tuple[int, int]) -> None:
        match token.type.rpartition("_"):
            case ("bullet_list" | "ordered_list" | "blockquote" | "table" | "heading", _, "open"):
                self._bare(lines)
        if token.type in _TABLES:
            self._into.append(Leaf(_TABLES[token.type], *lines))
            self._cell = 0 if token.type == "tr_open" else self._cell + 1
        elif token.type.startswith(("bullet_list", "ordered_list", "list_item")):
            self._list(token, lines)
        elif token.type.startswith("heading"):
            self._level = int(token.tag[1]) if token.nesting == 1 else None
        elif token.type.startswith("blockquote"):
            self._quotes += token.nesting

    def _list(self, token: Token, lines: tuple[int, int]) -> None:
        if token.type == "list_item_open":
            own = self._lists[-1]
            self._item = Item(len(self._lists) - 1, own.number)
            own.number = own.number + 1 if own.number is not None else None
        elif token.type == "list_item_close":
            self._bare(lines)
        elif token.nesting == 1:
            self._lists.append(_List(int(token.attrs.get("start") or 1) if token.type == "ordered_list_open" else None))
        else:
            self._lists.pop()

    def _bare(self, lines: tuple[int, int]) -> None:
        """Take up the item whose sign stands alone, since it begins with something that is no paragraph."""
        if self._item is not None:
            self._into.append(Leaf(Kind.PARAGRAPH, lines[0], lines[0], item=self._item, depth=len(self._lists)))
            self._item = None

    def _inline(self, token: Token, lines: tuple[int, int]) -> None:
        in_cell = bool(self._into) and self._into[-1].kind == Kind.CELL
        leaf = Leaf(Kind.PARAGRAPH, *lines, level=self._level, item=self._item, depth=len(self._lists) + self._quotes)
        leaf.quoted, leaf.tail = self._quotes > 0, bool(self._lists) and self._item is None
        self._item = None
        if in_cell:
            source = self._cell_source(lines[0])
            cell = self._into[-1]
            cell.start, cell.end = (source[0].start, source[-1].end) if source else self._empty_cell(lines[0])
            leaf.level, leaf.tail = None, False
        else:
            source = self._source(token.content, lines[0])
        _say(leaf, token.children or [])
        if in_cell and not leaf.text:
            return
        if source:
            leaf.start, leaf.end = source[0].start, source[-1].end
            leaf.places = placed(leaf.text, leaf.looks, source)
            ends = {sign.start for sign in source if sign.sign == "\n"}
            leaf.breaks = frozenset(at for at, place in enumerate(leaf.places) if place[0] in ends and leaf.text[at] == " ")
        self._into.append(leaf)

    def _source(self, content: str, first: int) -> list[Source]:
        """Return the characters that a paragraph's words are written with; a newline with the layout around it."""
        found: list[Source] = []
        for number, told in enumerate(content.split("\n"), start=first):
            if number >= len(self.starts):
                return []
            start, line = self.starts[number], self.line(number)
            if self._level is not None and (mark := _HEADING.search(line)):
                at = line.find(told, mark.end()) if told else len(line)
            else:
                at = line.rstrip().rfind(told.rstrip()) if told.strip() else len(line)
            if at < 0:
                return []
            if number > first:
                found.append(Source("\n", found[-1].end if found else start, start + at))
            found += [Source(sign, start + at + offset, start + at + offset + 1) for offset, sign in enumerate(told)]
        return found

    def _cell_source(self, row: int) -> list[Source]:
        """Return the characters of the cell that is being read; an escaped bar is one."""
        cells = split_row(self.line(row))
        if self._cell > len(cells):
            return []
        start, end = cells[self._cell - 1]
        base, found, at = self.starts[row], [], start
        line = self.line(row)
        while at < end:
            length = 2 if line.startswith("\\|", at) else 1
            found.append(Source(line[at + length - 1], base + at, base + at + length))
            at += length
        return found

    def _empty_cell(self, row: int) -> tuple[int, int]:
        cells = split_row(self.line(row))
        at = self.starts[row] + (cells[self._cell - 1][0] if self._cell <= len(cells) else len(self.line(row)))
        return at, at


def _say(leaf: Leaf, children: Sequence[Token]) -> None:
    """Set the words of a leaf from the tokens of its words."""
    signs: list[tuple[str, Look]] = []
    labels: list[str] = []
    bold = italic = 0
    link = ""
    for child in children:
        match child.type:
            case "strong_open" | "strong_close":
                bold += child.nesting
            case "em_open" | "em_close":
                italic += child.nesting
            case "link_open" | "link_close":
                link = str(child.attrs["href"]) if child.nesting == 1 else ""
            case "footnote_ref":
                signs.append((NOTE_MARK, PLAIN))
                labels.append(str(child.meta["label"]))
            case "softbreak" | "hardbreak":
                signs.append((" " if child.type == "softbreak" else "\n", Look(bold > 0, italic > 0, link)))
            case _:
                signs += [(sign, Look(bold > 0, italic > 0, link)) for sign in child.content]
    while signs and signs[-1][0].isspace():
        signs.pop()
    first = next((at for at, (sign, _) in enumerate(signs) if not sign.isspace()), len(signs))
    leaf.text = "".join(sign for sign, _ in signs[first:])
    leaf.looks = tuple(look for _, look in signs[first:])
    leaf.labels = tuple(labels)
