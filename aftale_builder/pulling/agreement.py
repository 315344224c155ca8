"""The agreement as it would be rendered now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from aftale_builder.documents.facts import Facts
from aftale_builder.documents.own_form import OwnForm
from aftale_builder.documents.rendering import papers
from aftale_builder.documents.word_paper import WordPaper, template_folder
from aftale_builder.model import Loaded
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ, regulativ


def facts_of(loaded: Loaded, *, draft: bool = False, forms: Mapping[str, OwnForm] | None = None) -> Facts | None:
    """Return the facts of an agreement, set in these forms, or in those that it names; None for one that can't be rendered.

    Raises FormError and TemplateError where a form that it names can't be filled in.
    """
    aftale = loaded.aftale
    generation = regulativ(aftale.regulativ) if aftale is not None else None
    if aftale is None or generation is None or not template_folder(generation.id).is_dir():
        return None
    return Facts(aftale, generation, draft, dict(_named(loaded, aftale, generation, draft=draft)) if forms is None else forms)


def with_forms(facts: Facts, forms: Iterable[OwnForm]) -> Facts:
    """Return the facts, set in these forms too where the agreement names none for their documents."""
    return replace(facts, forms={**{form.document: form for form in forms}, **facts.forms})


def is_named(loaded: Loaded, document: str) -> bool:
    """Tell whether the agreement itself names a form for a document."""
    return loaded.aftale is not None and any(one.dokument == document and one.fil for one in loaded.aftale.skabeloner)


def word_papers(facts: Facts) -> Iterator[tuple[str, WordPaper]]:
    """Yield the agreement's Word files, by the names that they are rendered under."""
    for _, paper, name in papers(facts):
        if isinstance(paper, WordPaper):
            yield name, paper


def _named(loaded: Loaded, aftale: Aftale, generation: Regulativ, *, draft: bool) -> Iterator[tuple[str, OwnForm]]:
    for one in aftale.skabeloner:
        if one.dokument and one.fil:
            from aftale_builder.binding.forms import inside, own_form

            yield str(one.dokument), own_form(inside(loaded.folder, one.fil), one.dokument, generation, draft=draft)
