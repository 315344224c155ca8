"""The command line as a whole: Danish words, exit codes, never a traceback."""

import errno
import os
import re
import string
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import click
import pytest

from aftale_builder import __version__, cli
from aftale_builder.cli import _crash, _danish, _group
from aftale_builder.resources import resource

ENGLISH = re.compile(
    r"\b(the|error|no such|missing|usage|option|invalid|show|exit|try|required|argument|command)\b", re.IGNORECASE
)


def aftale(*args: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "aftale_builder", *args]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env={**os.environ, **(env or {})}, check=False
    )


def main(monkeypatch: pytest.MonkeyPatch, *args: str) -> int:
    monkeypatch.setattr(sys, "argv", ["aftale", *args])
    return cli.main()


def fail_with(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Let every command end in the error."""

    def run(args: Sequence[str]) -> int:
        raise error

    monkeypatch.setattr(_group, "run", run)


def test_every_command_has_its_file_and_every_file_is_a_command() -> None:
    files = {path.stem for path in Path(cli.__file__).parent.glob("*.py") if not path.stem.startswith("_")}
    assert files == {_group.module_of(name).rpartition(".")[2] for name in _group.COMMANDS}


@pytest.mark.parametrize("name", _group.COMMANDS)
def test_help_of_a_command_is_in_danish_and_explains_every_option(name: str) -> None:
    command = _group.group.get_command(click.Context(_group.group), name)
    assert command is not None
    assert command.help
    assert all(option.help for option in command.params if isinstance(option, click.Option))
    shown = aftale(name, "-h")
    assert shown.returncode == 0
    assert shown.stdout.startswith(f"Brug: aftale {name} [VALG]")
    assert not ENGLISH.findall(re.sub(r"-{1,2}[a-z-]+", "", shown.stdout))


def test_help_lists_the_commands_in_the_order_in_which_they_are_needed() -> None:
    shown = aftale("--help").stdout
    listed = [line.split()[0] for line in shown.partition("Kommandoer:")[2].splitlines() if re.match(r"  [a-z]+  ", line)]
    assert tuple(listed) == _group.COMMANDS
    assert not ENGLISH.findall(re.sub(r"-{1,2}[a-z-]+", "", shown))


def test_no_line_of_the_list_of_commands_is_cut_off() -> None:
    assert "..." not in aftale("--help", env={"COLUMNS": "80"}).stdout


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["chek"], "Kommandoen «chek» findes ikke. Mente du «check»?"),
        (["noget-helt-andet"], f"Kommandoerne er {', '.join(_group.COMMANDS)}."),
        (["."], "Mente du «aftale check .»?"),
        (["--versoin"], "Valget «--versoin» findes ikke. Mente du '--version'?"),
        (["import"], "Der mangler"),
        (["init", "a", "b", "c"], "ord for meget"),
    ],
)
def test_bad_usage_is_told_in_danish_and_gives_2(args: list[str], words: str) -> None:
    done = aftale(*args)
    assert done.returncode == 2
    assert words in done.stderr
    assert not ENGLISH.findall(re.sub(r"-{1,2}[a-z-]+", "", done.stderr))
    assert not done.stdout


@pytest.mark.parametrize("sample", ["solbakken", "solbakken-med-fejl"])
def test_a_check_without_options_says_the_same_as_one_with(sample: str) -> None:
    """It is answered without click; its defaults are the options' own."""
    path = str(resource("samples") / sample)
    alone, with_option = aftale("check", path), aftale("check", path, "--format", "text", "--fail-on", "fejl")
    assert alone.stdout
    assert (alone.returncode, alone.stdout, alone.stderr) == (with_option.returncode, with_option.stdout, with_option.stderr)


def test_the_catalogue_keeps_the_places_of_the_messages() -> None:
    def places(message: str) -> set[str]:
        return {field for _, field, _, _ in string.Formatter().parse(message) if field}

    assert not {english for english, danish in _danish.CATALOGUE.items() if not places(danish) <= places(english)}


def test_version() -> None:
    assert aftale("--version").stdout == f"aftale {__version__}\n"


def test_version_is_answered_before_anything_is_imported() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "aftale_builder", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stderr.splitlines()[-1].endswith("aftale_builder.cli")
    assert "click" not in done.stderr


def test_danish_letters_come_out_as_utf8_whatever_the_machine_speaks() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "aftale_builder", "æøå"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
        check=False,
    )
    assert "Kommandoen «æøå» findes ikke" in done.stderr.decode("utf-8")


def test_an_error_of_the_program_is_told_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fail_with(monkeypatch, ValueError("uventet"))
    assert main(monkeypatch, "check") == 2
    told = capsys.readouterr().err
    assert "ValueError: uventet" in told
    assert "Meld den" in told
    assert "Traceback" not in told


def test_the_traceback_is_shown_to_who_asks(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("AFTALE_DEBUG", "1")
    fail_with(monkeypatch, ValueError("uventet"))
    assert main(monkeypatch, "check") == 2
    assert "Traceback" in capsys.readouterr().err


def test_a_file_that_cannot_be_reached_is_named_with_the_reason(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fail_with(monkeypatch, PermissionError(errno.EACCES, "Permission denied", "pakke/budget.xlsx"))
    assert main(monkeypatch, "render") == _crash.NOTHING_JUDGED
    assert capsys.readouterr().err.startswith("Fejl: «pakke/budget.xlsx» kan ikke læses eller skrives: der er ikke adgang.")


@pytest.mark.parametrize("code", [errno.EEXIST, errno.ENOENT, errno.EINVAL, errno.EROFS, errno.EACCES, errno.EPIPE + 900])
def test_the_reason_is_told_in_danish_and_the_programs_own_names_are_not(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], code: int
) -> None:
    for own in (".aftale-laas", ".aftale-import-x1y2/aftale.yaml", ".aftale-undervejs/journal.json"):
        fail_with(monkeypatch, OSError(code, "File exists", f"min/pakke/{own}"))
        assert main(monkeypatch, "render") == _crash.NOTHING_JUDGED
        told = capsys.readouterr().err
        assert told.startswith(f"Fejl: «{Path('min/pakke')}» kan ikke læses eller skrives: ")
        assert "exists" not in told


def test_a_folder_one_may_not_write_in_is_no_file_that_is_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "budget.xlsx").touch()
    for name, said in ((".aftale-laas", "Vælg en mappe, du må skrive i"), ("budget.xlsx", "åben i Word eller Excel")):
        fail_with(monkeypatch, PermissionError(errno.EACCES, "Permission denied", str(tmp_path / name)))
        assert main(monkeypatch, "render") == _crash.NOTHING_JUDGED
        assert said in capsys.readouterr().err


def test_a_full_disk_is_no_error_of_the_program(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    fail_with(monkeypatch, OSError(errno.ENOSPC, "No space left on device"))
    assert main(monkeypatch, "render") == _crash.NOTHING_JUDGED
    assert capsys.readouterr().err == "Fejl: Der kan ikke læses eller skrives: disken er fuld.\n"


def test_stopping_with_ctrl_c_is_told_and_gives_130(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    fail_with(monkeypatch, KeyboardInterrupt())
    assert main(monkeypatch, "render") == 130
    assert capsys.readouterr().err == "Afbrudt.\n"


def test_stopping_while_a_command_runs_is_told_and_gives_130(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(self: click.Command, ctx: click.Context) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(click.Command, "invoke", stop)
    assert main(monkeypatch, "demo") == 130
    told = capsys.readouterr()
    assert told.err.strip() == "Afbrudt."
    assert told.out == ""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no broken pipes")
def test_a_reader_that_goes_away_is_met_with_silence() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as gone:
        done = subprocess.run([sys.executable, "-m", "aftale_builder", "-h"], stdout=gone, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert not done.stderr
