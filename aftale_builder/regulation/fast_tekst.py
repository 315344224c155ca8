"""FastTekst: the fixed wording of a form, and how a copy's wording is known again."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

_MARKS = re.compile(r"\*+|<(?=https?://)|(?<=\S)>")


class Art(StrEnum):
    """What a piece of fixed wording is in the form."""

    OVERSKRIFT = "overskrift"
    LEDETEKST = "ledetekst"
    AFSNIT = "afsnit"
    PUNKT = "punkt"
    CELLE = "celle"
    VEJLEDNING = "vejledning"
    """Green guidance that whoever fills in the form deletes."""
    PLADSHOLDER = "pladsholder"
    """A stand-in that gives way to a value: «Kommune XX»."""


GIVES_WAY = frozenset({Art.VEJLEDNING, Art.PLADSHOLDER})
"""What must not be left in a filled-in form."""


@dataclass(frozen=True)
class FastTekst:
    """One paragraph, list item, heading, label or cell that a form has of its own.

    `tekst` has its bold, italic and links as Markdown; `varianter` are other wordings met in real copies, written the same way.
    `afsnit` is the id of the section it stands in. `niveau` is the heading level (0 the title). `for_hver` is «part» or
    «indsatsområde» where the piece is repeated for each; `indsatsomraade` the area that must be chosen for it to stand at all.
    """

    id: str
    tekst: str
    afsnit: str
    art: Art
    niveau: int = 0
    varianter: tuple[str, ...] = ()
    for_hver: str = ""
    indsatsomraade: str = ""

    @cached_property
    def ren(self) -> str:
        """Return the words alone, without Markdown."""
        return plain(self.tekst)

    @cached_property
    def former(self) -> tuple[str, ...]:
        """Return the words of every accepted wording, ours first."""
        return tuple(dict.fromkeys((self.ren, *(plain(variant) for variant in self.varianter))))

    def matches(self, words: str) -> bool:
        """Tell whether a paragraph's words are one of the accepted wordings; white space and Unicode form do not count."""
        return same_words(words) in {same_words(form) for form in self.former}


def plain(markdown: str) -> str:
    """Return fixed wording without its Markdown marks: `**bold**`, `*italic*`, `<http://link>`."""
    return _MARKS.sub("", markdown)


def same_words(text: str) -> str:
    """Return text in the form in which two wordings are compared: NFC, one space for any white space, no soft hyphens."""
    return " ".join(unicodedata.normalize("NFC", text).replace("\u00ad", "").split())
