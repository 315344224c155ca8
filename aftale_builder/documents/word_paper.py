"""A file of the package that is set in Word."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from aftale_builder.documents.facts import Facts, View
from aftale_builder.documents.names import file_name
from aftale_builder.findings import Hit
from aftale_builder.resources import resource


@dataclass(frozen=True)
class WordPaper:
    """A Word file: its name, its template, and the view that it is filled with."""

    name: str
    template: Path
    view: View

    @classmethod
    def of(cls, facts: Facts, title: str, template: str, view: View) -> WordPaper:
        """Return the paper with this title, set in a template of the agreement's generation."""
        return cls(file_name(title, ".docx"), template_path(facts.regulativ.id, template), view)

    def render(self) -> bytes:
        """Return the file. Raises `TemplateFaults` and `ValueFaults` as the filler does."""
        from aftale_builder.word.filling import fill

        return fill(self.template, self.view)

    def prove(self, data: bytes) -> tuple[Hit, ...]:
        """Return how the file differs from the template with the view's words in it."""
        from aftale_builder.word.proof import prove

        return tuple(prove(self.template, self.view, data))


def template_path(generation: str, template: str) -> Path:
    """Return where a generation's template is."""
    return resource(f"templates/lbf/{generation}") / f"{template}.docx"
