"""A Word file alone does not show the whole agreement, and the reports say so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aftale_builder.report import github, render
from tests.report.made import assessment

SAID = "Kun filen er bedømt"


@pytest.mark.parametrize("form", ["text", "html"])
@pytest.mark.parametrize(
    ("unseen", "judged", "said"), [(f"{SAID}: resten kan ikke ses.", True, True), ("", True, False), (f"{SAID}.", False, False)]
)
def test_what_could_not_be_seen_is_told(form: str, unseen: str, judged: bool, said: bool) -> None:
    assert (SAID in render(form, [replace(assessment(path="b.docx"), judged=judged, unseen=unseen)])) is said


def test_the_job_summary_tells_it_too() -> None:
    assert SAID in github.summary([replace(assessment(path="b.docx"), unseen=SAID)], advice=False)


def test_a_word_file_is_named_by_its_name() -> None:
    shown = render("html", [assessment(path="mappe/aftale.docx")])
    assert "<h1>aftale.docx</h1>" in shown
    assert "Kontrol af Word-fil" in shown
