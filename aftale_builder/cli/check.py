"""`aftale check`: judges agreements and says what is found."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

import click

from aftale_builder.assessment import Assessment, Verdict, assess
from aftale_builder.findings import RANK, Severity
from aftale_builder.report import FORMATS, render
from aftale_builder.source.files import ROOT, YAML_ENDINGS

WORD_ENDING = ".docx"
_OTHER_WORD = frozenset({".doc", ".docm", ".dot", ".dotx", ".dotm", ".rtf", ".odt"})


@click.command()
@click.argument("paths", nargs=-1, metavar="[STI]...", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(tuple(FORMATS)), default="text", help="Rapportens form.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Skriv rapporten i en fil.")
@click.option("--advice", is_flag=True, help="Vis også råd.")
@click.option(
    "--fail-on", type=click.Choice(("fejl", "advarsel")), default="fejl", show_default=True, help="Hvad der giver kode 1."
)
@click.option("--no-color", is_flag=True, help="Kun ord: ingen farver og ingen streger.")
def command(
    paths: tuple[Path, ...], form: str, output: Path | None, advice: bool, fail_on: str, no_color: bool
) -> int:  # fmt: skip
    """Bedøm en eller flere aftaler: mapper, YAML-filer eller Word-filer (.docx). Uden STI bedømmes mappen, du står i.

    Koden er 0, når intet er fundet, 1 ved fund, og 2, når intet kunne bedømmes.
    """
    refused = [message for path in paths or (Path(),) if (message := _refusal(path))]
    if refused:
        raise click.UsageError("\n".join(refused))
    today = date.today()  # noqa: DTZ011 - the day where the user is
    assessments = tuple(_assess(path, today) for path in paths or (Path(),))
    rich = output is None and not no_color and not os.environ.get("NO_COLOR") and sys.stdout.isatty()
    text = render(form, assessments, advice=advice, rich=rich, threshold=Severity(fail_on))
    if output is None:
        click.echo(text, nl=False)
    else:
        _write(output, text)
    if form == "github":
        from aftale_builder.cli._summary import add_summary

        add_summary(assessments, advice=advice)
    return _exit_code(assessments, Severity(fail_on))


def _assess(path: Path, today: date) -> Assessment:
    if path.suffix.lower() == WORD_ENDING and not path.is_dir():
        from aftale_builder.word_check import assess_file

        return assess_file(path)
    return assess(path, today)


def _refusal(path: Path) -> str:
    """Return why a path can't be judged, «» where it can."""
    if not path.exists():
        return f"«{path}» findes ikke. Skriv stien til aftalens mappe."
    if path.is_dir():
        return "" if (path / ROOT).exists() else f"I mappen «{path}» er der ingen {ROOT}. Begynd med «aftale init»."
    if path.suffix.lower() in (*YAML_ENDINGS, WORD_ENDING):
        return ""
    if path.suffix.lower() in _OTHER_WORD:
        return f"«{path}» er ikke en {WORD_ENDING}-fil. Åbn den i Word, og gem den som Word-dokument ({WORD_ENDING})."
    return f"«{path}» er hverken en mappe, en YAML-fil eller en Word-fil ({WORD_ENDING})."


def _write(output: Path, text: str) -> None:
    try:
        output.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.UsageError(f"«{output}» kan ikke skrives. Se, om mappen findes, og om filen er åben.") from error


def _exit_code(assessments: tuple[Assessment, ...], threshold: Severity) -> int:
    if any(
        finding.exempted is None and RANK[finding.severity] <= RANK[threshold]
        for assessment in assessments
        if assessment.verdict is not Verdict.IKKE_BEDOEMT
        for finding in assessment.findings
    ):
        return 1
    return 2 if any(assessment.verdict is Verdict.IKKE_BEDOEMT for assessment in assessments) else 0
