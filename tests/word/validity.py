"""Whether a Word file is valid: openxml-audit on the whole, and each part against the schemas of ECMA-376 transitional."""

from __future__ import annotations

import os
import tempfile
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from tests.word.making import members

_SCHEMAS = Path(__file__).resolve().parents[3] / "shared" / "ooxml-xsd"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006"
_FILES = {
    f"{_PACKAGE}/content-types": "opc-xsd/opc-contentTypes.xsd",
    f"{_PACKAGE}/relationships": "opc-xsd/opc-relationships.xsd",
    f"{_PACKAGE}/metadata/core-properties": "",  # its schema fetches Dublin Core's from the net; openxml-audit judges it
    f"{_PROPERTIES}/extended-properties": "shared-documentPropertiesExtended.xsd",
    f"{_PROPERTIES}/custom-properties": "shared-documentPropertiesCustom.xsd",
}


def assert_valid(data: bytes) -> None:
    """Fail with what openxml-audit and, where the schemas are at hand, the schemas have against a .docx."""
    assert audit(data) == []
    assert schema_faults(data) == []


needs_schemas = pytest.mark.skipif(not _SCHEMAS.is_dir(), reason=f"skemaerne findes ikke i {_SCHEMAS}")


def audit(data: bytes) -> list[str]:
    """Return what openxml-audit finds."""
    handle, name = tempfile.mkstemp(suffix=".docx")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        return [str(error) for error in _validator().validate(name).errors]
    finally:
        Path(name).unlink()


def schema_faults(data: bytes) -> list[str]:
    """Return what the schemas have against each part of a .docx; nothing where they are not at hand."""
    found: list[str] = []
    if not _SCHEMAS.is_dir():
        return found
    for name, content in members(data).items():
        if not name.endswith((".xml", ".rels")):
            continue
        root = etree.fromstring(content)
        _consume(root)
        schema = _schema(root.tag.partition("}")[0].strip("{"))
        if schema is not None and not schema.validate(root):
            found.append(f"{name}: {schema.error_log}")
    return found


@cache
def _validator() -> OpenXmlValidator:
    return OpenXmlValidator()


@cache
def _schema(namespace: str) -> etree.XMLSchema | None:
    name = _FILES.get(namespace, "all.xsd")
    return etree.XMLSchema(etree.parse(_SCHEMAS / name)) if name else None


def _consume(root: etree._Element) -> None:
    """Do with markup compatibility what a consumer does: drop what may be ignored, take the fallbacks."""
    ignorable = {root.nsmap[prefix] for prefix in root.get(f"{{{_MC}}}Ignorable", "").split()}
    for element in list(root.iter(etree.Element)):
        for name in list(element.attrib):
            namespace = str(name).partition("}")[0].strip("{")
            if namespace in ignorable or namespace == _MC:
                del element.attrib[name]
        parent = element.getparent()
        if parent is None:
            continue
        if etree.QName(element).namespace in ignorable:
            parent.remove(element)
        elif element.tag == f"{{{_MC}}}AlternateContent":
            fallback = element.find(f"{{{_MC}}}Fallback")
            for child in list(fallback) if fallback is not None else []:
                element.addprevious(child)
            parent.remove(element)
