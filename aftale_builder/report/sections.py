"""Sections: where in the form, or in which of its papers, a finding belongs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from aftale_builder.findings import Finding
from aftale_builder.regulation import Regulativ, regulativ, regulativer

FILES = "filer"
SECTIONS: Mapping[str, str] = {
    FILES: "Filerne",
    "forside": "Forside: navn, parter, periode og boligområder",
    "aftaledokumenter": "Aftaledokumenter, bilag og behandling",
    "1": "Afsnit 1",
    "2": "Afsnit 2",
    "3": "Afsnit 3",
    "4": "Afsnit 4",
    "5": "Afsnit 5",
    "6": "Afsnit 6",
    "7": "Afsnit 7",
    "8": "Afsnit 8",
    "delaftaler": "Delaftaler",
    "budget": "Budget",
    "kommissorium": "Kommissorium",
    "beredskabsplan": "Beredskabsplan",
    "milepælsplan": "Milepælsplan",
    "indberetningsskema": "Indberetningsskema",
}
"""Every section and paper by its id, in the order of the package."""

_KEYS: Mapping[str, str] = {
    **dict.fromkeys(("regulativ", "navn", "sagsnummer", "periode", "parter", "kontakter", "boligområder"), "forside"),
    **dict.fromkeys(("version", "skabeloner", "bilag", "behandling", "undtagelser"), "aftaledokumenter"),
    "milepæle": "milepælsplan",
    **{name: name for name in ("budget", "kommissorium", "beredskabsplan")},
}


def title(section: str, generation: Regulativ | None = None) -> str:
    """Return a section's title, with the form's own heading where it has one: «Afsnit 2: Vision for boligområdet»."""
    data = generation if generation is not None and generation.afsnit else regulativ(regulativer()[0])
    known = data.et_afsnit(section) if data is not None and section.isdigit() else None
    return f"{SECTIONS[section]}: {known.titel}" if known is not None else SECTIONS[section]


def section_of(path: str) -> str:
    """Return the id of the section that a path in an agreement, or in a Word file («afsnit/6/…»), belongs to."""
    first, _, rest = path.partition("/")
    if first == "afsnit":
        named = rest.partition("/")[0]
        return named if named in SECTIONS else FILES
    if first == "indsatsområder" and "delaftale" in rest.split("/"):
        return "delaftaler"
    return _KEYS.get(first) or _by_form(first) or FILES


def _by_form(key: str) -> str:
    """Return the section whose text stands under this key of the language."""
    newest = regulativ(regulativer()[0])
    return next((section.id for section in (newest.afsnit if newest else ()) if key and section.noegle == key), "")


def grouped(findings: Iterable[Finding]) -> list[tuple[str, list[Finding]]]:
    """Return the findings by section, in the order of the package; the order within a section is theirs."""
    order = {section: number for number, section in enumerate(SECTIONS)}
    sorted_by_section = sorted(findings, key=lambda finding: order[section_of(finding.place.path)])
    return [(section, list(group)) for section, group in groupby(sorted_by_section, key=lambda one: section_of(one.place.path))]
