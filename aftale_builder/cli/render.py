"""`aftale render`: the whole package, in Word and Excel."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aftale_builder.assessment import Assessment, assess_loaded
from aftale_builder.findings import Finding, Severity
from aftale_builder.model import Loaded, load
from aftale_builder.source.files import ROOT, YAML_ENDINGS

if TYPE_CHECKING:
    from aftale_builder.documents.packaging import Package
    from aftale_builder.documents.publishing import Published
    from aftale_builder.documents.rendering import Progress

DEFAULT_FOLDER = "pakke"
REFUSED = 1
NOTHING_JUDGED = 2
UNREADABLE = "KLD"
FORGIVEN = "KLD008"
"""A key that is missing is a gap like any other."""
CPR = "PRV301"


class RefusedError(Exception):
    """The package was not made; the message says why and what to do."""


@click.command(short_help="Lav hele pakken i Word og Excel.")
@click.argument("path", default=".", metavar="[STI]", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, file_okay=False), help="Mappen, pakken lægges i.  [ellers: pakke]"
)
@click.option(
    "--draft", is_flag=True, help="Lav et udkast, selv om der er fejl: hver side mærket UDKAST, huller som «Mangler: …»."
)
@click.option("--force", is_flag=True, help="Skriv, selv om filer er rettet i hånden; de rettede gemmes ved siden af.")
def command(path: Path, output: Path | None, draft: bool, force: bool) -> int:  # fmt: skip
    """Lav hele pakken af en aftale: samarbejdsaftale, delaftaler, budget og resten.

    STI er aftalens mappe (ellers den, du står i). Er der fejl, laves pakken ikke, medmindre du beder om et udkast.
    """
    if message := _unusable(path):
        raise click.UsageError(message)
    if output is not None and (message := _occupied(output, path)):
        raise click.UsageError(message)
    loaded = load(path)
    assessment = assess_loaded(loaded, path, date.today())  # noqa: DTZ011 - the day where the user is
    if not assessment.judged:
        _report(assessment, assessment.findings)
        return NOTHING_JUDGED
    if refusing := tuple(_refusing(assessment, draft=draft)):
        _report(assessment, refusing)
        click.echo(_why(draft=draft), err=True)
        return REFUSED
    folder = output or loaded.folder / DEFAULT_FOLDER
    try:
        package = make(loaded, path, draft=draft)
        published = write(folder, package, force=force)
    except RefusedError as error:
        click.echo(str(error), err=True)
        return REFUSED
    _remarks(published, assessment, draft=draft)
    _result(folder, package, published)
    return 0


def make(loaded: Loaded, path: Path, *, draft: bool) -> Package:
    """Return the package of an agreement that may be rendered. Raises RefusedError, having told the findings on stderr."""
    from aftale_builder.documents.facts import Facts
    from aftale_builder.documents.packaging import package
    from aftale_builder.documents.rendering import ProofError
    from aftale_builder.documents.word_paper import template_folder
    from aftale_builder.regulation import regulativ
    from aftale_builder.rules import finding_of, findings_of, rule_of
    from aftale_builder.word.faults import TemplateError, ValuesError

    timeless = assess_loaded(loaded, path, date.min)  # what depends on the day is for the report, never for the files
    aftale, generation = loaded.aftale, regulativ(timeless.regulation)
    if aftale is None or generation is None or not template_folder(generation.id).is_dir():
        raise RefusedError(f"Pakken er ikke lavet: der er endnu ingen skabeloner til {timeless.regulation}.")
    try:
        with _bar() as progress:
            return package(Facts(aftale, generation, draft), timeless, loaded.folder, progress)
    except ValuesError as error:
        _report(timeless, findings_of(error.faults))
        raise RefusedError("Pakken er ikke lavet: noget af teksten kan ikke sættes. Ret det, og kør igen.") from error
    except TemplateError as error:
        raise RefusedError(f"Pakken er ikke lavet: en skabelon kan ikke bruges.\n{error}") from error
    except ProofError as error:
        rule = rule_of("BEV001")
        _report(timeless, tuple(finding_of(rule, hit) for hit in error.hits))
        raise RefusedError(
            "Pakken er ikke lavet: et dokument kom ikke til at sige det, aftalen siger. Intet er skrevet."
        ) from error


def write(folder: Path, package: Package, *, force: bool) -> Published:
    """Write the package into the folder, whole or not at all. Raises RefusedError."""
    from aftale_builder.documents.content import digest
    from aftale_builder.documents.lock import BusyError
    from aftale_builder.documents.publishing import EditedError, OpenElsewhereError, publish

    try:
        return publish(folder, package.files, digest, force=force)
    except EditedError as error:
        raise RefusedError(
            "Pakken er ikke skrevet: disse filer er rettet i hånden, siden de blev lavet, eller ikke lavet af aftale-builder:\n"
            f"{_list(error.names)}\n"
            "Skriv rettelserne ind i aftalens YAML-filer, eller flyt filerne. Med --force skrives pakken, og de rettede filer "
            "gemmes ved siden af."
        ) from error
    except OpenElsewhereError as error:
        what = "Pakken er kun skrevet til dels" if error.underway else "Pakken er ikke skrevet"
        raise RefusedError(
            f"{what}: disse filer kan ikke overskrives:\n{_list(error.names)}\n"
            "Er de åbne i Word eller Excel, så luk dem dér, og kør igen"
            + ("; så bliver resten gjort færdig." if error.underway else ".")
        ) from error
    except BusyError as error:
        raise RefusedError(f"En anden «aftale render» er i gang i mappen «{folder}». Vent, til den er færdig.") from error


def _unusable(path: Path) -> str:
    """Return why a path can't be rendered, «» where it can."""
    if not path.exists():
        return f"«{path}» findes ikke. Skriv stien til aftalens mappe."
    if path.is_dir():
        return "" if (path / ROOT).exists() else f"I mappen «{path}» er der ingen {ROOT}. Begynd med «aftale init»."
    return "" if path.suffix.lower() in YAML_ENDINGS else f"«{path}» er hverken en mappe eller en YAML-fil."


def _occupied(output: Path, path: Path) -> str:
    """Return why the package can't be laid in a folder, «» where it can: an agreement's own folder is for its sources alone."""
    own = path if path.is_dir() else path.parent
    if (output / ROOT).exists() or output.resolve() == own.resolve():
        return f"«{output}» er en aftales egen mappe. Læg pakken i en mappe for sig, for eksempel «{output / DEFAULT_FOLDER}»."
    return ""


def _refusing(assessment: Assessment, *, draft: bool) -> Iterator[Finding]:
    """Yield the findings for which no package is made. No draft forgives what could not be read or must never be printed."""
    for finding in assessment.findings:
        unforgiven = finding.code == CPR or (finding.code.startswith(UNREADABLE) and finding.code != FORGIVEN)
        if finding.severity is Severity.FEJL and finding.exempted is None and (unforgiven or not draft):
            yield finding


def _report(assessment: Assessment, findings: tuple[Finding, ...]) -> None:
    """Tell findings on stderr."""
    from aftale_builder import report

    shown = replace(assessment, findings=findings, judgement=())
    click.echo(report.render("text", (shown,), rich=sys.stderr.isatty()), err=True, nl=False)


def _why(*, draft: bool) -> str:
    if draft:
        return "Pakken er ikke lavet: det, der ikke kan læses, og CPR-numre kommer heller ikke i et udkast. Ret det, og kør igen."
    return "Pakken er ikke lavet. Ret fejlene, eller lav et udkast med --draft."


def _remarks(published: Published, assessment: Assessment, *, draft: bool) -> None:
    """Tell on stderr what the user may want to know besides the result."""
    if published.finished:
        click.echo("En tidligere kørsel var blevet afbrudt; den er gjort færdig først.", err=True)
    for copy, name in published.copies.items():
        click.echo(f"«{name}» var rettet i hånden; den rettede er gemt som «{copy}».", err=True)
    if published.removed:
        click.echo(f"Ikke længere en del af pakken, og derfor fjernet:\n{_list(published.removed)}", err=True)
    open_points = assessment.count(Severity.FEJL) + assessment.count(Severity.ADVARSEL)
    if draft and open_points:
        click.echo(f"Udkast: {open_points} punkter mangler endnu. De står i tjekliste.md.", err=True)


def _result(folder: Path, package: Package, published: Published) -> None:
    from aftale_builder.documents.checklist import NAME

    click.echo(f"Pakken ligger i {folder.as_posix()}:")
    for name in package.files:
        click.echo(f"  {name}" + ("  (uændret)" if name in published.same else ""))
    click.echo(f"Begynd med {NAME}, og åbn {package.documents[0].name}.")


def _list(names: tuple[str, ...]) -> str:
    return "\n".join(f"  {name}" for name in names)


@contextmanager
def _bar() -> Iterator[Progress | None]:
    """Show a progress bar on a terminal, and nothing anywhere else."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label="Laver pakken", file=sys.stderr, show_eta=False) as bar:

        def show(done: int, total: int, name: str) -> None:  # noqa: ARG001 - names differ in length, and the bar would jump
            bar.length = total
            bar.update(done - bar.pos)

        yield show
        bar.update((bar.length or 1) - bar.pos)
