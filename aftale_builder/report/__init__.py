"""Reports: an assessment as text or data. Only here is it known how a finding is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from aftale_builder.findings import Severity

if TYPE_CHECKING:
    from aftale_builder.assessment import Assessment

FORMATS: Mapping[str, str] = {
    "text": "text",
    "json": "json_report",
    "sarif": "sarif",
    "junit": "junit",
    "github": "github",
    "html": "html_report",
}
"""The module of each format. A module is imported when its format is asked for."""


def render(
    form: str,
    assessments: Sequence[Assessment],
    *,
    advice: bool = False,
    rich: bool = False,
    threshold: Severity = Severity.FEJL,
) -> str:
    """Return the report in one of the formats, without CPR numbers.

    Råd are listed only with `advice`; they are always counted. `rich` is for a terminal, `threshold` what a run fails on.
    """
    from aftale_builder.report.masking import masked

    own: Mapping[str, Mapping[str, Any]] = {"text": {"rich": rich}, "junit": {"threshold": threshold}}
    module = import_module(f"{__name__}.{FORMATS[form]}")
    text: str = module.render([masked(assessment) for assessment in assessments], advice=advice, **own.get(form, {}))
    return text


def render_first(assessment: Assessment, shown: int, *, rich: bool) -> str:
    """Return the text report of an agreement's first findings, so many of them, without CPR numbers; all are counted."""
    from aftale_builder.report import text
    from aftale_builder.report.masking import masked

    return text.render_first(masked(assessment), shown, rich=rich)
