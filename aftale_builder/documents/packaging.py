"""The package of an agreement: its documents, the checklist and the manifest."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from aftale_builder.assessment import Assessment
from aftale_builder.documents import checklist, manifest
from aftale_builder.documents.content import digest
from aftale_builder.documents.facts import Facts
from aftale_builder.documents.rendering import Progress, Rendered, render_all


@dataclass(frozen=True)
class Package:
    """The package: its documents in order, and every file by name, the manifest last."""

    documents: tuple[Rendered, ...]
    files: Mapping[str, bytes]


def package(facts: Facts, assessment: Assessment, folder: Path, progress: Progress | None = None) -> Package:
    """Return the package of the agreement in a folder. `assessment` must not depend on the day. Raises as `render_all` does."""
    rendered = render_all(facts, progress)
    assessment = _seen_from(folder, assessment)
    todo = checklist.checklist(facts.aftale, rendered, assessment, draft=facts.draft)
    others = {checklist.NAME: (todo, digest(checklist.NAME, todo))}
    listed = manifest.manifest(rendered, others, assessment, draft=facts.draft)
    files = {file.name: file.data for file in rendered}
    return Package(rendered, {**files, checklist.NAME: todo, manifest.NAME: listed})


def _seen_from(folder: Path, assessment: Assessment) -> Assessment:
    """Return the assessment with files named as seen from the agreement's folder: where that stands is no part of the package."""
    here = unicodedata.normalize("NFC", str(folder))

    def name(file: str) -> str:
        return Path(os.path.relpath(file, here)).as_posix()

    findings = (replace(finding, place=replace(finding.place, file=name(finding.place.file))) for finding in assessment.findings)
    files = {name(file): source for file, source in assessment.files.items()}
    return replace(assessment, path=".", findings=tuple(findings), files=files)
