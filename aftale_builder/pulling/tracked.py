"""A Word file as it would be if all tracked changes were rejected."""

from __future__ import annotations

from lxml import etree

from aftale_builder.word.ooxml import PPR, ROW, RPR, Element, P, T, W
from aftale_builder.word.package import open_package, write_package
from aftale_builder.word.template import stories

_NEW = (f"{W}ins", f"{W}moveTo")
_OLD = (f"{W}del", f"{W}moveFrom")
_LOOKS = (f"{W}rPrChange", f"{W}pPrChange", f"{W}tblPrChange", f"{W}trPrChange", f"{W}tcPrChange", f"{W}sectPrChange")
_RANGES = tuple(
    f"{W}{name}Range{end}" for name in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel") for end in ("Start", "End")
)
_DELETED = {f"{W}delText": T, f"{W}delInstrText": f"{W}instrText"}
_ALL = (*_NEW, *_OLD, *_LOOKS)


def rejected(data: bytes) -> bytes | None:
    """Return the bytes of the file without its tracked changes, None where it has none. Raises WordFileError."""
    package = open_package(data)
    changed: dict[str, bytes] = {}
    for name in stories(package):
        root = package.xml(name)
        if next(root.iter(*_ALL), None) is not None:
            _reject(root)
            changed[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return write_package({**package.parts(), **changed}) if changed else None


def _reject(root: Element) -> None:
    _reject_rows(root)
    for look in list(root.iter(*_LOOKS)):
        _restore(look)
    new_marks = [paragraph for paragraph in root.iter(P) if any(_mark(paragraph, name) is not None for name in _NEW)]
    for element in filter(_is_content, list(root.iter(*_NEW))):
        _remove(element)
    for element in list(root.iter(*_OLD)):
        (_unwrap if _is_content(element) else _remove)(element)
    for text in list(root.iter(*_DELETED)):
        text.tag = _DELETED[str(text.tag)]
    for paragraph in new_marks:
        _join(paragraph)
    for element in list(root.iter(*_RANGES, *_NEW)):
        _remove(element)


def _reject_rows(root: Element) -> None:
    for row in [row for row in root.iter(ROW) if row.find(f"{W}trPr/{W}ins") is not None]:
        _remove(row)
    for table in [table for table in root.iter(f"{W}tbl") if table.find(f".//{ROW}") is None]:
        _remove(table)


def _mark(paragraph: Element, name: str) -> Element | None:
    return paragraph.find(f"{PPR}/{RPR}/{name}")


def _is_content(element: Element) -> bool:
    """Tell whether a change holds runs or blocks, and is not what is said of a row or of a paragraph's mark."""
    parent = element.getparent()
    return parent is not None and parent.tag not in (RPR, f"{W}trPr")


def _restore(look: Element) -> None:
    """Put the properties from before a change in the place of those after."""
    holder = look.getparent()
    before = look.find(str(holder.tag)) if holder is not None else None
    if holder is None or before is None:
        _remove(look)
        return
    mark = [child for child in holder if child.tag in (RPR, f"{W}sectPr", *_NEW, *_OLD)]
    for child in list(holder):
        if child not in mark:
            holder.remove(child)
    for at, child in enumerate(list(before)):
        holder.insert(at, child)


def _join(paragraph: Element) -> None:
    """Take away a paragraph's new end: what is left in it stands before the next one."""
    after = next(paragraph.itersiblings(P), None)
    rest = [child for child in paragraph if child.tag != PPR]
    if after is None:
        if not any(_said(child) for child in rest) and paragraph.getprevious() is not None:
            _remove(paragraph)
        return
    at = 1 if after.find(PPR) is not None else 0
    for child in reversed(rest):
        after.insert(at, child)
    if rest and any(_said(child) for child in rest) and (own := paragraph.find(PPR)) is not None:
        _give(own, after)
    _remove(paragraph)


def _give(properties: Element, paragraph: Element) -> None:
    """Give a paragraph the properties of the one that it is joined to, whose beginning it is now."""
    old = paragraph.find(PPR)
    if old is not None:
        paragraph.remove(old)
    paragraph.insert(0, properties)


def _said(element: Element) -> bool:
    return any((text.text or "").strip() for text in element.iter(T))


def _unwrap(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        for child in reversed(list(element)):
            parent.insert(at + 1, child)
        parent.remove(element)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
