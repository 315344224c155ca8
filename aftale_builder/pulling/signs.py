"""The words of one paragraph, changed in the Markdown that says them: only the words that changed, where that can be done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from aftale_builder.importing.inline import Setting, markdown
from aftale_builder.pulling.changes import Line
from aftale_builder.pulling.leaves import Leaf
from aftale_builder.pulling.scanning import PLAIN, Look
from aftale_builder.source.differences import stretches
from aftale_builder.word.reading import NOTE_MARK, Run
from aftale_builder.word.spans import Span, Spans, even


class Told(NamedTuple):
    """What a paragraph is to say: its words, a look for each character, and the labels of its notes."""

    text: str
    looks: tuple[Look, ...]
    labels: tuple[str, ...] = ()


class Part(NamedTuple):
    """New text for a stretch of the source."""

    start: int
    end: int
    text: str


def told(line: Line, labels: Sequence[str] = ()) -> Told:
    """Return what a printed line says."""
    looks = [PLAIN if sign == NOTE_MARK else look for sign, look in zip(line.text, _looks(line), strict=True)]
    text = line.text
    first = len(text) - len(text.lstrip())
    last = len(text.rstrip())
    return Told(text[first:last], tuple(looks[first:last]), tuple(labels))


def _looks(line: Line) -> list[Look]:
    """Return the look of each character; white space that no span tells of has the look of both its sides."""
    flat = [(sign, Look(span.bold, span.italic, span.link)) for span in line.spans for sign in span.text]
    if "".join(sign for sign, _ in flat) == line.text:
        return [look for _, look in flat]
    left = iter([(sign, look) for sign, look in flat if not sign.isspace() and sign != NOTE_MARK])
    found = [None if sign.isspace() or sign == NOTE_MARK else next(left, ("", PLAIN))[1] for sign in line.text]
    return [look if look is not None else _between(found, at) for at, look in enumerate(found)]


def _between(looks: Sequence[Look | None], at: int) -> Look:
    before = next((look for look in reversed(looks[:at]) if look is not None), PLAIN)
    after = next((look for look in looks[at + 1 :] if look is not None), PLAIN)
    return before if before == after else PLAIN


def as_written(leaf: Leaf, before: Told, after: Told) -> Told:
    """Return what a line says now, its looks as the Markdown has them: what did not change in Word is as the leaf says.

    A style may give all of a quote italic, and then nobody sees the author's own; a link may be shown in another form.
    """
    if plainly(leaf.text) != plainly(before.text) or len(leaf.text) != len(before.text):
        return after
    looks = list(after.looks)
    at = number = 0
    last = 0

    def kept(first: int, count: int, position: int) -> None:
        for offset in range(count):
            shown, own = before.looks[first + offset], leaf.looks[first + offset]
            looks[position + offset] = _carried(after.looks[position + offset], shown, own)

    for stretch in stretches(before.text, after.text):
        kept(at, stretch.start - at, number)
        number += stretch.start - at
        beside = max(stretch.start - 1, 0)
        last = number + len(stretch.text)
        for new in range(number, last):
            if beside < len(leaf.looks):
                looks[new] = _carried(after.looks[new], before.looks[beside], leaf.looks[beside])
        at, number = stretch.end, last
    kept(at, len(before.text) - at, number)
    signs = zip(after.text, looks, strict=True)
    return after._replace(looks=tuple(PLAIN if sign == NOTE_MARK else look for sign, look in signs))


def _carried(now: Look, shown: Look, own: Look) -> Look:
    """Return a look now in the author's terms: where it is as was shown, what the author wrote for that."""
    return Look(
        own.bold if now.bold == shown.bold else now.bold,
        own.italic if now.italic == shown.italic else now.italic,
        own.link if now.link == shown.link else now.link,
    )


def spans(said: Told | Leaf) -> Spans:
    """Return the looks of words in the one form in which they are compared."""
    signs = zip(said.text, said.looks, strict=True)
    return even(Span(sign, look.bold, look.italic, look.link.rstrip("/")) for sign, look in signs if sign != NOTE_MARK)


def plainly(text: str) -> str:
    """Return words as they are compared: nobody sees white space at the edges of lines."""
    return "\n".join(line.strip(" \t") for line in text.strip().split("\n"))


def same(one: Told | Leaf, other: Told | Leaf) -> bool:
    """Tell whether both say the same words in the same look, with the same notes."""
    return plainly(one.text) == plainly(other.text) and spans(one) == spans(other) and one.labels == other.labels


def parts(leaf: Leaf, wanted: Told, setting: Setting) -> Iterator[tuple[Part, ...]]:
    """Yield ways to make a leaf say what is wanted, the smallest change first."""
    if leaf.places:
        for widened in (False, True):
            found = _parts(leaf, wanted, setting, widened=widened)
            if found is not None:
                yield found
    yield (Part(leaf.start, leaf.end, written(wanted, setting)),)


def written(wanted: Told, setting: Setting) -> str:
    """Return words in Markdown, anew."""
    return markdown(_runs(wanted, 0, len(wanted.text)), str, setting).markdown


def _runs(wanted: Told, start: int, end: int) -> list[Run]:
    labels = iter(wanted.labels[wanted.text.count(NOTE_MARK, 0, start) :])
    runs: list[Run] = []
    signs = zip(wanted.text[start:end], wanted.looks[start:end], strict=True)
    for (look, is_note), group in groupby(signs, lambda pair: (pair[1], pair[0] == NOTE_MARK)):
        signs_here = "".join(sign for sign, _ in group)
        if is_note:
            runs += [Run(NOTE_MARK, note=next(labels, "")) for _ in signs_here]
        else:
            runs.append(Run(signs_here, look.bold, look.italic, look.link))
    return runs


class _Change(NamedTuple):
    """`old[start:end]` becomes `new[first:last]`."""

    start: int
    end: int
    first: int
    last: int


def _changes(leaf: Leaf, wanted: Told) -> list[_Change]:
    """Return what changed, in words or in look; a note that became another counts as a word."""
    old, new = _keyed(leaf.text, leaf.labels), _keyed(wanted.text, wanted.labels)
    found: list[_Change] = []
    before = after = 0
    for stretch in stretches(old, new):
        found += _looked(leaf, wanted, before, stretch.start, after)
        after += stretch.start - before
        found.append(_Change(stretch.start, stretch.end, after, after + len(stretch.text)))
        before, after = stretch.end, after + len(stretch.text)
    found += _looked(leaf, wanted, before, len(old), after)
    return _joined(found)


def _keyed(text: str, labels: Sequence[str]) -> str:
    """Return text in which each note has a sign of its own."""
    left = iter(labels)
    return "".join(chr(0xF0000 + hash_of(next(left, ""))) if sign == NOTE_MARK else sign for sign in text)


def hash_of(label: str) -> int:
    """Return a number for a label, the same in every run."""
    number = 0
    for sign in label:
        number = (number * 257 + ord(sign)) % 0xFFF0
    return number


def _looked(leaf: Leaf, wanted: Told, start: int, end: int, first: int) -> Iterator[_Change]:
    """Yield the stretches of equal words whose look differs; white space has none of its own."""
    begun: int | None = None
    for at in range(start, end + 1):
        differs = at < end and leaf.looks[at] != wanted.looks[first + at - start]
        blank = at < end and leaf.text[at].isspace()
        if differs and not blank and begun is None:
            begun = at
        if not differs and not (blank and begun is not None) and begun is not None:
            stop = begun + len(leaf.text[begun:at].rstrip())
            yield _Change(begun, stop, first + begun - start, first + stop - start)
            begun = None


def _joined(changes: list[_Change]) -> list[_Change]:
    joined: list[_Change] = []
    for change in changes:
        if joined and joined[-1].end >= change.start:
            joined[-1] = _Change(joined[-1].start, change.end, joined[-1].first, change.last)
        else:
            joined.append(change)
    return joined


def _parts(leaf: Leaf, wanted: Told, setting: Setting, *, widened: bool) -> tuple[Part, ...] | None:
    changes = _changes(leaf, wanted)
    if widened:
        changes = _joined([_widened(leaf, wanted, change) for change in changes])
    found = []
    for change in changes:
        part = _whole(leaf, wanted, change, setting) if widened else _plain(leaf, wanted, change)
        if part is None:
            return None
        found.append(part)
    return tuple(found)


def _plain(leaf: Leaf, wanted: Told, change: _Change) -> Part | None:
    """Return the part for a stretch of one look, before and after: no sign of emphasis or link is touched; None for any other."""
    olds, news = set(leaf.looks[change.start : change.end]), set(wanted.looks[change.first : change.last])
    if len(olds) > 1 or len(news) > 1 or NOTE_MARK in leaf.text[change.start : change.end]:
        return None
    text = wanted.text[change.first : change.last]
    if NOTE_MARK in text or "\n" in text:
        return None
    if not olds:
        at = _insertion(leaf, change.start, next(iter(news), PLAIN))
        return Part(at, at, _escaped(text)) if at is not None else None
    if news and news != olds:
        return None
    first, last = change.start, change.end
    if not news and first and leaf.text[first - 1] == " " == leaf.text[last - 1] and last - 1 in leaf.breaks:
        first, last = first - 1, last - 1  # the blank before goes instead, and the line goes on to end where it does
    return Part(leaf.places[first][0], leaf.places[last - 1][1], _escaped(text))


def _insertion(leaf: Leaf, at: int, look: Look) -> int | None:
    """Return where new words of a look can stand before the character `at`."""
    if at > 0 and leaf.looks[at - 1] == look and leaf.text[at - 1] != NOTE_MARK:
        return leaf.places[at - 1][1]
    if at < len(leaf.text) and leaf.looks[at] == look and leaf.text[at] != NOTE_MARK:
        return leaf.places[at][0]
    if at > 0 and leaf.text[at - 1] == NOTE_MARK and look == PLAIN:
        return leaf.places[at - 1][1]
    return None


def _escaped(text: str) -> str:
    """Return words that no sign of can be taken for Markdown."""
    bare = text.strip()
    if not bare:
        return text
    at = text.index(bare)
    made = markdown([Run(f"x {bare} x")], str, Setting.PARAGRAPH).markdown
    return text[:at] + made[2:-2] + text[at + len(bare) :]


def _widened(leaf: Leaf, wanted: Told, change: _Change) -> _Change:
    """Return the change with all of the emphasis or link that it stands in."""
    start, end, first, last = change
    while start > 0 and (leaf.looks[start - 1] != PLAIN or (first > 0 and wanted.looks[first - 1] != PLAIN)) and first > 0:
        start, first = start - 1, first - 1
    while end < len(leaf.text) and last < len(wanted.text) and (leaf.looks[end] != PLAIN or wanted.looks[last] != PLAIN):
        end, last = end + 1, last + 1
    return _Change(start, end, first, last)


def _whole(leaf: Leaf, wanted: Told, change: _Change, setting: Setting) -> Part:
    """Return the part for a stretch with plain words on both sides: its signs are written anew."""
    start = leaf.places[change.start - 1][1] if change.start else leaf.start
    end = leaf.places[change.end][0] if change.end < len(leaf.text) else leaf.end
    text = wanted.text[change.first : change.last]
    inner = text.strip()
    edges = text.split(inner, 1) if inner else [text, ""]
    made = ""
    if inner:
        at = change.first + len(edges[0])
        made = markdown(_runs(wanted, at, at + len(inner)), str, setting).markdown
    return Part(start, end, made.join(edge.replace("\n", "\\\n") for edge in edges))
