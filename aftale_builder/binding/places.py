"""A binding: where in a form each field of a document is to stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class How(StrEnum):
    """How a value stands to the paragraph of its place."""

    AFTER = "efter"
    """In paragraphs of its own after it, in the look of the form's running text."""
    IN = "i"
    """In the paragraph itself, after `label`; what stood there gives way."""
    BELOW = "under"
    """After the table (or the control) that the paragraph stands in."""
    WITH = "med"
    """After another field, whose name `text` is: the form has no place for it alone."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place: a paragraph by its number in the file, and what it says, so that a form that has changed is not mistaken."""

    how: How
    paragraph: int
    text: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the form that is repeated: the numbers of its first and its last paragraph."""

    first: int
    last: int


class Certainty(StrEnum):
    """How surely a place is the field's."""

    SURE = "sikker"
    LIKELY = "sandsynlig"
    UNSURE = "usikker"


@dataclass(frozen=True, slots=True)
class Found:
    """A field's place as it was found, how surely, and what tells it; `place` is None where there is none to be sure of."""

    name: str
    place: Place | None
    certainty: Certainty
    why: str


@dataclass(frozen=True, slots=True)
class Binding:
    """A form's binding: the places by field, what is repeated, and the paragraphs that give way.

    `running` is a paragraph of the form's running text, whose look new paragraphs get (0 where the form has none).
    """

    document: str
    generation: str
    places: Mapping[str, Place]
    blocks: Mapping[str, Block] = field(default_factory=dict)
    removed: tuple[int, ...] = ()
    running: int = 0


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen in a form: every field that was looked for, the binding that comes of it, and what the reader should know."""

    found: tuple[Found, ...]
    binding: Binding
    remarks: tuple[str, ...] = ()

    @property
    def open(self) -> tuple[Found, ...]:
        """Return the fields without a sure place."""
        return tuple(found for found in self.found if found.certainty is Certainty.UNSURE)
