"""En nøgle, der skal være der, mangler.

## Hvorfor
Uden den kan det, den hører til, ikke skrives i dokumenterne.

## Forkert
```yaml
bilag: [{fil: bilag/strategi.pdf}]
```

## Rigtigt
```yaml
bilag: [{titel: Strategi, fil: bilag/strategi.pdf}]
```

## Kilde
Vores egen vurdering: aftalen skal kunne læses uden tvivl.

## Forbehold
Kun nøgler, sproget selv ikke kan undvære, siges her; hvad lov og skabelon kræver, siges af LBF-reglerne. En
undtagelse, hvis `begrundelse:` er tom eller kun holder plads («-», «TODO», «ingen»), mangler den også, og den gælder ikke.
"""

from aftale_builder.rules.registry import raised_elsewhere

RULE = raised_elsewhere(__name__, "KLD008", "noegle-mangler")
