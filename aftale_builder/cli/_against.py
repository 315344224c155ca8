"""`aftale check FIL.docx --against MAPPE`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from aftale_builder.assessment import Assessment
from aftale_builder.cli._checking import WORD_ENDING, refusals
from aftale_builder.model import load

_DIFFERENCE = "DOK408"
_SOURCE = (
    "Aftalen er hentet fra denne fil. Sådan står det, når aftale render sætter den i skabelonen; er aftalen rigtig, er der ikke "
    "noget at gøre."
)
_OF_SOURCE = (
    "Aftalen er hentet fra filen. Forskellene er det, som aftale render skriver på skabelonens måde (faste ord, dage), og det, "
    "der ikke hørte til noget felt."
)


def assessed_against(paths: Sequence[Path], folder: Path) -> tuple[Assessment, ...]:
    """Return what is found in each Word file, with how it differs from the agreement. Raises click.UsageError."""
    from aftale_builder.binding.faults import FormError
    from aftale_builder.pulling.against import assess_against
    from aftale_builder.word.faults import TemplateError, ValuesError

    if refused := refusals((folder,)):
        raise click.UsageError("\n".join(refused))
    others = [path for path in (*paths,) if path.suffix.lower() != WORD_ENDING or path.is_dir()]
    if others or folder.suffix.lower() == WORD_ENDING:
        raise click.UsageError("--against holder Word-filer op mod en aftale. Skriv aftale check FIL.docx --against MAPPE.")
    loaded = load(folder)
    why = f"Filen kan ikke holdes op mod aftalen i «{folder}»"
    if loaded.aftale is None:
        raise click.UsageError(f"{why}, for den kan ikke læses. Kør aftale check {folder}, og ret fejlene først.")
    try:
        return tuple(_of_source(path, loaded.folder, assess_against(path, loaded)) for path in paths)
    except FormError as error:
        raise click.UsageError(f"{why}.\n{error.message}\n{error.remedy}") from error
    except (TemplateError, ValuesError) as error:
        raise click.UsageError(f"{why}, for den kan ikke sættes i Word. Kør aftale render, og ret det, den siger.") from error


def _of_source(path: Path, folder: Path, assessment: Assessment) -> Assessment:
    """Return what was found in a file; of one that the agreement was brought in from, without what only a rendered file needs."""
    from aftale_builder.importing.accounts import is_source

    if not assessment.judged or not is_source(folder, path):
        return assessment
    told = (replace(found, help=_SOURCE) if found.code == _DIFFERENCE else found for found in assessment.findings)
    return replace(assessment, findings=tuple(told))


def summed(assessment: Assessment) -> str:
    """Return in a line how many differences there are from the agreement, «» where the file could not be compared."""
    from aftale_builder.pulling.against import OF_NO_PAPER

    found = [finding for finding in assessment.findings if finding.code == _DIFFERENCE]
    if not assessment.judged or any(finding.message.startswith(OF_NO_PAPER) for finding in found):
        return ""
    many = f"{len(found)} {'forskel' if len(found) == 1 else 'forskelle'} fra aftalen."
    from_it = f" {_OF_SOURCE}" if any(finding.help == _SOURCE for finding in found) else ""
    return f"{assessment.path}: {many if found else 'Filen siger det samme som aftalen.'}{from_it}"
