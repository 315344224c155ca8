"""Aftale: the whole agreement, as read."""

from datetime import date

from aftale_builder.model.budget import Budget, Kilde
from aftale_builder.model.element import Element, one_or_more, required
from aftale_builder.model.indsats import Aktivitet, Indsatsomraade, Milepael
from aftale_builder.model.kinds import KildeType, PartRef, PartType, Prosa, Skabelondokument, Udfald
from aftale_builder.model.organisation import Kommissorium, Organisation, Samspil
from aftale_builder.model.parter import Baseline, Boligomraade, Kontakt, Part, Periode
from aftale_builder.record import thing


@thing
class Situation(Element):
    """A situation of the beredskabsplan: what happens, who acts, how, and who is told."""

    haendelse: str = required()
    ansvarlig: str = ""
    handling: Prosa | None = None
    orientering: str = ""


@thing
class Beredskabsplan(Element):
    """The beredskabsplan."""

    tekst: Prosa | None = None
    situationer: tuple[Situation, ...] = ()
    kontakter: tuple[Kontakt, ...] = ()


@thing
class Bilag(Element):
    """A document that goes with the agreement; `fil` is its path in the agreement's folder."""

    titel: str = required()
    fil: str = ""


@thing
class Skabelon(Element):
    """A form that the users bring: the document that it is of, and its path in the agreement's folder."""

    dokument: Skabelondokument | None = required(None)
    fil: str = required()


@thing
class Behandling(Element):
    """Who has treated the agreement, when, with what outcome."""

    hvem: str = required()
    part: PartRef | None = None
    dato: date | None = None
    udfald: Udfald | None = None
    bemaerkning: str = ""


@thing
class Undtagelse(Element):
    """A finding that the team accepts: rule, path, reason, and the day it must be looked at again."""

    regel: str = required()
    sti: str = ""
    begrundelse: str = required()
    udloeber: date | None = required(None)


@thing
class Aftale(Element):
    """The agreement.

    Sections 1-7 of the form are beskrivelse, vision, organisation, samspil, baseline, indsatsområder, lokal_evaluering.
    """

    regulativ: str = required()
    navn: str = required()
    version: str = ""
    sagsnummer: str = ""
    periode: Periode | None = None
    parter: tuple[Part, ...] = ()
    kontakter: tuple[Kontakt, ...] = ()
    boligomraader: tuple[Boligomraade, ...] = ()
    beskrivelse: Prosa | None = None
    vision: Prosa | None = None
    organisation: Organisation | None = None
    samspil: Samspil | None = None
    baseline: tuple[Baseline, ...] = ()
    indsatsomraader: tuple[Indsatsomraade, ...] = ()
    lokal_evaluering: Prosa | None = None
    budget: Budget | None = None
    kommissorium: tuple[Kommissorium, ...] = one_or_more()
    beredskabsplan: Beredskabsplan | None = None
    milepaele: tuple[Milepael, ...] = ()
    bilag: tuple[Bilag, ...] = ()
    behandling: tuple[Behandling, ...] = ()
    skabeloner: tuple[Skabelon, ...] = ()
    undtagelser: tuple[Undtagelse, ...] = ()

    def part(self, ref: str | None) -> Part | None:
        """Return the part with this id."""
        return next((part for part in self.parter if part.id == ref), None)

    def parter_af(self, *types: PartType) -> tuple[Part, ...]:
        """Return the parts of these types, in the order written."""
        return tuple(part for part in self.parter if part.type in types)

    @property
    def aktiviteter(self) -> tuple[Aktivitet, ...]:
        """Return the aktiviteter of all delaftaler, in order."""
        return tuple(
            aktivitet
            for indsats in self.indsatsomraader
            if indsats.delaftale is not None
            for aktivitet in indsats.delaftale.aktiviteter
        )

    def er_lokal(self, kilde: Kilde) -> bool:
        """Tell whether a source counts as local medfinansiering: a kommune, a boligorganisation, or one that says so."""
        if kilde.type is KildeType.LBF:
            return False
        part = self.part(kilde.part)
        return kilde.lokal or (part is not None and part.type in (PartType.KOMMUNE, PartType.BOLIGORGANISATION))

    def budgetaar(self) -> tuple[tuple[str, date, date], ...]:
        """Return id, first and last day of each budget year: those written, else the calendar years of the period (id «2021»)."""
        if self.budget is not None and (self.budget.aar or not self.budget.whole("aar")):
            return tuple((aar.id, aar.fra, aar.til) for aar in self.budget.aar if aar.id and aar.fra and aar.til)
        if self.periode is None or self.periode.fra is None or self.periode.til is None:
            return ()
        first, last = self.periode.fra, self.periode.til
        return tuple(
            (str(year), max(first, date(year, 1, 1)), min(last, date(year, 12, 31))) for year in range(first.year, last.year + 1)
        )
