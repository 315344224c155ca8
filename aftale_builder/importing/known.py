"""What an agreement that is there says already: what names stand for, and what of a file it says otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from aftale_builder.documents.facts import organ_name
from aftale_builder.importing.delaftale import Delaftale
from aftale_builder.importing.kommissorium import Kommissorium
from aftale_builder.importing.names import Names, World
from aftale_builder.importing.prose import Prose
from aftale_builder.importing.rest import Read
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import OrganType
from aftale_builder.source.emit import Raw
from aftale_builder.source.node import Mapping, Node, Scalar, Sequence, Unreadable, scalars

OTHERWISE = "står anderledes i aftalen, som ikke er rettet"
_NO = "nej"


@dataclass(frozen=True, slots=True)
class Known:
    """An agreement that is there, and what reading a file is to know of it."""

    aftale: Aftale
    world: World

    def settle_delaftale(self, read: Read, told: Delaftale) -> None:
        """Leave of a delaftale only what the agreement does not say; what it says otherwise has no place."""
        effort = effort_of(self.aftale.node, told.area)
        there = self.world.challenges.get(told.area, {}).values()
        told.challenges = [challenge for challenge in told.challenges if challenge["id"].yaml not in there]
        said = entry(effort, "data")
        if is_empty(said):
            return
        items = said.items if isinstance(said, Sequence) else []
        for number, figure in enumerate(told.figures, start=1):
            if not any(same(figure, item) for item in items):
                read.ledger.withdraw(f"indsatsområder/{told.area}/data/{number}", OTHERWISE)
        told.figures = []

    def settle_kommissorium(self, read: Read, told: Kommissorium) -> None:
        """Leave of an organ only what the agreement does not say; what it says otherwise has no place."""
        organ = organ_of(self.aftale.node, told.ref)
        for key in [key for key in told.organ if not is_empty(entry(organ, key))]:
            where = f"organisation/organer/{told.ref}/{key}"
            if not same(told.organ.pop(key), entry(organ, key)):
                read.prose.pop(where, None)
                read.ledger.withdraw(where, OTHERWISE)
        links = entry(entry(self.aftale.node, "organisation"), "bindeled")
        there = links.items if isinstance(links, Sequence) else []
        told.links = [link for link in told.links if not any(same(link, item) for item in there)]
        ends = [{end: link[end] for end in ("fra", "til") if end in link} for link in told.links]
        if any(same(end, item) for end in ends for item in there):
            told.links = []
            read.ledger.withdraw("organisation/bindeled", OTHERWISE)


def known(aftale: Aftale) -> Known:
    """Return what there is to know of an agreement. Names that it has none of may be taken in."""
    period = aftale.periode
    organs = aftale.organisation.organer if aftale.organisation else ()
    boards = [str(organ.id) for organ in organs if organ.type is OrganType.BESTYRELSE]
    efforts = {str(effort.omraade): effort for effort in aftale.indsatsomraader if effort.omraade}
    return Known(
        aftale,
        World(
            aftale.navn,
            (period.fra, period.til) if period is not None and period.fra and period.til else None,
            Names(
                {str(part.id): part.navn for part in aftale.parter if part.navn},
                grows=is_empty(aftale.node.entries.get("parter")),
                also={name: str(part.id) for part in aftale.parter for name in part.kaldes},
            ),
            Names(
                {str(area.id): area.navn for area in aftale.boligomraader if area.navn},
                grows=is_empty(aftale.node.entries.get("boligområder")),
            ),
            Names({str(organ.id): str(organ_name(organ)) for organ in organs}, grows=True),
            {key: value for key, value in (("version", aftale.version), ("sagsnummer", aftale.sagsnummer)) if value},
            {area for area, effort in efforts.items() if not is_empty(effort.node.entries.get("problemkompleks"))},
            {area: {one.tekst: str(one.id) for one in effort.kerneudfordringer} for area, effort in efforts.items()},
            boards[0] if len(boards) == 1 else "",
            frozenset(scalar.value for scalar in scalars(aftale.node) if scalar.step == "id"),
        ),
    )


def effort_of(root: Mapping, area: str) -> Mapping | None:
    """Return the item of an indsatsområde."""
    return next(_items(entry(root, "indsatsområder"), "område", area), None)


def organ_of(root: Mapping, ref: str) -> Mapping | None:
    """Return the item of an organ."""
    return next(_items(entry(entry(root, "organisation"), "organer"), "id", ref), None)


def _items(node: Node | None, key: str, value: str) -> Iterator[Mapping]:
    for item in node.items if isinstance(node, Sequence) else ():
        named = entry(item, key)
        if isinstance(item, Mapping) and isinstance(named, Scalar) and named.value == value:
            yield item


def entry(node: Node | None, key: str) -> Node | None:
    """Return what stands at a key, None where there is neither the one nor the other."""
    return node.entries.get(key) if isinstance(node, Mapping) else None


def is_empty(node: Node | None) -> bool:
    """Tell whether nothing is written: keys without values say nothing. What cannot be read does."""
    return next(written(node), None) is None


def written(node: Node | None) -> Iterator[Scalar | Unreadable]:
    """Yield what is written in a node and below it."""
    if isinstance(node, Unreadable) or (isinstance(node, Scalar) and not node.empty and node.value.strip()):
        yield node
    for below in node.entries.values() if isinstance(node, Mapping) else node.items if isinstance(node, Sequence) else ():
        yield from written(below)


def same(told: Any, node: Node | None) -> bool:
    """Tell whether an agreement says what was read: all of it, and perhaps more."""
    if isinstance(told, dict):
        return isinstance(node, Mapping) and all(same(value, node.entries.get(key)) for key, value in told.items())
    if isinstance(told, list):
        return isinstance(node, Sequence) and len(told) == len(node.items) and all(map(same, told, node.items))
    text = told.yaml if isinstance(told, Raw) else told.text if isinstance(told, Prose) else str(told)
    if node is None or (isinstance(node, Scalar) and node.empty):
        return text == _NO
    return isinstance(node, Scalar) and text.split() == node.value.split()
