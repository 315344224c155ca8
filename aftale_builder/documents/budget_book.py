"""The budget as a book: four sheets, their sums as formulas with the values they have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from aftale_builder.documents import danish
from aftale_builder.documents.facts import Facts
from aftale_builder.documents.sums import sums
from aftale_builder.findings import Anchored
from aftale_builder.model.budget import Budget, Finansiering, Kilde, Post
from aftale_builder.model.element import Element
from aftale_builder.sheet.book import Amount, Book, Cell, Formula, Row, Sheet, Style, Text, column, ref

_NOTE = "Ikke LBF’s skabelon: brug skabelonen på sagen i driftsstøttesystemet."
_COMMON = "Fælles"
_POSTS, _FUNDING, _AREAS, _FACTS = "Udgifter", "Finansiering", "Indsatsområder", "Oplysninger"
_POST_LABELS = ("Nr.", "Art", "Post", "Indsatsområde", "Aktiviteter")
_FUNDING_LABELS = ("Kilde", "Type", "Form", "Lokal")
_ZERO = Decimal(0)


def book(facts: Facts) -> Book:
    """Return the workbook of the agreement's budget; in a draft without one, what is missing."""
    title = f"Budget: {facts.aftale.navn}"
    budget = facts.aftale.budget
    if budget is None:
        gap = facts.gap("budgettet: år, kilder, poster og finansiering", facts.aftale.at("budget"))
        missing: list[Row] = [(Text(gap.text, gap.anchor, Style.MISSING),)] if gap else []
        return Book(title, (Sheet(_POSTS, (*_head(facts, _POSTS), *missing), (60,)),), facts.draft)
    lay = _Layout(facts, budget, tuple(_years(facts, budget)))
    return Book(title, (lay.posts(), lay.funding(), lay.areas(), lay.facts_sheet()), facts.draft)


def _years(facts: Facts, budget: Budget) -> Iterator[str]:
    """Yield the ids of the budget years, and of years that only amounts speak of."""
    seen = [year for year, _, _ in facts.aftale.budgetaar()]
    yield from seen
    amounts = (*(post.beloeb for post in budget.poster), *(line.beloeb for line in budget.finansiering))
    yield from dict.fromkeys(year for by_year in amounts for year in by_year if year not in seen)


def _head(facts: Facts, title: str) -> tuple[Row, ...]:
    aftale = facts.aftale
    draft: Row = (Text("UDKAST", None, Style.DRAFT),) if facts.draft else ()
    return (
        (Text(f"{title}: {aftale.navn}", aftale.at("navn"), Style.TITLE),),
        (Text(_NOTE, None, Style.NOTE),),
        draft,
        (Text("Beløb i kroner" + _prices(facts), None, Style.NOTE),),
        (),
    )


def _prices(facts: Facts) -> str:
    budget = facts.aftale.budget
    return f", prisniveau {budget.prisniveau}" if budget and budget.prisniveau else ""


def _text(element: Element, name: str, text: Any = None) -> Text:
    value = getattr(element, name) if text is None else text
    return Text(str(value) if value else "", element.at(name))


def _labels(labels: Iterable[str]) -> Row:
    return tuple(Text(label, None, Style.HEADER) for label in labels)


@dataclass(frozen=True)
class _Layout:
    """Where things stand: all sheets have a head of five rows, then the labels, then the lines."""

    facts: Facts
    budget: Budget
    years: tuple[str, ...]

    first: int = 6
    """The first line's row, from 0."""

    # --- what the lines sum to --------------------------------------------------------------------------------------------

    def _year_labels(self) -> list[str]:
        days = self.facts.aftale.budgetaar()
        spans = {year: f"{year}\n{danish.short_day(fra)} –\n{danish.short_day(til)}" for year, fra, til in days}
        return [year if year.isdigit() else spans.get(year, year) for year in self.years]

    def _amounts(self, line: Post | Finansiering | None, row: int, start: int) -> Row:
        """Return a line's amounts and their sum."""
        by_year = line.beloeb if line is not None else {}
        at = line.at("beloeb") if line is not None else None
        cells: list[Cell] = [Amount(by_year[year], at) if year in by_year else Text("") for year in self.years]
        return (*cells, self._row_sum(row, start, sum(by_year.values(), _ZERO)))

    def _row_sum(self, row: int, start: int, value: Decimal) -> Formula:
        return Formula(f"SUM({ref(row, start)}:{ref(row, start + len(self.years) - 1)})", value, Style.KRONER)

    def _column_sums(self, start: int, last: int, values: list[Decimal]) -> Row:
        """Return the sums of the year columns and of their total, from the first line to the last."""
        if last < self.first:
            return tuple(Formula("0", value) for value in values)
        return tuple(
            Formula(f"SUM({ref(self.first, start + at)}:{ref(last, start + at)})", value) for at, value in enumerate(values)
        )

    def _costs(self) -> list[Decimal]:
        return [*(self.budget.udgifter(year) for year in self.years), self.budget.udgifter()]

    def _income(self) -> list[Decimal]:
        return [*(self.budget.indtaegter(year) for year in self.years), self.budget.indtaegter()]

    # --- sheets -----------------------------------------------------------------------------------------------------------

    def posts(self) -> Sheet:
        """Return the sheet of costs."""
        start = len(_POST_LABELS)
        lines = [self._post(post, self.first + at, start) for at, post in enumerate(self.budget.poster)]
        last = self.first + len(lines) - 1
        total: Row = (
            *_totals_label("Udgifter i alt", start, at=2),
            *self._column_sums(start, last, self._costs()),
            Text("", None, Style.TOTAL),
        )
        rows = (*_head(self.facts, _POSTS), _labels([*_POST_LABELS, *self._year_labels(), "I alt", "Note"]), *lines, total)
        return Sheet(_POSTS, rows, (7, 15, 38, 24, 30, *([14] * (len(self.years) + 1)), 36), self.first)

    def _post(self, post: Post, row: int, start: int) -> Row:
        names = {str(aktivitet.id): aktivitet.navn for aktivitet in self.facts.aftale.aktiviteter}
        activities = danish.listed(names.get(item) or item for item in post.aktiviteter)
        return (
            _text(post, "id"),
            _text(post, "art"),
            _text(post, "tekst"),
            _text(post, "indsatsomraade", self._area(post)),
            _text(post, "aktiviteter", activities),
            *self._amounts(post, row, start),
            _text(post, "note"),
        )

    def _area(self, post: Post) -> str:
        return self.facts.indsats(post.indsatsomraade) or _COMMON

    def funding(self) -> Sheet:
        """Return the sheet of financing, with the balance and the test of the local share."""
        start = len(_FUNDING_LABELS)
        pairs = list(self._funding_lines())
        lines = [self._source(kilde, line, self.first + at, start) for at, (kilde, line) in enumerate(pairs)]
        last = self.first + len(lines) - 1
        total: Row = (
            *_totals_label("Finansiering i alt", start),
            *self._column_sums(start, last, self._income()),
            Text("", None, Style.TOTAL),
        )
        labels = _labels([*_FUNDING_LABELS, *self._year_labels(), "I alt", "Note"])
        rows = (
            *_head(self.facts, _FUNDING),
            labels,
            *lines,
            total,
            (),
            *self._balance(last + 1, start),
            (),
            *self._share(last, start),
        )
        return Sheet(_FUNDING, rows, (38, 18, 16, 9, *([14] * (len(self.years) + 1)), 44), self.first)

    def _funding_lines(self) -> Iterator[tuple[Kilde | None, Finansiering | None]]:
        """Yield each source with its lines, one without lines too; then the lines of unknown sources."""
        for kilde in self.budget.kilder:
            lines: list[Finansiering | None] = [line for line in self.budget.finansiering if line.kilde == str(kilde.id)]
            yield from ((kilde, line) for line in lines or [None])
        for line in self.budget.finansiering:
            if self.budget.kilde(line.kilde) is None:
                yield None, line

    def _source(self, kilde: Kilde | None, line: Finansiering | None, row: int, start: int) -> Row:
        if kilde is None:
            named: Row = (Text(line.kilde or "" if line else ""), Text(""), Text(""), Text("nej"))
        else:
            local = danish.yes_no(self.facts.aftale.er_lokal(kilde))
            kind = kilde.type or ("part" if kilde.part else "")
            named = (
                Text(self.facts.kilde(kilde.id), kilde.at("navn")),
                _text(kilde, "type", kind),
                _text(kilde, "form"),
                _text(kilde, "lokal", local),
            )
        notes = (kilde.begrundelse if kilde else "", line.note if line else "")
        at = line.at("note") if line else kilde.at() if kilde else None
        return (*named, *self._amounts(line, row, start), Text("\n".join(note for note in notes if note), at))

    def _balance(self, total: int, start: int) -> Iterator[Row]:
        """Yield costs less financing, per year and in all; `total` is the row of the financing's sums."""
        costs_row = self.first + len(self.budget.poster)
        posts_start = len(_POST_LABELS)
        width = len(self.years) + 1
        row = total + 2
        costs, income = self._costs(), self._income()
        yield (
            *_label("Udgifter i alt", start),
            *(Formula(f"{_POSTS}!{ref(costs_row, posts_start + at)}", costs[at], Style.KRONER) for at in range(width)),
        )
        yield (
            *_label("Forskel (finansiering – udgifter)", start),
            *(
                Formula(f"{ref(total, start + at)}-{ref(row, start + at)}", income[at] - costs[at], Style.KRONER)
                for at in range(width)
            ),
        )

    def _share(self, last: int, start: int) -> Iterator[Row]:
        """Yield the test of the local share, exact: the share is never rounded before it is compared."""
        total = sums(self.facts.aftale, self.budget)
        least = self.facts.regulativ.mindste_lokale_andel
        everything = ref(last + 1, start + len(self.years))
        local_at = ref(last + 6, start)
        flags, amounts = (f"{column(at)}{self.first + 1}:{column(at)}{last + 1}" for at in (start - 1, start + len(self.years)))
        summed = f'SUMPRODUCT(({flags}="ja")*{amounts})' if last >= self.first else "0"
        enough = total.lokal * least.denominator >= total.finansiering * least.numerator
        share = float(total.lokal) / float(total.finansiering) if total.finansiering else 0.0
        yield (*_label("Lokal medfinansiering", start), Formula(summed, total.lokal, Style.KRONER))
        yield (*_label("Lokal andel", start), Formula(f"IF({everything}=0,0,{local_at}/{everything})", share, Style.PERCENT))
        demand = Decimal(least.numerator) / Decimal(least.denominator)
        yield (*_label("Krav: mindst", start), Amount(demand, None, Style.PERCENT))
        test = f'IF({local_at}*{least.denominator}>={everything}*{least.numerator},"ja","nej")'
        yield (*_label("Kravet er opfyldt", start), Formula(test, danish.yes_no(enough), Style.TOTAL))

    def areas(self) -> Sheet:
        """Return the sheet of what each indsatsområde costs."""
        chosen = (self.facts.indsats(indsats.omraade) for indsats in self.facts.aftale.indsatsomraader)
        names = dict.fromkeys(name for name in (*chosen, *map(self._area, self.budget.poster)) if name)
        lines = [self._area_line(name, self.first + at) for at, name in enumerate(names)]
        last = self.first + len(lines) - 1
        total: Row = (Text("I alt", None, Style.TOTAL), *self._column_sums(1, last, self._costs()))
        rows = (*_head(self.facts, _AREAS), _labels(["Indsatsområde", *self._year_labels(), "I alt"]), *lines, total)
        return Sheet(_AREAS, rows, (40, *([14] * (len(self.years) + 1))), self.first)

    def _area_line(self, name: str, row: int) -> Row:
        start, end = self.first + 1, self.first + len(self.budget.poster)
        mine = [post for post in self.budget.poster if self._area(post) == name]
        cells: list[Cell] = [Text(name)]
        for at, year in enumerate(self.years):
            letters = column(len(_POST_LABELS) + at)
            value = sum((post.beloeb.get(year, _ZERO) for post in mine), _ZERO)
            area = f"{_POSTS}!$D${start}:$D${end}=$A{row + 1}"
            formula = f"SUMPRODUCT(({area})*{_POSTS}!{letters}${start}:{letters}${end})" if self.budget.poster else "0"
            cells.append(Formula(formula, value, Style.KRONER))
        return (*cells, self._row_sum(row, 1, sum((amount for post in mine for amount in post.beloeb.values()), _ZERO)))

    def facts_sheet(self) -> Sheet:
        """Return the sheet of what the budget says in words."""
        aftale, budget = self.facts.aftale, self.budget
        period = self.facts.period(aftale.periode)
        told: list[tuple[str, str, Anchored]] = [
            ("Aftale", aftale.navn, aftale.at("navn")),
            ("Sagsnummer", aftale.sagsnummer, aftale.at("sagsnummer")),
            ("Periode", period.text if period else "", aftale.at("periode")),
            ("Prisniveau", str(budget.prisniveau or ""), budget.at("prisniveau")),
            *((f"Budgetår {year.id}", danish.span(year.fra, year.til), year.at()) for year in budget.aar),
            ("Bemærkninger", budget.bemaerkninger, budget.at("bemaerkninger")),
        ]
        rows = [(Text(label, None, Style.HEADER), Text(text, at)) for label, text, at in told if text]
        return Sheet(_FACTS, (*_head(self.facts, _FACTS), *rows), (28, 90))


def _label(text: str, width: int) -> Row:
    return (Text(text, None, Style.HEADER), *[Text("", None, Style.HEADER)] * (width - 1))


def _totals_label(text: str, width: int, at: int = 0) -> Row:
    """Return the label of a row of sums, in the column that has room for it."""
    return tuple(Text(text if number == at else "", None, Style.TOTAL) for number in range(width))
