"""Where a Danish word may be broken with a hyphen: by the sounds of its parts, never a letter or two from its ends."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

_LEAST = 3
"""So many letters stand before a hyphen, and after it."""
_LETTERS = re.compile(r"[^\W\d_]+")


@cache
def _patterns() -> Pyphen:
    import pyphen  # its patterns are read where a word is too long, and nowhere else

    return pyphen.Pyphen(lang="da_DK", left=_LEAST, right=_LEAST)


@lru_cache(maxsize=1_024)
def places(word: str) -> tuple[int, ...]:
    """Return where a word may be broken, by the number of characters before: within its letters, each stretch on its own."""
    return tuple(found.start() + at for found in _LETTERS.finditer(word) for at in _patterns().positions(found[0]))
