"""What several templates say: that a design is ours, and the pages that tell where a wording comes from."""

from __future__ import annotations

from tools.lbf_templates.ooxml import field_table, paragraph

CASE = "brug skabelonen på sagen i driftsstøttesystemet"


def own_design() -> str:
    """Return the note in a document for which the fund has a form that we have not seen."""
    return paragraph(
        f"**Ikke LBF’s skabelon: {CASE}.** Dette dokument er aftale-builders eget forlæg. Det samler de oplysninger, som "
        "skemaet på sagen skal udfyldes med.",
        "Notits",
    )


def no_form() -> str:
    """Return the note in a document for which the fund has no form."""
    return paragraph(
        "**LBF har ingen skabelon til kommissoriet.** Opstillingen er aftale-builders egen; kommissoriet uploades som bilag på sagen.",
        "Notits",
    )


def facts_of_agreement(*, period: bool = True) -> str:
    """Return the table at the top of a document: between whom, when, which version, which case."""
    when_runs = {"Gælder": "periode"} if period else {}
    facts = {"Parter": "aftalens_parter", **when_runs, "Aftalens version": "version", "Sagsnummer": "sagsnummer"}
    return field_table("Aftalen kort", facts)


def page(title: str, *paragraphs: str) -> str:
    """Return the page that stands beside a template, in Markdown."""
    return "\n\n".join((f"# {title}: hvor ordlyden kommer fra", *paragraphs)) + "\n"


OUR_OWN = (
    "Skabelonen er **aftale-builders egen**. Landsbyggefonden har en skabelon på sagen i driftsstøttesystemet, men dens ordlyd kendes ikke. "
    f"Derfor står der i dokumentet, at det ikke er LBF’s skabelon («{CASE}»), og i `manifest.json` er det mærket `egen`."
)
BUILT = "Filen bygges af `tools/build_templates.py`; ret den der, ikke i Word."
