"""Files are joined by `!fil`, inside the agreement's folder and nowhere else."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from aftale_builder.source.files import Tree, read_tree
from aftale_builder.source.node import Mapping, Scalar, Unreadable


def tree_of(folder: Path, **files: str | bytes) -> Tree:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_tree(folder)


def entries(tree: Tree) -> Mapping:
    assert isinstance(tree.root, Mapping)
    return tree.root


def test_prose_comes_from_its_own_file_with_its_own_lines(tmp_path: Path) -> None:
    tree = tree_of(tmp_path, aftale_dot_yaml="vision: !fil tekster/v.md\n", tekster__v_dot_md="Første\r\n\r\nanden her\n\n")
    vision = entries(tree).entries["vision"]
    assert isinstance(vision, Scalar)
    assert vision.value == "Første\n\nanden her"
    place = vision.at(vision.value.index("her"), len(vision.value)).place()
    assert (place.file, place.line, place.column, place.path) == ((tmp_path / "tekster/v.md").as_posix(), 3, 7, "vision")
    assert vision.via is not None
    assert vision.via.text == "!fil tekster/v.md"


def test_a_part_is_read_relative_to_the_file_it_stands_in(tmp_path: Path) -> None:
    tree = tree_of(
        tmp_path,
        aftale_dot_yaml="organisation: !fil dele/o.yaml\n",
        dele__o_dot_yaml="tekst: !fil tekst.md\n",
        dele__tekst_dot_md="hej",
    )
    part = entries(tree).entries["organisation"]
    assert isinstance(part, Mapping)
    assert not tree.faults
    assert part.heading.place().line == 1
    assert part.entries["tekst"].path == "organisation/tekst"


@pytest.mark.parametrize(
    "name",
    [
        "../ude.md",
        "tekster/../../ude.md",
        "/etc/hosts.md",
        "C:/x.md",
        "c:x.md",
        "\\\\server\\x.md",
        "tekster\\v.md",
        "''",
        "x.docx",
        "mangler.md",
    ],
)
def test_a_file_outside_or_missing_is_refused_at_its_place(tmp_path: Path, name: str) -> None:
    (tmp_path / "ude.md").write_text("hemmeligt")
    tree = tree_of(tmp_path / "aftale", aftale_dot_yaml=f"vision: !fil {name}\nnavn: x\n", tekster__v_dot_md="")
    assert [(fault.code, fault.at.place().line) for fault in tree.faults] == [("KLD009", 1)]
    assert isinstance(entries(tree).entries["vision"], Unreadable)
    assert "navn" in entries(tree).entries


@pytest.mark.skipif(os.name == "nt", reason="links ask for rights on Windows")
@pytest.mark.parametrize("folder", [True, False])
def test_a_link_out_of_the_folder_is_refused(tmp_path: Path, folder: bool) -> None:
    outside = tmp_path / "ude"
    outside.mkdir()
    (outside / "x.md").write_text("hemmeligt")
    inside = tmp_path / "aftale"
    inside.mkdir()
    (inside / "t").symlink_to(outside) if folder else (inside / "t.md").symlink_to(outside / "x.md")
    tree = tree_of(inside, aftale_dot_yaml=f"vision: !fil {'t/x.md' if folder else 't.md'}\n")
    assert [fault.code for fault in tree.faults] == ["KLD009"]
    assert "hemmeligt" not in str(tree.files)


def test_a_file_that_brings_in_itself_is_refused(tmp_path: Path) -> None:
    tree = tree_of(tmp_path, aftale_dot_yaml="samspil: !fil b.yaml\n", b_dot_yaml="tekst: !fil b.yaml\n")
    assert [fault.code for fault in tree.faults] == ["KLD009"]


def test_a_misspelt_name_gets_the_nearest(tmp_path: Path) -> None:
    tree = tree_of(tmp_path, aftale_dot_yaml="vision: !fil visjon.md\n", vision_dot_md="x")
    assert "vision.md" in tree.faults[0].help


def test_a_name_is_found_composed_or_decomposed(tmp_path: Path) -> None:
    (tmp_path / unicodedata.normalize("NFD", "område.md")).write_text("hej")
    tree = tree_of(tmp_path, aftale_dot_yaml="vision: !fil område.md\n")
    assert not tree.faults


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xff\xfen\x00", "KLD001"),
        ("navn: blåbær".encode("cp1252"), "KLD001"),
        (b"", "KLD002"),
        (b"# kun en kommentar\n", "KLD002"),
        (b"\xef\xbb\xbfnavn: x\r\n", ""),
        (unicodedata.normalize("NFD", "område: å\n").encode(), ""),
    ],
)
def test_how_a_file_is_stored(tmp_path: Path, data: bytes, code: str) -> None:
    tree = tree_of(tmp_path, aftale_dot_yaml=data)
    assert [fault.code for fault in tree.faults] == ([code] if code else [])
    if not code:
        assert list(entries(tree).entries) in (["navn"], ["område"])


def test_a_file_too_large_is_refused_unread(tmp_path: Path) -> None:
    tree = tree_of(tmp_path, aftale_dot_yaml="vision: !fil v.md\n", v_dot_md=b"x" * 8_000_001)
    assert [fault.code for fault in tree.faults] == ["KLD011"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "v.md")
    tree = tree_of(tmp_path, aftale_dot_yaml="vision: !fil v.md\n")
    assert [fault.code for fault in tree.faults] == ["KLD001"]


def test_an_illegal_character_in_prose_has_its_own_line(tmp_path: Path) -> None:
    tree = tree_of(tmp_path, aftale_dot_yaml="vision: !fil v.md\n", v_dot_md="en\nto \x0b\n")
    place = tree.faults[0].at.place()
    assert (tree.faults[0].code, place.line, place.column) == ("KLD010", 2, 4)


def test_a_long_chain_of_files_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    chain = {f"f{number}_dot_yaml": f"tekst: !fil f{number + 1}.yaml\n" for number in range(40)}
    tree = tree_of(tmp_path, aftale_dot_yaml="navn: x\nsamspil: !fil f0.yaml\n", f40_dot_yaml="tekst: y\n", **chain)
    assert [fault.code for fault in tree.faults] == ["KLD011"]
    assert "navn" in entries(tree).entries


def test_a_folder_is_found_composed_or_decomposed(tmp_path: Path) -> None:
    folder = tmp_path / unicodedata.normalize("NFD", "områder")
    folder.mkdir()
    (folder / "v.md").write_text("hej")
    assert not tree_of(tmp_path, aftale_dot_yaml="vision: !fil områder/v.md\n").faults
