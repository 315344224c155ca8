"""What `aftale check` does, without click: where no option is to be read, importing it would take a tenth of the time."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from aftale_builder.assessment import Assessment, Verdict, assess_loaded
from aftale_builder.findings import RANK, Severity
from aftale_builder.model import Loaded, load
from aftale_builder.source.files import ROOT, YAML_ENDINGS

WORD_ENDING = ".docx"
_OTHER_WORD = frozenset({".doc", ".docm", ".dot", ".dotx", ".dotm", ".rtf", ".odt"})


def refusals(paths: Sequence[Path]) -> list[str]:
    """Return why paths can't be judged, one line for each that can't."""
    return [message for path in paths if (message := _refusal(path))]


def assessed(paths: Sequence[Path]) -> tuple[Assessment, ...]:
    """Return what is found in each agreement and each Word file."""
    today = date.today()  # noqa: DTZ011 - the day where the user is
    return tuple(_assess(path, today) for path in paths)


def exit_code(assessments: Sequence[Assessment], threshold: Severity = Severity.FEJL) -> int:
    """Return 1 where something is found at or above the threshold, 2 where something could not be judged, else 0."""
    if any(
        finding.exempted is None and RANK[finding.severity] <= RANK[threshold]
        for assessment in assessments
        if assessment.verdict is not Verdict.IKKE_BEDOEMT
        for finding in assessment.findings
    ):
        return 1
    return 2 if any(assessment.verdict is Verdict.IKKE_BEDOEMT for assessment in assessments) else 0


def on_terminal() -> bool:
    """Tell whether what is printed is read on a terminal that wants colours and carets."""
    return not os.environ.get("NO_COLOR") and sys.stdout.isatty()


def _assess(path: Path, today: date) -> Assessment:
    if path.suffix.lower() == WORD_ENDING and not path.is_dir():
        from aftale_builder.word_check import assess_file

        return assess_file(path)
    loaded = load(path)
    assessment = assess_loaded(loaded, path, today)
    return _with_packages(assessment, loaded) if assessment.judged else assessment


def _with_packages(assessment: Assessment, loaded: Loaded) -> Assessment:
    """Return the assessment with what is to be said of the packages that lie in the agreement's folder."""
    if not any(loaded.folder.glob("*/manifest.json")):
        return assessment
    from aftale_builder.pulling.beside import findings, packages

    found = (*assessment.findings, *findings(loaded, packages(loaded.folder)))
    return replace(assessment, findings=tuple(sorted(found, key=lambda finding: RANK[finding.severity])))


def _refusal(path: Path) -> str:
    if not path.exists():
        return f"«{path}» findes ikke. {_wanted(path)}"
    if path.is_dir():
        return "" if (path / ROOT).exists() else f"I mappen «{path}» er der ingen {ROOT}. Begynd med «aftale init»."
    if path.suffix.lower() in YAML_ENDINGS and (whole := _whole_of(path)) is not None:
        return f"«{path}» er en del af en aftale og kan ikke bedømmes alene. Skriv aftale check {whole}."
    if path.suffix.lower() in (*YAML_ENDINGS, WORD_ENDING):
        return ""
    if path.suffix.lower() in _OTHER_WORD:
        return f"«{path}» er ikke en {WORD_ENDING}-fil. Åbn den i Word, og gem den som Word-dokument ({WORD_ENDING})."
    return f"«{path}» er hverken en mappe, en YAML-fil eller en Word-fil ({WORD_ENDING})."


def _wanted(path: Path) -> str:
    """Return what to write instead of a path that leads to nothing: by its ending, which kind was meant."""
    if path.suffix.lower() in (WORD_ENDING, *_OTHER_WORD):
        return "Se, om Word-filen hedder sådan og ligger i den mappe, og skriv stien til den."
    if path.suffix.lower() in YAML_ENDINGS:
        return f"Skriv stien til aftalens mappe eller til dens {ROOT}."
    return "Skriv stien til aftalens mappe."


def _whole_of(path: Path) -> Path | None:
    """Return the folder of the agreement that a file is brought into by `!fil`; None for a file that is an agreement itself."""
    if path.name == ROOT or any(line.startswith("regulativ:") for line in path.read_text("utf-8", "replace").splitlines()):
        return None
    return next((folder for folder in path.parents if (folder / ROOT).is_file()), None)
