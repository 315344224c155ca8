"""`aftale explain`: a rule's page in the terminal."""

from __future__ import annotations

import os
import sys

import click


@click.command(short_help="Forklar en regel.")
@click.argument("names", nargs=-1, required=True, metavar="REGEL...")
@click.option("--no-color", is_flag=True, help="Kun ord: ingen farver.")
def command(names: tuple[str, ...], no_color: bool) -> int:
    """Forklar en regel: hvorfor, hvad der er forkert og rigtigt, hvem der kræver det, og hvor sikkert det er.

    REGEL er en kode eller et navn: LBF061 eller medfinansiering-under-25. Dømmer ingen regel et råd, står grunden der.
    """
    from aftale_builder.report.page import page
    from aftale_builder.report.text import Style, terminal_width
    from aftale_builder.rules.catalogue import find

    found = [(name, find(name)) for name in names]
    missing = [_unknown(name) for name, entry in found if entry is None]
    if missing:
        raise click.UsageError("\n".join(missing))
    rich = not no_color and not os.environ.get("NO_COLOR") and sys.stdout.isatty()
    style = Style(rich, terminal_width() if sys.stdout.isatty() else Style(rich).width)
    click.echo("\n".join(page(entry, style) for _, entry in found if entry is not None), nl=False)
    return 0


def _unknown(name: str) -> str:
    from aftale_builder.rules.catalogue import nearest

    meant = [f"{entry.code} {entry.name}" for entry in nearest(name)]
    if not meant:
        return f"Der er ingen regel «{name}». «aftale rules» viser dem alle."
    *others, last = meant
    return f"Der er ingen regel «{name}». Mente du {' eller '.join([', '.join(others), last] if others else [last])}?"
