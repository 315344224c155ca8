"""The sample's files and their bases, made once."""

from __future__ import annotations

from functools import cache

from aftale_builder.model import load
from aftale_builder.pulling.agreement import facts_of, word_papers
from aftale_builder.pulling.base import Base
from aftale_builder.pulling.changes import Edits
from aftale_builder.pulling.finding import edits
from aftale_builder.pulling.store import from_json, to_json
from tests.documents.making import SAMPLE
from tests.pulling.word_edits import Edited

KOMMISSORIUM = "Kommissorium - Koordinationsgruppen.docx"
DELAFTALE = "Delaftale - Beskæftigelse.docx"
MILESTONES = "Milepælsplan.docx"


@cache
def rendered() -> dict[str, tuple[bytes, Base]]:
    """Return each Word file of the sample, with its base as it is read back from where it is kept."""
    facts = facts_of(load(SAMPLE))
    assert facts is not None
    found = {}
    for name, paper in word_papers(facts):
        data = paper.render()
        base = from_json(to_json(paper.base(name, data)))
        assert base is not None
        found[name] = (data, base)
    return found


def opened(name: str) -> Edited:
    """Return a file of the sample, to be edited."""
    return Edited(rendered()[name][0])


def done(name: str, file: Edited | bytes, *, accept: bool = False) -> Edits:
    """Return what was done to a file of the sample."""
    data = file if isinstance(file, bytes) else file.bytes()
    return edits(rendered()[name][1], data, name, accept=accept)
