"""The option `--template DOKUMENT=FIL`: the users' own forms, named on the command line."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from aftale_builder.model.kinds import Skabelondokument

TEMPLATE = click.option(
    "--template",
    "templates",
    multiple=True,
    metavar="DOKUMENT=FIL",
    help="Udfyld jeres egen skabelon (.docx) i stedet for vores, for eksempel strategisk-samarbejdsaftale=FIL.docx.",
)


def chosen(words: Iterable[str]) -> dict[str, Path]:
    """Return the forms by document. Raises click.UsageError for a document that is none, a file that is not there."""
    forms: dict[str, Path] = {}
    for word in words:
        document, sign, file = word.partition("=")
        if not sign or not file:
            raise click.UsageError(
                f"Skriv --template som DOKUMENT=FIL, for eksempel {Skabelondokument.SAMARBEJDSAFTALE}=FIL.docx."
            )
        checked(document)
        if document in forms:
            raise click.UsageError(f"Der er nævnt to skabeloner til {document}. Nævn én.")
        forms[document] = Path(file)
        if not forms[document].is_file():
            raise click.UsageError(f"Skabelonen «{file}» findes ikke. Skriv stien til Word-filen.")
    return forms


def checked(document: str) -> str:
    """Return the name of a document that may have a form. Raises click.UsageError for any other."""
    known = [one.value for one in Skabelondokument]
    if document not in known:
        from difflib import get_close_matches

        near = get_close_matches(document, known, 1)
        meant = f"Mente du «{near[0]}»?" if near else f"Dokumenterne er {', '.join(known)}."
        raise click.UsageError(f"«{document}» er ikke et dokument med skabelon. {meant}")
    return document
