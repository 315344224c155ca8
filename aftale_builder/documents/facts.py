"""Facts: what every document asks of the agreement, as leaves that know where they stand in the YAML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from aftale_builder.documents import danish
from aftale_builder.documents.own_form import OwnForm
from aftale_builder.findings import Anchored
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.element import Element
from aftale_builder.model.indsats import Milepael
from aftale_builder.model.kinds import Prosa
from aftale_builder.model.organisation import Ledelse, Medlem, Organ
from aftale_builder.model.parter import Boligomraade, Kontakt, Noegletal, Periode, Underskriver
from aftale_builder.regulation import Regulativ
from aftale_builder.word.values import Blocks, Value, inline, prose

View = dict[str, Any]
Leaf = Value | None


def row(**cells: Leaf) -> View:
    """Return the row of a table that always prints all its cells: one with nothing to say is empty."""
    return {name: inline("") if cell is None else cell for name, cell in cells.items()}


@dataclass(frozen=True)
class Facts:
    """The agreement, its generation, and whether a draft is asked for: then gaps are printed as «Mangler: …».

    `forms` are the forms that the users bring, by the document that they are of.
    """

    aftale: Aftale
    regulativ: Regulativ
    draft: bool = False
    forms: Mapping[str, OwnForm] = field(default_factory=dict)

    @cached_property
    def inserts(self) -> Mapping[str, Blocks]:
        """Return what the lines «[[…]]» of prose stand for."""
        from aftale_builder.documents.inserts import inserts

        return inserts(self)

    def common(self, title: str) -> View:
        """Return what every document says: the effort's name, whether it is a draft, the file's properties."""
        navn = self.text(self.aftale, "navn") or inline("Mangler: indsatsens navn", self.aftale.at("navn"))
        properties = {"titel": inline(f"{title}: {navn.text}", navn.anchor)}
        return {"udkast": self.draft, "navn": navn, "egenskaber": properties}

    # --- leaves -----------------------------------------------------------------------------------------------------------

    def text(self, element: Element, name: str) -> Leaf:
        """Return a short text, or an enum's word, None where nothing is written."""
        value = getattr(element, name)
        return inline(value, element.at(name)) if value else None

    def prosa(self, value: Prosa | None, inserts: Mapping[str, Blocks] | None = None) -> Leaf:
        """Return prose; its lines «[[…]]» stand for all inserts, unless others are given."""
        if value is None or not value.text.strip():
            return None
        return prose(value.text, value.node, self.inserts if inserts is None else inserts)

    def date(self, element: Element, name: str) -> Leaf:
        """Return a date."""
        value: date | None = getattr(element, name)
        return inline(danish.day(value), element.at(name)) if value else None

    def number(self, element: Element, name: str) -> Leaf:
        """Return a count or a number without unit."""
        value = getattr(element, name)
        return inline(danish.number(value), element.at(name)) if value is not None else None

    def measured(self, element: Element, name: str, unit: Any) -> Leaf:
        """Return a number with its unit."""
        value = getattr(element, name)
        return inline(danish.measured(value, unit), element.at(name)) if value is not None else None

    def period(self, periode: Periode | None) -> Leaf:
        """Return a period."""
        said = danish.span(periode.fra, periode.til) if periode else ""
        return inline(said, periode.at()) if periode and said else None

    def words(self, element: Element, name: str, words: Iterable[str]) -> Leaf:
        """Return an enumeration of what the field's items are called."""
        said = danish.listed(words)
        return inline(said, element.at(name)) if said else None

    # --- what is missing --------------------------------------------------------------------------------------------------

    def gap(self, what: str, at: Anchored) -> Leaf:
        """Return what a draft says of something that is not written; None in a final package."""
        return inline(f"Mangler: {what}", at) if self.draft else None

    def slot(self, value: Leaf, what: str = "", at: Anchored | None = None) -> dict[str, Leaf]:
        """Return a text that may be missing, for the template's `slot`."""
        missing = self.gap(what, at) if value is None and what and at is not None else None
        return {"tekst": value, "mangler": missing}

    def missing(self, found: object, what: str, at: Anchored) -> dict[str, Leaf]:
        """Return a slot that only says what is missing, where a list is empty."""
        return {"tekst": None, "mangler": None if found else self.gap(what, at)}

    # --- names ------------------------------------------------------------------------------------------------------------

    def part(self, ref: str | None) -> str:
        """Return a part's name; the id itself where no part has it."""
        part = self.aftale.part(ref)
        return (part.navn or part.id) if part else (ref or "")

    def omraade(self, ref: str) -> str:
        """Return an area's name."""
        return next((omraade.navn for omraade in self.aftale.boligomraader if omraade.id == ref and omraade.navn), ref)

    def organ(self, ref: str | None) -> str:
        """Return an organ's name."""
        organisation = self.aftale.organisation
        found = next((organ for organ in organisation.organer if organ.id == ref), None) if organisation else None
        return organ_name(found) if found else (ref or "")

    def indsats(self, ref: str | None) -> str:
        """Return an indsatsområde's name."""
        found = self.regulativ.indsatsomraade(ref)
        return found.navn if found else (ref or "")

    def kilde(self, ref: str | None) -> str:
        """Return a source's name: its own, else its part's, else what kind of source it is."""
        kilde = self.aftale.budget.kilde(ref) if self.aftale.budget else None
        if kilde is None:
            return ref or ""
        return kilde.navn or self.part(kilde.part) or ("Landsbyggefonden" if kilde.type == "lbf" else kilde.id)

    def afdelinger(self, omraade: Boligomraade) -> Leaf:
        """Return an area's afdelinger, one owner a line: «FOB: afdeling 23, 24 og 26»."""
        lines = [f"{self.part(afdelinger.part)}: afdeling {danish.listed(afdelinger.numre)}" for afdelinger in omraade.afdelinger]
        return inline("\n".join(lines), omraade.at("afdelinger")) if lines else None

    # --- rows that several documents have ---------------------------------------------------------------------------------

    def kontakt(self, kontakt: Kontakt) -> View:
        """Return a contact."""
        return row(
            navn=self.text(kontakt, "navn"),
            titel=self.text(kontakt, "titel"),
            part=self.words(kontakt, "part", [self.part(kontakt.part)]),
            telefon=self.text(kontakt, "telefon"),
            mail=self.text(kontakt, "mail"),
        )

    def noegletal(self, tal: Noegletal) -> View:
        """Return a figure."""
        return row(
            tekst=self.text(tal, "tekst"),
            vaerdi=self.measured(tal, "vaerdi", tal.enhed),
            aar=inline(tal.aar, tal.at("aar")) if tal.aar else None,
            gaelder=self.text(tal, "gaelder"),
            kilde=self.text(tal, "kilde"),
        )

    def medlem(self, medlem: Medlem) -> View:
        """Return a seat."""
        who = self.words(medlem, "part", [self.part(medlem.part)]) if medlem.part else None
        actor = self.text(medlem, "aktoer")
        both = inline(f"{who.text}, {actor.text}", medlem.at()) if who and actor else who or actor
        return row(
            hvem=both,
            stilling=person(medlem),
            niveau=self.text(medlem, "niveau"),
            kompetence=inline(danish.yes_no(medlem.beslutningskompetence), medlem.at("beslutningskompetence")),
        )

    def bindeled(self, organ: Organ | None = None) -> list[View]:
        """Return what joins the organs: all of them, or those of one organ."""
        organisation = self.aftale.organisation
        return [
            row(
                organer=inline(f"{self.organ(led.fra)} – {self.organ(led.til)}", led.at()),
                person=self.text(led, "person"),
                op=self.text(led, "viden_op"),
                ned=self.text(led, "viden_ned"),
            )
            for led in (organisation.bindeled if organisation else ())
            if organ is None or str(organ.id) in (led.fra, led.til)
        ]

    def milepael(self, milepael: Milepael) -> View:
        """Return a milestone."""
        return row(
            dato=self.date(milepael, "dato") or self.gap("dato", milepael.at("dato")),
            tekst=self.text(milepael, "tekst"),
            type=self.text(milepael, "type"),
            ansvarlig=self.text(milepael, "ansvarlig"),
        )


def person(element: Medlem | Underskriver | Ledelse) -> Leaf:
    """Return what somebody is and is called: «direktør, Ida Eksempel»."""
    said = ", ".join(word for word in (element.titel, element.navn) if word)
    return inline(said, element.at()) if said else None


def organ_name(organ: Organ) -> str:
    """Return what an organ is called: its name, else its type, else its id."""
    return organ.navn or (danish.sentence_case(organ.type) if organ.type else organ.id)
