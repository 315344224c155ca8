"""Short quotations of two texts that differ: such that the difference is in them."""

from __future__ import annotations

from aftale_builder.word.reading import NOTE_MARK

_AROUND = 30


def around(text: str, other: str) -> str:
    """Return a text, or of a long one what stands around where it first differs from the other, on one line."""
    text, other = on_one_line(text), on_one_line(other)
    if len(text) <= 3 * _AROUND:
        return text
    at = next((at for at, (one, two) in enumerate(zip(text, other, strict=False)) if one != two), min(len(text), len(other)))
    start, end = max(0, at - _AROUND), at + 2 * _AROUND
    start = text.find(" ", start, at) + 1 or start
    end = max(text.rfind(" ", at, end), at + 1) if end < len(text) else end
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")


def on_one_line(text: str) -> str:
    """Return the words of a text with one space between, without the signs that stand for notes."""
    return " ".join(text.replace(NOTE_MARK, "").split())
