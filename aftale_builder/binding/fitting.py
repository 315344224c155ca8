"""A binding that people may have mended, held against the form it is of."""

from __future__ import annotations

from collections.abc import Iterator

from aftale_builder.binding.fields import Fields, fields_of
from aftale_builder.binding.gaps import short
from aftale_builder.binding.places import Binding, Block, How, Place
from aftale_builder.regulation import same_words
from aftale_builder.word.formfile import FormFile, table_of
from aftale_builder.word.ooxml import CELL, TABLE


def faults(binding: Binding, form: FormFile) -> Iterator[str]:
    """Yield, in Danish, why a binding does not fit the form: places that are not there, fields that have none."""
    known = fields_of(binding.document)
    for name, place in binding.places.items():
        yield from _place(name, place, binding, form)
    for name, block in binding.blocks.items():
        if name not in known.repeats:
            yield f"«{name}» er ikke noget, der gentages."
        elif not (block.first in form and block.last in form and block.first <= block.last):
            yield f"«{name}» går fra afsnit {block.first} til {block.last}, og det gør skabelonen ikke."
        elif known.repeats[name].rows and table_of(form.paragraph(block.first)) is None:
            yield f"«{name}» skal gentage en række i en tabel, men afsnit {block.first} står ikke i en."
        elif not known.repeats[name].rows and (more := _repeated_too(block, binding, form)):
            yield (
                f"«{name}» går fra afsnit {block.first} til {block.last}, midt i en tabel. Hele tabellen ville blive gentaget, "
                f"også afsnit {more}, «{short(form.text(more))}»."
            )
    for number in (*binding.removed, *((binding.running,) if binding.running else ())):
        if number not in form.numbers:
            yield f"Afsnit {number} findes ikke i skabelonen."
    lacking = [name for name in known.fields if not _has(name, binding, known)]
    if lacking:
        yield f"Disse felter har intet sted: {', '.join(lacking)}."


def _repeated_too(block: Block, binding: Binding, form: FormFile) -> int:
    """Return the first paragraph with words that stands in the table in which a block begins and is no part of it; 0 for none."""
    tables = list(form.paragraph(block.first).iterancestors(TABLE))
    cells = [next(form.paragraph(number).iterancestors(CELL), None) for number in (block.first, block.last)]
    if not tables or cells[0] is cells[1]:
        return 0
    own = {*range(block.first, block.last + 1), *binding.removed}
    there = (number for number in form.numbers if number in form and number not in own and form.text(number).strip())
    return next((number for number in there if tables[-1] in form.paragraph(number).iterancestors(TABLE)), 0)


def _place(name: str, place: Place, binding: Binding, form: FormFile) -> Iterator[str]:
    if place.how is How.WITH:
        host = binding.places.get(place.text)
        if host is None or host.how is How.WITH:
            yield f"feltet «{name}» skal stå med «{place.text}», og det har ikke et sted selv."
        return
    says = form.text(place.paragraph)
    if place.paragraph not in form.numbers or same_words(says) != same_words(place.text):
        yield f"feltet «{name}» skal stå ved afsnit {place.paragraph}, «{place.text}», men dér står «{says}»."
    elif place.label and place.label not in says:
        yield f"feltet «{name}» skal stå efter «{place.label}», men det står ikke i afsnit {place.paragraph}."


def _has(name: str, binding: Binding, known: Fields) -> bool:
    """Tell whether a field has a place; the columns of a table have none where the form has no table of them."""
    table, _, column = name.partition(".")
    if column and known.repeats.get(table) and known.repeats[table].rows and table not in binding.blocks:
        return True
    return name in binding.places or name in binding.blocks
