"""A cell of section 5's table: one figure, or the lines that our own rendered form prints there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from aftale_builder.importing.areas import Area
from aftale_builder.importing.wording import key
from aftale_builder.regulation import Indikator
from aftale_builder.source.scalars import UnclearError, tal

_MEASURED = re.compile(r"(?P<tal>[-\d.,]+)(?P<pct>\s*(?:pct\.?|%))?(?:\s*\((?P<aar>\d{4})\))?")
_OF_AREA = re.compile(r"(?P<navn>.+):\s*(?P<resten>.+?)")
_WHY = re.compile(r"Ikke opgjort:\s*(?P<hvorfor>.+)", re.DOTALL)


@dataclass(slots=True)
class Figures:
    """What a cell tells, as written: the figure, its year, the areas' own figures by name, and why there is none."""

    figure: str = ""
    year: str = ""
    areas: list[tuple[str, str]] = field(default_factory=list)
    why: str = ""


def figures(lines: Sequence[str], indicator: Indikator, areas: Sequence[Area] | None) -> Figures | None:
    """Return what the lines of a cell tell, None where any leaves a doubt. With None for areas a line names its own."""
    found = Figures()
    rest = list(lines)
    if rest and (measured := _measured(rest[0], indicator)) is not None:
        found.figure, found.year = measured
        del rest[0]
    while rest and (of_area := _of_area(rest[0], indicator, areas)) is not None:
        found.areas.append(of_area)
        del rest[0]
    why = _WHY.fullmatch("\n".join(rest))
    if why is not None:
        found.why = " ".join(why["hvorfor"].split())
    clear = not rest or why is not None
    return found if clear and len(dict(found.areas)) == len(found.areas) else None


def _measured(line: str, indicator: Indikator) -> tuple[str, str] | None:
    """Return a figure and its year, «» where it has none."""
    if is_number(line):
        return line, ""
    match = _MEASURED.fullmatch(line)
    if match is None or not is_number(match["tal"]) or (match["pct"] and indicator.enhed != "pct"):
        return None
    return match["tal"], match["aar"] or ""


def _of_area(line: str, indicator: Indikator, areas: Sequence[Area] | None) -> tuple[str, str] | None:
    match = _OF_AREA.fullmatch(line)
    measured = _measured(match["resten"], indicator) if match else None
    if match is None or measured is None or measured[1]:
        return None
    if areas is None:
        telling = indicator.enhed != "pct" or measured[0] != match["resten"]  # «Note: 3» names no area
        return (match["navn"], measured[0]) if telling else None
    area = next((area for area in areas if key(area.name) == key(match["navn"])), None)
    return (area.name, measured[0]) if area is not None else None


def is_number(text: str) -> bool:
    """Tell whether a text is one number, without doubt."""
    try:
        tal(text)
    except UnclearError:
        return False
    return True
