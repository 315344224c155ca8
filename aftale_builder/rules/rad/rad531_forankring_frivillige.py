"""Forankringen hviler på frivillige alene, eller en kommunal forankring nævner ikke kommunen.

## Hvorfor
Frivillige bærer ofte små aktiviteter videre, men de har brug for en professionel i ryggen. Overtager kommunen en
aktivitet, skal kommunen også stå der.

## Forkert
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale: {aktiviteter: [{id: a1, navn: Fritidsjob, forankring: {form: frivillige beboere}}]}
```

## Rigtigt
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale: {aktiviteter: [{id: a1, navn: Fritidsjob, forankring: {form: frivillige beboere, part: bolig}}]}
```

## Kilde
`sfi-2013` (evaluering, casestudie), l. 6234-6236: forankring kan ikke ske «alene i frivilligt regi», den skal støttes
professionelt. `kk-2011` (evaluering, interview), l. 245-252: frivillige har svært ved netværk, administration og
fremmøde.

## Forbehold
En part ved forankringen tæller som støtte. Hvor meget de frivillige kan bære, må et menneske vurdere: små sociale
aktiviteter går ofte godt. `sfi-2013` beskriver ordningen 2006-10, der siden er ændret, og dens cases er ikke
repræsentative. `kk-2011` handler om København i 2011.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.indsats import Aktivitet
from aftale_builder.model.kinds import ForankringsForm, PartType
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.effort import delaftaler, gathered
from aftale_builder.rules.evidence import backed, kk, sfi
from aftale_builder.rules.registry import rule


@rule(
    "RAD531",
    "forankring-frivillige",
    Severity.RAAD,
    sources=(
        "sfi-2013",
        "kk-2011",
    ),
)
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for the aktiviteter left to volunteers without a part behind them, or to a kommune that is not named."""
    kommuner = {part.id for part in aftale.parter_af(PartType.KOMMUNE)}
    for _, delaftale in delaftaler(aftale):
        alone = [one for one in delaftale.aktiviteter if _kept(one, ForankringsForm.FRIVILLIGE) and not _part(one)]
        help = "Skriv part: ved forankringen: hvem der støtter de frivillige."
        lack = "skal føres videre af frivillige alene"
        yield from gathered(delaftale, alone, "forankring", lack, backed(help, sfi("6234-6236"), kk("245-252")))
        unnamed = [one for one in delaftale.aktiviteter if _kept(one, ForankringsForm.KOMMUNAL) and _part(one) not in kommuner]
        help = "Skriv part: med kommunens id ved forankringen, når den er aftalt."
        lack = "skal føres videre af en kommunal institution, men kommunen er ikke nævnt"
        yield from gathered(delaftale, unnamed, "forankring", lack, backed(help, sfi("6234-6236")))


def _kept(aktivitet: Aktivitet, form: ForankringsForm) -> bool:
    kept = aktivitet.forankring
    return kept is not None and kept.form is form and kept.whole("part")


def _part(aktivitet: Aktivitet) -> str:
    return str(aktivitet.forankring.part or "") if aktivitet.forankring else ""
