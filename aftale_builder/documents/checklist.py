"""tjekliste.md: what to upload, what a human must judge, what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from aftale_builder.assessment import Assessment
from aftale_builder.documents import danish
from aftale_builder.documents.registry import Design
from aftale_builder.documents.rendering import Rendered
from aftale_builder.findings import Finding, Severity
from aftale_builder.model.aftale import Aftale

NAME = "tjekliste.md"
_MARKS = re.compile(
    r"""(?x) ^[-+*>\#=] | (?<=^\d)[.)] | (?<=^\d\d)[.)] | \\(?=[!-/:-@\[-`{-~]) | ` | [*~](?=\S) | (?<=\S)[*~]
    | (?<!\w)_(?=\S) | (?<=\S)_(?!\w) | \](?=[(\[:]) | <(?=[A-Za-z/!?]) | &(?=\#?\w+;) | (?<=\s)\#(?=\#*$)"""
)
"""The signs that mean something in Markdown where they stand. People read the file as it is: no other sign is escaped."""
_FORM = {
    Design.LBF: "LBF’s egen skabelon.",
    Design.EGEN: "Ikke LBF’s skabelon.",
    Design.UDEN_SKABELON: "",
    Design.MEDBRAGT: "Jeres egen skabelon, udfyldt.",
}


def checklist(
    aftale: Aftale,
    rendered: Iterable[Rendered],
    assessment: Assessment,
    *,
    draft: bool,
    enclosed: Mapping[str, str] | None = None,
) -> bytes:
    """Return the checklist, in Markdown. `enclosed` tells what the annexes' files are called where they lie beside it."""
    lines = [
        f"# Tjekliste: {plain(aftale.navn)}" if aftale.navn else "# Tjekliste",
        "",
        *(["**UDKAST.** Pakken er lavet, før alt var på plads. Den skal ikke uploades.", ""] if draft else []),
        *_upload(rendered),
        *_annexes(aftale, enclosed or {}),
        *_missing(assessment),
        *_judgement(assessment),
        *_exemptions(aftale),
    ]
    return ("\n".join(lines).rstrip() + "\n").encode()


def plain(text: str) -> str:
    """Return a user's text on one line, such that Markdown shows it as it is written."""
    return _MARKS.sub(r"\\\g<0>", " ".join(text.split()))


def _upload(rendered: Iterable[Rendered]) -> Iterator[str]:
    yield from ("## Det skal på sagen i driftsstøttesystemet", "")
    for file in rendered:
        said = " ".join(part for part in (file.document.upload, _FORM[file.document.design]) if part)
        yield f"- [ ] **{plain(file.name)}** – {said}"
    yield ""


def _annexes(aftale: Aftale, enclosed: Mapping[str, str]) -> Iterator[str]:
    own = [annex for annex in aftale.bilag if annex.fil not in enclosed]
    if enclosed:
        yield from ("## Bilag, der ligger i pakken", "", *(f"- [ ] **{plain(name)}**" for name in enclosed.values()), "")
    if own:
        yield from ("## Bilag, som I selv lægger ved", "")
        for annex in own:
            where = f" (filen {plain(annex.fil)} i aftalens mappe)" if annex.fil else ""
            yield f"- [ ] {plain(annex.titel)}{where}"
        yield ""


def _missing(assessment: Assessment) -> Iterator[str]:
    found = [finding for finding in assessment.findings if finding.exempted is None and finding.severity is not Severity.RAAD]
    yield from ("## Det mangler", "")
    if not found:
        yield "Intet: kontrollen fandt hverken fejl eller advarsler."
    for finding in found:
        yield f"- [ ] {finding.severity.value.capitalize()} {finding.code}: {plain(finding.message)} ({_where(finding)})"
        yield f"  {plain(finding.help)}"
    yield ""


def _where(finding: Finding) -> str:
    place = finding.place
    return f"{plain(place.file)}, linje {place.line}" if place.line is not None else plain(place.file)


def _judgement(assessment: Assessment) -> Iterator[str]:
    if assessment.judgement:
        yield from (
            "## Det skal et menneske bedømme",
            "",
            "Intet program kan afgøre det; svar på hvert spørgsmål, før I sender pakken.",
            "",
        )
        yield from (f"- [ ] {skoen.krav}" for skoen in assessment.judgement)
        yield ""


def _exemptions(aftale: Aftale) -> Iterator[str]:
    if aftale.undtagelser:
        yield from ("## Undtagelser, I har valgt", "")
        for exemption in aftale.undtagelser:
            path = f" ved {plain(exemption.sti)}" if exemption.sti else ""
            until = f" Gælder til og med {danish.day(exemption.udloeber)}." if exemption.udloeber else ""
            yield f"- [ ] {plain(exemption.regel)}{path}: {plain(exemption.begrundelse)}{until}"
        yield ""
