"""Et tal i baseline kan ikke passe.

## Hvorfor
En andel ligger mellem 0 og 100 pct., og et karaktergennemsnit ligger på 7-trinsskalaen. Et tal uden for er en slåfejl
eller står i en anden enhed, og så kan området ikke holdes op mod kommunen.

## Forkert
```yaml
baseline:
  - {indikator: dagtilbud, område: 866, kommune: "94,3", år: 2021}
```

## Rigtigt
```yaml
baseline:
  - {indikator: dagtilbud, område: "86,6", kommune: "94,3", år: 2021}
  - {indikator: karaktergennemsnit, område: "5,5", kommune: "7,0", år: 2021}
  - {indikator: grundskole-18-29, område: "31,4", kommune: "17,9", år: 2021}
  - {indikator: restgruppe-15-29, område: "19,4", kommune: "9,8", år: 2021}
  - {indikator: uden-tilknytning-18-64, område: "40,0", kommune: "21,5", år: 2021}
  - {indikator: sigtede-15-29, område: "4,2", kommune: "2,1", år: 2021}
  - {indikator: trygge, område: "78,7", år: 2021}
  - {indikator: frivilligt-arbejde, ikke_opgjort: Området var ikke med i undersøgelsen.}
  - {indikator: valgdeltagelse, område: "49,6", kommune: "70,3", år: 2021}
```

## Kilde
Vores egen vurdering: enhederne følger af indikatorernes navne, og grænserne af enhederne.

## Forbehold
Om tallet er det rigtige, kan kun kilden sige. At området og kommunen står i hver sin enhed (0,196 og 9,8 pct.), ses på,
at det ene tal er under 1 og det andet mindst 20 gange så stort; den grænse er vores.
"""

from collections.abc import Iterator
from decimal import Decimal

from aftale_builder.findings import Anchored, Hit, Related, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.parter import Baseline
from aftale_builder.regulation import Regulativ
from aftale_builder.regulation.regulativ import Enhed
from aftale_builder.rules.registry import rule

_SHARE = "pct"
_TIMES = 20
"""How many times the greater of two shares must be before the lesser, below 1, is taken for a fraction of one."""


@rule("LBF052", "baseline-umulig", Severity.FEJL, sources=("vores",), krav="faste_indikatorer")
def check(aftale: Aftale, regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each figure outside its unit's range, and for each pair that is not in one unit."""
    for line in aftale.baseline:
        indikator = regulativ.indikator(line.indikator)
        enhed = regulativ.enhed(indikator.enhed) if indikator is not None else None
        if enhed is None:
            continue
        for value, at in _values(line):
            if not enhed.mindst <= value <= enhed.hoejst:
                yield _outside(line, enhed, value, at)
        if enhed.id == _SHARE and line.omraade is not None and line.kommune is not None:
            yield from _two_units(line, line.omraade, line.kommune)


def _values(line: Baseline) -> Iterator[tuple[Decimal, Anchored]]:
    if line.omraade is not None:
        yield line.omraade, line.at("omraade")
    if line.kommune is not None:
        yield line.kommune, line.at("kommune")
    for area in line.pr_omraade:
        if area.vaerdi is not None:
            yield area.vaerdi, area.at("vaerdi")


def _outside(line: Baseline, enhed: Enhed, value: Decimal, at: Anchored) -> Hit:
    return Hit(
        at,
        f"Tallet {_number(value)} kan ikke passe for «{line.indikator}»: "
        f"{enhed.navn} går fra {_number(enhed.mindst)} til {_number(enhed.hoejst)}.",
        "Ret tallet, eller skriv ikke_opgjort: og hvorfor, hvis det ikke findes.",
        subject=f"{line.indikator} {value}",
    )


def _two_units(line: Baseline, omraade: Decimal, kommune: Decimal) -> Iterator[Hit]:
    least, greatest = sorted((omraade, kommune))
    if 0 < least < 1 and greatest >= least * _TIMES:
        yield Hit(
            line.at("omraade"),
            f"Området ({_number(omraade)}) og kommunen ({_number(kommune)}) står ikke i samme enhed for «{line.indikator}».",
            "Skriv begge tal i procent: 19,6 og ikke 0,196.",
            (Related(line.at("kommune"), "kommunens tal står her"),),
            subject=f"{line.indikator} enhed",
        )


def _number(value: Decimal) -> str:
    return str(value).replace(".", ",")
