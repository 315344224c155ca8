"""What the YAML parser complains of, in Danish, with the remedy."""

from __future__ import annotations

import re
from collections.abc import Iterable

_QUOTES = 'Sæt teksten i citationstegn, for eksempel navn: "Teksten: med kolon".'
_CLOSE = "Luk citationstegnet, hvor teksten slutter."

HARD_SPACE = (
    "Linjen er rykket ind med et hårdt mellemrum, som gerne kommer med fra Word.",
    "Slet det, og ryk ind med almindelige mellemrum.",
)

_PROBLEMS = (
    (
        "mapping values are not allowed",
        "Her står et kolon, hvor der ikke kan begynde en ny nøgle.",
        "Er det en nøgle, så lad den begynde i samme kolonne som de andre. " + _QUOTES.replace("Sæt", "Er det tekst, så sæt"),
    ),
    (
        "could not find expected ':'",
        "Linjen ser ud til at mangle et kolon efter nøglen.",
        "Skriv nøgle: værdi, med mellemrum efter kolon.",
    ),
    ("that cannot start any token", "Teksten begynder med et tegn, der har en særlig betydning i YAML.", _QUOTES),
    (
        "did not find expected key",
        "Indrykningen passer ikke med linjerne over.",
        "Lad nøgler, der hører sammen, begynde i samme kolonne, og se, om et citationstegn længere oppe ikke er lukket.",
    ),
    (
        "did not find expected '-' indicator",
        "Listen er ikke rykket lige meget ind overalt.",
        "Lad alle bindestreger i listen stå i samme kolonne.",
    ),
    (
        "did not find expected ',' or ']'",
        "Listen i [ ] er ikke lukket, eller der mangler et komma.",
        "Luk med ], eller skriv en linje pr. punkt.",
    ),
    (
        "did not find expected ',' or '}'",
        "Opremsningen i { } er ikke lukket, eller der mangler et komma.",
        "Luk med }, eller skriv en nøgle pr. linje.",
    ),
    ("unexpected end of stream", "Et citationstegn er åbnet, men ikke lukket.", _CLOSE),
    ("unexpected document indicator", "En tekst i citationstegn er ikke lukket.", _CLOSE),
    ("did not find expected node content", "Her mangler en værdi.", "Skriv værdien, eller slet tegnet foran."),
    (
        "block sequence entries are not allowed",
        "En liste kan ikke begynde her.",
        "Sæt bindestregen på en ny linje under nøglen.",
    ),
    (
        "unknown escape character",
        "Omvendt skråstreg har en særlig betydning i dobbelte citationstegn.",
        "Brug enkelte citationstegn om teksten.",
    ),
    ("undefined tag handle", "Udråbstegnet læses som et YAML-mærke.", _QUOTES),
    (
        "leading spaces",
        "Teksten begynder med en mere indrykket linje end resten.",
        "Lad alle linjer i teksten stå lige langt inde.",
    ),
)


_TAB = re.compile(r"[ \t]*\t")
_HARD_SPACE = re.compile("[ \t]*[\u00a0\u2007\u202f\u3000]")


def explain(problem: str | None, lines: Iterable[str]) -> tuple[str, str]:
    """Return message and help for a complaint of the parser about some lines: where it stopped, and where what it read began."""
    for line in lines:
        if _TAB.match(line):
            return "Linjen er rykket ind med tabulator.", "Brug mellemrum til indrykning, to pr. trin."
        if _HARD_SPACE.match(line):
            return HARD_SPACE
    for needle, message, help in _PROBLEMS:
        if needle in (problem or ""):
            return message, help
    return "Filen kan ikke læses som YAML herfra.", "Se efter indrykning, citationstegn og parenteser på linjen og linjen over."
