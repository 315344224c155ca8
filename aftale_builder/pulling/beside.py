"""The packages that lie in an agreement's folder: which of their files are out of date, edited by hand, or gone."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from aftale_builder.documents import manifest
from aftale_builder.documents.content import digest
from aftale_builder.documents.publishing import bytes_of
from aftale_builder.documents.rendering import papers
from aftale_builder.findings import Finding, Hit, Place, Severity
from aftale_builder.model import Loaded
from aftale_builder.pulling.agreement import facts_of
from aftale_builder.rules import finding_of, rule_of

_STALE = "Filen siger ikke det, aftalen siger nu: YAML-filerne er rettet, siden den blev lavet."
_MAYBE = "YAML-filerne er rettet, siden filen blev lavet, og den siger måske ikke det, aftalen siger nu."
_EDITED = "Filen er rettet i hånden, siden den blev lavet."
_GONE = "Filen er en del af pakken, men ligger der ikke længere."


@dataclass(frozen=True, slots=True)
class _File:
    """A file as the place of a finding."""

    name: str

    def place(self) -> Place:
        return Place(self.name)


def packages(folder: Path) -> tuple[Path, ...]:
    """Return the folders of an agreement's own that may hold a package."""
    return tuple(sorted(found.parent for found in folder.glob(f"*/{manifest.NAME}")))


def findings(loaded: Loaded, folders: tuple[Path, ...]) -> tuple[Finding, ...]:
    """Return what is to be said of the packages in these folders."""
    rule = rule_of("DOK408")
    return tuple(finding_of(rule, hit) for folder in folders for hit in _of(loaded, folder))


def _of(loaded: Loaded, folder: Path) -> Iterator[Hit]:
    told = bytes_of(folder / manifest.NAME) or b""
    known, made = manifest.known(told), manifest.made_of(told)
    if known is None or made is None:
        return
    now = None if made.sources == _sources(loaded) else _codes(loaded, draft=made.draft)
    changed = now is not None
    for name, before in known.items():
        data = bytes_of(folder / name)
        at = _File((folder / name).as_posix())
        if data is None:
            yield _hit(at, _GONE, "Kør aftale render igen.")
            continue
        if changed and before.code and now is not None and now.get(name, "") != before.code:
            yield _hit(at, _STALE if now else _MAYBE, "Kør aftale render igen.")
        if hashlib.sha256(data).hexdigest() != before.sha256 and digest(name, data) != before.content:
            yield _hit(at, _EDITED, _remedy(at.name, loaded))


def _hit(at: _File, message: str, remedy: str) -> Hit:
    return Hit(at, message, remedy, severity=Severity.ADVARSEL)


def _remedy(name: str, loaded: Loaded) -> str:
    if name.endswith(".docx"):
        see = f'aftale check "{name}" --against {loaded.folder.as_posix()}'
        return f"Hent rettelserne hjem med aftale pull, eller se dem med {see}."
    return "Skriv rettelserne i YAML-filerne. Med aftale render --force bliver filen lavet igen og den rettede gemt ved siden af."


def _sources(loaded: Loaded) -> Mapping[str, str]:
    """Return the digests of the agreement's files, named as a manifest names them."""
    here = unicodedata.normalize("NFC", str(loaded.folder))
    return {
        Path(os.path.relpath(name, here)).as_posix(): hashlib.sha256(file.text.encode()).hexdigest()
        for name, file in loaded.files.items()
    }


def _codes(loaded: Loaded, *, draft: bool) -> Mapping[str, str]:
    """Return what each file would be made of now; nothing where that can't be told."""
    from aftale_builder.binding.faults import FormError
    from aftale_builder.word.faults import TemplateError, ValuesError

    try:
        facts = facts_of(loaded, draft=draft)
        return {name: paper.code() for _, paper, name in papers(facts)} if facts is not None else {}
    except (FormError, TemplateError, ValuesError):
        return {}
