"""`aftale pack`: the whole package as one sealed file, ready for the case."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from aftale_builder.cli._making import DEFAULT_FOLDER, RefusedError, agreement, listed, make
from aftale_builder.cli._pdf import pdfs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aftale_builder.assessment import Assessment
    from aftale_builder.documents.packaging import Package
    from aftale_builder.model import Loaded

ENDING = ".zip"


@click.command(short_help="Saml pakken i én forseglet fil til sagen.")
@click.argument("path", default=".", metavar="[STI]", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Zip-filen.  [ellers: indsatsens navn]")
@click.option("--no-pdf", is_flag=True, help="Lad være med at lægge PDF’er ved.")
@click.option("--force", is_flag=True, help="Erstat zip-filen, hvis den findes, og se bort fra rettelser i Word-filerne i pakke.")
def command(path: Path, output: Path | None, no_pdf: bool, force: bool) -> int:  # fmt: skip
    """Saml alt, der skal på sagen, i én zip-fil: dokumenterne i Word og Excel, PDF ved siden af, bilag, tjekliste og rapport.

    Er der fejl i aftalen, bliver pakken ikke lavet. «aftale verify» viser senere, at intet i den er ændret.
    """
    try:
        loaded, today = agreement(path, draft=False)
        target = output or _target(loaded)
        if not force:
            _free(target)
        package = make(loaded, path, draft=False)
        if not force:
            _unedited(loaded.folder / DEFAULT_FOLDER, package)
        made = {} if no_pdf else pdfs(package, {}, otherwise="Med --no-pdf bliver pakken lavet uden PDF’er; dem kan Word gemme.")
        data, code = _sealed(loaded.folder, package, today, made)
        _write(target, data)
    except RefusedError as error:
        if str(error):
            click.echo(str(error), err=True)
        return error.code
    click.echo(f"Pakken er lavet: {target.as_posix()}\nKontrolkode: {code}")
    click.echo("Notér koden på sagen. «aftale verify» viser den samme, så længe intet i filen er ændret.", err=True)
    return 0


def _target(loaded: Loaded) -> Path:
    from aftale_builder.documents.names import file_name

    name = loaded.aftale.navn if loaded.aftale is not None else ""
    return loaded.folder / file_name(f"{name} - til upload".strip(" -"), ENDING)


def _free(target: Path) -> None:
    """Raise RefusedError where a package lies already: its code may have been noted."""
    if target.exists():
        raise RefusedError(f"«{target}» findes allerede. Vælg et andet navn med -o, eller erstat den med --force.")


def _unedited(folder: Path, package: Package) -> None:
    """Raise RefusedError where somebody has edited the rendered files: a package without those edits is hardly what they want."""
    from aftale_builder.documents.content import digest, settled
    from aftale_builder.documents.publishing import edited

    documents = {file.name: file.data for file in package.documents}
    if names := edited(folder, documents, digest, settled):
        raise RefusedError(
            f"Pakken er ikke lavet: disse filer i «{folder.name}» er rettet i hånden, og rettelserne står ikke i aftalen:\n"
            f"{listed(names)}\n"
            "Hent dem hjem med «aftale pull», eller pak uden dem med --force."
        )


def _sealed(folder: Path, package: Package, today: Assessment, pdfs: Mapping[str, bytes]) -> tuple[bytes, str]:
    """Return the archive, and the code that a person notes of it. Raises RefusedError."""
    from aftale_builder.documents.manifest import judged
    from aftale_builder.packing.contents import contents
    from aftale_builder.packing.sealing import code, seal

    try:
        files = contents(package, folder, today, pdfs)
    except OSError as error:
        raise RefusedError(
            f"Pakken er ikke lavet: bilaget «{error.filename}» kan ikke læses. Er det åbent, så luk det."
        ) from error
    data, sealed = seal(files, judged(package.assessment, draft=False))
    return data, code(sealed)


def _write(target: Path, data: bytes) -> None:
    """Write the file whole or not at all. Raises RefusedError."""
    half = target.with_name(f".{target.name}.undervejs")
    try:
        half.write_bytes(data)
        half.replace(target)
    except OSError as error:
        half.unlink(missing_ok=True)
        raise RefusedError(f"«{target}» kan ikke skrives. Se, om mappen findes, og om filen er åben.") from error
