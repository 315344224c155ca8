"""Delaftaler and kommissorier into an agreement that is there: what is missing is put in, what is written stays as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from aftale_builder.importing.adding import kommissorium_of, put
from aftale_builder.importing.filling import Filling
from aftale_builder.importing.gathering import Gathered, Source, called
from aftale_builder.importing.known import effort_of, entry, known, written
from aftale_builder.importing.run import RefusedError, gathered
from aftale_builder.importing.unmoved import prove
from aftale_builder.importing.writing import told
from aftale_builder.model import load
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.source.editing import UneditableError
from aftale_builder.source.node import Node, Scalar, Unreadable
from aftale_builder.source.rewriting import Rewritten

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Filled:
    """What was read, and the files as they will be: those of the agreement, and the `accounts` of the Word files."""

    gathered: Gathered
    files: tuple[Rewritten, ...]
    accounts: tuple[Rewritten, ...]


def fill(sources: Sequence[Path], target: Path, regulativ: Regulativ) -> Filled:
    """Return what is to be written for an agreement to have what Word files tell. Raises `RefusedError` and UnwritableError."""
    loaded = load(target)
    aftale = loaded.aftale
    if aftale is None or not aftale.node.complete:
        raise RefusedError(f"Aftalen i «{target}» kan ikke læses.", "Kør «aftale check», og ret det, den siger.")
    if aftale.regulativ != regulativ.id:
        raise RefusedError(
            f"Aftalen i «{target}» er skrevet efter «{aftale.regulativ}».", f"Importen kender formularerne for {regulativ.navn}."
        )
    found = gathered(sources, regulativ, known(aftale), loaded.folder)
    if found.strategic is not None:
        raise RefusedError(
            f"«{found.strategic.path.name}» er en strategisk samarbejdsaftale, og i «{target}» er der allerede en aftale.",
            _instead(found.strategic, target, "Skal den ind for sig selv, så vælg en ny mappe."),
        )
    for source, what, node in _places(found, aftale):
        _refuse_written(source, what, node, target)
    filling = Filling(loaded)
    try:
        put(found, aftale, filling)
        files = filling.files()
    except UneditableError as error:
        file = error.node.span.file
        line, _ = file.position(error.node.span.start)
        raise RefusedError(
            f"{file.name}:{line}: {error.message}", "Ret stedet i filen, og kør igen. Intet er skrevet."
        ) from error
    except FileExistsError as error:
        raise RefusedError(
            f"Der ligger en «{error}» i mappen, som aftalen ikke henter.", "Hent den med !fil i aftale.yaml, eller flyt den."
        ) from error
    accounts = [Rewritten(loaded.folder / name, name, b"", text.encode(), is_new=True) for name, text in told(found).items()]
    prove(found, loaded, [*files, *accounts])
    return Filled(found, tuple(files), tuple(accounts))


def _places(found: Gathered, aftale: Aftale) -> Iterator[tuple[Source, str, Node | None]]:
    """Yield every file, what it is called, and where the agreement has what it tells."""
    for source, _, one in found.delaftaler:
        yield source, called(found, source), entry(effort_of(aftale.node, one.area), "delaftale")
    for source, _, paper in found.kommissorier:
        yield source, called(found, source), kommissorium_of(aftale, paper)


def _refuse_written(source: Source, what: str, node: Node | None, target: Path) -> None:
    """Raise `RefusedError` where anything is written already; a `!fil` to a file that is not there is not."""
    if isinstance(node, Unreadable) and node.span.text.startswith("!fil"):
        return
    there = next((one for one in written(node) if not (one.step == "organ" and one.parent is node)), None)
    if there is not None:
        line, _ = there.span.file.position(there.span.start)
        said = " ".join(there.value.split()) if isinstance(there, Scalar) else ""
        said = f"{said[:_SHOWN]}…" if len(said) > _SHOWN else said
        shown = f" ved «{there.path}»" + (f": «{said}»" if said else "")
        raise RefusedError(
            f"{what[:1].upper()}{what[1:]} er skrevet i forvejen: {there.span.file.name}:{line}{shown}.",
            _instead(source, target, "Intet er skrevet."),
        )


def _instead(source: Source, target: Path, more: str) -> str:
    word, folder = (f'"{path}"' if " " in str(path) else str(path) for path in (source.path, target))
    return (
        "Import skriver kun det, der mangler. Er filen lavet af aftalen og rettet i Word, så hent rettelserne med\n"
        f"  aftale pull {word} --into {folder}\nSe forskellen med\n  aftale check {word} --against {folder}\n{more}"
    )
