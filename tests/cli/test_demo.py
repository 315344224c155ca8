"""`aftale demo`: the sample's package, and what to open."""

from __future__ import annotations

from pathlib import Path

import pytest

from aftale_builder.cli import demo
from aftale_builder.cli._group import run
from aftale_builder.resources import resource


@pytest.fixture(name="here")
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_it_says_what_to_open_first_and_where_it_comes_from(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["demo"]) == 0
    said = capsys.readouterr().out
    made = sorted(path.name for path in (here / "aftale-demo").rglob("*") if path.suffix in (".docx", ".xlsx"))
    assert made
    assert [name for name in made if name not in said] == []
    first = said.partition("Åbn først:")[2].strip().splitlines()[0]
    assert Path(first).name.casefold().startswith("strategisk")
    assert str(resource("samples/solbakken/aftale.yaml")) in said


def test_a_second_time_gives_the_same_files(here: Path) -> None:
    files = []
    for _ in range(2):
        assert run(["demo"]) == 0
        files.append({path.name: path.read_bytes() for path in (here / "aftale-demo").rglob("*") if path.is_file()})
    assert files[0] == files[1]


def test_what_stops_the_render_is_the_result(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(demo, "SAMPLE", "samples/solbakken-med-fejl")
    assert run(["demo"]) == 1
    assert "Åbn" not in capsys.readouterr().out
    assert not list(here.rglob("*.docx"))
