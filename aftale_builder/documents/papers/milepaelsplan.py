"""The milepælsplan: the agreement's own milestones and those of the aktiviteter, by date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from aftale_builder.documents import pictures
from aftale_builder.documents.facts import Facts, Leaf, View, figure
from aftale_builder.documents.registry import Design, Document
from aftale_builder.documents.word_paper import WordPaper
from aftale_builder.model.indsats import Milepael
from aftale_builder.word.values import inline

TITLE = "Milepælsplan"


def papers(facts: Facts) -> Iterator[WordPaper]:
    """Yield the one file; none where there is nothing to print."""
    if facts.draft or any(_milestones(facts)):
        yield WordPaper.of(facts, TITLE, "milepælsplan", _view(facts))


def _view(facts: Facts) -> View:
    lines = sorted(_milestones(facts), key=lambda line: line[0].dato or date.max)
    return {
        **facts.common(TITLE),
        **facts.front(),
        "milepaele_slot": facts.missing(lines, "milepæle", facts.aftale.at("milepaele")),
        "tidslinje": figure(pictures.timeline(facts)),
        "milepaele": [{**facts.milepael(milepael), "sted": place or inline("")} for milepael, place in lines],
    }


def _milestones(facts: Facts) -> Iterator[tuple[Milepael, Leaf]]:
    """Yield every milestone with what it belongs to."""
    for milepael in facts.aftale.milepaele:
        yield milepael, facts.called(milepael, "indsatsomraade", facts.indsats(milepael.indsatsomraade))
    for aktivitet in facts.aftale.aktiviteter:
        for milepael in aktivitet.milepaele:
            yield milepael, facts.text(aktivitet, "navn")


DOCUMENT = Document("milepælsplan", 50, Design.EGEN, papers, "Overføres til milepælsplanens skabelon på sagen og uploades.")
