"""`aftale init`: a new folder that explains itself."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import click

from aftale_builder.regulation import Indsatsomraade, Regulativ, regulativ, regulativer


@click.command(short_help="Begynd en ny aftale i en mappe.")
@click.argument("folder", metavar="MAPPE", type=click.Path(path_type=Path))
@click.option("--navn", default="", metavar="NAVN", help="Indsatsens navn.")
@click.option(
    "--regulativ", "generation", type=click.Choice(regulativer()), default=regulativer()[0], show_default=True, help="Rammen."
)
@click.option(
    "--indsatsområde", "--indsatsomraade", "areas", multiple=True, metavar="ID",
    help="Et valgt indsatsområde; gentag valget for hvert. Ellers kommer alle rammens med.",
)  # fmt: skip
def command(folder: Path, navn: str, generation: str, areas: tuple[str, ...]) -> None:
    """Begynd en ny aftale i MAPPE. Ved hver nøgle står, hvad Landsbyggefonden vil have der."""
    rules = regulativ(generation)
    if rules is None:
        raise click.UsageError(f"Rammen «{generation}» kendes ikke.")
    if ".." in folder.parts:
        folder = folder.resolve()  # or the folder that «..» leads out of would be made too
    _refuse_used(folder)
    from aftale_builder.starting import Start, contents, write

    start = Start(rules, _name(navn), _chosen(rules, areas))
    try:
        write(folder, contents(start))
    except OSError as error:
        from aftale_builder.cli._crash import why

        raise click.UsageError(f"Aftalen kan ikke begyndes i «{folder}»: {why(error)}.") from error
    draft = (
        f"Lav et udkast i Word med    aftale render {_argument(folder)} --draft"
        if start.has_templates
        else f"Dokumenter i Word kan ikke laves: der er ingen skabeloner til {rules.navn}."
    )
    click.echo(
        f"Aftalen er begyndt i «{folder}».\n\n"
        f"  Skriv i      {folder / 'aftale.yaml'}   (over hver nøgle står, hvad den er)\n"
        f"  Se, hvad der mangler, med   aftale check {_argument(folder)}\n"
        f"  {draft}"
    )


def _refuse_used(folder: Path) -> None:
    if folder.is_dir():
        if any(folder.iterdir()):
            raise click.UsageError(
                f"Der ligger allerede noget i «{folder}», og det bliver ikke rørt. Vælg en ny eller tom mappe."
            )
    elif file := next((path for path in (folder, *folder.parents) if path.exists() and not path.is_dir()), None):
        raise click.UsageError(f"«{file}» er en fil. Skriv navnet på en ny mappe.")


def _name(navn: str) -> str:
    """Return the name in the form in which it is stored; a name that Word can't hold is refused."""
    bad = next((sign for sign in navn if unicodedata.category(sign) in ("Cc", "Cs", "Cn")), None)
    if bad is not None:
        raise click.UsageError(f"Navnet rummer et tegn, der ikke kan trykkes (U+{ord(bad):04X}). Skriv det uden.")
    return unicodedata.normalize("NFC", navn).strip()


def _chosen(rules: Regulativ, ids: tuple[str, ...]) -> tuple[Indsatsomraade, ...]:
    """Return the chosen indsatsområder in the order of the form, all of them where none is named."""
    wanted = {unicodedata.normalize("NFC", ref) for ref in ids}
    known = [area.id for area in rules.indsatsomraader]
    if unknown := sorted(wanted - set(known)):
        raise click.UsageError(f"Indsatsområdet «{unknown[0]}» kendes ikke i {rules.navn}. Her kan stå: {', '.join(known)}.")
    return tuple(area for area in rules.indsatsomraader if not wanted or area.id in wanted)


def _argument(folder: Path) -> str:
    return f'"{folder}"' if " " in str(folder) else str(folder)
