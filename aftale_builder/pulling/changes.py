"""What was changed in a Word file since it was rendered, in the terms of the agreement: by the path of the value that changed.

Paths are those of `Node.path`: keys, and for the items of lists their identity, else their number from 1.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from aftale_builder.findings import Place
from aftale_builder.word.spans import Spans
from aftale_builder.word.values import Form

__all__ = ["Added", "Cell", "Change", "Edits", "Form", "Item", "Line", "Listed", "Refused", "Remark", "Removed"]


@dataclass(frozen=True, slots=True)
class Item:
    """Membership of a list: its level from 0, and the number it shows, None for a bullet."""

    level: int
    number: int | None


@dataclass(frozen=True, slots=True)
class Line:
    r"""One printed unit of a prose value: a paragraph (heading, list item, of a note), or the edge of a table.

    `kind` is a value of `reading.Kind` («paragraph», «table», «row», «cell», «table-end»), or «insert» for a line «[[…]]», whose
    `text` is then the name in it. In `text`, «\n» is a line break and
    U+FFFC a reference to a note; `spans` are the stretches of all of `text` by their look. `level` is that of a heading below
    the section that the value stands in, from 1. `notes` are the notes referred to, in order, each with its own lines.
    `was` is the index, in the lines before, of the line that this one was; None where it is new.
    """

    kind: str
    text: str = ""
    spans: Spans = ()
    level: int | None = None
    item: Item | None = None
    notes: tuple[tuple[Line, ...], ...] = ()
    was: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A value that was changed in one place of the file.

    `path` is the value's; `source` is what stood in the YAML when the file was rendered, as the parser reads it (the Markdown of
    prose, the text of a date). `before` and `after` are as printed, in the form `form` (with the unit `unit`): of a value that
    is composed of several, only the stretch that comes from this path; «» as `after` is a value that was deleted. For prose,
    `lines_before` and `lines_after` are all its lines, and `before` and `after` their texts.
    `places` are where the `lines_after` stand in the file; two changes that differ in nothing else are the same.
    `by` is the path of the reference that printed it here («» where it is printed for itself): a part's name stands wherever
    something refers to the part. `section` is where it was printed in the file as rendered, `aside` that this is a page's head or
    foot, which prints again what the text says.
    """

    path: str
    form: Form
    before: str
    after: str
    at: Place
    source: str = ""
    unit: str = ""
    by: str = ""
    lines_before: tuple[Line, ...] = ()
    lines_after: tuple[Line, ...] = ()
    places: tuple[Place, ...] = field(default=(), compare=False)
    section: str = field(default="", compare=False)
    aside: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a thing that is new: its path below the thing («dato»), the form that its column has, and what is printed.

    Where the column prints the names of what the things refer to, `refers` is the path of such a name («parter/a/navn»);
    `listed` where it enumerates the items of a list.
    """

    key: str
    form: Form
    text: str
    unit: str = ""
    refers: str = ""
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Added:
    """A thing that is new in a list that is printed by rows, paragraphs or items.

    `path` is the list's; `after` the path of the item before it, «» where it is the first. A list of bare texts has one cell
    whose key is «».
    """

    path: str
    after: str
    cells: tuple[Cell, ...]
    at: Place


@dataclass(frozen=True, slots=True)
class Listed:
    """A list that is enumerated in a paragraph («a, b og c»), and enumerates something else now.

    `path` is the list's; `was` what the YAML had in it (texts or ids) when the file was rendered. `now` are its items: the number
    in `was` of one that stayed, or the words of a new one, printed in the form `form`. Where they are names of what is referred
    to, `refers` is the path of such a name. `before` and `after` are the words of all of them.
    """

    path: str
    form: Form
    was: tuple[str, ...]
    now: tuple[int | str, ...]
    before: str
    after: str
    at: Place
    refers: str = ""


@dataclass(frozen=True, slots=True)
class Removed:
    """An item of a list that is no longer there: its path, and the words that were printed of it."""

    path: str
    before: str
    at: Place


@dataclass(frozen=True, slots=True)
class Refused:
    """An edit that no value can take: what stood there, what stands there now, and why, in Danish."""

    at: Place
    before: str
    after: str
    why: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment made in Word: where, on what value (its path, «» where it stands at none), and what it says."""

    at: Place
    path: str
    text: str


Edit = Change | Added | Listed | Removed | Refused


@dataclass(frozen=True, slots=True)
class Edits:
    """All that was done to one file since it was rendered.

    `edits` are what stands (with tracked changes as they were before, unless they were accepted); `tracked` what the tracked
    changes would do besides. `document` is the file's name when it was rendered.
    """

    document: str
    edits: tuple[Edit, ...] = ()
    tracked: tuple[Edit, ...] = ()
    remarks: tuple[Remark, ...] = field(default=())

    @property
    def refused(self) -> tuple[Refused, ...]:
        """Return the edits that no value can take."""
        return tuple(edit for edit in self.edits if isinstance(edit, Refused))
