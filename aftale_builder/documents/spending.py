"""What an aktivitet costs: its posts of the budget, per year and altogether."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from aftale_builder.documents import danish
from aftale_builder.documents.composing import composed, written
from aftale_builder.documents.facts import Facts, Leaf
from aftale_builder.findings import Anchored
from aftale_builder.model.budget import Post
from aftale_builder.model.indsats import Aktivitet
from aftale_builder.source.node import Mapping
from aftale_builder.word.values import Form, Piece, Table, Value, blocks, inline

POSTS, ALTOGETHER = "Budgetpost (kroner)", "I alt"
_MOST_YEARS = 6
"""More years than these leave no room for the words of a post; the table then only tells what it costs altogether."""
_ZERO = Decimal(0)


def spending(facts: Facts, aktivitet: Aktivitet) -> Leaf:
    """Return the table of the posts that name the aktivitet; None where none does, or there is no budget."""
    budget = facts.aftale.budget
    posts = [post for post in budget.poster if str(aktivitet.id) in post.aktiviteter] if budget else []
    if not posts:
        return None
    known = [(year, _called(first, last)) for year, first, last in facts.aftale.budgetaar()]
    years = [(year, name) for year, name in known if any(year in post.beloeb for post in posts)]
    if len(years) > _MOST_YEARS:
        years = []
    rows = [_row(post, [year for year, _ in years]) for post in posts]
    if len(posts) > 1:
        rows.append(_sums(posts, [year for year, _ in years]))
    widths = (max(14 - 2 * len(years), 4), *(2 for _ in years), 2)
    return blocks(Table((POSTS, *(name for _, name in years), ALTOGETHER), tuple(rows), widths))


def _called(first: date, last: date) -> str:
    """Return what a budget year is called in a narrow column: «2026/27», or «2026» where it is that calendar year's."""
    return f"{first.year}/{last.year % 100:02}" if last.year != first.year else str(first.year)


def _row(post: Post, years: Sequence[str]) -> tuple[Value, ...]:
    shared = f" (fælles for {len(post.aktiviteter)} aktiviteter)" if len(post.aktiviteter) > 1 else ""
    said = composed(post.at("tekst"), written(post, "tekst"), shared) or inline("")
    return (said, *(_amount(post, year) for year in years), inline(danish.number(_whole(sum(post.beloeb.values(), _ZERO)))))


def _amount(post: Post, year: str) -> Value:
    amount = post.beloeb.get(year)
    if amount is None:
        return inline("")
    told = danish.number(_whole(amount))
    at = _place(post, year)
    return Value(told, at, pieces=(Piece(told, at, Form.NUMBER),))


def _place(post: Post, year: str) -> Anchored:
    """Return where the amount of a year is written."""
    node = post.value("beloeb")
    found = node.entries.get(year) if isinstance(node, Mapping) else None
    return found if found is not None else post.at("beloeb")


def _sums(posts: Sequence[Post], years: Sequence[str]) -> tuple[Value, ...]:
    of_years = (sum((post.beloeb.get(year, _ZERO) for post in posts), _ZERO) for year in years)
    total = sum((amount for post in posts for amount in post.beloeb.values()), _ZERO)
    return inline(ALTOGETHER), *(inline(danish.number(_whole(amount))) for amount in (*of_years, total))


def _whole(amount: Decimal) -> Decimal:
    """Return an amount with two decimals only where there are øre."""
    return amount.quantize(Decimal(1) if amount == amount.to_integral_value() else Decimal("0.01"))
