"""What all of an agreement is made with: chance, the texts, and the ids that its parts know each other by."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from aftale_builder.model.kinds import (
    MilepaelType,
)
from aftale_builder.regulation import Regulativ, regulativ
from aftale_builder.source.scalars import MONTHS
from tests.generating.texts import Texts
from tests.generating.yaml import Plain, Prose

_found = regulativ("lbf-2019-26")
assert _found is not None
RULES: Regulativ = _found

Data = dict[str, Any]
START = date(2026, 4, 1)
END = date(2030, 3, 31)
YEARS = ("2026", "2027", "2028", "2029", "2030")


class Chance:
    """Makes values by chance."""

    def __init__(self, chance: random.Random, texts: Texts) -> None:
        self.chance, self.texts = chance, texts
        self.parts = ["bo-vest", "kommunen", *self._subset(["bo-øst", "politi", "de-gule"], 0)]
        self.areas = self._subset(["nord", "syd-2", "ålegården", "elmen"], 1)
        self.numbers = iter(chance.sample(range(1, 400), 100))
        self.organs = ["bestyrelsen", *self._subset(["styregruppe", "følge-nord", "koordination", "forum"], 1)]
        self.efforts = [area.id for area in RULES.indsatsomraader if chance.random() < 0.5] or ["beskæftigelse"]

    def _subset(self, refs: Sequence[str], least: int) -> list[str]:
        return self.chance.sample(list(refs), self.chance.randint(least, len(refs)))

    def _some(self, refs: Sequence[str], least: int = 1) -> list[Plain]:
        return [Plain(ref) for ref in self._subset(refs, least)]

    def _one(self, refs: Sequence[str]) -> Plain:
        return Plain(self.chance.choice(list(refs)))

    def _kind(self, kinds: Any) -> Plain:
        return self._one([kind.value for kind in kinds])

    def _many(self, make: Callable[[], Any], least: int, most: int) -> list[Any]:
        return [make() for _ in range(self.chance.randint(least, most))]

    def _maybe(self, **makers: Callable[[], Any]) -> Data:
        return {name: make() for name, make in makers.items() if self.chance.random() < 0.6}

    def _prose(self, *inserts: str) -> Prose:
        text = self.texts.prose()
        if inserts and self.chance.random() < 0.6:
            text += f"\n{self.chance.choice(inserts)}\n"
        return Prose(text)

    def _day(self, day: date) -> Plain:
        ways = (day.isoformat(), f"{day:%d.%m.%Y}", f"{day.day}. {MONTHS[day.month - 1]} {day.year}")
        return Plain(self.chance.choice(ways))

    def _within(self) -> date:
        return START + timedelta(days=self.chance.randrange((END - START).days))

    def _count(self, most: int = 5000) -> Plain:
        number = self.chance.randint(1, most)
        return Plain(self.chance.choice((str(number), f"{number:,}".replace(",", "."))))

    def _figure(self) -> Plain:
        number = f"{self.chance.randint(0, 99)}"
        return Plain(self.chance.choice((number, f"{number},{self.chance.randint(0, 9)}", f"{number},50")))

    def _contact(self, mail: str = "") -> Data:
        return {
            "navn": self.texts.name("Ida"),
            **self._maybe(titel=self.texts.short, part=lambda: self._one(self.parts)),
            "telefon": "00 00 00 11",
            **({"mail": mail} if mail else {}),
        }

    def _milestone(self, ref: str) -> Data:
        return {
            "id": Plain(ref),
            "dato": self._day(self._within()),
            "tekst": self.texts.short(tail=8),
            **self._maybe(ansvarlig=self.texts.short, type=lambda: self._kind(MilepaelType)),
        }
