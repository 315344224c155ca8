"""How a paragraph with the right words may still say something else: told in Danish."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from aftale_builder.word.reading import Kind, Unit
from aftale_builder.word.spans import Span, Spans, differences, even
from aftale_builder.word.wanted import Expected, Item


def flaws(wanted: Expected, found: Unit, notes: Mapping[str, int]) -> Iterator[str]:
    """Yield by what a unit with the words that were wanted differs. `notes` is each note's number in the file."""
    if found.kind is Kind.NOTE and wanted.loose is not found.loose:
        yield "der er ingen henvisning til noten" if found.loose else "der er en henvisning til noten, men der skal ingen være"
    if found.kind is not Kind.PARAGRAPH:
        return
    if wanted.level != found.level:
        yield _of_level(wanted.level, found.level)
    item = Item(found.item.level, found.item.value if found.item.ordered else None) if found.item else None
    if wanted.item != item:
        yield _of_item(wanted.item, item)
    numbers = tuple(notes[run.note] for run in found.runs if run.note and not run.hidden)
    if wanted.notes != numbers:
        yield f"den henviser til {_notes(numbers)}, men skal henvise til {_notes(wanted.notes)}"
    if wanted.figures != tuple(alt for _, alt in found.figures):
        yield (
            "figurens alternative tekst er en anden"
            if found.figures and wanted.figures
            else "der er en figur for meget eller for lidt"
        )
    spans = _spans(found)
    must = _within_style(wanted, found)
    if must != spans:
        yield from differences(must, spans)


def _spans(unit: Unit) -> Spans:
    return even(Span(run.text, run.bold, run.italic, run.link) for run in unit.runs if not (run.note or run.hidden))


def _within_style(wanted: Expected, found: Unit) -> Spans:
    """Return the spans that are wanted, with the look that a style gives all of the paragraph."""
    if not (wanted.styled and (found.bold or found.italic)):
        return wanted.spans
    return even(
        span._replace(bold=span.bold or found.bold, italic=span.italic or found.italic) for span in wanted.spans
    )  # fmt: skip


def _of_level(must: int | None, has: int | None) -> str:
    if must is None:
        return "et almindeligt afsnit er blevet til en overskrift"
    if has is None:
        return "overskriften er blevet til et almindeligt afsnit"
    return f"overskriften er på et andet niveau ({has}, skal være {must})"


def _of_item(must: Item | None, has: Item | None) -> str:
    if must is None:
        return "et afsnit uden for lister er blevet til et punkt i en liste"
    if has is None:
        return "det er ikke længere et punkt i en liste"
    if must.level != has.level:
        return f"punktet står på et andet niveau i listen ({has.level + 1}, skal være {must.level + 1})"
    if has.number is None:
        return f"punktet har ikke noget nummer, men skal have nummer {must.number}"
    if must.number is None:
        return f"punktet har nummer {has.number}, men skal ikke have noget nummer"
    return f"punktets nummer er {has.number}, skal være {must.number}"


def _notes(numbers: tuple[int, ...]) -> str:
    return " og ".join(f"note {number}" for number in numbers) or "ingen note"
