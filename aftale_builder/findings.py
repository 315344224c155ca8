"""What is found: severity, place, finding, and what the rules yield before their code is put on."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Protocol

from aftale_builder.record import record


class Severity(StrEnum):
    """How grave a finding is. The order of `RANK` is the order of reports."""

    FEJL = "fejl"
    ADVARSEL = "advarsel"
    RAAD = "råd"


RANK: Mapping[Severity, int] = {severity: rank for rank, severity in enumerate(Severity)}


@record
class Place:
    """Where something stands. Lines and columns from 1, in characters; in a Word file `section` and `paragraph` stand instead."""

    file: str
    path: str = ""
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    section: str | None = None
    paragraph: int | None = None

    @property
    def sort_key(self) -> tuple[str, int, int]:
        """Return what places are ordered by within one severity."""
        return (self.file, self.line or self.paragraph or 0, self.column or 0)


class Anchored(Protocol):
    """Anything that a finding can point at: a node, a stretch of a file, a paragraph of a Word file."""

    def place(self) -> Place:
        """Return where it stands."""
        ...


@record
class Related:
    """A second place of the same finding, and what is to be seen there."""

    at: Anchored
    message: str


@record
class Hit:
    """What a rule yields: the place, what was found, and how to mend it. `severity` only where the code has more than one."""

    at: Anchored
    message: str
    help: str
    related: tuple[Related, ...] = ()
    severity: Severity | None = None
    subject: str = ""


@record
class Fault:
    """A fault in the files themselves, found while reading; `code` belongs to the KLD family."""

    code: str
    at: Anchored
    message: str
    help: str
    related: tuple[Related, ...] = ()


@record
class Citation:
    """A source of a finding: its id in the register, its title, a short quote («» when none), and how sure it is (S F D E V)."""

    id: str
    title: str
    quote: str
    certainty: str


@record
class Finding:
    """One finding as reports show it. `exempted` is the reason of the exemption that covers it, `exempted_until` its last day."""

    code: str
    name: str
    severity: Severity
    message: str
    help: str
    place: Place
    related: tuple[tuple[str, Place], ...] = ()
    sources: tuple[Citation, ...] = ()
    subject: str = ""
    exempted: str | None = None
    exempted_until: date | None = None

    @property
    def fingerprint(self) -> str:
        """Return a name for the finding that a moved line does not change: code, path and what was found, normalised."""
        import hashlib

        subject = " ".join(unicodedata.normalize("NFC", self.subject or self.message).casefold().split())
        return hashlib.sha256(f"{self.code}\0{self.place.path}\0{subject}".encode()).hexdigest()[:16]

    @property
    def sort_key(self) -> tuple[int, str, int, int, str]:
        """Return what findings are ordered by: severity, then place, then code."""
        return (RANK[self.severity], *self.place.sort_key, self.code)
