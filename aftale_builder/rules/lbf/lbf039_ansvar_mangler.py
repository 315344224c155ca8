"""En aktivitet siger ikke, hvem der har ansvaret, eller hvad de andre parter gør.

## Hvorfor
Delaftalen skal fordele ansvar og roller mellem de parter, der er involveret. En aktivitet uden ansvarlig er ingens, og
en part uden rolle ved ikke, hvad der ventes af den.

## Forkert
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale:
      parter: [bolig, kommune]
      aktiviteter: [{id: a1, navn: Fritidsjob, roller: [{part: kommune, opgave: Finder virksomheder}]}]
```

## Rigtigt
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale:
      parter: [bolig, kommune]
      aktiviteter:
        - {id: a1, navn: Fritidsjob, ansvarlig: bolig, roller: [{part: kommune, opgave: Finder virksomheder}]}
```

## Kilde
`lbf-skabelon-2019` (skabelonens egen tekst), pkt. 6: «delmål, aktiviteter og den indbyrdes ansvars- og rollefordeling
mellem de parter, der er involveret i indsatsen».

## Forbehold
Siger ingen af delaftalens aktiviteter det, er det en fejl; mangler det ved nogle af flere, er det en advarsel ved hver.
Roller ventes kun, når delaftalen har mere end én part eller aktør; om hver af dem har en rolle i hver aktivitet, dømmes
ikke. Har delaftalen ingen aktiviteter, siges det af LBF038.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.indsats import Aktivitet, Delaftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.delaftaler import name_of, written
from aftale_builder.rules.reading import all_read
from aftale_builder.rules.registry import rule
from aftale_builder.rules.words import listing

_SAID = {"ansvarlig": "hvem der har ansvaret", "roller": "hvad de andre parter gør"}
_HELP = {"ansvarlig": "ansvarlig: og partens id", "roller": "roller: med part (eller aktør) og opgave"}


@rule(
    "LBF039",
    "ansvar-mangler",
    Severity.FEJL,
    Severity.ADVARSEL,
    sources=("lbf-skabelon-2019#delaftalens-indhold",),
    krav="ansvarsfordeling",
)
def check(aftale: Aftale, regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a fejl for what no aktivitet of a delaftale says, and an advarsel for each aktivitet that lacks more."""
    for indsats, delaftale in written(aftale):
        asked = _asked(delaftale)
        lacks = [{name for name in asked if aktivitet.absent(name)} for aktivitet in delaftale.aktiviteter]
        nowhere = set.intersection(*lacks) if lacks and all_read(delaftale, "aktiviteter", *asked) else set()
        if nowhere:
            yield _nowhere(delaftale, name_of(indsats, regulativ), [name for name in asked if name in nowhere])
        for aktivitet, lack in zip(delaftale.aktiviteter, lacks, strict=True):
            if lack - nowhere:
                yield _here(aktivitet, [name for name in asked if name in lack - nowhere])


def _asked(delaftale: Delaftale) -> tuple[str, ...]:
    """Return the keys that each aktivitet must have: the roles only where there are others to have them."""
    several = len(set(delaftale.parter)) + len(set(delaftale.aktoerer)) > 1
    return ("ansvarlig", "roller") if several else ("ansvarlig",)


def _nowhere(delaftale: Delaftale, area: str, lacks: list[str]) -> Hit:
    return Hit(
        delaftale.key("aktiviteter"),
        f"Ingen aktivitet i delaftalen for «{area}» siger, {_said(lacks)}.",
        f"Skriv {_help(lacks)} ved hver aktivitet.",
        severity=Severity.FEJL,
        subject=" ".join(lacks),
    )


def _here(aktivitet: Aktivitet, lacks: list[str]) -> Hit:
    return Hit(
        aktivitet.key(lacks[0]),
        f"Aktiviteten «{aktivitet.navn or aktivitet.id}» siger ikke, {_said(lacks)}.",
        f"Skriv {_help(lacks)} ved aktiviteten.",
        severity=Severity.ADVARSEL,
        subject=" ".join(lacks),
    )


def _said(names: list[str]) -> str:
    return listing(_SAID[name] for name in names)


def _help(names: list[str]) -> str:
    return listing(_HELP[name] for name in names)
