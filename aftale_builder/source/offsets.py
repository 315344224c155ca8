"""From an offset into a scalar's value to the offset in its file, whatever style it is written in."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from aftale_builder.source.node import Scalar

_HEX_ESCAPES = {"x": 2, "u": 4, "U": 8}
_OPENING = {"single": 1, "double": 1}


def source_offsets(scalar: Scalar, start: int, end: int) -> tuple[int, int]:
    """Return the file offsets of `value[start:end]`, the second not included."""
    first = last = scalar.span.start
    for offset, (begin, stop) in enumerate(_aligned(scalar)):
        if offset <= start:
            first = last = begin
        if offset < end:
            last = stop
        else:
            break
    return first, max(first, last)


def alignment(scalar: Scalar) -> list[tuple[int, int]]:
    """Return, for each character of the value, the stretch of the file that it comes from."""
    return list(_aligned(scalar))


def _aligned(scalar: Scalar) -> Iterator[tuple[int, int]]:
    """Yield, for each character of the value, the stretch of the file that it comes from."""
    text, at, limit = scalar.span.file.text, _content_start(scalar), scalar.span.end
    for character in scalar.value:
        if scalar.style == "double":
            at = _past_escaped_ends(text, at, limit)
        at = _skip_layout(text, at, limit, character)
        stop = _consume(text, at, limit, character, scalar.style)
        yield at, stop
        at = stop


def _content_start(scalar: Scalar) -> int:
    start = scalar.span.start
    if scalar.style in ("literal", "folded"):
        return scalar.span.file.text.find("\n", start) + 1
    return start + _OPENING.get(scalar.style, 0)


def _skip_layout(text: str, at: int, limit: int, character: str) -> int:
    """Return where the character can begin: indentation and folded line ends are white space that the value does not hold."""
    if character in " \n":
        while at < limit and text[at] in " \t\r" and character == "\n":
            at += 1
        return at
    while at < limit and text[at] in " \t\r\n" and text[at] != character:
        at += 1
    return at


def _past_escaped_ends(text: str, at: int, limit: int) -> int:
    """Return where the value goes on after line ends that a backslash takes away, with the indentation below them."""
    while at + 1 < limit and text[at] == "\\" and text[at + 1] in "\r\n":
        at = _past_white(text, at + 1, limit)
    return at


def _consume(text: str, at: int, limit: int, character: str, style: str) -> int:
    if at >= limit:
        return limit
    if style == "double" and text[at] == "\\":
        return min(limit, at + 2 + _HEX_ESCAPES.get(text[at + 1], 0))
    if style == "single" and text.startswith("''", at):
        return at + 2
    if character == " " and text[at] in "\r\n" and style != "literal":
        return _past_white(text, at, limit)
    stop = at + 1
    while stop < limit and unicodedata.combining(text[stop]):
        stop += 1
    return stop if text[at:stop] != character and unicodedata.normalize("NFC", text[at:stop]) == character else at + 1


def _past_white(text: str, at: int, limit: int) -> int:
    while at < limit and text[at] in " \t\r\n":
        at += 1
    return at
