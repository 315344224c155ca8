r"""Her står et tegn, der ikke kan skrives i en Word-fil.

## Hvorfor
Usynlige styretegn kommer med, når der kopieres fra andre programmer. I Word ville de tage teksten omkring sig med i
faldet.

## Forkert
```yaml
vision: "Alle skal\u000B have en fremtid her."
```

## Rigtigt
```yaml
vision: Alle skal have en fremtid her.
```

## Kilde
Vores egen vurdering: aftalen skal kunne læses uden tvivl.

## Forbehold
Linjeskift og tabulator er tilladt.
"""

from aftale_builder.rules.registry import raised_elsewhere

RULE = raised_elsewhere(__name__, "KLD010", "ulovligt-tegn")
