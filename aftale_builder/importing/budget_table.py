"""A budget's tables to lines: found by their header rows, their sums held against what the lines give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from aftale_builder.boligdata.tables import Cell, Table
from aftale_builder.documents import danish
from aftale_builder.importing.budget_amounts import NOTHING, AmountError, Flaws, amount
from aftale_builder.importing.budget_labels import (
    Column,
    Part,
    YearMark,
    column,
    is_grand,
    is_of_all,
    is_sum,
    may_be_posts,
    part,
    plain,
    unit,
    without_unit,
    year,
)
from aftale_builder.importing.budget_lines import NAMES, Found, Line
from aftale_builder.importing.budget_units import disagree, sheet_factor


def read(tables: Sequence[Table], known: tuple[str, ...], flaws: Flaws) -> Found:
    """Return the lines of the tables; `known` are the ids of the agreement's budget years."""
    found = Found()
    sheets: dict[Part, str] = {}
    for table in tables:
        reader = _Reader(table, known, flaws, found)
        before = len(found.lines)
        reader.read()
        for half in {line.part for line in found.lines[before:]}:
            if half in sheets:
                found.problems.append(
                    f"Der er {half} både i arket «{sheets[half]}» og i arket «{table.name}». Gem en fil med kun det ene, og kør "
                    "igen."
                )
            sheets[half] = table.name
    return found


@dataclass(slots=True)
class _Header:
    """A header row: what each column holds; years by their label."""

    part: Part | None
    weak: Cell | None
    """The label of names that are of costs where nothing else says what they are."""
    columns: dict[int, Column]
    years: dict[int, YearMark]
    factor: int | None
    """How many kroner a 1 stands for, None where its labels say nothing of it."""

    def column(self, kind: Column) -> int | None:
        return next((at for at, held in self.columns.items() if held is kind), None)


class _Reader:
    """Reads one table, row by row."""

    def __init__(self, table: Table, known: tuple[str, ...], flaws: Flaws, found: Found) -> None:
        self.table, self.known, self.flaws, self.found = table, known, flaws, found
        self.header: _Header | None = None
        self.half = part(table.name)
        self.factor = sheet_factor(table, known, found.problems)
        self.heading = ""
        self.done = False
        self.mine: list[Line] = []
        self.since: list[Line] = []
        """The lines since the last sum."""
        self.group: list[Line] = []
        """The lines since the last heading."""

    def read(self) -> None:
        for row in self.table.rows:
            texts = list(dict.fromkeys(cell.text for cell in row if cell.text))
            if not texts:
                continue
            if (header := self._header(row)) is not None:
                self._begin(header)
            elif len(texts) == 1 and not any(self._is_number(cell) for cell in row):
                self._alone(texts[0])
            elif self.header is not None and not self.done:
                self._row(row, self.header)

    # --- headers ----------------------------------------------------------------------------------------------------------

    def _header(self, row: tuple[Cell, ...]) -> _Header | None:
        """Return what the columns hold, where this is a header row: years, or a year's column beside one of amounts."""
        columns: dict[int, Column] = {}
        years: dict[int, YearMark] = {}
        for at, cell in enumerate(row):
            if (mark := year(cell.text, self.known)) is not None:
                years[at] = mark
            elif (kind := column(cell.text)) is not None and kind not in columns.values():
                columns[at] = kind
        is_long = {Column.YEAR, Column.AMOUNT} <= set(columns.values())
        named = {Column.TEXT, Column.SOURCE, Column.ACTIVITIES} & set(columns.values())
        # Years above a column that is called something else, or nothing.
        begins = self.header is None and len(years) > 1 and not named and min(years) > 0
        if not (is_long or years) or (is_long and years) or not (named or begins):
            return None
        if sum(1 for cell in row if cell.text) > len(columns) + len(years) + 3:
            return None
        if begins:
            columns[next((at for at in range(min(years)) if row[at].text), min(years) - 1)] = Column.TEXT
        twice = [at for at, mark in years.items() if mark.label in [other.label for left, other in years.items() if left < at]]
        if twice:
            self.found.problems.append(f"{row[twice[0]].place}: der er to kolonner «{years[twice[0]].label}».")
        weak = next((row[at] for at in columns if may_be_posts(row[at].text)), None)
        return _Header(_half(row, columns), weak, columns, years, self._unit(row, years))

    def _unit(self, row: tuple[Cell, ...], years: Mapping[int, YearMark]) -> int | None:
        """Return the unit that the labels of a header row name; they must agree."""
        said = {found for cell in row if (found := unit(cell.text)) is not None}
        of_years = {unit(row[at].text) for at in years}
        if len(said) > 1 or (len(of_years) > 1 and self.factor is None):
            self.found.problems.append(
                f"{row[0].place}: overskrifterne siger ikke alle det samme om, hvad beløbene er i. Skriv det ved hver kolonne, "
                "og lad alle beløb være i det samme."
            )
        return max(said, default=None)

    def _begin(self, header: _Header) -> None:
        self.header, self.done, self.heading = header, False, ""
        self.half = header.part or self.half
        if self.half is None and header.weak is not None:
            self.half = Part.POSTS
            self.found.remarks.append(f"{header.weak.place}: linjerne under «{header.weak.text}» er læst som udgifter.")
        self.mine, self.since, self.group = [], [], []
        for mark in header.years.values():
            self._speak_of(mark)
        for kind in header.columns.values():
            if kind.value not in self.found.columns:
                self.found.columns.append(kind.value)
        factor = header.factor or self.factor or 1
        if header.factor and self.factor and header.factor != self.factor:
            self.found.problems.append(disagree(self._sheet(), header.factor, self.factor))
        self.header.factor = factor
        if factor > 1:
            self.found.remarks.append(f"{self._sheet()}: beløbene er i {danish.number(factor)} kr. og er ganget op til kroner.")

    def _speak_of(self, mark: YearMark) -> None:
        if mark.label not in (seen.label for seen in self.found.years):
            self.found.years.append(mark)

    def _alone(self, text: str) -> None:
        """Take a text alone on its row for a heading: of a half, of a group; or for what the amounts are in."""
        if (half := part(text)) is not None:
            self.half, self.done, self.heading = half, False, ""
            self.mine, self.since, self.group = [], [], []
        elif not is_sum(text):
            if not is_of_all(text):
                self.heading, self.group = without_unit(text), []
        elif is_grand(text) and self.mine:  # a sum whose formulas have no values in the file
            self.done = True

    # --- lines ------------------------------------------------------------------------------------------------------------

    def _row(self, row: tuple[Cell, ...], header: _Header) -> None:
        cells = {kind: row[at] for at, kind in header.columns.items() if at < len(row)}
        words = {kind: cell.text for kind, cell in cells.items() if cell.text}
        for kind in (Column.TOTAL, Column.AMOUNT, Column.YEAR):
            words.pop(kind, None)
        label = next(iter(words.values()), "") if len(set(words.values())) == 1 else ""  # what is more than a label, is a line
        label = label if is_sum(label) else ""
        if header.part is None and self.half is None and not label:
            self.found.problems.append(
                f"{self._where(row, header)}: det kan ikke ses, om linjen er en udgift eller finansiering. Kald kolonnen med "
                "navnene «Udgift» eller «Finansieringskilde»."
            )
            self.done = True
            return
        places = {kind: cell.place for kind, cell in cells.items()}
        line = Line(self.half or Part.POSTS, self._where(row, header), words, self.heading, places)
        before = len(self.found.problems)
        line.amounts = dict(self._amounts(row, header))
        if label:
            del self.found.problems[before:]  # a sum that cannot be read is none of the budget's amounts
            self._sum(line, label, row, header)
            return
        self._check_total(row, header, line)
        if not line.name:
            if any(line.amounts.values()):
                self.found.problems.append(f"{line.place}: her står beløb, men intet navn.")
            return
        same = next((other for other in self.mine if other.words == words), None) if not header.years else None
        if same is not None:
            self._join(same, line)
            return
        for lines in (self.mine, self.since, self.group, self.found.lines):
            lines.append(line)

    def _join(self, line: Line, more: Line) -> None:
        """Put the amounts of a further year into a line: in a table with a year in each row."""
        for label, paid in more.amounts.items():
            if label in line.amounts:
                place = more.places.get(Column.AMOUNT, more.place)
                self.found.problems.append(f"{place}: «{line.name}» har allerede et beløb for {label} ({line.place}).")
            line.amounts[label] = paid

    def _amounts(self, row: tuple[Cell, ...], header: _Header) -> Iterator[tuple[str, Decimal | None]]:
        for at, mark in header.years.items():
            yield mark.label, self._amount(row[at], header.factor or 1) if at < len(row) else None
        at_year, at_amount = header.column(Column.YEAR), header.column(Column.AMOUNT)
        if header.years or at_year is None or at_amount is None or max(at_year, at_amount) >= len(row):
            return
        named = year(row[at_year].text, self.known)
        paid = self._amount(row[at_amount], header.factor or 1)
        if named is not None:
            self._speak_of(named)
            yield named.label, paid
        elif paid is not None and not any(is_sum(cell.text) for cell in row):
            self.found.problems.append(f"{row[at_year].place}: «{row[at_year].text}» er ikke et budgetår.")

    def _amount(self, cell: Cell, factor: int) -> Decimal | None:
        """Return the amount of a cell in kroner, None where it is empty or cannot be read (which is told)."""
        try:
            return amount(cell, factor, self.flaws)
        except AmountError as error:
            self.found.problems.append(str(error))
            return None

    # --- sums -------------------------------------------------------------------------------------------------------------

    def _sum(self, line: Line, label: str, row: tuple[Cell, ...], header: _Header) -> None:
        """Hold a row of sums against the lines above it: those since the last sum or heading, or all."""
        if self.mine:
            candidates = [_totals(lines, line.amounts) for lines in (self.since, self.group, self.mine)]
            told = {label: paid for label, paid in line.amounts.items() if paid is not None}
            wrong = [[year for year, paid in told.items() if paid != given[year]] for given in candidates]
            if all(wrong):
                first = wrong[-1][0]
                at = next((at for at, mark in header.years.items() if mark.label == first), header.column(Column.AMOUNT))
                place = row[at].place if at is not None else line.place
                self.found.problems.append(
                    f"{place}: «{label}» siger {danish.kroner(told[first])} i {_short(first)}, men linjerne over den giver "
                    f"{danish.kroner(candidates[-1][first])}"
                )
        self.since, self.heading = [], ""
        # A sum above all lines (it says something, and there are none yet) ends nothing.
        self.done = self.done or (is_grand(label) and (bool(self.mine) or not any(line.amounts.values())))

    def _check_total(self, row: tuple[Cell, ...], header: _Header, line: Line) -> None:
        at = header.column(Column.TOTAL)
        if at is None or at >= len(row) or row[at].text in NOTHING or not header.years:
            return
        given = sum((paid for paid in line.amounts.values() if paid is not None), Decimal(0))
        try:
            said = amount(row[at], header.factor or 1, self.flaws)
        except AmountError:
            return  # what stands there is no amount: nothing to hold the years against
        if said is not None and said != given:
            self.found.problems.append(
                f"{row[at].place}: «i alt» siger {danish.kroner(said)} for «{line.name}», men årene giver {danish.kroner(given)}"
            )

    # --- words ------------------------------------------------------------------------------------------------------------

    def _is_number(self, cell: Cell) -> bool:
        return cell.number is not None

    def _where(self, row: tuple[Cell, ...], header: _Header) -> str:
        """Return where the name of a row stands; where it has none, where it ought to."""
        kinds = NAMES[self.half or Part.POSTS]
        found = [row[at] for kind in kinds if (at := header.column(kind)) is not None and at < len(row)]
        return next((cell.place for cell in found if cell.text), (*found, row[0])[0].place)

    def _sheet(self) -> str:
        return f"Arket «{self.table.name}»" if self.table.name else "Tabellen"


def _half(row: tuple[Cell, ...], columns: Mapping[int, Column]) -> Part | None:
    """Return the half of the budget that the columns are of: by one of payers, else by one that is called after costs."""
    kinds = set(columns.values())
    if Column.SOURCE in kinds and Column.TEXT not in kinds:
        return Part.FUNDING
    named = [half for at in columns if (half := part(row[at].text)) is not None]
    if named:
        return named[0]
    return Part.POSTS if {Column.ART, Column.AREA, Column.ACTIVITIES} & kinds and Column.SOURCE not in kinds else None


def _totals(lines: Sequence[Line], years: Mapping[str, Decimal | None]) -> dict[str, Decimal]:
    return {year: sum((line.amounts.get(year) or Decimal(0) for line in lines), Decimal(0)) for year in years}


def _short(label: str) -> str:
    return plain(label.partition(" ")[0]) or label
