"""Tracked changes that touch no words: what was changed, in Danish words."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from aftale_builder.word.reading.names import RPR, W

_LONGEST = 40
_LOOKS = {
    "b": "fed",
    "i": "kursiv",
    "u": "understregning",
    "strike": "gennemstregning",
    "color": "farve",
    "highlight": "fremhævning",
    "shd": "fremhævning",
    "sz": "størrelse",
    "rFonts": "skrifttype",
    "rStyle": "typografi",
    "vanish": "skjult tekst",
    "lang": "sprog",
}
_OF_PARAGRAPHS = {
    f"{W}pPrChange": "afsnittets typografi er ændret",
    f"{W}numberingChange": "nummereringen er ændret",
    f"{W}sectPrChange": "sidens opsætning er ændret",
}
_OF_TABLES = {
    f"{W}tblPrChange": "tabellens udseende er ændret",
    f"{W}tblPrExChange": "tabellens udseende er ændret",
    f"{W}tblGridChange": "tabellens kolonner er ændret",
    f"{W}trPrChange": "rækkens udseende er ændret",
    f"{W}tcPrChange": "cellens udseende er ændret",
    f"{W}cellIns": "en celle er indsat",
    f"{W}cellDel": "en celle er slettet",
    f"{W}cellMerge": "celler er flettet",
}
_OF_ROWS = {f"{W}ins": "en række er indsat", f"{W}del": "en række er slettet"}
_RUN = f"{W}rPrChange"

EVERY = frozenset({_RUN, *_OF_PARAGRAPHS, *_OF_TABLES, *(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))})
"""The elements that tell of a tracked change."""


def of_paragraph(paragraph: etree._Element) -> tuple[str, ...]:
    """Return what is changed in a paragraph beside its words, each in a few words."""
    found = (_told(element) for element in paragraph.iter(_RUN, *_OF_PARAGRAPHS))
    return tuple(dict.fromkeys(found))


def of_table(table: etree._Element) -> tuple[str, ...]:
    """Return what is changed in a table beside the words in it."""
    rows = (_OF_ROWS[change.tag] for row in table.iter(f"{W}trPr") for change in row if change.tag in _OF_ROWS)
    return tuple(dict.fromkeys((*(_OF_TABLES[element.tag] for element in table.iter(*_OF_TABLES)), *rows)))


def _told(change: etree._Element) -> str:
    if change.tag != _RUN:
        return _OF_PARAGRAPHS[change.tag]
    properties = change.getparent()
    run = properties.getparent() if properties is not None else None
    words = " ".join("".join(text.text or "" for text in run.iter(f"{W}t")).split()) if run is not None else ""
    shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rpartition(' ')[0] or words[:_LONGEST]} …"
    looks = ", ".join(dict.fromkeys(_looks(properties, change))) if properties is not None else ""
    return f"skriften {f'i «{shown}» ' if shown else ''}er ændret{f' ({looks})' if looks else ''}"


def _looks(properties: etree._Element, change: etree._Element) -> Iterator[str]:
    """Yield what another look differs by: what is set now and was not before, and the other way round."""
    before = change.find(RPR)
    now = {str(one.tag): dict(one.attrib) for one in properties if one is not change}
    then = {str(one.tag): dict(one.attrib) for one in before} if before is not None else {}
    for name, told in _LOOKS.items():
        if now.get(f"{W}{name}") != then.get(f"{W}{name}"):
            yield told
