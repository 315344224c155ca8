"""styles.xml and numbering.xml: our own and slim, in Danish, with a style for everything that a document may hold."""

from __future__ import annotations

from dataclasses import dataclass

from tools.lbf_templates.namespaces import W

_INK = "1F3D4C"
_GREY = "BFC7CC"
_SHADE = "E9EFF2"
_RED = "B3261E"
_HEADINGS = (30, 24, 21, 20, 20, 20, 20, 20, 20)
"""Sizes of Heading 1-9 in half points."""
_HEAD_OF_CELL = "Table Heading"
"""What LibreOffice calls the style by which it tells, in a PDF, that a cell is the head of its row or column."""
_QUOTE = "Quotations"
"""The same of quotes: it says that one called «Quote», which is also a word of PDF's own, is a plain paragraph."""
_LIST_LEVELS = 5
_INDENT = 357


def styles() -> str:
    """Return the whole of styles.xml."""
    parts = [
        _DEFAULTS,
        *(style.xml() for style in _paragraphs()),
        *(style.xml() for style in _CHARACTERS),
        _TABLE_NORMAL,
        _NO_LIST,
        _TABLE_GRID,
        _table("Aftaletabel"),
        _table("Aftaleliste"),
        _SIGNATURES,
    ]
    return f'<w:styles xmlns:w="{W}">{"".join(parts)}</w:styles>'


def numbering() -> str:
    """Return the whole of numbering.xml: bullets (0) and numbers (1), the levels tied to the list styles."""
    bullets = "".join(_level(level, "bullet", "•–◦"[level % 3], f"ListBullet{_suffix(level)}") for level in range(_LIST_LEVELS))
    numbers = "".join(
        _level(level, _FORMATS[level % 3], f"%{level + 1}.", f"ListNumber{_suffix(level)}") for level in range(_LIST_LEVELS)
    )
    return (
        f'<w:numbering xmlns:w="{W}">'
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{bullets}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>{numbers}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
        "</w:numbering>"
    )


@dataclass(frozen=True)
class _Style:
    """A paragraph or character style; `paragraph` and `run` are the elements of its `w:pPr` and `w:rPr`."""

    id: str
    name: str
    kind: str = "paragraph"
    based_on: str = "Normal"
    next: str = ""
    paragraph: str = ""
    run: str = ""
    ui: str = "<w:qFormat/>"

    def xml(self) -> str:
        default = ' w:default="1"' if self.id in ("Normal", "DefaultParagraphFont") else ""
        custom = ' w:customStyle="1"' if self.id in _OWN else ""
        based = f'<w:basedOn w:val="{self.based_on}"/>' if self.based_on and not default else ""
        following = f'<w:next w:val="{self.next}"/>' if self.next else ""
        p_pr = f"<w:pPr>{self.paragraph}</w:pPr>" if self.paragraph else ""
        r_pr = f"<w:rPr>{self.run}</w:rPr>" if self.run else ""
        return (
            f'<w:style w:type="{self.kind}"{default}{custom} w:styleId="{self.id}"><w:name w:val="{self.name}"/>'
            f"{based}{following}{self.ui}{p_pr}{r_pr}</w:style>"
        )


_OWN = frozenset(
    {"Udkast", "Mangler", "Tabelhoved", "Ledetekst", "Notits", "Luft", "Underskriver", "Underskriftslinje", "Aftaleindhold"}
)
_FORMATS = ("decimal", "lowerLetter", "lowerRoman")


def _paragraphs() -> list[_Style]:
    return [
        _Style("Normal", "Normal"),
        _Style("BodyText", "Body Text", ui="<w:qFormat/>"),
        _Style("Title", "Title", next="Normal", paragraph=_ruled(), run=_colour(_INK, 40, bold=True)),
        _Style("Subtitle", "Subtitle", next="Normal", paragraph=_spaced(0, 240, keep=True), run=_colour(_INK, 26)),
        *(_heading(level, size) for level, size in enumerate(_HEADINGS, start=1)),
        *(_list("ListBullet", "List Bullet", 1, level) for level in range(_LIST_LEVELS)),
        *(_list("ListNumber", "List Number", 2, level) for level in range(_LIST_LEVELS)),
        *(_list("ListContinue", "List Continue", 0, level) for level in range(_LIST_LEVELS)),
        _Style(
            "Quote",
            _QUOTE,
            paragraph=f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="{_GREY}"/></w:pBdr><w:ind w:left="567" w:right="567"/>',
            run="<w:i/>",
        ),
        _Style(
            "FootnoteText",
            "footnote text",
            paragraph='<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>',
            run=_size(18),
            ui="",
        ),
        _Style("Header", "header", paragraph=_margin_line("bottom", after=160), run=_colour("4F5E66", 18), ui=""),
        _Style("Footer", "footer", paragraph=_margin_line("top") + '<w:jc w:val="right"/>', run=_colour("4F5E66", 18), ui=""),
        _Style(
            "TOCHeading", "TOC Heading", next="Normal", paragraph=_spaced(0, 160, keep=True), run=_colour(_INK, 30, bold=True)
        ),
        _Style("TOC1", "toc 1", paragraph='<w:spacing w:before="100" w:after="40"/>', run="<w:b/>", ui=""),
        _Style("TOC2", "toc 2", paragraph=f'<w:spacing w:after="20"/><w:ind w:left="{_INDENT}"/>', ui=""),
        _Style("Aftaleindhold", "Aftaleindhold", ui=""),
        _Style(
            "Udkast",
            "Udkast",
            paragraph=f'<w:shd w:val="clear" w:color="auto" w:fill="{_RED}"/><w:spacing w:after="60"/><w:jc w:val="center"/>',
            run=f'<w:b/><w:color w:val="FFFFFF"/><w:spacing w:val="80"/>{_size(26)}',
        ),
        _Style("Tabelhoved", _HEAD_OF_CELL, paragraph='<w:keepNext/><w:jc w:val="left"/>', run="<w:b/>"),
        _Style("Ledetekst", "Ledetekst", paragraph=_spaced(0, 60, keep=True)),
        _Style("Mangler", "Mangler", run=f'<w:i/><w:color w:val="{_RED}"/>'),
        _Style("Notits", "Notits", paragraph=_boxed(), run=_size(18)),
        _Style("Underskriver", "Underskriver", paragraph=_spaced(240, 120, keep=True), run="<w:b/>"),
        _Style("Underskriftslinje", "Underskriftslinje", paragraph=_spaced(200, 60, keep=True), ui=""),
        _Style(
            "Luft", "Luft", paragraph='<w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/>', run=_size(8), ui=""
        ),
    ]


_CHARACTERS = (
    _Style("DefaultParagraphFont", "Default Paragraph Font", "character", ui='<w:uiPriority w:val="1"/><w:semiHidden/>'),
    _Style(
        "Hyperlink", "Hyperlink", "character", "DefaultParagraphFont", run='<w:color w:val="0B5394"/><w:u w:val="single"/>', ui=""
    ),
    _Style(
        "FootnoteReference",
        "footnote reference",
        "character",
        "DefaultParagraphFont",
        run='<w:vertAlign w:val="superscript"/>',
        ui="",
    ),
    _Style("Strong", "Strong", "character", "DefaultParagraphFont", run="<w:b/>"),
    _Style("Emphasis", "Emphasis", "character", "DefaultParagraphFont", run="<w:i/>"),
)

_DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
    '<w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="da-DK" w:eastAsia="da-DK" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:suppressAutoHyphens/><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
)
_NO_LIST = '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
_CELLS = (
    '<w:tblCellMar><w:top w:w="57" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="57" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
)
_TABLE_NORMAL = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
    f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_CELLS}</w:tblPr></w:style>'
)
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
# Words are parted by Word only where lines are short: in tables.
_TIGHT = '<w:pPr><w:suppressAutoHyphens w:val="0"/><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'


def _borders(colour: str, edges: tuple[str, ...] = _EDGES) -> str:
    inside = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="{colour}"/>' for edge in edges)
    return f"<w:tblBorders>{inside}</w:tblBorders>"


def _labels(part: str) -> str:
    return (
        f'<w:tblStylePr w:type="{part}"><w:rPr><w:b/></w:rPr><w:tcPr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{_SHADE}"/></w:tcPr></w:tblStylePr>'
    )


_TABLE_GRID = (
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
    f"{_TIGHT}<w:tblPr>{_borders('auto')}</w:tblPr></w:style>"
)


def _table(name: str) -> str:
    """Return a table style of ours: all of it, since LibreOffice takes little from a style that another is based on."""
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/>'
        f'{_TIGHT}<w:rPr><w:sz w:val="18"/></w:rPr><w:tblPr>{_borders(_GREY)}</w:tblPr>'
        f"{_labels('firstRow')}{_labels('firstCol')}</w:style>"
    )


_SIGNATURES = (
    '<w:style w:type="table" w:customStyle="1" w:styleId="Underskrifter"><w:name w:val="Underskrifter"/><w:basedOn w:val="TableNormal"/>'
    f"{_TIGHT}<w:tblPr>{_borders('808080', ('insideH',))}</w:tblPr></w:style>"
)


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _colour(colour: str, half_points: int, *, bold: bool = False) -> str:
    return f'{"<w:b/>" if bold else ""}<w:color w:val="{colour}"/>{_size(half_points)}'


def _spaced(before: int, after: int, *, keep: bool = False) -> str:
    kept = "<w:keepNext/><w:keepLines/>" if keep else ""
    return f'{kept}<w:spacing w:before="{before}" w:after="{after}"/>'


def _margin_line(edge: str, after: int = 0) -> str:
    border = f'<w:pBdr><w:{edge} w:val="single" w:sz="4" w:space="4" w:color="{_GREY}"/></w:pBdr>'
    return border + f'<w:spacing w:after="{after}" w:line="240" w:lineRule="auto"/>'


def _ruled() -> str:
    """Return the properties of a document's title, which is the first of its headings."""
    border = f'<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="6" w:color="{_INK}"/></w:pBdr>'
    return f'<w:keepNext/><w:keepLines/>{border}<w:spacing w:before="0" w:after="240"/><w:outlineLvl w:val="0"/>'


def _boxed() -> str:
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="6" w:color="{_GREY}"/>' for edge in ("top", "left", "bottom", "right")
    )
    return f'<w:pBdr>{edges}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{_SHADE}"/><w:spacing w:after="240"/><w:ind w:left="142" w:right="142"/>'


def _heading(level: int, size: int) -> _Style:
    paragraph = f'<w:keepNext/><w:keepLines/><w:spacing w:before="{max(160, 420 - 90 * level)}" w:after="80"/><w:outlineLvl w:val="{level - 1}"/>'
    italic = "<w:i/>" if level > 4 else ""
    bold = "<w:b/>" if level < 6 else ""
    return _Style(
        f"Heading{level}",
        f"heading {level}",
        next="Normal",
        paragraph=paragraph,
        run=f'{bold}{italic}<w:color w:val="{_INK}"/>{_size(size)}',
    )


def _suffix(level: int) -> str:
    return str(level + 1) if level else ""


def _list(style: str, name: str, number: int, level: int) -> _Style:
    suffix = _suffix(level)
    depth = f'<w:ilvl w:val="{level}"/>' if level else ""
    numbered = f'<w:numPr>{depth}<w:numId w:val="{number}"/></w:numPr>' if number else ""
    indent = f'<w:ind w:left="{_INDENT * (level + 1)}"{f" w:hanging={chr(34)}{_INDENT}{chr(34)}" if number else ""}/>'
    spacing = '<w:spacing w:after="60"/>'
    return _Style(
        f"{style}{suffix}", f"{name} {suffix}".strip(), paragraph=f'{numbered}{spacing}{indent}<w:contextualSpacing w:val="0"/>'
    )


def _level(level: int, form: str, text: str, style: str) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:pStyle w:val="{style}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{_INDENT * (level + 1)}" w:hanging="{_INDENT}"/></w:pPr></w:lvl>'
    )
