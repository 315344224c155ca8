"""En henvisning med !fil fører ikke til en fil, vi kan bruge.

## Hvorfor
Filen skal findes, ligge i aftalens mappe og være .md, .txt eller .yaml. Ud af mappen hentes intet.

## Forkert
```yaml
vision: !fil ../anden-mappe/vision.md
```

## Rigtigt
```yaml
vision: Alle skal have en fremtid her.
```

## Kilde
Vores egen vurdering: aftalen skal kunne læses uden tvivl.

## Forbehold
Bilag, der blot følger med, skrives med `fil:` og hentes ikke ind.
"""

from aftale_builder.rules.registry import raised_elsewhere

RULE = raised_elsewhere(__name__, "KLD009", "fil-henvisning")
