"""The proof: a filled file holds what it must, unit by unit, and nothing else.

Compared are, in order, the paragraphs (of the body, tables, text boxes, notes, headers and footers), tables, rows, cells and
notes, and the title in the properties; of each paragraph its words, its level as a heading, its place in a list (bullet or
number, which number, which level), the notes it refers to, where its links lead, and which words are bold or italic.

Not compared: the emphasis that a style gives a whole heading, item, quote, cell or note of prose, or a table's style its rows;
the sign of a bullet, and whether a number shows as a figure or a letter; pictures, the lines and places of a figure, colours,
sizes and margins; the look of white space. All of these come from the template.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from typing import Any

from aftale_builder.findings import Anchored, Hit, Place, Related
from aftale_builder.word.expected import Stream, Told, told
from aftale_builder.word.flaws import flaws
from aftale_builder.word.marks import Marked
from aftale_builder.word.reading import NOTE_MARK, Kind, Part, Unit, WordText, read
from aftale_builder.word.template import Source
from aftale_builder.word.values import Value
from aftale_builder.word.wanted import Expected
from aftale_builder.word.words import inline_words

_NOTE = "[note]"
"""How a message shows where a note is referred to."""
_TAG = re.compile(r"\{\{|\{%|\{#|\}\}|%\}")
_PARTS = {
    Part.PROPERTIES: "egenskaberne",
    Part.BODY: "brødteksten",
    Part.FOOTNOTE: "fodnoterne",
    Part.ENDNOTE: "slutnoterne",
    Part.HEADER: "sidehovedet",
    Part.FOOTER: "sidefoden",
    Part.COMMENT: "kommentarerne",
}
_KINDS = {
    Kind.TITLE: "titlen",
    Kind.PARAGRAPH: "et afsnit",
    Kind.TABLE: "en tabel",
    Kind.ROW: "en række",
    Kind.CELL: "en celle",
    Kind.MERGED_CELL: "en flettet celle",
    Kind.TABLE_END: "slutningen af en tabel",
    Kind.TEXT_BOX: "en tekstboks",
    Kind.TEXT_BOX_END: "slutningen af en tekstboks",
    Kind.NOTE: "en note",
    Kind.COMMENT: "en kommentar",
}


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One place where a file does not hold what it must.

    `unit` says which, in Danish; `expected` and `found` are texts, None where there is no such unit; `anchors` are the places in
    the YAML of the values that it should hold. Where the texts are the same, `flaw` says, in Danish, what differs.
    """

    document: str
    unit: str
    expected: str | None
    found: str | None
    anchors: tuple[Anchored, ...] = ()
    flaw: str = ""

    @property
    def message(self) -> str:
        """Return what is wrong, in Danish."""
        if self.flaw:
            return f"{self.document}, {self.unit}, «{_short(self.expected or '')}»: {self.flaw}."
        if self.expected is None:
            return f"{self.document}, {self.unit}: «{self.found}» skulle ikke stå her."
        if self.found is None:
            return f"{self.document}, {self.unit}: «{self.expected}» mangler."
        return f"{self.document}, {self.unit}: her skulle stå «{self.expected}», men der står «{self.found}»."

    @property
    def hit(self) -> Hit:
        """Return it as something that can be reported: at the first value's place, else at the document."""
        at = self.anchors[0] if self.anchors else _Document(self.document)
        related = tuple(Related(anchor, "Også herfra") for anchor in self.anchors[1:])
        return Hit(at, self.message, "Det er en fejl i programmet, ikke i aftalen. Filen er ikke skrevet; meld fejlen.", related)


@dataclass(frozen=True, slots=True)
class _Document:
    """A document as the place of what has no place in the YAML."""

    name: str

    def place(self) -> Place:
        return Place(self.name)


def prove(
    template: Source, view: Mapping[str, Any], data: bytes, *, document: str = "", forbidden: Iterable[str] = ()
) -> tuple[Mismatch, ...]:
    """Return everything by which the bytes of a filled file differ from what they must hold; nothing when all is well.

    `forbidden` are regular expressions for texts of the template (guidance, placeholders) that must not be left. Raises
    WordFileError.
    """
    return prove_told(told(template.read_bytes(), view), data, document or template.name, forbidden)


def prove_told(what: Told, data: bytes, document: str, forbidden: Iterable[str] = ()) -> tuple[Mismatch, ...]:
    """Return the same where it is known what the file must hold. Raises WordFileError."""
    unprinted = _unprinted(what.stream, what.marked, document)
    return (*compare(what.stream, data, document), *unprinted, *_left(what.stream, tuple(forbidden), document))


def compare(stream: Stream, data: bytes, document: str) -> tuple[Mismatch, ...]:
    """Return where the units of a file are not those of the stream. Raises WordFileError."""
    word = read(data)
    found = [
        unit
        for unit in word.units
        if unit.kind is not Kind.PARAGRAPH or unit.text.strip() or unit.item is not None or unit.figures
    ]
    wanted_keys = [(unit.kind, unit.part, unit.text) for unit in stream.units]
    found_keys = [(unit.kind, unit.part, unit.text.strip()) for unit in found]
    mismatches: list[Mismatch] = []
    for kind, first, last, start, end in _opcodes(wanted_keys, found_keys):
        wanted, has = stream.units[first:last], found[start:end]
        before = partial(_before, stream.units)
        if kind == "equal":
            for at, (must, unit) in enumerate(zip(wanted, has, strict=True), start=first):
                told = flaws(must, unit, word.note_order)
                mismatches.extend(_mismatch(must, unit, document, before(at), flaw) for flaw in told)
        else:
            mismatches.extend(_pairs(wanted, has, document, before(first)))
    return tuple(mismatches)


def _opcodes(wanted: Sequence[object], found: Sequence[object]) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield how one sequence becomes the other, as difflib does; the long part that is the same is found at once."""
    same = _same(wanted, found)
    yield "equal", 0, same, 0, same
    if same < max(len(wanted), len(found)):
        for kind, first, last, start, end in SequenceMatcher(None, wanted[same:], found[same:], autojunk=False).get_opcodes():
            yield kind, same + first, same + last, same + start, same + end


def stands(texts: Iterable[str], word: WordText, document: str = "") -> tuple[Mismatch, ...]:
    """Return the fixed texts (Markdown for emphasis and links) that do not stand in the file, whole and in this order."""
    paragraphs = [_even(unit.text) for unit in word.units if unit.kind is Kind.PARAGRAPH]
    at, offset = 0, 0
    missing = []
    for text in texts:
        wanted = _even(inline_words(text))
        place = _find(paragraphs, wanted, at, offset)
        if place is None:
            missing.append(Mismatch(document, "den faste tekst", wanted, None))
        else:
            at, offset = place[0], place[1] + len(wanted)
    return tuple(missing)


def _same(one: Sequence[object], other: Sequence[object]) -> int:
    """Return how many items two sequences have in common from the start."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _find(paragraphs: Sequence[str], wanted: str, at: int, offset: int) -> tuple[int, int] | None:
    for number in range(at, len(paragraphs)):
        found = paragraphs[number].find(wanted, offset if number == at else 0)
        if found >= 0:
            return number, found
    return None


def _even(text: str) -> str:
    return " ".join(text.split())


def _pairs(wanted: Sequence[Expected], found: Sequence[Unit], document: str, before: str) -> Iterator[Mismatch]:
    for at in range(max(len(wanted), len(found))):
        must = wanted[at] if at < len(wanted) else None
        has = found[at] if at < len(found) else None
        yield _mismatch(must, has, document, before)


def _mismatch(must: Expected | None, has: Unit | None, document: str, before: str, flaw: str = "") -> Mismatch:
    unit = must or has
    assert unit is not None  # noqa: S101 (one of the two is there)
    where = f"{_KINDS[unit.kind]} i {_PARTS[unit.part]}{before}"
    anchors = tuple(value.anchor for value in must.values if value.anchor is not None) if must else ()
    return Mismatch(document, where, _said(must), _said(has), anchors, flaw)


def _said(unit: Expected | Unit | None) -> str | None:
    if unit is None:
        return None
    return unit.text.strip().replace(NOTE_MARK, _NOTE) or _KINDS[unit.kind]


def _before(units: Sequence[Expected], at: int) -> str:
    """Return a hint of where in the file: the text before."""
    text = next((unit.text.replace(NOTE_MARK, _NOTE) for unit in reversed(units[:at]) if unit.text), "")
    return f" efter «{_short(text)}»" if text else ""


def _short(text: str) -> str:
    return text if len(text) <= 50 else text[:47] + "…"


def _unprinted(stream: Stream, marked: Marked, document: str) -> Iterator[Mismatch]:
    """Yield the values that the template prints nowhere."""
    said = {_told(value) for number, value in enumerate(marked.values) if number in stream.printed}
    for number, value in enumerate(marked.values):
        if value and number not in stream.printed and _told(value) not in said:
            anchors = (value.anchor,) if value.anchor is not None else ()
            text = value.text or marked.paths[number]
            yield Mismatch(document, f"«{marked.paths[number]}», som skabelonen ingen steder skriver", text, None, anchors)


def _told(value: Value) -> tuple[str, str, object]:
    """Return what tells that two values are the same words from the same place, which need be printed but once."""
    return value.kind, value.text, value.anchor.place() if value.anchor is not None and value.text else id(value)


def _left(stream: Stream, forbidden: Sequence[str], document: str) -> Iterator[Mismatch]:
    """Yield tags, guidance and placeholders of the template that are left in the file."""
    patterns = (_TAG, *map(re.compile, forbidden))
    for unit in stream.units:
        for pattern in patterns:
            found = pattern.search(unit.own)
            if found is not None:
                yield Mismatch(document, f"{_KINDS[unit.kind]} i {_PARTS[unit.part]}", None, found[0])
