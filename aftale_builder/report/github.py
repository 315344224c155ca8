"""The report for GitHub Actions: annotations beside the lines, and a summary of the job.

GitHub shows ten annotations of a step, so the ten gravest are given, in the order of the text report. The summary has them
all; where they would make it too long, those of one rule that come after its first few are summed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from aftale_builder.assessment import Assessment
from aftale_builder.findings import Finding, Severity
from aftale_builder.report import words
from aftale_builder.report.gravest import MOST, gravest
from aftale_builder.report.words import VERDICTS, alike, exemption, listed, one_line, source, where

SUMMARY_BYTES = 60_000
"""Ours: a longer summary is read by nobody. GitHub takes 1 MiB from a step, and shows none of a longer one."""
_OF_A_KIND = (20, 10, 5, 2, 1)
"""So many findings of one rule are told in a summary that would be too long with all, the most that there is room for."""
_PLACES = 20
"""So many places stand in the row of those that are summed."""
_COMMANDS: Mapping[Severity, str] = {Severity.FEJL: "error", Severity.ADVARSEL: "warning", Severity.RAAD: "notice"}


def render(assessments: Sequence[Assessment], *, advice: bool) -> str:
    """Return the workflow commands: the gravest findings of all agreements, then a line for each agreement."""
    findings = [finding for assessment in assessments for finding in listed(assessment, advice=advice)]
    standing = sum(finding.exempted is None for finding in findings)
    lines = [_annotation(finding, more) for finding, more in gravest(findings)]
    lines += [f"{one_line(item.path)}: {VERDICTS[item.verdict]}. {words.summary(item, advice=advice)}." for item in assessments]
    if standing > MOST:
        lines.append(f"De {MOST} alvorligste fund er vist ved linjerne; alle {standing} er med i jobbets resumé.")
    return "\n".join(lines) + "\n"


def _annotation(finding: Finding, more: int) -> str:
    place = finding.place
    properties = {
        "file": place.file,
        "line": place.line,
        "col": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column if place.end_line == place.line else None,
        "title": f"{finding.code} {finding.name}",
    }
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items() if value is not None)
    start = f"{where(place)}: " if place.line is None else ""
    also = f" ({alike(more)})" if more else ""
    message = f"{start}{finding.message}{also}\nSådan: {finding.help}"
    return f"::{_COMMANDS[finding.severity]} {told}::{_data(message)}"


def _data(text: str) -> str:
    """Return the text as a workflow command takes it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def summary(assessments: Sequence[Assessment], *, advice: bool) -> str:
    """Return the job summary in Markdown: verdict, the findings in a table, what a human must judge.

    It has no more than `SUMMARY_BYTES` bytes and a line: where all findings are too many, those of one rule are summed; where
    even that is too long, the rest is cut.
    """
    for most in (None, *_OF_A_KIND):
        lines = [line for assessment in assessments for line in _agreement(assessment, most, advice=advice)]
        if sum(map(_length, lines)) <= SUMMARY_BYTES:
            return "\n".join(lines) + "\n"
    kept = list(_within(lines))
    return "\n".join([*kept, "", "Resten er for langt til et resumé; se det med «aftale check»."]) + "\n"


def _length(line: str) -> int:
    """Return how many bytes a line takes, its end included."""
    return len(line.encode()) + 1


def _within(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines that there is room for."""
    left = SUMMARY_BYTES
    for line in lines:
        left -= _length(line)
        if left < 0:
            return
        yield line


def _agreement(assessment: Assessment, most: int | None, *, advice: bool) -> Iterator[str]:
    """Yield the summary of an agreement, with at most so many rows of each rule and severity (None: all)."""
    yield f"## {_cell(assessment.path)}: {VERDICTS[assessment.verdict]}"
    yield ""
    yield f"{words.summary(assessment, advice=advice, hint='ikke vist')}. {words.scope(assessment)}".rstrip()
    if findings := listed(assessment, advice=advice):
        yield from ("", "| alvor | regel | sted | fund | sådan | kilde |", "|---|---|---|---|---|---|")
        yield from _rows(findings, most)
    if assessment.judgement:
        yield from ("", "### Det skal et menneske bedømme", "")
        yield from (f"- [ ] {_cell(skoen.krav)}" for skoen in assessment.judgement)
    yield ""


def _rows(findings: Sequence[Finding], most: int | None) -> Iterator[str]:
    """Yield a row for each finding; after the last that is told of its kind one that sums the others."""
    kinds: dict[tuple[str, Severity, bool], list[Finding]] = {}
    for finding in findings:
        kinds.setdefault(_kind(finding), []).append(finding)
    told: Counter[tuple[str, Severity, bool]] = Counter()
    for finding in findings:
        kind = _kind(finding)
        told[kind] += 1
        if most is None or told[kind] <= most:
            yield _row(finding)
        if told[kind] == most and (others := kinds[kind][most:]):
            yield _summed(others)


def _kind(finding: Finding) -> tuple[str, Severity, bool]:
    return finding.code, finding.severity, finding.exempted is not None


def _summed(findings: Sequence[Finding]) -> str:
    places = [where(finding.place) for finding in findings]
    shown = ", ".join(places[:_PLACES]) + (f" og {len(places) - _PLACES} steder til" if len(places) > _PLACES else "")
    first = findings[0]
    exempted = " Undtaget." if first.exempted is not None else ""
    cells = (first.severity.value, f"{first.code} {first.name}", shown, f"{alike(len(findings))}.{exempted}", "", "")
    return f"| {' | '.join(map(_cell, cells))} |"


def _row(finding: Finding) -> str:
    exempted = f" Undtaget: {told}" if (told := exemption(finding)) else ""
    cells = (
        finding.severity.value,
        f"{finding.code} {finding.name}",
        where(finding.place),
        finding.message + exempted,
        finding.help,
        " ".join(map(source, finding.sources)),
    )
    return f"| {' | '.join(map(_cell, cells))} |"


def _cell(text: str) -> str:
    """Return the text such that it stays in its cell and is shown as it is written."""
    plain = one_line(text).replace("&", "&amp;").replace("<", "&lt;")
    return "".join(f"\\{char}" if char in "\\|*_`[]#~" else char for char in plain)
