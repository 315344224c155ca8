"""The kommissorium of an organ: our own design; the fund has none."""

from __future__ import annotations

from tools.lbf_templates.common import BUILT, no_form, page
from tools.lbf_templates.ooxml import each, field_table, list_table, paragraph, prose, section, shares, slot, tag, when
from tools.lbf_templates.package import Template


def template() -> Template:
    """Return the template."""
    return Template("kommissorium", "Kommissorium", "Kommissorium for {{ organ }}", _body(), _SOURCE)


def _body() -> str:
    facts = {
        "Boligsocial indsats": "indsats",
        "Gælder": "periode",
        "Organets art": "type",
        "Niveau": "niveau",
        "Boligområder": "omraader",
        "Formænd": "formaend",
        "Møder om året": "moeder_pr_aar",
        "Ansvar for": "ansvar",
        "Sekretær": "sekretaer",
        "Ikrafttræden": "ikrafttraeden",
        "Parter": "aftalens_parter",
        "Aftalens version": "version",
        "Sagsnummer": "sagsnummer",
    }
    seats = {
        "Part eller aktør": "m.hvem",
        "Titel og navn": "m.stilling",
        "Niveau": "m.niveau",
        "Kan beslutte": "m.kompetence",
    }
    links = {"Forbinder": "b.organer", "Person": "b.person", "Viden op": "b.op", "Viden ned": "b.ned"}
    return "".join(
        [
            paragraph("Kommissorium for {{ organ }}", "Title"),
            no_form(),
            field_table("Organet kort", facts),
            slot("mangler_helt"),
            section("Formål", "formaal"),
            section("Om organet", "beskrivelse"),
            when(
                "opgaver or opgaver_slot.mangler",
                paragraph("Opgaver", "Heading1"),
                slot("opgaver_slot"),
                each("o", "opgaver", paragraph("{{ o }}", "ListBullet")),
            ),
            when(
                "medlemmer or sammensaetning.tekst or sammensaetning.mangler",
                paragraph("Sammensætning", "Heading1"),
                slot("sammensaetning"),
                when("medlemmer", list_table("Medlemmer", seats, "m", "medlemmer", shares(34, 38, 14, 14), every=True)),
            ),
            section("Sekretariatsbetjening", "sekretariat"),
            section("Møder", "moeder"),
            section("Beslutninger", "beslutninger"),
            when("vidensbehov", paragraph("Vidensbehov", "Heading1"), paragraph("{{ vidensbehov }}")),
            when(
                "bindeled",
                paragraph("Bindeled til andre organer", "Heading1"),
                list_table("Bindeled", links, "b", "bindeled", shares(28, 20, 26, 26)),
            ),
            when("diagram", paragraph("Organisationsdiagram", "Heading1"), prose("diagram")),
            section("Øvrigt", "tekst"),
            tag("", "Luft"),
        ]
    )


_SOURCE = page(
    "Kommissorium",
    "Landsbyggefonden har **ingen skabelon** til kommissoriet («ingen skabelon», siger samarbejdsaftalens skabelon fra 2019). "
    "Opstillingen er aftale-builders egen, og det står i dokumentet og i `manifest.json`.",
    "Afsnittene følger det, som skabelonens punkt 3 kræver, at kommissoriet også beskriver: hvordan sekretariatsbetjeningen af "
    "bestyrelsen foregår. Derudover tager de det med, som et kommissorium plejer at rumme: formål, opgaver, sammensætning, møder "
    "og beslutninger.",
    BUILT,
)
