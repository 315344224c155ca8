r"""The table of contents of a filled document: a field of Word's whose entries are filled in, each a link to its heading.

The entries have no page numbers (the field's `\n`): only the program that sets the pages knows them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count

from aftale_builder.word.ooxml import PPR, RUN, SPACE, Element, P, W, make, text
from aftale_builder.word.styles import Styles

LEVELS = 2
"""The headings that are listed: those of the first and the second level."""
_INSTRUCTION = f' TOC \\o "1-{LEVELS}" \\h \\z \\n '
_STYLE = "Aftaleindhold"
"""The style of the paragraph in whose place the entries come."""
_BOX = f"{W}txbxContent"


def anchor(number: int) -> str:
    """Return the name of the bookmark in the heading of this number, counted from 1, as Word would call it."""
    return f"_Toc{number:09}"


def fill_contents(root: Element, styles: Styles) -> None:
    """Fill in the table of contents of a document whose template has one, in place."""
    if not styles.has(_STYLE):
        return
    own = styles.id(_STYLE)
    place = next(
        (p for p in root.iter(P) if (told := p.find(f"{PPR}/{W}pStyle")) is not None and told.get(f"{W}val") == own), None
    )
    parent = place.getparent() if place is not None else None
    if place is None or parent is None:
        return
    ids = (start.get(f"{W}id", "") for start in root.iter(f"{W}bookmarkStart"))
    free = count(max((int(number) for number in ids if number.isdecimal()), default=0) + 1)
    entries = []
    for number, (heading, level) in enumerate(_headings(root, place, styles.outline), start=1):
        _mark(heading, anchor(number), str(next(free)))
        entries.append(_entry(words(heading), anchor(number), styles.id(f"toc {level}")))
    if entries:
        first = entries[0].find(PPR)
        assert first is not None  # noqa: S101 (every entry has a style)
        for element in reversed(_begin()):
            first.addnext(element)
        entries[-1].append(_sign("end"))
    for entry in reversed(entries):
        place.addnext(entry)
    parent.remove(place)


def words(heading: Element) -> str:
    """Return the words of a heading on one line."""
    said = (
        part.text or "" if part.tag == f"{W}t" else " " for part in heading.iter(f"{W}t", f"{W}br", f"{W}tab") if _in_run(part)
    )
    return " ".join("".join(said).split())


def _in_run(element: Element) -> bool:
    """Tell whether an element is something that a run holds; a tab may also be a tab stop."""
    parent = element.getparent()
    return parent is not None and parent.tag == RUN


def _headings(root: Element, place: Element, outline: Mapping[str, int]) -> Iterator[tuple[Element, int]]:
    """Yield the headings below the place, with their levels; a box has its own flow of text."""
    below = False
    for paragraph in root.iter(P):
        below = below or paragraph is place
        style = paragraph.find(f"{PPR}/{W}pStyle")
        level = outline.get(str(style.get(f"{W}val")), 0) if style is not None else 0
        if below and 1 <= level <= LEVELS and words(paragraph) and next(paragraph.iterancestors(_BOX), None) is None:
            yield paragraph, level


def _mark(heading: Element, name: str, number: str) -> None:
    start = make("bookmarkStart", id=number)
    start.set(f"{W}name", name)
    properties = heading.find(PPR)
    heading.insert(0 if properties is None else heading.index(properties) + 1, start)
    heading.append(make("bookmarkEnd", id=number))


def _entry(said: str, name: str, style: str) -> Element:
    link = make("hyperlink", make("r", text(said)), anchor=name, history="1")
    return make("p", make("pPr", make("pStyle", val=style)), link)


def _begin() -> list[Element]:
    instruction = make("instrText")
    instruction.set(SPACE, "preserve")
    instruction.text = _INSTRUCTION
    return [_sign("begin"), make("r", instruction), _sign("separate")]


def _sign(kind: str) -> Element:
    return make("r", make("fldChar", fldCharType=kind))
