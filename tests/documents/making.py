"""Agreements made for tests: one with something in every field of the language, and folders of the sample."""

from __future__ import annotations

import shutil
import types
import typing
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from aftale_builder.documents.book_paper import BookPaper
from aftale_builder.documents.facts import Facts
from aftale_builder.documents.rendering import Rendered
from aftale_builder.model import load
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.element import Element, own_fields
from aftale_builder.model.kinds import Cvr, Prosa
from aftale_builder.regulation import Regulativ, regulativ
from aftale_builder.resources import resource
from aftale_builder.sheet.book import Text
from aftale_builder.sheet.reading import read as read_book
from aftale_builder.source.node import Mapping, Scalar, SourceFile, Span
from aftale_builder.word.reading import read

SAMPLE = resource("samples/solbakken")

IDS = {
    "Part": "part",
    "Boligomraade": "omraade",
    "Organ": "organ",
    "Stilling": "stilling",
    "Kerneudfordring": "kerne",
    "Delmaal": "delmaal",
    "Aktivitet": "aktivitet",
    "Milepael": "milepael",
    "Budgetaar": "aar1",
    "Kilde": "kilde",
    "Post": "post",
}
REFS = {
    "PartRef": "part",
    "OmraadeRef": "omraade",
    "OrganRef": "organ",
    "StillingRef": "stilling",
    "KerneudfordringRef": "kerne",
    "DelmaalRef": "delmaal",
    "AktivitetRef": "aktivitet",
    "KildeRef": "kilde",
    "IndsatsRef": "beskæftigelse",
    "MaalRef": "tilknyttet-arbejdsmarkedet",
    "IndikatorRef": "dagtilbud",
    "Kroner": Decimal(1000),
    "Tal": Decimal("12.5"),
    "Antal": 7,
}


class Maker:
    """Makes an agreement with something in every field of the language; `texts` are the texts by the path of their field."""

    def __init__(self, text: Callable[[int], str] = lambda number: f"tekst{number}tekst") -> None:
        self._text, self._numbers = text, count(1)
        self.texts: dict[str, str] = {}
        self.prose: set[str] = set()

    def aftale(self) -> Aftale:
        """Return the agreement."""
        made = self._element(Aftale, "aftale", {"regulativ": "lbf-2019-26"})
        assert isinstance(made, Aftale)
        return made

    def _element(self, kind: type[Element], path: str, given: dict[str, Any] | None = None) -> Element:
        hints = typing.get_type_hints(kind)
        values = {
            item.name: (given or {}).get(item.name) or self._value(hints[item.name], kind, f"{path}.{item.name}")
            for item in own_fields(kind)
        }
        return kind(node=Mapping(self._span(path)), **values)

    def _value(self, hint: Any, kind: type[Element], path: str) -> Any:
        origin, args = typing.get_origin(hint), typing.get_args(hint)
        if origin in (types.UnionType, typing.Union):
            return self._value(next(arg for arg in args if arg is not type(None)), kind, path)
        if origin is tuple:
            return (self._value(args[0], kind, path),)
        if origin is not None:  # kroner by year
            return {IDS["Budgetaar"]: Decimal(1000)}
        return self._plain(hint, kind, path)

    def _plain(self, hint: Any, kind: type[Element], path: str) -> Any:
        name = getattr(hint, "__name__", "")
        if name == "Id":
            return IDS[kind.__name__]
        if name in REFS:
            return REFS[name]
        if hint is Prosa:
            self.prose.add(path)
            return Prosa(text := self._new(path), Scalar(self._span(text), value=text))
        if hint is Cvr:
            return Cvr("12345678")
        if hint is str:
            return self._new(path)
        return self._simple(hint, path)

    def _simple(self, hint: Any, path: str) -> Any:
        if hint is bool:
            return True
        if hint is date:
            return date(2026, 5, 4)
        if issubclass(hint, Enum):
            return next(iter(hint))
        return self._element(hint, path)

    def _new(self, path: str) -> str:
        self.texts[path] = self._text(next(self._numbers))
        return self.texts[path]

    @staticmethod
    def _span(text: str) -> Span:
        return Span(SourceFile("aftale.yaml", text), 0, len(text))


def generation() -> Regulativ:
    """Return the generation that has templates."""
    found = regulativ("lbf-2019-26")
    assert found is not None
    return found


@cache
def sample_aftale() -> Aftale:
    """Return the sample agreement."""
    found = load(SAMPLE).aftale
    assert found is not None
    return found


def sample_facts(*, draft: bool = False) -> Facts:
    """Return the facts of the sample."""
    return Facts(sample_aftale(), generation(), draft)


def aftale_of(folder: Path, yaml: str) -> Aftale:
    """Return the agreement of these lines."""
    (folder / "aftale.yaml").write_text(f"regulativ: lbf-2019-26\n{yaml}", encoding="utf-8")
    loaded = load(folder)
    assert loaded.aftale is not None
    assert loaded.faults == ()
    return loaded.aftale


def copy_of_sample(folder: Path) -> Path:
    """Return a copy of the sample's folder that may be changed."""
    shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns("pakke", ".aftale"))
    return folder


def said(file: Rendered) -> str:
    """Return all that a rendered file says, read back: its body's paragraphs, or its cells, one a line."""
    if file.name.endswith(".docx"):
        return "\n".join(unit.plain for unit in read(file.data).units if unit.text)
    return "\n".join(cell.value for cells in read_book(file.data).values() for cell in cells.values())


def cell_texts(paper: BookPaper) -> Iterator[str]:
    """Yield the texts of a workbook's cells."""
    return (cell.text for sheet in paper.book.sheets for _, cell in sheet.cells() if isinstance(cell, Text))
