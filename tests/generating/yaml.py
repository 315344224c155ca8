"""Plain data to YAML in the many ways in which people write it, and over several files."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from aftale_builder.source.emit import quoted, scalar

Tree = "str | Plain | Prose | list[Tree] | dict[str, Tree]"


@dataclass(frozen=True)
class Plain:
    """A value that stands as it is: an id, a number, a day."""

    text: str


@dataclass(frozen=True)
class Prose:
    """Markdown."""

    text: str


@dataclass(frozen=True)
class File:
    """A value that stands in a file of its own."""

    path: str


@dataclass
class Style:
    """How one file is written."""

    chance: random.Random
    indent: int = field(init=False)
    comments: bool = field(init=False)

    def __post_init__(self) -> None:
        self.indent = self.chance.choice((2, 2, 4))
        self.comments = self.chance.random() < 0.5


def spread(root: dict[str, object], chance: random.Random) -> tuple[dict[str, object], dict[str, object]]:
    """Return the root with some of its parts in files of their own, and those files by their path."""
    files: dict[str, object] = {}
    found = _moved(root, (), chance, files)
    assert isinstance(found, dict)
    return found, files


_PARTS = ("delaftale", "budget", "kommissorium", "beredskabsplan", "milepæle")
_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def _moved(tree: object, way: tuple[str, ...], chance: random.Random, files: dict[str, object]) -> object:
    if isinstance(tree, dict):
        moved: object = {key: _moved(value, (*way, key), chance, files) for key, value in tree.items()}
    elif isinstance(tree, list):
        moved = [_moved(value, (*way, str(number)), chance, files) for number, value in enumerate(tree, start=1)]
    else:
        moved = tree
    name = "-".join(way).translate(_ASCII)
    if isinstance(moved, Prose) and len(way) < 4 and chance.random() < 0.5:
        path = f"tekster/{'-'.join(way).translate(_ASCII)}.md"
        files[path] = moved.text
        return File(path)
    if way and way[-1] in _PARTS and isinstance(moved, dict | list) and not _holds_file(moved) and chance.random() < 0.6:
        files[f"dele/{name}.yaml"] = moved
        return File(f"dele/{name}.yaml")
    return moved


def _holds_file(tree: object) -> bool:
    inside = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    return any(isinstance(value, File) or _holds_file(value) for value in inside)


def dump(tree: object, style: Style) -> str:
    """Return a tree as a YAML file."""
    return "".join(f"{line}\n" for line in _lines(tree, 0, style))


def _lines(tree: object, depth: int, style: Style) -> Iterator[str]:
    pad = " " * (style.indent * depth)
    if isinstance(tree, dict):
        for key, value in tree.items():
            if style.comments and style.chance.random() < 0.15:
                yield f"{pad}# om {key}"
            yield from _entry(f"{pad}{key}:", value, depth, style)
    elif isinstance(tree, list):
        for value in tree:
            yield from _item(pad, value, depth, style)
    else:
        yield f"{pad}{_inline(tree, style)}"


def _entry(head: str, value: object, depth: int, style: Style) -> Iterator[str]:
    if isinstance(value, dict | list) and not value:
        return
    if flow := _flow(value, style):
        yield f"{head} {flow}"
    elif isinstance(value, dict | list):
        yield head
        yield from _lines(value, depth + 1, style)
    elif isinstance(value, Prose) and (block := _block(value.text, " " * (style.indent * (depth + 1)), style)):
        yield f"{head} {block[0]}"
        yield from block[1:]
    else:
        end = "  # se her" if style.comments and style.chance.random() < 0.1 else ""
        yield f"{head} {_inline(value, style)}{end}"


def _item(pad: str, value: object, depth: int, style: Style) -> Iterator[str]:
    if flow := _flow(value, style):
        yield f"{pad}- {flow}"
    elif isinstance(value, dict | list) and value:
        inside = list(_lines(value, depth + 1, style))
        step = " " * style.indent
        first = next(number for number, line in enumerate(inside) if not line.lstrip().startswith("#"))
        yield from inside[:first]
        yield f"{pad}-{step[1:]}{inside[first].removeprefix(pad + step)}"
        yield from inside[first + 1 :]
    else:
        yield f"{pad}- {_inline(value, style)}"


def _flow(value: object, style: Style) -> str:
    """Return a small list or mapping on one line, «» where it must stand on several."""
    if style.chance.random() < 0.5:
        return ""
    if isinstance(value, list) and value and all(isinstance(one, str | Plain) for one in value) and len(value) < 6:
        return f"[{', '.join(_in_flow(one) for one in value)}]"
    if isinstance(value, dict) and value and all(isinstance(one, str | Plain) for one in value.values()) and len(value) < 4:
        return f"{{{', '.join(f'{key}: {_in_flow(one)}' for key, one in value.items())}}}"
    return ""


def _in_flow(value: object) -> str:
    return value.text if isinstance(value, Plain) else scalar(str(value), flow=True)


def _inline(value: object, style: Style) -> str:
    if isinstance(value, File):
        return f"!fil {value.path}"
    if isinstance(value, Plain):
        return value.text
    text = value.text if isinstance(value, Prose) else str(value)
    ways = [scalar(text), quoted(text)]
    if "'" not in text and "\n" not in text and text.isprintable():
        ways.append(f"'{text}'")
    return style.chance.choice(ways)


_LITERAL = re.compile(r"[^\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]*")


def _block(text: str, pad: str, style: Style) -> list[str]:
    """Return a text as a literal block, its sign first; nothing where it must be quoted."""
    if style.chance.random() < 0.2 or not _LITERAL.fullmatch(text) or text[:1].isspace():
        return []
    body = text.rstrip("\n")
    chomp = {0: "-", 1: ""}.get(len(text) - len(body), "+")
    return [f"|{chomp}", *(f"{pad}{line}" if line else "" for line in body.split("\n"))]
