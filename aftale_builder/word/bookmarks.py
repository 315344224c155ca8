"""Bookmarks round the places of values, so that a file that people go on writing in can be held against what was rendered.

Their names say nothing: a code, which is the same for the same template and values, and a number. Word hides bookmarks whose
names begin with «_» from its lists.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from aftale_builder.word.marks import Marked
from aftale_builder.word.ooxml import PPR, Element, Elements, P, W, make
from aftale_builder.word.values import Value, inside

_PREFIX = "_A"
_LENGTH = 16


def code(template: bytes, marked: Marked) -> str:
    """Return the code of what a template is filled with: sixteen hexadecimal figures."""
    digest = hashlib.sha256(hashlib.sha256(template).digest())
    for path, value in zip(marked.paths, marked.values, strict=True):
        for told in _told(path, value):
            digest.update(f"{len(told)}:".encode())
            digest.update(told.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:_LENGTH]


def numbered(name: str) -> tuple[str, int] | None:
    """Return the code and the number in a bookmark's name, None where it is none of ours."""
    found, _, number = name.removeprefix(_PREFIX).partition("_")
    ours = name.startswith(_PREFIX) and len(found) == _LENGTH and number.isascii() and number.isdecimal()
    return (found, int(number)) if ours else None


class Bookmarks:
    """Sets the bookmarks of one document, numbered in the order in which they are set."""

    def __init__(self, code: str, parts: Iterable[Element]) -> None:
        self._code = code
        self._number = 0
        ids = (start.get(f"{W}id", "") for root in parts for start in root.iter(f"{W}bookmarkStart"))
        self._free = max((int(number) for number in ids if number.isdecimal()), default=0) + 1

    def around(self, elements: Elements) -> Elements:
        """Return elements that stand beside each other, with a bookmark round them."""
        start, end = self._pair()
        return [start, *elements, end]

    def around_blocks(self, blocks: Elements) -> None:
        """Set a bookmark round blocks, from inside the first to inside the last; none where either is no paragraph."""
        if blocks and blocks[0].tag == P and blocks[-1].tag == P:
            start, end = self._pair()
            properties = blocks[0].find(PPR)
            blocks[0].insert(0 if properties is None else blocks[0].index(properties) + 1, start)
            blocks[-1].append(end)

    def _pair(self) -> tuple[Element, Element]:
        self._number += 1
        number = str(self._free)
        self._free += 1
        start = make("bookmarkStart", id=number)
        start.set(f"{W}name", f"{_PREFIX}{self._code}_{self._number}")
        return start, make("bookmarkEnd", id=number)


def _told(path: str, value: Value) -> Iterator[str]:
    yield path
    for part in inside(value):
        yield part.kind.value
        yield part.text
