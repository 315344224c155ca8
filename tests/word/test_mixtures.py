"""Hostile texts mixed by chance in every kind of place at once: each file says what it must, and nothing is lost."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from aftale_builder.word.faults import ValuesError
from aftale_builder.word.filling import fill
from aftale_builder.word.proof import prove
from aftale_builder.word.reading import read
from aftale_builder.word.values import PROPERTIES, Block, Bullets, Heading, Paragraph, Table, Value, blocks, inline, prose
from tests.word.test_hostile import MARKERS, WHOLE
from tools.lbf_templates.ooxml import contents, each, field_table, list_table, paragraph, shares, tag
from tools.lbf_templates.ooxml import prose as prose_tag
from tools.lbf_templates.package import Template, build

_SPACES = ("\u200b", "\u00a0", "\u2028", "\u3000", "\u2060", "\ufeff", "\x7f", "\x85", "\t", "\n", "\r\n", "\n\n", " ")
_SIGNS = (
    "**fed**",
    "*",
    "_x_",
    "[a](http://x.dk/?a=1&b=2)",
    "[^n]",
    "\\",
    "`",
    "~",
    "[[organer]]",
    "|",
    "1.250",
    "ord",
    "A & B <b>",
)
_PIECES = [*(text for text in (*WHOLE, *MARKERS) if len(text) < 100), *_SPACES, *_SIGNS]
_NOTE = "\n\n[^n]: En note, *der* siger noget."
TEXT = st.lists(st.sampled_from(_PIECES), max_size=4).map("".join)
LINE = TEXT.map(inline)


class _Form:
    """A template with all that a document of ours has."""

    name = "skabelon.docx"

    @staticmethod
    @cache
    def read_bytes() -> bytes:
        columns = {"Hvad": "r.a", "Hvornår": "r.b", "Hvem": "r.c", "Kroner": "r.d"}
        body = (
            paragraph("{{ navn }}", "Heading1") + contents() + each("o", "overskrifter", paragraph("{{ o }}", "Heading1"))
            + paragraph("Navn: **{{ navn }}**, *{{ to }}*{% if to %} ({{ to }}){% endif %}.")
            + each("o", "overskrifter", paragraph("Om {{ o }}", "Heading2"))
            + paragraph("{{ to }}", "ListBullet") + prose_tag("lang") + prose_tag("blokke")
            + list_table("Rækker", columns, "r", "rows", shares(1, 1, 1, 1)) + field_table("Fakta", {"Navn": "navn", "To": "to"})
            + tag("", "Luft")
        )  # fmt: skip
        return build(Template("skabelon", "Prøve", "{{ to }}", body, ""))


def _block(text: st.SearchStrategy[Value]) -> st.SearchStrategy[Block]:
    return st.one_of(
        st.builds(Heading, st.integers(1, 3), LINE),
        st.builds(Paragraph, text, st.sampled_from(["", "Navn", "Et & to"])),
        st.builds(Bullets, st.lists(text, max_size=3).map(tuple), st.booleans()),
        st.lists(st.tuples(text, text), max_size=2).map(lambda rows: Table(("En", "To"), tuple(rows))),
    )


def _prose(inserts: st.SearchStrategy[list[Block]]) -> st.SearchStrategy[Value]:
    def made(texts: list[str], brought: list[Block]) -> Value:
        text = "\n\n".join(texts)
        return prose(text + (_NOTE if "[^n]" in text else ""), None, {"organer": tuple(brought)})

    return st.builds(made, st.lists(TEXT, max_size=4), inserts)


_ANY = st.one_of(LINE, _prose(st.lists(_block(LINE), max_size=1)))
_BLOCKS = st.lists(_block(_ANY), max_size=3)
VIEW = st.fixed_dictionaries(
    {
        "udkast": st.booleans(),
        "navn": LINE,
        "to": LINE,
        "overskrifter": st.lists(LINE, max_size=3),
        "lang": _prose(st.lists(_block(_ANY), max_size=2)),
        "blokke": _BLOCKS.map(lambda found: blocks(*found)),
        "rows": st.lists(st.fixed_dictionaries(dict.fromkeys("abcd", LINE)), max_size=3),
        PROPERTIES: st.just({"titel": inline("Prøve")}),
    }
)


def _told(part: Any) -> list[str]:
    """Return the short texts of a view."""
    match part:
        case Value(kind="inline", text=text):
            return [text]
        case dict():
            return [text for key, item in part.items() for text in _told(item)]
        case list():
            return [text for item in part for text in _told(item)]
        case _:
            return []


def _bare(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=60, deadline=None)
@given(VIEW)
def test_a_mixture_of_hostile_texts_comes_out_whole(view: dict[str, Any]) -> None:
    _comes_out_whole(view)


@pytest.mark.langsom
@settings(max_examples=600, deadline=None)
@given(VIEW)
def test_many_mixtures_of_hostile_texts_come_out_whole(view: dict[str, Any]) -> None:
    _comes_out_whole(view)


def _comes_out_whole(view: dict[str, Any]) -> None:
    try:
        data = fill(_Form(), view)
    except ValuesError:
        assume(False)
    assert [found.message for found in prove(_Form(), view, data)] == []
    everything = _bare("".join(unit.text for unit in read(data).units))
    assert [text for text in _told(view) if _bare(text) not in everything] == []


def test_a_heading_of_nothing_but_the_sign_for_an_object_is_listed() -> None:
    view = {
        "udkast": False, "navn": inline("\ufffc"), "to": inline("a\ufffc"), "overskrifter": [inline("\ufffc"), inline("Ord")],
        "lang": prose("En note.[^n]" + _NOTE), "blokke": blocks(Heading(1, inline("\ufffc"))), "rows": [],
        PROPERTIES: {"titel": inline("Prøve")},
    }  # fmt: skip
    data = fill(_Form(), view)
    assert prove(_Form(), view, data) == ()
    assert [unit.text for unit in read(data).body if unit.contents] == ["\ufffc", "Ord", "Om \ufffc", "Om Ord"]


def test_a_lists_sign_stands_before_the_first_paragraph_that_says_something() -> None:
    view = {
        "udkast": False, "navn": inline("N"), "to": inline("x"), "overskrifter": [], "rows": [],
        "lang": prose("- a\n- \u00a0\n\n  b"), "blokke": blocks(Bullets((prose("\u00a0\n\nc"),))),
        PROPERTIES: {"titel": inline("Prøve")},
    }  # fmt: skip
    data = fill(_Form(), view)
    assert prove(_Form(), view, data) == ()
    assert [unit.text for unit in read(data).body if unit.item] == ["x", "a", "b", "c"]
