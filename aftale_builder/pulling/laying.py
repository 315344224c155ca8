"""The blocks of a Markdown text put one after another: old ones with the lines and the gaps they had, new ones as the rest is
written.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass, field

from aftale_builder.importing.inline import Setting
from aftale_builder.pulling.changes import Item
from aftale_builder.pulling.leaves import INSERT, Leaf, Leaves, leaves
from aftale_builder.pulling.notes import Definitions
from aftale_builder.pulling.signs import Told, same, written
from aftale_builder.word.reading import Kind

_SIGN = re.compile(r"([ \t>]*)([-*+]|(\d{1,9})([.)]))([ \t]+|$)")
_NARROW = 60
_SLACK = 24
"""How much longer than all others a line may be before it is broken: a word more moves no other word."""


@dataclass(slots=True)
class Piece:
    """One block: the old leaf whose lines it takes (a paragraph's or a table's), with edits, or new `text`."""

    leaf: Leaf | None = None
    parts: tuple[tuple[int, int, str], ...] = ()
    item: Item | None = None
    text: str | None = None
    tail: bool = False


@dataclass(slots=True)
class _Old:
    """A block of the source: its lines (the last not included), its leaf, or the label of the note that it defines."""

    first: int
    last: int
    leaf: Leaf | None = None
    label: str = ""


@dataclass(slots=True)
class Layout:
    """A text in the making."""

    old: Leaves
    asked: tuple[Leaf, ...] = ()
    """The inserts that were printed: they stand where their lines are; any other stays where it stood."""
    pieces: list[Piece] = field(default_factory=list)
    definitions: Definitions = field(default_factory=lambda: Definitions({}, frozenset(), ()))
    _lines: list[str] = field(init=False)
    _starts: list[int] = field(init=False)
    _blocks: list[_Old] = field(init=False)
    _at: dict[int, int] = field(init=False)

    def __post_init__(self) -> None:
        self._lines = self.old.source.split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._blocks = sorted(self._found(), key=lambda block: (block.first, block.last))
        self._at = {id(block.leaf): at for at, block in enumerate(self._blocks) if block.leaf is not None}

    def _found(self) -> list[_Old]:
        """Return the blocks of the source: paragraphs, whole tables, inserts and definitions of notes."""
        found: list[_Old] = []
        table: Leaf | None = None
        last = 0
        for leaf in self.old.units:
            if leaf.kind == Kind.TABLE:
                table = leaf
            elif leaf.kind == Kind.TABLE_END and table is not None:
                found.append(_Old(table.first, max(last, table.first + 2), table))
                table = None
            elif table is not None:
                last = leaf.last
            else:
                found.append(_Old(leaf.first, leaf.last, leaf))
        return [*found, *(_Old(note.first, note.last, label=note.label) for note in self.old.notes)]

    def add(self, piece: Piece) -> None:
        """Put a block last."""
        if piece.leaf is not None and piece.leaf.kind == Kind.PARAGRAPH:
            piece.tail = piece.leaf.tail
        self.pieces.append(piece)

    def notes(self, definitions: Definitions) -> None:
        """Set what becomes of the definitions of notes."""
        self.definitions = definitions

    def moved(self, leaf: Leaf, source: str, level: int | None, item: Item | None) -> Piece:
        """Return an old paragraph as another kind of block: its words' source below a new sign."""
        piece = self._made(source, level, item)
        piece.leaf = leaf
        return piece

    def torn(self, source: str, item: Item | None) -> Piece:
        """Return a block of what was cut off the one before."""
        return self._made(source, None, item)

    def fresh(self, said: Told, level: int | None, item: Item | None) -> Piece:
        """Return a new block, as wide as the others are."""
        setting = Setting.HEADING if level is not None else Setting.PARAGRAPH
        return self._made(self._wrapped(written(said, setting), said) if level is None else written(said, setting), level, item)

    def _made(self, source: str, level: int | None, item: Item | None) -> Piece:
        if level is not None:
            return Piece(text=f"{'#' * level} {source}")
        if item is not None:
            indent, sign = self._sign(item)
            return Piece(text=_below(f"{indent}{sign} ", source), item=item)
        before = self.pieces[-1] if self.pieces else None
        leaf = before.leaf if before is not None else None
        if before is not None and leaf is not None and before.parts and leaf.kind == Kind.PARAGRAPH and _torn(leaf, source):
            # What was cut off a paragraph stands where that stands.
            if leaf.quoted:
                return Piece(text=_below("> ", source, "> "))
            if leaf.tail:
                indent = " " * (len(self._lines[leaf.first]) - len(self._lines[leaf.first].lstrip()))
                return Piece(text=_below(indent, source), tail=True)
        return Piece(text=source)

    def _wrapped(self, source: str, said: Told) -> str:
        """Return the words broken into lines where the text's own paragraphs are, if they then say the same."""
        width = max((len(line) for line in self._lines), default=0)
        wrapped = any(leaf.breaks for leaf in self.old.units)
        if not wrapped or width < _NARROW or "\n" in source or len(source) <= width:
            return source
        made = "\n".join(textwrap.wrap(source, width - 4, break_long_words=False, break_on_hyphens=False))
        notes = "".join(f"\n\n[^{label}]: x" for label in dict.fromkeys(said.labels))
        units = leaves(made + notes).units
        return made if len(units) == 1 and units[0].item is None and units[0].level is None and same(units[0], said) else source

    def _broken(self, told: str, leaf: Leaf) -> str:
        """Return the lines of a paragraph, those that have become too long broken, if it then says the same."""
        width = max((len(line) for line in self._lines), default=0)
        if width < _NARROW or not any(unit.breaks for unit in self.old.units):
            return told
        old, made = self._lines[leaf.first : leaf.last], []
        for line in told.split("\n"):
            if len(line) <= width + _SLACK or line in old or line.endswith(("\\", "  ")):
                made.append(line)
                continue
            found = _SIGN.match(line)
            quote = re.match(r"[ \t]*>[ \t]?", line)
            below = " " * len(found[0]) if found else quote[0] if quote else line[: len(line) - len(line.lstrip())]
            made += textwrap.wrap(line, width, subsequent_indent=below, break_long_words=False, break_on_hyphens=False)
        whole = "\n".join(made)
        return whole if _says_same(told, whole) else told

    def _sign(self, item: Item) -> tuple[str, str]:
        """Return the indentation and the sign of a new item, as its neighbours have them."""
        for piece in reversed(self.pieces):
            if piece.item is None:
                if piece.tail:
                    continue
                break
            found = _SIGN.match(self._text(piece))
            if found is None or piece.item.level > item.level:
                continue
            if piece.item.level < item.level:
                return " " * len(found[0]), f"{item.number}." if item.number is not None else "-"
            alike = (piece.item.number is None) == (item.number is None)
            if item.number is None:
                return found[1], found[2] if alike else "-"
            goes_on = alike and piece.item.number is not None and item.number == piece.item.number + 1
            delimiter = (found[4] if goes_on else {".": ")", ")": "."}[found[4]]) if alike else "."
            return found[1], f"{item.number}{delimiter}"
        return "", f"{item.number}." if item.number is not None else "-"

    def _text(self, piece: Piece) -> str:
        """Return the lines of a block."""
        if piece.text is not None:
            return piece.text
        if piece.leaf is None or piece.leaf.first == piece.leaf.last:
            return ""
        leaf = piece.leaf
        told = self._edited(leaf.first, leaf.last, piece.parts)
        if piece.parts and leaf.kind == Kind.PARAGRAPH and leaf.level is None:
            told = self._broken(told, leaf)
        found = _SIGN.match(told)
        renumbered = leaf.item is not None and piece.item is not None and leaf.item.number != piece.item.number
        if renumbered and leaf.item and piece.item and found and found[3] and int(found[3]) == leaf.item.number:
            # It is numbered as it is printed; else the author lets the program count.
            told = f"{found[1]}{piece.item.number}{told[found.end(3) :]}"
        return told

    def _edited(self, first: int, last: int, edits: tuple[tuple[int, int, str], ...]) -> str:
        start = self._starts[first]
        told = "\n".join(self._lines[first:last])
        for begin, end, text in sorted(edits, reverse=True):
            told = told[: begin - start] + self._below(begin, text) + told[end - start :]
        return told

    def _below(self, at: int, text: str) -> str:
        """Return new words with their lines as far in as the line that they are put into."""
        if "\n" not in text:
            return text
        number = next(number for number, start in enumerate(self._starts) if start > at) - 1
        line = self._lines[number]
        found = _SIGN.match(line)
        quote = re.match(r"[ \t]*>[ \t]?", line)
        indent = " " * len(found[0]) if found else quote[0] if quote else line[: len(line) - len(line.lstrip())]
        return text if text.startswith("[^") else text.replace("\n", f"\n{indent}")

    def text(self) -> str:
        """Return the whole."""
        order = self._order()
        out = ""
        before: _Set | None = None
        for now in order:
            told = now.text
            if not told and not out:
                before = now
                continue
            if before is not None and out:
                out += self._gap(before, now) if told else ""
            out += told
            before = now if told or now.at is not None else before
        if self._blocks:
            head = self._starts[self._blocks[0].first]
            end = self._blocks[-1].last
            tail = "\n".join(self._lines[end:])
            out = self.old.source[:head] + out + (f"\n{tail}" if end < len(self._lines) else "")
        return out

    def _order(self) -> list[_Set]:
        """Return all blocks in their order: those of the words, and among them inserts and notes where they stood."""
        order = [_Set(self._text(piece), self._at.get(id(piece.leaf)) if piece.leaf else None, piece) for piece in self.pieces]
        ends = [entry.at for entry in order if entry.at is not None]
        last = max(ends, default=-1)
        printed = {leaf.text for leaf in self.asked}
        for at, block in enumerate(self._blocks):
            is_insert = block.leaf is not None and block.leaf.kind == INSERT and block.leaf.text not in printed
            if not is_insert and (not block.label or block.label in self.definitions.gone):
                continue
            told = self._edited(block.first, block.last, self.definitions.edits.get(block.label, ()) if block.label else ())
            there = {entry.at: place for place, entry in enumerate(order)}
            behind = next((there[before] for before in range(at - 1, -1, -1) if before in there), -1)
            place = len(order) if block.label and at > last else behind + 1
            order.insert(place, _Set(told, at, None))
        order += [_Set(told, None, None) for told in self.definitions.new]
        return order

    def _gap(self, before: _Set, now: _Set) -> str:
        """Return what stands between two blocks."""
        one, other = before.piece, now.piece
        remade = one is not None and other is not None and (one.text is not None) != (other.text is not None)
        if before.at is not None and now.at == before.at + 1 and not (remade or (one and other and one.text and other.text)):
            return self._old_gap(before.at)
        if one is None and other is None:
            return "\n"  # definitions of notes
        if one is None or other is None or other.item is None or not (one.item or one.tail):
            return "\n\n"
        together = one.item is None or one.item.level != other.item.level or _alike(one.item, other.item)
        return "\n" if together and self._is_tight(before, now) else "\n\n"

    def _old_gap(self, at: int) -> str:
        one, other = self._blocks[at], self._blocks[at + 1]
        return "\n" * max(other.first - one.last + 1, 0)

    def _is_tight(self, before: _Set, now: _Set) -> bool:
        for at in (before.at, now.at - 1 if now.at else None):
            if at is not None and at + 1 < len(self._blocks):
                pair = self._blocks[at].leaf, self._blocks[at + 1].leaf
                if all(leaf is not None and leaf.item is not None for leaf in pair):
                    return self._old_gap(at) == "\n"
        return True


@dataclass(slots=True)
class _Set:
    """A block with its lines; `at` is its number among the old ones."""

    text: str
    at: int | None
    piece: Piece | None


def _alike(one: Item, other: Item) -> bool:
    """Tell whether both have the same kind of sign."""
    return (one.number is None) == (other.number is None)


def _torn(leaf: Leaf, source: str) -> bool:
    """Tell whether words were part of a paragraph."""
    return source.partition("\n")[0][:20] in leaf.text


def _says_same(one: str, other: str) -> bool:
    first, second = ([(it.kind, it.text, it.looks, it.item, it.level) for it in leaves(text).units] for text in (one, other))
    return first == second


def _below(sign: str, source: str, indent: str | None = None) -> str:
    return sign + source.replace("\n", f"\n{indent if indent is not None else ' ' * len(sign)}")
