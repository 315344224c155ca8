"""A Word file alone does not show the whole agreement, and the reports say so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aftale_builder.report import github, render
from tests.report.made import assessment

SAID = "Kun filen er bedømt"


@pytest.mark.parametrize("form", ["text", "html"])
@pytest.mark.parametrize(
    ("path", "judged", "said"), [("a/b.docx", True, True), ("a/B.DOCX", True, True), ("a", True, False), ("b.docx", False, False)]
)
def test_what_could_not_be_seen_is_told(form: str, path: str, judged: bool, said: bool) -> None:
    assert (SAID in render(form, [replace(assessment(path=path), judged=judged)])) is said


def test_the_job_summary_tells_it_too() -> None:
    assert SAID in github.summary([assessment(path="b.docx")], advice=False)


def test_a_word_file_is_named_by_its_name() -> None:
    shown = render("html", [assessment(path="mappe/aftale.docx")])
    assert "<h1>aftale.docx</h1>" in shown
    assert "Kontrol af Word-fil" in shown
