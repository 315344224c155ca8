"""The words of a Markdown text, read for a proof: nothing of what writes Markdown is used here."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from aftale_builder.word.markdown import tokens


def markdown_words(text: str) -> tuple[list[str], list[str]]:
    """Return the words of a Markdown text in their order: those of the text, and those of its notes."""
    body: list[str] = []
    notes: list[str] = []
    inside = 0
    for token in tokens(text):
        inside += (token.type == "footnote_reference_open") - (token.type == "footnote_reference_close")
        if token.type == "inline":
            (notes if inside else body).extend(words_of("".join(_shown(token.children or []))))
    return body, notes


def _shown(children: Iterable[object]) -> Iterator[str]:
    for child in children:
        kind = child.type  # type: ignore[attr-defined]
        yield "\n" if kind in {"softbreak", "hardbreak"} else child.content  # type: ignore[attr-defined]


def words_of(text: str) -> list[str]:
    """Return the words of a text."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).split()
