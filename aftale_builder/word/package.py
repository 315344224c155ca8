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
from enum import Enum
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

CONTENT_TYPES = "[Content_Types].xml"
PACKAGE_RELS = "_rels/.rels"

_MB = 1024 * 1024
MAX_FILE = 100 * _MB
MAX_MEMBERS = 5_000
MAX_MEMBER = 64 * _MB
MAX_TOTAL = 256 * _MB
MAX_RATIO = 150
"""How many times larger than the file itself its content may be, once it is over `RATIO_FROM` bytes."""
RATIO_FROM = 16 * _MB

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_FLAG_ENCRYPTED = 0x1
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)
_FIXED_MODE = 0o600 << 16
_TYPES_NS = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELS_NS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_OFFICE_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_OFFICE_DOCUMENT_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
_MAIN = "application/vnd.openxmlformats-officedocument."


class WordFileError(Exception):
    """A file that cannot be used. `message` says what was found, `remedy` how to mend it; both are for users."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(f"{message} {remedy}")
        self.message = message
        self.remedy = remedy


class Kind(Enum):
    """What kind of package is asked for: what a user calls it, its ending, and the content type of its main part."""

    DOCX = ("et Word-dokument", ".docx", _MAIN + "wordprocessingml.document.main+xml")
    XLSX = ("en Excel-projektmappe", ".xlsx", _MAIN + "spreadsheetml.sheet.main+xml")

    def __init__(self, title: str, suffix: str, content_type: str) -> None:
        self.title = title
        self.suffix = suffix
        self.content_type = content_type


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

    def __init__(self, archive: zipfile.ZipFile, kind: Kind) -> None:
        self._archive = archive
        self._relations: dict[str, dict[str, Relation]] = {}
        self._members = {member.filename: member for member in archive.infolist() if not member.is_dir()}
        if CONTENT_TYPES not in self._members or PACKAGE_RELS not in self._members:
            raise _not_a_package(kind)
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
            raise WordFileError(f"Delen «{name}» mangler i filen.", _REPAIR)
        try:
            return self._archive.read(member)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError) as error:
            raise WordFileError(f"Delen «{name}» i filen er beskadiget.", _REPAIR) from error

    def parts(self) -> dict[str, bytes]:
        """Return all parts by name."""
        return {name: self.read(name) for name in self._members}

    def xml(self, name: str) -> etree._Element:
        """Return the root element of an XML part. Raises `WordFileError` as `read` and `parse` do."""
        return parse(self.read(name), name)

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
            raise _not_a_package(kind)
        if main not in self._members:
            raise WordFileError(f"Filens hoveddel «{main}» mangler.", _REPAIR)
        found = self.content_type(main)
        if found != kind.content_type:
            raise WordFileError(
                f"Filen er ikke {kind.title}, men {_OTHER_KINDS.get(found, 'et andet slags dokument')}.",
                f"Åbn den i det rette program, og gem den som {kind.title} ({kind.suffix}).",
            )
        return main


_REPAIR = "Åbn filen i Word eller Excel, lad programmet reparere den, og gem den igen."

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
    data = source if isinstance(source, bytes) else _file(source)
    if len(data) > MAX_FILE:
        raise WordFileError(f"Filen fylder mere end {MAX_FILE // _MB} MB.", "Fjern store billeder fra den, og prøv igen.")
    if data.startswith(_OLE):
        raise _ole(data, kind)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, OverflowError) as error:
        if data.startswith(b"PK\x03\x04"):
            raise WordFileError(
                "Filen er afkortet eller beskadiget.", "Hent den igen, eller find en hel udgave af den."
            ) from error
        raise _not_a_package(kind) from error
    _judge(archive, len(data))
    return Package(archive, kind)


def parse(data: bytes, part: str = "") -> etree._Element:
    """Return the root of an XML part: strictly parsed, nothing fetched, no entity expanded. Raises `WordFileError`."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise WordFileError(f"Delen «{part}» i filen er ikke gyldig XML ({error}).", _REPAIR) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise WordFileError(
            f"Delen «{part}» i filen har en DTD. Det har Office-filer aldrig, og det kan være et angreb.",
            "Åbn filen i Word eller Excel, og gem den igen, hvis du stoler på den.",
        )
    return root


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """Return a package of the parts: the same bytes for the same parts, on any machine and any day."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(parts, key=_order):
            member = zipfile.ZipInfo(name, _FIXED_DATE)
            member.create_system = 0  # Python writes the machine's own, which differs on Windows
            member.external_attr = _FIXED_MODE
            archive.writestr(member, parts[name], zipfile.ZIP_STORED)
    return buffer.getvalue()


def _order(name: str) -> tuple[bool, bool, str]:
    # Readers that stream want the content types first; the rest is by name.
    return (name != CONTENT_TYPES, name != PACKAGE_RELS, name)


def _file(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_FILE:
            raise WordFileError(f"Filen fylder mere end {MAX_FILE // _MB} MB.", "Fjern store billeder fra den, og prøv igen.")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise WordFileError("Filen findes ikke.", "Se efter, om navn og mappe er skrevet rigtigt.") from error
    except IsADirectoryError as error:
        raise WordFileError("Det er en mappe, ikke en fil.", "Skriv navnet på filen i mappen.") from error
    except PermissionError as error:
        raise WordFileError("Filen kan ikke læses.", "Luk den i Word, og se efter, om du har adgang til den.") from error
    except OSError as error:
        raise WordFileError(
            f"Filen kan ikke læses ({error.strerror}).", "Kopiér den til din egen maskine, og prøv igen."
        ) from error


def _judge(archive: zipfile.ZipFile, size: int) -> None:
    members = archive.infolist()
    seen: set[str] = set()
    for member in members:
        name = member.filename.casefold()
        if name in seen or name.startswith("/") or "\\" in name or ".." in name.split("/"):
            raise WordFileError(f"Filen har en del med et ulovligt eller dobbelt navn («{member.filename}»).", _REPAIR)
        seen.add(name)
        if member.flag_bits & _FLAG_ENCRYPTED:
            raise WordFileError(_LOCKED_MESSAGE, _LOCKED_HELP)
    total = sum(member.file_size for member in members)
    too_large = len(members) > MAX_MEMBERS or total > MAX_TOTAL or any(member.file_size > MAX_MEMBER for member in members)
    if too_large or (total > RATIO_FROM and total > MAX_RATIO * size):
        raise WordFileError(
            "Filen pakker sig ud til mere, end et dokument bør fylde.",
            "Er den ægte, så fjern store billeder og indlejrede filer fra den, og prøv igen.",
        )


_LOCKED_MESSAGE = "Filen er låst med en adgangskode."
_LOCKED_HELP = "Åbn den, fjern adgangskoden (Filer → Oplysninger → Beskyt dokument → Krypter med adgangskode), og gem den."


def _ole(data: bytes, kind: Kind) -> WordFileError:
    if _OLE_ENCRYPTED in data:
        return WordFileError(_LOCKED_MESSAGE, _LOCKED_HELP)
    return WordFileError(
        f"Filen er i Offices gamle format (.doc eller .xls), selv om den hedder {kind.suffix}.",
        f"Åbn den i Office, vælg «Gem som» og {kind.title} ({kind.suffix}).",
    )


def _not_a_package(kind: Kind) -> WordFileError:
    return WordFileError(
        f"Filen er ikke {kind.title} ({kind.suffix}).",
        f"Vælg en {kind.suffix}-fil, eller gem dokumentet som {kind.suffix} først.",
    )


def _relation(item: etree._Element, folder: str) -> Relation:
    target = item.get("Target", "")
    external = item.get("TargetMode") == "External"
    if not external:
        joined = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        target = unquote(posixpath.normpath(joined)).partition("#")[0]
    return Relation(item.get("Id", ""), item.get("Type", ""), target, external)
