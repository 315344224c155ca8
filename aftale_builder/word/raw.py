"""Signs of other kinds of Markdown: they stay literal text here, which is not what their author meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aftale_builder.word.markdown import Problem

_SIGNS = (
    (
        re.compile(r"<!--(?:(?!-->)[^\n])*(?:-->)?"),
        "En kommentar i HTML («<!-- … -->») ville blive trykt, som den står.",
        "Slet den. Egne noter kan stå i YAML-filen, på en linje med «#» foran.",
    ),
    (
        re.compile(r"(?:<[A-Za-z][\w-]*(?:[ \t][^<>\n]*)?>[^<>\n]*)?</[A-Za-z][\w-]*[ \t]*>|<(?:br|BR)[ \t]*/?>"),
        "HTML kan ikke sættes i Word-filen; tegnene ville blive trykt, som de står.",
        "Slet dem. Fed skrives **sådan**, kursiv *sådan*, og en ny linje i et afsnit får «\\» sidst på linjen før.",
    ),
    (
        re.compile(r"(?<!~)~~(?=[^\s~])(?:[^~\n]|~(?!~)|\n(?![ \t]*\n))*(?<=\S)~~(?!~)"),
        "Gennemstregning («~~…~~») kan ikke sættes i Word-filen; tegnene ville blive trykt, som de står.",
        "Slet tegnene, og teksten med, hvis den ikke skal gælde.",
    ),
    (
        re.compile(r"^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)+\[[ xX]\](?=[ \t]|$)", re.MULTILINE),
        "Felter til at krydse af («- [ ]») kan ikke sættes i Word-filen; tegnene ville blive trykt, som de står.",
        "Slet «[ ]», og lad det være et punkt.",
    ),
)
"""What they look like, what is said of them and what is to be done."""
_MEANT = re.compile(r"\\[!-/:-@\[-`{-~]|(?<!`)(?P<fence>`+)(?!`)(?:[^\n]|\n(?![ \t]*\n))*?(?<!`)(?P=fence)(?!`)")
"""What is meant as it stands: a sign after a backslash, and what stands between backticks."""


def raw(text: str) -> Iterator[Problem]:
    """Yield HTML, strikethrough and boxes to tick."""
    shown = _MEANT.sub(lambda meant: re.sub(r"[^\n]", "x", meant[0]), text)
    for pattern, message, remedy in _SIGNS:
        yield from (Problem(item.start(), item.end(), message, remedy) for item in pattern.finditer(shown))
