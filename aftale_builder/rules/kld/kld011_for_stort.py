"""En fil er for stor, eller der er for mange niveauer inden i hinanden.

## Hvorfor
Grænserne er langt over, hvad en aftale fylder. Som regel er en parentes ikke lukket, eller en forkert fil er peget
ud.

## Forkert
En liste, der åbnes tusind gange og aldrig lukkes.

## Rigtigt
Del filen op, og luk hver parentes.

## Kilde
Vores egen vurdering: aftalen skal kunne læses uden tvivl.

## Forbehold
Grænserne er vores egne og står i kildekoden.
"""

from aftale_builder.rules.registry import raised_elsewhere

RULE = raised_elsewhere(__name__, "KLD011", "for-stort")
