"""What is empty in a finished Word file: the form's sections and fields, and the headings of papers whose form is not known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aftale_builder.rules.finished import Finished, Form, Paragraph, Part, Role, Section, Spot
from aftale_builder.rules.pattern import pattern
from aftale_builder.rules.words import excerpt

EFFORTS = "indsatsområder"
"""The key of the section that has a section of its own for each indsatsområde."""

_NO_WORDS = frozenset({"", "baseline", EFFORTS})
_LEFT = frozenset({Role.STAND_IN, Role.PROMPT})
_SILENT = frozenset({Role.PROMPT, Role.GUIDANCE, Role.STAND_IN})
_NUMBERED = pattern(r"\s*(?:afsnit\s+)?\d{1,2}[.):]?\s", re.IGNORECASE)
_ASKING = pattern(
    r"problemkompleks|delmål|aktivitet|formål|opgave|ansvar|møde|medlem|sammensætning|organis|økonomi|budget|baggrund|vision"
    r"|evaluering|målgruppe|beredskab|milepæl|parter|periode|samspil|sekretariat|indhold|kontakt|underskrift|status|forankring",
    re.IGNORECASE,
)


def told_as_empty(file: Finished) -> frozenset[Spot]:
    """Return where the stand-ins are that stand alone in a field or under a heading: DOK405 says that it is empty."""
    if file.form is None:
        return frozenset(paragraph.spot for _, left in empty_headings(file) for paragraph in left)
    fields = (field.stand_ins for field in file.form.fields if not field.filled)
    sections = (section.stand_ins for section in empty_sections(file, file.form))
    return frozenset(paragraph.spot for alone in (*fields, *sections) for paragraph in alone)


def empty_sections(file: Finished, form: Form) -> Iterator[Section]:
    """Yield the sections of the form that ask for words and have none. The table of indicators is DOK406's."""
    asking = {afsnit.id for afsnit in file.regulativ.afsnit if afsnit.noegle not in _NO_WORDS} if file.regulativ else set()
    return (section for section in form.sections if not section.told and (section.area or section.id in asking))


def only(stand_ins: Sequence[Paragraph]) -> str:
    """Return what a message adds of the stand-ins in an empty place: «, kun «TODO»», «» where nothing is written."""
    return f", kun «{excerpt(stand_ins[0].text.strip())}»" if stand_ins else ""


def empty_headings(file: Finished) -> Iterator[tuple[Paragraph, tuple[Paragraph, ...]]]:
    """Yield each heading with neither words nor a heading of a lower level under it, and the stand-ins that are under it.

    Headings before the first words are the cover: a name, a year, that nothing is to stand under. They are left out, unless they
    are numbered or ask for something («Formål»).
    """
    body = [one for one in file.of(Part.BODY) if one.role is not Role.EMPTY]
    cover = _cover(body)
    for at, heading in enumerate(body):
        if heading.level is None or heading.cell or not heading.text.strip() or (at < cover and not _asks(heading)):
            continue
        below = at + 1
        while below < len(body) and body[below].level is None and body[below].role in _SILENT:
            below += 1
        after = body[below] if below < len(body) else None
        if after is None or (after.level is not None and after.level <= heading.level):
            yield heading, tuple(one for one in body[at + 1 : below] if one.role in _LEFT)


def _cover(body: Sequence[Paragraph]) -> int:
    """Return how many paragraphs the cover has: the title, and the headings that come before any words."""
    at = 1
    while at < len(body) and (body[at].level is not None or body[at].role in _SILENT):
        at += 1
    return at


def _asks(heading: Paragraph) -> bool:
    return bool(_NUMBERED.match(heading.text) or _ASKING.search(heading.text))
