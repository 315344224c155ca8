"""What tests of users' own forms share."""

from __future__ import annotations

import pytest

from aftale_builder.documents import rendering
from aftale_builder.documents.facts import Facts
from aftale_builder.documents.registry import Document, Paper

_WHOLE = frozenset({"test_render_fills_in_the_form_that_is_named"})
"""The tests that make a whole package with a form of the users' own among its files."""


@pytest.fixture(autouse=True)
def only_what_is_brought(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the files of the forms that are brought, and no others: those are the sample's, which tests of documents judge."""
    if request.function.__name__ in _WHOLE:
        return
    every = rendering.papers

    def brought(facts: Facts) -> list[tuple[Document, Paper, str]]:
        return [made for made in every(facts) if made[0].id in facts.forms]

    monkeypatch.setattr(rendering, "papers", brought)
