"""Where each unit of a Word file stands, as its readers would say it: under which heading, which paragraph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from aftale_builder.rules.finished import Spot
from aftale_builder.rules.words import excerpt
from aftale_builder.word.reading import Kind, Part, Unit

_FRONT = "Forsiden"
_OUTSIDE = {
    Part.PROPERTIES: "Filens egenskaber",
    Part.FOOTNOTE: "Fodnoter",
    Part.ENDNOTE: "Slutnoter",
    Part.COMMENT: "Kommentarer",
    Part.HEADER: "Sidehoved",
    Part.FOOTER: "Sidefod",
}
_LONGEST = 100
_OPENS = frozenset({Kind.NOTE, Kind.COMMENT})


def spots(units: Sequence[Unit], file: str, paths: Mapping[int, str], titles: Mapping[int, str]) -> list[Spot]:
    """Return the place of each unit.

    `paths` are the form's sections by the units in them, `titles` what is said to begin at the form's headings, whatever they
    look like. In notes and comments the paragraph is the note's own number.
    """
    found: list[Spot] = []
    under, ordinal = _FRONT, dict.fromkeys(Part, 0)
    for at, unit in enumerate(units):
        if unit.part is Part.BODY:
            if at in titles or (unit.kind is Kind.PARAGRAPH and unit.level is not None):
                under = _title(titles.get(at) or unit.plain) or under
            begun = unit.kind is not Kind.PARAGRAPH  # what holds paragraphs stands where its first one does
            found.append(Spot(file, under, unit.number + begun, paths.get(at, "")))
            continue
        if unit.kind in _OPENS or (unit.kind is Kind.PARAGRAPH and unit.part in (Part.HEADER, Part.FOOTER)):
            ordinal[unit.part] += 1
        found.append(Spot(file, _OUTSIDE[unit.part], ordinal[unit.part] or None))
    return found


def _title(heading: str) -> str:
    """Return a heading as places have it: on one line, without a last colon, not too long."""
    return excerpt(heading, _LONGEST).rstrip(": ")
