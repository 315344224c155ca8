"""The sample's rendered files: valid, in LibreOffice without a word lost, and any damage to them is found."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from aftale_builder.documents.content import digest
from aftale_builder.documents.registry import documents
from aftale_builder.documents.rendering import Rendered, render_all
from aftale_builder.documents.word_paper import WordPaper
from aftale_builder.word.reading import Kind, Part, read
from tests.documents.making import generation, sample_facts
from tests.word.damage import damages
from tests.word.making import W, members, zipped
from tests.word.validity import assert_valid

needs_soffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice er ikke installeret")
needs_pdftotext = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext er ikke installeret")
_W = f"{{{W}}}"
_WORD = re.compile(r"\w+")
DAMAGES = 1_000


@cache
def rendered(*, draft: bool = False) -> tuple[Rendered, ...]:
    """Return the sample's files."""
    return render_all(sample_facts(draft=draft))


@cache
def word_papers() -> dict[str, WordPaper]:
    """Return what the sample's Word files are made of, by name."""
    papers = (paper for document in documents() for paper in document.papers(sample_facts()))
    return {paper.name: paper for paper in papers if isinstance(paper, WordPaper)}


WORD_FILES = sorted(word_papers())


def data_of(name: str) -> bytes:
    """Return a rendered file."""
    return next(file.data for file in rendered() if file.name == name)


@pytest.mark.parametrize("name", WORD_FILES)
def test_a_rendered_file_is_valid(name: str) -> None:
    assert_valid(data_of(name))


def test_a_rendered_draft_is_valid() -> None:
    for file in rendered(draft=True):
        if file.name.endswith(".docx"):
            assert_valid(file.data)


@pytest.mark.parametrize("name", WORD_FILES)
def test_a_rendered_file_is_titled_and_marked_as_what_it_is(name: str) -> None:
    word = read(data_of(name))
    assert word.title.endswith(": Sammen om Solbakken")
    assert [unit.text for unit in word.footers] == ["Side 1 af 1"]
    assert word.headers[-1].text.startswith("Sammen om Solbakken · ")


def test_a_draft_says_so_on_each_page() -> None:
    for file in rendered(draft=True):
        if file.name.endswith(".docx"):
            assert read(file.data).headers[0].text == "UDKAST"


def test_the_strategic_agreement_has_the_forms_table_of_nine_indicators() -> None:
    rows: list[list[str]] = []
    for unit in read(data_of("Strategisk samarbejdsaftale.docx")).body:
        if unit.kind is Kind.ROW:
            rows.append([])
        elif unit.kind is Kind.CELL:
            rows[-1].append("")
        elif unit.kind is Kind.PARAGRAPH and rows and rows[-1]:
            rows[-1][-1] += unit.text
    goals = {goal.id: goal.tekst for goal in generation().maal}
    seen: set[str] = set()
    expected = []
    for indicator in generation().indikatorer:
        expected.append(["" if indicator.maal in seen else goals[indicator.maal], indicator.navn])
        seen.add(indicator.maal)
    header = next(at for at, row in enumerate(rows) if row[0] == "Mål")
    assert rows[header] == ["Mål", "Indikator", "Baseline boligområde", "Baseline kommune", "Datakilde"]
    assert [row[:2] for row in rows[header + 1 : header + 10]] == expected


@pytest.mark.langsom
@pytest.mark.parametrize("name", WORD_FILES)
def test_the_proof_finds_every_damage(name: str) -> None:
    paper, data = word_papers()[name], data_of(name)
    count = DAMAGES // len(WORD_FILES) + 1
    assert [told for told, damaged in damages(data, count, seed=len(name)) if not paper.prove(damaged)] == []


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the sample's files, in `pdf` as LibreOffice sets them and in `igen` as it saves them anew."""
    folder = tmp_path_factory.mktemp("libreoffice")
    for file in rendered():
        (folder / file.name).write_bytes(file.data)
    _convert(folder, "pdf", "pdf", "*.*")
    _convert(folder, "docx:MS Word 2007 XML", "igen", "*.docx")
    _convert(folder, "xlsx:Calc MS Excel 2007 XML", "igen", "*.xlsx")
    return folder


def _convert(folder: Path, form: str, target: str, pattern: str) -> None:
    profile = (folder / "profil").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", form, "--outdir", str(folder / target),
         *(str(path) for path in sorted(folder.glob(pattern)) if path.is_file())],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip


def words(text: str) -> Counter[str]:
    """Return how often each word stands in a text; how lines are broken does not matter."""
    return Counter(_WORD.findall(unicodedata.normalize("NFC", text).replace("\u00ad", "")))


@pytest.mark.langsom
@needs_soffice
@needs_pdftotext
@pytest.mark.parametrize("name", WORD_FILES)
def test_libreoffice_sets_every_word(converted: Path, name: str) -> None:
    pdf = converted / "pdf" / f"{Path(name).stem}.pdf"
    set_words = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    units = read(data_of(name)).units
    body = "\n".join(unit.plain for unit in units if unit.part in (Part.BODY, Part.FOOTNOTE))
    joined = "".join(_WORD.findall(unicodedata.normalize("NFC", set_words)))  # a long word may be broken over two lines
    lost = words(body) - words(set_words)
    assert {word: number for word, number in lost.items() if joined.count(word) < number} == {}


@pytest.mark.langsom
@needs_soffice
@pytest.mark.parametrize("name", [*WORD_FILES, "Budget.xlsx"])
def test_saving_anew_in_libreoffice_is_no_edit(converted: Path, name: str) -> None:
    assert digest(name, (converted / "igen" / name).read_bytes()) == digest(name, data_of(name))


@pytest.mark.parametrize(
    ("tag", "change"),
    [
        ("footnoteReference", lambda found: found[1].set(f"{_W}id", found[0].get(f"{_W}id"))),
        ("footnoteReference", lambda found: found[0].set(f"{_W}id", "9876")),
        ("numPr", lambda found: [item.getparent().remove(item) for item in found]),
        ("startOverride", lambda found: found[0].set(f"{_W}val", "7")),
    ],
)
def test_a_note_or_a_list_led_astray_is_an_edit(tag: str, change: Callable[[list[etree._Element]], object]) -> None:
    name = "Strategisk samarbejdsaftale.docx"
    stored = members(data_of(name))
    for part in ("word/document.xml", "word/numbering.xml"):
        root = etree.fromstring(stored[part])
        if found := list(root.iter(_W + tag)):
            change(found)
            stored[part] = etree.tostring(root)
    assert digest(name, zipped(stored)) != digest(name, data_of(name))
    assert word_papers()[name].prove(zipped(stored))


def test_a_file_that_is_no_office_file_has_the_digest_of_its_bytes() -> None:
    assert digest("A.docx", b"noget andet") == digest("A.pdf", b"noget andet")
    assert digest("A.docx", b"noget andet") != digest("A.docx", b"noget tredje")


def test_a_line_end_of_another_system_is_no_edit() -> None:
    assert digest("tjekliste.md", b"a\nb\n") == digest("tjekliste.md", b"\xef\xbb\xbfa\r\nb\r\n")
