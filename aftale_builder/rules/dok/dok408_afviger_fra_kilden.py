"""Filen siger ikke det, aftalens YAML siger.

## Hvorfor
Aftalen står ét sted: i YAML-filerne. Siger den Word-fil, der bliver underskrevet eller sendt, noget andet, er der to aftaler,
og den næste, der laver pakken, skriver uden at vide det hen over rettelsen.

## Forkert
I `parter` står `navn: Lindeby Kommune`, men i Word-filens afsnit om parterne er det rettet til «Lindeby Storkommune».

## Rigtigt
Rettelsen er hentet hjem med `aftale pull`, eller filen er lavet igen med `aftale render`: begge steder står det samme.

## Kilde
Vores egen vurdering: den fil, der bliver underskrevet, skal sige det, parterne har skrevet.

## Forbehold
`aftale check FIL.docx --against MAPPE` viser hver forskel ord for ord. `aftale check MAPPE` nøjes med at sige, hvilke af pakkens
filer der er forældede eller rettet i hånden. Tegningernes ord og sidetal bliver ikke sammenlignet.
"""

from aftale_builder.findings import Severity
from aftale_builder.rules.registry import raised_elsewhere

RULE = raised_elsewhere(__name__, "DOK408", "afviger-fra-kilden", Severity.FEJL, Severity.ADVARSEL)
