"""The proof finds every damage, says where, and demands that every value is printed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aftale_builder.findings import Place
from aftale_builder.word.expected import expected
from aftale_builder.word.faults import ValuesError
from aftale_builder.word.filling import fill
from aftale_builder.word.marks import mark
from aftale_builder.word.proof import compare, prove, stands
from aftale_builder.word.reading import read
from aftale_builder.word.values import Bullets, Heading, Paragraph, Table, inline, prose
from tests.word.damage import damages
from tests.word.making import docx, members, p, row, saved, tbl, zipped

TEXT = """Indsatsen bygger på **samarbejde** mellem mange[^1].

## Mål

- Flere i job
  1. Først
  2. Så

     og derefter
- Flere i skole[^2]

Mål | Tal
--|--:
Job | 40 pct.
Skole | 60 pct.

[[organer]]

> Citat

[^1]: Kommune og *boligorganisationer*.

[^2]: Se <http://lbf.dk>.

    Og mere.
"""
ORGANS = (
    Heading(1, inline("Bestyrelsen")),
    Paragraph(inline("Direktør Hansen"), "Formand"),
    Bullets((inline("Prioritering"), inline("Opfølgning"))),
    Table(("Part", "Rolle"), ((inline("FOB"), prose("Formand\n\nog kasserer")), (inline("Kommunen"), inline("")))),
)
BULLET = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
BODY = (
    p("{{ navn }}", "Overskrift1")
    + p("Fast tekst i skabelonen")
    + p("{{p tekst }}")
    + p("{%p if udkast %}")
    + p("Udkast")
    + p("{%p else %}")
    + p("Endelig")
    + p("{%p endif %}")
    + tbl(
        row("Navn", "Opgave"), row("{%tr for x in liste %}", ""), row("{{ x.navn }}", "{{ x.opgave }}"), row("{%tr endfor %}", "")
    )
)


class At:
    """A place in the YAML."""

    def __init__(self, path: str) -> None:
        self.path = path

    def place(self) -> Place:
        return Place("aftale.yaml", self.path, 3)


def view(**more: Any) -> dict[str, Any]:
    return {
        "navn": inline("Solbakken", At("navn")),
        "tekst": prose(TEXT, At("beskrivelse"), {"organer": ORGANS}),
        "udkast": False,
        "liste": [
            {"navn": inline(f"Navn {number}", At(f"liste/{number}")), "opgave": inline(f"Opgave {number}")} for number in range(5)
        ],
        "egenskaber": {"titel": "Aftale om Solbakken"},
        **more,
    }


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved(tmp_path_factory.mktemp("proof"), docx(BODY, header=p("{{ navn }} – side")))


@pytest.fixture(scope="module")
def data(template: Path) -> bytes:
    return fill(template, view())


def changed(data: bytes, part: str, old: str, new: str) -> bytes:
    """Return the file with one stretch of a part's XML replaced."""
    stored = members(data)
    text = stored[part].decode()
    assert old in text
    return zipped({**stored, part: text.replace(old, new, 1).encode()})


def test_a_filled_file_is_proven(template: Path, data: bytes) -> None:
    assert prove(template, view(), data) == ()


@pytest.mark.langsom
def test_a_thousand_random_damages_are_all_found(template: Path, data: bytes) -> None:
    stream = expected(template.read_bytes(), view(), mark(view()))
    assert compare(stream, data, "") == ()
    missed = [told for told, damaged in damages(data, 1000, seed=20260727) if not compare(stream, damaged, "")]
    assert missed == []


def test_a_mismatch_names_document_unit_anchor_and_both_texts(template: Path, data: bytes) -> None:
    (found,) = prove(template, view(), changed(data, "word/document.xml", "Navn 3", "Navn"), document="Aftale.docx")
    assert (found.document, found.expected, found.found) == ("Aftale.docx", "Navn 3", "Navn")
    assert [anchor.place().path for anchor in found.anchors] == ["liste/3"]
    assert found.message == (
        "Aftale.docx, et afsnit i brødteksten efter «Opgave 2»: her skulle stå «Navn 3», men der står «Navn»."
    )
    assert (found.hit.at.place().path, found.hit.message) == ("liste/3", found.message)


def test_a_lost_word_of_prose_is_found_at_its_key(template: Path, data: bytes) -> None:
    (found,) = prove(template, view(), changed(data, "word/document.xml", "Flere i job", "Flere i"))
    assert [anchor.place().path for anchor in found.anchors] == ["beskrivelse"]


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/header1.xml", "Solbakken", "Solbakke"),
        ("word/footnotes.xml", "Kommune og ", "Kommune"),
        ("docProps/core.xml", "Aftale om Solbakken", "Aftale"),
        ("word/document.xml", "Fast tekst i skabelonen", "Fast tekst"),
        ("word/document.xml", "Endelig", "Udkast"),
        ("word/document.xml", "Formand:", "Formand"),
        ("word/document.xml", "60 pct.", "61 pct."),
        ("word/document.xml", "</w:body>", "<w:p><w:r><w:t>Mere</w:t></w:r></w:p></w:body>"),
    ],
)
def test_every_part_is_compared(template: Path, data: bytes, part: str, old: str, new: str) -> None:
    assert prove(template, view(), changed(data, part, old, new))


@pytest.mark.parametrize(
    ("part", "old", "new", "flaw"),
    [
        ("document", 'Reference w:id="2"', 'Reference w:id="1"', "den henviser til note 1, men skal henvise til note 2"),
        ("document", 'Reference w:id="2"', 'Reference w:id="1"', "der er ingen henvisning til noten"),
        ("document", '"Overskrift1"', '"Overskrift2"', "overskriften er på et andet niveau (2, skal være 1)"),
        ("document", '"Heading3"', '"ListContinue2"', "overskriften er blevet til et almindeligt afsnit"),
        ("document", '"ListContinue2"', '"Heading3"', "et almindeligt afsnit er blevet til en overskrift"),
        ("document", '<w:ilvl w:val="1"/>', '<w:ilvl w:val="2"/>', "punktet står på et andet niveau i listen (3, skal være 2)"),
        ("document", BULLET, "", "det er ikke længere et punkt i en liste"),
        ("document", '"ListContinue2"/>', f'"ListContinue2"/>{BULLET}', "et afsnit uden for lister er blevet til et punkt"),
        ("document", '<w:numId w:val="2"/>', '<w:numId w:val="1"/>', "punktet har ikke noget nummer, men skal have nummer 1"),
        ("document", '<w:numId w:val="1"/>', '<w:numId w:val="2"/>', "punktet har nummer 1, men skal ikke have noget nummer"),
        ("numbering", '<w:startOverride w:val="1"/>', '<w:startOverride w:val="3"/>', "punktets nummer er 3, skal være 1"),
        ("_rels/footnotes", "http://lbf.dk", "http://ibf.dk", "et andet sted hen (til http://ibf.dk"),
        ("_rels/footnotes", ' TargetMode="External"', "", "linket på «http://lbf.dk» er forsvundet"),
        ("document", "<w:b/>", "", "fed skrift er forsvundet fra «samarbejde»"),
        ("document", "<w:b/>", "<w:b/><w:i/>", "«samarbejde» står med kursiv skrift, men skal ikke"),
        ("footnotes", "<w:i/>", "", "kursiv skrift er forsvundet fra «boligorganisationer»"),
    ],
)
def test_what_the_words_do_not_tell_is_compared_too(
    template: Path, data: bytes, part: str, old: str, new: str, flaw: str
) -> None:
    name = f"word/{part}.xml" + (".rels" if part.startswith("_rels") else "")
    found = prove(template, view(), changed(data, name, old, new))
    assert any(flaw in item.message for item in found)


def test_a_flaw_is_told_with_the_words_and_the_place(template: Path, data: bytes) -> None:
    (found,) = prove(template, view(), changed(data, "word/document.xml", "<w:b/>", ""), document="Aftale.docx")
    assert found.message == (
        "Aftale.docx, et afsnit i brødteksten efter «Fast tekst i skabelonen», "
        "«Indsatsen bygger på samarbejde mellem mange[note].»: fed skrift er forsvundet fra «samarbejde»."
    )
    assert [anchor.place().path for anchor in found.anchors] == ["beskrivelse"]


def test_a_templates_own_looks_lists_and_notes_are_expected_as_they_will_come(tmp_path: Path) -> None:
    level = '<w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    numbered = f"<w:p><w:pPr>{BULLET}</w:pPr><w:r><w:t>{{{{ x }}}}</w:t></w:r></w:p>"
    bold = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{% if ja %}fed {{ a }} {% endif %}</w:t></w:r>'
    mixed = f"<w:p><w:r><w:t>før</w:t></w:r>{bold}<w:r><w:rPr><w:i/></w:rPr><w:t>efter</w:t></w:r></w:p>"
    prosaic = "<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>{{p t }}</w:t></w:r></w:p>"
    loop = p("{%p for x in liste %}") + numbered + p("{%p endfor %}")
    template = saved(tmp_path, docx(loop + mixed + prosaic, numbering=numbering))
    for yes in (True, False):
        values = {"liste": ["a", "b"], "ja": yes, "a": "A", "t": prose("x **y**\n\n- z"), "egenskaber": {"titel": "T"}}
        file = fill(template, values)
        assert [item.message for item in prove(template, values, file) if yes or "«a»" not in item.unit] == []
        assert [unit.item.value for unit in read(file).body if unit.item and unit.item.ordered] == [4, 5]
        assert prove(template, values, changed(file, "word/document.xml", "<w:i/>", ""))


@pytest.mark.parametrize(
    "link", ["http://æblegård.dk/ø?å=100%#æ", "http://x.dk/a%20b", "mailto:å@bø.dk", "http://x.dk/a(b)?c=d&e=[f]", "/sti/æ"]
)
def test_a_link_is_known_however_its_address_is_written(tmp_path: Path, link: str) -> None:
    template = saved(tmp_path, docx(p("{{p t }}")))
    values = {"t": prose(f"[her]({link})"), "egenskaber": {"titel": "T"}}
    assert prove(template, values, fill(template, values)) == ()


BLOCKS = (
    "# ",
    "## ",
    "- ",
    "1. ",
    "7) ",
    "> ",
    "  - ",
    "   1. ",
    "\n",
    "\n\n",
    "[[organer]]\n",
    "A | B\n--|:-:\n**x** | [l](http://a.dk)\n",
)
INSIDE = ("ord", "å", "**", "*", "_", "`", "[a](http://bø.dk/å%20x)", "<http://x.dk/?a=1&b>", "**fed *begge* fed**", "\\\n", " ")


@given(st.lists(st.sampled_from((*BLOCKS, *INSIDE)), max_size=20).map("".join), st.booleans())
@settings(max_examples=200, deadline=None)
def test_whatever_can_be_set_is_proven(template: Path, text: str, noted: bool) -> None:
    note = "\n\nx[^1]\n\n[^1]: note **f**\n\n    - x\n    1. y" if noted else ""
    values = view(tekst=prose(text + note, None, {"organer": ORGANS}))
    try:
        file = fill(template, values)
    except ValuesError:
        return
    assert prove(template, values, file) == ()


def test_another_view_does_not_fit(template: Path, data: bytes) -> None:
    assert prove(template, view(udkast=True), data)
    assert prove(template, view(liste=[]), data)
    assert prove(template, view(egenskaber={"titel": "Anden"}), data)


def test_a_value_that_is_printed_nowhere_is_told(template: Path) -> None:
    more = view(glemt=inline("Vigtig", At("glemt")), tom=inline(" "), gruppe=[{"a": "b"}])
    found = prove(template, more, fill(template, more))
    assert [(item.expected, item.anchors[0].place().path if item.anchors else None) for item in found] == [
        ("Vigtig", "glemt"),
        ("b", None),
    ]
    assert "gruppe[0].a" in found[1].message


def test_guidance_of_the_template_is_found_and_that_of_an_author_is_not(tmp_path: Path) -> None:
    template = saved(tmp_path, docx(p("(Vejledende tekst) {{ a }}")))
    values = {"a": "Kommune XX {{ a }}", "egenskaber": {"titel": "T"}}
    file = fill(template, values)
    assert prove(template, values, file) == ()
    assert [item.found for item in prove(template, values, file, forbidden=[r"Kommune XX", r"Vejledende \w+"])] == [
        "Vejledende tekst"
    ]


def test_fixed_wording_stands_whole_and_in_order(tmp_path: Path) -> None:
    word = read(
        docx(p("1. Kort om boligområdet") + p("En  ansvarlig bestyrelse skal nedsættes.") + p("Navn: x") + p("Se http://lbf.dk."))
    )
    given = ["1. Kort om boligområdet", "En ansvarlig **bestyrelse** skal nedsættes.", "Navn:", "Se <http://lbf.dk>."]
    assert stands(given, word) == ()
    assert [item.expected for item in stands([given[1], given[0], given[3]], word)] == [given[0]]
    assert [item.expected for item in stands(["En bestyrelse"], word, "A.docx")] == ["En bestyrelse"]
    assert [item.expected for item in stands(["Navn:", "Navn:"], word)] == ["Navn:"]
