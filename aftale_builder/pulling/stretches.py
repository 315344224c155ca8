"""The edits of a longer text, one by one: where in the YAML each of them is, and what was said there before and after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from aftale_builder.findings import Place
from aftale_builder.source.node import Scalar

_APART = 4
"""Edits with fewer words between them are told as one."""
_CONTEXT = 3
_Words = Sequence[re.Match[str]]


@dataclass(frozen=True, slots=True)
class Stretch:
    """One edit of a text: its place in the YAML as it is, and the words there, with some around them, before and after."""

    at: Place
    before: str
    after: str


def stretches(node: Scalar, text: str) -> Iterator[Stretch]:
    """Yield each stretch of words in which a value that is to be this text differs from it, in order."""
    old, new = list(re.finditer(r"\S+", node.value)), list(re.finditer(r"\S+", text))
    for first, last, start, end in _differing([word[0] for word in old], [word[0] for word in new]):
        yield Stretch(_place(node, old, first, last), _said(old, first, last), _said(new, start, end))


def _differing(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    found: list[tuple[int, int, int, int]] = []
    for kind, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        if found and first - found[-1][1] < _APART:
            first, start = found[-1][0], found[-1][2]  # noqa: PLW2901 - it goes on from the one before
            found.pop()
        found.append((first, last, start, end))
    yield from found


def _place(node: Scalar, words: _Words, first: int, last: int) -> Place:
    """Return where words stand; of what is put in between them, the word that it is put before, else the last."""
    if not words:
        return node.place()
    begin = words[min(first, len(words) - 1)]
    end = words[last - 1] if last > first else begin
    return node.at(begin.start(), end.end()).place()


def _said(words: _Words, first: int, last: int) -> str:
    return " ".join(word[0] for word in words[max(first - _CONTEXT, 0) : last + _CONTEXT])
