"""Random damages to Word files: a paragraph, cell, row or footnote deleted, doubled, swapped with another or cut short; the
reference to a footnote led to another, or swapped with another.
"""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from tests.word.making import W, members

_W = f"{{{W}}}"
_KINDS = ("p", "tc", "tr", "footnote")
_REFERENCE = "footnoteReference"
_PARTS = ("word/document.xml", "word/footnotes.xml", "word/header", "word/footer")
Element = etree._Element


def damages(data: bytes, count: int, seed: int = 0) -> Iterator[tuple[str, bytes]]:
    """Yield `count` damaged copies of a .docx, each with what was done to it. Every one differs from the file in what it says."""
    chance = random.Random(seed)
    stored = members(data)
    roots = {name: content for name, content in stored.items() if name.startswith(_PARTS) and name.endswith(".xml")}
    done = 0
    while done < count:
        name = chance.choice(sorted(roots, key=lambda part: (part != "word/document.xml", part)) + ["word/document.xml"] * 3)
        root = etree.fromstring(roots[name])
        kind = chance.choice((*_KINDS, _REFERENCE))
        action = chance.choice((_redirect, _swap_targets) if kind == _REFERENCE else (_delete, _double, _swap, _cut))
        told = action([found for found in root.iter(_W + kind) if _counts(found)], chance)
        if told is not None:
            done += 1
            yield (
                f"{name}: {kind} {told}",
                _packed({**stored, name: etree.tostring(root, encoding="UTF-8", xml_declaration=True)}),
            )


def _counts(element: Element) -> bool:
    """Tell whether an element says something: a paragraph with words, any cell or row, a note that is no separator."""
    if element.tag == f"{_W}p":
        return bool(_said(element).strip())
    return element.get(f"{_W}type") is None


def _said(element: Element) -> str:
    words = {
        f"{_W}br": "\n",
        f"{_W}tab": "\t",
        f"{_W}footnoteReference": "\ufffc",
        f"{_W}p": "\a",
        f"{_W}tc": "\b",
        f"{_W}tr": "\v",
    }
    return "".join((item.text or "") if item.tag == f"{_W}t" else words.get(str(item.tag), "") for item in element.iter()).lstrip(
        "\a"
    )


def _delete(found: list[Element], chance: random.Random) -> str | None:
    if not found:
        return None
    element = chance.choice(found)
    told = f"slettet: {_said(element)[:40]!r}"
    _parent(element).remove(element)
    return told


def _double(found: list[Element], chance: random.Random) -> str | None:
    if not found:
        return None
    element = chance.choice(found)
    copy = deepcopy(element)
    if element.tag == f"{_W}footnote":
        copy.set(f"{_W}id", "9999")
    element.addnext(copy)
    return f"fordoblet: {_said(element)[:40]!r}"


def _swap(found: list[Element], chance: random.Random) -> str | None:
    if len(found) < 2:
        return None
    one, other = chance.sample(found, 2)
    nested = one in other.iterancestors() or other in one.iterancestors()
    if nested or _said(one).strip() == _said(other).strip():
        return None
    told = f"byttet: {_said(one)[:40]!r} og {_said(other)[:40]!r}"
    if one.tag == f"{_W}footnote":
        mine, its = one.get(f"{_W}id"), other.get(f"{_W}id")
        one.set(f"{_W}id", str(its))
        other.set(f"{_W}id", str(mine))
        return told
    marker = etree.Element("x")
    _parent(one).replace(one, marker)
    _parent(other).replace(other, one)
    _parent(marker).replace(marker, other)
    return told


def _cut(found: list[Element], chance: random.Random) -> str | None:
    pieces = [piece for element in found for piece in element.iter(f"{_W}t") if (piece.text or "").strip()]
    if not pieces:
        return None
    piece = chance.choice(pieces)
    text = (piece.text or "").rstrip()
    kept = chance.randrange(len(text))
    piece.text = text[:kept]
    return f"afkortet: {text[:40]!r} til {kept} tegn"


def _redirect(found: list[Element], chance: random.Random) -> str | None:
    if len(found) < 2:
        return None
    one, other = chance.sample(found, 2)
    told = f"{one.get(f'{_W}id')} ført til {other.get(f'{_W}id')}"
    one.set(f"{_W}id", str(other.get(f"{_W}id")))
    return told


def _swap_targets(found: list[Element], chance: random.Random) -> str | None:
    if len(found) < 2:
        return None
    one, other = chance.sample(found, 2)
    mine, its = str(one.get(f"{_W}id")), str(other.get(f"{_W}id"))
    one.set(f"{_W}id", its)
    other.set(f"{_W}id", mine)
    return f"{mine} og {its} byttet"


def _parent(element: Element) -> Element:
    parent = element.getparent()
    assert parent is not None
    return parent


def _packed(stored: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in stored.items():
            archive.writestr(name, content)
    return buffer.getvalue()
