"""What the reports say in common: verdicts, counts, places, sources, and which findings are listed."""

from __future__ import annotations

from collections.abc import Mapping

from aftale_builder.assessment import Assessment, Verdict
from aftale_builder.findings import Citation, Finding, Place, Severity
from aftale_builder.rules.words import day

CERTAINTY: Mapping[str, str] = {
    "S": "lov",
    "F": "skabelon eller LBF",
    "D": "lokalt dokument",
    "E": "evaluering",
    "V": "vores egen regel",
}
VERDICTS: Mapping[Verdict, str] = {
    Verdict.GODKENDT: "Godkendt",
    Verdict.MED_UNDTAGELSER: "Godkendt med undtagelser",
    Verdict.AFVIST: "Afvist",
    Verdict.IKKE_BEDOEMT: "Ikke bedømt",
}
_PLURALS = {Severity.FEJL: ("fejl", "fejl"), Severity.ADVARSEL: ("advarsel", "advarsler"), Severity.RAAD: ("råd", "råd")}


def is_word_file(assessment: Assessment) -> bool:
    """Tell whether a finished Word file was judged, and not an agreement in YAML."""
    return assessment.path.lower().endswith(".docx")


def scope(assessment: Assessment) -> str:
    """Return what was not judged for want of the rest, «» where everything was there."""
    return assessment.unseen if assessment.judged else ""


def counted(number: int, severity: Severity) -> str:
    """Return «ingen fejl», «1 advarsel», «3 advarsler»."""
    one, many = _PLURALS[severity]
    return f"{number or 'ingen'} {one if number == 1 else many}"


def summary(assessment: Assessment, *, advice: bool, hint: str = "vis dem med --advice") -> str:
    """Return what was found in one sentence without a full stop; `hint` is said of råd that are there but not shown."""
    parts = [counted(assessment.count(severity), severity) for severity in (Severity.FEJL, Severity.ADVARSEL)]
    if raad := assessment.count(Severity.RAAD):
        parts.append(counted(raad, Severity.RAAD) + ("" if advice else f" ({hint})"))
    if assessment.exempted:
        parts.append(f"{assessment.exempted} undtaget")
    text = ", ".join(parts)
    return text[0].upper() + text[1:]


def listed(assessment: Assessment, *, advice: bool) -> tuple[Finding, ...]:
    """Return the findings that are listed: all but råd, and those too with `advice`."""
    return tuple(finding for finding in assessment.findings if advice or finding.severity is not Severity.RAAD)


def where(place: Place) -> str:
    """Return a place: «aftale.yaml:12:3», «samarbejdsaftale.docx, Vision, afsnit 14»."""
    if place.line is not None:
        return f"{place.file}:{place.line}:{place.column}"
    paragraph = f"{place.paragraph}. tekstafsnit" if place.paragraph is not None else ""
    return ", ".join(part for part in (place.file, place.section, paragraph) if part)


def source(citation: Citation) -> str:
    """Return a source, how sure it is, and what it says: «lbf.dk: … (skabelon eller LBF). «…»»."""
    quote = f" «{citation.quote}»" if citation.quote else ""
    return f"{citation.title} ({CERTAINTY[citation.certainty]}).{quote}"


def exemption(finding: Finding) -> str:
    """Return why a finding is exempted, and through which day; «» where it is not."""
    until = f" (gælder til og med {day(finding.exempted_until)})" if finding.exempted_until is not None else ""
    return f"{finding.exempted}{until}" if finding.exempted is not None else ""


def alike(more: int) -> str:
    """Return what is said of a finding that stands for others of its rule: «og 3 til af samme slags»; «» where there are none."""
    return f"og {more} til af samme slags" if more else ""


def one_line(text: str) -> str:
    """Return the text on one line."""
    return " ".join(text.split())
