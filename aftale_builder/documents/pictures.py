"""The figures of an agreement: what each shows, told to the room that draws them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from aftale_builder.documents import danish
from aftale_builder.documents.facts import Facts, organ_name, person
from aftale_builder.figures import organisation as chart
from aftale_builder.figures.drawing import Drawing, Text
from aftale_builder.model.kinds import Niveau
from aftale_builder.model.organisation import Bindeled, Organ, Organisation

_LEVELS = (*(danish.sentence_case(niveau) for niveau in Niveau), "Ikke angivet")


def organisation(facts: Facts) -> list[Drawing]:
    """Return the organisationsdiagram; nothing where there are no organs."""
    found = facts.aftale.organisation
    if found is None or not found.organer:
        return []
    return chart.drawings(
        chart.Chart(
            _LEVELS,
            tuple(_organ(facts, organ) for organ in found.organer),
            tuple(_link(facts, led) for led in found.bindeled),
            _leader(facts, found),
        )
    )


def _organ(facts: Facts, organ: Organ) -> chart.Organ:
    name = Text(organ_name(organ), organ.at("navn"), bold=True)
    level = list(Niveau).index(organ.niveau) if organ.niveau else len(Niveau)
    return chart.Organ(str(organ.id), name, tuple(_members(facts, organ)), level)


def _members(facts: Facts, organ: Organ) -> Iterator[Text]:
    """Yield who sits in an organ, each once, with how many seats they have and whether they are in the chair."""
    chairs = set(organ.formaend)
    seats = Counter(name for seat in organ.medlemmer for name in (facts.part(seat.part), seat.aktoer) if name)
    leading = {facts.part(ref) for ref in chairs}
    for name, count in seats.items():
        said = f"{name} ({count})" if count > 1 else name
        yield Text(f"{said}, formand" if name in leading else said, organ.at("medlemmer"))
    for ref in organ.formaend:
        if (name := facts.part(ref)) not in seats:
            yield Text(f"{name}, formand", organ.at("formaend"))


def _link(facts: Facts, led: Bindeled) -> chart.Link:
    joined = f"{facts.organ(led.fra)} – {facts.organ(led.til)}"
    return chart.Link(
        led.fra or "",
        led.til or "",
        Text(f"{joined}: {led.person}" if led.person else joined, led.at(), bold=True),
        Text(led.viden_op, led.at("viden_op")) if led.viden_op else None,
        Text(led.viden_ned, led.at("viden_ned")) if led.viden_ned else None,
    )


def _leader(facts: Facts, found: Organisation) -> Text | None:
    leader = person(found.ledelse) if found.ledelse else None
    if found.ledelse is None or leader is None:
        return None
    employer = facts.part(found.ledelse.ansat_hos)
    return Text(f"{leader.text}, ansat hos {employer}" if employer else leader.text, found.ledelse.at())
