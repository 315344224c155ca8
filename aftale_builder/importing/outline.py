"""A file as pieces: a heading and what stands under it, whatever its headings look like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from aftale_builder.importing.grid import end_of
from aftale_builder.importing.wording import key
from aftale_builder.word.reading import Kind, Part, Unit

_NUMBERED = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})*[.)]?\s+\S")
_LONGEST = 120
MADE_UP = 9
"""The level of a heading that only its look tells."""


@dataclass(slots=True)
class Piece:
    """A heading and the paragraphs and tables under it, until the next heading. `heading` is None before the first; `level` is
    that of Word, or `MADE_UP`.
    """

    heading: int | None
    title: str
    level: int
    blocks: list[int] = field(default_factory=list)


def pieces(units: Sequence[Unit], known: frozenset[str]) -> list[Piece]:
    """Return the pieces of the body. Where none of the `known` headings has a heading's style, a heading is told by its look; of
    a paragraph that is nothing but one of them its words are enough.
    """
    styled = any(unit.level is not None and key(unit.plain) in known for unit in units if unit.part is Part.BODY)
    found = [Piece(None, "", 0)]
    for at in blocks(units):
        unit = units[at]
        level = 0 if unit.kind is Kind.TABLE else _level(unit, known, styled=styled)
        if level:
            found.append(Piece(at, unit.plain.strip(), level))
        else:
            found[-1].blocks.append(at)
    return found


def blocks(units: Sequence[Unit]) -> Iterator[int]:
    """Yield the paragraphs of the body that stand in no table (those of text boxes too), and the beginnings of tables."""
    body = [at for at, unit in enumerate(units) if unit.part is Part.BODY]
    at, last = (body[0], body[-1] + 1) if body else (0, 0)
    while at < last:
        kind = units[at].kind
        if kind in {Kind.PARAGRAPH, Kind.TABLE}:
            yield at
        at = end_of(units, at, Kind.TABLE, Kind.TABLE_END) if kind is Kind.TABLE else at + 1


def _level(unit: Unit, known: frozenset[str], *, styled: bool) -> int:
    text = unit.plain.strip()
    if not text:
        return 0
    if unit.level is not None:
        return unit.level
    if styled or len(text) > _LONGEST or "\n" in text:
        return 0
    looks = _all_bold(unit) or _NUMBERED.match(text) is not None or (unit.item is None and text.endswith(":")) or text.isupper()
    alone = unit.item is None and key(text) in known
    return MADE_UP if alone or (looks and (_all_bold(unit) or key(text) in known)) else 0


def _all_bold(unit: Unit) -> bool:
    runs = [run for run in unit.runs if run.text.strip()]
    return bool(runs) and all(run.bold for run in runs)
