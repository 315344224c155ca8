"""Load: a folder or file to the agreement, its files and its faults."""

from __future__ import annotations

from pathlib import Path

from aftale_builder.findings import Fault
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.reading import read
from aftale_builder.record import record
from aftale_builder.source.files import read_tree
from aftale_builder.source.node import SourceFile


@record
class Loaded:
    """An agreement as far as it could be read. `aftale` is None where its root file could not be read as keys with values."""

    folder: Path
    aftale: Aftale | None
    faults: tuple[Fault, ...]
    files: dict[str, SourceFile]


def load(path: Path) -> Loaded:
    """Return the agreement in a folder (its `aftale.yaml`) or with this root file."""
    tree = read_tree(path)
    aftale = read(tree.root, Aftale, tree.faults) if tree.root is not None else None
    return Loaded(tree.folder, aftale, tuple(tree.faults), tree.files)
