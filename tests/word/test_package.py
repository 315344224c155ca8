"""Packages are opened with care, and written with the same bytes every time."""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

import pytest

from aftale_builder.word import archive
from aftale_builder.word.package import Kind, WordFileError, open_package, parse, write_package
from tests.word.wordfile import MAIN, docx, p, packed

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
GOOD = docx(p("Hej"))


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def without(name: str) -> bytes:
    return packed({key: value for key, value in members(GOOD).items() if key != name})


def changed(name: str, data: bytes) -> bytes:
    return packed({**members(GOOD), name: data})


def as_type(content_type: str) -> bytes:
    return docx(p("Hej"), main_type=content_type)


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", "ikke et Word-dokument"),
        (b"Hej, det er tekst", "ikke et Word-dokument"),
        (GOOD[: len(GOOD) // 2], "afkortet"),
        (OLE + b"\0" * 600, "gamle format"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "adgangskode"),
        (packed({"noget.txt": b"hej"}), "ikke et Word-dokument"),
        (without("[Content_Types].xml"), "ikke et Word-dokument"),
        (without("word/document.xml"), "mangler"),
        (changed("[Content_Types].xml", b"<Types"), "gyldig XML"),
        (changed("[Content_Types].xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "DTD"),
        (as_type("application/x-andet"), "et andet slags"),
        (as_type("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"), "Word-skabelon"),
        (as_type("application/vnd.ms-word.document.macroEnabled.main+xml"), "makroer"),
        (as_type(Kind.XLSX.content_type), "Excel-projektmappe"),
        (packed({**members(GOOD), "WORD/document.xml": b"x"}), "dobbelt navn"),
        (packed({**members(GOOD), "../x.xml": b"x"}), "ulovligt"),
    ],
)
def test_what_cannot_be_used_is_said_with_a_remedy(data: bytes, found: str) -> None:
    with pytest.raises(WordFileError) as told:
        open_package(data)
    assert found in told.value.message
    assert told.value.remedy.endswith(".")


def test_strict_open_xml_is_refused_by_name() -> None:
    strict = changed(
        "_rels/.rels",
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
        b'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="word/document.xml"/>'
        b"</Relationships>",
    )
    with pytest.raises(WordFileError, match="Strict Open XML"):
        open_package(strict)


def test_a_zip_with_a_password_is_locked() -> None:
    data = bytearray(GOOD)
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        data[at + offset] |= 1
    with pytest.raises(WordFileError, match="adgangskode"):
        open_package(bytes(data))


def test_a_bomb_is_refused_before_it_goes_off() -> None:
    bomb = packed({**members(GOOD), "word/stor.xml": b" " * (archive.RATIO_FROM + 1)})
    assert len(bomb) < 100_000
    with pytest.raises(WordFileError, match="pakker sig ud"):
        open_package(bomb)


@pytest.mark.parametrize("limit", ["MAX_MEMBERS", "MAX_MEMBER", "MAX_TOTAL"])
def test_each_limit_holds(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    open_package(GOOD)
    monkeypatch.setattr(archive, limit, 3)
    with pytest.raises(WordFileError, match="pakker sig ud"):
        open_package(GOOD)


def test_a_file_too_large_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(GOOD)
    monkeypatch.setattr(archive, "MAX_FILE", 10)
    for source in (GOOD, file):
        with pytest.raises(WordFileError, match="MB"):
            open_package(source)


def test_a_damaged_part_is_told_by_name() -> None:
    data = bytearray(docx("".join(p(f"Afsnit {n} {hashlib.sha256(bytes([n])).hexdigest()}") for n in range(200))))
    at = data.find(b"word/document.xml") + 200
    data[at : at + 40] = bytes(40)
    with pytest.raises(WordFileError, match=r"«word/document\.xml»"):
        open_package(bytes(data)).read("word/document.xml")


@pytest.mark.parametrize("name", ["findes-ikke.docx", ""])
def test_a_file_that_is_not_there_or_is_a_folder_is_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(WordFileError):
        open_package(tmp_path / name)


def test_entities_are_never_expanded_nor_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "hemmelig.txt"
    secret.write_text("hemmelig", encoding="utf-8")
    for doctype in (f'<!DOCTYPE a [<!ENTITY b SYSTEM "{secret.as_uri()}">]>', '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">'):
        with pytest.raises(WordFileError, match="DTD"):
            parse(f"{doctype}<a/>".encode(), "word/document.xml")


def test_a_billion_laughs_is_refused() -> None:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    with pytest.raises(WordFileError):
        parse(f'<!DOCTYPE a [<!ENTITY a0 "ha">{entities}]><a>&a11;</a>'.encode())


def test_relations_and_content_types_are_told() -> None:
    opened = open_package(docx(p("Hej"), links={"rId9": "http://x.dk/a#b"}))
    assert opened.main == "word/document.xml"
    assert opened.content_type(opened.main) == MAIN
    assert opened.content_type("word/ny.xml") == "application/xml"
    assert opened.related(opened.main, "styles") == ("word/styles.xml",)
    link = opened.relations(opened.main)["rId9"]
    assert (link.kind, link.target, link.external) == ("hyperlink", "http://x.dk/a#b", True)
    assert opened.relations("word/styles.xml") == {}


def test_writing_gives_the_same_bytes_whatever_the_order() -> None:
    parts = members(GOOD)
    data = write_package(parts)
    assert data == write_package(dict(reversed(parts.items())))
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        infos = opened.infolist()
    assert [info.filename for info in infos][:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert {(info.compress_type, info.date_time, info.create_system, info.external_attr) for info in infos} == {
        (zipfile.ZIP_STORED, (1980, 1, 1, 0, 0, 0), 0, 0o600 << 16)
    }
    assert open_package(data).parts() == parts


def test_the_bytes_are_the_ones_promised() -> None:
    data = write_package({"b.xml": "æ".encode(), "_rels/.rels": b"r", "[Content_Types].xml": b"t"})
    assert hashlib.sha256(data).hexdigest() == PROMISED


PROMISED = "f3a8587a5d184e2e8d2bf42ca483985e80e11a7a6ecf84028fb8ef4580e7ade2"
"""Changes only when the format of the packages is changed on purpose."""
