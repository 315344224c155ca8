"""What a filled form keeps of the form: every part of it, but for what the values need."""

from __future__ import annotations

import re

from lxml import etree

from tests.word.making import members

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BOUND = "word/document.xml"
"""Where the places are."""
GROWS = {
    "[Content_Types].xml": "a part that is new",
    "word/_rels/document.xml.rels": "a note, a figure, a link",
    "word/numbering.xml": "a list of the author's",
    "word/footnotes.xml": "a note of the author's",
    "word/styles.xml": "a quote of the author's, where the form has no style for it: nothing else tells that words are one",
}
"""The only parts that may say more than they did, and what for. All that they said still stands there."""
NEW = re.compile(r"word/(footnotes\.xml|numbering\.xml|media/figur\d+\.emf)")


def untouched(form: bytes, made: bytes) -> None:
    """Assert that every part of a form is in the filled file, byte for byte, but for the few that grow."""
    old, new = members(form), members(made)
    changed = {name for name, data in old.items() if new.get(name) != data}
    assert changed <= {BOUND, *GROWS}
    first, last = etree.fromstring(old[BOUND]), etree.fromstring(new[BOUND])
    assert (last.nsmap, last.attrib, last.find(f"{_W}background")) == (first.nsmap, first.attrib, first.find(f"{_W}background"))
    for name in changed - {BOUND}:
        before, after = told(old[name]), told(new[name])
        there = iter(after)
        assert [one for one in before if one not in there] == [], name
        if name == "word/styles.xml":
            assert [one for one in after if one not in before and b'w:styleId="Quote"' not in one] == []
    assert [name for name in new if name not in old and not NEW.fullmatch(name)] == []


def told(part: bytes) -> list[bytes]:
    """Return what a part says, canonically: one of each of its elements."""
    return [etree.tostring(child, method="c14n", exclusive=True, with_tail=False) for child in etree.fromstring(part)]
