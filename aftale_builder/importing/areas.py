"""The boligområder of section 1, where they are unmistakable: a list such as «Motalavej (afdeling 15, 21 og 35 i BoligKorsør)»,
or the table that our own rendered form has of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aftale_builder.importing.front import Front, slug
from aftale_builder.importing.grid import Grid
from aftale_builder.importing.wording import key
from aftale_builder.word.reading import Unit

_LINE = re.compile(r"(?P<name>[^()]+?)\s*\((?P<inside>[^()]+)\)\.?")
_GROUP = re.compile(
    r"afd(?:elinge?r?(?:ne)?|\.)?\s+(?P<numbers>\d+[a-z]?(?:(?:\s*,\s*|\s+og\s+)\d+[a-z]?)*)\s+i\s+(?P<party>.+?)(?=\s+og\s+afd|\s*[,;]\s*afd|$)",
    re.IGNORECASE,
)
_HEADINGS = ("boligområde", "afdelinger")
_DEPARTMENTS = re.compile(r"(?P<party>[^:]+): afdeling (?P<numbers>[^\s,]+(?:(?:, | og )[^\s,]+)*)")
_BETWEEN = re.compile(r"\s*(?:og|,|;)?\s*")


@dataclass(frozen=True, slots=True)
class Area:
    """A boligområde: its name, and for each part (by id) the numbers of its afdelinger there."""

    id: str
    name: str
    departments: tuple[tuple[str, tuple[str, ...]], ...]


def read_areas(items: Iterable[Unit], front: Front) -> list[Area]:
    """Return the areas that a run of list items names, or none at all when any item leaves a doubt."""
    areas = [_area(unit.plain, front) for unit in items]
    return _all_sure(areas)


def table_of_areas(table: Grid, units: Sequence[Unit], front: Front) -> list[Area]:
    """Return the areas of our own form's table; none where it is another table, or any row leaves a doubt."""
    rows = [[cell.lines(units) for cell in row] for row in table.rows]
    if len(rows) < 2 or tuple(key(" ".join(lines)) for lines in rows[0][:2]) != _HEADINGS:
        return []
    return _all_sure([_row(row, front) for row in rows[1:]])


def _all_sure(areas: Sequence[Area | None]) -> list[Area]:
    whole = [area for area in areas if area is not None]
    return whole if len(whole) == len(areas) and len({area.id for area in whole}) == len(whole) else []


def _row(row: Sequence[Sequence[str]], front: Front) -> Area | None:
    if len(row) < 2 or len(row[0]) != 1:
        return None
    departments = []
    for line in row[1]:
        match = _DEPARTMENTS.fullmatch(line)
        party = front.party(match["party"]) if match else None
        if match is None or party is None:
            return None
        departments.append((party.id, tuple(re.split(r", | og ", match["numbers"]))))
    name = row[0][0]
    return Area(slug(name), name, tuple(departments)) if slug(name) else None


def looks_like_area(unit: Unit) -> bool:
    """Tell whether a list item speaks of afdelinger by number."""
    return unit.item is not None and _GROUP.search(unit.plain) is not None


def _area(text: str, front: Front) -> Area | None:
    line = _LINE.fullmatch(text.strip())
    groups = list(_GROUP.finditer(line["inside"])) if line else []
    if line is None or not groups or not _BETWEEN.fullmatch(_GROUP.sub("", line["inside"])):
        return None
    departments = []
    for group in groups:
        party = front.party(group["party"])
        if party is None:
            return None
        departments.append((party.id, tuple(re.split(r"\s*,\s*|\s+og\s+", group["numbers"]))))
    return Area(slug(line["name"]), line["name"].strip(), tuple(departments))
