"""The text report: verdict and gravest findings first, then each finding with its place, source and remedy.

On a terminal the line of the file is shown with a caret and colours; elsewhere (a pipe, CI, NO_COLOR) there are words only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import fill

from aftale_builder.assessment import Assessment, Verdict
from aftale_builder.findings import Finding, Place, Severity

WIDTH = 100
CERTAINTY = {"S": "lov", "F": "skabelon eller LBF", "D": "lokalt dokument", "E": "evaluering", "V": "vores egen regel"}
_COLOURS = {Severity.FEJL: "red", Severity.ADVARSEL: "yellow", Severity.RAAD: "blue"}
_PLURALS = {Severity.FEJL: ("fejl", "fejl"), Severity.ADVARSEL: ("advarsel", "advarsler"), Severity.RAAD: ("råd", "råd")}
_VERDICTS = {
    Verdict.GODKENDT: "Godkendt",
    Verdict.MED_UNDTAGELSER: "Godkendt med undtagelser",
    Verdict.AFVIST: "Afvist",
    Verdict.IKKE_BEDOEMT: "Ikke bedømt",
}


@dataclass(frozen=True, slots=True)
class Style:
    """How the report is drawn: `rich` shows lines, carets and colours."""

    rich: bool

    def paint(self, text: str, **how: str | bool) -> str:
        """Return the text in colours where they are wanted."""
        if not self.rich:
            return text
        import click

        return click.style(text, **how)  # type: ignore[arg-type]


def render(assessments: Sequence[Assessment], *, advice: bool, rich: bool) -> str:
    """Return the report of all agreements as text. Råd are listed only with `advice`; they are always counted."""
    style = Style(rich)
    return "\n".join(line for assessment in assessments for line in _agreement(assessment, style, advice=advice)) + "\n"


def _agreement(assessment: Assessment, style: Style, *, advice: bool) -> Iterator[str]:
    colour = "green" if assessment.verdict in (Verdict.GODKENDT, Verdict.MED_UNDTAGELSER) else "red"
    verdict = style.paint(_VERDICTS[assessment.verdict], fg=colour, bold=True)
    yield f"{assessment.path}: {verdict}. {_summary(assessment)}."
    for finding in assessment.findings:
        if advice or finding.severity is not Severity.RAAD:
            yield ""
            yield from _finding(finding, assessment, style)
    if assessment.judgement:
        yield ""
        yield "Det skal et menneske bedømme:"
        for skoen in assessment.judgement:
            yield _wrap(f"{skoen.krav} ({skoen.kilde})", "  - ", "    ")
    yield ""


def _summary(assessment: Assessment) -> str:
    counted = [(assessment.count(severity), *_PLURALS[severity]) for severity in Severity]
    parts = [f"{number or 'ingen'} {one if number == 1 else many}" for number, one, many in counted[:2]]
    if counted[2][0]:
        parts.append(f"{counted[2][0]} råd (vis dem med --advice)")
    if assessment.exempted:
        parts.append(f"{assessment.exempted} undtaget")
    text = ", ".join(parts)
    return text[0].upper() + text[1:]


def _finding(finding: Finding, assessment: Assessment, style: Style) -> Iterator[str]:
    severity = style.paint(finding.severity.value, fg=_COLOURS[finding.severity], bold=True)
    yield f"{_where(finding.place)}: {severity} {finding.code} {finding.name}"
    yield _wrap(finding.message)
    yield from _excerpt(finding.place, assessment, style)
    for message, place in finding.related:
        yield _wrap(f"Se også {_where(place)}: {message}")
        yield from _excerpt(place, assessment, style)
    yield _wrap(f"Sådan: {finding.help}")
    for source in finding.sources:
        quote = f" «{source.quote}»" if source.quote else ""
        yield _wrap(f"Kilde: {source.title} ({CERTAINTY[source.certainty]}).{quote}")
    if finding.exempted is not None:
        yield _wrap(f"Undtaget: {finding.exempted}")


def _where(place: Place) -> str:
    if place.line is None:
        return ", ".join(str(part) for part in (place.file, place.section, place.paragraph) if part is not None)
    return f"{place.file}:{place.line}:{place.column}"


def _wrap(text: str, first: str = "  ", rest: str = "  ") -> str:
    return fill(text, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False)


def _excerpt(place: Place, assessment: Assessment, style: Style) -> Iterator[str]:
    """Yield the line that the place begins on, with a caret under the stretch."""
    file = assessment.files.get(place.file)
    if not style.rich or file is None or place.line is None or place.column is None:
        return
    lines = file.text.splitlines()
    if place.line > len(lines):
        return
    line = lines[place.line - 1]
    end = place.end_column if place.end_line == place.line and place.end_column else len(line) + 1
    shown, column, length = _window(line, place.column, max(1, end - place.column))
    gutter = str(place.line)
    yield f"  {gutter} | {shown}"
    yield f"  {' ' * len(gutter)} | {' ' * (column - 1)}{style.paint('^' * length, bold=True)}"


def _window(line: str, column: int, length: int) -> tuple[str, int, int]:
    """Return the part of a long line around the column, with the column and length in it."""
    start = max(0, column - 1 - WIDTH // 3) if len(line) > WIDTH else 0
    shown = line[start : start + WIDTH].replace("\t", " ")
    return shown, column - start, max(1, min(length, WIDTH - (column - start) + 1))
