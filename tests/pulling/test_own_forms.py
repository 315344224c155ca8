"""Files made of a form that the users brought: named by the agreement, or only on the command line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from aftale_builder.cli._group import run as aftale
from tests.binding.blank import form
from tests.pulling.sample import AGREEMENT, SAMPLE, Word, by_libreoffice
from tests.pulling.test_edits import VISION

DOCUMENT = "strategisk-samarbejdsaftale"
NAME = "skabelon fra sagen.docx"

pytestmark = pytest.mark.langsom


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the sample, with a form beside it."""
    (tmp_path / NAME).write_bytes(form())
    return Path(shutil.copytree(SAMPLE, tmp_path / "aftale", ignore=shutil.ignore_patterns(".aftale", "pakke")))


def rendered(folder: Path) -> Path:
    """Render with the form that is named on the command line, and forget where that lay."""
    path = folder.parent / NAME
    assert aftale(["render", str(folder), "--template", f"{DOCUMENT}={path}"]) == 0
    path.unlink()
    return folder / "pakke" / AGREEMENT


def named(folder: Path) -> Path:
    """Render with the form that the agreement names."""
    path = folder / "aftale.yaml"
    shutil.move(folder.parent / NAME, folder / NAME)
    path.write_text(f"{path.read_text()}\nskabeloner:\n  - {{dokument: {DOCUMENT}, fil: {NAME}}}\n")
    assert aftale(["render", str(folder)]) == 0
    return folder / "pakke" / AGREEMENT


def typed(path: Path, old: str, new: str) -> Path:
    word = Word(path)
    word.replace(old, new)
    word.save()
    return path


def against(path: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    aftale(["check", str(path), "--against", str(folder)])
    return capsys.readouterr().out


@pytest.mark.parametrize("made", [rendered, named])
def test_an_edit_comes_home_from_a_form(made: object, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert callable(made)
    word = made(folder)
    assert "DOK408" not in against(word, folder, capsys)
    typed(word, "Vi banker på.", "Vi ringer på.")
    assert against(word, folder, capsys).count("fejl DOK408") == 1
    assert aftale(["pull", str(word)]) == 0
    told = capsys.readouterr().out
    assert ("--template" in told) == (made is rendered)
    assert "Vi ringer på." in (folder / VISION).read_text()
    assert "DOK408" not in against(word, folder, capsys)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice findes ikke her")
def test_a_form_that_libreoffice_saved_is_unchanged(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    word = rendered(folder)
    by_libreoffice(word)
    assert "DOK408" not in against(word, folder, capsys)
    assert aftale(["pull", str(word)]) == 0
    assert "Der er intet at hente" in capsys.readouterr().out


def test_the_forms_own_words_are_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    word = typed(rendered(folder), "Vision for boligområdet", "Vores vision")
    assert aftale(["pull", str(word)]) == 1
    assert "dokumentets egne ord" in capsys.readouterr().out


def test_check_of_the_agreement_knows_the_form_that_was_used(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rendered(folder)
    path = folder / "kommissorium-koordinationsgruppen.yaml"
    path.write_text(path.read_text().replace("to parter", "tre parter"))
    capsys.readouterr()
    aftale(["check", str(folder)])
    told = " ".join(capsys.readouterr().out.split())
    assert told.count("advarsel DOK408 afviger-fra-kilden") == 1
    assert f'som sidst med --template {DOCUMENT}="{NAME}"' in told


def test_without_what_was_kept_of_the_form(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    word = typed(rendered(folder), "Vi banker på.", "Vi ringer på.")
    (kept,) = (folder / ".aftale").glob("skabelon-*")
    kept.write_bytes(kept.read_bytes()[:-1])
    assert aftale(["check", str(word), "--against", str(folder)]) == 2
    assert f"jeres egen skabelon «{NAME}»" in capsys.readouterr().err
    assert aftale(["pull", str(word)]) == 0
    assert "Vi ringer på." in (folder / VISION).read_text()


def test_a_form_is_kept_as_long_as_a_file_that_was_made_of_it(folder: Path) -> None:
    rendered(folder)
    assert aftale(["render", str(folder)]) == 0
    assert len(list((folder / ".aftale").glob("skabelon-*"))) == 1
    for path in (folder / ".aftale").glob("*.json"):
        if NAME in path.read_text():
            path.unlink()
    assert aftale(["render", str(folder)]) == 0
    assert not list((folder / ".aftale").glob("skabelon-*"))
