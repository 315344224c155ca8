"""A word of a value is found again in the file, whatever style it is written in."""

from __future__ import annotations

import pytest

from aftale_builder.source.compose import compose
from aftale_builder.source.node import Mapping, Node, Scalar, SourceFile


def no_include(scalar: Scalar) -> Node:
    raise AssertionError(scalar)


@pytest.mark.parametrize(
    "written",
    [
        "a: et ORD her\n",
        "a: 'it''s et ORD her'\n",
        'a: "et\\tog\\u00e6 ORD her"\n',
        "a: |\n  første\n\n  et ORD her\n",
        "a: |\r\n  første\r\n  et ORD her\r\n",
        "a: |2\n    indrykket\n  et ORD her\n",
        "a: >\n  første linje\n  som folder\n\n  et ORD her\n",
        "a: første linje\n  og ORD her\n",
        'a: "første linje\n  og ORD her"\n',
        'a: "første \\\n   \\  og \\\r\n   ORD her"\n',
        "a: a\u030ae\u0301 ORD\n",
        "{a: 😀 ORD}\n",
    ],
)
def test_a_word_is_found_in_its_file(written: str) -> None:
    root = compose(SourceFile("a.yaml", written), [], no_include)
    assert isinstance(root, Mapping)
    node = root.entries["a"]
    assert isinstance(node, Scalar)
    start = node.value.index("ORD")
    assert node.at(start, start + 3).span.text == "ORD"
