"""Values that are put together of several: «direktør, Ida Eksempel», «FOB: afdeling 23, 24 og 26». Each knows its pieces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Self

from aftale_builder.documents import danish
from aftale_builder.findings import Anchored
from aftale_builder.model.element import Element
from aftale_builder.source.node import Scalar
from aftale_builder.source.node import Sequence as ListNode
from aftale_builder.word.values import Form, Piece, Value

Part = str | Piece


class Name(str):
    """What something that is referred to is called. `anchor` is where its name is written, None where it is not in the YAML."""

    __slots__ = ("anchor", "form")
    anchor: Anchored | None
    form: Form

    def __new__(cls, text: str, anchor: Anchored | None = None, form: Form = Form.TEXT) -> Self:
        """Return the name."""
        made = super().__new__(cls, text)
        made.anchor, made.form = anchor, form
        return made


def composed(anchor: Anchored, *parts: Part | Iterable[Part] | None) -> Value | None:
    """Return the parts one after the other, None where none of them says anything. A bare `str` is the document's own."""
    told: list[Part] = []
    for part in parts:
        if isinstance(part, (str, Piece)):
            told.append(part)
        elif part is not None:
            told.extend(part)
    return Value(text(told), anchor, pieces=tuple(told)) if any(isinstance(part, Piece) or part for part in told) else None


def text(parts: Iterable[Part]) -> str:
    """Return what parts say."""
    return "".join(part.text if isinstance(part, Piece) else part for part in parts)


def joined(between: str, *groups: Iterable[Part] | Part | None) -> list[Part]:
    """Return the groups that say something, with these words between."""
    told: list[Part] = []
    for group in groups:
        parts = [group] if isinstance(group, (str, Piece)) else list(group or ())
        if text(parts):
            told += [between, *parts] if told else parts
    return told


def listed(parts: Iterable[Part]) -> list[Part]:
    """Return an enumeration: «a, b og c»; what says nothing is left out."""
    found = [part for part in parts if text([part])]
    told: list[Part] = []
    for number, part in enumerate(found):
        told += [*([", " if number < len(found) - 1 else " og "] if number else ()), part]
    return told


def written(element: Element, name: str) -> Piece | None:
    """Return a field as it stands, or its word; None where nothing is written."""
    value = getattr(element, name)
    return Piece(str(value), element.at(name), _form(value)) if value else None


def capital(element: Element, name: str) -> Piece | None:
    """Return a field with a capital first letter."""
    value = getattr(element, name)
    return Piece(danish.sentence_case(value), element.at(name), Form.CAPITAL) if value else None


def dated(element: Element, name: str) -> Piece | None:
    """Return a field's date."""
    value: date | None = getattr(element, name)
    return Piece(danish.day(value), element.at(name), Form.DATE) if value else None


def numbered(element: Element, name: str, unit: str | None = None) -> Piece | None:
    """Return a field's number, with its unit where it has one."""
    value: Decimal | int | None = getattr(element, name)
    if value is None:
        return None
    said = danish.number(value)
    whole = danish.measured(Decimal(value), unit) if unit else said
    return Piece(whole, element.at(name), Form.NUMBER, whole[len(said) :])


def named(word: str, by: Anchored) -> Part:
    """Return the name of what is referred to at a place; a name that is not in the YAML is the document's own."""
    if not isinstance(word, Name):
        return Piece(word, by, _form(word))
    return Piece(str(word), word.anchor, word.form, by=by) if word.anchor is not None else str(word)


def items(element: Element, name: str, words: Iterable[str]) -> list[Part]:
    """Return the items of a list field, or what they refer to, each from its own place."""
    found = list(words)
    return [named(word, at) for word, at in zip(found, places(element, name, len(found)), strict=True)]


def places(element: Element, name: str, count: int) -> Sequence[Anchored]:
    """Return where each item of a list field stands; where the whole list does, if they can't be told apart."""
    node = element.value(name)
    if isinstance(node, ListNode) and len(node.items) == count:
        return node.items
    if isinstance(node, Scalar) and count == 1:
        return (node,)
    return (element.at(name),) * count


def _form(value: object) -> Form:
    return Form.WORD if isinstance(value, StrEnum) else Form.TEXT
