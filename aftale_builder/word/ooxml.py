"""Names of OOXML that the filler uses, and small builders of its elements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

Element = etree._Element  # noqa: SLF001 (the class has no public name)
Elements = list[Element]

W_NS: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML_NS: Final = "http://www.w3.org/XML/1998/namespace"
W, R = f"{{{W_NS}}}", f"{{{R_NS}}}"
SPACE = f"{{{XML_NS}}}space"

P, PPR, RUN, RPR, T = f"{W}p", f"{W}pPr", f"{W}r", f"{W}rPr", f"{W}t"
TABLE, ROW, CELL = f"{W}tbl", f"{W}tr", f"{W}tc"
SECTION = f"{W}sectPr"


def make(name: str, /, *children: etree._Element, **attributes: str) -> etree._Element:
    """Return a `w:` element with `w:` attributes and children."""
    element = etree.Element(f"{W}{name}", nsmap={"w": W_NS})
    for key, value in attributes.items():
        element.set(f"{W}{key}", value)
    element.extend(children)
    return element


_PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid "
    "spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl "
    "divId cnfStyle rPr sectPr pPrChange"
)
_RUN = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden "
    "color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout "
    "specVanish oMath rPrChange"
)
_ORDER = {tag: {f"{W}{name}": at for at, name in enumerate(names.split())} for tag, names in ((PPR, _PARAGRAPH), (RPR, _RUN))}
"""The place of each property of paragraphs and of runs, in the order of the schema."""


def put(properties: etree._Element, *elements: etree._Element) -> None:
    """Put elements among the properties of a paragraph or a run, where the schema has them; one of the same name gives way."""
    place = _ORDER[str(properties.tag)]
    for element in elements:
        for old in properties.findall(element.tag):
            properties.remove(old)
        after = (child for child in properties if place.get(str(child.tag), len(place)) > place[str(element.tag)])
        following = next(after, None)
        if following is None:
            properties.append(element)
        else:
            following.addprevious(element)


def text(words: str) -> etree._Element:
    """Return a `w:t` whose spaces are kept."""
    element = make("t")
    element.set(SPACE, "preserve")
    element.text = words
    return element


def content(words: str) -> Iterator[etree._Element]:
    """Yield what a run holds for these words: text, with a break for each newline and a tab for each tab."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines):
        if number:
            yield make("br")
        for column, piece in enumerate(line.split("\t")):
            if column:
                yield make("tab")
            if piece:
                yield text(piece)


def paragraph_of(element: etree._Element) -> etree._Element | None:
    """Return the innermost paragraph that an element stands in."""
    return next(element.iterancestors(P), None)


def texts(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraph's own `w:t`, not those of paragraphs in its text boxes."""
    for element in paragraph.iter(T):
        if paragraph_of(element) is paragraph:
            yield element
