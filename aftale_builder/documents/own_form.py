"""A form that the users bring, in the place of the program's own template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from aftale_builder.regulation import FastTekst


@dataclass(frozen=True)
class OwnForm:
    """A template made of somebody's own form: its name, the document it is for, its bytes with tags, and its fixed wording.

    `wording` tells, by the id of a piece of fixed wording, where it stands (the paragraph's number) and what it says.
    """

    name: str
    document: str
    data: bytes
    wording: Mapping[str, tuple[int, str]] = field(default_factory=dict)

    def read_bytes(self) -> bytes:
        """Return the template, as a path's file is read."""
        return self.data

    def fixed(self, texts: Iterable[FastTekst]) -> tuple[str, ...]:
        """Return what must stand of these pieces of fixed wording, in this form's words and in its order.

        A piece that the form does not have is not asked for here: that the form is another is told when it is judged.
        """
        return tuple(words for _, words in sorted(self._placed(tuple(texts)), key=lambda placed: placed[0]))

    def _placed(self, texts: Sequence[FastTekst]) -> Iterator[tuple[int, str]]:
        """Yield the pieces that the form has, each with where it stands; what is repeated stands together, at the first of it."""
        for text in texts:
            known = self.wording.get(text.id)
            if known is not None and text.for_hver:
                places = (
                    self.wording[other.id][0] for other in texts if other.for_hver == text.for_hver and other.id in self.wording
                )
                yield min(places), text.ren if text.indsatsomraade else known[1]
            elif known is not None:
                yield known
