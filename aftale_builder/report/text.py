"""The text report: verdict and gravest findings first, then each with place, source and remedy, last what a human must judge.

On a terminal the line of the file is shown with a caret and colours; elsewhere (a pipe, CI, NO_COLOR) there are words only.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from textwrap import fill, shorten

from aftale_builder.assessment import Assessment, Verdict
from aftale_builder.findings import Finding, Place, Severity
from aftale_builder.record import record
from aftale_builder.report import words
from aftale_builder.report.excerpt import WIDTH, excerpt
from aftale_builder.report.gravest import gravest
from aftale_builder.report.words import VERDICTS, exemption, listed, one_line, source, where

NARROWEST = 60
FEW = 3
"""So many findings are read without an overview."""
RELATED = 5
"""So many other places of a finding are shown; reports for programs have them all."""
_HEADING = 32
"""So much of a Word file's heading stands in the overview."""
_COLOURS = {Severity.FEJL: "red", Severity.ADVARSEL: "yellow", Severity.RAAD: "blue"}


@record
class Style:
    """How the report is drawn: `rich` shows lines, carets and colours; `width` is in characters."""

    rich: bool
    width: int = WIDTH

    def paint(self, text: str, **how: str | bool) -> str:
        """Return the text in colours where they are wanted."""
        if not self.rich:
            return text
        import click

        return click.style(text, **how)  # type: ignore[arg-type]

    def wrap(self, text: str, first: str = "  ", rest: str = "  ") -> str:
        """Return the text on lines that fit."""
        return fill(
            text, self.width, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
        )


def render(assessments: Sequence[Assessment], *, advice: bool, rich: bool) -> str:
    """Return the report of all agreements as text. Råd are listed only with `advice`; they are always counted."""
    style = Style(rich, terminal_width() if rich else WIDTH)
    return "\n".join(line for assessment in assessments for line in _agreement(assessment, style, advice=advice)) + "\n"


def render_first(assessment: Assessment, shown: int, *, rich: bool) -> str:
    """Return the report of an agreement's first findings, so many of them; all are counted."""
    style = Style(rich, terminal_width() if rich else WIDTH)
    counted = words.summary(assessment, advice=False, hint="vis dem med aftale check --advice")
    if shown < len(listed(assessment, advice=False)):
        counted += ". Her står kun det, der hindrer pakken; resten viser «aftale check»"
    return "\n".join(_report(assessment, assessment.findings[:shown], style, counted)) + "\n"


def terminal_width() -> int:
    """Return how many characters a line may have on this terminal."""
    try:
        columns = os.get_terminal_size().columns
    except OSError:
        return WIDTH
    return max(NARROWEST, min(WIDTH, columns - 1))


def _agreement(assessment: Assessment, style: Style, *, advice: bool) -> Iterator[str]:
    counted = words.summary(assessment, advice=advice)
    yield from _report(assessment, listed(assessment, advice=advice), style, counted)


def _report(assessment: Assessment, findings: Sequence[Finding], style: Style, counted: str) -> Iterator[str]:
    """Yield the report of these findings. `counted` is the sentence, without a full stop, of how many there are in all."""
    verdict = f"{_verdict(assessment, style)}. {counted}."
    yield f"{one_line(assessment.path)}: {verdict}"
    if unseen := words.scope(assessment):
        yield style.wrap(unseen, "", "")
    if len(findings) > FEW:
        yield from _overview(findings, assessment, style)
    for finding in findings:
        yield ""
        yield from _finding(finding, assessment, style)
    if len(findings) > FEW:
        yield ""
        yield f"I alt: {verdict} De alvorligste fund står øverst."
    yield from _judgement(assessment, style)
    yield ""


def _verdict(assessment: Assessment, style: Style) -> str:
    colour = "green" if assessment.verdict in (Verdict.GODKENDT, Verdict.MED_UNDTAGELSER) else "red"
    return style.paint(VERDICTS[assessment.verdict], fg=colour, bold=True)


def _overview(findings: Sequence[Finding], assessment: Assessment, style: Style) -> Iterator[str]:
    """Yield the gravest findings, one a line, so that they stand on the first screen however many there are."""
    chosen = gravest(findings)
    if not chosen:
        return
    yield ""
    first = ", hver slags først én gang" if any(more for _, more in chosen) else ""
    yield f"De {len(chosen)} alvorligste af {len(findings)} fund{first}:" if len(chosen) < len(findings) else "Fundene kort:"
    for finding, more in chosen:
        severity = style.paint(finding.severity.value, fg=_COLOURS[finding.severity], bold=True)
        start = f"{finding.code} {_short(finding.place, assessment)}"
        also = f" ({words.alike(more)})" if more else ""
        room = style.width - len(f"  {finding.severity.value} {start}: {also}")
        yield f"  {severity} {start}: {shorten(finding.message, max(20, room), placeholder=' …')}{also}"
    yield ""
    yield "Hvert fund med kilde, og hvad I kan gøre:"


def _short(place: Place, assessment: Assessment) -> str:
    """Return the place without the agreement's own folder or file, which the first line names."""
    if place.line is None and place.section:
        heading = shorten(place.section, _HEADING, placeholder=" …")
        file = "" if place.file == assessment.path else place.file
        return where(replace(place, file=file, section=heading))
    return where(place).removeprefix(f"{assessment.path}/")


def _judgement(assessment: Assessment, style: Style) -> Iterator[str]:
    if assessment.judgement:
        yield ""
        yield "Det skal et menneske bedømme, for intet program kan:"
        for skoen in assessment.judgement:
            yield style.wrap(f"{skoen.krav} ({skoen.kilde})", "  - ", "    ")


def _finding(finding: Finding, assessment: Assessment, style: Style) -> Iterator[str]:
    severity = style.paint(finding.severity.value, fg=_COLOURS[finding.severity], bold=True)
    yield f"{where(finding.place)}: {severity} {finding.code} {finding.name}"
    yield style.wrap(finding.message)
    yield from _excerpt(finding.place, assessment, style)
    for message, place in finding.related[:RELATED]:
        yield style.wrap(f"Se også {where(place)}: {message}")
        yield from _excerpt(place, assessment, style)
    if (more := len(finding.related) - RELATED) > 0:
        yield style.wrap(f"og {more} {'sted' if more == 1 else 'steder'} til")
    yield style.wrap(f"Sådan: {finding.help}")
    for citation in finding.sources:
        yield style.wrap(f"Kilde: {source(citation)}")
    if told := exemption(finding):
        yield style.wrap(f"Undtaget: {told}")


def _excerpt(place: Place, assessment: Assessment, style: Style) -> Iterator[str]:
    """Yield the line that the place begins on, with a caret under the stretch."""
    shown = excerpt(place, assessment) if style.rich else None
    if shown is not None:
        gutter = str(shown.line)
        yield f"  {gutter} | {shown.text}"
        yield f"  {' ' * len(gutter)} | {' ' * len(shown.before)}{style.paint('^' * max(1, len(shown.marked)), bold=True)}"
