"""Names in a lone Word file: the commonest spelling is right, for nobody has said how they are spelt."""

from __future__ import annotations

import pytest

from aftale_builder.rules.finished import Spot
from aftale_builder.rules.lines import Line, Paper
from aftale_builder.rules.passages import Passage
from aftale_builder.rules.spelling import other_spellings
from aftale_builder.rules.story import Name, Named, Story

GIVEN = Spot("fil.docx", "Aftalens parter", 1)


def told(name: str, *words: str, first_is_given: bool = False) -> list[tuple[str, str, int | None, int | None]]:
    """Return each other spelling: as written, how it should be, its paragraph, that of what is right."""
    spots = [GIVEN if first_is_given and not at else Spot("fil.docx", "2. Vision", at + 10) for at in range(len(words))]
    lines = (Line(text, Passage(text, "", spot), 0, Paper.SAMARBEJDSAFTALE) for text, spot in zip(words, spots, strict=True))
    names = (Name(Named.PART, name, (), GIVEN), Name(Named.PART, "Aaby Politi", (), GIVEN))
    story = Story(tuple(lines), names, None, None, None, None)
    return [(one.written, one.right, one.at.place().paragraph, one.given.place().paragraph) for one in other_spellings(story)]


def test_the_given_spelling_is_the_odd_one_where_another_is_commoner() -> None:
    assert told("Aaby Kommnue", "Det ved Aaby Kommune.", "Aaby Kommune ved det.") == [("Aaby Kommnue", "Aaby Kommune", 1, 10)]


def test_each_place_of_the_given_spelling_is_told() -> None:
    words = ("Det ved Aaby Kommunes folk.", "Aaby Kommnues folk.", "Aaby Kommune.", "Aaby Kommune.")
    assert told("Aaby Kommnue", *words) == [
        ("Aaby Kommnue", "Aaby Kommune", 1, 10),
        ("Aaby Kommnue", "Aaby Kommune", 11, 10),
    ]


def test_the_given_spelling_is_right_where_as_many_have_it() -> None:
    assert told("Aaby Kommune", "Det ved Aaby kommune.") == [("Aaby kommune", "Aaby Kommune", 10, 1)]
    words = ("Det ved Aaby kommune.", "Aaby kommune.", "Aaby Kommunes folk.")
    assert [one[:2] for one in told("Aaby Kommune", *words)] == [("Aaby kommune", "Aaby Kommune")] * 2


def test_the_place_of_the_name_is_not_counted_twice() -> None:
    words = ("Aaby Kommune", "Det ved Aaby kommune.", "Aaby kommune ved det.")
    assert told("Aaby Kommune", *words, first_is_given=True) == [("Aaby Kommune", "Aaby kommune", 1, 11)]


def test_the_rarer_of_the_others_are_held_to_the_commonest_too() -> None:
    words = ("Aaby-Kommune.", "Det ved Aaby kommune.", "Aaby kommune.")
    assert told("Aaby Kommune", *words) == [("Aaby Kommune", "Aaby kommune", 1, 11), ("Aaby-Kommune", "Aaby kommune", 10, 11)]


def test_a_word_alone_is_held_to_the_word_of_the_name() -> None:
    assert told("Aaby Kommune", "Det ved Kommnue.", "Det ved Kommnue.") == [
        ("Kommnue", "Kommune", 10, 1),
        ("Kommnue", "Kommune", 11, 1),
    ]


@pytest.mark.parametrize("words", ["Aaby Kommune og Aaby Politi", "Aaby Politis og AABY KOMMUNE"])
def test_nothing_is_told_of_what_is_spelt_as_given(words: str) -> None:
    assert told("Aaby Kommune", words) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Engvang Kommune", "Det ved Engvnag."),  # seven letters
        ("Engvang Kommune", "Det ved (Engvnags)."),
        ("Engvang Kommune", "Det ved Kommnue-folk."),
    ],
)
def test_a_slip_in_a_long_word_is_told(name: str, words: str) -> None:
    assert len(told(name, words)) == 1


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Engene Kommune", "Det ved Egnene."),  # six letters
        ("Aaby boligsamarbejde", "Det ved boligsamarbjede."),
        ("Aaby Bolig2030", "Det ved Boilg2030."),
        ("Engvang Kommune", "Det ved engvnag."),
        ("Engvang Kommune", "Det ved www.Engvnag.example"),
        ("Engvang og Engvag", "Engvag og Engvang."),
        ("Engvang Kommune", "Det ved nEgvang, Engvagn og Engang."),
    ],
)
def test_other_words_are_no_slips(name: str, words: str) -> None:
    assert [one for one in told(name, words) if one[0] != "Engang"] == []


def test_a_slip_that_is_another_name_is_that_name() -> None:
    names = (Name(Named.OMRAADE, "Solbakken", (), GIVEN), Name(Named.OMRAADE, "Solbaken", (), GIVEN))
    spot = Spot("fil.docx", "2. Vision", 10)
    line = Line("Det er Solbakken og Solbaken.", Passage("", "", spot), 0, Paper.SAMARBEJDSAFTALE)
    assert list(other_spellings(Story((line,), names, None, None, None, None))) == []
