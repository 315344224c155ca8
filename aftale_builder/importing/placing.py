"""Every unit of the file to its place: sections to keys, the form's own wording aside, and what has no place told as such."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from aftale_builder.importing.areas import Area, looks_like_area, read_areas, table_of_areas
from aftale_builder.importing.form import FRONT, PROBLEM, Section, is_problem_heading, sections, top_level
from aftale_builder.importing.front import Front, name_short_forms, read_front, role_of
from aftale_builder.importing.grid import Grid, grid
from aftale_builder.importing.indicators import Baseline, Table, is_indicator_table, read_indicators
from aftale_builder.importing.ledger import Entry, Ledger, Role
from aftale_builder.importing.prose import Prose
from aftale_builder.importing.wording import Wording
from aftale_builder.regulation import Art, Regulativ
from aftale_builder.word.coverage import Lost
from aftale_builder.word.reading import Kind, Part, Run, Unit, WordText

_FEWEST_SECTIONS = 3
_IN_PROSE = frozenset({Art.AFSNIT, Art.PUNKT, Art.VEJLEDNING, Art.PLADSHOLDER})
_KEYS = {"organisation": "organisation/tekst", "samspil": "samspil/tekst"}
_INDICATORS = "baseline"
_CONTENTS = re.compile(r"(?:toc|indholdsfortegnelse)\b", re.IGNORECASE)
_PAGE_WORDS = re.compile(r"(?:side|page|af|of|[-–/|\d\s])*", re.IGNORECASE)
_PAGE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_OUTSIDE = {
    Part.PROPERTIES: "Filens titel",
    Part.FOOTNOTE: "Fodnoter",
    Part.ENDNOTE: "Slutnoter",
    Part.HEADER: "Sidehoved",
    Part.FOOTER: "Sidefod",
    Part.COMMENT: "Kommentarer",
}
_HIDDEN = "Skjult tekst"
_LOST = "Ord, som ikke kunne læses på deres plads"
ALTERED = "ligner skabelonens faste tekst, men er ændret"
_TEXT = frozenset({Kind.PARAGRAPH, Kind.TITLE})
_NOTE_PARTS = frozenset({Part.FOOTNOTE, Part.ENDNOTE})


class NotTheFormError(Exception):
    """The file is not the form: too few of its sections are there. `found` are the titles that are."""

    def __init__(self, found: tuple[str, ...]) -> None:
        super().__init__(", ".join(found))
        self.found = found


@dataclass(slots=True)
class Imported:
    """What was read out of a filled-in form: `prose` by key, `unplaced` by the title of where it stands, `lost` what
    stands in the file and in none of its units, `remarks` for users.
    """

    word: WordText
    regulativ: Regulativ
    ledger: Ledger
    front: Front = field(default_factory=Front)
    baseline: list[Baseline] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    efforts: list[str] = field(default_factory=list)
    prose: dict[str, Prose] = field(default_factory=dict)
    unplaced: dict[str, Prose] = field(default_factory=dict)
    lost: tuple[Lost, ...] = ()
    remarks: list[str] = field(default_factory=list)


def place(word: WordText, regulativ: Regulativ, lost: Sequence[Lost] = ()) -> Imported:
    """Return what the form holds, every unit accounted for, and what has no unit kept. Raises `NotTheFormError`."""
    placer = _Placer(word, regulativ)
    found = placer.placed()
    found.lost = tuple(lost)
    for words in lost:
        placer.keep(_LOST, Unit(Kind.PARAGRAPH, text=words.words, runs=(Run(words.words),)))
    return found


class _Placer:
    def __init__(self, word: WordText, regulativ: Regulativ) -> None:
        self.wording = Wording(regulativ)
        self.regulativ = regulativ
        self.ledger = Ledger(word)
        self.units = word.units
        self.notes = _notes(word)
        self.result = Imported(word, regulativ, self.ledger)
        self.sections: list[Section] = []

    def placed(self) -> Imported:
        """Place everything, the surest first."""
        self.sections = sections(self.units, self.wording, self.regulativ)
        known = [section for section in self.sections if section.heading is not None and not section.area]
        if len(known) < _FEWEST_SECTIONS:
            raise NotTheFormError(tuple(self.title(section) for section in known))
        self.without_words()
        for section in sorted(self.sections, key=lambda section: self.key(section) == _INDICATORS):
            self.section(section)  # the indicators last: their table names areas that the others tell of
        self.outside_body()
        self.notes_of_prose()
        for at in self.paragraphs():
            self.ledger.put(at, Entry(Role.UNPLACED))
        self.ledger.close()
        self.gather_unplaced()
        return self.result

    def paragraphs(self) -> Iterator[int]:
        """Yield the paragraphs (and the title) that are not accounted for yet."""
        return (at for at, unit in enumerate(self.units) if unit.kind in _TEXT and self.ledger.open(at))

    def without_words(self) -> None:
        """Account for what says nothing of its own: empty paragraphs, prompts of content controls, tables of contents."""
        for at in self.paragraphs():
            unit = self.units[at]
            shown = [run for run in unit.runs if run.text.strip() and not run.hidden]
            if not unit.plain.strip() and not _refers(unit):
                self.ledger.put(at, Entry(Role.EMPTY))
            elif all(run.placeholder for run in shown) or _is_gap(unit):
                self.ledger.put(at, Entry(Role.PLACEHOLDER))
            elif _CONTENTS.match(unit.style_name) or all(run.field == "TOC" for run in shown):
                self.ledger.put(at, Entry(Role.CONTENTS))

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

    def areas_of_tables(self, section: Section) -> list[Area]:
        starts = (at for at in top_level(self.units, section.start, section.end) if self.units[at].kind is Kind.TABLE)
        found = (table_of_areas(grid(self.units, at), self.units, self.result.front) for at in starts)
        return next(filter(None, found), [])

    def blocks(self, section: Section) -> Iterator[int]:
        """Yield the tables of a section, and the paragraphs that are not accounted for yet."""
        for at in top_level(self.units, section.start, section.end):
            kind = self.units[at].kind
            if kind is Kind.TABLE or (kind is Kind.PARAGRAPH and self.ledger.open(at)):
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
            known = Table(self.ledger, self.wording, self.regulativ, self.result.areas)
            self.result.baseline += read_indicators(table, known)

    def outside_body(self) -> None:
        """Account for page numbers, and for the form's own title where it is repeated."""
        for at in self.paragraphs():
            unit = self.units[at]
            if unit.part in {Part.BODY, Part.FOOTNOTE, Part.ENDNOTE, Part.COMMENT}:
                continue
            match = self.wording.match(unit.plain, FRONT)
            if match is not None:
                self.ledger.put(at, Entry(Role.FIXED, fixed=match.fixed.id, variant=match.variant))
            elif any(run.field in _PAGE_FIELDS for run in unit.runs) and _PAGE_WORDS.fullmatch(unit.plain):
                self.ledger.put(at, Entry(Role.PAGE_NUMBER))

    def notes_of_prose(self) -> None:
        """Account for the notes that placed prose refers to: they went into the same text."""
        where = {note: key for key, prose in self.result.prose.items() for note in prose.used}
        current = ""
        for at, unit in enumerate(self.units):
            current = unit.ref if unit.kind is Kind.NOTE else current
            if unit.part in _NOTE_PARTS and unit.kind is Kind.PARAGRAPH and self.ledger.open(at) and current in where:
                self.ledger.put(at, Entry(Role.VALUE, (where[current],)))

    def gather_unplaced(self) -> None:
        """Gather what has no place, in the order of the file, under the title of where it stands."""
        titles = {at: self.title(section) for section in self.sections for at in range(section.start, section.end)}
        for at, unit in enumerate(self.units):
            hidden = "".join(run.text for run in unit.runs if run.hidden).strip()
            if hidden:
                self.keep(_HIDDEN, replace(unit, runs=(Run(hidden),), item=None, level=None))
            if unit.kind in _TEXT and self.ledger.entry(at).role is Role.UNPLACED:
                part = self.ledger.entry(at).text
                shown = unit if part is None else replace(unit, runs=(Run(part),))
                self.keep(titles.get(at) or _OUTSIDE.get(unit.part, "Forsiden"), shown)

    def keep(self, title: str, unit: Unit) -> None:
        self.result.unplaced.setdefault(title, Prose(-1, self.notes)).paragraph(unit)


def _notes(word: WordText) -> Mapping[str, list[Unit]]:
    notes: dict[str, list[Unit]] = {}
    current: list[Unit] = []
    for unit in (*word.footnotes, *word.endnotes):
        if unit.kind is Kind.NOTE:
            current = notes.setdefault(unit.ref, [])
        elif unit.kind is Kind.PARAGRAPH:
            current.append(unit)
    return notes


def _is_gap(unit: Unit) -> bool:
    """Tell whether a paragraph is what our own draft prints of something that is missing."""
    return unit.plain.startswith("Mangler: ") and (unit.style_name == "Mangler" or unit.plain == "Mangler: indsatsens navn")


def _refers(unit: Unit) -> bool:
    return any(run.note for run in unit.runs)


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
