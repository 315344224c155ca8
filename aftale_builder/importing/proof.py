"""The proof of an import, after the files are written: they are read back by the agreement's own reader, and every word that the
ledger says was placed must be there. Nothing of the writer is used here, nor of its way to Markdown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from aftale_builder.importing.dates import period
from aftale_builder.importing.ledger import Entry, Ledger, Role
from aftale_builder.importing.markdown_words import markdown_words, words_of
from aftale_builder.model import Loaded
from aftale_builder.source.node import Scalar, scalars
from aftale_builder.source.scalars import dato
from aftale_builder.word.reading import Kind, Part, Unit

_NOTES = frozenset({Part.FOOTNOTE, Part.ENDNOTE})
_FLOW = _NOTES | {Part.BODY}
_TEXT = frozenset({Kind.PARAGRAPH, Kind.TITLE})

_TOLD_AGAIN = re.compile(r"parter/[^/]+/navn|baseline/.+")
"""What the files say in more than one place: a part where it signs too, the year of two figures in a row."""


def faults(loaded: Loaded) -> list[str]:
    """Return what of the written agreement cannot be read, in words for users."""
    return [f"{fault.at.place().file}: {fault.message}" for fault in loaded.faults if fault.code not in _TO_BE_WRITTEN]


def unwritten(ledger: Ledger, loaded: Loaded) -> list[str]:
    """Return what the ledger says was placed and is not written under its key, in words for users."""
    written = {node.path: node for node in scalars(loaded.aftale.node)} if loaded.aftale is not None else {}
    placed: dict[str, list[tuple[Unit, Entry]]] = {}
    for unit, entry in ledger:
        for key in entry.keys if entry.role is Role.VALUE and unit.kind in _TEXT else ():
            placed.setdefault(key, []).append((unit, entry))
    return [lack for key, units in placed.items() for lack in _lacks(key, _once(units), written)]


def _once(units: Sequence[tuple[Unit, Entry]]) -> Sequence[tuple[Unit, Entry]]:
    """Return the units without those that only say on each page, or in the file's title, what the text says."""
    return [(unit, entry) for unit, entry in units if unit.part in _FLOW] or units[:1]


_TO_BE_WRITTEN = frozenset({"KLD008"})
"""Keys that the Word file says nothing of (a name, say) are the user's to write."""


def _lacks(key: str, units: Sequence[tuple[Unit, Entry]], written: dict[str, Scalar]) -> Iterator[str]:
    if key == "periode":
        text = " ".join(_value(unit, entry) for unit, entry in units)
        days = tuple(dato(written[f"periode/{end}"].value) for end in ("fra", "til") if f"periode/{end}" in written)
        if period(text) != days:
            yield f"Perioden «{text}» er ikke den, der blev skrevet."
        return
    node = written.get(key)
    if node is None:
        yield f"«{key}» blev ikke skrevet."
    elif node.style == "file":
        body, notes = markdown_words(node.value)
        own = [_value(unit, entry) for unit, entry in units if unit.part not in _NOTES]
        yield from _difference(key, [word for text in own for word in words_of(text)], body)
        noted = [unit for unit, _ in units if unit.part in _NOTES]
        yield from _difference(f"{key} (noter)", sorted(word for unit in noted for word in words_of(unit.plain)), sorted(notes))
    else:
        told: list[str] = []
        for unit, entry in units:
            own = [word for line in _lines(unit, entry, key) for word in words_of(line)]
            told += [] if _TOLD_AGAIN.fullmatch(key) and _repeats(own, told) else own
        yield from _difference(key, told, words_of(node.value))


def _repeats(words: Sequence[str], told: Sequence[str]) -> bool:
    """Tell whether words say again what was told, in other letters perhaps, or by what the name begins with."""
    bare, before = ([part for word in some for part in re.findall(r"\w+|[^\w,]", word.casefold())] for some in (words, told))
    rest = iter(before)
    return all(part in rest for part in bare)


def _lines(unit: Unit, entry: Entry, key: str) -> list[str]:
    """Return the line of a unit that went into this key, where its lines went into one key each."""
    lines = [line for line in _value(unit, entry).split("\n") if line.strip()]
    return [lines[entry.keys.index(key)]] if len(entry.keys) > 1 and len(lines) == len(entry.keys) else lines


def _value(unit: Unit, entry: Entry) -> str:
    return unit.plain if entry.text is None else entry.text


def _difference(key: str, wanted: list[str], found: list[str]) -> Iterator[str]:
    if wanted == found:
        return
    at = next((i for i, (a, b) in enumerate(zip(wanted, found, strict=False)) if a != b), min(len(wanted), len(found)))
    yield (
        f"I «{key}» skulle der stå «{' '.join(wanted[max(at - 3, 0) : at + 4])}», "
        f"men der står «{' '.join(found[max(at - 3, 0) : at + 4])}»."
    )


def not_kept(ledger: Ledger, file: Path, outside: Sequence[str]) -> Iterator[str]:
    """Yield what neither went into a key nor is kept in the file of what had no place; `outside` is what has no unit."""
    wanted = Counter(word for unit, entry in ledger if unit.kind in _TEXT for word in _left_over(unit, entry))
    wanted.update(word for text in outside for word in words_of(text))
    if not wanted:
        return
    body, notes = markdown_words(file.read_text("utf-8")) if file.exists() else ([], [])
    lost = wanted - Counter(body) - Counter(notes)
    if lost:
        yield f"Ordene «{' '.join(list(lost)[:8])}» mangler i «{file.name}»."


def _left_over(unit: Unit, entry: Entry) -> list[str]:
    hidden = "".join(run.text for run in unit.runs if run.hidden)
    return [*(words_of(_value(unit, entry)) if entry.role is Role.UNPLACED else ()), *words_of(hidden)]
