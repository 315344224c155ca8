"""The tags of a form that has them already: every fault of theirs, with the names that a document has."""

from __future__ import annotations

from collections.abc import Iterator

from aftale_builder.documents.facts import Facts, View
from aftale_builder.documents.own_form import OwnForm
from aftale_builder.documents.registry import documents
from aftale_builder.documents.word_paper import WordPaper
from aftale_builder.model import load
from aftale_builder.regulation import Regulativ
from aftale_builder.resources import resource
from aftale_builder.word.faults import TemplateFault
from aftale_builder.word.template import every_fault
from aftale_builder.word.values import PROPERTIES

_WHOLE = "samples/solbakken"
"""An agreement with something in every list that a document goes through: the names that it has are all there are."""


def tag_faults(form: OwnForm, regulativ: Regulativ) -> tuple[TemplateFault, ...]:
    """Return every fault of a form's tags: those of the tags themselves, and names that its document does not have."""
    return every_fault(form, _views(form, regulativ))


def _views(form: OwnForm, regulativ: Regulativ) -> Iterator[View]:
    """Yield what the form's document is filled with, of an agreement that has everything."""
    aftale = load(resource(_WHOLE)).aftale
    if aftale is None:
        return
    facts = Facts(aftale, regulativ, forms={form.document: form})
    for document in documents():
        for paper in document.papers(facts):
            if isinstance(paper, WordPaper) and paper.template is form:
                yield {name: part for name, part in paper.view.items() if name != PROPERTIES}
