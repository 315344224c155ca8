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
        for known, match in self._known.get(section, {}).items():
            if len(known) < _LONG:
                continue
            alike = SequenceMatcher(None, known.split(), words, autojunk=False)
            if alike.real_quick_ratio() > _ALIKE and alike.quick_ratio() > _ALIKE and alike.ratio() > _ALIKE:
                return match.fixed
        return None

    def beginning(self, text: str, section: str) -> tuple[Match, int] | None:
        """Return the section's wording that a text begins with and goes on from, and where it goes on."""
        for known, match in self._known.get(section, {}).items():
            if len(known) < _LONG:
                continue
            begun = re.match(rf"{_spaced(known)}[\s:.]+(?=\S)", text.translate(_DASHES), re.IGNORECASE)
            if begun is not None:
                return match, begun.end()
        return None

    def label(self, text: str) -> tuple[Match, str] | None:
        """Return the front page's label that a text begins with, and what is written after it on the same line or below."""
        for known, match in self._known.get("forside", {}).items():
            if match.fixed.art is not Art.LEDETEKST:
                continue
            begun = re.match(rf"{_spaced(known)}\s*:\s*(?P<rest>.*)", text.translate(_DASHES), re.IGNORECASE | re.DOTALL)
            if begun and begun["rest"].strip():
                return match, text[begun.start("rest") :]
        return None


def _spaced(known: str) -> str:
    """Return a pattern for words with any white space before and between them."""
    return r"\s*" + r"\s+".join(re.escape(word) for word in known.split())
