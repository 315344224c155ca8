"""The sums of the budget that documents print: per source, the local share."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from aftale_builder.model.aftale import Aftale
from aftale_builder.model.budget import Budget, Kilde


@dataclass(frozen=True)
class Sums:
    """Kroner over the whole period."""

    udgifter: Decimal
    finansiering: Decimal
    lokal: Decimal

    @property
    def andel(self) -> Decimal | None:
        """Return the local share of the financing as a fraction of one, None where there is none."""
        return self.lokal / self.finansiering if self.finansiering else None


def sums(aftale: Aftale, budget: Budget) -> Sums:
    """Return the sums of the budget."""
    local = sum((of_source(budget, kilde) for kilde in budget.kilder if aftale.er_lokal(kilde)), Decimal(0))
    return Sums(budget.udgifter(), budget.indtaegter(), local)


def of_source(budget: Budget, kilde: Kilde) -> Decimal:
    """Return what a source pays over the whole period."""
    lines = (line for line in budget.finansiering if line.kilde == str(kilde.id))
    return sum((amount for line in lines for amount in line.beloeb.values()), Decimal(0))
