"""The base: what a file said when it was rendered, and where in the YAML each word of it came from.

It is kept as JSON in the agreement's own folder; the Word file carries nothing of it but the code in the names of bookmarks.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from aftale_builder.documents.own_form import OwnForm
from aftale_builder.findings import Anchored
from aftale_builder.pulling import drawn
from aftale_builder.pulling.printed import COMPARED, Owner, Printed, codes, printed, written_by_hand
from aftale_builder.source.node import Node, Scalar
from aftale_builder.source.node import Sequence as ListNode
from aftale_builder.word.expected import Told
from aftale_builder.word.reading import Kind, Part, read
from aftale_builder.word.template import Source as Template
from aftale_builder.word.values import Form, Piece, Value
from aftale_builder.word.values import Kind as Set
from aftale_builder.word.wanted import Expected
from aftale_builder.word.wanted import Owner as Held


@dataclass(frozen=True, slots=True)
class Source:
    """Something of the YAML that is printed: its path, how it is written in print, and its text as the parser read it.

    `by` is the path of the reference that prints it, «» where it stands for itself. `line` is where it stood in the file `file`.
    """

    path: str
    form: Form
    text: str = ""
    unit: str = ""
    by: str = ""
    file: str = ""
    line: int | None = None

    @property
    def mine(self) -> str:
        """Return the path of what is printed here for its own sake: the reference, else the value."""
        return self.by or self.path

    @property
    def refers_to(self) -> str:
        """Return the id of the thing that the name which is printed here is of, «» where it lies in none."""
        above = self.path.rpartition("/")[0]
        return above.rpartition("/")[2].partition("~")[0]


@dataclass(frozen=True, slots=True)
class UsedForm:
    """The users' own form that a file was made of: its document, its name, and the digest of its bytes, tags and all."""

    document: str
    name: str
    sha256: str


@dataclass(frozen=True)
class Base:
    """One rendered file: its name and code, the sources of its words, its units, and the paths of the lists' items in those.

    `form` is the users' own form that it was made of, None for one made of our template; `drawn` the words of its figures.
    """

    document: str
    code: str
    sources: tuple[Source, ...]
    units: tuple[Printed, ...]
    items: frozenset[str]
    form: UsedForm | None = None
    drawn: tuple[str, ...] = ()

    @cached_property
    def printings(self) -> Mapping[str, tuple[str, ...]]:
        """Return the sections in which each value is printed, once for each time; page heads are not what anybody edits."""
        printings: dict[str, list[str]] = {}
        seen: set[int] = set()
        for unit in self.units:
            if unit.part is Part.BODY:
                new = {owner.at: owner.source for owner in unit.owners if not owner.insert and owner.at not in seen}
                seen |= set(new)
                for number in (*unit.sources, *new.values()):
                    printings.setdefault(self.sources[number].path, []).append(unit.heading)
        return {path: tuple(sections) for path, sections in printings.items()}

    def common(self, paths: Sequence[str]) -> str:
        """Return the innermost list item that all of these paths are or lie in, «» where there is none."""
        item = self.item(paths[0]) if paths else ""
        while item and not all(path == item or path.startswith(f"{item}/") for path in paths):
            item = self.item(item.rpartition("/")[0])
        return item

    def item(self, path: str) -> str:
        """Return the path of the innermost list item that a path is or lies in, «» where there is none."""
        while path and path not in self.items:
            path = path.rpartition("/")[0]
        return path


def base(document: str, template: Template, what: Told, data: bytes) -> Base:
    """Return the base of a file that was filled from a template, says `what`, and is proven. Raises as the reader does."""
    word = read(data)
    code = next(codes(word), "")
    maker = _Maker()
    wanted = (unit for unit in what.stream.units if unit.part in COMPARED)
    units = [maker.unit(has, next(wanted)) if _is_told(has) else has for has in printed(word, code)]
    form = used(template) if isinstance(template, OwnForm) else None
    told = tuple(written_by_hand(units))
    return Base(document, code, tuple(maker.sources), told, frozenset(maker.items), form, drawn.words(word))


def used(form: OwnForm) -> UsedForm:
    """Return how a form is told of in the bases of what was made of it."""
    return UsedForm(form.document, form.name, hashlib.sha256(form.data).hexdigest())


def _is_told(unit: Printed) -> bool:
    """Tell whether the proof knows of a unit: a paragraph with nothing but pictures is the template's own."""
    return unit.kind is not Kind.PARAGRAPH or bool(unit.text) or unit.item is not None or unit.made


class _Maker:
    """Numbers the sources, and the printings of prose, in the order of the units."""

    def __init__(self) -> None:
        self.sources: list[Source] = []
        self.items: set[str] = set()
        self._numbers: dict[Source, int] = {}
        self._known: dict[tuple[object, ...], int] = {}
        self._gathered: set[int] = set()
        self._before: tuple[tuple[Held, int], ...] = ()
        self._printings = 0

    def unit(self, has: Printed, must: Expected) -> Printed:
        """Return a unit with where its words come from."""
        owners = tuple(self._owners(must.owners))
        pieces = tuple(self._pieces(must))
        own = not any(number is not None for _, number in pieces)
        if not must.pieces and not owners:
            return has  # a table, a row or a cell: most of the units
        return replace(has, pieces=pieces, owners=owners, about=tuple(dict.fromkeys(_about(must))) if own else ())

    def _owners(self, held: Sequence[Held]) -> Iterator[Owner]:
        """Yield the owners of a unit; one that was the unit's before is of the same printing."""
        now: list[tuple[Held, int]] = []
        same = True
        for depth, owner in enumerate(held):
            before = self._before[depth] if same and depth < len(self._before) else None
            same = before is not None and before[0].value is owner.value
            if before is not None and same:
                at = before[1]
            else:
                self._printings += 1
                at = self._printings
            now.append((owner, at))
            number = self._number(owner.value.anchor, Form.PROSE, owner.value.text)
            if number is not None:
                yield Owner(number, at, owner.insert, owner.level, owner.bold, owner.italic)
        self._before = tuple(now)

    def _pieces(self, must: Expected) -> Iterator[tuple[str, int | None]]:
        """Yield the stretches of a unit, without the white space around all of it."""
        if any(isinstance(piece, Value) and piece.kind is not Set.INLINE for piece in must.pieces):
            return
        made = [stretch for piece in must.pieces for stretch in self._stretches(piece)]
        text = "".join(said for said, _ in made)
        first, last = len(text) - len(text.lstrip()), len(text.rstrip())
        at = 0
        for said, number in made:
            kept = said[max(first - at, 0) : max(last - at, 0)]
            at += len(said)
            if kept or number is not None:
                yield kept, number

    def _stretches(self, piece: str | Value) -> Iterator[tuple[str, int | None]]:
        if isinstance(piece, str):
            yield piece, None
            return
        for part in piece.pieces or ((Piece(piece.text, piece.anchor),) if piece.anchor else (piece.text,)):
            if isinstance(part, str):
                yield _lines(part), None
            else:
                yield _lines(part.text), self._number(part.anchor, part.form, None, part.unit, part.by)

    def _number(
        self, anchor: Anchored | None, form: Form, text: str | None, unit: str = "", by: Anchored | None = None
    ) -> int | None:  # fmt: skip
        """Return the number of a source, told anew where it is new; None for what has no place in the YAML."""
        if anchor is None:
            return None
        key = (id(anchor), form, text, unit, id(by))  # all of them live as long as the view
        if key not in self._known:
            self._known[key] = self._number_of(anchor, form, text, unit, by)
        return self._known[key]

    def _number_of(self, anchor: Anchored, form: Form, text: str | None, unit: str, by: Anchored | None) -> int:
        place = anchor.place()
        written = text if text is not None else anchor.value if isinstance(anchor, Scalar) else ""
        source = Source(place.path, form, written, unit, by.place().path if by else "", place.file, place.line)
        self._gather(anchor)
        if by is not None:
            self._gather(by)
        if source not in self._numbers:
            self._numbers[source] = len(self.sources)
            self.sources.append(source)
        return self._numbers[source]

    def _gather(self, anchor: Anchored) -> None:
        """Gather the list items that something stands in."""
        node = anchor if isinstance(anchor, Node) else None
        while node is not None and node.parent is not None and id(node) not in self._gathered:
            self._gathered.add(id(node))
            if isinstance(node.parent, ListNode):
                self.items.add(node.path)
            node = node.parent


def _about(must: Expected) -> Iterator[str]:
    """Yield the paths of what stands in the agreement where words of the document's own were chosen."""
    for piece in must.pieces:
        if isinstance(piece, Value) and piece.kind is Set.INLINE and piece.anchor is not None:
            yield piece.anchor.place().path


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
