"""GitHub: ten annotations, the gravest; all of it in the job summary."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from aftale_builder.cli import _summary
from aftale_builder.findings import Place, Severity
from aftale_builder.regulation import Skoen
from aftale_builder.report import github
from aftale_builder.report.github import render, summary
from tests.report.made import FINDING, assessment, finding, many, sample


def told_of(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("::")]


def test_an_annotation_names_place_rule_message_and_remedy() -> None:
    (told,) = told_of(render([assessment(FINDING)], advice=False))
    command, message = told.removeprefix("::").split("::")
    assert command == "error file=a.yaml,line=2,col=7,endLine=2,endColumn=12,title=LBF061 medfinansiering-under-25"
    assert message == "Andelen er for lille.%0ASådan: Find flere penge."


@pytest.mark.parametrize(("number", "shown"), [(0, 0), (1, 1), (10, 10), (11, 10), (200, 10)])
def test_a_step_gives_ten_at_most(number: int, shown: int) -> None:
    made = many(number) if number else assessment()
    text = render([made], advice=True)
    assert len(told_of(text)) == shown
    assert ("jobbets resumé" in text) == (number > 10)


def test_the_gravest_of_all_agreements_come_first() -> None:
    light = assessment(*[finding(severity=Severity.ADVARSEL, line=n) for n in range(1, 12)], path="a")
    grave = assessment(finding(), path="b")
    told = told_of(render([light, grave], advice=False))
    assert told[0].startswith("::error ")
    assert [line.partition(" ")[0] for line in told[1:]] == ["::warning"] * 9


def test_raad_are_notices_and_what_is_exempted_is_silent() -> None:
    raad = finding("RAD501", Severity.RAAD)
    assert told_of(render([assessment(raad)], advice=True))[0].startswith("::notice ")
    assert not told_of(render([assessment(replace(FINDING, exempted="aftalt"))], advice=True))


def test_nothing_in_a_message_or_name_ends_the_command() -> None:
    wild = replace(finding(message="100 %\r\n::error::x"), place=Place("a,b:c.yaml", line=1, column=1))
    text = render([assessment(wild)], advice=False)
    assert "file=a%2Cb%3Ac.yaml" in text
    assert "100 %25%0D%0A::error::x" in text
    assert len(told_of(text)) == 1


def test_a_place_in_a_word_file_is_told_in_words() -> None:
    wild = replace(FINDING, place=Place("a.docx", section="Vision", paragraph=3))
    (told,) = told_of(render([assessment(wild)], advice=False))
    assert told.startswith("::error file=a.docx,title=")
    assert "::a.docx, Vision, 3. tekstafsnit: Andelen er for lille." in told


def test_the_summary_has_every_finding_and_the_checklist() -> None:
    made = replace(many(200), judgement=(Skoen("vision", "Er visionen den rigtige?", "lbf-skabelon-2019"),))
    text = summary([made], advice=True)
    assert text.startswith("## aftale: Afvist\n")
    assert sum(line.startswith(("| fejl |", "| advarsel |")) for line in text.splitlines()) == 200
    assert "- [ ] Er visionen den rigtige?" in text


def test_nothing_in_a_cell_breaks_the_table() -> None:
    text = summary([assessment(finding(message="a|b\n<b>&*c*"))], advice=False)
    assert "| a\\|b &lt;b>&amp;\\*c\\* |" in text


def test_a_summary_that_github_would_not_show_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = summary([many(200)], advice=True)
    monkeypatch.setattr(github, "SUMMARY_BYTES", 3000)
    cut = summary([many(200)], advice=True)
    assert len(cut.encode()) < 3200 < len(whole.encode())
    assert cut.endswith("se det med «aftale check».\n")


def test_the_summary_is_added_to_the_file_that_github_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "resume.md"
    target.write_text("før\n", encoding="utf-8")
    monkeypatch.setenv(_summary.VARIABLE, str(target))
    _summary.add_summary([sample()], advice=False)
    text = target.read_text("utf-8")
    assert text.startswith("før\n## ")
    assert "KLD005" in text


def test_outside_github_nothing_is_written(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv(_summary.VARIABLE, raising=False)
    _summary.add_summary([sample()], advice=False)
    assert capsys.readouterr() == ("", "")


def test_a_summary_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(_summary.VARIABLE, str(tmp_path))
    _summary.add_summary([sample()], advice=False)
    assert "kunne ikke skrives" in capsys.readouterr().err
