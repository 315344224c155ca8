"""What comes of pulling: the edits of the agreement's files, what they do, what is refused, and what must be chosen between."""

from __future__ import annotations

from dataclasses import dataclass, field

from aftale_builder.findings import Place
from aftale_builder.pulling.changes import Cell, Form, Refused
from aftale_builder.pulling.stretches import Stretch
from aftale_builder.source.splice import Edit

AS_MADE = "da filen blev lavet"
"""Who said what stood there before."""


@dataclass(frozen=True, slots=True)
class Version:
    """What one of several says of a value: who («aftalen», a file), where, and the words; `before` is what it said before."""

    who: str
    at: Place
    text: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A value of which more than one thing is said; the first version is what stood there when the file was made."""

    path: str
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """A change that comes home: the value's path and place, what it said and what it says now, as printed.

    `stretches` are the edits of a longer text, one by one; `moved` says that a thing stands elsewhere in its list.
    """

    path: str
    at: Place
    before: str
    after: str
    form: Form | None = None
    unit: str = ""
    cells: tuple[Cell, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    moved: bool = False


@dataclass
class Plan:
    """Edits of the agreement's files, what they do, and what cannot be done."""

    edits: list[Edit] = field(default_factory=list)
    done: list[Done] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    refused: list[tuple[str, Refused]] = field(default_factory=list)
