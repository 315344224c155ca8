"""The budget: a workbook with the posts, the financing with its local share, and the sums of each indsatsområde."""

from __future__ import annotations

from collections.abc import Iterator

from aftale_builder.documents.book_paper import BookPaper
from aftale_builder.documents.budget_book import book
from aftale_builder.documents.facts import Facts
from aftale_builder.documents.names import file_name
from aftale_builder.documents.registry import Design, Document

TITLE = "Budget"


def papers(facts: Facts) -> Iterator[BookPaper]:
    """Yield the one file; none where there is nothing to print."""
    if facts.draft or facts.aftale.budget is not None:
        yield BookPaper(file_name(TITLE, ".xlsx"), book(facts), facts.aftale.at("budget"))


DOCUMENT = Document("budget", 60, Design.EGEN, papers, "Overføres til budgetskabelonen på sagen og uploades.")
