"""Where the fields of a form are, whatever document it is of."""

from __future__ import annotations

from collections.abc import Mapping

from aftale_builder.binding import general, strategic
from aftale_builder.binding.documents import DOCUMENTS
from aftale_builder.binding.faults import FormError
from aftale_builder.binding.places import Seen
from aftale_builder.binding.telling import is_text
from aftale_builder.importing.wording import key
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.lines import Paper
from aftale_builder.word.formfile import FormFile
from aftale_builder.word_check.naming import paper_of

_DOCUMENTS = {
    Paper.SAMARBEJDSAFTALE: strategic.DOCUMENT,
    Paper.DELAFTALE: "delaftale",
    Paper.KOMMISSORIUM: "kommissorium",
    Paper.BEREDSKABSPLAN: "beredskabsplan",
    Paper.MILEPAELSPLAN: "milepælsplan",
    Paper.INDBERETNINGSSKEMA: "indberetningsskema",
}


def see(form: FormFile, document: str, regulativ: Regulativ) -> Seen:
    """Return what is seen of a document's fields in a form. Raises FormError for a document whose fields are not known."""
    if any(unit.tracked for unit in form.units):
        raise FormError(
            "Skabelonen har sporede ændringer, så det er ikke til at se, hvad der gælder.",
            "Acceptér eller afvis dem i Word (Gennemse → Accepter), og gem filen.",
        )
    if document == strategic.DOCUMENT:
        return strategic.see(form, regulativ)
    if document not in DOCUMENTS:
        raise FormError(
            f"Felterne i {document} kan ikke findes af sig selv: skabelonens ordlyd kendes ikke.",
            "Sæt tags i skabelonen, dér hvor felterne skal stå, som i vores egen («docs/vejledning.md» viser hvordan).",
        )
    return general.see(form, document, regulativ)


def document_of(form: FormFile) -> str:
    """Return the document that a form says it is of; the strategiske samarbejdsaftale where it says nothing."""
    paper = paper_of(form.units)
    return _DOCUMENTS.get(paper, strategic.DOCUMENT) if paper is not None else strategic.DOCUMENT


def wording_of(form: FormFile, regulativ: Regulativ) -> Mapping[str, tuple[int, str]]:
    """Return, by the id of each piece of fixed wording that a form has, where it stands and what it says there."""
    found: dict[str, tuple[int, str]] = {}
    for fixed in regulativ.fast_tekst:
        known = {key(words) for words in fixed.former}
        unit = next((unit for unit in form.units if is_text(unit) and key(unit.plain) in known), None)
        if unit is not None:
            found[fixed.id] = (unit.number, unit.plain.strip())
    return found
