"""Lines: prose as paragraphs, headings and items of lists, each with the paper that it is printed in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from aftale_builder.findings import Anchored
from aftale_builder.rules.passages import Passage
from aftale_builder.rules.pattern import pattern


class Paper(StrEnum):
    """The papers of the package, by what each calls itself."""

    SAMARBEJDSAFTALE = "strategisk samarbejdsaftale"
    DELAFTALE = "delaftale"
    KOMMISSORIUM = "kommissorium"
    BUDGET = "budget"
    BEREDSKABSPLAN = "beredskabsplan"
    MILEPAELSPLAN = "milepælsplan"
    INDBERETNINGSSKEMA = "indberetningsskema"


class Line:
    """A paragraph, heading or item of a list.

    `text` is as it is read: marks of emphasis and line breaks are spaces, so its offsets are those of the passage, counted from
    `start`. `under` is the heading that it stands under, «» before the first. `indsats` is the id of the indsatsområde that it
    tells of (its problemkompleks, its delaftale), `problem` whether it belongs to the problemkompleks. `value` is True for the
    short text of a key, which is no running prose.
    """

    __slots__ = ("heading", "indsats", "paper", "passage", "problem", "start", "text", "under", "value")

    def __init__(  # noqa: PLR0913 - all that is known of a line
        self,
        text: str,
        passage: Passage,
        start: int,
        paper: Paper,
        *,
        heading: bool = False,
        under: str = "",
        indsats: str = "",
        problem: bool = False,
        value: bool = False,
    ) -> None:
        self.text = text
        self.passage = passage
        self.start = start
        self.paper = paper
        self.heading = heading
        self.under = under
        self.indsats = indsats
        self.problem = problem
        self.value = value

    def at(self, start: int, end: int) -> Anchored:
        """Return where a part of the text stands, given by offsets into it."""
        return self.passage.at(self.start + start, self.start + end)

    def quoted(self, offset: int) -> bool:
        """Tell whether an offset stands in quotation marks that are closed again in the line."""
        return any(start < offset < end for start, end in quotations(self.text))


class Piece:
    """A block of Markdown: its offset, its text with the marks blanked out, whether it is a heading, and the heading above it."""

    __slots__ = ("heading", "start", "text", "under")

    def __init__(self, start: int, text: str, under: str, *, heading: bool) -> None:
        self.start = start
        self.text = text
        self.under = under
        self.heading = heading


_UNREAD = re.compile(r"[*`\\\s](?<! )")  # not the spaces themselves: to write each anew would be most of the work
_MARK = re.compile(r" {0,12}(?:(#{1,6})(?= |$)|[-+*](?= )|\d{1,3}[.)](?= )|>|\[\^[^\]]*\]:)[ \t]*")
_INSERT = re.compile(r"\s*\[\[[^\]]*\]\]\s*")
_TYPED_HEADING = re.compile(r"\s*(?:\*\*|__)[^*\n]{2,80}(?:\*\*|__):?\s*")
_QUOTES = pattern(r"«[^«»]*»|»[^«»]*«|“[^“”]*”|„[^„“”]*[“”]|”[^”]*”|\"[^\"]*\"")
_ABBREVIATIONS = frozenset({
    "pct", "kr", "mio", "mia", "bl", "eks", "ca", "nr", "jf", "stk", "dvs", "mv", "mfl", "fl", "evt", "hhv", "ift", "inkl",
    "ekskl", "pkt", "ifm", "vedr", "osv", "lign", "tlf", "afd", "kl", "pr", "maks", "min", "iht", "mht", "fx", "adm", "dir",
    "sidst", *"abcdefghijklmnopqrstuvwxyzæøå",
})  # fmt: skip
_STOP = pattern(r"[.!?](?=[\s\"»”)]+[\"«“(]?[A-ZÆØÅ0-9])")


def pieces(markdown: str) -> Iterator[Piece]:
    """Yield the blocks of Markdown in order; lines that only ask for an insert are left out."""
    under, start, block = "", 0, ""
    offset = 0
    for line in markdown.splitlines(keepends=True):
        mark = _MARK.match(line)
        if block and (mark or not line.strip()):
            yield (piece := _piece(start, block, under))
            under, block = (piece.text.strip() if piece.heading else under), ""
        if mark and mark[1]:
            title = as_read(line[mark.end() :]).rstrip("# ")
            yield Piece(offset + mark.end(), title, under, heading=True)
            under = title.strip()
        elif line.strip() and not _INSERT.fullmatch(line):
            if not block:
                skip = mark.end() if mark else len(line) - len(line.lstrip())
                start, block = offset + skip, line[skip:]
            else:
                block += line
        offset += len(line)
    if block:
        yield _piece(start, block, under)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence of a line. An abbreviation and a day («1. oktober») end none."""
    start = 0
    for stop in _STOP.finditer(text):
        if text[stop.start()] != "." or _last_word(text, start, stop.start()).casefold() not in _ABBREVIATIONS:
            yield start, stop.end()
            start = stop.end()
    if text[start:].strip():
        yield start, len(text)


def _last_word(text: str, start: int, end: int) -> str:
    """Return the letters and digits that a stretch of a text ends with."""
    first = end
    while first > start and (text[first - 1].isalnum() or text[first - 1] == "_"):
        first -= 1
    return text[first:end]


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of what stands in quotation marks, the marks included."""
    if any(mark in text for mark in '«»“”„"'):
        for match in _QUOTES.finditer(text):
            yield match.span()


def as_read(text: str) -> str:
    """Return a text with marks of emphasis and line breaks as spaces, of the same length."""
    return _UNREAD.sub(" ", text)


def _piece(start: int, block: str, under: str) -> Piece:
    return Piece(start, as_read(block).rstrip(), under, heading=_TYPED_HEADING.fullmatch(block) is not None)
