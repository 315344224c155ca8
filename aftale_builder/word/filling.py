"""Filling: a template and a view to the bytes of a Word file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import replace
from typing import Any

from aftale_builder.word.bookmarks import Bookmarks, code
from aftale_builder.word.contents import fill_contents
from aftale_builder.word.faults import TemplateError, TemplateFault, ValuesError
from aftale_builder.word.judging import judge
from aftale_builder.word.layout import lay_out
from aftale_builder.word.marks import MARK, Marked, mark
from aftale_builder.word.ooxml import CELL, PPR, RPR, SECTION, TABLE, Element, Elements, P, W, content, make, texts
from aftale_builder.word.package import write_package
from aftale_builder.word.parts import Parts
from aftale_builder.word.properties import set_properties
from aftale_builder.word.runs import first_look
from aftale_builder.word.setting import Setter, Spot
from aftale_builder.word.tables import CELL_MARGINS
from aftale_builder.word.template import Source, Template, check_view, load, stories
from aftale_builder.word.tidy import tidy
from aftale_builder.word.values import PROPERTIES, Kind, Value

_BODY_LEVEL = 9
"""The outline level, counted from 0, of what is no heading."""
_ROOM = 9638
"""A4 less margins of 2 cm, where a template says nothing of its page."""


def fill(template: Source, view: Mapping[str, Any], *, brought: bool = False) -> bytes:
    """Return the Word file: the same bytes for the same template and view.

    A form that somebody has `brought` keeps its styles. Where the view has no `PROPERTIES`, the template's own stay as they are.

    Raises ValuesError with every value that cannot be set, TemplateError with every fault of the template, WordFileError where
    the template's file cannot be opened.
    """
    loaded = load(template)
    marked = mark(view)
    faults = judge(marked.values, view)
    if faults:
        raise ValuesError(faults)
    check_view(loaded, {name: part for name, part in view.items() if name != PROPERTIES})
    rendered = loaded.render(marked)
    parts = Parts(loaded.package, loaded.parts, rendered)
    filler = _Filler(loaded, marked, parts, brought=brought)
    # The document last: it adds notes, whose text is the author's and is not to be searched for marks.
    for name in sorted(rendered, key=lambda name: name == loaded.package.main):
        filler.part(name, rendered[name])
        tidy(rendered[name])
    filler.lay_out(rendered[loaded.package.main])
    if PROPERTIES in view:
        set_properties(parts, loaded.package, view[PROPERTIES])
    return write_package(parts.written())


class _Filler:
    """Puts values at the marks of one document."""

    def __init__(self, template: Template, marked: Marked, parts: Parts, *, brought: bool) -> None:
        self._template, self._marked = template, marked
        self._setter = Setter(parts, brought=brought)
        self._bookmarks = Bookmarks(code(template.data, marked), map(parts.peek, stories(template.package)))
        main = parts.peek(parts.main)
        self._main, self._room = parts.main, _text_width(main)
        # Where no heading of the template has a level, what it fills in stands below headings that only look it.
        self._base = int(not any(map(self._outline, template.package.xml(parts.main).iter(P))))

    def part(self, name: str, root: Element) -> None:
        """Fill one part, in place."""
        level = self._base if name == self._main else 0
        for paragraph in list(root.iter(P)):
            level = self._outline(paragraph) or level
            pieces = list(texts(paragraph))
            whole = "".join(piece.text or "" for piece in pieces)
            if not MARK.search(whole):
                continue
            value = self._marked.alone(whole)
            if value is None or value.kind is Kind.INLINE:
                for piece in pieces:
                    self._inline(piece)
            else:
                self._blocks(value, paragraph, Spot(name, level, room=self._room_at(paragraph)))

    def lay_out(self, root: Element) -> None:
        """Lay out the filled document, in place."""
        lay_out(root, self._setter.styles)
        fill_contents(root, self._setter.styles)

    def _outline(self, paragraph: Element) -> int:
        """Return the heading level of a paragraph of the template, 0 where it is no heading."""
        direct = paragraph.find(f"{PPR}/{W}outlineLvl")
        if direct is not None:
            value = direct.get(f"{W}val", "")
            return int(value) + 1 if value.isdecimal() and int(value) < _BODY_LEVEL else 0
        style = paragraph.find(f"{PPR}/{W}pStyle")
        return self._setter.styles.outline.get(str(style.get(f"{W}val")), 0) if style is not None else 0

    def _inline(self, piece: Element) -> None:
        """Put values into one `w:t`: its run becomes several of the same look, so that a bookmark can stand round each value."""
        run = piece.getparent()
        if run is None or not MARK.search(piece.text or ""):
            return
        following = list(piece.itersiblings())
        run.remove(piece)
        made: Elements = []
        for part in self._marked.split(piece.text or ""):
            runs = _runs_like(run, content(part.text if isinstance(part, Value) else part))
            made += self._bookmarks.around(runs) if isinstance(part, Value) else runs
        made += _runs_like(run, following)
        for element in reversed(made):
            run.addnext(element)
        if all(child.tag == RPR for child in run):
            _remove(run)

    def _blocks(self, value: Value, paragraph: Element, spot: Spot) -> None:
        """Put blocks in the place of a paragraph, in its own style."""
        parent = paragraph.getparent()
        assert parent is not None  # noqa: S101 (a paragraph is never the root of a part)
        at = parent.index(paragraph)
        made = self._setter.value(value, replace(spot, look=first_look(paragraph), properties=paragraph.find(PPR)))
        self._no_notes_outside(made, spot.part)
        self._bookmarks.around_blocks(made)
        before = paragraph.getprevious()
        parent.remove(paragraph)
        for offset, element in enumerate(made):
            parent.insert(at + offset, element)
        _keep_tables_apart([*made, before] if before is not None else made)

    def _no_notes_outside(self, made: Elements, part: str) -> None:
        """Raise TemplateError where footnotes would stand in a header, a footer or a note."""
        if part != self._template.package.main and any(
            next(block.iter(f"{W}footnoteReference"), None) is not None for block in made
        ):
            message = "Teksten har fodnoter, og dem kan kun selve dokumentet have."
            raise TemplateError([TemplateFault(self._template.name, part, 0, "", "", message, "Flyt tagget ind i dokumentet.")])

    def _room_at(self, paragraph: Element) -> int:
        """Return the width, in twips, that a paragraph's text has."""
        cell = next(paragraph.iterancestors(CELL), None)
        width = cell.find(f"{W}tcPr/{W}tcW") if cell is not None else None
        if width is not None and width.get(f"{W}type") == "dxa" and str(width.get(f"{W}w")).isdigit():
            return max(int(str(width.get(f"{W}w"))) - CELL_MARGINS, CELL_MARGINS)
        return self._room


def _runs_like(run: Element, children: Iterable[Element]) -> Elements:
    """Return a run of the same look that holds these children; none where there are none."""
    held = list(children)
    if not held:
        return []
    properties = run.find(RPR)
    made = make("r", *held)
    if properties is not None:
        made.insert(0, deepcopy(properties))
    return [made]


def _remove(element: Element) -> None:
    parent = element.getparent()
    assert parent is not None  # noqa: S101 (only a run inside a paragraph is taken away)
    parent.remove(element)


def _keep_tables_apart(elements: Elements) -> None:
    """Put a paragraph after each table of these that now stands right before another, or last in a cell."""
    for element in elements:
        after = element.getnext()
        if element.tag == TABLE and (after is None or after.tag in (TABLE, SECTION)):
            element.addnext(make("p"))


def _text_width(document: Element) -> int:
    """Return the width between the margins of the document's last section, in twips."""
    sections = list(document.iter(SECTION))
    page = sections[-1].find(f"{W}pgSz") if sections else None
    margin = sections[-1].find(f"{W}pgMar") if sections else None
    if page is None or margin is None:
        return _ROOM
    return int(page.get(f"{W}w", "0")) - int(margin.get(f"{W}left", "0")) - int(margin.get(f"{W}right", "0"))
