"""The prose rules on texts that are no agreements: reports, evaluations, a memo. Each hit was read; what is found is there."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from aftale_builder.regulation import regulativ
from aftale_builder.rules import judge_passages, judge_story
from aftale_builder.rules.finished import Spot
from aftale_builder.rules.lines import Line, Paper
from aftale_builder.rules.passages import Passage
from aftale_builder.rules.registry import word_rules
from aftale_builder.rules.story import Name, Named, Story

NAMES = (
    Name(Named.INDSATS, "En Fælles Indsats", (), Spot("")),
    Name(Named.PART, "FOB, Fællesorganisationens Boligforening", ("FOB", "Fællesorganisationens Boligforening"), Spot("")),
    Name(Named.PART, "Slagelse Boligselskab", (), Spot("")),
    Name(Named.PART, "Slagelse Kommune", (), Spot("")),
    Name(Named.OMRAADE, "Ringparken", (), Spot("")),
)
HITS = {
    "000": {},  # an evaluation of the same effort, 256 paragraphs
    "001": {},  # a midway report of 2012, 1.134 paragraphs
    # «28 35 58 85», «info@cfbu.dk»: the publisher's; a report of 2015 that speaks of the regulativ of its own day
    "002": {"PRV302": 2, "LBF087": 2},
    "004": {"PRV302": 2},  # «Tlf: 3366 3366», «bydesign@tmf.kk.dk»
}


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text; one that is broken into lines has a blank line after each."""
    broken = "\n" if text.count("\n\n") * 3 > text.count("\n") else "\n\n"
    return [words for part in text.split(broken) if (words := " ".join(part.split()))]


@pytest.mark.parametrize("seed", HITS)
def test_what_the_prose_rules_find_in_other_texts(seed: str, shared: Path) -> None:
    (file,) = (shared / "seeds").glob(f"{seed}_*.txt")
    words = paragraphs(file.read_text(encoding="utf-8"))
    passages = [Passage(text, "", Spot(file.name, "", number)) for number, text in enumerate(words, start=1)]
    lines = tuple(Line(passage.text, passage, 0, Paper.SAMARBEJDSAFTALE) for passage in passages)
    story = Story(lines, NAMES, None, None, regulativ("lbf-2019-26"), None)
    rules = word_rules()
    found = (*judge_story(story, rules), *judge_passages(passages, rules))
    assert Counter(finding.code for finding in found) == HITS[seed], [
        (one.message, words[(one.place.paragraph or 1) - 1]) for one in found
    ]
