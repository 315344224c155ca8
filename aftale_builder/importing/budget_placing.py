"""Amounts to edits of the budget in YAML: each in its own line, written as the author writes amounts; what is new, last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from aftale_builder.documents import danish
from aftale_builder.importing.budget_lines import Line
from aftale_builder.importing.budget_making import Making, in_flow, written
from aftale_builder.importing.budget_matching import Matched
from aftale_builder.model.budget import Finansiering, Post
from aftale_builder.pulling.changes import Form
from aftale_builder.pulling.own_way import at_home
from aftale_builder.source import node as nodes
from aftale_builder.source import scalars
from aftale_builder.source.editing import replaced, with_item, with_key, with_value
from aftale_builder.source.emit import Block, Items, Raw
from aftale_builder.source.restyling import UneditableError
from aftale_builder.source.scalars import UnclearError
from aftale_builder.source.splice import Edit

Amounts = dict[str, Decimal]


@dataclass
class Placed:
    """The edits of what is written; what is new, by the budget's key; what each does, in words; what stands in the way.

    `posts` and `funding` are the amounts that the lines come to have, those that are new included, in order.
    """

    edits: list[Edit] = field(default_factory=list)
    new: dict[str, list[Block]] = field(default_factory=lambda: {"kilder": [], "poster": [], "finansiering": []})
    told: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    posts: list[Amounts] = field(default_factory=list)
    funding: list[Amounts] = field(default_factory=list)


def place(
    matched: Matched, years: Mapping[str, str], making: Making, posts: Sequence[Post], funding: Sequence[Finansiering]
) -> Placed:  # fmt: skip
    """Return what is to be changed in the budget's posts and lines of financing. Raises `UneditableError`."""
    placed = Placed(posts=[dict(post.beloeb) for post in posts], funding=[dict(line.beloeb) for line in funding])
    for line, post in matched.posts:
        at = next(number for number, one in enumerate(posts) if one is post)
        _update(post, _by_year(line, years), f"{post.id}, {post.tekst}", placed, placed.posts[at])
    for line in matched.new_posts:
        amounts = _written(_by_year(line, years))
        placed.new["poster"].append(making.post(line, amounts))
        placed.posts.append(amounts)
        placed.told.append(f"ny post: {line.name}, {_summed(amounts)}")
    _place_funding(matched, years, making, funding, placed)
    return placed


def _place_funding(
    matched: Matched, years: Mapping[str, str], making: Making, funding: Sequence[Finansiering], placed: Placed
) -> None:  # fmt: skip
    for line, kilde, ours in matched.funding:
        if ours is None:
            _pay(str(kilde.id), line, years, making, placed)
            continue
        at = next(number for number, one in enumerate(funding) if one is ours)
        before = len(placed.told)
        _update(ours, _by_year(line, years), f"finansiering, {line.name}", placed, placed.funding[at])
        if len(placed.told) > before and sum(other is kilde for _, other, _ in matched.funding) > 1:
            placed.problems.append(
                f"{line.place}: «{line.name}» har flere linjer, og det kan ikke ses, hvilken der er ændret. Ret beløbet i YAML."
            )
    for line in matched.new_sources:
        ref, block = making.source(line)
        placed.new["kilder"].append(block)
        placed.told.append(f"ny kilde: {line.name}")
        _pay(ref, line, years, making, placed)


def _pay(ref: str, line: Line, years: Mapping[str, str], making: Making, placed: Placed) -> None:
    """Add a line of financing for a source, where the table has amounts for it."""
    amounts = _written(_by_year(line, years))
    if not amounts:
        return
    placed.new["finansiering"].append(making.funding(ref, line, amounts))
    placed.funding.append(amounts)
    placed.told.append(f"finansiering, {line.name}: {_summed(amounts)}")


def _by_year(line: Line, years: Mapping[str, str]) -> dict[str, Decimal | None]:
    return {years[label]: amount for label, amount in line.amounts.items()}


def _written(amounts: Mapping[str, Decimal | None]) -> Amounts:
    return {year: amount for year, amount in amounts.items() if amount is not None}


def _summed(amounts: Amounts) -> str:
    return f"{danish.kroner(sum(amounts.values(), Decimal(0)))} i alt"


def _update(line: Post | Finansiering, asked: Mapping[str, Decimal | None], name: str, placed: Placed, result: Amounts) -> None:
    """Give a line the amounts that are other than those it has. Raises `UneditableError`."""
    node = line.value("beloeb")
    for year, amount in asked.items():
        before = line.beloeb.get(year)
        if (amount or Decimal(0)) == (before or Decimal(0)):
            continue
        wanted = amount if amount is not None else Decimal(0)
        if not isinstance(node, nodes.Mapping):
            raise UneditableError(line.node, f"«{name}» har ingen beløb at rette i.")
        placed.edits += _edits(node, year, wanted)
        placed.told.append(
            f"{name}, {year}: {danish.kroner(before) if before is not None else 'intet'} → {danish.kroner(wanted)}"
        )
        result[year] = wanted


def _edits(amounts: nodes.Mapping, year: str, wanted: Decimal) -> Sequence[Edit]:
    node = amounts.entries.get(year)
    if isinstance(node, nodes.Scalar) and not node.empty:
        return replaced(node, _own_way(node.value, wanted))
    if node is not None:
        raise UneditableError(node, f"Beløbet for {year} kan ikke rettes her.")
    beside = next((one.value for one in amounts.entries.values() if isinstance(one, nodes.Scalar) and not one.empty), "")
    told = _own_way(beside, wanted)
    return [with_key(amounts, year, Raw(in_flow(told) if amounts.span.text[:1] == "{" else told))]


def _own_way(source: str, amount: Decimal) -> str:
    """Return an amount as the author writes amounts, by one that stands there."""
    plain = written(amount)
    try:
        told = at_home(Form.NUMBER, source, plain, " kr.") if source else plain
        return told if scalars.kroner(told) == amount else plain
    except UnclearError:
        return plain


def added(budget: nodes.Mapping, key: str, new: Sequence[Raw | Block]) -> list[Edit]:
    """Return the edits that put new items last in one of the budget's lists. Raises `UneditableError`."""
    if not new:
        return []
    node = budget.entries.get(key)
    if isinstance(node, nodes.Sequence):
        return [with_item(node, len(node.items), item) for item in new]
    if node is None:
        return [with_key(budget, key, Items(tuple(new)))]
    if isinstance(node, nodes.Scalar) and node.empty:
        return list(with_value(node, Items(tuple(new))))
    raise UneditableError(node, f"«{key}» er ikke en liste.")
