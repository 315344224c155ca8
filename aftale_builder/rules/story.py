"""Story: all that the papers say in words, and what the words are held against.

Made from an agreement here, and from a finished Word file by the room that reads it: the rules over a story judge both.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from aftale_builder.findings import Anchored
from aftale_builder.model.aftale import Aftale, Beredskabsplan, Bilag, Undtagelse
from aftale_builder.model.budget import Budget
from aftale_builder.model.element import Element, key_of, own_fields
from aftale_builder.model.indsats import Delaftale, Indsatsomraade, Milepael
from aftale_builder.model.kinds import Prosa
from aftale_builder.model.organisation import Kommissorium
from aftale_builder.model.parter import Boligomraade, Kontakt, Part
from aftale_builder.record import record
from aftale_builder.rules.lines import Line, Paper, as_read, pieces, quotations
from aftale_builder.rules.passages import Passage
from aftale_builder.source.node import Node, Scalar, Sequence

if TYPE_CHECKING:
    from aftale_builder.regulation import Regulativ


class Named(StrEnum):
    """What has a name."""

    PART = "part"
    OMRAADE = "boligområde"
    INDSATS = "indsats"


@record
class Name:
    """A name, the other names that may be used for the same, and where it is given."""

    of: Named
    navn: str
    kaldes: tuple[str, ...]
    at: Anchored

    @property
    def spellings(self) -> tuple[str, ...]:
        """Return every spelling that is accepted."""
        return (self.navn, *self.kaldes)


class _Folded(NamedTuple):
    """Lines as one text without case, each ended by a line break, and where each begins."""

    text: str
    starts: list[int]


@record
class Story:
    """The lines in order, and what they are held against.

    `bilag` are the titles of the papers that go with the agreement, None where they can't be seen (a Word file alone).
    `regulativ` is the generation, None where it is unknown. `aftale` is None for a Word file.
    """

    lines: tuple[Line, ...]
    names: tuple[Name, ...] = ()
    periode: tuple[date, date] | None = None
    bilag: tuple[str, ...] | None = None
    regulativ: Regulativ | None = None
    aftale: Aftale | None = None
    _search: list[_Folded] = field(default_factory=list)

    def running(self) -> Iterator[Line]:
        """Yield the lines that are running prose: no heading, no short text of a key."""
        return (line for line in self.lines if not line.heading and not line.value)

    def lines_with(self, *words: str) -> list[Line]:
        """Return the lines that have one of these words or parts of words in them, in order, whatever their case.

        Much quicker than a look at each line: what a rule looks for stands in few.
        """
        folded = self.folded
        found: set[int] = set()
        for word in words:
            at = folded.text.find(word)
            while at >= 0:
                number = bisect_right(folded.starts, at) - 1
                found.add(number)
                at = folded.text.find(word, folded.starts[number + 1]) if number + 1 < len(folded.starts) else -1
        return [self.lines[number] for number in sorted(found)]

    @property
    def folded(self) -> _Folded:
        """Return all lines as one text without case, made once."""
        if not self._search:
            texts = [line.text.casefold() for line in self.lines]
            self._search.append(_Folded("\n".join([*texts, ""]), [0, *accumulate(len(text) + 1 for text in texts)][:-1]))
        return self._search[0]


def story_of(aftale: Aftale, regulativ: Regulativ | None) -> Story:
    """Return the story that an agreement tells."""
    period = aftale.periode
    return Story(
        tuple(_lines(aftale, _Where())),
        tuple(_names(aftale)),
        (period.fra, period.til) if period is not None and period.fra and period.til else None,
        tuple(bilag.titel for bilag in aftale.bilag) if aftale.whole("bilag") else None,
        regulativ,
        aftale,
    )


def effort_names(navn: str) -> tuple[str, ...]:
    """Return the names of an effort, the one it goes by first: what stands in quotation marks, else before the first comma."""
    quoted = tuple(navn[start + 1 : end - 1].strip() for start, end in quotations(navn))
    if quoted:
        return quoted
    return tuple(dict.fromkeys(name for name in (navn.partition(",")[0].strip(), navn.strip()) if name))


def part_names(navn: str) -> tuple[str, ...]:
    """Return the other names that a part's name gives of itself: «FOB, Fællesorganisationens Boligforening» is called both."""
    return tuple(name.strip() for name in navn.split(",") if name.strip()) if "," in navn else ()


_PAPERS: Mapping[type[Element], Paper] = {
    Delaftale: Paper.DELAFTALE,
    Kommissorium: Paper.KOMMISSORIUM,
    Budget: Paper.BUDGET,
    Beredskabsplan: Paper.BEREDSKABSPLAN,
    Milepael: Paper.MILEPAELSPLAN,
}
_UNREAD: tuple[type[Element], ...] = (Undtagelse, Kontakt)
_TEXT: tuple[Any, ...] = (str, tuple[str, ...])
_NO_WORDS = frozenset({"regulativ", "version", "sagsnummer", "cvr", "adresse", "telefon", "mail", "fil", "diagram_fil", "numre"})
_NAMES: Mapping[type[Element], frozenset[str]] = {
    Aftale: frozenset({"navn"}),
    Part: frozenset({"navn", "kaldes"}),
    Boligomraade: frozenset({"navn", "kaldes"}),
    Bilag: frozenset(),
}


def _names(aftale: Aftale) -> Iterator[Name]:
    for part in aftale.parter:
        if part.navn:
            yield Name(Named.PART, part.navn, (*part_names(part.navn), *part.kaldes), part.at("navn"))
    for area in aftale.boligomraader:
        if area.navn:
            yield Name(Named.OMRAADE, area.navn, area.kaldes, area.at("navn"))
    if names := effort_names(aftale.navn):
        yield Name(Named.INDSATS, names[0], names[1:], aftale.at("navn"))


class _Where(NamedTuple):
    """Where a thing's words are printed: the section, the paper, the indsatsområde they tell of."""

    section: str = ""
    paper: Paper = Paper.SAMARBEJDSAFTALE
    indsats: str = ""


def _lines(element: Element, where: _Where) -> Iterator[Line]:
    """Yield the lines of a thing and of all below it, in the order of the language."""
    kind = type(element)
    where = where._replace(paper=_PAPERS.get(kind, where.paper))
    if isinstance(element, Indsatsomraade):
        where = where._replace(indsats=element.omraade or "")
    unread = _NO_WORDS | _NAMES.get(kind, frozenset())
    for item in own_fields(kind):
        value = getattr(element, item.name)
        if not value or item.name in unread:
            continue
        here = where if where.section else where._replace(section=key_of(item))
        if isinstance(value, Prosa):
            yield from _prose(value, here, problem=isinstance(element, Indsatsomraade))
        elif isinstance(value, Element) or (isinstance(value, tuple) and isinstance(value[0], Element)):
            for child in value if isinstance(value, tuple) else (value,):
                if not isinstance(child, _UNREAD):
                    yield from _lines(child, here)
        elif item.type in _TEXT:
            yield from _values(element.node.entries.get(key_of(item)), here)


def _prose(prose: Prosa, where: _Where, *, problem: bool) -> Iterator[Line]:
    passage = Passage(prose.text, where.section, prose.node)
    for start, text, heading, under in pieces(prose.text):
        yield Line(text, passage, start, where.paper, heading, under, where.indsats, problem)


def _values(node: Node | None, where: _Where) -> Iterator[Line]:
    for scalar in node.items if isinstance(node, Sequence) else (node,):
        if isinstance(scalar, Scalar) and scalar.value:
            passage = Passage(scalar.value, where.section, scalar)
            yield Line(as_read(scalar.value), passage, 0, where.paper, indsats=where.indsats, value=True)
