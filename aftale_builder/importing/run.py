"""The whole import: Word files to a new folder, or nothing at all."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from aftale_builder.documents.facts import Facts
from aftale_builder.importing.accounts import unplaced_file
from aftale_builder.importing.gathering import Gathered, Source, TwiceError, Unread, gather, titled
from aftale_builder.importing.known import Known
from aftale_builder.importing.printed import unprinted
from aftale_builder.importing.proof import faults, not_kept, unwritten
from aftale_builder.importing.remarks import remarks
from aftale_builder.importing.unknown import remedies, unknown
from aftale_builder.importing.writing import ending_of, files
from aftale_builder.model import load
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


def import_files(sources: Sequence[Path], target: Path, regulativ: Regulativ) -> Gathered:
    """Write the agreement of filled-in forms into a new (or empty) folder. Raises `RefusedError`; then nothing is written."""
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise RefusedError(f"Der ligger allerede noget i «{target}».", "Vælg en ny mappe; det, der ligger der, bliver ikke rørt.")
    found = gathered(sources, regulativ)
    texts = files(found)
    target.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=".aftale-import-", dir=target.parent))
    try:
        _write(made, texts)
        _prove(found, made)
        _move(made, target)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return found


def gathered(paths: Sequence[Path], regulativ: Regulativ, known: Known | None = None, beside: Path | None = None) -> Gathered:
    """Return what the files tell beside what is `known`, to be written `beside` what lies in a folder.

    What cannot be read, and what is none of the documents that can be, is left out and told. Raises `RefusedError` where nothing
    is left.
    """
    opened = [_opened(path) for path in paths]
    try:
        found = gather([source for source in opened if isinstance(source, Source)], regulativ, known)
    except WordFileError as error:  # a document that is too large for what it is
        raise RefusedError(f"Delaftalen: {error.message}", error.remedy) from error
    except TwiceError as error:
        raise RefusedError(
            f"«{error.first.path.name}» og «{error.second.path.name}» er begge {error.what}.", "Hent den ene af dem."
        ) from error
    found.unread = [one for one in opened if isinstance(one, Unread)]
    found.unread += [unknown(source.path.name, source.word, seen, regulativ) for source, seen in found.unknown]
    if next(found.reads(), None) is None:
        raise RefusedError("\n".join(one.message for one in found.unread), remedies(found.unread))
    found.beside = frozenset(path.name for path in beside.iterdir()) if beside is not None else frozenset()
    for source, read in found.reads():
        read.remarks = remarks(read, unplaced_file(ending_of(found, source)))
    return found


def _opened(path: Path) -> Source | Unread:
    """Return a Word file with all its units, or why it cannot be read."""
    try:
        package = open_package(path)
        word = read_package(package)
        return Source(path, hashlib.sha256(path.read_bytes()).hexdigest(), word, lost(package, word))
    except WordFileError as error:
        return Unread(path.name, f"«{path.name}»: {error.message}", error.remedy)


def _write(folder: Path, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def _prove(found: Gathered, folder: Path) -> None:
    loaded = load(folder)
    lacking = faults(loaded)
    if found.strategic is not None:
        lacking += unwritten(found.agreement.ledger, loaded)
    if loaded.aftale is not None:
        facts = Facts(loaded.aftale, found.agreement.regulativ)
        for read, title in titled(found):
            lacking += unprinted(read, title, facts)
    for source, read in found.reads():
        kept = folder / unplaced_file(ending_of(found, source))
        lacking += not_kept(read.ledger, kept, [words.words for words in read.lost])
    refuse(lacking)


def refuse(lacking: Sequence[str]) -> None:
    """Raise `RefusedError` where anything is lacking."""
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
