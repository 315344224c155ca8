"""The delaftaler: one for each chosen indsatsområde."""

from __future__ import annotations

from collections.abc import Iterator

from aftale_builder.documents import danish, pictures
from aftale_builder.documents.composing import Name, capital, composed, items, joined, listed, named, written
from aftale_builder.documents.facts import Facts, Leaf, View, figure, row
from aftale_builder.documents.papers.strategisk_samarbejdsaftale import in_form_order, indsats_name
from aftale_builder.documents.registry import Design, Document
from aftale_builder.documents.spending import spending
from aftale_builder.documents.word_paper import WordPaper
from aftale_builder.model.indsats import Aktivitet, Delaftale, Delmaal, Indikator, Indsatsomraade, Rolle
from aftale_builder.word.values import Form, Piece, inline

_PROSE = {
    "formaal": "formål",
    "indhold": "indhold",
    "rekruttering": "",
    "vidensgrundlag": "",
    "eksisterende_tilbud": "",
    "maaling": "",
}
"""The prose of an aktivitet, and what a draft asks for when it is not written («» asks for nothing)."""


def papers(facts: Facts) -> Iterator[WordPaper]:
    """Yield one file for each indsatsområde, in the form's order."""
    for indsats in in_form_order(facts):
        if indsats.delaftale is None and not (facts.draft or indsats.data or indsats.kerneudfordringer):
            continue  # nothing to print, and the team has said why (an exemption)
        name = indsats_name(facts, indsats)
        yield WordPaper.of(facts, f"Delaftale - {name}", "delaftale", _view(facts, indsats, name))


def _view(facts: Facts, indsats: Indsatsomraade, name: str) -> View:
    delaftale = indsats.delaftale
    at = delaftale.at if delaftale else indsats.at
    delmaal = delaftale.delmaal if delaftale else ()
    aktiviteter = delaftale.aktiviteter if delaftale else ()
    return {
        **facts.common(f"Delaftale for indsatsområdet {name}"),
        "omraade": composed(indsats.at("omraade"), str(name)),
        "periode": facts.period(facts.aftale.periode),
        "version": facts.text(facts.aftale, "version"),
        "sagsnummer": facts.text(facts.aftale, "sagsnummer"),
        "ajourfoert": facts.date(delaftale, "ajourfoert") if delaftale else None,
        "parter_slot": facts.missing(_parties(facts, delaftale), "delaftalens parter", at()),
        "parter": _parties(facts, delaftale),
        "indledning": facts.slot(facts.prosa(delaftale.indledning if delaftale else None)),
        "kerneudfordringer": [facts.text(udfordring, "tekst") for udfordring in indsats.kerneudfordringer if udfordring.tekst],
        "tal": [facts.noegletal(tal) for tal in indsats.data],
        "indsatslogik": figure(pictures.logic(facts, indsats)),
        "delmaal_slot": facts.missing(delmaal, "delmål", at()),
        "delmaal": [_delmaal(facts, indsats, number, item) for number, item in enumerate(delmaal, start=1)],
        "aktiviteter_slot": facts.missing(aktiviteter, "aktiviteter", at()),
        "aktiviteter": [_aktivitet(facts, aktivitet, delmaal) for aktivitet in aktiviteter],
        "samarbejde": facts.slot(facts.prosa(delaftale.samarbejde if delaftale else None)),
        "opfoelgning": facts.slot(facts.prosa(delaftale.opfoelgning if delaftale else None)),
    }


def _parties(facts: Facts, delaftale: Delaftale | None) -> list[Leaf]:
    if delaftale is None:
        return []
    parts = items(delaftale, "parter", map(facts.part, delaftale.parter))
    return [*(composed(delaftale.at("parter"), part) for part in parts), *facts.each(delaftale, "aktoerer")]


def _delmaal(facts: Facts, indsats: Indsatsomraade, number: int, delmaal: Delmaal) -> View:
    goals = [(Name(goal.tekst) if (goal := facts.regulativ.et_maal(ref)) else ref) for ref in delmaal.maal]
    texts: dict[str, str] = {found.id: Name(found.tekst, found.at("tekst")) for found in indsats.kerneudfordringer}
    challenges = [texts.get(ref) or ref for ref in delmaal.kerneudfordringer]
    return {
        "nr": inline(number),
        "tekst": facts.text(delmaal, "tekst") or facts.gap("delmålets tekst", delmaal.at("tekst")) or inline(""),
        "maal": [composed(delmaal.at("maal"), goal) for goal in items(delmaal, "maal", goals)],
        "udfordringer": [
            composed(delmaal.at("kerneudfordringer"), found) for found in items(delmaal, "kerneudfordringer", challenges)
        ],
        "indikatorer": [_indikator(facts, indikator) for indikator in delmaal.indikatorer],
    }


def _indikator(facts: Facts, indikator: Indikator) -> View:
    return row(
        navn=facts.text(indikator, "navn"),
        start=facts.measured(indikator, "start", indikator.enhed),
        maal=facts.measured(indikator, "maal", indikator.enhed),
        dato=facts.date(indikator, "dato"),
        kilde=facts.text(indikator, "kilde"),
    )


def _aktivitet(facts: Facts, aktivitet: Aktivitet, delmaal: tuple[Delmaal, ...]) -> View:
    target = aktivitet.maalgruppe
    numbers: dict[str, str] = {
        item.id: Name(f"delmål {number}", item.at("id"), Form.ORDINAL) for number, item in enumerate(delmaal, start=1)
    }
    short: View = {
        "maalgruppe": facts.text(target, "beskrivelse") if target else None,
        "antal": facts.number(target, "antal") if target else None,
        "omraader": facts.words(aktivitet, "omraader", map(facts.omraade, aktivitet.omraader)),
        "periode": facts.period(aktivitet.periode),
        "delmaal": facts.words(aktivitet, "delmaal", (numbers.get(ref, ref) for ref in aktivitet.delmaal)),
        "ansvarlig": facts.called(aktivitet, "ansvarlig", facts.part(aktivitet.ansvarlig))
        or facts.gap("hvem der er ansvarlig", aktivitet.at("ansvarlig")),
    }
    written = {
        name: facts.slot(facts.prosa(getattr(aktivitet, name)), f"aktivitetens {what}" if what else "", aktivitet.at(name))
        for name, what in _PROSE.items()
    }
    return {
        "navn": facts.text(aktivitet, "navn") or facts.gap("aktivitetens navn", aktivitet.at("navn")) or inline(""),
        "fakta": any(short.values()),
        **short,
        **written,
        "roller": [_rolle(facts, rolle) for rolle in aktivitet.roller],
        "succeskriterier": facts.each(aktivitet, "succeskriterier"),
        "milepaele": [facts.milepael(milepael) for milepael in aktivitet.milepaele],
        "forankring": _forankring(facts, aktivitet),
        "persondata": _persondata(aktivitet),
        "oekonomi": spending(facts, aktivitet),
    }


def _rolle(facts: Facts, rolle: Rolle) -> View:
    part = named(facts.part(rolle.part), rolle.at("part"))
    who = listed(part for part in (part, written(rolle, "aktoer")) if part is not None)
    return row(hvem=composed(rolle.at(), who), opgave=facts.text(rolle, "opgave"))


def _forankring(facts: Facts, aktivitet: Aktivitet) -> Leaf:
    found = aktivitet.forankring
    if found is None:
        return None
    part = named(facts.part(found.part), found.at("part"))
    return composed(found.at(), joined("; ", capital(found, "form"), part, written(found, "tekst")))


def _persondata(aktivitet: Aktivitet) -> Leaf:
    found = aktivitet.persondata
    if found is None:
        return None
    shared = Piece(danish.shared(bool(found.deles)), found.at("deles"), Form.STATED)
    ground = written(found, "hjemmel")
    return composed(found.at(), joined("; ", shared, ["hjemmel: ", ground] if ground else None, written(found, "tekst")))


DOCUMENT = Document("delaftale", 20, Design.EGEN, papers, "Overføres til delaftaleskabelonen på sagen og uploades.")
