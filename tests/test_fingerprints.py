"""Fingerprints: the same fault keeps its name when lines move, and no two faults share one."""

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from aftale_builder.findings import Finding, Place, Severity
from tests.rules.cases import Case, cases, found, found_in, laid_over

FINDING = Finding("LBF082", "vision-mangler", Severity.FEJL, "Der er ingen vision.", "", Place("a.yaml", "vision", 3, 1))
SPEAKING = [case for case in cases() if case.verdict != "valid"]


@pytest.mark.parametrize(
    "other",
    [
        replace(FINDING, place=Place("b.yaml", "vision", 300, 7)),
        replace(FINDING, help="Skriv en.", name="andet-navn", severity=Severity.RAAD),
        replace(FINDING, message="DER ER   ingen\nvision. "),
        replace(FINDING, exempted="aftalt"),
    ],
)
def test_the_same_fault(other: Finding) -> None:
    assert other.fingerprint == FINDING.fingerprint


@pytest.mark.parametrize(
    "other",
    [
        replace(FINDING, code="LBF083"),
        replace(FINDING, place=Place("a.yaml", "visionen", 3, 1)),
        replace(FINDING, message="Der er en tom vision."),
        replace(FINDING, subject="vision"),
    ],
)
def test_another_fault(other: Finding) -> None:
    assert other.fingerprint != FINDING.fingerprint


def test_the_subject_stands_for_the_message() -> None:
    one, other = replace(FINDING, subject="Åby"), replace(FINDING, subject=unicodedata.normalize("NFD", "åby"), message="Andet.")
    assert one.fingerprint == other.fingerprint


def test_a_fingerprint_is_short_and_plain() -> None:
    assert len(FINDING.fingerprint) == 16
    assert set(FINDING.fingerprint) <= set("0123456789abcdef")


@pytest.mark.parametrize("case", SPEAKING, ids=lambda case: f"{case.path.parent.name}/{case.path.stem}")
def test_moved_lines_change_no_fingerprint_and_no_two_faults_share_one(case: Case, tmp_path: Path) -> None:
    text = laid_over(case.text)
    before = found(text)
    after = found_in(tmp_path, f"# en linje mere\n\n{text}")
    assert [finding.fingerprint for finding in before] == [finding.fingerprint for finding in after]
    assert [(finding.place.line or 0) + 2 for finding in before] == [finding.place.line for finding in after]
    assert len({finding.fingerprint for finding in before}) == len(before)
