"""Who makes the agreement, for which areas."""

from datetime import date

from aftale_builder.model.element import Element, keyed, required
from aftale_builder.model.kinds import (
    Antal,
    Cvr,
    Enhed,
    Id,
    IndikatorRef,
    OmraadeRef,
    OmraadeStatus,
    PartRef,
    PartType,
    Prosa,
    Tal,
)
from aftale_builder.record import thing


@thing
class Periode(Element):
    """The time the agreement (or one aktivitet) runs, both days included."""

    fra: date | None = None
    til: date | None = None


@thing
class Underskriver(Element):
    """Who signs for a part."""

    titel: str = ""
    navn: str = ""


@thing
class Kontakt(Element):
    """Somebody to write or call: the only place where e-mail and telephone belong."""

    navn: str = ""
    titel: str = ""
    part: PartRef | None = None
    telefon: str = ""
    mail: str = ""


@thing
class Part(Element):
    """A part of the agreement. `kaldes` are other names that prose may use; `for_parter` whom it administers and signs for."""

    id: Id = required(Id(""))
    navn: str = required()
    kaldes: tuple[str, ...] = ()
    type: PartType | None = required(None)
    administrerende: bool = False
    for_parter: tuple[PartRef, ...] = ()
    cvr: Cvr = Cvr("")
    adresse: str = ""
    kontakt: Kontakt | None = None
    underskrivere: tuple[Underskriver, ...] = ()


@thing
class Afdelinger(Element):
    """The afdelinger that one boligorganisation has in an area, by number."""

    part: PartRef | None = required(None)
    numre: tuple[str, ...] = required(())


@thing
class Noegletal(Element):
    """A figure about an area that is not one of the fixed indicators."""

    tekst: str = required()
    vaerdi: Tal | None = required(None)
    enhed: Enhed | None = None
    aar: Antal | None = None
    gaelder: str = ""
    kilde: str = ""


@thing
class Boligomraade(Element):
    """An area. `status` is what § 61 a (and 61 b) lists say of it; `udviklingsplan` whether § 168 a applies."""

    id: Id = required(Id(""))
    navn: str = required()
    kaldes: tuple[str, ...] = ()
    afdelinger: tuple[Afdelinger, ...] = ()
    status: tuple[OmraadeStatus, ...] = ()
    udviklingsplan: bool = False
    beboere: Antal | None = keyed("beboere")
    boliger: Antal | None = None
    noegletal: tuple[Noegletal, ...] = ()
    beskrivelse: Prosa | None = None


@thing
class OmraadeTal(Element):
    """An indicator's value in one area."""

    omraade: OmraadeRef | None = required(None)
    vaerdi: Tal | None = required(None)


@thing
class Baseline(Element):
    """One of the generation's fixed indicators: the area's value beside the kommune's, in the indicator's own unit.

    `ikke_opgjort` says why a figure is not there.
    """

    indikator: IndikatorRef | None = required(None)
    omraade: Tal | None = None
    kommune: Tal | None = None
    aar: Antal | None = None
    kilde: str = ""
    ikke_opgjort: str = ""
    pr_omraade: tuple[OmraadeTal, ...] = ()
