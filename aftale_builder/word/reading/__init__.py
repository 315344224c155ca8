"""The independent reader of Word files: a file to units in document order. It shares no code with what fills documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from lxml import etree

from aftale_builder.word.package import Package, open_package
from aftale_builder.word.reading.colours import theme_colours
from aftale_builder.word.reading.document import Story
from aftale_builder.word.reading.fields import unclosed
from aftale_builder.word.reading.names import DC, R, W
from aftale_builder.word.reading.numbering import Numbering
from aftale_builder.word.reading.styles import Styles
from aftale_builder.word.reading.units import FIGURE_INK, NOTE_MARK, PAGE_FIELDS, Kind, ListItem, Part, Run, Unit, WordText

__all__ = [
    "FIGURE_INK", "NOTE_MARK", "PAGE_FIELDS", "Kind", "ListItem", "Part", "Run", "Unit", "WordText", "read", "read_package",
]  # fmt: skip

_NOTES = (("footnote", Part.FOOTNOTE), ("endnote", Part.ENDNOTE))
_EDGES = (("header", Part.HEADER), ("footer", Part.FOOTER))
_MACHINE_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read(source: Path | bytes) -> WordText:
    """Return everything that is written in a .docx file. Raises `WordFileError`."""
    return _read_bytes(source) if isinstance(source, bytes) else read_package(open_package(source))


@lru_cache(maxsize=8)
def _read_bytes(data: bytes) -> WordText:
    """Return what is written in the bytes of a file: one that is proven, digested and kept is the same bytes each time."""
    return read_package(open_package(data))


def read_package(package: Package) -> WordText:
    """Return everything that is written in an opened .docx file. Raises `WordFileError` for damaged parts."""
    return _Reader(package).text()


@dataclass(slots=True)
class _Reader:
    package: Package
    styles: Styles = field(init=False)
    numbering: Numbering = field(init=False)
    notes: list[str] = field(default_factory=list)
    deleted: int = 0

    def __post_init__(self) -> None:
        self.styles = Styles(self._part("styles"), theme_colours(self._part("theme")))
        self.numbering = Numbering(self._part("numbering"), self.styles)

    def text(self) -> WordText:
        root = self.package.xml(self.package.main)
        body = tuple(self._story(self.package.main, Part.BODY, root))  # first: it tells the order of the notes
        units = (*self._title(), *body, *self._all_notes(), *self._comments(), *self._edges(root))
        pages = tuple((page.get(f"{W}w", ""), page.get(f"{W}h", "")) for page in root.iter(f"{W}pgSz"))
        return WordText(units, self.deleted, pages)

    def _part(self, kind: str) -> etree._Element | None:
        names = self.package.related(self.package.main, kind)
        return self.package.xml(names[0]) if names else None

    def _story(self, name: str, part: Part, root: etree._Element) -> Iterator[Unit]:
        story = Story(self.package, name, part, self.styles, self.numbering, unclosed=unclosed(root))
        yield from story.blocks(root)
        self.notes.extend(story.notes)
        self.deleted += story.deleted

    def _title(self) -> Iterator[Unit]:
        for name in self.package.related("", "core-properties"):
            title = self.package.xml(name).findtext(f"{DC}title")
            if title:
                yield Unit(Kind.TITLE, text=title, part=Part.PROPERTIES, runs=(Run(title),))

    def _all_notes(self) -> Iterator[Unit]:
        """Yield the notes in the order in which they are referred to, and after them those that nothing refers to."""
        for kind, part in _NOTES:
            for name in self.package.related(self.package.main, f"{kind}s"):
                written = {
                    f"{kind} {note.get(f'{W}id', '')}": note
                    for note in self.package.xml(name)
                    if isinstance(note.tag, str) and note.get(f"{W}type") not in _MACHINE_NOTES
                }
                referred = dict.fromkeys(ref for ref in self.notes if ref in written)
                for ref in dict.fromkeys((*referred, *written)):
                    yield Unit(Kind.NOTE, part=part, ref=ref, loose=ref not in referred)
                    yield from self._story(name, part, written[ref])

    def _comments(self) -> Iterator[Unit]:
        for name in self.package.related(self.package.main, "comments"):
            for comment in self.package.xml(name).iterchildren(f"{W}comment"):
                yield Unit(Kind.COMMENT, part=Part.COMMENT, ref=f"comment {comment.get(f'{W}id', '')}")
                yield from self._story(name, Part.COMMENT, comment)

    def _edges(self, root: etree._Element) -> Iterator[Unit]:
        """Yield headers, then footers: those that a section uses, in the order of the sections."""
        relations = self.package.relations(self.package.main)
        for kind, part in _EDGES:
            used = dict.fromkeys(reference.get(f"{R}id", "") for reference in root.iter(f"{W}{kind}Reference"))
            targets = dict.fromkeys(relations[found].target for found in used if found in relations)
            for target in targets:
                if target in self.package:
                    yield from self._story(target, part, self.package.xml(target))
