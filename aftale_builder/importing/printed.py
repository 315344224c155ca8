"""The proof of what was read into structure: all that the ledger says was placed is among what our own documents would print of
the agreement as it is written. What is read as a day, a number or a list of names is compared as such.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from aftale_builder.documents.facts import Facts
from aftale_builder.documents.papers import delaftale, kommissorium
from aftale_builder.importing.ledger import Entry, Role
from aftale_builder.importing.markdown_words import markdown_words
from aftale_builder.importing.rest import NAME, Read
from aftale_builder.source.scalars import MONTHS, UnclearError, dato
from aftale_builder.word.reading import Kind, Part, Unit
from aftale_builder.word.values import Kind as Set
from aftale_builder.word.values import Value

_TEXT = frozenset({Kind.PARAGRAPH, Kind.TITLE})
_NOTES = frozenset({Part.FOOTNOTE, Part.ENDNOTE})
_DAY = re.compile(rf"\d{{4}}-\d\d?-\d\d?|\d{{1,2}}\.\s?(?:\d{{1,2}}\.\s?|(?:{'|'.join(MONTHS)})\s)\d{{2,4}}", re.IGNORECASE)
_GROUPED = re.compile(r"(?<=\d)\.(?=\d{3}\b)")
_PERCENT = re.compile(r"\s*(?:%|pct\.?|procent)(?!\w)", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_GLUE = frozenset({"og", "fra", "til"})


def views(facts: Facts) -> Iterator[Mapping[str, Any]]:
    """Yield what the delaftaler and the kommissorier of an agreement are filled with."""
    for papers in (delaftale.papers, kommissorium.papers):
        yield from (paper.view for paper in papers(facts))


def unprinted(read: Read, title: str, facts: Facts) -> list[str]:
    """Return what of a file the document of this title would not print, in words for users."""
    view = next((view for view in views(facts) if title in _titles(view)), None)
    if view is None:
        return [f"«{title}» blev ikke skrevet."]
    leaves = list(_leaves(view))
    short = Counter(_bare(leaf.text) for leaf in leaves if leaf.kind is Set.INLINE)
    everywhere = [_words(leaf.text) for leaf in leaves if leaf.kind is Set.INLINE]
    lacking = []
    for unit, entry in read.ledger:
        if entry.role is not Role.VALUE or unit.kind not in _TEXT or any(key in read.prose for key in entry.keys):
            continue
        said = _value(unit, entry)
        if NAME not in entry.keys and short[_bare(said)]:
            short[_bare(said)] -= 1
        elif not any(_in_order(_words(said), words) for words in everywhere):
            lacking.append(f"«{said}» blev ikke skrevet, så det bliver trykt.")
    return [*lacking, *_prose_lacking(read, leaves)]


def _titles(view: Mapping[str, Any]) -> set[str]:
    return {leaf.text for name in ("omraade", "organ") if isinstance(leaf := view.get(name), Value)}


def _leaves(view: Any) -> Iterator[Value]:
    if isinstance(view, Value):
        yield view
    elif isinstance(view, Mapping):
        for inside in view.values():
            yield from _leaves(inside)
    elif isinstance(view, list | tuple):
        for inside in view:
            yield from _leaves(inside)


def _prose_lacking(read: Read, leaves: list[Value]) -> Iterator[str]:
    printed = Counter(_prose(leaf.text) for leaf in leaves if leaf.kind is Set.PROSE)
    for key in read.prose:
        own = [
            (unit, entry) for unit, entry in read.ledger if entry.role is Role.VALUE and key in entry.keys and unit.kind in _TEXT
        ]
        body = tuple(word for unit, entry in own if unit.part not in _NOTES for word in _spaced(_value(unit, entry)))
        notes = tuple(sorted(word for unit, _ in own if unit.part in _NOTES for word in _spaced(unit.plain)))
        if (body or notes) and key.endswith("/problemkompleks"):
            continue  # it is printed in section 6 of the strategic agreement, and proven with it
        if (body or notes) and not printed[body, notes]:
            yield f"«{' '.join(body[:8])}» blev ikke skrevet, som det står."
        printed[body, notes] -= 1


def _prose(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    body, notes = markdown_words(text)
    return tuple(body), tuple(sorted(notes))


def _value(unit: Unit, entry: Entry) -> str:
    return unit.plain if entry.text is None else entry.text


def _spaced(text: str) -> list[str]:
    return unicodedata.normalize("NFC", text).split()


def _bare(text: str) -> str:
    """Return a text in the form in which short values are compared: days, numbers and signs of percent in one way."""
    told = _DAY.sub(_iso, unicodedata.normalize("NFC", text))
    return " ".join(_PERCENT.sub(" pct", _GROUPED.sub("", told)).casefold().split())


def _iso(found: re.Match[str]) -> str:
    try:
        return dato(found[0]).isoformat()
    except UnclearError:
        return found[0]


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(_bare(text)) if word not in _GLUE]


def _in_order(wanted: list[str], there: list[str]) -> bool:
    rest = iter(there)
    return all(word in rest for word in wanted)
