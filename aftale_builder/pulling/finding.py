"""Finding what was done to a Word file since it was rendered: the whole way, from its bytes."""

from __future__ import annotations

from collections.abc import Iterator

from aftale_builder.pulling import drawn
from aftale_builder.pulling.base import Base
from aftale_builder.pulling.changes import Change, Edit, Edits, Remark
from aftale_builder.pulling.comparing import Comparison
from aftale_builder.pulling.printed import Printed, printed, remarks, written_by_hand
from aftale_builder.pulling.tracked import rejected
from aftale_builder.word.reading import WordText, read


def edits(base: Base, data: bytes, file: str, *, accept: bool = False) -> Edits:
    """Return what was done to a file since it was rendered; tracked changes are taken as accepted only where told to.

    `file` is what the file is called now. Raises WordFileError.
    """
    word = read(data)
    whole, notes = _compared(base, word, file)
    without = None if accept else rejected(data)
    if without is None:
        return Edits(base.document, whole, (), notes)
    stands, _ = _compared(base, read(without), file)
    return Edits(base.document, stands, tuple(edit for edit in whole if edit not in stands), notes)


def _compared(base: Base, word: WordText, file: str) -> tuple[tuple[Edit, ...], tuple[Remark, ...]]:
    units = written_by_hand(printed(word, base.code))
    comparison = Comparison(base, file)
    found = tuple(comparison.run(units))
    changed = {edit.before: edit.after for edit in found if isinstance(edit, Change) and not edit.lines_before and edit.after}
    figures = tuple(drawn.edits(base.drawn, word, file, changed)) if base.drawn else ()
    return (*found, *figures), tuple(_remarks(units, word, comparison))


def _remarks(units: tuple[Printed, ...], word: WordText, comparison: Comparison) -> Iterator[Remark]:
    texts = remarks(word)
    for unit in units:
        path = comparison.paths.get(id(unit), "")
        yield from (Remark(comparison.at(unit, path), path, texts.get(ref, "")) for ref in unit.commented)
