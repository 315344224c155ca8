"""A pattern is compiled when it is first used, and is then as any other."""

import re

import pytest

from aftale_builder.rules.pattern import pattern


def test_a_pattern_behaves_as_a_compiled_one() -> None:
    word = pattern(r"\bord(en)?\b", re.IGNORECASE)
    assert [match[0] for match in word.finditer("Ord og ORDEN, ikke orden2")] == ["Ord", "ORDEN"]
    assert word.sub("x", "et ord") == "et x"
    assert word.pattern == r"\bord(en)?\b"


def test_a_pattern_that_is_wrong_is_told_at_its_first_use() -> None:
    wrong = pattern("(")
    with pytest.raises(re.error):
        wrong.search("a")
