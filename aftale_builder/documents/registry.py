"""The documents of the package: each is a file in `documents/papers/` that holds one `Document`; there is no list to keep."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from aftale_builder.documents import papers
from aftale_builder.documents.facts import Facts
from aftale_builder.findings import Hit

if TYPE_CHECKING:
    from aftale_builder.pulling.base import Base


class Design(StrEnum):
    """Whose form a document is, as the manifest tells it."""

    LBF = "lbf"
    """The fund's own form."""
    EGEN = "egen"
    """Ours; the fund has a form on the case that we have not seen."""
    UDEN_SKABELON = "uden-skabelon"
    """Ours; the fund has no form."""
    MEDBRAGT = "medbragt"
    """The users' own: a form that they have brought."""


class Paper(Protocol):
    """One file of the package: its name, how it is made, and how it is proven."""

    @property
    def name(self) -> str:
        """Return the file's name."""
        ...

    def render(self) -> bytes:
        """Return the file. Raises `ValuesError` or `TemplateError` when something in it cannot be set."""
        ...

    def prove(self, data: bytes) -> tuple[Hit, ...]:
        """Return how the file differs from what it must say: nothing, when every word is in its place. Raises `ValuesError` where
        there is more in the file than can be read.
        """
        ...

    def code(self) -> str:
        """Return what it is made of, as a code: the same as long as the file would be the same."""
        ...

    def base(self, name: str, data: bytes) -> Base | None:
        """Return what the file is compared with when somebody has written in it; None for one that is not pulled."""
        ...


@dataclass(frozen=True)
class Document:
    """A document: its place in the order of the package, whose form it is, and the files it makes of an agreement."""

    id: str
    order: int
    design: Design
    papers: Callable[[Facts], Iterable[Paper]]
    upload: str
    """What the person who uploads the file is to know."""


@cache
def documents() -> tuple[Document, ...]:
    """Return all documents in the order of the package."""
    modules = (import_module(f"{papers.__name__}.{found.name}") for found in pkgutil.iter_modules(papers.__path__))
    made: list[Document] = [
        document for module in modules for document in vars(module).values() if isinstance(document, Document)
    ]
    return tuple(sorted(made, key=lambda document: (document.order, document.id)))
