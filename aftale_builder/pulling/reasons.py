"""Why an edit has no place in the agreement, and what is to be done instead, in Danish."""

from __future__ import annotations

NO_FIELD = "Det står ikke i noget felt, og aftalen har derfor ikke noget sted til det."
TWO_FIELDS = "Afsnit, der hører til hver sin del af aftalen, er slået sammen."
HEADING = (
    "En overskrift på det niveau hører til dokumentet selv; i en tekst skal overskrifter stå lavere. Er det en ny ting (en "
    "aktivitet, et delmål, en situation), så skriv den i aftalens YAML."
)
LOOK = "Feltet er ren tekst uden fed skrift, kursiv og links; eller ordene er dokumentets egne."
SHAPE = "Afsnittet er gjort til en overskrift eller et punkt, eller det er det ikke længere; det bestemmer dokumentet selv."
NOTE = "Fodnoter kan kun stå i de længere tekster."
COLUMNS = "Rækken har ikke længere de samme celler."
TOO_MUCH = "Her og længere nede er så meget nyt, at det ikke kan ses, hvad det hører til."
CHOSEN = "Ordene står ikke selv i aftalen; de kommer af det, der er valgt dér. Ret valget i aftalens YAML."
PICTURE = (
    "Et billede, en graf eller et andet objekt er sat ind. Aftalen er tekst, så det kan ikke hentes: skriv i teksten, hvad det "
    "viser, eller læg det ved som bilag, og slet det her."
)
NO_PICTURE = "Et billede eller et andet objekt er slettet. Det hører til skabelonen og kommer igen, når filen laves næste gang."
STRUCK = "Ordene er streget over. Det kan teksten i aftalen ikke vise: slet dem i Word, hvis de skal væk; ellers tag stregen af."
BOX = (
    "Et tekstfelt er sat ind, og det hører ikke til noget felt. Skriv ordene i et afsnit dér, hvor de hører til, og slet det her."
)
