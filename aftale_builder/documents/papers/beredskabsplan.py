"""The beredskabsplan."""

from __future__ import annotations

from collections.abc import Iterator

from aftale_builder.documents.facts import Facts, View
from aftale_builder.documents.registry import Design, Document
from aftale_builder.documents.word_paper import WordPaper
from aftale_builder.model.aftale import Situation
from aftale_builder.word.values import inline

TITLE = "Beredskabsplan"


def papers(facts: Facts) -> Iterator[WordPaper]:
    """Yield the one file; none where there is nothing to print."""
    if facts.draft or facts.aftale.beredskabsplan is not None:
        yield WordPaper.of(facts, TITLE, "beredskabsplan", _view(facts))


def _view(facts: Facts) -> View:
    plan = facts.aftale.beredskabsplan
    text = facts.prosa(plan.tekst) if plan else None
    situations = plan.situationer if plan else ()
    missing = "" if text or situations else "beredskabsplanen: hvilke situationer, hvem handler, og hvem får besked"
    return {
        **facts.common(TITLE),
        **facts.front(),
        "tekst": facts.slot(text, missing, facts.aftale.at("beredskabsplan")),
        "situationer": [_situation(facts, situation) for situation in situations],
        "kontakter": [facts.kontakt(kontakt) for kontakt in (plan.kontakter if plan else ())],
    }


def _situation(facts: Facts, situation: Situation) -> View:
    missing = facts.gap("hvilken hændelse det gælder", situation.at("haendelse")) or inline("")
    return {
        "haendelse": facts.text(situation, "haendelse") or missing,
        "ansvarlig": facts.text(situation, "ansvarlig") or facts.gap("hvem der handler", situation.at("ansvarlig")),
        "orientering": facts.text(situation, "orientering"),
        "handling": facts.slot(facts.prosa(situation.handling), "hvad der gøres", situation.at("handling")),
    }


DOCUMENT = Document("beredskabsplan", 40, Design.EGEN, papers, "Overføres til beredskabsplanens skabelon på sagen og uploades.")
