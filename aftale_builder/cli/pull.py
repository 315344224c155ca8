"""`aftale pull`: what was changed in rendered Word files, home into the YAML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aftale_builder.pulling.excerpts import around, on_one_line
from aftale_builder.source.files import ROOT

if TYPE_CHECKING:
    from aftale_builder.findings import Place
    from aftale_builder.model import Loaded
    from aftale_builder.pulling.bringing import Brought
    from aftale_builder.pulling.changes import Edit, Remark
    from aftale_builder.pulling.outcome import Conflict, Done
    from aftale_builder.pulling.pulled import Pulled

_LEFT = 1
"""Exit code where something was not brought home."""
_MOST = 5
"""So many edits of one text are told; of the rest, how many there are."""


@click.command(short_help="Hent rettelser i Word hjem i aftalens YAML.")
@click.argument("files", nargs=-1, required=True, metavar="FIL.docx…", type=click.Path(path_type=Path))
@click.option(
    "--into", "folder", metavar="MAPPE", type=click.Path(path_type=Path), help="Aftalens mappe.  [ellers: søges opad fra filen]"
)
@click.option("--accept", is_flag=True, help="Tag sporede ændringer med, som var de accepteret i Word. Ellers vises de kun.")
@click.option("--dry-run", is_flag=True, help="Skriv intet; vis, hvad der ville blive ændret (som unified diff).")
def command(files: tuple[Path, ...], folder: Path | None, accept: bool, dry_run: bool) -> int:  # fmt: skip
    """Hent det, der er rettet i Word-filer fra «aftale render», hjem i aftalens YAML.

    Kun de rettede værdier ændres, dér hvor de står. Faste ord og det, der ikke hører til noget felt, hentes ikke, men vises.
    Siger to filer hver sit om den samme værdi, vises begge, og intet skrives.
    """
    from aftale_builder.model import load

    where = _agreement(files, folder)
    loaded = load(where)
    if loaded.aftale is None:
        click.echo(f"Aftalen i «{where}» kan ikke læses. Se hvorfor med «aftale check {where}».", err=True)
        return 2
    from aftale_builder.pulling.bringing import NotOursError, UnprovenError, bring
    from aftale_builder.source.rewriting import UnwritableError, diff, write
    from aftale_builder.word.package import WordFileError

    try:
        brought = bring(loaded, {path.as_posix(): path.read_bytes() for path in files}, accept=accept)
        if not dry_run:
            write(brought.files)
    except (NotOursError, UnprovenError, UnwritableError, WordFileError) as error:
        click.echo(f"Fejl: {error}", err=True)
        return _LEFT
    if dry_run:
        click.echo(diff(brought.files), nl=False)
    for line in _told(loaded, brought, dry_run=dry_run):
        click.echo(line, err=dry_run)
    return _LEFT if brought.plan.refused or brought.plan.conflicts else 0


def _agreement(files: Iterable[Path], folder: Path | None) -> Path:
    """Return the agreement's folder: the one that was named, else the nearest above the files. Raises click.UsageError."""
    for path in files:
        if not path.is_file():
            what = "er en mappe" if path.is_dir() else "findes ikke"
            raise click.UsageError(f"«{path}» {what}. Skriv stien til Word-filen.")
    if folder is not None:
        if not (folder / ROOT).is_file():
            raise click.UsageError(f"I mappen «{folder}» er der ingen {ROOT}.")
        return folder
    found = {_above(path) for path in files}
    if len(found) > 1 or None in found:
        where = "ligger ikke i den samme aftales mappe" if len(found) > 1 else "ligger ikke i en aftales mappe"
        raise click.UsageError(f"Filen {where}. Skriv, hvilken aftale den hører til, med --into MAPPE.")
    return found.pop() or Path()


def _above(path: Path) -> Path | None:
    import os

    for above in path.absolute().parents:
        if (above / ROOT).is_file():
            return Path(os.path.relpath(above))
    return Path() if Path(ROOT).is_file() else None


def _told(loaded: Loaded, brought: Brought, *, dry_run: bool) -> Iterator[str]:
    """Yield what was done and what was not, line by line."""
    plan = brought.plan
    if plan.conflicts:
        yield "Det samme er rettet hver for sig. Intet er skrevet, før I har valgt:"
        for conflict in plan.conflicts:
            yield from _conflict(conflict)
        yield "Ret, så de siger det samme, eller så kun den, der gælder, siger noget nyt, og kør igen."
    elif plan.done:
        yield "Ville blive rettet i aftalen:" if dry_run else "Rettet i aftalen:"
        for done in plan.done:
            yield from _done(done)
    elif any(file.edits.tracked for file in brought.pulled):
        yield "Ud over de sporede ændringer er der intet at hente."
    elif not plan.refused:
        yield "Der er intet at hente: aftalen siger allerede det, der står i Word."
    if plan.refused:
        yield from _refused(loaded, brought)
    for file in brought.pulled:
        yield from _aside(loaded, file)
    if plan.done and not (plan.conflicts or plan.refused or dry_run):
        yield f"Se aftalen efter med «aftale check {loaded.folder}», og lav pakken igen med «{_render(brought)}»."


def _refused(loaded: Loaded, brought: Brought) -> Iterator[str]:
    """Yield what was not brought home, and the ways on: the file says it still, so no package is written over it unasked."""
    yield "Ikke hentet:"
    for name, refused in brought.plan.refused:
        yield f"  {name}, {_in_word(refused.at)}: {_change(refused.before, refused.after)}"
        home = _in_yaml(loaded, refused.at.path)
        yield f"    {refused.why}" + (f" ({home}{refused.at.path})" if home else "")
    yield (
        "Ret det tilbage i Word, eller skriv det i aftalens YAML-filer dér, hvor der er et felt til det, og lav pakken igen "
        f"med «{_render(brought)} --force»; jeres fil gemmes ved siden af."
    )


def _render(brought: Brought) -> str:
    """Return the command that makes the package again, with the forms that were named on the command line."""
    return "aftale render" + "".join(f' --template {form.document}="{form.name}"' for form in brought.forms)


def _conflict(conflict: Conflict) -> Iterator[str]:
    yield f"  {conflict.path}:"
    first, *others = conflict.versions
    yield f"    {first.who}: «{around(first.text, others[-1].text)}»"
    for version in others:
        place = f"{version.at.file} linje {version.at.line}" if version.at.line else _in_word(version.at)
        said = f"«{around(version.text, version.before)}»" if version.text.strip() else "slettet"
        yield f"    {version.who} ({place}): {said}"


def _done(done: Done) -> Iterator[str]:
    """Yield a value that comes home; of a text, each edit with its own line."""
    if len(done.stretches) < 2:
        at = done.stretches[0].at if done.stretches else done.at
        yield f"  {_home(at)}{done.path}: {_change(done.before, done.after)}"
        return
    left = len(done.stretches) - _MOST
    for number, stretch in enumerate(done.stretches[:_MOST], 1):
        more = f" (og {left} {'rettelse' if left == 1 else 'rettelser'} til)" if number == _MOST and left > 0 else ""
        yield f"  {_home(stretch.at)}{done.path}: {_change(stretch.before, stretch.after)}{more}"


def _home(at: Place) -> str:
    return f"{at.file} linje {at.line}: " if at.line else ""


def _aside(loaded: Loaded, file: Pulled) -> Iterator[str]:
    """Yield what stands in a file besides: tracked changes and comments."""
    if file.edits.tracked:
        yield f"Sporede ændringer i {file.name}, som ikke er taget med (brug --accept, eller accepter dem i Word):"
        yield from (f"  {_edit(edit)}" for edit in file.edits.tracked)
    if file.edits.remarks:
        yield f"Kommentarer i {file.name}:"
        yield from (f"  {_about(loaded, remark)}: {' '.join(remark.text.split())}" for remark in file.edits.remarks)


def _about(loaded: Loaded, remark: Remark) -> str:
    """Return what a comment is about: where the value stands in the YAML, and where the comment stands in Word."""
    return f"{_in_yaml(loaded, remark.path)}{remark.path} ({_in_word(remark.at)})" if remark.path else _in_word(remark.at)


def _in_yaml(loaded: Loaded, path: str) -> str:
    """Return where a value stands in the YAML, «» where that is not known."""
    from aftale_builder.pulling.index import Index

    node = Index(loaded.aftale).node(path) if loaded.aftale is not None and path else None
    return _home(node.place()) if node is not None else ""


def _edit(edit: Edit) -> str:
    from aftale_builder.pulling.changes import Added, Change, Listed, Refused

    path = "" if isinstance(edit, Refused) else f"{edit.path}: "
    after = ", ".join(cell.text for cell in edit.cells) if isinstance(edit, Added) else ""
    after = edit.after if isinstance(edit, (Change, Listed, Refused)) else after
    return f"{_in_word(edit.at)}: {path}{_change('' if isinstance(edit, Added) else edit.before, after)}"


def _in_word(at: Place) -> str:
    section = f"afsnittet «{at.section}»" if at.section else ""
    paragraph = f"afsnit {at.paragraph}" if at.paragraph else ""
    return ", ".join(word for word in (section, paragraph) if word) or "et sted i filen"


def _change(before: str, after: str) -> str:
    if not before.strip():
        return f"nyt: «{around(after, '')}»"
    if not after.strip():
        return f"slettet: «{around(before, '')}»"
    if on_one_line(before) == on_one_line(after):
        return f"opsætningen af «{around(after, '')}»"
    return f"«{around(before, after)}» → «{around(after, before)}»"
