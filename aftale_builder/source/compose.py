"""YAML text to nodes: the C parser's events, walked with a depth limit, every key and value with its stretch of the file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import yaml

from aftale_builder.findings import Fault, Related
from aftale_builder.source.limits import MAX_DEPTH, MAX_NODES
from aftale_builder.source.node import Anchor, Mapping, Node, Scalar, Sequence, SourceFile, Span, Unreadable
from aftale_builder.source.problems import explain

Include = Callable[[Scalar], Node]
"""Resolves a scalar tagged `!fil` to what the file holds."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STYLES = {"'": "single", '"': "double", "|": "literal", ">": "folded"}
_ILLEGAL_RAW = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_DECIMALS = re.compile(r"\d[\d.]*(?: ?mio\.?| ?kr\.?| ?%)*")


def compose(
    file: SourceFile, faults: list[Fault], include: Include, parent: Node | None = None, step: str | int = ""
) -> Node | None:
    """Return the root of the file's one document, None where it has none. What could not be read is said in `faults`."""
    return _Composer(file, faults, include).document(parent, step)


def illegal_characters(file: SourceFile, pattern: re.Pattern[str] = _ILLEGAL) -> Iterator[Fault]:
    """Yield a fault for each character that neither YAML nor a Word file can hold."""
    for match in pattern.finditer(file.text):
        anchor = Anchor(Span(file, match.start(), match.end()), "")
        yield Fault(
            "KLD010",
            anchor,
            f"Her står et tegn, der ikke kan skrives i en Word-fil (U+{ord(match[0]):04X}).",
            "Slet tegnet. Det er usynligt og kommer gerne med, når der kopieres fra et andet program.",
        )


class _Key(NamedTuple):
    """A key as it is written; `style` is the parser's sign, nothing where it is plain."""

    value: str
    span: Span
    style: str | None


class _Composer:
    def __init__(self, file: SourceFile, faults: list[Fault], include: Include) -> None:
        self.file = file
        self.faults = faults
        self.include = include
        self.count = 0
        faults.extend(illegal_characters(file, _ILLEGAL_RAW))
        self.illegal = [match.start() for match in _ILLEGAL_RAW.finditer(file.text)]
        self.event = _Loader(_ILLEGAL_RAW.sub("\ufffd", file.text) if self.illegal else file.text).get_event
        self.stopped = False

    def next(self) -> Any:
        """Return the next event, None at the end or where reading stops (then all open containers are incomplete)."""
        if self.stopped:
            return None
        try:
            return self.event()
        except yaml.YAMLError as error:
            self.stopped = True
            at, begun = (self.offset(getattr(error, name, None)) for name in ("problem_mark", "context_mark"))
            lines = (self.file.line(at), self.file.line(begun))
            self.fault("KLD002", at, at, *explain(getattr(error, "problem", None), lines))
            return None

    def offset(self, mark: Any) -> int:
        return min(mark.index if mark is not None else 0, len(self.file.text))

    def fault(self, code: str, start: int, end: int, message: str, help: str, path: str = "", *related: Related) -> None:
        self.faults.append(Fault(code, Anchor(Span(self.file, start, end), path), message, help, related))

    def document(self, parent: Node | None, step: str | int) -> Node | None:
        root: Node | None = None
        documents = 0
        while (event := self.next()) is not None and not isinstance(event, yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents == 2:
                    self.refuse(
                        event,
                        "Filen har mere end ét dokument (en linje med ---).",
                        "Lad hver fil rumme ét dokument; slet linjen.",
                    )
                    break
            elif isinstance(event, yaml.NodeEvent):
                root = self.node(event, parent, step, 0)
        return root

    def stretch(self, event: Any) -> Span:
        """Return the event's stretch of the file; the parser counts characters, as we do."""
        return Span(self.file, event.start_mark.index, event.end_mark.index)

    def refuse(self, event: Any, message: str, help: str, path: str = "") -> None:
        span = self.stretch(event)
        self.fault("KLD003", span.start, span.end, message, help, path)

    def refuse_tag(self, event: Any) -> None:
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        self.refuse(event, f"Mærket {tag} kan ikke bruges her.", "Slet mærket. Kun !fil foran et filnavn bruges.")

    def node(self, event: Any, parent: Node | None, step: str | int, depth: int) -> Node:
        self.count += 1
        if event.anchor is not None:
            if isinstance(event, yaml.AliasEvent):
                return self.alias(event, parent, step)
            self.refuse(
                event, f"Et anker (&{event.anchor}) kan ikke bruges her.", "Slet det, og skriv teksten, hvor den skal stå."
            )
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, parent, step)
        start = event.start_mark.index
        if event.tag is not None and not event.implicit:
            self.refuse_tag(event)
        if depth >= MAX_DEPTH or self.count > MAX_NODES:
            message = f"Der er mere end {MAX_DEPTH} niveauer inden i hinanden." if depth >= MAX_DEPTH else "Filen er for stor."
            self.fault("KLD011", start, start + 1, message, "Se efter en parentes, der ikke er lukket, eller del filen op.")
            self.stopped = True  # reading on costs quadratic time in the parser
            return Unreadable(Span(self.file, start, start + 1), parent, step)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(event, parent, step, depth)
        return self.sequence(event, parent, step, depth)

    def skip(self) -> None:
        depth = 1
        while depth and (event := self.next()) is not None:
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            self.stopped = depth > MAX_DEPTH

    def alias(self, event: Any, parent: Node | None, step: str | int) -> Node:
        self.refuse(
            event, f"En henvisning (*{event.anchor}) kan ikke bruges her.", "Skriv teksten ud, eller sæt den i citationstegn."
        )
        return Unreadable(self.stretch(event), parent, step)

    def scalar(self, event: Any, parent: Node | None, step: str | int) -> Node:
        span = self.stretch(event)
        scalar = Scalar(span, parent, step, value=_nfc(event.value), style=_STYLES.get(event.style or "", "plain"))
        if self.illegal and any(span.start <= at < span.end for at in self.illegal):
            return Unreadable(span, parent, step)
        if event.style == '"' and (bad := _ILLEGAL.search(scalar.value)):
            message = f"Teksten rummer et tegn, der ikke kan skrives i en Word-fil (U+{ord(bad[0]):04X})."
            self.fault("KLD010", span.start, span.end, message, "Slet tegnet.")
            return Unreadable(span, parent, step)
        if event.tag is None or (event.tag == "!" and event.style in ("'", '"')):
            return scalar
        if event.tag == "!fil":
            return self.include(scalar)
        self.refuse_tag(event)
        return Unreadable(span, parent, step)

    def sequence(self, event: Any, parent: Node | None, step: str | int, depth: int) -> Sequence:
        start = event.start_mark.index
        result = Sequence(Span(self.file, start, start + 1), parent, step)
        while (event := self.next()) is not None and not isinstance(event, yaml.SequenceEndEvent):
            result.items.append(self.node(event, result, len(result.items), depth + 1))
        self.close(result, event, [item.via or item.span for item in result.items])
        return result

    def close(self, node: Mapping | Sequence, event: Any, spans: list[Span]) -> None:
        """Set the end: of a flow collection its bracket, of a block one its last child (the parser runs on to the next token)."""
        if event is None:
            node.complete = False
        elif event.end_mark.index > event.start_mark.index:
            node.span.end = event.end_mark.index
            return
        if spans:
            node.span.end = spans[-1].end

    def mapping(self, event: Any, parent: Node | None, step: str | int, depth: int) -> Mapping:
        start = event.start_mark.index
        result = Mapping(Span(self.file, start, start + 1), parent, step)
        spans: list[Span] = []
        previous: Scalar | None = None
        while (event := self.next()) is not None and not isinstance(event, yaml.MappingEndEvent):
            key = self.key(event)
            if (event := self.next()) is None:
                break
            if (
                previous is not None
                and key is not None
                and key.span.start == previous.span.end + 1
                and self.continues(previous, key, event)
            ):
                self.rejoin(previous, key)
                continue
            value = self.node(event, result, key.value if key else "", depth + 1)
            spans.append(value.via or value.span)
            previous = value if isinstance(value, Scalar) else None
            if key is not None:
                value.key = key.span
                self.enter(result, key, value)
        self.close(result, event, spans)
        return result

    def key(self, event: Any) -> _Key | None:
        if not isinstance(event, yaml.ScalarEvent):
            at = event.start_mark.index
            self.fault(
                "KLD006", at, at + 1, "En nøgle skal være et ord, ikke en liste eller en henvisning.", "Skriv nøgle: værdi."
            )
            if isinstance(event, yaml.CollectionStartEvent):
                self.skip()
            return None
        span = self.stretch(event)
        if event.anchor is not None or event.tag not in (None, "!"):
            self.refuse(event, "Ankre og mærker kan ikke bruges på en nøgle.", "Skriv nøglen alene.")
        return _Key(_nfc(event.value), span, event.style)

    def enter(self, mapping: Mapping, key: _Key, value: Node) -> None:
        if key.value == "<<" and not key.style:
            self.fault(
                "KLD003",
                key.span.start,
                key.span.end,
                "Nøgler kan ikke flettes ind med <<.",
                "Skriv nøglerne ud, hvor de skal stå.",
            )
            return
        first = mapping.entries.get(key.value)
        if first is None:
            mapping.entries[key.value] = value
            return
        mapping.twice.add(key.value)
        self.fault(
            "KLD004",
            key.span.start,
            key.span.end,
            f"Nøglen «{key.value}» står to gange; kun den første bliver læst.",
            "Saml de to i én, eller slet den ene.",
            first.path,
            Related(first.heading, "den første står her"),
        )

    def continues(self, previous: Scalar, key: _Key, event: Any) -> bool:
        """Tell whether the key, which stands right behind a value, is the decimals of that number.

        In `{område: 71,3}` the parser takes the comma for a separator, and 3 for a key.
        """
        return (
            previous.style == "plain"
            and not key.style
            and self.file.text[previous.span.end] == ","
            and previous.value[-1:].isdigit()
            and _DECIMALS.fullmatch(key.value) is not None
            and isinstance(event, yaml.ScalarEvent)
            and event.value == ""
            and not self.stretch(event).text
        )

    def rejoin(self, previous: Scalar, key: _Key) -> None:
        previous.value = f"{previous.value},{key.value}"
        previous.span.end = key.span.end


def _nfc(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)
