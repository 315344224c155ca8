"""A template's names against the view that it is to be filled with: unknown names and misused values, all at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from aftale_builder.word.faults import TemplateFault
from aftale_builder.word.language import LOOP, Ask, Loop, Path, Print, Tree, Where
from aftale_builder.word.values import Kind, as_value

Scope = Mapping[str, list[Any]]
"""Each name with all that it may be: one for each turn of the loops around. None at all: a list was empty."""


def unknown(file: str, part: str, tree: Tree, view: Mapping[str, Any]) -> tuple[TemplateFault, ...]:
    """Return the faults of a part's tags, seen with this view."""
    return tuple(
        TemplateFault(file, part, where.paragraph, where.text, where.tag, message, remedy)
        for where, message, remedy in _tree(tree, {name: [value] for name, value in view.items()})
    )


_Found = tuple[Where, str, str]


def _tree(tree: Tree, scope: Scope) -> Iterator[_Found]:
    for item in tree:
        match item:
            case Print(path=path, where=where):
                yield from _printed(path, where, scope)
            case Ask(paths=paths, where=where):
                for path in paths:
                    yield from _resolved(path, where, scope)[1]
            case Loop():
                yield from _loop(item, scope)


def _printed(path: Path, where: Where, scope: Scope) -> Iterator[_Found]:
    found, faults = _resolved(path, where, scope)
    yield from faults
    if any(item is not None and as_value(item) is None for item in found):
        yield (
            where,
            f"«{'.'.join(path)}» er ikke en tekst, der kan skrives.",
            "Skriv et af dets felter, eller gå det igennem med «for».",
        )
    blocks = any(value.kind is not Kind.INLINE for item in found if (value := as_value(item)) is not None)
    if blocks and not where.alone:
        yield where, f"«{'.'.join(path)}» er prosa og skal stå alene i sit afsnit.", "Flyt resten til et afsnit for sig."


def _loop(loop: Loop, scope: Scope) -> Iterator[_Found]:
    found, faults = _resolved(loop.path, loop.where, scope)
    yield from faults
    lists = [item for item in found if isinstance(item, Sequence) and not isinstance(item, str)]
    if len(lists) < len(found):
        yield loop.where, f"«{'.'.join(loop.path)}» er ikke en liste.", "Gå kun lister igennem med «for»."
    turns = [turn for item in lists for turn in item]
    inner = {**scope, loop.variable: turns, "loop": [dict.fromkeys(LOOP, 1)]}
    yield from _tree(loop.body, inner)


def _resolved(path: Path, where: Where, scope: Scope) -> tuple[list[Any], list[_Found]]:
    """Return all that a path may be, and the fault if some of it does not exist."""
    name, *fields = path
    if name not in scope:
        return [], [_missing(name, path, where, list(scope))]
    found = scope[name]
    for field in fields:
        found = [item for item in found if item is not None]  # nothing there: a condition around it says so, or the engine does
        lacking = next((item for item in found if not isinstance(item, Mapping) or field not in item), None)
        if lacking is not None:
            return [], [_missing(field, path, where, list(lacking) if isinstance(lacking, Mapping) else [])]
        found = [item[field] for item in found]
    return found, []


def _missing(name: str, path: Path, where: Where, known: list[str]) -> _Found:
    near = get_close_matches(name, known, n=1)
    remedy = f"Mente du «{near[0]}»?" if near else f"Her findes {', '.join(known)}." if known else "Det har ingen felter."
    return where, f"Visningen har ikke «{'.'.join(path)}» ({name}).", remedy
