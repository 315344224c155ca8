"""En aktivitet, som kommunen står for, måles kun på antal samtaler eller besøg.

## Hvorfor
At tælle samtaler tager tid og siger ikke, om det hjalp. Et mål for, hvad der blev anderledes, giver mere mening for
medarbejderne.

## Forkert
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale: {aktiviteter: [{id: a1, navn: Fritidsjob, ansvarlig: kommune, succeskriterier: [Mindst 40 samtaler om året]}]}
```

## Rigtigt
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale:
      aktiviteter:
        - {id: a1, navn: Fritidsjob, ansvarlig: kommune, succeskriterier: [40 samtaler, Halvdelen har stadig job]}
```

## Kilde
`vive-2021` (evaluering, interview), l. 238-241 og 1116-1118: medarbejderne brugte meget tid på at dokumentere «antal
samtaler».

## Forbehold
Reglen læser succeskriterier og måling; ordlisten er vores. Er ingen af dem skrevet, tier den. `vive-2021` handler om
én plan og siger selv, at den kun er relevant for den.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import PartType
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.effort import delaftaler, gathered, has, texts
from aftale_builder.rules.evidence import backed, vive
from aftale_builder.rules.registry import rule

_COUNTED = ("samtale", "besøg", "møder", "henvendelse", "kontakter", "fremmøde", "deltagere")
_CHANGED = (
    "efter",
    "har fået",
    "får",
    "oplever",
    "siger",
    "ændr",
    "flere",
    "færre",
    "bedre",
    "mindre alene",
    "fortæller",
    "stadig",
    "kommer i",
)


@rule("RAD515", "kun-antal", Severity.RAAD, sources=("vive-2021",))
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for the aktiviteter that the kommune leads and that are measured by counting talks and visits alone."""
    kommuner = {part.id for part in aftale.parter_af(PartType.KOMMUNE)}
    for _, delaftale in delaftaler(aftale):
        counting = [
            aktivitet
            for aktivitet in delaftale.aktiviteter
            if str(aktivitet.ansvarlig) in kommuner and _only_counts([*aktivitet.succeskriterier, texts(aktivitet.maaling)])
        ]
        help = "Tilføj et succeskriterium om, hvad der bliver anderledes for deltagerne."
        lack = "måles kun på antal samtaler, møder eller besøg"
        yield from gathered(delaftale, counting, "succeskriterier", lack, backed(help, vive("238-241, 1116-1118")))


def _only_counts(measures: list[str]) -> bool:
    told = [measure for measure in measures if measure.strip()]
    return bool(told) and all(has(measure, *_COUNTED) and not has(measure, *_CHANGED) for measure in told)
