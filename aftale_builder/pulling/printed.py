"""What stands in a Word file, in the form in which a rendered file and an edited one can be held against each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from operator import itemgetter

from aftale_builder.pulling.changes import Item
from aftale_builder.word.bookmarks import numbered
from aftale_builder.word.reading import PAGE_FIELDS, Kind, Part, Run, Unit, WordText
from aftale_builder.word.spans import Span, Spans, address

_NOTES = (Part.FOOTNOTE, Part.ENDNOTE)
COMPARED = (Part.BODY, Part.HEADER, Part.FOOTER)


@dataclass(frozen=True, slots=True)
class Owner:
    """A prose value that a unit is one of the lines of, or, where `insert` names one, that an insert of the value brought it.

    `source` is the number of the value among the base's sources, `at` that of its printing; `level` is that of the heading
    above it, `bold` and `italic` the look that its place gives all of it.
    """

    source: int
    at: int
    insert: str = ""
    level: int = 0
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """One unit. `spans` are the stretches of all of its text by their look, without that of its style; `notes` what the notes
    that it refers to hold; `bookmarks` the numbers of ours that begin here; `commented` the comments made here; `pictures` counts
    the pictures, graphs and other objects; `struck` are the words with a line through them.

    In a rendered file is known besides: `pieces`, the text in order, each with the number of its source, None for the
    document's own words, and `owners`, the prose values it stands in, the outermost first. `about` are the paths of what in the
    agreement chooses the document's own words, where all are those: a goal that is pointed at is written in no file of ours.
    """

    kind: Kind
    part: Part
    text: str = ""
    spans: Spans = ()
    level: int | None = None
    item: Item | None = None
    notes: tuple[tuple[Printed, ...], ...] = ()
    bookmarks: tuple[int, ...] = ()
    commented: tuple[str, ...] = ()
    section: str = ""
    number: int = 0
    pictures: int = 0
    made: bool = False
    pieces: tuple[tuple[str, int | None], ...] = ()
    owners: tuple[Owner, ...] = ()
    about: tuple[str, ...] = ()
    struck: tuple[str, ...] = ()

    @property
    def sources(self) -> tuple[int, ...]:
        """Return the numbers of the short values that are printed in it."""
        return tuple(source for _, source in self.pieces if source is not None)

    @property
    def heading(self) -> str:
        """Return the heading that it stands under, or that it is."""
        return self.text if self.level is not None else self.section

    @property
    def says(self) -> tuple[object, ...]:
        """Return what it says, as one value: equal for two units that nobody could tell apart."""
        looks = tuple((span.text, span.bold, span.italic, span.link) for span in self.spans)
        notes = tuple(tuple(unit.says for unit in note) for note in self.notes)
        return (self.kind, self.part, looks, self.level, self.item, notes, self.pictures)


def printed(word: WordText, code: str = "") -> tuple[Printed, ...]:
    """Return the units of the body, headers and footers, each with its notes; empty paragraphs are left out.

    `made` is said of those that are made anew of what stands elsewhere: our figures, and tables of contents. Bookmarks are
    those of this code; with none, of any.
    """
    notes = dict(_notes(word, code))
    made: list[Printed] = []
    depth = 0
    for unit in word.units:
        depth += (unit.kind is Kind.TABLE) - (unit.kind is Kind.TABLE_END)
        if unit.part in COMPARED and _says_something(unit):
            told = _with_notes(unit, notes, code)
            made.append(_evenly(told) if depth else told)
    return tuple(made)


def written_by_hand(units: Iterable[Printed]) -> tuple[Printed, ...]:
    """Return the units but for those that are made of what stands elsewhere."""
    return tuple(unit for unit in units if not unit.made)


def codes(word: WordText) -> Iterator[str]:
    """Yield the codes of all our bookmarks in a file, as often as they stand."""
    for unit in word.units:
        yield from (found[0] for name in unit.bookmarks if (found := numbered(name)) is not None)


def remarks(word: WordText) -> Mapping[str, str]:
    """Return the text of each comment of a file."""
    texts: dict[str, list[str]] = {}
    ref = ""
    for unit in word.comments:
        ref = unit.ref if unit.kind is Kind.COMMENT else ref
        if unit.text.strip():
            texts.setdefault(ref, []).append(unit.text.strip())
    return {ref: "\n".join(lines) for ref, lines in texts.items()}


def _says_something(unit: Unit) -> bool:
    things = unit.item or unit.pictures or unit.unread or unit.figures
    return unit.kind is not Kind.PARAGRAPH or bool(unit.text.strip() or things)


def _notes(word: WordText, code: str) -> Iterator[tuple[str, tuple[Printed, ...]]]:
    for part in _NOTES:
        units = word.of(part)
        starts = [at for at, unit in enumerate(units) if unit.kind is Kind.NOTE]
        for at, end in pairwise((*starts, len(units))):
            inside = (unit for unit in units[at + 1 : end] if _says_something(unit))
            yield units[at].ref, tuple(_bare(unit, code) for unit in inside)


def _with_notes(unit: Unit, notes: Mapping[str, tuple[Printed, ...]], code: str) -> Printed:
    told = tuple(notes.get(run.note, ()) for run in unit.runs if run.note and not run.hidden)
    return _bare(unit, code, told)


def _evenly(told: Printed) -> Printed:
    """Return a paragraph in a table without the bold that all of it has: a table's style gives it, or a program wrote it out."""
    if not told.spans or not all(span.bold for span in told.spans):
        return told
    return replace(told, spans=tuple(span._replace(bold=False) for span in told.spans))


def _bare(unit: Unit, code: str, notes: tuple[tuple[Printed, ...], ...] = ()) -> Printed:
    item = Item(unit.item.level, unit.item.value if unit.item.ordered else None) if unit.item else None
    numbers = (found for name in unit.bookmarks if (found := numbered(name)) is not None)
    runs = [run for run in unit.runs if not run.hidden and run.field not in PAGE_FIELDS]
    spans = tuple(_stripped(_spans(unit, runs)))
    text = "".join(span.text for span in spans)
    return Printed(
        unit.kind, unit.part, text, spans, unit.level, item,
        made=bool(unit.figure or unit.figures) or unit.contents, pictures=len(unit.pictures) + len(unit.unread),
        bookmarks=tuple(number for own, number in numbers if own == code or not code),
        commented=unit.commented, section=unit.section, number=unit.number, notes=notes,
        struck=tuple(run.text.strip() for run in runs if run.struck and run.text.strip()),
    )  # fmt: skip


def _spans(unit: Unit, runs: Collection[Run]) -> Iterator[Span]:
    """Yield stretches of one look; that of white space is that of what stands before it."""
    look: tuple[bool, bool, str] = (False, False, "")
    told: list[tuple[str, tuple[bool, bool, str]]] = []
    for run in runs:
        mine = (
            (run.bold and not unit.bold, run.italic and not unit.italic, address(run.link.rstrip("/")))
            if run.text.strip() else look
        )  # fmt: skip
        told.append((run.text, mine if not run.note else look))
        look = mine if not run.note else look
    for alike, stretch in groupby(told, key=itemgetter(1)):
        yield Span("".join(text for text, _ in stretch), *alike)


def _stripped(spans: Iterable[Span]) -> list[Span]:
    """Return the spans without the white space around all of the text."""
    found = list(spans)
    while found and not found[0].text.lstrip():
        found.pop(0)
    while found and not found[-1].text.rstrip():
        found.pop()
    if found:
        found[0] = found[0]._replace(text=found[0].text.lstrip())
        found[-1] = found[-1]._replace(text=found[-1].text.rstrip())
    return found
