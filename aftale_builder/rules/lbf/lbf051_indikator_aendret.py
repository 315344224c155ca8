"""De faste indikatorer er ikke alle med, eller en af dem står to gange.

## Hvorfor
Indikatorerne er fastsat af Landsbyggefonden og ens for alle, så områder kan følges over tid. De kan ikke vælges fra
eller laves om.

## Forkert
```yaml
baseline:
  - {indikator: dagtilbud, område: "86,6", kommune: "94,3", år: 2021}
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
`lbf-skabelon-2019` (skabelonens egen tekst), pkt. 5: «faste indikatorer».

## Forbehold
Er der slet ingen baseline, siges det af LBF050. Er et navn stavet, så det ikke kendes (KON106), eller kan det ikke
læses, siger reglen ikke, at en indikator mangler: den kan være ment. Indikatorernes ordlyd i en Word-fil dømmes af
DOK404.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Related, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.parter import Baseline
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.reading import all_read
from aftale_builder.rules.registry import rule
from aftale_builder.rules.words import listing


@rule("LBF051", "indikator-aendret", Severity.FEJL, sources=("lbf-skabelon-2019#indikatorer",), krav="faste_indikatorer")
def check(aftale: Aftale, regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit that names the indicators that are left out, and one for each that stands again."""
    first: dict[str, Baseline] = {}
    for line in aftale.baseline:
        if line.indikator is not None and first.setdefault(line.indikator, line) is not line:
            yield Hit(
                line.at("indikator"),
                f"Indikatoren «{line.indikator}» står allerede i baseline.",
                "Behold den ene, og slet den anden.",
                (Related(first[line.indikator].at("indikator"), "den første står her"),),
                subject=line.indikator,
            )
    known = [item.id for item in regulativ.indikatorer]
    if first and all_read(aftale, "baseline", "indikator") and first.keys() <= set(known):
        missing = [name for name in known if name not in first]
        if missing:
            yield Hit(
                aftale.key("baseline"),
                f"Baseline har ikke alle {len(known)} faste indikatorer med: {listing(missing)} mangler.",
                "Skriv dem til; findes tallet ikke, så skriv ikke_opgjort: og hvorfor.",
                subject=" ".join(missing),
            )
