"""The pages of the documents, as LibreOffice sets them: of the sample, and of an agreement of extremes."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from aftale_builder.documents.facts import Facts
from aftale_builder.documents.pdf import NoLibreOfficeError, convert, program
from aftale_builder.documents.rendering import render_all
from aftale_builder.model import load
from tests.documents.making import SAMPLE, generation
from tests.layout import stress
from tests.layout.faults import SIDE, cut_rows, empty_ends, faults, signs
from tests.layout.pages import Page, pages

pytestmark = pytest.mark.langsom
_BOOK_SIDE = 33.0
_BEGINNING = ("Underskrifter", "Aftaledokumenter", "Indhold")
"""What begins a page of its own."""
_ENTRY = re.compile(r"(.+?)\.{5,} ?(\d+)")
_ROWS = {"Milepælsplan": stress.MILESTONES, "Budget": stress.POSTS}


def _made(folder: Path, *, draft: bool, target: Path) -> dict[str, list[Page]]:
    loaded = load(folder)
    assert loaded.aftale is not None
    assert not loaded.faults
    files = {file.name: file.data for file in render_all(Facts(loaded.aftale, generation(), draft=draft))}
    for name, data in convert(files).items():
        (target / name).write_bytes(data)
    return {path.stem: pages(path) for path in sorted(target.glob("*.pdf"))}


@pytest.fixture(scope="module")
def tools() -> None:
    try:
        program()
    except NoLibreOfficeError:
        pytest.skip("LibreOffice is not installed")
    if not (shutil.which("pdftotext") and shutil.which("pdftohtml")):
        pytest.skip("poppler is not installed")


@pytest.fixture(scope="module")
def extremes(tools: None, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    folder = tmp_path_factory.mktemp("stress")
    return _made(stress.write(folder / "aftale"), draft=True, target=folder)


@pytest.fixture(scope="module")
def sample(tools: None, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    return _made(SAMPLE, draft=False, target=tmp_path_factory.mktemp("solbakken"))


def _wrong(documents: dict[str, list[Page]]) -> Iterator[str]:
    for name, found in documents.items():
        for told in (*faults(found, _BOOK_SIDE if name == "Budget" else SIDE), *cut_rows(found)):
            yield f"{name}, {told}"


def test_nothing_is_wrong_with_the_pages_of_the_sample(sample: dict[str, list[Page]]) -> None:
    assert list(_wrong(sample)) == []


def test_nothing_is_wrong_with_the_pages_of_extremes(extremes: dict[str, list[Page]]) -> None:
    assert list(_wrong(extremes)) == []


def _empty(documents: dict[str, list[Page]], most: float) -> list[str]:
    return [
        f"{name}, {told}" for name, found in documents.items() if name != "Budget" for told in empty_ends(found, most, _BEGINNING)
    ]


def test_no_page_in_the_middle_of_a_document_is_more_than_a_third_empty(sample: dict[str, list[Page]]) -> None:
    assert _empty(sample, 1 / 3) == []


def test_nor_is_one_half_empty_where_every_name_and_row_is_the_longest(extremes: dict[str, list[Page]]) -> None:
    assert _empty(extremes, 1 / 2) == []


def test_the_contents_of_a_pdf_tell_on_which_page_each_heading_is(sample: dict[str, list[Page]]) -> None:
    found = sample["Indberetningsskema"]
    told = [match.groups() for line in found[1].lines if (match := _ENTRY.fullmatch(line.text))]
    assert len(told) > 20
    for words, number in told:
        assert words in [line.text for line in found[int(number) - 1].lines], (words, number)


@pytest.mark.parametrize("name", _ROWS)
def test_every_row_of_extremes_is_there(extremes: dict[str, list[Page]], name: str) -> None:
    assert len({number for page in extremes[name] for number in signs(page)}) >= _ROWS[name]


def test_every_page_of_a_draft_says_so(extremes: dict[str, list[Page]]) -> None:
    for name, found in extremes.items():
        unmarked = [page.number for page in found if "UDKAST" not in "".join(word.text for word in page.words)]
        assert not unmarked, name


def test_a_table_does_not_end_with_one_row_alone_on_a_page(extremes: dict[str, list[Page]]) -> None:
    last = extremes["Milepælsplan"][-1]
    assert len(signs(last)) > 1
