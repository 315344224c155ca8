"""`aftale demo`: the package of the sample agreement, to look at."""

from __future__ import annotations

from pathlib import Path

import click

from aftale_builder.resources import resource

FOLDER = Path("aftale-demo")
SAMPLE = "samples/solbakken"
FIRST = "strategisk"
"""How the name of the document that one reads first begins."""


@click.command()
def command() -> int:
    """Lav pakken af eksemplet Solbakken i mappen aftale-demo, og sig, hvad der er at se."""
    from aftale_builder.cli._group import run

    sample = resource(SAMPLE)
    code = run(["render", str(sample), "-o", str(FOLDER)])
    if code == 0:
        click.echo(_tour(sample))
    return code


def _tour(sample: Path) -> str:
    """Return what there is to open, and where it comes from."""
    made = sorted(path for path in FOLDER.rglob("*") if path.suffix in (".docx", ".xlsx"))
    first = next((path for path in made if path.name.casefold().startswith(FIRST)), None)
    lines = ["", "Åbn først:", f"  {first}", "", "og siden:"] if first else ["", "Åbn:"]
    lines += [f"  {path}" for path in made if path != first]
    return "\n".join(
        [
            *lines,
            "",
            "Sådan er eksemplet skrevet:",
            f"  {sample / 'aftale.yaml'}",
            "",
            "Begynd jeres egen med:  aftale init min-aftale",
        ]
    )
