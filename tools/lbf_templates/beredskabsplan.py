"""The beredskabsplan: our own design."""

from __future__ import annotations

from tools.lbf_templates.common import BUILT, OUR_OWN, facts_of_agreement, own_design, page
from tools.lbf_templates.ooxml import each, field_table, list_table, paragraph, shares, slot, tag, when
from tools.lbf_templates.package import Template


def template() -> Template:
    """Return the template."""
    return Template("beredskabsplan", "Beredskabsplan", "Beredskabsplan", _body(), _SOURCE)


def _body() -> str:
    facts = {"Hvem handler": "s.ansvarlig", "Hvem orienteres": "s.orientering"}
    contacts = {"Navn": "k.navn", "Titel": "k.titel", "Part": "k.part", "Telefon": "k.telefon", "E-mail": "k.mail"}
    return "".join(
        [
            paragraph("Beredskabsplan", "Title"),
            paragraph("{{ navn }}", "Subtitle"),
            own_design(),
            facts_of_agreement(),
            slot("tekst"),
            when(
                "situationer",
                paragraph("Situationer", "Heading1"),
                each(
                    "s",
                    "situationer",
                    paragraph("{{ s.haendelse }}", "Heading2"),
                    when("s.ansvarlig or s.orientering", field_table("Hvem handler, og hvem orienteres", facts)),
                    slot("s.handling"),
                ),
            ),
            when(
                "kontakter",
                paragraph("Kontakter", "Heading1"),
                list_table("Kontakter", contacts, "k", "kontakter", shares(16, 18, 18, 13, 35)),
            ),
            tag("", "Luft"),
        ]
    )


_SOURCE = page(
    "Beredskabsplan",
    OUR_OWN,
    "Samarbejdsaftalens skabelon fra 2019 kræver, at «En beredskabsplan» vedlægges, og siger ikke mere om den. Opstillingen "
    "(situation, hvem handler, hvordan, hvem orienteres, kontakter) er vores bud på, hvad en beredskabsplan skal kunne svare på.",
    BUILT,
)
