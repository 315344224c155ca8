"""Chosen figures to edits of the agreement: each in its own line of `baseline` or among an area's `nøgletal`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from aftale_builder.boligdata.changing import Placed, figure_of, stood, written
from aftale_builder.boligdata.labels import AREAS, KOMMUNE, RESIDENTS, criteria_of, is_of
from aftale_builder.boligdata.observing import Observation
from aftale_builder.boligdata.own import Own, place_own
from aftale_builder.documents import danish
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import Enhed
from aftale_builder.model.parter import Baseline, Boligomraade, Noegletal
from aftale_builder.regulation import Indikator, Kriterium, Regulativ
from aftale_builder.source.editing import Written
from aftale_builder.source.emit import Block, Items, Raw

Figures = Mapping[tuple[str, str], Observation]


def place(
    aftale: Aftale, regulativ: Regulativ, figures: Figures, lines: Sequence[Own], sources: tuple[str, str]
) -> Placed:  # fmt: skip
    """Return the edits that put the figures in; `lines` are the agreement's own figures.

    Where the table names no source, the first of `sources` is written as kilde; where that is «», the form's own, and for new
    nøgletal the second.
    Raises `UneditableError` for a place in the YAML that cannot take them as it is written.
    """
    placed = Placed()
    source, file = sources
    baseline = {str(line.indikator): line for line in aftale.baseline}
    new = []
    for indicator in regulativ.indikatorer:
        values = _values(aftale, indicator, figures, placed)
        line = baseline.get(indicator.id)
        if not any(values.values()):
            placed.lacking += [indicator.id] if line is None else []
            continue
        if line is None:
            new.append(Block((("indikator", Raw(indicator.id)), *_entries(indicator, values, source))))
        else:
            _update(line, indicator, values, source, placed)
    placed.add(aftale, "baseline", new, "baseline")
    for area in aftale.boligomraader:
        _area(area, regulativ, figures, source or file, placed)
    areas = [str(area.id) for area in aftale.boligomraader]
    place_own(lines, figures, areas[0] if len(areas) == 1 else "", placed)
    return placed


def standing(aftale: Aftale, regulativ: Regulativ, lines: Sequence[Own]) -> dict[tuple[str, str], Decimal]:
    """Return the figures that the agreement has, the newest of each measure and place; `lines` are its own."""
    found: dict[tuple[str, str], Decimal] = {}
    for one in lines:
        if isinstance(one.line, Noegletal) and one.line.vaerdi is not None:
            found.setdefault((one.measure, one.place), one.line.vaerdi)
    for line in aftale.baseline:
        found |= {(str(line.indikator), place): value for place, value in _ours(line).items() if value is not None}
    for area in aftale.boligomraader:
        for criterion in criteria_of(regulativ):
            line_of = _line_of(area, criterion)
            if line_of is not None and line_of.vaerdi is not None:
                found[criterion.id, str(area.id)] = line_of.vaerdi
    return found


# --- baseline -------------------------------------------------------------------------------------------------------------


def _values(aftale: Aftale, indicator: Indikator, figures: Figures, placed: Placed) -> dict[str, Observation | None]:
    """Return the observations of an indicator by place. Where there is one area, its figure is that of the areas together."""
    areas = {str(area.id): figures.get((indicator.id, str(area.id))) for area in aftale.boligomraader}
    whole = figures.get((indicator.id, AREAS))
    if len(areas) == 1:
        whole = whole or next(iter(areas.values()))
        areas = {}
    kommune = figures.get((indicator.id, KOMMUNE))
    if indicator.kun_boligomraade:
        if figure_of(kommune) is not None:
            placed.left.append(f"kommunens tal for {indicator.id}; undersøgelsen er kun lavet i boligområderne")
        kommune = None
    return {AREAS: whole, KOMMUNE: kommune, **areas}


_KEYS = {AREAS: "område", KOMMUNE: "kommune"}


def _entries(indicator: Indikator, values: Mapping[str, Observation | None], source: str) -> Iterator[tuple[str, Written]]:
    """Yield the keys of a new line."""
    yield from ((key, Raw(written(value))) for place, key in _KEYS.items() if (value := figure_of(values[place])) is not None)
    if year := _year(values.values()):
        yield "år", Raw(str(year))
    yield "kilde", _source(values.values()) or source or indicator.datakilde
    if kept := _kept_back(values):
        yield "ikke_opgjort", kept
    areas = [_in_area(place, value) for place in _places(values) if (value := figure_of(values[place])) is not None]
    if areas:
        yield "pr_område", Items(tuple(areas))


def _update(
    line: Baseline, indicator: Indikator, values: Mapping[str, Observation | None], source: str, placed: Placed
) -> None:  # fmt: skip
    year, ours = _year(values.values()), _ours(line)
    if line.aar is not None and year is not None and year < line.aar:
        placed.left.append(f"{indicator.id} fra {year}: aftalen har nyere tal, fra {line.aar}")
        return
    older = [place for place, value in ours.items() if value is not None and figure_of(values.get(place)) is None]
    if line.aar is not None and year != line.aar and older:
        # One year stands for the whole line: with a figure of another year left in it, the line would say what is not so.
        hidden = [place for place in older if values.get(place) is not None]
        kept = f" (tallet for {danish.listed(hidden)} er ikke vist i tabellen)" if hidden else ""
        placed.left.append(
            f"{indicator.id} fra {year}, for tabellen har ikke nye tal for {danish.listed(older)}, som er fra {line.aar}{kept}"
        )
        return
    at = f"baseline, {indicator.id}"
    _update_figures(line, values, ours, at, placed)
    if year is not None and year != line.aar:
        placed.put(line, "år", str(year), f"{at}, år: {line.aar or 'intet'}")
    if not line.kilde:
        placed.put(line, "kilde", _source(values.values()) or source or indicator.datakilde, f"{at}, kilde: intet")
    if not line.ikke_opgjort and (kept := _kept_back({place: values[place] for place in _KEYS if ours[place] is None})):
        placed.put(line, "ikke_opgjort", kept, f"{at}, ikke_opgjort: intet")


def _ours(line: Baseline) -> dict[str, Decimal | None]:
    """Return the figures that a line has, by place."""
    return {AREAS: line.omraade, KOMMUNE: line.kommune, **{str(item.omraade): item.vaerdi for item in line.pr_omraade}}


def _update_figures(
    line: Baseline, values: Mapping[str, Observation | None], ours: Mapping[str, Decimal | None], at: str, placed: Placed
) -> None:  # fmt: skip
    items = {str(item.omraade): item for item in line.pr_omraade}
    new = []
    for place, observed in values.items():
        value = figure_of(observed)
        if value is None or value == ours.get(place):
            continue
        if place in _KEYS:
            placed.put(line, _KEYS[place], written(value), f"{at}, {_KEYS[place]}: {stood(ours[place])}")
        elif place in items:
            placed.put(items[place], "værdi", written(value), f"{at}, {place}: {stood(ours[place])}")
        else:
            new.append(_in_area(place, value))
    placed.add(line, "pr_område", new, at)
    changed = [place for place in items if (value := figure_of(values.get(place))) is not None and value != ours[place]]
    if items and len(changed) == len(items) and line.omraade is not None and figure_of(values[AREAS]) is None:
        since = f" fra {line.aar}" if line.aar else ""
        placed.remarks.append(
            f"{at}: alle områdernes tal er ændret, men tallet for hele boligområdet står stadig som "
            f"{stood(line.omraade)}{since}; tabellen har det ikke. Ret det i aftalen, hvis det også er blevet et andet."
        )


def _places(values: Mapping[str, Observation | None]) -> list[str]:
    return [place for place in values if place not in _KEYS]


def _in_area(place: str, value: Decimal) -> Block:
    return Block((("område", Raw(place)), ("værdi", Raw(written(value)))))


def _kept_back(values: Mapping[str, Observation | None]) -> str:
    """Return why a figure is not there, «» where none is kept back."""
    kept = [one for one in values.values() if one is not None and one.value is None]
    return f"Tallet er ikke vist i udtrækket («{kept[0].cell.text}»)" if kept else ""


# --- the figures of an area -----------------------------------------------------------------------------------------------


def _area(area: Boligomraade, regulativ: Regulativ, figures: Figures, source: str, placed: Placed) -> None:
    """Put in the residents of an area and its figures for the criteria of § 61 a."""
    at = f"boligområder, {area.id}"
    residents = figure_of(figures.get((RESIDENTS, str(area.id))))
    if residents is not None and residents != area.beboere:
        placed.put(area, "beboere", written(residents), f"{at}, beboere: {stood(area.beboere)}")
    new = []
    for criterion in criteria_of(regulativ):
        observed = figures.get((criterion.id, str(area.id)))
        if observed is None or observed.value is None:
            continue
        line = _line_of(area, criterion)
        if line is None:
            new.append(_figure(area, criterion, observed, source))
        else:
            placed.update(line, observed, f"{at}, {criterion.navn}")
    placed.add(area, "nøgletal", new, f"{at}, nøgletal")


def _line_of(area: Boligomraade, criterion: Kriterium) -> Noegletal | None:
    """Return the newest figure that an area has for a criterion."""
    ours = [figure for figure in area.noegletal if is_of(figure.tekst, criterion) and figure.enhed is Enhed.PCT]
    return max(ours, key=lambda figure: figure.aar or 0, default=None)


def _figure(area: Boligomraade, criterion: Kriterium, observed: Observation, source: str) -> Block:
    averaged = ", gennemsnit over to år" if criterion.snit_aar > 1 else ""
    return Block(
        (
            ("tekst", f"{criterion.navn[:1].upper()}{criterion.navn[1:]}{averaged}"),
            ("værdi", Raw(written(observed.value or Decimal(0)))),
            ("enhed", Raw(Enhed.PCT.value)),
            *((("år", Raw(str(observed.year))),) if observed.year else ()),
            ("gælder", area.navn or str(area.id)),
            ("kilde", observed.source or source),
        )
    )


# --- values ---------------------------------------------------------------------------------------------------------------


def _year(ones: Iterable[Observation | None]) -> int | None:
    return next((one.year for one in ones if one is not None and one.year is not None), None)


def _source(ones: Iterable[Observation | None]) -> str:
    return next((one.source for one in ones if one is not None and one.source), "")
