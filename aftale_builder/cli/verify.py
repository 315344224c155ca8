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
    try:
        click.echo("\n".join(_told(file, found)))
    except (KeyError, TypeError, ValueError):  # its seal holds, but of what no edition that we know would say
        click.echo(f"«{file}» er hel, men siger ikke, hvordan den blev bedømt. Den er ikke lavet af «aftale pack».", err=True)
        return BROKEN
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
    yield f"Bedømt: {_verdict(said)}."
    rules = f"regulativ {said['regulation']} og regelsæt {said['ruleset']}"
    yield f"Det skete efter {rules}, med aftale-builder {said['tool']['version']}."
    if said["ruleset"] != RULESET:
        yield f"Reglerne er siden blevet ændret: her er regelsæt {RULESET}. «aftale check» viser, hvad de siger nu."


def _verdict(said: Mapping[str, Any]) -> str:
    """Return the verdict with how much was remarked all the same, and where that is to be read."""
    from aftale_builder.assessment import Verdict
    from aftale_builder.findings import Severity
    from aftale_builder.packing.contents import REPORT
    from aftale_builder.report.words import VERDICTS, counted
    from aftale_builder.rules.words import listing

    verdict, counts = VERDICTS[Verdict(said["verdict"])].lower(), said["counts"]
    remarks = [counted(counts[kind], kind) for kind in (Severity.ADVARSEL, Severity.RAAD) if counts[kind]]
    if counts["undtaget"]:
        remarks.append(f"{counts['undtaget']} undtaget")
    if not remarks:
        return f"{verdict} uden bemærkninger"
    return f"{verdict}, med {listing(remarks)}; de står i {REPORT} i pakken"
