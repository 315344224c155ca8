"""Et delmål har ingen aktivitet, der kan flytte det.

## Hvorfor
Et delmål, som ingen aktivitet arbejder for, flytter sig ikke af indsatsen. Enten mangler der en aktivitet, eller også
hører målet ikke hjemme her.

## Forkert
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale:
      delmål: [{id: d1, tekst: Flere unge får fritidsjob.}, {id: d2, tekst: Flere voksne får job.}]
      aktiviteter: [{id: a1, navn: Jobklub, delmål: [d1]}]
```

## Rigtigt
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale:
      delmål: [{id: d1, tekst: Flere unge får fritidsjob.}, {id: d2, tekst: Flere voksne får job.}]
      aktiviteter:
        - {id: a1, navn: Jobklub, delmål: [d1]}
        - {id: a2, navn: Byggeplads, målgruppe: {beskrivelse: Ledige fædre}, delmål: [d2]}
```

## Kilde
`sfi-2013` (evaluering, casestudie), l. 5743-5751: et «brud mellem aktiviteter og mål». `vive-2021` (evaluering,
interview), l. 251-258: mål skal kunne påvirkes, både «realistiske og opnåelige».

## Forbehold
Har delaftalen ingen aktiviteter, siger LBF038 det; er en aktivitet uden delmål, siger LOG201 det, og denne regel tier
om den delaftale. `sfi-2013` beskriver ordningen 2006-10, der siden er ændret, og dens cases er ikke repræsentative.
`vive-2021` handler om én plan. Om aktiviteten i virkeligheden kan flytte målet, må et menneske vurdere.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.indsats import Delaftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.effort import aktiviteter_read, delaftaler
from aftale_builder.rules.registry import rule


@rule(
    "LOG202",
    "delmaal-uden-aktivitet",
    Severity.ADVARSEL,
    sources=(
        "sfi-2013",
        "vive-2021",
    ),
)
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each delmål that no aktivitet of the agreement serves."""
    if not aktiviteter_read(aftale, "delmaal"):
        return
    served = {str(ref) for aktivitet in aftale.aktiviteter for ref in aktivitet.delmaal}
    for _, delaftale in delaftaler(aftale):
        if not _told(delaftale):
            continue
        for delmaal in delaftale.delmaal:
            if delmaal.id and delmaal.id not in served:
                yield Hit(
                    delmaal.at("id"),
                    f"Ingen aktivitet arbejder for delmålet «{delmaal.id}»: {delmaal.tekst.removesuffix('.')}.",
                    f"Skriv delmål: [{delmaal.id}] ved den aktivitet, der skal flytte det, eller tag delmålet ud.",
                    subject="aktivitet",
                )


def _told(delaftale: Delaftale) -> bool:
    """Tell whether the delaftale has aktiviteter that all point at delmål that exist: other rules speak of the rest."""
    known = {delmaal.id for delmaal in delaftale.delmaal}
    wanted = [aktivitet.delmaal for aktivitet in delaftale.aktiviteter]
    return bool(wanted) and all(refs and known.issuperset(refs) for refs in wanted)
