"""Which findings are told first."""

from __future__ import annotations

from dataclasses import replace

from aftale_builder.findings import Citation, Finding, Severity
from aftale_builder.report.gravest import gravest
from tests.report.made import finding

OURS = (Citation("vores", "Vores egen vurdering", "", "V"),)


def ours(code: str, line: int) -> Finding:
    return replace(finding(code, line=line), sources=OURS)


def told(*findings: Finding, most: int = 10) -> list[tuple[str, int]]:
    return [(one.code, more) for one, more in gravest(findings, most)]


def test_a_graver_severity_comes_before_everything() -> None:
    advarsel = finding("PRV302", Severity.ADVARSEL, 1)
    assert told(advarsel, ours("KON107", 2), most=1) == [("KON107", 0)]


def test_privacy_then_what_is_demanded_then_ours() -> None:
    found = [ours("KON107", 1), finding("LBF061", line=2), ours("PRV301", 3), ours("KLD009", 4)]
    assert [code for code, _ in told(*found)] == ["PRV301", "LBF061", "KLD009", "KON107"]


def test_equals_stand_in_the_order_of_the_report() -> None:
    assert [code for code, _ in told(finding("LBF061", line=1), finding("LBF010", line=2))] == ["LBF061", "LBF010"]


def test_each_rule_speaks_once_before_any_speaks_twice() -> None:
    slips = [finding("LBF010", line=n) for n in range(1, 5)]
    assert told(*slips, finding("LBF061", line=9), most=3) == [("LBF010", 2), ("LBF061", 0), ("LBF010", 0)]


def test_two_hundred_of_one_rule_hide_no_lighter_rule() -> None:
    slips = [ours("PRV301", n) for n in range(1, 201)]
    lighter = [finding(f"LBF08{n}", Severity.ADVARSEL, 300 + n) for n in range(5)]
    shown = told(*lighter, *slips)
    assert shown[0] == ("PRV301", 195)
    assert shown[1:6] == [(f"LBF08{n}", 0) for n in range(5)]
    assert shown[6:] == [("PRV301", 0)] * 4


def test_each_of_more_rules_than_lines_is_told_by_how_grave_it_is() -> None:
    found = [finding(f"LBF0{n}", Severity.FEJL if n > 25 else Severity.ADVARSEL, n) for n in range(20, 32) for _ in range(2)]
    assert told(*found) == [(f"LBF0{n}", 1) for n in (26, 27, 28, 29, 30, 31, 20, 21, 22, 23)]


def test_what_is_exempted_is_neither_told_nor_counted() -> None:
    found = [finding("LBF010", line=1), replace(finding("LBF010", line=2), exempted="aftalt")]
    assert told(*found) == [("LBF010", 0)]
    assert told(found[1]) == []
