"""Writing back: new text is put in at spans; nothing else in the file moves."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from aftale_builder.source.node import SourceFile, Span


@dataclass(frozen=True, slots=True)
class Edit:
    """New text for one stretch of a file, with LF line ends."""

    span: Span
    text: str


def collide(edits: Iterable[Edit], others: Collection[Edit]) -> bool:
    """Tell whether one of some edits changes letters that one of the others changes, so that not all can be made."""
    pairs = (sorted((one, other), key=_order) for one in edits for other in others if one.span.file is other.span.file)
    return any(last.span.start < first.span.end for first, last in pairs)


def splice(file: SourceFile, edits: Iterable[Edit]) -> bytes:
    """Return the file's bytes with the edits made: its own line ends, its own BOM, every other character untouched.

    Raises ValueError where two edits overlap or one belongs to another file.
    """
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=_order):
        if edit.span.file is not file:
            raise ValueError(f"an edit of {edit.span.file.name} in {file.name}")
        if edit.span.start < at:
            raise ValueError(f"edits overlap at offset {edit.span.start} of {file.name}")
        parts += (file.text[at : edit.span.start], edit.text.replace("\n", file.newline))
        at = edit.span.end
    parts.append(file.text[at:])
    return "".join(parts).encode("utf-8-sig" if file.bom else "utf-8")


def _order(edit: Edit) -> tuple[int, int]:
    return edit.span.start, edit.span.end
