"""Beredskabsplanen siger ikke, hvem der gør hvad, og hvem der får besked.

## Hvorfor
En beredskabsplan skal kunne bruges den dag, der sker noget: hvad er situationen, hvem handler, hvad gør de, og hvordan får
de andre det at vide?

## Forkert
```yaml
beredskabsplan:
  situationer:
    - {hændelse: Uro i området, handling: Parterne mødes samme dag.}
```

## Rigtigt
```yaml
beredskabsplan:
  situationer:
    - hændelse: Uro i området
      ansvarlig: Indsatsens leder
      handling: Lederen samler parterne samme dag.
      orientering: Formændene samme dag, bestyrelsen på næste møde
```

## Kilde
Vores egen vurdering: Landsbyggefondens skabelon til beredskabsplanen er ikke set.

## Forbehold
Det er et råd. En plan, der kun er skrevet som tekst eller kun har kontakter, kan ikke bedømmes; det siger reglen. Ligger planen
færdig som bilag, dømmes den ikke. Er der ingen plan, siger LBF070 det.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale, Beredskabsplan, Situation
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.mentions import missing
from aftale_builder.rules.reading import unwritten
from aftale_builder.rules.registry import rule
from aftale_builder.rules.words import listing

_ASKED = {"ansvarlig": "hvem der har ansvaret", "handling": "hvad der gøres", "orientering": "hvem der får besked"}


@rule("LBF071", "beredskabsplan-uden-handling", Severity.RAAD, sources=("vores",), krav="beredskabsplan")
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where the plan has no situations, else one for each situation that lacks who acts, how, or who is told."""
    plan = aftale.beredskabsplan
    if plan is None or unwritten(aftale, "beredskabsplan"):
        return
    if unwritten(plan, "situationer"):
        yield _no_situations(plan)
    for situation in plan.situationer:
        lacking = [told for name, told in _ASKED.items() if unwritten(situation, name)]
        if lacking:
            yield _hit(situation, lacking)


def _no_situations(plan: Beredskabsplan) -> Hit:
    return missing(
        plan.key("situationer"),
        "Beredskabsplanens situationer",
        "Beredskabsplanen nævner ingen situationer.",
        "Skriv situationer: med hændelse, ansvarlig, handling og orientering for hver.",
        None if unwritten(plan, "tekst") else plan.at("tekst"),
        "hvem der gør hvad i hver af dem",
    )


def _hit(situation: Situation, lacking: list[str]) -> Hit:
    return Hit(
        situation.at("haendelse"),
        f"Beredskabsplanen siger ikke, {listing(lacking)}, når dette sker: «{situation.haendelse}».",
        "Skriv det ved situationen under ansvarlig, handling og orientering.",
        subject=situation.haendelse,
    )
