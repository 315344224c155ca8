"""The strategic agreement's form as it stands in a file: sections, the front page's fields, signatures, baseline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from aftale_builder.importing.dates import days
from aftale_builder.importing.form import FRONT, Section, is_problem_heading, sections
from aftale_builder.importing.grid import Cell, Grid, end_of, grid
from aftale_builder.importing.placing import Imported
from aftale_builder.importing.wording import Wording, key
from aftale_builder.regulation import Indikator
from aftale_builder.rules.finished import Baseline, Block, Field, Form, Paragraph, Role, Spot
from aftale_builder.rules.finished import Section as Told
from aftale_builder.rules.stand_ins import stand_ins
from aftale_builder.rules.story import Name, Named, part_names
from aftale_builder.word.reading import Kind

_FIELDS = {"områdets-navn": "navn", "aftalens-parter": "parter", "periode": "periode"}
_SIGNED = "underskrifter"
_SIGNING_CELLS = frozenset({"dato", "navn"})
_LINE = re.compile(r"\bnavn\b\s*:?\s*[_.…\t]{3,}", re.IGNORECASE)
_COLUMNS = {"tabel-boligområde": "boligområdet", "tabel-kommune": "kommunen"}
_INDICATORS = "5"
_LEFT = frozenset({Role.STAND_IN, Role.PROMPT})
_NO_FIGURE = re.compile(r"[x?.…_\s]*", re.IGNORECASE)
_WHY = re.compile(r"\s*ikke opgjort\s*[:,;.–-]\s*\w", re.IGNORECASE)
_BRACKETED = re.compile(r"\(.*\)")
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
_SPAN = re.compile(r"\bår(?:et|ig|ige)?\b", re.IGNORECASE)


class Reader:
    """Reads the form out of a file whose every unit is accounted for."""

    def __init__(self, placed: Imported) -> None:
        self.placed = placed
        self.units = placed.word.units
        self.wording = Wording(placed.regulativ)
        self.sections = sections(self.units, self.wording, placed.regulativ)

    def paths(self) -> dict[int, str]:
        """Return the path of the section that each unit stands in."""
        return {
            at: _path(section)
            for section in self.sections
            for at in range(section.start if section.heading is None else section.heading, section.end)
        }

    def areas(self) -> dict[int, str]:
        """Return the indsatsområde of each unit that stands in one's section."""
        return {at: section.area for section in self.sections if section.area for at in range(section.start, section.end)}

    def titles(self) -> dict[int, str]:
        """Return what begins at each heading of the form; the heading of a problemkompleks goes by its indsatsområde's."""
        titles: dict[int, str] = {}
        for at, section in self._headed():
            title = titles[at] = self.units[at].plain.strip()
            inside = range(section.start, section.end) if section.area else ()
            titles |= {below: title for below in inside if is_problem_heading(self.units[below], self.placed.regulativ)}
        return titles

    def form(self, paragraphs: Mapping[int, Paragraph], spots: Sequence[Spot]) -> Form:
        """Return the form."""
        front = next(section for section in self.sections if section.id == FRONT)
        return Form(
            tuple(self._told(at, section, paragraphs, spots) for at, section in self._headed()),
            tuple(self._fields(front, paragraphs)),
            tuple(self._blocks(front, paragraphs, spots)),
            tuple(self._baseline(spots)),
            tuple(self._parties(spots, paragraphs)),
            self.placed.front.period,
        )

    def names(self, spots: Sequence[Spot]) -> Iterator[tuple[str, Spot]]:
        """Yield the effort's own name as it stands under its label, and each boligområde that section 1 lists."""
        if self.placed.front.name:
            yield self.placed.front.name, spots[self._keyed("navn")]

    def area_names(self, spots: Sequence[Spot]) -> Iterator[Name]:
        """Yield the names of the boligområder that section 1 lists."""
        for area in self.placed.areas:
            at = next((at for at, unit in enumerate(self.units) if unit.item and unit.plain.strip().startswith(area.name)), 0)
            yield Name(Named.OMRAADE, area.name, (), spots[at])

    def _headed(self) -> Iterator[tuple[int, Section]]:
        return ((section.heading, section) for section in self.sections if section.heading is not None)

    def _told(self, heading: int, section: Section, paragraphs: Mapping[int, Paragraph], spots: Sequence[Spot]) -> Told:
        inside = range(section.start, section.end)
        told = any(paragraphs[at].filled for at in inside if at in paragraphs) or any(
            self.units[at].pictures or self.units[at].unread for at in inside
        )
        left = tuple(paragraphs[at] for at in inside if at in paragraphs and paragraphs[at].role in _LEFT)
        return Told(section.id, self.units[heading].plain.strip(), spots[heading], told, section.area, left)

    def _fields(self, front: Section, paragraphs: Mapping[int, Paragraph]) -> Iterator[Field]:
        within = [at for at in range(front.start, front.end) if at in paragraphs]
        for number, at in enumerate(within):
            label = next((ref for ref in paragraphs[at].fixed if ref in _FIELDS), "")
            if label:
                below = takewhile(lambda other: not self._is_label(paragraphs[other]), within[number + 1 :])
                inside = [paragraphs[at], *(paragraphs[other] for other in below)]
                filled = any(paragraph.filled for paragraph in inside)
                left = tuple(paragraph for paragraph in inside if paragraph.role in _LEFT)
                name = self.placed.regulativ.fast(label).ren.rstrip(":")
                own = " ".join(paragraph.own for paragraph in inside if paragraph.filled)
                flaw = period_flaw(own) if filled and _FIELDS[label] == "periode" else ""
                yield Field(_FIELDS[label], name, paragraphs[at].spot, filled, left, flaw)

    def _is_label(self, paragraph: Paragraph) -> bool:
        return any(ref in _FIELDS or ref == _SIGNED for ref in paragraph.fixed)

    def _parties(self, spots: Sequence[Spot], paragraphs: Mapping[int, Paragraph]) -> Iterator[tuple[str, Name]]:
        """Yield the parts; what the form's guidance asks for, in its own words or in others, is none."""
        for party in self.placed.front.parties:
            at = self._keyed(f"parter/{party.id}/navn")
            if at in paragraphs and paragraphs[at].filled and not _BRACKETED.fullmatch(party.name):
                yield party.id, Name(Named.PART, party.name, (*part_names(party.name), *party.called), spots[at])

    def _keyed(self, name: str) -> int:
        """Return the first unit that a value was read out of."""
        return next((at for at, (_, entry) in enumerate(self.placed.ledger) if name in entry.keys), 0)

    def _blocks(self, front: Section, paragraphs: Mapping[int, Paragraph], spots: Sequence[Spot]) -> Iterator[Block]:
        signed = (at for at in range(front.start, front.end) if at in paragraphs and _SIGNED in paragraphs[at].fixed)
        at = next(signed, front.end) + 1
        above: list[str] = []
        while at < front.end:
            unit = self.units[at]
            if unit.kind is Kind.TABLE:
                end = end_of(self.units, at, Kind.TABLE, Kind.TABLE_END)
                inside = [paragraphs[index] for index in range(at, end) if index in paragraphs]
                if any(ref in _SIGNING_CELLS for paragraph in inside for ref in paragraph.fixed):
                    own = [paragraph.own for paragraph in inside if paragraph.filled]
                    yield self._block(spots[at + 1], above, own)
                    above = []
                at = end
                continue
            if unit.kind is Kind.PARAGRAPH and unit.plain.strip():
                if "navn" in paragraphs[at].fixed or _LINE.search(unit.plain):
                    yield self._block(spots[at], above, [unit.plain] if _LINE.search(unit.plain) else [])
                    above = []
                elif "dato" not in paragraphs[at].fixed:
                    above.append(unit.plain.strip())
            at += 1

    def _block(self, at: Spot, above: list[str], own: list[str]) -> Block:
        part = next((found for text in (*above, *own) if (found := self._part_of(text))), "")
        return Block(at, part, next(iter(above), ""), bool(own))

    def _part_of(self, text: str) -> str:
        """Return the id of the part that a line names, «» where it names none."""
        front = self.placed.front
        party = front.party(text)
        if party is not None:
            return party.id
        words = f" {key(text)} "
        named = [
            (len(name), one.id)
            for one in front.parties
            for name in {key(one.name), key(one.name.split(",")[0])}
            if re.search(rf"(?<!\w){re.escape(name)}s?(?!\w)", words)
        ]
        return max(named)[1] if named else ""

    def _baseline(self, spots: Sequence[Spot]) -> Iterator[Baseline]:
        for section in self.sections:
            if section.id == _INDICATORS:
                for at in range(section.start, section.end):
                    if self.units[at].kind is Kind.TABLE:
                        yield from self._rows(grid(self.units, at), spots)

    def _rows(self, table: Grid, spots: Sequence[Spot]) -> Iterator[Baseline]:
        columns: dict[int, str] = {}
        for row in table.rows:
            cells = table.columns(row)
            heads = {at: name for at, cell in enumerate(cells) if cell is not None and (name := self._column(cell))}
            columns = heads or columns
            indicator = next((known for cell in row if (known := self._indicator(cell))), None)
            if indicator is None or not columns:
                continue
            wanted = {at: name for at, name in columns.items() if at < len(cells) and not self._needless(indicator, name)}
            asked = [(name, cell) for at, name in wanted.items() if (cell := cells[at]) is not None]
            told = any(_WHY.match(line) for _, cell in asked for line in cell.lines(self.units))
            empty = [] if told else [(name, cell) for name, cell in asked if self._is_empty(cell)]
            first = empty[0][1] if empty else row[0]
            place = spots[first.paragraphs[0] if first.paragraphs else first.at]
            yield Baseline(indicator.id, indicator.navn.rstrip("."), place, tuple(name for name, _ in empty))

    def _is_empty(self, cell: Cell) -> bool:
        """Tell whether a cell has no answer: nothing, or only a mark such as «x». A stand-in that DOK402 knows is told by it."""
        text = cell.text(self.units)
        return _NO_FIGURE.fullmatch(text) is not None and next(stand_ins(text, printed=True), None) is None

    def _needless(self, indicator: Indikator, column: str) -> bool:
        return column == "kommunen" and indicator.kun_boligomraade

    def _column(self, cell: Cell) -> str:
        match = self.wording.match(cell.text(self.units), _INDICATORS)
        return _COLUMNS.get(match.fixed.id, "") if match is not None else ""

    def _indicator(self, cell: Cell) -> Indikator | None:
        words = key(cell.text(self.units))
        forms = ((known, (known.navn, *known.varianter)) for known in self.placed.regulativ.indikatorer)
        return next((known for known, named in forms if words and words in {key(form) for form in named}), None)


def period_flaw(text: str) -> str:
    """Return what a period lacks to have a first and a last day, in Danish; «» where it has both, or says it in years."""
    found = days(text)
    known = [day for day in found if day is not None]
    if len(known) < len(found):
        return "en af dagene findes ikke"
    if len(known) == 2 and known[0] >= known[1]:
        return "den sidste dag kommer ikke efter den første"
    in_years = len(_YEARS.findall(text)) >= 2 or (known and _SPAN.search(text))
    if len(known) >= 2 or in_years:
        return ""
    return "der står kun én dag" if known else "der står ingen dage"


def _path(section: Section) -> str:
    return "/".join(part for part in ("afsnit", section.id, section.area) if part)
