"""A form as somebody else made it: its body as units, and the paragraph element that each unit was read out of."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from aftale_builder.word.ooxml import TABLE, Element, W
from aftale_builder.word.package import open_package
from aftale_builder.word.reading import Kind, Part, Unit
from aftale_builder.word.reading.colours import theme_colours
from aftale_builder.word.reading.document import Story
from aftale_builder.word.reading.fields import unclosed
from aftale_builder.word.reading.numbering import Numbering
from aftale_builder.word.reading.styles import Styles, value


class _Kept(Story):
    """Reads a part, and keeps the element of each paragraph by its number."""

    elements: dict[int, Element]

    def paragraph(self, element: etree._Element) -> Iterator[Unit]:
        """Yield what the paragraph is read as."""
        for unit in super().paragraph(element):
            if unit.kind is Kind.PARAGRAPH:
                self.elements.setdefault(unit.number, element)
            yield unit


class FormFile:
    """A form. `units` are those of its body; `root` is its document part, which may be changed.

    Raises `WordFileError` as the reader does.
    """

    def __init__(self, data: bytes) -> None:
        self.package = open_package(data)
        self.root = self.package.xml(self.package.main)
        self.styles = Styles(self._part("styles"), theme_colours(self._part("theme")))
        numbering = Numbering(self._part("numbering"), self.styles)
        story = _Kept(self.package, self.package.main, Part.BODY, self.styles, numbering, unclosed=unclosed(self.root))
        story.elements = {}
        self.units = tuple(story.blocks(self.root))
        self._elements = story.elements
        self._texts = {unit.number: unit.plain for unit in self.units if unit.kind is Kind.PARAGRAPH}
        self.numbers = range(1, max(self._elements, default=0) + 1)
        """The numbers that paragraphs have, as they are counted in the file."""

    def _part(self, kind: str) -> Element | None:
        names = self.package.related(self.package.main, kind)
        return self.package.xml(names[0]) if names else None

    def __contains__(self, number: int) -> bool:
        """Tell whether there is a paragraph with this number that can be written in."""
        return number in self._elements

    def paragraph(self, number: int) -> Element:
        """Return the paragraph with this number; KeyError where there is none that can be written in."""
        return self._elements[number]

    def text(self, number: int) -> str:
        """Return what a paragraph says, «» where there is none."""
        return self._texts.get(number, "")

    def is_danish(self) -> bool:
        """Tell whether text is in Danish where nothing else is said of it."""
        styles = self._part("styles")
        defaults = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if styles is not None else None
        normal = styles.find(f"{W}style[@{W}default='1'][@{W}type='paragraph']/{W}rPr") if styles is not None else None
        return (value(normal, "lang") or value(defaults, "lang") or "").casefold().startswith("da")


def table_of(element: Element) -> Element | None:
    """Return the innermost table that an element stands in, None where it stands in none."""
    return next(element.iterancestors(TABLE), None)
