"""Keys and items put in and taken out, each as one edit that moves nothing else; texts are changed by `replaced`.

All work on the nodes of a file as it was read; the edits of several changes are put together by `splice`. Comments, order,
quotes and line breaks elsewhere stay. A comment above what is taken out stays too: it is not for a program to say that nobody
needs it.
"""

from __future__ import annotations

from aftale_builder.source import emit
from aftale_builder.source.emit import Block, Items, Literal, Raw
from aftale_builder.source.node import Mapping, Node, Scalar, Sequence, SourceFile, Span
from aftale_builder.source.restyling import UneditableError, column, in_flow, replaced
from aftale_builder.source.splice import Edit

__all__ = [
    "UneditableError",
    "emptied",
    "replaced",
    "text_of",
    "with_item",
    "with_key",
    "with_value",
    "without_item",
    "without_key",
]

Written = str | Raw | Literal | Block | Items


def with_key(mapping: Mapping, key: str, value: Written, *, after: str | None = None) -> Edit:
    """Return the edit that puts a key in a mapping, behind the key `after`, else last. Raises `UneditableError`."""
    if key in mapping.entries or not mapping.complete:
        raise UneditableError(mapping, f"Nøglen «{key}» kan ikke sættes ind her.")
    before = mapping.entries.get(after) if after is not None else None
    if before is None:
        before = next(reversed(mapping.entries.values()), None)
    file = mapping.span.file
    if _is_flow(mapping) or before is None:
        told = f"{emit.scalar(key, flow=True)}: {_in_flow(mapping, value)}"
        return _flow_insertion(mapping, before, told)
    first = next(iter(mapping.entries.values()))
    at = _past_remarks(file, _line_end(file, _end(before)), column(first))
    if before is not next(reversed(mapping.entries.values())):
        at = _past_lone_remarks(file, at)
    return Edit(Span(file, at, at), "".join(f"\n{line}" for line in emit.entry(key, value, " " * column(first))))


def with_value(empty: Scalar, value: Written) -> tuple[Edit, ...]:
    """Return the edits that give a key with nothing behind it a value. Raises `UneditableError`."""
    file = empty.span.file
    if empty.key is None or not empty.empty or empty.via is not None:
        raise UneditableError(empty, f"Der står allerede noget ved «{empty.path}».")
    colon = file.text.index(":", empty.key.end) + 1
    key = file.text[empty.key.start : empty.key.end]
    gone = (Edit(empty.span, ""),) if empty.span.text else ()
    line_end = _line_end(file, colon)
    end = _past_remarks(file, line_end, column(empty))
    first, *lines = emit.entry(key, value, " " * column(empty))
    told = "".join(f"\n{line}" for line in lines)
    if isinstance(value, Literal) and lines and end == line_end and not in_flow(empty):
        return (
            *gone,
            Edit(Span(file, colon, colon), first.removeprefix(f"{' ' * column(empty)}{key}:")),
            Edit(Span(file, end, end), told),
        )
    if in_flow(empty) or not isinstance(value, (Block, Items)):
        return (*gone, Edit(Span(file, colon, colon), f" {_in_flow(empty, value)}"))
    return (*gone, Edit(Span(file, end, end), told))


def without_key(mapping: Mapping, key: str) -> Edit:
    """Return the edit that takes a key and its value out of a mapping. Raises `UneditableError`."""
    node = mapping.entries.get(key)
    if node is None or node.key is None or not mapping.complete or key in mapping.twice:
        raise UneditableError(mapping, f"Nøglen «{key}» kan ikke tages ud her.")
    file, nodes = mapping.span.file, list(mapping.entries.values())
    if _is_flow(mapping):
        return _flow_removal(mapping, nodes, nodes.index(node))
    if len(nodes) == 1:
        raise UneditableError(node, f"«{key}» er den eneste nøgle her og kan ikke tages ud alene.")
    begin = _line_start(file, node.key.start)
    end = _past_line(file, _end(node))
    if not file.text[begin : node.key.start].strip():
        return Edit(Span(file, *_with_one_empty_line(file, begin, end, is_last=nodes[-1] is node)), "")
    # The key stands behind a dash: the next one takes its place.
    following = nodes[1].key if nodes[0] is node else None
    if following is None or file.text[end : following.start].strip():
        raise UneditableError(node, f"«{key}» kan ikke tages ud uden at flytte en kommentar.")
    return Edit(Span(file, node.key.start, following.start), "")


def with_item(sequence: Sequence, at: int, value: str | Raw | Block) -> Edit:
    """Return the edit that puts an item before the one at `at`, last where there is none. Raises `UneditableError`."""
    items, file = sequence.items, sequence.span.file
    if not sequence.complete:
        raise UneditableError(sequence, "Listen kan ikke læses til enden.")
    if _is_flow(sequence):
        told = _in_flow(sequence, value)
        if at == 0 and items:
            start = _start(items[0])
            return Edit(Span(file, start, start), f"{told}, ")
        return _flow_insertion(sequence, items[at - 1] if items else None, told)
    if not items:
        raise UneditableError(sequence, "Listen er tom.")
    dash = _dash(items[0])
    start = _line_start(file, dash)
    lines = emit.item(value, " " * (dash - start))
    airy = "\n" if _apart(file, items) else ""
    if at == 0:
        return Edit(Span(file, start, start), "".join(f"{line}\n" for line in lines) + airy)
    end = _line_end(file, _end(items[min(at, len(items)) - 1]))
    return Edit(Span(file, end, end), airy + "".join(f"\n{line}" for line in lines))


def without_item(sequence: Sequence, at: int) -> Edit:
    """Return the edit that takes an item out of a list; of the only one, an empty list is left. Raises `UneditableError`."""
    items, file = sequence.items, sequence.span.file
    if not sequence.complete or not 0 <= at < len(items):
        raise UneditableError(sequence, "Listen har ikke det punkt.")
    if _is_flow(sequence):
        return _flow_removal(sequence, items, at)
    if len(items) == 1:
        return emptied(sequence)
    begin = _line_start(file, _dash(items[at]))
    end = _past_line(file, _end(items[at]))
    return Edit(Span(file, *_with_one_empty_line(file, begin, end, is_last=at == len(items) - 1)), "")


def _with_one_empty_line(file: SourceFile, begin: int, end: int, *, is_last: bool) -> tuple[int, int]:
    """Return the lines from `begin` to `end` with one of the two empty lines round them, or of the last with the one above."""
    if begin and _is_blank(file, begin - 1):
        if end < len(file.text) and _is_blank(file, end):
            return begin, _past_line(file, end)
        if is_last:
            return _line_start(file, begin - 1), end
    return begin, end


def text_of(item: Node) -> str:
    """Return an item of a list as it is written, behind its dash, with the remark on its last line; or behind its comma."""
    own = item.via or item.span
    end = _end(item)
    return own.file.text[own.start : end if in_flow(item) else _line_end(own.file, end)]


def emptied(sequence: Sequence) -> Edit:
    """Return the edit that leaves an empty list, its brackets on the line of its key; remarks above its first item stay."""
    items, file = sequence.items, sequence.span.file
    if _is_flow(sequence) or not items:
        return Edit(sequence.span, "[]")
    dash = _dash(items[0])
    end = _line_end(file, _end(items[-1]))
    if sequence.key is None or sequence.via is not None:
        return Edit(Span(file, dash, end), "[]")
    colon = file.text.index(":", sequence.key.end) + 1
    above = file.text[colon : _line_start(file, dash)].rstrip()
    return Edit(Span(file, colon, end), f" []{above}")


def _apart(file: SourceFile, items: list[Node]) -> bool:
    """Tell whether an empty line stands between the items of a list."""
    ends = (_past_line(file, _end(item)) for item in items[:-1])
    return any(end < len(file.text) and _is_blank(file, end) for end in ends)


def _is_blank(file: SourceFile, at: int) -> bool:
    return not file.text[_line_start(file, at) : _line_end(file, at)].strip()


def _in_flow(node: Node, value: Written) -> str:
    if isinstance(value, Raw):
        return value.yaml
    if isinstance(value, (str, Literal)):
        return emit.scalar(value if isinstance(value, str) else value.text, flow=True)
    if isinstance(value, Items):
        return f"[{', '.join(_in_flow(node, item) for item in value.items if isinstance(item, (str, Raw, Block)))}]"
    pairs = (entry for entry in value.entries if isinstance(entry, tuple))
    return f"{{{', '.join(f'{key}: {_in_flow(node, inner)}' for key, inner in pairs)}}}"


def _is_flow(node: Mapping | Sequence) -> bool:
    return node.span.text[:1] in ("[", "{") or in_flow(node)


def _flow_insertion(node: Mapping | Sequence, before: Node | None, told: str) -> Edit:
    file = node.span.file
    if before is None:
        if node.span.text[:1] not in ("[", "{"):
            raise UneditableError(node, "Her står endnu ingenting at sætte noget ind efter.")
        return Edit(Span(file, node.span.start + 1, node.span.end - 1), told)
    end = _end(before)
    return Edit(Span(file, end, end), f", {told}")


def _flow_removal(node: Mapping | Sequence, nodes: list[Node], at: int) -> Edit:
    file = node.span.file
    if len(nodes) == 1:
        return Edit(Span(file, node.span.start + 1, node.span.end - 1), "")
    if at + 1 < len(nodes):
        return Edit(Span(file, _start(nodes[at]), _start(nodes[at + 1])), "")
    return Edit(Span(file, _end(nodes[at - 1]), _end(nodes[at])), "")


def _start(node: Node) -> int:
    """Return where a value begins, with its key."""
    return node.key.start if node.key is not None else (node.via or node.span).start


def _end(node: Node) -> int:
    """Return where a value ends: behind its last sign, before the newline of its last line."""
    if node.via is not None:
        return node.via.end
    text = node.span.file.text
    if isinstance(node, (Mapping, Sequence)):
        children = list(node.entries.values()) if isinstance(node, Mapping) else node.items
        return node.span.end if node.span.text[:1] in ("[", "{") or not children else _end(children[-1])
    if isinstance(node, Scalar) and node.style in ("literal", "folded"):
        header = node.span.text.partition("\n")[0]
        if "+" in header.partition("#")[0]:  # the empty lines at its end are its own
            return node.span.start + len(node.span.text.removesuffix("\n").removesuffix("\r"))
        return node.span.start + len(node.span.text.rstrip())
    if node.span.start == node.span.end and node.key is not None:
        return text.index(":", node.key.end) + 1
    return node.span.end


def _dash(node: Node) -> int:
    """Return where the dash of an item of a block list stands, first on its line. Raises `UneditableError` where it does not."""
    file, at = (node.via or node.span).file, _start_of_item(node)
    begin = _line_start(file, at)
    while not file.text[begin:at].strip().startswith("-"):
        before = file.text[begin:at].strip()
        if begin == 0 or (before and not before.startswith("#")):
            raise UneditableError(node, "Punktet står ikke på sin egen linje.")
        at = begin - 1
        begin = _line_start(file, at)
    before = file.text[begin:at]
    dash = begin + len(before) - len(before.lstrip())
    if before.strip() != "-" and not before.strip()[1:].lstrip().startswith("#"):
        raise UneditableError(node, "Punktet står ikke på sin egen linje.")
    return dash


def _start_of_item(node: Node) -> int:
    return (node.via or node.span).start


def _line_start(file: SourceFile, at: int) -> int:
    return file.text.rfind("\n", 0, at) + 1


def _line_end(file: SourceFile, at: int) -> int:
    """Return the end of the line, before its newline, with the comment that may stand on it."""
    end = file.text.find("\n", at)
    end = len(file.text) if end < 0 else end
    return end - 1 if end > at and file.text[end - 1] == "\r" else end


def _past_remarks(file: SourceFile, end: int, column: int) -> int:
    """Return the end of the remarks right below a line that stand further in than its key: they are its own.

    Behind them nothing can take them for the last lines of a text.
    """
    start = _past_line(file, end)
    while start < len(file.text):
        line_end = _line_end(file, start)
        line = file.text[start:line_end]
        bare = line.lstrip(" ")
        if bare.startswith("#") and len(line) - len(bare) > column:
            end = line_end
        elif bare:
            break
        start = _past_line(file, line_end)
    return end


def _past_lone_remarks(file: SourceFile, end: int) -> int:
    """Return the end of the remarks below a line that an empty line parts from what follows: other remarks are the next key's.

    So a heading that has lost its key gets it back.
    """
    lone, start = end, _past_line(file, end)
    while start < len(file.text):
        line_end = _line_end(file, start)
        line = file.text[start:line_end].strip()
        if line and not line.startswith("#"):
            break
        if not line and file.text[lone:start].strip():
            lone = start - 1
        start = _past_line(file, line_end)
    return lone


def _past_line(file: SourceFile, at: int) -> int:
    end = file.text.find("\n", at)
    return len(file.text) if end < 0 else end + 1
