"""The milepælsplan: our own design."""

from __future__ import annotations

from tools.lbf_templates.common import BUILT, OUR_OWN, facts_of_agreement, own_design, page
from tools.lbf_templates.ooxml import list_table, paragraph, prose, shares, slot, tag, when
from tools.lbf_templates.package import Template


def template() -> Template:
    """Return the template."""
    return Template("milepaelsplan", "Milepælsplan", "Milepælsplan", _body(), _SOURCE)


def _body() -> str:
    columns = {"Dato": "m.dato", "Milepæl": "m.tekst", "Art": "m.type", "Ansvarlig": "m.ansvarlig", "Hører til": "m.sted"}
    return "".join(
        [
            paragraph("Milepælsplan", "Title"),
            paragraph("{{ navn }}", "Subtitle"),
            own_design(),
            facts_of_agreement(period=False),
            when("periode", paragraph("Planen dækker den samlede projektperiode, {{ periode }}.")),
            slot("milepaele_slot"),
            when("tidslinje", paragraph("Tidslinje", "Heading1"), prose("tidslinje")),
            when(
                "milepaele",
                paragraph("Milepæle efter dato", "Heading1"),
                list_table("Milepæle i den rækkefølge, de skal nås", columns, "m", "milepaele", shares(19, 28, 13, 22, 18)),
            ),
            tag("", "Luft"),
        ]
    )


_SOURCE = page(
    "Milepælsplan",
    OUR_OWN,
    "Samarbejdsaftalens skabelon fra 2019 kræver, at «En milepælsplan» vedlægges; skabelonen til 2015-18-midlerne siger, at den er "
    "for den samlede projektperiode. Opstillingen er en tabel efter dato, med aftalens egne milepæle og aktiviteternes, under en tidslinje, der er tegnet af de samme milepæle.",
    BUILT,
)
