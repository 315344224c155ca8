"""The forms that users bring, made ready to be filled: tagged already, by a binding beside them, or by what is seen in them."""

from __future__ import annotations

import hashlib
from pathlib import Path

from aftale_builder.binding import notes
from aftale_builder.binding.draft import marked_as_draft
from aftale_builder.binding.faults import FormError
from aftale_builder.binding.fitting import faults
from aftale_builder.binding.places import Binding, Certainty, Seen
from aftale_builder.binding.seeing import see, wording_of
from aftale_builder.binding.tagging import tagged
from aftale_builder.documents.own_form import OwnForm
from aftale_builder.regulation import Regulativ
from aftale_builder.word.archive import Kind, WordFileError, archive
from aftale_builder.word.formfile import FormFile
from aftale_builder.word.reading import read_package
from aftale_builder.word.template import has_tags, load, stories
from aftale_builder.word_check.naming import front_says, own_generation, signs_of_form

_YAML = frozenset({".yaml", ".yml"})


def own_form(path: Path, document: str, regulativ: Regulativ, *, draft: bool = False) -> OwnForm:
    """Return the form in a file (or the one that a binding's file names), ready to be filled.

    Raises FormError where it can't be read, is of another generation, or where a field's place is not sure; TemplateError with
    every fault of its tags where it has some.
    """
    binding_file = path if path.suffix.lower() in _YAML else None
    if binding_file is not None:
        path = path.parent / notes.read(_text(path), path.name)[0]
    data, form = opened(path)
    right_generation(form, path.name, regulativ)
    if has_tags(form.package):
        return _ready(path.name, document, data, form, regulativ, draft=draft)
    beside = binding_file or path.with_name(path.stem + notes.SUFFIX)
    binding = _noted(beside, data, form, document) if beside.exists() else _seen(form, path.name, document, regulativ)
    return _ready(path.name, document, tagged(data, binding), form, regulativ, draft=draft)


def inside(folder: Path, file: str) -> Path:
    """Return the path of a file that the agreement names. Raises FormError where it is not one in the agreement's folder."""
    path = folder / file
    if not path.resolve().is_relative_to(folder.resolve()):
        raise FormError(f"Skabelonen «{file}» ligger uden for aftalens mappe.", "Læg den i mappen, og skriv stien dertil.")
    if not path.is_file():
        raise FormError(f"Skabelonen «{file}» findes ikke i aftalens mappe.", "Se efter, om navn og mappe er skrevet rigtigt.")
    return path


def _ready(name: str, document: str, made: bytes, form: FormFile, regulativ: Regulativ, *, draft: bool) -> OwnForm:
    ready = OwnForm(name, document, marked_as_draft(made) if draft else made, wording_of(form, regulativ))
    load(ready)
    return ready


def opened(path: Path) -> tuple[bytes, FormFile]:
    """Return the bytes of a file, and the form in it. Raises FormError where it can't be read."""
    try:
        archive(path, Kind.DOCX).close()  # judged before it is read: it may be anything
        data = path.read_bytes()
        form = FormFile(data)
        for part in stories(form.package):
            form.package.xml(part)  # what cannot be read is told of here, before anything looks into it
    except WordFileError as error:
        raise FormError(f"Skabelonen «{path.name}»: {error.message}", error.remedy) from error
    return data, form


def right_generation(form: FormFile, name: str, regulativ: Regulativ) -> None:
    """Raise FormError for a form of another generation, as DOK412 judges a finished file."""
    signs = list(signs_of_form(form.units))
    front = next((sign for sign in front_says(read_package(form.package).units) if sign.form.id != regulativ.id), None)
    if front is not None and any(sign.form.id == regulativ.id for sign in signs):
        raise FormError(
            f"DOK412 forkert-skabelon: «{name}» siger «{front.words}», som hører til {front.form.navn}, men resten er skabelonen "
            f"for {regulativ.navn}. Det er ikke til at vide, hvilken den er.",
            f"Hent skabelonen for {regulativ.navn} på sagen i driftsstøttesystemet. Er det den, så ret de ord i den.",
        )
    odd = (sign.form for sign in signs if sign.form.id != regulativ.id)
    other = next(odd, None) or (front.form if front is not None else own_generation(form.units, signs, None))
    if other is not None and other.id != regulativ.id:
        raise FormError(
            f"DOK412 forkert-skabelon: «{name}» er skabelonen for {other.navn}, men aftalen hører til {regulativ.navn}.",
            f"Hent skabelonen for {regulativ.navn} på sagen i driftsstøttesystemet.",
        )


def _seen(form: FormFile, name: str, document: str, regulativ: Regulativ) -> Binding:
    found = see(form, document, regulativ)
    refuse_unsure(found, name)
    return found.binding


def refuse_unsure(seen: Seen, name: str) -> None:
    """Raise FormError where a field has no sure place, with what was seen of each."""
    unsure = [found for found in seen.found if found.certainty is Certainty.UNSURE]
    if unsure:
        told = "\n".join(f"  {found.name}: {found.why}." for found in unsure)
        raise FormError(
            f"Skabelonen «{name}» kan ikke udfyldes: {_count(len(unsure))} har ikke et sikkert sted.\n{told}",
            "Er det den rigtige fil? Så skriv felternes sted med «aftale template bind», og ret den binding, den laver.",
        )


def _count(number: int) -> str:
    return "ét felt" if number == 1 else f"{number} felter"


def _noted(path: Path, data: bytes, form: FormFile, document: str) -> Binding:
    """Return the binding in a file, held against the form. Raises FormError where they do not fit."""
    _, digest, binding = notes.read(_text(path), path.name)
    if binding.document != document:
        raise FormError(
            f"«{path.name}» er en binding af {binding.document}, ikke af {document}.", "Nævn den fil, der hører til dokumentet."
        )
    fault = next(faults(binding, form), None)
    if fault is not None:
        changed = digest != hashlib.sha256(data).hexdigest()
        why = " Skabelonen er ændret, siden bindingen blev lavet." if changed else ""
        raise FormError(f"«{path.name}»: {fault}{why}", "Ret det, eller lav bindingen igen med «aftale template bind».")
    return binding


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise FormError(f"«{path.name}» kan ikke læses.", "Se efter, om navn og mappe er skrevet rigtigt.") from error
