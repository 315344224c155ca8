"""The indsatsområder of an agreement, with their delaftaler, as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from aftale_builder.model.kinds import (
    Enhed,
    ForankringsForm,
    Hjemmel,
)
from tests.generating.chance import RULES, START, Chance, Data
from tests.generating.yaml import Plain


class Efforts(Chance):
    """Makes indsatsområder, delmål and aktiviteter."""

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
            "ajourført": self._day(START - timedelta(days=self.chance.randint(1, 90))),
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
