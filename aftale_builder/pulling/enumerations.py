"""Lists that are printed as an enumeration in a paragraph («a, b og c»): what is left of one, what is new, in which order."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from aftale_builder.findings import Place
from aftale_builder.pulling.base import Base, Source
from aftale_builder.pulling.changes import Change, Listed
from aftale_builder.pulling.printed import Printed
from aftale_builder.word.reading import Part

_BETWEEN = re.compile(r",\s*|\s+og\s+|\s*\n\s*")
_SEPARATOR = re.compile(r"\s*[,;]\s*(?:(?:og|samt)\s+)?|\s+(?:og|samt|&)\s+|\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Group:
    """What stands together in a unit: one source, or the items of one list (`listed` is its path), with their words."""

    numbers: tuple[int, ...]
    words: tuple[str, ...]
    listed: str = ""


def grouped(base: Base, unit: Printed) -> list[tuple[str, Group | None]]:
    """Return the stretches of a unit, the items of a list that are enumerated in one; None for the document's own words."""
    told: list[tuple[str, Group | None]] = []
    alone = len(unit.pieces) == 1 and unit.item is not None
    for text, number in unit.pieces:
        if number is None:
            told.append((text, None))
            continue
        listed = "" if alone else _listed(base, base.sources[number])
        before = told[-2][1] if len(told) > 1 and told[-1][1] is None else None
        if listed and before is not None and before.listed == listed and _BETWEEN.fullmatch(told[-1][0]):
            between, _ = told.pop()
            whole, _ = told.pop()
            group = Group((*before.numbers, number), (*before.words, text), listed)
            told.append((whole + between + text, group))
        else:
            told.append((text, Group((number,), (text,), listed)))
    return told


def _listed(base: Base, source: Source) -> str:
    """Return the list that a source is a bare item of, or a reference in, «» where it is neither."""
    listed, _, step = source.mine.rpartition("/")
    return listed if step.isdecimal() and base.item(source.mine) == source.mine else ""


def edits(
    base: Base, group: Group, now: str, before: Printed, at: Callable[[str], Place], renamed: Mapping[str, str]
) -> Iterator[Change | Listed]:
    """Yield what was done to a value that says `now`, or to the items of a list that `now` enumerates.

    `before` is the unit that they were printed in, `at` gives the place of a path, `renamed` what values say now elsewhere in the
    file: a name may have an «og» of its own.
    """
    sources = [base.sources[number] for number in group.numbers]
    if not group.listed:
        yield change(sources[0], group.words[0], now.strip(), at(sources[0].path), before)
        return
    names = {source.text for source in base.sources if source.path.endswith("/navn")}
    new = {path: word for path, word in renamed.items() if word not in names}  # another's name is a reference to that
    found = list(_read(group, now, [new.get(source.path, "") for source in sources], {*names, *new.values()}))
    in_place = len(found) == len(sources) and all(number in (mine, None) for mine, (number, _) in enumerate(found))
    for mine, (number, word) in enumerate(found):
        item = mine if in_place else number
        if item is not None and word != group.words[item]:
            yield change(sources[item], group.words[item], word, at(sources[item].path), before)
    if not in_place:
        items = tuple(word if number is None else number for number, word in found)
        yield listed(sources, group, items, now.strip(), at(group.listed))


def change(source: Source, before: str, after: str, at: Place, unit: Printed) -> Change:
    """Return the change of a short value that was printed in a unit of the base."""
    return Change(
        source.path, source.form, before, after, at, source.text, source.unit, source.by,
        section=unit.heading, aside=unit.part is not Part.BODY,
    )  # fmt: skip


def _read(group: Group, text: str, renamed: Sequence[str], names: Collection[str]) -> Iterator[tuple[int | None, str]]:
    """Yield the items that a text enumerates: their words, and the number of what stood there before, None for a new one.

    `renamed` is what each of those before may say now, `names` are what things are called, with an «og» of their own or not.
    """
    left = dict(enumerate(zip(group.words, renamed, strict=True)))
    for word in words(text, [*group.words, *renamed, *names]):
        same = next((number for number, (was, _) in left.items() if was == word), None)
        if same is None:
            same = next((number for number, (_, now) in left.items() if now == word), None)
        if same is not None:
            del left[same]
        yield same, word


def listed(sources: Sequence[Source], group: Group, now: tuple[int | str, ...], after: str, at: Place) -> Listed:
    """Return what was done to a list: its items are what is enumerated now."""
    was = tuple(source.refers_to if source.by else source.text for source in sources)
    refers = sources[0].path if sources[0].by else ""
    return Listed(group.listed, sources[0].form, was, now, enumerated(group.words), after, at, refers)


def enumerated(words: Sequence[str]) -> str:
    """Return words as they are enumerated: «a, b og c»."""
    return " og ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]


def words(text: str, known: Collection[str]) -> Iterator[str]:
    """Yield what a text enumerates: the words between the separators; those that are known may have separators in them."""
    at, text = 0, text.strip()
    longest_first = sorted(filter(None, known), key=len, reverse=True)
    while at < len(text):
        here = next((word for word in longest_first if text.startswith(word, at) and _ends(text, at + len(word))), None)
        if here is None:
            stop = _SEPARATOR.search(text, at)
            here = text[at : stop.start() if stop else len(text)]
        if here.strip():
            yield here.strip()
        at += len(here)
        between = _SEPARATOR.match(text, at)
        at = between.end() if between and between.end() > at else at + (not here)


def _ends(text: str, at: int) -> bool:
    return at == len(text) or _SEPARATOR.match(text, at) is not None
