"""`aftale import` of a budget: a workbook's amounts into an agreement that is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from aftale_builder.importing.budget import Taken

_MANY = 40


def take_budget(source: Path, target: Path, *, dry_run: bool) -> int:
    """Bring the amounts of a workbook into the agreement of a folder; return the exit code."""
    from aftale_builder.boligdata.tables import DataFileError
    from aftale_builder.importing.budget import BudgetError, opened, take
    from aftale_builder.model import load
    from aftale_builder.source.files import ROOT
    from aftale_builder.source.rewriting import UnwritableError, diff, write

    if not (target / ROOT).exists():
        raise click.UsageError(
            f"I «{target}» er der ingen {ROOT} at lægge budgettet i. Lav den med «aftale init», eller hent samarbejdsaftalen "
            "først."
        )
    try:
        taken = take(source, opened(source), load(target))
        if not dry_run:
            write(taken.files)
    except DataFileError as error:
        click.echo(f"Fejl: {error.message}\n{error.remedy}", err=True)
        return 1
    except (BudgetError, UnwritableError) as error:
        click.echo(f"Fejl: {error}", err=True)
        return 1
    if dry_run:
        click.echo(diff(taken.files), nl=False)
    click.echo("\n".join(_told(source, taken, dry_run=dry_run)), err=dry_run)
    return 0


def _told(source: Path, taken: Taken, *, dry_run: bool) -> Iterator[str]:
    yield f"«{source.name}» er læst sådan:"
    yield from (f"  {line}" for line in taken.understood)
    if taken.told:
        changes = "1 ændring" if len(taken.told) == 1 else f"{len(taken.told)} ændringer"
        yield f"{changes}{', som ikke er skrevet' if dry_run else ''}:"
        yield from (f"  {line}" for line in taken.told[:_MANY])
        if len(taken.told) > _MANY:
            yield f"  … og {len(taken.told) - _MANY} til"
    else:
        yield "Aftalen har beløbene allerede."
    if taken.remarks:
        yield "Se efter:"
        yield from (f"  - {line}" for line in taken.remarks)
    yield taken.sums
