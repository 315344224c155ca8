"""The package of an agreement: its documents, the checklist and the manifest."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from aftale_builder.assessment import Assessment
from aftale_builder.documents import checklist, manifest
from aftale_builder.documents.content import digest
from aftale_builder.documents.facts import Facts
from aftale_builder.documents.own_form import OwnForm
from aftale_builder.documents.pdf import pdf_name
from aftale_builder.documents.publishing import bytes_of
from aftale_builder.documents.rendering import Progress, Rendered, render_all
from aftale_builder.model.aftale import Aftale


@dataclass(frozen=True)
class Package:
    """The package of an agreement: its documents in order, the files that go with them, and the assessment it says of itself.

    `forms` are the users' own forms that documents are set in.
    """

    aftale: Aftale
    documents: tuple[Rendered, ...]
    others: Mapping[str, bytes]
    assessment: Assessment
    draft: bool
    forms: tuple[OwnForm, ...] = ()

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """Return every file by name, the manifest last."""
        others = {name: (data, digest(name, data)) for name, data in self.others.items()}
        listed = manifest.manifest(self.documents, others, self.assessment, draft=self.draft)
        return {**{file.name: file.data for file in self.documents}, **self.others, manifest.NAME: listed}

    def with_pdfs(self, pdfs: Mapping[str, bytes]) -> Package:
        """Return the package with these files too."""
        return replace(self, others={**pdfs, **self.others})

    def good_pdfs(self, folder: Path) -> dict[str, bytes]:
        """Return the PDFs in a folder that the last run made there of documents which have not changed since."""
        before = manifest.known(bytes_of(folder / manifest.NAME) or b"") or {}
        found: dict[str, bytes] = {}
        for file in self.documents:
            name = pdf_name(file.name)
            same = file.name in before and before[file.name].sha256 == file.sha256 and name in before
            data = bytes_of(folder / name) if same else None
            if data is not None and hashlib.sha256(data).hexdigest() == before[name].sha256:
                found[name] = data
        return found


def package(facts: Facts, assessment: Assessment, folder: Path, progress: Progress | None = None) -> Package:
    """Return the package of the agreement in a folder. `assessment` must not depend on the day. Raises as `render_all` does."""
    rendered = render_all(facts, progress)
    assessment = seen_from(folder, assessment)
    todo = checklist.checklist(facts.aftale, rendered, assessment, draft=facts.draft)
    return Package(facts.aftale, rendered, {checklist.NAME: todo}, assessment, facts.draft, tuple(facts.forms.values()))


def seen_from(folder: Path, assessment: Assessment) -> Assessment:
    """Return the assessment with files named as seen from the agreement's folder: where that stands is no part of the package."""
    here = unicodedata.normalize("NFC", str(folder))

    def name(file: str) -> str:
        return Path(os.path.relpath(file, here)).as_posix()

    findings = (replace(finding, place=replace(finding.place, file=name(finding.place.file))) for finding in assessment.findings)
    files = {name(file): source for file, source in assessment.files.items()}
    return replace(assessment, path=".", findings=tuple(findings), files=files)
