"""Et beløb i finansieringen har ingen kilde, der kan kendes.

## Hvorfor
Landsbyggefonden skal kunne se, hvem der betaler: fonden selv, en af parterne eller en anden, som er nævnt ved navn.

## Forkert
```yaml
budget:
  kilder: [{id: lbf, type: lbf}, {id: k, part: kommune}, {id: andre, type: anden}]
  poster: [{id: p1, art: løn, tekst: Projektleder, beløb: {2022: 400.000, 2023: 400.000, 2024: 400.000, 2025: 400.000}}]
  finansiering:
    - {kilde: lbf, beløb: {2022: 200.000, 2023: 200.000, 2024: 200.000, 2025: 200.000}}
    - {kilde: k, beløb: {2022: 100.000, 2023: 100.000, 2024: 100.000, 2025: 100.000}}
    - {kilde: andre, beløb: {2022: 100.000, 2023: 100.000, 2024: 100.000, 2025: 100.000}}
```

## Rigtigt
```yaml
budget:
  kilder: [{id: lbf, type: lbf}, {id: k, part: kommune}, {id: andre, type: anden, navn: Aabyfonden}]
  poster: [{id: p1, art: løn, tekst: Projektleder, beløb: {2022: 400.000, 2023: 400.000, 2024: 400.000, 2025: 400.000}}]
  finansiering:
    - {kilde: lbf, beløb: {2022: 200.000, 2023: 200.000, 2024: 200.000, 2025: 200.000}}
    - {kilde: k, beløb: {2022: 100.000, 2023: 100.000, 2024: 100.000, 2025: 100.000}}
    - {kilde: andre, beløb: {2022: 100.000, 2023: 100.000, 2024: 100.000, 2025: 100.000}}
```

## Kilde
`lbf-organisation` (Landsbyggefondens egen side): pengene kommer fra fonden, kommunen og boligorganisationerne, og
«Andre parter – fx fonde – kan supplere indsatsen.» At hvert beløb skal have en kilde, er læst ud af det.

## Forbehold
Mangler `kilde:` helt ved et beløb, er det også denne kode. En kilde, der ikke findes, siger KON106. Er den lokale
medfinansiering for lille, siger LBF061 det, og så tier denne regel: den ukendte kilde kan være grunden. En kilde uden beløb,
eller kun med nul, dømmes ikke.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Related, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.budget import Budget, Kilde
from aftale_builder.model.kinds import KildeType
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.financing import too_little_local
from aftale_builder.rules.registry import rule


@rule(
    "LBF063",
    "finansiering-uden-kilde",
    Severity.FEJL,
    sources=("lbf-organisation#andre-parter", "lbf-organisation#medfinansiering"),
)
def check(aftale: Aftale, regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each source that pays and is neither the fund, a part nor named."""
    budget = aftale.budget
    if budget is None or too_little_local(aftale, regulativ) is not None:
        return
    for kilde in budget.kilder:
        if _unknown(kilde) and (paid := list(_paid(budget, kilde))):
            yield Hit(
                kilde.at(),
                f"Kilden «{kilde.id}» betaler en del af budgettet, men det står ikke, hvem den er.",
                "Skriv type: lbf, part: og partens id, eller navn: og hvem det er.",
                tuple(paid),
                subject=str(kilde.id),
            )


def _unknown(kilde: Kilde) -> bool:
    """Tell whether nothing says who the source is."""
    if not kilde.whole("id", "navn", "type", "part"):
        return False
    return kilde.type is not KildeType.LBF and not kilde.part and not kilde.navn


def _paid(budget: Budget, kilde: Kilde) -> Iterator[Related]:
    for line in budget.finansiering:
        if str(line.kilde) == kilde.id and any(line.beloeb.values()):
            yield Related(line.at("kilde"), "her betaler den")
