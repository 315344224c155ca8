"""What the pages of a PDF look like, by poppler: each word with its box, each line with the size and colour of its letters."""

from __future__ import annotations

import html
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_ZOOM = 3  # more it does not do
_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')
_FONT = re.compile(r'<fontspec id="(\d+)" size="(-?\d+)" family="[^"]*" color="([^"]*)"')
_LINE = re.compile(r'<text top="(-?\d+)" left="(-?\d+)" width="-?\d+" height="(-?\d+)" font="(\d+)">(.*?)</text>', re.DOTALL)


@dataclass(frozen=True)
class Word:
    """A word and its box, in points from the upper left corner of its page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Line:
    """A stretch of a line in letters of one kind; `top` and `size` in points."""

    text: str
    top: float
    size: float
    colour: str


@dataclass(frozen=True)
class Page:
    """A page, its size in points, and what stands on it from above."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    lines: tuple[Line, ...]


def pages(path: Path) -> list[Page]:
    """Return the pages of a PDF."""
    told = _run("pdftotext", "-bbox", str(path), "-")
    lines = list(_lines(_run("pdftohtml", "-xml", "-i", "-zoom", str(_ZOOM), "-stdout", str(path))))
    found = []
    for number, (width, height, inside) in enumerate(_PAGE.findall(told), start=1):
        words = tuple(Word(html.unescape(text), *map(float, box)) for *box, text in _WORD.findall(inside))
        found.append(Page(number, float(width), float(height), words, lines[number - 1]))
    return found


def _lines(xml: str) -> Iterator[tuple[Line, ...]]:
    fonts: dict[str, tuple[float, str]] = {}
    for page in xml.split("<page ")[1:]:
        fonts.update({ref: (int(size) / _ZOOM, colour) for ref, size, colour in _FONT.findall(page)})
        found = [
            Line(html.unescape(re.sub(r"<[^>]+>", "", text)).strip(), int(top) / _ZOOM, *fonts[font])
            for top, _, _, font, text in _LINE.findall(page)
        ]
        yield tuple(sorted((line for line in found if line.text), key=lambda line: line.top))


def _run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
