"""A list given other items: those that stay keep their own writing, and no other line moves."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from aftale_builder.model import load
from aftale_builder.pulling.index import Index
from aftale_builder.source.editing import emptied, without_item
from aftale_builder.source.emit import Raw
from aftale_builder.source.node import Sequence
from aftale_builder.source.relisting import relisted
from aftale_builder.source.splice import splice
from tests.pulling.sample import SAMPLE
from tests.source.test_editing import at, read

FLOW = "a: [en, 'to', \"tre\"] # liste\nb: x\n"
BLOCK = "a: # liste\n  # om en\n  - en # her\n  - 'to'\n  - tre\nb: x\n"
ONE, TWO, THREE = (
    "  - id: en\n    # note\n    navn: En # her\n",
    "  - id: to\n    navn: To # dér\n",
    "  - id: tre\n    navn: Tre\n",
)
THINGS = f"a:\n{ONE}\n{TWO}\n{THREE}b: x\n"


@pytest.mark.parametrize(
    ("before", "wanted", "after"),
    [
        (FLOW, [2, 0, 1], "a: [\"tre\", en, 'to'] # liste\nb: x\n"),
        (FLOW, [1], "a: ['to'] # liste\nb: x\n"),
        (FLOW, [0, 1, 2, "fire, fem"], 'a: [en, \'to\', "tre", "fire, fem"] # liste\nb: x\n'),
        (FLOW, [0, Raw("4")], "a: [en, 4] # liste\nb: x\n"),
        (FLOW, [], "a: [] # liste\nb: x\n"),
        ("a: [en,\n    to] # c\n", [1], "a: [to] # c\n"),
        (BLOCK, [0, 2], "a: # liste\n  # om en\n  - en # her\n  - tre\nb: x\n"),
        (BLOCK, [0, 1, 2, "fire"], "a: # liste\n  # om en\n  - en # her\n  - 'to'\n  - tre\n  - fire\nb: x\n"),
        (BLOCK, [1, 2], "a: # liste\n  # om en\n  - 'to'\n  - tre\nb: x\n"),
        (BLOCK, [], "a: [] # liste\n  # om en\nb: x\n"),
        (THINGS, [1, 0, 2], f"a:\n{TWO}\n{ONE}\n{THREE}b: x\n"),
        (THINGS, [2, 0, 1], f"a:\n{THREE}\n{ONE}\n{TWO}b: x\n"),
    ],
)  # fmt: skip
def test_a_list_says_other_items(before: str, wanted: list[int | str | Raw], after: str) -> None:
    sequence = at(read(before), "a")
    assert isinstance(sequence, Sequence)
    assert splice(sequence.span.file, relisted(sequence, wanted)).decode() == after
    read(after)


def test_a_list_that_is_a_file_is_emptied_in_that_file(tmp_path: Path) -> None:
    """The key stands in another file than the items."""
    folder = Path(shutil.copytree(SAMPLE, tmp_path / "aftale", ignore=shutil.ignore_patterns(".aftale", "pakke")))
    path = folder / "milepaele.yaml"
    text = path.read_text()
    head, first = text.split("- id: mp-start")[0], text.split("\n\n")[1]
    path.write_text(f"{head}{first[first.index('- id') :]}\n")
    loaded = load(folder)
    assert loaded.aftale is not None
    sequence = Index(loaded.aftale).node("milepæle")
    assert isinstance(sequence, Sequence)
    for edit in (emptied(sequence), without_item(sequence, 0)):
        assert splice(sequence.span.file, [edit]).decode() == f"{head}[]\n"
