"""What the sheets of the budget's workbook have in common: head, columns, sums; and the names that stand for the YAML's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from aftale_builder.documents import danish
from aftale_builder.documents.facts import Facts
from aftale_builder.findings import Anchored
from aftale_builder.model.budget import Budget, Finansiering, Kilde, Post
from aftale_builder.model.element import Element
from aftale_builder.model.kinds import KildeType
from aftale_builder.sheet import page
from aftale_builder.sheet.book import Amount, Cell, Formula, Row, Style, Text, ref

POSTS, FUNDING, AREAS, ACTIVITIES, FACTS = "Udgifter", "Finansiering", "Indsatsområder", "Aktiviteter", "Oplysninger"
POST_LABELS = ("Nr.", "Art", "Post", "Indsatsområde", "Aktiviteter")
FUNDING_LABELS = ("Kilde", "Type", "Form", "Lokal")
TOTAL, NOTE = "I alt", "Note"
COMMON = "Fælles"
"""The area of a post that belongs to none, and the aktivitet of one that belongs to none."""
_NOTE = "Ikke LBF’s skabelon: brug skabelonen på sagen i driftsstøttesystemet."
_KINDS = {KildeType.LBF: "Landsbyggefonden", KildeType.ANDEN: "Anden kilde"}
_ZERO = Decimal(0)


def area_name(facts: Facts, post: Post) -> str:
    """Return what the indsatsområde of a post is called."""
    return facts.indsats(post.indsatsomraade) or COMMON


def activity_names(facts: Facts, post: Post) -> str:
    """Return what the aktiviteter of a post are called."""
    names = {str(found.id): found.navn for found in facts.aftale.aktiviteter}
    return danish.listed(names.get(item) or item for item in post.aktiviteter) or COMMON


def kind_name(facts: Facts, kilde: Kilde) -> str:
    """Return what kind of payer a source is: of a part, what kind of part."""
    part = facts.aftale.part(kilde.part)
    if part is not None and part.type is not None and kilde.type in (None, KildeType.PART):
        return danish.sentence_case(part.type)
    return _KINDS.get(kilde.type, "Part") if kilde.type else ("Part" if kilde.part else "")


def source_name(facts: Facts, line: Finansiering) -> str:
    """Return what the source of a line is called."""
    return facts.kilde(line.kilde)


def head(facts: Facts, title: str, widths: Sequence[float], leading: int = 1) -> tuple[Row, ...]:
    """Return the five rows at the top of a sheet with columns of these widths: across all of them, or across the leading ones,
    which stand on each page, where no paper is wide enough.
    """
    columns = leading if page.paper(widths) is None else len(widths)
    aftale, budget = facts.aftale, facts.aftale.budget
    prices = f", prisniveau {budget.prisniveau}" if budget and budget.prisniveau else ""
    draft: Row = (Text("UDKAST", None, Style.DRAFT, columns),) if facts.draft else ()
    return (
        (Text(f"{title}: {aftale.navn}", aftale.at("navn"), Style.TITLE, columns),),
        (Text(_NOTE, None, Style.NOTE, columns),),
        draft,
        (Text("Beløb i kroner" + prices, None, Style.NOTE, columns),),
        (),
    )


def told(element: Element, name: str, text: str | None = None) -> Text:
    """Return an open cell with a text of an element; `text` is what stands for the value written."""
    value = getattr(element, name) if text is None else text
    return Text(str(value) if value else "", element.at(name), is_open=True)


def label(text: str, width: int, style: Style = Style.HEADER, at: int = 0) -> Row:
    """Return the cells before the amounts of a row that is not a line: its label, in the column that has room for it."""
    return tuple(Text(text if number == at else "", None, style) for number in range(width))


@dataclass(frozen=True)
class Layout:
    """Where things stand: all sheets have a head of five rows, then the labels, then the lines."""

    facts: Facts
    budget: Budget
    years: tuple[str, ...]

    first: int = 6
    """The first line's row, from 0."""

    def labels(self, before: Iterable[str]) -> Row:
        """Return the row of labels: those before the amounts, the years and their sum."""
        amounts = [*(year_label(self.facts, year) for year in self.years), TOTAL]
        return (
            *(Text(text, None, Style.HEADER) for text in before),
            *(Text(text, None, Style.HEADER_RIGHT) for text in amounts),
        )

    def amount_widths(self) -> list[float]:
        """Return the widths of the years' columns and of their sums', wide enough for the longest amount and label."""
        longest = danish.kroner(max(self.costs() + self.income())).removesuffix(" kr.")
        labels = (line for text in (year_label(self.facts, year) for year in self.years) for line in text.split("\n"))
        widest = max(page.needed(text, bold=True) for text in (*labels, TOTAL, longest, f"-{longest}"))
        return [round(widest, 1)] * (len(self.years) + 1)

    def costs(self) -> list[Decimal]:
        """Return the costs of each year and of all."""
        return [*(self.budget.udgifter(year) for year in self.years), self.budget.udgifter()]

    def income(self) -> list[Decimal]:
        """Return the financing of each year and of all."""
        return [*(self.budget.indtaegter(year) for year in self.years), self.budget.indtaegter()]

    def amounts(self, by_year: Mapping[str, Decimal], at: Anchored | None, row: int, start: int) -> Row:
        """Return a line's amounts and their sum; `start` is the first column of amounts."""
        cells: list[Cell] = [
            Amount(by_year[year], at, is_open=True) if year in by_year else Text("", None, Style.KRONER, is_open=True)
            for year in self.years
        ]
        return (*cells, self.row_sum(row, start, sum(by_year.values(), _ZERO)))

    def row_sum(self, row: int, start: int, value: Decimal) -> Formula:
        """Return the sum of a row's years."""
        if not self.years:
            return Formula("0", value, Style.KRONER)
        return Formula(f"SUM({ref(row, start)}:{ref(row, start + len(self.years) - 1)})", value, Style.KRONER)

    def column_sums(self, start: int, last: int, values: Sequence[Decimal]) -> Row:
        """Return the sums of the year columns and of their total, from the first line to the last."""
        if last < self.first:
            return tuple(Formula("0", value) for value in values)
        return tuple(
            Formula(f"SUM({ref(self.first, start + at)}:{ref(last, start + at)})", value) for at, value in enumerate(values)
        )

    def notes(self, of: str, found: Iterable[tuple[Text, Text]], widths: Sequence[float]) -> Iterator[Row]:
        """Yield the notes to the lines below the table, each across all columns of the first page but the first one; nothing
        where there are none.
        """
        across = page.beside(widths) - 1
        room = page.characters(sum(map(page.points, widths[1 : across + 1])))
        rows = [
            (who if number == 0 else Text(""), Text(part, note.anchor, across=across))
            for who, note in found
            if note.text
            for number, part in enumerate(page.portions(note.text, room))
        ]
        if rows:
            yield ()
            yield (Text(of, None, Style.HEADER), Text(NOTE, None, Style.HEADER, across))
            yield from rows


def year_label(facts: Facts, year: str) -> str:
    """Return what a year's column is called: its name and, where that does not say it, its days."""
    days = {name: (fra, til) for name, fra, til in facts.aftale.budgetaar()}
    if year.isdigit() or year not in days:
        return year
    first, last = days[year]
    return f"{danish.sentence_case(year)}\n{danish.short_day(first)} –\n{danish.short_day(last)}"
