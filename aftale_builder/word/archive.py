"""Word and Excel files as they come from people: opened as archives only when nothing about them is to be feared."""

from __future__ import annotations

import io
import zipfile
from enum import Enum
from pathlib import Path

_MB = 1024 * 1024
MAX_FILE = 100 * _MB
MAX_MEMBERS = 5_000
MAX_MEMBER = 64 * _MB
MAX_TOTAL = 256 * _MB
MAX_RATIO = 150
"""How many times larger than the file itself its content may be, once it is over `RATIO_FROM` bytes."""
RATIO_FROM = 16 * _MB

MAX_XML = 8 * _MB
"""The largest XML part of a document."""
MAX_TAGS = 120_000
"""How many tags the XML parts of a document may have together: ten times as many as a long agreement's."""
MAX_PARAGRAPHS = 40_000
"""How many paragraphs they may have: an empty one is a single tag, and takes as long as another."""
MAX_PARAGRAPH = 200_000
"""How many characters a paragraph of a document may have."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_FLAG_ENCRYPTED = 0x1
_MAIN = "application/vnd.openxmlformats-officedocument."
REPAIR = "Åbn filen i Word eller Excel, lad programmet reparere den, og gem den igen."
"""The remedy for a file that is damaged inside."""


class WordFileError(Exception):
    """A file that cannot be used. `message` says what was found, `remedy` how to mend it; both are for users."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(f"{message} {remedy}")
        self.message = message
        self.remedy = remedy


class Kind(Enum):
    """What kind of package is asked for: what a user calls it, its ending, and the content type of its main part."""

    DOCX = ("et Word-dokument", ".docx", _MAIN + "wordprocessingml.document.main+xml")
    XLSX = ("en Excel-projektmappe", ".xlsx", _MAIN + "spreadsheetml.sheet.main+xml")

    def __init__(self, title: str, suffix: str, content_type: str) -> None:
        self.title = title
        self.suffix = suffix
        self.content_type = content_type


def archive(source: Path | bytes, kind: Kind) -> zipfile.ZipFile:
    """Return the archive in a file (or in the bytes of one). Raises `WordFileError` for anything that cannot be trusted."""
    data = source if isinstance(source, bytes) else _file(source)
    _bounded(len(data))
    if data.startswith(_OLE):
        raise _ole(data, kind, renamed=isinstance(source, Path) and source.suffix.lower() == kind.suffix)
    try:
        opened = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, OverflowError) as error:
        if data.startswith(b"PK\x03\x04"):
            raise WordFileError(
                "Filen er afkortet eller beskadiget.", "Hent den igen, eller find en hel udgave af den."
            ) from error
        raise not_a_package(kind) from error
    _judge(opened, len(data))
    return opened


def _file(path: Path) -> bytes:
    if path.is_dir():  # Windows would only say that there is no access
        raise WordFileError("Det er en mappe, ikke en fil.", "Skriv navnet på filen i mappen.")
    try:
        _bounded(path.stat().st_size)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise WordFileError("Filen findes ikke.", "Se efter, om navn og mappe er skrevet rigtigt.") from error
    except PermissionError as error:
        raise WordFileError("Filen kan ikke læses.", "Luk den i Word, og se efter, om du har adgang til den.") from error
    except OSError as error:
        raise WordFileError("Filen kan ikke læses.", "Kopiér den til din egen maskine, og prøv igen.") from error


def _bounded(size: int) -> None:
    if size > MAX_FILE:
        raise WordFileError(f"Filen fylder mere end {MAX_FILE // _MB} MB.", "Fjern store billeder fra den, og prøv igen.")


def _judge(opened: zipfile.ZipFile, size: int) -> None:
    members = opened.infolist()
    seen: set[str] = set()
    for member in members:
        name = member.filename.casefold()
        if name in seen or name.startswith("/") or "\\" in name or ".." in name.split("/"):
            raise WordFileError(f"Filen har en del med et ulovligt eller dobbelt navn («{member.filename}»).", REPAIR)
        seen.add(name)
        if member.flag_bits & _FLAG_ENCRYPTED:
            raise WordFileError(_LOCKED_MESSAGE, _LOCKED_HELP)
    total = sum(member.file_size for member in members)
    too_large = len(members) > MAX_MEMBERS or total > MAX_TOTAL or any(member.file_size > MAX_MEMBER for member in members)
    if too_large or (total > RATIO_FROM and total > MAX_RATIO * size):
        raise WordFileError(
            "Filen pakker sig ud til mere, end et dokument bør fylde.",
            "Er den ægte, så fjern store billeder og indlejrede filer fra den, og prøv igen.",
        )


_LOCKED_MESSAGE = "Filen er låst med en adgangskode."
_LOCKED_HELP = "Åbn den, fjern adgangskoden (Filer → Oplysninger → Beskyt dokument → Krypter med adgangskode), og gem den."


def _ole(data: bytes, kind: Kind, *, renamed: bool) -> WordFileError:
    if _OLE_ENCRYPTED in data:
        return WordFileError(_LOCKED_MESSAGE, _LOCKED_HELP)
    return WordFileError(
        f"Filen er i Offices gamle format (.doc eller .xls){f', selv om den hedder {kind.suffix}' if renamed else ''}.",
        f"Åbn den i Office, vælg «Gem som» og {kind.title} ({kind.suffix}).",
    )


def too_much() -> WordFileError:
    """Return the error for a document that has more in it than people write."""
    return WordFileError(
        "Dokumentet er meget større, end en aftale kan være: det har alt for mange eller for lange afsnit, rækker eller noter.",
        "Se, om det er den rigtige fil. Er den det, så del den i flere, eller slet det, der ikke hører til.",
    )


def not_a_package(kind: Kind) -> WordFileError:
    """Return the error for a file that is something else altogether."""
    return WordFileError(
        f"Filen er ikke {kind.title} ({kind.suffix}).",
        f"Vælg en {kind.suffix}-fil, eller gem dokumentet som {kind.suffix} først.",
    )
