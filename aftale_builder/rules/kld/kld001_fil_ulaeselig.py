"""En fil kan ikke læses.

## Hvorfor
Filen findes ikke, er låst eller er gemt i en anden tegnkodning end UTF-8. Intet i den kan bedømmes.

## Forkert
En fil gemt som UTF-16 eller Latin-1, eller en sti, der er stavet forkert.

## Rigtigt
Gem filen som UTF-8, og se, at stien er rigtig.

## Kilde
Vores egen vurdering: aftalen skal kunne læses uden tvivl.

## Forbehold
Det, der står i andre filer, bliver læst og bedømt alligevel.
"""

from aftale_builder.rules.registry import raised_elsewhere

RULE = raised_elsewhere(__name__, "KLD001", "fil-ulaeselig")
