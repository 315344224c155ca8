"""The kinds of value a field can have. A field's annotation is one of these, and tells how its text is read."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import NewType

from aftale_builder.record import record
from aftale_builder.source.node import Scalar

Id = NewType("Id", str)
"""The name a thing is pointed at by: small letters, digits and hyphens."""

Kroner = NewType("Kroner", Decimal)
"""Danish kroner, exact."""

Tal = NewType("Tal", Decimal)
"""A number with Danish decimals, its unit told by another key."""

Antal = NewType("Antal", int)
"""A count."""

Cvr = NewType("Cvr", str)
"""A CVR number: eight digits."""

PartRef = NewType("PartRef", str)
OmraadeRef = NewType("OmraadeRef", str)
OrganRef = NewType("OrganRef", str)
IndsatsRef = NewType("IndsatsRef", str)
KerneudfordringRef = NewType("KerneudfordringRef", str)
DelmaalRef = NewType("DelmaalRef", str)
AktivitetRef = NewType("AktivitetRef", str)
KildeRef = NewType("KildeRef", str)
StillingRef = NewType("StillingRef", str)
MaalRef = NewType("MaalRef", str)
"""One of the generation's fixed goals."""
IndikatorRef = NewType("IndikatorRef", str)
"""One of the generation's fixed indicators."""


INSERTS = (
    "organer",
    "organisationsdiagram",
    "boligområder",
    "aktører",
    "tidslinje",
    "indsatslogik",
    "budget",
    "baseline",
)
"""What a line «[[…]]» of prose can ask for."""


@record
class Prosa:
    """Markdown as the author wrote it, and where."""

    text: str
    node: Scalar


class PartType(StrEnum):
    BOLIGORGANISATION = "boligorganisation"
    KOMMUNE = "kommune"
    POLITI = "politi"
    ANDEN = "anden"


class Niveau(StrEnum):
    POLITISK = "politisk"
    STRATEGISK = "strategisk"
    TAKTISK = "taktisk"
    UDFOERENDE = "udførende"


class OrganType(StrEnum):
    BESTYRELSE = "bestyrelse"
    STYREGRUPPE = "styregruppe"
    FOELGEGRUPPE = "følgegruppe"
    KOORDINATIONSGRUPPE = "koordinationsgruppe"
    SEKRETARIAT = "sekretariat"
    FORUM = "forum"
    ANDET = "andet"


class BestyrelsesOpgave(StrEnum):
    PRIORITERING = "prioritering"
    KOORDINERING = "koordinering"
    OPFOELGNING = "opfølgning"
    MAALOPFYLDELSE = "målopfyldelse"
    AJOURFOERING = "ajourføring"
    OEKONOMI = "økonomi"
    ANSAETTELSE = "ansættelse"
    ANDET = "andet"


class OmraadeStatus(StrEnum):
    UDSAT = "udsat"
    PARALLELSAMFUND = "parallelsamfund"
    OMDANNELSESOMRAADE = "omdannelsesområde"
    FOREBYGGELSESOMRAADE = "forebyggelsesområde"


class Enhed(StrEnum):
    PCT = "pct"
    KARAKTER = "karakter"
    ANTAL = "antal"
    KRONER = "kroner"


class KildeType(StrEnum):
    LBF = "lbf"
    PART = "part"
    ANDEN = "anden"


class KildeForm(StrEnum):
    KONTANT = "kontant"
    ARBEJDSTID = "arbejdstid"
    LOKALER = "lokaler"
    ANDET = "andet"


class PostArt(StrEnum):
    LOEN = "løn"
    AKTIVITET = "aktivitet"
    ADMINISTRATION = "administration"
    KOMPETENCE = "kompetence"
    EVALUERING = "evaluering"
    KOMMUNIKATION = "kommunikation"
    LOKALER = "lokaler"
    REVISION = "revision"
    ANDET = "andet"


class ForankringsForm(StrEnum):
    FRIVILLIGE = "frivillige beboere"
    ANSATTE = "ansatte eller uddannede beboere"
    PARTNERSKAB = "partnerskab med organisation"
    KOMMUNAL = "kommunal institution"
    OPHOER = "ophører"


class MilepaelType(StrEnum):
    OPFOELGNING = "opfølgning"
    EVALUERING = "evaluering"
    MIDTVEJS = "midtvejs"
    REVISION = "revision"
    START = "start"
    AFSLUTNING = "afslutning"
    AKTIVITET = "aktivitet"
    ANDET = "andet"


class Skabelondokument(StrEnum):
    """A document whose form the users may bring."""

    SAMARBEJDSAFTALE = "strategisk-samarbejdsaftale"
    DELAFTALE = "delaftale"
    KOMMISSORIUM = "kommissorium"
    BEREDSKABSPLAN = "beredskabsplan"
    MILEPAELSPLAN = "milepælsplan"
    INDBERETNINGSSKEMA = "indberetningsskema"


class Udfald(StrEnum):
    ANBEFALET = "anbefalet"
    GODKENDT = "godkendt"
    TIL_EFTERRETNING = "taget til efterretning"
    AFVIST = "afvist"


class Hjemmel(StrEnum):
    SAMTYKKE = "samtykke"
    LOV = "lov"
    SSP = "ssp"
    ANDEN = "anden"
