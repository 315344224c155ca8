"""A table's figures with what each is of: the measure, the place and the year, from its column, its row and what stands above."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from aftale_builder.boligdata.figures import Kept, figure, unclear
from aftale_builder.boligdata.heads import head_rows
from aftale_builder.boligdata.labels import (
    AREAS,
    KOMMUNE,
    Meaning,
    Role,
    Vocabulary,
    bare,
    is_called_kommune,
    is_of_kommuner,
    is_of_numbers,
)
from aftale_builder.boligdata.tables import Cell, Table

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
    """What a table holds: how its columns were understood, its observations, the labels of its rows, what is wrong with it.

    `elsewhere` are the kommuner, none of them the agreement's, whose rows were left out.
    """

    table: str
    columns: list[Column] = field(default_factory=list)
    observations: list[Observation] = field(default_factory=list)
    labels: dict[str, Meaning] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    unsure: dict[str, list[str]] = field(default_factory=dict)
    elsewhere: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def observe(table: Table, words: Vocabulary) -> Reading | None:
    """Return what a table holds; None for one in which no row of labels is known."""
    head = head_rows(table, words)
    if head is None:
        return None
    heads, body = table.rows[head.start : head.stop], table.rows[head.stop :]
    columns = list(_columns(heads, body, words))
    above = [cell.text for row in table.rows[: head.start] for cell in row if cell.text]
    reader = _Reader(Reading(table.name, columns), words, [words.meaning(text) for text in (*above, table.name)])
    if strange := [text for text in (*above, table.name) if words.is_elsewhere(text)]:
        reader.found.elsewhere += strange
        return reader.found
    reader.kommuner(body)
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
    at_kommune: int | None = None
    in_many: bool = False
    """Whether the table also has rows of other kommuner: then a total is none of ours."""
    last: str = ""

    def kommuner(self, body: Sequence[Sequence[Cell]]) -> None:
        """Find the column that says which kommune each row is in."""
        self.at_kommune = next((one.at for one in self.found.columns if one.meaning.role is Role.KOMMUNE), None)
        numbered = next((one for one in self.found.columns if is_of_numbers(one.label) and not one.meaning.unused), None)
        if self.at_kommune is None and numbered is not None:
            seen = list(dict.fromkeys(row[numbered.at].text for row in body if numbered.at < len(row) and row[numbered.at].text))
            if len(seen) > 1:
                self.found.problems.append(
                    f"«{numbered.label}» har rækker fra flere kommuner («{seen[0]}», «{seen[1]}»), og aftalen siger ikke, "
                    "hvilket nummer dens kommune har. Gem en fil med kun den kommunes rækker."
                )
        self.in_many = self.at_kommune is not None and any(
            not self.words.is_ours(row[self.at_kommune].text)
            for row in body
            if self.at_kommune < len(row) and row[self.at_kommune].text
        )

    def _is_here(self, row: Sequence[Cell]) -> bool:
        """Tell whether a row is in the agreement's kommune. One that says none is in that of the row above it."""
        if self.at_kommune is None:
            return True
        self.last = (row[self.at_kommune].text if self.at_kommune < len(row) else "") or self.last
        if not self.last or self.words.is_ours(self.last):
            return True
        if self.last not in self.found.elsewhere and not self.words.meaning(self.last).unused:
            self.found.elsewhere.append(self.last)
        return False

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
        if not self._is_here(row):
            return
        found = self._said(row)
        if found is None or (self.in_many and found[0].place == AREAS and not self._says_kommune(row)):
            return
        for column in self.found.columns:
            if column.figures and not column.meaning.unused and column.at < len(row):
                self._figure(row[column.at], column, *found)

    def _said(self, row: Sequence[Cell]) -> tuple[Meaning, str] | None:
        """Return what the labels of a row say, and its source; None where the row is not to be used."""
        said, source = Meaning(), ""
        for column in self.found.columns:
            cell = row[column.at] if column.at < len(row) else None
            if cell is None or not cell.text or column.figures or column.meaning.unused:
                continue
            if column.meaning.role is Role.SOURCE:
                source = cell.text
            elif column.meaning.role is Role.KOMMUNE:
                said = _within(said, self._of_kommune(cell.text))
            elif column.meaning.role is not None:
                part = self._part(cell.text, column.meaning.role)
                if part is None:
                    return None
                said = _within(said, part)
        return said, source

    def _says_kommune(self, row: Sequence[Cell]) -> bool:
        return self.at_kommune is not None and self.at_kommune < len(row) and bool(row[self.at_kommune].text)

    def _of_kommune(self, text: str) -> Meaning:
        """Return what the name of our kommune says; where the agreement has two, no figure is «the kommune's»."""
        said = Meaning(place=KOMMUNE) if self.words.has_one_kommune or self.words.meaning(text).place == KOMMUNE else Meaning()
        if said:
            self.found.labels[text] = said
        return said

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
        elif _are_kommuner(texts, below, words):
            yield Column(label, Meaning(role=Role.KOMMUNE), figures=False, at=at)
        elif numbers > _MOSTLY or _says_figures(texts, meaning, numbers, below, words):
            yield Column(label, meaning, figures=True, at=at)
        else:
            named = meaning.role if meaning.role in (Role.SOURCE, Role.MEASURE, Role.PLACE) else None
            yield Column(label, Meaning(role=_held(below, words) or named), figures=False, at=at)


def _are_kommuner(heads: Sequence[str], cells: Sequence[Cell], words: Vocabulary) -> bool:
    """Tell whether a column holds the kommune that each row is in: by its label, or since every cell is called a kommune."""
    texts = {cell.text for cell in cells}
    if any(figure(cell) is not Kept.NONE for cell in cells) or any(
        (place := words.meaning(text).place) is not None and place != KOMMUNE for text in texts
    ):
        return False
    return any(is_of_kommuner(head) for head in heads) or all(is_called_kommune(text) for text in texts)


def _says_figures(
    heads: Sequence[str], meaning: Meaning, numbers: float, cells: Iterable[Cell], words: Vocabulary
) -> bool:  # fmt: skip
    """Tell whether a column is one of figures though most of its cells are none: then each of those is told, none passed over."""
    if meaning.role not in (None, Role.VALUE):
        return False
    if any(meaning.year is not None and not bare(head) for head in heads):
        return True
    says = meaning.measure or meaning.year or (numbers and (meaning.place or meaning.role))
    return bool(says) and bool(numbers or meaning.measure) and _held(cells, words) is None


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
