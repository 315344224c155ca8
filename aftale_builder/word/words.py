"""The plain words of Markdown, by another way than the filler's: the HTML renderer and a reader of HTML.

What comes out is what a reader of the Word file must find: paragraphs, tables, rows, cells, and the notes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from aftale_builder.word.markdown import parser
from aftale_builder.word.reading.units import NOTE_MARK, Kind

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

INSERT = "insert"
Word = tuple[str, str]
"""The kind of a unit (a `Kind`, or `INSERT`) and its text; for an insert, its name."""

_BLOCKS = frozenset({"p", "li", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "section", "insert"})
_CELLS = frozenset({"td", "th"})


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
    return "\n".join(text for _kind, text in reader.words.units)


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
    return NOTE_MARK


def _nothing(*_rest: object) -> str:
    return ""


class _Reader(HTMLParser):
    """Collects units: text belongs to the innermost block around it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words = Words()
        self._target = self.words.units
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._text.append("\v")
        elif tag == "table":
            self._open(Kind.TABLE)
        elif tag == "tr":
            self._open(Kind.ROW)
        elif tag in _CELLS:
            self._open(Kind.CELL)
        elif tag in _BLOCKS:
            self.flush()
            if tag == "li" and ("class", "footnote-item") in attrs:
                self._target = []
                self.words.notes.append(self._target)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag == "insert":
            self._target.append((INSERT, "".join(self._text)))
            self._text.clear()
        elif tag == "table":
            self._open(Kind.TABLE_END)
        elif tag in _BLOCKS or tag in _CELLS:
            self.flush()

    def handle_data(self, data: str) -> None:
        self._text.append(data)

    def _open(self, kind: Kind) -> None:
        self.flush()
        self._target.append((kind, ""))

    def flush(self) -> None:
        """End the paragraph that is being read, if there is one."""
        # A break is written with a newline after it; any other newline is a space.
        text = "".join(self._text).replace("\v\n", "\v").replace("\n", " ").replace("\v", "\n").strip()
        if text:
            self._target.append((Kind.PARAGRAPH, text))
        self._text.clear()
