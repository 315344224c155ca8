"""What the lines `[[organer]]`, `[[organisationsdiagram]]`, `[[budget]]` and their like in prose stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from aftale_builder.documents import pictures
from aftale_builder.documents.facts import Facts, Leaf, organ_title
from aftale_builder.documents.papers.strategisk_samarbejdsaftale import in_form_order, indsats_name
from aftale_builder.figures.stacking import Stack
from aftale_builder.findings import Anchored
from aftale_builder.model.organisation import Organ, Organisation
from aftale_builder.word.values import Block, Blocks, Figure, Heading, Paragraph, Piece, Table, Value, inline


def inserts(facts: Facts) -> Mapping[str, Blocks]:
    """Return the blocks of every name that may be written between the brackets."""
    return {
        "organer": tuple(_organs(facts)),
        "organisationsdiagram": tuple(_diagram(facts)),
        "boligområder": tuple(_areas(facts)),
        "aktører": tuple(_actors(facts)),
        "tidslinje": tuple(_figure(facts, pictures.timeline(facts), "milepælene", "milepaele")),
        "indsatslogik": tuple(_logic(facts)),
        "budget": tuple(_figure(facts, pictures.budget(facts), "budgettet", "budget")),
        "baseline": tuple(_figure(facts, pictures.baseline(facts), "baseline", "baseline")),
    }


def _organs(facts: Facts) -> Iterator[Block]:
    """Yield each organ with its facts and its members."""
    organisation = facts.aftale.organisation
    if organisation is None or not organisation.organer:
        yield from _missing(facts, "organerne, deres medlemmer og opgaver", facts.aftale.at("organisation"))
        return
    for organ in organisation.organer:
        yield Heading(1, organ_title(organ))
        yield from _organ_facts(facts, organ)
        if organ.medlemmer:
            seats = (facts.medlem(seat) for seat in organ.medlemmer)
            rows = tuple((seat["hvem"], seat["stilling"], seat["niveau"]) for seat in seats)
            yield Table(("Part eller aktør", "Titel og navn", "Niveau"), rows, (5, 6, 2))


def _organ_facts(facts: Facts, organ: Organ) -> Iterator[Block]:
    told: tuple[tuple[str, Leaf], ...] = (
        ("Formænd", facts.words(organ, "formaend", map(facts.part, organ.formaend))),
        ("Møder om året", facts.number(organ, "moeder_pr_aar")),
        ("Opgaver", facts.words(organ, "opgaver", organ.opgaver)),
        ("Boligområder", facts.words(organ, "omraader", map(facts.omraade, organ.omraader))),
        ("Sekretær", facts.text(organ, "sekretaer")),
    )
    for label, value in told:
        if value is not None:
            yield Paragraph(value, label)


def _diagram(facts: Facts) -> Iterator[Block]:
    """Yield the organisationsdiagram, and the one that the parties have drawn themselves."""
    organisation = facts.aftale.organisation
    if organisation is None or not (organisation.organer or organisation.diagram_fil):
        yield from _missing(facts, "organisationsdiagrammet: skriv organerne", facts.aftale.at("organisation"))
        return
    if organisation.diagram_fil:
        yield Paragraph(_attached(organisation))
    if (drawn := pictures.organisation(facts)) is not None:
        yield Figure(drawn.strips())


def _attached(organisation: Organisation) -> Value:
    at = organisation.at("diagram_fil")
    before = "Organisationsdiagrammet er vedlagt: "
    return Value(f"{before}{organisation.diagram_fil}", at, pieces=(before, Piece(str(organisation.diagram_fil), at)))


def _areas(facts: Facts) -> Iterator[Block]:
    """Yield the areas with their afdelinger, and what is written of each."""
    areas = facts.aftale.boligomraader
    if not areas:
        yield from _missing(facts, "boligområderne med deres afdelinger", facts.aftale.at("boligomraader"))
        return
    rows = tuple(
        (
            inline(area.navn, area.at("navn")),
            facts.afdelinger(area) or inline(""),
            facts.number(area, "beboere") or inline(""),
            facts.number(area, "boliger") or inline(""),
        )
        for area in areas
    )
    yield Table(("Boligområde", "Afdelinger", "Beboere", "Boliger"), rows, (3, 5, 2, 2))
    for area in areas:
        if text := facts.prosa(area.beskrivelse, inserts={}):
            yield Heading(1, inline(area.navn, area.at("navn")))
            yield Paragraph(text)


def _actors(facts: Facts) -> Iterator[Block]:
    """Yield who else works in the areas."""
    actors = facts.aftale.samspil.aktoerer if facts.aftale.samspil else ()
    if not actors:
        yield from _missing(facts, "aktørerne i boligområdet", facts.aftale.at("samspil"))
        return
    rows = tuple(
        (
            inline(actor.navn, actor.at("navn")),
            facts.text(actor, "tekst") or inline(""),
            facts.words(actor, "omraader", map(facts.omraade, actor.omraader)) or inline(""),
        )
        for actor in actors
    )
    yield Table(("Aktør", "Hvad", "Boligområder"), rows, (3, 5, 3))


def _logic(facts: Facts) -> Iterator[Block]:
    """Yield the indsatslogik of each indsatsområde."""
    drawn = [(indsats, found) for indsats in in_form_order(facts) if (found := pictures.logic(facts, indsats))]
    for indsats, found in drawn:
        yield Heading(1, inline(indsats_name(facts, indsats), indsats.at("omraade")))
        yield Figure(found.strips())
    if not drawn:
        yield from _missing(facts, "delmål og aktiviteter, som indsatslogikken tegnes af", facts.aftale.at("indsatsomraader"))


def _figure(facts: Facts, drawn: Stack | None, what: str, key: str) -> Iterator[Block]:
    if drawn is not None:
        yield Figure(drawn.strips())
    else:
        yield from _missing(facts, what, facts.aftale.at(key))


def _missing(facts: Facts, what: str, at: Anchored) -> Iterator[Block]:
    if gap := facts.gap(what, at):
        yield Paragraph(gap)
