"""Real footnotes: the part, with the separators that Word asks for, is added when the first note needs it."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from aftale_builder.word.ooxml import PPR, P, W, make, text
from aftale_builder.word.parts import Parts
from aftale_builder.word.styles import Styles


class Footnotes:
    """The footnotes of one document."""

    def __init__(self, parts: Parts, styles: Styles) -> None:
        self._parts, self._styles = parts, styles

    @property
    def part(self) -> str:
        """Return the name of the part, which is added if there is none."""
        return self._parts.related("footnotes") or self._parts.add("footnotes", _empty())

    def add(self, blocks: Iterable[etree._Element]) -> etree._Element:
        """Add a note of these blocks, and return the run that refers to it."""
        root = self._parts.root(self.part)
        number = str(1 + max((int(note.get(f"{W}id", "0")) for note in root), default=0))
        note = make("footnote", id=number)
        note.extend(blocks)
        if not len(note) or note[0].tag != P:
            note.insert(0, make("p", self._styles.paragraph("footnote text")))
        first = note[0]
        at = 1 if first.find(PPR) is not None else 0
        first.insert(at, self._run(make("footnoteRef")))
        first.insert(at + 1, make("r", text(" ")))
        root.append(note)
        return self._run(make("footnoteReference", id=number))

    def _run(self, content: etree._Element) -> etree._Element:
        return make("r", make("rPr", *self._styles.character("footnote reference")), content)


def _empty() -> etree._Element:
    tight = {"after": "0", "line": "240", "lineRule": "auto"}
    return make(
        "footnotes",
        *(
            make("footnote", make("p", make("pPr", make("spacing", **tight)), make("r", make(name))), type=name, id=number)
            for name, number in (("separator", "-1"), ("continuationSeparator", "0"))
        ),
    )
