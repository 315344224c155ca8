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


def test_it_says_what_to_open_and_where_it_comes_from(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["demo"]) == 0
    told = capsys.readouterr().out.partition("Åbn for eksempel:")[2].splitlines()
    opened = [line.strip() for line in told if line.startswith("  aftale-demo")]
    assert [Path(name).name.split(" ")[0].split(".")[0] for name in opened] == ["Strategisk", "Delaftale", "Budget"]
    assert [name for name in opened if not (here / name).is_file()] == []
    assert f"  {resource('samples/solbakken/aftale.yaml')}" in told
    assert resource("samples/solbakken/aftale.yaml").is_file()


@pytest.mark.langsom
def test_a_second_time_gives_the_same_files(here: Path) -> None:
    files = []
    for _ in range(2):
        assert run(["demo"]) == 0
        files.append({path.name: path.read_bytes() for path in (here / "aftale-demo").rglob("*") if path.is_file()})
    assert len(files[0]) > 10
    assert files[0] == files[1]


def test_what_stops_the_render_is_the_result(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(demo, "SAMPLE", "samples/solbakken-med-fejl")
    assert run(["demo"]) == 1
    assert "Åbn" not in capsys.readouterr().out
    assert not list(here.rglob("*.docx"))
