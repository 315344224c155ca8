"""The proof of what is put into an agreement: all that stood there stands there, and all that was read is there."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from aftale_builder.documents.facts import Facts, organ_name
from aftale_builder.importing.accounts import unplaced_file
from aftale_builder.importing.gathering import Gathered
from aftale_builder.importing.known import effort_of, entry
from aftale_builder.importing.printed import unprinted
from aftale_builder.importing.proof import faults, not_kept
from aftale_builder.importing.rest import Read
from aftale_builder.importing.run import refuse
from aftale_builder.importing.writing import ending_of
from aftale_builder.model import Loaded, load
from aftale_builder.model.aftale import Aftale
from aftale_builder.source.node import Scalar, scalars
from aftale_builder.source.rewriting import Rewritten


def prove(found: Gathered, loaded: Loaded, files: Sequence[Rewritten]) -> None:
    """Read the agreement as it will be: all that stood there stands there, and all that was read is there.

    Raises `RefusedError`.
    """
    with TemporaryDirectory(prefix="aftale-") as made:
        folder = Path(made)
        before = load(_copied(loaded, folder))
        for file in files:
            path = folder / unicodedata.normalize("NFC", file.name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.after)
        after = load(folder / _root(loaded))
        lacking = _moved(before, after)
        if after.aftale is None:
            refuse([*lacking, "Aftalen kan ikke læses."])
            return
        facts = Facts(after.aftale, found.agreement.regulativ)
        for read, title in _titled(found, after.aftale):
            lacking += unprinted(read, title, facts)
        for source, read in found.reads():
            kept = folder / unplaced_file(ending_of(found, source))
            lacking += not_kept(read.ledger, kept, [words.words for words in read.lost])
        lacking += _problems(found, after.aftale)
    refuse(lacking)


def _moved(before: Loaded, after: Loaded) -> list[str]:
    """Return what that was written is no longer there, and what cannot be read that could."""
    there = {name: iter(told) for name, told in _by_file(after).items()}
    gone = (
        value for name, told in _by_file(before).items() for key, value in told if (key, value) not in there.get(name, iter(()))
    )
    new = set(faults(after)) - set(faults(before))
    return [*(f"«{value}» ville ikke stå, som det står." for value in gone), *sorted(new)]


def _by_file(loaded: Loaded) -> dict[str, list[tuple[str | int, str]]]:
    """Return what is written in each file, in its order: the key, or the number in a list, with the value."""
    found: dict[str, list[tuple[str | int, str]]] = {}
    for one in scalars(loaded.aftale.node) if loaded.aftale is not None else ():
        if not one.empty and one.value.strip():
            found.setdefault(one.span.file.name, []).append((one.step, one.value))
    return found


def _titled(found: Gathered, aftale: Aftale) -> Iterator[tuple[Read, str]]:
    names = {area.id: area.navn for area in found.agreement.regulativ.indsatsomraader}
    yield from ((read, names[one.area]) for _, read, one in found.delaftaler)
    organs = {str(organ.id): str(organ_name(organ)) for organ in (aftale.organisation.organer if aftale.organisation else ())}
    yield from ((read, organs.get(paper.ref, "Bestyrelsen")) for _, read, paper in found.kommissorier)


def _problems(found: Gathered, aftale: Aftale) -> Iterator[str]:
    for _, _, one in found.delaftaler:
        node = entry(effort_of(aftale.node, one.area), "problemkompleks")
        if one.problem is not None and not (isinstance(node, Scalar) and node.value.strip().endswith(one.problem.text.strip())):
            yield f"Problemkomplekset for «{one.area}» blev ikke skrevet."


def _root(loaded: Loaded) -> str:
    return Path(next(iter(loaded.files))).name


def _copied(loaded: Loaded, folder: Path) -> Path:
    """Write the agreement's files as they are into a folder, and return the path to load."""
    home = unicodedata.normalize("NFC", loaded.folder.as_posix())
    for name, file in loaded.files.items():
        path = folder / Path(name).relative_to(home)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.text.encode("utf-8-sig" if file.bom else "utf-8"))
    return folder / _root(loaded)
