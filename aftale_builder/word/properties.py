"""The properties of a Word file (docProps/core.xml), written anew: fixed, so that equal input gives equal bytes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from lxml import etree

from aftale_builder.word.package import Package
from aftale_builder.word.parts import Parts
from aftale_builder.word.values import as_value

_NS = {
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_NAME = "docProps/core.xml"
_AUTHOR = "aftale-builder"
_DAY = date(2000, 1, 1)
"""The day that is said where the view says none: a real one would differ from day to day."""


def set_properties(parts: Parts, package: Package, properties: Mapping[str, Any]) -> None:
    """Set the file's title, subject, author and day from what a view has under `PROPERTIES`; the language is Danish."""
    day = f"{properties.get('dato') or _DAY}T00:00:00Z"
    author = _text(properties.get("ophav")) or _AUTHOR
    root = etree.Element(f"{{{_NS['cp']}}}coreProperties", nsmap=_NS)
    for name, text in (
        ("dc:title", _text(properties.get("titel"))),
        ("dc:subject", _text(properties.get("emne"))),
        ("dc:creator", author),
        ("cp:lastModifiedBy", author),
        ("dcterms:created", day),
        ("dcterms:modified", day),
        ("dc:language", "da-DK"),
    ):
        if text:
            prefix, local = name.split(":")
            element = etree.SubElement(root, f"{{{_NS[prefix]}}}{local}")
            element.text = text
            if prefix == "dcterms":
                element.set(f"{{{_NS['xsi']}}}type", "dcterms:W3CDTF")
    known = package.related("", "core-properties")
    parts.put(known[0] if known else _NAME, root, _TYPE)
    if not known:
        parts.relate("", _RELATION, _NAME)


def _text(leaf: Any) -> str:
    value = as_value(leaf)
    return " ".join(value.text.split()) if value is not None else ""
