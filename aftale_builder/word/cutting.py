"""A paragraph cut after its label: the words before stay, those after give way, and what is no word is kept."""

from __future__ import annotations

import re
from dataclasses import dataclass

from aftale_builder.word.ooxml import PPR, RPR, RUN, SPACE, Element, W, text

_KEPT = tuple(f"{W}{name}" for name in ("drawing", "pict", "object", "footnoteReference", "endnoteReference"))
_LENGTHS = frozenset(f"{W}{name}" for name in ("tab", "ptab", "br", "cr", "noBreakHyphen", "softHyphen", "sym"))


@dataclass(slots=True)
class Cut:
    """Where a paragraph was cut: the run that stays last (None where none does), and whether space stays before the cut."""

    paragraph: Element
    last: Element | None
    spaced: bool

    def put(self, run: Element) -> None:
        """Put a run at the cut."""
        if self.last is not None:
            _top(self.last, self.paragraph).addnext(run)
        else:
            properties = self.paragraph.find(PPR)
            self.paragraph.insert(0 if properties is None else 1, run)


def cut(paragraph: Element, label: str) -> Cut:
    """Take away all words after the label; what is no word (drawings, notes) stays."""
    keep = _spaced_length(paragraph, label)
    last, at = None, 0
    for run in list(paragraph.iter(RUN)):
        long = length(run)
        if next(run.iter(*_KEPT), None) is not None:
            at += long
            continue
        if at + long <= keep and (long or at < keep):
            last = run
        elif at < keep:
            _shorten(run, keep - at)
            last = run
        else:
            _remove(run)
        at += long
    for wrapper in list(paragraph.iter(f"{W}fldSimple", f"{W}hyperlink", f"{W}smartTag")):
        if next(wrapper.iter(RUN), None) is None:
            _remove(wrapper)
    return Cut(paragraph, last, keep > len(label))


def _spaced_length(paragraph: Element, label: str) -> int:
    """Return how many characters stay: the label, and the white space after it where something follows that."""
    if not label:
        return 0
    words = "".join(_said(run) for run in paragraph.iter(RUN))
    start = words.find(label) + len(label)
    space = re.match(r"[ \t\xa0]*", words[start:])
    after = start + (len(space[0]) if space else 0)
    return after if words[after:].strip() and "\t\t" not in words[start:after] else start


def _said(run: Element) -> str:
    return "".join(_piece(child) for child in run)


def _piece(child: Element) -> str:
    if child.tag == f"{W}t":
        words = child.text or ""
        kept = child.get(SPACE) == "preserve"
        return words if kept else words.strip(" \t\r\n")
    if child.tag in (f"{W}tab", f"{W}ptab"):
        return "\t"
    return "\xad" if child.tag == f"{W}softHyphen" else "\n" if child.tag in _LENGTHS else ""


def length(run: Element) -> int:
    """Return how many characters a run shows."""
    return len(_said(run))


def _shorten(run: Element, keep: int) -> None:
    """Keep the first characters of a run."""
    for child in list(run):
        length = len(_piece(child))
        if child.tag == f"{W}t" and 0 < keep < length:
            child.addnext(text(_piece(child)[:keep]))
            run.remove(child)
        elif child.tag != RPR and keep <= 0:
            run.remove(child)
        keep -= length


def _top(element: Element, paragraph: Element) -> Element:
    """Return the child of the paragraph that an element stands in."""
    parent = element.getparent()
    while parent is not None and parent is not paragraph:
        element, parent = parent, parent.getparent()
    return element


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
