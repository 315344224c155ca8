"""Every Word file of the sample is valid, and the proof finds every damage to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from aftale_builder.documents.facts import Facts
from aftale_builder.documents.registry import documents
from aftale_builder.documents.word_paper import WordPaper
from aftale_builder.model import load
from aftale_builder.regulation import regulativ
from aftale_builder.word import package
from aftale_builder.word.expected import expected
from aftale_builder.word.filling import fill
from aftale_builder.word.marks import mark
from aftale_builder.word.proof import compare, prove
from aftale_builder.word.values import Bullets, Heading, Kind, Paragraph, Table, Value
from tests.word.damage import damages
from tests.word.test_hostile import WHOLE
from tests.word.validity import assert_valid, needs_schemas, schema_faults

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "solbakken"


def papers() -> Iterator[WordPaper]:
    """Yield the Word files of the sample's package."""
    aftale = load(SAMPLE).aftale
    assert aftale is not None
    generation = regulativ(str(aftale.regulativ))
    assert generation is not None
    facts = Facts(aftale, generation)
    for document in documents():
        yield from (paper for paper in document.papers(facts) if isinstance(paper, WordPaper))


def test_every_file_of_the_sample_is_valid_and_proven() -> None:
    found = list(papers())
    assert len(found) >= 8
    for paper in found:
        data = paper.render()
        assert prove(paper.template, paper.view, data, document=paper.name) == ()
        assert_valid(data)


_LONG = 2_000
"""Texts longer than this are tried one by one, in `tests/documents/test_hostile_values.py`."""


def hostile(part: Any, texts: Iterator[str]) -> Any:
    """Return a view with every text in it, those of blocks and inserts too, replaced by the next of the texts."""
    match part:
        case Value(blocks=blocks, inserts=inserts):
            known = {name: hostile(value, texts) for name, value in inserts.items()}
            text = part.text if part.kind is Kind.BLOCKS else next(texts)
            if part.kind is Kind.PROSE:
                text = f"{text} x\n\n- {text}\n\n" + "\n".join(f"[[{name}]]" for name in known)
            return replace(part, text=text, blocks=hostile(blocks, texts), inserts=known)
        case Heading(text=text) | Paragraph(text=text):
            return replace(part, text=hostile(text, texts))
        case Bullets(items=items):
            return replace(part, items=hostile(items, texts))
        case Table(rows=rows):
            return replace(part, rows=hostile(rows, texts))
        case dict():
            return {key: hostile(value, texts) for key, value in part.items()}
        case list() | tuple():
            return type(part)(hostile(value, texts) for value in part)
        case str():
            return next(texts)
        case _:
            return part


@pytest.fixture
def _unbounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files be read that are larger than any that people have."""
    for bound in ("MAX_TAGS", "MAX_PARAGRAPHS", "MAX_XML"):
        monkeypatch.setattr(package, bound, 10**8)


@needs_schemas
@pytest.mark.langsom
@pytest.mark.usefixtures("_unbounded")
def test_a_hostile_value_in_every_text_of_a_file_comes_out_whole() -> None:
    found = list(papers())
    for number, text in enumerate(text for text in WHOLE if len(text) < _LONG):
        paper = found[number % len(found)]
        view = hostile(paper.view, cycle([text]))
        data = fill(paper.template, view)
        assert prove(paper.template, view, data, document=paper.name) == (), ascii(text)
        assert schema_faults(data) == []


@needs_schemas
@pytest.mark.langsom
@pytest.mark.usefixtures("_unbounded")
def test_all_hostile_values_by_turns_in_every_text_of_every_file_come_out_whole() -> None:
    texts = cycle(text for text in WHOLE if len(text) < _LONG)
    for paper in papers():
        view = hostile(paper.view, texts)
        data = fill(paper.template, view)
        assert prove(paper.template, view, data, document=paper.name) == ()
        assert schema_faults(data) == []


@pytest.mark.langsom
def test_a_thousand_damages_to_the_files_of_the_sample_are_all_found() -> None:
    found = list(papers())
    for number, paper in enumerate(found):
        data = paper.render()
        stream = expected(paper.template.read_bytes(), paper.view, mark(paper.view))
        assert compare(stream, data, paper.name) == ()
        missed = [
            told for told, damaged in damages(data, 1000 // len(found) + 1, seed=number) if not compare(stream, damaged, "")
        ]
        assert missed == []
