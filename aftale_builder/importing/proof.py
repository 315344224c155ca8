"""The proof of an import, after the files are written: they are read back by the agreement's own reader, and every word that the
ledger says was placed must be there. Nothing of the writer is used here, nor of its way to Markdown.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from aftale_builder.importing.dates import period
from aftale_builder.importing.ledger import Entry, Ledger, Role
from aftale_builder.model import load
from aftale_builder.source.node import Scalar, scalars
from aftale_builder.source.scalars import dato
from aftale_builder.word.markdown import tokens
from aftale_builder.word.reading import Kind, Part, Unit

_NOTES = frozenset({Part.FOOTNOTE, Part.ENDNOTE})
_FLOW = _NOTES | {Part.BODY}
_TEXT = frozenset({Kind.PARAGRAPH, Kind.TITLE})

_TOLD_AGAIN = re.compile(r"parter/[^/]+/navn|baseline/.+")
"""What the files say in more than one place: a part where it signs too, the year of two figures in a row."""


def shortcomings(ledger: Ledger, folder: Path, unplaced: str, lost: Sequence[str] = ()) -> list[str]:
    """Return what the written folder lacks, in words for users; nothing when all is there.

    `unplaced` names the file of what had no place; `lost` is what has no unit, and must stand there too.
    """
    loaded = load(folder)
    written = {node.path: node for node in scalars(loaded.aftale.node)} if loaded.aftale is not None else {}
    faults = [f"{fault.at.place().file}: {fault.message}" for fault in loaded.faults if fault.code not in _TO_BE_WRITTEN]
    placed: dict[str, list[tuple[Unit, Entry]]] = {}
    for unit, entry in ledger:
        for key in entry.keys if entry.role is Role.VALUE and unit.kind in _TEXT else ():
            placed.setdefault(key, []).append((unit, entry))
    missing = [lack for key, units in placed.items() for lack in _lacks(key, _once(units), written)]
    return [*faults, *missing, *_not_kept(ledger, folder / unplaced, lost)]


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
        yield from _difference(key, [word for text in own for word in _words(text)], body)
        noted = [unit for unit, _ in units if unit.part in _NOTES]
        yield from _difference(f"{key} (noter)", sorted(word for unit in noted for word in _words(unit.plain)), sorted(notes))
    else:
        told: list[str] = []
        for unit, entry in units:
            own = [word for line in _lines(unit, entry, key) for word in _words(line)]
            told += [] if _TOLD_AGAIN.fullmatch(key) and _repeats(own, told) else own
        yield from _difference(key, told, _words(node.value))


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


def _not_kept(ledger: Ledger, file: Path, outside: Sequence[str]) -> Iterator[str]:
    wanted = Counter(word for unit, entry in ledger if unit.kind in _TEXT for word in _left_over(unit, entry))
    wanted.update(word for text in outside for word in _words(text))
    if not wanted:
        return
    body, notes = markdown_words(file.read_text("utf-8")) if file.exists() else ([], [])
    lost = wanted - Counter(body) - Counter(notes)
    if lost:
        yield f"Ordene «{' '.join(list(lost)[:8])}» mangler i «{file.name}»."


def _left_over(unit: Unit, entry: Entry) -> list[str]:
    hidden = "".join(run.text for run in unit.runs if run.hidden)
    return [*(_words(_value(unit, entry)) if entry.role is Role.UNPLACED else ()), *_words(hidden)]


def markdown_words(text: str) -> tuple[list[str], list[str]]:
    """Return the words of a Markdown text in their order: those of the text, and those of its notes."""
    body: list[str] = []
    notes: list[str] = []
    inside = 0
    for token in tokens(text):
        inside += (token.type == "footnote_reference_open") - (token.type == "footnote_reference_close")
        if token.type == "inline":
            (notes if inside else body).extend(_words("".join(_shown(token.children or []))))
    return body, notes


def _shown(children: Iterable[object]) -> Iterator[str]:
    for child in children:
        kind = child.type  # type: ignore[attr-defined]
        yield "\n" if kind in {"softbreak", "hardbreak"} else child.content  # type: ignore[attr-defined]


def _words(text: str) -> list[str]:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).split()
