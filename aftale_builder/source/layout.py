"""Where the characters of blocks and of whole files of text stand in the file."""

from __future__ import annotations

import unicodedata

from aftale_builder.source.node import Scalar


def letters(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return, for each character that a stretch of text is read as, where it comes from: composed, with LF line ends."""
    found: list[tuple[int, int]] = []
    at = start
    while at < end:
        stop = at + 1
        if text.startswith("\r\n", at):
            stop = at + 2
        while stop < end and unicodedata.combining(text[stop]):
            stop += 1
        told = text[at:stop] if text[at] != "\r" else "\n"
        found += [(at, stop)] * len(unicodedata.normalize("NFC", told))
        at = stop
    return found


def block_indent(scalar: Scalar) -> int | None:
    """Return how far in the lines of a literal or folded block stand; None where it has none."""
    text = scalar.span.text.split("\n")[1:]
    value = scalar.value.lstrip("\n")
    first = next((line.removesuffix("\r") for line in text if line.strip()), None)
    if first is None or not value:
        return None
    told = value.partition("\n")[0]
    spaces = len(first) - len(first.lstrip(" "))
    return spaces - (len(told) - len(told.lstrip(" ")))


def literal_places(scalar: Scalar, indent: int) -> list[tuple[int, int]] | None:
    """Return where each character of a literal block comes from: each line of its value is a line of the file."""
    text, at = scalar.span.file.text, scalar.span.file.text.find("\n", scalar.span.start) + 1
    places: list[tuple[int, int]] = []
    lines = scalar.value.split("\n")
    for number, line in enumerate(lines):
        if number == len(lines) - 1 and not line:
            break
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        inner = stop - 1 if text[stop - 1 : stop] == "\r" and stop > at else stop
        places += letters(text, min(at + indent, inner), inner)
        if number < len(lines) - 1:
            places.append((inner, min(stop + 1, len(text))))
        at = stop + 1
    return places if len(places) == len(scalar.value) else None
