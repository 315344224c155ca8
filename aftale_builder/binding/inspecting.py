"""What is seen in a form, told to people: which field stands where, how surely, and which does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from aftale_builder.binding.forms import opened, right_generation
from aftale_builder.binding.gaps import short
from aftale_builder.binding.linting import tag_faults
from aftale_builder.binding.places import Certainty, Found, How, Seen
from aftale_builder.binding.seeing import document_of, see
from aftale_builder.binding.tagging import tagged
from aftale_builder.binding.telling import Teller, is_text
from aftale_builder.documents.own_form import OwnForm
from aftale_builder.regulation import Regulativ, regulativ
from aftale_builder.word.faults import TemplateFault
from aftale_builder.word.formfile import FormFile
from aftale_builder.word.template import has_tags

_HOW = {How.AFTER: "efter afsnit", How.IN: "i afsnit", How.BELOW: "under tabellen ved afsnit"}


@dataclass(frozen=True)
class Inspected:
    """A file that was looked at: what is seen in it, or the faults of its tags where it has some."""

    name: str
    data: bytes
    document: str
    form: FormFile
    seen: Seen | None
    faults: tuple[TemplateFault, ...] = ()

    @property
    def tagged(self) -> bool:
        """Tell whether it has tags of its own."""
        return self.seen is None

    @property
    def exit_code(self) -> int:
        """Return 1 where the form can't be filled in as it is."""
        return int(bool(self.faults) or (self.seen is not None and bool(self.seen.open)))

    def marked(self) -> bytes:
        """Return a copy in which the places are marked with tags."""
        return tagged(self.data, self.seen.binding) if self.seen is not None else self.data


def inspected(path: Path, document: str, rules: Regulativ) -> Inspected:
    """Return what is seen in a file; `document` is «» where the file is to tell itself. Raises FormError for one of no use."""
    data, form = opened(path)
    right_generation(form, path.name, rules)
    document = document or document_of(form)
    if has_tags(form.package):
        faults = tag_faults(OwnForm(path.name, document, data), rules)
        return Inspected(path.name, data, document, form, None, faults)
    return Inspected(path.name, data, document, form, see(form, document, rules))


def told(found: Inspected) -> Iterator[str]:
    """Yield what is to be said, line by line."""
    if found.seen is None:
        yield f"«{found.name}» har tags: {len(found.faults) or 'ingen'} fejl i dem."
        yield from (f"  {fault}" for fault in found.faults)
        return
    known = [one for one in found.seen.found if one.certainty is not Certainty.UNSURE]
    fields = "ét felt" if len(known) == 1 else f"{len(known)} felter"
    yield f"«{found.name}» er set som {found.document}: {fields} er fundet, {len(found.seen.open)} er ikke."
    yield ""
    width = max((len(one.name) for one in found.seen.found), default=0)
    yield from (_line(one, width) for one in known)
    if found.seen.open:
        yield from ("", "Ikke fundet:", *(_line(one, width) for one in found.seen.open))
    giving = ", ".join(f"«{short(found.form.text(number))}»" for number in _guidance(found))
    if giving:
        yield from ("", f"Slettes, når skabelonen udfyldes: {giving}.")
    if found.seen.remarks:
        yield from ("", "Se efter:", *(f"  - {remark}" for remark in found.seen.remarks))


def paragraphs(found: Inspected) -> Iterator[str]:
    """Yield every paragraph of the file with its number."""
    return (f"  {unit.number:>4}  {short(unit.plain, 90)}" for unit in found.form.units if is_text(unit))


def _line(one: Found, width: int) -> str:
    where = f"{_HOW[one.place.how]} {one.place.paragraph}: " if one.place is not None and one.place.how in _HOW else ""
    sure = f"{one.certainty.value:<10}  " if one.place is not None else ""
    return f"  {one.name:<{width}}  {sure}{where}{one.why}"


def _guidance(found: Inspected) -> Iterator[int]:
    """Yield the paragraphs of guidance that give way; what is repeated is told with its field."""
    rules = regulativ(found.seen.binding.generation) if found.seen is not None else None
    if found.seen is None or rules is None:
        return
    teller = Teller(rules)
    removed = set(found.seen.binding.removed)
    yield from (unit.number for unit in found.form.units if is_text(unit) and unit.number in removed and teller.is_guidance(unit))
