"""The second look at a Word file finds what the reader lost, and nothing where all is read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from aftale_builder.word.coverage import Lost, lost
from aftale_builder.word.package import open_package
from aftale_builder.word.reading import Kind, Part, WordText, read_package
from tests.word.wordfile import cell, docx, note, p, r, ref, t, table

_BOX = f"<wps:txbx><w:txbxContent>{p('i boksen')}</w:txbxContent></wps:txbx>"
_DRAWN = f'<w:r><w:drawing><a:graphic><a:graphicData uri="x">{_BOX}</a:graphicData></a:graphic></w:drawing></w:r>'
_FIELD = '<w:fldChar w:fldCharType="{}"/>'
_TOLD = (
    p("Et ", r("afsnit", "<w:b/>"), ref(1), " her.") + table(["a", cell("b", table(["c"]), "d")])
    + p("før", _DRAWN, " efter")
    + p(r(_FIELD.format("begin")), r(t("IF skjult")), r(_FIELD.format("separate")), r("vist"), r(_FIELD.format("end")))
    + p(r(f"{t('en')}<w:noBreakHyphen/>{t('to')}<w:tab/><w:sym w:font='Symbol' w:char='F0B7'/>"), r("skjult", "<w:vanish/>"))
    + p("væk", properties="<w:rPr><w:del w:id='1'/></w:rPr>") + p("videre")
    + p(r("a") + "<w:del w:id='2'><w:r><w:delText>slettet</w:delText></w:r></w:del>")
)  # fmt: skip
_RUBY = f"<w:r><w:ruby><w:rt>{r('lyd')}</w:rt><w:rubyBase>{r('tegn')}</w:rubyBase></w:ruby></w:r>"


def found(body: str, **parts: str) -> list[Lost]:
    package = open_package(docx(body, **parts))  # type: ignore[arg-type]
    return lost(package, read_package(package))


def test_nothing_is_lost_of_what_the_reader_tells() -> None:
    notes = note(2, "anden note") + note(1, "første note")
    assert (
        found(_TOLD, footnotes=notes, header=p("hoved"), footer=p("fod"), comments=f"<w:comment w:id='1'>{p('k')}</w:comment>")
        == []
    )


def test_the_real_files_are_read_whole(shared: Path) -> None:
    for file in sorted((shared / "real").glob("*.docx")):
        package = open_package(file)
        assert lost(package, read_package(package)) == []


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (p("før ", _RUBY), ["lyd"]),
        (p("før") + r("uden afsnit") + p("efter"), ["uden afsnit"]),
        (p("før") + "<m:oMathPara><m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath></m:oMathPara>", ["x+1"]),
        (p("før") + p("sidst", properties="<w:rPr><w:del w:id='1'/></w:rPr>"), ["sidst"]),
    ],
)
def test_what_the_reader_does_not_know_is_found(body: str, words: list[str]) -> None:
    gone = found(body)
    assert [one.words for one in gone] == words
    assert gone[0].after.split()[0] == "før"


@pytest.mark.parametrize("part", [Part.BODY, Part.FOOTNOTE, Part.HEADER])
def test_any_unit_that_is_dropped_cut_or_swapped_is_found(part: Part) -> None:
    package = open_package(docx(_TOLD, footnotes=note(1, "første note"), header=p("Sidens hoved")))
    word = read_package(package)
    for at, unit in enumerate(word.units):
        if unit.kind is Kind.PARAGRAPH and unit.part is part and unit.text.strip("\u2011"):
            cut = replace(unit, runs=(replace(unit.runs[-1], text=unit.runs[-1].text[:-1]), *unit.runs[:-1]))
            for damaged in ((), (cut,)):
                assert lost(package, WordText((*word.units[:at], *damaged, *word.units[at + 1 :])))
