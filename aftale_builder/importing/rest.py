"""What is the same in every kind of file: what says nothing of its own, what stands on each page, the notes, and what is left."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from aftale_builder.importing.ledger import Entry, Ledger, Role
from aftale_builder.importing.prose import Prose
from aftale_builder.regulation import Regulativ
from aftale_builder.word.coverage import Lost
from aftale_builder.word.reading import Kind, Part, Run, Unit, WordText

NAME = "navn"
"""The key of the effort's name: our own documents say it in the file's title and at the top of each page."""

_CONTENTS = re.compile(r"(?:toc|indholdsfortegnelse)(?![a-gi-zæøå])", re.IGNORECASE)
_PAGE_WORDS = re.compile(r"(?:side|page|af|of|[-–/|\d\s])*", re.IGNORECASE)
_PAGE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_OUTSIDE = {
    Part.PROPERTIES: "Filens titel",
    Part.FOOTNOTE: "Fodnoter",
    Part.ENDNOTE: "Slutnoter",
    Part.HEADER: "Sidehoved",
    Part.FOOTER: "Sidefod",
    Part.COMMENT: "Kommentarer",
}
_DRAFT = "Udkast"
_HIDDEN = "Skjult tekst"
_LOST = "Ord, som ikke kunne læses på deres plads"
_TEXT = frozenset({Kind.PARAGRAPH, Kind.TITLE})
_NOTE_PARTS = frozenset({Part.FOOTNOTE, Part.ENDNOTE})
_IN_FLOW = _NOTE_PARTS | {Part.BODY, Part.COMMENT}


@dataclass(slots=True)
class Read:
    """What was read out of a file: `prose` by key, `unplaced` by the title of where it stands, `lost` what stands in the file and
    in none of its units, `remarks` for users.
    """

    word: WordText
    regulativ: Regulativ
    ledger: Ledger
    prose: dict[str, Prose] = field(default_factory=dict)
    unplaced: dict[str, Prose] = field(default_factory=dict)
    lost: tuple[Lost, ...] = ()
    remarks: list[str] = field(default_factory=list)
    notes: Mapping[str, Sequence[Unit]] = field(init=False)
    """The paragraphs of each footnote and endnote."""

    def __post_init__(self) -> None:
        self.notes = notes_of(self.word)


def notes_of(word: WordText) -> Mapping[str, list[Unit]]:
    """Return the paragraphs of each footnote and endnote, by what refers to it."""
    notes: dict[str, list[Unit]] = {}
    current: list[Unit] = []
    for unit in (*word.footnotes, *word.endnotes):
        if unit.kind is Kind.NOTE:
            current = notes.setdefault(unit.ref, [])
        elif unit.kind is Kind.PARAGRAPH:
            current.append(unit)
    return notes


def open_paragraphs(ledger: Ledger) -> Iterator[int]:
    """Yield the paragraphs (and the title) that are not accounted for yet."""
    return (at for at, unit in enumerate(ledger.units) if unit.kind in _TEXT and ledger.open(at))


def without_words(ledger: Ledger) -> None:
    """Account for what says nothing of its own: empty paragraphs, prompts of content controls, tables of contents, and the words
    of our own figures, which are drawn again of what stands elsewhere.
    """
    for at in open_paragraphs(ledger):
        unit = ledger.units[at]
        shown = [run for run in unit.runs if run.text.strip() and not run.hidden]
        if unit.figure:
            ledger.put(at, Entry(Role.FIGURE))
        elif not unit.plain.strip() and not any(run.note for run in unit.runs):
            ledger.put(at, Entry(Role.EMPTY))
        elif all(run.placeholder for run in shown) or _is_gap(unit):
            ledger.put(at, Entry(Role.PLACEHOLDER))
        elif _CONTENTS.match(unit.style_name) or all(run.field == "TOC" for run in shown):
            ledger.put(at, Entry(Role.CONTENTS))


def outside_body(ledger: Ledger, title: Callable[[str], Entry | None], name: str) -> None:
    """Account for page numbers, for the document's own title where it is repeated, and for the effort's name beside it."""
    for at in open_paragraphs(ledger):
        unit = ledger.units[at]
        if unit.part in _IN_FLOW:
            continue
        if (known := title(unit.plain)) is not None:
            ledger.put(at, known)
        elif any(run.field in _PAGE_FIELDS for run in unit.runs) and _PAGE_WORDS.fullmatch(unit.plain):
            ledger.put(at, Entry(Role.PAGE_NUMBER))
        elif name and any(title(rest) is not None for rest in _without(name, unit.plain)):
            ledger.put(at, Entry(Role.VALUE, (NAME,), text=name))


def _without(name: str, text: str) -> Iterator[str]:
    """Yield what stands beside the effort's name, where the text is made of the two."""
    if text.startswith(f"{name} · "):
        yield text.removeprefix(f"{name} · ")
    if text.endswith(f": {name}"):
        yield text.removesuffix(f": {name}")


def notes_of_prose(read: Read) -> None:
    """Account for the notes that placed prose refers to: they went into the same text."""
    where: dict[str, tuple[str, ...]] = {}
    for key, prose in read.prose.items():
        where |= {note: (*where.get(note, ()), key) for note in prose.used}
    current = ""
    for at, unit in enumerate(read.ledger.units):
        current = unit.ref if unit.kind is Kind.NOTE else current
        if unit.part in _NOTE_PARTS and unit.kind is Kind.PARAGRAPH and read.ledger.open(at) and current in where:
            read.ledger.put(at, Entry(Role.VALUE, where[current]))


def gather_unplaced(read: Read, title: Callable[[int], str]) -> None:
    """Close the ledger, and gather what has no place, in the order of the file, under the title of where it stands."""
    ledger = read.ledger
    for at in open_paragraphs(ledger):
        ledger.put(at, Entry(Role.UNPLACED))
    ledger.close()
    for at, unit in enumerate(ledger.units):
        hidden = "".join(run.text for run in unit.runs if run.hidden).strip()
        if hidden:
            _keep(read, _HIDDEN, replace(unit, runs=(Run(hidden),), item=None, level=None))
        if unit.kind in _TEXT and ledger.entry(at).role is Role.UNPLACED:
            part = ledger.entry(at).text
            shown = unit if part is None else replace(unit, runs=(Run(part),))
            _keep(read, _OUTSIDE.get(unit.part) or title(at), shown)


def keep_lost(read: Read, lost: Sequence[Lost]) -> None:
    """Keep what stands in the file and in none of its units with what has no place."""
    read.lost = tuple(lost)
    for words in lost:
        _keep(read, _LOST, Unit(Kind.PARAGRAPH, text=words.words, runs=(Run(words.words),)))


def _keep(read: Read, title: str, unit: Unit) -> None:
    read.unplaced.setdefault(title, Prose(-1, read.notes)).paragraph(unit)


def _is_gap(unit: Unit) -> bool:
    """Tell whether a paragraph is what our own draft prints: its mark, or something that is missing."""
    if unit.style_name == _DRAFT and unit.plain == _DRAFT.upper():
        return True
    return unit.plain.startswith("Mangler: ") and (unit.style_name == "Mangler" or unit.plain == "Mangler: indsatsens navn")
