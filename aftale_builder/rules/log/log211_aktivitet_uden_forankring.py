"""En aktivitet siger ikke, hvad der sker bagefter.

## Hvorfor
Pengene slutter med perioden. Er det aftalt fra begyndelsen, hvem der fører aktiviteten videre, eller at den stopper,
kan overdragelsen forberedes undervejs.

## Forkert
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale: {aktiviteter: [{id: a1, navn: Fritidsjob}]}
```

## Rigtigt
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale: {aktiviteter: [{id: a1, navn: Fritidsjob, forankring: {form: ophører, tekst: Slutter med perioden.}}]}
```

## Kilde
`kk-2011` (evaluering, interview), l. 28-31: der er fire måder at forankre på. `sfi-2013` (evaluering, casestudie), l.
6161-6175: en fælles eller systematisk tilgang til forankring var fraværende.

## Forbehold
Intet kræver, at alt skal fortsætte: «ophører» er også et svar. Om formen er nævnt, dømmes af RAD532. `kk-2011` handler
om København. `sfi-2013` beskriver ordningen 2006-10, der siden er ændret, og dens cases er ikke repræsentative.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.effort import delaftaler, gathered
from aftale_builder.rules.reading import unwritten
from aftale_builder.rules.registry import rule


@rule(
    "LOG211",
    "aktivitet-uden-forankring",
    Severity.RAAD,
    sources=(
        "kk-2011",
        "sfi-2013",
    ),
)
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for the aktiviteter of each delaftale that do not say what becomes of them."""
    for _, delaftale in delaftaler(aftale):
        lacking = [aktivitet for aktivitet in delaftale.aktiviteter if unwritten(aktivitet, "forankring")]
        help = "Skriv forankring: {form: …, part: …, tekst: …} med den, der fører aktiviteten videre, eller form: ophører."
        yield from gathered(delaftale, lacking, "forankring", "siger ikke, hvad der sker, når indsatsen slutter", help)
