"""Names of files: such that a person finds the file, and that Windows, macOS and Linux all can store it."""

from __future__ import annotations

import re
import unicodedata

_FORBIDDEN = re.compile(r"[<>:/\\|?*]|[^\S ]")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_NEVER_FIRST = "-.~ "
_LONGEST = 100
"""In UTF-16 units, the ending left out: the whole path has 260 on Windows."""


def file_name(title: str, ending: str) -> str:
    """Return a title as the name of a file: what no file name can hold is replaced by «-», and it is not too long.

    Quotation marks are left out, and so are signs in front with which a name would be hidden or read as an option.
    """
    text = unicodedata.normalize("NFC", title).replace('"', "")
    text = _FORBIDDEN.sub("-", text)
    text = "".join(letter for letter in text if unicodedata.category(letter) not in ("Cc", "Cf", "Co", "Cn", "Cs"))
    while len(text.encode("utf-16-le")) > 2 * _LONGEST:
        text = text[:-1]
    text = " ".join(text.split()).rstrip(". ").lstrip(_NEVER_FIRST)
    if not text or _RESERVED.fullmatch(text):
        text = f"Dokument {text}".strip()
    return text + ending


def unique(names: list[str]) -> list[str]:
    """Return the names with «(2)» and so on put on those that a folder would take for one and the same."""
    seen: set[str] = set()
    found: list[str] = []
    for name in names:
        stem, dot, ending = name.rpartition(".")
        number, candidate = 1, name
        while candidate.casefold() in seen:
            number += 1
            candidate = f"{stem} ({number}){dot}{ending}"
        seen.add(candidate.casefold())
        found.append(candidate)
    return found
