"""The figures of an agreement: what each shows, told to the room that draws them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from aftale_builder.documents import danish
from aftale_builder.documents.facts import Facts, organ_name, person
from aftale_builder.documents.papers.strategisk_samarbejdsaftale import in_form_order, indsats_name
from aftale_builder.documents.sums import sums
from aftale_builder.figures import bars
from aftale_builder.figures import logic as steps
from aftale_builder.figures import organisation as chart
from aftale_builder.figures import timeline as plan
from aftale_builder.figures.drawing import Text
from aftale_builder.figures.look import HEIGHT
from aftale_builder.figures.stacking import Stack
from aftale_builder.findings import Anchored
from aftale_builder.model.budget import Budget
from aftale_builder.model.indsats import Delmaal, Indsatsomraade, Milepael
from aftale_builder.model.kinds import Niveau
from aftale_builder.model.organisation import Bindeled, Organ, Organisation
from aftale_builder.model.parter import Baseline

_LEVELS = (*(danish.sentence_case(niveau) for niveau in Niveau), "Ikke angivet")


def organisation(facts: Facts, most: int = HEIGHT) -> Stack | None:
    """Return the organisationsdiagram, its organs in bands no higher than `most`; None where there are no organs."""
    found = facts.aftale.organisation
    if found is None or not found.organer:
        return None
    return chart.figure(
        chart.Chart(
            _LEVELS,
            tuple(_organ(facts, organ) for organ in found.organer),
            tuple(_link(facts, led) for led in found.bindeled),
            _leader(facts, found),
        ),
        most,
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


def timeline(facts: Facts) -> Stack | None:
    """Return the milestones over the period, by indsatsområde; None where there are none."""
    lanes = [lane for lane in _lanes(facts) if lane.marks]
    days = [mark.day for lane in lanes for mark in lane.marks if mark.day is not None]
    periode = facts.aftale.periode
    days += [day for day in (periode.fra, periode.til) if day is not None] if periode is not None else []
    if not lanes or not days:
        return None
    return plan.figure(plan.Plan(min(days), max(days), tuple(lanes)))


def _lanes(facts: Facts) -> Iterator[plan.Lane]:
    """Yield the milestones of the whole effort, then those of each indsatsområde, its own and its aktiviteter's."""
    own: dict[str, list[Milepael]] = {}
    for milepael in facts.aftale.milepaele:
        own.setdefault(milepael.indsatsomraade or "", []).append(milepael)
    yield plan.Lane(Text("Hele indsatsen", bold=True), _marks(own.pop("", [])))
    for indsats in in_form_order(facts):
        found = own.pop(indsats.omraade or "", [])
        if indsats.delaftale is not None:
            found += [milepael for aktivitet in indsats.delaftale.aktiviteter for milepael in aktivitet.milepaele]
        yield plan.Lane(Text(indsats_name(facts, indsats), indsats.at("omraade"), bold=True), _marks(found))
    for ref, rest in own.items():
        yield plan.Lane(Text(facts.indsats(ref), rest[0].at("indsatsomraade"), bold=True), _marks(rest))


def _marks(milestones: list[Milepael]) -> tuple[plan.Mark, ...]:
    return tuple(
        plan.Mark(
            Text(danish.short_day(milepael.dato) if milepael.dato else "Uden dato", milepael.at("dato")),
            milepael.dato,
            Text(milepael.tekst or "Milepæl uden tekst", milepael.at("tekst")),
        )
        for milepael in sorted(milestones, key=lambda milepael: milepael.dato or date.max)
    )


def logic(facts: Facts, indsats: Indsatsomraade) -> Stack | None:
    """Return how an indsatsområde's parts hang together; None where none of them is written."""
    delaftale = indsats.delaftale
    if not (indsats.kerneudfordringer or (delaftale and (delaftale.delmaal or delaftale.aktiviteter))):
        return None
    return steps.figure(indsats_name(facts, indsats), list(_chains(facts, indsats)))


def _chains(facts: Facts, indsats: Indsatsomraade) -> Iterator[steps.Chain]:
    """Yield a row for each delmål, and for whatever no delmål takes up."""
    delaftale = indsats.delaftale
    delmaal = delaftale.delmaal if delaftale else ()
    aktiviteter = delaftale.aktiviteter if delaftale else ()
    challenges = {
        str(found.id): steps.Step(f"K{number}", Text(found.tekst, found.at("tekst")))
        for number, found in enumerate(indsats.kerneudfordringer, start=1)
    }
    goals = _goals(facts, indsats, delmaal)
    does = [steps.Step(f"A{number}", Text(found.navn, found.at("navn"))) for number, found in enumerate(aktiviteter, start=1)]
    for number, goal in enumerate(delmaal, start=1):
        yield steps.Chain(
            (
                tuple(challenges[ref] for ref in goal.kerneudfordringer if ref in challenges),
                tuple(step for step, found in zip(does, aktiviteter, strict=True) if str(goal.id) in found.delmaal),
                (steps.Step(f"D{number}", Text(goal.tekst, goal.at("tekst"))),),
                tuple(goals[ref] for ref in goal.maal if ref in goals),
            )
        )
    met = {ref for goal in delmaal for ref in goal.kerneudfordringer}
    known = {str(goal.id) for goal in delmaal}
    pointed = {ref for goal in delmaal for ref in goal.maal}
    yield from (steps.Chain(((step,), (), (), None)) for ref, step in challenges.items() if ref not in met)
    for step, found in zip(does, aktiviteter, strict=True):
        if known.isdisjoint(found.delmaal):
            yield steps.Chain((None, (step,), (), None))
    yield from (steps.Chain((None, None, (), (step,))) for ref, step in goals.items() if ref not in pointed)


def _goals(facts: Facts, indsats: Indsatsomraade, delmaal: tuple[Delmaal, ...]) -> dict[str, steps.Step]:
    """Return the overordnede mål that the indsatsområde works for, and any other that a delmål points at, by id."""
    area = facts.regulativ.indsatsomraade(indsats.omraade)
    places: dict[str, Anchored] = {ref: indsats.at("omraade") for ref in (area.maal if area else ())}
    for found in delmaal:
        for ref in found.maal:
            places.setdefault(ref, found.at("maal"))
    return {
        ref: steps.Step(f"M{number}", Text(goal.tekst if (goal := facts.regulativ.et_maal(ref)) else ref, at))
        for number, (ref, at) in enumerate(places.items(), start=1)
    }


def budget(facts: Facts) -> Stack | None:
    """Return who pays, on what, and year by year; None where no amounts are written."""
    found = facts.aftale.budget
    if found is None or not (found.poster or found.finansiering):
        return None
    legend = (("Lokal medfinansiering", True), ("Anden finansiering", False))
    groups = [
        group for group in (_payers(facts, found), _share(facts, found), _purposes(found), _years(facts, found)) if group.bars
    ]
    return bars.figure("budget", "Budget", legend, groups)


def _payers(facts: Facts, found: Budget) -> bars.Group:
    total = found.indtaegter()
    paid: dict[str, Decimal] = {}
    for line in found.finansiering:
        paid[line.kilde or ""] = paid.get(line.kilde or "", Decimal(0)) + sum(line.beloeb.values(), Decimal(0))
    rows = []
    for ref, amount in paid.items():
        kilde = found.kilde(ref)
        name = facts.kilde(ref) or "Uden kilde"
        said = f"{name} ({kilde.form})" if kilde is not None and kilde.form and kilde.form not in name.lower() else name
        local = kilde is not None and facts.aftale.er_lokal(kilde)
        rows.append(
            bars.Bar(
                Text(said, kilde.at() if kilde else found.at("finansiering")), ((amount, local),), _amount(amount, total, found)
            )
        )
    heading = f"Hvem der betaler: {danish.kroner(total)} i alt"
    return bars.Group(Text(heading, found.at("finansiering"), bold=True), tuple(rows), max(paid.values(), default=Decimal(0)))


def _share(facts: Facts, found: Budget) -> bars.Group:
    """Return the local share beside the least that the generation asks for."""
    totals = sums(facts.aftale, found)
    least = facts.regulativ.mindste_lokale_andel
    mark = Decimal(least.numerator) / Decimal(least.denominator)
    heading = Text("Lokal medfinansiering af hele finansieringen", found.at("finansiering"), bold=True)
    if totals.andel is None:
        return bars.Group(heading, (), Decimal(1))
    rest = totals.finansiering - totals.lokal
    bar = bars.Bar(
        Text("Lokalt og andet", found.at("finansiering")),
        ((totals.lokal, True), (rest, False)),
        Text(f"{danish.percent(totals.andel)} lokalt", found.at("finansiering")),
    )
    said = f"krav: {danish.number((mark * 100).normalize() if mark * 100 % 1 else int(mark * 100))} pct."
    return bars.Group(heading, (bar,), totals.finansiering, (totals.finansiering * mark, said))


def _purposes(found: Budget) -> bars.Group:
    spent: dict[str, Decimal] = {}
    for post in found.poster:
        art = danish.sentence_case(post.art) if post.art else "Uden art"
        spent[art] = spent.get(art, Decimal(0)) + sum(post.beloeb.values(), Decimal(0))
    total = found.udgifter()
    at = found.at("poster")
    rows = tuple(bars.Bar(Text(art, at), ((amount, False),), _amount(amount, total, found)) for art, amount in spent.items())
    heading = Text(f"Hvad pengene går til: {danish.kroner(total)} i alt", at, bold=True)
    return bars.Group(heading, rows, max(spent.values(), default=Decimal(0)))


def _years(facts: Facts, found: Budget) -> bars.Group:
    written = dict.fromkeys(year for line in found.finansiering for year in line.beloeb)
    years = list(dict.fromkeys([*(year for year, _, _ in facts.aftale.budgetaar() if year in written), *written]))
    days = {ref: f"({danish.short_day(fra)} – {danish.short_day(til)})" for ref, fra, til in facts.aftale.budgetaar()}
    at = found.at("finansiering")
    rows, most = [], Decimal(0)
    for year in years:
        local, other = Decimal(0), Decimal(0)
        for line in found.finansiering:
            kilde = found.kilde(line.kilde)
            amount = line.beloeb.get(year, Decimal(0))
            if kilde is not None and facts.aftale.er_lokal(kilde):
                local += amount
            else:
                other += amount
        most = max(most, local + other)
        said = f"{danish.kroner(local + other)}, heraf lokalt {danish.kroner(local)}"
        rows.append(bars.Bar(Text(f"{year} {days.get(year, '')}", at), ((local, True), (other, False)), Text(said, at)))
    return bars.Group(Text("Finansieringen år for år", at, bold=True), tuple(rows), most)


def _amount(amount: Decimal, total: Decimal, found: Budget) -> Text:
    share = f" ({danish.percent(amount / total)})" if total > 0 and amount >= 0 else ""
    return Text(f"{danish.kroner(amount)}{share}", found.at())


def baseline(facts: Facts) -> Stack | None:
    """Return the fixed indicators, the area beside the kommune; None where no figure is written."""
    groups = [_indicator(facts, line) for line in facts.aftale.baseline]
    groups = [group for group in groups if group.bars]
    legend = (("Boligområdet", True), ("Kommunen", False))
    return bars.figure("baseline", "Baseline: boligområdet ved siden af kommunen", legend, groups) if groups else None


_SCALES = {"pct": Decimal(100), "karakter": Decimal(12)}


def _indicator(facts: Facts, line: Baseline) -> bars.Group:
    indikator = next((found for found in facts.regulativ.indikatorer if found.id == line.indikator), None)
    unit = indikator.enhed if indikator else None
    told = [("Boligområdet", line.omraade, True, line.at("omraade"))]
    told += [(facts.omraade(tal.omraade or ""), tal.vaerdi, True, tal.at("vaerdi")) for tal in line.pr_omraade]
    told.append(("Kommunen", line.kommune, False, line.at("kommune")))
    rows = [
        bars.Bar(Text(name, at), ((value, dark),), Text(danish.measured(value, unit), at))
        for name, value, dark, at in told
        if value is not None
    ]
    if line.ikke_opgjort:
        rows.append(bars.Bar(Text("Ikke opgjort"), (), Text(line.ikke_opgjort, line.at("ikke_opgjort"))))
    name = indikator.navn if indikator else (line.indikator or "Ukendt indikator")
    heading = Text(f"{name} ({line.aar})" if line.aar else name, line.at(), bold=True)
    values = [value for _, value, _, _ in told if value is not None]
    return bars.Group(heading, tuple(rows), max([_SCALES.get(str(unit), Decimal(0)), *values]))
