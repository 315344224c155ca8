"""What a Word file tells in words: a story for the rules over prose, and every text for the rules over privacy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aftale_builder.rules.finished import Finished, Part
from aftale_builder.rules.lines import Line, Paper
from aftale_builder.rules.passages import Passage
from aftale_builder.rules.story import Name, Story

_NO_PROSE = frozenset({Paper.INDBERETNINGSSKEMA, Paper.BUDGET})


def story(file: Finished, names: Sequence[Name]) -> Story:
    """Return the story that the users' own words tell; the form's are left out, and a sheet of figures tells none."""
    lines = () if file.paper is None or file.paper in _NO_PROSE else tuple(_lines(file, file.paper))
    periode = file.form.periode if file.form is not None else None
    return Story(lines, tuple(names), periode, None, file.regulativ, None)


def passages(file: Finished) -> Iterator[Passage]:
    """Yield every text in the file, hidden and deleted ones too, each under its paper and its heading."""
    paper = f"{file.paper}: " if file.paper is not None else ""
    for paragraph in file.paragraphs:
        for text in (paragraph.text, paragraph.hidden):
            if text.strip():
                yield Passage(text, f"{paper}{paragraph.spot.section}", paragraph.spot, paragraph.label)


def _lines(file: Finished, paper: Paper) -> Iterator[Line]:
    under = ""
    for paragraph in file.of(Part.BODY, Part.NOTE):
        heading = paragraph.level is not None
        if heading:
            under = paragraph.text.strip()
        if paragraph.filled:
            own = paragraph.own.replace("\n", " ").replace("\t", " ")
            passage = Passage(paragraph.own, paragraph.spot.section, paragraph.spot, paragraph.label)
            yield Line(
                own,
                passage,
                0,
                paper,
                heading=heading,
                under="" if heading else under,
                indsats=paragraph.area,
                problem=bool(paragraph.area),
                value=paragraph.cell,
            )
