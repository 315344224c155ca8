"""Templates: docxtpl wrapped once. Scanned before use, compiled once, rendered in a sandbox with marks only, parsed strictly.

Of docxtpl its way with tags in Word's XML is used (`patch_xml`); its rendering is not: what it cannot parse it drops.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Undefined
from jinja2 import Template as Compiled
from jinja2.exceptions import TemplateError as EngineError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from aftale_builder.word.faults import TemplateError, TemplateFault
from aftale_builder.word.language import Tree
from aftale_builder.word.marks import Marked
from aftale_builder.word.names import unknown
from aftale_builder.word.ooxml import W_NS, P, texts
from aftale_builder.word.package import Package, WordFileError, open_package, parse
from aftale_builder.word.tags import Scan

_STORIES = ("header", "footer", "footnotes", "endnotes")


@dataclass(frozen=True, slots=True)
class Template:
    """A template ready for use: its parts as stored, and those with tags, compiled, with the tree of their tags."""

    name: str
    data: bytes
    package: Package
    parts: Mapping[str, bytes]
    compiled: Mapping[str, Compiled]
    trees: Mapping[str, Tree]

    def faults(self, view: Mapping[str, Any]) -> tuple[TemplateFault, ...]:
        """Return what is wrong with the template when it is to be filled with this view."""
        return tuple(fault for part, tree in self.trees.items() for fault in unknown(self.name, part, tree, view))

    def render(self, marked: Marked) -> dict[str, etree._Element]:
        """Return the roots of the parts that have tags, with marks in the place of values. Raises TemplateError."""
        return {part: self._render(part, compiled, marked.view) for part, compiled in self.compiled.items()}

    def _render(self, part: str, compiled: Compiled, view: Mapping[str, Any]) -> etree._Element:
        try:
            return parse(compiled.render(view).encode(), part)
        except (EngineError, WordFileError, TypeError) as error:
            message = f"Skabelonen kan ikke sættes sammen ({error})."
            fault = TemplateFault(self.name, part, 0, "", "", message, "Se efter, om et tag står skævt i en tabel.")
            raise TemplateError([fault]) from error


class Source(Protocol):
    """Where a template's bytes come from: a file, or a form that was given tags."""

    @property
    def name(self) -> str:
        """Return the name of the file."""
        ...

    def read_bytes(self) -> bytes:
        """Return the file's bytes."""
        ...


def load(source: Source) -> Template:
    """Return the template in a file. Raises WordFileError, or TemplateError with every fault of its tags."""
    return _load(source.name, source.read_bytes())


def every_fault(source: Source, views: Iterable[Mapping[str, Any]]) -> tuple[TemplateFault, ...]:
    """Return all that is wrong with a template that is to be filled with any of these views: its tags, and their names.

    Where a tag is wrong, those after it are still read. Raises WordFileError where the file can't be read.
    """
    package = open_package(source.read_bytes())
    roots = {part: package.xml(part) for part in stories(package)}
    scans = {part: Scan(source.name, part, root) for part, root in roots.items()}
    found = [*_faults(source.name, roots, scans)]
    found += [fault for view in views for part, scan in scans.items() for fault in unknown(source.name, part, scan.tree, view)]
    return tuple(dict.fromkeys(found))


def has_tags(package: Package) -> bool:
    """Tell whether somebody has put tags into a file, well or badly."""
    words = ("".join(text.text or "" for text in texts(p)) for part in stories(package) for p in package.xml(part).iter(P))
    return any(sign in said for said in words for sign in ("{{", "{%"))


@lru_cache(maxsize=64)
def _load(name: str, data: bytes) -> Template:
    package = open_package(data)
    roots = {part: package.xml(part) for part in stories(package)}
    scans = {part: Scan(name, part, root) for part, root in roots.items()}
    faults = list(_faults(name, roots, scans))
    if faults:
        raise TemplateError(faults)
    tagged = {part: scan.tree for part, scan in scans.items() if scan.tree or part == package.main}
    return Template(name, data, package, package.parts(), {part: _compile(roots[part]) for part in tagged}, tagged)


def _faults(name: str, roots: Mapping[str, etree._Element], scans: Mapping[str, Scan]) -> Iterator[TemplateFault]:
    """Yield what can be told of a template without a view."""
    for scan in scans.values():
        yield from scan.faults
    yield from (_prefix(name, part, root) for part, root in roots.items() if root.nsmap.get("w") != W_NS)


def stories(package: Package) -> tuple[str, ...]:
    """Return the parts that hold text: the document, headers, footers and notes."""
    related = (name for kind in _STORIES for name in package.related(package.main, kind))
    return tuple(dict.fromkeys((package.main, *related)))


def _prefix(name: str, part: str, root: etree._Element) -> TemplateFault:
    message = f"Delen bruger ikke forstavelsen «w:» ({root.prefix}:)."
    return TemplateFault(name, part, 0, "", "", message, "Åbn skabelonen i Word, og gem den igen.")


def _compile(root: etree._Element) -> Compiled:
    root = deepcopy(root)
    for paragraph in root.iter(P):
        _keep_paragraph(list(texts(paragraph)))
    patched: str = DocxTemplate(io.BytesIO()).patch_xml(etree.tostring(root, encoding="unicode"))
    return _ENVIRONMENT.from_string(patched)


def _keep_paragraph(pieces: list[etree._Element]) -> None:
    """Make «{{p x }}» into «{{ x }}»: docxtpl would take the paragraph away, whose properties the prose is to have."""
    whole = "".join(piece.text or "" for piece in pieces)
    if whole.lstrip().startswith("{{p "):
        pieces[0].text = whole.replace("{{p ", "{{ ", 1)
        for piece in pieces[1:]:
            piece.text = ""


class _Environment(ImmutableSandboxedEnvironment):
    """The sandbox. A field of a dict is that field, never a method of dicts («items», «keys»)."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)


def _final(value: Any) -> Any:
    """Return what is to be printed; only marks and figures are."""
    if isinstance(value, (str, Undefined)) or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise TypeError(f"{type(value).__name__} kan ikke skrives")


_ENVIRONMENT = _Environment(undefined=StrictUndefined, autoescape=True, finalize=_final, keep_trailing_newline=True)
PLAIN = _ENVIRONMENT.overlay(autoescape=False)
"""The same engine for text that is not XML."""


def check_view(template: Template, view: Mapping[str, Any]) -> None:
    """Raise TemplateError where the template asks for something that the view does not have."""
    faults: Sequence[TemplateFault] = template.faults(view)
    if faults:
        raise TemplateError(faults)
