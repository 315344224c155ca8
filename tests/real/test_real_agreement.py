"""The real agreement: each of its faults is named at its place, once, and nothing else is. The lists were read, then frozen."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from aftale_builder.assessment import assess
from aftale_builder.findings import Finding
from aftale_builder.importing.run import import_files
from aftale_builder.regulation import regulativ
from aftale_builder.word_check import assess_file

HERE = Path(__file__).parent
_LINE = re.compile(r"(?P<severity>fejl|advarsel|råd) (?P<code>[A-Z]{3}\d{3}) (?P<place>.+?): (?P<words>[^:]+)")


class Fault(NamedTuple):
    """A fault of the list: what is found, where, and words of its message."""

    severity: str
    code: str
    place: str
    words: str


def listed(name: str) -> list[Fault]:
    lines = (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    found = [_LINE.fullmatch(line) for line in lines if line and not line.startswith("#")]
    return [Fault(**match.groupdict()) for match in found if match is not None]


def in_word(finding: Finding) -> str:
    place = finding.place
    return f"{place.section}, {place.paragraph}" if place.section else "filen"


def hold(findings: tuple[Finding, ...], faults: list[Fault], places: list[str]) -> None:
    """Hold the findings to the list: each fault by one finding, each finding in the list."""
    left = list(zip(findings, places, strict=True))
    missed = []
    for fault in faults:
        same = [
            (finding, place)
            for finding, place in left
            if (finding.severity, finding.code, place) == fault[:3] and fault.words in finding.message
        ]
        if len(same) == 1:
            left.remove(same[0])
        else:
            missed.append(fault)
    assert not missed
    assert [(place, finding.code, finding.message) for finding, place in left] == []


@pytest.mark.parametrize("name", ["word-fil", "blank-skabelon", "hentet"])
def test_every_line_of_a_list_is_read(name: str) -> None:
    lines = (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert len(listed(name)) == sum(bool(line) and not line.startswith("#") for line in lines) > 10


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("slagelse-strategisk-samarbejdsaftale", "word-fil"),
        ("slagelse-strategisk-samarbejdsaftale-libreoffice", "word-fil"),
        ("skabelon-strategisk-samarbejdsaftale", "blank-skabelon"),
    ],
)
def test_the_faults_of_a_word_file_are_those_that_a_reader_finds(file: str, name: str, shared: Path) -> None:
    findings = assess_file(shared / "real" / f"{file}.docx").findings
    hold(findings, listed(name), [in_word(finding) for finding in findings])


def test_the_faults_of_the_imported_agreement_are_those_that_a_reader_finds(shared: Path, tmp_path: Path) -> None:
    rules = regulativ("lbf-2019-26")
    assert rules is not None
    folder = tmp_path / "aftale"
    import_files([shared / "real" / "slagelse-strategisk-samarbejdsaftale.docx"], folder, rules)
    findings = assess(folder, date(2026, 1, 1)).findings
    hold(findings, listed("hentet"), [f"{Path(one.place.file).relative_to(folder)}:{one.place.line}" for one in findings])
