"""Units to a Markdown text: paragraphs, headings, lists, tables and notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from aftale_builder.importing.grid import Cell, Grid
from aftale_builder.importing.inline import Setting, Written, markdown
from aftale_builder.word.reading import ListItem, Run, Unit

_DEEPEST_HEADING = 6
_HIGHEST = 999_999_999
_QUOTES = frozenset({"quote", "quotations", "intense quote", "citat", "stærkt citat"})
_BREAK = Run(" ")

MERGED = "flettede celler i en tabel er delt igen"
FLATTENED = "en celle med flere afsnit, en liste eller en tabel er skrevet ud i ét"
RAISED = "hævet eller sænket skrift er gjort almindelig"
SHALLOWER = "en overskrift på niveau med afsnittets egen er sat ét niveau ned"


class Open(NamedTuple):
    """A list item that more may be put into."""

    item: ListItem
    width: int
    delimiter: str


@dataclass(slots=True)
class Prose:
    """A Markdown text in the making. `level` is the heading level of the section it stands under, `notes` all notes of the file;
    `lost` tells in which paragraphs something of the look could not be kept.
    """

    level: int
    notes: Mapping[str, Sequence[Unit]]
    used: dict[str, int] = field(default_factory=dict)
    """The notes that it refers to, each with its number."""
    lost: dict[str, list[int]] = field(default_factory=dict)
    _out: list[str] = field(default_factory=list)
    _open: list[Open] = field(default_factory=list)
    _number: int = 0

    @property
    def text(self) -> str:
        """Return the Markdown, notes at the end, with a newline last; «» when nothing was put in."""
        definitions = [self._definition(at, note) for note, at in self.used.items()]
        body = "".join(self._out)
        parts = [body, "\n".join(definitions)] if definitions else [body]
        return "\n\n".join(part for part in parts if part) + "\n" if body else ""

    def paragraph(self, unit: Unit) -> None:
        """Put in a paragraph, heading or list item that has words."""
        self._number = unit.number
        if unit.item is not None and unit.level is None:
            self._item(unit, unit.item)
        elif unit.level is not None:
            relative = unit.level - self.level
            if relative < 1:
                self._told(SHALLOWER)
            self._open.clear()
            self._block(f"{'#' * min(max(relative, 1), _DEEPEST_HEADING)} {self._inline(unit, Setting.HEADING)}")
        else:
            while self._open and not 0 < self._open[-1].item.indent <= unit.indent:
                self._open.pop()
            sign = "> " if unit.style_name.casefold() in _QUOTES else ""
            self._block(sign + self._inline(unit, Setting.PARAGRAPH).replace("\n", f"\n{sign}"))

    def table(self, table: Grid, units: Sequence[Unit]) -> None:
        """Put in a table that has words."""
        self._open.clear()
        self._number = units[table.start].number
        rows = [[self._cell(cell, units) for cell in table.columns(row)] for row in table.rows]
        if any(cell.span > 1 for row in table.rows for cell in row):
            self._told(MERGED)
        lines = [f"| {' | '.join(row)} |" for row in rows]
        self._block("\n".join([lines[0], f"|{' --- |' * table.width}", *lines[1:]]))

    def _item(self, unit: Unit, item: ListItem) -> None:
        before = self._leave(item)
        same_list = before is not None and _follows(before.item, item)
        delimiter = _delimiter(item, before, same_list=same_list)
        sign = f"{min(item.value, _HIGHEST)}{delimiter} " if item.ordered else f"{delimiter} "
        # A number other than 1 cannot break off the paragraph above it: it needs a blank line.
        tight = same_list or (before is None and bool(self._open) and not (item.ordered and item.value != 1))
        indent = self._indent
        self._open.append(Open(item, len(sign), delimiter))
        text = self._inline(unit, Setting.PARAGRAPH)
        self._append(f"{indent}{sign}{text.replace(chr(10), chr(10) + self._indent)}", tight=tight)

    def _leave(self, item: ListItem) -> Open | None:
        """Close the items that this one does not stand in; return the one that it comes right after in the Markdown, if any."""
        before = None
        while self._open and self._open[-1].item.level >= item.level:
            before = self._open.pop()
        return before

    @property
    def _indent(self) -> str:
        return " " * sum(entry.width for entry in self._open)

    def _block(self, text: str) -> None:
        indent = self._indent
        self._append("\n".join(f"{indent}{line}" for line in text.split("\n")), tight=False)

    def _append(self, text: str, *, tight: bool) -> None:
        if self._out:
            self._out.append("\n" if tight else "\n\n")
        self._out.append(text)

    def _inline(self, unit: Unit, setting: Setting, runs: Sequence[Run] | None = None) -> str:
        own = unit.runs if runs is None else runs
        written = markdown(own, self._label, setting, bold=unit.bold, italic=unit.italic)
        return self._kept(written, own)

    def _kept(self, written: Written, runs: Sequence[Run]) -> str:
        for what in written.lost:
            self._told(what)
        if any(run.vertical and not run.hidden and run.text.strip() for run in runs):
            self._told(RAISED)
        return written.markdown

    def _told(self, what: str) -> None:
        numbers = self.lost.setdefault(what, [])
        if self._number not in numbers:
            numbers.append(self._number)

    def _cell(self, cell: Cell | None, units: Sequence[Unit]) -> str:
        held = [units[at] for at in cell.paragraphs if units[at].text.strip()] if cell is not None else []
        if len(held) > 1 or (cell is not None and cell.nested) or any(unit.item for unit in held):
            self._told(FLATTENED)
        runs = [run for unit in held for run in (*unit.runs, _BREAK)]
        if not held:
            return ""
        written = markdown(runs, self._label, Setting.CELL, bold=held[0].bold, italic=held[0].italic)
        return self._kept(written, runs)

    def _label(self, note: str) -> str:
        """Return the label of a note, «» for one that has no words: a reference to nothing is no Markdown."""
        if not any(unit.plain.strip() for unit in self.notes.get(note, ())):
            return ""
        return str(self.used.setdefault(note, len(self.used) + 1))

    def _definition(self, at: int, note: str) -> str:
        units = [unit for unit in self.notes.get(note, ()) if unit.plain.strip()]
        parts = [self._noted(unit).replace("\n", "\n    ") for unit in units]
        return f"[^{at}]: " + "\n\n    ".join(parts)

    def _noted(self, unit: Unit) -> str:
        """Return a paragraph of a note. A note has no notes: what it refers to is kept where no text refers to it."""
        runs = [run for run in _unmarked(unit) if not run.note]
        return self._inline(unit, Setting.PARAGRAPH, runs)


def _follows(before: ListItem, item: ListItem) -> bool:
    """Tell whether an item goes on where the one before it on the same level stopped."""
    if before.ordered != item.ordered:
        return False
    same = before.number_id == item.number_id and before.level == item.level
    return not item.ordered or (same and item.value == before.value + 1)


def _delimiter(item: ListItem, before: Open | None, *, same_list: bool) -> str:
    """Return the sign of the list: another than that of the list right before it, or the two would be one."""
    signs = ".)" if item.ordered else "-*"
    if before is None or before.item.ordered != item.ordered:
        return signs[0]
    return before.delimiter if same_list else signs[1 - signs.index(before.delimiter)]


def _unmarked(unit: Unit) -> Sequence[Run]:
    """Return the runs of a note's paragraph without white space before its words: the sign of the note stood there."""
    runs = list(unit.runs)
    while runs and not runs[0].text.strip():
        runs.pop(0)
    return runs
