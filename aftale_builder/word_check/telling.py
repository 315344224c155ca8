"""What a Word file tells in words: a story for the rules over prose, and every text for the rules over privacy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from aftale_builder.rules.finished import Finished, Paragraph, Part
from aftale_builder.rules.lines import Line, Paper
from aftale_builder.rules.passages import Passage
from aftale_builder.rules.promises import promised
from aftale_builder.rules.story import Name, Story

_SPACES = str.maketrans("\n\t\f", "   ")
_PROBLEM = "problemkompleks"
_LONGEST_LABEL = 80
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


def annexes(told: Story) -> Iterator[tuple[str, Line]]:
    """Yield the name of each paper that the words say is enclosed, and the first line that says so."""
    seen: set[str] = set()
    for line in told.lines_with("vedl", "bilag"):
        for paper in promised(line):
            name = f"{paper.noun} for {paper.whose}" if paper.organs else paper.noun
            if name.casefold() not in seen:
                seen.add(name.casefold())
                yield name, line


def _lines(file: Finished, paper: Paper) -> Iterator[Line]:
    """Yield the users' own words: a line for each paragraph, and for each row of a table."""
    under, problem = "", _Problem(paper)
    paragraphs = enumerate(file.of(Part.BODY, Part.NOTE))
    for _, group in groupby(paragraphs, key=lambda pair: -pair[1].row if pair[1].row is not None else pair[0]):
        row = [paragraph for _, paragraph in group]
        heading = row[0].level is not None
        inside = problem.holds(row[0])
        if heading:
            under = row[0].text.strip()
        filled = [paragraph for paragraph in row if paragraph.filled]
        if filled:
            own = " ".join(paragraph.own for paragraph in filled).translate(_SPACES)
            first = filled[0]
            passage = Passage(own, first.spot.section, first.spot, first.label)
            above = "" if heading else under
            of = first.area or (paper if inside else "")
            yield Line(own, passage, 0, paper, heading=heading, under=above, indsats=of, problem=bool(of))


class _Problem:
    """Follows a delaftale through its paragraphs: its problemkompleks stands under the heading or the label of that name."""

    def __init__(self, paper: Paper) -> None:
        self._looking = paper is Paper.DELAFTALE
        self._level: int | None = None
        self._inside = False

    def holds(self, paragraph: Paragraph) -> bool:
        """Tell whether the next paragraph belongs to the problemkompleks; its heading does not."""
        text = paragraph.text.strip()
        label = paragraph.level is not None or (text.endswith(":") and len(text) <= _LONGEST_LABEL and not paragraph.cell)
        if label and self._looking and text.casefold().startswith(_PROBLEM):
            self._inside, self._level = True, paragraph.level
            return False
        ended = label and (self._level is None or (paragraph.level is not None and paragraph.level <= self._level))
        self._inside = self._inside and not ended
        return self._inside
