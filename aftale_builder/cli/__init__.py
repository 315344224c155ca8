"""The command line: `aftale COMMAND …`. A command is a file of this folder; files with a leading underscore are shared by them.

A command's callback returns its exit code (none is 0): 0 clean, 1 findings or refused, 2 nothing could be judged.
"""

import gc
import io
import sys

from aftale_builder import __version__
from aftale_builder.cli._patterns import expanded

INTERRUPTED = 130


def main() -> int:
    """Run the command line of the process and return its exit code; nothing that goes wrong ends in a traceback."""
    _speak_utf8()
    if sys.argv[1:] == ["--version"]:  # answered before click is imported
        print(f"aftale {__version__}")
        return 0
    gc.set_threshold(100_000)  # a command is short and makes little garbage: looking for it takes a tenth of a check
    try:
        code = _run(list(expanded(sys.argv[1:])))
        sys.stdout.flush()
        gc.freeze()  # nor is there anything to find when the process ends
    except KeyboardInterrupt:
        return interrupted()
    except BrokenPipeError:
        return _reader_gone()
    except Exception as error:  # noqa: BLE001 - the last line of defence: whatever it is, the user gets words
        from aftale_builder.cli._crash import report

        return report(error)
    return code


def _run(args: list[str]) -> int:
    code = _check_alone(args)
    if code is not None:
        return code
    from aftale_builder.cli._group import run

    return run(args)


def _check_alone(args: list[str]) -> int | None:
    """Answer `aftale check PATH…` where it has no options and nobody sits at a terminal (an editor, a hook, CI), without click.

    Returns None for anything else, and where a path can't be judged: click tells how the command is used.
    """
    if args[:1] != ["check"] or any(word.startswith("-") for word in args):
        return None
    from pathlib import Path

    from aftale_builder.cli import _checking

    paths = [Path(word) for word in args[1:]] or [Path()]
    if _checking.on_terminal() or _checking.refusals(paths):
        return None
    from aftale_builder.report import render

    assessments = _checking.assessed(paths)
    sys.stdout.write(render("text", assessments))
    return _checking.exit_code(assessments)


def interrupted() -> int:
    """Tell that the user stopped the run, and return the exit code."""
    print("Afbrudt.", file=sys.stderr)
    return INTERRUPTED


def _speak_utf8() -> None:
    """Write UTF-8 also where Windows would not, and never fail on a file name that is no text."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _reader_gone() -> int:
    """Be quiet when `aftale … | head` has read enough; what is still in the buffer goes nowhere."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1
