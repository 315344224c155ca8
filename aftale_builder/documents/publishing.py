"""The package written whole or not at all.

All files are first written into a folder of their own inside the target; then a journal says what is to happen. From that
moment the run is as good as done: each file is put in its place by `os.replace`, and whatever stops it, the next run finishes.
Before the journal nothing has happened. A file that somebody has edited by hand stops the run before anything is written.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from itertools import count
from pathlib import Path, PurePath

from aftale_builder.documents.lock import locked
from aftale_builder.documents.manifest import NAME as MANIFEST
from aftale_builder.documents.manifest import Known, known

STAGING = ".aftale-undervejs"
JOURNAL = "journal.json"

Digest = Callable[[str, bytes], str]


class EditedError(Exception):
    """Files have been changed by hand since they were rendered (or are not ours)."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(names)
        super().__init__(", ".join(self.names))


class OpenElsewhereError(Exception):
    """Files cannot be replaced: another program holds them, or they are read-only.

    `underway`: some are in their place already, and the next run puts the rest there.
    """

    def __init__(self, names: Iterable[str], *, underway: bool = False) -> None:
        self.names = tuple(names)
        self.underway = underway
        super().__init__(", ".join(self.names))


@dataclass(frozen=True)
class Step:
    """One file put in its place (`staged` is its name in the staging folder), or taken away (`staged` is «»).

    `old` and `new` are the digests of the bytes before and after; «» where there is no file.
    """

    name: str
    staged: str
    old: str
    new: str


@dataclass(frozen=True)
class Published:
    """What a run did. `same` were there already; `copies` tells, for each copy kept of an edited file, what that was called."""

    written: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    copies: Mapping[str, str] = field(default_factory=dict)
    finished: bool = False
    """An earlier run had been stopped, and was finished first."""


def publish(
    folder: Path, files: Mapping[str, bytes], digest: Digest, *, settled: Digest | None = None, force: bool = False
) -> Published:
    """Write the files into the folder, the manifest among them, and take away those of the last run that are no longer made.

    `settled` digests a file as if what was proposed in it was done: one that then says what the new one does may give way to it.
    Raises EditedError and OpenElsewhereError before anything is written, BusyError, OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with locked(folder):
        finished = _recover(folder, force=force)
        plan = _Plan(folder, files, digest, settled)
        if plan.edited and not force:
            raise EditedError(plan.edited)
        steps, contents = plan.steps()
        if steps:
            _unwritable(folder, steps)
            _stage(folder, steps, contents)
            _finish(folder, steps)
        return Published(
            tuple(step.name for step in steps if step.new and step.name not in plan.copies),
            tuple(plan.same),
            tuple(step.name for step in steps if not step.new),
            plan.copies,
            finished,
        )


def edited(folder: Path, files: Mapping[str, bytes], digest: Digest, settled: Digest | None = None) -> tuple[str, ...]:
    """Return which of these files lie in the folder with something else in them than was rendered, now or at the last run."""
    return tuple(_Plan(folder, files, digest, settled).edited) if folder.is_dir() else ()


class _Plan:
    """What is to be done, seen against what is there."""

    def __init__(self, folder: Path, files: Mapping[str, bytes], digest: Digest, settled: Digest | None) -> None:
        self._folder, self._files, self._digest, self._settled = folder, files, digest, settled
        found = bytes_of(folder / MANIFEST)
        before = known(found) if found is not None else {}
        self._before: Mapping[str, Known] = before or {}
        self._there = {name: data for name in (*files, *self._before) if (data := bytes_of(folder / name)) is not None}
        self.same = [name for name in files if self._there.get(name) == files[name]]
        self.edited = [name for name in self._there if self._is_edited(name, foreign_manifest=before is None)]
        self.copies: dict[str, str] = {}

    def _is_edited(self, name: str, *, foreign_manifest: bool) -> bool:
        if name == MANIFEST:
            return foreign_manifest
        data, new, before = self._there[name], self._files.get(name), self._before.get(name)
        if data == new or (before is not None and _sha256(data) == before.sha256):
            return False
        content = self._digest(name, data)
        known_contents = {before.content} if before is not None else set()
        if new is not None:
            known_contents.add(self._digest(name, new))
        return content not in known_contents and not self._is_settled(name, data, new)

    def _is_settled(self, name: str, data: bytes, new: bytes | None) -> bool:
        return new is not None and self._settled is not None and self._settled(name, data) == self._settled(name, new)

    def steps(self) -> tuple[list[Step], dict[str, bytes]]:
        """Return the steps in order, the manifest last, and the content of each staged file."""
        steps: list[Step] = []
        contents: dict[str, bytes] = {}

        def put(name: str, data: bytes) -> None:
            staged = f"{len(contents)}{PurePath(name).suffix}"
            contents[staged] = data
            old = self._there.get(name)
            steps.append(Step(name, staged, _sha256(old) if old is not None else "", _sha256(data)))

        for name in self.edited:
            copy = _copy_name(self._folder, name, {*self._files, *self.copies})
            self.copies[copy] = name
            put(copy, self._there[name])
        for name, data in self._files.items():
            if name not in self.same and name != MANIFEST:
                put(name, data)
        gone = (name for name in self._before if name not in self._files and name in self._there)
        steps.extend(Step(name, "", _sha256(self._there[name]), "") for name in gone)
        if MANIFEST in self._files and MANIFEST not in self.same:
            put(MANIFEST, self._files[MANIFEST])
        return steps, contents


def _copy_name(folder: Path, name: str, taken: Collection[str]) -> str:
    """Return the name under which a file that was edited by hand is kept beside the new one."""
    path = PurePath(name)
    candidates = (f"{path.stem} - rettet i hånden{f' {number}' if number > 1 else ''}{path.suffix}" for number in count(1))
    return next(copy for copy in candidates if copy not in taken and not (folder / copy).exists())


def _recover(folder: Path, *, force: bool) -> bool:
    """Finish the run that was stopped here, or undo it where it had not begun; tell whether one was finished."""
    staging = folder / STAGING
    if not staging.exists():
        return False
    journal = bytes_of(staging / JOURNAL)
    if journal is None:
        shutil.rmtree(staging)
        return False
    steps = [Step(**step) for step in json.loads(journal)]
    changed = [step.name for step in steps if not _expected(folder, step)]
    if changed and not force:
        raise EditedError(changed)
    for name in changed:
        if (folder / name).exists():
            _replace(folder / name, folder / _copy_name(folder, name, {step.name for step in steps}))
    _finish(folder, steps)
    return True


def _expected(folder: Path, step: Step) -> bool:
    """Tell whether a file is as it was before the step or as it is after it."""
    data = bytes_of(folder / step.name)
    return (_sha256(data) if data is not None else "") in (step.old, step.new)


def _unwritable(folder: Path, steps: Iterable[Step]) -> None:
    """Raise OpenElsewhereError for files that another program holds: found out before anything is done."""
    held = []
    for step in steps:
        try:
            with (folder / step.name).open("r+b"):
                pass
        except FileNotFoundError:
            continue
        except PermissionError:
            held.append(step.name)
    if held:
        raise OpenElsewhereError(held)


def _stage(folder: Path, steps: list[Step], contents: Mapping[str, bytes]) -> None:
    """Write all content, then the journal: the moment from which the run will be finished, whatever happens."""
    staging = folder / STAGING
    staging.mkdir()
    for staged, data in contents.items():
        _write(staging / staged, data)
    _sync_folder(staging)
    _write(staging / f"{JOURNAL}.ny", json.dumps([asdict(step) for step in steps], ensure_ascii=False).encode())
    _replace(staging / f"{JOURNAL}.ny", staging / JOURNAL)
    _sync_folder(staging)
    _sync_folder(folder)


def _finish(folder: Path, steps: Iterable[Step]) -> None:
    """Take each step that is not taken yet, in order, and clear up."""
    staging = folder / STAGING
    for step in steps:
        try:
            if not step.staged:
                (folder / step.name).unlink(missing_ok=True)
            elif (staging / step.staged).exists():
                _replace(staging / step.staged, folder / step.name)
        except PermissionError as error:
            raise OpenElsewhereError([step.name], underway=True) from error
    _sync_folder(folder)
    (staging / JOURNAL).unlink()
    shutil.rmtree(staging)


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _replace(source: Path, target: Path) -> None:
    os.replace(source, target)  # noqa: PTH105 - the name by which the guarantee is known


def _sync_folder(folder: Path) -> None:
    """Have the folder's entries on the disk; Windows has no such thing, and needs none."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def bytes_of(path: Path) -> bytes | None:
    """Return a file's bytes, None where there is no such file. Raises OpenElsewhereError where another program holds it."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except PermissionError as error:
        raise OpenElsewhereError([path.name]) from error


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
