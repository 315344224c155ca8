"""`aftale verify`: whether a package is as it was packed, and what it says of itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aftale_builder import RULESET

if TYPE_CHECKING:
    from aftale_builder.packing.sealing import Sealed

BROKEN = 1
NOTHING_JUDGED = 2


@click.command(short_help="Se, om en pakke er, som den blev lavet.")
@click.argument("file", metavar="PAKKE.zip", type=click.Path(path_type=Path))
@click.option("--code", help="Den kontrolkode, der blev noteret, da pakken blev lavet.")
def command(file: Path, code: str | None) -> int:
    """Se, om en pakke fra «aftale pack» er, som den blev lavet: hver fil, hver byte, og hvilket regelsæt der bedømte den.

    Koden er 0, når intet er ændret, og 1, når noget er. Den kontrolkode, I noterede, kan skrives efter --code.
    """
    from aftale_builder.packing.sealing import BrokenSealError, NotAPackageError, unseal

    try:
        found = unseal(_read(file))
    except NotAPackageError:
        click.echo(f"«{file}» er ikke en pakke fra «aftale pack», eller den er ændret til ukendelighed.", err=True)
        return BROKEN
    except BrokenSealError as error:
        click.echo(f"«{file}» er ikke, som den blev lavet:", err=True)
        click.echo("\n".join(f"  {problem}" for problem in error.problems), err=True)
        click.echo("Brug den ikke. Find den oprindelige, eller lav pakken igen med «aftale pack».", err=True)
        return BROKEN
    if code is not None and _bare(code) != _bare(found.code):
        click.echo(f"«{file}» er hel, men en anden pakke: dens kontrolkode er {found.code}, ikke {code}.", err=True)
        return BROKEN
    click.echo("\n".join(_told(file, found)))
    return 0


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise click.UsageError(f"«{file}» kan ikke læses. Se efter, om navn og mappe er skrevet rigtigt.") from error


def _bare(code: str) -> str:
    return "".join(letter for letter in code.casefold() if letter.isalnum())


def _told(file: Path, found: Sealed) -> Iterator[str]:
    said: Mapping[str, Any] = found.said
    yield f"«{file}» er, som den blev lavet: {len(said['files'])} filer, intet er ændret."
    yield f"Kontrolkode: {found.code}"
    judge = f"regelsæt {said['ruleset']}, aftale-builder {said['tool']['version']}"
    yield f"Bedømt: {said['verdict']}, efter {said['regulation']}, {judge}."
    if said["ruleset"] != RULESET:
        yield f"Reglerne er siden blevet ændret: her er regelsæt {RULESET}. «aftale check» viser, hvad de siger nu."
