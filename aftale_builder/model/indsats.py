"""Section 6 and the delaftaler: problemkompleks, delmål, aktiviteter."""

from datetime import date

from aftale_builder.model.element import Element, required
from aftale_builder.model.kinds import (
    Antal,
    DelmaalRef,
    Enhed,
    ForankringsForm,
    Hjemmel,
    Id,
    IndsatsRef,
    KerneudfordringRef,
    MaalRef,
    MilepaelType,
    OmraadeRef,
    PartRef,
    Prosa,
    Tal,
)
from aftale_builder.model.parter import Noegletal, Periode
from aftale_builder.record import thing


@thing
class Kerneudfordring(Element):
    """A central challenge that the effort is to meet."""

    id: Id = required(Id(""))
    tekst: str = required()


@thing
class Indikator(Element):
    """How a delmål is measured: from `start` to `mål` at `dato`."""

    navn: str = required()
    start: Tal | None = None
    maal: Tal | None = None
    enhed: Enhed | None = None
    dato: date | None = None
    kilde: str = ""


@thing
class Delmaal(Element):
    """A delmål: which fixed goals it points at, which kerneudfordringer it meets, how it is measured."""

    id: Id = required(Id(""))
    tekst: str = required()
    maal: tuple[MaalRef, ...] = ()
    kerneudfordringer: tuple[KerneudfordringRef, ...] = ()
    indikatorer: tuple[Indikator, ...] = ()


@thing
class Maalgruppe(Element):
    """Whom an aktivitet is for, and how many."""

    beskrivelse: str = required()
    antal: Antal | None = None


@thing
class Rolle(Element):
    """What another part, or another actor, does in an aktivitet."""

    part: PartRef | None = None
    aktoer: str = ""
    opgave: str = required()


@thing
class Forankring(Element):
    """What becomes of an aktivitet afterwards, and with whom."""

    form: ForankringsForm | None = None
    part: PartRef | None = None
    tekst: str = ""


@thing
class Persondata(Element):
    """Whether an aktivitet shares personal data, and on what ground."""

    deles: bool = False
    hjemmel: Hjemmel | None = None
    tekst: str = ""


@thing
class Milepael(Element):
    """A date by which something has happened."""

    id: Id = required(Id(""))
    dato: date | None = required(None)
    tekst: str = required()
    ansvarlig: str = ""
    type: MilepaelType | None = None
    indsatsomraade: IndsatsRef | None = None


@thing
class Aktivitet(Element):
    """An aktivitet of a delaftale."""

    id: Id = required(Id(""))
    navn: str = required()
    formaal: Prosa | None = None
    maalgruppe: Maalgruppe | None = None
    indhold: Prosa | None = None
    delmaal: tuple[DelmaalRef, ...] = ()
    omraader: tuple[OmraadeRef, ...] = ()
    ansvarlig: PartRef | None = None
    roller: tuple[Rolle, ...] = ()
    periode: Periode | None = None
    milepaele: tuple[Milepael, ...] = ()
    succeskriterier: tuple[str, ...] = ()
    maaling: Prosa | None = None
    rekruttering: Prosa | None = None
    vidensgrundlag: Prosa | None = None
    eksisterende_tilbud: Prosa | None = None
    forankring: Forankring | None = None
    persondata: Persondata | None = None


@thing
class Delaftale(Element):
    """The delaftale of one indsatsområde. `ajourført` is the day of its latest revision."""

    indledning: Prosa | None = None
    parter: tuple[PartRef, ...] = ()
    aktoerer: tuple[str, ...] = ()
    ajourfoert: date | None = None
    delmaal: tuple[Delmaal, ...] = ()
    aktiviteter: tuple[Aktivitet, ...] = ()
    samarbejde: Prosa | None = None
    opfoelgning: Prosa | None = None


@thing
class Indsatsomraade(Element):
    """A chosen indsatsområde: its problemkompleks with figures and kerneudfordringer, and its delaftale."""

    omraade: IndsatsRef | None = required(None)
    problemkompleks: Prosa | None = None
    data: tuple[Noegletal, ...] = ()
    kerneudfordringer: tuple[Kerneudfordring, ...] = ()
    delaftale: Delaftale | None = None
