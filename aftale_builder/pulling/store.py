"""Where the bases are kept: in `.aftale/` in the agreement's own folder, one file for each rendered file, by its code.

A base is written before the file that it is the base of, and never changed. So a file that lies in somebody's mailbox can still
be pulled when the package has been rendered anew, two who render the same write the same, and git has nothing to merge.
Beside them are the users' own forms that files were made of, by their digest: a form may lie anywhere, and be another tomorrow.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple
from pathlib import Path
from typing import Any

from aftale_builder.documents.own_form import OwnForm
from aftale_builder.pulling.base import Base, Source, UsedForm, used
from aftale_builder.pulling.changes import Item
from aftale_builder.pulling.printed import Owner, Printed, codes
from aftale_builder.source.files import STORE
from aftale_builder.word.reading import Kind, Part, WordText
from aftale_builder.word.spans import Span
from aftale_builder.word.values import Form

FORMAT = "aftale-builder-grundlag-1"
_KEPT = 12
"""How many bases of one file are kept: as many versions can be underway at once."""


def keep(folder: Path, bases: Iterable[Base], forms: Iterable[OwnForm] = ()) -> tuple[Path, ...]:
    """Write the bases of an agreement's files, and the forms of which these were made; return what was not there before.

    Raises OSError.
    """
    target = folder / STORE
    target.mkdir(exist_ok=True)
    found = tuple(bases)
    asked = {base.form for base in found}
    made = [_keep(target / form_name(used(form)), form.data) for form in forms if used(form) in asked]
    made += [_keep(target / f"{base.code}.json", to_json(base)) for base in found]
    _thin(target)
    return tuple(path for path in made if path is not None)


def form_name(form: UsedForm) -> str:
    """Return what a form is called among the bases."""
    return f"skabelon-{form.sha256[:16]}.docx"


def form_of(folder: Path, found: Base) -> OwnForm | None:
    """Return the users' own form that a base's file was made of; None where it was made of none, or that is not kept whole."""
    if found.form is None:
        return None
    try:
        form = OwnForm(found.form.name, found.form.document, (folder / STORE / form_name(found.form)).read_bytes())
    except OSError:
        return None
    return form if used(form) == found.form else None


def forget(made: Iterable[Path]) -> None:
    """Take back bases of files that were never written."""
    for path in made:
        path.unlink(missing_ok=True)


def find(folder: Path, word: WordText, name: str) -> Base | None:
    """Return the base of a Word file: by the code of its bookmarks; where they are lost, by its words, if they are like enough.

    None where no base is that of this file: one of another version would make what the agreement has changed since an edit.
    `name` is what the file is called, which decides between two that are as like.
    """
    told = Counter(codes(word)).most_common(1)
    return read(folder / STORE / f"{told[0][0]}.json") if told else likest(every(folder), word, name)


def every(folder: Path) -> Iterator[Base]:
    """Yield all bases of an agreement that can be read, in the order of their codes."""
    for path in sorted((folder / STORE).glob("*.json")):
        found = read(path)
        if found is not None:
            yield found


def read(path: Path) -> Base | None:
    """Return the base in a file, None where there is none that we can read."""
    try:
        return from_json(path.read_bytes())
    except OSError:
        return None


_LIKE_ENOUGH = 0.5


def likest(bases: Iterable[Base], word: WordText, name: str) -> Base | None:
    """Return the base that shares most paragraphs with a file, if it shares half of them; `name` decides between equals."""
    mine = Counter(unit.text.strip() for unit in word.body if unit.text.strip())

    def like(found: Base) -> float:
        own = Counter(unit.text for unit in found.units if unit.part is Part.BODY and unit.text)
        return 2 * (mine & own).total() / max(mine.total() + own.total(), 1)

    best = max(bases, key=lambda found: (like(found), found.document == name, found.code), default=None)
    return best if best is not None and like(best) >= _LIKE_ENOUGH else None


def _keep(path: Path, data: bytes) -> Path | None:
    """Write a file, and return its path where there was none before."""
    new = not path.exists()
    if not new and path.read_bytes() == data:
        os.utime(path)
        return None
    descriptor, staged = tempfile.mkstemp(dir=path.parent, suffix=".ny")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(staged).chmod(0o644)
        os.replace(staged, path)  # noqa: PTH105 - the name by which the guarantee is known
    except BaseException:
        Path(staged).unlink(missing_ok=True)
        raise
    return path if new else None


def _thin(target: Path) -> None:
    """Take the oldest bases of a file away where there are more than are kept, and the forms that none is left of."""
    by_document: dict[str, list[tuple[Path, str]]] = {}
    newest_first = sorted(target.glob("*.json"), key=lambda path: (-path.stat().st_mtime_ns, path.name))
    for path in newest_first:
        found = read(path)
        if found is not None:
            by_document.setdefault(found.document, []).append((path, form_name(found.form) if found.form else ""))
    kept = {form for bases in by_document.values() for _, form in bases[:_KEPT]}
    forget(path for bases in by_document.values() for path, _ in bases[_KEPT:])
    forget(path for path in target.glob("skabelon-*.docx") if path.name not in kept)


# --- as JSON --------------------------------------------------------------------------------------------------------------------


def to_json(found: Base) -> bytes:
    """Return the base as it is kept: the same bytes for the same base, a line for each source and each unit."""
    head: dict[str, object] = {"format": FORMAT, "document": found.document, "code": found.code, "items": sorted(found.items)}
    if found.form is not None:
        head["form"] = list(astuple(found.form))
    if found.drawn:
        head["drawn"] = list(found.drawn)
    told = [f"{_json(key)}: {_json(value)}" for key, value in head.items()]
    for key, lines in (("sources", map(_of_source, found.sources)), ("units", map(_of_unit, found.units))):
        told.append(f"{_json(key)}: [\n" + ",\n".join(map(_json, lines)) + "\n]")
    return ("{\n" + ",\n".join(told) + "\n}\n").encode("utf-8", "surrogatepass")


def from_json(data: bytes) -> Base | None:
    """Return the base that was kept, None where this is none that we can read."""
    try:
        whole: Any = json.loads(data.decode("utf-8", "surrogatepass"))
        if whole["format"] != FORMAT:
            return None
        sources = tuple(_to_source(*map(str, told)) for told in whole["sources"])
        units = tuple(_to_unit(unit) for unit in whole["units"])
        numbers = [number for unit in units for number in (*unit.sources, *(owner.source for owner in unit.owners))]
        if not all(0 <= number < len(sources) for number in numbers):
            return None
        form = UsedForm(*map(str, whole["form"])) if "form" in whole else None
        drawn = tuple(map(str, whole.get("drawn", ())))
        return Base(str(whole["document"]), str(whole["code"]), sources, units, frozenset(whole["items"]), form, drawn)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _of_source(source: Source) -> list[str]:
    told = [source.path, source.form.value, source.text, source.unit, source.by]
    while told[-1] == "":
        told.pop()
    return told


def _to_source(path: str, form: str, text: str = "", unit: str = "", by: str = "") -> Source:
    return Source(path, Form(form), text, unit, by)


def _of_unit(unit: Printed) -> dict[str, Any]:
    """Return what is known of a unit, without what is not so."""
    told = {
        "kind": unit.kind.value,
        "part": unit.part.value if unit.part is not Part.BODY else "",
        "spans": [_bare(span) for span in unit.spans],
        "level": unit.level,
        "item": list(astuple(unit.item)) if unit.item else [],
        "notes": [[_of_unit(inner) for inner in note] for note in unit.notes],
        "bookmarks": list(unit.bookmarks),
        "section": unit.section,
        "pieces": [list(piece) for piece in unit.pieces],
        "owners": [list(astuple(owner)) for owner in unit.owners],
        "about": list(unit.about),
        "struck": list(unit.struck),
        "pictures": unit.pictures or None,
    }
    return {key: value for key, value in told.items() if value not in (None, [], "")}


def _bare(span: Span) -> list[object]:
    told: list[object] = list(span)
    while len(told) > 1 and not told[-1]:
        told.pop()
    return told


def _to_unit(told: Mapping[str, Any]) -> Printed:
    spans = tuple(Span(*span) for span in told.get("spans", ()))
    item = told.get("item")
    return Printed(
        Kind(told["kind"]),
        Part(told.get("part", Part.BODY)),
        "".join(span.text for span in spans),
        spans,
        told.get("level"),
        Item(*item) if item else None,
        tuple(tuple(map(_to_unit, note)) for note in told.get("notes", ())),
        tuple(told.get("bookmarks", ())),
        section=told.get("section", ""),
        pictures=told.get("pictures", 0),
        pieces=tuple((str(text), source) for text, source in told.get("pieces", ())),
        owners=tuple(Owner(*owner) for owner in told.get("owners", ())),
        about=tuple(map(str, told.get("about", ()))),
        struck=tuple(map(str, told.get("struck", ()))),
    )
