"""Nodes to the typed agreement. All faults are told at once; what can be read is read."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from types import UnionType
from typing import Any, NewType, TypeVar, Union, get_args, get_origin

from aftale_builder.findings import Fault
from aftale_builder.model.element import Element, key_of, own_fields
from aftale_builder.model.kinds import Antal, Cvr, Id, Kroner, Prosa, Tal
from aftale_builder.record import record
from aftale_builder.source import node as nodes
from aftale_builder.source import scalars
from aftale_builder.source.node import Node, Scalar, Sequence, Unreadable
from aftale_builder.source.problems import HARD_SPACE

Read = Callable[["_Reader", Node], Any]
UNREAD: Any = object()
"""What a reader gives for a value that could not be read; the fault is told."""


@record
class Key:
    """One key of an element: the field's name and how its value is read."""

    name: str
    read: Read
    required: bool
    one_or_more: bool
    code: str


def keys_of(kind: type[Element]) -> Mapping[str, Key]:
    """Return the keys of an element by their YAML spelling, in the order of the language."""
    if kind not in _KEYS:
        _KEYS[kind] = _keys(kind)
    return _KEYS[kind]


_KEYS: dict[type[Element], Mapping[str, Key]] = {}


def _keys(kind: type[Element]) -> Mapping[str, Key]:
    return {
        key_of(item): Key(
            item.name,
            _reader(item.type),
            bool(item.metadata.get("required")),
            bool(item.metadata.get("one_or_more")),
            item.metadata.get("code", "KLD008"),
        )
        for item in own_fields(kind)
    }


def _reader(annotation: Any) -> Read:
    """Return what reads a value of the annotated kind."""
    if get_origin(annotation) in (UnionType, Union):
        return _reader(next(kind for kind in get_args(annotation) if kind is not type(None)))
    if get_origin(annotation) is tuple:
        item = _reader(get_args(annotation)[0])
        return lambda reader, node: reader.many(node, item)
    if get_origin(annotation) is Mapping:
        return _Reader.amounts
    if annotation in _SCALARS:
        parse = _SCALARS[annotation]
        return lambda reader, node: reader.scalar(node, parse)
    if annotation is str:
        return _Reader.text
    if annotation is Prosa:
        return _Reader.prose
    if isinstance(annotation, NewType):
        return lambda reader, node: reader.scalar(node, scalars.ident)
    if issubclass(annotation, StrEnum):
        return lambda reader, node: reader.choice(node, annotation)
    return lambda reader, node: reader.element(node, annotation)


_SCALARS: Mapping[Any, Callable[[str], Any]] = {
    Id: scalars.ident,
    Kroner: scalars.kroner,
    Tal: scalars.tal,
    Antal: scalars.antal,
    Cvr: scalars.cvr,
    date: scalars.dato,
    bool: scalars.ja_nej,
}


Kind = TypeVar("Kind", bound=Element)


def read(node: Node, kind: type[Kind], faults: list[Fault]) -> Kind | None:
    """Return the element that the node tells of, None where it is no mapping. What can't be read is added to `faults`."""
    element = _Reader(faults).element(node, kind)
    return element if isinstance(element, kind) else None


class _Reader:
    """Reads elements from nodes, and gathers the faults."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        self.unread = 0

    def fail(self, code: str, at: Any, message: str, help: str) -> Any:
        self.faults.append(Fault(code, at, message, help))
        self.unread += 1
        return UNREAD

    def element(self, node: Node, kind: type[Element]) -> Any:
        """Return the element, whole or with what could be read of it."""
        if not isinstance(node, nodes.Mapping):
            return self.wrong(node, "nøgler med værdier (nøgle: værdi)")
        keys = keys_of(kind)
        values: dict[str, Any] = {}
        flawed = self.unknown_keys(node, keys) | {key.name for spelling, key in keys.items() if spelling in node.twice}
        for spelling, key in keys.items():
            child = node.entries.get(spelling)
            before = self.unread
            if child is None or (isinstance(child, Scalar) and child.empty):
                if self.missing(node, spelling, key, flawed):
                    flawed.add(key.name)
                continue
            value = self.field(child, key)
            if value is not UNREAD:
                values[key.name] = value
            if self.unread != before:
                flawed.add(key.name)
        if flawed:
            self.unread += 1
        return kind(node=node, flawed=frozenset(flawed), **values)

    def field(self, node: Node, key: Key) -> Any:
        if key.one_or_more and isinstance(node, nodes.Mapping):
            item = nodes.Sequence(node.span, node.parent, node.step, node.key, node.via, items=[node])
            return key.read(self, item)
        return key.read(self, node)

    def missing(self, node: nodes.Mapping, spelling: str, key: Key, flawed: set[str]) -> bool:
        """Tell whether an absent key leaves a flaw: its file ends in a fault, it is misspelt, or it is asked for."""
        if not node.complete or key.name in flawed:
            return True
        if key.required:
            self.lacking(node, spelling, key)
        return key.required

    def lacking(self, node: nodes.Mapping, spelling: str, key: Key) -> None:
        written = node.entries.get(spelling)
        if written is None:
            self.fail(key.code, node.lack, f"Her mangler nøglen «{spelling}».", f"Skriv {spelling}: og værdien.")
        else:
            self.fail(key.code, written.heading, f"Nøglen «{spelling}» er tom.", f"Skriv værdien efter {spelling}:.")

    def unknown_keys(self, node: nodes.Mapping, keys: Mapping[str, Key]) -> set[str]:
        """Tell of keys that the language does not have; return the fields that they were probably meant for."""
        meant: set[str] = set()
        for spelling, child in node.entries.items():
            if spelling in keys:
                continue
            near = nearest(spelling.strip(), keys)
            if spelling != spelling.strip():  # YAML takes a hard space for a letter of the key
                self.fail("KLD005", child.heading, *HARD_SPACE)
            else:
                help = f"Mente du «{near}»?" if near else f"Her kan stå: {', '.join(keys)}."
                self.fail("KLD005", child.heading, f"Nøglen «{spelling}» kendes ikke her.", help)
            if near and near not in node.entries:
                meant.add(keys[near].name)
        return meant

    def wrong(self, node: Node, asked: str) -> Any:
        if isinstance(node, Unreadable):
            self.unread += 1
            return UNREAD
        if isinstance(node, Scalar) and _FORGOTTEN_MARK.fullmatch(node.value):
            return self.no_mark(node)
        if node.via is not None and not nodes.written(node):
            name = node.via.text.removeprefix("!fil").strip()
            return self.fail(
                "KLD006",
                node.heading,
                f"Filen «{name}» er tom, men der skal stå {asked}.",
                "Udfyld filen, eller slet det, der henter den.",
            )
        found = {Scalar: "en tekst", Sequence: "en liste"}.get(type(node), "nøgler med værdier")
        return self.fail(
            "KLD006", node, f"Her står {found}, men der skal stå {asked}.", _SHAPES.get(asked, "Se eksemplet i vejledningen.")
        )

    def many(self, node: Node, item: Read) -> Any:
        if not isinstance(node, Sequence):
            return self.wrong(node, "en liste")
        if not node.complete:
            self.unread += 1
        values = (item(self, child) for child in node.items)
        return tuple(value for value in values if value is not UNREAD)

    def amounts(self, node: Node) -> Any:
        if not isinstance(node, nodes.Mapping):
            return self.wrong(node, "et beløb for hvert budgetår")
        if not node.complete:
            self.unread += 1
        values = {year: self.amount(child) for year, child in node.entries.items()}
        return {year: value for year, value in values.items() if value is not UNREAD}

    def amount(self, node: Node) -> Any:
        if isinstance(node, Scalar) and node.empty:
            return self.fail("LBF065", node.heading, "Her mangler et beløb.", "Skriv beløbet i kroner; er der intet, så skriv 0.")
        return self.scalar(node, scalars.kroner, "LBF065")

    def scalar(self, node: Node, parse: Callable[[str], Any], code: str = "") -> Any:
        """Return what the text says. Its fault is told with the code; without one, by whether the text is ambiguous."""
        if not isinstance(node, Scalar):
            return self.wrong(node, "én værdi")
        try:
            return parse(node.value)
        except scalars.UnclearError as unclear:
            code = code or ("KLD007" if unclear.ambiguous else "KLD006")
            return self.fail(code, node, unclear.message, unclear.help)

    def no_mark(self, node: Scalar) -> Any:
        return self.fail(
            "KLD009", node, f"Her står «{node.value}» som en tekst.", f"Mente du !{node.value}? Udråbstegnet henter filen."
        )

    def text(self, node: Node) -> Any:
        if not isinstance(node, Scalar):
            return self.wrong(node, "en tekst")
        return self.no_mark(node) if _FORGOTTEN_MARK.fullmatch(node.value) else node.value.strip()

    def prose(self, node: Node) -> Any:
        if not isinstance(node, Scalar):
            return self.wrong(node, "en tekst")
        return self.no_mark(node) if _FORGOTTEN_MARK.fullmatch(node.value) else Prosa(node.value, node)

    def choice(self, node: Node, kind: type[StrEnum]) -> Any:
        if not isinstance(node, Scalar):
            return self.wrong(node, "én værdi")
        wanted = node.value.strip().casefold()
        for member in kind:
            if member.value == wanted:
                return member
        near = nearest(wanted, [member.value for member in kind])
        options = ", ".join(member.value for member in kind)
        help = f"Mente du «{near}»? Her kan stå: {options}." if near else f"Her kan stå: {options}."
        return self.fail("KLD013", node, f"«{node.value}» kan ikke stå her.", help)


_FORGOTTEN_MARK = re.compile(r"fil\s+\S+\.(?:md|txt|ya?ml)")

_SHAPES = {
    "nøgler med værdier (nøgle: værdi)": "Skriv hver nøgle på sin egen linje, rykket lige langt ind, med kolon og værdi.",
    "en liste": "Skriv hvert punkt på sin egen linje, med bindestreg og mellemrum foran.",
    "en tekst": "Skriv teksten efter kolon; begynder den med [ eller {, så sæt den i citationstegn.",
    "én værdi": "Skriv værdien efter kolon på samme linje.",
    "et beløb for hvert budgetår": "Skriv for eksempel beløb: {år1: 450.000, år2: 450.000}.",
}


def nearest(word: str, known: Any) -> str | None:
    """Return the known word most like this one, None where none is near."""
    from difflib import get_close_matches

    alike = 0.75 if len(word) > 3 else 0.6  # of a short word a single letter is a large part
    return next(iter(get_close_matches(word.casefold(), list(known), 1, alike)), None)
