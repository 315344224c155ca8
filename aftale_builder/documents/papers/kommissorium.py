"""The kommissorier: one for each organ that has one."""

from __future__ import annotations

from collections.abc import Iterator

from aftale_builder.documents import pictures
from aftale_builder.documents.facts import Facts, View, figure, organ_name, organ_title
from aftale_builder.documents.registry import Design, Document
from aftale_builder.documents.word_paper import WordPaper
from aftale_builder.model.kinds import OrganType
from aftale_builder.model.organisation import Kommissorium, Organ
from aftale_builder.word.values import inline


def papers(facts: Facts) -> Iterator[WordPaper]:
    """Yield one file for each kommissorium; in a draft without any, the bestyrelse's with what is missing."""
    nothing = (None,) if facts.draft else ()
    for kommissorium in facts.aftale.kommissorium or nothing:
        organ = _organ(facts, kommissorium)
        name = _name(facts, kommissorium, organ)
        yield WordPaper.of(facts, f"Kommissorium - {name}", "kommissorium", _view(facts, kommissorium, organ, name))


def _organ(facts: Facts, kommissorium: Kommissorium | None) -> Organ | None:
    """Return the organ that a kommissorium is of: the bestyrelse, when it names none."""
    organisation = facts.aftale.organisation
    organs = organisation.organer if organisation else ()
    if kommissorium is not None and kommissorium.organ:
        return next((organ for organ in organs if str(organ.id) == kommissorium.organ), None)
    return next((organ for organ in organs if organ.type is OrganType.BESTYRELSE), None)


def _name(facts: Facts, kommissorium: Kommissorium | None, organ: Organ | None) -> str:
    if organ is not None:
        return organ_name(organ)
    return facts.organ(kommissorium.organ) if kommissorium and kommissorium.organ else "Bestyrelsen"


def _view(facts: Facts, kommissorium: Kommissorium | None, organ: Organ | None, name: str) -> View:
    at = kommissorium.at() if kommissorium else facts.aftale.at("kommissorium")
    return {
        **facts.common(f"Kommissorium for {name}"),
        "organ": organ_title(organ) if organ else inline(name, at),
        "indsats": inline(facts.aftale.navn, facts.aftale.at("navn")) if facts.aftale.navn else None,
        **facts.front(),
        "diagram": figure(pictures.organisation(facts)),
        "mangler_helt": facts.missing(kommissorium, "kommissoriets tekst", at),
        **_of_organ(facts, organ),
        **_written(facts, kommissorium, organ),
    }


def _of_organ(facts: Facts, organ: Organ | None) -> View:
    """Return what the organisation says of the organ."""
    if organ is None:
        return dict.fromkeys(
            ("type", "niveau", "omraader", "formaend", "moeder_pr_aar", "ansvar", "sekretaer", "vidensbehov"), None
        ) | {
            "beskrivelse": facts.slot(None),
            "medlemmer": [],
            "bindeled": [],
        }
    return {
        "type": facts.text(organ, "type"),
        "niveau": facts.text(organ, "niveau"),
        "omraader": facts.words(organ, "omraader", map(facts.omraade, organ.omraader)),
        "formaend": facts.words(organ, "formaend", map(facts.part, organ.formaend)),
        "moeder_pr_aar": facts.number(organ, "moeder_pr_aar"),
        "ansvar": facts.words(organ, "opgaver", organ.opgaver),
        "sekretaer": facts.text(organ, "sekretaer"),
        "vidensbehov": facts.text(organ, "vidensbehov"),
        "beskrivelse": facts.slot(facts.prosa(organ.beskrivelse)),
        "medlemmer": [facts.medlem(seat) for seat in organ.medlemmer],
        "bindeled": facts.bindeled(organ),
    }


def _written(facts: Facts, kommissorium: Kommissorium | None, organ: Organ | None) -> View:
    """Return what the kommissorium itself says."""
    if kommissorium is None:
        empty = ("formaal", "tekst", "sammensaetning", "sekretariat", "moeder", "beslutninger", "opgaver_slot")
        return {"ikrafttraeden": None, "opgaver": [], **{name: facts.slot(None) for name in empty}}
    tasks = facts.each(kommissorium, "opgaver")
    seats = facts.prosa(kommissorium.sammensaetning)
    has_seats = seats is not None or (organ is not None and bool(organ.medlemmer))
    return {
        "ikrafttraeden": facts.text(kommissorium, "ikrafttraeden"),
        "opgaver": tasks,
        "opgaver_slot": facts.missing(tasks or (organ and organ.opgaver), "opgaver", kommissorium.at("opgaver")),
        "formaal": facts.slot(facts.prosa(kommissorium.formaal)),
        "tekst": facts.slot(facts.prosa(kommissorium.tekst)),
        "sammensaetning": facts.slot(seats, "" if has_seats else "hvem der sidder i organet", kommissorium.at("sammensaetning")),
        "sekretariat": facts.slot(
            facts.prosa(kommissorium.sekretariat), "hvordan organet sekretariatsbetjenes", kommissorium.at("sekretariat")
        ),
        "moeder": facts.slot(facts.prosa(kommissorium.moeder)),
        "beslutninger": facts.slot(facts.prosa(kommissorium.beslutninger)),
    }


DOCUMENT = Document(
    "kommissorium", 30, Design.UDEN_SKABELON, papers,
    "Uploades som bilag på sagen. Kun bestyrelsens er krævet; LBF har ingen skabelon.",
)  # fmt: skip
