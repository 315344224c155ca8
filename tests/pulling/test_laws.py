"""Laws of pulling, on agreements made up from a seed: no edit is no change, and one edit is that change alone."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from aftale_builder.cli._group import run as aftale
from aftale_builder.model import load
from aftale_builder.pulling import store
from aftale_builder.pulling.base import Base
from aftale_builder.pulling.changes import Form
from aftale_builder.source.node import Node, scalars
from aftale_builder.word.reading import Kind, Part, read
from tests import generating
from tests.pulling.sample import Word, files, rendered, said

_SEEDS = [0, *(pytest.param(seed, marks=pytest.mark.langsom) for seed in range(1, 40))]
_TRIES = 3
"""How many values of each file are edited, one at a time."""


def values(folder: Path) -> dict[str, tuple[str, str]]:
    """Return every value of an agreement, with its path, by where it stands: no edit of an id's own words moves that."""
    aftale = load(folder).aftale
    assert aftale is not None
    return {_where(scalar): (scalar.path, scalar.value) for scalar in scalars(aftale.node)}


def _where(node: Node) -> str:
    return f"{_where(node.parent)}/{node.step}" if node.parent is not None else ""


@pytest.mark.parametrize("seed", _SEEDS)
def test_no_edit_is_no_change(seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    package = rendered(generating.write(seed, tmp_path / "aftale"))
    before = dict(files(tmp_path / "aftale"))
    for path in sorted(package.glob("*.docx")):
        word = Word(path)
        word.save()
        assert aftale(["pull", str(path)]) == 0, path.name
    assert dict(files(tmp_path / "aftale")) == before
    assert "Rettet" not in capsys.readouterr().out


@pytest.mark.parametrize("seed", _SEEDS)
@pytest.mark.langsom
def test_one_edit_is_that_change(seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    package = rendered(generating.write(seed, tmp_path / "aftale"))
    chance = random.Random(seed)
    for path in sorted(package.glob("*.docx")):
        data = path.read_bytes()
        found = store.find(tmp_path / "aftale", read(data), path.name)
        assert found is not None
        editable = list(_editable(found, Word(path)))
        for source, old, number in chance.sample(editable, min(_TRIES, len(editable))):
            path.write_bytes(data)
            before, word = values(tmp_path / "aftale"), Word(path)
            words = old.split()
            word.retype(number, words[0], f"{words[0]}, rettet")
            word.save()
            code = aftale(["pull", str(path)])
            told = capsys.readouterr()
            after = values(tmp_path / "aftale")
            assert (code, before.keys()) == (0, after.keys()), (path.name, old, told)
            changed = [key for key in before if before[key][1] != after[key][1]]
            assert [before[key][0] for key in changed] == [source], (path.name, old, told)
            assert "rettet" in after[changed[0]][1]
            for name, text in generating.folder(seed).items():
                (tmp_path / "aftale" / name).write_bytes(text.encode())


def _editable(found: Base, word: Word) -> Iterator[tuple[str, str, int]]:
    """Yield values that stand in one place of a file, their words, and the number of the paragraph that says them."""
    texts = [said(paragraph) for paragraph in word.paragraphs()]
    printed = [found.sources[number].path for unit in found.units for number in unit.sources]
    prose = {owner.source for unit in found.units for owner in unit.owners}
    for unit in found.units:
        if (
            unit.part is not Part.BODY
            or unit.kind is not Kind.PARAGRAPH
            or texts.count(unit.text) != 1
            or not unit.text[:1].isalpha()
        ):
            continue
        sources = [found.sources[number] for number in unit.sources]
        owners = [found.sources[owner.source].path for owner in unit.owners if not owner.insert]
        at = texts.index(unit.text)
        if len(sources) == 1 and sources[0].form is Form.TEXT and not sources[0].by and printed.count(sources[0].path) == 1:
            in_enumeration = unit.item is None and found.item(sources[0].path) == sources[0].path  # there a comma is one more
            if unit.text == sources[0].text.strip() and not in_enumeration:
                yield sources[0].path, unit.text, at
        elif not sources and len(owners) == 1 and len([it for it in prose if found.sources[it].path == owners[0]]) == 1:
            yield owners[0], unit.text, at
