"""Her bruges noget fra YAML, som aftalen ikke må bruge.

## Hvorfor
Ankre, henvisninger, fletning, andre mærker end `!fil` og flere dokumenter i én fil gør, at det, man læser, ikke er
det, der står.

## Forkert
```yaml
navn: &n Solbakken
```

## Rigtigt
```yaml
navn: Solbakken
```

## Kilde
Vores egen vurdering: aftalen skal kunne læses uden tvivl.

## Forbehold
Er tegnet (&, *, !) en del af teksten, så sæt teksten i citationstegn.
"""

from aftale_builder.rules.registry import raised_elsewhere

RULE = raised_elsewhere(__name__, "KLD003", "yaml-ikke-tilladt")
