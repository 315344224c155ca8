"""The strategisk samarbejdsaftale: LBF's form, its fixed wording taken from the regulation's data in the order of the data."""

from __future__ import annotations

from itertools import groupby

from aftale_builder.regulation import Art, FastTekst, Indikator, Regulativ
from tools.lbf_templates.common import BUILT, page
from tools.lbf_templates.ooxml import GAP, NEW_PAGE, cell_slot, each, paragraph, row, run, runs, shares, slot, table, tag, when
from tools.lbf_templates.package import Template, link_ids

NAME = "strategisk-samarbejdsaftale"
_LINKS = ("http://driftsstoette.lbf.dk",)
_NEW_PAGES = frozenset({"underskrifter", "aftaledokumenter"})
"""The wording that begins a page: those who sign have a page to themselves."""
_UNKNOWN = each("b", "ukendte_indikatorer", tag("{{ b }}", "Mangler"))
_BASELINE = shares(20, 25, 24, 16, 15)


def template(regulativ: Regulativ) -> Template:
    """Return the template of this generation's form."""
    return Template(NAME, regulativ.fast("titel").ren, regulativ.fast("titel").ren, _body(regulativ), _SOURCE, _LINKS)


def _body(regulativ: Regulativ) -> str:
    """Return the form in order: each piece of fixed wording, followed by what is filled in after it."""
    parts: list[str] = []
    after = _filled_in()
    for tekst in regulativ.fast_tekst:
        if tekst.afsnit == "5" and tekst.art is Art.CELLE:
            parts.append(_baseline(regulativ) + _UNKNOWN if tekst.id == "tabel-mål" else "")
        elif not tekst.for_hver and tekst.art not in (Art.VEJLEDNING, Art.PLADSHOLDER):
            parts.append(_fixed(tekst))
        parts.append(after.pop(tekst.id, ""))
    if after:
        raise KeyError(f"the form has no such wording: {', '.join(after)}")
    return "".join(parts)


def _fixed(tekst: FastTekst) -> str:
    """Return a piece of fixed wording in its style."""
    if tekst.art in (Art.OVERSKRIFT, Art.LEDETEKST):
        style = f"Heading{tekst.niveau}" if tekst.niveau else "Title"
        return paragraph(tekst.tekst, style, more=NEW_PAGE if tekst.id in _NEW_PAGES else "")
    return paragraph(tekst.tekst, "ListBullet" if tekst.art is Art.PUNKT else "", link_ids(_LINKS))


def _filled_in() -> dict[str, str]:
    """Return what is filled in after each piece of fixed wording."""
    return {
        "områdets-navn": paragraph("**{{ navn }}**"),
        "aftalens-parter": slot("parter_slot") + each("part", "parter", paragraph("{{ part }}", "ListBullet")),
        "periode": slot("periode"),
        "underskrifter": _signatures(),
        "afsnit-1": slot("beskrivelse"),
        "afsnit-2": slot("vision"),
        "diagram-og-kommissorium": slot("organisation"),
        "afsnit-4": slot("samspil") + slot("udviklingsplaner"),
        "delaftaler-krav": slot("indsatsomraader_slot")
        + each(
            "i",
            "indsatsomraader",
            paragraph("{{ i.navn }}", "Heading2"),
            paragraph("Problemkompleks for indsatsområdet", "Heading3"),
            slot("i.problemkompleks"),
        ),
        "afsnit-7": slot("lokal_evaluering"),
        "revision": tag("", "Luft"),
    }


def _signatures() -> str:
    widths = shares(1, 2)
    signer = when("u.underskriver", paragraph("{{ u.underskriver }}"))
    lines = row([paragraph("", "Underskriftslinje"), paragraph("", "Underskriftslinje")], widths)
    labels = row([_label("Dato"), _label("Navn") + signer], widths)
    return each(
        "part",
        "underskrifter",
        paragraph("{{ part.navn }}", "Underskriver"),
        when("part.for_parter", paragraph("{{ part.for_parter }}")),
        each("u", "part.underskrivere", table(lines + labels, widths, "Underskrift", style="Underskrifter"), GAP),
    )


def _label(said: str) -> str:
    """Return the label of a field to be filled in by hand: in a PDF the head of its column, else plain words."""
    plain = run(said, '<w:b w:val="0"/>')
    return f'<w:p><w:pPr><w:pStyle w:val="Tabelhoved"/></w:pPr>{plain}</w:p>'


def _baseline(regulativ: Regulativ) -> str:
    """Return the table of fixed goals and indicators; a goal stands in the row of its first indicator, as in the form."""
    heads = ("tabel-mål", "tabel-indikator", "tabel-boligområde", "tabel-kommune", "tabel-datakilde")
    rows = [row([paragraph(regulativ.fast(head).tekst, "Tabelhoved") for head in heads], _BASELINE, header=True)]
    for goal, indicators in groupby(regulativ.indikatorer, key=lambda indicator: indicator.maal):
        for number, indicator in enumerate(indicators):
            rows.append(_indicator_row("" if number else regulativ.fast(f"mål-{goal}").tekst, indicator))
    return table("".join(rows), _BASELINE, "Faste mål og indikatorer med baseline") + GAP


def _indicator_row(goal: str, indicator: Indikator) -> str:
    place = f"baseline.{key(indicator.id)}"
    source = f"{{% if {place}.kilde %}}{{{{ {place}.kilde }}}}{{% else %}}{indicator.datakilde}{{% endif %}}"
    cells = [
        paragraph(goal),
        f"<w:p>{runs(indicator.navn)}</w:p>",
        cell_slot(f"{place}.omraade"),
        cell_slot(f"{place}.kommune"),
        paragraph(source),
    ]
    return row(cells, _BASELINE)


def key(ref: str) -> str:
    """Return an id of the regulation as a name that a tag may hold."""
    return ref.replace("-", "_")


_SOURCE = page(
    "Strategisk samarbejdsaftale",
    "Skabelonen er **Landsbyggefondens egen form** for 2019-26-midlerne: den faste tekst, rækkefølgen, ledeteksterne og tabellen med de "
    "ni faste indikatorer. Opsætningen (skrifttyper, sidehoved og sidefod) er aftale-builders.",
    "Ordlyden er den, som formularen har hos Slagelse (2021-25) og Bispehaven (2021-24), uden de slåfejl, der står i nogle eksemplarer. "
    "Den står ét sted, som data, i `aftale_builder/regulation/data/lbf-2019-26.yaml` med de kendte varianter; skabelonen bygges af "
    "dem. Den vejledende tekst, som formularen beder ansøgeren om at slette, er ikke med, og «Boligorganisation A» og «Kommune XX» er "
    "erstattet af parternes navne.",
    "Formularens femte underskriftsfelt uden part er ikke med: hver part har sit felt.",
    BUILT,
)
