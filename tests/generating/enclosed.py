"""What is enclosed with an agreement, as plain data."""

from __future__ import annotations

from datetime import date
from typing import Any

from aftale_builder.model.kinds import (
    PostArt,
)
from tests.generating.chance import START, YEARS, Chance, Data
from tests.generating.yaml import Plain


class Enclosed(Chance):
    """Makes the budget, the kommissorier, the plans and the treatment."""

    def _enclosed(self) -> Data:
        return {
            "budget": self._budget(),
            "kommissorium": self._kommissorier(),
            "beredskabsplan": {
                **self._maybe(tekst=self._prose),
                "situationer": self._many(self._situation, 1, 3),
                "kontakter": self._many(self._contact, 0, 2),
            },
            "milepæle": self._milestones(),
            "behandling": [
                {
                    "hvem": "Kommunalbestyrelsen",
                    "part": Plain("kommunen"),
                    "dato": self._day(START),
                    "udfald": Plain("anbefalet"),
                },
                {"hvem": "Bestyrelsen", "part": Plain("bo-vest"), "dato": self._day(START), "udfald": Plain("godkendt")},
            ],
        }

    def _kommissorier(self) -> Any:
        board = self._kommissorium({})
        others = [self._kommissorium({"organ": Plain(ref)}) for ref in self._subset(self.organs[1:], 0)]
        return [board, *others] if others or self.chance.random() < 0.5 else board

    def _kommissorium(self, organ: Data) -> Data:
        return {
            **organ,
            **self._maybe(formål=self._prose, tekst=self._prose, sammensætning=self._prose),
            "opgaver": [*self.texts.some(self.texts.short, 1, 4), "Afdelingerne høres om prioriteringen"],
            "sekretariat": self._prose(),
            **self._maybe(møder=self._prose, beslutninger=self._prose, ikrafttræden=self.texts.short),
        }

    def _situation(self) -> Data:
        return {
            "hændelse": self.texts.short(),
            "ansvarlig": self.texts.short(),
            "handling": self._prose(),
            **self._maybe(orientering=self.texts.short),
        }

    def _milestones(self) -> list[Data]:
        yearly = [
            {
                "id": Plain(f"op-{year}"),
                "dato": self._day(date(year, 3, 1)),
                "tekst": self.texts.short(),
                "type": Plain("opfølgning"),
            }
            for year in range(2027, 2031)
        ]
        halfway = {
            "id": Plain("midt"),
            "dato": self._day(date(2028, 6, 1)),
            "tekst": self.texts.short(),
            "type": Plain("midtvejs"),
        }
        return [*yearly, halfway, *(self._milestone(f"mp-{number}") for number in range(1, self.chance.randint(2, 8)))]

    def _budget(self) -> Data:
        cost = {year: 1000 * self.chance.randint(4, 900) for year in YEARS}
        own = {year: amount // 2 for year, amount in cost.items()}

        def amounts(by_year: dict[str, int]) -> Data:
            return {year: self._amount(amount) for year, amount in by_year.items()}

        return {
            "prisniveau": Plain("2026"),
            "kilder": [
                {"id": Plain("lbf"), "type": Plain("lbf")},
                {
                    "id": Plain("k"),
                    "part": Plain("kommunen"),
                    "type": Plain("part"),
                    "form": self._one(["kontant", "arbejdstid"]),
                },
            ],
            "poster": [
                {"id": Plain("p1"), "art": self._kind(PostArt), "tekst": self.texts.short(), "beløb": amounts(cost)},
            ],
            "finansiering": [
                {"kilde": Plain("lbf"), "beløb": amounts({year: cost[year] - own[year] for year in YEARS})},
                {"kilde": Plain("k"), "beløb": amounts(own)},
            ],
        }

    def _amount(self, kroner: int) -> Plain:
        grouped = f"{kroner:,}"
        return Plain(self.chance.choice((str(kroner), grouped.replace(",", "."), grouped.replace(",", "_"), f"{kroner},00")))
