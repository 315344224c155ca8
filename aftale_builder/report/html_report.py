"""The HTML report: one file to mail or print, without scripts and without anything fetched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from importlib.resources import files
from pathlib import PurePosixPath

from jinja2 import Environment, StrictUndefined

from aftale_builder import RULESET, __version__
from aftale_builder.assessment import Assessment, Verdict
from aftale_builder.findings import Finding
from aftale_builder.record import record
from aftale_builder.regulation import Regulativ, Skoen, kilder, regulativ
from aftale_builder.regulation.demands import Demand, register
from aftale_builder.report.excerpt import excerpt, printable
from aftale_builder.report.figures import Figures, figures
from aftale_builder.report.gravest import gravest
from aftale_builder.report.pictures import Picture, shown
from aftale_builder.report.sections import FILES, grouped, title
from aftale_builder.report.words import CERTAINTY, VERDICTS, alike, exemption, is_word_file, listed, scope, summary, where

MEANINGS: Mapping[Verdict, str] = {
    Verdict.GODKENDT: "Reglerne fandt ingen fejl. Det, der kræver skøn, er ikke bedømt; det står på tjeklisten.",
    Verdict.MED_UNDTAGELSER: "Reglerne fandt kun fejl, som parterne har undtaget med en begrundelse, der står ved fundet.",
    Verdict.AFVIST: "Der er fejl, som skal rettes.",
    Verdict.IKKE_BEDOEMT: "Aftalen kunne ikke bedømmes: filen kan ikke læses, eller dens ramme er ukendt.",
}


@record
class Group:
    """The findings of one section."""

    title: str
    findings: tuple[Finding, ...]


@record
class Question:
    """An item of the checklist, and why no program can answer it («» where the register does not say)."""

    skoen: Skoen
    source: str
    reason: str


@record
class Judged:
    """A demand, its rules, and how many findings they have: what was looked at, also where nothing was found."""

    demand: Demand
    source: str
    found: int


@record
class View:
    """What the page shows of one agreement. `anchor` makes its links its own."""

    anchor: str
    assessment: Assessment
    verdict: str
    meaning: str
    summary: str
    kind: str
    name: str
    regulation: str
    gravest: tuple[tuple[Finding, int], ...]
    groups: tuple[Group, ...]
    checklist: tuple[Question, ...]
    judged: tuple[Judged, ...]
    figures: Figures | None
    pictures: tuple[Picture, ...]

    def link(self, finding: Finding) -> str:
        """Return the anchor of a finding."""
        number = next(number for number, one in enumerate(self.assessment.findings, start=1) if one is finding)
        return f"{self.anchor}-fund-{number}"


def render(assessments: Sequence[Assessment], *, advice: bool) -> str:
    """Return the report as one HTML page. Råd are listed only with `advice`; they are always counted."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["printable"] = printable
    room = files(__package__)
    page = environment.from_string(room.joinpath("html_report.html").read_text("utf-8"))
    return page.render(
        views=[_view(number, assessment, advice=advice) for number, assessment in enumerate(assessments, start=1)],
        style=room.joinpath("html_report.css").read_text("utf-8"),
        version=__version__,
        ruleset=RULESET,
        certainty=CERTAINTY,
        where=where,
        exemption=exemption,
        alike=alike,
        excerpt=excerpt,
    )


def _view(number: int, assessment: Assessment, *, advice: bool) -> View:
    generation = regulativ(assessment.regulation)
    findings = listed(assessment, advice=advice)
    aftale = assessment.aftale
    return View(
        f"aftale-{number}",
        assessment,
        VERDICTS[assessment.verdict],
        f"{MEANINGS[assessment.verdict]} {scope(assessment)}".strip(),
        summary(assessment, advice=advice, hint="ikke vist"),
        "Word-fil" if is_word_file(assessment) else "aftale",
        aftale.navn if aftale is not None and aftale.navn else PurePosixPath(assessment.path).name or assessment.path,
        generation.navn if generation is not None else "ukendt",
        gravest(findings),
        tuple(_groups(findings, generation)),
        tuple(map(partial(_question, generation), assessment.judgement)),
        tuple(_judged(assessment, generation)) if generation is not None and aftale is not None else (),
        figures(aftale) if aftale is not None else None,
        shown(aftale, generation, f"aftale-{number}") if aftale is not None and generation is not None else (),
    )


def _groups(findings: Sequence[Finding], generation: Regulativ | None) -> list[Group]:
    """Return the findings by section of the form; in a Word file that is no such form, by its own headings."""
    groups: list[Group] = []
    for section, found in grouped(findings):
        if section != FILES:
            groups.append(Group(title(section, generation), tuple(found)))
            continue
        headings = dict.fromkeys(finding.place.section or title(FILES) for finding in found)
        groups += (
            Group(heading, tuple(finding for finding in found if (finding.place.section or title(FILES)) == heading))
            for heading in headings
        )
    return groups


def _question(generation: Regulativ | None, skoen: Skoen) -> Question:
    holding = [demand for demand in register().demands if generation is not None and demand.holds(generation)]
    reason = next((demand.grund for demand in holding if demand.skoen == skoen.id), "")
    return Question(skoen, kilder()[skoen.kilde].titel, reason)


def _judged(assessment: Assessment, generation: Regulativ) -> list[Judged]:
    codes = [finding.code for finding in assessment.findings]
    return [
        Judged(demand, kilder()[demand.kilde].titel, sum(code in demand.regler for code in codes))
        for demand in register().demands
        if demand.holds(generation)
    ]
