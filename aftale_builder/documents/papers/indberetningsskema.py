"""The indberetningsskema: all that is to be typed into the case, in one document."""

from __future__ import annotations

from collections.abc import Iterator

from aftale_builder.documents import danish, pictures
from aftale_builder.documents.composing import composed, joined, named, written
from aftale_builder.documents.facts import Facts, Leaf, View, figure, organ_title, person, row
from aftale_builder.documents.registry import Design, Document
from aftale_builder.documents.sums import of_source, sums
from aftale_builder.documents.word_paper import WordPaper
from aftale_builder.model.kinds import PartType
from aftale_builder.model.organisation import Organ, Stilling
from aftale_builder.model.parter import Boligomraade, Kontakt, Part
from aftale_builder.word.values import inline

TITLE = "Indberetningsskema"


def papers(facts: Facts) -> Iterator[WordPaper]:
    """Yield the one file."""
    yield WordPaper.of(facts, TITLE, "indberetningsskema", _view(facts))


def _view(facts: Facts) -> View:
    aftale = facts.aftale
    samspil = aftale.samspil
    return {
        **facts.common(TITLE),
        **facts.front(),
        **_case(facts),
        "parter_slot": facts.missing(aftale.parter, "aftalens parter", aftale.at("parter")),
        "parter": [_part(facts, part) for part in aftale.parter],
        "omraader_slot": facts.missing(aftale.boligomraader, "boligområder med afdelinger", aftale.at("boligomraader")),
        "omraader": [_area(facts, area) for area in aftale.boligomraader],
        **_organisation(facts),
        "aktoerer": [
            row(
                navn=facts.text(actor, "navn"),
                tekst=facts.text(actor, "tekst"),
                omraader=facts.words(actor, "omraader", map(facts.omraade, actor.omraader)),
            )
            for actor in (samspil.aktoerer if samspil else ())
        ],
        "baselinefigur": figure(pictures.baseline(facts)),
        **_economy(facts),
        "behandling": [
            row(
                hvem=facts.text(step, "hvem"),
                part=facts.called(step, "part", facts.part(step.part)),
                dato=facts.date(step, "dato"),
                udfald=facts.text(step, "udfald"),
                bemaerkning=facts.text(step, "bemaerkning"),
            )
            for step in aftale.behandling
        ],
        "bilag": [row(titel=facts.text(annex, "titel"), fil=facts.text(annex, "fil")) for annex in aftale.bilag],
    }


def _case(facts: Facts) -> View:
    aftale = facts.aftale
    periode, ledelse = aftale.periode, aftale.organisation.ledelse if aftale.organisation else None
    missing = facts.gap("den daglige leder", aftale.at("organisation"))
    return {
        "sagsnummer": facts.text(aftale, "sagsnummer") or facts.gap("sagsnummer", aftale.at("sagsnummer")),
        "version": facts.text(aftale, "version"),
        "midler": composed(aftale.at("regulativ"), f"{facts.regulativ.navn} ({aftale.regulativ})"),
        "periode_fra": (facts.date(periode, "fra") if periode else None) or facts.gap("startdato", aftale.at("periode")),
        "periode_til": (facts.date(periode, "til") if periode else None) or facts.gap("slutdato", aftale.at("periode")),
        "indsatsomraader": facts.words(
            aftale, "indsatsomraader", (facts.indsats(indsats.omraade) for indsats in aftale.indsatsomraader)
        ),
        "leder": (person(ledelse) if ledelse else None) or missing,
        "leder_ansat_hos": facts.called(ledelse, "ansat_hos", facts.part(ledelse.ansat_hos)) if ledelse else None,
        "kontakter": [facts.kontakt(kontakt) for kontakt in aftale.kontakter],
    }


def _part(facts: Facts, part: Part) -> View:
    contact = part.kontakt
    signers = (signer.pieces for signer in map(person, part.underskrivere) if signer)
    leads = part.administrerende or part.type is PartType.BOLIGORGANISATION
    return {
        "navn": facts.text(part, "navn") or facts.gap("partens navn", part.at("navn")) or inline(part.id, part.at("id")),
        "type": facts.text(part, "type"),
        "kaldes": facts.words(part, "kaldes", part.kaldes),
        "administrerende": facts.yes_no(part, "administrerende") if leads else None,
        "for_parter": facts.words(part, "for_parter", map(facts.part, part.for_parter)),
        "cvr": facts.text(part, "cvr") or facts.gap("CVR-nummer", part.at("cvr")),
        "adresse": facts.text(part, "adresse"),
        "kontakt": _contact(facts, contact) if contact else None,
        "underskrivere": composed(part.at("underskrivere"), joined("\n", *signers)),
    }


def _contact(facts: Facts, contact: Kontakt) -> Leaf:
    part = named(facts.part(contact.part), contact.at("part"))
    first, last = (written(contact, name) for name in ("navn", "titel")), (written(contact, name) for name in ("telefon", "mail"))
    return composed(contact.at(), joined("\n", *first, part, *last))


def _area(facts: Facts, area: Boligomraade) -> View:
    return {
        "navn": facts.text(area, "navn") or facts.gap("områdets navn", area.at("navn")) or inline(area.id, area.at("id")),
        "kaldes": facts.words(area, "kaldes", area.kaldes),
        "afdelinger": facts.afdelinger(area) or facts.gap("afdelinger", area.at("afdelinger")),
        "beboere": facts.number(area, "beboere"),
        "boliger": facts.number(area, "boliger"),
        "status": facts.words(area, "status", area.status),
        "udviklingsplan": facts.yes_no(area, "udviklingsplan"),
        "beskrivelse": facts.slot(facts.prosa(area.beskrivelse)),
        "tal": [facts.noegletal(tal) for tal in area.noegletal],
    }


def _organisation(facts: Facts) -> View:
    organisation = facts.aftale.organisation
    organs = organisation.organer if organisation else ()
    return {
        "organer_slot": facts.missing(organs, "organerne: bestyrelse og følgegrupper", facts.aftale.at("organisation")),
        "organer": [_organ(facts, organ) for organ in organs],
        "bindeled": facts.bindeled(),
        "stillinger": [_post(facts, post) for post in (organisation.stillinger if organisation else ())],
        "diagram_fil": facts.text(organisation, "diagram_fil") if organisation else None,
    }


def _organ(facts: Facts, organ: Organ) -> View:
    return {
        "navn": organ_title(organ),
        "type": facts.text(organ, "type"),
        "niveau": facts.text(organ, "niveau"),
        "omraader": facts.words(organ, "omraader", map(facts.omraade, organ.omraader)),
        "formaend": facts.words(organ, "formaend", map(facts.part, organ.formaend)),
        "moeder_pr_aar": facts.number(organ, "moeder_pr_aar"),
        "opgaver": facts.words(organ, "opgaver", organ.opgaver),
        "sekretaer": facts.text(organ, "sekretaer"),
        "vidensbehov": facts.text(organ, "vidensbehov"),
        "beskrivelse": facts.slot(facts.prosa(organ.beskrivelse)),
        "medlemmer": [facts.medlem(seat) for seat in organ.medlemmer],
    }


def _post(facts: Facts, post: Stilling) -> View:
    return row(
        titel=facts.text(post, "titel"),
        timer=facts.number(post, "timer"),
        ansat_hos=facts.called(post, "ansat_hos", facts.part(post.ansat_hos)),
        betales_af=facts.called(post, "betales_af", facts.kilde(post.betales_af)),
        omraader=facts.words(post, "omraader", map(facts.omraade, post.omraader)),
    )


def _economy(facts: Facts) -> View:
    budget = facts.aftale.budget
    if budget is None:
        totals: dict[str, Leaf] = dict.fromkeys(("sum_udgifter", "sum_finansiering", "sum_lokal", "andel_lokal"))
        missing = facts.missing(budget, "budgettet", facts.aftale.at("budget"))
        return {**totals, "har_budget": False, "kilder": [], "budget_slot": missing, "budgetfigur": None}
    total, at = sums(facts.aftale, budget), budget.at()
    return {
        "har_budget": True,
        "budgetfigur": figure(pictures.budget(facts)),
        "budget_slot": facts.slot(None),
        "sum_udgifter": composed(at, danish.kroner(total.udgifter)),
        "sum_finansiering": composed(at, danish.kroner(total.finansiering)),
        "sum_lokal": composed(at, danish.kroner(total.lokal)),
        "andel_lokal": composed(at, danish.percent(total.andel)) if total.andel is not None else None,
        "kilder": [
            row(
                navn=composed(kilde.at(), named(facts.kilde(kilde.id), kilde.at())),
                art=facts.text(kilde, "form"),
                beloeb=composed(kilde.at(), danish.kroner(amount)),
                andel=composed(kilde.at(), danish.percent(amount / total.finansiering)) if total.finansiering else None,
            )
            for kilde in budget.kilder
            for amount in (of_source(budget, kilde),)
        ],
    }


DOCUMENT = Document("indberetningsskema", 70, Design.EGEN, papers, "Tastes eller kopieres ind i indberetningsskemaet på sagen.")
