"""Every unit of the file to its place: sections to keys, the form's own wording aside, and what has no place told as such."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from aftale_builder.importing.areas import Area, looks_like_area, read_areas, table_of_areas
from aftale_builder.importing.form import FRONT, PROBLEM, Section, is_problem_heading, sections, top_level
from aftale_builder.importing.front import Front, name_short_forms, read_front, role_of
from aftale_builder.importing.grid import Grid, end_of, grid
from aftale_builder.importing.indicators import Baseline, Table, is_indicator_table, read_indicators
from aftale_builder.importing.ledger import Entry, Ledger, Role
from aftale_builder.importing.prose import Prose
from aftale_builder.importing.rest import (
    Read,
    gather_unplaced,
    keep_lost,
    notes_of_prose,
    outside_body,
    without_words,
)
from aftale_builder.importing.wording import Wording
from aftale_builder.regulation import Art, Regulativ
from aftale_builder.word.coverage import Lost
from aftale_builder.word.reading import Kind, Unit, WordText

_FEWEST_SECTIONS = 3
_IN_PROSE = frozenset({Art.AFSNIT, Art.PUNKT, Art.VEJLEDNING, Art.PLADSHOLDER})
_KEYS = {"organisation": "organisation/tekst", "samspil": "samspil/tekst"}
_INDICATORS = "baseline"
ALTERED = "ligner skabelonens faste tekst, men er ændret"


class NotTheFormError(Exception):
    """The file is not the form: too few of its sections are there. `found` are the titles that are."""

    def __init__(self, found: tuple[str, ...]) -> None:
        super().__init__(", ".join(found))
        self.found = found


@dataclass(slots=True)
class Imported(Read):
    """What was read out of a filled-in form."""

    front: Front = field(default_factory=Front)
    baseline: list[Baseline] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    efforts: list[str] = field(default_factory=list)


def place(word: WordText, regulativ: Regulativ, lost: Sequence[Lost] = ()) -> Imported:
    """Return what the form holds, every unit accounted for, and what has no unit kept. Raises `NotTheFormError`."""
    found = _Placer(word, regulativ).placed()
    keep_lost(found, lost)
    return found


class _Placer:
    def __init__(self, word: WordText, regulativ: Regulativ) -> None:
        self.wording = Wording(regulativ)
        self.regulativ = regulativ
        self.ledger = Ledger(word)
        self.units = word.units
        self.result = Imported(word, regulativ, self.ledger)
        self.notes = self.result.notes
        self.sections: list[Section] = []
        self.naming = False

    def placed(self) -> Imported:
        """Place everything, the surest first."""
        self.sections = sections(self.units, self.wording, self.regulativ)
        known = [section for section in self.sections if section.heading is not None and not section.area]
        if len(known) < _FEWEST_SECTIONS:
            raise NotTheFormError(tuple(self.title(section) for section in known))
        without_words(self.ledger)
        for section in sorted(self.sections, key=lambda section: self.key(section) == _INDICATORS):
            self.section(section)  # the indicators last: their table names areas that the others tell of
        outside_body(self.ledger, self.title_again, self.result.front.name)
        notes_of_prose(self.result)
        titles = {at: self.title(section) for section in self.sections for at in range(section.start, section.end)}
        gather_unplaced(self.result, lambda at: titles.get(at, "Forsiden"))
        return self.result

    def section(self, section: Section) -> None:
        """Account for one section of the form."""
        if section.heading is not None:
            self.heading(section.heading, section)
        key = self.key(section)
        if section.id == FRONT:
            self.result.front = read_front(section, self.ledger, self.wording)
            name_short_forms(self.result.front, self.units)
        elif key and key != _INDICATORS:
            self.prose(section, key)
        else:
            self.only_fixed(section)

    def heading(self, at: int, section: Section) -> None:
        match = self.wording.match(self.units[at].plain, section.id)
        if match is not None and self.ledger.open(at):
            self.ledger.put(at, Entry(Role.FIXED, fixed=match.fixed.id, variant=match.variant))

    def key(self, section: Section) -> str:
        """Return the key that the section's own words belong to, «» where the form has no place for any."""
        if section.area:
            return f"indsatsområder/{section.area}/problemkompleks"
        known = self.regulativ.et_afsnit(section.id)
        key = known.noegle if known is not None else ""
        return "" if key == "indsatsområder" else _KEYS.get(key, key)

    def title(self, section: Section) -> str:
        """Return what the section is called to users."""
        if section.heading is not None:
            return self.units[section.heading].plain.strip()
        return "Forsiden"

    def own(self, at: int, section: Section) -> Unit | None:
        """Account for a paragraph of the form's; return what of it is the users' own: all, or what follows the form's words."""
        unit = self.units[at]
        while (begun := self.wording.beginning(unit.plain, section.id)) is not None:
            unit = _from(unit, begun[1])
        if section.area and is_problem_heading(unit, self.regulativ):
            self.ledger.put(at, Entry(Role.FIXED, fixed=PROBLEM))
        elif (match := self.wording.match(unit.plain, section.id, _IN_PROSE)) is not None:
            self.ledger.put(at, Entry(role_of(match), fixed=match.fixed.id, variant=match.variant))
        elif (altered := self.wording.altered(unit.plain, section.id)) is not None:
            self.ledger.put(at, Entry(Role.UNPLACED, fixed=altered.id, remark=ALTERED))
        else:
            return unit
        return None

    def prose(self, section: Section, key: str) -> None:
        """Account for a section whose words are one Markdown text."""
        prose = self.result.prose[key] = Prose(section.level, self.notes)
        if section.area:
            self.result.efforts.append(section.area)
        for at in self.blocks(section):
            if self.units[at].kind is Kind.TABLE:
                self.prose_table(grid(self.units, at), prose, key)
            elif (own := self.own(at, section)) is not None:
                prose.paragraph(own)
                self.ledger.put(at, Entry(Role.VALUE, (key,), text=self.part(at, own)))
        if key == "beskrivelse":
            items = (self.units[at] for at in top_level(self.units, section.start, section.end))
            listed = read_areas(filter(looks_like_area, items), self.result.front)
            self.result.areas = listed or self.areas_of_tables(section)
        self.naming = not self.result.areas

    def areas_of_tables(self, section: Section) -> list[Area]:
        starts = (at for at in top_level(self.units, section.start, section.end) if self.units[at].kind is Kind.TABLE)
        found = (table_of_areas(grid(self.units, at), self.units, self.result.front) for at in starts)
        return next(filter(None, found), [])

    def blocks(self, section: Section) -> Iterator[int]:
        """Yield the tables of a section, and the paragraphs that are not accounted for yet, those in text boxes too."""
        for at in top_level(self.units, section.start, section.end):
            kind = self.units[at].kind
            if kind is Kind.TABLE or (kind is Kind.PARAGRAPH and self.ledger.open(at)):
                yield at
            elif kind is Kind.TEXT_BOX:
                yield from self.boxed(at)

    def boxed(self, start: int) -> Iterator[int]:
        """Yield the paragraphs of a text box that are not accounted for yet."""
        for at in range(start, end_of(self.units, start, Kind.TEXT_BOX, Kind.TEXT_BOX_END)):
            unit = self.units[at]
            if unit.kind is Kind.PARAGRAPH and self.ledger.open(at):
                yield at

    def part(self, at: int, own: Unit) -> str | None:
        """Return the users' own part of a paragraph, None where all of it is."""
        return None if own is self.units[at] else own.plain

    def prose_table(self, table: Grid, prose: Prose, key: str) -> None:
        for row in table.rows:
            for cell in row:
                cell.paragraphs = [at for at in cell.paragraphs if self.ledger.open(at)]
        own = [at for row in table.rows for cell in row for at in cell.paragraphs]
        if own:
            prose.table(table, self.units)
        for at in own:
            self.ledger.put(at, Entry(Role.VALUE, (key,)))

    def only_fixed(self, section: Section) -> None:
        """Account for a section that is fixed wording, and in section 5 the table: there is no place for anything else."""
        for at in self.blocks(section):
            if self.units[at].kind is Kind.TABLE:
                self.indicators(grid(self.units, at))
            elif (own := self.own(at, section)) is not None:
                self.ledger.put(at, Entry(Role.UNPLACED, text=self.part(at, own)))

    def indicators(self, table: Grid) -> None:
        if is_indicator_table(table, self.ledger, self.regulativ):
            known = Table(self.ledger, self.wording, self.regulativ, self.result.areas, self.naming)
            self.result.baseline += read_indicators(table, known)

    def title_again(self, text: str) -> Entry | None:
        """Return what a paragraph outside the body is, where it has the words of the front page."""
        match = self.wording.match(text, FRONT)
        return Entry(Role.FIXED, fixed=match.fixed.id, variant=match.variant) if match is not None else None


def _from(unit: Unit, start: int) -> Unit:
    """Return a paragraph without its first characters (those of notes and hidden text not counted)."""
    runs = []
    left = start
    for run in unit.runs:
        if run.hidden or (run.note and left <= 0):
            runs.append(run)
        elif not run.note:
            runs.append(replace(run, text=run.text[max(left, 0) :]))
            left -= len(run.text)
    kept = tuple(run for run in runs if run.text)
    return replace(unit, runs=kept, text="".join(run.text for run in kept if not run.hidden))
