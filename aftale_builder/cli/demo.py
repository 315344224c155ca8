"""`aftale demo`: the package of the sample agreement, to look at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from aftale_builder.resources import resource

FOLDER = Path("aftale-demo")
SAMPLE = "samples/solbakken"
WORTH_SEEING = ("Strategisk*.docx", "Delaftale*.docx", "Budget*.xlsx")


@click.command(short_help="Lav pakken af eksemplet Solbakken.")
def command() -> int:
    """Lav pakken af eksemplet Solbakken i mappen aftale-demo, og sig, hvad der er at se."""
    from aftale_builder.cli._group import run

    sample = resource(SAMPLE)
    code = run(["render", str(sample), "--no-base", "-o", str(FOLDER)])
    if code == 0:
        click.echo("\n".join(_tour(sample)))
    return code


def _tour(sample: Path) -> Iterator[str]:
    """Yield what there is to open, and how it is written."""
    yield "\nDet var en opdigtet aftale. Åbn for eksempel:"
    for pattern in WORTH_SEEING:
        yield from (f"  {path}" for path in sorted(FOLDER.glob(pattern))[:1])
    yield f"\nSådan er den skrevet:\n  {sample / 'aftale.yaml'}"
    yield "\nBegynd jeres egen med:\n  aftale init min-aftale"
