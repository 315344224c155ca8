"""The seal finds one changed byte anywhere: in a file, in the manifest, in the archive's own tables."""

from __future__ import annotations

import hashlib
import io
import json
import warnings
import zipfile

import pytest

from aftale_builder.packing.sealing import FORMAT, BrokenSealError, NotAPackageError, code, seal, unseal

FILES = {"01 Æblegård.docx": b"PK-lignende\x00\xff", "tjekliste.md": "Ærø\n".encode(), "tom.txt": b""}
SAID = {"verdict": "godkendt", "ruleset": "2026.1"}


@pytest.fixture(scope="module")
def packed() -> bytes:
    """Return a small package."""
    return seal(FILES, SAID)[0]


def rebuilt(files: dict[str, bytes], compression: int = zipfile.ZIP_STORED) -> bytes:
    """Return the archive as another program packs it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as opened:
        for name, data in files.items():
            opened.writestr(name, data)
    return buffer.getvalue()


def members(packed: bytes) -> dict[str, bytes]:
    """Return what a package holds."""
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def test_a_package_says_what_it_holds(packed: bytes) -> None:
    found = unseal(packed)
    assert found.said["verdict"] == "godkendt"
    assert [file["name"] for file in found.said["files"]] == sorted(FILES)
    assert found.seal == seal(FILES, SAID)[1]
    assert found.code == code(found.seal) == "-".join(found.seal[at : at + 4] for at in (0, 4, 8, 12))


def test_the_same_files_give_the_same_package(packed: bytes) -> None:
    assert seal(dict(reversed(FILES.items())), SAID)[0] == packed


def test_every_single_changed_byte_is_found(packed: bytes) -> None:
    unseen = []
    for at, byte in enumerate(packed):
        for other in {byte ^ 1, byte ^ 0x80, 0 if byte else 255, 8} - {byte}:  # 8: the method of what is compressed
            damaged = packed[:at] + bytes([other]) + packed[at + 1 :]
            try:
                unseal(damaged)
            except (BrokenSealError, NotAPackageError):
                continue
            unseen.append(at)
    assert not unseen


@pytest.mark.parametrize("cut", [1, 7, 200])
def test_a_cut_or_lengthened_package_is_found(packed: bytes, cut: int) -> None:
    for other in (packed[:-cut], packed[cut:], packed + b"x" * cut, b"x" * cut + packed):
        with pytest.raises((BrokenSealError, NotAPackageError)):
            unseal(other)


def test_the_file_that_was_changed_is_named(packed: bytes) -> None:
    with pytest.raises(BrokenSealError) as told:
        unseal(rebuilt({**members(packed), "tjekliste.md": b"andet\n"}))
    assert told.value.problems == ("«tjekliste.md» er ændret.",)
    at = packed.index("Ærø".encode())
    with pytest.raises(BrokenSealError) as told:
        unseal(packed[:at] + b"X" + packed[at + 1 :])
    assert told.value.problems == ("«tjekliste.md» er ændret eller beskadiget.",)


def test_files_taken_out_or_put_in_are_named(packed: bytes) -> None:
    others = members(packed)
    del others["tom.txt"]
    with pytest.raises(BrokenSealError) as told:
        unseal(rebuilt({**others, "ny.docx": b"ny"}))
    assert told.value.problems == ("«tom.txt» mangler.", "«ny.docx» er lagt i pakken senere.")


def test_a_file_that_has_another_name_is_told_by_both(packed: bytes) -> None:
    others = members(packed)
    others["02 Æblegård.docx"] = others.pop("01 Æblegård.docx")
    with pytest.raises(BrokenSealError) as told:
        unseal(rebuilt(others))
    assert told.value.problems == ("«01 Æblegård.docx» hedder nu «02 Æblegård.docx».",)


def raw(packed: bytes, *, also: dict[str, bytes] | None = None, comment: bytes = b"", extra: bytes = b"") -> bytes:
    """Return the archive written once more, with members beside, a comment, or an extra field on each member."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(buffer, "w") as opened, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of two members of one name
        for member in old.infolist():
            member.extra = extra
            opened.writestr(member, old.read(member))
        for name, data in (also or {}).items():
            opened.writestr(name, data)
        opened.comment = comment
    return buffer.getvalue()


def test_what_is_changed_around_the_files_is_found(packed: bytes) -> None:
    same = members(packed)["tjekliste.md"]
    directory = packed.index(b"PK\x01\x02")
    ways = {
        "kommentar": raw(packed, comment=b"hej"),
        "ekstra felt": raw(packed, extra=b"\x01\xff\x02\x00ab"),
        "samme navn, andet": raw(packed, also={"tjekliste.md": b"andet"}),
        "samme navn, det samme": raw(packed, also={"tjekliste.md": same}),
        "en mappe": raw(packed, also={"mappe/": b""}),
        "anden orden": rebuilt(dict(reversed(members(packed).items()))),
        "imellem": packed[:directory] + b"skjult" + packed[directory:],
        "to gange": packed + packed,
        "foran": b"#!/bin/sh\n" + packed,
        "bagefter": packed + b"\0",
    }
    unseen = []
    for way, other in ways.items():
        try:
            unseal(other)
        except BrokenSealError:
            continue
        unseen.append(way)
    assert not unseen


@pytest.mark.parametrize("files", [None, {}, [1], [{"name": "a"}]])
def test_a_seal_on_something_else_is_no_fault_of_the_program(files: object) -> None:
    whole: dict[str, object] = {"format": FORMAT, "files": files}
    sealed = hashlib.sha256((json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()).hexdigest()
    data = (json.dumps({**whole, "seal": sealed}, ensure_ascii=False, indent=2) + "\n").encode()
    with pytest.raises(BrokenSealError):
        unseal(rebuilt({"manifest.json": data}))


def test_a_manifest_written_anew_without_its_seal_is_found(packed: bytes) -> None:
    whole = json.loads(members(packed)["manifest.json"])
    whole["verdict"] = "afvist"
    data = (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()
    with pytest.raises(BrokenSealError, match=r"«manifest\.json» i pakken er ændret"):
        unseal(rebuilt({**members(packed), "manifest.json": data}))


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_package_that_was_unpacked_and_packed_again_is_told_from_the_original(packed: bytes, compression: int) -> None:
    with pytest.raises(BrokenSealError, match=r"pakket om"):
        unseal(rebuilt(members(packed), compression))


@pytest.mark.parametrize(
    "other", [b"", b"%PDF-1.6", rebuilt({}), rebuilt({"a": b"b"}), rebuilt({"manifest.json": b'{"format": "andet"}'})]
)
def test_what_is_no_package_of_ours_is_said_to_be_none(other: bytes) -> None:
    with pytest.raises(NotAPackageError):
        unseal(other)


@pytest.mark.parametrize("manifest", [b"", b"[]", b"{}", b"\xff\xfe", b"nul"])
def test_a_ruined_manifest_is_told(manifest: bytes) -> None:
    with pytest.raises(BrokenSealError):
        unseal(rebuilt({"manifest.json": manifest}))
