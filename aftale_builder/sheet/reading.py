"""The independent reader of workbooks: what stands in each cell. Shares no code with the writing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from aftale_builder.word.package import Kind, Package, open_package

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True)
class Found:
    """What a cell holds: text or a number as written in the file, and its formula («» where it has none)."""

    value: str
    formula: str = ""
    is_text: bool = False


def read(source: Path | bytes) -> Mapping[str, Mapping[str, Found]]:
    """Return, for each sheet by name and in order, what stands in each cell that is not empty. Raises `WordFileError`."""
    package = open_package(source, Kind.XLSX)
    relations = package.relations(package.main)
    shared = _shared_strings(package)
    sheets = package.xml(package.main).iter(f"{_MAIN}sheet")
    return {sheet.get("name", ""): dict(_cells(package.xml(relations[sheet.get(_ID, "")].target), shared)) for sheet in sheets}


def _shared_strings(package: Package) -> list[str]:
    found = package.related(package.main, "sharedStrings")
    return [_text(item) for item in package.xml(found[0]).iter(f"{_MAIN}si")] if found else []


def _cells(root: etree._Element, shared: list[str]) -> Iterator[tuple[str, Found]]:
    for cell in root.iter(f"{_MAIN}c"):
        kind = cell.get("t", "n")
        value = cell.findtext(f"{_MAIN}v") or ""
        inline = cell.find(f"{_MAIN}is")
        if kind == "s" and value:
            value = shared[int(value)]
        elif kind == "inlineStr" and inline is not None:
            value = _text(inline)
        formula = cell.findtext(f"{_MAIN}f") or ""
        if value or formula:
            yield cell.get("r", ""), Found(value, formula, is_text=kind in ("s", "str", "inlineStr"))


def _text(item: etree._Element) -> str:
    """Return the text of a shared or inline string; what the format cannot hold stands as `_x000B_`."""
    text = "".join(piece.text or "" for piece in item.iter(f"{_MAIN}t"))
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
