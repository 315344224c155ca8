"""En nøgle står to gange samme sted.

## Hvorfor
Kun den første bliver læst. Uden denne besked ville den anden forsvinde uden et ord.

## Forkert
```yaml
version: udkast 1
version: udkast 2
```

## Rigtigt
```yaml
version: udkast 2
```

## Kilde
Vores egen vurdering: aftalen skal kunne læses uden tvivl.

## Forbehold
Reglen ser på nøgler i samme kasse. To ting med samme id siges af KON107.
"""

from aftale_builder.rules.registry import raised_elsewhere

RULE = raised_elsewhere(__name__, "KLD004", "noegle-dobbelt")
