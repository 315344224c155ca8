"""`aftale import`: a filled-in form in Word to a folder in YAML."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from aftale_builder.regulation import regulativ

if TYPE_CHECKING:
    from aftale_builder.importing.placing import Imported

_GENERATION = "lbf-2019-26"


@click.command(short_help="Hent en udfyldt aftale fra Word ind i en mappe.")
@click.argument("source", metavar="FIL.docx", type=click.Path(path_type=Path))
@click.option("-o", "--output", "target", metavar="MAPPE", required=True, type=click.Path(path_type=Path), help="Den nye mappe.")
def command(source: Path, target: Path) -> int:
    """Hent en udfyldt strategisk samarbejdsaftale (2019-26) fra Word ind som en ny aftale i MAPPE.

    Hvert afsnit, hver celle og hver fodnote bliver der gjort rede for i importjournal.json. Det, der ikke er et sted til,
    kommer i ikke-placeret.md. Kan det ikke bevises, at alle ord er kommet med, bliver intet skrevet.
    """
    rules = regulativ(_GENERATION)
    if rules is None:
        raise click.ClickException(f"Programmets data om {_GENERATION} mangler.")
    if not source.is_file():
        what = "er en mappe" if source.is_dir() else "findes ikke"
        raise click.UsageError(f"«{source}» {what}. Skriv stien til Word-filen.")
    from aftale_builder.importing.run import RefusedError, import_file

    try:
        found = import_file(source, target, rules)
    except RefusedError as refused:
        click.echo(f"Fejl: {refused.message}\n{refused.remedy}", err=True)
        return 1
    click.echo(_summary(found, source, target))
    return 0


def _summary(found: Imported, source: Path, target: Path) -> str:
    from aftale_builder.importing.ledger import Role
    from aftale_builder.importing.writing import JOURNAL, UNPLACED, counts

    number = counts(found)
    lines = [
        f"«{source.name}» er hentet ind i «{target}».",
        "",
        f"  {number['afsnit']} afsnit, {number['celler']} celler og {number['noter']} noter er gjort rede for ({JOURNAL}):",
    ]
    told = {
        Role.VALUE: "er jeres egne ord",
        Role.FIXED: "er skabelonens faste tekst",
        Role.GUIDANCE: "er vejledning, der skulle have været slettet",
        Role.PLACEHOLDER: "er pladsholdere, der ikke er udfyldt",
        Role.CONTENTS: "er indholdsfortegnelse",
        Role.PAGE_NUMBER: "er sidetal",
        Role.EMPTY: "er tomme",
        Role.UNPLACED: f"er der ikke et sted til: de står i {UNPLACED}",
    }
    lines += [f"  {number[role.value]:>6} {words}" for role, words in told.items() if number.get(role.value)]
    if found.remarks:
        lines += ["", "  Se efter:", *(f"  - {remark}" for remark in found.remarks)]
    quoted = f'"{target}"' if " " in str(target) else str(target)
    lines += [
        "",
        "  Delaftaler, budget, kommissorium, beredskabsplan og milepæle er lagt klar uden indhold: se LAESMIG.md i mappen.",
    ]
    return "\n".join([*lines, "", f"  Se, hvad der mangler, med   aftale check {quoted}"])
