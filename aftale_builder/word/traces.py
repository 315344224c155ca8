"""What a Word file holds that nobody sees on the page: embedded objects, links to other files, properties, tracked changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from aftale_builder.word.package import Package, Relation
from aftale_builder.word.reading.changes import EVERY
from aftale_builder.word.reading.names import RPR, VAL, W

_TOLD_BY_TYPE = {
    "vbaProject": "makroer",
    "oleObject": "et indlejret objekt",
    "package": "en indlejret fil",
    "control": "et ActiveX-felt",
    "aFChunk": "et indlejret dokument",
    "subDocument": "et underdokument",
}
_LINKED = {
    "attachedTemplate": "en skabelon uden for filen",
    "aFChunk": "et dokument, der ligger uden for filen",
    "package": "en fil, der ligger uden for filen",
    "externalLink": "en kæde til en fil uden for denne",
    "externalLinkPath": "en kæde til en fil uden for denne",
    "image": "et billede, der ligger uden for filen",
    "oleObject": "et objekt, der ligger uden for filen",
    "frame": "en ramme, der ligger uden for filen",
    "subDocument": "et underdokument, der ligger uden for filen",
    "mailMergeSource": "en datakilde til brevfletning",
}
_PROPERTIES = ("core-properties", "extended-properties", "custom-properties")
_STORIES = ("footnotes", "endnotes", "comments", "header", "footer")


@dataclass(frozen=True, slots=True)
class Traces:
    """What is not seen: `objects` in Danish words, `changes` the tracked changes of any kind, `deleted` the words of tracked
    deletions by paragraph, `properties` the texts of the file's properties and the pages it links to, `language` that of its text
    where no run says another.
    """

    objects: tuple[str, ...]
    changes: int
    deleted: tuple[str, ...]
    properties: tuple[str, ...]
    language: str


def traces(package: Package) -> Traces:
    """Return what nobody sees. Raises `WordFileError` for damaged parts."""
    roots = [package.xml(name) for name in _stories(package)]
    return Traces(
        tuple(dict.fromkeys(_objects(package))),
        sum(1 for root in roots for element in root.iter() if element.tag in EVERY),
        tuple(words for root in roots for words in _deleted(root)),
        tuple(_properties(package)),
        _language(package),
    )


def _stories(package: Package) -> Iterator[str]:
    yield package.main
    for kind in _STORIES:
        yield from (name for name in package.related(package.main, kind) if name in package)


def _objects(package: Package) -> Iterator[str]:
    for relation in _every_relation(package):
        if relation.external and relation.kind != "hyperlink":
            yield _LINKED.get(relation.kind, "noget, der ligger uden for filen")
        elif not relation.external and (told := _TOLD_BY_TYPE.get(relation.kind)) is not None:
            yield told


def _every_relation(package: Package) -> Iterator[Relation]:
    for part in ("", *package.names):
        if not part.endswith(".rels"):
            yield from package.relations(part).values()


def _deleted(root: etree._Element) -> Iterator[str]:
    for paragraph in root.iter(f"{W}p"):
        words = "".join(text.text or "" for text in paragraph.iter(f"{W}delText"))
        if words.strip():
            yield words


def _properties(package: Package) -> Iterator[str]:
    for kind in _PROPERTIES:
        for name in package.related("", kind):
            if name in package:
                yield from (text for element in package.xml(name).iter() if (text := (element.text or "").strip()))
    for relation in _every_relation(package):
        if relation.external and relation.kind == "hyperlink" and not relation.target.startswith("mailto:"):
            yield relation.target


def _language(package: Package) -> str:
    for name in package.related(package.main, "styles"):
        lang = package.xml(name).find(f"{W}docDefaults/{W}rPrDefault/{RPR}/{W}lang")
        if lang is not None:
            return lang.get(VAL, "")
    return ""
