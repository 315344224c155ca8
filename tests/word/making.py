"""Tiny templates for tests: raw parts in a zip, made without the product's own builders or templates."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="da-DK"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="Standard"><w:name w:val="Default Paragraph Font"/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TabelNormal"><w:name w:val="Normal Table"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Overskrift2"><w:name w:val="heading 2"/>'
    '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Broed"><w:name w:val="Body Text"/></w:style>'
)


_COLOURS = ("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink")
_FACE = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_THEME = (
    '<a:clrScheme name="T">' + "".join(f'<a:{name}><a:srgbClr val="000000"/></a:{name}>' for name in _COLOURS) + "</a:clrScheme>",
    f'<a:fontScheme name="T"><a:majorFont>{_FACE}</a:majorFont><a:minorFont>{_FACE}</a:minorFont></a:fontScheme>',
    f'<a:fmtScheme name="T"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>',
    f"<a:lnStyleLst>{f'<a:ln>{_FILL}</a:ln>' * 3}</a:lnStyleLst><a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>",
    f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>",
)
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
THEME = f'<a:theme xmlns:a="{_A}" name="T"><a:themeElements>{"".join(_THEME)}</a:themeElements></a:theme>'


def p(text: str, style: str = "") -> str:
    """Return a paragraph of one run."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def row(*cells: str) -> str:
    """Return a table row of cells with one paragraph each."""
    return (
        "<w:tr>"
        + "".join(f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{p(cell)}</w:tc>' for cell in cells)
        + "</w:tr>"
    )


def tbl(*rows: str, columns: int = 2) -> str:
    """Return a table."""
    grid = '<w:gridCol w:w="3000"/>' * columns
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'


def docx(body: str, *, header: str = "", footnotes: str = "", styles: str = STYLES, numbering: str = "") -> bytes:
    """Return a .docx with this body, and with a header, footnotes and numbering where they are given."""
    reference = '<w:headerReference w:type="default" r:id="rId2"/>' if header else ""
    page = (
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>'
    )
    parts = {
        "word/document.xml": (
            f"{_TYPE}.document.main+xml",
            _root("document", f"<w:body>{body}<w:sectPr>{reference}{page}</w:sectPr></w:body>"),
        ),
        "word/styles.xml": (f"{_TYPE}.styles+xml", _root("styles", styles)),
    }
    parts["word/settings.xml"] = (f"{_TYPE}.settings+xml", _root("settings", '<w:zoom w:percent="100"/>'))
    parts["word/fontTable.xml"] = (f"{_TYPE}.fontTable+xml", _root("fonts", '<w:font w:name="Arial"/>'))
    parts["word/theme1.xml"] = ("application/vnd.openxmlformats-officedocument.theme+xml", THEME)
    if header:
        parts["word/header1.xml"] = (f"{_TYPE}.header+xml", _root("hdr", header))
    if footnotes:
        parts["word/footnotes.xml"] = (f"{_TYPE}.footnotes+xml", _root("footnotes", footnotes))
    if numbering:
        parts["word/numbering.xml"] = (f"{_TYPE}.numbering+xml", _root("numbering", numbering))
    kinds = {
        "word/styles.xml": "styles",
        "word/header1.xml": "header",
        "word/footnotes.xml": "footnotes",
        "word/settings.xml": "settings",
        "word/fontTable.xml": "fontTable",
        "word/theme1.xml": "theme",
        "word/numbering.xml": "numbering",
    }
    related = "".join(
        f'<Relationship Id="rId{number}" Type="{R}/{kind}" Target="{name.removeprefix("word/")}"/>'
        for number, (name, kind) in enumerate(kinds.items(), start=1)
        if name in parts
    )
    types = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, (kind, _) in parts.items())
    members = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": _relations(f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'),
        "word/_rels/document.xml.rels": _relations(related),
        **{name: xml for name, (_, xml) in parts.items()},
    }
    return zipped({name: (_HEAD + xml).encode() for name, xml in members.items()})


def saved(folder: Path, data: bytes, name: str = "skabelon.docx") -> Path:
    """Write bytes to a file in a folder, and return its path."""
    path = folder / name
    path.write_bytes(data)
    return path


def zipped(members: dict[str, bytes]) -> bytes:
    """Return a zip of the members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def members(data: bytes) -> dict[str, bytes]:
    """Return what a zip holds."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _root(name: str, inside: str) -> str:
    return f'<w:{name} xmlns:w="{W}" xmlns:r="{R}">{inside}</w:{name}>'


def _relations(inside: str) -> str:
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
