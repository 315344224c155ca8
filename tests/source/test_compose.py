"""YAML text to nodes: every key and value with its place; what can't be used is refused with its place."""

from __future__ import annotations

import time

import pytest
import yaml

from aftale_builder.findings import Fault
from aftale_builder.source.compose import compose
from aftale_builder.source.node import Mapping, Node, Scalar, Sequence, SourceFile, Unreadable, scalars


def no_include(scalar: Scalar) -> Node:
    raise AssertionError(f"!fil {scalar.value}")


def read(text: str) -> tuple[Node | None, list[Fault]]:
    faults: list[Fault] = []
    return compose(SourceFile("a.yaml", text), faults, no_include), faults


def root_of(text: str) -> Mapping:
    root, faults = read(text)
    assert not faults
    assert isinstance(root, Mapping)
    return root


@pytest.mark.parametrize(
    ("written", "value", "style", "stretch"),
    [
        ("navn: Sydbyen\n", "Sydbyen", "plain", "Sydbyen"),
        ("navn: 'Syd''byen'\n", "Syd'byen", "single", "'Syd''byen'"),
        ('navn: "Syd\\u0041"\n', "SydA", "double", '"Syd\\u0041"'),
        ("navn: |\n  et\n  to\n", "et\nto\n", "literal", "|\n  et\n  to\n"),
        ("navn: >\n  et\n  to\n", "et to\n", "folded", ">\n  et\n  to\n"),
        ("{navn: Sydbyen, x: y}\n", "Sydbyen", "plain", "Sydbyen"),
        ("navn: 😀 æø\n", "😀 æø", "plain", "😀 æø"),
        ("navn: a\u030arhus\n", "århus", "plain", "a\u030arhus"),
        ("navn: NEJ\n", "NEJ", "plain", "NEJ"),
        ("navn: 01234567\n", "01234567", "plain", "01234567"),
        ("navn: 12:30\n", "12:30", "plain", "12:30"),
    ],
)
def test_a_value_keeps_its_text_and_its_stretch(written: str, value: str, style: str, stretch: str) -> None:
    node = root_of(written).entries["navn"]
    assert isinstance(node, Scalar)
    assert (node.value, node.style, node.span.text) == (value, style, stretch)
    assert node.key is not None
    assert node.key.text == "navn"


def test_lines_and_columns_count_characters_from_one() -> None:
    place = root_of("å: 1\nb:\r\n  c: 😀x\n").entries["b"]
    assert isinstance(place, Mapping)
    child = place.entries["c"].place()
    assert (child.line, child.column, child.end_line, child.end_column) == (3, 6, 3, 8)


def test_paths_use_ids_and_numbers_only_where_there_are_none() -> None:
    root = root_of("parter:\n  - {id: fob, navn: A}\n  - {navn: B}\n")
    parter = root.entries["parter"]
    assert isinstance(parter, Sequence)
    assert [scalar.path for scalar in scalars(parter)] == ["parter/fob/id", "parter/fob/navn", "parter/2/navn"]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("{område: 71,3, kommune: 1}", "71,3"),
        ("{område: 450.000,50, kommune: 1}", "450.000,50"),
        ("{område: 22,5 mio., kommune: 1}", "22,5 mio."),
        ("{område: 71,3}", "71,3"),
    ],
)
def test_danish_decimals_in_braces_stay_one_number(written: str, value: str) -> None:
    root = root_of(written)
    node = root.entries["område"]
    assert isinstance(node, Scalar)
    assert node.value == value == node.span.text


def test_two_numbers_in_a_list_stay_two() -> None:
    node = root_of("numre: [12,34]").entries["numre"]
    assert isinstance(node, Sequence)
    assert len(node.items) == 2


@pytest.mark.parametrize(
    ("written", "code", "stretch"),
    [
        ("a: &x 1\n", "KLD003", "&x 1"),
        ("a: 1\nb: *x\n", "KLD003", "*x"),
        ("a: {<<: {b: 1}}\n", "KLD003", "<<"),
        ("a: !!str 1\n", "KLD003", "!!str 1"),
        ("a: !andet x\n", "KLD003", "!andet x"),
        ("a: 1\n---\nb: 2\n", "KLD003", "---"),
        ("a: 1\nb: 2\na: 3\n", "KLD004", "a"),
        ("? [x]\n: 1\n", "KLD006", "["),
        ("a: x\x0by\n", "KLD010", "\x0b"),
        ("a: x\ufffey\n", "KLD010", "\ufffe"),
        ('a: "\\0"\n', "KLD010", '"\\0"'),
        ("a: b: c\n", "KLD002", ""),
        ("a: [1, 2\n", "KLD002", ""),
        ("a:\n\t- 1\n", "KLD002", ""),
    ],
)
def test_what_cannot_be_used_is_refused_at_its_place(written: str, code: str, stretch: str) -> None:
    _, faults = read(written)
    assert [fault.code for fault in faults] == [code]
    anchor = faults[0].at
    assert anchor.span.text == stretch if stretch else anchor.place().line is not None  # type: ignore[attr-defined]
    assert faults[0].message
    assert faults[0].help


def test_all_faults_are_told_at_once_and_the_rest_is_read() -> None:
    root, faults = read("a: &x 1\na: 2\nb: *x\nc: god\n")
    assert sorted(fault.code for fault in faults) == ["KLD003", "KLD003", "KLD004"]
    assert isinstance(root, Mapping)
    assert isinstance(root.entries["b"], Unreadable)
    assert isinstance(root.entries["c"], Scalar)


def test_what_stands_before_a_broken_line_is_read_and_the_rest_is_not_called_absent() -> None:
    root, faults = read("a: 1\nb: c: d\ne: 2\n")
    assert [fault.code for fault in faults] == ["KLD002"]
    assert isinstance(root, Mapping)
    assert "a" in root.entries
    assert not root.complete


@pytest.mark.parametrize("opening", ["[", "{a: "])
def test_deep_nesting_is_refused_quickly(opening: str) -> None:
    started = time.perf_counter()
    _, faults = read("a: " + opening * 30_000)
    assert "KLD011" in [fault.code for fault in faults]
    assert time.perf_counter() - started < 2


def test_nodes_are_where_the_pure_python_parser_says() -> None:
    text = "a: x\nb:\n  - 'ø'\n  - {c: d, e: [f, \"g\"]}\nh: |\n  i\n\nj: >-\n  k\n  l\n"
    expected = [
        (event.value, event.start_mark.index)
        for event in yaml.parse(text, Loader=yaml.SafeLoader)
        if isinstance(event, yaml.ScalarEvent) and event.start_mark is not None
    ]
    root = root_of(text)
    ours: list[tuple[str, int]] = []

    def gather(node: Node) -> None:
        if node.key is not None:
            ours.append((node.key.text, node.key.start))
        if isinstance(node, Scalar):
            ours.append((node.value, node.span.start))
        elif isinstance(node, Mapping):
            for child in node.entries.values():
                gather(child)
        elif isinstance(node, Sequence):
            for child in node.items:
                gather(child)

    gather(root)
    assert ours == expected


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("a:\n  b: 1\n\tc: 2\n", "tabulator"),
        ("a:\n  b: 1\n\u00a0\u00a0c 2\n", "hårdt mellemrum"),
        ("a: 1\n  b: 2\n", "kolon"),
        ('a: "x\nb: y\nc: "z"\n', "citationstegn"),
    ],
)
def test_the_cause_of_a_broken_line_is_named(written: str, word: str) -> None:
    _, faults = read(written)
    assert [fault.code for fault in faults] == ["KLD002"]
    assert word in f"{faults[0].message} {faults[0].help}"
