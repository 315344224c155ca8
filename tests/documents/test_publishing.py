"""The package is written whole or not at all, and nobody's hand edit is lost."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from aftale_builder.documents import publishing
from aftale_builder.documents.lock import BusyError, locked
from aftale_builder.documents.publishing import EditedError, OpenElsewhereError, publish

FIRST = {"A.docx": b"a1", "B.docx": b"b1", "Gammel.docx": b"g1"}
SECOND = {"A.docx": b"a2", "B.docx": b"b2", "Ny.docx": b"n2"}


def content(name: str, data: bytes) -> str:
    """Return what a file says: in these tests, its bytes without what is after a «|», as a program's own mark."""
    return hashlib.sha256(data.partition(b"|")[0]).hexdigest()


def package(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files with their manifest."""
    listed = [
        {"name": name, "sha256": hashlib.sha256(data).hexdigest(), "content": content(name, data)} for name, data in files.items()
    ]
    return {**files, "manifest.json": json.dumps({"format": "aftale-builder-pakke-1", "files": listed}).encode()}


def there(folder: Path) -> dict[str, bytes]:
    """Return what stands in the folder."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def test_files_are_written_replaced_and_taken_away(tmp_path: Path) -> None:
    publish(tmp_path, package(FIRST), content)
    assert there(tmp_path) == package(FIRST)
    done = publish(tmp_path, package(SECOND), content)
    assert there(tmp_path) == package(SECOND)
    assert done.written == ("A.docx", "B.docx", "Ny.docx", "manifest.json")
    assert done.removed == ("Gammel.docx",)
    assert list(tmp_path.iterdir()) == [tmp_path / name for name in os.listdir(tmp_path)]
    assert not (tmp_path / publishing.STAGING).exists()


def test_a_run_that_changes_nothing_writes_nothing(tmp_path: Path) -> None:
    publish(tmp_path, package(FIRST), content)
    before = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    assert publish(tmp_path, package(FIRST), content).written == ()
    assert {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "Noter.docx").write_bytes(b"mine")
    publish(tmp_path, package(FIRST), content)
    publish(tmp_path, package(SECOND), content)
    assert (tmp_path / "Noter.docx").read_bytes() == b"mine"


@pytest.mark.parametrize("name", ["A.docx", "Gammel.docx"])
def test_a_hand_edit_stops_the_run_before_anything_is_written(tmp_path: Path, name: str) -> None:
    publish(tmp_path, package(FIRST), content)
    (tmp_path / name).write_bytes(b"rettet")
    before = there(tmp_path)
    with pytest.raises(EditedError) as stopped:
        publish(tmp_path, package(SECOND), content)
    assert stopped.value.names == (name,)
    assert there(tmp_path) == before


@pytest.mark.parametrize("name", ["A.docx", "Gammel.docx"])
def test_force_keeps_a_copy_of_each_hand_edit(tmp_path: Path, name: str) -> None:
    publish(tmp_path, package(FIRST), content)
    for number in ("", " 2"):
        (tmp_path / name).write_bytes(b"rettet" + number.encode())
        done = publish(tmp_path, package(SECOND), content, force=True)
        copy = f"{Path(name).stem} - rettet i hånden{number}.docx"
        assert done.copies == {copy: name}
        assert (tmp_path / copy).read_bytes() == b"rettet" + number.encode()
        publish(tmp_path, package(FIRST), content)
    assert (tmp_path / name).read_bytes() == FIRST[name]


def test_saving_anew_without_a_change_of_content_is_no_edit(tmp_path: Path) -> None:
    publish(tmp_path, package(FIRST), content)
    (tmp_path / "A.docx").write_bytes(b"a1|gemt af Word")
    publish(tmp_path, package(SECOND), content)
    assert there(tmp_path) == package(SECOND)


def test_a_file_of_that_name_that_is_not_ours_stops_the_run(tmp_path: Path) -> None:
    (tmp_path / "A.docx").write_bytes(b"mine")
    with pytest.raises(EditedError):
        publish(tmp_path, package(FIRST), content)
    assert there(tmp_path) == {"A.docx": b"mine"}


@pytest.mark.parametrize("foreign", [b"{}", b"[1]", b"ikke json", b"\xff", b'{"format": "aftale-builder-pakke-1", "files": [1]}'])
def test_a_manifest_that_is_not_ours_stops_the_run(tmp_path: Path, foreign: bytes) -> None:
    (tmp_path / "manifest.json").write_bytes(foreign)
    with pytest.raises(EditedError):
        publish(tmp_path, package(FIRST), content)
    assert there(tmp_path) == {"manifest.json": foreign}


def test_a_manifest_cannot_name_files_outside_the_folder(tmp_path: Path) -> None:
    outside, folder = tmp_path / "udenfor.docx", tmp_path / "pakke"
    outside.write_bytes(b"mine")
    folder.mkdir()
    listed = [{"name": "../udenfor.docx", "sha256": hashlib.sha256(b"mine").hexdigest(), "content": content("", b"mine")}]
    (folder / "manifest.json").write_text(json.dumps({"format": "aftale-builder-pakke-1", "files": listed}))
    publish(folder, package(FIRST), content)
    assert outside.read_bytes() == b"mine"


class Stopped(BaseException):
    """The power went."""


def _operations(monkeypatch: pytest.MonkeyPatch, stop_at: int | None) -> list[str]:
    """Count the operations on the disk, and stop before the one with this number."""
    counted: list[str] = []

    def counting(name: str, operation: Callable[..., None]) -> Callable[..., None]:
        def run(*args: object) -> None:
            if len(counted) == stop_at:
                raise Stopped
            counted.append(name)
            operation(*args)

        return run

    for name in ("_write", "_replace", "_sync_folder"):
        monkeypatch.setattr(publishing, name, counting(name, getattr(publishing, name)))
    return counted


def test_whatever_stops_a_run_each_file_is_whole_and_the_next_run_finishes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = package(FIRST), package(SECOND)
    with monkeypatch.context() as patch:
        counted = _operations(patch, None)
        publish(tmp_path / "maal", old, content)
        counted.clear()
        publish(tmp_path / "maal", new, content)
        operations = list(counted)
    assert operations.count("_replace") == len(SECOND) + 2  # the files, the manifest, the journal
    for number in range(len(operations)):
        folder = tmp_path / str(number)
        publish(folder, old, content)
        with monkeypatch.context() as patch:
            _operations(patch, number)
            with pytest.raises(Stopped):
                publish(folder, new, content)
        found = {name: data for name, data in there(folder).items() if not name.startswith(".")}
        assert all(data in (old.get(name), new.get(name)) for name, data in found.items())
        assert set(old) & set(new) <= set(found)
        publish(folder, new, content)
        assert there(folder) == new
        assert not (folder / publishing.STAGING).exists()


def test_an_edit_made_after_a_stopped_run_is_not_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path, package(FIRST), content)
    with monkeypatch.context() as patch:
        counted = _operations(patch, None)
        patch.setattr(publishing, "_finish", _stop)
        with pytest.raises(Stopped):
            publish(tmp_path, package(SECOND), content)
    assert counted.count("_replace") == 1
    (tmp_path / "A.docx").write_bytes(b"rettet")
    with pytest.raises(EditedError):
        publish(tmp_path, package(SECOND), content)
    assert (tmp_path / "A.docx").read_bytes() == b"rettet"
    assert publish(tmp_path, package(SECOND), content, force=True).finished
    assert (tmp_path / "A - rettet i hånden.docx").read_bytes() == b"rettet"
    assert (tmp_path / "A.docx").read_bytes() == SECOND["A.docx"]


def _stop(*_: object) -> None:
    raise Stopped


def test_a_file_held_by_another_program_stops_the_run_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path, package(FIRST), content)
    real = Path.open

    def held(path: Path, mode: str = "r", *args: object) -> object:
        if path.name == "B.docx" and mode == "r+b":
            raise PermissionError
        return real(path, mode)

    monkeypatch.setattr(Path, "open", held)
    with pytest.raises(OpenElsewhereError) as stopped:
        publish(tmp_path, package(SECOND), content)
    assert stopped.value.names == ("B.docx",)
    assert not stopped.value.underway
    monkeypatch.undo()
    assert there(tmp_path) == package(FIRST)


def test_a_file_opened_while_the_run_goes_on_is_told_and_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path, package(FIRST), content)
    real = publishing._replace

    def held(source: Path, target: Path) -> None:
        if target.name == "B.docx":
            raise PermissionError
        real(source, target)

    monkeypatch.setattr(publishing, "_replace", held)
    with pytest.raises(OpenElsewhereError) as stopped:
        publish(tmp_path, package(SECOND), content)
    assert stopped.value.underway
    monkeypatch.undo()
    assert publish(tmp_path, package(SECOND), content).finished
    assert there(tmp_path) == package(SECOND)


def test_two_runs_do_not_write_into_one_folder(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(BusyError):
        publish(tmp_path, package(FIRST), content)
    publish(tmp_path, package(FIRST), content)
    assert there(tmp_path) == package(FIRST)


def _publish_again_and_again(folder: Path) -> None:
    while True:
        publish(folder, package(SECOND), content)
        publish(folder, package(FIRST), content)


@pytest.mark.langsom
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL findes ikke på Windows")
def test_killing_the_process_at_random_moments(tmp_path: Path) -> None:
    chance = random.Random(2026)
    old, new = package(FIRST), package(SECOND)
    context = multiprocessing.get_context("fork")
    publish(tmp_path, old, content)
    finished = 0
    for _ in range(150):
        process = context.Process(target=_publish_again_and_again, args=(tmp_path,))
        process.start()
        time.sleep(chance.uniform(0.001, 0.03))
        assert process.pid is not None
        os.kill(process.pid, signal.SIGKILL)
        process.join()
        found = {name: data for name, data in there(tmp_path).items() if not name.startswith(".")}
        assert all(data in (old.get(name), new.get(name)) for name, data in found.items())
        done = publish(tmp_path, new, content)
        finished += done.finished
        assert there(tmp_path) == new
    assert finished > 0
