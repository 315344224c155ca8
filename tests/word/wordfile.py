"""Word files for tests of reading, written by hand as XML: what real files hold and no builder of ours would make."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN = f"{_WORD}.document.main+xml"
_PARTS = {
    "styles": ("styles", "styles"),
    "numbering": ("numbering", "numbering"),
    "footnotes": ("footnotes", "footnotes"),
    "endnotes": ("endnotes", "endnotes"),
    "comments": ("comments", "comments"),
    "header": ("header", "hdr"),
    "footer": ("footer", "ftr"),
}
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="Overskrift{n}"><w:name w:val="heading {n}"/><w:basedOn w:val="Normal"/>'
        f'<w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
        for n in (1, 2, 3)
    )
    + '<w:style w:type="paragraph" w:styleId="Opstilling"><w:name w:val="List Bullet"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)
_LEVELS = "".join(
    f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:pPr><w:ind w:left="{360 * (n + 1)}"/></w:pPr></w:lvl>'
    for n in range(3)
)
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{_LEVELS % (("bullet",) * 3)}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1">{_LEVELS % (("decimal",) * 3)}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def t(text: str) -> str:
    """Return a text element that keeps its white space."""
    return f'<w:t xml:space="preserve">{text}</w:t>'


def r(text: str, properties: str = "") -> str:
    """Return a run of text, or of XML when it begins with «<»."""
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{text if text.startswith('<') else t(text)}</w:r>"


def p(*runs: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph; a part that is no XML becomes a run."""
    inside = "".join(run if run.startswith("<") else r(run) for run in runs)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inside}</w:p>"


def item(*runs: str, number: int = 1, level: int = 0) -> str:
    """Return a list item: number 1 is a list of bullets, 2 and 3 are numbered, and 3 begins anew."""
    return p(*runs, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def cell(*blocks: str, properties: str = "") -> str:
    """Return a cell; a block that is no XML becomes a paragraph."""
    inside = "".join(block if block.startswith("<") else p(*([block] if block else [])) for block in blocks)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def table(*rows: list[str]) -> str:
    """Return a table of rows of cells; a cell that is no XML becomes one."""
    made = ("".join(one if one.startswith("<") else cell(one) for one in row) for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(f'<w:tr>{row}</w:tr>' for row in made)}</w:tbl>"


def note(number: int, *runs: str, kind: str = "footnote") -> str:
    """Return a note as it stands in its part."""
    return f'<w:{kind} w:id="{number}">{p(r(f"<w:{kind}Ref/>"), *runs)}</w:{kind}>'


def ref(number: int, kind: str = "footnote") -> str:
    """Return the run that refers to a note."""
    return r(f'<w:{kind}Reference w:id="{number}"/>')


def docx(
    body: str,
    *,
    title: str = "",
    links: Mapping[str, str] | None = None,
    extra: Mapping[str, bytes] | None = None,
    related: str = "",
    main_type: str = MAIN,
    **parts: str,
) -> bytes:
    """Return a .docx. `parts` are styles, numbering, footnotes, endnotes, comments, header, footer.

    `links` are relations to addresses by id, `related` relations as XML, `extra` members as they are.
    """
    parts = {"styles": STYLES, "numbering": NUMBERING, **parts}
    sections = "".join(f'<w:{kind}Reference w:type="default" r:id="{kind}"/>' for kind in ("header", "footer") if kind in parts)
    xml = {"word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}<w:sectPr>{sections}</w:sectPr></w:body></w:document>"}
    relations = [related]
    overrides = [f'<Override PartName="/word/document.xml" ContentType="{main_type}"/>']
    for name, inside in parts.items():
        kind, root = _PARTS[name]
        xml[f"word/{name}.xml"] = f"<w:{root} {_NAMESPACES}>{inside}</w:{root}>"
        relations.append(f'<Relationship Id="{kind}" Type="{R}/{kind}" Target="{name}.xml"/>')
        overrides.append(f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>')
    for link, address in (links or {}).items():
        relations.append(f'<Relationship Id="{link}" Type="{R}/hyperlink" Target="{address}" TargetMode="External"/>')
    xml["word/_rels/document.xml.rels"] = _relations("".join(relations))
    root_relations = f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
    if title:
        core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
        root_relations += f'<Relationship Id="rId2" Type="{core}" Target="docProps/core.xml"/>'
        xml["docProps/core.xml"] = (
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></cp:coreProperties>'
        )
    xml["_rels/.rels"] = _relations(root_relations)
    xml["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{"".join(overrides)}</Types>'
    )
    return packed({**{name: content.encode() for name, content in xml.items()}, **(extra or {})})


def packed(members: Mapping[str, bytes]) -> bytes:
    """Return a zip of the members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _relations(inside: str) -> str:
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
