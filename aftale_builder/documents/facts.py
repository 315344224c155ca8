"""Facts: what every document asks of the agreement, as leaves that know where they stand in the YAML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from aftale_builder.documents import composing, danish
from aftale_builder.documents.composing import Name, composed
from aftale_builder.documents.own_form import OwnForm
from aftale_builder.figures.stacking import Stack
from aftale_builder.findings import Anchored
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.element import Element
from aftale_builder.model.indsats import Milepael
from aftale_builder.model.kinds import Prosa
from aftale_builder.model.organisation import Ledelse, Medlem, Organ
from aftale_builder.model.parter import Boligomraade, Kontakt, Noegletal, Periode, Underskriver
from aftale_builder.regulation import Regulativ
from aftale_builder.word.values import Blocks, Figure, Form, Piece, Value, blocks, inline, prose

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

    def front(self) -> View:
        """Return what the front of a document says of the agreement: its parties, one a line, its version, its case."""
        named = (composing.written(part, "navn") for part in self.aftale.parter)
        return {
            "aftalens_parter": composed(self.aftale.at("parter"), composing.joined("\n", *named)),
            "periode": self.period(self.aftale.periode),
            "version": self.text(self.aftale, "version"),
            "sagsnummer": self.text(self.aftale, "sagsnummer"),
        }

    # --- leaves -----------------------------------------------------------------------------------------------------------

    def text(self, element: Element, name: str) -> Leaf:
        """Return a short text, or an enum's word, None where nothing is written."""
        return composed(element.at(name), composing.written(element, name))

    def prosa(self, value: Prosa | None, inserts: Mapping[str, Blocks] | None = None) -> Leaf:
        """Return prose; its lines «[[…]]» stand for all inserts, unless others are given."""
        if value is None or not value.text.strip():
            return None
        return prose(value.text, value.node, self.inserts if inserts is None else inserts)

    def date(self, element: Element, name: str) -> Leaf:
        """Return a date."""
        return composed(element.at(name), composing.dated(element, name))

    def number(self, element: Element, name: str) -> Leaf:
        """Return a count or a number without unit."""
        return composed(element.at(name), composing.numbered(element, name))

    def measured(self, element: Element, name: str, unit: Any) -> Leaf:
        """Return a number with its unit."""
        return composed(element.at(name), composing.numbered(element, name, unit))

    def period(self, periode: Periode | None) -> Leaf:
        """Return a period."""
        if periode is None:
            return None
        first, last = composing.dated(periode, "fra"), composing.dated(periode, "til")
        between = " – " if first and last else "til " if last else ""
        return composed(periode.at(), "" if last or not first else "fra ", first, between, last) if first or last else None

    def yes_no(self, element: Element, name: str) -> Value:
        """Return «ja» or «nej»."""
        at = element.at(name)
        said = danish.yes_no(getattr(element, name))
        return Value(said, at, pieces=(Piece(said, at, Form.YES_NO),))

    def words(self, element: Element, name: str, words: Iterable[str]) -> Leaf:
        """Return an enumeration of what the field's items are called."""
        return composed(element.at(name), composing.listed(composing.items(element, name, words)))

    def called(self, element: Element, name: str, word: str) -> Leaf:
        """Return what the one thing that a field refers to is called."""
        return composed(element.at(name), composing.named(word, element.at(name))) if word else None

    def each(self, element: Element, name: str) -> list[Value]:
        """Return the items of a list of texts, each from its own place."""
        words: tuple[str, ...] = getattr(element, name)
        return [inline(word, at) for word, at in zip(words, composing.places(element, name, len(words)), strict=True) if word]

    # --- what is missing --------------------------------------------------------------------------------------------------

    def gap(self, what: str, at: Anchored) -> Leaf:
        """Return what a draft says of something that is not written; None in a final package."""
        said = f"Mangler: {what}"
        return Value(said, at, pieces=(Piece(said, at, Form.GAP),)) if self.draft else None

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
        return (Name(part.navn, part.at("navn")) if part.navn else part.id) if part else (ref or "")

    def omraade(self, ref: str) -> str:
        """Return an area's name."""
        areas = (area for area in self.aftale.boligomraader if area.id == ref and area.navn)
        return next((Name(area.navn, area.at("navn")) for area in areas), ref)

    def organ(self, ref: str | None) -> str:
        """Return an organ's name."""
        organisation = self.aftale.organisation
        found = next((organ for organ in organisation.organer if organ.id == ref), None) if organisation else None
        return organ_name(found) if found else (ref or "")

    def indsats(self, ref: str | None) -> str:
        """Return an indsatsområde's name."""
        found = self.regulativ.indsatsomraade(ref)
        return Name(found.navn) if found else (ref or "")

    def kilde(self, ref: str | None) -> str:
        """Return a source's name: its own, else its part's, else what kind of source it is."""
        kilde = self.aftale.budget.kilde(ref) if self.aftale.budget else None
        if kilde is None:
            return ref or ""
        if kilde.navn:
            return Name(kilde.navn, kilde.at("navn"))
        return self.part(kilde.part) or (Name("Landsbyggefonden") if kilde.type == "lbf" else kilde.id)

    def afdelinger(self, omraade: Boligomraade) -> Leaf:
        """Return an area's afdelinger, one owner a line: «FOB: afdeling 23, 24 og 26»."""
        lines = (
            [
                composing.named(self.part(found.part), found.at("part")),
                ": afdeling ",
                *composing.listed(composing.items(found, "numre", found.numre)),
            ]
            for found in omraade.afdelinger
        )
        return composed(omraade.at("afdelinger"), composing.joined("\n", *lines)) if omraade.afdelinger else None

    # --- rows that several documents have ---------------------------------------------------------------------------------

    def kontakt(self, kontakt: Kontakt) -> View:
        """Return a contact."""
        return row(
            navn=self.text(kontakt, "navn"),
            titel=self.text(kontakt, "titel"),
            part=self.called(kontakt, "part", self.part(kontakt.part)),
            telefon=self.text(kontakt, "telefon"),
            mail=self.text(kontakt, "mail"),
        )

    def noegletal(self, tal: Noegletal) -> View:
        """Return a figure."""
        return row(
            tekst=self.text(tal, "tekst"),
            vaerdi=self.measured(tal, "vaerdi", tal.enhed),
            aar=self.text(tal, "aar"),
            gaelder=self.text(tal, "gaelder"),
            kilde=self.text(tal, "kilde"),
        )

    def medlem(self, medlem: Medlem) -> View:
        """Return a seat."""
        part = composing.named(self.part(medlem.part), medlem.at("part"))
        return row(
            hvem=composed(medlem.at(), composing.joined(", ", part, composing.written(medlem, "aktoer"))),
            stilling=person(medlem),
            niveau=self.text(medlem, "niveau"),
            kompetence=self.yes_no(medlem, "beslutningskompetence"),
        )

    def bindeled(self, organ: Organ | None = None) -> list[View]:
        """Return what joins the organs: all of them, or those of one organ."""
        organisation = self.aftale.organisation
        return [
            row(
                organer=composed(
                    led.at(),
                    composing.named(self.organ(led.fra), led.at("fra")),
                    " – ",
                    composing.named(self.organ(led.til), led.at("til")),
                ),
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


def figure(drawn: Stack | None) -> Leaf:
    """Return a figure as a value; None where there is none."""
    return blocks(Figure(drawn.strips())) if drawn is not None else None


def person(element: Medlem | Underskriver | Ledelse) -> Leaf:
    """Return what somebody is and is called: «direktør, Ida Eksempel»."""
    return composed(element.at(), composing.joined(", ", composing.written(element, "titel"), composing.written(element, "navn")))


def organ_name(organ: Organ) -> str:
    """Return what an organ is called: its name, else its type, else its id."""
    if organ.navn:
        return Name(organ.navn, organ.at("navn"))
    return Name(danish.sentence_case(organ.type), organ.at("type"), Form.CAPITAL) if organ.type else organ.id


def organ_title(organ: Organ) -> Value:
    """Return what an organ is called, where the organ itself is told of."""
    said = organ_name(organ)
    at = (said.anchor if isinstance(said, Name) else None) or organ.at("navn")
    return Value(said, at, pieces=(Piece(str(said), at, said.form if isinstance(said, Name) else Form.TEXT),))
