"""The proof finds every damage, says where, and demands that every value is printed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from aftale_builder.findings import Place
from aftale_builder.word.expected import expected
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
