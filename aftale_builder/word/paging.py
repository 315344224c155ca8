"""The table of contents of a document that is to be printed: with the pages' numbers, which only who sets the pages knows.

They stand in no Word file of ours: there they would be those of another program, or none until somebody updates the fields.
"""

from __future__ import annotations

import re

from lxml import etree

from aftale_builder.word.archive import WordFileError
from aftale_builder.word.ooxml import PPR, RUN, SPACE, Element, P, W, make, text
from aftale_builder.word.package import open_package, write_package

_ANCHOR = re.compile(r"_Toc\d{9}")
_RIGHT = 9_638
"""The right edge of the text in our own templates, in twips."""


def numbered(data: bytes) -> bytes:
    """Return a Word file whose table of contents asks for the number of each entry's page, where it does not do so already."""
    try:
        package = open_package(data)
        root = package.xml(package.main)
    except WordFileError:
        return data  # the program that makes the PDF is the one to judge it
    entries = [(link, found) for link in root.iter(f"{W}hyperlink") if (found := _paragraph(link)) is not None]
    paragraphs = [paragraph for _, paragraph in entries]
    if not entries or _signs(paragraphs, "begin") != _signs(paragraphs, "end"):
        return data
    _unfield(paragraphs)
    for link, paragraph in entries:
        properties = paragraph.find(PPR)
        if properties is None:
            properties = make("pPr")
            paragraph.insert(0, properties)
        style = properties.find(f"{W}pStyle")
        properties.insert(0 if style is None else 1, make("tabs", make("tab", val="right", leader="dot", pos=str(_RIGHT))))
        link.append(make("r", make("tab")))
        link.extend(_page_of(str(link.get(f"{W}anchor"))))
    return write_package(
        {**package.parts(), package.main: etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)}
    )


def _paragraph(link: Element) -> Element | None:
    """Return the entry of a table of contents without numbers that a link stands for."""
    parent = link.getparent()
    if parent is None or parent.tag != P or not _ANCHOR.fullmatch(link.get(f"{W}anchor", "")):
        return None
    asks = any("PAGEREF" in (said.text or "") for said in parent.iter(f"{W}instrText"))
    return None if asks else parent


def _signs(entries: list[Element], kind: str) -> int:
    """Return how many fields begin, or end, in the entries."""
    signs = (sign for paragraph in entries for sign in paragraph.iter(f"{W}fldChar"))
    return sum(sign.get(f"{W}fldCharType") == kind for sign in signs)


def _unfield(entries: list[Element]) -> None:
    """Take away the field around the entries: LibreOffice reads no field within it, but keeps what was written there."""
    for paragraph in entries:
        for run in list(paragraph.iterchildren(RUN)):
            if run.find(f"{W}fldChar") is not None or run.find(f"{W}instrText") is not None:
                paragraph.remove(run)


def _page_of(anchor: str) -> list[Element]:
    """Return the field that is the number of a bookmark's page."""
    instruction = make("instrText")
    instruction.set(SPACE, "preserve")
    instruction.text = f" PAGEREF {anchor} "
    signs = [make("r", make("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end")]
    return [signs[0], make("r", instruction), signs[1], make("r", text("1")), signs[2]]
