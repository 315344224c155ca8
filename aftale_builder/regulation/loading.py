"""Loads the generations and the sources from `data/`. A generation is one file there: to add one is to add a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

import yaml

from aftale_builder.regulation.fast_tekst import Art, FastTekst
from aftale_builder.regulation.kilder import Citat, Kilde
from aftale_builder.regulation.regulativ import (
    Afsnit,
    Bilag,
    Enhed,
    Indikator,
    Indsatsomraade,
    Krav,
    Kriterium,
    Maal,
    Opgave,
    Ordlyd,
    Regulativ,
    Skoen,
    UdsatteOmraader,
)

DATA = Path(__file__).with_name("data")
_SOURCES = "kilder"
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

T = TypeVar("T")
Raw = dict[str, Any]


class RegulationDataError(ValueError):
    """A data file of the regulation does not hold what it must: a fault of the package, not of the user."""


@cache
def regulativer() -> tuple[str, ...]:
    """Return the ids of the generations there are data for, the newest first."""
    return tuple(sorted((file.stem for file in DATA.glob("*.yaml") if file.stem != _SOURCES), reverse=True))


@cache
def regulativ(ref: str) -> Regulativ | None:
    """Return the generation with this id, None where there is none."""
    return load_regulativ(DATA / f"{ref}.yaml") if ref in regulativer() else None


@cache
def kilder() -> Mapping[str, Kilde]:
    """Return the register of sources by id."""
    file = DATA / f"{_SOURCES}.yaml"
    sources = checked(file, lambda: [_kilde(raw) for raw in read(file)])
    return MappingProxyType({kilde.id: kilde for kilde in sources})


def load_regulativ(file: Path) -> Regulativ:
    """Return the generation that a data file holds; RegulationDataError where it does not hold one.

    The forms' wording stands below a line «---» and is read when it is asked for: a check of an agreement has no use for it.
    """
    facts, _, wording = file.read_text(encoding="utf-8").partition("\n---\n")
    return checked(file, lambda: _regulativ(_parsed(facts), file, lambda: _parsed(wording) or {}))


def checked(file: Path, load: Callable[[], T]) -> T:
    """Return what is loaded from a data file; RegulationDataError where it does not hold what it must."""
    try:
        return load()
    except (KeyError, TypeError, ValueError, AttributeError, yaml.YAMLError) as error:
        raise RegulationDataError(f"{file.name}: {error}") from error


def read(file: Path) -> Any:
    """Return a data file as YAML has it."""
    return _parsed(file.read_bytes())


def _parsed(text: str | bytes) -> Any:
    return yaml.load(text, _LOADER)  # noqa: S506 - a safe loader, by name or by its C twin


def _regulativ(raw: Raw, file: Path, wording: Callable[[], Raw]) -> Regulativ:
    if raw["id"] != file.stem:
        raise ValueError(f"id er «{raw['id']}», men filen hedder {file.name}")
    krav = raw.pop("krav", {})
    data = _arguments(raw)
    areas = many(Indsatsomraade, data.pop("indsatsomraader", ()))
    goals = many(Maal, data.pop("maal", ()))
    indicators = tuple(_indikator(item) for item in data.pop("indikatorer", ()))
    return Regulativ(
        mindste_lokale_andel=Fraction(data.pop("mindste_lokale_andel")),
        enheder=tuple(_enhed(item) for item in data.pop("enheder", ())),
        indsatsomraader=areas,
        maal=goals,
        indikatorer=indicators,
        udsatte_omraader=_lists(data.pop("udsatte_omraader", None)),
        bilag=many(Bilag, data.pop("bilag", ())),
        bestyrelsens_opgaver=many(Opgave, data.pop("bestyrelsens_opgaver", ())),
        krav=_krav(krav),
        skoen=many(Skoen, data.pop("skoen", ())),
        afsnit=many(Afsnit, data.pop("afsnit", ())),
        ordlyd=cache(lambda: checked(file, lambda: _ordlyd(wording(), areas, goals, indicators))),
        **data,
    )


def _ordlyd(
    raw: Raw, areas: tuple[Indsatsomraade, ...], goals: tuple[Maal, ...], indicators: tuple[Indikator, ...]
) -> Ordlyd:  # fmt: skip
    return Ordlyd(
        _wording(raw.get("fast_tekst", ()), areas, goals, indicators),
        _wording(raw.get("delaftale_tekst", ()), areas, goals, indicators),
    )


def _krav(raw: Raw) -> Krav:
    """Return the demands: `gælder` lists those that hold."""
    holds: Raw = {ascii_name(name): True for name in raw.pop("gælder", ())}
    return Krav(**holds, **_arguments(raw))


def _wording(
    items: Iterable[Raw], areas: tuple[Indsatsomraade, ...], goals: tuple[Maal, ...], indicators: tuple[Indikator, ...]
) -> tuple[FastTekst, ...]:
    """Return the fixed wording. The lists that the generation holds already (goals, indicators, areas) are put in where named."""
    texts: list[FastTekst] = []
    for item in items:
        if section := item.get("mål_og_indikatorer"):
            texts += _goal_cells(section, goals, indicators)
        elif section := item.get("indsatsområder"):
            texts += (_area_heading(area, section, item["niveau"]) for area in areas)
        else:
            texts.append(_fast_tekst(item))
    return tuple(texts)


def _area_heading(area: Indsatsomraade, section: str, level: int) -> FastTekst:
    ref = f"indsatsområde-{area.id}"
    return FastTekst(ref, area.navn, section, Art.OVERSKRIFT, level, for_hver="indsatsområde", indsatsomraade=area.id)


def _goal_cells(section: str, goals: tuple[Maal, ...], indicators: tuple[Indikator, ...]) -> Iterable[FastTekst]:
    for goal in goals:
        yield FastTekst(f"mål-{goal.id}", goal.tekst, section, Art.CELLE)
        for indicator in indicators:
            if indicator.maal == goal.id:
                yield FastTekst(f"indikator-{indicator.id}", indicator.navn, section, Art.CELLE, varianter=indicator.varianter)


def _fast_tekst(raw: Raw) -> FastTekst:
    data = _arguments(raw)
    return FastTekst(art=Art(data.pop("art")), varianter=_variants(raw["tekst"], data.pop("varianter", ())), **data)


def _indikator(raw: Raw) -> Indikator:
    data = _arguments(raw)
    known = tuple(tuple(words) for words in data.pop("kendes_paa", ()))
    return Indikator(varianter=_variants(raw["navn"], data.pop("varianter", ())), kendes_paa=known, **data)


def _variants(text: str, written: Iterable[str | Raw]) -> tuple[str, ...]:
    """Return the variants in full: each is written whole, or as what stands there for what we write."""
    return tuple(item if isinstance(item, str) else _variant(text, item["for"], item["står"]) for item in written)


def _variant(text: str, ours: str, theirs: str) -> str:
    if text.count(ours) != 1:
        raise ValueError(f"«{ours}» står {text.count(ours)} gange i «{text[:40]}…», skal stå én gang")
    return text.replace(ours, theirs)


def _enhed(raw: Raw) -> Enhed:
    return Enhed(raw["id"], raw["navn"], Decimal(raw["mindst"]), Decimal(raw["højst"]))


def _lists(raw: Raw | None) -> UdsatteOmraader | None:
    if raw is None:
        return None
    criteria = tuple(_criterion(item) for item in raw["kriterier"])
    return UdsatteOmraader(raw["mindst_beboere"], raw["mindst_opfyldte"], criteria, _criterion(raw["parallelsamfund"]))


def _criterion(raw: Raw) -> Kriterium:
    data = _arguments(raw)
    if data["opfyldt"] not in ("over", "under", "mindst"):
        raise ValueError(f"{data['id']}: opfyldt «{data['opfyldt']}»")
    return Kriterium(graense=Decimal(data.pop("graense")), **data)


def _kilde(raw: Raw) -> Kilde:
    data = _arguments(raw)
    if data["sikkerhed"] not in ("S", "F", "D", "E", "V"):
        raise ValueError(f"{data['id']}: sikkerhed «{data['sikkerhed']}»")
    return Kilde(citater=many(Citat, data.pop("citater", ())), **data)


def many(kind: type[T], items: Iterable[Raw]) -> tuple[T, ...]:
    """Return the entries of a list as records."""
    return tuple(kind(**_arguments(item)) for item in items)


def _arguments(raw: Raw) -> Raw:
    """Return a mapping's entries under the names that Python uses, lists as tuples."""
    return {ascii_name(key): tuple(value) if isinstance(value, list) else value for key, value in raw.items()}


def ascii_name(name: str) -> str:
    """Return the name that Python uses for one of the data's."""
    return name.translate(_LETTERS)
