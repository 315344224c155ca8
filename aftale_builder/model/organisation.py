"""Section 3: the organs, the people in them, and what joins them. Section 4: who else works in the area."""

from aftale_builder.model.element import Element, required
from aftale_builder.model.kinds import (
    Antal,
    BestyrelsesOpgave,
    Id,
    KildeRef,
    Niveau,
    OmraadeRef,
    OrganRef,
    OrganType,
    PartRef,
    Prosa,
    Tal,
)
from aftale_builder.record import thing


@thing
class Medlem(Element):
    """A seat in an organ: a part's, or another actor's (`aktør`)."""

    part: PartRef | None = None
    aktoer: str = ""
    titel: str = ""
    navn: str = ""
    niveau: Niveau | None = None
    beslutningskompetence: bool = False


@thing
class Organ(Element):
    """A bestyrelse, følgegruppe or other forum. `sekretær` serves it and is not a member."""

    id: Id = required(Id(""))
    navn: str = ""
    type: OrganType | None = required(None)
    niveau: Niveau | None = None
    formaend: tuple[PartRef, ...] = ()
    moeder_pr_aar: Antal | None = None
    opgaver: tuple[BestyrelsesOpgave, ...] = ()
    omraader: tuple[OmraadeRef, ...] = ()
    medlemmer: tuple[Medlem, ...] = ()
    sekretaer: str = ""
    vidensbehov: str = ""
    beskrivelse: Prosa | None = None


@thing
class Bindeled(Element):
    """What joins two organs: the person, and the knowledge that flows up and down."""

    fra: OrganRef | None = required(None)
    til: OrganRef | None = required(None)
    person: str = ""
    viden_op: str = ""
    viden_ned: str = ""


@thing
class Ledelse(Element):
    """The effort's day-to-day leader."""

    titel: str = required()
    navn: str = ""
    ansat_hos: PartRef | None = None


@thing
class Stilling(Element):
    """A post: hours a week, who employs, who pays."""

    id: Id = required(Id(""))
    titel: str = required()
    timer: Tal | None = None
    ansat_hos: PartRef | None = None
    betales_af: KildeRef | None = None
    omraader: tuple[OmraadeRef, ...] = ()


@thing
class Organisation(Element):
    """Section 3. `diagram` says whether the organisationsdiagram is drawn from the organs; `diagram_fil` is one brought along."""

    tekst: Prosa | None = None
    organer: tuple[Organ, ...] = ()
    bindeled: tuple[Bindeled, ...] = ()
    ledelse: Ledelse | None = None
    stillinger: tuple[Stilling, ...] = ()
    diagram: bool = False
    diagram_fil: str = ""


@thing
class Aktoer(Element):
    """Somebody else who works in the area: an institution, an association, a plan."""

    navn: str = required()
    tekst: str = ""
    omraader: tuple[OmraadeRef, ...] = ()


@thing
class Samspil(Element):
    """Section 4. `udviklingsplaner` tells how the effort is coordinated with them."""

    tekst: Prosa | None = None
    aktoerer: tuple[Aktoer, ...] = ()
    udviklingsplaner: Prosa | None = None


@thing
class Kommissorium(Element):
    """The kommissorium of an organ; of the bestyrelse when `organ` is left out."""

    organ: OrganRef | None = None
    formaal: Prosa | None = None
    tekst: Prosa | None = None
    sammensaetning: Prosa | None = None
    opgaver: tuple[str, ...] = ()
    sekretariat: Prosa | None = None
    moeder: Prosa | None = None
    beslutninger: Prosa | None = None
    ikrafttraeden: str = ""
