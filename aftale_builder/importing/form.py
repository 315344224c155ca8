"""The form in the stream: which section begins where, whatever its headings look like and in whatever order they come."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from aftale_builder.importing.grid import end_of
from aftale_builder.importing.wording import Match, Wording, key
from aftale_builder.regulation import Art, Regulativ
from aftale_builder.word.reading import Kind, Part, Unit

FRONT = "forside"
PROBLEM = "problemkompleks"
_TYPED = re.compile(r"\s*(?:afsnit\s+)?(\d{1,2})[.):]?\s", re.IGNORECASE)
_AREAS = "6"
_LAID_OUT = 2
"""So many headings in cells make tables the layout of the page; a single one may be a word in a table."""
_OPENS = frozenset({Kind.TABLE, Kind.ROW, Kind.CELL, Kind.MERGED_CELL})


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the stream under one heading of the form: its id («1» to «8», «forside», «aftaledokumenter»), the unit of the
    heading (None for the front page), where what stands under it begins and ends, and the heading's level. In section 6 the
    stretch of each indsatsområde is a section with `area`.
    """

    id: str
    heading: int | None
    start: int
    end: int
    level: int
    area: str = ""


def top_level(units: Sequence[Unit], start: int, end: int) -> Iterator[int]:
    """Yield the paragraphs of a stretch that stand in no table or text box, and the beginnings of tables and text boxes."""
    at = start
    while at < end:
        kind = units[at].kind
        yield at
        if kind is Kind.TABLE:
            at = end_of(units, at, Kind.TABLE, Kind.TABLE_END)
        elif kind is Kind.TEXT_BOX:
            at = end_of(units, at, Kind.TEXT_BOX, Kind.TEXT_BOX_END)
        else:
            at += 1


def sections(units: Sequence[Unit], wording: Wording, regulativ: Regulativ) -> list[Section]:
    """Return the sections of the body in the order of the file; the front page is always there."""
    body = [at for at, unit in enumerate(units) if unit.part is Part.BODY]
    if not body:
        return []
    first, last = body[0], body[-1] + 1
    best = {section: found[0] for section, found in candidates(units, wording).items()}
    heads = sorted((at, section) for section, (_, at) in best.items())
    begins = [_begin(units, at) for at, _ in heads]
    ends = [*begins[1:], last][: len(heads)]
    found = [Section(FRONT, None, first, begins[0] if heads else last, 0)]
    for (at, section), end in zip(heads, ends, strict=False):
        whole = Section(section, at, at + 1, end, units[at].level or _below(units, at + 1, end, 1))
        found += _areas(units, whole, wording, regulativ) if section == _AREAS else [whole]
    return found


def candidates(units: Sequence[Unit], wording: Wording) -> dict[str, list[tuple[int, int]]]:
    """Return, by section, what in the body may be its heading: how surely, and where; the surest and earliest first.

    Sections that have none outside tables may have theirs in the cells of tables that the page is laid out in.
    """
    body = [at for at, unit in enumerate(units) if unit.part is Part.BODY]
    free = set(top_level(units, body[0], body[-1] + 1)) if body else set()
    found = _told(units, wording, sorted(free))
    laid = _told(units, wording, (at for at in body if at not in free and units[at - 1].kind is Kind.CELL))
    laid = {section: those for section, those in laid.items() if section not in found}
    return found | laid if len(laid) >= _LAID_OUT else found


def _told(units: Sequence[Unit], wording: Wording, ats: Iterable[int]) -> dict[str, list[tuple[int, int]]]:
    """Return, by section, which of these paragraphs have the words of its heading."""
    found: dict[str, list[tuple[int, int]]] = {}
    for at in ats:
        match = wording.heading(units[at].plain) if units[at].kind is Kind.PARAGRAPH else None
        if match is not None and not match.fixed.for_hver:
            found.setdefault(match.fixed.afsnit, []).append((_likeness(units[at], match), at))
    return {section: sorted(those, key=lambda one: (-one[0], one[1])) for section, those in found.items()}


def _begin(units: Sequence[Unit], heading: int) -> int:
    """Return where a section begins: at its heading, or at the table, row or cell that the heading stands first in."""
    return next(at for at in range(heading, -1, -1) if at == 0 or units[at - 1].kind not in _OPENS)


def _likeness(unit: Unit, match: Match) -> int:
    """Return how surely a paragraph with a heading's words is that heading: its number, its level, its look."""
    typed = _TYPED.match(unit.plain)
    expected = match.fixed.afsnit
    numbered = typed is not None and typed[1] == expected
    counted = unit.item is not None and unit.item.ordered and str(unit.item.value) == expected
    level = 0 if unit.level is None else max(4 - abs(unit.level - match.fixed.niveau), 1)
    return 5 * (numbered or counted) + level + _all_bold(unit)


def _all_bold(unit: Unit) -> bool:
    runs = [run for run in unit.runs if run.text.strip()]
    return bool(runs) and all(run.bold for run in runs)


def _areas(units: Sequence[Unit], whole: Section, wording: Wording, regulativ: Regulativ) -> list[Section]:
    """Return section 6 as its own beginning and one section for each indsatsområde that has a heading."""
    best: dict[str, tuple[int, int]] = {}
    for at in top_level(units, whole.start, whole.end):
        unit = units[at]
        match = wording.match(unit.plain, whole.id, {Art.OVERSKRIFT}) if unit.kind is Kind.PARAGRAPH else None
        if match is None or not match.fixed.indsatsomraade:
            continue
        score = (10 - unit.level if unit.level else _all_bold(unit)) + 5 * _leads_to_problem(units, at, whole.end)
        if score and score > best.get(match.fixed.indsatsomraade, (0, 0))[0]:
            best[match.fixed.indsatsomraade] = (score, at)
    heads = sorted((at, area) for area, (_, at) in best.items())
    ends = [*(at for at, _ in heads[1:]), whole.end][: len(heads)]
    found = [Section(whole.id, whole.heading, whole.start, heads[0][0] if heads else whole.end, whole.level)]
    for (at, area), end in zip(heads, ends, strict=False):
        problem = next((below for below in range(at + 1, end) if is_problem_heading(units[below], regulativ)), None)
        start = at if problem is None else problem
        level = units[start].level or _below(units, start + 1, end, units[at].level or whole.level)
        found.append(Section(whole.id, at, at + 1, end, level, area))
    return found


def _below(units: Sequence[Unit], start: int, end: int, level: int) -> int:
    """Return the level of a heading that only looks it: the one given, or one that every heading under it is below."""
    return min(level, *(unit.level - 1 for unit in units[start:end] if unit.level), level)


def is_problem_heading(unit: Unit, regulativ: Regulativ) -> bool:
    """Tell whether a unit is the heading «Problemkompleks for indsatsområdet»."""
    return unit.kind is Kind.PARAGRAPH and key(unit.plain) in {key(form) for form in regulativ.fast(PROBLEM).former}


def _leads_to_problem(units: Sequence[Unit], at: int, end: int) -> bool:
    following = (units[after] for after in range(at + 1, end) if units[after].plain.strip())
    return key(next((unit.plain for unit in following), "")).startswith(PROBLEM)
