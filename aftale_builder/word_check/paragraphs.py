"""Units of a Word file to paragraphs as the rules see them: their words, their look, what they are to the form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from aftale_builder.importing.form import FRONT
from aftale_builder.importing.grid import Grid, grid
from aftale_builder.importing.ledger import Role as Fate
from aftale_builder.importing.placing import Imported
from aftale_builder.importing.wording import Wording
from aftale_builder.regulation import Art
from aftale_builder.rules.finished import Paragraph, Part, Role, Spot
from aftale_builder.rules.stand_ins import is_stand_in, only_points, stand_ins
from aftale_builder.word.green import is_green
from aftale_builder.word.reading import Kind, Run, Unit
from aftale_builder.word.reading import Part as WordPart

_PARTS = {
    WordPart.BODY: Part.BODY,
    WordPart.FOOTNOTE: Part.NOTE,
    WordPart.ENDNOTE: Part.NOTE,
    WordPart.HEADER: Part.EDGE,
    WordPart.FOOTER: Part.EDGE,
    WordPart.COMMENT: Part.COMMENT,
    WordPart.PROPERTIES: Part.PROPERTY,
}
_FATES = {
    Fate.FIXED: Role.FIXED,
    Fate.GUIDANCE: Role.GUIDANCE,
    Fate.EMPTY: Role.EMPTY,
    Fate.PAGE_NUMBER: Role.MACHINE,
    Fate.CONTENTS: Role.MACHINE,
}
_TEXT = frozenset({Kind.PARAGRAPH, Kind.TITLE})
_MACHINE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "TOC"})
_PAGE_WORDS = re.compile(r"(?:side|page|af|of|[-–/|\d\s])*", re.IGNORECASE)
_LONGEST_LABEL = 60
_SECTION = "afsnit-"
_RGB = re.compile(r"[0-9A-F]{6}")
_WHITE = 0xF0
_NO_BACKGROUND = frozenset({"", "white", "FFFFFF"})


class Paragraphs:
    """Makes the paragraphs of a file; `placed` is what its form holds, None where it is not a form that is known."""

    def __init__(self, units: Sequence[Unit], spots: Sequence[Spot], placed: Imported | None, areas: Mapping[int, str]) -> None:
        self.units = units
        self.spots = spots
        self.placed = placed
        self.areas = areas
        cells = [cell for table in _numbered(units) if not self._lays_out(table[1]) for cell in _cells(units, *table)]
        self.labels = {at: label for at, label, _ in cells}
        self.rows = {at: row for at, _, row in cells}

    def all(self) -> dict[int, Paragraph]:
        """Return the paragraphs by the index of their unit."""
        return {at: self._paragraph(at) for at, unit in enumerate(self.units) if unit.kind in _TEXT}

    def _lays_out(self, table: Grid) -> bool:
        """Tell whether the page is laid out in a table: it holds headings of the form's sections."""
        if self.placed is None:
            return False
        inside = (at for row in table.rows for cell in row for at in cell.paragraphs)
        return any(self.placed.ledger.entry(at).fixed.startswith(_SECTION) for at in inside)

    def _paragraph(self, at: int) -> Paragraph:
        unit = self.units[at]
        role, own, fixed = self._by_form(at, self.placed) if self.placed is not None else (*_by_look(unit), ())
        green = "".join(run.text for run in unit.runs if is_green(run) and not run.hidden).strip()
        if role is Role.OWN and unit.level is None and green and green == unit.plain.strip():
            role, own = Role.GUIDANCE, ""  # the form's guidance is not known word by word, but it is green
        if role is Role.OWN and unit.level is None and _only_stands_in(own, in_table=at in self.rows):
            role, own = Role.STAND_IN, ""
        return Paragraph(
            unit.plain,
            self.spots[at],
            _PARTS[unit.part],
            role,
            own,
            fixed,
            unit.level,
            row=self.rows.get(at),
            green=green,
            hidden="".join(run.text for run in unit.runs if run.hidden).strip(),
            faint="".join(run.text for run in unit.runs if _is_faint(run, shaded=unit.shaded)).strip(),
            prompt="".join(run.text for run in unit.runs if run.placeholder and not run.hidden).strip(),
            label=self._label(at),
            area=self.areas.get(at, ""),
            tracked=unit.tracked,
            comments=unit.comments,
        )

    def _by_form(self, at: int, placed: Imported) -> tuple[Role, str, tuple[str, ...]]:
        unit, entry = self.units[at], placed.ledger.entry(at)
        fixed = (entry.fixed,) if entry.fixed else ()
        if entry.role is Fate.PLACEHOLDER:
            return (Role.PLACEHOLDER if fixed else Role.PROMPT), "", fixed
        if entry.role in _FATES:
            return _FATES[entry.role], "", fixed
        if entry.role is Fate.UNPLACED and fixed and placed.regulativ.fast(entry.fixed).art is not Art.LEDETEKST:
            return Role.ALTERED, "", fixed
        if entry.text is None:
            return Role.OWN, unit.plain, fixed
        return Role.OWN, entry.text, (*fixed, *self._begun(at, Wording(placed.regulativ)))

    def _begun(self, at: int, wording: Wording) -> Iterator[str]:
        """Yield the ids of the form's wording that a paragraph begins with, where its owners have written on after it."""
        section = self.spots[at].path.removeprefix("afsnit/").partition("/")[0] or FRONT
        text = self.units[at].plain
        while (begun := wording.beginning(text, section)) is not None:
            yield begun[0].fixed.id
            text = text[begun[1] :]

    def _label(self, at: int) -> str:
        if at in self.labels:
            return self.labels[at]
        before = self.units[at - 1].plain.strip() if at and self.units[at - 1].part is self.units[at].part else ""
        return before if before.endswith(":") and len(before) <= _LONGEST_LABEL else ""


def tables(units: Sequence[Unit]) -> Iterator[Grid]:
    """Yield every table of the file, those inside others after the one they stand in."""
    return (grid(units, at) for at, unit in enumerate(units) if unit.kind is Kind.TABLE)


def _only_stands_in(own: str, *, in_table: bool) -> bool:
    """Tell whether a paragraph only holds a place for words to come; in a cell a mere stroke is an answer."""
    if not in_table:
        return is_stand_in(own, printed=True) or only_points(own)
    return is_stand_in(own, printed=True) and next(stand_ins(own, printed=True), None) is not None


def _by_look(unit: Unit) -> tuple[Role, str]:
    shown = [run for run in unit.runs if run.text.strip() and not run.hidden]
    if not unit.plain.strip():
        return Role.EMPTY, ""
    if all(run.placeholder for run in shown):
        return Role.PROMPT, ""
    if any(run.field in _MACHINE_FIELDS for run in shown) and (
        all(run.field == "TOC" for run in shown) or _PAGE_WORDS.fullmatch(unit.plain)
    ):
        return Role.MACHINE, ""
    return Role.OWN, unit.plain


def _numbered(units: Sequence[Unit]) -> Iterator[tuple[int, Grid]]:
    """Yield each table with the number in the file of its first row."""
    rows = 1
    for table in tables(units):
        yield rows, table
        rows += len(table.rows)


def _cells(units: Sequence[Unit], first: int, table: Grid) -> Iterator[tuple[int, str, int]]:
    """Yield each paragraph of a table with the heading of its column and the cell before it, and its row's number in the file."""
    heads = [cell.text(units) if cell is not None else "" for cell in table.columns(table.rows[0])] if table.rows else []
    for number, row in enumerate(table.rows):
        before = ""
        for column, cell in enumerate(table.columns(row)):
            if cell is None:
                continue
            head = heads[column] if number and column < len(heads) else ""
            label = " ".join(part for part in (head, before) if part and len(part) <= _LONGEST_LABEL)
            yield from ((at, label, first + number) for at in cell.paragraphs)
            before = cell.text(units)


def _is_faint(run: Run, *, shaded: bool) -> bool:
    """Tell whether a run's text is there and can't be seen: too small, or as white as the page."""
    if run.hidden or not run.text.strip():
        return False
    white = _RGB.fullmatch(run.colour) is not None and all(int(run.colour[i : i + 2], 16) >= _WHITE for i in (0, 2, 4))
    return run.tiny or (white and not shaded and run.highlight in _NO_BACKGROUND)
