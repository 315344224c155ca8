"""Et sted peger på noget, der ikke findes.

## Hvorfor
Parter, områder, organer, delmål, aktiviteter, kilder og budgetår har et id, som andre steder peger på. Findes id'et
ikke, mangler noget i dokumenterne, eller pengene regnes forkert.

## Forkert
```yaml
boligområder:
  - {id: solbakken, navn: Solbakken, afdelinger: [{part: bolg, numre: ["7"]}]}
```

## Rigtigt
```yaml
boligområder:
  - {id: solbakken, navn: Solbakken, afdelinger: [{part: bolig, numre: ["7"]}]}
```

## Kilde
Vores egen vurdering: en aftale, der peger på noget, som ikke er der, modsiger sig selv.

## Forbehold
Kan en af de ting, der kunne være peget på, ikke læses, tier reglen om dem alle. Valgte indsatsområder dømmes af
LBF030. Mål og indikatorer dømmes efter rammens lister, når de kendes.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from aftale_builder.findings import Anchored, Hit, Related, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.budget import Kilde
from aftale_builder.model.indsats import Indsatsomraade
from aftale_builder.model.kinds import IndikatorRef, IndsatsRef, MaalRef
from aftale_builder.model.reading import nearest
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.references import NAMES, TARGETS, Reference, budget_years, definitions, references, unsure
from aftale_builder.rules.registry import Over, rule
from aftale_builder.rules.words import listing
from aftale_builder.source import node as nodes

Known = Mapping[Any, tuple[tuple[str, str], tuple[str, ...]]]
"""By kind of reference: what its targets are called (one, several), and their ids."""

_SHOWN = 10


@rule("KON106", "henvisning-ukendt", Severity.FEJL, sources=("vores",), over=Over.GENERAL)
def check(aftale: Aftale, regulativ: Regulativ | None) -> Iterator[Hit]:
    """Yield a hit for each id and each budget year that is pointed at and does not exist, at the first place, with the others."""
    known = {**_in_the_agreement(aftale), **_chosen(aftale, regulativ), **_in_the_generation(regulativ)}
    astray: dict[tuple[str, str], list[Reference]] = {}
    wrong: dict[tuple[tuple[str, str], tuple[str, ...], str], list[Anchored]] = {}
    for reference in references(aftale):
        if isinstance(reference.owner, Indsatsomraade) or reference.kind not in known:
            continue
        names, ids = known[reference.kind]
        if ids and reference.id not in ids:
            wrong.setdefault((names, ids, reference.id), []).append(reference)
        elif not ids:
            astray.setdefault(names, []).append(reference)
    for (names, ids, id), at in (*wrong.items(), *_amounts(aftale)):
        yield _hit(at, id, names, ids)
    for (_, several), places in astray.items():
        yield _none_at_all(several, places)


def _in_the_agreement(aftale: Aftale) -> Known:
    defined, doubtful = definitions(aftale), unsure(aftale)
    if aftale.absent("budget"):
        doubtful |= {Kilde}  # LBF060 says that there is no budget
    return {kind: (NAMES[target], tuple(defined[target])) for kind, target in TARGETS.items() if target not in doubtful}


def _chosen(aftale: Aftale, regulativ: Regulativ | None) -> Known:
    """Return the chosen indsatsområder, unless one of them is unread or unknown to the generation (LBF030 says so)."""
    if Indsatsomraade in unsure(aftale) or any(indsats.omraade is None for indsats in aftale.indsatsomraader):
        return {}
    chosen = tuple(indsats.omraade for indsats in aftale.indsatsomraader if indsats.omraade is not None)
    if regulativ is not None and any(regulativ.indsatsomraade(area) is None for area in chosen):
        return {}
    return {IndsatsRef: (("valgt indsatsområde", "valgte indsatsområder"), chosen)}


def _in_the_generation(regulativ: Regulativ | None) -> Known:
    if regulativ is None:
        return {}
    lists = {
        MaalRef: (("fast mål", "faste mål"), tuple(item.id for item in regulativ.maal)),
        IndikatorRef: (("fast indikator", "faste indikatorer"), tuple(item.id for item in regulativ.indikatorer)),
    }
    return {kind: found for kind, found in lists.items() if found[1]}


def _amounts(aftale: Aftale) -> Iterator[tuple[tuple[tuple[str, str], tuple[str, ...], str], list[Anchored]]]:
    """Yield each budget year that does not exist, as `check` keeps what is wrong, with the amounts that stand at it."""
    years = budget_years(aftale)
    if years is None or aftale.budget is None:
        return
    unknown: dict[str, list[Anchored]] = {}
    for line in (*aftale.budget.poster, *aftale.budget.finansiering):
        amounts = line.value("beloeb")
        for year, amount in amounts.entries.items() if isinstance(amounts, nodes.Mapping) else ():
            if year not in years:
                unknown.setdefault(year, []).append(amount.heading)
    for year, places in unknown.items():
        yield (("budgetår", "budgetår"), tuple(years), year), places


def _hit(places: list[Anchored], wrong: str, names: tuple[str, str], known: tuple[str, ...]) -> Hit:
    one, several = names
    near = nearest(wrong, known)
    if near:
        help = f"Mente du «{near}»?"
    else:
        help = f"Der er {several}: {listing(known if len(known) <= _SHOWN else (*known[:_SHOWN], 'flere'))}."
    often = f" Det sker {len(places)} steder." if len(places) > 1 else ""
    message = f"Her peges på «{wrong}», men der er {_none(one)} {one} med det id.{often}"
    return Hit(places[0], message, help, _others(places), subject=wrong)


def _others(places: Sequence[Anchored]) -> tuple[Related, ...]:
    """Return the places after the first; of very many only some."""
    return tuple(Related(at, "her peges der også") for at in places[1:_SHOWN])


def _none_at_all(several: str, places: list[Reference]) -> Hit:
    """Return the one hit for all that points at things of which there are none: the list is missing, not each of them."""
    wanted = listing(dict.fromkeys(f"«{reference.id}»" for reference in places))
    return Hit(
        places[0],
        f"Her peges på {wanted}, men aftalen har ingen {several}.",
        f"Skriv {several}, eller slet henvisningerne.",
        _others(places),
        subject=several,
    )


def _none(noun: str) -> str:
    return "intet" if noun.endswith(("område", "mål", "organ", "budgetår")) else "ingen"
