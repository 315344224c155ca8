"""A file of the package that is set in Word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from aftale_builder.documents.facts import Facts, View
from aftale_builder.documents.names import file_name
from aftale_builder.documents.own_form import OwnForm
from aftale_builder.findings import Anchored, Fault, Hit
from aftale_builder.resources import resource
from aftale_builder.word.values import PROPERTIES

if TYPE_CHECKING:
    from aftale_builder.pulling.base import Base
    from aftale_builder.word.expected import Told
    from aftale_builder.word.proof import Mismatch

_REMEDY = (
    "Er skabelonen jeres egen, så se den efter. Er den aftale-builders, så meld fejlen; "
    "der er ikke noget galt med det, du har skrevet."
)


_SHORTEN = "Kort de længste tekster og tabeller ned, og læg resten ved som bilag."


@dataclass(frozen=True)
class WordPaper:
    """A Word file: its name, its template, the view that it is filled with, and where in the YAML it all comes from.

    `fixed` is the wording that must stand in it, whole and in order; `forbidden` are texts that must not be left in it.
    """

    name: str
    template: Path | OwnForm
    view: View
    anchor: Anchored
    fixed: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()

    @classmethod
    def of(
        cls, facts: Facts, title: str, template: str, view: View, *, fixed: tuple[str, ...] = (), forbidden: tuple[str, ...] = ()
    ) -> WordPaper:  # fmt: skip
        """Return the paper with this title, set in the users' own form, else in our template of the agreement's generation."""
        ours = template_folder(facts.regulativ.id) / f"{template.replace('æ', 'ae')}.docx"  # files are named in ASCII
        brought = facts.forms.get(template)
        if brought is not None:  # its properties are its own
            view = {name: part for name, part in view.items() if name != PROPERTIES}
        return cls(file_name(title, ".docx"), brought or ours, view, facts.aftale.at(), fixed, forbidden)

    def render(self) -> bytes:
        """Return the file. Raises `ValuesError` and `TemplateError` as the filler does."""
        from aftale_builder.word.filling import fill

        return fill(self.template, self.view, brought=isinstance(self.template, OwnForm))

    def prove(self, data: bytes) -> tuple[Hit, ...]:
        """Return how the file differs from the template with the view's words in it, and what fixed wording it lacks.

        Raises `ValuesError` where there is more in it than can be read again.
        """
        from aftale_builder.word.faults import ValuesError
        from aftale_builder.word.package import WordFileError

        try:
            return tuple(
                Hit(mismatch.anchors[0] if mismatch.anchors else self.anchor, mismatch.message, _REMEDY)
                for mismatch in self._mismatches(data)
            )
        except WordFileError as error:
            message = f"«{self.name}» bliver så stort et dokument, at det ikke kan læses igen og bevises."
            raise ValuesError((Fault("KLD011", self.anchor, message, _SHORTEN),)) from error

    def code(self) -> str:
        """Return what the file is made of, as a code."""
        from aftale_builder.word.bookmarks import code

        return code(self.template.read_bytes(), self._told.marked)

    def base(self, name: str, data: bytes) -> Base:
        """Return what the file is compared with when somebody has written in it."""
        from aftale_builder.pulling.base import base

        return base(name, self.template, self._told, data)

    @cached_property
    def _told(self) -> Told:
        """Return what the file must say: the proof and the base are of the same."""
        from aftale_builder.word.expected import told

        return told(self.template.read_bytes(), self.view)

    def _mismatches(self, data: bytes) -> Iterator[Mismatch]:
        from aftale_builder.word.proof import prove_told, stands
        from aftale_builder.word.reading import read

        forbidden = tuple(re.escape(text) for text in self.forbidden)
        yield from prove_told(self._told, data, self.name, forbidden)
        yield from stands(self.fixed, read(data), self.name)


def template_folder(generation: str) -> Path:
    """Return where a generation's templates are; no folder is there where we have none."""
    return resource(f"templates/lbf/{generation}")
