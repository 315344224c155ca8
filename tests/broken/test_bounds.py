"""No Word file, however broken, ends a command in a traceback, or takes more than 30 seconds or 500 MB.

The command runs in a process of its own, whose memory is measured; what is asked is a word in Danish and an ordinary exit code.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import generating
from tests.broken.files import CASES, fuzzed

SECONDS = 30
MEGABYTES = 500
FORM = "strategisk-samarbejdsaftale"
COMMANDS = {
    "import": ("import", "{file}", "-o", "{folder}"),
    "check": ("check", "{file}"),
    "inspect": ("template", "inspect", "{file}"),
    "pull": ("pull", "{file}"),
    "bind": ("template", "bind", "{file}", "--force"),
    "render": ("render", "{agreement}", "--draft", "--no-base", "--template", f"{FORM}={{file}}", "-o", "{folder}"),
    "against": ("check", "{file}", "--against", "{agreement}"),
    "into": ("import", "{file}", "-o", "{agreement}", "--dry-run"),
}
FEW = ("bind", "render", "against", "into")
"""These go the ways of the others; the quick tests leave them out."""
QUICK = (
    "afkortet",
    "doc-omdoebt",
    "adgangskode",
    "uden-document",
    "kredsende-stile",
    "kredsende-noter",
    "million-raekker",
    "gridspan",
)
_MEASURED = """
import resource, subprocess, sys
done = subprocess.run([sys.executable, "-m", "aftale_builder", *sys.argv[1:]], capture_output=True, timeout=60)
peak = resource.getrusage(resource.RUSAGE_CHILDREN)
sys.stdout.buffer.write(f"{done.returncode} {peak.ru_maxrss // 1024} {peak.ru_utime + peak.ru_stime}\\n".encode())
sys.stdout.buffer.write(done.stdout + done.stderr)
"""


def run(command: str, file: Path, folder: Path, agreement: Path) -> tuple[int, int, float, str]:
    """Return the exit code of a command on a file, the megabytes and the seconds it took, and what it said."""
    words = [word.format(file=file, folder=folder, agreement=agreement) for word in COMMANDS[command]]
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, *words], capture_output=True, text=True, env=env, check=True, cwd=folder.parent
    )
    first, _, said = done.stdout.partition("\n")
    code, megabytes, seconds = first.split()
    return int(code), int(megabytes), float(seconds), said


@pytest.fixture(scope="module")
def agreement(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an agreement with its rendered files, for what brings edits home."""
    folder = generating.write(3, tmp_path_factory.mktemp("aftale"), hostile=False)
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    subprocess.run([sys.executable, "-m", "aftale_builder", "render", str(folder)], check=True, capture_output=True, env=env)
    return folder


def _holds(command: str, data: bytes, folder: Path, agreement: Path) -> None:
    file = folder / "fil.docx"
    if command == "pull":
        shutil.rmtree(folder / "lavet", ignore_errors=True)
        file = shutil.copytree(agreement, folder / "lavet") / "pakke" / "Strategisk samarbejdsaftale.docx"
    file.write_bytes(data)
    code, megabytes, seconds, said = run(command, file, folder / "aftale", agreement)
    assert code in {0, 1, 2}
    assert said.strip()
    assert "Traceback" not in said
    assert "Der skete en fejl i programmet selv" not in said
    assert megabytes < MEGABYTES
    assert seconds < SECONDS


@pytest.mark.skipif(sys.platform == "win32", reason="memory is measured as POSIX does")
@pytest.mark.parametrize("command", [pytest.param(name, marks=pytest.mark.langsom) if name in FEW else name for name in COMMANDS])
@pytest.mark.parametrize("name", [name if name in QUICK else pytest.param(name, marks=pytest.mark.langsom) for name in CASES])
def test_a_broken_file_is_told_of_and_nothing_worse(name: str, command: str, tmp_path: Path, agreement: Path) -> None:
    _holds(command, CASES[name](), tmp_path, agreement)


@pytest.mark.langsom
@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("seed", range(10))
def test_a_file_with_random_faults_is_told_of_and_nothing_worse(seed: int, command: str, tmp_path: Path, agreement: Path) -> None:
    for data in fuzzed(4, seed):
        _holds(command, data, tmp_path, agreement)
