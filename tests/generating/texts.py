"""Words for generated agreements: plain Danish, and among them what breaks things."""

from __future__ import annotations

import random
from collections.abc import Callable

WORDS = (
    "beboerne",
    "i",
    "området",
    "får",
    "hjælp",
    "til",
    "at",
    "finde",
    "vej",
    "i",
    "skole",
    "arbejde",
    "fritid",
    "og",
    "naboskab",
    "sammen",
    "med",
    "kommunen",
    "boligorganisationen",
    "politiet",
    "følgegruppen",
    "mødes",
    "hver",
    "måned",
    "de",
    "unge",
    "børnene",
    "forældrene",
    "rådgivning",
    "lektiecafé",
    "fritidsjob",
    "praktik",
    "åbent",
    "hus",
    "cykelværksted",
    "bålplads",
    "æbletræer",
    "øvrige",
    "år",
    "ærlig",
    "ønske",
    "ånd",
    "tryghed",
    "medborgerskab",
    "frivillige",
    "indsatsen",
)

SHORT = (
    "A & B <b>",
    "{# 7*7 #}",
    "{_{ raw",
    "{_{ x }_}",
    "{#p note #}",
    "😀👩‍👩‍👧",
    "a\u030abenra\u030a",
    "bolig\u00adsocial",
    "1.250",
    "0123",
    "NEJ",
    "=1+1",
    "\"'«»",
    "nul\u200bbredde",
    "hård\u00a0mellemrum",
    "12:30",
    "~",
    "null",
    "2021-10-01",
    "# ikke en overskrift",
    "- ikke et punkt",
    "a: b",
    "[[organer]]",
    "[x](y)",
    "*stjerne*",
    "_under_",
    "`kode`",
    "| rør |",
    "&amp;",
    "<w:p/>",
    "C:\\sti",
    "«Formål»",
    "Indhold",
    "Delmål 1",
    "Kilde",
    "Mål",
    "og",
    "A og B",
    "A, B og C",
    "Ophører; ikke",
    "Der deles persondata",
    "fra 1. maj 2026",
    "44,5 pct.",
    "1.000 kr.",
    "1. Kort om boligområdet",
    "Navn:",
    "ja",
    "½ ² ﬁ",
    "!fil",
    "@hvem",
    "%tag",
    "slut.",
    "spørgsmål?",
    "–",
    "…",
)
"""Short texts, one line each, no white space at the ends."""

PROSE = (
    "## Underafsnit\n\nMed **fed**, *kursiv* og [et link](https://eksempel.dk/?a=1&b=2).",
    "- et punkt\n- et andet\n  - inden i\n  - endnu et\n- det sidste",
    "1. først\n2. så\n3. til sidst",
    "3. begynder\n4. ved tre",
    "| Hvem | Hvad |\n| --- | --- |\n| Anne \\| Bo | *alt* |\n|  | 1.000 kr. |",
    "Et afsnit med en note[^1] og en til[^2].\n\n[^1]: Kilde: *egen* optælling.\n\n[^2]: En anden.",
    "Linje et\\\nlinje to",
    "> Et citat\n> på to linjer",
    "# Formål\n\nEn overskrift med samme ord som skabelonens.",
    "# Aktiviteter\n\n## Delmål 1\n\n### Indhold\n\nOg dybere.",
    "Mangler: intet som helst",
    "1\\. oktober 2021 begynder det {# her #} & <der>.",
    "**Fed hele vejen.**",
    "***Begge*** og **fed *med kursiv* i**.",
    "\\# ikke en overskrift\n\n\\- ikke et punkt",
    "Ord med \\*stjerner\\*, \\_streger\\_ og \\[parenteser\\].",
    "Side 1 af 12",
    "Problemkomplekset er beskrevet i afsnit 6.",
)  # fmt: skip
"""Blocks of Markdown that Word can hold, so that the way there and back loses nothing. Of those with notes a text has one."""

_NOTED = "[^"


class Texts:
    """Gives texts by chance; every one has words of its own, so that two values are never told apart by luck."""

    def __init__(self, chance: random.Random, *, hostile: bool) -> None:
        self._chance, self._hostile = chance, hostile
        self._number = 0

    def short(self, *, tail: int = 4) -> str:
        """Return a text on one line."""
        words = [*self._words(1, tail), self._mark()]
        if self._hostile and self._chance.random() < 0.5:
            words.insert(self._chance.choice((0, len(words))), self._chance.choice(SHORT))
        return " ".join(words)

    def name(self, first: str) -> str:
        """Return a name that begins with a word: of a part, an area, an organ."""
        odd = (
            "",
            "",
            "",
            ", afdeling Nord",
            " og Omegn",
            " (bydelen)",
            ": øst",
            "; vest",
            " & Co.",
            ' "Bo"',
            " – syd",
            " i Åby, Ø",
        )
        return f"{first} {self._mark().capitalize()}{self._chance.choice(odd) if self._hostile else ''}"

    def lines(self) -> str:
        """Return a text of one or two lines: a cell may hold a line break."""
        return self.short() if self._chance.random() < 0.8 else f"{self.short()}\n{self.short()}"

    def prose(self, blocks: int = 4) -> str:
        """Return Markdown."""
        noted = False
        found: list[str] = []
        for _ in range(self._chance.randint(1, blocks)):
            block = self._sentence()
            if self._hostile and self._chance.random() < 0.6:
                block = self._chance.choice(PROSE)
                if (_NOTED in block and noted) or (found and _same_list(found[-1], block)):
                    block = self._sentence()
                noted = noted or _NOTED in block
            found.append(block)
        return "\n\n".join([*found, self._sentence()]) + "\n"

    def some(self, make: Callable[[], str], least: int, most: int) -> list[str]:
        """Return some texts, each made anew."""
        return [make() for _ in range(self._chance.randint(least, most))]

    def _sentence(self) -> str:
        words = self._words(4, 20)
        return f"{' '.join([words[0].capitalize(), *words[1:]])} {self._mark()}."

    def _words(self, least: int, most: int) -> list[str]:
        return self._chance.choices(WORDS, k=self._chance.randint(least, most))

    def _mark(self) -> str:
        self._number += 1
        number, letters = self._number, ""
        while number:
            number, digit = divmod(number, 20)
            letters += "bdfghjklmnprstvzæøåk"[digit] + "aeiouy"[digit % 6]
        return letters


def _same_list(before: str, block: str) -> bool:
    """Tell whether two blocks are lists: one after the other they might be read as one."""
    return before[:1] in "-123|>" and block[:1] in "-123|>"
