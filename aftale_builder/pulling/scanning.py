"""Where the characters of a paragraph's words stand in its Markdown, among signs that only say how words are set."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from aftale_builder.word.reading import NOTE_MARK

_ESCAPABLE = re.compile(r"[!-/:-@\[-`{-~]")


class Look(NamedTuple):
    """How a character is set; `link` is where it leads."""

    bold: bool = False
    italic: bool = False
    link: str = ""


PLAIN = Look()


class Source(NamedTuple):
    """A character of the source of a paragraph's words, and its stretch of the whole text."""

    sign: str
    start: int
    end: int


def split_row(line: str) -> list[tuple[int, int]]:
    """Return where the words of each cell of a table row begin and end."""
    bars = [found.start() for found in re.finditer(r"(?<!\\)\|", line)]
    edges = [-1, *bars, len(line)]
    cells = [(start + 1, end) for start, end in pairwise(edges)]
    if bars and not line[: bars[0]].strip():
        cells = cells[1:]
    if bars and len(cells) > 1 and not line[bars[-1] + 1 :].strip():
        cells = cells[:-1]
    return [_trimmed(line, start, end) for start, end in cells]


def _trimmed(line: str, start: int, end: int) -> tuple[int, int]:
    told = line[start:end]
    if not told.strip():
        at = start + min(1, len(told))
        return at, at
    return start + len(told) - len(told.lstrip()), end - len(told) + len(told.rstrip())


def placed(text: str, looks: Sequence[Look], source: Sequence[Source]) -> tuple[tuple[int, int], ...]:
    """Return where each character of the words stands; nothing where the signs between them are not understood."""
    found: list[tuple[int, int]] = []
    at, before = 0, PLAIN
    for sign, look in zip(text, looks, strict=True):
        if before.link and look.link != before.link:
            at = _past_address(source, at)
        at = _next(source, at, sign)
        if at >= len(source):
            return ()
        begin = at
        if sign == NOTE_MARK:
            at = next((end + 1 for end in range(at, len(source)) if source[end].sign == "]"), len(source))
        elif sign == "\n":
            at = next((end + 1 for end in range(at, len(source)) if source[end].sign == "\n"), len(source))
        elif source[at].sign == "\\" and (sign != "\\" or (at + 1 < len(source) and source[at + 1].sign == "\\")):
            at += 2
        else:
            at += 1
        if at > len(source):
            return ()
        found.append((source[begin].start, source[at - 1].end))
        before = look
    return tuple(found)


def _next(source: Sequence[Source], at: int, sign: str) -> int:
    """Return where a character of the words is written, from `at` on; the signs passed over only say how words are set."""
    while at < len(source):
        here = source[at].sign
        after = source[at + 1].sign if at + 1 < len(source) else ""
        if sign == NOTE_MARK:
            if here == "[" and after == "^":
                return at
        elif sign == "\n":
            if here == "\n" or (here == "\\" and after == "\n") or (here == " " and _breaks(source, at)):
                return at
        elif here == "\\" and _ESCAPABLE.match(after):
            if after == sign:
                return at
            at += 1
        elif here == sign or (here == "\n" and sign == " "):
            return at
        at += 1
    return at


def _breaks(source: Sequence[Source], at: int) -> bool:
    while at < len(source) and source[at].sign == " ":
        at += 1
    return at < len(source) and source[at].sign == "\n"


def _past_address(source: Sequence[Source], at: int) -> int:
    """Return where a link that ends here is over: behind its address, where it has one."""
    begin = at
    while begin + 1 < len(source) and source[begin].sign in "*_`":
        begin += 1
    if begin + 1 >= len(source) or source[begin].sign != "]" or source[begin + 1].sign != "(":
        return at
    depth, angled = 0, False
    for end in range(begin + 1, len(source)):
        sign = source[end].sign
        if source[end - 1].sign == "\\":
            continue
        angled = (angled or sign == "<") and sign != ">"
        depth += 0 if angled else (sign == "(") - (sign == ")")
        if depth == 0:
            return end + 1
    return at
