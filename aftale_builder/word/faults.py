"""What can be wrong with a template or a value, so that a document cannot be filled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aftale_builder.findings import Fault


@dataclass(frozen=True, slots=True)
class TemplateFault:
    """One fault of a template: its file, the part of it, the paragraph (from 1) with its text, the tag, and how to mend it."""

    file: str
    part: str
    paragraph: int
    text: str
    tag: str
    message: str
    help: str

    def __str__(self) -> str:
        where = f"{self.file}, {self.part}, afsnit {self.paragraph}" if self.paragraph else f"{self.file}, {self.part}"
        words = self.text if len(self.text) <= 60 else f"{self.text[:57]}…"
        return f"{where} («{words}»), {self.tag}: {self.message} {self.help}"


class TemplateError(Exception):
    """A template cannot be used; `faults` holds all that is wrong with it."""

    def __init__(self, faults: Sequence[TemplateFault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = tuple(faults)


class ValuesError(Exception):
    """Some values cannot be set in a Word file; `faults` holds them all, each at its place in the YAML where it has one."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(fault.message for fault in faults))
        self.faults = tuple(faults)
