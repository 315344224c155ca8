"""What a Word file tells in words: a story for the rules over prose, and every text for the rules over privacy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from aftale_builder.rules.finished import Finished, Part
from aftale_builder.rules.lines import Line, Paper
from aftale_builder.rules.passages import Passage
from aftale_builder.rules.story import Name, Story

_SPACES = str.maketrans("\n\t\f", "   ")
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
    """Yield the users' own words: a line for each paragraph, and for each row of a table."""
    under = ""
    paragraphs = enumerate(file.of(Part.BODY, Part.NOTE))
    for _, group in groupby(paragraphs, key=lambda pair: -pair[1].row if pair[1].row is not None else pair[0]):
        row = [paragraph for _, paragraph in group]
        heading = row[0].level is not None
        if heading:
            under = row[0].text.strip()
        filled = [paragraph for paragraph in row if paragraph.filled]
        if filled:
            own = " ".join(paragraph.own for paragraph in filled).translate(_SPACES)
            first = filled[0]
            passage = Passage(own, first.spot.section, first.spot, first.label)
            above = "" if heading else under
            yield Line(own, passage, 0, paper, heading=heading, under=above, indsats=first.area, problem=bool(first.area))
