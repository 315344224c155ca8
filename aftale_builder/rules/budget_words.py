"""Amounts in prose, and the sums of the budget that they can stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from aftale_builder.findings import Anchored
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.budget import Budget, Finansiering, Kilde, Post
from aftale_builder.model.kinds import KildeType, PartType
from aftale_builder.record import record
from aftale_builder.rules.pattern import pattern
from aftale_builder.rules.story import part_names

_AMOUNT = pattern(
    r"(?P<about>\b(?:ca\.|cirka|godt|knap|omkring|næsten|lidt over|lidt under)\s+)?(?<![\d.,])(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)"
    r"(?:,(?P<rest>\d+))?\s*(?P<unit>mio\.?|millioner|t\.)?\s*(?:kr\b\.?|kroner\b)",
    re.IGNORECASE,
)
_LOCAL = pattern(r"\blokale? (?:med)?finansiering\b", re.IGNORECASE)
_WHOLE = pattern(r"\b(?:samlede\s+budget|budgettet)\b", re.IGNORECASE)
_SHORTEST_POST = 6
_ABOUT = Decimal("0.05")


@record
class Amount:
    """An amount in a text: kroner, how far from it the exact amount may lie, and where it stands."""

    value: Decimal
    slack: Decimal
    text: str
    start: int
    end: int

    def is_one_of(self, sums: Iterable[Decimal]) -> bool:
        """Tell whether the amount stands for one of these sums, as exactly as it is written."""
        return any(abs(self.value - known) <= self.slack for known in sums)


@record
class Payer:
    """What an amount can be told of: what its names match, how messages name it, its sums, and where the budget has it.

    `gives` is True for one who pays, who must be said to give; False for a post or the whole budget.
    """

    named: re.Pattern[str]
    said: str
    sums: frozenset[Decimal]
    at: Anchored
    gives: bool = True


def amounts(text: str, start: int, end: int) -> Iterator[Amount]:
    """Yield the amounts in kroner of a stretch of text."""
    for match in _AMOUNT.finditer(text, start, end):
        rest = match["rest"] or ""
        unit = {"m": Decimal(1_000_000), "t": Decimal(1_000)}.get((match["unit"] or " ")[0].casefold(), Decimal(1))
        value = Decimal(f"{match['whole'].replace('.', '')}.{rest or 0}") * unit
        slack = unit / 2 / 10 ** len(rest) if unit > 1 else Decimal(0)
        begin = match.start("whole")
        yield Amount(
            value, max(slack, value * _ABOUT if match["about"] else slack), text[begin : match.end()], begin, match.end()
        )


def payers(aftale: Aftale, budget: Budget, text: str) -> Iterator[Payer]:
    """Yield what the budget has sums for: each source, each part, the local share, the posts, the whole; of posts those named.

    `text` is all that may name them, without case.
    """
    years = [year for year, _, _ in aftale.budgetaar()]
    by_payer: dict[str, list[Kilde]] = {}
    for kilde in budget.kilder:
        by_payer.setdefault("lbf" if kilde.type is KildeType.LBF else str(kilde.part or kilde.id), []).append(kilde)
    for kilder in by_payer.values():
        names = _names(aftale, kilder)
        lines = [[line for line in budget.finansiering if str(line.kilde) == kilde.id] for kilde in kilder]
        together = [line for group in lines for line in group]
        sums = frozenset().union(_sums(together, years), *(_sums(group, years) for group in lines))
        if any(name.casefold() in text for name in names):
            yield Payer(_pattern(names), f"fra {names[0]}", sums, kilder[0].at())
    local = [line for line in budget.finansiering if (payer := budget.kilde(line.kilde)) is not None and aftale.er_lokal(payer)]
    yield Payer(
        _LOCAL,
        "i lokal medfinansiering",
        _sums(local, years),
        budget.key("finansiering"),
        gives=False,
    )
    whole = _sums(budget.poster, years) | _sums(budget.finansiering, years)
    yield Payer(_WHOLE, "i alt", whole, budget.key("poster"), gives=False)
    for post in budget.poster:
        if len(post.tekst) >= _SHORTEST_POST and post.tekst.casefold() in text:
            yield Payer(_pattern([post.tekst]), f"til «{post.tekst}»", _sums([post], years), post.at(), gives=False)


def _sums(lines: Iterable[Post] | Iterable[Finansiering], years: list[str]) -> frozenset[Decimal]:
    """Return the sum of the lines over the period, in each year, and the mean of a year."""
    every = [dict(line.beloeb) for line in lines]
    total = sum((amount for line in every for amount in line.values()), Decimal(0))
    yearly = {sum((line.get(year, Decimal(0)) for line in every), Decimal(0)) for year in years}
    return frozenset({total, *yearly, total / len(years) if years else total})


def _names(aftale: Aftale, kilder: list[Kilde]) -> list[str]:
    """Return what a payer is called, its own name first."""
    if kilder[0].type is KildeType.LBF:
        return ["Landsbyggefonden", "LBF", *(kilde.navn for kilde in kilder if kilde.navn)]
    part = aftale.part(kilder[0].part)
    if part is None:
        return [kilde.navn for kilde in kilder if kilde.navn]
    only = len(aftale.parter_af(PartType.KOMMUNE)) == 1
    own = ["kommunen"] if part.type is PartType.KOMMUNE and only else []
    return [name for name in (part.navn, *part_names(part.navn), *part.kaldes, *own) if name]


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    spelt = "|".join(r"\s+".join(map(re.escape, name.split())) for name in sorted(names, key=len, reverse=True))
    return pattern(rf"(?<!\w)(?:{spelt})s?(?!\w)", re.IGNORECASE)
