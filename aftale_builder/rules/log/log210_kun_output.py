"""En delaftale måler kun deltagelse og tilfredshed.

## Hvorfor
Antal deltagere siger, at noget foregik, ikke at noget blev anderledes. Mindst én indikator skal kunne vise en
forandring for målgruppen.

## Forkert
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale:
      delmål: [{id: d1, tekst: Flere unge får fritidsjob., indikatorer: [{navn: Antal deltagere i jobklubben, kilde: Lister}]}]
```

## Rigtigt
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale:
      delmål: [{id: d1, tekst: Flere unge får fritidsjob., indikatorer: [{navn: "Deltagere, der får et job", kilde: Lister}]}]
```

## Kilde
`sfi-2013` (evaluering, casestudie), l. 5743-5756: man forholdt sig til «aktivitetsmål» som deltagelse og tilfredshed
og ikke til, om der skete en forandring for målgruppen.

## Forbehold
Reglen læser kun indikatorens navn: den tier, når navnet siger, hvad der blev anderledes («deltagere, der …»).
Ordlisten er vores. `sfi-2013` beskriver ordningen 2006-10, der siden er ændret, og dens cases er ikke repræsentative.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.effort import delaftaler
from aftale_builder.rules.reading import all_read
from aftale_builder.rules.registry import rule
from aftale_builder.rules.words import listing

_OUTPUT = (
    "deltagere deltagelse deltagerantal fremmøde fremmødte tilfreds tilfredse tilfredshed besøg besøgende møder "
    "samtaler arrangementer aktiviteter forløb hold henvendelser timer kurser"
)
_SKIPPED = "antal andel andelen af på i med de den den gennemsnitlig gennemsnitligt samlet årligt unikke"


@rule("LOG210", "kun-output", Severity.RAAD, sources=("sfi-2013",))
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each delaftale whose indikatorer all count participation or ask about satisfaction."""
    for _, delaftale in delaftaler(aftale):
        if all_read(delaftale, "delmaal", "indikatorer"):
            measured = [indikator for delmaal in delaftale.delmaal for indikator in delmaal.indikatorer]
            if measured and all(_is_output(indikator.navn) for indikator in measured):
                yield Hit(
                    measured[0].at("navn"),
                    f"Delaftalen måler kun deltagelse og tilfredshed: {listing(f'«{one.navn}»' for one in measured)}.",
                    "Tilføj en indikator, der viser, hvad der bliver anderledes for målgruppen.",
                    subject="kun output",
                )


def _is_output(name: str) -> bool:
    """Tell whether an indikator's name begins with a word of participation and tells of no change («deltagere, der …»)."""
    words = [word.strip(",.:;()") for word in name.casefold().split()]
    telling = [word for word in words if word not in _SKIPPED.split()]
    return bool(telling) and telling[0] in _OUTPUT.split() and not {"der", "som"} & set(words)
