"""Masking: a report goes further than the agreement, so no CPR number comes out in one, in a message or in an excerpt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from aftale_builder.assessment import Assessment
from aftale_builder.findings import Finding, Place
from aftale_builder.rules.cpr import cpr_numbers
from aftale_builder.source.node import SourceFile

_DIGIT = re.compile("[0-9]")


def masked(assessment: Assessment) -> Assessment:
    """Return the assessment with an x for each digit of what can be a CPR number; the same one where there is none."""
    if not any(_tells(assessment)):
        return assessment
    return replace(
        assessment,
        path=mask(assessment.path),
        findings=tuple(_finding(finding) for finding in assessment.findings),
        files={mask(name): SourceFile(mask(name), mask(file.text)) for name, file in assessment.files.items()},
    )


def mask(text: str) -> str:
    """Return the text, as long as it was, with an x for each digit of what can be a CPR number."""
    for start, end in tuple(cpr_numbers(text)):
        text = text[:start] + _DIGIT.sub("x", text[start:end]) + text[end:]
    return text


def _tells(assessment: Assessment) -> Iterator[bool]:
    yield mask(assessment.path) != assessment.path
    for finding in assessment.findings:
        yield _finding(finding) != finding
    for file in assessment.files.values():
        yield any(cpr_numbers(file.text))


def _finding(finding: Finding) -> Finding:
    return replace(
        finding,
        message=mask(finding.message),
        help=mask(finding.help),
        subject=mask(finding.subject),
        place=_place(finding.place),
        related=tuple((mask(message), _place(place)) for message, place in finding.related),
    )


def _place(place: Place) -> Place:
    return replace(place, file=mask(place.file), path=mask(place.path), section=mask(place.section) if place.section else None)
