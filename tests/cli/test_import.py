"""`aftale import` on the command line: what is said, where, and the exit code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from aftale_builder.cli import main
from aftale_builder.cli._group import run
from aftale_builder.model import load
from tests.documents.making import copy_of_sample
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
        "stykker tekst er gjort rede for (importjournal.json)",
        "i 0 noter",
        "sat til boligorganisation",
        f'aftale check "{tmp_path / "ny mappe"}"',
    ):
        assert words in told.out
    assert (tmp_path / "ny mappe" / "aftale.yaml").exists()
    total, *parts = map(int, re.findall(r"^ +(\d+) ", told.out, re.MULTILINE))
    assert total == sum(parts)


def test_a_refused_import_writes_nothing_and_gives_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = saved(tmp_path, docx(p("Et referat")))
    assert run(["import", str(source), "-o", str(tmp_path / "ny")]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("Fejl: «skema.docx» ligner ikke en strategisk samarbejdsaftale")
    assert [path.name for path in tmp_path.iterdir()] == ["skema.docx"]


def test_a_whole_package_comes_back_in_one_go(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All that the program knows is brought in; what it does not know is told, each file, and what to do."""
    before = copy_of_sample(tmp_path / "før")
    assert run(["render", str(before)]) == 0
    files = sorted(str(path) for path in (before / "pakke").iterdir() if path.suffix in {".docx", ".xlsx"})
    after = tmp_path / "efter"
    capsys.readouterr()
    assert run(["import", *files, "-o", str(after)]) == 1
    told = capsys.readouterr()
    assert [line for line in told.err.split("\n") if line.startswith("  - ")] == [
        "  - «Beredskabsplan.docx» er en beredskabsplan, og dem henter importen ikke.",
        "  - «Indberetningsskema.docx» er et indberetningsskema, og dem henter importen ikke.",
        "  - «Milepælsplan.docx» er en milepælsplan, og dem henter importen ikke.",
    ]
    old, new = load(before).aftale, load(after).aftale
    assert old is not None
    assert new is not None
    assert [one.omraade for one in new.indsatsomraader if one.delaftale] == [one.omraade for one in old.indsatsomraader]
    assert old.budget is not None
    assert new.budget is not None
    assert [post.tekst for post in new.budget.poster] == [post.tekst for post in old.budget.poster]
    assert [new.er_lokal(kilde) for kilde in new.budget.kilder] == [old.er_lokal(kilde) for kilde in old.budget.kilder]


def test_the_file_that_an_agreement_was_brought_in_from_is_not_told_to_be_pulled(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = saved(tmp_path, Form(own={"2": p("Vores vision.")}, signatures=p("Kommune XX")).file())
    assert run(["import", str(source), "-o", str(tmp_path / "ny")]) == 0
    capsys.readouterr()
    assert run(["check", str(source), "--against", str(tmp_path / "ny")]) == 1
    told = capsys.readouterr()
    assert "DOK408" in told.out
    assert "aftale pull" not in told.out
    assert "Aftalen er hentet fra denne fil." in told.out.replace("\n  ", " ")
    assert "Aftalen er hentet fra filen." in told.err


def test_a_file_of_another_generation_is_told_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = saved(tmp_path, Form(own={"2": p("Vores vision."), "6": p("Inden for rammerne af 2015-18-midlerne.")}).file())
    assert run(["import", str(source), "-o", str(tmp_path / "ny")]) == 0
    told = capsys.readouterr().out
    assert "I filen står 2015-18-midlerne. Den er hentet som en aftale for 2019-26-midlerne" in told


def test_files_that_can_not_be_read_are_told_and_the_others_brought_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:  # fmt: skip
    source = saved(tmp_path, Form(own={"2": p("Vores vision.")}).file())
    (tmp_path / "referat.docx").write_bytes(docx(p("Et referat")))
    (tmp_path / "brudt.docx").write_bytes(source.read_bytes()[:500])
    others = [str(tmp_path / name) for name in ("brudt.docx", "referat.docx")]
    assert run(["import", *others, str(source), "-o", str(tmp_path / "ny")]) == 1
    told = capsys.readouterr().err
    assert "Ikke hentet: 2 filer." in told
    assert "«brudt.docx»: " in told
    assert "«referat.docx» ligner ikke en strategisk samarbejdsaftale" in told
    assert (tmp_path / "ny" / "aftale.yaml").is_file()
    assert run(["import", *others, "-o", str(tmp_path / "anden")]) == 1
    assert not (tmp_path / "anden").exists()


def test_a_pattern_is_the_files_that_it_fits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The shell on Windows leaves «*.docx» to the program; Word keeps a file of its own beside one that is open."""
    (tmp_path / "skema [1]").mkdir()
    source = saved(tmp_path / "skema [1]", Form(own={"2": p("Vores vision.")}).file())
    source.with_name("~$skema.docx").write_bytes(b"hvem")
    monkeypatch.setattr("sys.argv", ["aftale", "import", str(source.with_name("*.docx")), "-o", str(tmp_path / "ny")])
    assert main() == 0
    assert f"«{source.name}» er hentet" in capsys.readouterr().out
    monkeypatch.setattr("sys.argv", ["aftale", "import", str(tmp_path / "x*.docx"), "-o", str(tmp_path / "ny")])
    assert main() == 2
    assert "passer ikke på nogen fil. Skriv stien til Word-filen." in capsys.readouterr().err


@pytest.mark.parametrize(("name", "words"), [("B.xlsx", "budgettet"), ("b.docx", "Word-filen"), ("b", "en fil")])
def test_a_file_that_is_not_there_is_called_what_it_is(
    name: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:  # fmt: skip
    assert run(["import", str(tmp_path / name), "-o", str(tmp_path / "ny")]) == 2
    assert f"findes ikke. Skriv stien til {words}." in capsys.readouterr().err


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
