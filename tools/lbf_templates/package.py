"""A template as a whole: its body with header, footer, styles and the rest of the parts, as the bytes of a .docx."""

from __future__ import annotations

from dataclasses import dataclass

from aftale_builder.word.package import write_package
from tools.lbf_templates import styles
from tools.lbf_templates.namespaces import CONTENT_TYPES, CORE, DC, DC_TERMS, EXTENDED, RELATIONS, XSI, R, W
from tools.lbf_templates.ooxml import run, tag
from tools.lbf_templates.theme import theme

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = f"{R}/"
_PARTS = {
    "styles": "styles.xml",
    "numbering": "numbering.xml",
    "settings": "settings.xml",
    "fontTable": "fontTable.xml",
    "theme": "theme/theme1.xml",
    "header": "header1.xml",
    "footer": "footer1.xml",
}


@dataclass(frozen=True)
class Template:
    """A template to be built: `name` is its file's name without ending, `title` what the document is called."""

    name: str
    title: str
    heading: str
    """What the page header calls the document, tags included."""
    body: str
    source: str
    """The page beside it: where its wording comes from, in Markdown."""
    links: tuple[str, ...] = ()
    """The addresses that the body links to; the relation of number n is «link<n>»."""


def link_ids(addresses: tuple[str, ...]) -> dict[str, str]:
    """Return the relation id of each address."""
    return {address: f"link{number}" for number, address in enumerate(addresses, start=1)}


def build(template: Template) -> bytes:
    """Return the template as the bytes of a .docx: the same on any machine and any day."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relations(),
        "docProps/core.xml": _core(template.title),
        "docProps/app.xml": f'<Properties xmlns="{EXTENDED}"><Application>aftale-builder</Application></Properties>',
        "word/document.xml": _document(template.body),
        "word/_rels/document.xml.rels": _document_relations(template.links),
        "word/styles.xml": styles.styles(),
        "word/numbering.xml": styles.numbering(),
        "word/settings.xml": _SETTINGS,
        "word/fontTable.xml": _FONTS,
        "word/theme/theme1.xml": theme(),
        "word/header1.xml": _header(template.heading),
        "word/footer1.xml": _footer(),
    }
    return write_package({name: (_DECLARATION + xml).encode() for name, xml in parts.items()})


def _content_types() -> str:
    overrides = {
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "/word/document.xml": f"{_TYPE}.document.main+xml",
        **{f"/word/{file}": f"{_TYPE}.{kind}+xml" for kind, file in _PARTS.items()},
        f"/word/{_PARTS['theme']}": "application/vnd.openxmlformats-officedocument.theme+xml",
    }
    listed = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in overrides.items())
    return (
        f'<Types xmlns="{CONTENT_TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _package_relations() -> str:
    return (
        f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{_RELATION}officeDocument" Target="word/document.xml"/>'
        '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" '
        f'Target="docProps/core.xml"/><Relationship Id="rId3" Type="{_RELATION}extended-properties" Target="docProps/app.xml"/></Relationships>'
    )


def _document_relations(links: tuple[str, ...]) -> str:
    own = "".join(f'<Relationship Id="{kind}" Type="{_RELATION}{kind}" Target="{file}"/>' for kind, file in _PARTS.items())
    out = "".join(
        f'<Relationship Id="{name}" Type="{_RELATION}hyperlink" Target="{address}" TargetMode="External"/>'
        for address, name in link_ids(links).items()
    )
    return f'<Relationships xmlns="{RELATIONS}">{own}{out}</Relationships>'


def _core(title: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{CORE}" xmlns:dc="{DC}" xmlns:dcterms="{DC_TERMS}" xmlns:xsi="{XSI}">'
        f"<dc:title>{title}</dc:title><dc:language>da-DK</dc:language></cp:coreProperties>"
    )


def _document(body: str) -> str:
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1134" w:bottom="1304" w:left="1134" w:header="624" w:footer="567" '
        'w:gutter="0"/></w:sectPr>'
    )
    return f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}{section}</w:body></w:document>'


def _header(heading: str) -> str:
    draft = tag("{%p if udkast %}") + tag("UDKAST", "Udkast") + tag("{%p endif %}")
    return f'<w:hdr xmlns:w="{W}" xmlns:r="{R}">{draft}{tag(f"{{{{ navn }}}} · {heading}", "Header")}</w:hdr>'


def _footer() -> str:
    fields = run("Side ") + _field("PAGE") + run(" af ") + _field("NUMPAGES")
    return f'<w:ftr xmlns:w="{W}" xmlns:r="{R}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{fields}</w:p></w:ftr>'


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} ">{run("1")}</w:fldSimple>'


_SETTINGS = (
    f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="1304"/>'
    '<w:autoHyphenation/><w:doNotHyphenateCaps/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="da-DK"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)
_FONTS = (
    f'<w:fonts xmlns:w="{W}"><w:font w:name="Arial"><w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/>'
    '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
)
