"""What must stand in a filled file: the template's own text as the reader reads it, put together anew with the words of values.

Nothing of the filler is used: not its XML, not its way with tags, not its way from Markdown to blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from jinja2 import Template as Compiled

from aftale_builder.word.laid import laid_out
from aftale_builder.word.looks import LOOK, looked
from aftale_builder.word.marks import MARK, Marked, mark
from aftale_builder.word.reading import PAGE_FIELDS, Kind, Part, Run, Unit, read
from aftale_builder.word.spans import Span, even
from aftale_builder.word.template import PLAIN
from aftale_builder.word.values import PROPERTIES, Value, as_value
from aftale_builder.word.values import Kind as Set
from aftale_builder.word.wanted import Expected, Spot, Wanted, lines

_START, _TEXT, _END = "\ue002", "\ue003", "\ue004"
_UNIT = re.compile(f"{_START}(\\d+){_TEXT}(.*?){_END}", re.DOTALL)
_ALONE = re.compile(r"\s*\{%(p|tr)\s+([^{}]*?)\s*%\}\s*")
_NOTES = (Part.FOOTNOTE, Part.ENDNOTE)


@dataclass(slots=True)
class Stream:
    """All that must stand in a file, in order, and the numbers of the values that are printed."""

    units: list[Expected] = field(default_factory=list)
    printed: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Told:
    """What a template and a view say together: the view's values by number, and all that must stand in the file."""

    marked: Marked
    stream: Stream


def told(template: bytes, view: Mapping[str, Any]) -> Told:
    """Return what a template, given by its bytes, says when it is filled with a view."""
    marked = mark(view)
    return Told(marked, expected(template, view, marked))


def expected(template: bytes, view: Mapping[str, Any], marked: Marked) -> Stream:
    """Return what must stand in the file that a template, given by its bytes, is filled into."""
    compiled, units = _source(template)
    stream = Stream()
    expansion = _Expansion(marked, units)
    stream.units.extend(_title(view, units))
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
    stream.units = laid_out(list(_without_empty_tables(stream.units)))
    return stream


def _title(view: Mapping[str, Any], units: Sequence[Unit]) -> Iterator[Expected]:
    """Yield the title in the file's properties: the view's, or the template's own where the view says nothing of properties."""
    if PROPERTIES not in view:
        yield from (Expected(unit.kind, unit.part, unit.text) for unit in units if unit.kind is Kind.TITLE)
        return
    title = as_value(view[PROPERTIES].get("titel"))
    if title is not None and title:
        yield Expected(Kind.TITLE, Part.PROPERTIES, " ".join(title.text.split()), values=(title,))


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
            yield f"{_START}{at}{_TEXT}{looked(unit).replace('{{p ', '{{ ')}{_END}"
        at += 1


class _Expansion:
    """Puts the words of values into units, and gathers the notes that they bring."""

    def __init__(self, marked: Marked, units: Sequence[Unit]) -> None:
        self._marked = marked
        self._wanted = Wanted(units)
        self._own = _own_notes(units)
        self._numbers: dict[str, int] = {}
        self._base = int(not any(unit.level for unit in units if unit.part is Part.BODY))
        self._level, self._part = self._base, Part.BODY

    def unit(self, unit: Unit, text: str) -> Iterator[Expected]:
        """Yield what a unit of the template becomes."""
        self._level = unit.level or (self._level if unit.part is self._part else self._base * (unit.part is Part.BODY))
        self._part = unit.part
        plain = LOOK.sub("", text)
        value = self._marked.alone(plain)
        if value is not None and value.kind is not Set.INLINE:
            first = unit.runs[0]
            yield from self._wanted.value(value, Spot(unit.part, self._level, look=Span("", first.bold, first.italic), unit=unit))
            return
        pieces = list(self._pieces(unit, text))
        said = "".join(_said(piece) for piece, _ in pieces).strip()
        if unit.kind is Kind.PARAGRAPH and not said and unit.item is None:
            return
        notes = tuple(self._own_number(run.note) for _, run in pieces if run.note)
        spans = even(Span(_said(piece), run.bold, run.italic, run.link) for piece, run in pieces if not run.note)
        values = tuple(piece for piece, _ in pieces if isinstance(piece, Value))
        yield Expected(
            unit.kind, unit.part, said, MARK.sub("\0", plain), values, spans, unit.level, self._wanted.own_item(unit), notes,
            pieces=tuple(piece for piece, run in pieces if run.field not in PAGE_FIELDS),
            style=unit.style_name, header=unit.header,
        )  # fmt: skip

    def all_notes(self) -> Iterator[Expected]:
        """Yield the notes in the order of what refers to them, and after them those that nothing refers to."""
        yield from self._wanted.notes
        for ref in self._own:
            if ref not in self._numbers:
                yield from self._own_note(ref, loose=True)

    def _pieces(self, unit: Unit, text: str) -> Iterator[tuple[str | Value, Run]]:
        """Yield the template's words and the values in a text, each with the run whose look it has."""
        run = unit.runs[0] if unit.runs else Run("")
        for at, piece in enumerate(LOOK.split(text)):
            if at % 2:
                run = unit.runs[int(piece)]
            else:
                yield from ((part, run) for part in self._marked.split(piece))

    def _own_number(self, ref: str) -> int:
        """Return the number of a note of the template; the first time, the note is gathered."""
        if ref not in self._numbers:
            self._numbers[ref] = self._wanted.noted()
            self._wanted.notes.extend(self._own_note(ref))
        return self._numbers[ref]

    def _own_note(self, ref: str, *, loose: bool = False) -> Iterator[Expected]:
        around = self._level, self._part
        for unit in self._own.get(ref, ()):
            for made in self.unit(unit, looked(unit)):
                yield replace(made, loose=loose and made.kind is Kind.NOTE)
        self._level, self._part = around


def _said(piece: str | Value) -> str:
    return lines(piece.text) if isinstance(piece, Value) else piece


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
