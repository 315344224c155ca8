"""En værdi er ikke af den slags, der skal stå her.

## Hvorfor
Et tal, en dato, en liste eller en tekst ventes, og noget andet står der. Værdien er hverken tom eller udeladt; den er
ulæselig.

## Forkert
```yaml
periode: 2022
```

## Rigtigt
```yaml
periode: {fra: 2022-01-01, til: 2025-12-31}
```

## Kilde
Vores egen vurdering: aftalen skal kunne læses uden tvivl.

## Forbehold
En værdi, der ikke kan læses, kaldes aldrig manglende af andre regler.
"""

from aftale_builder.rules.registry import raised_elsewhere

RULE = raised_elsewhere(__name__, "KLD006", "forkert-type")
