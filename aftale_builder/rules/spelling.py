"""How a name is spelt in the lines of a story: other spellings of the same name, not other names that are like it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from aftale_builder.findings import Anchored
from aftale_builder.rules.lines import Line, sentences
from aftale_builder.rules.pattern import pattern
from aftale_builder.rules.story import Name, Named, Story

_SHORTEST = 5
_SHORTEST_WORD = 7
_WORD = pattern(r"[^\W\d_][\w-]*")
_JOINT = pattern(r"[\s\-–]+")
_SHORTEST_IN_NAME = 4
_GENITIVE = r"(?:['’]?s)?"
_EXCHANGED = (("aa", "å"), ("ae", "æ"), ("oe", "ø"), ("a", "å"), ("a", "æ"), ("e", "æ"), ("o", "ø"), ("o", "å"))
_ENDS = pattern(rf"{_GENITIVE}(?!\w)")


class Spelling:
    """Another spelling of a name: as it is written, whose it is, how it should be, and where.

    `right` is one of the name's own spellings, a word of it where only that word is written, or what most places of a lone file
    have; it stands at `given`.
    """

    __slots__ = ("at", "given", "name", "right", "written")

    def __init__(self, written: str, name: Name, right: str, at: Anchored, given: Anchored | None = None) -> None:
        self.written = written
        self.name = name
        self.right = right
        self.at = at
        self.given = name.at if given is None else given


class _Slip:
    """A spelling in a line, before it is known whether a longer one covers it."""

    __slots__ = ("end", "name", "right", "start", "written")

    def __init__(self, written: str, name: Name, right: str, start: int) -> None:
        self.written = written
        self.name = name
        self.right = right
        self.start = start
        self.end = start + len(written)


def other_spellings(story: Story) -> Iterator[Spelling]:
    """Yield each place where a name is spelt in another way than it is given, line by line, each once, as the longest name.

    In a lone Word file nobody has said how a name is spelt: there the commonest spelling is right, the given one where two tie.
    """
    found = _other_than_given(story)
    if story.aftale is not None:
        yield from found
        return
    by_name: dict[tuple[str, str], list[Spelling]] = {}
    for one in found:
        by_name.setdefault((one.name.navn, one.right), []).append(one)
    for same in by_name.values():
        yield from _held_to_the_commonest(story, same)


def _held_to_the_commonest(story: Story, others: list[Spelling]) -> list[Spelling]:
    """Return the spellings of one name that are not the commonest of them: the others, or the given one and the rest of them."""
    name, right = others[0].name, others[0].right
    ((common, times),) = Counter(one.written for one in others).most_common(1)
    written = re.compile(rf"(?<!\w){re.escape(right)}(?={_GENITIVE}(?!\w))")
    given = [line.at(*match.span()) for line in story.lines for match in written.finditer(line.text)]
    if name.at.place() not in [at.place() for at in given]:
        given.insert(0, name.at)
    if right not in name.spellings or times <= len(given):
        return others
    first = next(one.at for one in others if one.written == common)
    rest = [Spelling(one.written, name, common, one.at, first) for one in others if one.written != common]
    return [*(Spelling(right, name, common, at, first) for at in given), *rest]


def _other_than_given(story: Story) -> Iterator[Spelling]:
    accepted = frozenset(spelling for name in story.names for spelling in name.spellings)
    by_itself = frozenset(map(_folded, accepted))
    wanted = {
        _folded(spelling): (spelling, name)
        for name in reversed(story.names)
        for spelling in reversed(name.spellings)
        if len(_folded(spelling)) >= _SHORTEST and not spelling[0].islower()
    }
    text = "\n".join(line.text for line in story.lines)
    bare = _bare_words(text)
    slips, whole = _slips(story, bare, accepted), _folded(text)
    near = {written: known for written, known in _nearly(story, bare, accepted).items() if written in text}
    wanted = {key: known for key, known in wanted.items() if whole.count(key) > text.count(known[0])}
    for line in story.lines if slips or wanted or near else ():
        folded, found = _folded(line.text), list[_Slip]()
        for key, (right, name) in wanted.items():
            count = folded.count(key)
            if count and count > line.text.count(right):
                found += (
                    _Slip(written, name, right, start)
                    for written, start in _written(line, key)
                    if written not in accepted and _is_the_name(written, line, start, name, by_itself)
                )
        for slip, word in slips.items():
            if slip in line.text:
                found += _slipped(story, line, slip, word)
        for written, (right, name) in near.items():
            if written in line.text:
                places = re.finditer(rf"(?<![\w@./-]){re.escape(written)}(?={_GENITIVE}(?!\w))", line.text)
                found += (_Slip(written, name, right, match.start()) for match in places)
        covered = 0
        for one in sorted(found, key=lambda one: (one.start, -one.end)):
            if one.start >= covered:
                covered = one.end
                yield Spelling(one.written, one.name, one.right, line.at(one.start, one.end))


def _slipped(story: Story, line: Line, slip: str, word: str) -> Iterator[_Slip]:
    """Yield each place where a word of a name is spelt with a slip: as the longest name standing round it, else as the word."""
    for match in re.finditer(rf"(?<![\w@./-]){slip}(?={_GENITIVE}(?!\w))", line.text):
        whole = [
            _Slip(line.text[start:end], name, spelling, start)
            for name in story.names
            for spelling in name.spellings
            for start, end in _round(line.text, match.span(), spelling, word)
        ]
        named = max(whole, key=lambda one: len(one.written), default=None)
        yield named or _Slip(slip, _having(story, word), word, match.start())


def _round(text: str, at: tuple[int, int], spelling: str, word: str) -> Iterator[tuple[int, int]]:
    """Yield where a spelling stands in a text, whatever its case, when the stretch `at` is taken for its word."""
    for match in _WORD.finditer(spelling):
        start, end = at[0] - match.start(), at[1] + len(spelling) - match.end()
        before, after = spelling[: match.start()].casefold(), spelling[match.end() :].casefold()
        alike = start >= 0 and (text[start : at[0]].casefold(), text[at[1] : end].casefold()) == (before, after)
        if match[0] == word and alike and not text[:start][-1:].isalnum() and _ENDS.match(text, end):
            yield start, end


def _having(story: Story, word: str) -> Name:
    """Return the name that is this word, else the first that has it."""
    having = [name for name in story.names if word in _words(name)]
    return next((name for name in having if word in name.spellings), having[0])


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
        begins = any(line.text[first:start].strip(' «"') == "" for first, _ in sentences(line.text))
        return written[0].isupper() and (not begins or _keeps_capitals(written, name))
    first, _, rest = written.partition(" ")
    return not (first.islower() and _folded(rest) in by_itself)


def _keeps_capitals(written: str, name: Name) -> bool:
    """Tell whether words that begin a sentence are the name by their other capitals («Sammen Om Solbakken»)."""
    letters, first = [sign for sign in written if sign.isalnum()], written[0]
    spelt = [
        [sign for sign in spelling if sign.isalnum()] for spelling in name.spellings if _folded(spelling) == _folded(written)
    ]
    kept = any(all(sign.isupper() for sign, own in zip(letters, one, strict=False) if own.isupper()) for one in spelt)
    return kept and first.isupper() and any(sign.isupper() for sign in letters[1:])


def _nearly(story: Story, bare: frozenset[str], accepted: frozenset[str]) -> dict[str, tuple[str, Name]]:
    """Return how names of several words are written with one word slipped or inflected, each with the right spelling.

    A short or an inflected word is a slip only with the rest of the name about it: «Boligforening Lindehjem».
    """
    near: dict[str, tuple[str, Name]] = {}
    for name in story.names:
        for spelling in name.spellings:
            words = list(_WORD.finditer(spelling)) if spelling[:1].isupper() else []
            for match in words if len(words) > 1 else ():
                word, last = match[0], match.end() == len(spelling)
                if len(word) >= _SHORTEST_IN_NAME and word[0].isupper() and word.isalpha():
                    for other in chain(_one_slip_from(word), _inflected(word, last=last)):
                        written = spelling[: match.start()] + other + spelling[match.end() :]
                        if other in bare and written not in accepted:
                            near.setdefault(written, (spelling, name))
    return near


def _inflected(word: str, *, last: bool) -> Iterator[str]:
    """Yield the word with the article or the genitive that it has not, or without it; the last word's genitive is no slip."""
    for ending in ("en", "et") if last else ("en", "et", "s"):
        yield word + ending
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_IN_NAME:
            yield word[: -len(ending)]


def _bare_words(text: str) -> frozenset[str]:
    """Return the words of a text without the signs about them, in the genitive and out of it."""
    bare = {word.strip(",.:;!?()»«\"”“„'’") for word in set(text.replace("-", " ").split())}
    return frozenset(bare | {word[:-1].rstrip("'’") for word in bare if word.endswith("s")})


def _slips(story: Story, bare: frozenset[str], accepted: frozenset[str]) -> dict[str, str]:
    """Return the words of the story that are one slip from a word of a name, each with that word."""
    right = dict.fromkeys(word for name in story.names for word in _words(name))
    if not right:
        return {}
    known = {word for spelling in accepted for word in _JOINT.split(spelling)}
    near = {slip: word for word in right for slip in _one_slip_from(word) if slip not in known}
    return {slip: near[slip] for slip in near if slip in bare}


def _words(name: Name) -> list[str]:
    """Return the long words of a name that begin with a capital."""
    found = (match[0] for spelling in name.spellings for match in _WORD.finditer(spelling))
    return [word for word in found if len(word) >= _SHORTEST_WORD and word[0].isupper() and word.isalpha()]


def _one_slip_from(word: str) -> Iterator[str]:
    """Yield the word with one letter left out, doubled or changed about with the next; its first and last letter stand.

    Of letters that are changed for another only the Danish ones are: «Kildevænget» is written «Kildevenget» by ear.
    """
    for at in range(1, len(word) - 1):
        before, letter, after = word[:at], word[at], word[at + 1 :]
        yield before + after
        yield before + letter + letter + after
        if len(after) > 1 and after[0] != letter:
            yield before + after[0] + letter + after[1:]
    for pair, letter in _EXCHANGED:
        for one, other in ((pair, letter), (letter, pair)):
            if one in word.casefold():
                yield word.replace(one, other).replace(one.capitalize(), other.capitalize())
