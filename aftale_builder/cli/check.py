"""`aftale check`: judges agreements and says what is found."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aftale_builder.cli._checking import assessed, exit_code, on_terminal, refusals
from aftale_builder.findings import Severity
from aftale_builder.report import FORMATS, render

if TYPE_CHECKING:
    from aftale_builder.assessment import Assessment


@click.command(short_help="Bedøm en aftale eller en Word-fil.")
@click.argument("paths", nargs=-1, metavar="[STI]...", type=click.Path(path_type=Path))
@click.option(
    "--against",
    metavar="MAPPE",
    type=click.Path(path_type=Path),
    help="Vis, hvor en Word-fil siger noget andet end aftalen i MAPPE.",
)
@click.option("--format", "form", type=click.Choice(tuple(FORMATS)), default="text", help="Rapportens form.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Skriv rapporten i en fil.")
@click.option("--advice", is_flag=True, help="Vis også råd.")
@click.option(
    "--fail-on", type=click.Choice(("fejl", "advarsel")), default="fejl", show_default=True, help="Hvad der giver kode 1."
)
@click.option("--no-color", is_flag=True, help="Kun ord: ingen farver og ingen streger.")
def command(  # noqa: PLR0913, PLR0917 - one for each option
    paths: tuple[Path, ...],
    against: Path | None,
    form: str,
    output: Path | None,
    advice: bool,
    fail_on: str,
    no_color: bool,
) -> int:  # fmt: skip
    """Bedøm en eller flere aftaler: mapper, YAML-filer eller Word-filer (.docx). Uden STI bedømmes mappen, du står i.

    Koden er 0, når der ingen fejl er, 1, når der er, og 2, når intet kunne bedømmes.
    """
    wanted = paths or (Path(),)
    if refused := refusals(wanted):
        raise click.UsageError("\n".join(refused))
    if against is None:
        assessments = assessed(wanted)
    else:
        from aftale_builder.cli._against import assessed_against

        assessments = assessed_against(wanted, against)
    rich = output is None and not no_color and on_terminal()
    text = render(form, assessments, advice=advice, rich=rich, threshold=Severity(fail_on))
    if output is None:
        click.echo(text, nl=False)
    else:
        _write(output, text)
    if against is not None:
        _compared(assessments)
    if form == "github":
        from aftale_builder.cli._summary import add_summary

        add_summary(assessments, advice=advice)
    return exit_code(assessments, Severity(fail_on))


def _compared(assessments: Iterable[Assessment]) -> None:
    """Tell on stderr, last, what came of holding each file against the agreement."""
    from aftale_builder.cli._against import summed

    for line in filter(None, map(summed, assessments)):
        click.echo(line, err=True)


def _write(output: Path, text: str) -> None:
    try:
        output.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.UsageError(f"«{output}» kan ikke skrives. Se, om mappen findes, og om filen er åben.") from error
    click.echo(f"Rapporten er skrevet i «{output}».", err=True)
