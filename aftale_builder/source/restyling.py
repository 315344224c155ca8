"""A scalar's new text in the style that it is written in: as little as possible of what stands in the file is touched.

Each way of writing is tried in turn, from the smallest change to the whole value anew, and read back by our own reader; the
first that comes back as the wanted text is taken.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from aftale_builder.findings import Fault
from aftale_builder.source import emit
from aftale_builder.source.compose import compose
from aftale_builder.source.differences import stretches
from aftale_builder.source.layout import block_indent, letters, literal_places
from aftale_builder.source.node import Mapping, Node, Scalar, Sequence, SourceFile, Span
from aftale_builder.source.offsets import alignment
from aftale_builder.source.splice import Edit, splice

Edits = tuple[Edit, ...]
_Way = Callable[["_Scalar"], Edits | None]
_HEADER = re.compile(r"([|>])([-+0-9]*)")
_SEPARATES = re.compile(r"[,\[\]{}]")
_BLOCK = ("literal", "folded")


class UneditableError(Exception):
    """A change that the file cannot take as it is written; the message says why, in Danish."""

    def __init__(self, node: Node, message: str) -> None:
        super().__init__(message)
        self.node = node
        self.message = message


def replaced(scalar: Scalar, text: str) -> Edits:
    """Return the edits that give a scalar another text; none where it has it already.

    Newlines at the end of a block or of a file of text stay as they are: they belong to how it is written.
    Raises `UneditableError` where no way of writing reads back as the text.
    """
    asked = _Scalar(scalar, unicodedata.normalize("NFC", text.replace("\r\n", "\n")))
    if asked.wanted == scalar.value:
        return ()
    for way in _WAYS[scalar.style]:
        edits = way(asked)
        if edits is not None and asked.reads_back(edits):
            return edits
    raise UneditableError(scalar, f"Teksten kan ikke skrives, som «{scalar.path}» er skrevet.")


def in_flow(node: Node) -> bool:
    """Tell whether a node stands within `[…]` or `{…}` of its own file."""
    while node.parent is not None and node.via is None:
        node = node.parent
        if node.span.text[:1] in ("[", "{"):
            return True
    return False


def column(node: Node) -> int:
    """Return how far in, in characters, the key or the dash that a value hangs on stands."""
    at = node.key.start if node.key is not None else _dash(node)
    text = (node.key or node.via or node.span).file.text
    return at - (text.rfind("\n", 0, at) + 1)


def _dash(node: Node) -> int:
    own = node.via or node.span
    text, at = own.file.text, own.start
    while at > 0 and text[at - 1] in " \t":
        at -= 1
    return at - 1 if at and text[at - 1] == "-" else at


@dataclass(slots=True)
class _Scalar:
    """A scalar and the text that it is to have."""

    scalar: Scalar
    wanted: str

    def __post_init__(self) -> None:
        if self.scalar.style in (*_BLOCK, "file"):
            old = self.scalar.value
            self.wanted = self.wanted.rstrip("\n") + old[len(old.rstrip("\n")) :]

    @property
    def file(self) -> SourceFile:
        return self.scalar.span.file

    @property
    def flow(self) -> bool:
        return in_flow(self.scalar)

    def stretch(self) -> Span:
        """Return the value's stretch without the newlines that a block ends in; of an empty one, where it is to stand."""
        span = self.scalar.span
        if self.scalar.style in _BLOCK:
            return Span(span.file, span.start, span.start + len(span.text.rstrip()))
        if span.start == span.end and self.scalar.key is not None:
            at = span.file.text.index(":", self.scalar.key.end) + 1
            return Span(span.file, at, at)
        return span

    def whole(self, source: str) -> Edits:
        """Return the edit that writes the whole value anew."""
        span = self.stretch()
        gap = " " if span.start == span.end and self.file.text[span.start - 1 : span.start] in ":-" else ""
        return (Edit(span, gap + source),)

    def reads_back(self, edits: Edits) -> bool:
        """Tell whether the value with these edits is read as the wanted text."""
        if self.scalar.style == "file":
            text = splice(self.file, edits).decode("utf-8-sig").replace("\r\n", "\n")
            return unicodedata.normalize("NFC", text).rstrip("\n") == self.wanted
        stretch = self.scalar.span
        begin = min([stretch.start, *(edit.span.start for edit in edits)])
        whole = SourceFile("", self.file.text[: stretch.end])
        made = splice(whole, [Edit(Span(whole, edit.span.start, edit.span.end), edit.text) for edit in edits]).decode()
        source = made[begin:].strip(" ") if begin < stretch.start else made[begin:]
        read = self._read(source)
        if read is not None and self.scalar.style in _BLOCK and stretch.end == len(self.file.text):
            return read.rstrip("\n") == self.wanted.rstrip("\n")  # the file may end without a newline
        return read == self.wanted

    def _read(self, source: str) -> str | None:
        """Return what a value written so is read as, beside others of its kind; None where it is no text of its own."""
        indent = " " * column(self.scalar)
        if self.flow:
            told = "{a: " + source + ", b: c}\n"
        elif self.scalar.key is not None or self.scalar.parent is None:
            told = f"{indent}a: {source}" + ("" if source.endswith("\n") else "\n") + f"{indent}b: c\n"
        else:
            told = f"{indent}- {source}" + ("" if source.endswith("\n") else "\n") + f"{indent}- c\n"
        faults: list[Fault] = []
        root = compose(SourceFile("", told), faults, lambda scalar: scalar)
        nodes = list(root.entries.values()) if isinstance(root, Mapping) else root.items if isinstance(root, Sequence) else []
        if faults or len(nodes) != 2 or not all(isinstance(node, Scalar) for node in nodes):
            return None
        first, second = nodes
        return first.value if isinstance(first, Scalar) and isinstance(second, Scalar) and second.value == "c" else None


def _in_place(asked: _Scalar, escape: Callable[[str], str], places: list[tuple[int, int]]) -> Edits:
    """Return the edits of only what differs; `places` is the stretch of the file that each character comes from."""
    old, edits = asked.scalar.value, []
    for stretch in stretches(old, asked.wanted):
        start = places[stretch.start][0] if stretch.start < len(old) else _behind(asked, places)
        end = start
        if stretch.end > stretch.start:
            end = places[stretch.end][0] if _joins(old, stretch.end) else places[stretch.end - 1][1]
        edits.append(Edit(Span(asked.file, start, max(start, end)), escape(stretch.text)))
    return tuple(edits)


def _joins(old: str, end: int) -> bool:
    """Tell whether what is taken away ends in a newline, and the layout behind it goes too."""
    return end < len(old) and old[end - 1] == "\n"


def _behind(asked: _Scalar, places: list[tuple[int, int]]) -> int:
    if places:
        return places[-1][1]
    return asked.scalar.span.start if asked.scalar.style in ("file", "plain") else asked.scalar.span.start + 1


def _plain(asked: _Scalar) -> Edits | None:
    told = asked.wanted
    if asked.scalar.empty or "\n" in told:
        return None
    flow = asked.flow
    if flow and _SEPARATES.search(told):
        return None  # «700.000,50» in braces is two entries to every other reader
    # What an editor's YAML takes for a number or a truth stays so only where the author wrote such a thing.
    if emit.scalar(told, flow=flow) != told and emit.scalar(asked.scalar.value, flow=flow) == asked.scalar.value:
        return None
    return _in_place(asked, str, alignment(asked.scalar))


def _plain_in_quotes(asked: _Scalar) -> Edits | None:
    """Put quotes around a plain text of several lines, which keep their breaks."""
    if (
        asked.scalar.empty
        or "\n" not in asked.scalar.span.text
        or "\n" in asked.wanted
        or re.search(r'["\\]', asked.scalar.value)
    ):
        return None
    span = asked.scalar.span
    inside = _in_place(asked, lambda text: emit.quoted(text)[1:-1], alignment(asked.scalar))
    edges = [Edit(Span(span.file, at, at), '"') for at in (span.start, span.end)]
    return (edges[0], *inside, edges[1])


def _anew(asked: _Scalar) -> Edits | None:
    return asked.whole(emit.scalar(asked.wanted, flow=asked.flow))


def _quoted(asked: _Scalar) -> Edits | None:
    return asked.whole(emit.quoted(asked.wanted))


def _single(asked: _Scalar) -> Edits | None:
    return _in_place(asked, lambda text: text.replace("'", "''").replace("\n", "\n\n"), alignment(asked.scalar))


def _double(asked: _Scalar) -> Edits | None:
    return _in_place(asked, lambda text: emit.quoted(text)[1:-1], alignment(asked.scalar))


def _literal(asked: _Scalar) -> Edits | None:
    """Change a literal block line by line: each line of the value is a line of the file."""
    indent = block_indent(asked.scalar)
    if indent is None:
        return None
    places = literal_places(asked.scalar, indent)
    return _in_place(asked, lambda text: _indented(text, indent), places) if places is not None else None


def _folded(asked: _Scalar) -> Edits | None:
    indent = block_indent(asked.scalar)
    if indent is None:
        return None
    return _in_place(asked, lambda text: _indented(text, indent).replace("\n", "\n\n"), alignment(asked.scalar))


def _block_anew(asked: _Scalar) -> Edits | None:
    """Write the lines of a block anew below its own header."""
    scalar = asked.scalar
    header, _, _ = scalar.span.text.partition("\n")
    indent, lines = block_indent(scalar), asked.wanted.rstrip("\n").split("\n")
    found = _HEADER.match(header)
    if indent is None or found is None or not lines[0]:
        return None
    signs = re.sub(r"\d", "", found[2])
    if lines[0].startswith(" "):
        signs = f"{indent - column(scalar)}{signs}"
    if scalar.style == "folded":
        lines = [line for told in lines for line in ("", *_wrapped(told, _width(scalar, indent)))][1:]
    made = "\n".join(" " * indent + line if line else "" for line in lines)
    return asked.whole(f"{found[1]}{signs}{header[found.end() :].rstrip()}\n{made}")


def _to_literal(asked: _Scalar) -> Edits | None:
    """Write a text of several lines as a literal block, where it was none and one can stand."""
    told = asked.wanted
    if asked.flow or "\n" not in told or told[0] in " \n" or asked.scalar.key is None:
        return None
    indent = " " * (column(asked.scalar) + 2)
    lines = "\n".join(indent + line if line else "" for line in told.rstrip("\n").split("\n"))
    ends = len(told) - len(told.rstrip("\n"))
    return asked.whole(f"|{'-' if not ends else ''}\n{lines}") if ends < 2 else None


def _file(asked: _Scalar) -> Edits | None:
    return _in_place(asked, str, letters(asked.file.text, 0, len(asked.file.text)))


def _file_anew(asked: _Scalar) -> Edits | None:
    text = asked.file.text
    return (Edit(Span(asked.file, 0, len(text.rstrip("\r\n"))), asked.wanted),)


_WAYS: dict[str, tuple[_Way, ...]] = {
    "plain": (_plain, _plain_in_quotes, _to_literal, _anew, _quoted),
    "single": (_single, _to_literal, _quoted),
    "double": (_double, _quoted),
    "literal": (_literal, _block_anew, _quoted),
    "folded": (_folded, _block_anew, _quoted),
    "file": (_file, _file_anew),
}


def _indented(text: str, indent: int) -> str:
    """Return new text of a block: each line begun in it stands as far in as the others; an empty one has no white space."""
    first, *rest = text.split("\n")
    last = len(rest) - 1
    return "\n".join([first, *(" " * indent + line if line or at == last else "" for at, line in enumerate(rest))])


def _width(scalar: Scalar, indent: int) -> int:
    return max([60, *(len(line) - indent for line in scalar.span.text.split("\n")[1:])])


def _wrapped(text: str, width: int) -> Iterator[str]:
    """Yield the lines of a folded text; broken only at single blanks, which is what a fold stands for."""
    if text.startswith(" ") or "  " in text:
        yield text
    else:
        yield from textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) or [""]
