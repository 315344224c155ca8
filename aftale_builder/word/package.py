"""Office packages (.docx, .xlsx): opened with care, written with the same bytes every time.

Opening trusts nothing: what is not a package, is locked, too large or holds a DTD raises `WordFileError`, in Danish.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from aftale_builder.word.archive import (
    MAX_PARAGRAPHS,
    MAX_TAGS,
    MAX_XML,
    REPAIR,
    Kind,
    WordFileError,
    archive,
    not_a_package,
    too_much,
)

__all__ = ["Kind", "Package", "Relation", "WordFileError", "open_package", "parse", "write_package"]

CONTENT_TYPES = "[Content_Types].xml"
PACKAGE_RELS = "_rels/.rels"

_PARAGRAPHS = (b"<w:p>", b"<w:p ", b"<w:p/>")
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)
_FIXED_MODE = 0o600 << 16
_TYPES_NS = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELS_NS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_OFFICE_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_OFFICE_DOCUMENT_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
_MAIN = "application/vnd.openxmlformats-officedocument."


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation from one part: `target` is the name of a part, or an address when `external`."""

    id: str
    type: str
    target: str
    external: bool

    @property
    def kind(self) -> str:
        """Return the last word of the type («styles», «footnotes», «hyperlink»)."""
        return self.type.rsplit("/", 1)[-1]


class Package:
    """An opened package. Parts are unpacked when asked for."""

    def __init__(self, opened: zipfile.ZipFile, kind: Kind) -> None:
        self._archive = opened
        self._kind = kind
        self._tags: dict[str, int] = {}
        self._relations: dict[str, dict[str, Relation]] = {}
        self._members = {member.filename: member for member in opened.infolist() if not member.is_dir()}
        if CONTENT_TYPES not in self._members or PACKAGE_RELS not in self._members:
            raise not_a_package(kind)
        self._defaults, self._overrides = self._content_types()
        self.main = self._main_part(kind)

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of all parts, in the order of the file."""
        return tuple(self._members)

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def read(self, name: str) -> bytes:
        """Return the bytes of a part. Raises `WordFileError` when it is missing or damaged."""
        member = self._members.get(name)
        if member is None:
            raise WordFileError(f"Delen «{name}» mangler i filen.", REPAIR)
        try:
            return self._archive.read(member)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError) as error:
            raise WordFileError(f"Delen «{name}» i filen er beskadiget.", REPAIR) from error

    def parts(self) -> dict[str, bytes]:
        """Return all parts by name."""
        return {name: self.read(name) for name in self._members}

    def xml(self, name: str) -> etree._Element:
        """Return the root element of an XML part. Raises `WordFileError` as `read` and `parse` do, and where a document has more
        in it than one that people write: reading it would take too long, and too much of the machine.
        """
        data = self.read(name)
        if self._kind is Kind.DOCX:
            self._tags[name] = data.count(b"<")
            paragraphs = sum(map(data.count, _PARAGRAPHS))
            if len(data) > MAX_XML or paragraphs > MAX_PARAGRAPHS or sum(self._tags.values()) > MAX_TAGS:
                raise too_much()
        return parse(data, name)

    def content_type(self, name: str) -> str:
        """Return the content type of a part, «» where the package tells none."""
        return self._overrides.get(name.casefold()) or self._defaults.get(name.rsplit(".", 1)[-1].casefold(), "")

    def relations(self, part: str = "") -> dict[str, Relation]:
        """Return the relations of a part («» for the package itself) by id; none where the part has no relations."""
        if part not in self._relations:
            self._relations[part] = self._read_relations(part)
        return self._relations[part]

    def _read_relations(self, part: str) -> dict[str, Relation]:
        folder, base = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if name not in self._members:
            return {}
        found = (_relation(item, folder) for item in self.xml(name).iter(f"{_RELS_NS}Relationship"))
        return {relation.id: relation for relation in found}

    def related(self, part: str, kind: str) -> tuple[str, ...]:
        """Return the parts of the package that a part points at by this kind of relation («styles», «header»)."""
        return tuple(
            relation.target
            for relation in self.relations(part).values()
            if relation.kind == kind and not relation.external and relation.target in self._members
        )

    def _content_types(self) -> tuple[dict[str, str], dict[str, str]]:
        root = self.xml(CONTENT_TYPES)
        defaults = {
            str(item.get("Extension", "")).casefold(): item.get("ContentType", "") for item in root.iter(f"{_TYPES_NS}Default")
        }
        overrides = {
            str(item.get("PartName", "")).lstrip("/").casefold(): item.get("ContentType", "")
            for item in root.iter(f"{_TYPES_NS}Override")
        }
        return defaults, overrides

    def _main_part(self, kind: Kind) -> str:
        relations = self.relations().values()
        if any(relation.type == _OFFICE_DOCUMENT_STRICT for relation in relations):
            raise WordFileError(
                "Filen er gemt i varianten «Strict Open XML».",
                f"Åbn den i Office, vælg «Gem som» og det almindelige format ({kind.suffix}).",
            )
        main = next((relation.target for relation in relations if relation.type == _OFFICE_DOCUMENT), None)
        if main is None:
            raise not_a_package(kind)
        if main not in self._members:
            raise WordFileError(f"Filens hoveddel «{main}» mangler.", REPAIR)
        found = self.content_type(main)
        if found != kind.content_type:
            raise WordFileError(
                f"Filen er ikke {kind.title}, men {_OTHER_KINDS.get(found, 'et andet slags dokument')}.",
                f"Åbn den i det rette program, og gem den som {kind.title} ({kind.suffix}).",
            )
        return main


_OTHER_KINDS = {
    Kind.DOCX.content_type: Kind.DOCX.title,
    Kind.XLSX.content_type: Kind.XLSX.title,
    _MAIN + "wordprocessingml.template.main+xml": "en Word-skabelon (.dotx)",
    "application/vnd.ms-word.document.macroEnabled.main+xml": "et Word-dokument med makroer (.docm)",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml": "en Word-skabelon med makroer (.dotm)",
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml": "en Excel-projektmappe med makroer (.xlsm)",
    _MAIN + "presentationml.presentation.main+xml": "en PowerPoint-præsentation",
}


def open_package(source: Path | bytes, kind: Kind = Kind.DOCX) -> Package:
    """Return the package in a file (or in the bytes of one). Raises `WordFileError` for anything that cannot be trusted."""
    return Package(archive(source, kind), kind)


def parse(data: bytes, part: str = "") -> etree._Element:
    """Return the root of an XML part: strictly parsed, nothing fetched, no entity expanded. Raises `WordFileError`."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise WordFileError(f"Delen «{part}» i filen er ikke gyldig XML.", REPAIR) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise WordFileError(
            f"Delen «{part}» i filen har en DTD. Det har Office-filer aldrig, og det kan være et angreb.",
            "Åbn filen i Word eller Excel, og gem den igen, hvis du stoler på den.",
        )
    return root


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """Return a package of the parts: the same bytes for the same parts, on any machine and any day."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as packed:
        for name in sorted(parts, key=_order):
            member = zipfile.ZipInfo(name, _FIXED_DATE)
            member.create_system = 0  # Python writes the machine's own, which differs on Windows
            member.external_attr = _FIXED_MODE
            packed.writestr(member, parts[name], zipfile.ZIP_STORED)
    return buffer.getvalue()


def _order(name: str) -> tuple[bool, bool, str]:
    # Readers that stream want the content types first; the rest is by name.
    return (name != CONTENT_TYPES, name != PACKAGE_RELS, name)


def _relation(item: etree._Element, folder: str) -> Relation:
    target = item.get("Target", "")
    external = item.get("TargetMode") == "External"
    if not external:
        joined = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        target = unquote(posixpath.normpath(joined)).partition("#")[0]
    return Relation(item.get("Id", ""), item.get("Type", ""), target, external)
