"""`check FIL.docx --against MAPPE` tells each difference word by word; `check MAPPE` which rendered files are no longer right."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from aftale_builder.cli._group import run
from aftale_builder.cli.check import command
from aftale_builder.findings import Place
from aftale_builder.model import load
from aftale_builder.pulling.changes import Refused
from aftale_builder.pulling.index import Index
from aftale_builder.pulling.store import keep
from aftale_builder.pulling.telling import told
from aftale_builder.source.files import STORE
from tests.documents.making import copy_of_sample
from tests.pulling.rendered import DELAFTALE, KOMMISSORIUM, opened, rendered
from tests.pulling.word_edits import Edited, set_words

FIRST = "Koordinationsgruppen omsætter"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a copy of the sample with its bases, as a render of it leaves them."""
    folder = copy_of_sample(tmp_path / "aftale")
    keep(folder, (base for _, base in rendered().values()))
    return folder


def found(path: Path, *more: str) -> list[dict[str, Any]]:
    """Return the findings of DOK408, as `aftale check` tells them."""
    result = CliRunner().invoke(command, [str(path), *more, "--format", "json"], standalone_mode=False)
    assert result.exception is None, result.exception
    (document,) = json.loads(result.stdout)["agreements"]
    return [finding for finding in document["findings"] if finding["code"] == "DOK408"]


def against(home: Path, change: Callable[[Edited], object], name: str = KOMMISSORIUM, called: str = "") -> list[dict[str, Any]]:
    """Return how an edited file differs from the agreement."""
    file = opened(name)
    change(file)
    path = home.parent / (called or name)
    path.write_bytes(file.bytes())
    return found(path, "--against", str(home))


def test_a_file_as_it_was_rendered_says_what_the_agreement_says(home: Path) -> None:
    assert against(home, lambda file: file) == []
    assert against(home, lambda file: file.resaved().without_bookmarks()) == []


def test_each_word_is_told_where_it_stands_in_the_file_and_in_the_yaml(home: Path) -> None:
    def change(file: Edited) -> None:
        file.replace("fælles", "godt", within=FIRST)
        file.replace("to parter", "tre parter", within=FIRST)
        file.replace("8", "10")

    number, first, second = against(home, change)
    assert number["message"] == "Her står «10», men der skulle stå «8»."
    assert first["message"] == "Her står «godt» efter «omsætter bestyrelsens beslutninger til», men i aftalen «fælles»."
    assert second["message"] == "Her står «tre» efter «og sørger for, at», men i aftalen «to»."
    assert second["section"] == "Formål"
    (at,) = second["related"]
    source = Path(at["file"]).read_text(encoding="utf-8").splitlines()[at["line"] - 1]
    assert source[at["column"] - 1 :].startswith("to parter")


def test_the_yaml_as_it_is_now_is_what_counts(home: Path) -> None:
    path = home / "aftale.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("31. marts 2030", "31. marts 2029", 1), encoding="utf-8")
    told = against(home, lambda file: file)
    assert [finding["message"] for finding in told] == ["Her står «31. marts 2030», men der skulle stå «31. marts 2029»."]


def test_the_file_is_known_by_its_bookmarks_its_name_or_its_words(home: Path) -> None:
    assert len(against(home, lambda file: file.replace("8", "10"), called="Fra Ida.docx")) == 1
    assert len(against(home, lambda file: file.replace("8", "10").without_bookmarks(), called="Fra Ida.docx")) == 1
    for path in (home / STORE).iterdir():
        path.unlink()
    assert len(against(home, lambda file: file.replace("8", "10"))) == 1
    assert len(against(home, lambda file: file.replace("8", "10"), called="Fra Ida.docx")) == 1


def test_the_remedy_says_which_of_the_two_was_edited(home: Path) -> None:
    (edited,) = against(home, lambda file: file.replace("8", "10"))
    assert "Hent rettelsen hjem med aftale pull." in edited["help"]
    assert "render" not in edited["help"]
    path = home / "aftale.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("31. marts 2030", "31. marts 2029", 1), encoding="utf-8")
    (stale,) = against(home, lambda file: file)
    assert stale["help"] == "Aftalen er rettet, siden filen blev lavet; det er filen ikke. Lav filen igen med aftale render."
    both = against(home, lambda file: file.replace("8", "10"))
    assert {finding["help"].partition(",")[0] for finding in both} == {"Både filen og aftalen er rettet"}


def test_each_difference_in_a_text_has_its_own_paragraph(home: Path) -> None:
    own = home / "tekster" / "2-vision.md"
    own.write_text("Det første afsnit.\n\n### Herunder\n\nDet andet afsnit.\n\nDet tredje afsnit.\n", encoding="utf-8")
    assert run(["render", str(home), "-o", str(home / "ny")]) == 0
    name = "Strategisk samarbejdsaftale.docx"
    file = Edited((home / "ny" / name).read_bytes())
    file.replace("første", "1.", within="Det første")
    file.replace("tredje", "3.", within="Det tredje")
    (home.parent / name).write_bytes(file.bytes())
    first, third = found(home.parent / name, "--against", str(home))
    assert third["paragraph"] == first["paragraph"] + 3
    assert third["section"] == "Herunder" != first["section"]


def test_a_long_quotation_shows_the_words_that_differ(home: Path) -> None:
    before, after = f"{'ord ' * 60}gammelt {'ord ' * 60}", f"{'ord ' * 60}nyt {'ord ' * 60}"
    aftale = load(home).aftale
    assert aftale is not None
    (hit,) = told(Refused(Place("x.docx"), before, after, ""), Index(aftale))
    assert "nyt" in hit.message
    assert "gammelt" in hit.message
    assert len(hit.message) < 300
    (spaces,) = told(Refused(Place("x.docx"), "et ord", "et\u00a0ord", ""), Index(aftale))
    assert "skulle stå" not in spaces.message


@pytest.mark.parametrize(("new", "told"), [("8", "Filen siger det samme som aftalen."), ("10", "1 forskel fra aftalen.")])
def test_the_comparison_is_summed_in_a_line(new: str, told: str, home: Path) -> None:
    path = home.parent / KOMMISSORIUM
    file = opened(KOMMISSORIUM)
    file.replace("8", new)
    path.write_bytes(file.bytes())
    result = CliRunner().invoke(command, [str(path), "--against", str(home)], standalone_mode=False)
    assert result.stderr == f"{path.as_posix()}: {told}\n"


def test_a_file_of_another_agreement_is_told_to_be_so(home: Path, tmp_path: Path) -> None:
    def other(file: Edited) -> None:
        for number, paragraph in enumerate(list(file.root.iter(f"{{{file.root.nsmap['w']}}}p"))):
            set_words(paragraph, f"Noget helt andet {number}")

    (finding,) = against(home, lambda file: other(file.without_bookmarks()), called="Andet.docx")
    assert "ligner ingen af de filer" in finding["message"]


@pytest.mark.parametrize("words", [("--against", "findes-ikke"), ("--against", ".")])
def test_what_cannot_be_compared_is_told_kindly(words: tuple[str, str], home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home)
    path = "aftale.yaml" if words[1] == "." else str(home / "x.docx")
    result = CliRunner().invoke(command, [path, *words])
    assert result.exit_code == 2
    assert "Traceback" not in result.output


# --- packages beside the agreement ----------------------------------------------------------------------------------------------


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    """Return a copy of the sample with its package rendered in it."""
    folder = copy_of_sample(tmp_path / "aftale")
    assert run(["render", str(folder)]) == 0
    return folder


def test_check_tells_which_rendered_files_are_out_of_date_edited_or_gone(packed: Path) -> None:
    assert found(packed) == []

    yaml = packed / "aftale.yaml"
    yaml.write_text(yaml.read_text(encoding="utf-8") + "# En bemærkning.\n", encoding="utf-8")
    assert found(packed) == []  # what no file says makes none of them out of date

    own = packed / "kommissorium-koordinationsgruppen.yaml"
    own.write_text(own.read_text(encoding="utf-8").replace("to parter", "tre parter"), encoding="utf-8")
    edited = packed / "pakke" / DELAFTALE
    edited.write_bytes(Edited(edited.read_bytes()).replace("44,5 pct.", "45,1 pct.").bytes())
    looked_at = packed / "pakke" / "Beredskabsplan.docx"
    looked_at.write_bytes(Edited(looked_at.read_bytes()).resaved().bytes())
    (packed / "pakke" / "Milepælsplan.docx").unlink()

    told = {Path(finding["file"]).name: finding for finding in found(packed)}
    assert set(told) == {KOMMISSORIUM, DELAFTALE, "Milepælsplan.docx"}
    assert "siger ikke det, aftalen siger nu" in told[KOMMISSORIUM]["message"]
    assert "rettet i hånden" in told[DELAFTALE]["message"]
    assert "ligger der ikke længere" in told["Milepælsplan.docx"]["message"]
    assert {finding["severity"] for finding in told.values()} == {"advarsel"}


@pytest.mark.langsom
def test_a_render_leaves_its_bases_and_the_next_one_keeps_them(packed: Path) -> None:
    before = {path.name: path.read_bytes() for path in (packed / STORE).iterdir()}
    assert len(before) == len(rendered())
    assert run(["render", str(packed)]) == 0
    assert {path.name: path.read_bytes() for path in (packed / STORE).iterdir()} == before


@pytest.mark.langsom
def test_a_render_that_is_refused_leaves_no_base_behind(packed: Path) -> None:
    edited = packed / "pakke" / DELAFTALE
    edited.write_bytes(Edited(edited.read_bytes()).replace("44,5 pct.", "45,1 pct.").bytes())
    own = packed / "kommissorium-koordinationsgruppen.yaml"
    own.write_text(own.read_text(encoding="utf-8").replace("to parter", "tre parter"), encoding="utf-8")
    before = {path.name for path in (packed / STORE).iterdir()}
    assert run(["render", str(packed)]) == 1
    assert {path.name for path in (packed / STORE).iterdir()} == before
