"""Text to YAML that our reader gives back letter for letter, and that an editor's YAML takes for text too."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_PLAIN = re.compile(r"[^\W_](?:[^\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff:#]|:(?=[^\s,\[\]{}])|(?<=\S)#)*")
"""Begins with a letter or digit; a colon only where no white space follows it, a hash only where none goes before."""
_FLOW = re.compile(r"[,\[\]{}]")
_OTHER_KINDS = re.compile(
    r"""(?ix) null | true | false | yes | no | on | off | y | n            # what some YAML takes for null and truth
    | [-+.]?\d[\d_.,:]* (?:e[-+]?\d+)? | 0x[\da-f_]+ | 0o[0-7_]+ | 0b[01_]+  # numbers, and times to base 60
    | \d{4}-\d{1,2}-\d{1,2}(?:[Tt\s].*)?                                    # days
    | \.?(?:inf|nan)"""
)
_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def scalar(text: str, *, flow: bool = False) -> str:
    """Return the text as a YAML scalar on one line: plain where nothing can misread it, else in quotes.

    With `flow` it may stand within `[…]` or `{…}`.
    """
    plain = _PLAIN.fullmatch(text) and not text[-1].isspace() and not _OTHER_KINDS.fullmatch(text)
    if plain and not (flow and _FLOW.search(text)):
        return text
    if '"' in text and "'" not in text and set(_ESCAPED.findall(text)) == {'"'}:
        return f"'{text}'"
    return quoted(text)


def quoted(text: str) -> str:
    """Return the text in double quotes."""
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    sign = match[0]
    return _SHORT.get(sign) or f"\\u{ord(sign):04X}"


@dataclass(frozen=True, slots=True)
class Raw:
    """YAML as it is to stand: a number, a day, `ja`, an id, a `!fil`."""

    yaml: str


@dataclass(frozen=True, slots=True)
class Literal:
    """Text of several lines, kept line by line in a block."""

    text: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Lines of comment; no line begins with `#`."""

    text: str


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of YAML as they are to stand, comments and keys."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A mapping, key by key in order, with remarks between the keys."""

    entries: tuple[Remark | Lines | tuple[str, str | Raw | Literal | Block | Items], ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list, with remarks between the items."""

    items: tuple[Remark | str | Raw | Block, ...]


def document(root: Block) -> str:
    """Return a mapping as a whole YAML file."""
    return "".join(f"{line}\n" for line in _mapping(root, ""))


def entry(key: str, value: str | Raw | Literal | Block | Items, indent: str) -> list[str]:
    """Return the lines of a key with its value."""
    return list(_mapping(Block(((key, value),)), indent))


def item(value: str | Raw | Block, indent: str) -> list[str]:
    """Return the lines of an item of a list, the dash standing as far in as told."""
    return list(_sequence(Items((value,)), indent))


def _mapping(block: Block, indent: str) -> Iterable[str]:
    for entry in block.entries:
        if isinstance(entry, Remark):
            yield from _remark(entry, indent)
            continue
        if isinstance(entry, Lines):
            yield from (f"{indent}{line}".rstrip() for line in entry.lines)
            continue
        key, value = entry
        if isinstance(value, Block):
            yield f"{indent}{key}:"
            yield from _mapping(value, f"{indent}  ")
        elif isinstance(value, Items):
            yield f"{indent}{key}:"
            yield from _sequence(value, f"{indent}  ")
        elif isinstance(value, Literal) and (lines := _literal(value.text, f"{indent}  ")):
            yield f"{indent}{key}: |"
            yield from lines
        else:
            yield f"{indent}{key}: {_inline(value.text if isinstance(value, Literal) else value)}"


def _sequence(items: Items, indent: str) -> Iterable[str]:
    for item in items.items:
        if isinstance(item, Remark):
            yield from _remark(item, indent)
        elif isinstance(item, Block):
            first, *rest = _mapping(item, f"{indent}  ")
            yield f"{indent}- {first.removeprefix(f'{indent}  ')}"
            yield from rest
        else:
            yield f"{indent}- {_inline(item)}"


def _literal(text: str, indent: str) -> list[str]:
    """Return the lines of a block; none where the text can be none, or would not be read back."""
    told = text.rstrip("\n")
    if not told or told[0] in " \t\n" or re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]", told):
        return []
    return [indent + line if line else "" for line in told.split("\n")]


def _inline(value: str | Raw) -> str:
    return value.yaml if isinstance(value, Raw) else scalar(value)


def _remark(remark: Remark, indent: str) -> Iterable[str]:
    for line in remark.text.split("\n"):
        yield f"{indent}# {line}" if line else ""
