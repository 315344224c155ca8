"""The group of commands. A command's file is imported when it is asked for, and not before."""

from __future__ import annotations

import keyword
import os
from collections.abc import Sequence
from importlib import import_module

import click

from aftale_builder import __version__
from aftale_builder.cli import _danish, interrupted

COMMANDS = ("init", "import", "data", "check", "explain", "rules", "render", "pull", "template", "pack", "verify", "demo")
"""In the order in which one needs them."""

EPILOG = "«aftale KOMMANDO -h» forklarer hver kommando. Vejledningen står i docs/vejledning.md."


class LazyGroup(click.Group):
    """A group whose commands are the files of this folder."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command's file and return its `command`; None where there is no such command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(module_of(cmd_name)).command
        command.options_metavar = "[VALG]"
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the first word names; where it names none, say what was probably meant."""
        word = args[0]
        if word not in COMMANDS and not word.startswith("-"):
            raise click.UsageError(f"Kommandoen «{word}» findes ikke.{_meant(word)}", ctx)
        return super().resolve_command(ctx, args)


def _meant(word: str) -> str:
    if os.path.exists(word):  # noqa: PTH110 - a word that can be no path at all is simply none
        return f" Mente du «aftale check {word}»?"
    import difflib

    near = difflib.get_close_matches(word.lower(), COMMANDS, 1)
    return f" Mente du «{near[0]}»?" if near else f" Kommandoerne er {', '.join(COMMANDS)}."


def module_of(command: str) -> str:
    """Return the name of a command's module; `import` is a word of Python's own, so its file is import_.py."""
    return f"aftale_builder.cli.{command}{'_' if keyword.iskeyword(command) else ''}"


@click.group(
    cls=LazyGroup,
    epilog=EPILOG,
    options_metavar="[VALG]",
    subcommand_metavar="KOMMANDO …",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)
@click.version_option(__version__, message="aftale %(version)s", help="Vis versionen.")
def group() -> None:
    """Strategiske samarbejdsaftaler for boligsociale helhedsplaner: skrevet én gang, kontrolleret, sat i Word."""


def run(args: Sequence[str]) -> int:
    """Run the command line and return its exit code; usage errors are told in Danish and give 2."""
    _danish.install()
    try:
        code = group.main(list(args), prog_name="aftale", standalone_mode=False)
    except click.Abort:
        return interrupted()
    except click.ClickException as error:
        error.show()
        return 2
    return code or 0
