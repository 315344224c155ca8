"""Styles and numbering, resolved: what a paragraph or run is by its style, its bases, and what is set on itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from aftale_builder.word.reading.colours import resolve
from aftale_builder.word.reading.names import OFF, PPR, RPR, VAL, W

_HEADING_NAME = re.compile(r"(?:heading|overskrift) ?([1-9])", re.IGNORECASE)
_NO_FILL = frozenset({"AUTO", "FFFFFF"})
_TINIEST = 4  # half points: two points, which nobody reads
_BODY_LEVEL = 9
_LONGEST_CHAIN = 50


def value(parent: etree._Element | None, name: str) -> str | None:
    """Return `w:val` of a child, None where either is missing."""
    child = parent.find(W + name) if parent is not None else None
    return child.get(VAL) if child is not None else None


def toggle(properties: etree._Element | None, name: str) -> bool | None:
    """Return what an on/off property is set to, None where it is not set."""
    child = properties.find(W + name) if properties is not None else None
    return None if child is None else child.get(VAL, "1") not in OFF


def left_indent(properties: etree._Element | None) -> int | None:
    """Return the left indent that paragraph properties set, in twips, None where they set none."""
    ind = properties.find(f"{W}ind") if properties is not None else None
    if ind is None:
        return None
    written = ind.get(f"{W}left", ind.get(f"{W}start"))
    try:
        return int(written) if written is not None else None
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Look:
    """What a run looks like."""

    bold: bool
    italic: bool
    hidden: bool
    tiny: bool
    colour: str
    highlight: str
    vertical: str
    struck: bool


@dataclass(slots=True)
class Styles:
    """The styles of a file. `theme` is the colours of its theme."""

    root: etree._Element | None
    theme: Mapping[str, str]
    default_paragraph: str = ""
    _styles: dict[str, etree._Element] = field(default_factory=dict)
    _defaults: etree._Element | None = None
    _chains: dict[str, tuple[etree._Element, ...]] = field(default_factory=dict)
    _given: dict[tuple[str, str], bool] = field(default_factory=dict)
    _plain_looks: dict[tuple[str, str], Look] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.root is None:
            return
        for style in self.root.iterchildren(f"{W}style"):
            style_id = style.get(f"{W}styleId", "")
            self._styles[style_id] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default", "0") not in OFF:
                self.default_paragraph = style_id
        self._defaults = self.root.find(f"{W}docDefaults/{W}rPrDefault/{RPR}")

    def name(self, style: str) -> str:
        """Return the style's name; of one that a damaged file no longer has, its id, by which Word's own may be known."""
        return value(self._styles.get(style), "name") or (style if style not in self._styles else "")

    def chain(self, style: str) -> tuple[etree._Element, ...]:
        """Return the style and what it is based on, nearest first."""
        if style not in self._chains:
            self._chains[style] = tuple(self._bases(style))
        return self._chains[style]

    def paragraph_properties(self, style: str) -> Iterator[etree._Element]:
        """Yield the paragraph properties of the style and its bases, nearest first."""
        return (found for base in self.chain(style) if (found := base.find(PPR)) is not None)

    def heading_level(self, own: etree._Element | None, style: str) -> int | None:
        """Return the heading level from 1 that a paragraph has by itself or by its style, None for body text and for the title
        of the document, which its style makes the heading of no section.
        """
        written = value(own, "outlineLvl")
        if written is None and self.name(style).casefold() == "title":
            return None
        if written is None:
            written = next((found for found in (value(p, "outlineLvl") for p in self.paragraph_properties(style)) if found), None)
        if written is not None:
            return int(written) + 1 if written.isdecimal() and int(written) < _BODY_LEVEL else None
        names = [value(base, "name") or "" for base in self.chain(style)] or [self.name(style)]
        named = next(filter(None, map(_HEADING_NAME.fullmatch, names)), None)
        return int(named[1]) if named is not None else None

    def indent(self, style: str) -> int:
        """Return the left indent that a style gives, in twips."""
        return next((found for found in map(left_indent, self.paragraph_properties(style)) if found is not None), 0)

    def look(self, own: etree._Element | None, paragraph: str, character: str) -> Look:
        """Return the look of a run with these properties, in a paragraph of this style."""
        if own is None or not len(own):
            if (paragraph, character) not in self._plain_looks:
                self._plain_looks[paragraph, character] = self._look(None, paragraph, character)
            return self._plain_looks[paragraph, character]
        return self._look(own, paragraph, character)

    def _look(self, own: etree._Element | None, paragraph: str, character: str) -> Look:
        return Look(
            bold=self._toggled("b", own, paragraph, character),
            italic=self._toggled("i", own, paragraph, character),
            hidden=self._toggled("vanish", own, paragraph, character),
            tiny=self._tiny(own, paragraph, character),
            colour=self._colour(own, paragraph, character),
            highlight=_highlight(own) or next(filter(None, map(_highlight, self._run_properties(character))), ""),
            vertical=_vertical(own) or next(filter(None, map(_vertical, self._run_properties(character))), ""),
            struck=any(self._toggled(name, own, paragraph, character) for name in ("strike", "dstrike")),
        )

    def _bases(self, style: str) -> Iterator[etree._Element]:
        for _ in range(_LONGEST_CHAIN):  # a style may be based on itself in a broken file
            found = self._styles.get(style)
            if found is None:
                return
            yield found
            style = value(found, "basedOn") or ""

    def _run_properties(self, style: str) -> Iterator[etree._Element]:
        return (found for base in self.chain(style) if (found := base.find(RPR)) is not None)

    def _toggled(self, name: str, own: etree._Element | None, paragraph: str, character: str) -> bool:
        # ECMA-376 17.7.3: set directly it holds; between paragraph and character style it toggles.
        direct = toggle(own, name)
        if direct is not None:
            return direct
        by_paragraph = self._in_chain(name, paragraph)
        by_character = self._in_chain(name, character)
        return bool(toggle(self._defaults, name)) or by_paragraph != by_character

    def _in_chain(self, name: str, style: str) -> bool:
        if (name, style) not in self._given:
            set_ = (found for found in (toggle(p, name) for p in self._run_properties(style)) if found is not None)
            self._given[name, style] = next(set_, False)
        return self._given[name, style]

    def _tiny(self, own: etree._Element | None, paragraph: str, character: str) -> bool:
        levels = (own, *self._run_properties(character), *self._run_properties(paragraph), self._defaults)
        size = next((found for found in (value(properties, "sz") for properties in levels) if found), "")
        return size.isdecimal() and int(size) <= _TINIEST

    def shaded(self, own: etree._Element | None, style: str) -> bool:
        """Tell whether a paragraph with these properties and this style has a colour behind it."""
        return any(map(has_fill, (own, *self.paragraph_properties(style))))

    def _colour(self, own: etree._Element | None, paragraph: str, character: str) -> str:
        levels = (own, *self._run_properties(character), *self._run_properties(paragraph), self._defaults)
        for properties in levels:
            colour = properties.find(f"{W}color") if properties is not None else None
            if colour is not None:
                return resolve(colour, self.theme)
        return ""


def has_fill(properties: etree._Element | None) -> bool:
    """Tell whether properties of a paragraph, a cell or a table set a colour behind the text."""
    shading = properties.find(f"{W}shd") if properties is not None else None
    return shading is not None and (
        shading.get(f"{W}fill", "auto").upper() not in _NO_FILL or shading.get(f"{W}themeFill") is not None
    )


def _highlight(properties: etree._Element | None) -> str:
    marked = value(properties, "highlight")
    if marked and marked != "none":
        return marked
    shading = properties.find(f"{W}shd") if properties is not None else None
    fill = shading.get(f"{W}fill", "auto") if shading is not None else "auto"
    return "" if fill == "auto" else fill.upper()


def _vertical(properties: etree._Element | None) -> str:
    found = value(properties, "vertAlign") or ""
    return "" if found == "baseline" else found
