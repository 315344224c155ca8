"""Et mål for beskæftigelsen i hele området er meget højt.

## Hvorfor
Aktiviteter for få mennesker kan sjældent ses i tal for hele området. Et mål, der ikke kan nås, tager modet fra dem,
der gør et godt arbejde.

## Forkert
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale:
      delmål: [{id: d1, tekst: Flere i job., indikatorer: [{navn: Voksne i beskæftigelse, start: 50, mål: 56, enhed: pct}]}]
```

## Rigtigt
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale:
      delmål:
        - id: d1
          tekst: Flere i job.
          indikatorer: [{navn: Voksne i beskæftigelse, start: 50, mål: 52, enhed: pct, kilde: LBF}]
```

## Kilde
`sfi-2013` (evaluering, registerdata), l. 2238-2243: i områder med helhedsplan steg andelen med arbejde 0,8
procentpoint mere, 1,4 for den erhvervsaktive alder; l. 1135-1140: små grupper er svære at se i områdets tal.

## Forbehold
Grænsen på tre procentpoint er vores, godt dobbelt op på det målte. Reglen dømmer kun indikatorer i procent, hvis navn
taler om beskæftigelse, arbejde eller tilknytning for hele området, ikke om deltagere. Andre mål må et menneske
vurdere. Tallene er fra 2005-09. `sfi-2013` beskriver ordningen 2006-10, der siden er ændret, og dens cases er ikke
repræsentative.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import Enhed
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.effort import delaftaler, has
from aftale_builder.rules.evidence import REGISTER, backed, sfi
from aftale_builder.rules.registry import rule

_AT_WORK = ("i beskæftigelse", "i arbejde", "i job", "arbejdsmarked", "beskæftigelsesfrekvens", "uden arbejde", "ledighed")
_A_GROUP = ("deltag", "fritidsjob", "forløb", "hold", "praktik")
_GREAT = 3


@rule("RAD516", "smaa-grupper-store-maal", Severity.RAAD, sources=("sfi-2013",))
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each indikator that expects more of an area's employment than has been measured anywhere."""
    for _, delaftale in delaftaler(aftale):
        for indikator in (indikator for delmaal in delaftale.delmaal for indikator in delmaal.indikatorer):
            if indikator.start is None or indikator.maal is None or indikator.enhed is not Enhed.PCT:
                continue
            change = abs(indikator.maal - indikator.start)
            shown = str(change).replace(".", ",")
            if change > _GREAT and has(indikator.navn, *_AT_WORK) and not has(indikator.navn, *_A_GROUP):
                yield Hit(
                    indikator.at("maal"),
                    f"Målet for «{indikator.navn}» er en ændring på {shown} procentpoint i hele området.",
                    backed(
                        "Overvej et mål for deltagerne, eller et mindre for området: der er målt 0,8-1,4 procentpoint.",
                        sfi("2238-2243, 1135-1140", REGISTER),
                    ),
                    subject=indikator.navn,
                )
