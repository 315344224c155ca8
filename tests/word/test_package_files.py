"""Every Word file of the sample is valid, and the proof finds every damage to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from aftale_builder.documents.facts import Facts
from aftale_builder.documents.registry import documents
from aftale_builder.documents.word_paper import WordPaper
from aftale_builder.model import load
from aftale_builder.regulation import regulativ
from aftale_builder.word.expected import expected
from aftale_builder.word.marks import mark
from aftale_builder.word.proof import compare, prove
from tests.word.damage import damages
from tests.word.validity import assert_valid

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
