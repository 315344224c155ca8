"""Word → YAML → Word: every word of the users' comes back, and the form's own wording stands as the regulation has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import rundtur
from benchmarks.rundtur import Document, fixed_wording, in_order, own_paragraphs, own_words
from tests.importing.forms import RULES, Form
from tests.word.wordfile import item, note, p, r, ref, table


@pytest.mark.parametrize(
    "name", ["slagelse-strategisk-samarbejdsaftale.docx", "slagelse-strategisk-samarbejdsaftale-libreoffice.docx"]
)
def test_the_real_agreement_comes_back_whole(name: str, shared: Path, tmp_path: Path) -> None:
    figures = rundtur.round_trip(shared / "real" / name, tmp_path)
    assert {what: share.missing for what, share in figures.items() if not share.whole} == {}
    assert all(share.of > 50 for share in figures.values())


def test_a_form_with_every_kind_of_prose_comes_back_whole(tmp_path: Path) -> None:
    prose = (
        p("Afsnit med ", r("fed", "<w:b/>"), " og en note", ref(1), " i.") + p("Overskrift", style="Overskrift2")
        + item("et punkt", r("<w:br/>"), "på to linjer") + item("inden i", level=1) + p("imellem") + item("1. punkt", number=2)
        + table(["Hvem", "Hvad | hvor"], ["*Anne*", ""]) + p("1. oktober 2021 [[begynder]] vi_ &amp; så &lt;videre&gt;.")
    )  # fmt: skip
    source = tmp_path / "skema.docx"
    form = Form(own={"1": prose, "3": prose.replace(ref(1), "")}, figures={"dagtilbud": ("71,3", "88,1")})
    source.write_bytes(form.file(footnotes=note(1, "Kilde: ", r("egen", "<w:i/>"), " optælling.")))
    figures = rundtur.round_trip(source, tmp_path)
    assert {what: share.missing for what, share in figures.items() if not share.whole} == {}


BEFORE = Document((("Et", "eget", "afsnit."), ("To",)), (("En", "note."),))


@pytest.mark.parametrize(
    ("body", "notes", "found", "missing"),
    [
        (("Et eget afsnit.", "To"), ("En note.",), 6, ()),
        (("Et afsnit.", "To"), ("En note.",), 5, ("eget",)),
        (("To", "Et eget afsnit."), ("En note.",), 5, ("To",)),
        (("Et eget afsnit.", "To"), (), 4, ("En note.",)),
    ],
)
def test_the_witness_sees_what_is_missing_or_moved(
    body: tuple[str, ...], notes: tuple[str, ...], found: int, missing: tuple[str, ...]
) -> None:
    after = Document(tuple(tuple(text.split()) for text in body), tuple(tuple(text.split()) for text in notes))
    words = own_words(BEFORE, after, RULES)
    assert (words.found, words.of) == (found, 6)
    assert [lost.partition("»")[0].strip("«") for lost in words.missing] == list(missing)
    assert own_paragraphs(BEFORE, after, RULES).whole is (not missing)


def test_the_witness_sees_fixed_wording_that_is_not_as_it_should_be(tmp_path: Path) -> None:
    (tmp_path / "aftale.yaml").write_text("regulativ: lbf-2019-26\nnavn: Bakken\n", encoding="utf-8")
    pieces = [fixed.ren for fixed in RULES.skal_staa([], 0)]
    whole = Document(tuple(rundtur.words(piece) for piece in pieces), ())
    assert fixed_wording(whole, RULES, tmp_path).whole
    damaged = Document((*whole.body[:4], ("Noget", "andet"), *whole.body[5:]), ())
    assert fixed_wording(damaged, RULES, tmp_path).missing == (f"«{pieces[4][:100]}»",)
    swapped = Document((*whole.body[:3], whole.body[4], whole.body[3], *whole.body[5:]), ())
    assert not fixed_wording(swapped, RULES, tmp_path).whole


@pytest.mark.parametrize(
    ("wanted", "there", "length"), [("abc", "abc", 3), ("abc", "cab", 2), ("aab", "ba", 1), ("", "a", 0), ("a", "", 0)]
)
def test_the_longest_common_subsequence(wanted: str, there: str, length: int) -> None:
    assert in_order(wanted, there) == length
