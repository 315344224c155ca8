"""What a paragraph of a blank form is: the form's own words, guidance, a place to write in, or something unexpected."""

from __future__ import annotations

import re
from enum import Enum, auto

from aftale_builder.importing.wording import Wording
from aftale_builder.regulation import Art, Regulativ, same_words
from aftale_builder.word.green import is_green
from aftale_builder.word.reading import Kind, Unit

_FILLER = re.compile(r"[\s_.…\-–]*")
_PROMPT = re.compile(
    r"(?:klik|tryk)(?: eller (?:klik|tryk))? her for at .*|vælg et element\.?|\[[^\[\]]{1,120}\]|<[^<>]{1,120}>"
    r"|(?:skriv|indsæt|udfyld|angiv|beskriv)\s.{0,80}her\.?|x{2,}",
    re.IGNORECASE | re.DOTALL,
)
_PARENTHESES = re.compile(r"\(.{3,400}\)\.?", re.DOTALL)


class Sort(Enum):
    """What a paragraph is."""

    FIXED = auto()
    BLANK = auto()
    GUIDANCE = auto()
    PROMPT = auto()
    LAYOUT = auto()
    OWN = auto()


GIVES_WAY = frozenset({Sort.GUIDANCE, Sort.PROMPT})


class Teller:
    """Tells what the paragraphs of a form are."""

    def __init__(self, regulativ: Regulativ) -> None:
        self.wording = Wording(regulativ)
        self._sections = tuple(dict.fromkeys(fixed.afsnit for fixed in regulativ.fast_tekst))
        self._guidance = tuple(same_words(fixed.ren) for fixed in regulativ.fast_tekst if fixed.art is Art.VEJLEDNING)

    def sort(self, unit: Unit) -> Sort:
        """Return what a paragraph is."""
        plain = self._plainly(unit)
        if plain is not Sort.OWN:
            return plain
        words = unit.plain
        altered = any(
            self.wording.altered(words, section) or self.wording.beginning(words, section) for section in self._sections
        )
        return Sort.FIXED if altered else Sort.OWN

    def is_guidance(self, unit: Unit) -> bool:
        """Tell whether a paragraph is guidance, which gives way wherever it stands."""
        return self._plainly(unit) is Sort.GUIDANCE

    def _plainly(self, unit: Unit) -> Sort:
        """Return what a paragraph is, as far as can be told without holding it against wording that was altered."""
        words = unit.plain
        shown = [run for run in unit.runs if run.text.strip() and not run.hidden]
        if not words.strip():
            heavy = "\f" in unit.text or unit.pictures or unit.unread or any(run.note for run in unit.runs)
            return Sort.LAYOUT if heavy else Sort.BLANK
        fixed = self._fixed(words)
        if fixed is Art.VEJLEDNING or any(text in same_words(words) for text in self._guidance):
            return Sort.GUIDANCE
        if fixed is not None and fixed is not Art.PLADSHOLDER:
            return Sort.FIXED
        if unit.level is None and all(map(is_green, shown)):
            return Sort.GUIDANCE
        if fixed is Art.PLADSHOLDER or all(run.placeholder for run in shown) or is_filler(words):
            return Sort.PROMPT
        return Sort.GUIDANCE if _PARENTHESES.fullmatch(words.strip()) else Sort.OWN

    def _fixed(self, words: str) -> Art | None:
        found = (self.wording.match(words, section) for section in self._sections)
        return next((match.fixed.art for match in found if match is not None), None)


def is_filler(words: str) -> bool:
    """Tell whether words are only there to be written over: «____», «[navn]», «Klik her for at angive tekst.»."""
    return bool(_FILLER.fullmatch(words) or _PROMPT.fullmatch(words.strip()))


def is_text(unit: Unit) -> bool:
    """Tell whether a unit is a paragraph of the body."""
    return unit.kind is Kind.PARAGRAPH
