"""Lines: prose as paragraphs, headings and items of lists, each with the paper that it is printed in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

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


class Line(NamedTuple):
    """A paragraph, heading or item of a list.

    `text` is as it is read: marks of emphasis and line breaks are spaces, so its offsets are those of the passage, counted from
    `start`. `under` is the heading that it stands under, «» before the first. `indsats` is the id of the indsatsområde that it
    tells of (its problemkompleks, its delaftale), `problem` whether it belongs to the problemkompleks. `value` is True for the
    short text of a key, which is no running prose.
    """

    text: str
    passage: Passage
    start: int
    paper: Paper
    heading: bool = False
    under: str = ""
    indsats: str = ""
    problem: bool = False
    value: bool = False

    def at(self, start: int, end: int) -> Anchored:
        """Return where a part of the text stands, given by offsets into it."""
        return self.passage.at(self.start + start, self.start + end)

    def quoted(self, offset: int) -> bool:
        """Tell whether an offset stands in quotation marks that are closed again in the line."""
        return any(start < offset < end for start, end in quotations(self.text))


class Piece(NamedTuple):
    """A block of Markdown: its offset, its text with the marks blanked out, whether it is a heading, and the heading above it."""

    start: int
    text: str
    heading: bool
    under: str


_UNREAD = re.compile(r"[*`\\\s]")
_MARK = re.compile(r" {0,12}(?:(#{1,6})(?= |$)|[-+*](?= )|\d{1,3}[.)](?= )|>|\[\^[^\]]*\]:)[ \t]*")
_INSERT = re.compile(r"\s*\[\[[^\]]*\]\]\s*")
_TYPED_HEADING = re.compile(r"\s*(?:\*\*|__)[^*\n]{2,80}(?:\*\*|__):?\s*")
_QUOTES = pattern(r"«[^«»]*»|»[^«»]*«|“[^“”]*”|„[^„“”]*[“”]|”[^”]*”|\"[^\"]*\"")
_ENDS_WITH_ABBREVIATION = pattern(
    r"(?:\b(?:pct|kr|mio|mia|bl|a|f|eks|ca|nr|jf|stk|dvs|m|v|mv|mfl|fl|evt|hhv|ift|inkl|ekskl|pkt|ifm|vedr|osv|o|lign|tlf|afd|kl|p|t"
    r"|pr|maks|min|iht|mht|fx|adm|dir|sidst|[A-ZÆØÅ]))\.$",
    re.IGNORECASE,
)
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
            yield Piece(offset + mark.end(), title, heading=True, under=under)
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
        if not _ENDS_WITH_ABBREVIATION.search(text, start, stop.end()):
            yield start, stop.end()
            start = stop.end()
    if text[start:].strip():
        yield start, len(text)


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of what stands in quotation marks, the marks included."""
    if any(mark in text for mark in '«»“”„"'):
        for match in _QUOTES.finditer(text):
            yield match.span()


def as_read(text: str) -> str:
    """Return a text with marks of emphasis and line breaks as spaces, of the same length."""
    return _UNREAD.sub(" ", text)


def _piece(start: int, block: str, under: str) -> Piece:
    return Piece(start, as_read(block).rstrip(), _TYPED_HEADING.fullmatch(block) is not None, under)
