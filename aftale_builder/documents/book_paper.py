"""A file of the package that is a workbook."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from aftale_builder.findings import Anchored, Hit
from aftale_builder.sheet.book import Book


@dataclass(frozen=True)
class BookPaper:
    """A workbook: its name, what it holds, and where in the YAML it comes from."""

    name: str
    book: Book
    anchor: Anchored

    def render(self) -> bytes:
        """Return the file. Raises `ValuesError` for texts that no cell can hold."""
        from aftale_builder.sheet.writing import unfit, write
        from aftale_builder.word.faults import ValuesError

        if faults := unfit(self.book, self.anchor):
            raise ValuesError(faults)
        return write(self.book)

    def code(self) -> str:
        """Return what the file is made of, as a code."""
        return hashlib.sha256(self.render()).hexdigest()[:16]

    def base(self, name: str, data: bytes) -> None:
        """Return nothing: workbooks are brought home by `aftale import`."""

    def prove(self, data: bytes) -> tuple[Hit, ...]:
        """Return how the file differs from the book."""
        from aftale_builder.sheet.proof import prove

        return prove(self.book, data, self.anchor)
