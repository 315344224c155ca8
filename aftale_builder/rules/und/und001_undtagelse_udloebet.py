"""En undtagelse er udløbet.

## Hvorfor
En undtagelse er en beslutning om at leve med et fund til en bestemt dag. Efter den dag gælder fundet igen, til nogen
har set på det.

## Forkert
```yaml
undtagelser:
  - {regel: LBF061, sti: budget, begrundelse: Tilsagn fra kommunen ventes i juni., udløber: 2021-07-01}
```

## Rigtigt
```yaml
undtagelser:
  - {regel: LBF061, sti: budget, begrundelse: Tilsagn fra kommunen ventes i juni., udløber: 2099-07-01}
```

## Kilde
Vores egen vurdering: en undtagelse uden ende er en regel, ingen længere ser.

## Forbehold
Dagen, der dømmes på, er den, kontrollen køres. Filerne selv er de samme alle dage.
"""

from aftale_builder.rules.registry import raised_elsewhere

RULE = raised_elsewhere(__name__, "UND001", "undtagelse-udloebet")
