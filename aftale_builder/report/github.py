"""The report for GitHub Actions: annotations beside the lines, and a summary of the job.

GitHub shows ten annotations of a step, so the ten gravest are given; the summary has them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from aftale_builder.assessment import Assessment
from aftale_builder.findings import RANK, Finding, Severity
from aftale_builder.report import words
from aftale_builder.report.words import VERDICTS, exemption, listed, one_line, source, where

MOST = 10
SUMMARY_BYTES = 1_000_000
"""GitHub takes 1 MiB of summary from a step, and shows none of a longer one."""
_COMMANDS: Mapping[Severity, str] = {Severity.FEJL: "error", Severity.ADVARSEL: "warning", Severity.RAAD: "notice"}


def render(assessments: Sequence[Assessment], *, advice: bool) -> str:
    """Return the workflow commands: the gravest findings of all agreements, then a line for each agreement."""
    findings = [finding for assessment in assessments for finding in listed(assessment, advice=advice)]
    standing = sorted((finding for finding in findings if finding.exempted is None), key=lambda finding: RANK[finding.severity])
    lines = [_annotation(finding) for finding in standing[:MOST]]
    lines += [f"{one_line(item.path)}: {VERDICTS[item.verdict]}. {words.summary(item, advice=advice)}." for item in assessments]
    if len(standing) > MOST:
        lines.append(f"De {MOST} alvorligste fund er vist ved linjerne; alle {len(standing)} står i jobbets resumé.")
    return "\n".join(lines) + "\n"


def _annotation(finding: Finding) -> str:
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
    message = f"{start}{finding.message}\nSådan: {finding.help}"
    return f"::{_COMMANDS[finding.severity]} {told}::{_data(message)}"


def _data(text: str) -> str:
    """Return the text as a workflow command takes it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def summary(assessments: Sequence[Assessment], *, advice: bool) -> str:
    """Return the job summary in Markdown: verdict, every finding in a table, what a human must judge; cut where GitHub would."""
    lines: list[str] = []
    left = SUMMARY_BYTES
    for line in (line for assessment in assessments for line in _agreement(assessment, advice=advice)):
        left -= len(line.encode()) + 1
        if left < 0:
            lines += ["", "Resten er for langt til et resumé; se det med «aftale check»."]
            break
        lines.append(line)
    return "\n".join(lines) + "\n"


def _agreement(assessment: Assessment, *, advice: bool) -> Iterator[str]:
    yield f"## {_cell(assessment.path)}: {VERDICTS[assessment.verdict]}"
    yield ""
    yield f"{words.summary(assessment, advice=advice, hint='ikke vist')}. {words.scope(assessment)}".rstrip()
    if findings := listed(assessment, advice=advice):
        yield from ("", "| alvor | regel | sted | fund | sådan | kilde |", "|---|---|---|---|---|---|")
        yield from map(_row, findings)
    if assessment.judgement:
        yield from ("", "### Det skal et menneske bedømme", "")
        yield from (f"- [ ] {_cell(skoen.krav)}" for skoen in assessment.judgement)
    yield ""


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
