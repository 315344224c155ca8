"""Bringing home: Word files and an agreement to edits of its YAML that are proven before anybody writes them."""

from __future__ import annotations

import re
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from aftale_builder.documents.own_form import OwnForm
from aftale_builder.documents.word_paper import WordPaper
from aftale_builder.findings import Fault
from aftale_builder.model import Loaded, load
from aftale_builder.pulling import deletions, enumerations, finding, store
from aftale_builder.pulling.agreement import facts_of, is_named, word_papers
from aftale_builder.pulling.base import Base, UsedForm
from aftale_builder.pulling.changes import Added, Cell, Change, Edit, Form, Listed, Refused, Removed
from aftale_builder.pulling.dangling import left_dangling
from aftale_builder.pulling.index import Index
from aftale_builder.pulling.outcome import Done, Plan
from aftale_builder.pulling.own_way import told_alike
from aftale_builder.pulling.plan import plan
from aftale_builder.pulling.pulled import Pulled
from aftale_builder.pulling.relocating import relocated
from aftale_builder.source.files import STORE
from aftale_builder.source.rewriting import Rewritten, rewritten
from aftale_builder.word.faults import ValuesError
from aftale_builder.word.reading import read

_Words = tuple[Form, str, str]
"""What is printed of a value: its form, its words, its unit."""


class NotOursError(Exception):
    """A Word file that no base is of. The message is for users, in Danish."""


class UnprovenError(Exception):
    """The agreement would not come to say what stands in Word. The message is for users, in Danish."""


@dataclass(frozen=True)
class Brought:
    """What comes of pulling: the plan, the files as they will be, and each Word file's remarks and tracked changes.

    `forms` are the users' own forms that the Word files were made of, and that the agreement does not name.
    """

    plan: Plan
    files: tuple[Rewritten, ...]
    pulled: tuple[Pulled, ...]
    forms: tuple[UsedForm, ...] = ()


def bring(loaded: Loaded, files: Mapping[str, bytes], *, accept: bool = False) -> Brought:
    """Return what is to be written in the agreement for it to say what the Word files say, by their names.

    Raises NotOursError, UnprovenError, WordFileError, and UnwritableError of `source.rewriting`.
    """
    bases = {name: _base(loaded.folder, name, data) for name, data in files.items()}
    assert loaded.aftale is not None  # noqa: S101 - seen by who asks
    index = Index(loaded.aftale)
    pulled = [_pulled(index, bases[name], name, data, accept=accept) for name, data in files.items()]
    used = dict.fromkeys(base.form for base in bases.values() if base.form and not is_named(loaded, base.form.document))
    barred: dict[str, str] = {}
    while True:
        made = _planned(index, pulled, barred)
        if made.conflicts or not made.edits:
            return Brought(made, (), tuple(pulled), tuple(used))
        changed = rewritten(loaded.folder, loaded.files, made.edits)
        unread = _proven(loaded, changed, made, tuple(bases.values()))
        if not unread:
            return Brought(made, tuple(changed), tuple(pulled), tuple(used))
        if unread.keys() <= barred.keys():
            raise UnprovenError("Aftalen ville ikke komme til at sige det, der står i Word. Intet er skrevet.")
        barred |= unread


def _base(folder: Path, name: str, data: bytes) -> Base:
    found = store.find(folder, read(data), name)
    if found is None:
        raise NotOursError(
            f"«{name}» er ikke lavet af denne aftale, eller også er det ikke gemt, hvad der stod i den, da den blev lavet "
            f"(det gemmes i {STORE}/ i aftalens mappe; hent hele den mappe hos den, der lavede filen). "
            "Forskellene viser «aftale check FIL.docx --against MAPPE»."
        )
    return found


def _pulled(index: Index, found: Base, name: str, data: bytes, *, accept: bool) -> Pulled:
    file = Pulled(name, finding.edits(found, data, name, accept=accept), found.printings)
    return relocated(index, found, deletions.told(index, file))


def _planned(index: Index, pulled: Sequence[Pulled], barred: Mapping[str, str]) -> Plan:
    """Return the plan without the values that are barred; those are refused, each with its reason."""
    left = []
    for file in pulled:
        edits = tuple(_unless_barred(edit, barred) for edit in file.edits.edits)
        left.append(replace(file, edits=replace(file.edits, edits=edits)))
    return plan(index, left)


def _unless_barred(edit: Edit, barred: Mapping[str, str]) -> Edit:
    """Return an edit, or its refusal where its value, or the reference that prints it, is barred."""
    if isinstance(edit, Refused):
        return edit
    why = barred.get(edit.path) or (barred.get(edit.by) if isinstance(edit, Change) else None)
    return Refused(edit.at, _before(edit), _after(edit), why) if why else edit


def _before(edit: Change | Added | Listed | Removed) -> str:
    return edit.before if not isinstance(edit, Added) else ""


def _after(edit: Change | Added | Listed | Removed) -> str:
    if isinstance(edit, Added):
        return ", ".join(cell.text for cell in edit.cells)
    return edit.after if not isinstance(edit, Removed) else ""


def _proven(loaded: Loaded, changed: Sequence[Rewritten], made: Plan, bases: Sequence[Base]) -> dict[str, str]:
    """Return the values that the agreement would not take, each with why; none where all stand as they do in Word.

    Raises UnprovenError where something else is wrong.
    """
    with tempfile.TemporaryDirectory(prefix="aftale-") as name:
        folder = Path(name)
        again = load(_copied(loaded, changed, folder))
        unread = dict(_unread(loaded, again, made.done))
        if unread:
            return unread
        if again.aftale is None or [fault.code for fault in again.faults] != [fault.code for fault in loaded.faults]:
            raise UnprovenError("Aftalen ville ikke kunne læses bagefter. Intet er skrevet.")
        if loaded.aftale is not None and (dangling := dict(left_dangling(loaded.aftale, again.aftale, made.done))):
            return dangling
        return dict(_unlike(made.done, _papers(again, loaded.folder, bases)))


def _copied(loaded: Loaded, changed: Sequence[Rewritten], folder: Path) -> Path:
    """Write the agreement's files, as they will be, into a folder, and return the path to load."""
    new = {unicodedata.normalize("NFC", file.path.as_posix()): file.after for file in changed}
    for name, file in loaded.files.items():
        inside = Path(name).relative_to(unicodedata.normalize("NFC", loaded.folder.as_posix()))
        target = folder / inside
        target.parent.mkdir(parents=True, exist_ok=True)
        data = new.get(name)
        target.write_bytes(data if data is not None else file.text.encode("utf-8-sig" if file.bom else "utf-8"))
    return folder / Path(next(iter(loaded.files))).name


def _unread(before: Loaded, after: Loaded, done: Sequence[Done]) -> Iterator[tuple[str, str]]:
    """Yield the values that could not be read back, with what is wrong."""
    known = Counter((fault.code, fault.message) for fault in before.faults)
    for fault in after.faults:
        key = (fault.code, fault.message)
        if known[key]:
            known[key] -= 1
            continue
        at = fault.at.place().path
        guilty = next((it.path for it in done if at == it.path or at.startswith(f"{it.path}/")), "")
        if guilty:
            yield guilty, _why(fault)


def _why(fault: Fault) -> str:
    return f"Det kan ikke stå i aftalen: {fault.message} {fault.help}".strip()


def _unlike(done: Sequence[Done], papers: Sequence[tuple[str, WordPaper]]) -> Iterator[tuple[str, str]]:
    """Yield the values that would be printed in another way than they stand in Word, or that cannot be printed."""
    printed: dict[str, list[_Words]] = {}
    for name, paper in papers:
        try:
            found = paper.base(name, paper.render())
        except ValuesError as error:
            yield from ((it.path, _why(fault)) for fault in error.faults for it in done if fault.at.place().path == it.path)
            continue
        for path, words in _printed(found):
            printed.setdefault(path, []).append(words)
    for it in done:
        told = printed.get(_numberless(it.path), []) if it.form not in (None, Form.PROSE) and it.after else []
        inside = [words for path, all_ in printed.items() if path.startswith(f"{_numberless(it.path)}/") for words in all_]
        if (told and not _said(told, it.after)) or (
            inside and not all(_said(inside, word) for cell in it.cells for word in _each(cell, inside))
        ):
            yield it.path, "Det ville blive skrevet på en anden måde i Word, end det står dér nu."


def _each(cell: Cell, printed: Sequence[_Words]) -> Iterator[str]:
    """Yield what a cell says, each item of a list by itself: those are printed one by one."""
    if cell.listed:
        yield from enumerations.words(cell.text, [words for _, words, _ in printed])
    else:
        yield cell.text


def _said(told: Sequence[_Words], text: str) -> bool:
    return any(told_alike(form, words, text, unit) for form, words, unit in told)


def _printed(found: Base) -> Iterator[tuple[str, _Words]]:
    for unit in found.units:
        for text, number in unit.pieces:
            if number is not None:
                source = found.sources[number]
                for path in {source.path, source.mine}:
                    yield _numberless(path), (source.form, text, source.unit)


def _numberless(path: str) -> str:
    """Return a path without the numbers of items: those change with what is put in before them."""
    return re.sub(r"/\d+(?=/|$)|~\d+(?=/|$)", "/*", path)


def _papers(loaded: Loaded, home: Path, bases: Sequence[Base]) -> list[tuple[str, WordPaper]]:
    """Return the papers that the pulled files would be now, each in the form that it was made of, as kept in `home`."""
    by_form: dict[UsedForm | None, set[str]] = {}
    form_of = {base.form: store.form_of(home, base) for base in bases}
    for base in bases:
        by_form.setdefault(base.form, set()).add(base.document)
    return [paper for used, documents in by_form.items() for paper in _in_form(loaded, form_of[used], documents)]


def _in_form(loaded: Loaded, form: OwnForm | None, documents: Collection[str]) -> list[tuple[str, WordPaper]]:
    """Return the papers of these names; all of them, where the names have changed with what is pulled.

    Where a form is not kept any more, ours does: what is printed in the one is printed in the other.
    """
    made: list[tuple[str, WordPaper]] = []
    for draft in (False, True):
        facts = facts_of(loaded, draft=draft, forms={form.document: form} if form is not None else {})
        made = list(word_papers(facts)) if facts is not None else []
        mine = [(name, paper) for name, paper in made if name in documents]
        if len(mine) == len(documents):
            return mine
    return made
