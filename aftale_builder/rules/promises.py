"""Papers that a text speaks of: their nouns, whose they are, and whether a title is of the same paper."""

from __future__ import annotations

import re

from aftale_builder.rules.pattern import pattern
from aftale_builder.rules.telling import stem

_KINDS = (
    "notat|kommissori|plan|strategi|rapport|oversigt|diagram|analyse|aftale|årshjul|beskrivelse|politik|skema|evaluering|budget"
    "|redegørelse|vedtægt|procedure|retningslinje|vejledning|undersøgelse|statistik|protokol|forretningsorden|måling|liste|model"
)
_NOUN = pattern(rf"\b[\w-]*(?:{_KINDS})(?:um|et|en|er|erne|ne|n|r|t|s|e|i)?\b", re.IGNORECASE)
_WHOSE = pattern(
    r"\s+(?:for|til|om|med)\s+(?:(?:den|det|de|hver|en|et|boligsociale|lokale|samlede|fælles|tværgående|nye)\s+)*([\w-]+)"
)
_ORGANS = ("bestyrels", "følgegrupp", "styregrupp", "koordinationsgrupp", "sekretariat", "forum", "arbejdsgrupp")
_NOT_PAPERS = pattern(r"helhedsplan|samarbejdspart|aftalepart|\bstrategisk\b|udviklingsplan|kommuneplan|lokalplan", re.IGNORECASE)


class Paper:
    """A paper as a text names it: the noun, its stem, the words for whose or what it is, and where in the text it stands."""

    __slots__ = ("end", "noun", "start", "stem", "whose")

    def __init__(self, noun: str, whose: str, start: int, end: int) -> None:
        self.noun = noun
        self.stem = _bare(noun)
        self.whose = whose
        self.start = start
        self.end = end

    @property
    def organs(self) -> frozenset[str]:
        """Return the kinds of organ that the paper is said to be for."""
        return organs_in(self.whose)


def papers_in(text: str, start: int = 0, end: int | None = None) -> list[Paper]:
    """Return the papers that a stretch of a text names, in order. A helhedsplan, and plans of others, are none."""
    found = []
    for match in _NOUN.finditer(text, start, len(text) if end is None else end):
        if not _NOT_PAPERS.search(match[0]):
            whose = _WHOSE.match(text, match.end())
            found.append(Paper(match[0], whose[1] if whose else "", *match.span()))
    return found


def organs_in(text: str) -> frozenset[str]:
    """Return the kinds of organ that a text names."""
    folded = text.casefold()
    return frozenset(organ for organ in _ORGANS if organ in folded)


def is_of(paper: Paper, title: str) -> bool:
    """Tell whether a title is of the paper: the same noun, and not of another organ."""
    if paper.stem not in title.casefold():
        return False
    others = organs_in(title)
    return not paper.organs or not others or bool(paper.organs & others)


def _bare(noun: str) -> str:
    folded = noun.casefold()
    at = folded.find("kommissori")
    return folded[: at + len("kommissori")] if at >= 0 else stem(folded)
