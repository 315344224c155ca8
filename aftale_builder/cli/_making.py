"""Making the package of an agreement: what `render`, `pack` and `pull` share, from the path on the command line to the files."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
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
    from aftale_builder.documents.own_form import OwnForm
    from aftale_builder.documents.packaging import Package
    from aftale_builder.documents.rendering import Progress
    from aftale_builder.model.aftale import Aftale
    from aftale_builder.regulation import Regulativ

DEFAULT_FOLDER = "pakke"
REFUSED = 1
NOTHING_JUDGED = 2
_TAKEN_AWAY = "\x1b[1A\r\x1b[2K"
"""The line above, where the bar was left half drawn, is emptied and stood in again."""
UNREADABLE = "KLD"
FORGIVEN = "KLD008"
"""A key that is missing is a gap like any other."""
CPR = "PRV301"


class RefusedError(Exception):
    """The package was not made. The message says why, «» where the findings have; `code` is the exit code."""

    def __init__(self, message: str, code: int = REFUSED) -> None:
        super().__init__(message)
        self.code = code


def agreement(path: Path, *, draft: bool) -> tuple[Loaded, Assessment]:
    """Return the agreement at a path and what is found in it today.

    Raises click.UsageError where there is none, RefusedError (having told the findings on stderr) where no package may be made.
    """
    if message := _unusable(path):
        raise click.UsageError(message)
    loaded = load(path)
    assessment = assess_loaded(loaded, path, date.today())  # noqa: DTZ011 - the day where the user is
    if not assessment.judged:
        _report(assessment, assessment.findings)
        raise RefusedError("", NOTHING_JUDGED)
    if refusing := tuple(_refusing(assessment, draft=draft)):
        _report(assessment, refusing)
        raise RefusedError(_why(draft=draft))
    return loaded, assessment


def make(loaded: Loaded, path: Path, *, draft: bool, templates: Mapping[str, Path] | None = None) -> Package:
    """Return the package of an agreement that may be rendered. Raises RefusedError, having told the findings on stderr.

    `templates` are the users' own forms by document; they go before those that the agreement names.
    """
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
        forms = _forms(loaded.folder, aftale, generation, templates or {}, draft=draft)
        with progress_bar("Laver pakken") as progress:
            return package(Facts(aftale, generation, draft, forms), timeless, loaded.folder, progress)
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


def _forms(
    folder: Path, aftale: Aftale, generation: Regulativ, templates: Mapping[str, Path], *, draft: bool
) -> Mapping[str, OwnForm]:  # fmt: skip
    """Return the users' own forms, by document. Raises RefusedError where one can't be filled in."""
    if not templates and not aftale.skabeloner:
        return {}
    from aftale_builder.binding.faults import FormError
    from aftale_builder.binding.forms import inside, own_form

    try:
        named = {str(one.dokument): inside(folder, one.fil) for one in aftale.skabeloner if one.dokument and one.fil}
        return {document: own_form(path, document, generation, draft=draft) for document, path in {**named, **templates}.items()}
    except FormError as error:
        raise RefusedError(f"Pakken er ikke lavet.\n{error.message}\n{error.remedy}") from error


@contextmanager
def progress_bar(label: str) -> Iterator[Progress | None]:
    """Show a progress bar on a terminal, and nothing anywhere else. One that does not come to its end is taken away."""
    if not sys.stderr.isatty():
        yield None
        return
    try:
        with click.progressbar(length=1, label=label, file=sys.stderr, show_eta=False) as bar:

            def show(done: int, total: int, name: str) -> None:  # noqa: ARG001 - names differ in length, and the bar would jump
                bar.length = total
                bar.update(done - bar.pos)

            yield show
            bar.update((bar.length or 1) - bar.pos)
    except BaseException:
        click.echo(_TAKEN_AWAY, nl=False, err=True)
        raise


def listed(names: Sequence[str]) -> str:
    """Return names of files one a line, indented."""
    return "\n".join(f"  {name}" for name in names)


def _unusable(path: Path) -> str:
    """Return why a path can't be rendered, «» where it can."""
    if not path.exists():
        return f"«{path}» findes ikke. Skriv stien til aftalens mappe."
    if path.is_dir():
        return "" if (path / ROOT).exists() else f"I mappen «{path}» er der ingen {ROOT}. Begynd med «aftale init»."
    return "" if path.suffix.lower() in YAML_ENDINGS else f"«{path}» er hverken en mappe eller en YAML-fil."


def _refusing(assessment: Assessment, *, draft: bool) -> Iterator[Finding]:
    """Yield the findings for which no package is made. No draft forgives what could not be read or must never be printed."""
    for finding in assessment.findings:
        unforgiven = finding.code == CPR or (finding.code.startswith(UNREADABLE) and finding.code != FORGIVEN)
        if finding.severity is Severity.FEJL and finding.exempted is None and (unforgiven or not draft):
            yield finding


def _report(assessment: Assessment, findings: tuple[Finding, ...]) -> None:
    """Tell findings on stderr, under a verdict that counts whatever else was found too."""
    from aftale_builder.report import render_first

    others = tuple(finding for finding in assessment.findings if finding not in findings)
    whole = replace(assessment, findings=(*findings, *others), judgement=())
    click.echo(render_first(whole, len(findings), rich=sys.stderr.isatty()), err=True, nl=False)


def _why(*, draft: bool) -> str:
    if draft:
        return "Pakken er ikke lavet: det, der ikke kan læses, og CPR-numre kommer heller ikke i et udkast. Ret det, og kør igen."
    return "Pakken er ikke lavet. Ret fejlene, eller lav et udkast med «aftale render --draft»."
