"""Deleted in Word, but it cannot go: an activity, money in an overview, what another edits; and words in a figure."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from lxml import etree

from aftale_builder.cli._group import run as aftale
from aftale_builder.findings import Place
from aftale_builder.model import load
from aftale_builder.pulling.changes import Change, Edits, Form, Refused
from aftale_builder.pulling.index import Index
from aftale_builder.pulling.plan import plan
from aftale_builder.pulling.pulled import Pulled
from aftale_builder.word.ooxml import Element, P, T
from tests.pulling.rendered import DELAFTALE, done, opened
from tests.pulling.sample import SAMPLE, WORK, W, Word, said
from tests.pulling.test_edits import changes

KEPT = "Tre ud af fire har stadig jobbet"


def heading(paragraph: etree._Element) -> int:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    name = style.get(f"{W}val") or "" if style is not None else ""
    return int(name[-1]) if name.startswith(("Heading", "Overskrift")) and name[-1].isdecimal() else 0


def delete_section(word: Word, title: str, number: int = 0) -> None:
    """Delete a heading and all that stands below it, as a person does who marks it in the outline."""
    head = [it for it in word.paragraphs() if said(it) == title and heading(it)][number]
    level, at, gone = heading(head), head.getnext(), [head]
    while at is not None and at.tag != f"{W}sectPr" and not 0 < heading(at) <= level:
        gone.append(at)
        at = at.getnext()
    for element in gone:
        element.getparent().remove(element)  # type: ignore[union-attr]


def copy(agreement: Path, name: str) -> Word:
    return Word(Path(shutil.copy(agreement / "pakke" / WORK, agreement / "pakke" / name)))


@pytest.mark.langsom
@pytest.mark.parametrize("name", ["Mit første job", "Byggepladsen åbner"])
def test_an_activity_that_is_deleted_is_refused_in_one(
    name: str, sample: Path, agreement: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    word = copy(agreement, "Ida.docx")
    delete_section(word, name)
    word.save()
    assert aftale(["pull", str(word.path)]) == 1
    out = " ".join(capsys.readouterr().out.split())
    assert f"slettet: «{name}»" in out
    assert "Slet den i aftalens YAML" in out
    assert out.count("slettet:") == 1
    assert changes(sample, agreement) == {}


@pytest.mark.langsom
def test_an_overview_takes_no_money_out_of_the_budget(sample: Path, agreement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    word = copy(agreement, "Ida.docx")
    delete_section(word, "Økonomi", 1)
    word.save()
    assert aftale(["pull", str(word.path)]) == 1
    assert "sletter ingen penge" in " ".join(capsys.readouterr().out.split())
    assert changes(sample, agreement) == {}


@pytest.mark.langsom
@pytest.mark.parametrize("turned", [False, True])
def test_one_deletes_what_another_edits(turned: bool, sample: Path, agreement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = copy(agreement, "Ida.docx"), copy(agreement, "Jonas.docx")
    gone = one.paragraph(KEPT)
    gone.getparent().remove(gone)  # type: ignore[union-attr]
    other.replace("Tre ud af fire", "Fire ud af fem")
    one.save()
    other.save()
    files = [str(one.path), str(other.path)]
    assert aftale(["pull", *(reversed(files) if turned else files)]) == 1
    out = capsys.readouterr().out
    assert "Det samme er rettet hver for sig" in out
    assert "slettet" in out
    assert "Fire ud af fem" in out
    assert changes(sample, agreement) == {}


def test_edits_of_the_same_letters_are_never_made_both() -> None:
    """Both ends of a period on one line: each takes the comma with it."""
    loaded = load(SAMPLE)
    assert loaded.aftale is not None
    index = Index(loaded.aftale)
    period = "indsatsområder/beskæftigelse/delaftale/aktiviteter/fritidsjob/periode"
    edits = []
    for key in ("fra", "til"):
        node = index.node(f"{period}/{key}")
        assert node is not None
        value = node.value  # type: ignore[attr-defined]
        edits.append(Change(f"{period}/{key}", Form.DATE, value, "", Place("a.docx"), value))
    made = plan(index, [Pulled("a.docx", Edits("a.docx", tuple(edits)))])
    assert [it.path for it in made.done] == [f"{period}/fra"]
    ((_, refused),) = made.refused
    assert "sammen med noget andet" in refused.why


def box(file_root: Element, said_: str) -> Element:
    """Return the words of a paragraph in a figure."""
    texts = [text for text in file_root.iter(T) if text.text and said_ in text.text]
    inside = [text for text in texts if any(up.tag == f"{W}txbxContent" for up in text.iterancestors())]
    return (inside or texts)[0]


def test_words_in_a_figure_are_refused_with_where_they_come_from() -> None:
    file = opened(DELAFTALE)
    text = box(file.root, "Mange kvinder har været")
    assert any(up.tag != P for up in text.iterancestors())
    text.text = (text.text or "").replace("Mange", "Nogle")
    for data in (file.bytes(), file.resaved(), file.without_bookmarks()):
        (found,) = done(DELAFTALE, data).edits
        assert isinstance(found, Refused)
        assert "Nogle kvinder" in found.after
        assert "Figuren tegnes af" in found.why
