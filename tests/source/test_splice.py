"""Writing back moves nothing else."""

from __future__ import annotations

import pytest

from aftale_builder.source.compose import compose
from aftale_builder.source.node import Mapping, Node, Scalar, SourceFile
from aftale_builder.source.splice import Edit, splice


def no_include(scalar: Scalar) -> Node:
    raise AssertionError(scalar)


def file_and_root(text: str, *, bom: bool = False) -> tuple[SourceFile, Mapping]:
    file = SourceFile("a.yaml", text, bom)
    root = compose(file, [], no_include)
    assert isinstance(root, Mapping)
    return file, root


def test_only_the_values_change() -> None:
    file, root = file_and_root("# først\r\na:   1  # en\r\nb: {c: 'x'}\r\n", bom=True)
    b = root.entries["b"]
    assert isinstance(b, Mapping)
    edits = [Edit(b.entries["c"].span, "|\n  y"), Edit(root.entries["a"].span, "2")]
    assert splice(file, edits) == "\ufeff# først\r\na:   2  # en\r\nb: {c: |\r\n  y}\r\n".encode()


def test_no_edit_gives_the_same_bytes() -> None:
    file, _ = file_and_root("a: å # ok\n")
    assert splice(file, []) == "a: å # ok\n".encode()


def test_overlapping_edits_are_refused() -> None:
    file, root = file_and_root("a: {b: 1}\n")
    a = root.entries["a"]
    assert isinstance(a, Mapping)
    with pytest.raises(ValueError, match="overlap"):
        splice(file, [Edit(a.span, "x"), Edit(a.entries["b"].span, "y")])


def test_an_edit_of_another_file_is_refused() -> None:
    file, _ = file_and_root("a: 1\n")
    _, other = file_and_root("a: 1\n")
    with pytest.raises(ValueError, match="edit of"):
        splice(file, [Edit(other.entries["a"].span, "x")])
