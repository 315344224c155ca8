"""The text report: carets under the place on a terminal, words only elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aftale_builder.assessment import Assessment
from aftale_builder.findings import Citation, Finding, Place, Severity
from aftale_builder.report.text import render
from aftale_builder.source.node import SourceFile

PLACE = Place("a.yaml", "navn", 2, 7, 2, 12)
FINDING = Finding(
    "LBF061",
    "medfinansiering-under-25",
    Severity.FEJL,
    "Andelen er for lille.",
    "Find flere penge.",
    PLACE,
    sources=(Citation("lbf-organisation", "lbf.dk", "min. 25 %", "F"),),
)


def assessment(*findings: Finding, text: str = "a: 1\nnavn: Hejsa # x\n") -> Assessment:
    return Assessment("aftale", "lbf-2019-26", findings, (), {"a.yaml": SourceFile("a.yaml", text)}, judged=True)


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
