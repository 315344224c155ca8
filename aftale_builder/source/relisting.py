"""A list given other items, or its own in another order: those that stay keep their own writing, and little else is touched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from aftale_builder.source import emit
from aftale_builder.source.editing import emptied, text_of, with_item, without_item
from aftale_builder.source.emit import Raw
from aftale_builder.source.node import Sequence as ListNode
from aftale_builder.source.node import Span
from aftale_builder.source.splice import Edit


def relisted(sequence: ListNode, wanted: Sequence[int | str | Raw]) -> tuple[Edit, ...]:
    """Return the edits that give a list these items: the number of one that it has, or a new one. Raises `UneditableError`."""
    if not wanted:
        return (emptied(sequence),)
    whole = sequence.span.text
    if whole.startswith("[") and "\n" not in whole and sequence.items:
        told = ", ".join(text_of(sequence.items[item]) if isinstance(item, int) else _flow(item) for item in wanted)
        first, last = sequence.items[0], sequence.items[-1]
        return (Edit(Span(sequence.span.file, (first.via or first.span).start, (last.via or last.span).end), told),)
    return tuple(_by_item(sequence, wanted))


def _by_item(sequence: ListNode, wanted: Sequence[int | str | Raw]) -> Iterator[Edit]:
    own = list(range(len(sequence.items)))
    keyed = [item if isinstance(item, int) else -1 - at for at, item in enumerate(wanted)]
    for kind, first, last, start, end in SequenceMatcher(None, own, keyed, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        yield from (without_item(sequence, at) for at in range(first, last))
        yield from (with_item(sequence, last, _value(sequence, item)) for item in wanted[start:end])


def _value(sequence: ListNode, item: int | str | Raw) -> str | Raw:
    return Raw(text_of(sequence.items[item])) if isinstance(item, int) else item


def _flow(item: str | Raw) -> str:
    return item.yaml if isinstance(item, Raw) else emit.scalar(item, flow=True)
