"""Tags put into a form: at the places that its binding tells, in the look of the place, and nothing else in it touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from aftale_builder.word.cutting import cut, length
from aftale_builder.word.formfile import FormFile, table_of
from aftale_builder.word.green import is_green_colour
from aftale_builder.word.ooxml import CELL, PPR, ROW, RPR, RUN, SECTION, TABLE, Element, P, W, make, put, text

BOLD = "\ue006"
"""Stands first in a line that is to be bold."""
_CONTROL, _CONTENT = f"{W}sdt", f"{W}sdtContent"
_NOT_A_VALUES = ("rStyle", "vanish", "highlight", "lang", "webHidden", "specVanish")
_GUIDANCE_LOOK = ("color", "shd", "i", "iCs")
_LABEL_LOOK = ("b", "bCs", "i", "iCs", "u", "caps", "smallCaps")
_BLACK = frozenset({"", "000000"})
_NOT_COPIED = ("sectPr", "pageBreakBefore", "pPrChange", "framePr")


@dataclass(frozen=True, slots=True)
class Look:
    """How the words of a place look: properties of their paragraph and of their runs, None where there are none."""

    paragraph: Element | None
    run: Element | None

    def bold(self) -> Look:
        """Return the look in bold."""
        run = deepcopy(self.run) if self.run is not None else make("rPr")
        at = next((number for number, child in enumerate(run) if child.tag not in (f"{W}rStyle", f"{W}rFonts")), len(run))
        if run.find(f"{W}b") is None:
            run.insert(at, make("b"))
        return Look(self.paragraph, run)

    def set(self, words: str) -> Element:
        """Return a paragraph of these words."""
        made = make("p", self.words(words))
        if self.paragraph is not None:
            made.insert(0, deepcopy(self.paragraph))
        return made

    def words(self, words: str, *, spaced: bool = False) -> Element:
        """Return a run. Unless `spaced`, its `w:t` says nothing of spaces: the engine adds that where it stands before a tag."""
        piece = text(words)
        if not spaced:
            del piece.attrib[next(iter(piece.attrib))]
        run = make("r", piece)
        if self.run is not None:
            run.insert(0, deepcopy(self.run))
        return run


class Marker:
    """Puts tags into one form. Everything is told by the numbers of paragraphs, which stay what they were."""

    def __init__(self, form: FormFile, running: int) -> None:
        self.form = form
        self._danish = form.is_danish()
        self._elements = {number: form.paragraph(number) for number in form.numbers if number in form}
        self._ends: dict[int, Element] = {}
        self._below: dict[Element, Element] = {}
        self._named = _bookmarks(form.root)
        self.running = self.look(running) if running in self._elements else Look(None, self._language(None))

    def look(self, number: int, *, label: bool = False) -> Look:
        """Return the look of a paragraph's first words, without what makes guidance or (with `label`) a label of them."""
        paragraph = self._elements[number]
        run = next((run for run in paragraph.iter(RUN) if run.find(f"{W}t") is not None), None)
        own = run.find(RPR) if run is not None else None
        if own is None and run is None:
            own = paragraph.find(f"{PPR}/{RPR}")
        return Look(_bare_paragraph(paragraph), self._words_look(own, label=label))

    def in_table(self, number: int) -> bool:
        """Tell whether a paragraph stands in a table."""
        return table_of(self._elements[number]) is not None

    def looks_green(self, number: int) -> bool:
        """Tell whether words in a paragraph's own look would be green by its style, whatever is set on them."""
        style = self._elements[number].find(f"{PPR}/{W}pStyle")
        name = str(style.get(f"{W}val")) if style is not None else self.form.styles.default_paragraph
        return is_green_colour(self.form.styles.look(None, name, "").colour)

    # --- what is put in ---------------------------------------------------------------------------------------------------

    def after(self, number: int, lines: Iterable[str], look: Look) -> None:
        """Put paragraphs after a paragraph, and after what was put there before."""
        self._ends[number] = self._put(self._ends.get(number, self._elements[number]), lines, look)

    def below(self, number: int, lines: Iterable[str], look: Look) -> None:
        """Put paragraphs after the table or the control that a paragraph stands in."""
        outermost = self._outermost(self._elements[number])
        self._below[outermost] = self._put(self._below.get(outermost, outermost), lines, look)

    def instead(self, number: int, lines: Sequence[str], look: Look) -> None:
        """Put paragraphs in the place of a paragraph."""
        paragraph = self._elements[number]
        self._free(paragraph)
        made = [self._set(look, line) for line in lines]
        for element in made:
            paragraph.addprevious(element)
        self._ends[number] = made[-1]
        if paragraph.find(f"{PPR}/{SECTION}") is not None:
            _empty(paragraph)
        else:
            _remove(paragraph)

    def inside(self, number: int, label: str, pieces: Sequence[str]) -> None:
        """Put tags into a paragraph, after the words of its label; the rest of its words give way. A newline is a line break."""
        paragraph = self._elements[number]
        self._free(paragraph)
        for control in list(paragraph.iter(_CONTROL)):
            _unwrap(control)
        look = self._look_after(paragraph, label)
        at = cut(paragraph, label)
        runs = [Look(None, look.run).words(" ", spaced=True)] if label and not at.spaced else []
        runs += [make("r", make("br")) if piece == "\n" else look.words(piece) for piece in pieces]
        for run in reversed(runs):
            at.put(run)

    def around(self, first: int, last: int, before: Sequence[str], after: str) -> None:
        """Put tags before and after a stretch of the form."""
        cell = next(self._elements[first].iterancestors(CELL), None)
        inside = cell is not None and cell is next(self._elements[last].iterancestors(CELL), None)
        start, end = (self._outermost(self._elements[number], cell if inside else None) for number in (first, last))
        for line in before:
            start.addprevious(self.running.set(line))
        end.addnext(self.running.set(after))

    def rows_around(self, number: int, before: str, after: str) -> None:
        """Put a row with a tag before and after the row that a paragraph stands in; each is the row's own, emptied."""
        row = next(self._elements[number].iterancestors(ROW))
        for words, add in ((before, row.addprevious), (after, row.addnext)):
            made = deepcopy(row)
            for cell in made.iter(CELL):
                for child in [child for child in cell if child.tag != f"{W}tcPr"]:
                    cell.remove(child)
                cell.append(make("p"))
            next(made.iter(P)).append(self.running.words(words))
            add(made)

    def remove(self, numbers: Iterable[int]) -> None:
        """Take paragraphs away, and tables and controls of which nothing is left."""
        going = [self._elements[number] for number in numbers if number in self._elements]
        chosen = {id(element) for element in going}
        for table in {id(found): found for element in going for found in element.iterancestors(TABLE)}.values():
            if table.getparent() is not None and all(id(paragraph) in chosen for paragraph in table.iter(P)):
                _remove(table)
        for row in {id(found): found for element in going for found in element.iterancestors(ROW)}.values():
            if row.getparent() is not None and all(id(paragraph) in chosen for paragraph in row.iter(P)):
                _remove(row)
        for element in going:
            if element.getparent() is not None and next(element.iterancestors(f"{W}body"), None) is not None:
                _take_away(element)
        _drop_halves(self.form.root, self._named)

    # --- how --------------------------------------------------------------------------------------------------------------

    def _set(self, look: Look, line: str) -> Element:
        """Return a paragraph of a line, in bold where it says so."""
        return look.bold().set(line.removeprefix(BOLD)) if line.startswith(BOLD) else look.set(line)

    def _put(self, anchor: Element, lines: Iterable[str], look: Look) -> Element:
        """Put paragraphs after an element, and return the last of them."""
        for line in lines:
            made = self._set(look, line)
            anchor.addnext(made)
            anchor = made
        return anchor

    def _outermost(self, element: Element, holder: Element | None = None) -> Element:
        """Return what stands in the body, or in the cell that is the holder, and has the paragraph in it."""
        for parent in element.iterancestors():
            if parent is holder or parent.tag == f"{W}body":
                return element
            element = parent
        return element

    def _free(self, paragraph: Element) -> None:
        """Take away the content controls around a paragraph: what they are bound to would overwrite what is filled in."""
        for control in list(paragraph.iterancestors(_CONTROL)):
            _unwrap(control)

    def _look_after(self, paragraph: Element, label: str) -> Look:
        """Return the look of what follows a label: that of the words that give way, else that of the label without its weight."""
        runs = [run for run in paragraph.iter(RUN) if length(run)]
        at = 0
        for run in runs:
            at += length(run)
            if at > len(label):
                alone = run is runs[0]
                return Look(None, self._words_look(run.find(RPR), label=bool(label) and alone))
        own = runs[-1].find(RPR) if runs else paragraph.find(f"{PPR}/{RPR}")
        return Look(None, self._words_look(own, label=bool(label)))

    def _words_look(self, own: Element | None, *, label: bool) -> Element | None:
        properties = deepcopy(own) if own is not None else make("rPr")
        properties.tag = RPR
        coloured = properties.find(f"{W}color") is not None
        is_guidance = coloured and self.form.styles.look(properties, "", "").colour not in _BLACK
        names = (*_NOT_A_VALUES, *(_GUIDANCE_LOOK if is_guidance else ()), *(_LABEL_LOOK if label else ()))
        for name in (*names, "ins", "del", "rPrChange"):
            for found in properties.findall(f"{W}{name}"):
                properties.remove(found)
        return self._language(properties)

    def _language(self, properties: Element | None) -> Element | None:
        """Return the properties, saying that the words are Danish where the file does not."""
        if not self._danish:
            properties = properties if properties is not None else make("rPr")
            put(properties, make("lang", val="da-DK"))
        return properties if properties is not None and len(properties) else None


def _bare_paragraph(paragraph: Element) -> Element | None:
    """Return a copy of a paragraph's properties that another may have."""
    found = paragraph.find(PPR)
    if found is None:
        return None
    properties = deepcopy(found)
    for name in _NOT_COPIED:
        for element in properties.findall(f"{W}{name}"):
            properties.remove(element)
    mark = properties.find(RPR)
    if mark is not None:
        for name in ("color", "highlight", "shd", "ins", "del", "rPrChange"):
            for element in mark.findall(f"{W}{name}"):
                mark.remove(element)
        if not len(mark):
            properties.remove(mark)
    return properties if len(properties) else None


def _unwrap(control: Element) -> None:
    """Put what a content control holds in its place."""
    content = control.find(_CONTENT)
    for child in list(content) if content is not None else ():
        control.addprevious(child)
    _remove(control)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _empty(paragraph: Element) -> None:
    for child in list(paragraph):
        if child.tag != PPR:
            paragraph.remove(child)


def _take_away(paragraph: Element) -> None:
    """Take a paragraph away; one that a cell or a section cannot be without is emptied."""
    parent = paragraph.getparent()
    assert parent is not None  # noqa: S101 (it stands in the body)
    siblings = [child for child in parent if child.tag in (P, TABLE, _CONTROL)]
    if paragraph.find(f"{PPR}/{SECTION}") is not None or (parent.tag == CELL and len(siblings) == 1):
        _empty(paragraph)
    elif parent.tag == _CONTENT and len(siblings) == 1:
        control = parent.getparent()
        if control is not None:
            _remove(control)
    else:
        _remove(paragraph)


def _bookmarks(root: Element) -> set[str]:
    """Return the ids of the bookmarks that have both ends."""
    starts = {str(element.get(f"{W}id")) for element in root.iter(f"{W}bookmarkStart")}
    return starts & {str(element.get(f"{W}id")) for element in root.iter(f"{W}bookmarkEnd")}


def _drop_halves(root: Element, whole: set[str]) -> None:
    """Drop the ends of bookmarks whose other end is gone."""
    for element in list(_halves(root, whole - _bookmarks(root))):
        _remove(element)


def _halves(root: Element, halved: set[str]) -> Iterator[Element]:
    return (mark for mark in root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd") if str(mark.get(f"{W}id")) in halved)
