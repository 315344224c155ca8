"""The law: what is rendered and imported again says the same. Agreements are made up, with hostile values in them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from aftale_builder.binding.forms import own_form
from aftale_builder.documents.facts import Facts
from aftale_builder.documents.own_form import OwnForm
from aftale_builder.documents.rendering import Rendered, render_all
from aftale_builder.importing.run import import_files
from aftale_builder.model import load
from aftale_builder.model.aftale import Aftale
from aftale_builder.word.reading import Kind, Part, Unit, read
from tests import generating
from tests.binding import blank
from tests.documents.making import generation
from tests.importing.forms import RULES

IMPORTED = ("strategisk-samarbejdsaftale", "delaftale", "kommissorium")
_DRAWN = {Kind.TEXT_BOX, Kind.TEXT_BOX_END}


def rendered(aftale: Aftale, form: OwnForm | None = None) -> dict[str, Rendered]:
    """Return the files that can be imported, by name; the strategic agreement in somebody's own form, where there is one."""
    facts = Facts(aftale, generation(), forms={form.document: form} if form is not None else {})
    return {file.name: file for file in render_all(facts) if file.document.id in IMPORTED}


def whole(folder: Path) -> Aftale:
    loaded = load(folder)
    assert loaded.aftale is not None
    told = {fault.at.place().path.split("/")[1] for fault in loaded.faults}
    assert told <= {"organer"}, loaded.faults  # an organ that is only spoken of has no type yet
    return loaded.aftale


def said(data: bytes) -> list[tuple[object, ...]]:
    """Return what a file says, but for what its figures are drawn of, and for line breaks in the cells of tables in prose."""
    word = read(data)
    return [
        (unit.kind, unit.part, unit.level, _item(unit), list(_looks(unit)), unit.loose)
        for unit in word.units
        if unit.kind not in _DRAWN and not unit.figure and (unit.plain.strip() or unit.kind is not Kind.PARAGRAPH)
    ]


def _item(unit: Unit) -> object:
    return (unit.item.level, unit.item.value if unit.item.ordered else None) if unit.item else None


def _looks(unit: Unit) -> Iterator[tuple[object, ...]]:
    signs = [(sign, run.bold, run.italic, run.link) for run in unit.runs for sign in run.text if not run.field]
    marked = [(" " if sign.isspace() else sign, *look) for sign, *look in signs]
    yield from (after for before, after in pairwise([("", False, False, ""), *marked]) if (before[0], after[0]) != (" ", " "))


@pytest.mark.parametrize("seed", [*range(3), *(pytest.param(seed, marks=pytest.mark.langsom) for seed in range(3, 60)), 207])
def test_what_is_rendered_and_imported_says_the_same(seed: int, tmp_path: Path) -> None:
    _comes_back(seed, tmp_path)


@pytest.mark.parametrize("seed", [4, *(pytest.param(seed, marks=pytest.mark.langsom) for seed in range(60, 75))])
def test_so_it_does_in_a_form_without_styles_for_lists_and_links(seed: int, tmp_path: Path) -> None:
    (tmp_path / "skabelon.docx").write_bytes(blank.form())
    _comes_back(seed, tmp_path, own_form(tmp_path / "skabelon.docx", IMPORTED[0], generation()))


def _comes_back(seed: int, tmp_path: Path, form: OwnForm | None = None) -> None:
    before = rendered(whole(generating.write(seed, tmp_path / "aftale")), form)
    for name, file in before.items():
        (tmp_path / name).write_bytes(file.data)
    found = import_files([tmp_path / name for name in sorted(before)], tmp_path / "igen", RULES)
    after = rendered(whole(tmp_path / "igen"), form)
    assert after.keys() == before.keys()
    for name in before:
        assert said(after[name].data) == said(before[name].data), name
    left = [unit for _, one in found.reads() for unit, entry in one.ledger if entry.role == "ikke placeret"]
    assert not [unit.plain for unit in left if form is None or unit.part is not Part.HEADER]  # a form's header is its owner's
