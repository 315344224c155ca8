"""The organs of an agreement as plain data."""

from __future__ import annotations

from aftale_builder.model.kinds import (
    BestyrelsesOpgave,
    Niveau,
    OrganType,
)
from tests.generating.chance import Chance, Data
from tests.generating.yaml import Plain


class Organisation(Chance):
    """Makes organs, who sits in them, and what joins them."""

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
