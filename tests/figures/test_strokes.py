"""Lines that look alike become one shape, and what is seen stays as it was."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings

from aftale_builder.figures.drawing import Box, Drawing, Line, Text
from aftale_builder.figures.strokes import Strokes, joined
from tests.figures.making import drawn

GREY, DARK = "C9D3D8", "123456"


@given(drawn())
@settings(max_examples=25, deadline=None)
def test_every_line_is_drawn_once_with_its_own_look(made: tuple[list[Drawing], list[str]]) -> None:
    for drawing in made[0]:
        found = joined(drawing.items)
        lines = Counter((item.look, path) for item in found if isinstance(item, Strokes) for path in item.paths)
        wanted = [item for item in drawing.items if isinstance(item, Line)]
        assert lines == Counter(
            (Line((), item.colour, item.width, item.dashed, item.start, item.end), item.points) for item in wanted
        )
        assert [item for item in found if isinstance(item, Box)] == [item for item in drawing.items if isinstance(item, Box)]


def test_a_grid_is_one_shape_whatever_words_stand_between_its_lines() -> None:
    rows = [(Line(((0, y), (90, y)), GREY), Box(0, y, 90, 40, (Text("Ord"),))) for y in (0, 50, 100)]
    found = joined(item for row in rows for item in row)
    assert [len(item.paths) for item in found if isinstance(item, Strokes)] == [3]
    assert isinstance(found[0], Strokes)


def test_a_line_is_not_moved_under_a_surface() -> None:
    surface = Box(0, 40, 90, 40, fill="FFFFFF")
    first, over, beside = (Line(((0, y), (90, y)), GREY) for y in (10, 60, 200))
    assert [len(item.paths) for item in joined((first, surface, over)) if isinstance(item, Strokes)] == [1, 1]
    assert [len(item.paths) for item in joined((first, surface, beside)) if isinstance(item, Strokes)] == [2]


def test_lines_with_arrowheads_and_of_other_looks_stay_apart() -> None:
    arrows = [Line(((0, y), (90, y)), GREY, end=True) for y in (0, 10)]
    others = [Line(((0, 20), (90, 20)), GREY), Line(((0, 30), (90, 30)), DARK), Line(((0, 40), (90, 40)), GREY, dashed=True)]
    assert len(joined([*arrows, *others])) == 5
