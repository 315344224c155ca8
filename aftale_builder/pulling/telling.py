"""The differences between a Word file and the agreement, word by word, as hits: where in the file, and where in the YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from aftale_builder.findings import Anchored, Hit, Place, Related
from aftale_builder.pulling.changes import Added, Change, Edit, Form, Line, Listed, Refused, Removed
from aftale_builder.pulling.excerpts import around, on_one_line
from aftale_builder.pulling.index import Index
from aftale_builder.pulling.leaves import Leaf, leaves
from aftale_builder.source.node import Scalar
from aftale_builder.word.reading import NOTE_MARK, Kind
from aftale_builder.word.spans import differences, even

HELP = "Hent rettelsen hjem med aftale pull, eller lav filen igen med aftale render."
"""What to do where it is not known which of the two was edited."""
_OWN_WORDS = "Skriv dokumentets egne ord, som de var, eller lav filen igen med aftale render."
_HERE = "Her i aftalen"
_LONGEST = 120
_CONTEXT = 4


@dataclass(frozen=True, slots=True)
class _At:
    """A place of the Word file as the place of a finding."""

    found: Place

    def place(self) -> Place:
        return self.found


def told(edit: Edit, index: Index) -> Iterator[Hit]:
    """Yield the differences of one edit. `index` is of the agreement as it is now."""
    match edit:
        case Refused():
            message = _instead(edit.before, edit.after, f" {edit.why}")
            yield Hit(_At(edit.at), message, _OWN_WORDS, subject=edit.after or edit.before)
        case Added():
            said = _short(" | ".join(cell.text for cell in edit.cells))
            yield _hit(edit.at, f"«{said}» står her, men ikke i aftalen.", index.node(edit.path), said)
        case Removed():
            said = _short(edit.before)
            yield _hit(edit.at, f"«{said}» står i aftalen, men ikke her.", index.node(edit.path), said)
        case Listed():
            yield _hit(edit.at, _instead(edit.before, edit.after), index.node(edit.path), f"{edit.before} {edit.after}")
        case Change(form=Form.PROSE):
            yield from _prose(edit, index)
        case Change():
            yield _hit(edit.at, _instead(edit.before, edit.after), index.node(edit.path), f"{edit.before} {edit.after}")


def _instead(before: str, after: str, why: str = "") -> str:
    if not after:
        return f"Her mangler «{_short(before)}».{why}"
    if not before:
        return f"Her står «{_short(after)}», men det gør der ikke i aftalen.{why}"
    if before == after:
        return f"«{_short(after)}» er sat på en anden måde.{why}"
    if on_one_line(before) == on_one_line(after):
        return f"«{_short(after)}» har andre mellemrum, linjeskift eller noter.{why}"
    return f"Her står «{around(after, before)}», men der skulle stå «{around(before, after)}».{why}"


def _hit(at: Place, message: str, home: Anchored | None, subject: str) -> Hit:
    return Hit(_At(at), message, HELP, (Related(home, _HERE),) if home is not None else (), subject=subject)


# --- prose ------------------------------------------------------------------------------------------------------------------


def _prose(change: Change, index: Index) -> Iterator[Hit]:
    """Yield the differences of a longer text: of each line the words, and the lines that are new or gone."""
    home = _Home(index.node(change.path), change.lines_before)
    places = change.places or (change.at,) * len(change.lines_after)
    kept = {line.was for line in change.lines_after}
    for number, line in enumerate(change.lines_before):
        if number not in kept and line.text:
            yield _hit(_beside(change, number), f"Afsnittet «{_short(line.text)}» mangler her.", home.of(number), line.text)
    order = [line.was for line in change.lines_after if line.was is not None]
    for line, at in zip(change.lines_after, places, strict=True):
        if line.was is None:
            if line.text:
                yield _hit(at, f"Afsnittet «{_short(line.text)}» står ikke i aftalen.", home.node, line.text)
        else:
            yield from _line(at, change.lines_before[line.was], line, home)
    if order != sorted(order):
        yield _hit(change.at, "Afsnittene står i en anden rækkefølge end i aftalen.", home.node, "rækkefølge")


def _beside(change: Change, gone: int) -> Place:
    """Return where a line that is gone stood: at the last of those before it that is still there."""
    above = [
        (line.was, at)
        for line, at in zip(change.lines_after, change.places, strict=False)
        if line.was is not None and line.was < gone
    ]
    return max(above, key=lambda pair: pair[0])[1] if above else change.at


def _line(at: Place, before: Line, after: Line, home: _Home) -> Iterator[Hit]:
    """Yield the differences of one line."""
    number = after.was if after.was is not None else 0
    if before.text != after.text:
        for first, last, message in _words(before.text, after.text):
            yield _hit(at, message, home.of(number, first, last), message)
        return
    for message in differences(even(before.spans), even(after.spans)):
        yield _hit(at, f"I «{_short(after.text)}»: {message}.", home.of(number), message)
    if before.level != after.level or before.item != after.item:
        message = f"«{_short(after.text)}» er sat på en anden måde: som overskrift, punkt eller almindeligt afsnit."
        yield _hit(at, message, home.of(number), message)
    if before.notes != after.notes:
        yield _hit(at, f"Noten til «{_short(after.text)}» er en anden end i aftalen.", home.of(number), after.text)


def _words(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    """Yield each stretch of words that differs: where it stands in the text before, and how it differs."""
    one, other = list(re.finditer(r"\S+", before)), list(re.finditer(r"\S+", after))
    matcher = SequenceMatcher(None, [word[0] for word in one], [word[0] for word in other], autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            continue
        here = before[one[first].start() : one[last - 1].end()] if last > first else ""
        there = after[other[start].start() : other[end - 1].end()] if end > start else ""
        at = one[first].start() if first < len(one) else len(before)
        context = " ".join(word[0] for word in one[max(first - _CONTEXT, 0) : first])
        where = f" efter «{_short(context)}»" if context else " i begyndelsen af afsnittet"
        if not here:
            yield at, at, f"«{_short(there)}» står her{where}, men ikke i aftalen."
        elif not there:
            yield at, one[last - 1].end(), f"«{_short(here)}» mangler her{where}."
        else:
            yield at, one[last - 1].end(), f"Her står «{_short(there)}»{where}, men i aftalen «{_short(here)}»."


class _Home:
    """Where the lines of a longer text stand in the YAML."""

    def __init__(self, node: Anchored | None, lines: Sequence[Line]) -> None:
        self.node = node
        self._leaves = dict(_laid(node.value, lines)) if isinstance(node, Scalar) else {}

    def of(self, number: int, start: int = 0, end: int | None = None) -> Anchored | None:
        """Return the place of some letters of a line; that of the whole text where it can't be told."""
        leaf = self._leaves.get(number)
        if leaf is None or not leaf.places or not isinstance(self.node, Scalar):
            return self.node
        last = len(leaf.places) - 1
        stop = last if end is None else max(min(end, len(leaf.places)) - 1, 0)
        return self.node.at(leaf.places[min(start, last)][0], leaf.places[max(stop, min(start, last))][1])


def _laid(source: str, lines: Sequence[Line]) -> Iterator[tuple[int, Leaf]]:
    """Yield the leaf of the Markdown that says each line: those of the same words, in order."""
    found = iter([leaf for leaf in leaves(source).units if leaf.kind == Kind.PARAGRAPH])
    for number, line in enumerate(lines):
        if line.kind != Kind.PARAGRAPH.value or not line.text:
            continue
        for leaf in found:
            if _bare(leaf.text) == _bare(line.text):
                yield number, leaf
                break


def _bare(text: str) -> str:
    return "".join(text.replace(NOTE_MARK, "").split())


def _short(text: str) -> str:
    line = on_one_line(text)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
