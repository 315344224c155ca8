"""The folder of a new agreement: valid from the first minute, every key explained, nothing false in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from aftale_builder.assessment import assess
from aftale_builder.findings import Severity
from aftale_builder.model import load
from aftale_builder.model.kinds import INSERTS
from aftale_builder.regulation import regulativ, regulativer
from aftale_builder.starting import Start, contents, write
from tests.schemas.catalogue import as_an_editor_sees_it, files, keys, validator

NEWEST = "lbf-2019-26"
NAMES = {key.name for key in keys()}
MODELINE = re.compile(r"# yaml-language-server: \$schema=(?P<path>\S+)\n")


def start(generation: str = NEWEST, navn: str = "Sammen om Solbakken") -> Start:
    rules = regulativ(generation)
    assert rules is not None
    return Start(rules, navn, rules.indsatsomraader)


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    write(tmp_path, contents(start()))
    return tmp_path


def yaml_files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*.yaml")))


def without_comments_marks(text: str) -> str:
    """Return the file with each skeleton taken out of its comment: one «# » less where the next lines of it are keys or items."""
    lines = []
    for line in text.split("\n"):
        stripped = line.lstrip(" ")
        indent = line[: len(line) - len(stripped)]
        inner = stripped[2:]
        lines.append(indent + inner if stripped.startswith("# ") and _of_a_skeleton(inner) else line)
    return "\n".join(lines)


def _of_a_skeleton(inner: str) -> bool:
    return inner.startswith(("- ", "  ", "# ")) or inner.partition(":")[0] in NAMES


@pytest.mark.parametrize("generation", regulativer())
def test_it_is_read_without_a_fault(tmp_path: Path, generation: str) -> None:
    write(tmp_path, contents(start(generation)))
    loaded = load(tmp_path)
    assert [fault.message for fault in loaded.faults] == []
    assert loaded.aftale is not None
    rules = regulativ(generation)
    assert rules is not None
    assert [item.omraade for item in loaded.aftale.indsatsomraader] == [area.id for area in rules.indsatsomraader]
    assert [item.indikator for item in loaded.aftale.baseline] == [item.id for item in rules.indikatorer]


def test_without_a_name_the_name_is_what_must_be_written_first(tmp_path: Path) -> None:
    write(tmp_path, contents(start(navn="")))
    faults = load(tmp_path).faults
    assert [(fault.code, "«navn»" in fault.message) for fault in faults] == [("KLD008", True)]


def test_the_check_lists_what_is_to_be_written_in_the_order_of_the_form(folder: Path) -> None:
    fejl = [finding for finding in assess(folder, date(2026, 1, 1)).findings if finding.severity is Severity.FEJL]
    assert [finding.code for finding in fejl] == [
        *("LBF005", "LBF002", "LBF090", "LBF004", "LBF083", "LBF082", "LBF010", "LBF081"),
        *("LBF035", "LBF032") * 4,
        *("LBF080", "LBF060", "LBF015", "LBF070", "LBF072"),
    ]
    lines = [finding.place.line for finding in fejl if Path(finding.place.file).name == "aftale.yaml"]
    assert lines == sorted(line for line in lines if line is not None)


def test_every_yaml_file_names_a_schema_that_is_there_and_meets_it(folder: Path) -> None:
    for path in yaml_files(folder):
        text = path.read_text("utf-8")
        found = MODELINE.match(text)
        assert found, path
        schema = (path.parent / found["path"]).resolve()
        assert schema.is_file(), path
        data = as_an_editor_sees_it(text)
        if data is not None:
            assert [error.message for error in validator(schema.name).iter_errors(data)] == []


def test_the_schemas_of_the_folder_are_ours(folder: Path) -> None:
    there = {path.name: json.loads(path.read_text("utf-8")) for path in (folder / ".aftale/skema").iterdir()}
    assert there == files()


def test_every_key_of_the_language_is_there_with_its_explanation(folder: Path) -> None:
    bare = {path: re.sub(r"[\s#-]+", " ", path.read_text("utf-8")) for path in yaml_files(folder)}
    everything = " ".join(bare.values())
    missing = []
    for key in keys():
        words = re.sub(r"[\s#-]+", " ", key.schema["description"])
        if not re.search(
            re.escape(words) + r"(?: Her kan stå:[^:]*| For eksempel:.{0,200}?)? " + re.escape(key.name) + ":", everything
        ):
            missing.append(key.id)
    assert missing == []


def test_a_skeleton_out_of_its_comment_is_yaml_with_nothing_filled_in(folder: Path) -> None:
    for path in yaml_files(folder):
        path.write_text(without_comments_marks(path.read_text("utf-8")), encoding="utf-8")
    loaded = load(folder)
    assert {fault.code for fault in loaded.faults} == {"KLD008", "LBF063"}  # what must be written as soon as the thing is there
    assert loaded.aftale is not None
    assert len(loaded.aftale.parter) == len(loaded.aftale.boligomraader) == len(loaded.aftale.milepaele) == 1
    assert loaded.aftale.organisation is not None
    assert loaded.aftale.organisation.ledelse is not None
    assert loaded.aftale.parter[0].navn == ""


def test_the_texts_hold_nothing_that_would_be_printed_but_the_inserts(folder: Path) -> None:
    written = " ".join(path.read_text("utf-8") for path in (folder / "tekster").iterdir()).split()
    assert sorted(written) == ["[[aktører]]", "[[boligområder]]", "[[organer]]", "[[organisationsdiagram]]"]
    assert {line.strip("[]") for line in written} <= set(INSERTS)


@pytest.mark.parametrize(
    "navn",
    [
        "A & B <b>",
        "{{ 7*7 }}",
        "Nej",
        "123",
        "# intet",
        'Den "gode" by',
        "Mål: flere",
        "!fil x.md",
        "[liste]",
        "😀 Æblet",
        "a\\b",
    ],
)
def test_the_name_is_kept_letter_for_letter(tmp_path: Path, navn: str) -> None:
    write(tmp_path, contents(start(navn=navn)))
    loaded = load(tmp_path)
    assert loaded.faults == ()
    assert loaded.aftale is not None
    assert loaded.aftale.navn == navn


def test_the_diagram_is_said_to_be_drawn_of_the_organs(folder: Path) -> None:
    assert "så tegnes det af organer og bindeled" in re.sub(r"[\s#]+", " ", (folder / "aftale.yaml").read_text("utf-8"))


def test_the_editor_needs_no_network(folder: Path) -> None:
    settings = json.loads((folder / ".vscode/settings.json").read_text("utf-8"))
    assert settings["yaml.customTags"] == ["!fil scalar"]
    assert settings["yaml.schemaStore.enable"] is False
    assert all((folder / schema).is_file() for schema in settings["yaml.schemas"])
    texts = [path.read_text("utf-8") for path in folder.rglob("*") if path.is_file() and ".aftale" not in path.parts]
    assert not [text for text in texts if "http" in text]


@pytest.mark.parametrize("generation", regulativer())
def test_a_generation_whose_form_is_not_known_says_so(generation: str) -> None:
    rules = regulativ(generation)
    assert rules is not None
    said = "kendes kun i hovedtræk" in contents(start(generation))["aftale.yaml"].replace("\n# ", " ")
    assert said is not bool(rules.fast_tekst)


def test_the_same_words_give_the_same_files() -> None:
    assert contents(start()) == contents(start())
    assert list(contents(start()))[-1] == "aftale.yaml"
