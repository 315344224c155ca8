"""En stilling, som fonden betaler, er ansat hos kommunen.

## Hvorfor
Er medarbejderen ansat hos kommunen, men betalt af Landsbyggefonden, kan indsatsens leder være uden ledelsesret, og
pengene kan blive til almindelig kommunal drift. Det modsatte, at kommunen betaler for medarbejdere i indsatsen, har
gode erfaringer.

## Forkert
```yaml
organisation:
  stillinger: [{id: s1, titel: Jobkonsulent, ansat_hos: kommune, betales_af: lbf}]
```

## Rigtigt
```yaml
organisation:
  stillinger: [{id: s1, titel: Jobkonsulent, timer: 37, ansat_hos: bolig, betales_af: lbf}]
```

## Kilde
`vive-2021` (evaluering, interview), l. 131-134 og 797-805: entydig ledelse er vanskelig, når arbejdet ledes i et
kommunalt system. Samme, l. 1057-1061: medarbejderne havde selv faglig gavn af at sidde i kommunen. `cfbu-2015`
(evaluering, interview), l. 190 og 343: kommunale medarbejdere i planen skaber ejerskab; dér går pengene den anden vej.

## Forbehold
Kilderne er ikke enige, og begge vises. Reglen ser kun på stillinger med både ansat_hos og betales_af. `vive-2021`
handler om én plan og siger selv, at den kun er relevant for den. `cfbu-2015` siger selv, at dens konklusioner ikke er
entydige.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Related, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import KildeType, PartType
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.evidence import backed, cfbu, vive
from aftale_builder.rules.registry import rule


@rule(
    "RAD501",
    "ansat-hos-kommunen",
    Severity.RAAD,
    sources=(
        "vive-2021",
        "cfbu-2015",
    ),
)
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each post that the fund pays and the kommune employs."""
    if aftale.organisation is None or aftale.budget is None:
        return
    for stilling in aftale.organisation.stillinger:
        employer, payer = aftale.part(stilling.ansat_hos), aftale.budget.kilde(stilling.betales_af)
        if employer and payer and employer.type is PartType.KOMMUNE and payer.type is KildeType.LBF:
            yield Hit(
                stilling.at("ansat_hos"),
                f"«{stilling.titel}» er betalt af Landsbyggefonden, men ansat hos {employer.navn}.",
                backed(
                    "Aftal skriftligt, hvem der leder arbejdet, eller ansæt medarbejderen i indsatsen. Kilderne er ikke enige.",
                    vive("131-134, 797-805") + ", og på den anden side l. 1057-1061",
                    cfbu("190, 343") + " om det modsatte, at kommunen betaler",
                ),
                (Related(stilling.at("betales_af"), "betales af fonden"),),
                subject=stilling.id,
            )
