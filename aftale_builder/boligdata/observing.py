"""A table's figures with what each is of: the measure, the place and the year, from its column, its row and what stands above."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from aftale_builder.boligdata.figures import Kept, figure, unclear
from aftale_builder.boligdata.labels import KOMMUNE, Meaning, Role, Vocabulary, bare
from aftale_builder.boligdata.tables import Cell, Table

_FIRST_ROWS = 20
_MOSTLY = 0.6


@dataclass(frozen=True, slots=True)
class Observation:
    """One figure, None where the table keeps it back; `cell` is where it stands, `source` what the table says it comes from."""

    measure: str
    place: str
    year: int | None
    value: Decimal | None
    cell: Cell
    source: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """How a column was understood: its label as it stands in the file, what it means, whether its cells are figures."""

    label: str
    meaning: Meaning
    figures: bool
    at: int


@dataclass
class Reading:
    """What a table holds: how its columns were understood, its observations, the labels of its rows, what is wrong with it."""

    table: str
    columns: list[Column] = field(default_factory=list)
    observations: list[Observation] = field(default_factory=list)
    labels: dict[str, Meaning] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    unsure: dict[str, list[str]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def observe(table: Table, words: Vocabulary) -> Reading | None:
    """Return what a table holds; None for one in which no row of labels is known."""
    head = _head(table, words)
    if head is None:
        return None
    heads, body = table.rows[head.start : head.stop], table.rows[head.stop :]
    columns = list(_columns(heads, body, words))
    above = [cell.text for row in table.rows[: head.start] for cell in row if cell.text]
    reader = _Reader(Reading(table.name, columns), words, [words.meaning(text) for text in (*above, table.name)])
    figures = [column.at for column in columns if column.figures]
    reader.clear(row[at] for row in body for at in figures if at < len(row))
    for row in body:
        reader.row(row)
    return reader.found


@dataclass
class _Reader:
    """Reads the rows of one table. `around` is what stands above it and in its name."""

    found: Reading
    words: Vocabulary
    around: list[Meaning]

    def clear(self, cells: Iterable[Cell]) -> None:
        """Note it where figures of the table can't all be read the same way."""
        mixed = unclear(cells)
        if mixed is not None:
            dotted, grouped = mixed
            self.found.problems.append(
                f"«{dotted.text}» ({dotted.place}) har punktum som komma, «{grouped.text}» ({grouped.place}) har det mellem "
                "tusinder. Skriv dem på samme måde i filen."
            )

    def row(self, row: Sequence[Cell]) -> None:
        """Note the figures of a row."""
        said, source = Meaning(), ""
        for column in self.found.columns:
            cell = row[column.at] if column.at < len(row) else None
            if cell is None or not cell.text or column.figures or column.meaning.unused:
                continue
            if column.meaning.role is Role.SOURCE:
                source = cell.text
            elif column.meaning.role is not None:
                part = self._part(cell.text, column.meaning.role)
                if part is None:
                    return
                said = _within(said, part)
        for column in self.found.columns:
            if column.figures and not column.meaning.unused and column.at < len(row):
                self._figure(row[column.at], column, said, source)

    def _part(self, text: str, role: Role) -> Meaning | None:
        """Return what a label of a row says, None where the row is not to be used."""
        meaning = self.words.meaning(text)
        if role is Role.YEAR:
            return Meaning(year=meaning.year)
        part = Meaning(measure=meaning.measure) if role is Role.MEASURE else Meaning(place=meaning.place)
        if part:
            self.found.labels[text] = part
        elif not meaning.unused:
            self._unknown(text)
        return part or None

    def _figure(self, cell: Cell, column: Column, said: Meaning, source: str) -> None:
        value = figure(cell)
        if value is Kept.EMPTY:
            return
        for meaning in (column.meaning, *self.around):
            said = _joined(said, meaning)
        if said.measure is None or said.place is None:
            self._unknown(column.label)
        elif value is Kept.NONE:
            self.found.problems.append(f"«{cell.text}» ({cell.place}) er ikke et tal.")
        else:
            kept = None if isinstance(value, Kept) else value
            self.found.observations.append(Observation(said.measure, said.place, said.year, kept, cell, source))

    def _unknown(self, label: str) -> None:
        candidates = self.words.measures(label)
        if len(candidates) > 1:
            self.found.unsure[label] = candidates
        elif label and label not in self.found.unknown:
            self.found.unknown.append(label)


def _head(table: Table, words: Vocabulary) -> range | None:
    """Return the rows of labels: the one of which the most is understood, and those of labels alone right below and above it."""
    best, at = 0, None
    rows = table.rows[:_FIRST_ROWS]
    for number, row in enumerate(rows):
        known = sum(_is_label(cell, words) for cell in row)
        if _is_many(row) and known > best:
            best, at = known, number
    if at is None:
        return None
    first, last = at, at + 1
    while first and _is_many(rows[first - 1]) and all(_is_label(cell, words) for cell in rows[first - 1] if cell.text):
        first -= 1
    while last < len(rows) and _is_many(rows[last]) and all(_is_year(cell, words) for cell in _own(rows[last], rows[at])):
        last += 1
    return range(first, last)


def _is_many(row: Sequence[Cell]) -> bool:
    return len({cell.text for cell in row if cell.text}) > 1


def _is_label(cell: Cell, words: Vocabulary) -> bool:
    meaning = words.meaning(cell.text) if cell.text else Meaning()
    return bool(meaning) and (figure(cell) is Kept.NONE or meaning.year is not None)


def _is_year(cell: Cell, words: Vocabulary) -> bool:
    """Tell whether a cell holds a year or a unit alone, as the second line of a head does."""
    meaning = words.meaning(cell.text)
    return not bare(cell.text) and (meaning.year is None or meaning == Meaning(year=meaning.year))


def _own(row: Sequence[Cell], above: Sequence[Cell]) -> Iterator[Cell]:
    """Yield the cells that say anything the row above does not: one that is joined over both rows says the same twice."""
    for at, cell in enumerate(row):
        if cell.text and not (at < len(above) and above[at].text == cell.text):
            yield cell


def _columns(heads: Sequence[Sequence[Cell]], body: Sequence[Sequence[Cell]], words: Vocabulary) -> Iterator[Column]:
    for at in range(max(map(len, heads))):
        below = [row[at] for row in body if at < len(row) and row[at].text]
        if not below:
            continue
        texts = list(dict.fromkeys(row[at].text for row in heads if at < len(row) and row[at].text))
        label, meaning = " / ".join(texts), Meaning()
        for text in texts:
            meaning = _joined(meaning, words.meaning(text))
        numbers = sum(figure(item) is not Kept.NONE for item in below) / len(below)
        if meaning.role is Role.YEAR or meaning.unused:
            yield Column(label, meaning, figures=False, at=at)
        elif numbers > _MOSTLY:
            yield Column(label, meaning, figures=True, at=at)
        else:
            named = meaning.role if meaning.role in (Role.SOURCE, Role.MEASURE, Role.PLACE) else None
            yield Column(label, Meaning(role=_held(below, words) or named), figures=False, at=at)


def _held(cells: Iterable[Cell], words: Vocabulary) -> Role | None:
    """Return what a column of words holds: what most of the words that are understood are of."""
    meanings = [words.meaning(cell.text) for cell in cells]
    measures = sum(meaning.measure is not None for meaning in meanings)
    places = sum(meaning.place is not None for meaning in meanings)
    if not measures and not places:
        return None
    return Role.MEASURE if measures >= places else Role.PLACE


def _within(said: Meaning, part: Meaning) -> Meaning:
    """Return what two labels of one row say: an area in a kommune is the area, whichever column comes first."""
    place = part.place if said.place == KOMMUNE and part.place else said.place or part.place
    return Meaning(said.measure or part.measure, place, said.year or part.year)


def _joined(first: Meaning, second: Meaning) -> Meaning:
    """Return both meanings; where both say something of one kind, what the first says."""
    return Meaning(
        first.measure or second.measure,
        first.place or second.place,
        first.year or second.year,
        first.role or second.role,
        unused=first.unused or second.unused,
    )
