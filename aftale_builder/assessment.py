"""Assessment: all that is found in one agreement, and the verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from aftale_builder.exemptions import exempt, standing
from aftale_builder.findings import RANK, Fault, Finding, Place, Severity
from aftale_builder.model import Loaded, load
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import INSERTS
from aftale_builder.record import record
from aftale_builder.regulation import Regulativ, Skoen, regulativ
from aftale_builder.rules import findings_of, judge
from aftale_builder.rules.passages import prose
from aftale_builder.source.files import attached
from aftale_builder.source.node import Scalar, SourceFile, unfilled
from aftale_builder.word.markdown import problems


class Verdict(StrEnum):
    """What is said of an agreement as a whole."""

    GODKENDT = "godkendt"
    MED_UNDTAGELSER = "godkendt-med-undtagelser"
    AFVIST = "afvist"
    IKKE_BEDOEMT = "ikke-bedømt"


@record
class Assessment:
    """What was found in one agreement, sorted; what remains for a human to judge; the files, for showing places.

    `judged` is False where nothing could be judged: the root file is unreadable, or no generation is known. `aftale` is the
    agreement itself, for its figures; None where it could not be read, and for a Word file. `unseen` says in a sentence what
    was not judged of a Word file, «» for an agreement.
    """

    path: str
    regulation: str
    findings: tuple[Finding, ...]
    judgement: tuple[Skoen, ...]
    files: Mapping[str, SourceFile]
    judged: bool
    aftale: Aftale | None = None
    unseen: str = ""

    @property
    def verdict(self) -> Verdict:
        """Return the verdict: a fejl that no exemption covers refuses."""
        if not self.judged:
            return Verdict.IKKE_BEDOEMT
        if self.count(Severity.FEJL):
            return Verdict.AFVIST
        return Verdict.MED_UNDTAGELSER if self.exempted else Verdict.GODKENDT

    def count(self, severity: Severity) -> int:
        """Return how many findings of a severity no exemption covers."""
        return sum(1 for _ in standing(self.findings, severity))

    @property
    def exempted(self) -> int:
        """Return how many findings are exempted."""
        return sum(finding.exempted is not None for finding in self.findings)


def assess(path: Path, today: date) -> Assessment:
    """Return the assessment of the agreement in a folder or root file. `today` decides which exemptions have expired."""
    return assess_loaded(load(path), path, today)


def assess_loaded(loaded: Loaded, path: Path, today: date) -> Assessment:
    """Return the assessment of an agreement that is loaded already."""
    generation = _generation(loaded)
    findings = findings_of((*loaded.faults, *_attachments(loaded), *_markdown(loaded)))
    if loaded.aftale is not None:
        judged, faults = exempt(_judged(loaded.aftale, generation), loaded.aftale.undtagelser, today)
        findings += judged + findings_of(faults)
    return Assessment(
        path.as_posix(),
        generation.id if generation is not None else "",
        _in_reading_order(findings, loaded),
        generation.skoen if generation is not None else (),
        loaded.files,
        judged=loaded.aftale is not None and generation is not None,
        aftale=loaded.aftale,
    )


@lru_cache(maxsize=1)
def _judged(aftale: Aftale, generation: Regulativ | None) -> tuple[Finding, ...]:
    """Return what the rules find, which depends on no day: a package is judged for the day, and for its files on no day."""
    return judge(aftale, generation)


def _in_reading_order(findings: tuple[Finding, ...], loaded: Loaded) -> tuple[Finding, ...]:
    """Return the gravest first; among equals, files in the order in which the agreement brings them in.

    What is missing in a file that is not filled in stands where the file is brought in, as it would if there were no file.
    """
    order = {name: number for number, name in enumerate(loaded.files)}
    brought = _brought_in_at(loaded)

    def reading(finding: Finding) -> tuple[int, int, int, int]:
        place = brought.get(finding.place.file, finding.place)
        _, line, column = place.sort_key
        return RANK[finding.severity], order.get(place.file, len(order)), line, column

    return tuple(sorted(sorted(findings, key=lambda finding: finding.sort_key), key=reading))


def _brought_in_at(loaded: Loaded) -> dict[str, Place]:
    """Return where each file is brought in that has nothing written in it, by its name."""
    nodes = unfilled(loaded.aftale.node) if loaded.aftale is not None else ()
    return {node.span.file.name: node.via.place("") for node in nodes if node.via is not None}


def _attachments(loaded: Loaded) -> Iterator[Fault]:
    """Yield what is wrong with the files that are to go with the agreement."""
    if loaded.aftale is None:
        return
    organisation = loaded.aftale.organisation
    named = [bilag.value("fil") for bilag in loaded.aftale.bilag]
    named += [organisation.value("diagram_fil")] if organisation is not None else []
    for node in named:
        if isinstance(node, Scalar) and not node.empty:
            yield from attached(loaded.folder, node)


def _markdown(loaded: Loaded) -> Iterator[Fault]:
    """Yield what prose holds that can't be set in Word."""
    for passage in prose(loaded.aftale) if loaded.aftale is not None else ():
        for problem in problems(passage.text, INSERTS):
            yield Fault("KLD012", passage.at(problem.start, problem.end), problem.message, problem.help)


def _generation(loaded: Loaded) -> Regulativ | None:
    return regulativ(loaded.aftale.regulativ) if loaded.aftale is not None else None
