"""What comes after a pull: the next render, a pull that was stopped, and drafts whose gaps are filled in."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from aftale_builder.cli._group import run as aftale
from tests.pulling.sample import AGREEMENT, SAMPLE, WORK, Word, files
from tests.pulling.test_edits import VISION, changes
from tests.pulling.test_pull import edited, pull, track

FORMS = "Indberetningsskema.docx"
pytestmark = pytest.mark.langsom
_KILLED = """
import os, signal, sys
from pathlib import Path
left, real = int(sys.argv[1]), Path.replace
def replace(self, target):
    global left
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    left -= 1
    return real(self, target)
Path.replace = replace
from aftale_builder.cli._group import run
run(["pull", *sys.argv[2:]])
"""
"""A pull that is killed when so many files have been put in their place."""


@pytest.mark.skipif(sys.platform == "win32", reason="the system has no SIGKILL")
@pytest.mark.parametrize("done", [0, 1, 2])
def test_a_pull_that_was_killed_is_finished_by_the_next(done: int, sample: Path, agreement: Path, tmp_path: Path) -> None:
    """A value that is home already is no change any more: the same command again does the rest, and no more."""
    one = edited(agreement, AGREEMENT, ("Vi banker på.", "Vi ringer på."), ("31. marts 2030", "30. april 2030"))
    other = edited(agreement, WORK, ("55 pct.", "57,5 pct."))
    whole = Path(shutil.copytree(agreement, tmp_path / "hel"))
    assert pull(whole / "pakke" / AGREEMENT, whole / "pakke" / WORK) == 0
    killed = subprocess.run([sys.executable, "-c", _KILLED, str(done), str(one), str(other)], env=os.environ, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert len(changes(sample, agreement)) == done
    assert pull(one, other) == 0
    assert dict(files(agreement)) == dict(files(whole))
    assert len(changes(sample, agreement)) == 3
    assert not list(agreement.rglob("*.undervejs"))


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """Return a draft of the sample without its version, its sagsnummer and its vision."""
    folder = Path(shutil.copytree(SAMPLE, tmp_path / "aftale", ignore=shutil.ignore_patterns(".aftale", "pakke")))
    path = folder / "aftale.yaml"
    path.write_text(re.sub(r"(?m)^(version|sagsnummer|vision):.*\n", "", path.read_text()))
    assert aftale(["render", str(folder), "--draft"]) == 0
    return folder


@pytest.mark.parametrize("everywhere", [True, False])
def test_gaps_of_a_draft_are_filled_in(everywhere: bool, draft: Path) -> None:
    before = (draft / "aftale.yaml").read_text()
    vision, number = Word(draft / "pakke" / AGREEMENT), Word(draft / "pakke" / FORMS)
    vision.replace("Mangler: vision for boligområdet", "Her er alle med: børn og voksne.")
    number.replace("Mangler: sagsnummer", "SAG-2026-1", everywhere=everywhere)
    for word in (vision, number):
        word.save()
    assert pull(vision.path, number.path) == 0
    wanted = before.replace("\nperiode:", "\nsagsnummer: SAG-2026-1\nperiode:", 1)
    where = "beskrivelse: !fil tekster/1-boligomraadet.md\n"
    wanted = wanted.replace(where, f'{where}vision: "Her er alle med: børn og voksne."\n', 1)
    assert (draft / "aftale.yaml").read_text() == wanted
    assert pull(vision.path, number.path) == 0


def test_a_gap_that_is_filled_in_may_be_rendered_over(draft: Path) -> None:
    """What was typed over it is slanted by the gap's own style: that is nobody's edit."""
    word = Word(draft / "pakke" / AGREEMENT)
    word.replace("Mangler: vision for boligområdet", "Her er alle med: børn og voksne.")
    word.save()
    assert aftale(["render", str(draft), "--draft"]) == 1
    assert pull(word.path) == 0
    assert aftale(["render", str(draft), "--draft"]) == 0


def test_two_who_fill_in_a_gap_each_in_their_way(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (draft / "aftale.yaml").read_text()
    paths = []
    for name, text in (("Ida", "Alle er med."), ("Jonas", "Ingen er alene.")):
        path = Path(shutil.copy(draft / "pakke" / AGREEMENT, draft / "pakke" / f"{name}.docx"))
        word = Word(path)
        word.replace("Mangler: vision for boligområdet", text)
        word.save()
        paths.append(path)
    assert pull(*paths) == 1
    assert "Intet er skrevet" in capsys.readouterr().out
    assert (draft / "aftale.yaml").read_text() == before


def test_a_gap_that_is_left_is_no_change(draft: Path) -> None:
    before = (draft / "aftale.yaml").read_text()
    assert pull(draft / "pakke" / AGREEMENT, draft / "pakke" / FORMS) == 0
    assert (draft / "aftale.yaml").read_text() == before


def test_what_is_brought_home_may_be_rendered_over(agreement: Path) -> None:
    word = edited(agreement, AGREEMENT, ("Vi banker på.", "Vi ringer på."))
    assert aftale(["render", str(agreement)]) == 1
    assert pull(word) == 0
    assert aftale(["render", str(agreement)]) == 0


def test_tracked_changes_that_were_taken_may_be_rendered_over(agreement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    word = Word(agreement / "pakke" / AGREEMENT)
    track(word)
    word.save()
    assert pull(word.path) == 0
    assert aftale(["render", str(agreement)]) == 1
    assert "aftale pull" in capsys.readouterr().err
    assert pull(word.path, "--accept") == 0
    assert "Vi ringer på." in (agreement / VISION).read_text()
    assert aftale(["render", str(agreement)]) == 0
