"""The budget as a book: posts, financing, sums by indsatsområde and by aktivitet; formulas with the values they have."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import zip_longest

from aftale_builder.documents import budget_layout as words
from aftale_builder.documents import danish
from aftale_builder.documents.budget_layout import Layout, head, label, told
from aftale_builder.documents.facts import Facts
from aftale_builder.documents.sums import sums
from aftale_builder.findings import Anchored
from aftale_builder.model.budget import Budget, Finansiering, Kilde, Post
from aftale_builder.sheet import page
from aftale_builder.sheet.book import Amount, Book, Cell, Day, Formula, Row, Sheet, Style, Text, column, ref

_ZERO = Decimal(0)
_NUMBER, _ART, _AREA = 5.0, 14.0, 22.5
_NARROWEST, _WIDEST, _MORE = 17.5, 36.0, 3.0
"""How wide the columns of posts and aktiviteter are made; and how much wider the former, which has the longer words."""
_SOURCE, _KIND, _FORM, _LOCAL = 38.0, 18.0, 12.0, 6.5
_LEADING = 3
"""How many columns of the sheet of posts stand on each page, where it is cut: number, art and post."""
_GROUP = 40.0
_MISSING = 100.0
_NO_VERDICT = "–"
"""Where there is no financing, no share of it is local."""


def book(facts: Facts) -> Book:
    """Return the workbook of the agreement's budget; in a draft without one, what is missing."""
    title = f"Budget: {facts.aftale.navn}"
    budget = facts.aftale.budget
    if budget is None:
        gap = facts.gap("budgettet: år, kilder, poster og finansiering", facts.aftale.at("budget"))
        missing: list[Row] = [(Text(gap.text, gap.anchor, Style.MISSING),)] if gap else []
        return Book(title, (Sheet(words.POSTS, (*head(facts, words.POSTS, (_MISSING,)), *missing), (_MISSING,)),), facts.draft)
    lay = Layout(facts, budget, tuple(_years(facts, budget)))
    areas = [facts.indsats(indsats.omraade) for indsats in facts.aftale.indsatsomraader]
    sheets = (
        _posts(lay),
        _funding(lay),
        _groups(lay, words.AREAS, "Indsatsområde", words.area_name, [name for name in areas if name]),
        _groups(lay, words.ACTIVITIES, "Aktivitet", words.activity_names, []),
        _facts_sheet(lay),
    )
    return Book(title, sheets, facts.draft)


def _years(facts: Facts, budget: Budget) -> Iterator[str]:
    """Yield the ids of the budget years, and of years that only amounts speak of."""
    seen = [year for year, _, _ in facts.aftale.budgetaar()]
    yield from seen
    amounts = (*(post.beloeb for post in budget.poster), *(line.beloeb for line in budget.finansiering))
    yield from dict.fromkeys(year for by_year in amounts for year in by_year if year not in seen)


# --- costs ----------------------------------------------------------------------------------------------------------------


def _posts(lay: Layout) -> Sheet:
    """Return the sheet of costs."""
    start, posts = len(words.POST_LABELS), lay.budget.poster
    widths = _post_widths(lay)
    rows = [*head(lay.facts, words.POSTS, widths, _LEADING), lay.labels(words.POST_LABELS)]
    rows += [_post(lay, post, lay.first + at, start) for at, post in enumerate(posts)]
    rows.append((*label("Udgifter i alt", start, Style.TOTAL, at=2), *lay.column_sums(start, len(rows) - 1, lay.costs())))
    rows += lay.notes(words.POST_LABELS[0], ((told(post, "id"), Text(post.note, post.at("note"))) for post in posts), widths)
    return Sheet(words.POSTS, tuple(rows), tuple(widths), lay.first, leading=_LEADING)


def _post_widths(lay: Layout) -> list[float]:
    """Return the widths of the columns: posts and aktiviteter share what the page has left."""
    amounts = lay.amount_widths()
    number = min(max([_NUMBER, *(page.needed(str(post.id)) for post in lay.budget.poster)]), _ART)
    art = (
        min(max(page.needed(danish.sentence_case(post.art or "Art")) for post in lay.budget.poster), _ART)
        if lay.budget.poster
        else _ART
    )
    rooms = (page.left_over(kind, [number, art, _AREA, *amounts], 2) for kind in (page.A4, page.A3))
    each = next((room for room in rooms if room >= _NARROWEST), _WIDEST)  # a wider paper where there are many years
    more = min(_MORE, each - _NARROWEST)
    post, activities = min(each + more, _WIDEST), min(each - more, _WIDEST)
    return [math.floor(width * 10) / 10 for width in (number, art, post, _AREA, activities)] + amounts


def _post(lay: Layout, post: Post, row: int, start: int) -> Row:
    return (
        told(post, "id"),
        told(post, "art", danish.sentence_case(post.art or "")),
        told(post, "tekst"),
        told(post, "indsatsomraade", words.area_name(lay.facts, post)),
        told(post, "aktiviteter", words.activity_names(lay.facts, post)),
        *lay.amounts(post.beloeb, post.at("beloeb"), row, start),
    )


# --- financing ------------------------------------------------------------------------------------------------------------


def _funding(lay: Layout) -> Sheet:
    """Return the sheet of financing, with the balance and the test of the local share."""
    start, pairs = len(words.FUNDING_LABELS), list(_funding_lines(lay.budget))
    widths = [_SOURCE, _KIND, _FORM, _LOCAL, *lay.amount_widths()]
    rows = [*head(lay.facts, words.FUNDING, widths), lay.labels(words.FUNDING_LABELS)]
    rows += [_source(lay, kilde, line, lay.first + at, start) for at, (kilde, line) in enumerate(pairs)]
    last = len(rows) - 1
    rows.append((*label("Finansiering i alt", start, Style.TOTAL), *lay.column_sums(start, last, lay.income())))
    rows += [(), *_balance(lay, last + 1, start), (), *_share(lay, last, start)]
    rows += lay.notes(words.FUNDING_LABELS[0], (_note(lay, kilde, line) for kilde, line in pairs), widths)
    return Sheet(words.FUNDING, tuple(rows), tuple(widths), lay.first)


def _funding_lines(budget: Budget) -> Iterator[tuple[Kilde | None, Finansiering | None]]:
    """Yield each source with its lines, one without lines too; then the lines of unknown sources."""
    for kilde in budget.kilder:
        lines: list[Finansiering | None] = [line for line in budget.finansiering if line.kilde == str(kilde.id)]
        yield from ((kilde, line) for line in lines or [None])
    for line in budget.finansiering:
        if budget.kilde(line.kilde) is None:
            yield None, line


def _source(lay: Layout, kilde: Kilde | None, line: Finansiering | None, row: int, start: int) -> Row:
    if kilde is None:
        named: Row = (Text(_named(lay, kilde, line), is_open=True), *(Text("", is_open=True),) * 2, Text("nej", is_open=True))
    else:
        named = (
            told(kilde, "navn", _named(lay, kilde, line)),
            told(kilde, "type", words.kind_name(lay.facts, kilde)),
            told(kilde, "form", danish.sentence_case(kilde.form or "")),
            told(kilde, "lokal", danish.yes_no(lay.facts.aftale.er_lokal(kilde))),
        )
    at = line.at("beloeb") if line else None
    return (*named, *lay.amounts(line.beloeb if line else {}, at, row, start))


def _named(lay: Layout, kilde: Kilde | None, line: Finansiering | None) -> str:
    return lay.facts.kilde(str(kilde.id)) if kilde else (line.kilde or "") if line else ""


def _note(lay: Layout, kilde: Kilde | None, line: Finansiering | None) -> tuple[Text, Text]:
    notes = (kilde.begrundelse if kilde else "", line.note if line else "")
    at = line.at("note") if line else kilde.at() if kilde else None
    return Text(_named(lay, kilde, line)), Text("\n".join(note for note in notes if note), at)


def _balance(lay: Layout, total: int, start: int) -> Iterator[Row]:
    """Yield costs, financing less costs, and whether that is nothing; `total` is the row of the financing's sums."""
    costs_row, first = lay.first + len(lay.budget.poster), total + 2
    columns = range(len(lay.years) + 1)
    costs, left = lay.costs(), [income - cost for income, cost in zip(lay.income(), lay.costs(), strict=True)]
    costs_at = [f"{words.POSTS}!{ref(costs_row, len(words.POST_LABELS) + at)}" for at in columns]
    yield (
        *label("Udgifter i alt", start),
        *(Formula(costs_at[at], costs[at], Style.KRONER) for at in columns),
    )
    yield (
        *label("Forskel (finansiering – udgifter)", start),
        *(
            Formula(f"ROUND({ref(total, start + at)}-{ref(first, start + at)},2)", left[at], Style.KRONER)
            for at in columns
        ),
    )  # fmt: skip
    yield (
        *label("Udgifter og finansiering er lige store", start),
        *(
            Formula(f'IF({ref(first + 1, start + at)}=0,"ja","nej")', danish.yes_no(not left[at]), Style.VERDICT)
            for at in columns
        ),
    )


def _share(lay: Layout, last: int, start: int) -> Iterator[Row]:
    """Yield the test of the local share, exact: the share is never rounded before it is compared, and øre are whole."""
    total = sums(lay.facts.aftale, lay.budget)
    least = lay.facts.regulativ.mindste_lokale_andel
    everything = ref(last + 1, start + len(lay.years))
    local_at = ref(last + 7, start)
    flags, amounts = (f"{column(at)}{lay.first + 1}:{column(at)}{last + 1}" for at in (start - 1, start + len(lay.years)))
    summed = f'SUMPRODUCT(--({flags}="ja"),{amounts})' if last >= lay.first else "0"
    enough = total.lokal * least.denominator >= total.finansiering * least.numerator
    share = float(total.lokal) / float(total.finansiering) if total.finansiering else 0.0
    yield (*label("Lokal medfinansiering", start), Formula(summed, total.lokal, Style.KRONER))
    yield (*label("Lokal andel", start), Formula(f"IF({everything}=0,0,{local_at}/{everything})", share, Style.PERCENT))
    demand = Decimal(least.numerator) / Decimal(least.denominator)
    yield (*label("Krav: mindst", start), Amount(demand, None, Style.PERCENT))
    test = f'IF(ROUND({local_at}*{least.denominator},2)>=ROUND({everything}*{least.numerator},2),"ja","nej")'
    met = danish.yes_no(enough) if total.finansiering else _NO_VERDICT
    yield (*label("Kravet er opfyldt", start), Formula(f'IF({everything}=0,"{_NO_VERDICT}",{test})', met, Style.VERDICT))


# --- sums of posts --------------------------------------------------------------------------------------------------------


def _groups(lay: Layout, title: str, what: str, name_of: Callable[[Facts, Post], str], known: Sequence[str]) -> Sheet:
    """Return the sheet of what posts with the same name in a column cost together; posts of several names have their own line."""
    names = dict.fromkeys((*known, *(name_of(lay.facts, post) for post in lay.budget.poster)))
    widths = [_GROUP, *lay.amount_widths()]
    rows = [*head(lay.facts, title, widths), lay.labels([what])]
    beside = words.POST_LABELS.index("Indsatsområde" if title == words.AREAS else "Aktiviteter")
    for name in names:
        mine = [post for post in lay.budget.poster if name_of(lay.facts, post) == name]
        rows.append((Text(name), *_group(lay, mine, column(beside), len(rows))))
    rows.append((Text(words.TOTAL, None, Style.TOTAL), *lay.column_sums(1, len(rows) - 1, lay.costs())))
    return Sheet(title, tuple(rows), tuple(widths), lay.first)


def _group(lay: Layout, mine: Sequence[Post], beside: str, row: int) -> Row:
    start, end = lay.first + 1, lay.first + len(lay.budget.poster)
    cells: list[Cell] = []
    for at, year in enumerate(lay.years):
        letters = column(len(words.POST_LABELS) + at)
        named = f"EXACT({words.POSTS}!${beside}${start}:${beside}${end},$A{row + 1})"
        formula = f"SUMPRODUCT(--{named},{words.POSTS}!{letters}${start}:{letters}${end})" if lay.budget.poster else "0"
        cells.append(Formula(formula, sum((post.beloeb.get(year, _ZERO) for post in mine), _ZERO), Style.KRONER))
    return (*cells, lay.row_sum(row, 1, sum((amount for post in mine for amount in post.beloeb.values()), _ZERO)))


# --- words ----------------------------------------------------------------------------------------------------------------


def _facts_sheet(lay: Layout) -> Sheet:
    """Return the sheet of what the budget says in words, and of its years."""
    aftale, budget = lay.facts.aftale, lay.budget
    period = lay.facts.period(aftale.periode)
    told: list[tuple[str, str, Anchored]] = [
        ("Aftale", aftale.navn, aftale.at("navn")),
        ("Sagsnummer", aftale.sagsnummer, aftale.at("sagsnummer")),
        ("Periode", period.text if period else "", aftale.at("periode")),
        ("Prisniveau", str(budget.prisniveau or ""), budget.at("prisniveau")),
        ("Bemærkninger", budget.bemaerkninger, budget.at("bemaerkninger")),
    ]
    widths = (26.0, 26.0, 26.0, 40.0)
    room = page.characters(sum(map(page.points, widths[1:])))
    rows: list[Row] = [*head(lay.facts, words.FACTS, widths)]
    for name, text, at in told:
        parts = page.portions(text, room) if text else []
        rows += [
            (Text(heading, None, Style.HEADER), Text(part, at, across=3))
            for heading, part in zip_longest([name], parts, fillvalue="")
            if part
        ]
    years = [(year, fra, til) for year, fra, til in aftale.budgetaar() if year in lay.years]
    if years:
        rows += [(), tuple(Text(text, None, Style.HEADER) for text in ("Budgetår", "Første dag", "Sidste dag"))]
        places = {str(year.id): year.at() for year in budget.aar}
        rows += [
            (Text(danish.sentence_case(year), places.get(year)), Day(fra, places.get(year)), Day(til, places.get(year)))
            for year, fra, til in years
        ]
    return Sheet(words.FACTS, tuple(rows), widths)
