"""The committed templates are what the script builds, slim, Danish, valid, and say whose form they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from aftale_builder.documents.registry import Design, documents
from aftale_builder.documents.word_paper import WordPaper, template_folder
from aftale_builder.regulation.fast_tekst import GIVES_WAY
from aftale_builder.word.package import open_package
from aftale_builder.word.proof import stands
from aftale_builder.word.reading import read
from tests.documents.making import generation, sample_facts
from tests.word.validity import assert_valid
from tools.build_templates import GENERATION, files

BUILT = files()
FOLDER = template_folder(GENERATION)
TEMPLATES = sorted(name for name in BUILT if name.endswith(".docx"))
OURS = sorted(set(TEMPLATES) - {"strategisk-samarbejdsaftale.docx"})


def test_the_folder_holds_what_the_script_builds_byte_for_byte() -> None:
    assert {path.name: path.read_bytes() for path in FOLDER.iterdir()} == BUILT


def test_every_template_has_a_page_that_tells_where_its_wording_comes_from() -> None:
    assert {Path(name).stem for name in BUILT if name.endswith(".md")} == {Path(name).stem for name in TEMPLATES}


def test_every_template_is_used_by_a_document() -> None:
    papers = (paper for document in documents() for paper in document.papers(sample_facts()))
    assert {paper.template.name for paper in papers if isinstance(paper, WordPaper)} == set(TEMPLATES)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_valid(name: str) -> None:
    assert_valid(BUILT[name])


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_slim_and_danish(name: str) -> None:
    package = open_package(BUILT[name])
    styles = package.read("word/styles.xml")
    assert len(styles) < 20_000
    assert b'w:lang w:val="da-DK"' in styles
    assert not any("stylesWithEffects" in part or part.startswith("customXml") for part in package.names)


@pytest.mark.parametrize("name", OURS)
def test_our_own_designs_say_that_they_are_not_the_funds(name: str) -> None:
    said = "\n".join(unit.text for unit in read(BUILT[name]).body)
    own = (
        "LBF har ingen skabelon til kommissoriet"
        if name == "kommissorium.docx"
        else "Ikke LBF’s skabelon: brug skabelonen på sagen"
    )
    assert own in said


def test_the_funds_form_says_no_such_thing() -> None:
    assert "Ikke LBF" not in "\n".join(unit.text for unit in read(BUILT["strategisk-samarbejdsaftale.docx"]).units)


def test_the_funds_form_has_its_fixed_wording_in_order_and_no_guidance() -> None:
    word = read(BUILT["strategisk-samarbejdsaftale.docx"])
    fixed = (tekst.tekst for tekst in generation().fast_tekst if tekst.art not in GIVES_WAY and not tekst.for_hver)
    assert stands(fixed, word) == ()
    said = {unit.text for unit in word.units}
    assert not said & {tekst.ren for tekst in generation().fast_tekst if tekst.art in GIVES_WAY}


def test_designs_are_told_rightly() -> None:
    designs = {document.id: document.design for document in documents()}
    assert [name for name, design in designs.items() if design is Design.LBF] == ["strategisk-samarbejdsaftale"]
    for annex in generation().bilag:
        assert designs[annex.id] is (Design.EGEN if annex.skabelon else Design.UDEN_SKABELON)
