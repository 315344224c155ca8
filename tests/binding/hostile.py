"""What a form may have been through: each function takes a blank form and returns it after that."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from aftale_builder.word.package import open_package
from tests.word.wordfile import R, W, p, packed, r

_W = f"{{{W}}}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_HEADING = re.compile(r"(?:heading|overskrift|title)\s?\d?", re.IGNORECASE)
LABELS = ("Områdets navn:", "Aftalens parter:", "Samarbejdsaftalen gælder fra - til:")

Root = etree._Element


def changed(data: bytes, change: Callable[[Root], None], part: str = "word/document.xml") -> bytes:
    """Return a file with its document (or another part) changed."""
    parts = open_package(data).parts()
    root = etree.fromstring(parts[part])
    change(root)
    parts[part] = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return packed(parts)


def said(paragraph: Root) -> str:
    """Return a paragraph's words."""
    return "".join(text.text or "" for text in paragraph.iter(f"{_W}t"))


def element(xml: str) -> Root:
    """Return an element of WordprocessingML."""
    return etree.fromstring(f'<x xmlns:w="{W}" xmlns:r="{R}">{xml}</x>')[0]


def labelled(root: Root, words: str) -> Root:
    """Return the paragraph that begins with these words."""
    return next(paragraph for paragraph in root.iter(f"{_W}p") if said(paragraph).startswith(words))


def _runs(root: Root) -> list[Root]:
    return [run for run in root.iter(f"{_W}r") if run.find(f"{_W}t") is not None]


def _properties(run: Root) -> Root:
    found = run.find(f"{_W}rPr")
    if found is None:
        found = etree.Element(f"{_W}rPr")
        run.insert(0, found)
    return found


def no_heading_styles(data: bytes) -> bytes:
    """Headings are bold paragraphs, and nothing else tells that they are."""

    def change(root: Root) -> None:
        for paragraph in root.iter(f"{_W}p"):
            style = paragraph.find(f"{_W}pPr/{_W}pStyle")
            if style is not None and _HEADING.fullmatch(str(style.get(f"{_W}val")).replace("Titel", "Title")):
                style.getparent().remove(style)  # type: ignore[union-attr]
                for run in _runs(paragraph):
                    _properties(run).insert(0, element("<w:b/>"))

    return changed(data, change)


def split_runs(data: bytes) -> bytes:
    """Every run is three, with spelling marks and numbers of revisions, as Word leaves them."""

    def change(root: Root) -> None:
        for run in _runs(root):
            whole = said(run)
            pieces = [piece for piece in (whole[: len(whole) // 3], whole[len(whole) // 3 : -1], whole[-1:]) if piece]
            for number, piece in enumerate(pieces):
                copy = deepcopy(run)
                text = copy.find(f"{_W}t")
                assert text is not None
                text.text = piece
                text.set(_SPACE, "preserve")
                copy.set(f"{_W}rsidR", f"00A{number}B1C2")
                run.addprevious(copy)
                run.addprevious(element(f'<w:proofErr w:type="{"spellStart" if number % 2 else "spellEnd"}"/>'))
            run.getparent().remove(run)  # type: ignore[union-attr]

    return changed(data, change)


def content_controls(data: bytes) -> bytes:
    """Make the places to write content controls that show their prompts: around a paragraph, within one, in cells."""
    prompt = (
        '<w:rPr><w:rStyle w:val="Pladsholdertekst"/><w:color w:val="808080"/></w:rPr><w:t>Klik her for at angive tekst.</w:t>'
    )

    def control(number: int, inside: str) -> Root:
        bound = '<w:dataBinding w:xpath="/sag/nummer" w:storeItemID="{00000000-0000-0000-0000-000000000000}"/>'
        properties = f'<w:sdtPr><w:id w:val="{number}"/>{bound}<w:showingPlcHdr/><w:text/></w:sdtPr>'
        return element(f"<w:sdt>{properties}<w:sdtContent>{inside}</w:sdtContent></w:sdt>")

    def change(root: Root) -> None:
        for number, words in enumerate((*LABELS[:1], "1. Kort om", "2. Vision", "7. Lokal"), start=1):
            labelled(root, words).addnext(control(number, f"<w:p><w:r>{prompt}</w:r></w:p>"))
        period = labelled(root, LABELS[2])
        period.append(element(r(" ")))
        period.append(control(20, f"<w:r>{prompt}</w:r>"))
        table = next(table for table in root.iter(f"{_W}tbl") if "Baseline kommune" in said(table))
        for number, row in enumerate(list(table.iter(f"{_W}tr"))[1:], start=30):
            paragraph = row.findall(f"{_W}tc")[2].find(f"{_W}p")
            assert paragraph is not None
            paragraph.append(control(number, f"<w:r>{prompt}</w:r>"))

    return changed(data, change)


def other_languages(data: bytes) -> bytes:
    """Say that the file is in English, everywhere."""

    def change(root: Root) -> None:
        for run in _runs(root):
            _properties(run).append(element('<w:lang w:val="en-US" w:eastAsia="en-US"/>'))

    def defaults(root: Root) -> None:
        for language in root.iter(f"{_W}lang"):
            language.set(f"{_W}val", "en-GB")

    return changed(changed(data, change), defaults, "word/styles.xml")


def green_by_style(data: bytes) -> bytes:
    """Guidance is green by the style of its paragraph, in words that nobody knows."""

    def change(root: Root) -> None:
        for paragraph in root.iter(f"{_W}p"):
            for colour in list(paragraph.iter(f"{_W}color")):
                colour.getparent().remove(colour)  # type: ignore[union-attr]
                properties = paragraph.find(f"{_W}pPr")
                if properties is None:
                    properties = element("<w:pPr/>")
                    paragraph.insert(0, properties)
                properties.insert(0, element('<w:pStyle w:val="Vejledning"/>'))
        labelled(root, "2. Vision").addnext(element(p("Beskriv her den vision, som parterne deler", style="Vejledning")))

    def styles(root: Root) -> None:
        root.append(
            element(
                '<w:style w:type="paragraph" w:styleId="Vejledning"><w:name w:val="Vejledning"/>'
                '<w:rPr><w:i/><w:color w:val="00B050"/></w:rPr></w:style>'
            )
        )

    return changed(changed(data, change), styles, "word/styles.xml")


def theme_colours(data: bytes) -> bytes:
    """Make guidance green by a colour of the theme, in words that nobody knows; the number beside it says black."""
    theme = next((name for name in open_package(data).names if "theme/theme" in name), "")

    def change(root: Root) -> None:
        labelled(root, "7. Lokal").addnext(element(p(r("Beskriv evalueringen", '<w:color w:val="00B050"/>'))))
        for colour in root.iter(f"{_W}color"):
            if colour.get(f"{_W}val") == "00B050" and theme:
                colour.set(f"{_W}val", "000000")
                colour.set(f"{_W}themeColor", "accent6")

    def colours(root: Root) -> None:
        accent = next(root.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}accent6"))
        accent[0].set("val", "70AD47")

    made = changed(data, change)
    return changed(made, colours, theme) if theme else made


def hard_spaces(data: bytes) -> bytes:
    """Hard spaces and soft hyphens in headings and labels, some typed and some Word's own."""

    def change(root: Root) -> None:
        for paragraph in root.iter(f"{_W}p"):
            if paragraph.find(f"{_W}pPr/{_W}pStyle") is not None:
                for text in paragraph.iter(f"{_W}t"):
                    text.text = (text.text or "").replace(" ", "\xa0").replace("mråde", "m\xadråde")
                    text.set(_SPACE, "preserve")

    return changed(data, change)


def other_numbers(data: bytes) -> bytes:
    """Headings are numbered otherwise: «1) …», «Afsnit 3. …»."""

    def change(root: Root) -> None:
        for paragraph in root.iter(f"{_W}p"):
            found = re.match(r"(\d)\. (?=[A-ZÆØÅ])", said(paragraph))
            if found and paragraph.find(f"{_W}pPr/{_W}pStyle") is not None:
                first = next(paragraph.iter(f"{_W}t"))
                first.text = (first.text or "").replace(
                    found[0], f"{found[1]}) " if int(found[1]) % 2 else f"Afsnit {found[1]}: ", 1
                )

    return changed(data, change)


def form_fields(data: bytes) -> bytes:
    """Make the places on the front page form fields of an older Word, on the labels' lines."""
    field = (
        '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
        '<w:bookmarkStart w:id="{n}" w:name="Tekst{n}"/>'
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Tekst{n}"/>'
        "<w:enabled/><w:textInput/></w:ffData></w:fldChar></w:r>"
        '<w:r><w:instrText xml:space="preserve"> FORMTEXT </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        "<w:r><w:t>\u2002\u2002\u2002\u2002\u2002</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:bookmarkEnd w:id="{n}"/>'
    )

    def change(root: Root) -> None:
        for number, words in enumerate(LABELS, start=1):
            paragraph = labelled(root, words)
            made = etree.fromstring(f'<x xmlns:w="{W}">{field.format(n=number)}</x>')
            paragraph.extend(list(made))

    return changed(data, change)


def labels_in_a_table(data: bytes) -> bytes:
    """Put the labels of the front page in a table, with an empty cell beside each."""

    def change(root: Root) -> None:
        for words in LABELS:
            paragraph = labelled(root, words)
            table = element(
                "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr/></w:tc>"
                "<w:tc><w:tcPr/><w:p/></w:tc></w:tr></w:tbl>"
            )
            paragraph.addprevious(table)
            paragraph.addprevious(element("<w:p/>"))
            next(table.iter(f"{_W}tc")).append(paragraph)

    return changed(data, change)


def dotted_lines(data: bytes) -> bytes:
    """Make the places on the front page dotted lines after the labels."""

    def change(root: Root) -> None:
        for words in LABELS:
            labelled(root, words).append(element(r(" ______________________")))

    return changed(data, change)


def _headings(root: Root) -> list[Root]:
    """Return the headings of the eight sections."""
    return [p for p in root.iter(f"{_W}p") if re.match(r"\d\. [A-ZÆØÅ]", said(p)) and p.find(f"{_W}pPr/{_W}pStyle") is not None]


def in_tables(data: bytes) -> bytes:
    """Lay the page out in tables: each section's heading in a cell, and what stands under it in the cell below."""

    def change(root: Root) -> None:
        headings = _headings(root)
        for heading in headings:
            under = []
            while (after := heading.getnext()) is not None and after.tag != f"{_W}sectPr" and after not in headings:
                under.append(after)
                after.getparent().remove(after)  # type: ignore[union-attr]
            cell = "<w:tr><w:tc><w:tcPr/></w:tc></w:tr>"
            table = element(f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid>{cell}{cell}</w:tbl>')
            heading.addprevious(table)
            table.addnext(element("<w:p/>"))
            above, below = table.iter(f"{_W}tc")
            above.append(heading)
            below.extend([*under, element("<w:p/>")] if not under or under[-1].tag != f"{_W}p" else under)

    return changed(data, change)


def front_in_a_text_box(data: bytes) -> bytes:
    """Put the title and the labels of the front page in a text box on a cover."""

    def change(root: Root) -> None:
        first, *_, last = (labelled(root, words) for words in ("Strategisk samarbejdsaftale", *LABELS[:3]))
        box = etree.fromstring(
            f'<w:p xmlns:w="{W}" xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict><v:shape><v:textbox><w:txbxContent/>'
            "</v:textbox></v:shape></w:pict></w:r></w:p>"
        )
        first.addprevious(box)
        inside = next(box.iter(f"{_W}txbxContent"))
        while (after := box.getnext()) is not None and after is not last:
            inside.append(after)
        inside.append(last)

    return changed(data, change)


def section_breaks(data: bytes) -> bytes:
    """Begin a new section of the document where there is room to write, and another in front of a heading."""
    page = (
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="900" w:right="900" w:bottom="900" w:left="900" w:header="708" w:footer="708" w:gutter="0"/>'
    )

    def change(root: Root) -> None:
        headings = _headings(root)
        headings[1].addnext(element(f"<w:p><w:pPr><w:sectPr>{page}</w:sectPr></w:pPr></w:p>"))
        headings[4].addprevious(element(f"<w:p><w:pPr><w:sectPr>{page}</w:sectPr></w:pPr></w:p>"))

    return changed(data, change)


def locked_headings(data: bytes) -> bytes:
    """Put each heading in a content control that can't be changed."""

    def change(root: Root) -> None:
        for number, heading in enumerate(_headings(root), start=700):
            locked = f'<w:sdtPr><w:id w:val="{number}"/><w:lock w:val="sdtContentLocked"/></w:sdtPr>'
            control = element(f"<w:sdt>{locked}<w:sdtContent/></w:sdt>")
            heading.addprevious(control)
            control[1].append(heading)

    return changed(data, change)


ALL = (
    in_tables, front_in_a_text_box, section_breaks, locked_headings,
    no_heading_styles, split_runs, content_controls, other_languages, green_by_style, theme_colours, hard_spaces, other_numbers,
    form_fields, labels_in_a_table, dotted_lines,
)  # fmt: skip
