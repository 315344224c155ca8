"""The smallest change of an agreement's files that puts in what is not there: keys, values, items and whole files."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Sequence as Many
from pathlib import Path, PurePosixPath

from aftale_builder.importing.known import is_empty
from aftale_builder.importing.paper import Tree
from aftale_builder.importing.prose import Prose
from aftale_builder.importing.tree import block, order, written
from aftale_builder.model import Loaded
from aftale_builder.source.editing import UneditableError, with_item, with_key, with_value
from aftale_builder.source.emit import Block, Items, Raw, document, entry
from aftale_builder.source.node import Mapping, Node, Scalar, Sequence, SourceFile, Span, Unreadable
from aftale_builder.source.restyling import column
from aftale_builder.source.rewriting import Rewritten, rewritten
from aftale_builder.source.splice import Edit

_ONE_OR_MORE = frozenset({"kommissorium"})
"""Keys whose only item is written without a list."""
_BROUGHT = re.compile(r"!fil\s+(?P<name>\S.*)")


class Filling:
    """Gathers what is put in. Every way of it raises `UneditableError` where it cannot be put in without moving something."""

    def __init__(self, loaded: Loaded) -> None:
        self.loaded = loaded
        self.edits: list[Edit] = []
        self.made: dict[str, str] = {}
        self._lists: dict[int, tuple[Mapping, dict[str, list[Tree | Raw]]]] = {}

    def files(self) -> list[Rewritten]:
        """Return the files as they will be. Raises UnwritableError."""
        for node, lists in self._lists.values():
            for key, items in lists.items():
                self._put_last(node, key, items)
        self._lists.clear()
        new = [Rewritten(self.loaded.folder / name, name, b"", text.encode(), is_new=True) for name, text in self.made.items()]
        return [*rewritten(self.loaded.folder, self.loaded.files, self.edits), *new]

    def fill(self, node: Mapping, name: str, tree: Tree) -> None:
        """Put in the keys of a mapping that are not there, or have nothing in them; `name` is what the mapping is called."""
        told = order(name, tree)
        for key in sorted((key for key in tree if tree[key] not in ([], {}, "")), key=told.index):
            value, there = tree[key], node.entries.get(key)
            if isinstance(there, Mapping) and there.entries and isinstance(value, dict):
                self.fill(there, key, value)
            elif there is None:
                before = [other for other in told[: told.index(key)] if other in node.entries]
                self.edits.append(with_key(node, key, written(key, value), after=before[-1] if before else None))
            elif is_empty(there):
                self._value(there, key, value)

    def append(self, node: Mapping, key: str, items: Many[Tree | Raw]) -> None:
        """Put items last in the list of a key, the list itself where it is not there."""
        if items:
            self._lists.setdefault(id(node), (node, {}))[1].setdefault(key, []).extend(items)

    def _put_last(self, node: Mapping, key: str, items: list[Tree | Raw]) -> None:
        there = node.entries.get(key)
        if isinstance(there, Sequence) and there.items:
            told = (item if isinstance(item, Raw) else block(key, item) for item in items)
            self.edits += [with_item(there, len(there.items), item) for item in told]
        else:
            alone = key in _ONE_OR_MORE and len(items) == 1
            self.fill(node, _called(node), {key: items[0] if alone else items})

    def bring(self, node: Mapping, key: str, name: str, text: str) -> None:
        """Put the text into the file that a key brings in, or make it the file of that key."""
        there = node.entries.get(key)
        if isinstance(there, Unreadable):
            self.make(missing(self.loaded, there), text)
        elif isinstance(there, Scalar) and there.via is not None:
            self._at_end(there, text)
        else:
            self.make(name, text)
            self.fill(node, _called(node), {key: Raw(f"!fil {_from(self.loaded, node.span.file, name)}")})

    def make(self, name: str, text: str) -> None:
        """Make a new file. Raises `FileExistsError` where there is one of that name."""
        if (self.loaded.folder / name).exists() or name in self.made:
            raise FileExistsError(name)
        self.made[name] = text

    def _value(self, there: Node, key: str, value: object) -> None:
        """Give a key a value that has none: nothing, an empty list, an empty file, or keys without values."""
        told = written(key, value)
        if isinstance(there, Scalar) and there.via is not None:
            text = value.text if isinstance(value, Prose) else document(told) if isinstance(told, Block) else ""
            if not text:
                raise UneditableError(there, f"Filen ved «{there.path}» er tom.")
            self._at_end(there, text if text.endswith("\n") else f"{text}\n")
        elif isinstance(there, Scalar) and not there.span.text:
            self.edits += with_value(there, told)
        elif isinstance(there, Mapping) and there.entries and isinstance(value, dict):
            self.fill(there, key, value)
        elif there.key is not None and there.via is None and not getattr(there, "entries", None):
            self._instead(there, key, told)
        else:
            raise UneditableError(there, f"Ved «{there.path}» står der noget uden indhold.")

    def _instead(self, there: Node, key: str, told: str | Raw | Block | Items | object) -> None:
        """Put a value where `[]`, `{}`, `~` or a list of nothing stands."""
        assert there.key is not None  # noqa: S101 - seen by who asks
        file = there.span.file
        if isinstance(there, Sequence) and there.items:
            raise UneditableError(there, f"Listen ved «{there.path}» har punkter uden indhold.")
        begin = file.text.index(":", there.key.end) + 1
        first, *rest = entry(key, told, " " * column(there))  # type: ignore[arg-type]
        lines = [first.partition(":")[2].rstrip(), *rest] if rest else [first[first.index(": ") + 1 :]]
        self.edits.append(Edit(Span(file, begin, there.span.end), "\n".join(lines)))

    def _at_end(self, there: Scalar, text: str) -> None:
        """Put a text last in the file, with nothing but remarks in it, that a `!fil` brings in."""
        file = brought_in(self.loaded, there)
        end = len(file.text)
        start = "" if not file.text else "\n" if file.text.endswith("\n") else "\n\n"
        self.edits.append(Edit(Span(file, end, end), f"{start}{text}"))


def brought_in(loaded: Loaded, node: Node) -> SourceFile:
    """Return the file that the `!fil` of a node brings in. Raises `UneditableError` where it was not read."""
    assert node.via is not None  # noqa: S101 - seen by who asks
    name = _named(node.via)
    home = Path(node.via.file.name).parent
    file = loaded.files.get(unicodedata.normalize("NFC", (home / name).as_posix()))
    if file is None:
        raise UneditableError(node, "Filen, som hentes her, kan ikke findes igen.")
    return file


def missing(loaded: Loaded, node: Unreadable) -> str:
    """Return the way to the file that a `!fil` asks for and that is not there. Raises `UneditableError` for anything else."""
    name = _named(node.span)
    path = _inside(loaded, Path(os.path.normpath(Path(node.span.file.name).parent / name)))
    if path is None or "\\" in name or path.suffix not in (".yaml", ".yml", ".md") or (loaded.folder / path).exists():
        raise UneditableError(node, "Det, der står her, kan ikke læses.")
    return path.as_posix()


def _inside(loaded: Loaded, path: Path) -> PurePosixPath | None:
    """Return the way to a file from the agreement's folder, None where it lies outside."""
    home = Path(unicodedata.normalize("NFC", loaded.folder.as_posix()))
    return PurePosixPath(path.relative_to(home).as_posix()) if path.is_relative_to(home) and path != home else None


def _named(span: Span) -> str:
    found = _BROUGHT.fullmatch(span.text.strip())
    return found["name"].strip("\"' ") if found else ""


def _called(node: Mapping) -> str:
    """Return what a mapping is called in the language: its key, that of its list for an item, «aftale» for the whole."""
    if node.parent is None:
        return "aftale"
    return str(node.parent.step if isinstance(node.parent, Sequence) else node.step)


def _from(loaded: Loaded, file: SourceFile, name: str) -> str:
    """Return the way to a file of the folder from another file of it."""
    here = _inside(loaded, Path(file.name))
    return PurePosixPath(*[".."] * (len(here.parts) - 1 if here else 0), name).as_posix()
