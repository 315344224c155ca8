"""A whole agreement as plain data: everything in it hangs together, so that no rule calls it faulty."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from aftale_builder.model.kinds import (
    BestyrelsesOpgave,
    Enhed,
    ForankringsForm,
    Hjemmel,
    MilepaelType,
    Niveau,
    OmraadeStatus,
    OrganType,
    PostArt,
)
from aftale_builder.regulation import Regulativ, regulativ
from aftale_builder.source.scalars import MONTHS
from tests.generating.texts import Texts
from tests.generating.yaml import Plain, Prose

_found = regulativ("lbf-2019-26")
assert _found is not None
RULES: Regulativ = _found

Data = dict[str, Any]
_START = date(2026, 4, 1)
_END = date(2030, 3, 31)
_YEARS = ("2026", "2027", "2028", "2029", "2030")


class Agreement:
    """Makes one agreement by chance."""

    def __init__(self, chance: random.Random, texts: Texts) -> None:
        self.chance, self.texts = chance, texts
        self.parts = ["bo-vest", "kommunen", *self._subset(["bo-øst", "politi", "de-gule"], 0)]
        self.areas = self._subset(["nord", "syd-2", "ålegården", "elmen"], 1)
        self.numbers = iter(chance.sample(range(1, 400), 100))
        self.organs = ["bestyrelsen", *self._subset(["styregruppe", "følge-nord", "koordination", "forum"], 1)]
        self.efforts = [area.id for area in RULES.indsatsomraader if chance.random() < 0.5] or ["beskæftigelse"]

    def made(self) -> Data:
        """Return the agreement."""
        made: Data = {
            "regulativ": Plain(RULES.id),
            "navn": self.texts.name("Sammen om"),
            **self._maybe(version=self.texts.short, sagsnummer=self.texts.short),
            "periode": {"fra": self._day(_START), "til": self._day(_END)},
            "parter": [self._part(ref) for ref in self.parts],
            "kontakter": [self._contact("chef@eksempel.dk"), *self._many(self._contact, 0, 2)],
            "boligområder": [self._area(ref) for ref in self.areas],
            "beskrivelse": self._prose("[[boligområder]]"),
            "vision": self._prose(),
            "organisation": self._organisation(),
            "samspil": self._samspil(),
            "baseline": [self._baseline(indicator.id) for indicator in RULES.indikatorer],
            "indsatsområder": [self._effort(area) for area in self.efforts],
            "lokal_evaluering": self._prose(),
        }
        return made | self._enclosed()

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
                    "dato": self._day(_START),
                    "udfald": Plain("anbefalet"),
                },
                {"hvem": "Bestyrelsen", "part": Plain("bo-vest"), "dato": self._day(_START), "udfald": Plain("godkendt")},
            ],
        }

    # --- chance -----------------------------------------------------------------------------------------------------------

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
        return _START + timedelta(days=self.chance.randrange((_END - _START).days))

    def _count(self, most: int = 5000) -> Plain:
        number = self.chance.randint(1, most)
        return Plain(self.chance.choice((str(number), f"{number:,}".replace(",", "."))))

    def _figure(self) -> Plain:
        number = f"{self.chance.randint(0, 99)}"
        return Plain(self.chance.choice((number, f"{number},{self.chance.randint(0, 9)}", f"{number},50")))

    # --- the agreement ----------------------------------------------------------------------------------------------------

    def _part(self, ref: str) -> Data:
        first, kind = {
            "kommunen": ("Kommunen", "kommune"),
            "politi": ("Politikreds", "politi"),
        }.get(ref, ("Boligforeningen", "boligorganisation"))
        name = self.texts.name(first)
        return {
            "id": Plain(ref),
            "navn": f"{name} Kommune" if kind == "kommune" else name,
            "type": Plain(kind),
            **({"administrerende": Plain("ja")} if ref == "bo-vest" else {}),
            "cvr": f"{self.chance.randint(1, 9)}{self.chance.randint(0, 9999999):07}",
            **self._maybe(adresse=self.texts.short, kaldes=lambda: [self.texts.short()]),
            "underskrivere": self._many(self._person, 1, 2),
        }

    def _person(self) -> Data:
        return {"titel": self.texts.short(), **self._maybe(navn=lambda: self.texts.name("Ida"))}

    def _contact(self, mail: str = "") -> Data:
        return {
            "navn": self.texts.name("Ida"),
            **self._maybe(titel=self.texts.short, part=lambda: self._one(self.parts)),
            "telefon": "00 00 00 11",
            **({"mail": mail} if mail else {}),
        }

    def _area(self, ref: str) -> Data:
        owners = self._subset([part for part in self.parts if part.startswith("bo-")], 1)
        return {
            "id": Plain(ref),
            "navn": self.texts.name("Området"),
            "afdelinger": [
                {"part": Plain(owner), "numre": [str(next(self.numbers)) for _ in range(self.chance.randint(1, 4))]}
                for owner in owners
            ],
            "status": [Plain(OmraadeStatus.UDSAT.value)],
            **self._maybe(beboere=self._count, boliger=self._count, beskrivelse=self._prose),
        }

    def _organisation(self) -> Data:
        return {
            "tekst": self._prose("[[organer]]", "[[organisationsdiagram]]", "[[organer]]\n\n[[organisationsdiagram]]"),
            "organer": [self._organ(ref) for ref in self.organs],
            "bindeled": self._many(self._link, 0, 3),
            "ledelse": {
                "titel": "Chef for indsatsen",
                "ansat_hos": Plain("bo-vest"),
                **self._maybe(navn=lambda: self.texts.name("Ida")),
            },
            "diagram": Plain("ja"),
        }

    def _organ(self, ref: str) -> Data:
        board = ref == "bestyrelsen"
        kinds = [kind for kind in OrganType if kind is not OrganType.BESTYRELSE]
        seats: list[Data] = [self._seat() for _ in range(self.chance.randint(1, 5))]
        if board:
            seats = [*(self._seat(part) for part in ("kommunen", "bo-vest")), *seats]
        return {
            "id": Plain(ref),
            "navn": self.texts.name("Bestyrelsen" if board else "Organet"),
            "type": Plain("bestyrelse") if board else self._kind(kinds),
            "niveau": Plain("strategisk") if board else self._kind(Niveau),
            "formænd": [Plain("bo-vest"), Plain("kommunen")] if board else self._some(self.parts, 0),
            **self._maybe(møder_pr_år=lambda: self._count(12), sekretær=self.texts.short, vidensbehov=self.texts.lines),
            **({} if board else self._maybe(områder=lambda: self._some(self.areas), beskrivelse=self._prose)),
            **({"opgaver": self._some([task.value for task in BestyrelsesOpgave][:4], 4)} if board else {}),
            "medlemmer": seats,
        }

    def _seat(self, part: str = "") -> Data:
        if not part and self.chance.random() < 0.3:
            who: Data = {"aktør": self.texts.name("Foreningen")}
        else:
            who = {"part": Plain(part) if part else self._one(self.parts)}
            if not part and self.chance.random() < 0.3:
                who["aktør"] = self.texts.name("Foreningen")
        return {
            **who,
            **(
                {"titel": self.texts.short(), "niveau": Plain("strategisk")}
                if part
                else self._maybe(titel=self.texts.short, navn=lambda: self.texts.name("Bo"))
            ),
            **({} if part else self._maybe(niveau=lambda: self._kind(Niveau))),
            **(
                {"beslutningskompetence": Plain("ja")}
                if part
                else self._maybe(beslutningskompetence=lambda: self._one(["ja", "nej"]))
            ),
        }

    def _link(self) -> Data:
        first, second = self.chance.sample(self.organs, 2)
        return {
            "fra": Plain(first),
            "til": Plain(second),
            **self._maybe(person=self.texts.short, viden_op=self.texts.lines, viden_ned=self.texts.lines),
        }

    def _samspil(self) -> Data:
        return {
            "tekst": self._prose("[[aktører]]"),
            "aktører": self._many(
                lambda: {
                    "navn": self.texts.name("Skolen"),
                    **self._maybe(tekst=self.texts.lines, områder=lambda: self._some(self.areas)),
                },
                0,
                3,
            ),
            **self._maybe(udviklingsplaner=self._prose),
        }

    def _baseline(self, indicator: str) -> Data:
        unit = next(known.enhed for known in RULES.indikatorer if known.id == indicator)
        low, high = (3, 11) if unit == "karakter" else (1, 99)

        def figure() -> Plain:
            return Plain(f"{self.chance.randint(low, high - 1)},{self.chance.randint(0, 9)}")

        return {
            "indikator": Plain(indicator),
            "område": figure(),
            "kommune": figure(),
            "år": Plain(str(self.chance.randint(2023, 2025))),
            **self._maybe(
                kilde=self.texts.short,
                pr_område=lambda: [{"område": Plain(ref), "værdi": figure()} for ref in self._subset(self.areas, 1)],
            ),
        }

    # --- the delaftaler ---------------------------------------------------------------------------------------------------

    def _effort(self, area: str) -> Data:
        challenges = [f"{area[:3]}-k{number}" for number in range(1, self.chance.randint(2, 4))]
        return {
            "område": Plain(area),
            "problemkompleks": self._prose(),
            "data": self._many(self._measured, 1, 3),
            "kerneudfordringer": [{"id": Plain(ref), "tekst": self.texts.short()} for ref in challenges],
            "delaftale": self._delaftale(area, challenges),
        }

    def _measured(self) -> Data:
        return {
            "tekst": self.texts.short(),
            "værdi": self._figure(),
            **self._maybe(
                enhed=lambda: self._kind(Enhed), år=lambda: Plain("2024"), gælder=self.texts.short, kilde=self.texts.short
            ),
        }

    def _delaftale(self, area: str, challenges: Sequence[str]) -> Data:
        known = next(known for known in RULES.indsatsomraader if known.id == area)
        aims = [f"{area[:3]}-mål-{number}" for number in range(1, self.chance.randint(2, 5))]
        return {
            **self._maybe(indledning=self._prose),
            "parter": [Plain("bo-vest"), Plain("kommunen"), *self._some(self.parts[2:], 0)],
            "aktører": self._many(lambda: self.texts.name("Foreningen"), 0, 2),
            "ajourført": self._day(_START - timedelta(days=self.chance.randint(1, 90))),
            "delmål": [self._aim(ref, known.maal, challenges) for ref in aims],
            "aktiviteter": [self._activity(f"{area[:3]}-{number}", aims) for number in range(1, self.chance.randint(2, 4))],
            **self._maybe(samarbejde=self._prose, opfølgning=self._prose),
        }

    def _aim(self, ref: str, goals: Sequence[str], challenges: Sequence[str]) -> Data:
        return {
            "id": Plain(ref),
            "tekst": self.texts.short(tail=8),
            "mål": self._some(list(goals)),
            "kerneudfordringer": self._some(challenges),
            "indikatorer": self._many(self._indicator, 1, 3),
        }

    def _indicator(self) -> Data:
        return {
            "navn": self.texts.short(tail=8),
            "start": self._figure(),
            "mål": self._figure(),
            **self._maybe(enhed=lambda: self._kind(Enhed), kilde=self.texts.short),
            "dato": self._day(self._within()),
        }

    def _activity(self, ref: str, aims: Sequence[str]) -> Data:
        keeps = [form.value for form in ForankringsForm]
        return {
            "id": Plain(ref),
            "navn": self.texts.short(),
            "formål": self._prose(),
            "målgruppe": {"beskrivelse": self.texts.short(), **self._maybe(antal=lambda: self._count(1500))},
            "indhold": self._prose(),
            "delmål": self._some(aims),
            **self._maybe(områder=lambda: self._some(self.areas)),
            "ansvarlig": self._one(self.parts),
            "roller": [{"part": Plain("kommunen"), "opgave": self.texts.lines()}, *self._many(self._role, 0, 3)],
            **self._maybe(periode=self._period),
            "milepæle": [self._milestone(f"{ref}-m{number}") for number in range(1, self.chance.randint(2, 4))],
            "succeskriterier": self.texts.some(self.texts.short, 1, 3),
            **self._maybe(
                måling=self._prose, rekruttering=self._prose, vidensgrundlag=self._prose, eksisterende_tilbud=self._prose
            ),
            "forankring": {
                **self._maybe(form=lambda: self._one(keeps), part=lambda: self._one(self.parts)),
                "tekst": self.texts.lines(),
            },
            "persondata": self.chance.choice(
                (
                    {"deles": Plain("nej"), **self._maybe(tekst=self.texts.short)},
                    {"deles": Plain("ja"), "hjemmel": self._kind(Hjemmel), **self._maybe(tekst=self.texts.lines)},
                )
            ),
        }

    def _role(self) -> Data:
        who: Data = {"aktør": self.texts.name("Klubben")} if self.chance.random() < 0.4 else {"part": self._one(self.parts)}
        if "part" in who and self.chance.random() < 0.2:
            who["aktør"] = self.texts.name("Klubben")
        return {**who, "opgave": self.texts.lines()}

    def _period(self) -> Data:
        first, last = sorted((self._within(), self._within()))
        return self.chance.choice(
            (
                {"fra": self._day(first), "til": self._day(last + timedelta(days=1))},
                {"fra": self._day(first)},
                {"til": self._day(last)},
            )
        )

    def _milestone(self, ref: str) -> Data:
        return {
            "id": Plain(ref),
            "dato": self._day(self._within()),
            "tekst": self.texts.short(tail=8),
            **self._maybe(ansvarlig=self.texts.short, type=lambda: self._kind(MilepaelType)),
        }

    # --- what is enclosed -------------------------------------------------------------------------------------------------

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
        cost = {year: 1000 * self.chance.randint(4, 900) for year in _YEARS}
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
                {"kilde": Plain("lbf"), "beløb": amounts({year: cost[year] - own[year] for year in _YEARS})},
                {"kilde": Plain("k"), "beløb": amounts(own)},
            ],
        }

    def _amount(self, kroner: int) -> Plain:
        grouped = f"{kroner:,}"
        return Plain(self.chance.choice((str(kroner), grouped.replace(",", "."), grouped.replace(",", "_"), f"{kroner},00")))
