"""Styles by the names that Word gives them in every language, added in a plain form where a template lacks one.

A form that somebody brings keeps its styles as they are: what a style that it lacks would say is said in the place itself, on
top of the style of the place; a heading has the look of the nearest that the form has. Only what nothing but a style can say adds
one: that words are a quote, and a heading where the form has no style of headings at all.
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from aftale_builder.word.ooxml import PPR, RPR, Element, Elements, W, make, put
from aftale_builder.word.parts import Parts

_INDENT = 357
INK = "1C1F24"
"""The colour of the words in our figures, by which they are known when a program has not kept the figure's name."""
_QUOTE, _HEADING = "quote", "heading "
"""The beginnings of the names of styles that tell what a paragraph is; that it is a quote, nothing else tells."""
_STAYS = tuple(f"{W}{name}" for name in ("pStyle", "widowControl", "spacing", "contextualSpacing", "jc"))
"""What a list of the author's, a note and the like keep of the paragraph in whose place they stand."""
LEVELS = 9
"""How deep lists go in Word; a list below that stands at the last level. Word's own list styles end at the fifth."""


class Styles:
    """The styles of one document. `outline` tells the heading level, from 1, of each style that has one.

    Where the form is `brought`, its styles stay as they are.
    """

    def __init__(self, parts: Parts, *, brought: bool = False) -> None:
        self._parts, self._brought = parts, brought
        name = parts.related("styles")
        known = parts.peek(name).iter(f"{W}style") if name is not None else ()
        self._styles = {str(style.get(f"{W}styleId")): style for style in known}
        self._ids = {(str(style.get(f"{W}type")), _name(style).casefold()): key for key, style in self._styles.items()}
        self.outline = {key: level for key in self._styles if (level := self._level(key))}

    def has(self, name: str, kind: str = "paragraph") -> bool:
        """Tell whether the template has a style of this name."""
        return (kind, name.casefold()) in self._ids

    def id(self, name: str, kind: str = "paragraph") -> str:
        """Return the id of a style, which is added if the template lacks it."""
        key = (kind, name.casefold())
        if key not in self._ids:
            self._ids[key] = self._add(name, kind)
        return self._ids[key]

    @property
    def quote(self) -> str:
        """Return the name of the style of quotes: what LibreOffice calls it, where the template does."""
        return "Quotations" if self.has("Quotations") else "Quote"

    def paragraph(self, name: str, place: Element | None = None) -> Element:
        """Return the properties of a paragraph of this kind, in the place of one that has these properties."""
        if self._by_style(name, "paragraph"):
            return make("pPr", make("pStyle", val=self.id(name)))
        if name.startswith(_HEADING):
            return self._as_nearest(int(name.removeprefix(_HEADING)))
        own = make("pPr", *(deepcopy(child) for child in (place if place is not None else ()) if child.tag in _STAYS))
        put(own, *(element for given in _definition(name.casefold(), "paragraph") if given.tag == PPR for element in given))
        return own

    def words(self, name: str) -> Element | None:
        """Return the look of the words of such a paragraph, None where its style gives it."""
        if self._by_style(name, "paragraph"):
            return None
        return next((given for given in _definition(name.casefold(), "paragraph") if given.tag == RPR), None)

    def character(self, name: str) -> Elements:
        """Return what gives words this look: the style, or what it would say."""
        if self._by_style(name, "character"):
            return [make("rStyle", val=self.id(name, "character"))]
        return list(_definition(name.casefold(), "character")[0])

    def table(self, name: str) -> tuple[Elements, Elements]:
        """Return what gives a table this look: the style, and the borders where the form has no such style."""
        if self._by_style(name, "table"):
            return [make("tblStyle", val=self.id(name, "table"))], []
        return [], [_borders()]

    def _by_style(self, name: str, kind: str) -> bool:
        if not self._brought or self.has(name, kind) or name.casefold() == _QUOTE:
            return True
        return name.startswith(_HEADING) and self._nearest(int(name.removeprefix(_HEADING))) is None

    def _nearest(self, level: int) -> str | None:
        """Return the form's heading style for the level that is nearest to this one, one above it before one below."""
        known = (other for other in (*range(level - 1, 0, -1), *range(level + 1, LEVELS + 1)) if self.has(f"{_HEADING}{other}"))
        return next((f"{_HEADING}{other}" for other in known), None)

    def _as_nearest(self, level: int) -> Element:
        """Return the properties of a heading of this level in the look of the nearest, without its number."""
        name = self._nearest(level)
        assert name is not None  # noqa: S101 (else the style is added)
        number = [make("numPr", make("ilvl", val="0"), make("numId", val="0"))] if self.numbering(name) is not None else []
        return make("pPr", make("pStyle", val=self.id(name)), *number, make("outlineLvl", val=str(level - 1)))

    def numbering(self, name: str) -> tuple[str, str] | None:
        """Return the numId and the level that a paragraph style gives, None where it gives no numbering."""
        style = self._styles.get(self._ids.get(("paragraph", name.casefold()), ""))
        found = style.find(f"{PPR}/{W}numPr") if style is not None else None
        number = found.find(f"{W}numId") if found is not None else None
        if found is None or number is None:
            return None
        level = found.find(f"{W}ilvl")
        return str(number.get(f"{W}val")), str(level.get(f"{W}val")) if level is not None else "0"

    def _level(self, style_id: str, depth: int = 0) -> int:
        style = self._styles.get(style_id)
        if style is None or depth > 10 or _name(style).casefold() == "title":
            return 0
        outline = style.find(f"{PPR}/{W}outlineLvl")
        if outline is not None:
            value = int(outline.get(f"{W}val", "9"))
            return value + 1 if value < 9 else 0
        name = _name(style).casefold()
        if name.startswith(_HEADING) and name[8:].isdigit():
            return int(name[8:])
        base = style.find(f"{W}basedOn")
        return self._level(str(base.get(f"{W}val")), depth + 1) if base is not None else 0

    def _add(self, name: str, kind: str) -> str:
        plain = "".join(character for character in name.title() if character.isalnum())
        style_id = next(
            candidate for number in range(1000) if (candidate := plain + (str(number) if number else "")) not in self._styles
        )
        style = make("style", type=kind, styleId=style_id)
        style.append(make("name", val=name))
        base = next(
            (other for other, found in self._styles.items() if found.get(f"{W}default") == "1" and found.get(f"{W}type") == kind),
            None,
        )
        if base is not None:
            style.append(make("basedOn", val=base))
        style.extend(_definition(name.casefold(), kind))
        part = self._parts.related("styles") or self._parts.add("styles", make("styles"))
        self._parts.root(part).append(style)
        self._styles[style_id] = style
        return style_id


def _name(style: etree._Element) -> str:
    found = style.find(f"{W}name")
    return str(found.get(f"{W}val", "")) if found is not None else ""


def _definition(name: str, kind: str) -> list[etree._Element]:
    """Return the properties of a style that is added."""
    if kind == "character":
        return [make("rPr", *(make(look, **dict(attributes)) for look, attributes in _CHARACTER[name]))]
    if kind == "table":
        first = make("tblStylePr", make("rPr", make("b")), type="firstRow")
        return [make("tblPr", _borders()), first]
    if name.startswith(_HEADING):
        level = make("outlineLvl", val=str(int(name[8:]) - 1))
        return [make("pPr", make("keepNext"), make("spacing", before="200", after="80"), level), make("rPr", make("b"))]
    if name.startswith("list "):
        depth = int(name[-1]) if name[-1].isdigit() else 1
        hanging = {} if "continue" in name else {"hanging": str(_INDENT)}
        return [make("pPr", make("ind", left=str(_INDENT * depth), **hanging))]
    if name in _FIGURES:
        return _figure(name)
    if name == "quote":
        return [make("pPr", make("ind", left="567", right="567")), make("rPr", make("i"))]
    return [make("pPr", make("spacing", after="0")), make("rPr", make("sz", val="18"))]  # footnote text


def _borders() -> etree._Element:
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    return make("tblBorders", *(make(edge, val="single", sz="4", space="0", color="auto") for edge in edges))


_FIGURES = ("aftalefigur", "aftalefigurtekst")


def _figure(name: str) -> list[etree._Element]:
    """Return the properties of the paragraph of a figure, or of the words in it, which take the room that was reckoned with."""
    air = "0" if name == "aftalefigurtekst" else "120"
    room = make("spacing", before=air, after=air, line="240", lineRule="auto")
    even = make("pPr", room, make("ind", left="0", right="0", firstLine="0"), make("jc", val="left" if air == "0" else "center"))
    fonts = make("rFonts", ascii="Arial", hAnsi="Arial", eastAsia="Arial", cs="Arial")
    plain = (make("b", val="0"), make("i", val="0"), make("color", val=INK), make("sz", val="18"), make("szCs", val="18"))
    return [even, make("rPr", fonts, *plain)]


_CHARACTER: dict[str, tuple[tuple[str, tuple[tuple[str, str], ...]], ...]] = {
    "hyperlink": (("color", (("val", "0563C1"),)), ("u", (("val", "single"),))),
    "footnote reference": (("vertAlign", (("val", "superscript"),)),),
}
