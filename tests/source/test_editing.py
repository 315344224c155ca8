"""What is edited changes alone: every style of scalar, keys and items, whatever stands around them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aftale_builder.findings import Fault
from aftale_builder.source.compose import compose
from aftale_builder.source.editing import UneditableError, replaced, with_item, with_key, with_value, without_item, without_key
from aftale_builder.source.emit import Block, Items, Literal, Raw
from aftale_builder.source.node import Mapping, Node, Scalar, Sequence, SourceFile, Span
from aftale_builder.source.splice import splice


def no_include(scalar: Scalar) -> Node:
    return Scalar(scalar.span, scalar.parent, scalar.step, via=scalar.span, value="")


def read(text: str, *, bom: bool = False) -> Mapping:
    faults: list[Fault] = []
    root = compose(SourceFile("a.yaml", text, bom), faults, no_include)
    assert not faults
    assert isinstance(root, Mapping)
    return root


def at(root: Node, *steps: str | int) -> Node:
    for step in steps:
        if isinstance(root, Mapping):
            root = root.entries[str(step)]
        else:
            assert isinstance(root, Sequence)
            root = root.items[int(step)]
    return root


def edited(text: str, steps: tuple[str | int, ...], value: str, *, bom: bool = False) -> str:
    """Return the file with one text changed, having read it back."""
    root = read(text, bom=bom)
    node = at(root, *steps)
    assert isinstance(node, Scalar)
    told = splice(root.span.file, replaced(node, value)).decode()
    again = at(read(told.removeprefix("\ufeff")), *steps)
    assert isinstance(again, Scalar)
    assert again.value.rstrip("\n") == unicodedata.normalize("NFC", value).rstrip("\n")
    return told


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        # plain
        ("a: en to tre # c\nb: x\n", "en fire tre", "a: en fire tre # c\nb: x\n"),
        ("a: en to\n  tre fire\nb: x\n", "en to tre fem", "a: en to\n  tre fem\nb: x\n"),
        ("a: en to\n  tre\nb: x\n", "en: to tre", 'a: "en: to\n  tre"\nb: x\n'),
        ("a: en\nb: x\n", "en: to", 'a: "en: to"\nb: x\n'),
        ("a: 1,5\nb: x\n", "2,5", "a: 2,5\nb: x\n"),
        ("a: en\nb: x\n", "2024", 'a: "2024"\nb: x\n'),
        ("a: 2024\nb: x\n", "2025", "a: 2025\nb: x\n"),
        ("a: en\nb: x\n", "en\nto", "a: |-\n  en\n  to\nb: x\n"),
        # empty
        ("a:\nb: x\n", "en", "a: en\nb: x\n"),
        ("a: # c\nb: x\n", "en", "a: en # c\nb: x\n"),
        ("a: ~\nb: x\n", "en", "a: en\nb: x\n"),
        ("a: en\nb: x\n", "", 'a: ""\nb: x\n'),
        # quotes
        ("a: 'en to'\nb: x\n", "en 'to", "a: 'en ''to'\nb: x\n"),
        ("a: 'en\n\n  to'\nb: x\n", "en\ntre", "a: 'en\n\n  tre'\nb: x\n"),
        ('a: "en \\u00e6 to"\nb: x\n', 'en æ "tre"', 'a: "en \\u00e6 \\"tre\\""\nb: x\n'),
        ('a: ""\nb: x\n', "en", 'a: "en"\nb: x\n'),
        # literal
        ("a: | # c\n  en\n  to\n\n# d\nb: x\n", "en\ntre\n", "a: | # c\n  en\n  tre\n\n# d\nb: x\n"),
        ("a: |\n  en\n\n  to\nb: x\n", "en\n\nny\n\nto\n", "a: |\n  en\n\n  ny\n\n  to\nb: x\n"),
        ("a: |\n  en\n\n  to\nb: x\n", "en\n", "a: |\n  en\nb: x\n"),
        ("a: |\n  en\n\n  to\nb: x\n", "to\n", "a: |\n  to\nb: x\n"),
        ("a: |\n  en\nb: x\n", "en\n\nto\n- tre\n", "a: |\n  en\n\n  to\n  - tre\nb: x\n"),
        ("a: |-\n  en\nb: x\n", "en\nto", "a: |-\n  en\n  to\nb: x\n"),
        ("a: |+\n  en\n\nb: x\n", "to", "a: |+\n  to\n\nb: x\n"),
        ("a: |2\n    en\n  to\nb: x\n", "  tre\nto\n", "a: |2\n    tre\n  to\nb: x\n"),
        ("a: |\n  en\nb: x\n", "  to\n", "a: |2\n    to\nb: x\n"),
        ("a: |\n  en", "to\n", "a: |\n  to"),
        # folded
        ("a: >-\n  en to\n  tre fire\nb: x\n", "en to tre fem", "a: >-\n  en to\n  tre fem\nb: x\n"),
        ("a: >\n  en to\n  tre\n\n  fire\nb: x\n", "en to\nfire\n", "a: >\n  en to\n\n  fire\nb: x\n"),
        ("a: >-\n  en\nb: x\n", "en\nto", "a: >-\n  en\n\n  to\nb: x\n"),
        # Danish letters, decomposed elsewhere and composed here
        ("a: |\n  a\u030aben\n  to\nb: x\n", "åben\ntre\n", "a: |\n  a\u030aben\n  tre\nb: x\n"),
        ("a: a\u030aben dør\nb: x\n", "åben låge", "a: a\u030aben låge\nb: x\n"),
    ],
)  # fmt: skip
def test_a_text_changes_and_nothing_else(before: str, value: str, after: str) -> None:
    assert edited(before, ("a",), value) == after


@pytest.mark.parametrize(
    ("before", "steps", "value", "after"),
    [
        ("a: {b: 71,3, c: x}\n", ("a", "b"), "72,05", 'a: {b: "72,05", c: x}\n'),
        ("a: {b: x, c: y}\n", ("a", "b"), "x, z", 'a: {b: "x, z", c: y}\n'),
        ("a: {b: 3. marts 2026, c: y}\n", ("a", "b"), "4. marts 2026", "a: {b: 4. marts 2026, c: y}\n"),
        ("a: [x, y] # c\n", ("a", 1), "z", "a: [x, z] # c\n"),
        ("a:\n  - x # c\n  - y\n", ("a", 0), "en: to", 'a:\n  - "en: to" # c\n  - y\n'),
        ("a:\n- b: |\n    en\n  c: x\n", ("a", 0, "b"), "to\n", "a:\n- b: |\n    to\n  c: x\n"),
        ("a:\n  - |\n    en\n  - y\n", ("a", 0), "en\n\nto\n", "a:\n  - |\n    en\n\n    to\n  - y\n"),
        ("a:\n    b: |2\n       en\n    c: x\n", ("a", "b"), " to\n", "a:\n    b: |2\n       to\n    c: x\n"),
    ],
)
def test_a_text_changes_where_it_stands(before: str, steps: tuple[str | int, ...], value: str, after: str) -> None:
    assert edited(before, steps, value) == after


def test_line_ends_and_bom_are_the_files_own() -> None:
    told = edited("a: |\r\n  en\r\n  to\r\nb: x\r\n", ("a",), "en\nny\nto\n", bom=True)
    assert told == "\ufeffa: |\r\n  en\r\n  ny\r\n  to\r\nb: x\r\n"


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\n\n"])
def test_a_file_of_text(end: str) -> None:
    text = f"# Vi\r\n\r\nba\u030ad og\r\nbil{end}" if end == "\r\n" else f"# Vi\n\nba\u030ad og\nbil{end}"
    file = SourceFile("a.md", text)
    value = unicodedata.normalize("NFC", text.replace("\r\n", "\n")).rstrip("\n")
    scalar = Scalar(Span(file, 0, len(text)), value=value, style="file")
    told = splice(file, replaced(scalar, value.replace("bil", "tog\n\nfly"))).decode()
    newline = file.newline
    assert told == text.replace("bil", f"tog{newline}{newline}fly")


def test_the_same_text_is_no_edit() -> None:
    node = at(read("a: |\n  en\n"), "a")
    assert isinstance(node, Scalar)
    assert replaced(node, "en") == ()


WRITTEN = [
    "a: ord\n",
    "a: 'o''rd to'\n",
    'a: "o\\nrd"\n',
    "a: |\n  o rd\n\n  to\n",
    "a: >-\n  o rd\n  to\n\n  tre\n",
    "a: {x: ord}\n",
    "a: en\n  to tre\n",
    "a:\n  - |+\n    x\n\n",
    "a: |2-\n   o\n  p\n",
]
TEXTS = st.text(st.sampled_from("ab æ\n:#-'\"\\,{}[]|>&*!%@`~1. \u0301å"), max_size=24)


@pytest.mark.parametrize("before", ["700.000", "700000", "lige her"])
@pytest.mark.parametrize("value", ["700.000,50", "1,5", "en, to", "[en]", "{en}"])
@pytest.mark.parametrize(("source", "steps"), [("a: {x: OLD, y: 1}\n", ("a", "x")), ("a: [OLD, 1]\n", ("a", 0))])
def test_what_parts_entries_stands_in_quotes_within_braces(
    source: str, steps: tuple[str | int, ...], before: str, value: str
) -> None:  # fmt: skip
    """Whatever stood there: only our own reader takes «700.000,50» in braces for one value."""
    assert edited(source.replace("OLD", before), steps, value) == source.replace("OLD", f'"{value}"')


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(WRITTEN), TEXTS)
def test_any_text_is_read_back_and_the_neighbours_stay(source: str, value: str) -> None:
    root = read(f"# først\nq: 1 # en\n{source}# sidst\nz: |\n  slut\n")
    node = root.entries["a"]
    if isinstance(node, Mapping):
        node = node.entries["x"]
    if isinstance(node, Sequence):
        node = node.items[0]
    assert isinstance(node, Scalar)
    try:
        edits = replaced(node, value)
    except UneditableError as error:
        raise AssertionError(value) from error
    told = splice(root.span.file, edits).decode()
    assert told.startswith("# først\nq: 1 # en\na:")
    assert told.endswith("# sidst\nz: |\n  slut\n")
    again = read(told).entries["a"]
    again = at(again, "x") if isinstance(again, Mapping) else at(again, 0) if isinstance(again, Sequence) else again
    assert isinstance(again, Scalar)
    assert again.value.rstrip("\n") == unicodedata.normalize("NFC", value).rstrip("\n")


LIST = "# c0\na: # c1\n  # c2\n  - x # c3\n  # c4\n  - y: 1\n    z: |\n      t\n  # c5\n  - w # c6\n# c7\nb: x\n"


@pytest.mark.parametrize(
    ("at_", "after"),
    [
        (0, LIST.replace("  - x # c3", "  - ny\n  - x # c3")),
        (1, LIST.replace("  - x # c3\n", "  - x # c3\n  - ny\n")),
        (2, LIST.replace("      t\n", "      t\n  - ny\n")),
        (3, LIST.replace("  - w # c6\n", "  - w # c6\n  - ny\n")),
    ],
)
def test_an_item_is_put_in(at_: int, after: str) -> None:
    node = at(read(LIST), "a")
    assert isinstance(node, Sequence)
    assert splice(node.span.file, [with_item(node, at_, "ny")]).decode() == after


@pytest.mark.parametrize(
    ("at_", "after"),
    [
        (0, LIST.replace("  - x # c3\n", "")),
        (1, LIST.replace("  - y: 1\n    z: |\n      t\n", "")),
        (2, LIST.replace("  - w # c6\n", "")),
    ],
)
def test_an_item_is_taken_out(at_: int, after: str) -> None:
    node = at(read(LIST), "a")
    assert isinstance(node, Sequence)
    assert splice(node.span.file, [without_item(node, at_)]).decode() == after


@pytest.mark.parametrize(
    ("before", "at_", "put", "taken"),
    [
        ("a: [x, y, z] # c\n", 0, "a: [ny, x, y, z] # c\n", "a: [y, z] # c\n"),
        ("a: [x, y, z] # c\n", 2, "a: [x, y, ny, z] # c\n", "a: [x, y] # c\n"),
        ("a: [x]\n", 0, "a: [ny, x]\n", "a: []\n"),
        ("a: [\n  x, # c\n  'y',\n]\n", 1, "a: [\n  x, ny, # c\n  'y',\n]\n", "a: [\n  x,\n]\n"),
        ("a:\n- x\n- y\nb: c\n", 1, "a:\n- x\n- ny\n- y\nb: c\n", "a:\n- x\nb: c\n"),
        ("a:\n  -\n    k: v\n  - y\n", 0, "a:\n  - ny\n  -\n    k: v\n  - y\n", "a:\n  - y\n"),
        ("a:\r\n  - x\r\n  - y\r\n", 1, "a:\r\n  - x\r\n  - ny\r\n  - y\r\n", "a:\r\n  - x\r\n"),
        ("a:\n  - x\n\n  - y\n", 0, "a:\n  - ny\n\n  - x\n\n  - y\n", "a:\n\n  - y\n"),
        (
            "a:\n  - x\n\n  - y\n\n  - z\n\nb: c\n",
            1,
            "a:\n  - x\n\n  - ny\n\n  - y\n\n  - z\n\nb: c\n",
            "a:\n  - x\n\n  - z\n\nb: c\n",
        ),
        ("a:\n  - x\n\n  - y\n", 1, "a:\n  - x\n\n  - ny\n\n  - y\n", "a:\n  - x\n"),
        ("a:\n  - x", 0, "a:\n  - ny\n  - x", "a: []"),
        ("a:\n  - !fil b.yaml # c\n  - y\n", 0, "a:\n  - ny\n  - !fil b.yaml # c\n  - y\n", "a:\n  - y\n"),
    ],
)
def test_lists_as_people_write_them(before: str, at_: int, put: str, taken: str) -> None:
    node = at(read(before), "a")
    assert isinstance(node, Sequence)
    assert splice(node.span.file, [with_item(node, at_, "ny")]).decode() == put
    assert splice(node.span.file, [without_item(node, at_)]).decode() == taken


def test_items_that_are_blocks() -> None:
    block = Block((("id", "ny"), ("tal", Raw("71,3")), ("tekst", Literal("en\n\nto\n")), ("navne", Items(("x",)))))
    node = at(read(LIST), "a")
    assert isinstance(node, Sequence)
    told = splice(node.span.file, [with_item(node, 1, block)]).decode()
    assert "  - x # c3\n  - id: ny\n    tal: 71,3\n    tekst: |\n      en\n\n      to\n    navne:\n      - x\n  # c4\n" in told
    flow = at(read("a: [x]\n"), "a")
    assert isinstance(flow, Sequence)
    assert splice(flow.span.file, [with_item(flow, 1, Block((("id", "n, y"), ("tal", Raw("71,3")))))]).decode() == (
        'a: [x, {id: "n, y", tal: 71,3}]\n'
    )


@pytest.mark.parametrize(
    ("before", "after_key", "after"),
    [
        ("a:\n  b: 1 # c\n  # d\n  e: 2\nf: x\n", "b", "a:\n  b: 1 # c\n  ny: en\n  # d\n  e: 2\nf: x\n"),
        ("a:\n  b: 1 # c\n  # d\n  e: 2\nf: x\n", None, "a:\n  b: 1 # c\n  # d\n  e: 2\n  ny: en\nf: x\n"),
        ("a: {b: 1, e: 2}\n", "b", "a: {b: 1, ny: en, e: 2}\n"),
        ("a: {}\n", None, "a: {ny: en}\n"),
        ("a:\n  b: |+\n    t\n\n  e: 2\n", "b", "a:\n  b: |+\n    t\n\n  ny: en\n  e: 2\n"),
        ("a:\n  b:\n  e: 2\n", "b", "a:\n  b:\n  ny: en\n  e: 2\n"),
        ("a:\n  b: !fil x.md # c\n", "b", "a:\n  b: !fil x.md # c\n  ny: en\n"),
        ("a:\n  b: 1", "b", "a:\n  b: 1\n  ny: en"),
    ],
)
def test_a_key_is_put_in(before: str, after_key: str | None, after: str) -> None:
    node = at(read(before), "a")
    assert isinstance(node, Mapping)
    assert splice(node.span.file, [with_key(node, "ny", "en", after=after_key)]).decode() == after


@pytest.mark.parametrize(
    ("before", "steps", "key", "after"),
    [
        ("a:\n  b: 1 # c\n  # d\n  e: 2\nf: x\n", ("a",), "b", "a:\n  # d\n  e: 2\nf: x\n"),
        ("a: {b: 1, e: 2}\n", ("a",), "b", "a: {e: 2}\n"),
        ("a: {b: 1, e: 2}\n", ("a",), "e", "a: {b: 1}\n"),
        ("a: {b: 71,3}\n", ("a",), "b", "a: {}\n"),
        ("a:\n  - b: |\n      t\n    e: 2\n", ("a", 0), "b", "a:\n  - e: 2\n"),
        ("a:\n  - b: 1\n    e: 2\n", ("a", 0), "e", "a:\n  - b: 1\n"),
    ],
)
def test_a_key_is_taken_out(before: str, steps: tuple[str | int, ...], key: str, after: str) -> None:
    node = at(read(before), *steps)
    assert isinstance(node, Mapping)
    assert splice(node.span.file, [without_key(node, key)]).decode() == after


@pytest.mark.parametrize("text", ["a:\n  b: 1\n", "a:\n  - b: 1\n    # c\n    e: 2\n"])
def test_what_cannot_be_taken_out_alone_is_told(text: str) -> None:
    node = at(read(text), "a")
    node = node.items[0] if isinstance(node, Sequence) else node
    assert isinstance(node, Mapping)
    with pytest.raises(UneditableError, match="«b»"):
        without_key(node, "b")


def test_a_list_in_a_list_of_one_line_is_left_alone() -> None:
    node = at(read("a:\n  - - x\n    - y\n"), "a", 0)
    assert isinstance(node, Sequence)
    with pytest.raises(UneditableError):
        without_item(node, 0)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a:\nb: 1\n", "a: |\n  en\n\n  to\nb: 1\n"),
        ("a:   # om a\nb: 1\n", "a: |   # om a\n  en\n\n  to\nb: 1\n"),
        ("a:\n  # hører til a\nb: 1\n", 'a: "en\\n\\nto"\n  # hører til a\nb: 1\n'),
    ],
)
def test_a_text_of_several_lines_is_a_block_where_no_remark_would_become_part_of_it(text: str, wanted: str) -> None:
    root = read(text)
    empty = root.entries["a"]
    assert isinstance(empty, Scalar)
    assert splice(root.span.file, with_value(empty, Literal("en\n\nto"))).decode() == wanted


def test_a_key_goes_behind_the_remarks_that_stand_further_in_than_the_one_before() -> None:
    root = read("a: 1\n  # om a\n# om c\nc: 2\n")
    after = splice(root.span.file, [with_key(root, "b", Literal("en\nto"), after="a")]).decode()
    assert after == "a: 1\n  # om a\nb: |\n  en\n  to\n# om c\nc: 2\n"
