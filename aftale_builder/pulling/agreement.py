"""The agreement as it would be rendered now."""

from __future__ import annotations

from collections.abc import Iterator

from aftale_builder.documents.facts import Facts
from aftale_builder.documents.own_form import OwnForm
from aftale_builder.documents.rendering import papers
from aftale_builder.documents.word_paper import WordPaper, template_folder
from aftale_builder.model import Loaded
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ, regulativ


def facts_of(loaded: Loaded, *, draft: bool = False) -> Facts | None:
    """Return the facts of an agreement, with the users' own forms; None for one that can't be rendered.

    Raises FormError and TemplateError where such a form can't be filled in.
    """
    aftale = loaded.aftale
    generation = regulativ(aftale.regulativ) if aftale is not None else None
    if aftale is None or generation is None or not template_folder(generation.id).is_dir():
        return None
    return Facts(aftale, generation, draft, dict(_forms(loaded, aftale, generation, draft=draft)))


def word_papers(facts: Facts) -> Iterator[tuple[str, WordPaper]]:
    """Yield the agreement's Word files, by the names that they are rendered under."""
    for _, paper, name in papers(facts):
        if isinstance(paper, WordPaper):
            yield name, paper


def _forms(loaded: Loaded, aftale: Aftale, generation: Regulativ, *, draft: bool) -> Iterator[tuple[str, OwnForm]]:
    for one in aftale.skabeloner:
        if one.dokument and one.fil:
            from aftale_builder.binding.forms import inside, own_form

            yield str(one.dokument), own_form(inside(loaded.folder, one.fil), one.dokument, generation, draft=draft)
