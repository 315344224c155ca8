"""Numbering: which list a paragraph belongs to, and the number it shows."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from aftale_builder.word.reading.names import PPR, VAL, W
from aftale_builder.word.reading.styles import Styles, left_indent, value
from aftale_builder.word.reading.units import ListItem

_NO_LIST = "0"
_LEVELS = 9
_HIGHEST = 2**31 - 1


@dataclass(slots=True)
class Numbering:
    """The lists of a file. `item` must be called for its paragraphs in order: it counts."""

    root: etree._Element | None
    styles: Styles
    _nums: dict[str, etree._Element] = field(default_factory=dict)
    _abstracts: dict[str, etree._Element] = field(default_factory=dict)
    _counters: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        if self.root is None:
            return
        self._nums = {item.get(f"{W}numId", ""): item for item in self.root.iterchildren(f"{W}num")}
        self._abstracts = {item.get(f"{W}abstractNumId", ""): item for item in self.root.iterchildren(f"{W}abstractNum")}

    def item(self, own: etree._Element | None, style: str) -> ListItem | None:
        """Return the list membership of a paragraph with these properties and this style, None where it has none."""
        number_id, level = self._membership(own, style)
        num = self._nums.get(number_id)
        if num is None or number_id == _NO_LIST:
            return None
        abstract = self._abstract(num)
        definition = self._level(num, abstract, level)
        format_ = value(definition, "numFmt") or "decimal"
        if definition is None or format_ == "none":
            return None
        shown = self._count(num, abstract, level)
        indent = left_indent(own)
        if indent is None:
            indent = left_indent(definition.find(PPR)) or self.styles.indent(style)
        return ListItem(number_id, level, format_ != "bullet", shown, indent)

    def _membership(self, own: etree._Element | None, style: str) -> tuple[str, int]:
        direct = own.find(f"{W}numPr") if own is not None else None
        number_id = value(direct, "numId")
        level = value(direct, "ilvl")
        if number_id is None:
            for properties in self.styles.paragraph_properties(style):
                by_style = properties.find(f"{W}numPr")
                if number_id := value(by_style, "numId"):
                    level = level or value(by_style, "ilvl") or self._level_of_style(number_id, style)
                    break
        return number_id or _NO_LIST, min(int(level), _LEVELS - 1) if level and level.isdecimal() else 0

    def _level_of_style(self, number_id: str, style: str) -> str:
        num = self._nums.get(number_id)
        abstract = self._abstract(num) if num is not None else None
        for level in abstract.iterchildren(f"{W}lvl") if abstract is not None else ():
            if value(level, "pStyle") == style:
                return level.get(f"{W}ilvl", "0")
        return "0"

    def _abstract(self, num: etree._Element) -> etree._Element | None:
        abstract = self._abstracts.get(value(num, "abstractNumId") or "")
        linked = value(abstract, "numStyleLink")
        if linked is None:
            return abstract
        return next((found for found in self._abstracts.values() if value(found, "styleLink") == linked), abstract)

    def _level(self, num: etree._Element, abstract: etree._Element | None, level: int) -> etree._Element | None:
        for override in num.iterchildren(f"{W}lvlOverride"):
            if override.get(f"{W}ilvl") == str(level) and (found := override.find(f"{W}lvl")) is not None:
                return found
        if abstract is None:
            return None
        return next((found for found in abstract.iterchildren(f"{W}lvl") if found.get(f"{W}ilvl") == str(level)), None)

    def _count(self, num: etree._Element, abstract: etree._Element | None, level: int) -> int:
        # Instances of one definition count together, but where an instance sets its own start.
        key = abstract.get(f"{W}abstractNumId", "") if abstract is not None else ""
        counters = self._counters.setdefault(key, [None] * _LEVELS)
        start = self._start_override(num, level)
        first_use = (num.get(f"{W}numId", ""), level) not in self._begun
        self._begun.add((num.get(f"{W}numId", ""), level))
        previous = counters[level]
        if start is not None and first_use:
            counters[level] = start
        elif previous is None:
            counters[level] = _number(value(self._level(num, abstract, level), "start"), 1)
        else:
            counters[level] = previous + 1
        counters[level + 1 :] = [None] * (_LEVELS - level - 1)
        return counters[level] or 0

    def _start_override(self, num: etree._Element, level: int) -> int | None:
        for override in num.iterchildren(f"{W}lvlOverride"):
            start = override.find(f"{W}startOverride")
            if override.get(f"{W}ilvl") == str(level) and start is not None:
                return _number(start.get(VAL), 1)
        return None


def _number(written: str | None, default: int) -> int:
    return min(int(written), _HIGHEST) if written and written.isdecimal() else default
