"""Which nodes of an edited file are which of the rendered one: first those that are the same, then, between them, the likest.

In time and room it is linear in the number of nodes but for what stands between two that are the same, which has its bounds.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aftale_builder.pulling.tree import Node
from aftale_builder.word.reading import Kind

_MOST_PAIRS = 40_000
"""How many pairs are weighed against each other between two nodes that are the same; where there are more, none is."""
_ALIKE = 0.34
_OF_ANOTHER = 0.6
"""How much of a paragraph's words must be another's for it to be a part of that."""


@dataclass(frozen=True, slots=True)
class Step:
    """What became of nodes: one of each side for one that stayed, none on one side for what is new or gone, two for a paragraph
    that was split or joined.
    """

    before: tuple[Node, ...]
    after: tuple[Node, ...]


def align(before: Sequence[Node], after: Sequence[Node]) -> list[Step]:
    """Return the steps from one to the other, in the order of both."""
    return list(_gathered(list(_aligned(before, after))))


def _aligned(before: Sequence[Node], after: Sequence[Node]) -> Iterator[Step]:
    start = 0
    while start < min(len(before), len(after)) and before[start].key == after[start].key:
        yield Step((before[start],), (after[start],))
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end].key == after[-1 - end].key:
        end += 1
    yield from _between(before[start : len(before) - end], after[start : len(after) - end])
    for at in range(end, 0, -1):
        yield Step((before[-at],), (after[-at],))


def _between(before: Sequence[Node], after: Sequence[Node]) -> Iterator[Step]:
    anchors = _anchors(before, after)
    if not anchors:
        yield from _likest(before, after)
        return
    first, second = 0, 0
    for one, other in anchors:
        yield from _aligned(before[first:one], after[second:other])
        yield Step((before[one],), (after[other],))
        first, second = one + 1, other + 1
    yield from _aligned(before[first:], after[second:])


def _anchors(before: Sequence[Node], after: Sequence[Node]) -> list[tuple[int, int]]:
    """Return the pairs that are the same and stand once on each side, as many as stand in the same order on both."""
    mine, other = Counter(node.key for node in before), {}
    counts = Counter(node.key for node in after)
    other = {node.key: at for at, node in enumerate(after) if counts[node.key] == 1}
    pairs = [(at, other[node.key]) for at, node in enumerate(before) if mine[node.key] == 1 and node.key in other and node.words]
    return _rising(pairs)


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs, in the order of the first, in which the second rises too."""
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for at, (_, second) in enumerate(pairs):
        length = bisect_left(tails, second)
        before.append(last[length - 1] if length else -1)
        tails[length : length + 1] = [second]
        last[length : length + 1] = [at]
    found: list[tuple[int, int]] = []
    at = last[-1] if last else -1
    while at >= 0:
        found.append(pairs[at])
        at = before[at]
    return found[::-1]


def _likest(before: Sequence[Node], after: Sequence[Node]) -> Iterator[Step]:
    """Yield the pairs that are likest in all, and what is new or gone between them."""
    pairs = _best(before, after) if before and after and len(before) * len(after) <= _MOST_PAIRS else []
    first, second = 0, 0
    for one, other in [*pairs, (len(before), len(after))]:
        yield from _placed(before[first:one], after[second:other])
        if one < len(before):
            yield Step((before[one],), (after[other],))
        first, second = one + 1, other + 1


def _placed(before: Sequence[Node], after: Sequence[Node]) -> Iterator[Step]:
    """Yield what stands between two pairs: node by node, where it is as many of the same sort on both sides."""
    if len(before) == len(after) and all(_sort(one) == _sort(other) for one, other in zip(before, after, strict=True)):
        yield from (Step((one,), (other,)) for one, other in zip(before, after, strict=True))
        return
    yield from (Step((node,), ()) for node in before)
    yield from (Step((), (node,)) for node in after)


def _sort(node: Node) -> tuple[object, ...]:
    return node.unit.kind, node.unit.part, node.unit.level, node.unit.item is None


def _best(before: Sequence[Node], after: Sequence[Node]) -> list[tuple[int, int]]:
    counted = [Counter(node.words) for node in before], [Counter(node.words) for node in after]
    best = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    likeness = [
        [_likeness(one, other, counted[0][i], counted[1][j]) for j, other in enumerate(after)] for i, one in enumerate(before)
    ]
    for i in range(len(before) - 1, -1, -1):
        for j in range(len(after) - 1, -1, -1):
            paired = best[i + 1][j + 1] + likeness[i][j] if likeness[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    return list(_path(best, likeness))


def _path(best: list[list[float]], likeness: list[list[float]]) -> Iterator[tuple[int, int]]:
    i, j = 0, 0
    while i < len(likeness) and j < len(likeness[0]):
        if likeness[i][j] and best[i][j] == best[i + 1][j + 1] + likeness[i][j]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def _likeness(one: Node, other: Node, words: Counter[str], others: Counter[str]) -> float:
    """Return how like two nodes are, from 0: the words they share, and whether they hold the same bookmark."""
    if one.unit.kind is not other.unit.kind or one.unit.part is not other.unit.part:
        return 0.0
    shared = 2 * (words & others).total() / max(words.total() + others.total(), 1)
    if one.bookmarks & other.bookmarks:
        return 1.0 + shared
    return shared if shared >= _ALIKE else 0.0


def _gathered(steps: Sequence[Step]) -> Iterator[Step]:
    """Yield the steps, a paragraph with the one that was split off it or joined to it in one."""
    at = 0
    while at < len(steps):
        step = steps[at]
        after = steps[at + 1] if at + 1 < len(steps) else None
        if after is not None and (joined := _together(step, after)) is not None:
            yield joined
            at += 2
        else:
            yield step
            at += 1


def _together(one: Step, other: Step) -> Step | None:
    """Return two steps as one, where one side of one of them is a part of what stands on the other side of the other."""
    shapes = sorted((len(step.before), len(step.after)) for step in (one, other))
    nodes = (*one.before, *other.before, *one.after, *other.after)
    if any(node.unit.kind is not Kind.PARAGRAPH for node in nodes):
        return None
    whole, part = (one, other) if one.before and one.after else (other, one)
    if shapes == [(0, 1), (1, 1)]:
        source, rest, piece = whole.before[0], whole.after[0], part.after[0]
    elif shapes == [(1, 0), (1, 1)]:
        source, rest, piece = whole.after[0], whole.before[0], part.before[0]
    else:
        return None
    left = Counter(source.words) - Counter(rest.words)
    if len(piece.words) and (left & Counter(piece.words)).total() / len(piece.words) >= _OF_ANOTHER:
        return Step((*one.before, *other.before), (*one.after, *other.after))
    return None
