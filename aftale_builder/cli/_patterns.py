"""File names with «*» and «?» in them, which the shell on Windows leaves to the program."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

_SIGNS = "*?"
"""As on Windows: brackets are letters of a name."""
_LOCK = "~$"
"""How the file begins that Word keeps beside one that it has open."""


def expanded(words: Iterable[str]) -> Iterator[str]:
    """Yield the words of a command line, with the files that a pattern fits in its place, by name.

    A word that is the name of a file itself, an option, and a pattern that fits nothing are left as they are.
    """
    for word in words:
        yield from _fitting(word) or [word]


def _fitting(word: str) -> list[str]:
    if word.startswith("-") or not any(sign in word for sign in _SIGNS) or os.path.lexists(word):
        return []
    from glob import glob

    found = glob(word.replace("[", "[[]"))  # noqa: PTH207 - Path.glob takes no pattern that begins at a root
    return sorted(name for name in found if not os.path.basename(name).startswith(_LOCK))  # noqa: PTH119
