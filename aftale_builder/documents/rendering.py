"""All documents of an agreement: rendered, and proven before any of them is written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from aftale_builder.documents.content import digest
from aftale_builder.documents.facts import Facts
from aftale_builder.documents.names import unique
from aftale_builder.documents.registry import Design, Document, Paper, documents
from aftale_builder.findings import Hit

if TYPE_CHECKING:
    from aftale_builder.findings import Fault
    from aftale_builder.pulling.base import Base


@dataclass(frozen=True)
class Rendered:
    """A file of the package: its name, its bytes, the document it is one of; `content` is the digest of what it says.

    `code` is what it was made of; `base` what it is compared with when somebody has written in it.
    """

    name: str
    data: bytes
    document: Document
    content: str
    code: str
    base: Base | None

    @property
    def sha256(self) -> str:
        """Return the digest of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


class ProofError(Exception):
    """Some files do not say what they must; `hits` tell each place."""

    def __init__(self, hits: Iterable[Hit]) -> None:
        self.hits = tuple(hits)
        super().__init__("\n".join(hit.message for hit in self.hits))


Progress = Callable[[int, int, str], None]
"""Told before each file: how many are done, how many there are, which is next."""


def render_all(facts: Facts, progress: Progress | None = None) -> tuple[Rendered, ...]:
    """Return every document's files, proven.

    Raises `ValuesError` with all values that cannot be set, `TemplateError` for a template that cannot be used, `ProofError`
    with every place that a proof found wrong.
    """
    from aftale_builder.word.faults import ValuesError

    made = papers(facts)
    rendered: list[Rendered] = []
    faults: list[Fault] = []
    hits: list[Hit] = []
    for number, (document, paper, name) in enumerate(made):
        if progress is not None:
            progress(number, len(made), name)
        try:
            data = paper.render()
            found = paper.prove(data)
        except ValuesError as error:
            faults.extend(error.faults)
            continue
        if found:
            hits.extend(found)
            continue
        rendered.append(Rendered(name, data, document, digest(name, data), paper.code(), paper.base(name, data)))
    if faults:
        raise ValuesError(_once(faults))
    if hits:
        raise ProofError(hits)
    return tuple(rendered)


def papers(facts: Facts) -> list[tuple[Document, Paper, str]]:
    """Return every file that is to be made, under names that no folder takes for one and the same."""
    made = [(_brought(document, facts), paper) for document in documents() for paper in document.papers(facts)]
    names = unique([paper.name for _, paper in made])
    return [(document, paper, name) for (document, paper), name in zip(made, names, strict=True)]


def _brought(document: Document, facts: Facts) -> Document:
    """Return the document as what it is where the users bring its form: that need not be copied into another."""
    if document.id not in facts.forms:
        return document
    upload = document.upload if document.design is Design.LBF else "Uploades på sagen."
    return replace(document, design=Design.MEDBRAGT, upload=upload)


def _once(faults: list[Fault]) -> list[Fault]:
    """Return the faults without those that several documents have of one and the same text."""
    return list({(fault.code, fault.at.place(), fault.message): fault for fault in faults}.values())
