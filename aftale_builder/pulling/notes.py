"""The notes of a Markdown text: which label each reference in Word has, and what their definitions must say."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from aftale_builder.importing.inline import Setting
from aftale_builder.pulling.changes import Line
from aftale_builder.pulling.leaves import Leaf, Leaves, Note
from aftale_builder.pulling.signs import plainly, told, written
from aftale_builder.word.reading import Kind

Edits = tuple[tuple[int, int, str], ...]
Body = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Definitions:
    """What becomes of the definitions: edits of those that stay, by label, the labels of those that go, and the new ones."""

    edits: Mapping[str, Edits]
    gone: frozenset[str]
    new: tuple[str, ...]


@dataclass(slots=True)
class Notes:
    """The notes of one text, before and after."""

    old: Leaves
    before: Sequence[Line]
    laid: Mapping[int, Leaf]
    after: Sequence[Line]
    _labels: dict[int, tuple[str, ...]] = field(default_factory=dict)
    _bodies: dict[str, Body] = field(default_factory=dict)
    _was: dict[str, Body] = field(default_factory=dict)
    _before: dict[int, tuple[Leaf, Line]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        was = self._was
        for number, leaf in self.laid.items():
            was.update(zip(leaf.labels, self.before[number].notes, strict=False))
        free = dict(was)
        for line in self.after:
            own = self.laid[line.was].labels if line.was is not None and line.was in self.laid else ()
            self._labels[id(line)] = tuple(
                self._label(body, own[at] if len(own) == len(line.notes) else "", free) for at, body in enumerate(line.notes)
            )

        for label, body in self._bodies.items():
            note = self.old.note(label)
            if note is not None and len(note.leaves) == len(body) == len(was.get(label, ())):
                pairs = zip(body, note.leaves, was[label], strict=True)
                self._before.update((id(line), (leaf, old)) for line, leaf, old in pairs)

    def body_before(self, line: Line) -> tuple[Leaf | None, Line | None]:
        """Return what a line of a note was: its leaf and its line before."""
        return self._before.get(id(line), (None, None))

    def _label(self, body: Body, likely: str, free: dict[str, Body]) -> str:
        """Return the label of a note: that of the one which said the same, of the one in its place, else a new one."""
        alike = [label for label, lines in free.items() if _words(lines) == _words(body)]
        label = likely if likely in alike else alike[0] if alike else likely
        if label not in free:
            label = self._new_label()
        free.pop(label, None)
        self._bodies[label] = body
        return label

    def _new_label(self) -> str:
        taken = {note.label for note in self.old.notes} | set(self._bodies)
        return next(str(number) for number in range(1, len(taken) + 2) if str(number) not in taken)

    def labels(self, line: Line) -> tuple[str, ...]:
        """Return the labels of the notes that a line after refers to, in order."""
        return self._labels.get(id(line), ())

    def definitions(self, change: Callable[[Leaf, Line, Line], Edits]) -> Definitions:
        """Return what becomes of the definitions; `change` gives the edits that make a leaf say a line that was another."""
        edits: dict[str, Edits] = {}
        for note in self.old.notes:
            if note.label in self._bodies:
                edits[note.label] = self._edited(note, self._bodies[note.label], change)
        known = {note.label for note in self.old.notes}
        gone = frozenset(label for leaf in self.laid.values() for label in leaf.labels if label not in self._bodies)
        return Definitions(
            edits, gone, tuple(_written(label, body) for label, body in self._bodies.items() if label not in known)
        )

    def _edited(self, note: Note, body: Body, change: Callable[[Leaf, Line, Line], Edits]) -> Edits:
        plain = all(line.kind == Kind.PARAGRAPH and line.item is None and line.level is None for line in body)
        known = [self.body_before(line) for line in body]
        if plain and len(note.leaves) == len(body) and all(leaf is not None for leaf, _ in known):
            triples = ((leaf, old, line) for (leaf, old), line in zip(known, body, strict=True))
            return tuple(edit for leaf, old, line in triples if leaf and old for edit in change(leaf, old, line))
        source = self.old.source
        lines = source.split("\n")
        start = sum(len(line) + 1 for line in lines[: note.first])
        end = start + len("\n".join(lines[note.first : note.last]))
        return ((start, end, _written(note.label, body)),)


def _words(body: Body) -> tuple[str, ...]:
    return tuple(plainly(line.text) for line in body)


def _written(label: str, body: Body) -> str:
    paragraphs = [written(told(line), Setting.PARAGRAPH).replace("\n", "\n    ") for line in body if line.text.strip()]
    return f"[^{label}]: " + "\n\n    ".join(paragraphs)
