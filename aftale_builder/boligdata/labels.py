"""What a label of a table means: a measure (an indicator, a criterion of § 61 a), a place, a year, or what a column holds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import PartType
from aftale_builder.regulation import Kriterium, Regulativ

AREAS = "boligområdet"
"""The place that stands for all areas of the agreement together."""
KOMMUNE = "kommunen"
RESIDENTS = "beboere"
UNUSED = "bruges-ikke"
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_AVERAGED = re.compile(r"(?<!\w)(?:to|2)[ -]?års?(?!\w)|(?<!\w)toårs|§ ?61|ministeriets? liste")
_RESIDENTS = re.compile(r"(?:antal )?beboere(?: i alt)?|beboertal|indbyggere|antal indbyggere")
_ROLES = {
    "measure": r"indikator(?:er)?|måltal|nøgletal|emne|variabel|tema",
    "place": r"(?:bolig)?område(?:navn)?|bebyggelse|geografi|navn|afdeling|sted",
    "year": r"år(?:stal)?|opgørelsesår|periode|opgjort",
    "value": r"værdi|andel|tal|procent|pct\.?|resultat",
    "source": r"(?:data)?kilde",
}
_WHOLE = re.compile(r"i alt|samlet|alle|(?:hele )?(?:bolig|indsats)område(?:t|r|rne)?(?: i alt| samlet)?|helhedsplan(?:en)?")
_KOMMUNE = re.compile(r"(?:beliggenheds)?kommunen?(?: i alt| samlet)?")
_OF_KOMMUNER = re.compile(r"(?:beliggenheds|bopæls)?kommune(?:n|r|rne)?(?:s? ?navn)?")
_NUMBERS_OF_KOMMUNER = re.compile(r"kommune[ -]?(?:nr|nummer|kode|id)")
_CALLED_KOMMUNE = re.compile(r"([A-ZÆØÅ][\w-]*(?:[ -][A-ZÆØÅ][\w-]*)*) [Kk]ommune\b")
_COUNTED = re.compile(r"(?:alle|de) (\w+) (?:bolig)?områder")
_NUMBERS = dict(enumerate(("to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti"), start=2))
_UNIT = re.compile(r"\(?(?:%|pct\.?|procent)\)?$")
_EDGES = " :.,;()[]*"


class Role(StrEnum):
    """What a column holds."""

    MEASURE = "indikator"
    PLACE = "område"
    YEAR = "år"
    VALUE = "værdi"
    SOURCE = "kilde"
    KOMMUNE = "kommune"
    """The kommune that each row is in."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a label says; None where it says nothing of the kind. `unused` is said by the user alone.

    `measure` is the id of an indicator or criterion, or `RESIDENTS`; `place` the id of an area, `AREAS` or `KOMMUNE`.
    """

    measure: str | None = None
    place: str | None = None
    year: int | None = None
    role: Role | None = None
    unused: bool = False

    def __bool__(self) -> bool:
        """Tell whether the label says anything."""
        return self != Meaning()


@dataclass
class Vocabulary:
    """The labels of one agreement and its generation. `told` are labels that the user has said the meaning of, by their key;
    `own` the agreement's own figures, by their bare words.
    """

    aftale: Aftale
    regulativ: Regulativ
    told: Mapping[str, Meaning] = field(default_factory=dict)
    own: Mapping[str, str] = field(default_factory=dict)

    def meaning(self, label: str) -> Meaning:
        """Return what a label means; what the user has said goes before what can be seen."""
        if (told := self.told.get(key(label))) is not None:
            return told
        words = key(label)
        years = {int(found) for found in _YEAR.findall(words)}
        year = years.pop() if len(years) == 1 else None
        rest = bare(words)
        role = next((Role[name.upper()] for name, pattern in _ROLES.items() if re.fullmatch(pattern, rest)), None)
        return Meaning(self._measure(rest), self._place(rest, role), year, role)

    def is_ours(self, kommune: str) -> bool:
        """Tell whether this is the name of a kommune of the agreement, or one that the user has said is."""
        told = self.told.get(key(kommune))
        return told.place == KOMMUNE if told is not None else _stem(kommune) in self._kommuner

    @property
    def has_one_kommune(self) -> bool:
        """Tell whether the agreement has one kommune, no more and no less."""
        return len(self.aftale.parter_af(PartType.KOMMUNE)) == 1

    def is_elsewhere(self, heading: str) -> bool:
        """Tell whether a heading says that what it stands above is of another kommune."""
        if (told := self.told.get(key(heading))) is not None and not told.unused:
            return False
        called = [str(name) for name in _CALLED_KOMMUNE.findall(heading)]
        return bool(called) and not any(self.is_ours(part) for name in called for part in (name, *name.split()))

    @cached_property
    def _kommuner(self) -> set[str]:
        return {_stem(name) for party in self.aftale.parter_af(PartType.KOMMUNE) for name in (party.navn, *party.kaldes)}

    def measures(self, label: str) -> list[str]:
        """Return every measure that a label may be of; it is of none for sure when there is more than one."""
        words = key(label)
        if _RESIDENTS.fullmatch(words):
            return [RESIDENTS]
        if found := [item.id for item in self._criteria if is_of(words, item)]:
            return found
        indicators = self.regulativ.indikatorer
        exact = [item.id for item in indicators if words in {key(name) for name in (item.id, item.navn, *item.varianter)}]
        if exact or bare(words) in self.own:
            return exact or [self.own[bare(words)]]
        return [item.id for item in indicators if any(all(word in words for word in known) for known in item.kendes_paa)]

    def _measure(self, words: str) -> str | None:
        found = self.measures(words)
        return found[0] if len(found) == 1 else None

    @cached_property
    def _criteria(self) -> tuple[Kriterium, ...]:
        return criteria_of(self.regulativ)

    def _place(self, words: str, role: Role | None) -> str | None:
        if words in self._names:
            return self._names[words]
        if _KOMMUNE.fullmatch(words):
            return KOMMUNE
        counted = _COUNTED.fullmatch(words)
        if counted is not None and counted[1] == _NUMBERS.get(len(self.aftale.boligomraader)):
            return AREAS
        # «Boligområde» names a column of places as often as the column of the place's figures: which, its cells tell.
        return AREAS if _WHOLE.fullmatch(words) or (role is Role.PLACE and words in ("boligområde", "område")) else None

    @cached_property
    def _names(self) -> dict[str, str]:
        """Return the place of each name; one that two places have is nobody's."""
        found: dict[str, set[str]] = {}
        for name, place in self._named():
            found.setdefault(key(name), set()).add(place)
        return {name: places.pop() for name, places in found.items() if name and len(places) == 1}

    def _named(self) -> Iterator[tuple[str, str]]:
        yield self.aftale.navn, AREAS
        for area in self.aftale.boligomraader:
            yield from ((name, str(area.id)) for name in (area.navn, area.id, *area.kaldes))
        kommuner = self.aftale.parter_af(PartType.KOMMUNE)
        if len(kommuner) == 1:
            names = (kommuner[0].navn, *kommuner[0].kaldes)
            yield from ((name, KOMMUNE) for name in names)
            plain = [re.sub(r"\s+kommune$", "", name, flags=re.IGNORECASE) for name in names]
            yield from ((told, KOMMUNE) for name in plain for told in (name, f"{name} Kommune"))


def criteria_of(regulativ: Regulativ) -> tuple[Kriterium, ...]:
    """Return the criteria of § 61 a that shares of an area's residents are held against, none where there are no lists."""
    lists = regulativ.udsatte_omraader
    return (*lists.kriterier, lists.parallelsamfund) if lists is not None else ()


def is_of(label: str, criterion: Kriterium) -> bool:
    """Tell whether a figure with this label is surely of a criterion: one that is of an average of years says so."""
    told = key(label).replace("ikke-vest", "ikkevest")
    averaged = criterion.snit_aar == 1 or bool(_AVERAGED.search(told))
    return bool(criterion.ord) and averaged and all(word in told for word in criterion.ord)


def is_of_kommuner(label: str) -> bool:
    """Tell whether a column with this label, where it holds words, holds the kommune of each row."""
    return bool(_OF_KOMMUNER.fullmatch(key(label)))


def is_of_numbers(label: str) -> bool:
    """Tell whether a column with this label holds the number of each row's kommune."""
    return bool(_NUMBERS_OF_KOMMUNER.fullmatch(key(label)))


def is_called_kommune(text: str) -> bool:
    """Tell whether a text is the name of some kommune, with the word."""
    return bool(_CALLED_KOMMUNE.fullmatch(text.strip()))


def _stem(kommune: str) -> str:
    """Return the name of a kommune as names are compared: «Århus», «Aarhus Kommune» and «København», «Københavns Kommune»."""
    return re.sub(r"^\d{3,4}[ -]+|\s+kommune$", "", key(kommune)).replace("aa", "å").removesuffix("s")


def bare(label: str) -> str:
    """Return a label as labels are compared, without a year and a unit."""
    return _UNIT.sub("", _YEAR.sub("", key(label))).strip(_EDGES)


def key(label: str) -> str:
    """Return a label as labels are compared: small letters, plain hyphens, single spaces."""
    plain = unicodedata.normalize("NFC", label).casefold().replace("\u2013", "-").replace("\u2011", "-").replace("\u00ad", "")
    return " ".join(plain.split()).strip(_EDGES)
