"""The account of an import: what became of every unit of a Word file, and what had no place."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from aftale_builder import __version__
from aftale_builder.importing.rest import Read
from aftale_builder.word.reading import Kind

JOURNAL = "importjournal"
UNPLACED = "ikke-placeret"
_LABEL = re.compile(r"(?<!\\)\[\^(\d+)\]")


def accounts(read: Read, source: str, digest: str, ending: str) -> dict[str, str]:
    """Return the journal of a file, and the text of what had no place, by their paths. `ending` tells them from other files'."""
    unplaced = {unplaced_file(ending): _unplaced(read)} if read.unplaced else {}
    journal = json.dumps(_journal(read, source, digest), ensure_ascii=False, indent=1) + "\n"
    return {**unplaced, journal_file(ending): journal}


def journal_file(ending: str) -> str:
    """Return the path of a file's journal."""
    return f"{JOURNAL}{ending}.json"


def unplaced_file(ending: str) -> str:
    """Return the path of what had no place."""
    return f"{UNPLACED}{ending}.md"


def is_source(folder: Path, file: Path) -> bool:
    """Tell whether an agreement was brought in from this very file, by the journals in its folder."""
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    return any(_digest(journal) == digest for journal in folder.glob(f"{JOURNAL}*.json"))


def _digest(journal: Path) -> object:
    try:
        told = json.loads(journal.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return told.get("sha256") if isinstance(told, dict) else None


def counts(read: Read) -> dict[str, int]:
    """Return how many paragraphs, cells and notes the Word file has, and how many paragraphs with words became what."""
    kinds = Counter(unit.kind for unit in read.word.units)
    roles = Counter(entry.role.value for unit, entry in read.ledger if unit.kind in {Kind.PARAGRAPH, Kind.TITLE})
    return {
        "afsnit": kinds[Kind.PARAGRAPH],
        "celler": kinds[Kind.CELL] + kinds[Kind.MERGED_CELL],
        "noter": kinds[Kind.NOTE],
        **roles,
    }


def _unplaced(read: Read) -> str:
    """Return what had no place, under the title of where it stood; notes stand with the paragraphs they belong to."""
    head = (
        "# Ikke placeret\n\nDet her stod i Word-filen, men der er ikke et sted til det i aftalen. Det bliver ikke trykt. "
        "Flyt det, der skal med, og slet filen.\n"
    )
    parts = (
        f"## {_line(title)}\n\n{_own_notes(prose.text, number)}"
        for number, (title, prose) in enumerate(read.unplaced.items(), start=1)
    )
    return "\n".join([head, *parts])


def _line(title: str) -> str:
    return " ".join(title.split())


def _own_notes(text: str, number: int) -> str:
    # The notes of every part count from 1; in one file each must have a name of its own.
    return _LABEL.sub(rf"[^{number}-\1]", text)


def _journal(read: Read, source: str, digest: str) -> Mapping[str, Any]:
    return {
        "fil": source,
        "sha256": digest,
        "aftale_builder": __version__,
        "regulativ": read.regulativ.id,
        "antal": counts(read),
        "bemærkninger": read.remarks,
        "enheder": read.ledger.as_data(),
    }
