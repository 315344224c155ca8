"""A whole agreement as plain data: everything in it hangs together, so that no rule calls it faulty."""

from __future__ import annotations

from aftale_builder.model.kinds import (
    OmraadeStatus,
)
from tests.generating.chance import END, RULES, START, Data
from tests.generating.efforts import Efforts
from tests.generating.enclosed import Enclosed
from tests.generating.organisation import Organisation
from tests.generating.yaml import Plain


class Agreement(Organisation, Efforts, Enclosed):
    """Makes one agreement by chance."""

    def made(self) -> Data:
        """Return the agreement."""
        made: Data = {
            "regulativ": Plain(RULES.id),
            "navn": self.texts.name("Sammen om"),
            **self._maybe(version=self.texts.short, sagsnummer=self.texts.short),
            "periode": {"fra": self._day(START), "til": self._day(END)},
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
