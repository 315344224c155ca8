"""A Word file held against the agreement as it is now: DOK408, beside what is found in the file itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from aftale_builder.assessment import Assessment
from aftale_builder.binding.faults import FormError
from aftale_builder.documents.own_form import OwnForm
from aftale_builder.documents.word_paper import WordPaper
from aftale_builder.findings import RANK, Finding, Hit, Severity
from aftale_builder.model import Loaded
from aftale_builder.pulling import store
from aftale_builder.pulling.agreement import facts_of, is_named, word_papers
from aftale_builder.pulling.base import Base
from aftale_builder.pulling.finding import edits
from aftale_builder.pulling.index import Index
from aftale_builder.pulling.telling import HELP, told
from aftale_builder.rules import finding_of, rule_of
from aftale_builder.rules.finished import Spot
from aftale_builder.source.files import STORE
from aftale_builder.word.package import WordFileError
from aftale_builder.word.reading import Part, WordText, read
from aftale_builder.word_check import assess_file

OF_NO_PAPER = "Filen ligner ingen"
"""So begins the finding of a file that there is nothing to compare with."""
_DRAFT = "UDKAST"
_FILE_EDITED = "Filen er rettet, siden den blev lavet; det er aftalen ikke. Hent rettelsen hjem med aftale pull."
_AGREEMENT_EDITED = "Aftalen er rettet, siden filen blev lavet; det er filen ikke. Lav filen igen med aftale render."
_BOTH_EDITED = (
    "Både filen og aftalen er rettet, siden filen blev lavet. Hent filens rettelser hjem med aftale pull, og lav så filen igen "
    "med aftale render."
)


def assess_against(path: Path, loaded: Loaded) -> Assessment:
    """Return the assessment of a Word file, with every difference between it and the agreement.

    Raises FormError, TemplateError and ValuesError where the agreement itself can't be rendered.
    """
    assessment = assess_file(path)
    try:
        data = path.read_bytes()
        word = read(data)
    except (WordFileError, OSError):
        return assessment
    kept = store.find(loaded.folder, word, path.name)
    found = _base(word, path.name, loaded, kept)
    differences = _differences(found, kept, data, path, loaded) if found is not None else (_of_no_paper(path, loaded),)
    whole = sorted((*assessment.findings, *differences), key=lambda finding: RANK[finding.severity])
    return replace(assessment, findings=tuple(whole), files=loaded.files, judged=True)


def _differences(base: Base, kept: Base | None, data: bytes, path: Path, loaded: Loaded) -> tuple[Finding, ...]:
    assert loaded.aftale is not None  # noqa: S101 - there is a base of it
    rule, index = rule_of("DOK408"), Index(loaded.aftale)
    hits = [hit for edit in edits(base, data, path.as_posix(), accept=True).edits for hit in told(edit, index)]
    remedy = _remedy(base, kept, data) if hits else HELP
    return tuple(
        finding_of(rule, replace(hit, severity=Severity.FEJL, help=remedy if hit.help == HELP else hit.help)) for hit in hits
    )


def _remedy(base: Base, kept: Base | None, data: bytes) -> str:
    """Return what to do, by which of the two was edited since the file was made: the file, the agreement, or both."""
    if kept is None or kept.document != base.document or kept.form != base.form:
        return HELP
    if kept.code == base.code:
        return _FILE_EDITED
    return _BOTH_EDITED if edits(kept, data, base.document, accept=True).edits else _AGREEMENT_EDITED


def _of_no_paper(path: Path, loaded: Loaded) -> Finding:
    message = f"{OF_NO_PAPER} af de filer, aftalen i «{loaded.folder.as_posix()}» bliver til."
    hit = Hit(Spot(path.as_posix()), message, "Se, om det er den rigtige aftale og den rigtige fil.", severity=Severity.FEJL)
    return finding_of(rule_of("DOK408"), hit)


def _base(word: WordText, name: str, loaded: Loaded, kept: Base | None) -> Base | None:
    """Return what the file would say if it was rendered now; None where the agreement has no such file.

    `kept` is what it said when it was made, where that is known.
    """
    draft = any(_DRAFT in unit.text for unit in word.of(Part.HEADER))
    facts = facts_of(loaded, draft=draft, forms=_forms(loaded, kept))
    if facts is None:
        return None
    papers = dict(word_papers(facts))
    likely = [found for found in (kept.document if kept else "", name) if found in papers]
    return _made(likely[0], papers[likely[0]]) if likely else _likest(papers, word, name)


def _forms(loaded: Loaded, kept: Base | None) -> Mapping[str, OwnForm] | None:
    """Return the form that a file was made of; None where that is not known: then it is held against those that are named.

    Raises FormError where it was made of a form that is gone, and the agreement names none.
    """
    if kept is None:
        return None
    if kept.form is None:
        return {}
    form = store.form_of(loaded.folder, kept)
    if form is None and not is_named(loaded, kept.form.document):
        raise FormError(
            f"Filen er lavet af jeres egen skabelon «{kept.form.name}», og den ligger ikke længere i {STORE}/.",
            f"Hent hele {STORE}/ (den skal med i git), eller lav filen igen med aftale render.",
        )
    return {form.document: form} if form is not None else None


def _likest(papers: dict[str, WordPaper], word: WordText, name: str) -> Base | None:
    return store.likest((_made(document, paper) for document, paper in papers.items()), word, name)


def _made(document: str, paper: WordPaper) -> Base:
    return paper.base(document, paper.render())
