"""Whatever stands in the file, the rules judge it; none stops."""

import re
from pathlib import Path

import pytest

from tests.rules.cases import found_in, laid_over

BASE = laid_over("")
VALUES = ["[]", "x", "{x: y}", "«»"]
MORE = ["", "{}", "[x]", "[[x]]", "1.25", "!fil x.md", "&a b", "[{}]"]
_KEYS = [match.end() for match in re.finditer(r"[{\s][\wæøå]+:", BASE)]


def _value(start: int) -> int:
    """Return where the value that begins here ends, on its own line."""
    depth = 0
    for at in range(start, len(BASE)):
        if BASE[at] in "[{":
            depth += 1
        elif BASE[at] in "]}":
            depth -= 1
        if BASE[at] == "\n" or depth < 0 or (depth == 0 and BASE[at] == ","):
            return at
    return len(BASE)


@pytest.mark.parametrize("value", [*VALUES, *(pytest.param(value, marks=pytest.mark.langsom) for value in MORE)])
def test_any_value_in_any_place(value: str, tmp_path: Path) -> None:
    for start in _KEYS:
        end = _value(start)
        if BASE[start:end].strip():
            found_in(tmp_path, f"{BASE[:start]} {value}{BASE[end:]}")


@pytest.mark.parametrize("step", [31, pytest.param(7, marks=pytest.mark.langsom)])
def test_a_file_that_ends_anywhere(step: int, tmp_path: Path) -> None:
    for end in range(40, len(BASE), step):
        found_in(tmp_path, BASE[:end])
