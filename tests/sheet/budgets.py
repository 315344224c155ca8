"""Budgets by chance, as YAML: with years of their own or the calendar's, øre, sources that pay nothing, and hostile names."""

from __future__ import annotations

import json
import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from aftale_builder.documents.facts import Facts
from aftale_builder.model.kinds import KildeForm, PostArt
from tests.documents.making import aftale_of, generation

PARTS = (
    ("kommunen", "Lindeby Kommune", "kommune"),
    ("bo", "Lindeby Boligselskab", "boligorganisation"),
    ("politi", "Østjyllands Politi", "politi"),
)
AREAS = ("beskæftigelse", "kriminalitetsforebyggelse", "uddannelse-og-livschancer")
NAMES = (
    *("=1+1", "+45 12", "-1", "@SUM(A1)", "I alt", "Løn", "løn", "LØN", "2026", "1.000 kr.", "A & B <b>", "«Pulje»", '"Pulje"'),
    *("Fælles", "Kørsel, forsikring og arbejdsmiljø: alt det, der ikke er andre steder", "x" * 200, "Kilde", "å, æ og ø", "ja"),
)


ACTIVITIES = ("Fritidsjob", "=1+1", "I alt", "Fælles")


@dataclass
class Sums:
    """What was written, added up while it was written: kroner by year."""

    costs: Counter[str] = field(default_factory=Counter)
    income: Counter[str] = field(default_factory=Counter)
    local: Decimal = Decimal(0)


def budget(seed: int, folder: Path) -> tuple[Facts, Sums]:
    """Return an agreement that has this seed's budget, in this folder; and its sums."""
    folder.mkdir(parents=True, exist_ok=True)
    maker = Maker(random.Random(seed))
    return Facts(aftale_of(folder, maker.agreement()), generation()), maker.sums


class Maker:
    """Makes one budget. Names of posts and of sources are no two the same: which line is which must be seen."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.first = date(chance.choice((2026, 2027)), chance.choice((1, 4, 8, 10)), 1)
        self.count = chance.choice((1, 2, 4, 4, 4, 5, 7))
        self.last = self.first.replace(year=self.first.year + self.count) - timedelta(days=1)
        self.own = chance.random() < 0.5
        self.years = [f"år{number + 1}" for number in range(self.count)]
        if not self.own:
            self.years = [str(year) for year in range(self.first.year, self.last.year + 1)]
        self.has_oere = chance.random() < 0.4
        self.sums = Sums()
        self.local: set[str] = set()
        self.most = chance.choice((1_000, 900_000, 900_000, 90_000_000))

    def agreement(self) -> str:
        """Return the agreement as YAML."""
        sources = self._sources()
        paying = [ref for ref in sources if self.chance.random() < 0.85]
        names = self.chance.sample(NAMES, min(len(NAMES), self.chance.choice((0, 1, 3, 8, 15))))
        return "\n".join(
            [
                "navn: Sammen om Skoven",
                f"periode: {{fra: {self.first}, til: {self.last}}}",
                "parter:",
                *(f"  - {{id: {ref}, navn: {name}, type: {kind}}}" for ref, name, kind in PARTS),
                "indsatsområder:",
                f"  - område: {AREAS[0]}",
                "    delaftale:",
                "      aktiviteter:",
                *(
                    f"        - {{id: a{number}, navn: {json.dumps(name, ensure_ascii=False)}}}"
                    for number, name in enumerate(ACTIVITIES)
                ),
                "budget:",
                *self._years(),
                "  kilder:" if sources else "  kilder: []",
                *sources.values(),
                "  poster:" if names else "  poster: []",
                *(line for number, name in enumerate(names, start=1) for line in self._post(number, name)),
                "  finansiering:" if paying else "  finansiering: []",
                *(f"    - {{kilde: {ref}, beløb: {self._paid(ref)}}}" for ref in paying),
                "",
            ]
        )

    def _years(self) -> list[str]:
        if not self.own:
            return []
        days = [self.first.replace(year=self.first.year + number) for number in range(self.count + 1)]
        return [
            "  år:",
            *(
                f"    - {{id: {ref}, fra: {days[at]}, til: {days[at + 1] - timedelta(days=1)}}}"
                for at, ref in enumerate(self.years)
            ),
        ]

    def _sources(self) -> dict[str, str]:
        """Return sources by id: the fund, the parts in their forms, others that are local or not."""
        found = {"lbf": "    - {id: lbf, type: lbf}"} if self.chance.random() < 0.9 else {}
        for ref, name, _ in PARTS:
            for form in self.chance.sample([form.value for form in KildeForm], self.chance.choice((0, 1, 1, 2))):
                named = f'navn: "{name}, {form}", ' if self.chance.random() < 0.7 else ""
                self.local |= {f"{ref}-{form}"} if ref != "politi" else set()
                found[f"{ref}-{form}"] = f"    - {{id: {ref}-{form}, {named}part: {ref}, form: {form}}}"
        for number in range(self.chance.choice((0, 0, 1, 2))):
            local = self.chance.choice(("", ", lokal: ja, begrundelse: Hører til her", ", lokal: nej"))
            self.local |= {f"fond{number}"} if "ja" in local else set()
            found[f"fond{number}"] = f'    - {{id: fond{number}, navn: "Fond nr. {number}", type: anden{local}}}'
        return found

    def _post(self, number: int, name: str) -> list[str]:
        art = self.chance.choice([art.value for art in PostArt])
        area = [f"      indsatsområde: {self.chance.choice(AREAS)}"] if self.chance.random() < 0.6 else []
        doing = self.chance.sample(range(len(ACTIVITIES)), self.chance.choice((0, 0, 1, 1, 2, 3)))
        activities = [f"      aktiviteter: [{', '.join(f'a{at}' for at in doing)}]"] if doing else []
        note = ["      note: Se bilaget."] if self.chance.random() < 0.2 else []
        return [
            f"    - id: p{number:02}",
            f"      art: {art}",
            f"      tekst: {json.dumps(name, ensure_ascii=False)}",
            *area,
            *activities,
            f"      beløb: {self._amounts(self.sums.costs)}",
            *note,
        ]

    def _paid(self, ref: str) -> str:
        before = self.sums.income.total()
        told = self._amounts(self.sums.income)
        self.sums.local += (self.sums.income.total() - before) if ref in self.local else 0
        return told

    def _amounts(self, sums: Counter[str]) -> str:
        amounts = {year: self._amount() for year in self.years if self.chance.random() < 0.85}
        sums.update(amounts)
        told = (f"{json.dumps(year, ensure_ascii=False)}: {json.dumps(_plain(amount))}" for year, amount in amounts.items())
        return f"{{{', '.join(told)}}}"

    def _amount(self) -> Decimal:
        value = Decimal(self.chance.choice((0, self.chance.randrange(self.most), self.chance.randrange(self.most))))
        return value + Decimal(self.chance.randrange(100)) / 100 if self.has_oere else value


def _plain(amount: Decimal) -> str:
    return format(amount, ",").translate(str.maketrans(",.", ".,"))
