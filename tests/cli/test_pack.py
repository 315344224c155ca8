"""`aftale pack` and `aftale verify` from outside."""

from __future__ import annotations

import io
import shutil
import sys
import zipfile
from pathlib import Path

import pytest

from aftale_builder.cli._group import run
from aftale_builder.cli._making import RefusedError, progress_bar
from aftale_builder.documents import pdf
from aftale_builder.documents.budget_book import book
from aftale_builder.packing.sealing import seal
from aftale_builder.sheet.writing import write
from tests.documents.making import SAMPLE, copy_of_sample, sample_facts

needs_soffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice er ikke installeret")
ZIP = "Sammen om Solbakken - til upload.zip"


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sample's package without PDF, not to be changed."""
    target = tmp_path_factory.mktemp("pak") / "pakke.zip"
    assert run(["pack", str(SAMPLE), "-o", str(target), "--no-pdf"]) == 0
    return target


def test_the_files_stand_in_the_order_of_the_form_with_annexes_and_what_tells_of_them(packed: Path) -> None:
    with zipfile.ZipFile(packed) as opened:
        names = opened.namelist()
        assert names[0] == "01 Strategisk samarbejdsaftale.docx"
        assert "13 Bilag - Arbejdsdeling mellem parterne.md" in names
        assert names[-3:] == ["manifest.json", "rapport.html", "tjekliste.md"]
        annex = (SAMPLE / "bilag" / "arbejdsdeling.md").read_bytes()
        assert opened.read("13 Bilag - Arbejdsdeling mellem parterne.md") == annex
        todo = opened.read("tjekliste.md").decode()
    assert all(name.replace("_", "\\_") in todo for name in names[:-3])
    assert "som I selv lægger ved" not in todo


@pytest.mark.langsom
def test_the_package_is_the_same_made_twice_on_one_day(packed: Path, tmp_path: Path) -> None:
    again = tmp_path / "igen.zip"
    assert run(["pack", str(SAMPLE), "-o", str(again), "--no-pdf"]) == 0
    assert again.read_bytes() == packed.read_bytes()


def test_verify_says_what_was_judged_and_shows_the_code(packed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["verify", str(packed)]) == 0
    said = capsys.readouterr().out
    assert "intet er ændret" in said
    assert "Bedømt: godkendt uden bemærkninger.\nDet skete efter regulativ lbf-2019-26 og regelsæt" in said
    code = said.split("Kontrolkode: ")[1].splitlines()[0]
    assert run(["verify", str(packed), "--code", code.upper().replace("-", " ")]) == 0
    assert run(["verify", str(packed), "--code", "0000-0000-0000-0000"]) == 1
    assert "er hel, men en anden pakke" in capsys.readouterr().err


def test_verify_names_the_file_that_was_changed(packed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = bytearray(packed.read_bytes())
    data[data.index(b"<!DOCTYPE") + 20] ^= 1
    changed = tmp_path / "ændret.zip"
    changed.write_bytes(data)
    assert run(["verify", str(changed)]) == 1
    assert "«rapport.html» er ændret" in capsys.readouterr().err


def test_verify_says_how_much_was_remarked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {"a.txt": b"a"}
    said = {
        "tool": {"version": "0.1.0"}, "ruleset": "2026.1", "regulation": "lbf-2019-26", "verdict": "godkendt-med-undtagelser",
        "counts": {"fejl": 0, "advarsel": 2, "råd": 1, "undtaget": 1},
    }  # fmt: skip
    target = tmp_path / "p.zip"
    target.write_bytes(seal(files, said)[0])
    assert run(["verify", str(target)]) == 0
    told = "Bedømt: godkendt med undtagelser, med 2 advarsler, 1 råd og 1 undtaget; de står i rapport.html i pakken."
    assert told in capsys.readouterr().out


@pytest.mark.parametrize("said", [{}, {"counts": 3}, {"verdict": "pæn"}])
def test_a_seal_on_something_that_is_no_package_is_told(
    said: dict[str, object], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "p.zip"
    target.write_bytes(seal({"a.txt": b"a"}, said)[0])
    assert run(["verify", str(target)]) == 1
    assert "ikke lavet af «aftale pack»" in capsys.readouterr().err


def test_verify_of_something_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "brev.zip"
    other.write_bytes(b"ikke en zip")
    assert run(["verify", str(other)]) == 1
    assert "ikke en pakke" in capsys.readouterr().err
    assert run(["verify", str(tmp_path / "findes-ikke.zip")]) == 2
    assert run(["verify", str(tmp_path)]) == 2


def test_an_agreement_with_faults_is_not_packed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["pack", str(SAMPLE.with_name("solbakken-med-fejl")), "-o", str(tmp_path / "p.zip"), "--no-pdf"]) == 1
    assert "Ret fejlene" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_package_that_is_there_is_not_replaced_unasked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = copy_of_sample(tmp_path / "aftale")
    (folder / ZIP).write_bytes(b"en anden")
    assert run(["pack", str(folder), "--no-pdf"]) == 1
    assert "findes allerede" in capsys.readouterr().err
    assert (folder / ZIP).read_bytes() == b"en anden"
    assert run(["pack", str(folder), "--no-pdf", "--force"]) == 0
    assert run(["verify", str(folder / ZIP)]) == 0


@pytest.mark.langsom
def test_edits_in_word_that_the_agreement_does_not_have_stop_the_pack(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = copy_of_sample(tmp_path / "aftale")
    assert run(["render", str(folder)]) == 0
    edited = folder / "pakke" / "Beredskabsplan.docx"
    shutil.copy(folder / "pakke" / "Milepælsplan.docx", edited)
    assert run(["pack", str(folder), "--no-pdf"]) == 1
    said = capsys.readouterr().err
    assert "Beredskabsplan.docx" in said
    assert "aftale pull" in said
    assert not (folder / ZIP).exists()


def test_an_annex_of_a_hostile_name_is_still_a_file_name(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path / "aftale")
    root = folder / "aftale.yaml"
    text = root.read_text(encoding="utf-8").replace("titel: Årshjul for bestyrelsen", r'titel: "A & B <b>/..\\{# 7*7 #} 😀"')
    root.write_text(text, encoding="utf-8")
    target = tmp_path / "p.zip"
    assert run(["pack", str(folder), "--no-pdf", "-o", str(target)]) == 0
    with zipfile.ZipFile(target) as opened:
        name = next(name for name in opened.namelist() if "Bilag - A" in name)
    assert not set('<>:"/\\|?*') & set(name)
    assert run(["verify", str(target)]) == 0


@pytest.mark.langsom
def test_without_libreoffice_it_says_so_and_what_else_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pdf, "_PROGRAMS", ())
    monkeypatch.setattr(pdf, "_usual_places", lambda: iter(()))
    for command in (
        ["pack", str(SAMPLE), "-o", str(tmp_path / "p.zip")],
        ["render", str(SAMPLE), "-o", str(tmp_path / "u"), "--pdf"],
    ):
        assert run(command) == 1
        said = capsys.readouterr().err
        assert "intet er skrevet: PDF’er bliver lavet af LibreOffice, og det er ikke fundet på denne maskine" in said
        assert ("Med --no-pdf bliver" if command[0] == "pack" else "Uden --pdf bliver") in said
    assert not (tmp_path / "p.zip").exists()
    assert not (tmp_path / "u").exists()


def test_a_program_that_hangs_or_makes_nothing_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\necho x >> {tmp_path}/kald\nsleep 600 &\nsleep 600\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(pdf, "program", lambda: str(program))
    monkeypatch.setattr(pdf, "_START_SECONDS", 0.1)
    monkeypatch.setattr(pdf, "_FILE_SECONDS", 0)
    assert run(["render", str(SAMPLE), "-o", str(tmp_path / "u"), "--pdf"]) == 1
    said = capsys.readouterr().err
    assert "intet er skrevet: LibreOffice kunne ikke lave PDF af" in said
    assert "Beredskabsplan.docx" in said
    assert not (tmp_path / "u").exists()
    assert (tmp_path / "kald").read_text(encoding="utf-8").count("x") == 3  # the Word files, the workbook, one alone: no more


def test_a_file_that_fails_among_others_is_tried_once_more_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text(
        '#!/bin/sh\nout=""\nfor a in "$@"; do [ "$last" = --outdir ] && out="$a"; last="$a"; done\nmkdir -p "$out"\n'
        'for a in "$@"; do case "$a" in */1.docx) [ $# -gt 12 ] && exit 1;; esac\n'
        'case "$a" in *.docx) b=$(basename "$a" .docx); printf "%%PDF-1.7\\n%%%%EOF" > "$out/$b.pdf"; sleep 0.2;; esac; done\n',
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setattr(pdf, "program", lambda: str(program))
    monkeypatch.setattr(pdf, "_TICK_SECONDS", 0.05)
    told: list[tuple[int, int]] = []
    made = pdf.convert({f"{name}.docx": b"x" for name in "abcde"}, lambda done, total, _: told.append((done, total)))
    assert list(made) == [f"{name}.pdf" for name in "abcde"]
    assert told[0] == (0, 5)
    assert (1, 5) in told


def test_a_bar_that_does_not_come_to_its_end_does_not_stand_half_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = _Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    with pytest.raises(RefusedError):
        _refused_halfway()
    assert shown.getvalue().endswith("\x1b[1A\r\x1b[2K")


def _refused_halfway() -> None:
    with progress_bar("Laver PDF") as progress:
        assert progress is not None
        progress(1, 3, "a")
        raise RefusedError("")


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@needs_soffice
@pytest.mark.langsom
def test_a_workbooks_pdf_is_in_danish() -> None:
    """A screen reader reads it by what the file says."""
    made = pdf.convert({"Budget.xlsx": write(book(sample_facts()))})
    assert b"/Lang(da-DK)" in made["Budget.pdf"].replace(b"/Lang (", b"/Lang(")


@needs_soffice
@pytest.mark.langsom
def test_pdf_beside_each_document_kept_while_nothing_changes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = copy_of_sample(tmp_path / "aftale")
    assert run(["render", str(folder), "--pdf"]) == 0
    made = {path.name: path.read_bytes() for path in (folder / "pakke").glob("*.pdf")}
    assert len(made) == len([*(folder / "pakke").glob("*.docx"), *(folder / "pakke").glob("*.xlsx")])
    assert all(data.startswith(b"%PDF-") and b"/StructTreeRoot" in data for data in made.values())
    assert run(["render", str(folder), "--pdf"]) == 0
    assert {path.name: path.read_bytes() for path in (folder / "pakke").glob("*.pdf")} == made
    capsys.readouterr()
    assert run(["render", str(folder)]) == 0
    assert "Ikke længere en del af pakken" in capsys.readouterr().err
    assert not list((folder / "pakke").glob("*.pdf"))


@needs_soffice
@pytest.mark.langsom
def test_the_package_has_pdf_of_all_that_is_uploaded(tmp_path: Path) -> None:
    target = tmp_path / "p.zip"
    assert run(["pack", str(SAMPLE), "-o", str(target)]) == 0
    with zipfile.ZipFile(target) as opened:
        names = opened.namelist()
    documents = [Path(name) for name in names if Path(name).suffix in (".docx", ".xlsx")]
    assert documents
    assert all(str(path.with_suffix(".pdf")) in names for path in documents)
    assert run(["verify", str(target)]) == 0
