"""What must stand in a filled file: the template's own text as the reader reads it, put together anew with the words of values.

Nothing of the filler is used: not its XML, not its way with tags, not its way from Markdown to blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from jinja2 import Template as Compiled

from aftale_builder.word.marks import MARK, Marked
from aftale_builder.word.reading import NOTE_MARK, Kind, Part, Unit, read
from aftale_builder.word.template import PLAIN
from aftale_builder.word.values import PROPERTIES, Block, Bullets, Heading, Paragraph, Table, Value, as_value
from aftale_builder.word.values import Kind as Set
from aftale_builder.word.words import INSERT, Word, words

_START, _TEXT, _END = "\ue002", "\ue003", "\ue004"
_UNIT = re.compile(f"{_START}(\\d+){_TEXT}(.*?){_END}", re.DOTALL)
_ALONE = re.compile(r"\s*\{%(p|tr)\s+([^{}]*?)\s*%\}\s*")
_NOTES = (Part.FOOTNOTE, Part.ENDNOTE)


@dataclass(frozen=True, slots=True)
class Expected:
    """One unit that must be there, the template's own text in it, and the values whose words it holds."""

    kind: Kind
    part: Part
    text: str = ""
    own: str = ""
    values: tuple[Value, ...] = ()


@dataclass(slots=True)
class Stream:
    """All that must stand in a file, in order, and the numbers of the values that are printed."""

    units: list[Expected] = field(default_factory=list)
    printed: set[int] = field(default_factory=set)


def expected(template: bytes, view: Mapping[str, Any], marked: Marked) -> Stream:
    """Return what must stand in the file that a template, given by its bytes, is filled into."""
    compiled, units = _source(template)
    stream = Stream()
    expansion = _Expansion(marked, units)
    title = as_value(view.get(PROPERTIES, {}).get("titel"))
    if title is not None and title:
        stream.units.append(Expected(Kind.TITLE, Part.PROPERTIES, " ".join(title.text.split()), values=(title,)))
    notes_set = False
    for found in _UNIT.finditer(compiled.render(marked.view)):
        unit = units[int(found[1])]
        if unit.part is not Part.BODY and not notes_set:
            stream.units.extend(expansion.all_notes())
            notes_set = True
        if unit.part not in _NOTES:
            stream.units.extend(expansion.unit(unit, found[2]))
        stream.printed.update(int(number[1]) for number in MARK.finditer(found[2]))
    if not notes_set:
        stream.units.extend(expansion.all_notes())
    stream.units = list(_without_empty_tables(stream.units))
    return stream


@lru_cache(maxsize=64)
def _source(template: bytes) -> tuple[Compiled, tuple[Unit, ...]]:
    """Return the template's own text as a source for the plain engine, each unit between signs, and the units by number."""
    units = read(template).units
    return PLAIN.from_string("".join(_tagged(units))), units


def _tagged(units: Sequence[Unit]) -> Iterator[str]:
    at = 0
    while at < len(units):
        unit = units[at]
        if unit.kind is Kind.ROW:
            end = next(after for after in range(at + 1, len(units)) if units[after].kind in (Kind.ROW, Kind.TABLE_END))
            tag = next((found for inside in units[at:end] if (found := _ALONE.fullmatch(inside.text)) and found[1] == "tr"), None)
            if tag is not None:
                yield f"{{% {tag[2]} %}}"
                at = end
                continue
        found = _ALONE.fullmatch(unit.text)
        if found is not None:
            yield f"{{% {found[2]} %}}"
        elif unit.kind is not Kind.TITLE:
            yield f"{_START}{at}{_TEXT}{unit.text.replace('{{p ', '{{ ')}{_END}"
        at += 1


class _Expansion:
    """Puts the words of values into units, and gathers the notes that they bring."""

    def __init__(self, marked: Marked, units: Sequence[Unit]) -> None:
        self._marked = marked
        self._notes: list[Expected] = []
        self._own = _own_notes(units)
        self._own_left = dict.fromkeys(self._own)

    def unit(self, unit: Unit, text: str) -> Iterator[Expected]:
        """Yield what a unit of the template becomes."""
        value = self._marked.alone(text)
        if value is not None and value.kind is not Set.INLINE:
            yield from self._value(value, unit.part)
            return
        pieces = list(self._marked.split(text))
        said = "".join(_inline(piece) if isinstance(piece, Value) else piece for piece in pieces)
        own = "\0".join(piece for piece in pieces if isinstance(piece, str))
        values = tuple(piece for piece in pieces if isinstance(piece, Value))
        for ref in [run.note for run in unit.runs if run.note][: own.count(NOTE_MARK)]:
            if ref in self._own_left:
                del self._own_left[ref]
                self._notes.extend(self._own_note(ref))
        if unit.kind is not Kind.PARAGRAPH or said.strip():
            yield Expected(unit.kind, unit.part, said.strip(), own, values)

    def all_notes(self) -> Iterator[Expected]:
        """Yield the notes in the order of what refers to them, and after them those that nothing refers to."""
        yield from self._notes
        for ref in self._own_left:
            yield from self._own_note(ref)

    def _own_note(self, ref: str) -> Iterator[Expected]:
        for unit in self._own[ref]:
            if unit.kind is not Kind.PARAGRAPH or unit.text.strip():
                yield Expected(unit.kind, unit.part, unit.text.strip(), unit.text)

    def _value(self, value: Value, part: Part) -> Iterator[Expected]:
        match value.kind:
            case Set.INLINE:
                yield from self._units([(Kind.PARAGRAPH, _inline(value).strip())], value, part)
            case Set.BLOCKS:
                yield from self._blocks(value.blocks, value, part)
            case Set.PROSE:
                found = words(value.text)
                yield from self._units(found.units, value, part)
                for note in found.notes:
                    self._notes.append(Expected(Kind.NOTE, Part.FOOTNOTE, values=(value,)))
                    self._notes.extend(self._units(note, value, Part.FOOTNOTE))

    def _units(self, units: Sequence[Word], value: Value, part: Part) -> Iterator[Expected]:
        for kind, text in units:
            if kind == INSERT:
                yield from self._blocks(value.inserts[text], value, part)
            elif kind != Kind.PARAGRAPH or text:
                yield Expected(Kind(kind), part, text, values=(value,))

    def _blocks(self, blocks: Sequence[Block], value: Value, part: Part) -> Iterator[Expected]:
        for block in blocks:
            match block:
                case Heading(text=text):
                    yield from self._value(Value(text.text, text.anchor or value.anchor), part)
                case Paragraph(text=text, label=label) if label and text.kind is Set.INLINE:
                    yield from self._units([(Kind.PARAGRAPH, f"{label}: {_inline(text)}".strip())], text, part)
                case Paragraph(text=text, label=label):
                    yield from self._units([(Kind.PARAGRAPH, f"{label}:" if label else "")], text, part)
                    yield from self._value(text, part)
                case Bullets(items=items):
                    for item in items:
                        yield from self._value(item, part)
                case Table(header=header, rows=rows):
                    yield from self._table([[Value(head) for head in header], *rows], value, part)

    def _table(self, rows: Sequence[Sequence[Value]], value: Value, part: Part) -> Iterator[Expected]:
        yield Expected(Kind.TABLE, part, values=(value,))
        for row in rows:
            yield Expected(Kind.ROW, part, values=tuple(row))
            for cell in row:
                yield Expected(Kind.CELL, part, values=(cell,))
                yield from self._value(cell, part)
        yield Expected(Kind.TABLE_END, part, values=(value,))


def _inline(value: Value) -> str:
    return value.text.replace("\r\n", "\n").replace("\r", "\n")


def _own_notes(units: Sequence[Unit]) -> dict[str, list[Unit]]:
    notes: dict[str, list[Unit]] = {}
    ref = ""
    for unit in units:
        if unit.part in _NOTES:
            ref = unit.ref if unit.kind is Kind.NOTE else ref
            notes.setdefault(ref, []).append(unit)
    return notes


def _without_empty_tables(units: Sequence[Expected]) -> Iterator[Expected]:
    """Yield the units but for tables without rows, which cannot be in a Word file."""
    for at, unit in enumerate(units):
        before = units[at - 1].kind if at else None
        after = units[at + 1].kind if at + 1 < len(units) else None
        if (unit.kind, after) != (Kind.TABLE, Kind.TABLE_END) and (unit.kind, before) != (Kind.TABLE_END, Kind.TABLE):
            yield unit
