"""En værdi er ikke blandt dem, der kan stå her.

## Hvorfor
Nogle nøgler har en fast liste af værdier, som regler og dokumenter bygger på.

## Forkert
```yaml
parter:
  - {id: bolig, navn: Solbakken Boligforening, type: boligorganisation}
  - {id: kommune, navn: Aaby Kommune, type: komune}
```

## Rigtigt
```yaml
parter:
  - {id: bolig, navn: Solbakken Boligforening, type: boligorganisation}
  - {id: kommune, navn: Aaby Kommune, type: kommune}
```

## Kilde
Vores egen vurdering: aftalen skal kunne læses uden tvivl.

## Forbehold
Store og små bogstaver er lige gyldige.
"""

from aftale_builder.rules.registry import raised_elsewhere

RULE = raised_elsewhere(__name__, "KLD013", "vaerdi-ukendt")
