"""The mark of a draft on every page of somebody else's form: in each of its headers."""

from __future__ import annotations

from aftale_builder.word.ooxml import R_NS, SECTION, Element, R, W, make, text
from aftale_builder.word.package import open_package, write_package
from aftale_builder.word.parts import Parts

_WORD = "UDKAST"
_KINDS = ("default", "first", "even")


def marked_as_draft(data: bytes) -> bytes:
    """Return the file with «UDKAST» in every header that a page may have."""
    package = open_package(data)
    parts = Parts(package, package.parts(), {package.main: package.xml(package.main)})
    root = parts.root(package.main)
    relations = package.relations(package.main)
    sections = list(root.iter(SECTION))
    seen = {
        str(reference.get(f"{W}type", "default")): relations[found].target
        for section in sections
        for reference in section.iter(f"{W}headerReference")
        if (found := str(reference.get(f"{R}id"))) in relations
    }
    used = {relation.target for relation in relations.values() if relation.kind == "header" and relation.target in package}
    for name in sorted(used):
        parts.root(name).insert(0, _mark())
    lacking = [kind for kind in _KINDS if kind not in seen]
    if sections and lacking:
        header = make("hdr", _mark())
        name = parts.add("header", header)
        relation = parts.relate(package.main, f"{R_NS}/header", name.rsplit("/", 1)[-1])
        for kind in reversed(lacking):
            sections[0].insert(0, _reference(kind, relation))
    return write_package(parts.written())


def _mark() -> Element:
    return make("p", make("pPr", make("jc", val="center")), make("r", make("rPr", make("b")), text(_WORD)))


def _reference(kind: str, relation: str) -> Element:
    made = make("headerReference", type=kind)
    made.set(f"{R}id", relation)
    return made
