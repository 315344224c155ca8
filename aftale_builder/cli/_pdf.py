"""PDF as commands make it: what goes wrong is told in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from aftale_builder.cli._making import RefusedError, listed, progress_bar

if TYPE_CHECKING:
    from aftale_builder.documents.packaging import Package


def pdfs(package: Package, kept: Mapping[str, bytes], *, otherwise: str) -> dict[str, bytes]:
    """Return the PDF of each document, by its name; those in `kept` are good. Raises RefusedError, ending in `otherwise`."""
    from aftale_builder.documents.pdf import NoLibreOfficeError, PdfError, convert, pdf_name, program

    wanted = {file.name: file.data for file in package.documents if pdf_name(file.name) not in kept}
    if not wanted:
        return dict(kept)
    try:
        program()
        with progress_bar("Laver PDF") as progress:
            made = convert(wanted, progress)
    except NoLibreOfficeError as error:
        raise RefusedError(
            "Pakken er ikke lavet, og intet er skrevet: "
            "PDF’er bliver lavet af LibreOffice, og det er ikke fundet på denne maskine.\n"
            f"Installér det fra libreoffice.org (det er gratis), og kør igen. {otherwise}"
        ) from error
    except PdfError as error:
        raise RefusedError(
            f"Pakken er ikke lavet, og intet er skrevet: LibreOffice kunne ikke lave PDF af\n{listed(error.names)}\n"
            f"Luk LibreOffice, hvis det er åbent, og prøv igen. {otherwise}"
        ) from error
    return {**kept, **made}
