"""The whole import: a Word file to a new folder, or nothing at all."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from pathlib import Path

from aftale_builder.importing.placing import Imported, NotTheFormError, place
from aftale_builder.importing.proof import shortcomings
from aftale_builder.importing.remarks import remarks
from aftale_builder.importing.writing import UNPLACED, files
from aftale_builder.regulation import Regulativ
from aftale_builder.word.coverage import lost
from aftale_builder.word.package import WordFileError, open_package
from aftale_builder.word.reading import read_package


class RefusedError(Exception):
    """An import that was not made; nothing was written. `message` and `remedy` are for users."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(f"{message} {remedy}")
        self.message = message
        self.remedy = remedy


def import_file(source: Path, target: Path, regulativ: Regulativ) -> Imported:
    """Write the agreement of a filled-in form into a new (or empty) folder. Raises `RefusedError`; then nothing is written."""
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise RefusedError(f"Der ligger allerede noget i «{target}».", "Vælg en ny mappe; det, der ligger der, bliver ikke rørt.")
    found, digest = _read(source, regulativ)
    texts = files(found, source.name, digest)
    target.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=".aftale-import-", dir=target.parent))
    try:
        _write(made, texts)
        _prove(found, made)
        _move(made, target)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return found


def _read(source: Path, regulativ: Regulativ) -> tuple[Imported, str]:
    try:
        package = open_package(source)
        word = read_package(package)
        missing = lost(package, word)
        digest = hashlib.sha256(source.read_bytes()).hexdigest()
    except WordFileError as error:
        raise RefusedError(f"«{source.name}»: {error.message}", error.remedy) from error
    try:
        found = place(word, regulativ, missing)
    except NotTheFormError as error:
        seen = f" Kun disse overskrifter er fundet: {', '.join(error.found)}." if error.found else ""
        raise RefusedError(
            f"«{source.name}» ligner ikke en strategisk samarbejdsaftale for {regulativ.navn}.{seen}",
            "Importen kender skabelonens overskrifter («1. Kort om boligområdet» og så videre). Se, om det er den rigtige fil.",
        ) from error
    found.remarks = remarks(found)
    return found, digest


def _write(folder: Path, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def _prove(found: Imported, folder: Path) -> None:
    lacking = shortcomings(found.ledger, folder, UNPLACED, [words.words for words in found.lost])
    if lacking:
        shown = "\n".join(f"  - {lack}" for lack in lacking[:10])
        raise RefusedError(
            f"Importen kunne ikke bevise, at alle ord kom med. Intet er skrevet.\n{shown}",
            "Meld det til dem, der vedligeholder aftale-builder, med linjerne ovenfor: det er programmets fejl, ikke jeres.",
        )


def _move(made: Path, target: Path) -> None:
    made.chmod(0o777 & ~_umask())  # a temporary folder is for its owner alone; the agreement is not
    if target.exists():
        target.rmdir()  # empty; Windows renames onto nothing
    made.rename(target)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
