"""Real numbering: bullets share one list, every numbered list is its own and begins at its own number."""

from __future__ import annotations

from lxml import etree

from aftale_builder.word.ooxml import W, make
from aftale_builder.word.parts import Parts
from aftale_builder.word.styles import LEVELS, Styles

_BULLETS = "•–▪"
_INDENT = 357


class Numbering:
    """The numbering of one document; the part is added, and grows, only as lists need it."""

    def __init__(self, parts: Parts, styles: Styles) -> None:
        self._parts, self._styles = parts, styles
        self._own: dict[bool, str] = {}
        self._bullets = ""

    def item(self, depth: int, number: str | None) -> tuple[str, etree._Element | None]:
        """Return the name of the style of an item's paragraph and its `w:numPr`, None where the style alone numbers it.

        `depth` counts the lists around it from 1; `number` is what `ordered` gave, None for bullets.
        """
        name = style_name("List Number" if number else "List Bullet", depth)
        given = self._given(name, depth)
        if number is None and given is not None:
            return name, None
        if number is None:
            self._bullets = self._bullets or self._num(self._abstract(ordered=False))
        level = given[1] if given else str(min(depth, LEVELS) - 1)
        return name, make("numPr", make("ilvl", val=level), make("numId", val=number or self._bullets))

    def ordered(self, depth: int, start: int) -> str:
        """Return the number of a new list that begins at `start`."""
        given = self._given(style_name("List Number", depth), depth)
        abstract = self._abstract_of(given[0]) if given else None
        level = given[1] if given else str(min(depth, LEVELS) - 1)
        override = make("lvlOverride", make("startOverride", val=str(start)), ilvl=level)
        return self._num(abstract or self._abstract(ordered=True), override)

    def _given(self, style: str, depth: int) -> tuple[str, str] | None:
        """Return the number and the level that a style gives, None where it gives none that the template defines for this depth.

        Word's own «List Bullet 2» is the first level of a list of its own: nobody could tell that it stands inside another.
        """
        given = self._styles.numbering(style)
        fits = given is not None and given[1] == str(min(depth, LEVELS) - 1)
        known = given is not None and fits and self._parts.related("numbering") and self._abstract_of(given[0])
        return given if known else None

    def _root(self) -> etree._Element:
        name = self._parts.related("numbering") or self._parts.add("numbering", make("numbering"))
        return self._parts.root(name)

    def _abstract_of(self, number: str) -> str | None:
        for num in self._root().iter(f"{W}num"):
            if num.get(f"{W}numId") == number and (found := num.find(f"{W}abstractNumId")) is not None:
                return found.get(f"{W}val")
        return None

    def _num(self, abstract: str, *overrides: etree._Element) -> str:
        root = self._root()
        number = str(1 + max((int(num.get(f"{W}numId", "0")) for num in root.iter(f"{W}num")), default=0))
        num = make("num", make("abstractNumId", val=abstract), *overrides, numId=number)
        last = next(root.iterchildren(f"{W}numIdMacAtCleanup"), None)
        if last is not None:
            last.addprevious(num)
        else:
            root.append(num)
        return number

    def _abstract(self, *, ordered: bool) -> str:
        """Return our own definition of a list, added the first time that the template has none to use."""
        if ordered not in self._own:
            root = self._root()
            known = list(root.iterchildren(f"{W}abstractNum"))
            number = str(1 + max((int(item.get(f"{W}abstractNumId", "0")) for item in known), default=-1))
            made = make("abstractNum", make("multiLevelType", val="multilevel"), abstractNumId=number)
            made.extend(_level(level, ordered=ordered) for level in range(LEVELS))
            first = next(root.iterchildren(f"{W}num", f"{W}numIdMacAtCleanup"), None)
            if first is not None:
                first.addprevious(made)
            else:
                root.append(made)
            self._own[ordered] = number
        return self._own[ordered]


def style_name(name: str, depth: int) -> str:
    """Return the name of a list style at a depth from 1: «List Bullet», «List Bullet 2»."""
    return name if depth == 1 else f"{name} {min(depth, LEVELS)}"


def _level(level: int, *, ordered: bool) -> etree._Element:
    indent = make("pPr", make("ind", left=str(_INDENT * (level + 1)), hanging=str(_INDENT)))
    return make(
        "lvl",
        make("start", val="1"),
        make("numFmt", val="decimal" if ordered else "bullet"),
        make("lvlText", val=f"%{level + 1}." if ordered else _BULLETS[level % len(_BULLETS)]),
        make("lvlJc", val="left"),
        indent,
        ilvl=str(level),
    )
