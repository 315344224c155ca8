"""The form's own wording, known again in a copy whatever its case, white space, dashes and numbering."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from aftale_builder.regulation import Art, FastTekst, Regulativ, same_words

_NUMBERING = re.compile(r"^(?:afsnit\s+)?\d{1,2}(?:\.\d{1,2})*[.):]?\s+")
_DASHES = str.maketrans({"–": "-", "—": "-", "‑": "-", "’": "'", "”": '"', "“": '"', "»": '"', "«": '"'})
_LONG = 60
_ALIKE = 0.8
HEADLINES = frozenset({Art.OVERSKRIFT, Art.LEDETEKST})


@lru_cache(4096)
def key(text: str) -> str:
    """Return the form in which wordings are compared: small letters, plain dashes and quotes, no numbering or last colon."""
    bare = same_words(text).casefold().translate(_DASHES)
    return _NUMBERING.sub("", bare).rstrip(" :.")


@dataclass(frozen=True, slots=True)
class Match:
    """A piece of the form's wording that was met; `variant` is the accepted wording that comes nearest (0 the regulation's)."""

    fixed: FastTekst
    variant: int


class Wording:
    """The fixed wording of a form, by section."""

    def __init__(self, regulativ: Regulativ) -> None:
        self._known: dict[str, dict[str, Match]] = {}
        for fixed in regulativ.fast_tekst:
            known = self._known.setdefault(fixed.afsnit, {})
            for variant, form in enumerate(fixed.former):
                known.setdefault(key(form), Match(fixed, variant))
        self._long = {
            section: [(_Long.of(form), match) for form, match in known.items() if len(form) >= _LONG]
            for section, known in self._known.items()
        }
        self._labels = [
            (re.compile(rf"{_spaced(form)}\s*:\s*(?P<rest>.*)", re.IGNORECASE | re.DOTALL), match)
            for form, match in self._known.get("forside", {}).items()
            if match.fixed.art is Art.LEDETEKST
        ]

    def match(self, text: str, section: str, arts: Collection[Art] = frozenset(Art)) -> Match | None:
        """Return the section's wording that a text is, None where it is none."""
        found = self._known.get(section, {}).get(key(text))
        if found is None or found.fixed.art not in arts:
            return None
        words = same_words(text)
        exact = (variant for variant, form in enumerate(found.fixed.former) if same_words(form) == words)
        return Match(found.fixed, next(exact, found.variant))

    def heading(self, text: str) -> Match | None:
        """Return the section heading that a text is, whatever section it would open."""
        found = (self.match(text, section, {Art.OVERSKRIFT}) for section in self._known)
        return next((match for match in found if match is not None and match.fixed.niveau), None)

    def altered(self, text: str, section: str) -> FastTekst | None:
        """Return the section's wording that a text seems to be with something changed, None where it is like none."""
        words = key(text).split()
        return next((match.fixed for long, match in self._long.get(section, ()) if long.is_like(words)), None)

    def beginning(self, text: str, section: str) -> tuple[Match, int] | None:
        """Return the section's wording that a text begins with and goes on from, and where it goes on."""
        plain = text.translate(_DASHES)
        for long, match in self._long.get(section, ()):
            end = long.begins(plain)
            if end:
                return match, end
        return None

    def label(self, text: str) -> tuple[Match, str] | None:
        """Return the front page's label that a text begins with, and what is written after it on the same line or below."""
        for pattern, match in self._labels:
            begun = pattern.match(text.translate(_DASHES))
            if begun and begun["rest"].strip():
                return match, text[begun.start("rest") :]
        return None


@dataclass(frozen=True, slots=True)
class _Long:
    """A wording that is long enough to be known again when it is altered, or when something follows it."""

    length: int
    words: tuple[str, ...]
    begun: re.Pattern[str]

    @classmethod
    def of(cls, form: str) -> _Long:
        return cls(len(form), tuple(form.split()), re.compile(rf"{_spaced(form)}[\s:.]+(?=\S)", re.IGNORECASE))

    def is_like(self, words: list[str]) -> bool:
        if 2 * min(len(words), len(self.words)) <= _ALIKE * (len(words) + len(self.words)):
            return False  # said by the numbers alone, for most texts
        alike = SequenceMatcher(None, self.words, words, autojunk=False)
        return alike.quick_ratio() > _ALIKE and alike.ratio() > _ALIKE

    def begins(self, text: str) -> int:
        """Return where the text goes on behind the wording, 0 where it does not begin with it or ends there."""
        begun = self.begun.match(text) if len(text) > self.length else None
        return begun.end() if begun is not None else 0


def _spaced(known: str) -> str:
    """Return a pattern for words with any white space before and between them."""
    return r"\s*" + r"\s+".join(re.escape(word) for word in known.split())
