"""`aftale data`: figures from a register's table into `baseline` and `nøgletal`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from aftale_builder.boligdata.observing import Column, Reading
    from aftale_builder.boligdata.taking import Taken
    from aftale_builder.model import Loaded
    from aftale_builder.model.aftale import Aftale
    from aftale_builder.regulation import Regulativ

REFUSED = 1
NOTHING_JUDGED = 2
_SHOWN = 12


class RefusedError(Exception):
    """Nothing was written; the message says why and what to do. `code` is the exit code."""

    def __init__(self, message: str, code: int = REFUSED) -> None:
        super().__init__(message)
        self.code = code


@click.command(short_help="Hent baseline og nøgletal fra et register.")
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path))
@click.argument("path", default=".", metavar="[STI]", type=click.Path(path_type=Path))
@click.option("--mapping", type=click.Path(path_type=Path, dir_okay=False), help="En fil fra --keep, som du har rettet.")
@click.option("--keep", type=click.Path(path_type=Path, dir_okay=False), help="Skriv i en fil, hvad navnene blev forstået som.")
@click.option(
    "--source", default="", help="Kilden, når tabellen ikke selv siger den.  [ellers: skabelonens, og filens navn ved nøgletal]"
)
@click.option("--year", type=click.IntRange(1990, 2100), help="Året, når tabellen ikke selv siger det.")
@click.option("--dry-run", is_flag=True, help="Vis, hvad der ville blive ændret, uden at skrive det.")
def command(  # noqa: PLR0913, PLR0917 - click gives each option by name
    file: Path, path: Path, mapping: Path | None, keep: Path | None, source: str, year: int | None, dry_run: bool
) -> int:  # fmt: skip
    """Læg tal fra en tabel (.xlsx eller .csv) i aftalens baseline og i områdernes nøgletal.

    Tabellen er trukket fra Landsbyggefondens Boligsociale Data, Beboerdata eller et andet register. Kolonner og rækker kan stå i
    hvilken orden som helst: de kendes på indikator, område, kommune og år. STI er aftalens mappe. Kun tallene bliver ændret.
    """
    try:
        loaded, aftale, regulativ = _agreement(path)
        readings = _readings(file, aftale, regulativ, mapping)
        if keep is not None:
            _keep(keep, readings, aftale, regulativ)
        taken = _taken(readings, aftale, regulativ, (source, file.name), year)
        _write(loaded, taken, dry_run=dry_run)
    except RefusedError as error:
        click.echo(str(error), err=True)
        return error.code
    return 0


def _agreement(path: Path) -> tuple[Loaded, Aftale, Regulativ]:
    from aftale_builder.model import load
    from aftale_builder.regulation import regulativ
    from aftale_builder.source.files import ROOT

    if not path.exists() or (path.is_dir() and not (path / ROOT).exists()):
        raise click.UsageError(f"I «{path}» er der ingen {ROOT}. Skriv aftalens mappe efter tabellens navn.")
    loaded = load(path)
    aftale = loaded.aftale
    generation = regulativ(aftale.regulativ) if aftale is not None else None
    if aftale is None or generation is None:
        raise RefusedError(f"Aftalen i «{path}» kan ikke læses. Kør «aftale check», og ret det, den siger.", NOTHING_JUDGED)
    if not generation.indikatorer:
        raise RefusedError(f"{generation.navn} har ingen faste indikatorer, som tallene kan lægges i.")
    return loaded, aftale, generation


def _readings(file: Path, aftale: Aftale, regulativ: Regulativ, mapping: Path | None) -> tuple[Reading, ...]:
    """Return what the tables hold, having shown how they were understood."""
    from aftale_builder.boligdata import keeping, taking
    from aftale_builder.boligdata.tables import DataFileError

    try:
        told = taking.mapping(mapping, aftale, regulativ) if mapping is not None else {}
        readings = taking.understand(file, aftale, regulativ, told)
    except keeping.MappingError as error:
        raise RefusedError(str(error)) from error
    except DataFileError as error:
        raise RefusedError(f"{error.message} {error.remedy}", NOTHING_JUDGED) from error
    for reading in readings:
        click.echo("\n".join(_understood(reading)), err=True)
    return readings


def _keep(target: Path, readings: Sequence[Reading], aftale: Aftale, regulativ: Regulativ) -> None:
    from aftale_builder.boligdata.keeping import written
    from aftale_builder.boligdata.taking import legend

    if target.exists():
        raise RefusedError(f"«{target}» findes allerede. Vælg et andet navn.")
    try:
        target.write_text(written(readings, legend(aftale, regulativ)), encoding="utf-8", newline="\n")
    except OSError as error:
        raise RefusedError(f"«{target}» kan ikke skrives. Se, om mappen findes.") from error
    click.echo(f"Hvad navnene blev forstået som, står i «{target}». Ret den, og brug den med --mapping.", err=True)


def _taken(
    readings: tuple[Reading, ...], aftale: Aftale, regulativ: Regulativ, sources: tuple[str, str], year: int | None
) -> Taken:
    from aftale_builder.boligdata.taking import NothingToTakeError, take
    from aftale_builder.source.restyling import UneditableError

    try:
        taken = take(readings, aftale, regulativ, *sources, year)
    except NothingToTakeError as error:
        raise RefusedError(str(error)) from error
    except UneditableError as error:
        file = error.node.span.file
        line, column = file.position(error.node.span.start)
        raise RefusedError(f"{file.name}:{line}:{column}: {error.message} Intet er skrevet.") from error
    if taken.chosen.problems:
        raise RefusedError("\n".join((*taken.chosen.problems[:_SHOWN], "Intet er skrevet. Ret tabellen, og kør igen.")))
    return taken


def _write(loaded: Loaded, taken: Taken, *, dry_run: bool) -> None:
    from aftale_builder.source.rewriting import UnwritableError, diff, rewritten, write

    try:
        changed = rewritten(loaded.folder, loaded.files, taken.placed.edits)
        if not dry_run:
            write(changed)
    except UnwritableError as error:
        raise RefusedError(str(error)) from error
    if dry_run:
        click.echo(diff(changed), nl=False)
    click.echo("\n".join(_told(taken, dry_run=dry_run)), err=dry_run)


def _understood(reading: Reading) -> Iterator[str]:
    """Yield how a table was understood."""
    yield f"{f'Arket «{reading.table}»' if reading.table else 'Tabellen'} er læst sådan:"
    yield from (
        f"  «{column.label}»: {_meaning(column)}" for column in reading.columns if column.label not in ("", *reading.unknown)
    )
    if reading.unknown:
        yield f"  Ikke brugt, for det er ikke kendt: {_few(reading.unknown)}"
    if reading.elsewhere:
        yield f"  Ikke brugt, for det er ikke fra aftalens kommune: {_few(reading.elsewhere)}"
    for label, found in reading.unsure.items():
        yield f"  Ikke brugt: «{label}» kan være {' eller '.join(found)}. Sig hvilken med --keep og --mapping."


def _meaning(column: Column) -> str:
    meaning = column.meaning
    said = [str(part) for part in (meaning.measure, meaning.place, meaning.year) if part is not None]
    if column.figures:
        return f"tal for {', '.join(said)}" if said else "tal"
    return meaning.role.value if meaning.role is not None else "ikke brugt"


def _told(taken: Taken, *, dry_run: bool) -> Iterator[str]:
    """Yield what was done, what was not, and what the figures say."""
    done = taken.placed.told
    changes = "1 ændring" if len(done) == 1 else f"{len(done)} ændringer"
    yield f"{changes}{', som ikke er skrevet' if dry_run else ''}:" if done else _nothing(taken)
    yield from (f"  {line}" for line in done)
    if taken.placed.lacking:
        yield f"Baseline har endnu ingen tal for {_few(taken.placed.lacking)}; «aftale check» spørger efter dem."
    if taken.chosen.older:
        yield f"{taken.chosen.older} tal fra tidligere år er ikke brugt."
    if taken.placed.left:
        yield from ("Ikke brugt:", *(f"  {line}." for line in taken.placed.left))
    if taken.placed.remarks:
        yield from ("Se efter:", *(f"  {line}" for line in taken.placed.remarks))
    yield from ("Efter § 61 a:", *(f"  {line}" for line in taken.status)) if taken.status else ()


def _nothing(taken: Taken) -> str:
    return "Intet er ændret." if taken.placed.left else "Aftalen har tallene allerede."


def _few(names: Iterable[str]) -> str:
    listed = [f"«{name}»" for name in names]
    more = f" og {len(listed) - _SHOWN} til" if len(listed) > _SHOWN else ""
    return ", ".join(listed[:_SHOWN]) + more
