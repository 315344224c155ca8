"""What may be wrong with a page, in words: a word outside the margins, two words on each other, small letters, a lost heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tests.layout.pages import Line, Page, Word

SMALLEST = 9.0
SIDE, _EDGE = 56.7, 20.0
"""The margins of our documents, in points: 2 cm at the sides; nothing stands nearer to the upper and lower edge than this."""
_FOOT = 62.0
"""What stands so near to the lower edge is the footer."""
_HEAD = 66.0
"""What stands so near to the upper edge is the header."""
_HEADING = "#1f3d4c"
_ROUNDING = 1.0
_MARK = re.compile(r"\d{1,2}")
"""The mark of a footnote, which is raised."""
_ROW = re.compile(r"R(\d+)([az])")


def faults(pages: Sequence[Page], side: float = SIDE) -> list[str]:
    """Return everything that is wrong with a document's pages, whose margins are so wide."""
    return [
        f"side {page.number}: {told}"
        for page in pages
        for told in (*_outside(page, side), *_on_each_other(page), *_small(page), *_lost(page))
    ]


def cut_rows(pages: Sequence[Page]) -> list[str]:
    """Return the rows whose beginning stands on another page than their end."""
    found: list[str] = []
    for page in pages:
        told = [sign for word in page.words for sign in _ROW.findall(word.text)]
        begun, ended = ([number for number, end in told if end == kind] for kind in "az")
        found += [
            f"side {page.number}: række {number}" for number in {*begun, *ended} if begun.count(number) != ended.count(number)
        ]
    return found


def empty_ends(pages: Sequence[Page], most: float, begins: Sequence[str]) -> list[str]:
    """Return the pages in the middle of a document of which more than a share is empty at the end; not those before a page that
    begins with a line that is always the first of its page.
    """
    found = []
    for page, after in pairwise(pages[1:]):
        body, lines = _body(page), _body(after)
        empty = (page.height - _FOOT - max(line.top for line in body)) / (page.height - _FOOT - _HEAD) if body else 1.0
        if empty > most and not (lines and lines[0].text.startswith(tuple(begins))):
            found.append(f"side {page.number}: {empty:.0%} er tom")
    return found


def _body(page: Page) -> list[Line]:
    return [line for line in page.lines if _HEAD <= line.top < page.height - _FOOT]


def signs(page: Page) -> list[str]:
    """Return the numbers of the rows that begin on a page."""
    return [number for word in page.words for number, end in _ROW.findall(word.text) if end == "a"]


def _outside(page: Page, side: float) -> Iterator[str]:
    for word in page.words:
        sides = word.left < side - _ROUNDING or word.right > page.width - side + _ROUNDING
        if sides or word.top < _EDGE or word.bottom > page.height - _EDGE:
            yield f"«{word.text}» står uden for margenen ({word.left:.0f}-{word.right:.0f}, {word.top:.0f}-{word.bottom:.0f})"


def _on_each_other(page: Page) -> Iterator[str]:
    words = sorted(page.words, key=lambda word: word.top)
    for at, word in enumerate(words):
        for other in words[at + 1 :]:
            if other.top > word.bottom:
                break
            if _overlap(word, other):
                yield f"«{word.text}» og «{other.text}» står oven i hinanden ({word.left:.0f}, {word.top:.0f})"


def _overlap(one: Word, other: Word) -> bool:
    """Tell whether the letters of two words touch: their boxes reach over and under the letters, by a fifth or so."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(_lowest(one), _lowest(other)) - max(_highest(one), _highest(other))
    return across > _ROUNDING and down > _ROUNDING


def _highest(word: Word) -> float:
    return word.top + 0.2 * (word.bottom - word.top)


def _lowest(word: Word) -> float:
    return word.bottom - 0.2 * (word.bottom - word.top)


def _small(page: Page) -> Iterator[str]:
    for line in page.lines:
        if line.size < SMALLEST - 0.05 and not _MARK.fullmatch(line.text):
            yield f"«{line.text}» er kun {line.size} punkter"


def _lost(page: Page) -> Iterator[str]:
    """Yield the heading that stands last on its page."""
    body = _body(page)
    if body and body[-1].colour == _HEADING and page.number > 1:
        yield f"overskriften «{body[-1].text}» står sidst"
