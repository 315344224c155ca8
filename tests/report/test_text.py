"""The text report: carets under the place on a terminal, words only elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from aftale_builder.findings import Place, Severity
from aftale_builder.regulation import Skoen
from aftale_builder.report import render as report_of
from aftale_builder.report.text import render
from tests.report.made import FINDING, PLACE, assessment, finding, many, sample

SCREEN = 24
"""Lines of the smallest terminal that people have."""


def plain(text: str) -> str:
    import click

    return click.unstyle(text)


def test_a_caret_stands_under_the_place() -> None:
    lines = plain(render([assessment(FINDING)], advice=False, rich=True)).splitlines()
    at = lines.index("  2 | navn: Hejsa # x")
    assert lines[at + 1] == "    |       ^^^^^"


@pytest.mark.parametrize("length", [500, 20_000])
def test_a_long_line_is_shown_around_its_place(length: int) -> None:
    text = "x" * length + "HER" + "y" * length
    place = Place("a.yaml", "navn", 1, length + 1, 1, length + 4)
    shown = plain(render([assessment(replace(FINDING, place=place), text=text)], advice=False, rich=True)).splitlines()
    line, caret = next((line, shown[number + 1]) for number, line in enumerate(shown) if "HER" in line)
    assert len(line) < 120
    assert caret.index("^") == line.index("HER")
    assert caret.count("^") == 3


@pytest.mark.parametrize(
    ("places", "shown", "more"), [(1, 1, ""), (5, 5, ""), (6, 5, "og 1 sted til"), (120, 5, "og 115 steder til")]
)
@pytest.mark.parametrize("rich", [True, False])
def test_five_other_places_are_shown_and_the_rest_counted(places: int, shown: int, more: str, rich: bool) -> None:
    others = tuple((f"sted {number}", Place("a.yaml", "a", 1, 1, 1, 2)) for number in range(1, places + 1))
    made = assessment(replace(FINDING, related=others))
    lines = plain(render([made], advice=False, rich=rich)).splitlines()
    assert sum("Se også" in line for line in lines) == shown
    assert [line.strip() for line in lines if line.endswith(" til")] == ([more] if more else [])
    assert f"sted {places}" in report_of("json", [made])


def test_a_place_beyond_the_file_is_told_without_a_line() -> None:
    place = replace(PLACE, line=99)
    assert "a.yaml:99:7" in render([assessment(replace(FINDING, place=place))], advice=False, rich=True)


def test_raad_are_counted_and_shown_only_when_asked_for() -> None:
    raad = replace(FINDING, severity=Severity.RAAD, code="RAD501")
    hidden = render([assessment(raad)], advice=False, rich=False)
    assert "1 råd (vis dem med --advice)" in hidden
    assert "RAD501" not in hidden
    assert "RAD501" in render([assessment(raad)], advice=True, rich=False)


def test_a_related_place_is_shown_with_its_own_caret() -> None:
    finding = replace(FINDING, related=(("den anden står her", Place("a.yaml", "a", 1, 1, 1, 2)),))
    lines = plain(render([assessment(finding)], advice=False, rich=True)).splitlines()
    assert lines[lines.index("  1 | a: 1") + 1] == "    | ^"
    assert any("Se også a.yaml:1:1: den anden står her" in line for line in lines)


@pytest.mark.parametrize("rich", [True, False])
@pytest.mark.parametrize("number", [30, 200])
def test_the_first_screen_has_the_verdict_and_the_ten_gravest(number: int, rich: bool) -> None:
    screen = plain(render([many(number)], advice=True, rich=rich)).splitlines()[:SCREEN]
    assert screen[0].startswith("aftale: Afvist. ")
    told = [line for line in screen if re.match(r"  (fejl|advarsel) [A-Z]{3}\d{3} a\.yaml:", line)]
    assert len(told) == 10
    fejl = sum(line.startswith("  fejl ") for line in told)
    assert fejl == min(10, number * 3 // 10)
    assert f"De 10 alvorligste af {number} fund, hver slags først én gang:" in screen
    assert all(len(line) <= 100 for line in screen)


def test_one_slip_made_a_hundred_times_hides_no_other_rule() -> None:
    screen = "\n".join(render([many(200)], advice=True, rich=False).splitlines()[:SCREEN])
    assert "LBF061" in screen
    assert "til af samme slags)" in screen


def test_every_finding_is_told_in_full_however_many() -> None:
    shown = render([many(200)], advice=True, rich=False)
    assert shown.count("Sådan: ") == 200
    assert all(f"Fund nummer {number} siger sit." in shown for number in range(1, 201))


def test_few_findings_need_no_overview() -> None:
    shown = render([assessment(FINDING)], advice=False, rich=False)
    assert "Fundene kort:" not in shown
    assert "I alt:" not in shown
    assert shown.count("Andelen er for lille.") == 1


def test_the_verdict_is_told_again_where_a_terminal_ends() -> None:
    lines = render([many(30)], advice=True, rich=False).splitlines()
    again = [line for line in lines[-4:] if line.startswith("I alt: Afvist. ")]
    assert again == [f"I alt: {lines[0].removeprefix('aftale: ')} De alvorligste fund står øverst."]


def test_the_report_ends_with_what_a_human_must_judge() -> None:
    judged = replace(many(30), judgement=(Skoen("vision", "Er visionen den rigtige?", "lbf-skabelon-2019"),))
    lines = render([judged], advice=True, rich=False).rstrip().splitlines()
    assert lines[-1] == "  - Er visionen den rigtige? (lbf-skabelon-2019)"


def test_what_is_exempted_is_not_among_the_gravest() -> None:
    exempted = [replace(finding("LBF010", line=n), exempted="aftalt") for n in range(1, 6)]
    lines = render([assessment(*exempted, finding("LBF061"))], advice=False, rich=False).splitlines()
    overview = lines[: lines.index("Hvert fund med kilde, og hvad I kan gøre:")]
    assert any("LBF061" in line for line in overview)
    assert not any("LBF010" in line for line in overview)


def test_words_only_where_nobody_draws() -> None:
    shown = render([sample()], advice=True, rich=False)
    assert not set(shown) & set("^\x1b│┃─━═╭╰▲")


@pytest.mark.parametrize("text", ["navn: a\x1b[31mb", "navn: a\x07b", "navn: a\u202eb"])
def test_a_terminal_obeys_nothing_that_stands_in_a_file(text: str) -> None:
    place = Place("a.yaml", "navn", 1, 7, 1, 9)
    shown = plain(render([assessment(replace(FINDING, place=place), text=text)], advice=False, rich=True))
    assert not set("\x1b\x07\u202e") & set(shown)


def test_a_place_in_a_word_file_is_told_by_heading_and_paragraph() -> None:
    place = Place("aftale.docx", section="Vision", paragraph=14)
    assert "aftale.docx, Vision, 14. tekstafsnit: fejl LBF061" in render(
        [assessment(replace(FINDING, place=place))], advice=False, rich=False
    )


def test_the_hint_for_raad_is_gone_when_they_are_shown() -> None:
    raad = finding("RAD501", Severity.RAAD)
    assert "(vis dem" not in render([assessment(raad)], advice=True, rich=False)


def test_the_place_in_the_excerpt_is_the_place_of_the_finding() -> None:
    place = replace(PLACE, line=1, column=4, end_line=1, end_column=5)
    lines = plain(render([assessment(replace(FINDING, place=place))], advice=False, rich=True)).splitlines()
    assert lines[lines.index("  1 | a: 1") + 1] == "    |    ^"


def test_the_overview_of_a_word_file_names_no_file_and_leaves_room_for_the_message() -> None:
    heading = "5. Overordnede mål og indikatorer for den boligsociale indsats"
    places = [Place("mappe/aftale.docx", section=heading, paragraph=number) for number in range(1, 6)]
    made = assessment(*[replace(FINDING, place=place) for place in places], path="mappe/aftale.docx")
    lines = render([made], advice=False, rich=False).splitlines()
    assert lines[3] == "  fejl LBF061 5. Overordnede mål og …, 1. tekstafsnit: Andelen er for lille."
