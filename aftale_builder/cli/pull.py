"""`aftale pull`: what was changed in rendered Word files, home into the YAML."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from aftale_builder.source.files import ROOT

_LEFT = 1
"""Exit code where something was not brought home."""


@click.command(short_help="Hent rettelser i Word hjem i aftalens YAML.")
@click.argument("files", nargs=-1, required=True, metavar="FIL.docx…", type=click.Path(path_type=Path))
@click.option(
    "--into", "folder", metavar="MAPPE", type=click.Path(path_type=Path), help="Aftalens mappe.  [ellers: søges opad fra filen]"
)
@click.option("--accept", is_flag=True, help="Tag sporede ændringer med, som var de accepteret i Word. Ellers vises de kun.")
@click.option("--dry-run", is_flag=True, help="Skriv intet; vis, hvad der ville blive ændret (som unified diff).")
def command(files: tuple[Path, ...], folder: Path | None, accept: bool, dry_run: bool) -> int:  # fmt: skip
    """Hent det, der er rettet i Word-filer fra «aftale render», hjem i aftalens YAML.

    Kun de rettede værdier ændres, dér hvor de står. Faste ord og det, der ikke hører til noget felt, hentes ikke, men vises.
    Siger to filer hver sit om den samme værdi, vises begge, og intet skrives.
    """
    from aftale_builder.model import load

    where = _agreement(files, folder)
    loaded = load(where)
    if loaded.aftale is None:
        click.echo(f"Aftalen i «{where}» kan ikke læses. Se hvorfor med «aftale check {where}».", err=True)
        return 2
    from aftale_builder.cli._pulled import Told
    from aftale_builder.pulling.bringing import NotOursError, UnprovenError, bring
    from aftale_builder.pulling.index import Index
    from aftale_builder.source.rewriting import UnwritableError, diff, write
    from aftale_builder.word.package import WordFileError

    try:
        brought = bring(loaded, {path.as_posix(): path.read_bytes() for path in files}, accept=accept)
        if not dry_run:
            write(brought.files)
    except (NotOursError, UnprovenError, UnwritableError, WordFileError) as error:
        click.echo(f"Fejl: {error}", err=True)
        return _LEFT
    if dry_run:
        click.echo(diff(brought.files), nl=False)
    for line in Told(loaded.folder, Index(loaded.aftale), brought).lines(dry_run=dry_run):
        click.echo(line, err=dry_run)
    return _LEFT if brought.plan.refused or brought.plan.conflicts else 0


def _agreement(files: Iterable[Path], folder: Path | None) -> Path:
    """Return the agreement's folder: the one that was named, else the nearest above the files. Raises click.UsageError."""
    for path in files:
        if not path.is_file():
            what = "er en mappe" if path.is_dir() else "findes ikke"
            raise click.UsageError(f"«{path}» {what}. Skriv stien til Word-filen.")
    if folder is not None:
        if not (folder / ROOT).is_file():
            raise click.UsageError(f"I mappen «{folder}» er der ingen {ROOT}.")
        return folder
    found = {_above(path) for path in files}
    if len(found) > 1 or None in found:
        where = "ligger ikke i den samme aftales mappe" if len(found) > 1 else "ligger ikke i en aftales mappe"
        raise click.UsageError(f"Filen {where}. Skriv, hvilken aftale den hører til, med --into MAPPE.")
    return found.pop() or Path()


def _above(path: Path) -> Path | None:
    import os

    for above in path.absolute().parents:
        if (above / ROOT).is_file():
            return Path(os.path.relpath(above))
    return Path() if Path(ROOT).is_file() else None
