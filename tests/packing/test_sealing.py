"""The seal finds one changed byte anywhere: in a file, in the manifest, in the archive's own tables."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from aftale_builder.packing.sealing import BrokenSealError, NotAPackageError, code, seal, unseal

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
        for other in (byte ^ 1, byte ^ 0x80, 0 if byte else 255):
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
