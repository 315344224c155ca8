"""What may be wrong with a page is found."""

from __future__ import annotations

import pytest

from tests.layout.faults import cut_rows, empty_ends, faults
from tests.layout.pages import Line, Page, Word

_A = Word("Her", 60, 100, 80, 112)


def _page(*words: Word, lines: tuple[Line, ...] = (), number: int = 2) -> Page:
    return Page(number, 595, 842, words, lines)


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (_page(_A, Word("ude", 520, 100, 560, 112)), "uden for margenen"),
        (_page(Word("ude", 50, 100, 80, 112)), "uden for margenen"),
        (_page(Word("nede", 60, 815, 80, 830)), "uden for margenen"),
        (_page(_A, Word("ovenpå", 70, 103, 90, 115)), "oven i hinanden"),
        (_page(lines=(Line("lille", 100, 8.67, "#000000"),)), "kun 8.67"),
        (_page(lines=(Line("Tekst", 100, 10, "#000000"), Line("Delmål", 700, 15, "#1f3d4c"))), "står sidst"),
    ],
)
def test_a_fault_is_found(page: Page, told: str) -> None:
    assert [told in fault for fault in faults([page])] == [True]


@pytest.mark.parametrize(
    "page",
    [
        _page(_A, Word("ved", 82, 100, 100, 112), Word("under", 60, 112, 90, 124)),
        _page(lines=(Line("1", 100, 5.67, "#000000"), Line("9 punkter", 110, 9, "#000000"))),
        _page(lines=(Line("Delmål", 690, 15, "#1f3d4c"), Line("Tekst", 700, 10, "#000000"), Line("Side 2", 800, 9, "#4f5e66"))),
    ],
)
def test_what_is_well_is_let_be(page: Page) -> None:
    assert faults([page]) == []


def test_an_empty_end_of_a_page_is_found_unless_the_next_page_must_begin() -> None:
    def ends(at: float, first: str = "Tekst") -> Page:
        return _page(lines=(Line(first, 80, 10, "#000000"), Line("Tekst", at, 10, "#000000")))

    assert empty_ends([ends(700), ends(300), ends(700)], 1 / 3, ["Underskrifter"]) == ["side 2: 67% er tom"]
    assert empty_ends([ends(700), ends(300), ends(700, "Underskrifter:")], 1 / 3, ["Underskrifter"]) == []
    assert empty_ends([ends(300), ends(700), ends(300)], 1 / 3, []) == []


def test_a_cut_row_is_found() -> None:
    first, second = (_page(Word(text, 60, 100, 80, 112), number=number) for number, text in enumerate(("R7a", "R7z"), start=1))
    assert cut_rows([first, second]) == ["side 1: række 7", "side 2: række 7"]
    assert cut_rows([_page(Word("R7a", 60, 100, 80, 112), Word("R7z", 60, 120, 80, 132))]) == []
