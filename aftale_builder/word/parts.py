"""The parts of a document while it is filled: parsed when touched, added as needed, all others byte for byte as they were."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from lxml import etree

from aftale_builder.word.ooxml import R_NS
from aftale_builder.word.package import CONTENT_TYPES, Package, parse

_TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


class Parts:
    """The parts of one document. `rendered` are the roots that the template engine has already made."""

    def __init__(self, package: Package, stored: Mapping[str, bytes], rendered: Mapping[str, etree._Element]) -> None:
        self.main = package.main
        self._package = package
        self._stored = dict(stored)
        self._roots = dict(rendered)
        self._added: dict[str, str] = {}

    def related(self, kind: str) -> str | None:
        """Return the name of the part that the document points at as this kind («styles»), None where there is none."""
        if kind in self._added:
            return self._added[kind]
        found = self._package.related(self.main, kind)
        return found[0] if found else None

    def peek(self, name: str) -> etree._Element:
        """Return the root of a part, to be looked at only."""
        return self._roots[name] if name in self._roots else parse(self._stored[name], name)

    def root(self, name: str) -> etree._Element:
        """Return the root of a part that is about to change."""
        if name not in self._roots:
            self._roots[name] = parse(self._stored[name], name)
        return self._roots[name]

    def add(self, kind: str, root: etree._Element) -> str:
        """Add a part beside the document, with its content type and relation, and return its name."""
        folder = posixpath.dirname(self.main)
        names = (f"{kind}{number or ''}.xml" for number in range(len(self._stored) + 1))
        base = next(name for name in names if posixpath.join(folder, name) not in self._stored)
        name = posixpath.join(folder, base)
        self.put(name, root, f"{_WORD_TYPE}.{kind}+xml")
        self.relate(self.main, f"{R_NS}/{kind}", base)
        self._added[kind] = name
        return name

    def put(self, name: str, root: etree._Element, content_type: str) -> None:
        """Set a part's root, with its content type where it is new."""
        if name not in self._stored:
            types = self.root(CONTENT_TYPES)
            etree.SubElement(types, f"{{{_TYPES_NS}}}Override", PartName=f"/{name}", ContentType=content_type)
        self._roots[name] = root

    def picture(self, part: str, ending: str, content_type: str, data: bytes) -> str:
        """Add a picture, and return the id of the part's relation to it."""
        folder = f"{posixpath.dirname(self.main)}/media"
        number = next(
            number for number in range(1, len(self._stored) + 2) if f"{folder}/figur{number}.{ending}" not in self._stored
        )
        name = f"{folder}/figur{number}.{ending}"
        etree.SubElement(self.root(CONTENT_TYPES), f"{{{_TYPES_NS}}}Override", PartName=f"/{name}", ContentType=content_type)
        self._stored[name] = data
        return self.relate(part, f"{R_NS}/image", posixpath.relpath(name, posixpath.dirname(part)))

    def relate(self, part: str, kind: str, target: str, *, external: bool = False) -> str:
        """Return the id of a part's relation of this type to this target, made if there is none."""
        folder, base = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if name not in self._stored and name not in self._roots:
            self._roots[name] = parse(f'<Relationships xmlns="{_RELS_NS}"/>'.encode(), name)
        relations = self.root(name)
        for relation in relations:
            if relation.get("Type") == kind and relation.get("Target") == target:
                return str(relation.get("Id"))
        taken = {relation.get("Id") for relation in relations}
        number = next(number for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
        made = etree.SubElement(relations, f"{{{_RELS_NS}}}Relationship", Id=f"rId{number}", Type=kind, Target=target)
        if external:
            made.set("TargetMode", "External")
        return f"rId{number}"

    def written(self) -> dict[str, bytes]:
        """Return all parts as bytes; one that says what it said before, byte for byte as it was."""
        changed = {
            name: etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
            for name, root in self._roots.items()
            if name not in self._stored or etree.tostring(root) != etree.tostring(parse(self._stored[name], name))
        }
        return {**self._stored, **changed}
