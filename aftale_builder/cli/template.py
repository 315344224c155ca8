"""`aftale template`: what is seen in a form that the users bring, and its binding."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from aftale_builder.cli._templates import checked
from aftale_builder.regulation import Regulativ, regulativ

if TYPE_CHECKING:
    from aftale_builder.binding.inspecting import Inspected

_GENERATION = "lbf-2019-26"
_DOCUMENT = click.option(
    "--document",
    metavar="DOKUMENT",
    default="",
    help="Hvilket dokument skabelonen er til.  [ellers: det, den selv siger; ellers strategisk-samarbejdsaftale]",
)
_FILE = click.argument("source", metavar="FIL.docx", type=click.Path(path_type=Path))


@click.group(
    "template", short_help="Brug jeres egen skabelon fra sagen.", options_metavar="[VALG]", subcommand_metavar="KOMMANDO …"
)
def command() -> None:
    """Brug den skabelon, der ligger på sagen, som den er: se, hvilke felter der er fundet i den, og ret det om nødvendigt.

    «aftale render --template strategisk-samarbejdsaftale=FIL.docx» udfylder den.
    """


@command.command("inspect", short_help="Vis, hvilke felter der er fundet i en skabelon.", options_metavar="[VALG]")
@_FILE
@_DOCUMENT
@click.option("--paragraphs", "numbers", is_flag=True, help="Vis også alle afsnit med deres numre.")
def inspect(source: Path, document: str, numbers: bool) -> int:
    """Vis, hvilke felter der er fundet hvor i FIL.docx, hvor sikkert, og hvad der ikke er fundet.

    Har filen tags, bliver de efterset, og alle fejl i dem vist på én gang.
    """
    found = _inspected(source, document)
    if found is None:
        return 1
    from aftale_builder.binding.inspecting import paragraphs, told

    click.echo("\n".join(told(found)))
    if numbers:
        click.echo("\n".join(("", "Afsnit:", *paragraphs(found))))
    return found.exit_code


@command.command("bind", short_help="Skriv, hvor felterne står i en skabelon, så det kan rettes.", options_metavar="[VALG]")
@_FILE
@_DOCUMENT
@click.option("--force", is_flag=True, help="Skriv en ny binding oven i den, der er.")
def bind(source: Path, document: str, force: bool) -> int:
    """Skriv, hvor felterne står i FIL.docx: i FIL.binding.yaml, som kan rettes, og i FIL.felter.docx, hvor stederne er mærket.

    «aftale render» bruger bindingen, når den ligger ved siden af skabelonen.
    """
    found = _inspected(source, document)
    if found is None:
        return 1
    from aftale_builder.binding.inspecting import told
    from aftale_builder.binding.notes import SUFFIX, written

    if found.tagged or found.seen is None:
        click.echo(f"«{source.name}» har allerede tags; den skal ikke bindes.", err=True)
        return found.exit_code or 1
    target, marked = source.with_name(source.stem + SUFFIX), source.with_name(f"{source.stem}.felter.docx")
    if target.exists() and not force:
        click.echo(f"«{target.name}» findes allerede. Med --force skrives en ny.", err=True)
        return 1
    target.write_text(written(found.seen.binding, source.name, found.data, found.seen.open), encoding="utf-8", newline="\n")
    marked.write_bytes(found.marked())
    click.echo("\n".join(told(found)))
    click.echo(f"\nSkrevet: {target.name} og {marked.name}.")
    if found.exit_code:
        click.echo(f"Skriv de felter, der mangler, i {target.name}, før skabelonen kan udfyldes.", err=True)
    return found.exit_code


def _inspected(source: Path, document: str) -> Inspected | None:
    """Return what is seen in a file, None where it can't be used: why is told on stderr."""
    if document:
        checked(document)
    if not source.is_file():
        what = "er en mappe" if source.is_dir() else "findes ikke"
        raise click.UsageError(f"«{source}» {what}. Skriv stien til Word-filen.")
    from aftale_builder.binding.faults import FormError
    from aftale_builder.binding.inspecting import inspected

    try:
        return inspected(source, document, _generation())
    except FormError as error:
        click.echo(f"Fejl: {error.message}\n{error.remedy}", err=True)
        return None


def _generation() -> Regulativ:
    rules = regulativ(_GENERATION)
    if rules is None:
        raise click.ClickException(f"Programmets data om {_GENERATION} mangler.")
    return rules
