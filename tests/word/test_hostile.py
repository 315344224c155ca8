"""What people and programs put into texts comes out whole, or is refused with its place; nothing vanishes and nothing runs."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest

from aftale_builder.findings import Place
from aftale_builder.word.faults import ValuesError
from aftale_builder.word.filling import fill
from aftale_builder.word.proof import prove
from aftale_builder.word.reading import Kind, read
from aftale_builder.word.values import Bullets, Heading, Paragraph, Table, inline, prose
from tests.word.making import docx, p, row, saved, tbl
from tests.word.validity import assert_valid

TAGS = ["{{ 7*7 }}", "{% raw", "{%p if x %}", "{# note #}", "{_{ x }_}", "}} {{", "{{ cycler.__init__.__globals__ }}"]
MARKUP = ["A & B <b>", "]]>", "<![CDATA[x]]>", "&amp;", "&#65;", "<!-- x -->", "[x]: y", "[^x", "|", "C:\\temp\\ny"]
LETTERS = [
    "😀👩\u200d👩\u200d👧",
    unicodedata.normalize("NFD", "Åå øre"),
    "x" + "\u0301" * 50,
    "ﷺ",
    "a\u202eb",
    "a\u2028b",
    "«»„“",
]
SPACES = ["bo\u00adlig\u00adom\u00adråde", "\u00a0NBSP\u00a0", "o" * 20_000]
OUR_OWN = ["\ue0000\ue001", "\ue0020\ue003x\ue004", "\ufffc"]
FIGURES = ["1.250", "0123", "NEJ", "12:30", "-5 grader"]
WHOLE = [*TAGS, *MARKUP, *LETTERS, *SPACES, *OUR_OWN, *FIGURES]
REFUSED = ["\ufffe", "\uffff", "a\x0bb", "\x00", "\x1f", "\ud800"]
MARKERS = ["1. ", "# ", "- ", "> ", "![x](y)", "[](z)", "[[ukendt]]", "[^1]: note", "a|b\n-|-\n1|2|3"]


class At:
    """The place of the hostile value."""

    def place(self) -> Place:
        return Place("aftale.yaml", "her", 7)


PLACE = At()


def everywhere(text: str) -> dict[str, Any]:
    """Return a view with the text in every kind of place."""
    organs = (
        Heading(1, inline(text, PLACE)),
        Paragraph(inline(text, PLACE), "Navn"),
        Bullets((inline(text, PLACE),)),
        Table(("Kolonne",), ((inline(text, PLACE),),)),
    )
    return {
        "kort": inline(text, PLACE),
        "lang": prose("[[organer]]", PLACE, {"organer": organs}),
        "liste": [{"a": inline(text, PLACE)}],
        "egenskaber": {"titel": inline(text, PLACE)},
    }


BODY = (
    p("{{ kort }}", "Overskrift1")
    + p("Navn: {{ kort }}, {% if kort %}{{ kort }}{% endif %}.")
    + p("{{p lang }}")
    + tbl(row("{%tr for x in liste %}", ""), row("{{ x.a }}", "fast"), row("{%tr endfor %}", ""))
)


@pytest.mark.parametrize("text", WHOLE, ids=lambda text: ascii(text)[:30])
def test_a_short_text_comes_out_whole_everywhere(text: str, tmp_path: Path) -> None:
    template = saved(tmp_path, docx(BODY, header=p("{{ kort }}")))
    data = fill(template, everywhere(text))
    assert prove(template, everywhere(text), data) == ()
    assert_valid(data)
    units = [unit.text for unit in read(data).units if unit.kind is Kind.PARAGRAPH and unit.text]
    assert units == [text, f"Navn: {text}, {text}.", text, f"Navn: {text}", text, "Kolonne", text, text, "fast", text]
    assert read(data).title == " ".join(text.split())


@pytest.mark.parametrize("text", [text for text in WHOLE if "_" not in text], ids=lambda text: ascii(text)[:30])
def test_prose_comes_out_whole(text: str, tmp_path: Path) -> None:
    template = saved(tmp_path, docx(p("{{p lang }}")))
    values = {
        "lang": prose(f"Før {text} efter\n\n- {text}\n\n{text}\n\na | b\n--|--\n{text.replace('|', chr(92) + '|')} | 2", PLACE),
        "egenskaber": {"titel": "T"},
    }
    data = fill(template, values)
    assert prove(template, values, data) == ()
    assert_valid(data)
    units = [unit.text for unit in read(data).body if unit.kind is Kind.PARAGRAPH and unit.text]
    # White space at the edges of a paragraph is no part of Markdown's text; a backslash before punctuation is its sign.
    said = text.strip()
    assert units == [f"Før {text} efter", said, said, "a", "b", said, "2"]


@pytest.mark.parametrize("text", REFUSED, ids=ascii)
def test_what_xml_cannot_hold_is_refused_with_its_place(text: str, tmp_path: Path) -> None:
    for values in (
        everywhere(text),
        {"kort": "x", "lang": prose(f"a {text} b", PLACE), "liste": [], "egenskaber": {"titel": "T"}},
    ):
        with pytest.raises(ValuesError) as caught:
            fill(saved(tmp_path, docx(BODY)), values)
        assert {(fault.code, fault.at) for fault in caught.value.faults} == {("KLD010", PLACE)}


@pytest.mark.parametrize("text", MARKERS)
def test_prose_of_which_words_or_signs_would_vanish_is_refused_with_its_place(text: str, tmp_path: Path) -> None:
    values = {"lang": prose(text, PLACE), "egenskaber": {"titel": "T"}}
    with pytest.raises(ValuesError) as caught:
        fill(saved(tmp_path, docx(p("{{p lang }}"))), values)
    assert {(fault.code, fault.at) for fault in caught.value.faults} == {("KLD012", PLACE)}


@pytest.mark.parametrize("text", MARKERS)
def test_the_same_signs_in_a_short_text_are_text(text: str, tmp_path: Path) -> None:
    template = saved(tmp_path, docx(p("{{ kort }}")))
    values = {"kort": text, "egenskaber": {"titel": "T"}}
    assert [unit.text for unit in read(fill(template, values)).body] == [text]
