"""En delaftale siger ikke, hvem den er indgået imellem, eller har ingen uden for boligorganisationerne med.

## Hvorfor
En delaftale er en aftale mellem den boligsociale indsats og dem, der ellers arbejder i området: kommunale
institutioner, foreninger, politiet. Er kun boligorganisationerne med, er der ingen at aftale med.

## Forkert
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale: {parter: [bolig]}
```

## Rigtigt
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale: {parter: [bolig, kommune]}
```

## Kilde
`lbf-delaftale-2015` (delaftalens skabelon 2015-18), hovedet: «Aftalens parter:». `lbf-skabelon-2019` (skabelonens egen
tekst), Aftaledokumenter: «skal fastlægges i særskilte delaftaler for hvert indsatsområde».

## Forbehold
En aktør under `aktører:` tæller som en udefra. Peger en part på en, der ikke findes, siges det af KON106, og reglen
tier. Om det er de rigtige, der er med, må et menneske bedømme.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.indsats import Delaftale
from aftale_builder.model.kinds import PartType
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.delaftaler import name_of, written
from aftale_builder.rules.registry import rule


@rule(
    "LBF040",
    "delaftale-uden-parter",
    Severity.FEJL,
    sources=("lbf-delaftale-2015#parter", "lbf-skabelon-2019#delaftaler"),
    krav="delaftaler",
)
def check(aftale: Aftale, regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each delaftale without parts, or with boligorganisationer alone."""
    for indsats, delaftale in written(aftale):
        if not delaftale.whole("parter", "aktoerer") or delaftale.aktoerer:
            continue
        area = name_of(indsats, regulativ)
        if not delaftale.parter:
            yield _hit(delaftale, f"Delaftalen for «{area}» siger ikke, hvem den er indgået imellem.", "ingen")
        elif _housing_alone(aftale, delaftale):
            message = f"Delaftalen for «{area}» har hverken kommunen eller en anden uden for boligorganisationerne med."
            yield _hit(delaftale, message, "kun boligorganisationer")


def _housing_alone(aftale: Aftale, delaftale: Delaftale) -> bool:
    parts = [aftale.part(ref) for ref in delaftale.parter]
    return all(part is not None and part.type is PartType.BOLIGORGANISATION for part in parts)


def _hit(delaftale: Delaftale, message: str, subject: str) -> Hit:
    help = "Skriv parterne under parter:, kommunen eller en anden iblandt, og andre, der er med, under aktører:."
    return Hit(delaftale.key("parter"), message, help, subject=subject)
