"""En værdi kan læses på flere måder.

## Hvorfor
`1.25` kan være 1,25 og 125. Vi gætter ikke, for et gæt kan flytte et komma i et budget.

## Forkert
```yaml
boligområder: [{id: solbakken, navn: Solbakken, beboere: 1.25}]
```

## Rigtigt
```yaml
boligområder: [{id: solbakken, navn: Solbakken, beboere: 1.250}]
```

## Kilde
Vores egen vurdering: aftalen skal kunne læses uden tvivl.

## Forbehold
Tusinder skrives med punktum i grupper af tre (1.250), decimaler med komma (1,25).
"""

from aftale_builder.rules.registry import raised_elsewhere

RULE = raised_elsewhere(__name__, "KLD007", "vaerdi-tvetydig")
