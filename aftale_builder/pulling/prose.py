"""Markdown brought to say what stands in Word now: what did not change keeps its own lines, letter for letter.

The lines printed before and after are laid over the leaves of the source. A paragraph that stayed keeps its lines; one whose
words changed has only those words changed; what is new is written as the rest is. The result is read back: it says just
what stands in Word, or the change is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from aftale_builder.importing.inline import Setting
from aftale_builder.pulling import tables
from aftale_builder.pulling.changes import Item, Line
from aftale_builder.pulling.laying import Layout, Piece
from aftale_builder.pulling.leaves import INSERT, Leaf, Leaves, leaves
from aftale_builder.pulling.notes import Notes
from aftale_builder.pulling.signs import Told, as_written, parts, plainly, same, told, written
from aftale_builder.word.reading import Kind

Lines = Sequence[Line]


class UnwritableError(Exception):
    """What stands in Word cannot be written in Markdown; the message says why, in Danish."""


def rewritten(source: str, before: Lines, after: Lines) -> str:
    """Return the Markdown that says the lines after, changed as little as can be. Raises `UnwritableError`."""
    for line in after:
        if line.kind not in _KINDS:
            raise UnwritableError("Her er indsat noget, der ikke er tekst eller en tabel.")
    old = leaves(source)
    laid = _laid(old, before)
    for anew in (False, True):
        writer = _Writer(old, laid, before, after, anew=anew)
        made = writer.text()
        if _says(made, writer.wanted):
            return made
    if any(line.kind == INSERT for line in after):
        raise UnwritableError(_UNKEPT)
    fresh = _Writer(leaves(""), {}, (), [replace(line, was=None) for line in after], anew=True)
    made = fresh.text()
    if _says(made, fresh.wanted) and not any(leaf.kind == INSERT for leaf in old.units):
        return made
    raise UnwritableError(_UNKEPT)


_UNKEPT = "Opsætningen i Word kan ikke skrives i teksten (Markdown), så den kommer til at sige det samme."
_KINDS = frozenset({INSERT, Kind.PARAGRAPH, Kind.TABLE, Kind.ROW, Kind.CELL, Kind.TABLE_END})


def _laid(old: Leaves, before: Lines) -> dict[int, Leaf]:
    """Return the leaf of each line before. Raises `UnwritableError` where they are not each other's."""
    left = iter(old.units)
    laid: dict[int, Leaf] = {}
    for number, line in enumerate(before):
        # An insert that has nothing to say is not printed.
        leaf = next((it for it in left if it.kind != INSERT or line.kind == INSERT), None)
        if leaf is None or leaf.kind != line.kind or plainly(leaf.text) != plainly(line.text):
            raise UnwritableError("Det, der stod i filen, da den blev lavet, passer ikke med teksten i aftalen.")
        laid[number] = leaf
    if any(leaf.kind != INSERT for leaf in left):
        raise UnwritableError("Noget af det, der står i aftalen, stod ikke i filen, da den blev lavet.")
    return laid


@dataclass(frozen=True, slots=True)
class Wanted:
    """A unit that the Markdown must say, as a leaf would: its kind, words, heading level, list item and notes."""

    kind: str
    said: Told
    level: int | None = None
    item: Item | None = None
    notes: tuple[tuple[Wanted, ...], ...] = ()


def _says(made: str, wanted: Sequence[Wanted]) -> bool:
    """Tell whether a Markdown text says just this."""
    found = leaves(made)
    told = {unit.said.text for unit in wanted if unit.kind == INSERT}
    return _alike(found, [leaf for leaf in found.units if leaf.kind != INSERT or leaf.text in told], wanted)


def _alike(found: Leaves, units: Sequence[Leaf], wanted: Sequence[Wanted]) -> bool:
    if len(units) != len(wanted):
        return False
    for leaf, unit in zip(units, wanted, strict=True):
        bare = unit.said._replace(labels=leaf.labels)
        if leaf.kind != unit.kind or not same(leaf, bare):
            return False
        if (leaf.level, leaf.item) != (unit.level, unit.item) or len(leaf.labels) != len(unit.notes):
            return False
        for label, lines in zip(leaf.labels, unit.notes, strict=True):
            note = found.note(label)
            if note is None or not _alike(found, note.leaves, lines):
                return False
    return True


@dataclass(slots=True)
class _Writer:
    """Writes one text anew on the lines of the old. With `anew`, a changed paragraph is written whole."""

    old: Leaves
    laid: dict[int, Leaf]
    before: Lines
    after: Lines
    anew: bool
    wanted: list[Wanted] = field(default_factory=list)

    def text(self) -> str:
        """Return the Markdown, having set what it must say."""
        after = list(_recognised(self.before, self.after))
        shift = self._shift()
        notes = Notes(self.old, self.before, self.laid, after)
        self.wanted = [self._wanted(line, notes, shift) for line in after]
        layout = Layout(self.old, tuple(leaf for leaf in self.laid.values() if leaf.kind == INSERT))
        at = 0
        while at < len(after):
            if after[at].kind == Kind.TABLE:
                end = next(stop for stop in range(at, len(after)) if after[stop].kind == Kind.TABLE_END) + 1
                layout.add(self._table(after, at, end))
                at = end
            else:
                layout.add(self._paragraph(after[at], self.wanted[at], layout))
                at += 1
        layout.notes(notes.definitions(self._changed_note))
        return layout.text()

    def _shift(self) -> int:
        """Return how many lists the value stands in where it is printed."""
        for number, leaf in self.laid.items():
            item = self.before[number].item
            if leaf.item is not None and item is not None:
                return item.level - leaf.item.level
        return 0

    def _wanted(self, line: Line, notes: Notes, shift: int) -> Wanted:
        item = Item(line.item.level - shift, line.item.number) if line.item is not None else None
        inner = tuple(tuple(self._wanted(own, notes, 0) for own in note) for note in line.notes)
        level = min(line.level, 6) if line.level is not None else None
        return Wanted(line.kind, self._said(line, notes), level, None if level is not None else item, inner)

    def _said(self, line: Line, notes: Notes) -> Told:
        """Return what a line says, in the author's terms where it was something before."""
        said = told(line, notes.labels(line))
        leaf, before = notes.body_before(line)
        if line.was is not None:
            leaf, before = self.laid.get(line.was), self.before[line.was]
        if leaf is not None and before is not None:
            return as_written(leaf, told(before), said)
        signs = [look for sign, look in zip(said.text, said.looks, strict=True) if not sign.isspace()]
        if line.level is not None and signs and all(look.bold for look in signs):
            return said._replace(looks=tuple(look._replace(bold=False) for look in said.looks))  # as headings are
        return said

    def _paragraph(self, line: Line, wanted: Wanted, layout: Layout) -> Piece:
        leaf = self.laid.get(line.was) if line.was is not None else None
        if line.kind == INSERT:
            return Piece(leaf=leaf) if leaf is not None else Piece(text=f"[[{line.text}]]")
        if leaf is None:
            torn = self._torn(layout, wanted)
            return layout.torn(torn, wanted.item) if torn else layout.fresh(wanted.said, wanted.level, wanted.item)
        kept = leaf.level == wanted.level and _kin(leaf.item, wanted.item)
        if not kept:
            return layout.moved(leaf, self._source(leaf, wanted.said, _setting(wanted)), wanted.level, wanted.item)
        return Piece(leaf=leaf, parts=self._parts(leaf, wanted.said, _setting(wanted)), item=wanted.item)

    def _torn(self, layout: Layout, wanted: Wanted) -> str:
        """Return the source of what was cut off the end of the paragraph before, with its own lines; «» where it was not."""
        leaf = layout.pieces[-1].leaf if layout.pieces else None
        if leaf is None or not leaf.places or not wanted.said.text or wanted.level is not None:
            return ""
        at = len(leaf.text) - len(wanted.said.text)
        if at <= 0 or leaf.text[at:] != wanted.said.text:
            return ""
        source = re.sub(r"\n[ \t>]*", "\n", self.old.source[leaf.places[at][0] : leaf.end])
        return source if _reads(source, wanted.said, Setting.PARAGRAPH) else ""

    def _parts(self, leaf: Leaf, said: Told, setting: Setting) -> tuple[tuple[int, int, str], ...]:
        """Return the edits of a leaf's own lines that make it say what is wanted: the first way that is read back as that."""
        if same(leaf, said):
            return ()
        if setting is Setting.PARAGRAPH and (joined := self._joined(leaf, said)):
            return joined
        ways = list(parts(leaf, said, setting))
        for way in ways[-1:] if self.anew else ways:
            edits = tuple((part.start, part.end, part.text) for part in way)
            if _reads(self._edited(leaf, edits), said, setting):
                return edits
        if not said.text:
            return ((leaf.start, leaf.end, ""),)
        return tuple((part.start, part.end, part.text) for part in ways[-1])

    def _joined(self, leaf: Leaf, said: Told) -> tuple[tuple[int, int, str], ...]:
        """Return the edit that puts the next paragraph's own lines behind a leaf's, where it was joined to that in Word."""
        units = self.old.units
        at = next((at for at, unit in enumerate(units) if unit is leaf), len(units))
        used = {id(self.laid[line.was]) for line in self.after if line.was in self.laid}
        other = units[at + 1] if at + 1 < len(units) else None
        if other is None or id(other) in used or other.kind != Kind.PARAGRAPH or not other.text:
            return ()
        between = said.text[len(leaf.text) : len(said.text) - len(other.text)]
        if between.strip() or len(between) > 1:
            return ()
        source = self.old.source
        edit = (leaf.end, leaf.end, ("\n" if between else "") + source[other.start : other.end])
        return (edit,) if _reads(self._edited(leaf, (edit,)), said, Setting.PARAGRAPH) else ()

    def _edited(self, leaf: Leaf, edits: Sequence[tuple[int, int, str]]) -> str:
        """Return the words' own source with edits made."""
        made, at = "", leaf.start
        for start, end, text in edits:
            made += self.old.source[at:start] + text
            at = end
        return made + self.old.source[at : leaf.end]

    def _source(self, leaf: Leaf, said: Told, setting: Setting) -> str:
        """Return a leaf's words as they are to stand somewhere else: on one line, unless it has breaks."""
        return written(said, setting) if not same(leaf, said) or leaf.breaks else self.old.source[leaf.start : leaf.end]

    def _table(self, after: Lines, start: int, end: int) -> Piece:
        rows = tables.rows(after, self.wanted, start, end)
        for row in rows:
            for cell in row.cells:
                if len(cell.said) > 1 or cell.special:
                    raise UnwritableError(
                        "En celle i tabellen har flere afsnit eller en liste; i teksten kan den kun have ét afsnit."
                    )
        old = tables.old_rows(self.before, self.laid, self._table_of(after, start, end))
        return tables.laid(self.old.source, old, rows, self._parts)

    def _table_of(self, after: Lines, start: int, end: int) -> int | None:
        """Return the line before that began the table."""
        for line in after[start:end]:
            if line.was is not None:
                return next((at for at in range(line.was, -1, -1) if self.before[at].kind == Kind.TABLE), None)
        return None

    def _changed_note(self, leaf: Leaf, before: Line, line: Line) -> tuple[tuple[int, int, str], ...]:
        return self._parts(leaf, as_written(leaf, told(before), told(line)), Setting.PARAGRAPH)


def _kin(one: Item | None, other: Item | None) -> bool:
    """Tell whether both are of the same kind of list on the same level, or of none."""
    if one is None or other is None:
        return one is other
    return one.level == other.level and (one.number is None) == (other.number is None)


def _setting(wanted: Wanted) -> Setting:
    return Setting.HEADING if wanted.level is not None else Setting.PARAGRAPH


def _reads(source: str, said: Told, setting: Setting) -> bool:
    """Tell whether Markdown words, alone, say what is wanted."""
    lines = [line.strip().removeprefix(">").strip(" ") for line in source.split("\n")]
    notes = "".join(f"\n\n[^{label}]: x" for label in dict.fromkeys(said.labels))
    found = leaves(setting.value.format("\n".join(lines)) + notes)
    units = [leaf for leaf in found.units if leaf.kind == Kind.PARAGRAPH]
    return len(units) == 1 and units[0].item is None and same(units[0], said)


def _recognised(before: Lines, after: Lines) -> Iterator[Line]:
    """Yield the lines after; one that nobody knew again, but which says what one that is gone said, is that one."""
    used = {line.was for line in after}
    outside = [
        at for at, line in enumerate(before) if line.kind == Kind.PARAGRAPH and line.text.strip() and not _in_table(before, at)
    ]
    gone = [at for at in outside if at not in used]
    in_table = False
    for line in after:
        in_table = (in_table or line.kind == Kind.TABLE) and line.kind != Kind.TABLE_END
        found = None
        if line.was is not None and line.kind == Kind.PARAGRAPH and before[line.was].kind != line.kind:
            line = replace(line, was=None)  # noqa: PLW2901 - see below
        if line.was is not None and line.kind == Kind.PARAGRAPH and _in_table(before, line.was) != in_table:
            line = replace(line, was=None)  # noqa: PLW2901 - what was in a cell has no lines of its own
        if line.was is None and line.kind == Kind.PARAGRAPH and not in_table:
            found = next((at for at in gone if before[at].text == line.text and before[at].spans == line.spans), None)
        if found is not None:
            gone.remove(found)
            yield replace(line, was=found)
        else:
            yield line


def _in_table(lines: Lines, at: int) -> bool:
    edge = next((line.kind for line in reversed(lines[:at]) if line.kind in (Kind.TABLE, Kind.TABLE_END)), Kind.TABLE_END)
    return edge == Kind.TABLE
