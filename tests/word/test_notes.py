"""Which note a mark leads to is told, whatever the notes' ids are."""

from __future__ import annotations

from aftale_builder.word.reading import Kind, read
from tests.word.wordfile import docx, note, p, ref


def test_notes_are_numbered_by_their_first_mention_and_those_without_one_are_loose() -> None:
    notes = note(7, "Syv") + note(3, "Tre") + note(5, "Fem")
    word = read(docx(p("a", ref(3), "b", ref(7), "c", ref(3)), footnotes=notes))
    assert word.note_order == {"footnote 3": 1, "footnote 7": 2}
    assert [(unit.ref, unit.loose) for unit in word.footnotes if unit.kind is Kind.NOTE] == [
        ("footnote 3", False), ("footnote 7", False), ("footnote 5", True),
    ]  # fmt: skip
