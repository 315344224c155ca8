"""Blank forms for tests: the strategiske samarbejdsaftale as the fund might send it, made of the regulation's own wording."""

from __future__ import annotations

from collections.abc import Sequence

from aftale_builder.regulation import Art, FastTekst, Regulativ, regulativ
from aftale_builder.regulation.fast_tekst import plain
from tests.word.wordfile import STYLES, cell, docx, p, r

_found = regulativ("lbf-2019-26")
assert _found is not None
RULES: Regulativ = _found

GREEN = '<w:color w:val="00B050"/>'
PARTIES = ("Boligorganisation A", "Boligorganisation B", "Boligorganisation C", "Kommune XX")
AREAS = tuple(area.id for area in RULES.indsatsomraader)
_HEADER = p(r("Landsbyggefonden"), r("<w:tab/>"), r("Skabelon"))
_PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1417" w:right="1134" w:bottom="1417" w:left="1134" w:header="708" w:footer="708" w:gutter="0"/>'
)
_MORE_STYLES = (
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/><w:rPr><w:sz w:val="40"/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="Tabelgitter"><w:name w:val="Table Grid"/></w:style>'
)
_DANISH = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="da-DK"/></w:rPr></w:rPrDefault></w:docDefaults>'
CUSTOM = b"<sag><nummer>0</nummer></sag>"


def heading(fixed: FastTekst) -> str:
    """Return a heading or a label in its style."""
    return p(fixed.ren, style=f"Overskrift{fixed.niveau}" if fixed.niveau else "Titel")


def fixed(text: FastTekst) -> str:
    """Return a paragraph of the form."""
    return p(plain(text.tekst)) if text.art is not Art.PUNKT else p(text.ren, style="Opstilling")


def guidance(words: str) -> str:
    """Return guidance in green italics."""
    return p(r(words, f"<w:i/>{GREEN}"))


def grid(*rows: Sequence[str], widths: Sequence[int]) -> str:
    """Return a table with a grid."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    wide = [f'<w:tcW w:w="{width}" w:type="dxa"/>' for width in widths]
    cells = ("".join(cell(one, properties=width) for one, width in zip(row, wide, strict=True)) for row in rows)
    made = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{made}</w:tbl>'


def signature(name: str) -> str:
    """Return a signature block with an empty paragraph after it."""
    return (p(r(name, "<w:i/>")) if name else "") + grid(("", ""), ("Dato", "Navn"), widths=(3000, 6638)) + p()


def front(parties: Sequence[str] = PARTIES) -> list[str]:
    """Return the pieces of the front page: the title, the four labels with what belongs to them."""
    fast = RULES.fast
    return [
        heading(fast("titel")) + guidance(fast("vejledning-grønt").ren),
        heading(fast("områdets-navn")),
        heading(fast("aftalens-parter")) + guidance(fast("vejledning-parter").ren),
        heading(fast("periode")),
        heading(fast("underskrifter")) + p() + "".join(map(signature, parties)),
    ]


def indicators() -> str:
    """Return section 5's table, a goal over the rows of its indicators."""
    heads = [RULES.fast(f"tabel-{name}").ren for name in ("mål", "indikator", "boligområde", "kommune", "datakilde")]
    rows, before = [], ""
    for indicator in RULES.indikatorer:
        goal = RULES.fast(f"mål-{indicator.maal}").ren if indicator.maal != before else ""
        before = indicator.maal
        rows.append((goal, indicator.navn, "", "", indicator.datakilde))
    return grid(heads, *rows, widths=(2000, 2600, 1700, 1700, 1638))


def section(ref: str, areas: Sequence[str] = AREAS) -> str:
    """Return a section: its heading, its fixed wording, its table or its indsatsområder."""
    texts = [text for text in RULES.fast_tekst if text.afsnit == ref and not text.for_hver]
    head = next(text for text in texts if text.art is Art.OVERSKRIFT)
    made = heading(head) + "".join(fixed(text) for text in texts if text.art in {Art.AFSNIT, Art.PUNKT})
    if ref == "5":
        made += indicators() + p()
    if ref == "6":
        problem = heading(RULES.fast("problemkompleks"))
        made += "".join(heading(RULES.fast(f"indsatsområde-{area}")) + problem for area in areas)
    return made


SECTIONS = ("aftaledokumenter", "1", "2", "3", "4", "5", "6", "7", "8")


def body(pieces: Sequence[str] | None = None, *, sections: Sequence[str] = SECTIONS, areas: Sequence[str] = AREAS) -> str:
    """Return the body of a form."""
    return "".join(front() if pieces is None else pieces) + "".join(section(ref, areas) for ref in sections)


def form(inside: str | None = None, *, styles: str = _DANISH + STYLES + _MORE_STYLES) -> bytes:
    """Return a blank form as a file, with a header, custom XML and a page of its own."""
    made = docx(
        body() if inside is None else inside,
        title="Strategisk samarbejdsaftale om boligsocial indsats",
        header=_HEADER,
        styles=styles,
        extra={"customXml/item1.xml": CUSTOM},
        related='<Relationship Id="cx" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" '
        'Target="../customXml/item1.xml"/>',
    )
    return with_part(made, "word/document.xml", lambda xml: xml.replace("</w:sectPr>", f"{_PAGE}</w:sectPr>"))


def with_part(data: bytes, name: str, change: object) -> bytes:
    """Return a file with one part changed, as text."""
    from aftale_builder.word.package import open_package
    from tests.word.wordfile import packed

    assert callable(change)
    parts = open_package(data).parts()
    return packed({**parts, name: change(parts[name].decode()).encode()})
