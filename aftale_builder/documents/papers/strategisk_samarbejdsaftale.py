"""The strategisk samarbejdsaftale: LBF's form, filled in."""

from __future__ import annotations

from collections.abc import Iterator

from aftale_builder.documents import danish
from aftale_builder.documents.composing import Part, composed, items, joined, listed, named, numbered, text, written
from aftale_builder.documents.facts import Facts, Leaf, View, person
from aftale_builder.documents.registry import Design, Document
from aftale_builder.documents.word_paper import WordPaper
from aftale_builder.model.indsats import Indsatsomraade
from aftale_builder.model.parter import Baseline
from aftale_builder.regulation import Indikator
from aftale_builder.regulation.fast_tekst import GIVES_WAY
from aftale_builder.word.values import inline

TITLE = "Strategisk samarbejdsaftale"


def papers(facts: Facts) -> Iterator[WordPaper]:
    """Yield the one file."""
    regulativ, aftale = facts.regulativ, facts.aftale
    chosen = [indsats.omraade for indsats in in_form_order(facts) if regulativ.indsatsomraade(indsats.omraade)]
    fixed = tuple(regulativ.skal_staa([ref for ref in chosen if ref], len(aftale.parter)))
    form = facts.forms.get(DOCUMENT.id)
    yield WordPaper.of(
        facts,
        TITLE,
        "strategisk-samarbejdsaftale",
        _view(facts),
        fixed=form.fixed(fixed) if form is not None else tuple(tekst.tekst for tekst in fixed),
        forbidden=tuple(tekst.ren for tekst in regulativ.fast_tekst if tekst.art in GIVES_WAY),
    )


def _view(facts: Facts) -> View:
    aftale = facts.aftale
    organisation, samspil = aftale.organisation, aftale.samspil
    return {
        **facts.common(facts.regulativ.fast("titel").ren),
        "parter_slot": facts.missing(aftale.parter, "aftalens parter", aftale.at("parter")),
        "parter": [facts.text(part, "navn") for part in aftale.parter if part.navn],
        "periode": facts.slot(facts.period(aftale.periode), "aftalens periode", aftale.at("periode")),
        "underskrifter": list(_signatures(facts)),
        "beskrivelse": facts.slot(facts.prosa(aftale.beskrivelse), "beskrivelse af boligområdet", aftale.at("beskrivelse")),
        "vision": facts.slot(facts.prosa(aftale.vision), "vision for boligområdet", aftale.at("vision")),
        "organisation": facts.slot(
            facts.prosa(organisation.tekst if organisation else None), "beskrivelse af organiseringen", aftale.at("organisation")
        ),
        "samspil": facts.slot(facts.prosa(samspil.tekst if samspil else None), "beskrivelse af samspillet", aftale.at("samspil")),
        "udviklingsplaner": facts.slot(facts.prosa(samspil.udviklingsplaner if samspil else None)),
        "baseline": {indikator.id.replace("-", "_"): _baseline(facts, indikator) for indikator in facts.regulativ.indikatorer},
        "ukendte_indikatorer": list(_unknown(facts)),
        "indsatsomraader_slot": facts.missing(aftale.indsatsomraader, "indsatsområder", aftale.at("indsatsomraader")),
        "indsatsomraader": [_indsats(facts, indsats) for indsats in in_form_order(facts)],
        "lokal_evaluering": facts.slot(
            facts.prosa(aftale.lokal_evaluering), "beskrivelse af den lokale evaluering", aftale.at("lokal_evaluering")
        ),
    }


def in_form_order(facts: Facts) -> list[Indsatsomraade]:
    """Return the chosen indsatsområder in the form's order; those that the form does not know come last."""
    order = [omraade.id for omraade in facts.regulativ.indsatsomraader]
    return sorted(
        facts.aftale.indsatsomraader,
        key=lambda indsats: order.index(indsats.omraade) if indsats.omraade in order else len(order),
    )


def indsats_name(facts: Facts, indsats: Indsatsomraade) -> str:
    """Return what a chosen indsatsområde is called."""
    return facts.indsats(indsats.omraade) or "Indsatsområde uden navn"


def _indsats(facts: Facts, indsats: Indsatsomraade) -> View:
    name = indsats_name(facts, indsats)
    return {
        "navn": composed(indsats.at("omraade"), str(name)),
        "problemkompleks": facts.slot(
            facts.prosa(indsats.problemkompleks), f"problemkompleks for {name}", indsats.at("problemkompleks")
        ),
    }


def _signatures(facts: Facts) -> Iterator[View]:
    """Yield each part with a place to sign for each who signs for it; one, where nobody is named."""
    for part in facts.aftale.parter:
        also = listed(items(part, "for_parter", map(facts.part, part.for_parter)))
        yield {
            "navn": facts.text(part, "navn") or facts.gap("partens navn", part.at("navn")) or inline(part.id, part.at("id")),
            "for_parter": composed(part.at("for_parter"), "Underskriver også for ", also) if also else None,
            "underskrivere": [{"underskriver": person(signer)} for signer in part.underskrivere] or [{"underskriver": None}],
        }


def _baseline(facts: Facts, indikator: Indikator) -> View:
    """Return the cells of one fixed indicator."""
    lines = [line for line in facts.aftale.baseline if line.indikator == indikator.id]
    if not lines:
        gap = facts.gap("baseline", facts.aftale.at("baseline"))
        return {"omraade": _cell(None, gap), "kommune": _cell(None, None if indikator.kun_boligomraade else gap), "kilde": None}
    areas: list[list[Part]] = []
    kommuner: list[list[Part]] = []
    sources: list[list[Part]] = []
    for line in lines:  # more than one is a fault, but no reason to let one vanish
        area, kommune = _area_figures(facts, line, indikator), _figure(line, "kommune", indikator)
        unmeasured = written(line, "ikke_opgjort")
        why: list[Part] = ["Ikke opgjort: ", unmeasured] if unmeasured else []
        in_area = kommune or not area
        areas += [area, why if in_area else []]
        kommuner += [kommune, [] if in_area else why]
        sources.append([source] if (source := written(line, "kilde")) else [])
    first = lines[0]
    nothing_asked = indikator.kun_boligomraade or first.ikke_opgjort
    return {
        "omraade": _cell(_told(areas, first, "omraade"), facts.gap("baseline for boligområdet", first.at("omraade"))),
        "kommune": _cell(
            _told(kommuner, first, "kommune"), None if nothing_asked else facts.gap("baseline for kommunen", first.at("kommune"))
        ),
        "kilde": _told(sources, first, "kilde"),
    }


def _unknown(facts: Facts) -> Iterator[Leaf]:
    """Yield what is written of indicators that the form does not have."""
    known = {indikator.id for indikator in facts.regulativ.indikatorer}
    for line in facts.aftale.baseline:
        if line.indikator not in known:
            figures = [
                f"{what} {danish.number(value)}"
                for what, value in (("boligområde", line.omraade), ("kommune", line.kommune))
                if value is not None
            ]
            areas = map(text, _areas(facts, line, None))
            said = [*figures, *areas, line.ikke_opgjort, line.kilde, str(line.aar or "")]
            yield inline(f"Ukendt indikator «{line.indikator or ''}»: {', '.join(word for word in said if word)}", line.at())


def _told(lines: list[list[Part]], line: Baseline, name: str) -> Leaf:
    return composed(line.at(name), joined("\n", *lines))


def _cell(value: Leaf, gap: Leaf) -> View:
    return {"tekst": value, "mangler": None if value is not None else gap}


def _area_figures(facts: Facts, line: Baseline, indikator: Indikator) -> list[Part]:
    """Return the figure of the areas together, and under it that of each: one a line."""
    return joined("\n", _figure(line, "omraade", indikator), *_areas(facts, line, indikator.enhed))


def _areas(facts: Facts, line: Baseline, unit: str | None) -> list[list[Part]]:
    return [
        [named(facts.omraade(tal.omraade or ""), tal.at("omraade")), ": ", figure]
        for tal in line.pr_omraade
        if (figure := numbered(tal, "vaerdi", unit)) is not None
    ]


def _figure(line: Baseline, name: str, indikator: Indikator) -> list[Part]:
    found, year = numbered(line, name, indikator.enhed), written(line, "aar")
    if found is None:
        return []
    return [found, " (", year, ")"] if year else [found]


DOCUMENT = Document("strategisk-samarbejdsaftale", 10, Design.LBF, papers, "Underskrives og uploades på sagen.")
