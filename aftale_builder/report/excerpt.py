"""Excerpts: the line of a file that a place begins on, and the stretch that is meant."""

from __future__ import annotations

from aftale_builder.assessment import Assessment
from aftale_builder.findings import Place
from aftale_builder.record import record

WIDTH = 100


@record
class Excerpt:
    """The line around a place, or a part of it where it is long: its number, what stands before, in and after the stretch."""

    line: int
    before: str
    marked: str
    after: str

    @property
    def text(self) -> str:
        """Return the whole excerpt."""
        return self.before + self.marked + self.after


def excerpt(place: Place, assessment: Assessment) -> Excerpt | None:
    """Return the excerpt of a place; None for a place without a line, and for one that is not in the file."""
    file = assessment.files.get(place.file)
    if file is None or place.line is None or place.column is None:
        return None
    lines = file.text.splitlines()
    if place.line > len(lines):
        return None
    line = lines[place.line - 1]
    first = place.column - 1
    last = place.end_column - 1 if place.end_line == place.line and place.end_column else len(line)
    start = max(0, first - WIDTH // 3) if len(line) > WIDTH else 0
    end = start + WIDTH
    last = min(max(last, first + 1), end)
    return Excerpt(place.line, printable(line[start:first]), printable(line[first:last]), printable(line[last:end]))


def printable(text: str) -> str:
    """Return the text without what a terminal or a browser would obey or jump at: a file may hold any character."""
    return "".join(char if char.isprintable() else " " if char == "\t" else "�" for char in text)
