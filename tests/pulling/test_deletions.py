"""Deleted in Word, but it cannot go: an activity, money in an overview, what another edits; and words in a figure."""

from __future__ import annotations

import re
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


ACTIVITIES = {"Mit første job": "fritidsjob", "Byggepladsen åbner": "byggeplads"}


@pytest.mark.langsom
@pytest.mark.parametrize("name", ACTIVITIES)
def test_an_activity_goes_when_nothing_points_at_it(
    name: str, sample: Path, agreement: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """First it is told in one what points at it; when that is mended, the same file again takes the activity out."""
    word = copy(agreement, "Ida.docx")
    delete_section(word, name)
    word.save()
    assert aftale(["pull", str(word.path)]) == 1
    out = " ".join(capsys.readouterr().out.split())
    assert out.count("slettet:") == 1
    assert f"slettet: «{name}" in out
    assert "så længe noget i aftalen peger på det" in out
    assert changes(sample, agreement) == {}
    lines = [int(number) for number in re.findall(r"\d+", out.partition("budget.yaml linje ")[2].partition(". Ret det")[0])]
    budget, own = agreement / "budget.yaml", ACTIVITIES[name]
    assert [
        at for at, line in enumerate(budget.read_text().splitlines(), 1) if re.search(rf"aktiviteter:.*\b{own}\b", line)
    ] == lines
    kept = re.sub(rf"(?<=[\[ ]){own}, |, {own}(?=\])", "", budget.read_text()).replace(f"[{own}]", "[kvinder-i-gang]")
    budget.write_text(kept)
    assert aftale(["pull", str(word.path)]) == 0
    made = changes(sample, agreement)
    before = (sample / "delaftaler" / "beskaeftigelse.yaml").read_text()
    item = before[before.index(f"  - id: {own}\n") :]
    item = re.split(r"\n\n(?=  - id:|\w)", item)[0]
    assert [line[1:] for line in made.pop("delaftaler/beskaeftigelse.yaml") if line != "-"] == [
        line for line in item.split("\n") if line
    ]
    assert list(made) == ["budget.yaml"]
    assert budget.read_text() == kept


@pytest.mark.langsom
def test_a_goal_goes_with_the_references_that_are_changed_with_it(sample: Path, agreement: Path) -> None:
    word = copy(agreement, "Ida.docx")
    delete_section(word, "Delmål 2")
    word.replace("delmål 2", "delmål 1")
    word.save()
    assert aftale(["pull", str(word.path)]) == 0
    (lines,) = changes(sample, agreement).values()
    assert lines[0] == "-  - id: d-fritidsjob"
    assert lines[-2:] == ["-    delmål: [d-fritidsjob]", "+    delmål: [d-kvinder]"]


def track_deletion(word: Word, title: str) -> None:
    """Delete a section while Word tracks changes: its paragraphs, and the rows of its tables."""
    black = {f"{W}id": "9001", f"{W}author": "Ida Eksempel", f"{W}date": "2026-01-12T10:00:00Z"}
    head = next(it for it in word.paragraphs() if said(it) == title and heading(it))
    at: etree._Element | None = head
    while at is not None and (at is head or not 0 < heading(at) <= heading(head)):
        for row in at.iter(f"{W}tr"):
            properties = row.find(f"{W}trPr")
            if properties is None:
                properties = etree.Element(f"{W}trPr")
                row.insert(0, properties)
            properties.append(etree.Element(f"{W}del", black))
        for paragraph in at.iter(f"{W}p"):
            for run in paragraph.findall(f"{W}r"):
                deleted = etree.Element(f"{W}del", black)
                run.addprevious(deleted)
                deleted.append(run)
                for text in run.iter(f"{W}t"):
                    text.tag = f"{W}delText"
            own = paragraph.find(f"{W}pPr")
            if own is not None:
                mark = own.find(f"{W}rPr")
                mark = etree.SubElement(own, f"{W}rPr") if mark is None else mark
                mark.insert(0, etree.Element(f"{W}del", black))
        at = at.getnext()


@pytest.mark.langsom
def test_a_deletion_that_is_tracked_is_listed_in_one_and_taken_when_accepted(
    sample: Path, agreement: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    word = copy(agreement, "Ida.docx")
    track_deletion(word, "Delmål 2")
    word.replace("delmål 2", "delmål 1")
    word.save()
    assert aftale(["pull", str(word.path)]) == 0
    out = capsys.readouterr().out
    assert out.partition("Sporede ændringer")[2].count("slettet:") == 1
    assert aftale(["pull", str(word.path), "--accept"]) == 0
    assert "d-fritidsjob" not in [line.strip() for line in (agreement / "delaftaler" / "beskaeftigelse.yaml").read_text().split()]


@pytest.mark.langsom
def test_a_goal_that_an_activity_points_at_stays(sample: Path, agreement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    word = copy(agreement, "Ida.docx")
    delete_section(word, "Delmål 2")
    word.save()
    assert aftale(["pull", str(word.path)]) == 1
    assert "beskaeftigelse.yaml linje 124" in capsys.readouterr().out
    assert changes(sample, agreement) == {}


@pytest.mark.langsom
def test_what_is_only_half_deleted_is_told_as_such(sample: Path, agreement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    word = copy(agreement, "Ida.docx")
    at = next(it for it in word.paragraphs() if said(it) == "Mit første job" and heading(it))
    for _ in range(5):  # the heading, the facts, and the purpose with its heading
        after = at.getnext()
        at.getparent().remove(at)  # type: ignore[union-attr]
        assert after is not None
        at = after
    word.save()
    assert aftale(["pull", str(word.path)]) == 1
    out = " ".join(capsys.readouterr().out.split())
    assert out.count("slettet:") == 1, out
    assert "Kun noget af det er slettet; resten står endnu i filen i afsnittene «Indhold»" in out
    assert changes(sample, agreement) == {}


@pytest.mark.langsom
@pytest.mark.parametrize("title", ["Opfølgning", "Tal bag problemkomplekset", "Rekruttering"])
def test_a_section_goes_with_its_heading(title: str, sample: Path, agreement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    word = copy(agreement, "Ida.docx")
    delete_section(word, title)
    word.save()
    assert aftale(["pull", str(word.path)]) == 0
    assert f"«{title}»" not in capsys.readouterr().out
    (lines,) = changes(sample, agreement).values()
    assert not [line for line in lines if line.startswith("+") and line not in ("+", "+    data: []")]


@pytest.mark.langsom
def test_a_heading_alone_is_told(sample: Path, agreement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    word = copy(agreement, "Ida.docx")
    head = next(it for it in word.paragraphs() if said(it) == "Opfølgning" and heading(it))
    head.getparent().remove(head)  # type: ignore[union-attr]
    word.save()
    assert aftale(["pull", str(word.path)]) == 1
    assert "slettet: «Opfølgning»" in capsys.readouterr().out
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
