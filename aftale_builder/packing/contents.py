"""What goes into the package: each file under the name by which a person finds it on the case, and what tells of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePath

from aftale_builder.assessment import Assessment
from aftale_builder.documents import checklist
from aftale_builder.documents.names import file_name, unique
from aftale_builder.documents.packaging import Package, seen_from
from aftale_builder.documents.pdf import pdf_name
from aftale_builder.model.aftale import Aftale
from aftale_builder.report import render

REPORT = "rapport.html"


def contents(package: Package, folder: Path, today: Assessment, pdfs: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return every file but the manifest: documents in the form's order, each with its PDF; annexes; what tells of them all.

    `pdfs` are by the name of the PDF of a document's own name. `today` is the assessment whose report is laid in. Raises OSError
    for an annex that cannot be read.
    """
    files: dict[str, bytes] = {}
    documents = [replace(file, name=f"{number:02} {file.name}") for number, file in enumerate(package.documents, start=1)]
    for file, before in zip(documents, package.documents, strict=True):
        files[file.name] = file.data
        if (pdf := pdfs.get(pdf_name(before.name))) is not None:
            files[pdf_name(file.name)] = pdf
    enclosed = _annexes(package.aftale, len(documents))
    files |= {name: (folder / path).read_bytes() for path, name in enclosed.items()}
    files[checklist.NAME] = checklist.checklist(package.aftale, documents, package.assessment, draft=False, enclosed=enclosed)
    files[REPORT] = render("html", [seen_from(folder, today)], advice=True).encode()
    return files


def _annexes(aftale: Aftale, before: int) -> dict[str, str]:
    """Return what the file of each annex is called in the package, by its path in the agreement's folder."""
    titles = dict(_attached(aftale))
    names = (
        file_name(f"{before + number:02} Bilag - {title or PurePath(path).stem}", PurePath(path).suffix)
        for number, (path, title) in enumerate(titles.items(), start=1)
    )
    return dict(zip(titles, unique(list(names)), strict=True))


def _attached(aftale: Aftale) -> Iterator[tuple[str, str]]:
    if aftale.organisation is not None and aftale.organisation.diagram_fil:
        yield aftale.organisation.diagram_fil, "Organisationsdiagram"
    yield from ((annex.fil, annex.titel) for annex in aftale.bilag if annex.fil)
