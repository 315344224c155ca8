"""Broken Word files by name, each made anew from a whole one."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache

from lxml import etree

from tests.importing.forms import Form
from tests.word.wordfile import STYLES, cell, docx, item, note, p, packed, r, ref, table

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
CONTENT_TYPES = "[Content_Types].xml"
_LONG = 200_000
_MANY = 1_000_000
_DEEP = 5_000
_WIDE = '<w:gridSpan w:val="999999999"/>'
_BELOW = 110_000
"""A little below the tags that a document may have."""
_LOOKS = r("x", "<w:b/>") + r("y")


@cache
def whole() -> bytes:
    """Return a file that nothing is wrong with."""
    return Form(own={"1": p("Om området", ref(1)) + item("et punkt")}).file(footnotes=note(1, "En note."))


def members() -> dict[str, bytes]:
    """Return the members of the whole file."""
    with zipfile.ZipFile(io.BytesIO(whole())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _with(**changed: bytes | None) -> bytes:
    """Return the file with members replaced (None takes one away)."""
    return packed({name: data for name, data in (members() | changed).items() if data is not None})


def _replaced(old: str, new: str, name: str = "word/document.xml") -> bytes:
    content = members()
    return packed(content | {name: content[name].replace(old.encode(), new.encode())})


def _form(text: str) -> bytes:
    return Form(own={"1": text}).file()


def _deep(begin: str, end: str, inside: str, depth: int = _DEEP) -> bytes:
    return _form(begin * depth + inside + end * depth)


def _style(number: int, base: int) -> str:
    named = f'<w:style w:type="paragraph" w:styleId="s{number}"><w:name w:val="S{number}"/>'
    return f'{named}<w:basedOn w:val="s{base}"/></w:style>'


def _cyclic_styles() -> bytes:
    ring = "".join(_style(n, (n + 1) % 50) for n in range(50))
    return Form(own={"1": p("ring", style="s0")}).file(styles=STYLES + ring)


def _cyclic_notes() -> bytes:
    return Form(own={"1": p("se", ref(1))}).file(footnotes=note(1, "se", ref(2)) + note(2, "se", ref(1)))


def _bomb() -> bytes:
    content = members()
    return packed(content | {"word/media/image1.png": b"\0" * 300_000_000})


def _many_rows(cells: int) -> bytes:
    row = f"<w:tr>{cell('x') * cells}</w:tr>"
    return _form(f"<w:tbl><w:tblPr/><w:tblGrid/>{row * (_MANY // cells)}</w:tbl>")


CASES: dict[str, Callable[[], bytes]] = {
    "tom": lambda: b"",
    "afkortet": lambda: whole()[: len(whole()) // 2],
    "uden-indholdsfortegnelse-i-zip": lambda: whole()[:-30],
    "tekst": lambda: b"Hej, dette er ikke Word.",
    "rtf": lambda: rb"{\rtf1\ansi Hej}",
    "doc-omdoebt": lambda: _OLE + b"\0" * 4096,
    "adgangskode": lambda: _OLE + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 4096,
    "uden-document": lambda: _with(**{"word/document.xml": None}),
    "uden-content-types": lambda: _with(**{CONTENT_TYPES: None}),
    "forkerte-content-types": lambda: _replaced("wordprocessingml.document.main", "spreadsheetml.sheet.main", CONTENT_TYPES),
    "uden-relationer": lambda: _with(**{"_rels/.rels": None}),
    "uden-styles": lambda: _with(**{"word/styles.xml": None}),
    "uden-fodnoter": lambda: _with(**{"word/footnotes.xml": None}),
    "tomt-document": lambda: _with(**{"word/document.xml": b""}),
    "halvt-document": lambda: _with(**{"word/document.xml": members()["word/document.xml"][:3000]}),
    "andet-xml": lambda: _with(**{"word/document.xml": b"<html/>"}),
    "utf16": lambda: _with(**{"word/document.xml": members()["word/document.xml"].decode().encode("utf-16")}),
    "ugyldige-bytes": lambda: _with(**{"word/document.xml": members()["word/document.xml"].replace(b"Om", b"\xff\xfe")}),
    "dtd": lambda: _with(**{"word/document.xml": b'<!DOCTYPE x [<!ENTITY a "b">]>' + members()["word/document.xml"]}),
    "kredsende-relationer": lambda: _replaced('Target="styles.xml"', 'Target="document.xml"', "word/_rels/document.xml.rels"),
    "kredsende-stile": _cyclic_styles,
    "kredsende-noter": _cyclic_notes,
    "zipbombe": _bomb,
    "million-raekker": lambda: _many_rows(1),
    "million-celler": lambda: _many_rows(60),
    "million-afsnit": lambda: _form("<w:p/>" * _MANY),
    "hundredtusind-afsnit-med-ord": lambda: _form("".join(p(f"ord nummer {n}") for n in range(100_000))),
    "et-meget-langt-afsnit": lambda: _form(p("ord " * 2_000_000)),
    "million-loeb": lambda: _form(f"<w:p>{_LOOKS * 150_000}</w:p>"),
    "stjerner-i-lange-baner": lambda: _form(p("*_[`" * 50_000)),
    "dybe-tabeller": lambda: _deep("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", p("inderst"), 60),
    "meget-dybe-tabeller": lambda: _deep("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", p("inderst")),
    "dybe-felter": lambda: _deep("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", p("inderst")),
    "dybe-loeb": lambda: _form("<w:p>" + "<w:ins>" * _DEEP + r("inderst") + "</w:ins>" * _DEEP + "</w:p>"),
    "dybe-felter-uden-ende": lambda: _form("<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 100_000 + "</w:p>"),
    "hundredtusind-tabeller": lambda: _form(table(["x"]) * 100_000),
    "stor-attribut": lambda: _form(p("x").replace("<w:p>", f'<w:p w:rsidR="{"F" * 20_000_000}">')),
    "mange-stile": lambda: Form().file(styles=STYLES + "".join(_style(n, n) for n in range(_LONG))),
    "mange-noter": lambda: Form(own={"1": "".join(p(ref(n)) for n in range(1, 20_000))}).file(
        footnotes="".join(note(n, "x") for n in range(1, 20_000))
    ),
    "mange-dele": lambda: packed(members() | {f"word/x{n}.xml": b"<a/>" for n in range(6_000)}),
    "naesten-for-mange-tomme-afsnit": lambda: _form("<w:p/>" * 39_000),
    "naesten-for-mange-afsnit": lambda: _form("".join(p(f"ord nummer {n}") for n in range(_BELOW // 7))),
    "naesten-for-mange-raekker": lambda: _form(table(*([["x", "y"]] * (_BELOW // 25)))),
    "naesten-for-mange-tabeller": lambda: _form(table(["x"]) * (_BELOW // 15)),
    "naesten-for-mange-loeb": lambda: _form(f"<w:p>{_LOOKS * (_BELOW // 11)}</w:p>"),
    "naesten-for-mange-punkter": lambda: _form("".join(item("x", level=n % 3) for n in range(_BELOW // 12))),
    "naesten-for-mange-noter": lambda: Form(own={"1": "".join(p("x", ref(n)) for n in range(1, _BELOW // 27))}).file(
        footnotes="".join(note(n, "x") for n in range(1, _BELOW // 27))
    ),
    "naesten-for-langt-afsnit": lambda: _form(p("*_[`ord " * 24_000)),
    "mange-naesten-for-lange-afsnit": lambda: _form(p("ord " * 49_000) * 60),
    "delaftale-naesten-for-stor": lambda: docx(
        p("Delaftale for indsatsområdet Beskæftigelse") + p("Aktiviteter", style="Overskrift1")
        + "".join(p(f"Aktivitet {n}", style="Overskrift2") + p("x") for n in range(_BELOW // 16))
    ),
    "kommissorium-naesten-for-stort": lambda: docx(
        p("Kommissorium for bestyrelsen") + p("Opgaver", style="Overskrift1") + item("x") * (_BELOW // 12)
    ),
    "gridspan": lambda: _form(f"<w:tbl><w:tr>{cell('x', properties=_WIDE) * 60}</w:tr></w:tbl>"),
    "listeniveau": lambda: _form(p("x", properties='<w:numPr><w:ilvl w:val="99999999"/><w:numId w:val="2"/></w:numPr>')),
    "listeniveau-negativt": lambda: _form(p("x", properties='<w:numPr><w:ilvl w:val="-3"/><w:numId w:val="2"/></w:numPr>')),
    "overskriftsniveau": lambda: _form(p("x", properties='<w:outlineLvl w:val="99999999999999999999"/>')),
    "tal-der-ikke-er-tal": lambda: _form(p("x", properties='<w:outlineLvl w:val="²"/><w:ind w:left="½"/>')),
    "fremmed-rod": lambda: docx("", main_type="application/xml"),
}  # fmt: skip
"""Makers of files by what is wrong with them."""


def fuzzed(count: int, seed: int = 0) -> Iterator[bytes]:
    """Yield copies of the whole file with elements taken out, doubled, moved or given other names and values by chance."""
    chance = random.Random(seed)
    content = members()
    names = sorted(name for name in content if name.endswith((".xml", ".rels")))
    likely = [*names, *["word/document.xml"] * 12]
    for _ in range(count):
        changed = dict(content)
        for name in {chance.choice(likely) for _ in range(2)}:
            root = etree.fromstring(changed[name])
            for _ in range(chance.randint(1, 6)):
                _disturb(list(root.iter(etree.Element))[1:], chance)
            changed[name] = etree.tostring(root)
        if chance.random() < 0.2:
            text = changed[name := chance.choice(names)]
            at = chance.randrange(len(text))
            changed[name] = text[:at] + bytes([chance.randrange(256)]) + text[at + 1 :]
        yield packed(changed)


def _disturb(elements: list[etree._Element], chance: random.Random) -> None:
    if not elements:
        return
    one, two = chance.choice(elements), chance.choice(elements)
    above = one.getparent()
    assert above is not None
    match chance.randrange(6):
        case 0:
            above.remove(one)
        case 1:
            for _ in range(chance.choice((1, 40))):
                one.addnext(deepcopy(one))
        case 2 if two not in one.iterancestors() and one is not two and one not in two.iterancestors():
            two.append(one)
        case 3:
            one.tag = two.tag
        case 4:
            for key in list(one.attrib):
                one.set(key, chance.choice(("-1", "", "x", "99999999999", "²", "1.5", "true")))
        case _:
            one.text = chance.choice(("", " ", "\t", "[^1]: <w:p/> {{ x }}", "\u0600\u202e", "1. Kort om boligområdet"))
