"""The delaftale: our own design, under the head of the form of 2015-18."""

from __future__ import annotations

from tools.lbf_templates.common import BUILT, OUR_OWN, own_design, page
from tools.lbf_templates.ooxml import (
    contents,
    each,
    field_table,
    list_table,
    paragraph,
    prose,
    section,
    shares,
    slot,
    tag,
    when,
)  # fmt: skip
from tools.lbf_templates.package import Template


def template() -> Template:
    """Return the template."""
    return Template("delaftale", "Delaftale", "Delaftale for {{ omraade }}", _body(), _SOURCE)


_LOW = '<w:spacing w:before="1800" w:after="360"/>'
"""The title of a document with a cover stands a little down its page."""
_ON_COVER = '<w:spacing w:before="480" w:after="120"/>'
_BAND = (
    '<w:pBdr><w:top w:val="single" w:sz="12" w:space="4" w:color="1F3D4C"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="DCE6EA"/>'
    '<w:spacing w:before="560" w:after="140"/>'
)
"""Each aktivitet begins with a band across the page."""


def _body() -> str:
    return (
        _head()
        + _problem()
        + when("indsatslogik", paragraph("Indsatslogik", "Heading1"), prose("indsatslogik"))
        + _delmaal()
        + paragraph("Aktiviteter", "Heading1")
        + slot("aktiviteter_slot")
        + _aktiviteter()
        + _rest()
    )


def _head() -> str:
    return "".join(
        [
            paragraph("Delaftale for indsatsområdet {{ omraade }}", "Title", more=_LOW),
            own_design(),
            paragraph("Bestyrelsen for den boligsociale indsats har ansvar for, at denne delaftale løbende ajourføres."),
            when("ajourfoert", paragraph("Senest ajourført: {{ ajourfoert }}")),
            paragraph("Navn på den boligsociale indsats, som delaftalen vedrører:", "Heading1", more=_ON_COVER),
            paragraph("{{ navn }}"),
            when("periode", paragraph("Samarbejdsaftalen gælder {{ periode }}.")),
            when("version", paragraph("Aftalens version: {{ version }}")),
            when("sagsnummer", paragraph("Sagsnummer: {{ sagsnummer }}")),
            paragraph("Aftalens parter:", "Heading1", more=_ON_COVER),
            slot("parter_slot"),
            each("part", "parter", paragraph("{{ part }}", "ListBullet")),
            contents(),
            section("Indledning", "indledning"),
        ]
    )


def _problem() -> str:
    return "".join(
        [
            paragraph("Problemkompleks for indsatsområdet:", "Heading1"),
            paragraph("Problemkomplekset er beskrevet i afsnit 6 i den strategiske samarbejdsaftale."),
            when(
                "kerneudfordringer",
                paragraph("Kerneudfordringer", "Heading2"),
                each("udfordring", "kerneudfordringer", paragraph("{{ udfordring }}", "ListBullet")),
            ),
            when("tal", paragraph("Tal bag problemkomplekset", "Heading2"), _figures()),
        ]
    )


def _figures() -> str:
    columns = {"Hvad": "t.tekst", "Værdi": "t.vaerdi", "År": "t.aar", "Gælder": "t.gaelder", "Kilde": "t.kilde"}
    return list_table("Tal bag problemkomplekset", columns, "t", "tal", shares(38, 14, 8, 18, 22))


def _delmaal() -> str:
    measured = {"Indikator": "i.navn", "Start": "i.start", "Mål": "i.maal", "Nås senest": "i.dato", "Kilde": "i.kilde"}
    return "".join(
        [
            paragraph("Delmål", "Heading1"),
            slot("delmaal_slot"),
            each(
                "d",
                "delmaal",
                paragraph("Delmål {{ d.nr }}", "Heading2"),
                paragraph("{{ d.tekst }}"),
                when(
                    "d.maal",
                    paragraph("Peger hen imod målet:", "Ledetekst"),
                    each("m", "d.maal", paragraph("{{ m }}", "ListBullet")),
                ),
                when(
                    "d.udfordringer",
                    paragraph("Svarer på kerneudfordringen:", "Ledetekst"),
                    each("k", "d.udfordringer", paragraph("{{ k }}", "ListBullet")),
                ),
                when(
                    "d.indikatorer",
                    list_table("Sådan måles delmålet", measured, "i", "d.indikatorer", shares(36, 11, 11, 18, 24)),
                ),
            ),
        ]
    )


def _aktiviteter() -> str:
    facts = {
        "Målgruppe": "a.maalgruppe",
        "Antal deltagere": "a.antal",
        "Boligområder": "a.omraader",
        "Periode": "a.periode",
        "Delmål": "a.delmaal",
        "Ansvarlig": "a.ansvarlig",
    }
    roles = {"Part eller aktør": "r.hvem", "Opgave": "r.opgave"}
    milestones = {"Dato": "m.dato", "Milepæl": "m.tekst", "Art": "m.type", "Ansvarlig": "m.ansvarlig"}
    return each(
        "a",
        "aktiviteter",
        paragraph("{{ a.navn }}", "Heading2", more=_BAND),
        when("a.fakta", field_table("Aktiviteten kort", facts)),
        section("Formål", "a.formaal", "Heading3"),
        section("Indhold", "a.indhold", "Heading3"),
        when(
            "a.roller",
            paragraph("Ansvars- og rollefordeling", "Heading3"),
            list_table("Ansvars- og rollefordeling", roles, "r", "a.roller", shares(35, 65)),
        ),
        section("Rekruttering", "a.rekruttering", "Heading3"),
        section("Vidensgrundlag", "a.vidensgrundlag", "Heading3"),
        section("Eksisterende tilbud", "a.eksisterende_tilbud", "Heading3"),
        when(
            "a.milepaele",
            paragraph("Milepæle", "Heading3"),
            list_table("Aktivitetens milepæle", milestones, "m", "a.milepaele", shares(20, 45, 15, 20)),
        ),
        when(
            "a.succeskriterier",
            paragraph("Succeskriterier", "Heading3"),
            each("s", "a.succeskriterier", paragraph("{{ s }}", "ListBullet")),
        ),
        section("Måling", "a.maaling", "Heading3"),
        when("a.forankring", paragraph("Forankring", "Heading3"), paragraph("{{ a.forankring }}")),
        when("a.persondata", paragraph("Persondata", "Heading3"), paragraph("{{ a.persondata }}")),
        when("a.oekonomi", paragraph("Økonomi", "Heading3"), prose("a.oekonomi")),
    )


def _rest() -> str:
    return section("Samarbejde", "samarbejde") + section("Opfølgning", "opfoelgning") + tag("", "Luft")


_SOURCE = page(
    "Delaftale",
    OUR_OWN,
    "Hovedet («Delaftale for indsatsområdet …», sætningen om ajourføring, «Navn på den boligsociale indsats, som delaftalen vedrører:», "
    "«Aftalens parter:», «Problemkompleks for indsatsområdet:») er ordlyden fra LBF’s delaftaleskabelon til 2015-18-midlerne, som "
    "Svendborg udfyldte den i 2017. Resten er bygget ud fra, hvad samarbejdsaftalens skabelon fra 2019 kræver af en delaftale: delmål, "
    "aktiviteter og den indbyrdes ansvars- og rollefordeling, med indhold, der peger hen imod de fastsatte mål.",
    "En aktivitet begynder med et bånd over siden og slutter med sine poster i budgettet, som hentes derfra og ikke skrives her.",
    BUILT,
)
