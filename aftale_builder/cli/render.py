"""`aftale render`: the whole package, in Word and Excel, and in PDF where it is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from aftale_builder.cli._making import DEFAULT_FOLDER, RefusedError, agreement, listed, make
from aftale_builder.cli._templates import TEMPLATE, chosen
from aftale_builder.findings import Severity
from aftale_builder.source.files import ROOT, STORE

if TYPE_CHECKING:
    from aftale_builder.assessment import Assessment
    from aftale_builder.documents.packaging import Package
    from aftale_builder.documents.publishing import Published


@click.command(short_help="Lav hele pakken i Word og Excel.")
@click.argument("path", default=".", metavar="[STI]", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, file_okay=False), help="Mappen, pakken lægges i.  [ellers: pakke]"
)
@click.option(
    "--draft", is_flag=True, help="Lav et udkast, selv om der er fejl: hver side mærket UDKAST, huller som «Mangler: …»."
)
@click.option("--pdf", is_flag=True, help="Lav også PDF af hver fil, med LibreOffice.")
@TEMPLATE
@click.option("--force", is_flag=True, help="Skriv, selv om filer er rettet i hånden; de rettede gemmes ved siden af.")
@click.option("--no-base", is_flag=True, hidden=True, help="Skriv intet i aftalens mappe (til «aftale demo»).")
def command(  # noqa: PLR0913, PLR0917 - one for each option
    path: Path, output: Path | None, draft: bool, pdf: bool, templates: tuple[str, ...], force: bool, no_base: bool
) -> int:  # fmt: skip
    """Lav hele pakken af en aftale: samarbejdsaftale, delaftaler, budget og resten.

    STI er aftalens mappe (ellers den, du står i). Er der fejl, laves pakken ikke, medmindre du beder om et udkast.
    """
    if output is not None and (message := _occupied(output, path)):
        raise click.UsageError(message)
    forms = chosen(templates)
    try:
        loaded, assessment = agreement(path, draft=draft)
        folder = output or loaded.folder / DEFAULT_FOLDER
        package = make(loaded, path, draft=draft, templates=forms)
        if pdf:
            package = _with_pdf(folder, package)
        published = write(folder, package, force=force) if no_base else _written(folder, package, loaded.folder, force=force)
    except RefusedError as error:
        if str(error):
            click.echo(str(error), err=True)
        return error.code
    _remarks(published, assessment, draft=draft)
    _result(folder, package, published)
    return 0


def _with_pdf(folder: Path, package: Package) -> Package:
    """Return the package with a PDF of each document; those of documents that have not changed are kept. Raises RefusedError."""
    from aftale_builder.cli._pdf import pdfs

    otherwise = "Uden --pdf bliver pakken lavet uden PDF’er; dem kan Word gemme."
    return package.with_pdfs(pdfs(package, package.good_pdfs(folder), otherwise=otherwise))


def _written(folder: Path, package: Package, home: Path, *, force: bool) -> Published:
    """Write the package, and before it, in the agreement's folder, what `pull` will compare with. Raises RefusedError."""
    from aftale_builder.pulling.store import forget, keep

    try:
        kept = keep(home, (file.base for file in package.documents if file.base is not None), package.forms)
    except OSError as error:
        raise RefusedError(f"Pakken er ikke skrevet: der kan ikke skrives i «{home / STORE}» ({error.strerror}).") from error
    try:
        return write(folder, package, force=force)
    except BaseException:
        forget(kept)
        raise


def write(folder: Path, package: Package, *, force: bool) -> Published:
    """Write the package into the folder, whole or not at all. Raises RefusedError."""
    from aftale_builder.documents.content import digest, settled
    from aftale_builder.documents.lock import BusyError
    from aftale_builder.documents.publishing import EditedError, OpenElsewhereError, publish

    try:
        return publish(folder, package.files, digest, settled=settled, force=force)
    except EditedError as error:
        raise RefusedError(
            "Pakken er ikke skrevet: disse filer er rettet i hånden, siden de blev lavet, eller ikke lavet af aftale-builder:\n"
            f"{listed(error.names)}\n"
            "Hent rettelser i Word hjem med «aftale pull», skriv andre ind i aftalens YAML-filer, eller flyt filerne. "
            "Med --force skrives pakken, og de rettede filer gemmes ved siden af."
        ) from error
    except OpenElsewhereError as error:
        what = "Pakken er kun skrevet til dels" if error.underway else "Pakken er ikke skrevet"
        raise RefusedError(
            f"{what}: disse filer kan ikke overskrives:\n{listed(error.names)}\n"
            "Er de åbne i Word eller Excel, så luk dem dér, og kør igen"
            + ("; så bliver resten gjort færdig." if error.underway else ".")
        ) from error
    except BusyError as error:
        raise RefusedError(f"En anden «aftale render» er i gang i mappen «{folder}». Vent, til den er færdig.") from error


def _occupied(output: Path, path: Path) -> str:
    """Return why the package can't be laid in a folder, «» where it can: an agreement's own folder is for its sources alone."""
    own = path if path.is_dir() else path.parent
    if (output / ROOT).exists() or output.resolve() == own.resolve():
        return f"«{output}» er en aftales egen mappe. Læg pakken i en mappe for sig, for eksempel «{output / DEFAULT_FOLDER}»."
    return ""


def _remarks(published: Published, assessment: Assessment, *, draft: bool) -> None:
    """Tell on stderr what the user may want to know besides the result."""
    if published.finished:
        click.echo("En tidligere kørsel var blevet afbrudt; den er gjort færdig først.", err=True)
    for copy, name in published.copies.items():
        click.echo(f"«{name}» var rettet i hånden; den rettede er gemt som «{copy}».", err=True)
    if published.removed:
        click.echo(f"Ikke længere en del af pakken, og derfor fjernet:\n{listed(published.removed)}", err=True)
    open_points = assessment.count(Severity.FEJL) + assessment.count(Severity.ADVARSEL)
    if draft and open_points:
        points = "1 punkt mangler endnu. Det" if open_points == 1 else f"{open_points} punkter mangler endnu. De"
        click.echo(f"Udkast: {points} står i tjekliste.md.", err=True)


def _result(folder: Path, package: Package, published: Published) -> None:
    from aftale_builder.documents.checklist import NAME

    click.echo(f"Pakken ligger i {folder.as_posix()}:")
    for name in package.files:
        click.echo(f"  {name}" + ("  (uændret)" if name in published.same else ""))
    click.echo(f"Begynd med {NAME}, og åbn {package.documents[0].name}.")
