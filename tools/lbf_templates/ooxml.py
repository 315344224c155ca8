"""WordprocessingML as strings: paragraphs, runs, tables, and the tags of the template engine."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

TEXT_WIDTH = 9638
"""The width of the text in twentieths of a point: A4 less two margins of 2 cm."""

GAP = '<w:p><w:pPr><w:pStyle w:val="Luft"/></w:pPr></w:p>'
"""An empty line of small height: two tables side by side would become one."""
KEPT_GAP = '<w:p><w:pPr><w:pStyle w:val="Luft"/><w:keepNext/></w:pPr></w:p>'
"""The same between two tables that belong together."""

_MARKED = re.compile(r"\*\*(?P<bold>.+?)\*\*|\*(?P<italic>.+?)\*|<(?P<link>https?://[^>]+)>")


def run(text: str, properties: str = "") -> str:
    """Return a run of plain text; `properties` are the elements of its `w:rPr`."""
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def runs(marked: str, links: dict[str, str] | None = None) -> str:
    """Return the runs of a text with `**bold**`, `*italic*` and `<http://…>`; `links` tells the relation id of each address."""
    found: list[str] = []
    at = 0
    for match in _MARKED.finditer(marked):
        found.append(_plain(marked[at : match.start()]))
        found.append(_special(match, links or {}))
        at = match.end()
    found.append(_plain(marked[at:]))
    return "".join(found)


def paragraph(marked: str, style: str = "", links: dict[str, str] | None = None, *, more: str = "") -> str:
    """Return a paragraph of marked text in a style («» is Normal); `more` are elements of its `w:pPr` after the style."""
    return f"<w:p>{_style(style, more)}{runs(marked, links)}</w:p>"


def tag(text: str, style: str = "") -> str:
    """Return a paragraph that holds nothing but a tag of the template engine («{%p if udkast %}»)."""
    return f"<w:p>{_style(style)}{run(text)}</w:p>"


def when(condition: str, *content: str) -> str:
    """Return content that is there only when the condition holds."""
    return tag(f"{{%p if {condition} %}}") + "".join(content) + tag("{%p endif %}")


def each(name: str, items: str, *content: str) -> str:
    """Return content that is repeated for each of the items."""
    return tag(f"{{%p for {name} in {items} %}}") + "".join(content) + tag("{%p endfor %}")


def prose(expression: str) -> str:
    """Return the place of a value that is prose or blocks."""
    return tag(f"{{{{p {expression} }}}}")


def slot(expression: str) -> str:
    """Return the place of a text that may be missing: prose or blocks, or what a draft says is missing."""
    return _choice(expression) + tag("{%p endif %}")


def cell_slot(expression: str) -> str:
    """Return a slot for a table cell, which must always hold a paragraph."""
    return _choice(expression) + tag("{%p else %}") + paragraph("") + tag("{%p endif %}")


def _choice(expression: str) -> str:
    text, missing = f"{expression}.tekst", f"{expression}.mangler"
    return tag(f"{{%p if {text} %}}") + prose(text) + tag(f"{{%p elif {missing} %}}") + tag(f"{{{{ {missing} }}}}", "Mangler")


def section(heading: str, expression: str, style: str = "Heading1") -> str:
    """Return a heading with its text; nothing at all where there is neither text nor anything said to be missing."""
    return when(f"{expression}.tekst or {expression}.mangler", paragraph(heading, style), slot(expression))


def cell(content: str, width: int) -> str:
    """Return a table cell of paragraphs."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def row(cells: Iterable[str], widths: Iterable[int], *, header: bool = False) -> str:
    """Return a row that does not break over pages; a header row is repeated on each.

    A header row is not told to stay whole: LibreOffice then loses the rows below one that stands last on a page.
    """
    properties = "<w:tblHeader/>" if header else "<w:cantSplit/>"
    inside = "".join(cell(content, width) for content, width in zip(cells, widths, strict=True))
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def row_tag(text: str, widths: list[int]) -> str:
    """Return a row that holds nothing but a tag, which takes the whole row away («{%tr for x in y %}»)."""
    return row([tag(text), *(["<w:p/>"] * (len(widths) - 1))], widths)


def row_each(name: str, items: str, cells: list[str], widths: list[int]) -> str:
    """Return a row that is repeated for each of the items."""
    return row_tag(f"{{%tr for {name} in {items} %}}", widths) + row(cells, widths) + row_tag("{%tr endfor %}", widths)


def row_when(condition: str, cells: list[str], widths: list[int]) -> str:
    """Return a row that is there only when the condition holds."""
    return row_tag(f"{{%tr if {condition} %}}", widths) + row(cells, widths) + row_tag("{%tr endif %}", widths)


def shares(*parts: int) -> list[int]:
    """Return column widths that fill the text's width in these proportions."""
    widths = [TEXT_WIDTH * part // sum(parts) for part in parts]
    widths[-1] += TEXT_WIDTH - sum(widths)
    return widths


def table(rows: str, widths: list[int], title: str, *, style: str = "Aftaletabel", first_column: bool = False) -> str:
    """Return a table. `title` is its alternative text; `first_column` makes labels of the first column instead of the first row."""
    look = (
        '<w:tblLook w:val="0080" w:firstRow="0" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        if first_column
        else '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"{look}<w:tblCaption w:val={quoteattr(title)}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def header_row(labels: Iterable[str], widths: list[int]) -> str:
    """Return the header row of a table."""
    return row([paragraph(label, "Tabelhoved") for label in labels], widths, header=True)


def list_table(
    title: str, columns: dict[str, str], name: str, items: str, widths: list[int], *, every: bool = False
) -> str:  # fmt: skip
    """Return a table with a header row and one row per item; `columns` tells the expression of each label's cell.

    A column after the second that no item fills is left out when the template is filled, unless `every` column is to stay.
    """
    cells = [tag(f"{{{{ {expression} }}}}") for expression in columns.values()]
    return (
        table(
            header_row(columns, widths) + row_each(name, items, cells, widths),
            widths,
            title,
            style="Aftaletabel" if every else "Aftaleliste",
        )
        + GAP
    )


def field_table(title: str, fields: dict[str, str], *, gap: str = GAP) -> str:
    """Return a table of labels and values; a row is there only when its expression is something."""
    columns = shares(3, 7)
    rows = (
        row_when(expression, [paragraph(label, "Tabelhoved"), tag(f"{{{{ {expression} }}}}")], columns)
        for label, expression in fields.items()
    )
    return table("".join(rows), columns, title, first_column=True) + gap


NEW_PAGE = "<w:pageBreakBefore/>"
KEPT = "<w:keepNext/>"
"""A paragraph that stays on the page of what is below it."""


def contents() -> str:
    """Return a table of contents: its title on a new page, and the field that is filled in with the headings below it."""
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("Indhold")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return paragraph("Indhold", "TOCHeading", more=NEW_PAGE) + f"<w:p>{_style('Aftaleindhold')}{field}</w:p>"


def _style(style: str, more: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:pPr>{named}{more}</w:pPr>" if named or more else ""


def _plain(text: str) -> str:
    return run(text) if text else ""


def _special(match: re.Match[str], links: dict[str, str]) -> str:
    if match["bold"]:
        return run(match["bold"], "<w:b/>")
    if match["italic"]:
        return run(match["italic"], "<w:i/>")
    return f'<w:hyperlink r:id="{links[match["link"]]}" w:history="1">{run(match["link"], _LINK)}</w:hyperlink>'


_LINK = '<w:rStyle w:val="Hyperlink"/>'
