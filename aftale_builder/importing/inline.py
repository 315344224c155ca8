"""Runs to Markdown: the words as they are, with bold, italic, links and notes, in signs that mean just that.

Several ways of writing are tried, from the most readable to the most cautious, and each is read back by the shared parser; the
first that comes back with the same characters in the same look is taken. What no way can keep is told, and the words always stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import groupby

from aftale_builder.word.markdown import tokens
from aftale_builder.word.reading import Run

EMPHASIS = "fremhævning (fed eller kursiv)"
LINK = "linkets adresse"

_ANYWHERE = re.compile(r"[\\*`\[\]]|(?<!\w)_|_(?!\w)|<(?=[A-Za-z/!])|~(?=~)")
_LINE_START = re.compile(
    r"""(?mx)^(?: (?P<number>\d{1,9}) (?P<dot>[.)]) (?=\s|$)                      # a numbered item
    | (?P<sign> [-+](?=\s|$) | \#(?=\#{0,5}(?:\s|$)) | > | ~(?=~~)               # an item, a heading, a quote, a fence
        | =(?==*[ \t]*$) | [-:|](?=[-:|\ \t]*$) ))"""  # what underlines a heading, or divides a table
)
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{}~]")
_IMAGE = re.compile(r"!\[")
_ADDRESS_SIGNS = re.compile(r"[\\<>&]")
_AUTOLINK = re.compile(r"https?://[^\s<>]+")
_WORD = re.compile(r"\w")
_INK = re.compile(r"\S")
_LOOSE_END = re.compile(r"(?<!\\)#+\s*$")


class Setting(Enum):
    """Where the Markdown stands: what is before it when it is read back."""

    PARAGRAPH = "{}"
    HEADING = "# {}"
    CELL = "| {} |\n| --- |"


_BLOCKS = {Setting.PARAGRAPH: "paragraph_open", Setting.HEADING: "heading_open", Setting.CELL: "table_open"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one look. A note's piece has its label, and no text."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """How Markdown is written: the sign of italic, whether only letters stand at the edges of emphasis (`tight`), whether every
    sign is escaped (`wary`), and what is kept.
    """

    italic: str = "*"
    tight: bool = False
    wary: bool = False
    links: bool = True
    emphasis: bool = True

    @property
    def solid(self) -> re.Pattern[str]:
        """Return what an emphasis may begin and end with."""
        return _WORD if self.tight else _INK

    def lost(self, pieces: Iterable[Piece]) -> frozenset[str]:
        """Return what of these pieces' looks this way of writing does not keep."""
        lost = set()
        if not self.links and any(piece.link for piece in pieces):
            lost.add(LINK)
        if not self.emphasis and any(piece.bold or piece.italic for piece in pieces):
            lost.add(EMPHASIS)
        return frozenset(lost)


_WAYS = (
    Way(),
    Way(italic="_"),
    Way(tight=True),
    Way(tight=True, wary=True),
    Way(tight=True, wary=True, links=False),
    Way(wary=True, emphasis=False),
    Way(wary=True, links=False, emphasis=False),
)


@dataclass(slots=True)
class Written:
    """Markdown, and what of the look could not be kept."""

    markdown: str
    lost: frozenset[str] = field(default_factory=frozenset)


def markdown(
    runs: Iterable[Run], label: Callable[[str], str], setting: Setting, *, bold: bool = False, italic: bool = False
) -> Written:
    """Return runs as Markdown. `label` gives a note its label; `bold` and `italic` say what the style gives all of them."""
    pieces = tuple(_pieces(runs, label, setting, bold=bold, italic=italic))
    for way in _WAYS[:-1]:
        written = _write(pieces, way, setting)
        if _reads_back(written, pieces, way, setting):
            return Written(written, way.lost(pieces))
    return Written(_write(pieces, _WAYS[-1], setting), _WAYS[-1].lost(pieces))  # the proof reads it all once more


def _pieces(runs: Iterable[Run], label: Callable[[str], str], setting: Setting, *, bold: bool, italic: bool) -> Iterator[Piece]:
    shown = [run for run in runs if not run.hidden]
    whole = [run for run in shown if run.text.strip()]
    # A heading's or a header row's look is its style's business, however it was made.
    plain_bold = bold or (setting is Setting.HEADING and all(run.bold for run in whole))
    looks = (
        Piece(
            "" if run.note else _clean(run.text, setting),
            bold=run.bold and not plain_bold,
            italic=run.italic and not italic,
            link=_address(run.link),
            note=label(run.note) if run.note else "",
        )
        for run in shown
    )
    for look, same in groupby(looks, lambda piece: piece.note or replace(piece, text="")):
        yield Piece("", note=look) if isinstance(look, str) else replace(look, text="".join(piece.text for piece in same))


def _clean(text: str, setting: Setting) -> str:
    text = text.replace("\f", "\n")
    return text if setting is Setting.PARAGRAPH else text.replace("\n", " ")


def _address(link: str) -> str:
    return "" if link.startswith("#") else re.sub(r"\s", "%20", link)


def _write(pieces: Sequence[Piece], way: Way, setting: Setting) -> str:
    kept = [
        replace(p, link=p.link if way.links else "", bold=p.bold and way.emphasis, italic=p.italic and way.emphasis)
        for p in pieces
    ]
    out = ""
    for link, group in groupby(_loosened(kept, way), lambda piece: piece.link):
        inside = _emphasised(list(group), way)
        out += _linked(inside, link) if link and inside.strip() else inside
    if setting is Setting.CELL:
        out = out.replace("|", "\\|")
    if setting is Setting.HEADING:
        out = _LOOSE_END.sub(lambda end: f"\\{end[0]}", out)
    if setting is Setting.PARAGRAPH:
        out = _LINE_START.sub(_escape_start, "\n".join(line.strip() for line in out.split("\n")))
    return out.strip().replace("\n", "\\\n")


def _escape_start(found: re.Match[str]) -> str:
    return f"{found['number']}\\{found['dot']}" if found["number"] else f"\\{found['sign']}"


def _linked(inside: str, link: str) -> str:
    if inside.strip() == link and _AUTOLINK.fullmatch(link):
        return inside.replace(link, f"<{link}>")
    if f"mailto:{inside}" == link and re.fullmatch(r"[\w.+-]+@[\w.-]+\w", inside, re.ASCII):
        return f"<{inside}>"
    address = _ADDRESS_SIGNS.sub(lambda sign: f"\\{sign[0]}", link)
    return f"[{inside}]({address})" if re.fullmatch(r"[^\s()\\]+", address) else f"[{inside}](<{address}>)"


def _loosened(pieces: Sequence[Piece], way: Way) -> list[Piece]:
    """Return the pieces with white space (and, in a tight way, signs) at their edges in the look that both sides share."""
    edge = re.compile(r"(\W*)(.*?)(\W*)", re.DOTALL) if way.tight else re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)
    split: list[Piece] = []
    for piece in pieces:
        parts = edge.fullmatch(piece.text)
        if piece.note or parts is None:
            split.append(piece)
        else:
            split.extend(replace(piece, text=text, note="") for text in parts.groups() if text)
    return [piece if piece.note or way.solid.search(piece.text) else _shared(piece, split, at) for at, piece in enumerate(split)]


def _shared(piece: Piece, pieces: Sequence[Piece], at: int) -> Piece:
    before = next((other for other in reversed(pieces[:at]) if _WORD.search(other.text)), Piece(""))
    after = next((other for other in pieces[at + 1 :] if _WORD.search(other.text)), Piece(""))
    both = (before, after, piece)
    return replace(piece, bold=all(p.bold for p in both), italic=all(p.italic for p in both))


def _emphasised(pieces: list[Piece], way: Way) -> str:
    out = ""
    signs: list[str] = []
    for at, piece in enumerate(pieces):
        wanted = _wanted(piece, way)
        while any(sign not in wanted for sign in signs):
            out += signs.pop()
        opening = wanted - set(signs) if way.solid.search(piece.text) else ()  # no emphasis begins with white space
        for sign in sorted(opening, key=lambda sign: -_reach(sign, pieces[at:], way)):
            out += sign
            signs.append(sign)
        out += f"[^{piece.note}]" if piece.note else _escaped(piece.text, wary=way.wary)
    return out + "".join(reversed(signs))


def _wanted(piece: Piece, way: Way) -> set[str]:
    return {sign for sign, on in (("**", piece.bold), (way.italic, piece.italic)) if on}


def _reach(sign: str, pieces: Sequence[Piece], way: Way) -> int:
    return next((at for at, piece in enumerate(pieces) if sign not in _wanted(piece, way)), len(pieces))


def _escaped(text: str, *, wary: bool) -> str:
    return (_PUNCTUATION if wary else _ANYWHERE).sub(lambda sign: f"\\{sign[0]}", text)


def _reads_back(written: str, pieces: Sequence[Piece], way: Way, setting: Setting) -> bool:
    """Tell whether the parser sees just these characters in just this look."""
    if _IMAGE.search(written):
        return False
    notes = "".join(f"\n\n[^{piece.note}]: x" for piece in pieces if piece.note)
    stream = tokens(setting.value.format(written) + notes)
    blocks = [
        token.type for token in stream if token.level == 0 and token.nesting == 1 and token.type != "footnote_reference_open"
    ]
    if blocks not in ([], [_BLOCKS[setting]]):
        return False
    own = next((token for token in stream if token.type == "inline"), None) if blocks else None
    return _signs(_seen(own.children or []) if own else (), way) == _signs(pieces, way)


def _seen(children: Iterable[object]) -> Iterator[Piece]:
    bold = italic = 0
    link = ""
    for child in children:
        kind = child.type  # type: ignore[attr-defined]
        if kind in {"strong_open", "strong_close"}:
            bold += 1 if kind == "strong_open" else -1
        elif kind in {"em_open", "em_close"}:
            italic += 1 if kind == "em_open" else -1
        elif kind in {"link_open", "link_close"}:
            link = str(child.attrs["href"]) if kind == "link_open" else ""  # type: ignore[attr-defined]
        elif kind == "footnote_ref":
            yield Piece("", note=child.meta["label"])  # type: ignore[attr-defined]
        else:
            text = "\n" if kind in {"hardbreak", "softbreak"} else child.content  # type: ignore[attr-defined]
            yield Piece(text, bold=bold > 0, italic=italic > 0, link=link)


def _signs(pieces: Iterable[Piece], way: Way) -> list[tuple[str, bool, bool, str]]:
    """Return what is compared: every sign with its look; white space as such, where it stands between words."""
    found: list[tuple[str, bool, bool, str]] = []
    for piece in pieces:
        link = piece.link if way.links else ""
        for sign in f"[^{piece.note}]" if piece.note else piece.text:
            looks = way.emphasis and not piece.note and way.solid.match(sign) is not None
            found.append((sign, looks and piece.bold, looks and piece.italic, "" if sign.isspace() or piece.note else link))
    return _without_line_edges(found)


def _without_line_edges(signs: list[tuple[str, bool, bool, str]]) -> list[tuple[str, bool, bool, str]]:
    kept: list[tuple[str, bool, bool, str]] = []
    for sign in signs:
        if sign[0] == "\n":
            while kept and kept[-1][0].isspace() and kept[-1][0] != "\n":
                kept.pop()
        elif sign[0].isspace() and (not kept or kept[-1][0] == "\n"):
            continue
        kept.append(sign)
    while kept and kept[-1][0].isspace():
        kept.pop()
    first = next((at for at, sign in enumerate(kept) if not sign[0].isspace()), 0)
    return kept[first:]
