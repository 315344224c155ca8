"""What Markdown says, by another way than the filler's: the HTML renderer and a reader of HTML.

What comes out is what a reader of the Word file must find: paragraphs with their emphasis, links and notes, headings and list
items among them, tables, rows, cells, and the notes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple

from aftale_builder.word.markdown import parser
from aftale_builder.word.reading.units import NOTE_MARK, Kind
from aftale_builder.word.spans import Span, Spans, even

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

INSERT = "insert"


class Item(NamedTuple):
    """Membership of a list: how many lists it stands in, and its number, None for a bullet."""

    depth: int
    number: int | None


class Word(NamedTuple):
    """One unit: its kind (a `Kind`, or `INSERT`) and its text; for an insert, its name.

    `level` is that of a heading, from 1; `notes` how many notes it refers to. `styled`: the paragraph has a style for what it is
    (a heading, an item, a quote, what stands in a list, a cell or a note), not that of the text around.
    """

    kind: str
    text: str = ""
    spans: Spans = ()
    level: int | None = None
    item: Item | None = None
    notes: int = 0
    styled: bool = False


_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset({"ul", "ol"})
_AROUND = frozenset({"blockquote", "section"})
_BLOCKS = frozenset({"p", "li", "insert", *_LISTS, *_AROUND, *_HEADINGS})
_CELLS = frozenset({"td", "th"})
_MADE = {"table": Kind.TABLE, "tr": Kind.ROW, "td": Kind.CELL, "th": Kind.CELL}
_NOTE_TAG = "note"


@dataclass(slots=True)
class Words:
    """The units of a Markdown text in order, and for each note mark in them, in order, the note's own units."""

    units: list[Word] = field(default_factory=list)
    notes: list[list[Word]] = field(default_factory=list)


def words(text: str) -> Words:
    """Return the words of a Markdown text."""
    reader = _Reader()
    reader.feed(_renderer().render(text))
    reader.close()
    reader.flush()
    return reader.words


def inline_words(text: str) -> str:
    """Return the words of one line with emphasis and links, as fixed wording is written; no sign begins a block."""
    reader = _Reader()
    reader.feed(_renderer().renderInline(text))
    reader.close()
    reader.flush()
    return "\n".join(word.text for word in reader.words.units)


@cache
def _renderer() -> MarkdownIt:
    md = parser(notes_last=True)
    for name, rule in (("insert", _insert), ("footnote_ref", _note_mark), ("footnote_anchor", _nothing)):
        md.add_render_rule(name, rule)
    return md


def _insert(_self: object, stream: Sequence[Token], index: int, *_rest: object) -> str:
    from markdown_it.common.utils import escapeHtml

    return f"<insert>{escapeHtml(stream[index].content)}</insert>\n"


def _note_mark(*_rest: object) -> str:
    return f"<{_NOTE_TAG}>"


def _nothing(*_rest: object) -> str:
    return ""


@dataclass(slots=True)
class _List:
    """A list that is open: whether it is numbered, and the number of its next item."""

    ordered: bool
    number: int


class _Reader(HTMLParser):
    """Collects units: text belongs to the innermost block around it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words = Words()
        self._target = self.words.units
        self._spans: list[Span] = []
        self._text: list[str] = []
        self._notes = 0
        self._bold = self._italic = 0
        self._link = ""
        self._level: int | None = None
        self._around = 0
        self._lists: list[_List] = []
        self._item: Item | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS or tag in _CELLS or tag in {"table", "tr"}:
            self.flush()
            self._open(tag, dict(attrs))
        else:
            self._inside(tag, dict(attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag == "insert":
            self._target.append(Word(INSERT, "".join(self._text)))
            self._clear()
        elif tag in _BLOCKS or tag in _CELLS or tag == "table":
            self.flush()
            self._close(tag)
        elif tag == "strong":
            self._bold -= 1
        elif tag == "em":
            self._italic -= 1
        elif tag == "a":
            self._link = ""

    def handle_data(self, data: str) -> None:
        self._text.append(data)
        self._spans.append(Span(data, self._bold > 0, self._italic > 0, self._link))

    def _inside(self, tag: str, attrs: dict[str, str | None]) -> None:
        """Begin something inside a paragraph."""
        if tag == "br":
            self._text.append("\v")
        elif tag == _NOTE_TAG:
            self._text.append(NOTE_MARK)
            self._notes += 1
        elif tag == "strong":
            self._bold += 1
        elif tag == "em":
            self._italic += 1
        elif tag == "a":
            self._link = attrs.get("href") or ""

    def _open(self, tag: str, attrs: dict[str, str | None]) -> None:
        """Begin a block."""
        if tag not in {"p", "li"}:
            self._bare_item()
        if tag in _LISTS and attrs.get("class") != "footnotes-list":
            self._lists.append(_List(tag == "ol", int(attrs.get("start") or 1)))
        elif tag == "li" and attrs.get("class") == "footnote-item":
            self._target = []
            self.words.notes.append(self._target)
        elif tag == "li":
            own = self._lists[-1]
            self._item = Item(len(self._lists), own.number if own.ordered else None)
            own.number += 1
        elif tag in _HEADINGS:
            self._level = _HEADINGS[tag]
        elif tag in _AROUND or tag in _CELLS:
            self._around += 1
        if tag in _MADE:
            self._target.append(Word(_MADE[tag]))

    def _close(self, tag: str) -> None:
        """End a block."""
        if tag == "li":
            self._bare_item()
        elif tag in _LISTS and self._lists:
            self._lists.pop()
        elif tag in _HEADINGS:
            self._level = None
        elif tag in _AROUND or tag in _CELLS:
            self._around -= 1
        elif tag == "table":
            self._target.append(Word(Kind.TABLE_END))

    def _bare_item(self) -> None:
        """Add the item whose sign stands alone, since it begins with something that is no paragraph."""
        if self._item is not None:
            self._target.append(Word(Kind.PARAGRAPH, item=self._item, styled=True))
            self._item = None

    def flush(self) -> None:
        """End the paragraph that is being read, if there is one."""
        # A break is written with a newline after it; any other newline is a space.
        text = "".join(self._text).replace("\v\n", "\v").replace("\n", " ").replace("\v", "\n").strip()
        if text:
            styled = bool(self._around or self._lists or self._level)
            self._target.append(Word(Kind.PARAGRAPH, text, even(self._spans), self._level, self._item, self._notes, styled))
            self._item = None
        self._clear()

    def _clear(self) -> None:
        self._text.clear()
        self._spans.clear()
        self._notes = 0
