"""What is told of a Word file that is none of the documents that can be read."""

from __future__ import annotations

from collections.abc import Iterable

from aftale_builder.importing.gathering import Unread
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.lines import Paper
from aftale_builder.word.reading import WordText
from aftale_builder.word_check.naming import paper_of

_OURS = {
    Paper.BEREDSKABSPLAN: ("en beredskabsplan", "Skriv det, der skal med, under «beredskabsplan» i aftalen."),
    Paper.MILEPAELSPLAN: ("en milepælsplan", "Skriv milepælene under «milepæle» i aftalen."),
    Paper.INDBERETNINGSSKEMA: ("et indberetningsskema", "Indberetningsskemaet bliver lavet af aftalen, når den er skrevet."),
}
"""The papers of the package that are not read, each with what to do instead."""
_KNOWN = (
    "Importen kender skabelonens overskrifter («1. Kort om boligområdet» og så videre), og titlerne «Delaftale for "
    "indsatsområdet …» og «Kommissorium for …». Se, om det er den rigtige fil."
)


def unknown(name: str, word: WordText, seen: Iterable[str], regulativ: Regulativ) -> Unread:
    """Return why a file is not brought in; `seen` are those of the form's headings that are there."""
    ours = _OURS.get(paper) if (paper := paper_of(word.units)) is not None else None
    if ours is not None:
        return Unread(name, f"«{name}» er {ours[0]}, og dem henter importen ikke.", ours[1])
    headings = ", ".join(seen)
    only = f" Kun disse overskrifter er fundet: {headings}." if headings else ""
    message = (
        f"«{name}» ligner ikke en strategisk samarbejdsaftale for {regulativ.navn}, og heller ikke en delaftale eller et "
        "kommissorium."
    )
    return Unread(name, f"{message}{only}", _KNOWN)


def remedies(files: Iterable[Unread]) -> str:
    """Return what to do about files that are not brought in, each thing once."""
    return "\n".join(dict.fromkeys(file.remedy for file in files))
