"""Markdown says what Word says now, and the author's own lines stay."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher

import pytest

from aftale_builder.pulling.changes import Line
from aftale_builder.pulling.leaves import Leaf, Leaves, leaves
from aftale_builder.pulling.prose import UnwritableError, rewritten
from aftale_builder.word.spans import Span


def lines(text: str) -> list[Line]:
    """Return the lines that a Markdown text is printed as."""
    found = leaves(text)
    return [line(found, leaf) for leaf in found.units]


def line(found: Leaves, leaf: Leaf) -> Line:
    spans = tuple(Span(sign, *look) for sign, look in zip(leaf.text, leaf.looks, strict=True))
    notes = []
    for label in leaf.labels:
        note = found.note(label)
        assert note is not None
        notes.append(tuple(line(found, inner) for inner in note.leaves))
    return Line(leaf.kind, leaf.text, spans, leaf.level, leaf.item, tuple(notes))


def pulled(source: str, wanted: str) -> str:
    """Return the source brought to say what another Markdown text says, which stands for what is in Word."""
    before, after = lines(source), lines(wanted)
    keys = [[(it.kind, it.text) for it in side] for side in (before, after)]
    was: dict[int, int] = {}
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes():
        if tag == "equal" or (tag == "replace" and i2 - i1 == j2 - j1):
            was.update(zip(range(j1, j2), range(i1, i2), strict=True))
        elif tag == "replace":
            for at in range(j1, j2):
                near = max(range(i1, i2), key=lambda i: alike(before[i], after[at]))
                if alike(before[near], after[at]) > 0.5 and near not in was.values():
                    was[at] = near
    return rewritten(source, before, [replace(it, was=was.get(at)) for at, it in enumerate(after)])


def alike(one: Line, other: Line) -> float:
    return SequenceMatcher(None, one.text, other.text).ratio() if one.kind == other.kind else 0


PROSE = "Første afsnit med **fed** skrift\nover to linjer.\n\nAndet afsnit _her_, se [siden](https://a.dk).\n"
ITEMS = "Før:\n\n1. en\n2. to\n   linjer\n3. tre\n\nEfter.\n"
TABLE = "| A | B |\n|---|:-:|\n| x  | y |\n| z | w |\n"
NOTES = "Her[^a] og der[^b].\n\n[^a]: En note.\n[^b]: En anden\n    note.\n"


@pytest.mark.parametrize(
    ("source", "wanted", "result"),
    [
        # words
        (PROSE, PROSE.replace("to linjer", "tre linjer"), None),
        (PROSE, PROSE.replace("**fed**", "**meget fed**"), None),
        (PROSE, PROSE.replace("skrift\nover", "skrift, langt\nover"), None),
        (PROSE, PROSE.replace("Første ", ""), None),
        (PROSE, PROSE.replace("skrift\nover to", "skrift\nto"), None),
        (PROSE, PROSE.replace(" **fed**", ""), None),
        (PROSE, PROSE.replace("her", "her og nu"), None),
        (PROSE, PROSE.replace("Andet", "Et 1\\* andet"), None),
        # looks
        (PROSE, PROSE.replace("**fed**", "fed"), None),
        (PROSE, PROSE.replace("to linjer", "**to** linjer"), None),
        (PROSE, PROSE.replace("to linjer", "*to linjer*"), None),
        (PROSE, PROSE.replace("[siden](https://a.dk)", "siden"), None),
        (PROSE, PROSE.replace("https://a.dk", "https://b.dk"), None),
        (PROSE, PROSE.replace("Første", "[Første](https://c.dk)"), None),
        # paragraphs
        (PROSE, PROSE.replace("Andet", "Helt nyt.\n\nAndet"), None),
        (PROSE, PROSE + "\nHelt nyt.\n", None),
        (PROSE, "Helt nyt.\n\n" + PROSE, None),
        (PROSE, PROSE.split("\n\n")[1], None),
        (PROSE, PROSE.partition("\n\n")[0] + "\n", None),
        (PROSE, PROSE.replace("skrift\nover", "skrift.\n\nOver"), None),
        (PROSE, PROSE.replace("linjer.\n\nAndet", "linjer. Andet"), PROSE.replace("linjer.\n\nAndet", "linjer.\nAndet")),
        (PROSE, "Andet afsnit _her_, se [siden](https://a.dk).\n\nFørste afsnit med **fed** skrift\nover to linjer.\n", None),
        (PROSE, PROSE.replace("linjer.\n\nAndet", "linjer.\\\nNy linje.\n\nAndet"), None),
        (PROSE, "# Overskrift\n\n" + PROSE, None),
        ("# En\n\nTo\n", "## En\n\nTo\n", None),
        ("# En\n\nTo\n", "# En to\n\nTo\n", None),
        ("# En #\n\nTo\n", "# En to\n\nTo\n", "# En to #\n\nTo\n"),
        ("# En\n\nTo\n", "En\n\nTo\n", None),
        # lists
        (ITEMS, ITEMS.replace("to\n", "to og\n"), ITEMS.replace("linjer", "og linjer")),
        (ITEMS, ITEMS.replace("2. to\n   linjer\n3.", "2."), None),
        (ITEMS, ITEMS.replace("2. to", "2. ny\n3. to").replace("3. tre", "4. tre"), None),
        (ITEMS, ITEMS.replace("3. tre\n", "3. tre\n4. fire\n"), None),
        (ITEMS, ITEMS.replace("Efter.", "- x\n- y\n\nEfter."), None),
        (ITEMS, "Før:\n\n1. to\n   linjer\n2. en\n3. tre\n\nEfter.\n", None),
        ("1. en\n1. to\n1. tre\n", "1. en\n1. tre\n", None),
        ("1. en\n1. to\n", "1. en\n2. ny\n3. to\n", "1. en\n2. ny\n1. to\n"),
        ("- en\n- to\n", "- en\n  - under\n- to\n", None),
        ("- en\n  - under\n- to\n", "- en\n- under\n- to\n", None),
        ("- en\n\n- to\n", "- en\n\n- ny\n\n- to\n", None),
        ("* en\n* to\n", "* en\n* to\n* tre\n", None),
        ("A\n\nB\n\nC\n", "- A\n- B\n\nC\n", None),
        ("- en\n\n  mere\n- to\n", "- en\n\n  mere til\n- to\n", None),
        ("> citat\n> mere\n\nB\n", "> citat\n> meget mere\n\nB\n", None),
        # tables
        (TABLE, TABLE.replace("x ", "xx"), TABLE.replace("x ", "xx ")),
        (TABLE, TABLE.replace("| z | w |\n", ""), None),
        (TABLE, TABLE.replace("| z |", "| ny | **n** |\n| z |"), None),
        (TABLE, TABLE.replace("| w |", "| |"), TABLE.replace("| w |", "|  |")),
        (TABLE.replace("| w |", "| |"), TABLE, None),
        (TABLE.replace("w", ""), TABLE, TABLE.replace("| w |", "| w |").replace("w ", "w ")),
        (TABLE, TABLE.replace("y", "a\\|b"), None),
        (TABLE, "| A |\n|---|\n| x |\n| z |\n", "| A |\n| --- |\n| x |\n| z |\n"),
        ("A\n\nB\n", "A\n\n" + TABLE + "\nB\n", "A\n\n| A | B |\n| --- | --- |\n| x | y |\n| z | w |\n\nB\n"),
        (TABLE + "\nB\n", "B\n", None),
        ("A|B\n-|-\nx|y\n", "A|B\n-|-\nx|y\nz|w\n", "A|B\n-|-\nx|y\nz | w\n"),
        # notes
        (NOTES, NOTES.replace("En note", "En god note"), None),
        (NOTES, NOTES.replace("anden\n", "helt anden\n"), None),
        (NOTES, "Her og der[^b].\n\n[^b]: En anden\n    note.\n", None),
        (NOTES, NOTES.replace("der[^b].", "der[^b] nu[^1].") + "[^1]: Ny.\n", None),
        (NOTES, NOTES.replace("Her[^a]", "Her[^1][^a]").replace("    note.\n", "    note.\n[^1]: Ny.\n"), None),
        ("A\n", "A[^1]\n\n[^1]: Ny *note*.\n", None),
        (NOTES, NOTES.replace("der[^b].", "der[^b].\n\nNyt."), None),
        # inserts stay
        ("A\n\n[[organer]]\n\nB\n", "Aa\n\n[[organer]]\n\nB\n", None),
        ("A\n\n[[organer]]\n\nB\n", "A\n\n[[organer]]\n\nNyt\n\nB\n", None),
        ("A\n\n[[organer]]\n\nB\n", "A\n\nNyt\n\n[[organer]]\n\nB\n", None),
        ("A\n\n[[organer]]\n\nB\n", "[[organer]]\n\nB\n", None),
        ("A\n\n[[organer]]\n\nB\n", "A\n\nB\n", None),
        ("A\n\n[[organer]]\n", "[[organer]]\n\nA\n", None),
        # signs that mean something at the start of a line
        ("A\n", "A\n\n\\- ikke en liste\n", None),
        ("A\n", "A\n\n1\\. maj\n", None),
    ],
)  # fmt: skip
def test_only_what_changed(source: str, wanted: str, result: str | None) -> None:
    assert pulled(source, wanted) == (wanted if result is None else result)


def test_a_new_paragraph_is_as_wide_as_the_others() -> None:
    source = "Et afsnit på to linjer, hvor den første linje er så lang, at den må brydes,\nog så kommer den anden.\n"
    new = "Et nyt afsnit, som er skrevet i Word uden linjeskift og derfor er en eneste lang linje, der må brydes."
    made = pulled(source, f"{source}\n{new}\n")
    assert made.startswith(source + "\nEt nyt")
    assert max(map(len, made.split("\n"))) <= 76
    assert " ".join(made.split()).endswith(new)


@pytest.mark.parametrize(
    "text", [PROSE, ITEMS, TABLE, NOTES, "", "A", "- - x\n  - y\n", "1. - x\n", "> - a\n>   b\n", "\n\nA\n\n\n"]
)
def test_no_change_is_no_change(text: str) -> None:
    assert pulled(text, text) == text


def test_two_paragraphs_in_a_cell_are_refused() -> None:
    after = lines(TABLE)
    at = next(at for at, it in enumerate(after) if it.text == "x")
    after = [replace(it, was=number) for number, it in enumerate(after)]
    after.insert(at + 1, Line("paragraph", "mere", (Span("mere"),)))
    with pytest.raises(UnwritableError, match="celle"):
        rewritten(TABLE, lines(TABLE), after)


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(UnwritableError, match="indsat"):
        rewritten("A\n", lines("A\n"), [Line("text-box")])


def test_an_insert_that_is_not_printed_stays() -> None:
    source = "A\n\n[[organer]]\n\nB\n"
    before = [it for it in lines(source) if it.kind != "insert"]
    after = [replace(it, was=at) for at, it in enumerate(lines("Aa\n\nB\n"))]
    assert rewritten(source, before, after) == "Aa\n\n[[organer]]\n\nB\n"
