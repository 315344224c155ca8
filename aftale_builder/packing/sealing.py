"""The seal: a zip file that says of itself what it holds, and that can be made again from what it holds, byte for byte.

manifest.json names every other file with its digest, and carries a digest of itself. The archive is written in one way only. So
nothing in it, neither a file, nor the manifest, nor a date in the archive's own tables, can be another without being found.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aftale_builder.word.package import write_package

NAME = "manifest.json"
FORMAT = "aftale-builder-upload-1"
_SEAL = "seal"
_CODE = 16
_UNREADABLE = (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, OverflowError)


class BrokenSealError(Exception):
    """The file is not as it was packed. `problems` say where, for users."""

    def __init__(self, *problems: str) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


class NotAPackageError(Exception):
    """The file is no package of ours at all."""


@dataclass(frozen=True)
class Sealed:
    """A package whose seal holds: what its manifest says, and the seal."""

    said: Mapping[str, Any]
    seal: str

    @property
    def code(self) -> str:
        """Return the beginning of the seal in groups of four, for a person to note and compare."""
        return code(self.seal)


def seal(files: Mapping[str, bytes], said: Mapping[str, Any]) -> tuple[bytes, str]:
    """Return the archive of the files with a manifest that says `said` of them, and its seal (a sha256 in hex)."""
    whole = {
        "format": FORMAT,
        **said,
        "files": [{"name": name, "sha256": _sha256(files[name])} for name in sorted(files)],
    }
    sealed = _sha256(_dumped(whole))
    return write_package({**files, NAME: _dumped({**whole, _SEAL: sealed})}), sealed


def code(sealed: str) -> str:
    """Return the beginning of a seal in groups of four."""
    return "-".join(sealed[at : at + 4] for at in range(0, _CODE, 4))


def unseal(data: bytes) -> Sealed:
    """Return what a sealed package says of itself. Raises BrokenSealError and NotAPackageError."""
    members = _members(data)
    found = members.pop(NAME, None)
    if found is None:
        raise NotAPackageError
    said, sealed = _manifest(found)
    problems = list(_differences(said, members))
    if problems:
        raise BrokenSealError(*problems)
    if write_package({**members, NAME: found}) != data:
        raise BrokenSealError("Filerne i pakken er, som de var, men zip-filen om dem er ikke: den er pakket om eller ændret.")
    return Sealed(said, sealed)


def _members(data: bytes) -> dict[str, bytes]:
    """Return what the archive holds. Raises BrokenSealError where it cannot be read whole, NotAPackageError where it is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            members = opened.infolist()
            if any(member.compress_type != zipfile.ZIP_STORED for member in members):  # ours are stored as they are
                raise BrokenSealError("Zip-filen er pakket om eller ændret: filer i den er komprimeret, og det var de ikke.")
            if sum(member.file_size for member in members) > len(data):  # members that share their bytes
                raise BrokenSealError("Zip-filen er ændret: den siger, at den holder mere, end den fylder.")
            read = {member.filename: _read(opened, member) for member in members}
    except (*_UNREADABLE, OSError) as error:
        if data.startswith(b"PK"):
            raise BrokenSealError("Zip-filen er beskadiget eller afkortet: den kan ikke læses til ende.") from error
        raise NotAPackageError from error
    if damaged := [name for name, found in read.items() if found is None]:
        raise BrokenSealError(*(f"«{name}» er ændret eller beskadiget." for name in damaged))
    return {name: found for name, found in read.items() if found is not None}


def _read(opened: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes | None:
    """Return a file of the archive, None where its bytes are not those that its checksum is of."""
    try:
        return opened.read(member)
    except _UNREADABLE:
        return None


def _manifest(found: bytes) -> tuple[dict[str, Any], str]:
    """Return what a manifest says, without its seal, and the seal, which must be that of what it says."""
    broken = BrokenSealError(f"«{NAME}» i pakken er ændret.")
    try:
        whole = json.loads(found)
    except ValueError as error:
        raise broken from error
    if not isinstance(whole, dict) or "format" not in whole:
        raise broken
    if whole["format"] != FORMAT:
        raise NotAPackageError
    sealed = str(whole.pop(_SEAL, ""))
    if _sha256(_dumped(whole)) != sealed or _dumped({**whole, _SEAL: sealed}) != found or not _is_list(whole.get("files")):
        raise broken
    return whole, sealed


def _is_list(files: object) -> bool:
    """Tell whether this is a list of files as we write it: anybody can put a seal on something else."""
    return isinstance(files, list) and all(isinstance(file, dict) and {"name", "sha256"} <= file.keys() for file in files)


def _differences(said: Mapping[str, Any], members: Mapping[str, bytes]) -> list[str]:
    """Return how the files differ from what the manifest says of them."""
    known = {str(file["name"]): str(file["sha256"]) for file in said["files"]}
    has = {name: _sha256(data) for name, data in members.items()}
    new = [name for name in has if name not in known]
    gone = {name: next((now for now in new if has[now] == known[name]), "") for name in known if name not in has}
    problems = [f"«{name}» hedder nu «{now}»." if now else f"«{name}» mangler." for name, now in gone.items()]
    problems += [f"«{name}» er ændret." for name in has if name in known and has[name] != known[name]]
    return problems + [f"«{name}» er lagt i pakken senere." for name in new if name not in gone.values()]


def _dumped(whole: Mapping[str, Any]) -> bytes:
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
