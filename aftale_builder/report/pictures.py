"""The figures of an agreement as the HTML report shows them: the same as in the documents."""

from __future__ import annotations

from collections.abc import Iterator

from aftale_builder.documents import pictures
from aftale_builder.documents.facts import Facts
from aftale_builder.documents.papers.strategisk_samarbejdsaftale import in_form_order
from aftale_builder.figures.drawing import Drawing
from aftale_builder.figures.svg import svg
from aftale_builder.model.aftale import Aftale
from aftale_builder.record import record
from aftale_builder.regulation import Regulativ
from aftale_builder.report.excerpt import printable
from aftale_builder.report.masking import mask

_MOST = 11_000
"""What a page has room for when the report is printed."""


@record
class Picture:
    """A drawing: its title, and the drawing itself as SVG."""

    title: str
    svg: str


def shown(aftale: Aftale, generation: Regulativ, anchor: str) -> tuple[Picture, ...]:
    """Return all figures that there is something to draw in, with ids that begin with `anchor`."""
    return tuple(
        Picture(drawing.title, svg(drawing, f"{anchor}-figur-{number}"))
        for number, drawing in enumerate((found.worded(_safe) for found in _drawings(Facts(aftale, generation))), start=1)
    )


def _drawings(facts: Facts) -> Iterator[Drawing]:
    figures = (
        pictures.organisation(facts, _MOST),
        *(pictures.logic(facts, indsats) for indsats in in_form_order(facts)),
        pictures.timeline(facts),
        pictures.budget(facts),
        pictures.baseline(facts),
    )
    yield from (drawing for figure in figures if figure is not None for drawing in figure.drawings(_MOST))


def _safe(words: str) -> str:
    """Return words that may leave the house: a report is no place for a CPR number."""
    return mask(printable(words))
