"""Words that have got a line through them: no text of the agreement can say that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from aftale_builder.pulling.printed import Printed


def told(before: Sequence[Printed], after: Sequence[Printed]) -> Iterator[tuple[Printed, str]]:
    """Yield each unit of an edited file in which words are struck that were not in the file as rendered, with these words."""
    known = Counter(words for unit in before for words in _struck(unit))
    for unit in after:
        new = [words for words in _struck(unit) if not known[words]]
        if new:
            yield unit, " … ".join(new)


def _struck(unit: Printed) -> Iterator[str]:
    """Yield the words of a unit and of its notes with a line through them."""
    yield from unit.struck
    yield from (words for note in unit.notes for inner in note for words in _struck(inner))
