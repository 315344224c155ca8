"""The strategisk samarbejdsaftale: LBF's form, filled in."""

from __future__ import annotations

from collections.abc import Iterator

from aftale_builder.documents import danish
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
    yield WordPaper.of(
        facts,
        TITLE,
        "strategisk-samarbejdsaftale",
        _view(facts),
        fixed=tuple(tekst.tekst for tekst in regulativ.skal_staa([ref for ref in chosen if ref], len(aftale.parter))),
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


def _indsats(facts: Facts, indsats: Indsatsomraade) -> View:
    name = facts.indsats(indsats.omraade)
    return {
        "navn": inline(name, indsats.at("omraade")),
        "problemkompleks": facts.slot(
            facts.prosa(indsats.problemkompleks), f"problemkompleks for {name}", indsats.at("problemkompleks")
        ),
    }


def _signatures(facts: Facts) -> Iterator[View]:
    """Yield each part with a place to sign for each who signs for it; one, where nobody is named."""
    for part in facts.aftale.parter:
        also = danish.listed(map(facts.part, part.for_parter))
        yield {
            "navn": facts.text(part, "navn") or facts.gap("partens navn", part.at("navn")) or inline(part.id, part.at("id")),
            "for_parter": inline(f"Underskriver også for {also}", part.at("for_parter")) if also else None,
            "underskrivere": [{"underskriver": person(signer)} for signer in part.underskrivere] or [{"underskriver": None}],
        }


def _baseline(facts: Facts, indikator: Indikator) -> View:
    """Return the cells of one fixed indicator."""
    found = next((line for line in facts.aftale.baseline if line.indikator == indikator.id), None)
    if found is None:
        gap = facts.gap("baseline", facts.aftale.at("baseline"))
        return {"omraade": _cell(None, gap), "kommune": _cell(None, None if indikator.kun_boligomraade else gap), "kilde": None}
    omraade, kommune = _area_figures(facts, found, indikator), _figure(found, "kommune", indikator)
    why = inline(f"Ikke opgjort: {found.ikke_opgjort}", found.at("ikke_opgjort")) if found.ikke_opgjort else None
    if why and (kommune is not None or omraade is None):
        omraade = inline(f"{omraade.text}\n{why.text}", found.at()) if omraade else why
        why = None
    unmeasured = indikator.kun_boligomraade or found.ikke_opgjort
    return {
        "omraade": _cell(omraade, facts.gap("baseline for boligområdet", found.at("omraade"))),
        "kommune": _cell(kommune or why, None if unmeasured else facts.gap("baseline for kommunen", found.at("kommune"))),
        "kilde": facts.text(found, "kilde"),
    }


def _cell(value: Leaf, gap: Leaf) -> View:
    return {"tekst": value, "mangler": None if value is not None else gap}


def _area_figures(facts: Facts, line: Baseline, indikator: Indikator) -> Leaf:
    """Return the figure of the areas together, and under it that of each: one a line."""
    own = _figure(line, "omraade", indikator)
    lines = [own.text] if own else []
    lines += [
        f"{facts.omraade(tal.omraade or '')}: {danish.measured(tal.vaerdi, indikator.enhed)}"
        for tal in line.pr_omraade
        if tal.vaerdi is not None
    ]
    return inline("\n".join(lines), line.at()) if lines else None


def _figure(line: Baseline, name: str, indikator: Indikator) -> Leaf:
    value = getattr(line, name)
    year = f" ({line.aar})" if line.aar else ""
    return inline(danish.measured(value, indikator.enhed) + year, line.at(name)) if value is not None else None


DOCUMENT = Document("strategisk-samarbejdsaftale", 10, Design.LBF, papers, "Underskrives og uploades på sagen.")
