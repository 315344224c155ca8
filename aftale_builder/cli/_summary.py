"""The job summary of GitHub Actions: what does not fit in the annotations."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from aftale_builder.assessment import Assessment

VARIABLE = "GITHUB_STEP_SUMMARY"
"""Names the file that a step adds its summary to."""


def add_summary(assessments: Sequence[Assessment], *, advice: bool) -> None:
    """Add the summary to the file that GitHub names; do nothing outside GitHub. A file that can't be written is told."""
    name = os.environ.get(VARIABLE)
    if not name:
        return
    from aftale_builder.report.github import summary

    try:
        with Path(name).open("a", encoding="utf-8", newline="\n") as file:
            file.write(summary(assessments, advice=advice))
    except OSError:
        click.echo(f"Resuméet kunne ikke skrives i «{name}».", err=True)
