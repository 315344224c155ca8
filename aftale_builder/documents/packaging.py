"""The package of an agreement: its documents, the checklist and the manifest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

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


def package(facts: Facts, assessment: Assessment, progress: Progress | None = None) -> Package:
    """Return the package. `assessment` must not depend on the day. Raises as `render_all` does."""
    rendered = render_all(facts, progress)
    todo = checklist.checklist(facts.aftale, rendered, assessment, draft=facts.draft)
    others = {checklist.NAME: (todo, digest(checklist.NAME, todo))}
    listed = manifest.manifest(rendered, others, assessment, draft=facts.draft)
    files = {file.name: file.data for file in rendered}
    return Package(rendered, {**files, checklist.NAME: todo, manifest.NAME: listed})
