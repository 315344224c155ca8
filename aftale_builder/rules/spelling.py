"""How a name is spelt in the lines of a story: other spellings of the same name, not other names that are like it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aftale_builder.rules.lines import Line, sentences
from aftale_builder.rules.pattern import pattern
from aftale_builder.rules.story import Name, Named, Story

_SHORTEST = 5
_SHORTEST_WORD = 7
_WORD = pattern(r"[^\W\d_][\w-]*")
_JOINT = pattern(r"[\s\-–]+")
_GENITIVE = r"(?:['’]?s)?"


class Spelling:
    """Another spelling of a name: as it is written, whose it is, how it should be, and where."""

    __slots__ = ("line", "name", "right", "start", "written")

    def __init__(self, written: str, name: Name, right: str, line: Line, start: int) -> None:
        self.written = written
        self.name = name
        self.right = right
        self.line = line
        self.start = start

    @property
    def end(self) -> int:
        """Return the offset where the written name ends."""
        return self.start + len(self.written)


def other_spellings(story: Story) -> Iterator[Spelling]:
    """Yield each place where a name is spelt in another way than it is given, line by line."""
    accepted = frozenset(spelling for name in story.names for spelling in name.spellings)
    by_itself = frozenset(map(_folded, accepted))
    wanted = {
        _folded(spelling): (spelling, name)
        for name in reversed(story.names)
        for spelling in reversed(name.spellings)
        if len(_folded(spelling)) >= _SHORTEST and not spelling[0].islower()
    }
    text = "\n".join(line.text for line in story.lines)
    slips, whole = _slips(story, text, accepted), _folded(text)
    wanted = {key: known for key, known in wanted.items() if whole.count(key) > text.count(known[0])}
    for line in story.lines if slips or wanted else ():
        folded = _folded(line.text)
        for key, (right, name) in wanted.items():
            count = folded.count(key)
            if count and count > line.text.count(right):
                yield from (
                    Spelling(written, name, right, line, start)
                    for written, start in _written(line, key)
                    if written not in accepted and _is_the_name(written, line, start, name, by_itself)
                )
        for slip, (right, name) in slips.items():
            if slip in line.text:
                for match in re.finditer(rf"(?<![\w@./-]){slip}(?={_GENITIVE}(?!\w))", line.text):
                    yield Spelling(slip, name, right, line, match.start())


def _folded(text: str) -> str:
    """Return what is left of a text when case, spaces and hyphens are taken away."""
    return text.casefold().replace(" ", "").replace("-", "").replace("–", "")


def _written(line: Line, key: str) -> Iterator[tuple[str, int]]:
    """Yield each place where the letters of a key stand as words of their own, however they are joined."""
    letters = r"[\s\-–]*".join(map(re.escape, key))
    for match in re.finditer(rf"(?<![\w@./])({letters}){_GENITIVE}(?![\w@])(?!\.\w)", line.text, re.IGNORECASE):
        yield match[1], match.start()


def _is_the_name(written: str, line: Line, start: int, name: Name, by_itself: frozenset[str]) -> bool:
    """Tell whether words that read like a name are meant as it: «en fælles indsats» need not be the effort of that name.

    `by_itself` are the names without case, spaces and hyphens: of «boligforeningen Lindehjem» the last word may be the name.
    """
    if line.quoted(start):
        return True
    if written.isupper() or written.islower():
        return False
    if name.of is Named.INDSATS:
        return written[0].isupper() and not any(line.text[first:start].strip(' «"') == "" for first, _ in sentences(line.text))
    first, _, rest = written.partition(" ")
    return not (first.islower() and _folded(rest) in by_itself)


def _slips(story: Story, text: str, accepted: frozenset[str]) -> dict[str, tuple[str, Name]]:
    """Return the words of the story that are one slip from a word of a name, each with that word and its name."""
    right = {word: name for name in story.names for word in _words(name)}
    if not right:
        return {}
    seen = {word for word in set(text.replace("-", " ").split()) if word[0].isupper()}
    bare = {word.strip(",.:;!?()»«\"”“'’") for word in seen}
    known = {word for spelling in accepted for word in _JOINT.split(spelling)}
    near = {slip: (word, name) for word, name in right.items() for slip in _one_slip_from(word) if slip not in known}
    return {slip: near[slip] for slip in near if slip in bare or f"{slip}s" in bare}


def _words(name: Name) -> list[str]:
    """Return the long words of a name that begin with a capital."""
    found = (match[0] for spelling in name.spellings for match in _WORD.finditer(spelling))
    return [word for word in found if len(word) >= _SHORTEST_WORD and word[0].isupper() and word.isalpha()]


def _one_slip_from(word: str) -> Iterator[str]:
    """Yield the word with one letter left out, doubled or changed about with the next; its first and last letter stand."""
    for at in range(1, len(word) - 1):
        before, letter, after = word[:at], word[at], word[at + 1 :]
        yield before + after
        yield before + letter + letter + after
        if len(after) > 1 and after[0] != letter:
            yield before + after[0] + letter + after[1:]
    for pair, letter in (("aa", "å"), ("ae", "æ"), ("oe", "ø")):
        for one, other in ((pair, letter), (letter, pair)):
            if one in word.casefold():
                yield word.replace(one, other).replace(one.capitalize(), other.capitalize())
