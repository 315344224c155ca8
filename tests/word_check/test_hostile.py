"""Word files with parts broken at random: the verdict may be anything, but there is one."""

from __future__ import annotations

import random
import zipfile
from copy import deepcopy
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from aftale_builder.assessment import Verdict
from aftale_builder.word_check import assess_file
from tests.word.wordfile import packed
from tests.word_check.notation import script

FORM = script("= 7. Lokal evaluering\nStatus {+to+}{-fire-} gange{kommentar} {felt: x} {skjult: y}\n[[billede]]\n").file()
VALUES = ("", "-1", "99999999999", "x", "²", "../../x")
TEXTS = ("", " ", "\u00ad", "x" * 1000, "010180-1234", "{{ x }}", "«", "1. Kort om boligområdet")


def broken(data: bytes, chance: random.Random) -> bytes:
    """Return a copy with a few elements of one part removed, renamed, doubled, or given another attribute or text."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(name for name in members if name.endswith((".xml", ".rels"))))
    root = etree.fromstring(members[name])
    elements = list(root.iter("{*}*"))
    for _ in range(chance.randint(1, 8)):
        one, other = chance.choice(elements), chance.choice(elements)
        action = chance.randrange(5)
        if action == 0 and (parent := one.getparent()) is not None:
            parent.remove(one)
        elif action == 1 and one.attrib:
            one.set(chance.choice(list(one.attrib)), chance.choice(VALUES))
        elif action == 2:
            one.tag = other.tag
        elif action == 3:
            one.text = chance.choice(TEXTS)
        elif one not in other.iter():
            one.append(deepcopy(other))
    return packed({**members, name: etree.tostring(root)})


@pytest.mark.langsom
@pytest.mark.parametrize("seed", range(100))
def test_a_broken_file_gets_a_verdict(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "aftale.docx"
    path.write_bytes(broken(FORM, random.Random(seed)))
    assert assess_file(path).verdict in Verdict
