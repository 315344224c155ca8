"""Et dokument siger ikke det, aftalen siger.

## Hvorfor
Hver fil læses tilbage af en læser, der intet deler med den, der skrev den. Mangler et ord, er et byttet, eller står
et dobbelt, bliver pakken ikke lavet. Det samme gælder overskrifternes niveau, listernes numre, noter, links, fed og kursiv.

## Forkert
En skabelon, hvor et felt er slettet, så kommunens navn ikke bliver trykt.

## Rigtigt
Den samme skabelon med feltet på plads. `aftale render` siger, hvilket sted i aftalen og i dokumentet der ikke passer.

## Kilde
Vores egen vurdering: intet ord må gå tabt.

## Forbehold
Fejlen ligger som regel i skabelonen. Er den vores, vil vi gerne høre om den.
"""

from aftale_builder.rules.registry import raised_elsewhere

RULE = raised_elsewhere(__name__, "BEV001", "bevis-fejlet")
