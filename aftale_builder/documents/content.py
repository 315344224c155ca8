"""The content of a file as a digest: the same after Word or Excel has saved it anew, another when somebody has changed it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import PurePath
from typing import TYPE_CHECKING

from aftale_builder.word.package import WordFileError

if TYPE_CHECKING:
    from aftale_builder.word.reading import Unit

_ROUNDED_TO = 90  # twips
_GAP = "Mangler"
"""The style of what a draft says is missing."""
_PAGE_BREAK = "\f"

Line = tuple[object, ...]


def digest(name: str, data: bytes) -> str:
    """Return the digest of a file's content; of its bytes, where the file cannot be read as what its name says."""
    return _digest(name, data, settled=False)


def settled(name: str, data: bytes) -> str:
    """Return the digest of a file's content as it is when its tracked changes are accepted."""
    return _digest(name, data, settled=True)


def _digest(name: str, data: bytes, *, settled: bool) -> str:
    ending = PurePath(name).suffix.lower()
    try:
        if ending == ".docx":
            return _hash(list(_word(data, settled=settled)))
        if ending == ".xlsx":
            return _hash(list(_workbook(data)))
        if ending in (".md", ".json"):
            return _hash(data.decode("utf-8-sig").splitlines())
    except (WordFileError, UnicodeDecodeError, ValueError, KeyError, IndexError):
        pass
    return hashlib.sha256(data).hexdigest()


def _hash(content: object) -> str:
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


def _word(data: bytes, *, settled: bool) -> Iterator[Line]:
    """Yield what is written: the size of pages, each unit's text with its looks, headings, lists, notes, pictures, changes."""
    from aftale_builder.word.reading import Kind, read

    word = read(data)
    yield ("deleted", 0 if settled else word.deleted)
    yield ("pages", [size for size, _ in groupby(tuple(map(_rounded, page)) for page in word.pages)])
    depth = 0
    for unit in word.units:
        depth += (unit.kind is Kind.TABLE) - (unit.kind is Kind.TABLE_END)
        looks = list(_looks(unit, in_table=depth > 0))
        said = unit.pictures or unit.unread or any(str(look[0]).strip() for look in looks)
        if unit.kind is Kind.PARAGRAPH and (unit.contents or not said):
            continue  # an empty paragraph says nothing, nor does what Word makes of the headings: programs put them in and out
        item = (unit.item.level, unit.item.value if unit.item.ordered else None) if unit.item else None
        notes = [word.note_order[run.note] for run in unit.runs if run.note]
        pictures = [text for text, _ in unit.pictures]
        yield (unit.kind, unit.part, unit.level, item, looks, notes, unit.loose, pictures, unit.tracked and not settled)


def _rounded(twips: str) -> int:
    """Return a length in sixteenths of an inch, so that a program's own rounding is no edit; 0 where none is told."""
    return round(int(twips) / _ROUNDED_TO) if twips.isdecimal() else 0


def _looks(unit: Unit, *, in_table: bool) -> Iterator[list[object]]:
    """Yield the text in stretches of one look: programs split and join runs as they please.

    A cell that is bold all through may be so by the table's style, which some programs write out in each run. What is typed over
    a gap of a draft is slanted by the gap's style: nobody chose that. A break of the page is no word, and programs move it about.
    """
    from aftale_builder.word.reading import PAGE_FIELDS

    runs = [run for run in unit.runs if run.text.strip(_PAGE_BREAK) and run.field not in PAGE_FIELDS]
    bold_counts = not (in_table and len({run.bold for run in runs}) == 1)
    filled = unit.italic and unit.style_name == _GAP
    told = [
        (
            run.text.replace(_PAGE_BREAK, ""),
            run.bold and bold_counts,
            run.italic and not filled,
            run.link.rstrip("/"),
            run.hidden,
            run.struck,
            run.highlight,
        )
        for run in runs
    ]
    for look, stretch in groupby(told, key=itemgetter(1, 2, 3, 4, 5, 6)):
        yield ["".join([text for text, *_ in stretch]), *look]


def _workbook(data: bytes) -> Iterator[Line]:
    """Yield what stands in each cell: a formula's value is calculated by whoever opens the file, so only the formula counts."""
    from aftale_builder.sheet.reading import read

    for name, cells in read(data).items():
        yield ("sheet", name)
        for ref, cell in sorted(cells.items()):
            if cell.formula:
                yield (ref, "=", cell.formula.replace(" ", ""))
            else:
                yield (ref, "text" if cell.is_text else "number", cell.value if cell.is_text else repr(float(cell.value)))
