"""The signature blocks of a form: each a name, and a table or lines to sign on. The first is the model of them all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from aftale_builder.binding.places import Block, Certainty, Found, How, Place
from aftale_builder.binding.telling import is_text
from aftale_builder.importing.grid import end_of
from aftale_builder.importing.wording import Wording
from aftale_builder.regulation import Art
from aftale_builder.word.reading import Kind, Unit

_FRONT = "forside"
_LINE = re.compile(r"\b(?:navn|underskrift)\b\s*:?\s*[_.…\t]{3,}|[_.…\t]{3,}\s*\bnavn\b", re.IGNORECASE)
NAME, ALSO, SIGNER = "underskrifter.navn", "underskrifter.for_parter", "underskrifter.underskriver"
BLOCK, FIELD = "underskrifter", "underskrifter.felt"


@dataclass(slots=True)
class Signatures:
    """What was found of the signature blocks."""

    found: list[Found] = field(default_factory=list)
    blocks: dict[str, Block] = field(default_factory=dict)
    removed: set[int] = field(default_factory=set)


@dataclass(slots=True)
class _One:
    """A block: the unit of the name above it (None where it has none), where its field begins and ends, and the line «Navn»."""

    label: int | None
    start: int
    end: int
    name: int


def signature_places(units: Sequence[Unit], start: int, end: int, wording: Wording, certainty: Certainty) -> Signatures:
    """Return the places of the blocks that stand in a stretch of the form."""
    result = Signatures()
    blocks = list(_blocks(units, start, end, wording))
    if not blocks:
        seen = " ".join(units[at].plain.strip() for at in range(start, end) if is_text(units[at])).strip()
        why = (
            f"efter «Underskrifter:» er der ikke fundet et felt med «Dato» og «Navn»{f'; der står «{seen[:80]}»' if seen else ''}"
        )
        result.found.append(Found(BLOCK, None, Certainty.UNSURE, why))
        return result
    model = next((block for block in blocks if block.label is not None), blocks[0])
    if model.label is None:
        why = _nameless(units, model, wording)
        result.found.append(Found(BLOCK, None, Certainty.UNSURE, why))
        return result
    name, signer = units[model.label], units[model.name]
    why = f"{len(blocks)} felter med «Dato» og «Navn»; det første, «{name.plain.strip()}», er forlæg for alle"
    result.found += [
        Found(NAME, Place(How.IN, name.number, name.plain.strip()), certainty, why),
        Found(ALSO, Place(How.AFTER, name.number, name.plain.strip()), certainty, "under partens navn"),
        Found(SIGNER, Place(How.AFTER, signer.number, signer.plain.strip()), certainty, f"under «{signer.plain.strip()}»"),
    ]
    last = _with_space(units, model, end)
    result.blocks[BLOCK] = Block(name.number, last)
    result.blocks[FIELD] = Block(_first(units, model.start), last)
    kept = set(range(model.label, _after(units, last)))
    first = min(block.label if block.label is not None else block.start for block in blocks)
    stop = max(block.end for block in blocks)
    result.removed.update(units[at].number for at in range(first, stop) if is_text(units[at]) and at not in kept)
    return result


def _nameless(units: Sequence[Unit], block: _One, wording: Wording) -> str:
    """Return what is seen of a block that has no name above it."""
    texts = (unit for unit in units[block.start : block.end] if is_text(unit) and unit.plain.strip())
    inside = next((unit for unit in texts if not (_is_name(unit, wording) or _is_date(unit, wording))), None)
    if inside is None:
        return "over underskriftsfelterne står der ingen part, som «Boligorganisation A»"
    return (
        f"«{inside.plain.strip()[:40]}» står i den samme tabel som «Dato» og «Navn», og den kan ikke gentages for hver part. Giv "
        "hver part sin egen tabel i Word, med navnet over"
    )


def _blocks(units: Sequence[Unit], start: int, end: int, wording: Wording) -> Iterator[_One]:
    label: int | None = None
    at = start
    while at < end:
        unit = units[at]
        if unit.kind is Kind.TABLE:
            stop = end_of(units, at, Kind.TABLE, Kind.TABLE_END)
            name = next((index for index in range(at, stop) if is_text(units[index]) and _is_name(units[index], wording)), None)
            if name is not None:
                yield _One(label, at, stop, name)
                label = None
            at = stop
            continue
        if is_text(unit) and unit.plain.strip():
            if _LINE.search(unit.plain):
                yield _One(label, _dated(units, label, at), at + 1, at)
                label = None
            elif not _is_date(unit, wording) and label is None:
                label = at
        at += 1


def _is_name(unit: Unit, wording: Wording) -> bool:
    match = wording.match(unit.plain, _FRONT, {Art.CELLE})
    return match is not None and match.fixed.id == "navn"


def _is_date(unit: Unit, wording: Wording) -> bool:
    match = wording.match(unit.plain, _FRONT, {Art.CELLE})
    return (match is not None and match.fixed.id == "dato") or re.match(r"\s*dato\b", unit.plain, re.IGNORECASE) is not None


def _dated(units: Sequence[Unit], label: int | None, at: int) -> int:
    """Return where the lines to sign on begin: after the name."""
    return next((index for index in range((label if label is not None else at - 1) + 1, at) if is_text(units[index])), at)


def _first(units: Sequence[Unit], start: int) -> int:
    return next(units[at].number for at in range(start, len(units)) if is_text(units[at]))


def _with_space(units: Sequence[Unit], block: _One, end: int) -> int:
    """Return the last paragraph of a block: the empty one after it, which keeps it from the next, where there is one."""
    after = units[block.end] if block.end < end else None
    if after is not None and is_text(after) and not after.plain.strip():
        return after.number
    return max(units[at].number for at in range(block.start, block.end) if is_text(units[at]))


def _after(units: Sequence[Unit], number: int) -> int:
    return next(at for at, unit in enumerate(units) if is_text(unit) and unit.number == number) + 1
