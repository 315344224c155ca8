"""Teksten bruger noget fra Markdown, som ikke kan sættes i Word.

## Hvorfor
Prosa sættes i Words egne formater: overskrifter, lister, fed, kursiv, henvisninger, tabeller og fodnoter. Andet ville
gå tabt, og det må intet.

## Forkert
Rå HTML eller et billede midt i teksten.

## Rigtigt
Skriv det med de former, vejledningen viser.

## Kilde
Vores egen vurdering: aftalen skal kunne læses uden tvivl.

## Forbehold
Står tegnene der som tegn, så sæt omvendt skråstreg foran.
"""

from aftale_builder.rules.registry import raised_elsewhere

RULE = raised_elsewhere(__name__, "KLD012", "markdown-ikke-understoettet")
