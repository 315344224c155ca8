"""En nøgle kendes ikke.

## Hvorfor
Det, der står under en ukendt nøgle, kommer ikke med i noget dokument. Oftest er den stavet forkert.

## Forkert
```yaml
vison: Alle skal have en fremtid her.
```

## Rigtigt
```yaml
vision: Alle skal have en fremtid her.
```

## Kilde
Vores egen vurdering: aftalen skal kunne læses uden tvivl.

## Forbehold
Ligner nøglen en, der kendes, regnes den som ment: ingen regel siger, at den mangler.
"""

from aftale_builder.rules.registry import raised_elsewhere

RULE = raised_elsewhere(__name__, "KLD005", "noegle-ukendt")
