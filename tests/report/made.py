"""Assessments made by hand, of any size, for the reports to show."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from aftale_builder.assessment import Assessment, assess
from aftale_builder.findings import Citation, Finding, Place, Severity
from aftale_builder.resources import resource
from aftale_builder.source.node import SourceFile

PLACE = Place("a.yaml", "navn", 2, 7, 2, 12)
FINDING = Finding(
    "LBF061",
    "medfinansiering-under-25",
    Severity.FEJL,
    "Andelen er for lille.",
    "Find flere penge.",
    PLACE,
    sources=(Citation("lbf-organisation", "lbf.dk", "min. 25 %", "F"),),
)
TEXT = "a: 1\nnavn: Hejsa # x\n"


def assessment(*findings: Finding, text: str = TEXT, path: str = "aftale") -> Assessment:
    return Assessment(path, "lbf-2019-26", findings, (), {"a.yaml": SourceFile("a.yaml", text)}, judged=True)


def finding(code: str = "LBF061", severity: Severity = Severity.FEJL, line: int = 2, message: str = "Noget er galt.") -> Finding:
    return replace(FINDING, code=code, severity=severity, message=message, place=replace(PLACE, line=line, end_line=line))


def many(number: int) -> Assessment:
    """Return an assessment with so many findings: one slip made again and again, and between them a few others."""
    codes = ["KLD005"] * 9 + ["LBF061"]
    kinds = [Severity.FEJL] * 3 + [Severity.ADVARSEL] * 7
    found = [finding(codes[n % 10], kinds[n * 10 // number], n + 1, f"Fund nummer {n + 1} siger sit.") for n in range(number)]
    return assessment(*found, text="navn: Hejsa # x\n" * number)


def sample(name: str = "solbakken-med-fejl") -> Assessment:
    return assess(Path(resource("samples") / name), date(2026, 1, 1))
