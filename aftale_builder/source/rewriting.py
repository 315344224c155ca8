"""Edits brought to the files they belong to: shown as a diff, or written, all of them or none."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from aftale_builder.source.node import SourceFile
from aftale_builder.source.splice import Edit, splice


class UnwritableError(Exception):
    """A file that cannot be written, or is another than when it was read. Nothing was written. For users, in Danish."""


@dataclass(frozen=True)
class Rewritten:
    """One file before and after, by its path on the disk; `name` is what it is called inside the agreement's folder.

    A file that `is_new` lies nowhere yet.
    """

    path: Path
    name: str
    before: bytes
    after: bytes
    is_new: bool = False


def rewritten(folder: Path, files: Mapping[str, SourceFile], edits: Iterable[Edit]) -> list[Rewritten]:
    """Return the files that the edits change, in the order the agreement brings them in. Raises UnwritableError."""
    paths = {unicodedata.normalize("NFC", path.as_posix()): path for path in folder.rglob("*")}  # a name on the disk may be NFD
    by_file: dict[str, list[Edit]] = {}
    for edit in edits:
        by_file.setdefault(edit.span.file.name, []).append(edit)
    found = []
    for name in (name for name in files if name in by_file):
        path = paths.get(name, Path(name))
        after = splice(files[name], by_file[name])
        before = _bytes(path)
        if before != splice(files[name], ()):
            raise UnwritableError(f"«{name}» er blevet ændret imens. Intet er skrevet; kør igen.")
        if after != before:
            found.append(Rewritten(path, path.relative_to(folder).as_posix(), before, after))
    return found


def diff(changed: Iterable[Rewritten]) -> str:
    """Return the changes as a unified diff that `git apply` reads, files without a last newline included."""
    return "".join(line for file in changed for line in _diff(file))


def write(changed: Iterable[Rewritten]) -> None:
    """Write every file, or none: what was put in place is put back when a later one fails. Raises UnwritableError."""
    staged: list[tuple[Rewritten, Path]] = []
    done: list[Rewritten] = []
    try:
        for file in changed:
            if file.is_new:
                file.path.parent.mkdir(parents=True, exist_ok=True)
            beside = file.path.with_name(f".{file.path.name}.undervejs")
            staged.append((file, beside))
            beside.write_bytes(file.after)
            if not file.is_new:
                beside.chmod(file.path.stat().st_mode)
        for file, beside in staged:
            beside.replace(file.path)
            done.append(file)
    except OSError as error:
        for file in done:
            if file.is_new:
                file.path.unlink()
            else:
                file.path.write_bytes(file.before)
        raise UnwritableError(f"«{file.name}» kan ikke skrives. Er den åben eller skrivebeskyttet? Intet er ændret.") from error
    finally:
        for _, beside in staged:
            beside.unlink(missing_ok=True)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnwritableError(f"«{path}» kan ikke læses igen. Intet er skrevet.") from error


def _diff(file: Rewritten) -> Iterator[str]:
    # Only a newline ends a line of a diff; `splitlines` knows of others.
    before, after = (re.findall(r"[^\n]*\n|[^\n]+", data.decode("utf-8", "replace")) for data in (file.before, file.after))
    old = "/dev/null" if file.is_new else f"a/{file.name}"
    for line in difflib.unified_diff(before, after, old, f"b/{file.name}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
