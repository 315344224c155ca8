"""Papers that a text names: their nouns, whose they are, which it says are enclosed, and whether a title is of the same paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aftale_builder.rules.lines import Line, sentences
from aftale_builder.rules.pattern import pattern
from aftale_builder.rules.telling import stem

_KINDS = (
    "notat|kommissori|plan|strategi|rapport|oversigt|diagram|analyse|aftale|årshjul|beskrivelse|politik|skema|evaluering|budget"
    "|redegørelse|vedtægt|procedure|retningslinje|vejledning|undersøgelse|statistik|protokol|forretningsorden|måling|liste|model"
    "|katalog|folder|profil|håndbog"
)
_NOUN = pattern(rf"\b[\w-]*(?:{_KINDS})(?:um|et|en|er|erne|ne|n|r|t|s|e|i)?\b", re.IGNORECASE)
_WHOSE = pattern(
    r"\s+(?:for|til|om|med)\s+(?:(?:den|det|de|hver|en|et|boligsociale|lokale|samlede|fælles|tværgående|nye)\s+)*([\w-]+)"
)
_ORGANS = ("bestyrels", "følgegrupp", "styregrupp", "koordinationsgrupp", "sekretariat", "forum", "arbejdsgrupp")
_NOT_PAPERS = pattern(r"helhedsplan|samarbejdspart|aftalepart|\bstrategisk\b|udviklingsplan|kommuneplan|lokalplan", re.IGNORECASE)
_SAID = pattern(
    r"\bvedlægges\b(?!\s+hver)(?!\s+(?!(?:denne|nærværende)\b)(?!(?:\w*aftalen)\b)\w+(?:en|et|erne)\b)|\b(?:er|findes|som)\s+vedlagt\b|\bvedlagte?\b"
    r"|\bsom\s+(?:et\s+)?(?:særskilt\s+)?bilag\b|\bfindes\s+i\s+(?:et\s+)?bilag\b|\b(?:fremgår|ses)\s+af\s+bilag(?:et)?\b",
    re.IGNORECASE,
)
_NEGATED = pattern(r"\b(?:ikke|ingen|kan|må|bør)\b", re.IGNORECASE)
_ELSEWHERE = pattern(r"driftsstøttesystemet|dagsorden|referat\b|\bsagen\b", re.IGNORECASE)
_AND = pattern(r",\s*(?:og|men)\s")
_RELATIVE = pattern(r",\s*(?:som|der)\b[^,]*$")


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


def promised(line: Line) -> Iterator[Paper]:
    """Yield the paper that each sentence says is enclosed: what is enclosed stands first, or just before «, som …».

    A heading, and what is quoted or denied, promise nothing.
    """
    if line.heading:
        return
    for start, end in sentences(line.text):
        said = _SAID.search(line.text, start, end)
        if said is None or line.quoted(said.start()):
            continue
        sentence = line.text[start:end]
        if _NEGATED.search(line.text, said.start() - 12 if said.start() > 12 else 0, said.end() + 6) or _ELSEWHERE.search(
            sentence
        ):
            continue
        before = papers_in(line.text, _clause(line.text, start, said.start()), said.start())
        before = before or papers_in(line.text, start, said.start())
        if before:
            yield before[-1] if _RELATIVE.search(line.text, start, said.start()) else before[0]
        elif "vedlagt" in said[0].casefold() and (after := papers_in(line.text, said.end(), end)):
            yield after[0]


def _clause(text: str, start: int, end: int) -> int:
    """Return where the last «…, og …» of a stretch begins, its own start where there is none."""
    return max((match.end() for match in _AND.finditer(text, start, end)), default=start)


def _bare(noun: str) -> str:
    folded = noun.casefold()
    at = folded.find("kommissori")
    return folded[: at + len("kommissori")] if at >= 0 else stem(folded)
