"""Word files into an agreement that is there: what is missing is put in, and what is written stays, letter for letter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aftale_builder.cli import main  # noqa: F401 - the commands are known by it
from aftale_builder.cli.import_ import command
from aftale_builder.importing.into import fill
from aftale_builder.importing.run import RefusedError
from aftale_builder.model import load
from aftale_builder.source.editing import without_key
from aftale_builder.source.node import Mapping, Sequence
from aftale_builder.source.rewriting import rewritten, write
from aftale_builder.source.splice import Edit
from tests import generating
from tests.importing.forms import RULES
from tests.importing.test_law import rendered, said, whole
from tests.importing.test_papers import DELAFTALE, KOMMISSORIUM
from tests.word.wordfile import docx

ROOT = """regulativ: lbf-2019-26
navn: Sammen om Bakken   # vores navn
parter:
  - {id: bbf, navn: Bakkens Boligforening, type: boligorganisation}
  - id: bk
    navn: Bakke Kommune
    type: kommune
organisation:
  organer:
    - id: leder
      navn: Bestyrelsen
      type: bestyrelse
indsatsområder:
  - område: beskæftigelse
    problemkompleks: Mange er uden arbejde.
    # her skal mere til
"""


def agreement(folder: Path, root: str = ROOT, **files: str) -> Path:
    (folder / "aftale").mkdir()
    (folder / "aftale" / "aftale.yaml").write_text(root, "utf-8")
    for name, text in files.items():
        (folder / "aftale" / f"{name}.yaml").write_text(text, "utf-8")
    return folder / "aftale"


def word(folder: Path, name: str, body: str) -> Path:
    path = folder / f"{name}.docx"
    path.write_bytes(docx(body))
    return path


def bring(folder: Path, *files: Path, dry_run: bool = False) -> Result:
    return CliRunner().invoke(
        command, [*map(str, files), "-o", str(folder), *(["--dry-run"] if dry_run else [])], standalone_mode=False
    )


def texts(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_delaftale_is_put_in_where_there_is_none_and_names_are_known_again(tmp_path: Path) -> None:
    folder = agreement(tmp_path)
    before = texts(folder)["aftale.yaml"].decode()
    assert bring(folder, word(tmp_path, "d", DELAFTALE)).return_value == 0
    after = texts(folder)["aftale.yaml"].decode()
    line = "    delaftale: !fil delaftaler/beskaeftigelse.yaml\n"
    assert after.replace(line, "") == before
    aftale = whole(folder)
    found = aftale.indsatsomraader[0].delaftale
    assert found is not None
    assert found.parter == ("bbf", "bk")
    assert found.aktiviteter[0].ansvarlig == "bk"
    assert [part.id for part in aftale.parter] == ["bbf", "bk"]


def test_a_kommissorium_is_put_in_and_fills_what_the_organ_lacks(tmp_path: Path) -> None:
    folder = agreement(tmp_path)
    result = bring(folder, word(tmp_path, "k", KOMMISSORIUM))
    assert result.return_value == 0
    assert "rettet: aftale.yaml" in result.output
    aftale = whole(folder)
    assert aftale.kommissorium[0].opgaver == ("prioritere", "følge op")
    assert aftale.kommissorium[0].organ is None
    assert aftale.organisation is not None
    (organ,) = aftale.organisation.organer
    assert (organ.id, organ.navn, organ.medlemmer[0].part) == ("leder", "Bestyrelsen", "bk")


def test_what_the_organ_says_otherwise_stays_and_the_file_s_words_are_kept_aside(tmp_path: Path) -> None:
    seats = "      medlemmer:\n        - {part: bk, titel: Borgmester}\n"
    folder = agreement(tmp_path, ROOT.replace("      type: bestyrelse\n", f"      type: bestyrelse\n{seats}"))
    assert bring(folder, word(tmp_path, "k", KOMMISSORIUM)).return_value == 0
    organisation = whole(folder).organisation
    assert organisation is not None
    assert [seat.titel for seat in organisation.organer[0].medlemmer] == ["Borgmester"]
    assert "Direktør" in (folder / "ikke-placeret-k.md").read_text("utf-8")


@pytest.mark.parametrize("empty", ["", "# Ikke begyndt\n", "formål:\nopgaver: []\norgan:\n", "opgaver:\n  # - punkt\nmøder:\n"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_empty_file_is_filled_and_keeps_its_remarks(empty: str, newline: str, tmp_path: Path) -> None:
    folder = agreement(tmp_path, f"{ROOT}kommissorium: !fil k.yaml\n")
    (folder / "k.yaml").write_bytes(empty.replace("\n", newline).encode())
    assert bring(folder, word(tmp_path, "k", KOMMISSORIUM)).return_value == 0
    after = (folder / "k.yaml").read_bytes().decode()
    assert whole(folder).kommissorium[0].opgaver == ("prioritere", "følge op")
    assert [line for line in empty.splitlines() if line.strip().startswith("#")] <= [line.rstrip() for line in after.split("\n")]
    assert not empty or after.count("\n") == after.count(newline)


def test_a_file_that_is_asked_for_and_not_there_is_made(tmp_path: Path) -> None:
    folder = agreement(tmp_path, f"{ROOT}kommissorium: !fil papirer/k.yaml\n")
    assert bring(folder, word(tmp_path, "k", KOMMISSORIUM)).return_value == 0
    assert whole(folder).kommissorium[0].opgaver
    assert (folder / "papirer" / "k.yaml").exists()


@pytest.mark.parametrize(
    "there", ["kommissorium: !fil k.yaml\n", "kommissorium:\n  - !fil k.yaml\n", "kommissorium: [!fil k.yaml]\n"]
)
def test_a_second_kommissorium_stands_beside_the_first(there: str, tmp_path: Path) -> None:
    organ = "    - id: gruppe\n      navn: Følgegruppen\n      type: følgegruppe\n"
    root = ROOT.replace("indsatsområder:", f"{organ}indsatsområder:") + there
    folder = agreement(tmp_path, root, k="møder: Fire gange om året.\n")
    file = word(tmp_path, "k2", KOMMISSORIUM.replace("KOMMISSORIUM", "Kommissorium for Følgegruppen"))
    result = bring(folder, file)
    assert result.return_value == 0, result.output
    assert [one.organ for one in whole(folder).kommissorium] == [None, "gruppe"]


@pytest.mark.parametrize(
    ("name", "body", "root", "file"),
    [
        ("k", KOMMISSORIUM, f"{ROOT}kommissorium: !fil k.yaml\n", "møder: Hver måned.\n"),
        ("d", DELAFTALE, f"{ROOT.rstrip()}\n    delaftale: !fil k.yaml\n", "opfølgning: Hvert år.\n"),
    ],
)
def test_what_is_written_is_never_written_over(name: str, body: str, root: str, file: str, tmp_path: Path) -> None:
    folder = agreement(tmp_path, root, k=file)
    before = texts(folder)
    result = bring(folder, word(tmp_path, name, body))
    assert result.return_value == 1
    assert texts(folder) == before
    assert "k.yaml:1" in result.output
    assert file.partition(": ")[2].strip() in result.output
    assert "aftale pull" in result.output
    assert "--against" in result.output


def test_dry_run_shows_the_change_and_writes_nothing(tmp_path: Path) -> None:
    folder = agreement(tmp_path)
    before = texts(folder)
    result = bring(folder, word(tmp_path, "d", DELAFTALE), dry_run=True)
    assert result.return_value == 0
    assert texts(folder) == before
    assert "+    delaftale: !fil delaftaler/beskaeftigelse.yaml\n" in result.output
    assert "+++ b/delaftaler/beskaeftigelse.yaml\n" in result.output


def test_a_file_of_that_name_that_is_not_brought_in_is_left_alone(tmp_path: Path) -> None:
    folder = agreement(tmp_path, kommissorium="møder: Hver måned.\n")
    with pytest.raises(RefusedError, match=r"kommissorium\.yaml"):
        fill([word(tmp_path, "k", KOMMISSORIUM)], folder, RULES)


# --- the law ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", [*range(2), *(pytest.param(seed, marks=pytest.mark.langsom) for seed in range(2, 25))])
@pytest.mark.langsom
def test_what_is_taken_out_is_put_in_again(seed: int, tmp_path: Path) -> None:
    folder = generating.write(seed, tmp_path / "aftale")
    before = {name: file for name, file in rendered(whole(folder)).items() if not name.startswith("Strategisk")}
    for name, file in before.items():
        (tmp_path / name).write_bytes(file.data)
    loaded = load(folder)
    assert loaded.aftale is not None
    write(rewritten(loaded.folder, loaded.files, _without_papers(loaded.aftale.node)))
    left = texts(folder)
    filled = fill([tmp_path / name for name in sorted(before)], folder, RULES)
    write([*filled.files, *filled.accounts])
    after = rendered(whole(folder))
    for name, file in before.items():
        assert said(after[name].data) == said(file.data), name
    assert all(texts(folder)[name] == data for name, data in left.items() if name != "aftale.yaml")


def _without_papers(root: Mapping) -> Iterator[Edit]:
    yield without_key(root, "kommissorium")
    efforts = root.entries["indsatsområder"]
    assert isinstance(efforts, Sequence)
    for effort in efforts.items:
        assert isinstance(effort, Mapping)
        yield without_key(effort, "delaftale")
