"""The indberetningsskema: all that is to be typed into the case, in one document; our own design."""

from __future__ import annotations

from tools.lbf_templates.common import BUILT, OUR_OWN, facts_of_agreement, own_design, page
from tools.lbf_templates.ooxml import (
    KEPT,
    KEPT_GAP,
    contents,
    each,
    field_table,
    list_table,
    paragraph,
    prose,
    shares,
    slot,
    tag,
    when,
)
from tools.lbf_templates.package import Template


def template() -> Template:
    """Return the template."""
    return Template("indberetningsskema", "Indberetningsskema", "Indberetningsskema", _body(), _SOURCE)


def _body() -> str:
    return "".join(
        [
            paragraph("Indberetningsskema", "Title", more='<w:spacing w:before="1800" w:after="240"/>'),
            paragraph("{{ navn }}", "Subtitle"),
            own_design(),
            facts_of_agreement(),
            contents(),
            _case(),
            _parties(),
            _areas(),
            _organisation(),
            _actors(),
            _baseline(),
            _sums(),
            _treatment(),
            tag("", "Luft"),
        ]
    )


def _case() -> str:
    facts = {
        "Indsatsens navn": "navn",
        "Sagsnummer": "sagsnummer",
        "Aftalens version": "version",
        "Midler": "midler",
        "Gælder fra": "periode_fra",
        "Gælder til": "periode_til",
        "Indsatsområder": "indsatsomraader",
        "Daglig leder": "leder",
        "Ansat hos": "leder_ansat_hos",
    }
    contacts = {"Navn": "k.navn", "Titel": "k.titel", "Part": "k.part", "Telefon": "k.telefon", "E-mail": "k.mail"}
    return "".join(
        [
            paragraph("Sagen", "Heading1"),
            field_table("Sagen", facts),
            when(
                "kontakter",
                paragraph("Kontaktpersoner", "Heading2"),
                list_table("Kontaktpersoner", contacts, "k", "kontakter", shares(16, 18, 18, 13, 35)),
            ),
        ]
    )


def _parties() -> str:
    facts = {
        "Type": "p.type",
        "Kaldes også": "p.kaldes",
        "Administrerende": "p.administrerende",
        "Administrerer for": "p.for_parter",
        "CVR-nummer": "p.cvr",
        "Adresse": "p.adresse",
        "Kontakt": "p.kontakt",
        "Underskrives af": "p.underskrivere",
    }
    return (
        paragraph("Parter", "Heading1")
        + slot("parter_slot")
        + each("p", "parter", paragraph("{{ p.navn }}", "Heading2"), field_table("Stamdata for parten", facts))
    )


def _areas() -> str:
    facts = {
        "Kaldes også": "o.kaldes",
        "Afdelinger": "o.afdelinger",
        "Beboere": "o.beboere",
        "Boliger": "o.boliger",
        "Status": "o.status",
        "Udviklingsplan": "o.udviklingsplan",
    }
    figures = {"Hvad": "t.tekst", "Værdi": "t.vaerdi", "År": "t.aar", "Gælder": "t.gaelder", "Kilde": "t.kilde"}
    return (
        paragraph("Boligområder og afdelinger", "Heading1")
        + slot("omraader_slot")
        + each(
            "o",
            "omraader",
            paragraph("{{ o.navn }}", "Heading2"),
            field_table("Stamdata for boligområdet", facts),
            slot("o.beskrivelse"),
            when("o.tal", list_table("Nøgletal for boligområdet", figures, "t", "o.tal", shares(38, 14, 8, 18, 22))),
        )
    )


def _organisation() -> str:
    facts = {
        "Art": "g.type",
        "Niveau": "g.niveau",
        "Boligområder": "g.omraader",
        "Formænd": "g.formaend",
        "Møder om året": "g.moeder_pr_aar",
        "Opgaver": "g.opgaver",
        "Sekretær": "g.sekretaer",
        "Vidensbehov": "g.vidensbehov",
    }
    seats = {
        "Part eller aktør": "m.hvem",
        "Titel og navn": "m.stilling",
        "Niveau": "m.niveau",
        "Kan beslutte": "m.kompetence",
    }
    links = {"Forbinder": "b.organer", "Person": "b.person", "Viden op": "b.op", "Viden ned": "b.ned"}
    posts = {
        "Stilling": "s.titel",
        "Timer": "s.timer",
        "Ansat hos": "s.ansat_hos",
        "Betales af": "s.betales_af",
        "Områder": "s.omraader",
    }
    return "".join(
        [
            paragraph("Organisation", "Heading1"),
            slot("organer_slot"),
            when("diagram_fil", paragraph("Organisationsdiagrammet ligger i filen {{ diagram_fil }}.")),
            each(
                "g",
                "organer",
                paragraph("{{ g.navn }}", "Heading2"),
                field_table("Organet kort", facts),
                slot("g.beskrivelse"),
                when("g.medlemmer", list_table("Medlemmer", seats, "m", "g.medlemmer", shares(34, 38, 14, 14), every=True)),
            ),
            when(
                "bindeled",
                paragraph("Bindeled mellem organerne", "Heading2"),
                list_table("Bindeled mellem organerne", links, "b", "bindeled", shares(28, 20, 26, 26)),
            ),
            when(
                "stillinger",
                paragraph("Stillinger", "Heading2"),
                list_table("Stillinger", posts, "s", "stillinger", shares(28, 12, 22, 20, 18)),
            ),
        ]
    )


def _actors() -> str:
    columns = {"Aktør": "a.navn", "Hvad": "a.tekst", "Boligområder": "a.omraader"}
    return when(
        "aktoerer",
        paragraph("Aktører i boligområdet", "Heading1"),
        list_table("Aktører i boligområdet", columns, "a", "aktoerer", shares(28, 48, 24)),
    )


def _sums() -> str:
    columns = {"Kilde": "k.navn", "Art": "k.art", "Kroner": "k.beloeb", "Andel": "k.andel"}
    totals = {
        "Udgifter i alt": "sum_udgifter",
        "Finansiering i alt": "sum_finansiering",
        "Heraf lokal medfinansiering": "sum_lokal",
        "Lokal andel": "andel_lokal",
    }
    return "".join(
        [
            paragraph("Økonomi, hele perioden", "Heading1"),
            slot("budget_slot"),
            when("har_budget", field_table("Summer i kroner", totals, gap=KEPT_GAP)),
            when(
                "kilder",
                list_table("Finansiering efter kilde", columns, "k", "kilder", shares(40, 24, 20, 16)),
            ),
            when("budgetfigur", paragraph("Budgettet som figur", "Heading2"), prose("budgetfigur")),
        ]
    )


def _baseline() -> str:
    return when(
        "baselinefigur",
        paragraph("Baseline", "Heading1"),
        paragraph("De faste indikatorer, som de også står i tabellen i afsnit 5 i den strategiske samarbejdsaftale.", more=KEPT),
        prose("baselinefigur"),
    )


def _treatment() -> str:
    treated = {"Hvem": "b.hvem", "Part": "b.part", "Dato": "b.dato", "Udfald": "b.udfald", "Bemærkning": "b.bemaerkning"}
    annexes = {"Bilag": "b.titel", "Fil": "b.fil"}
    return when(
        "behandling",
        paragraph("Behandling og godkendelse", "Heading1"),
        list_table("Behandling og godkendelse", treated, "b", "behandling", shares(26, 20, 16, 16, 22)),
    ) + when(
        "bilag",
        paragraph("Andre bilag", "Heading1"),
        list_table("Andre bilag", annexes, "b", "bilag", shares(60, 40)),
    )


_SOURCE = page(
    "Indberetningsskema",
    OUR_OWN,
    "Samarbejdsaftalens skabelon fra 2019 siger, at der «skal udfyldes og uploades» et indberetningsskema på sagen. Hvad skemaet spørger "
    "om, kendes ikke i enkeltheder; dokumentet samler derfor alt, hvad aftalen ved, og som et skema kan spørge om, så det kan tastes "
    "eller kopieres derfra: sagen, parter, kontakter, boligområder og afdelinger, organisation, baseline, summer, behandling og bilag.",
    BUILT,
)
