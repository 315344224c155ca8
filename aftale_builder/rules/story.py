"""Story: all that the papers say in words, and what the words are held against.

Made from an agreement here, and from a finished Word file by the room that reads it: the rules over a story judge both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

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
from aftale_builder.rules.passages import Joined, Passage
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
    _search: list[Joined] = field(default_factory=list)

    def running(self) -> Iterator[Line]:
        """Yield the lines that are running prose: no heading, no short text of a key."""
        return (line for line in self.lines if not line.heading and not line.value)

    def lines_with(self, *words: str) -> list[Line]:
        """Return the lines that have one of these words or parts of words in them, in order, whatever their case.

        Much quicker than a look at each line: what a rule looks for stands in few.
        """
        return [self.lines[number] for number in self.folded.having(*words)]

    @property
    def own_names(self) -> tuple[str, ...]:
        """Return the names of the effort that are not also those of an area or a part."""
        others = {spelling.casefold() for name in self.names if name.of is not Named.INDSATS for spelling in name.spellings}
        mine = (spelling for name in self.names if name.of is Named.INDSATS for spelling in name.spellings)
        return tuple(spelling for spelling in mine if spelling.casefold() not in others)

    @property
    def folded(self) -> Joined:
        """Return all lines as one text without case, made once."""
        if not self._search:
            self._search.append(Joined([line.text.casefold() for line in self.lines]))
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


class _Where:
    """Where a thing's words are printed: the section, the paper, the indsatsområde they tell of."""

    __slots__ = ("indsats", "paper", "section")

    def __init__(self, section: str = "", paper: Paper = Paper.SAMARBEJDSAFTALE, indsats: str = "") -> None:
        self.section = section
        self.paper = paper
        self.indsats = indsats


_FIELDS: dict[type[Element], tuple[tuple[str, str, bool], ...]] = {}


def _lines(element: Element, where: _Where) -> Iterator[Line]:
    """Yield the lines of a thing and of all below it, in the order of the language."""
    kind = type(element)
    paper = _PAPERS.get(kind, where.paper)
    indsats = element.omraade or "" if isinstance(element, Indsatsomraade) else where.indsats
    for name, key, short in _fields(kind):
        value = getattr(element, name)
        if not value:
            continue
        here = _Where(where.section or key, paper, indsats)
        if short:
            yield from _values(element.node.entries.get(key), here)
        elif isinstance(value, Prosa):
            yield from _prose(value, here, problem=isinstance(element, Indsatsomraade))
        elif isinstance(value, Element) or (isinstance(value, tuple) and isinstance(value[0], Element)):
            for child in value if isinstance(value, tuple) else (value,):
                if not isinstance(child, _UNREAD):
                    yield from _lines(child, here)


def _fields(kind: type[Element]) -> tuple[tuple[str, str, bool], ...]:
    """Return the fields that are read for words, in the order of the language: name, key, whether it is short text."""
    if kind not in _FIELDS:
        unread = _NO_WORDS | _NAMES.get(kind, frozenset())
        read = (item for item in own_fields(kind) if item.name not in unread)
        _FIELDS[kind] = tuple((item.name, key_of(item), item.type in _TEXT) for item in read)
    return _FIELDS[kind]


def _prose(prose: Prosa, where: _Where, *, problem: bool) -> Iterator[Line]:
    passage = Passage(prose.text, where.section, prose.node)
    for piece in pieces(prose.text):
        yield Line(
            piece.text,
            passage,
            piece.start,
            where.paper,
            heading=piece.heading,
            under=piece.under,
            indsats=where.indsats,
            problem=problem,
        )


def _values(node: Node | None, where: _Where) -> Iterator[Line]:
    for scalar in node.items if isinstance(node, Sequence) else (node,):
        if isinstance(scalar, Scalar) and scalar.value:
            passage = Passage(scalar.value, where.section, scalar)
            yield Line(as_read(scalar.value), passage, 0, where.paper, indsats=where.indsats, value=True)
