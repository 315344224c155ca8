"""What `aftale check` does, without click: where no option is to be read, importing it would take a tenth of the time."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from aftale_builder.assessment import Assessment, Verdict, assess
from aftale_builder.findings import RANK, Severity
from aftale_builder.source.files import ROOT, YAML_ENDINGS


def refusals(paths: Sequence[Path]) -> list[str]:
    """Return why paths can't be judged, one line for each that can't."""
    return [message for path in paths if (message := _refusal(path))]


def report(
    paths: Sequence[Path], form: str = "text", *, advice: bool = False, rich: bool = False, fail_on: Severity = Severity.FEJL
) -> tuple[str, int]:
    """Judge the agreements; return the report in a form, and the exit code."""
    today = date.today()  # noqa: DTZ011 - the day where the user is
    assessments = tuple(assess(path, today) for path in paths)
    return _report(assessments, form, advice=advice, rich=rich), _exit_code(assessments, fail_on)


def on_terminal() -> bool:
    """Tell whether what is printed is read on a terminal that wants colours and carets."""
    return not os.environ.get("NO_COLOR") and sys.stdout.isatty()


def _refusal(path: Path) -> str:
    if not path.exists():
        return f"«{path}» findes ikke. Skriv stien til aftalens mappe."
    if path.is_dir():
        return "" if (path / ROOT).exists() else f"I mappen «{path}» er der ingen {ROOT}. Begynd med «aftale init»."
    if path.suffix.lower() in YAML_ENDINGS:
        return ""
    return f"«{path}» er hverken en mappe eller en YAML-fil. Har du en Word-fil, så begynd med «aftale import»."


def _report(assessments: tuple[Assessment, ...], form: str, *, advice: bool, rich: bool) -> str:
    if form == "json":
        from aftale_builder.report import json_report

        return json_report.render(assessments, advice=advice)
    from aftale_builder.report import text

    return text.render(assessments, advice=advice, rich=rich)


def _exit_code(assessments: tuple[Assessment, ...], threshold: Severity) -> int:
    if any(
        finding.exempted is None and RANK[finding.severity] <= RANK[threshold]
        for assessment in assessments
        if assessment.verdict is not Verdict.IKKE_BEDOEMT
        for finding in assessment.findings
    ):
        return 1
    return 2 if any(assessment.verdict is Verdict.IKKE_BEDOEMT for assessment in assessments) else 0
