"""The cases of a rule: where they stand, and how many there are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aftale_builder.rules.registry import Rule

ROOT = Path(__file__).parent.parent.parent
ROOMS = ("rules", "word_check")
"""The folders of `tests/` that hold a folder of cases for each rule; the verdict ends the name of a case."""
_LISTS = frozenset({"test_registry.py", "test_rules.py", "test_messages.py"})
"""Modules that name codes without trying the rules."""


@dataclass(frozen=True)
class Cases:
    """Where a rule's cases stand, from the top of the repository; in how many it speaks and in how many it is silent.

    Both are 0 where the cases are code: then `place` is the module.
    """

    place: str
    speaks: int = 0
    silent: int = 0


def cases_of(rule: Rule) -> tuple[Cases, ...]:
    """Return the cases of a rule: its folders, else the test module that tries it; none where there is neither."""
    name = f"{rule.code.lower()}_{rule.name.replace('-', '_')}"
    folders = tuple(_folder(folder) for room in ROOMS if (folder := ROOT / "tests" / room / name).is_dir())
    return folders or tuple(Cases(path) for path, codes in _modules() if rule.code in codes)[:1]


def _folder(folder: Path) -> Cases:
    stems = [file.stem for file in folder.iterdir() if file.suffix in (".yaml", ".txt")]
    silent = sum(stem.endswith("-valid") for stem in stems)
    return Cases(folder.relative_to(ROOT).as_posix(), len(stems) - silent, silent)


@cache
def _modules() -> tuple[tuple[str, frozenset[str]], ...]:
    """Return the test modules that name codes, those that name the fewest first."""
    found = []
    for path in sorted((ROOT / "tests").rglob("*.py")):
        codes = frozenset(re.findall(r"\b[A-Z]{3}[0-9]{3}\b", path.read_text("utf-8")))
        if codes and path.name not in _LISTS:
            found.append((path.relative_to(ROOT).as_posix(), codes))
    return tuple(sorted(found, key=lambda item: (len(item[1]), item[0])))
