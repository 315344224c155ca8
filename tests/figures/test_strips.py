"""A figure in strips: put together again it is the same picture, with a head where it has one."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings

from aftale_builder.figures import organisation, timeline
from aftale_builder.figures.drawing import Box, Line, Text
from aftale_builder.figures.slicing import free, sliced
from tests.figures.making import LEVELS, charts, plans

_LOW = 6_900
"""The height of a strip of the longest name and the longest text that are: half a page."""


def four_levels() -> organisation.Chart:
    organs = tuple(organisation.Organ(f"o{at}", Text(f"Organ {at}"), (Text("Kommunen"),), at) for at in range(4))
    links = tuple(organisation.Link(f"o{at}", f"o{at + 1}", Text("x"), Text("op"), Text("ned")) for at in range(3))
    return organisation.Chart(LEVELS, organs, (*links, organisation.Link("o0", "o3", Text("x"), Text("op"))))


def test_the_organs_are_parted_between_their_levels_and_each_part_tells_its_own() -> None:
    strips = organisation.figure(four_levels()).strips()
    assert strips.head is None
    assert [part.alt for part in strips.parts[:4]] == [
        "Organisationsdiagram. Politisk: Organ 0 (Kommunen).", "Strategisk: Organ 1 (Kommunen).",
        "Taktisk: Organ 2 (Kommunen).", "Udførende: Organ 3 (Kommunen).",
    ]  # fmt: skip


def test_a_line_from_level_to_level_goes_on_where_it_was_cut_and_keeps_its_two_arrowheads() -> None:
    whole, *_ = organisation.figure(four_levels()).drawings(12_400)
    parts = organisation.figure(four_levels()).strips().parts[:4]
    lines = [item for part in parts for item in part.items if isinstance(item, Line)]
    uncut = [item for item in whole.items if isinstance(item, Line)]
    assert len(lines) > len(uncut)
    assert sum(line.start + line.end for line in lines) == sum(line.start + line.end for line in uncut)
    for above, below in pairwise(parts):
        leaving = {x for item in above.items if isinstance(item, Line) for x, y in item.points if y == above.height}
        arriving = {x for item in below.items if isinstance(item, Line) for x, y in item.points if y == 0}
        assert leaving == arriving != set()


@given(charts())
@settings(max_examples=40, deadline=None)
def test_all_words_of_the_whole_are_in_its_strips(chart: organisation.Chart) -> None:
    figure = organisation.figure(chart)
    whole = [text.words for drawing in figure.drawings(12_400) for text in drawing.texts]
    strips = figure.strips().drawings
    assert sorted(text.words for drawing in strips for text in drawing.texts) == sorted(whole)
    for drawing in strips:
        for box in drawing.boxes:
            assert box.y >= 0
            assert box.y + box.height <= drawing.height


@given(plans())
@settings(max_examples=30, deadline=None)
def test_a_timeline_has_its_axis_once_and_no_strip_that_leaves_much_of_a_page_empty(plan: timeline.Plan) -> None:
    strips = timeline.figure(plan).strips()
    assert strips.head is not None
    years = {str(year) for year in range(plan.first.year, plan.last.year + 1)}
    assert {text.words for text in strips.head.texts} <= years
    assert all(part.height <= _LOW for part in strips.parts)


def test_a_hundred_milestones_are_in_strips_of_a_few_with_their_heading_in_the_first() -> None:
    first = date(2026, 1, 1)
    marks = tuple(timeline.Mark(Text("1.1."), first + timedelta(days=at), Text(f"Milepæl {at}")) for at in range(100))
    plan = timeline.Plan(first, date(2029, 12, 31), (timeline.Lane(Text("Beskæftigelse"), marks),))
    strips = timeline.figure(plan).strips()
    assert strips.head is not None
    assert strips.head.alt == "Milepæle over perioden. Årene fra 2026 til 2029."
    assert strips.parts[0].alt.startswith("Beskæftigelse: 1.1. Milepæl 0.")
    assert len(strips.parts) > 15
    assert max(part.height for part in strips.parts) < 1_400
    assert [drawing.title for drawing in strips.drawings] == ["Milepæle over perioden"] * len(strips.drawings)


def test_what_has_words_is_never_cut() -> None:
    box, surface = Box(0, 100, 50, 100, (Text("Ord"),)), Box(0, 0, 50, 400, fill="FFFFFF")
    bend = Line(((10, 0), (10, 300), (40, 300)), "000000")
    assert not free((box,), 150)
    assert free((box, surface), 200)
    assert not free((bend,), 300)
    upper, lower = sliced((surface, box, bend), [0, 200])
    assert upper == (
        Box(0, 0, 50, 200, fill="FFFFFF"), box, Line(((10, 0), (10, 200)), "000000"),
    )  # fmt: skip
    assert lower == (Box(0, 0, 50, 200, fill="FFFFFF"), Line(((10, 0), (10, 100), (40, 100)), "000000"))
