"""The packages that lie in an agreement's folder: which of their files are out of date, edited by hand, or gone."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from aftale_builder.documents import manifest
from aftale_builder.documents.content import digest
from aftale_builder.documents.manifest import Known
from aftale_builder.documents.publishing import bytes_of
from aftale_builder.documents.rendering import papers
from aftale_builder.findings import Finding, Hit, Place, Severity
from aftale_builder.model import Loaded
from aftale_builder.pulling import store
from aftale_builder.pulling.agreement import facts_of, is_named, with_forms
from aftale_builder.pulling.base import Base
from aftale_builder.rules import finding_of, rule_of
from aftale_builder.source.files import STORE

_STALE = "Filen siger ikke det, aftalen siger nu: YAML-filerne er rettet, siden den blev lavet."
_MAYBE = "YAML-filerne er rettet, siden filen blev lavet, og den siger måske ikke det, aftalen siger nu."
_EDITED = "Filen er rettet i hånden, siden den blev lavet."
_AGAIN = "Kør aftale render igen."
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
    changed = made.sources != _sources(loaded)
    bases = list(_bases(loaded.folder, known.values())) if changed else []
    now = _codes(loaded, bases, draft=made.draft) if changed else {}
    again = _again(loaded, bases)
    for name, before in known.items():
        data = bytes_of(folder / name)
        at = _File((folder / name).as_posix())
        if data is None:
            yield _hit(at, _GONE, _AGAIN)
            continue
        if changed and before.code and now.get(name, "") != before.code:
            yield _hit(at, _STALE if now else _MAYBE, again)
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


def _bases(folder: Path, files: Iterable[Known]) -> Iterator[Base]:
    """Yield the bases that are kept of a package's files."""
    for file in files:
        found = store.read(folder / STORE / f"{file.code}.json") if file.code else None
        if found is not None:
            yield found


def _again(loaded: Loaded, bases: Iterable[Base]) -> str:
    """Return how the package is made again, with the forms that were named on the command line."""
    forms = {base.form for base in bases if base.form is not None and not is_named(loaded, base.form.document)}
    options = sorted(f'--template {form.document}="{form.name}"' for form in forms)
    return f"Kør aftale render igen, som sidst med {' '.join(options)}." if options else _AGAIN


def _codes(loaded: Loaded, bases: Sequence[Base], *, draft: bool) -> Mapping[str, str]:
    """Return what each file would be made of now, in the forms that were used last; nothing where that can't be told."""
    from aftale_builder.binding.faults import FormError
    from aftale_builder.word.faults import TemplateError, ValuesError

    try:
        facts = facts_of(loaded, draft=draft)
        forms = [store.form_of(loaded.folder, base) for base in bases if base.form is not None]
        if facts is None or None in forms:
            return {}
        whole = with_forms(facts, filter(None, forms))
        return {name: paper.code() for _, paper, name in papers(whole)}
    except (FormError, TemplateError, ValuesError):
        return {}
