"""Where the items of lists are now: a base knows them by number, or by a name that is no id, and the agreement goes on changing.

An item without an id is known again by what it says. So what was put in or taken out since the file was made (by an editor, or by
the pull before this one) moves no edit to another item, and the same pull again finds that there is nothing left to do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from aftale_builder.pulling import enumerations
from aftale_builder.pulling.base import Base
from aftale_builder.pulling.changes import Added, Cell, Change, Edit, Form, Listed, Refused, Removed
from aftale_builder.pulling.index import Index, text_of
from aftale_builder.pulling.own_way import at_home
from aftale_builder.pulling.pulled import Pulled
from aftale_builder.source import node as nodes
from aftale_builder.source.node import Node, Scalar
from aftale_builder.source.scalars import UnclearError

_GONE = "Værdien findes ikke længere i aftalen."
_UNSEEN = (
    "Listen er ændret i aftalen, siden filen blev lavet, og det kan ikke ses, hvad der dér svarer til det, der er slettet her. "
    "Slet det i aftalens YAML, hvis det skal væk."
)
_MENDED = (
    "Det er slettet i Word, men rettet i aftalen, siden filen blev lavet. Slet det i aftalens YAML, hvis det skal væk; "
    "ellers lav filen igen."
)
_ALIKE = 0.5
"""How like two items must be for the one to be the other, edited."""

_MOST_PAIRS, _MOST_LIKENED = 1_000_000, 400
"""So many pairs of items are held against each other, and weighed; where there are more, it can't be told which is which."""

_WEIGHED = 400
"""So many letters of an item are weighed."""

_Key = tuple[str, ...]
Said = Mapping[str, str]
"""What an item says: by the way below it, what the YAML has there («» for an item that is a bare text)."""


@dataclass(slots=True)
class Relocation:
    """Where each item of a base is now: `at` has its path, None where it is gone; `unclear` are those that can't be told,
    `other` those in whose place something stands that is not like them: written anew, or gone with something new instead.

    `new` are, by list, the items that the base does not know. `order` are the items of the base as they were told.
    """

    order: Mapping[str, Said]
    at: dict[str, str | None] = field(default_factory=dict)
    unclear: set[str] = field(default_factory=set)
    other: set[str] = field(default_factory=set)
    new: dict[str, list[Node]] = field(default_factory=dict)

    def path(self, path: str) -> str | None:
        """Return where a path of the base leads now, None where what it leads through is gone."""
        item = path
        while item and item not in self.at:
            item = item.rpartition("/")[0]
        if not item:
            return path
        now = self.at[item]
        return now + path[len(item) :] if now is not None else None

    def lists(self) -> dict[str, tuple[str, ...]]:
        """Return the items of each list that are still there, in the order in which they were told."""
        lists: dict[str, list[str]] = {}
        for item in self.order:
            if (now := self.path(item)) is not None:
                lists.setdefault(now.rpartition("/")[0], []).append(now)
        return {path: tuple(items) for path, items in lists.items()}


def relocated(index: Index, base: Base, file: Pulled) -> Pulled:
    """Return what was done to a file in terms of the agreement as it is now, without what it says already."""
    found = _relocation(index, base)
    edits = [told for edit in file.edits.edits for told in _edit(index, found, edit)]
    tracked = [told for edit in file.edits.tracked for told in _edit(index, found, edit)]
    moved = {found.path(path) or path: places for path, places in file.printings.items()}
    remarks = tuple(replace(remark, path=found.path(remark.path) or "") for remark in file.edits.remarks)
    made = replace(file.edits, edits=tuple(edits), tracked=tuple(tracked), remarks=remarks)
    return replace(file, edits=made, printings=moved, order=found.lists())


def _edit(index: Index, found: Relocation, edit: Edit) -> Iterator[Edit]:
    match edit:
        case Change():
            path, by = found.path(edit.path), found.path(edit.by)
            if path is None or by is None:
                yield from [Refused(edit.at, edit.before, edit.after, _GONE)] if edit.after.strip() else []
            else:
                yield replace(edit, path=path, by=by)
        case Listed():
            path = found.path(edit.path)
            yield replace(edit, path=path) if path is not None else Refused(edit.at, edit.before, edit.after, _GONE)
        case Removed():
            yield from _removal(index, found, edit)
        case Added():
            yield from _addition(index, found, edit)
        case Refused():
            yield edit


def _removal(index: Index, found: Relocation, edit: Removed) -> Iterator[Edit]:
    """Yield what is gone from the file, if the agreement still has it; what was changed there meanwhile is not deleted unseen."""
    path = found.path(edit.path)
    if edit.path in found.unclear:
        yield Refused(edit.at, edit.before, "", _UNSEEN)
    elif path is not None and edit.path not in found.other and (node := index.node(path)) is not None:
        told = found.order.get(edit.path, {})
        yield replace(edit, path=path) if _says(node, told) else Refused(edit.at, edit.before, "", _MENDED)


def _addition(index: Index, found: Relocation, edit: Added) -> Iterator[Edit]:
    """Yield what is new in the file, unless the agreement has got it meanwhile."""
    path = found.path(edit.path)
    if path is None:
        yield Refused(edit.at, "", ", ".join(cell.text for cell in edit.cells), _GONE)
        return
    come = found.new.get(path, [])
    here = next((node for node in come if all(_stands(index, node, cell) for cell in edit.cells)), None)
    if here is not None:
        come.remove(here)
        return
    yield replace(edit, path=path, after=_above(found, edit.after))


def _above(found: Relocation, item: str) -> str:
    """Return the nearest item that stood above, from this one upwards, and still does; «» where none does."""
    beside = [path for path in found.order if path.rpartition("/")[0] == item.rpartition("/")[0]]
    above = reversed(beside[: beside.index(item) + 1]) if item in beside else [item]
    return next((now for path in above if (now := found.path(path)) is not None), "")


def _stands(index: Index, item: Node, cell: Cell) -> bool:
    """Tell whether an item of the agreement says a new cell's words."""
    node: Node | None = item
    for step in filter(None, cell.key.split("/")):
        node = node.entries.get(step) if isinstance(node, nodes.Mapping) else None
    if cell.listed and isinstance(node, nodes.Sequence):
        words = enumerations.words(cell.text, index.names)
        return [text_of(it) for it in node.items] == [index.named(word) if cell.refers else word for word in words]
    if not isinstance(node, Scalar):
        return not cell.text.strip() and node is None
    if cell.refers:
        return node.value == index.named(cell.text)
    try:
        wanted = cell.text if cell.form is Form.PROSE else at_home(cell.form, node.value, cell.text, cell.unit)
    except UnclearError:
        return False
    return _even(node.value) == _even(wanted)


# --- the items ------------------------------------------------------------------------------------------------------------------


def _relocation(index: Index, base: Base) -> Relocation:
    found = Relocation(_told(base))
    lists: dict[str, list[str]] = {}
    for item in found.order:
        lists.setdefault(item.rpartition("/")[0], []).append(item)
    for listed in sorted(lists, key=lambda path: path.count("/")):
        now = found.path(listed)
        node = index.node(now) if now is not None else None
        if isinstance(node, nodes.Sequence):
            _pair(found, _in_order(lists[listed]), node)
        else:
            found.at.update(dict.fromkeys(lists[listed]))
    return found


def _told(base: Base) -> dict[str, dict[str, str]]:
    """Return what each item of a list told of itself, in the order of the file."""
    told: dict[str, dict[str, str]] = {}
    for source in base.sources:
        item = base.item(source.mine)
        while item:
            said = told.setdefault(item, {})
            way = source.mine[len(item) + 1 :]
            if source.by and not way:
                said[way] = source.refers_to
            elif not source.by and source.form is not Form.GAP:
                said[way] = source.text
            item = base.item(item.rpartition("/")[0])
    return told


def _in_order(items: Sequence[str]) -> list[str]:
    """Return the items of a list in its own order, where their numbers tell it; else as they were told."""
    steps = [item.rpartition("/")[2] for item in items]
    return sorted(items, key=lambda item: int(item.rpartition("/")[2])) if all(map(str.isdecimal, steps)) else list(items)


def _pair(found: Relocation, items: Sequence[str], sequence: nodes.Sequence) -> None:
    """Find each item of a list: by its id or its own name, else by what it says, else as the likest between two found."""
    now = {item.path: item for item in sequence.items}
    steps = Counter(item.rpartition("/")[2].partition("~")[0] for item in items)
    names = Counter(path.rpartition("/")[2].partition("~")[0] for path in now)
    for item in items:
        step = item.rpartition("/")[2]
        here = f"{sequence.path}/{step}" if sequence.path else step
        if here in now and (_has_id(now[here]) or (not step.isdecimal() and steps[step] == names[step] == 1)):
            found.at[item] = now.pop(here).path
        elif not step.isdecimal() and now and all(map(_has_id, now.values())):
            found.at[item] = None  # it had an id, and no item has that any more
    left = [item for item in items if item not in found.at]
    others = list(now.values())
    ways = sorted({way for item in left for way in found.order[item]})
    befores = [tuple(_even(found.order[item].get(way, "")) for way in ways) for item in left]
    afters = [tuple(_even(_value(node, way)) for way in ways) for node in others]
    for is_same, first, last, start, end in _stretches(befores, afters):
        if is_same or last - first == end - start:
            found.at.update({left[first + at]: others[start + at].path for at in range(last - first)})
            if not is_same:
                alike = set(_likest(befores[first:last], afters[start:end]))
                found.other |= {left[first + at] for at in range(last - first) if (at, at) not in alike}
            continue
        pairs = dict(_likest(befores[first:last], afters[start:end]))
        for at in range(last - first):
            found.at[left[first + at]] = others[start + pairs[at]].path if at in pairs else None
            if (last - first) * (end - start) > _MOST_LIKENED:
                found.unclear.add(left[first + at])
    taken = {path for item, path in found.at.items() if item not in found.other}
    found.new[sequence.path] = [node for node in sequence.items if node.path not in taken]


def _stretches(befores: Sequence[_Key], afters: Sequence[_Key]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Yield what is the same in both lists and what is not, in order; what both begin and end with is not weighed."""
    least = min(len(befores), len(afters))
    head = next((at for at in range(least) if befores[at] != afters[at]), least)
    tail = next((at for at in range(least - head) if befores[-1 - at] != afters[-1 - at]), least - head)
    yield True, 0, head, 0, head
    before, after = len(befores) - tail, len(afters) - tail
    if (before - head) * (after - head) > _MOST_PAIRS:
        yield False, head, before, head, after
    else:
        for kind, first, last, start, end in SequenceMatcher(None, befores[head:before], afters[head:after], False).get_opcodes():
            yield kind == "equal", head + first, head + last, head + start, head + end
    yield True, before, len(befores), after, len(afters)


def _likest(befores: Sequence[_Key], afters: Sequence[_Key]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of what is like each other, in the order of both."""
    start = 0
    for at, before in enumerate(befores if len(befores) * len(afters) <= _MOST_LIKENED else ()):
        likeness = [
            (SequenceMatcher(None, " ".join(before)[:_WEIGHED], " ".join(after)[:_WEIGHED], autojunk=False).ratio(), -number)
            for number, after in enumerate(afters)
            if number >= start
        ]
        best = max(likeness, default=(0.0, 0))
        if best[0] >= _ALIKE:
            start = -best[1] + 1
            yield at, -best[1]


def _has_id(node: Node) -> bool:
    return isinstance(node, nodes.Mapping) and "id" in node.entries


def _says(node: Node, told: Said) -> bool:
    """Tell whether an item says what was told of it."""
    return all(_even(_value(node, way)) == _even(said) for way, said in told.items())


def _value(node: Node, way: str) -> str:
    """Return what an item of the agreement has somewhere below it, «» where nothing is."""
    found: Node | None = node
    for step in filter(None, way.split("/")):
        if isinstance(found, nodes.Mapping):
            found = found.entries.get(step)
        elif isinstance(found, nodes.Sequence):
            found = next((item for item in found.items if item.path.rpartition("/")[2] == step), None)
        else:
            found = None
    return found.value if isinstance(found, Scalar) else ""


def _even(text: str) -> str:
    return " ".join(text.split())
