"""What is read out of a Word file: units in document order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

NOTE_MARK = "\x02"
"""Stands in a unit's text where a footnote or endnote is referred to.

As in Word itself it is a sign that no XML and no value can hold, so that nothing that somebody has written is taken for it.
"""

FIGURE_INK = "1C1F24"
"""The colour of the words in figures of ours: LibreOffice keeps it, but not the name of a figure."""
PAGE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_CONTENTS = frozenset({"TOC", "HYPERLINK", "PAGEREF"})
"""The fields whose results are calculated anew whenever a file is saved."""


class Kind(StrEnum):
    """What a unit is. Tables, rows, cells and text boxes are units of their own, without text, before what they hold."""

    TITLE = "title"
    PARAGRAPH = "paragraph"
    TABLE = "table"
    ROW = "row"
    CELL = "cell"
    MERGED_CELL = "merged-cell"  # the lower part of a cell that spans rows
    TABLE_END = "table-end"
    TEXT_BOX = "text-box"
    TEXT_BOX_END = "text-box-end"
    NOTE = "note"
    COMMENT = "comment"


class Part(StrEnum):
    """Where in the file a unit stands."""

    PROPERTIES = "properties"
    BODY = "body"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    HEADER = "header"
    FOOTER = "footer"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a paragraph with one look, direct formatting and styles resolved.

    `link` is an address, «#bookmark», or «»; `note` the reference's note («footnote 2»), with `NOTE_MARK` as text; `colour` is
    RRGGBB, «» where automatic; `highlight` a colour name or RRGGBB; `vertical` superscript, subscript or «»; `struck` text has a
    line through it; `field` the name of the field it is the result of («PAGE»); `hidden` text is not in the unit's text;
    `tiny` text is too small to be read; `inserted` and `placeholder` are said of the text.
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    note: str = ""
    colour: str = ""
    highlight: str = ""
    vertical: str = ""
    struck: bool = False
    field: str = ""
    hidden: bool = False
    tiny: bool = False
    inserted: bool = False
    placeholder: bool = False


@dataclass(frozen=True, slots=True)
class ListItem:
    """Membership of a list: the numbering instance, level from 0, `ordered` or bullet, and the value an ordered item shows.

    `indent` is where the item's text begins, in twips.
    """

    number_id: str
    level: int
    ordered: bool
    value: int
    indent: int


@dataclass(frozen=True, slots=True)
class Unit:
    r"""One unit. Only paragraphs (and the title) have text: «\n» is a line break, «\t» a tab, «\f» a page or column break.

    `number` counts the paragraphs of the part from 1; `section` is the heading it stands under; `level` the heading level
    from 1; `bold` and `italic` say what the paragraph's own style gives all of its text; `indent` is in twips; `tag` is the
    tag of the content control around it; `ref` names the note or comment that begins here; `span` is the columns that a cell
    takes; `loose` is a note that nothing refers to. `pictures` are the paragraph's pictures, each by its alternative text and
    its part; `tracked` tells of tracked changes, `changes` of those that touch no
    words (of a table: at its beginning), `comments` counts the comments that are made here, `undescribed` the figures
    without an alternative text; `header` is said of a row that is repeated on each page; `unread` names what could not be read
    as text, `fetched` what fields fetch from other files, `bookmarks` those that begin here, `commented` the comments by their
    `ref`; `shaded` is said of a paragraph that stands, or may stand, on a colour.

    `figures` are the figures of ours that the paragraph holds, by name and alternative text. Their boxes come after it, and
    `figure` names the one that a unit stands in («figur», where a program has not kept the name): its words are made of what
    stands elsewhere in the agreement, so they are never imported, and an edit in them belongs to no field of their own.
    """

    kind: Kind
    text: str = ""
    part: Part = Part.BODY
    number: int = 0
    section: str = ""
    style: str = ""
    style_name: str = ""
    level: int | None = None
    item: ListItem | None = None
    runs: tuple[Run, ...] = ()
    bold: bool = False
    italic: bool = False
    indent: int = 0
    tag: str = ""
    ref: str = ""
    loose: bool = False
    span: int = 1
    pictures: tuple[tuple[str, str], ...] = ()
    tracked: bool = False
    changes: tuple[str, ...] = ()
    comments: int = 0
    undescribed: int = 0
    header: bool = False
    unread: tuple[str, ...] = ()
    bookmarks: tuple[str, ...] = ()
    commented: tuple[str, ...] = ()
    figures: tuple[tuple[str, str], ...] = ()
    figure: str = ""
    fetched: tuple[str, ...] = ()
    shaded: bool = False

    @property
    def contents(self) -> bool:
        """Tell whether it is a line of a table of contents, which Word makes of the headings."""
        shown = [run for run in self.runs if run.text.strip() and not run.hidden]
        return any(run.field == "TOC" for run in shown) and all(run.field in _CONTENTS for run in shown)

    @property
    def plain(self) -> str:
        """Return the text without the marks of notes."""
        return self.text.replace(NOTE_MARK, "")


@dataclass(frozen=True)
class WordText:
    """All units of a file: title, body, footnotes, endnotes, comments, headers, footers.

    `deleted` counts the words of tracked deletions, which are no part of the text; `pages` is the width and height of each
    section's pages, in twips, as written.
    """

    units: tuple[Unit, ...]
    deleted: int = 0
    pages: tuple[tuple[str, str], ...] = ()

    def of(self, part: Part) -> tuple[Unit, ...]:
        """Return the units of one part of the file."""
        return tuple(unit for unit in self.units if unit.part is part)

    @cached_property
    def body(self) -> tuple[Unit, ...]:
        """Return the units of the body."""
        return self.of(Part.BODY)

    @property
    def footnotes(self) -> tuple[Unit, ...]:
        """Return the units of the footnotes, in the order in which they are referred to."""
        return self.of(Part.FOOTNOTE)

    @property
    def endnotes(self) -> tuple[Unit, ...]:
        """Return the units of the endnotes, in the order in which they are referred to."""
        return self.of(Part.ENDNOTE)

    @property
    def headers(self) -> tuple[Unit, ...]:
        """Return the units of the headers."""
        return self.of(Part.HEADER)

    @property
    def footers(self) -> tuple[Unit, ...]:
        """Return the units of the footers."""
        return self.of(Part.FOOTER)

    @property
    def comments(self) -> tuple[Unit, ...]:
        """Return the units of the comments."""
        return self.of(Part.COMMENT)

    @cached_property
    def note_order(self) -> Mapping[str, int]:
        """Return each note's number, from 1, in the order in which the notes are first referred to."""
        refs = dict.fromkeys(run.note for unit in self.units for run in unit.runs if run.note)
        return {ref: number for number, ref in enumerate(refs, start=1)}

    @property
    def title(self) -> str:
        """Return the title of the file's properties, «» where it has none."""
        return next((unit.text for unit in self.units if unit.kind is Kind.TITLE), "")
