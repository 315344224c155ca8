"""En fast indikator har ingen baseline.

## Hvorfor
Udviklingen i området holdes op mod udviklingen i beliggenhedskommunen. Det kan kun lade sig gøre, når begge har et tal
at begynde med, eller når det er sagt, hvorfor tallet ikke findes.

## Forkert
```yaml
baseline:
  - {indikator: dagtilbud, område: "86,6", år: 2021}
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
Tryghedsundersøgelsen spørger kun i boligområderne; for dens indikatorer ventes intet tal for kommunen. Tal for hvert
område (`pr_område:`) tæller som tal for området. Hullerne siges samlet i ét fund. Mangler en indikator helt i en liste,
der ellers er skrevet, siges det af LBF051.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Related, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.parter import Baseline
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.reading import unwritten
from aftale_builder.rules.registry import rule
from aftale_builder.rules.words import listing

_HELP = "Skriv tallet, eller skriv ikke_opgjort: og hvorfor det ikke findes."


@rule("LBF050", "baseline-mangler", Severity.ADVARSEL, sources=("lbf-skabelon-2019#indikatorer",), krav="faste_indikatorer")
def check(aftale: Aftale, regulativ: Regulativ) -> Iterator[Hit]:
    """Yield one hit that lists the figures that are missing."""
    if unwritten(aftale, "baseline"):
        names = listing(item.id for item in regulativ.indikatorer)
        message = f"Der er ingen baseline for de faste indikatorer: {names}."
        help = "Skriv dem under baseline:, hver med sine tal eller med ikke_opgjort: og hvorfor de ikke findes."
        yield Hit(aftale.key("baseline"), message, help, subject="alle")
        return
    gaps = [(line, lacks) for line in aftale.baseline if (lacks := _lacks(line, regulativ))]
    if gaps:
        told = "; ".join(f"{line.indikator} for {listing(lacks)}" for line, lacks in gaps)
        yield Hit(
            aftale.key("baseline"),
            f"Der mangler tal i baseline: {told}.",
            _HELP,
            tuple(Related(line.at("indikator"), f"her mangler tallet for {listing(lacks)}") for line, lacks in gaps),
            subject=" ".join(str(line.indikator) for line, _ in gaps),
        )


def _lacks(line: Baseline, regulativ: Regulativ) -> list[str]:
    """Return whose figure is missing; nothing where it is said why, or the indicator is unknown (KON106 says so)."""
    indikator = regulativ.indikator(line.indikator)
    if indikator is None or not line.absent("ikke_opgjort"):
        return []
    lacks = []
    if not _given(line, "omraade") and line.absent("pr_omraade"):
        lacks.append("området")
    if not _given(line, "kommune") and not indikator.kun_boligomraade:
        lacks.append("kommunen")
    return lacks


def _given(line: Baseline, name: str) -> bool:
    """Tell whether a figure stands there; nought is one."""
    return getattr(line, name) is not None or not line.whole(name)
