"""Det er ikke sat i plan, at opfølgningen hvert år dokumenteres over for revisionen.

## Hvorfor
Boligorganisationen skal som en del af den årlige revision dokumentere, at bestyrelsen følger op på de faste mål. Uden en dato
og en ansvarlig bliver det let glemt.

## Forkert
```yaml
milepæle:
  - {id: m1, dato: 2022-11-15, tekst: Bestyrelsen følger op på de faste mål., type: opfølgning}
  - {id: m2, dato: 2023-11-15, tekst: Bestyrelsen følger op på de faste mål., type: opfølgning}
  - {id: m3, dato: 2024-11-15, tekst: Bestyrelsen følger op på de faste mål., type: opfølgning}
  - {id: m4, dato: 2025-11-15, tekst: Bestyrelsen følger op på de faste mål., type: opfølgning}
```

## Rigtigt
```yaml
milepæle:
  - {id: m1, dato: 2022-11-15, tekst: Bestyrelsen følger op på de faste mål., type: opfølgning}
  - {id: r1, dato: 2022-12-01, tekst: Opfølgningen er vist for revisionen., type: revision, ansvarlig: Solbakken Boligforening}
  - {id: m2, dato: 2023-11-15, tekst: Bestyrelsen følger op på de faste mål., type: opfølgning}
  - {id: r2, dato: 2023-12-01, tekst: Opfølgningen er vist for revisionen., type: revision, ansvarlig: Solbakken Boligforening}
  - {id: m3, dato: 2024-11-15, tekst: Bestyrelsen følger op på de faste mål., type: opfølgning}
  - {id: r3, dato: 2024-12-01, tekst: Opfølgningen er vist for revisionen., type: revision, ansvarlig: Solbakken Boligforening}
  - {id: m4, dato: 2025-11-15, tekst: Bestyrelsen følger op på de faste mål., type: opfølgning}
  - {id: r4, dato: 2025-12-01, tekst: Opfølgningen er vist for revisionen., type: revision, ansvarlig: Solbakken Boligforening}
```

## Kilde
`lbf-skabelon-2019` (skabelonens egen tekst), pkt. 5: «skal boligorganisationen over for revisionen dokumentere, at denne
opfølgning sker», som en del af den årlige revision. At det skal stå i milepælsplanen, er vores læsning.

## Forbehold
Milepæle under `milepæle:` tæller, når de er af typen `revision`, eller når deres tekst nævner revisionen eller revisor. Der skal
være en i lige så mange kalenderår, som aftalen har hele år; den sidste må komme efter periodens slutning. Ligger planen færdig
som bilag, eller kan en milepæl ikke læses, dømmes der ikke. Er der slet ingen milepæle, siger LBF072 det.
"""

import re
from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.indsats import Milepael
from aftale_builder.model.kinds import MilepaelType
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.milestones import proper, surely_all, whole_years
from aftale_builder.rules.registry import rule

_AUDITED = re.compile(r"(?<!\w)(?:revision(?:en)?(?!\w)|revisor)", re.IGNORECASE)


@rule(
    "LBF092",
    "revisionsspor-mangler",
    Severity.ADVARSEL,
    sources=("lbf-skabelon-2019#revisionsspor", "vores"),
    krav="revisionsspor",
)
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where fewer years than the period's have a milestone of the audit, and one for each that nobody answers for."""
    period = proper(aftale.periode)
    if period is None or not surely_all(aftale):
        return
    audits = [item for item in aftale.milepaele if _of_the_audit(item)]
    years, asked = len({item.dato.year for item in audits if item.dato}), len(whole_years(period))
    if years < asked:
        found = f"kun {years} af {asked} år har en milepæl for det" if years else "ingen milepæl siger det"
        yield Hit(
            aftale.key("milepaele"),
            f"Hvert år skal det dokumenteres over for revisionen, at bestyrelsen følger op på de faste mål, men {found}.",
            "Skriv en milepæl med type: revision og ansvarlig: for hvert år.",
            subject="milepæl",
        )
    for item in audits:
        if item.absent("ansvarlig"):
            yield Hit(
                item.at("id"),
                f"Ingen er ansvarlig for milepælen «{item.id}» om dokumentation over for revisionen.",
                "Skriv ansvarlig: og hvem; det er boligorganisationen, der skal dokumentere det.",
                subject=str(item.id),
            )


def _of_the_audit(item: Milepael) -> bool:
    return item.type is MilepaelType.REVISION or bool(_AUDITED.search(item.tekst))
