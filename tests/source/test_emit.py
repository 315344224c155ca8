"""What is emitted comes back letter for letter."""

from __future__ import annotations

import unicodedata

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from aftale_builder.findings import Fault
from aftale_builder.source.compose import compose
from aftale_builder.source.emit import Block, Items, Raw, Remark, document, scalar
from aftale_builder.source.node import Mapping, Scalar, Sequence, SourceFile

HOSTILE = (
    *("", " ", "a ", " a", "~", "null", "NEJ", "ja", "no", "0123", "01234567", "1.250", "12:30", "2021-10-01", "71,3"),
    *("-", "- a", "? a", "a: b", "a:", "a #b", "a#b", "#", "&a", "*a", "!fil x.md", "!", "|", ">", "'", '"', "%", "@", "`"),
    *("{a}", "[a]", "a, b", "{{ 7*7 }}", "{% raw", "A & B <b>", "a\nb", "a\n\nb\n", "\ta", "a\tb", "\\", "a\\b"),
    *("\u00a0", "a\u0085b", "a\u2028b", "\ufeffa", "\U0001f3e0", "a\u0308", "soft\u00adhyphen", "\x7f", "\x9f", "a" * 20_000),
    *("---", "...", "--- a", "http://a.dk/b#c", "http://a.dk: b", "<<", "=", "y", "1e3", "0x1F", ".5", "kl. 12:30"),
    *("x:,y", "x:}", "x: "),
)


def read_back(text: str) -> str:
    faults: list[Fault] = []
    root = compose(SourceFile("a.yaml", text), faults, lambda node: node)
    assert not faults, [fault.message for fault in faults]
    assert isinstance(root, Mapping)
    node = root.entries["nøgle"]
    node = node.items[0] if isinstance(node, Sequence) else node
    assert isinstance(node, Scalar)
    assert not node.empty
    return node.value


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back(text: str) -> None:
    wanted = unicodedata.normalize("NFC", text)
    assert read_back(f"nøgle: {scalar(text)}\n") == wanted
    assert read_back(f"nøgle: [{scalar(text, flow=True)}, b]\n") == wanted


@given(
    st.text(
        st.characters(
            exclude_categories=["Cs"], exclude_characters=[*map(chr, range(9)), *map(chr, range(11, 32)), "\ufffe", "\uffff"]
        )
    )
)
def test_any_text_comes_back(text: str) -> None:
    wanted = unicodedata.normalize("NFC", text)
    assert read_back(f"nøgle: {scalar(text)}\n") == wanted
    assert read_back(f"nøgle: [{scalar(text, flow=True)}]\n") == wanted


@pytest.mark.parametrize("text", HOSTILE)
def test_other_yaml_tools_take_it_for_text(text: str) -> None:
    assert yaml.safe_load(f"a: {scalar(text)}") == {"a": text}


@pytest.mark.parametrize(
    "text", ["FOB, Fællesorganisationens Boligforening", "En fælles indsats", "http://driftsstoette.lbf.dk", "9. klasse", "A & B"]
)
def test_ordinary_text_stays_plain(text: str) -> None:
    assert scalar(text) == text


def test_a_document_is_block_style_with_its_remarks() -> None:
    root = Block((
        Remark("først\n\nsidst"),
        ("navn", "A: b"),
        ("periode", Block((("fra", Raw("2021-10-01")),))),
        ("parter", Items((Remark("her"), Block((("id", Raw("a")), ("numre", Items(("1", "x"))))), "b"))),
    ))  # fmt: skip
    assert document(root) == (
        '# først\n\n# sidst\nnavn: "A: b"\nperiode:\n  fra: 2021-10-01\n'
        'parter:\n  # her\n  - id: a\n    numre:\n      - "1"\n      - x\n  - b\n'
    )
