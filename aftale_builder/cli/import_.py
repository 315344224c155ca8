"""`aftale import`: filled-in forms in Word to a folder in YAML."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from aftale_builder.regulation import regulativ

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aftale_builder.importing.gathering import Gathered, Source, Unread
    from aftale_builder.importing.rest import Read
    from aftale_builder.regulation import Regulativ

_GENERATION = "lbf-2019-26"


_BOOKS = (".xlsx", ".csv", ".tsv", ".xls", ".xlsm", ".xlsb", ".ods")
"""Files that hold tables: those that cannot be read are told to be saved as one that can."""
_WANTED = {".docx": "Word-filen", **dict.fromkeys(_BOOKS, "budgettet")}


@click.command(short_help="Hent udfyldte Word-filer og budgetter ind i en mappe.")
@click.argument("sources", metavar="FIL…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    "target",
    metavar="MAPPE",
    required=True,
    type=click.Path(path_type=Path),
    help="Den nye mappe, eller en aftales.",
)
@click.option("--dry-run", is_flag=True, help="Vis, hvad der ville blive ændret i en aftale, uden at skrive det.")
def command(sources: tuple[Path, ...], target: Path, dry_run: bool) -> int:
    """Hent Word-filer (2019-26) ind som en ny aftale i MAPPE: den strategiske samarbejdsaftale, delaftaler og kommissorier.

    Er der en aftale i MAPPE, bliver de delaftaler og kommissorier, den mangler, skrevet ind i den. Det, der står i den, bliver
    ikke rettet: er filen en rettet udgave af en, I har, så brug aftale pull.

    Programmet ser selv, hvad hver fil er. Hent dem, der hører sammen, på én gang: så kendes parter og områder på tværs.

    Hvert afsnit, hver celle og hver fodnote bliver der gjort rede for i importjournal.json. Det, der ikke er et sted til,
    kommer i ikke-placeret.md. Kan det ikke bevises, at alle ord er kommet med, bliver intet skrevet.

    Et budget i Excel (.xlsx eller .csv) hentes for sig selv ind i en aftale, der er i MAPPE, eller sammen med Word-filerne:
    pakkens egen Budget.xlsx, eller et andet ark med en kolonne for hvert år. Kun beløbene bliver ændret; nye linjer bliver
    lagt til.

    En fil, importen ikke kender, bliver sprunget over og nævnt. Koden er 0, når alle filer er hentet, og ellers 1.
    """
    rules = regulativ(_GENERATION)
    if rules is None:
        raise click.ClickException(f"Programmets data om {_GENERATION} mangler.")
    papers, books = _sorted(sources)
    code = _papers(papers, target, rules, dry_run=dry_run) if papers else 0
    if code is None:
        return 1
    if books:
        from aftale_builder.cli._budget import take_budget

        if papers:
            click.echo(err=dry_run)
        code = max(code, take_budget(books[0], target, dry_run=dry_run))
    return code


def _sorted(sources: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Return the Word files and the budgets. Raises click.UsageError for what is not there, and for two budgets."""
    for source in sources:
        if not source.is_file():
            what = "er en mappe" if source.is_dir() else "passer ikke på nogen fil" if "*" in source.name else "findes ikke"
            raise click.UsageError(f"«{source}» {what}. Skriv stien til {_WANTED.get(source.suffix.lower(), 'en fil')}.")
    books = [source for source in sources if source.suffix.lower() in _BOOKS]
    if len(books) > 1:
        raise click.UsageError(f"Hent ét budget ad gangen: her er {' og '.join(f'«{book}»' for book in books)}.")
    return [source for source in sources if source not in books], books


def _papers(papers: Sequence[Path], target: Path, rules: Regulativ, *, dry_run: bool) -> int | None:
    """Bring Word files in; return the exit code, None where nothing is brought in. Raises click.UsageError."""
    from aftale_builder.importing.run import RefusedError, import_files
    from aftale_builder.source.files import ROOT
    from aftale_builder.source.rewriting import UnwritableError

    try:
        if (target / ROOT).is_file():
            found = _into(papers, target, rules, dry_run=dry_run)
        elif dry_run:
            raise click.UsageError(
                "--dry-run viser, hvad der ville blive ændret i en aftale, og der er ingen i mappen. En ny mappe kan du se på og "
                "slette igen."
            )
        else:
            found = import_files(papers, target, rules)
            click.echo("\n".join(_summary(found, target)))
    except RefusedError as refused:
        click.echo(f"Fejl: {refused.message}\n{refused.remedy}", err=True)
        return None
    except UnwritableError as error:
        click.echo(f"Fejl: {error}", err=True)
        return None
    if found.unread:
        click.echo("\n".join(_left_out(found.unread)), err=True)
    return 1 if found.unread else 0


def _left_out(files: Sequence[Unread]) -> Iterator[str]:
    """Yield what is told of the files that are not brought in."""
    yield f"\nIkke hentet: {'én fil' if len(files) == 1 else f'{len(files)} filer'}. Det, der står i dem, er kun dér."
    for file in files:
        yield f"  - {file.message}"
        yield from (f"    {line}" for line in file.remedy.split("\n"))


def _into(papers: Sequence[Path], target: Path, rules: Regulativ, *, dry_run: bool) -> Gathered:
    """Put what an agreement misses into it; return what was read. Raises RefusedError and UnwritableError."""
    from aftale_builder.importing.into import fill
    from aftale_builder.source.rewriting import diff, write

    filled = fill(papers, target, rules)
    if not dry_run:
        write([*filled.files, *filled.accounts])
    if dry_run:
        click.echo(diff(filled.files), nl=False)
    for source, read in filled.gathered.reads():
        click.echo("\n".join([*_of_file(filled.gathered, source, read, target, dry_run=dry_run), ""]), err=dry_run)
    changed = [f"  {'ny fil' if file.is_new else 'rettet'}: {file.name}" for file in (*filled.files, *filled.accounts)]
    click.echo("\n".join(["Ville blive skrevet:" if dry_run else "Skrevet:", *changed]), err=dry_run)
    return filled.gathered


def _summary(found: Gathered, target: Path) -> Iterator[str]:
    for source, read in found.reads():
        yield from _of_file(found, source, read, target)
        yield ""
    quoted = f'"{target}"' if " " in str(target) else str(target)
    yield "  Filer, der ikke var noget til i Word, er lagt klar uden indhold: se LAESMIG.md i mappen."
    yield ""
    yield f"  Se, hvad der mangler, med   aftale check {quoted}"


def _of_file(found: Gathered, source: Source, read: Read, target: Path, *, dry_run: bool = False) -> Iterator[str]:
    from aftale_builder.importing.accounts import counts, journal_file, unplaced_file
    from aftale_builder.importing.gathering import called
    from aftale_builder.importing.ledger import Role
    from aftale_builder.importing.writing import ending_of

    number = counts(read)
    ending = ending_of(found, source)
    told = {
        Role.VALUE: "er jeres egne ord",
        Role.FIXED: "er skabelonens faste tekst",
        Role.GUIDANCE: "er vejledning, der skulle have været slettet",
        Role.PLACEHOLDER: "er pladsholdere, der ikke er udfyldt",
        Role.CONTENTS: "er indholdsfortegnelse",
        Role.PAGE_NUMBER: "er sidetal",
        Role.FIGURE: "er ord i figurer, der tegnes igen",
        Role.BUDGET: "er tal fra budgettet, som hentes derfra",
        Role.EMPTY: "er tomme",
        Role.UNPLACED: f"er der ikke et sted til: de står i {unplaced_file(ending)}",
    }
    done = "ville blive hentet" if dry_run else "er hentet"
    yield f"«{source.path.name}» {done} ind i «{target}» som {called(found, source)}."
    yield ""
    told_of = [(number[role.value], words) for role, words in told.items() if number.get(role.value)]
    yield (
        f"  {sum(count for count, _ in told_of)} stykker tekst er gjort rede for ({journal_file(ending)}): hvert afsnit, også i "
        f"tabellernes {number['celler']} celler og i {number['noter']} noter, og filens titel:"
    )
    yield from (f"  {count:>6} {words}" for count, words in told_of)
    if read.remarks:
        yield ""
        yield "  Se efter:"
        yield from (f"  - {remark}" for remark in read.remarks)
