"""Agreements made up from a seed: the same seed makes the same folder, on any machine.

`folder(seed)` returns every file's text by its path, `write(seed, target)` puts them in a folder. The agreement is read without
faults, has no fejl, and is rendered and proven; its texts hold what breaks templates, Markdown, YAML and parsers of printed
values. `hostile=False` leaves those out. `texts.SHORT` and `texts.PROSE` are the hostile values by themselves.
"""

from __future__ import annotations

import random
from pathlib import Path

from tests.generating.agreement import Agreement
from tests.generating.texts import Texts
from tests.generating.yaml import Style, dump, spread


def folder(seed: int, *, hostile: bool = True) -> dict[str, str]:
    """Return the text of each file of an agreement by its path; `aftale.yaml` is the root."""
    chance = random.Random(seed)
    made = Agreement(chance, Texts(chance, hostile=hostile)).made()
    root, files = spread(made, chance)
    written = {path: text if isinstance(text, str) else dump(text, Style(chance)) for path, text in files.items()}
    return {**written, "aftale.yaml": dump(root, Style(chance))}


def write(seed: int, target: Path, *, hostile: bool = True) -> Path:
    """Write the agreement of a seed into a folder, and return it."""
    for path, text in folder(seed, hostile=hostile).items():
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")
    return target
