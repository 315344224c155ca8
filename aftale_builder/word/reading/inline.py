"""The inside of a paragraph: its runs, whatever wraps them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from aftale_builder.word.package import Relation
from aftale_builder.word.reading.alternate import DELETED, chosen, words
from aftale_builder.word.reading.fields import Field
from aftale_builder.word.reading.names import CHART, DGM, MC, OFF, PPR, RPR, SDT, SPACE, TEXT_BOX, VML, WP, A, M, R, W
from aftale_builder.word.reading.styles import Look, Styles, toggle, value
from aftale_builder.word.reading.units import NOTE_MARK, Run

_XML_SPACE = " \t\r\n"
_CHARACTERS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
_SYMBOLS = {"F0B7": "•", "F0A7": "▪", "F0D8": "➢", "F0FC": "✓", "F0FE": "☒", "F06F": "☐", "F0A8": "☐", "F0E0": "→"}
"""What the symbol fonts show at the places that Word itself puts into text."""
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML can hold as text, but a symbol may name."""
_INSERTED = frozenset({f"{W}ins", f"{W}moveTo"})
_SILENT = frozenset({PPR, RPR, f"{W}instrText", f"{W}delText", f"{W}delInstrText", f"{W}sdtPr", f"{W}sdtEndPr", f"{W}rt"})
_REFERENCES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_FIGURE = re.compile(r"Figur: (\S+)")
"""How the figures are named that are made of what stands elsewhere."""
_DRAWN = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_EMBEDDED = {f"{W}object": "et indlejret objekt", f"{W}subDoc": "et underdokument", f"{W}contentPart": "en håndskrevet del"}


@dataclass(frozen=True, slots=True)
class Around:
    """What the elements around a run say of it."""

    link: str = ""
    inserted: bool = False
    placeholder: bool = False


@dataclass(slots=True)
class Inline:
    """Collects one paragraph's runs. Fields may stay open from one paragraph to the next, so `fields` is the part's own.

    `unclosed` are the beginnings of fields that never end; `boxes` hold paragraphs of their own: text boxes, and what drawings
    write without one, each with the name of the figure of ours that it stands in; `figures` are those, with what they tell.
    """

    styles: Styles
    style: str
    relations: Mapping[str, Relation]
    fields: list[Field]
    unclosed: Collection[etree._Element] = ()
    runs: list[Run] = field(default_factory=list)
    boxes: list[tuple[etree._Element, str]] = field(default_factory=list)
    figures: list[tuple[str, str]] = field(default_factory=list)
    diagrams: list[str] = field(default_factory=list)
    pictures: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    commented: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)
    undescribed: int = 0
    deleted: int = 0
    inserted: bool = False

    def collect(self, parent: etree._Element, around: Around) -> None:
        """Collect what stands in an element: a paragraph, or a wrapper inside one."""
        for child in parent:
            tag = child.tag
            if tag == f"{W}r":
                self._run(child, around)
            elif tag in DELETED:
                self.deleted += words(child)
            elif tag == f"{M}t":
                self._add(child.text or "", None, around)
            elif tag == f"{W}bookmarkStart":
                self.bookmarks.append(child.get(f"{W}name", ""))
            elif isinstance(tag, str) and tag not in _SILENT:
                self._wrapper(child, around)

    def _wrapper(self, element: etree._Element, around: Around) -> None:
        tag = element.tag
        if tag == f"{W}hyperlink":
            around = replace(around, link=self._address(element) or around.link)
        elif tag in _INSERTED:
            self.inserted = True
            around = replace(around, inserted=True)
        elif tag == SDT:
            shows = toggle(element.find(f"{W}sdtPr"), "showingPlcHdr")
            around = replace(around, placeholder=bool(shows) or around.placeholder)
        elif tag == f"{W}fldSimple":
            self.fields.append(Field(element.get(f"{W}instr", ""), result=True))
            self.collect(element, around)
            self._closed(self.fields.pop())
            return
        self.collect(chosen(element) if tag == f"{MC}AlternateContent" else element, around)

    def _address(self, hyperlink: etree._Element) -> str:
        relation = self.relations.get(hyperlink.get(f"{R}id", ""))
        anchor = hyperlink.get(f"{W}anchor")
        return (relation.target if relation is not None and relation.external else "") + (f"#{anchor}" if anchor else "")

    def _run(self, run: etree._Element, around: Around) -> None:
        properties = run.find(RPR)
        look = self.styles.look(properties, self.style, value(properties, "rStyle") or "")
        self._run_content(run, look, around)

    def _run_content(self, parent: etree._Element, look: Look, around: Around) -> None:
        for child in parent:
            tag = child.tag
            if tag == f"{W}t":
                self._add(_text(child), look, around)
            elif tag in _CHARACTERS:
                self._add(_CHARACTERS[tag], look, around)
            elif tag == f"{W}br":
                self._add("\n" if child.get(f"{W}type", "textWrapping") == "textWrapping" else "\f", look, around)
            elif tag == f"{W}sym":
                self._add(_symbol(child), look, around)
            elif tag == f"{MC}AlternateContent":
                self._run_content(chosen(child), look, around)
            else:
                self._special(child, look, around)

    def _special(self, element: etree._Element, look: Look, around: Around) -> None:
        tag = element.tag
        if tag in _REFERENCES:
            self._note(f"{_REFERENCES[tag]} {element.get(f'{W}id', '')}", look, around)
        elif tag == f"{W}fldChar":
            self._field_char(element, look, around)
        elif tag == f"{W}instrText":
            if self.fields and not self.fields[-1].result:
                self.fields[-1].instruction += element.text or ""
        elif tag in _DRAWN:
            self._drawing(element)
        elif tag in _EMBEDDED:
            self.unread.append(_EMBEDDED[tag])
        elif tag == f"{W}commentReference":
            self.commented.append(f"comment {element.get(f'{W}id', '')}")
        elif tag == f"{W}ruby":
            self.collect(element, around)

    def _add(self, text: str, look: Look | None, around: Around, note: str = "") -> None:
        if not text or any(not open_.result for open_ in self.fields):
            return  # inside a field's instruction nothing is shown
        outer = self.fields[0] if self.fields else None
        run = Run(
            text,
            bold=look.bold if look else False,
            italic=look.italic if look else False,
            link=around.link or next((link for open_ in reversed(self.fields) if (link := open_.link)), ""),
            note=note,
            colour=look.colour if look else "",
            highlight=look.highlight if look else "",
            vertical=look.vertical if look and not note else "",
            struck=look.struck if look else False,
            field=outer.name if outer else "",
            hidden=look.hidden if look else False,
            tiny=look.tiny if look else False,
            inserted=around.inserted,
            placeholder=around.placeholder,
        )
        last = self.runs[-1] if self.runs else None
        if last is not None and not note and not last.note and replace(last, text=text) == run:
            self.runs[-1] = replace(last, text=last.text + text)
        else:
            self.runs.append(run)

    def _note(self, note: str, look: Look, around: Around) -> None:
        self.notes.append(note)
        self._add(NOTE_MARK, look, around, note)

    def _field_char(self, char: etree._Element, look: Look, around: Around) -> None:
        kind = char.get(f"{W}fldCharType")
        if kind == "begin":
            box = char.find(f"{W}ffData/{W}checkBox")
            if box is not None:
                ticked = toggle(box, "checked")
                self._add("☒" if (toggle(box, "default") if ticked is None else ticked) else "☐", look, around)
            if char not in self.unclosed:
                self.fields.append(Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].result = True
        elif kind == "end" and self.fields:
            self._closed(self.fields.pop())

    def _closed(self, ended: Field) -> None:
        if ended.fetches:
            self.fetched.append(ended.fetches)

    def _drawing(self, drawing: etree._Element) -> None:
        described, figure = "", ""
        before = len(self.pictures) + len(self.diagrams) + len(self.unread)
        for element in _outside_boxes(drawing):
            tag = element.tag
            if _is_box(element):
                self.boxes.append((element, figure))
            elif tag == f"{WP}docPr":
                described = element.get("descr") or element.get("name") or ""
                if found := _FIGURE.match(element.get("name", "")):
                    figure = found[1]
                    self.figures.append((figure, element.get("descr", "")))
            elif tag in {f"{A}blip", f"{VML}imagedata"}:
                self._picture(element.get(f"{R}embed") or element.get(f"{R}id") or "", described)
            elif tag == f"{DGM}relIds" and (diagram := self.relations.get(element.get(f"{R}dm", ""))) is not None:
                self.diagrams.append(diagram.target)
            elif tag == f"{CHART}chart":
                self.unread.append("et diagram (graf)")
        seen = len(self.pictures) + len(self.diagrams) + len(self.unread) - before
        if seen and not any(map(_is_described, _outside_boxes(drawing))):
            self.undescribed += 1
        if drawing.tag in _EMBEDDED:
            self.unread.append(_EMBEDDED[drawing.tag])

    def _picture(self, relation_id: str, described: str) -> None:
        relation = self.relations.get(relation_id)
        if relation is not None:
            self.pictures.append((described, relation.target))


def _text(element: etree._Element) -> str:
    text = element.text or ""
    if element.get(SPACE) != "preserve":
        text = text.strip(_XML_SPACE)  # as Word does
    return text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ")


def _symbol(element: etree._Element) -> str:
    code = element.get(f"{W}char", "").upper()
    try:
        found = _SYMBOLS.get(code) or chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return _NO_TEXT.sub("\ufffd", found)


def _is_described(element: etree._Element) -> bool:
    """Tell whether an element gives its figure an alternative text, or says that it is mere decoration."""
    if isinstance(element.tag, str) and element.tag.endswith("}decorative"):
        return element.get("val", "1") not in OFF
    return bool((element.get("descr") or element.get("alt") or "").strip())


def _outside_boxes(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield what is below an element, in order; of boxes themselves, not what they hold."""
    for child in chosen(parent) if parent.tag == f"{MC}AlternateContent" else parent:
        yield child
        if not _is_box(child):
            yield from _outside_boxes(child)


def _is_box(element: etree._Element) -> bool:
    """Tell whether an element of a drawing holds paragraphs: Word's own, or those of the drawing."""
    return element.tag == TEXT_BOX or element.find(f"{A}p") is not None
