"""What words say by how they are set: bold, italic, links; in one form, so that two ways to the same words can be compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import NamedTuple
from urllib.parse import quote

_PUNYCODE = re.compile(r"\bxn--([a-z0-9-]+)", re.IGNORECASE)
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_KEPT = ";/?:@&=+$,-_.!~*'()#%"
_LONGEST = 60


class Span(NamedTuple):
    """A stretch of words with one look; `link` is where it leads, «» where it is no link."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


Spans = tuple[Span, ...]


def even(spans: Iterable[Span]) -> Spans:
    """Return the spans without white space, whose look nobody sees, as few as they can be, with their links in one form."""
    bare = [(span, text) for span in spans if (text := "".join(span.text.split()))]
    return tuple(
        Span("".join(text for _, text in alike), bold, italic, address(link) if link else "")
        for (bold, italic, link), alike in groupby(bare, key=lambda pair: pair[0][1:])
    )


def address(link: str) -> str:
    """Return an address in one form: as a browser shows the name of its host, and all else encoded once."""
    return quote(_LONE_PERCENT.sub("%25", _PUNYCODE.sub(_decoded, link)), safe=_KEPT)


def differences(wanted: Spans, found: Spans) -> list[str]:
    """Return, in Danish, how the spans of one and the same text differ."""
    told = []
    if _flags(wanted, _link) != _flags(found, _link):
        told.append(_of_links(wanted, found))
    for look, name in ((_bold, "fed"), (_italic, "kursiv")):
        must, has = _flags(wanted, look), _flags(found, look)
        if lost := _picked(must, has):
            told.append(f"{name} skrift er forsvundet fra «{lost}»")
        if new := _picked(has, must):
            told.append(f"«{new}» står med {name} skrift, men skal ikke")
    return told


def _of_links(wanted: Spans, found: Spans) -> str:
    must = [(span.text, span.link) for span in wanted if span.link]
    has = [(span.text, span.link) for span in found if span.link]
    if not has:
        return f"linket på «{must[0][0]}» er forsvundet"
    text, link = next((pair for pair in has if pair not in must), has[0])
    meant = next((goal for said, goal in must if said == text), "")
    if meant:
        return f"linket på «{text}» fører et andet sted hen (til {link}, skal være {meant})"
    return f"linket til {link} står ikke på de ord, det skal"


def _bold(span: Span) -> bool:
    return span.bold


def _italic(span: Span) -> bool:
    return span.italic


def _link(span: Span) -> str:
    return span.link


def _flags(spans: Spans, look: Callable[[Span], object]) -> list[tuple[str, object]]:
    """Return each letter with its look."""
    return [(letter, look(span)) for span in spans for letter in span.text]


def _picked(these: list[tuple[str, object]], those: list[tuple[str, object]]) -> str:
    """Return the letters that have the look in these and not in those."""
    text = "".join(letter for (letter, on), (_, other) in zip(these, those, strict=False) if on and not other)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _decoded(found: re.Match[str]) -> str:
    try:
        return found[1].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError):
        return found[0]
