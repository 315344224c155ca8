"""`aftale import` on the command line: what is said, where, and the exit code."""

from __future__ import annotations

from pathlib import Path

import pytest

from aftale_builder.cli._group import run
from tests.importing.forms import Form
from tests.word.wordfile import docx, p


def saved(folder: Path, data: bytes) -> Path:
    file = folder / "skema.docx"
    file.write_bytes(data)
    return file


def test_an_import_says_what_became_of_everything(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = saved(tmp_path, Form(own={"2": p("Vores vision."), "8": p("Vi mødes.")}, signatures=p("Kommune XX")).file())
    assert run(["import", str(source), "-o", str(tmp_path / "ny mappe")]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    for words in (
        "er jeres egne ord",
        "1 er pladsholdere",
        "1 er der ikke et sted til: de står i ikke-placeret.md",
        "0 noter er gjort rede for (importjournal.json)",
        "sat til boligorganisation",
        f'aftale check "{tmp_path / "ny mappe"}"',
    ):
        assert words in told.out
    assert (tmp_path / "ny mappe" / "aftale.yaml").exists()


def test_a_refused_import_writes_nothing_and_gives_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = saved(tmp_path, docx(p("Et referat")))
    assert run(["import", str(source), "-o", str(tmp_path / "ny")]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("Fejl: «skema.docx» ligner ikke en strategisk samarbejdsaftale")
    assert [path.name for path in tmp_path.iterdir()] == ["skema.docx"]


def test_a_folder_is_no_word_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", str(tmp_path), "-o", str(tmp_path / "ny")]) == 2
    assert f"«{tmp_path}» er en mappe." in capsys.readouterr().err


def test_an_old_word_file_is_told_to_be_saved_as_docx(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, renamed in (("gammel.doc", False), ("gammel.docx", True)):
        (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
        assert run(["import", str(tmp_path / name), "-o", str(tmp_path / "ny")]) == 1
        told = capsys.readouterr().err
        assert "«Gem som»" in told
        assert ("selv om den hedder" in told) is renamed


@pytest.mark.parametrize("arguments", [["findes-ikke.docx", "-o", "ny"], ["findes-ikke.docx"], []])
def test_bad_usage_gives_2(arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["import", *arguments]) == 2
    assert list(tmp_path.iterdir()) == []


def test_the_folder_s_own_parents_are_made(tmp_path: Path) -> None:
    source = saved(tmp_path, Form().file())
    assert run(["import", str(source), "-o", str(tmp_path / "a" / "b" / "c")]) == 0
    assert run(["import", str(source), "-o", str(tmp_path / "a" / "b" / "c")]) == 1
