"""Every figure, however large: all its words are there, whole and legible, in their boxes and on their page."""

from __future__ import annotations

from datetime import date
from itertools import combinations, pairwise, product

import pytest
from hypothesis import given, settings

from aftale_builder.figures import logic, organisation, timeline
from aftale_builder.figures.drawing import Box, Drawing, Line, Text, sentence
from aftale_builder.figures.geometry import placed
from aftale_builder.figures.look import HEIGHT, WIDTH
from aftale_builder.figures.measuring import height
from tests.figures.making import LEVELS, crowded, drawn

_DIVIDED = 250
"""A text longer than this may be divided between boxes."""


def squeezed(text: str) -> str:
    return "".join(text.split())


@given(drawn())
@settings(max_examples=60, deadline=None)
def test_all_words_are_in_the_picture_and_in_what_it_tells(made: tuple[list[Drawing], list[str]]) -> None:
    drawings, words = made
    said = squeezed(" ".join(text.words for drawing in drawings for text in drawing.texts))
    told = squeezed(" ".join(drawing.alt for drawing in drawings))
    words = [word for word in words if len(word) < _DIVIDED]
    assert [word for word in words if squeezed(word) not in said] == []
    assert [word for word in words if squeezed(word) not in told] == []


@given(drawn())
@settings(max_examples=60, deadline=None)
def test_words_stay_in_their_boxes_and_boxes_on_their_page(made: tuple[list[Drawing], list[str]]) -> None:
    for drawing in made[0]:
        assert drawing.width == WIDTH
        assert drawing.height <= HEIGHT
        for item in drawing.items:
            edges = [(item.x, item.y), (item.x + item.width, item.y + item.height)] if isinstance(item, Box) else item.points
            assert all(-100 <= x <= WIDTH + 100 and 0 <= y <= drawing.height for x, y in edges)
        for box in drawing.boxes:
            assert height(box.texts, box.width - 2 * box.margin) <= box.height
            assert all(box.y <= baseline <= box.y + box.height for _, baseline, _, _ in placed(box))


@given(drawn())
@settings(max_examples=60, deadline=None)
def test_no_words_stand_on_others(made: tuple[list[Drawing], list[str]]) -> None:
    for drawing in made[0]:
        cards = [box for box in drawing.boxes if box.shape.value == "rect"]
        assert [(one, other) for one, other in combinations(cards, 2) if _meet(one, other)] == []


@given(drawn())
@settings(max_examples=60, deadline=None)
def test_lines_are_straight_and_cross_no_card(made: tuple[list[Drawing], list[str]]) -> None:
    for drawing in made[0]:
        cards = [box for box in drawing.boxes if box.edge and box.shape.value == "rect"]
        for line in (item for item in drawing.items if isinstance(item, Line)):
            for (x, y), (to_x, to_y) in pairwise(line.points):
                assert x == to_x or y == to_y
                way = Box(min(x, to_x), min(y, to_y), abs(x - to_x), abs(y - to_y))
                assert not any(_meet(way, card) for card in cards)


@given(crowded())
@settings(max_examples=150, deadline=None)
def test_no_two_bindeled_share_a_piece_of_their_lines(chart: organisation.Chart) -> None:
    for drawing in organisation.figure(chart).drawings(HEIGHT):
        lines = [item for item in drawing.items if isinstance(item, Line)]
        assert [(one, other) for one, other in combinations(lines, 2) if _along(one, other)] == []


def test_a_bindeled_at_its_own_level_does_not_meet_one_that_comes_from_above() -> None:
    """The first goes down from its box and along; the second came down in the same place and looked like its continuation."""
    levels = (("d", 0), ("a", 1), ("b", 1), ("c", 2), ("e", 2))
    organs = tuple(organisation.Organ(ref, Text(ref.upper()), (), level) for ref, level in levels)
    links = tuple(organisation.Link(one, other, Text("x"), Text("op")) for one, other in ("ab", "ae", "bc", "dc", "de", "da"))
    drawing, *_ = organisation.figure(organisation.Chart(LEVELS, organs, links)).drawings(HEIGHT)
    lines = [item for item in drawing.items if isinstance(item, Line)]
    assert len(lines) == len(links)
    assert not any(_along(one, other) for one, other in combinations(lines, 2))


def _along(one: Line, other: Line) -> bool:
    """Tell whether two lines run along each other, or one turns on the other: both look like a way from one to the other."""
    pieces = [pairwise(line.points) for line in (one, other)]
    for ((x, y), (to_x, to_y)), ((x2, y2), (to_x2, to_y2)) in product(*(list(found) for found in pieces)):
        meet = max(min(x, to_x), min(x2, to_x2)) <= min(max(x, to_x), max(x2, to_x2)) and max(
            min(y, to_y), min(y2, to_y2)
        ) <= min(max(y, to_y), max(y2, to_y2))
        if meet and ((x == to_x) == (x2 == to_x2)):
            return True
    return False


def test_a_text_longer_than_a_page_goes_on_in_another_box() -> None:
    members = tuple(Text("ord " * 300) for _ in range(12))
    organ = organisation.Organ("a", Text("Bestyrelsen", bold=True), members, 1)
    drawings = organisation.figure(organisation.Chart(LEVELS, (organ,))).drawings(HEIGHT)
    said = [found.words for drawing in drawings for found in drawing.texts]
    assert " ".join(said).split().count("ord") == 3_600
    assert said.count("Bestyrelsen") == 1
    assert said.count("Bestyrelsen (fortsat)") > 1


def _meet(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def test_words_under_nine_points_are_refused() -> None:
    with pytest.raises(ValueError, match="9 pt"):
        Text("for småt", size=17)


def test_what_is_no_name_is_cut_short_and_says_so() -> None:
    assert Text("x" * 1_501).words == "x" * 1_500 + " …"
    assert Text("x" * 1_500).words == "x" * 1_500


def test_a_bindeled_is_a_line_with_an_arrow_for_each_way_that_knowledge_flows() -> None:
    organs = tuple(organisation.Organ(ref, Text(ref.upper()), (), level) for ref, level in (("a", 1), ("b", 3), ("c", 3)))
    links = (
        organisation.Link("b", "a", Text("begge"), Text("op"), Text("ned")),
        organisation.Link("a", "c", Text("kun ned"), None, Text("ned")),
        organisation.Link("a", "ukendt", Text("ingen streg")),
    )
    (drawing,) = organisation.figure(organisation.Chart(LEVELS, organs, links)).drawings(HEIGHT)
    lines = [item for item in drawing.items if isinstance(item, Line)]
    assert sorted((line.start, line.end) for line in lines) == [(False, True), (True, True)]
    assert drawing.alt == (
        "Organisationsdiagram. Strategisk: A. Udførende: B. C. Bindeled 1: begge. ↑ Op: op. ↓ Ned: ned. "
        "Bindeled 2: kun ned. ↓ Ned: ned. Bindeled 3: ingen streg."
    )


def test_gaps_in_the_logic_are_seen_and_told() -> None:
    rows = [
        logic.Chain(((logic.Step("K1", Text("Ensomhed")),), (), (logic.Step("D1", Text("Flere venner")),), ())),
        logic.Chain((None, (logic.Step("A1", Text("Café")),), (), None)),
    ]
    (drawing,) = logic.figure("Medborgerskab", rows).drawings(HEIGHT)
    assert [text.words for box in drawing.boxes if box.dashed for text in box.texts] == [
        "Ingen aktivitet", "Intet overordnet mål", "Intet delmål",
    ]  # fmt: skip
    assert drawing.alt == (
        "Indsatslogik: Medborgerskab. Kerneudfordring: K1 Ensomhed → ingen aktivitet → Delmål: D1 Flere venner → "
        "intet overordnet mål. Aktivitet: A1 Café → intet delmål."
    )


def test_a_milestone_stands_where_its_day_is() -> None:
    first, last = date(2026, 1, 1), date(2027, 12, 31)
    days = (first, date(2026, 12, 31), last)
    marks = tuple(timeline.Mark(Text(str(day)), day, Text("x")) for day in days)
    (drawing,) = timeline.figure(timeline.Plan(first, last, (timeline.Lane(Text("Alle"), marks),))).drawings(HEIGHT)
    signs = [item.x for item in drawing.items if isinstance(item, Box) and item.shape.value == "diamond"]
    assert signs[1] - signs[0] == pytest.approx((signs[2] - signs[0]) / 2, abs=5)
    (title,) = {drawing.title}
    assert title == "Milepæle over perioden"


def test_a_hundred_milestones_take_several_drawings_with_the_axis_and_the_heading_on_each() -> None:
    marks = tuple(timeline.Mark(Text("1.1."), date(2026, 1, 1), Text(f"Milepæl {number}")) for number in range(100))
    lane = timeline.Lane(Text("Beskæftigelse"), marks)
    drawings = timeline.figure(timeline.Plan(date(2026, 1, 1), date(2029, 12, 31), (lane,))).drawings(4_000)
    assert len(drawings) > 3
    for drawing in drawings:
        said = [text.words for text in drawing.texts]
        assert said[:4] == ["2026", "2027", "2028", "2029"]
        assert "Beskæftigelse" in said
    assert drawings[1].title == f"Milepæle over perioden, del 2 af {len(drawings)}"


def test_the_last_year_of_the_axis_has_its_number_however_short_it_is() -> None:
    for last in (date(2030, 1, 1), date(2030, 3, 31)):
        lane = timeline.Lane(Text("Alle"), (timeline.Mark(Text("1.1."), last, Text("x")),))
        (drawing,) = timeline.figure(timeline.Plan(date(2026, 4, 1), last, (lane,))).drawings(HEIGHT)
        (year,) = (box for box in drawing.boxes if box.texts[0].words == "2030")
        assert year.x + year.width <= WIDTH


def test_a_heading_is_followed_by_two_milestones_before_a_new_part_begins() -> None:
    first = date(2026, 1, 1)
    for count in range(1, 24):
        lanes = tuple(
            timeline.Lane(Text(name), tuple(timeline.Mark(Text("1.1."), first, Text(f"{name}{at}")) for at in range(many)))
            for name, many in (("P", count), ("Q", 12))
        )
        for drawing in timeline.figure(timeline.Plan(first, date(2027, 1, 1), lanes)).drawings(4_000):
            said = [text.words for text in drawing.texts]
            assert "Q0" not in said or "Q1" in said


def test_what_ends_as_a_sentence_gets_no_second_full_stop() -> None:
    assert [sentence(words) for words in ("retning", "retning.", "Hvad nu?", "med mere …")] == [
        "retning.", "retning.", "Hvad nu?", "med mere …",
    ]  # fmt: skip


def test_bindeled_are_numbered_from_the_top_left_in_whatever_order_they_are_written() -> None:
    levels = (("top", 0), ("left", 1), ("right", 1), ("foot", 2))
    organs = tuple(organisation.Organ(ref, Text(ref), (), level) for ref, level in levels)
    written = [("foot", "right"), ("foot", "left"), ("right", "top"), ("top", "left"), ("left", "ukendt")]
    links = tuple(organisation.Link(one, other, Text(f"{one}-{other}"), Text("op")) for one, other in written)
    drawings = organisation.figure(organisation.Chart(LEVELS, organs, links)).drawings(HEIGHT)
    said = [text.words for drawing in drawings for text in drawing.texts if "-" in text.words]
    assert said == ["top-left", "right-top", "foot-left", "foot-right", "left-ukendt"]
    badges = [box for box in drawings[0].boxes if box.shape.value == "ellipse" and box.width < box.x]
    signs = sorted(badges, key=lambda box: (box.y, box.x))
    assert [box.texts[0].words for box in signs] == ["1", "2", "3", "4"]


def test_bindeled_to_organs_in_the_next_drawing_leave_in_the_order_of_their_numbers() -> None:
    members = tuple(Text(f"Medlem {at}") for at in range(9))
    organs = (
        organisation.Organ("top", Text("top"), (), 0),
        *(organisation.Organ(f"o{at}", Text(f"o{at}"), members, 1) for at in range(9)),
    )
    links = tuple(organisation.Link("top", f"o{at}", Text("x"), Text("op")) for at in range(9))
    first, *more = organisation.figure(organisation.Chart(LEVELS, organs, links), 5_000).drawings(5_000)
    signs = [box for box in first.boxes if box.shape.value == "ellipse"]
    top = min(box.y for box in signs)
    signs = sorted((box for box in signs if box.y == top), key=lambda box: box.x)
    assert more
    assert [box.texts[0].words for box in signs] == [str(number) for number in range(1, 10)]
