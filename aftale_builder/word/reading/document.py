"""The outside of paragraphs: body, tables, text boxes, notes, headers and footers, in document order."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from lxml import etree

from aftale_builder.word.archive import MAX_PARAGRAPH, too_much
from aftale_builder.word.package import Package, Relation
from aftale_builder.word.reading.alternate import chosen, words
from aftale_builder.word.reading.changes import of_paragraph, of_table
from aftale_builder.word.reading.fields import Field
from aftale_builder.word.reading.inline import Around, Inline
from aftale_builder.word.reading.names import MC, PPR, RPR, RUN, SDT, TBL, A, P, W
from aftale_builder.word.reading.numbering import Numbering
from aftale_builder.word.reading.styles import Styles, has_fill, left_indent, toggle, value
from aftale_builder.word.reading.units import FIGURE_INK, Kind, Part, Run, Unit

_MOST_COLUMNS = 63  # as Word has it
_HOLDER_STYLE = "Aftalefigur"
"""The style of the paragraphs that figures of ours stand in: LibreOffice keeps no name of a figure, and in a table not the
style of its words."""
_ROW_DELETED = f"{W}trPr/{W}del"


@dataclass(slots=True)
class Carried:
    """A paragraph whose mark is deleted in a tracked change: what it holds is shown at the start of the next."""

    runs: list[Run] = field(default_factory=list)
    tracked: bool = False


@dataclass(slots=True)
class Story:
    """Reads one XML part of the file. `notes` are the notes referred to so far, `deleted` the words of tracked deletions;
    `unclosed` the beginnings of fields that never end.
    """

    package: Package
    name: str
    part: Part
    styles: Styles
    numbering: Numbering
    notes: list[str] = field(default_factory=list)
    deleted: int = 0
    number: int = 0
    section: str = ""
    tag: str = ""
    placeholder: bool = False
    figure: str = ""
    shaded: bool = False
    unclosed: Collection[etree._Element] = ()
    _fields: list[Field] = field(default_factory=list)
    _carried: Carried | None = None
    _relations: dict[str, Relation] = field(default_factory=dict)
    _framed: bool = False

    def __post_init__(self) -> None:
        self._relations = self.package.relations(self.name)

    def blocks(self, parent: etree._Element) -> Iterator[Unit]:
        """Yield the units of everything that stands in an element."""
        for child in parent:
            tag = child.tag
            if tag == P:
                yield from self.paragraph(child)
            elif tag == TBL:
                yield from self._table(child)
            elif tag == SDT:
                yield from self._control(child)
            elif tag == f"{MC}AlternateContent":
                yield from self.blocks(chosen(child))
            elif tag == f"{A}p":
                yield from self._drawn(child)
            elif tag == f"{W}altChunk":
                yield self._unit(Kind.PARAGRAPH, unread=("et indlejret dokument",))
            elif isinstance(tag, str) and tag not in {PPR, RPR}:
                yield from self.blocks(child)  # w:customXml, w:ins and whatever else wraps blocks

    def paragraph(self, element: etree._Element) -> Iterator[Unit]:
        """Yield a paragraph, and after it the text boxes that are anchored in it."""
        properties = element.find(PPR)
        style = value(properties, "pStyle") or self.styles.default_paragraph
        inline = Inline(self.styles, style, self._relations, self._fields, self.unclosed)
        if self._carried is not None:
            inline.runs.extend(self._carried.runs)
        inline.collect(element, Around(placeholder=self.placeholder))
        self.notes.extend(inline.notes)
        self.deleted += inline.deleted
        mark = properties.find(RPR) if properties is not None else None
        tracked = bool(inline.deleted or inline.inserted or (self._carried and self._carried.tracked))
        if mark is not None and (mark.find(f"{W}del") is not None or mark.find(f"{W}moveFrom") is not None):
            self._carried = Carried(inline.runs, tracked=True)
        else:
            tracked = tracked or (mark is not None and mark.find(f"{W}ins") is not None)
            self._carried = None
            yield self._whole(element, properties, inline, tracked=tracked)
        yield from self._anchored(inline)

    def _whole(self, element: etree._Element, properties: etree._Element | None, inline: Inline, *, tracked: bool) -> Unit:
        self.number += 1
        style = inline.style
        text = "".join(run.text for run in inline.runs if not run.hidden)
        if len(text) > MAX_PARAGRAPH:
            raise too_much()
        level = self.styles.heading_level(properties, style)
        own_look = self.styles.look(None, style, "")
        own_indent = left_indent(properties)
        unit = self._unit(
            Kind.PARAGRAPH,
            text=text,
            style=style,
            style_name=self.styles.name(style),
            level=level,
            item=self.numbering.item(properties, style),
            runs=tuple(inline.runs),
            bold=own_look.bold,
            italic=own_look.italic,
            indent=self.styles.indent(style) if own_indent is None else own_indent,
            pictures=tuple(inline.pictures),
            figures=tuple(inline.figures),
            tracked=tracked,
            changes=of_paragraph(element),
            comments=len(inline.commented),
            undescribed=inline.undescribed,
            unread=tuple(inline.unread),
            bookmarks=tuple(inline.bookmarks),
            commented=tuple(inline.commented),
            fetched=tuple(inline.fetched),
            shaded=self.shaded or self.styles.shaded(properties, style),
        )
        if level is not None and text.strip():
            self.section = unit.plain.strip()
        return unit

    def _anchored(self, inline: Inline) -> Iterator[Unit]:
        for box, figure in inline.boxes:
            outer = self._fields, self.figure, self.shaded
            self._fields, self.figure = [], figure or self._figure(box, inline.style) or self.figure
            self.shaded = True  # what is behind the text of a drawing is the drawing's own
            yield self._unit(Kind.TEXT_BOX)
            yield from self.blocks(box)
            yield self._unit(Kind.TEXT_BOX_END)
            self._fields, self.figure, self.shaded = outer
        for diagram in inline.diagrams:
            yield from self._diagram(diagram)

    def _figure(self, box: etree._Element, holder: str) -> str:
        """Return what a box of a figure of ours is called whose name a program has not kept, «» for any other box; `holder` is
        the style of the paragraph that it is anchored in.
        """
        if self._framed or self.styles.name(holder) == _HOLDER_STYLE:
            return "figur"
        first = box.find(P)
        run = first.find(RUN) if first is not None else None
        if first is None or run is None:
            return ""
        style = value(first.find(PPR), "pStyle") or self.styles.default_paragraph
        character = value(run.find(RPR), "rStyle") or ""
        return "figur" if self.styles.look(run.find(RPR), style, character).colour == FIGURE_INK else ""

    def _diagram(self, name: str) -> Iterator[Unit]:
        """Yield the texts of a SmartArt figure."""
        yield self._unit(Kind.TEXT_BOX)
        for paragraph in self.package.xml(name).iter(f"{A}p") if name in self.package else ():
            yield from self._drawn(paragraph)
        yield self._unit(Kind.TEXT_BOX_END)

    def _drawn(self, paragraph: etree._Element) -> Iterator[Unit]:
        """Yield a paragraph of a drawing, where it has words."""
        text = "".join(text.text or "" for text in paragraph.iter(f"{A}t"))
        if text.strip():
            self.number += 1
            yield self._unit(Kind.PARAGRAPH, text=text, runs=(Run(text),))

    def _control(self, control: etree._Element) -> Iterator[Unit]:
        properties = control.find(f"{W}sdtPr")
        content = control.find(f"{W}sdtContent")
        if content is None:
            return
        outer = self.tag, self.placeholder
        self.tag = value(properties, "tag") or self.tag
        self.placeholder = bool(toggle(properties, "showingPlcHdr")) or self.placeholder
        yield from self.blocks(content)
        self.tag, self.placeholder = outer

    def _table(self, table: etree._Element) -> Iterator[Unit]:
        if self._holds_a_figure(table):
            self._framed = True
            for row in _inside(table, f"{W}tr"):
                for cell in _inside(row, f"{W}tc"):
                    yield from self.blocks(cell)
            self._framed = False
            return
        style = value(table.find(f"{W}tblPr"), "tblStyle") or ""
        yield self._unit(Kind.TABLE, style=style, style_name=self.styles.name(style), changes=of_table(table))
        styled = bool(style) or has_fill(table.find(f"{W}tblPr"))
        for row in _inside(table, f"{W}tr"):
            if row.find(_ROW_DELETED) is not None:
                self.deleted += words(row)
                continue
            yield self._unit(Kind.ROW, header=bool(toggle(row.find(f"{W}trPr"), "tblHeader")))
            for cell in _inside(row, f"{W}tc"):
                shaded, self.shaded = self.shaded, styled or self.shaded or has_fill(cell.find(f"{W}tcPr"))
                yield from self._cell(cell)
                self.shaded = shaded
        yield self._unit(Kind.TABLE_END)

    def _holds_a_figure(self, table: etree._Element) -> bool:
        """Tell whether a table is but the frame of a figure of ours: its strips below their head, and no words of its own."""
        rows = list(islice(_inside(table, f"{W}tr"), 2))
        if not rows or not toggle(rows[0].find(f"{W}trPr"), "tblHeader") or not self._figured(rows[-1]):
            return False
        return not any(
            (words.text or "").strip() and next(words.iterancestors(f"{W}txbxContent"), None) is None
            for words in table.iter(f"{W}t")
        )

    def _figured(self, row: etree._Element) -> bool:
        """Tell whether a figure of ours stands in a row, by the style of its paragraph or the look of the words in its boxes."""
        holder = next(row.iter(P), None)
        style = (value(holder.find(PPR), "pStyle") or "") if holder is not None else ""
        return self.styles.name(style) == _HOLDER_STYLE or any(self._figure(box, style) for box in row.iter(f"{W}txbxContent"))

    def _cell(self, cell: etree._Element) -> Iterator[Unit]:
        properties = cell.find(f"{W}tcPr")
        span = value(properties, "gridSpan") or "1"
        columns = min(int(span), _MOST_COLUMNS) if span.isdecimal() else 1
        merge = properties.find(f"{W}vMerge") if properties is not None else None
        if merge is not None and merge.get(f"{W}val", "continue") == "continue":
            yield self._unit(Kind.MERGED_CELL, span=columns)
            yield from (replace(unit, part=self.part) for unit in self.blocks(cell) if unit.text.strip())
            return
        yield self._unit(Kind.CELL, span=columns)
        yield from self.blocks(cell)

    def _unit(self, kind: Kind, **values: object) -> Unit:
        where = {"part": self.part, "number": self.number, "section": self.section, "tag": self.tag, "figure": self.figure}
        return Unit(kind, **where, **values)  # type: ignore[arg-type]


def _inside(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or the cells of a row, whatever wraps them, but none of a table inside."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in {TBL, P} and isinstance(child.tag, str):
            yield from _inside(child, tag)
