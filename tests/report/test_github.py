"""GitHub: ten annotations, the gravest; all of it in the job summary."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from aftale_builder.cli import _summary
from aftale_builder.findings import Place, Severity
from aftale_builder.regulation import Skoen
from aftale_builder.report import github
from aftale_builder.report.github import render, summary
from aftale_builder.report.text import render as in_words
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


def test_the_annotations_are_those_of_the_text_report_in_its_order() -> None:
    made = sample()
    titles = [re.findall(r"title=(\w{6}) ", line)[0] for line in told_of(render([made], advice=False))]
    overview = in_words([made], advice=False, rich=False).splitlines()[2:13]
    assert titles == [line.split()[1] for line in overview if line.startswith("  ")]
    assert titles[0] == "PRV301"


def test_an_annotation_says_how_many_more_there_are_of_its_rule() -> None:
    slips = [finding("PRV301", line=n) for n in range(1, 31)]
    told = told_of(render([assessment(*slips, finding(line=99))], advice=False))
    assert "Noget er galt. (og 20 til af samme slags)%0A" not in told[1]
    assert "(og 21 til af samme slags)%0ASådan:" in told[0]
    assert "title=LBF061" in told[1]


@pytest.mark.parametrize("number", [500, 5000])
def test_a_summary_of_very_many_sums_those_of_a_kind(number: int) -> None:
    slips = [finding("PRV301", line=n, message=f"Nummer {n}: " + "ord " * 60) for n in range(1, number + 1)]
    lone = finding("LBF010", line=number + 1)
    shown = summary([assessment(*slips, lone)], advice=True)
    assert len(shown.encode()) <= github.SUMMARY_BYTES
    assert "| fejl | LBF010 " in shown
    rows = sum(line.startswith("| fejl | PRV301 ") for line in shown.splitlines())
    assert f"og {number - rows + 1} til af samme slags." in shown
    assert "steder til" in shown
    assert "for langt" not in shown


def test_what_is_summed_keeps_what_is_exempted_apart() -> None:
    slips = [finding(line=n, message="ord " * 400) for n in range(1, 41)]
    shown = summary([assessment(*slips, *[replace(one, exempted="aftalt") for one in slips])], advice=True)
    assert shown.count("til af samme slags. |") == 1
    assert shown.count("til af samme slags. Undtaget. |") == 1


@pytest.mark.parametrize("limit", [0, 10, 500])
def test_a_summary_that_not_even_sums_make_short_is_cut(limit: int, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = summary([many(200)], advice=True)
    monkeypatch.setattr(github, "SUMMARY_BYTES", limit)
    cut = summary([many(200)], advice=True)
    assert len(cut.encode()) < limit + 200 < len(whole.encode())
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
