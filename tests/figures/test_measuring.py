"""Words in a width: what a line takes, and that nothing is lost where it is broken."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from aftale_builder.figures.drawing import Text
from aftale_builder.figures.measuring import height, in_lines, length, line_height, lines, portions, set_lines
from tests.figures.making import words


def test_a_line_is_as_long_as_in_arial() -> None:
    """By Arial's own widths «Hej» is (722 + 556 + 222) thousandths of the size; three in a hundred more are reckoned with."""
    assert length("Hej", 20) == 309
    assert length("Hej", 20, bold=True) > length("Hej", 20)
    assert length("Hej", 40) == 2 * length("Hej", 20)


def test_an_unknown_sign_is_reckoned_as_wide_as_any() -> None:
    assert length("漢", 20) >= length("W", 20, bold=True)


@given(words, st.integers(300, 9_000))
def test_the_lines_are_the_text_and_none_is_too_long(word: str, width: int) -> None:
    text = Text(word)
    found = lines(text, width)
    assert "".join(found) == text.words
    assert all(length(line.rstrip(), text.size) <= width or len(line.strip()) == 1 for line in found)


def test_a_line_breaks_at_spaces_and_after_hyphens_before_it_breaks_in_a_word() -> None:
    assert lines(Text("bolig-social indsats"), length("bolig-", 18))[0] == "bolig-"
    assert lines(Text("en to"), length("en to", 18)) == ("en to",)
    assert lines(Text("en to"), length("en to", 18) - 1) == ("en ", "to")
    assert lines(Text(""), 100) == ("",)


@given(st.lists(words.map(Text), max_size=8), st.integers(400, 8_000), st.integers(210, 5_000))
def test_portions_hold_all_and_none_is_too_high(texts: list[Text], width: int, most: int) -> None:
    made = portions(texts, width, most)
    assert "".join(text.words for portion in made for text in portion).replace(" ", "") == "".join(
        text.words for text in texts
    ).replace(" ", "")
    assert all(height(portion, width) <= max(most, line_height(18)) for portion in made)


def test_a_word_longer_than_a_line_is_parted_with_a_hyphen_where_danish_parts_it() -> None:
    width = length("kommunalvalg/folke-", 18)
    assert set_lines(Text("Ved kommunalvalg/folketingsvalg, år"), width) == ("Ved kommu-", "nalvalg/folketings-", "valg, år")


def test_a_word_that_has_no_such_place_is_cut_where_the_line_ends() -> None:
    assert set_lines(Text("x" * 30), length("x" * 20, 18)) == ("x" * 20, "x" * 10)


@given(words, st.integers(700, 9_000))
def test_a_parted_line_fits_with_its_hyphen_and_no_word_is_lost(word: str, width: int) -> None:
    text = Text(word)
    assert all(length(line, 18) <= width for line in set_lines(text, width))
    said = in_lines(text, width)
    assert re.sub(r"[- ]", "", "".join(said)) == re.sub(r"[- ]", "", text.words)
    if all(length(piece, 18) <= width for piece in text.words.split()):
        assert said == (text.words,)
