"""The command: several files, an agreement that has changed meanwhile, tracked changes, comments, and files that are none."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from aftale_builder.cli._group import run as aftale
from aftale_builder.model import load
from tests.pulling.sample import AGREEMENT, MILESTONES, SAMPLE, WORK, W, Word, files, p, rendered, run, split_at
from tests.pulling.test_edits import CHARTER, VISION, changes

BANKS = "-- **Vi går ud.** De beboere, der har mest brug for os, kommer sjældent af sig selv. Vi banker på."
BLACK = {f"{W}id": "9001", f"{W}author": "Ida Eksempel", f"{W}date": "2026-01-12T10:00:00Z"}


def edited(folder: Path, file: str, *pairs: tuple[str, str], name: str = "") -> Path:
    """Return a rendered file in which words were typed over, as another file where a name is given."""
    path = folder / "pakke" / file
    if name:
        path = Path(shutil.copy(path, path.with_name(name)))
    word = Word(path)
    for old, new in pairs:
        word.replace(old, new)
    word.save()
    return path


def pull(*words: object) -> int:
    return aftale(["pull", *map(str, words)])


def test_two_people_edit_different_fields(sample: Path, agreement: Path) -> None:
    one = edited(agreement, AGREEMENT, ("Vi banker på.", "Vi ringer på."))
    other = edited(agreement, WORK, ("55 pct.", "57,5 pct."))
    assert pull(one, other) == 0
    assert changes(sample, agreement) == {
        "delaftaler/beskaeftigelse.yaml": ["-        mål: 55", "+        mål: 57,5"],
        VISION: [BANKS, "+" + BANKS[1:].replace("banker", "ringer")],
    }
    assert pull(one, other) == 0


def test_two_people_edit_the_same_field(sample: Path, agreement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = edited(agreement, AGREEMENT, ("Vi banker på.", "Vi ringer på."), name="Ida.docx")
    other = edited(agreement, AGREEMENT, ("Vi banker på.", "Vi skriver."), name="Jonas.docx")
    third = edited(agreement, WORK, ("55 pct.", "57,5 pct."))
    assert pull(one, other, third) == 1
    out = capsys.readouterr().out
    assert "Vi ringer på." in out
    assert "Vi skriver." in out
    assert "Intet er skrevet" in out
    assert changes(sample, agreement) == {}


def test_two_people_say_the_same(sample: Path, agreement: Path) -> None:
    one = edited(agreement, AGREEMENT, ("Vi banker på.", "Vi ringer på."), name="Ida.docx")
    other = edited(agreement, AGREEMENT, ("Vi banker på.", "Vi ringer på."), name="Jonas.docx")
    assert pull(one, other) == 0
    assert changes(sample, agreement) == {VISION: [BANKS, "+" + BANKS[1:].replace("banker", "ringer")]}


def test_the_yaml_has_changed_elsewhere_meanwhile(agreement: Path) -> None:
    word = edited(agreement, WORK, ("55 pct.", "57,5 pct."))
    path = agreement / "delaftaler" / "beskaeftigelse.yaml"
    path.write_text(path.read_text().replace("start: 20\n", "start: 21 # rettet\n"))
    assert pull(word) == 0
    assert "start: 21 # rettet\n        mål: 57,5\n" in path.read_text()


TASKS = "kommissorium.yaml"
BUDGET = "  - Godkender budget, regnskab og flytning af midler mellem aktiviteter\n"


def without_the_budget(agreement: Path) -> Path:
    word = Word(agreement / "pakke" / CHARTER)
    paragraph = word.paragraph("Godkender budget")
    paragraph.getparent().remove(paragraph)  # type: ignore[union-attr]
    word.save()
    return word.path


def test_an_item_is_known_again_where_the_list_has_grown_above_it(agreement: Path) -> None:
    """It has no id, and is the seventh now: the one that has taken its number is another."""
    word, path = without_the_budget(agreement), agreement / TASKS
    now = path.read_text()
    first = now.index("  - ", now.index("opgaver:"))
    path.write_text(f"{now[:first]}  - En ny opgave, skrevet i YAML\n{now[first:]}")
    wanted = path.read_text().replace(BUDGET, "")
    assert pull(word) == 0
    assert path.read_text() == wanted


def test_one_takes_a_task_out_where_another_puts_one_in(agreement: Path) -> None:
    """The same once more does nothing: the new one stands where the other was, and is not that."""
    one = Word(Path(shutil.copy(agreement / "pakke" / CHARTER, agreement / "pakke" / "Ida.docx")))
    other = Word(Path(shutil.copy(agreement / "pakke" / CHARTER, agreement / "pakke" / "Jonas.docx")))
    gone = one.paragraph("Godkender budget")
    gone.getparent().remove(gone)  # type: ignore[union-attr]
    above = other.paragraph("Godkender budget")
    above.addnext(p("Holder en årlig fest", above))
    above.addnext(p("Taler med pressen", above))
    one.save()
    other.save()
    wanted = (agreement / TASKS).read_text().replace(BUDGET, "  - Taler med pressen\n  - Holder en årlig fest\n")
    for _ in range(2):
        assert pull(one.path, other.path) == 0
        assert (agreement / TASKS).read_text() == wanted


def test_what_was_deleted_in_word_and_mended_in_the_yaml_is_not_deleted(
    agreement: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    word, path = without_the_budget(agreement), agreement / TASKS
    now = path.read_text().replace(BUDGET, BUDGET.replace("budget, regnskab", "budget, revision, regnskab"))
    path.write_text(now)
    assert pull(word) == 1
    assert "slettet i Word, men rettet i aftalen" in capsys.readouterr().out
    assert path.read_text() == now


def test_a_list_that_both_have_changed_is_chosen_between(agreement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    word = edited(agreement, WORK, ("Solbakken, Kildevænget og Teglhaven", "Solbakken og Kildevænget"))
    path = agreement / "delaftaler" / "beskaeftigelse.yaml"
    now = path.read_text().replace("områder: [solbakken, kildevænget, teglhaven]", "områder: [teglhaven]", 1)
    path.write_text(now)
    assert pull(word) == 1
    out = capsys.readouterr().out
    assert all(told in out for told in ("aftalen nu", "«teglhaven»", "«Solbakken og Kildevænget»", "Intet er skrevet"))
    assert path.read_text() == now


def test_the_same_field_has_changed_in_the_yaml(agreement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    word = edited(agreement, WORK, ("55 pct.", "57,5 pct."))
    path = agreement / "delaftaler" / "beskaeftigelse.yaml"
    now = path.read_text().replace("mål: 55\n", "mål: 60\n")
    path.write_text(now)
    assert pull(word) == 1
    out = capsys.readouterr().out
    assert all(told in out for told in ("«55 pct.»", "«60»", "«57,5 pct.»", "Intet er skrevet", "linje 19"))
    assert path.read_text() == now


def test_find_and_replace_over_the_file(sample: Path, agreement: Path) -> None:
    word = Word(agreement / "pakke" / AGREEMENT)
    assert word.replace("Østfjordens Politi", "Vestfjordens Politi", everywhere=True) > 5
    word.save()
    assert pull(word.path) == 0
    made = changes(sample, agreement)
    assert made["aftale.yaml"] == ["-    navn: Østfjordens Politi", "+    navn: Vestfjordens Politi"]
    for lines in made.values():
        gone, come = ([line[1:] for line in lines if line[0] == sign] for sign in "-+")
        assert [line.replace("Østfjordens", "Vestfjordens") for line in gone] == come


@pytest.mark.parametrize("name", ["Lindeby og Omegns Boligselskab", "Lindeby Bolig & Hjem, afd. 4"])
def test_a_name_with_an_and_in_it_comes_home_where_names_are_enumerated(name: str, sample: Path, agreement: Path) -> None:
    word = Word(agreement / "pakke" / AGREEMENT)
    for text in word.body.iter(f"{W}t"):
        text.text = (text.text or "").replace("Lindeby Boligselskab", name)
    word.save()
    assert pull(word.path) == 0
    gone, come = changes(sample, agreement)["aftale.yaml"][:2]
    assert (gone, name_on(come)) == ("-    navn: Lindeby Boligselskab", name)


def name_on(line: str) -> str:
    """Return the name on a line of a diff."""
    return line.partition("navn: ")[2].strip('"')


def new_actor(agreement: Path, areas: str) -> Path:
    """Return the agreement's file with a row more among the actors, made of a copy of another."""
    word = Word(agreement / "pakke" / AGREEMENT)
    own = word.row("Lindeby Bibliotek")
    made = etree.fromstring(etree.tostring(own))
    told = {"Lindeby Bibliotek": "Ungdomsskolen", "Bogbussen kommer hver uge": "Klub to aftener", "Teglhaven": areas}
    for text in made.iter(f"{W}t"):
        text.text = told.get(text.text or "", text.text)
    own.addnext(made)
    word.save()
    return word.path


@pytest.mark.parametrize(
    ("areas", "ids"),
    [
        ("Teglhaven", "teglhaven"),
        ("Kildevænget og Teglhaven", "kildevænget, teglhaven"),
        ("Solbakken, Teglhaven", "solbakken, teglhaven"),
    ],
)
def test_a_new_row_refers_to_what_its_cell_enumerates(areas: str, ids: str, sample: Path, agreement: Path) -> None:
    word = new_actor(agreement, areas)
    for _ in range(2):
        assert pull(word) == 0
        line = f"+    - {{navn: Ungdomsskolen, tekst: Klub to aftener, områder: [{ids}]}}"
        assert changes(sample, agreement) == {"aftale.yaml": [line]}


def test_a_new_row_with_the_name_of_nothing(sample: Path, agreement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert pull(new_actor(agreement, "Teglhaven og Nybyen")) == 1
    assert "«Nybyen» er ikke navnet på noget i aftalen, som områder kan pege på." in capsys.readouterr().out
    assert changes(sample, agreement) == {}


def track(word: Word) -> None:
    """Insert and delete words with tracked changes on, as Word writes that."""
    first, _ = split_at(word.paragraph("Vi banker på."), "Vi banker på.")
    text = first.find(f"{W}t")
    assert text is not None
    gone = etree.Element(f"{W}del", BLACK)
    first.addprevious(gone)
    gone.append(first)
    text.tag = f"{W}delText"
    come = etree.Element(f"{W}ins", {**BLACK, f"{W}id": "9002"})
    come.append(run("Vi ringer på."))
    gone.addnext(come)


def test_tracked_changes_are_only_listed(sample: Path, agreement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    word = Word(agreement / "pakke" / AGREEMENT)
    track(word)
    word.save()
    assert pull(word.path) == 0
    out = capsys.readouterr().out
    assert "Sporede ændringer" in out
    assert "--accept" in out
    assert "Vi ringer på." in out
    assert changes(sample, agreement) == {}


def test_tracked_changes_are_taken_when_accepted(sample: Path, agreement: Path) -> None:
    word = Word(agreement / "pakke" / AGREEMENT)
    track(word)
    word.save()
    assert pull(word.path, "--accept") == 0
    assert changes(sample, agreement) == {VISION: [BANKS, "+" + BANKS[1:].replace("banker", "ringer")]}


def test_comments_are_listed_with_their_place(sample: Path, agreement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    word = Word(agreement / "pakke" / AGREEMENT)
    paragraph = word.paragraph("Vi banker på.")
    first = next(paragraph.iter(f"{W}r"))
    first.addprevious(etree.Element(f"{W}commentRangeStart", {f"{W}id": "0"}))
    paragraph.append(etree.Element(f"{W}commentRangeEnd", {f"{W}id": "0"}))
    mark = run("")
    mark.append(etree.Element(f"{W}commentReference", {f"{W}id": "0"}))
    paragraph.append(mark)
    comments = etree.Element(f"{W}comments", nsmap={"w": W[1:-1]})
    comment = etree.SubElement(comments, f"{W}comment", {**BLACK, f"{W}id": "0"})
    comment.append(p("Skal vi også skrive ud?"))
    word.parts["word/comments.xml"] = etree.tostring(comments)
    types = word.part("[Content_Types].xml")
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    types.append(etree.Element(f"{{{types.nsmap[None]}}}Override", {"PartName": "/word/comments.xml", "ContentType": kind}))
    relations = word.part("word/_rels/document.xml.rels")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    attributes = {"Id": "rIdKommentar", "Type": kind, "Target": "comments.xml"}
    relations.append(etree.Element(f"{{{relations.nsmap[None]}}}Relationship", attributes))
    word.save()
    assert pull(word.path) == 0
    (told,) = (line for line in capsys.readouterr().out.splitlines() if "Skal vi også skrive ud?" in line)
    assert f"{VISION} linje 1: vision (afsnittet «Sådan arbejder vi», afsnit " in told
    assert changes(sample, agreement) == {}


def test_dry_run_writes_nothing_and_prints_what_git_applies(
    sample: Path, agreement: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    word = edited(agreement, AGREEMENT, ("Vi banker på.", "Vi ringer på."), ("31. marts 2030", "30. april 2030"))
    assert pull(word, "--dry-run") == 0
    diff = capsys.readouterr().out
    assert changes(sample, agreement) == {}
    subprocess.run(["git", "apply", "-"], cwd=agreement, input=diff, text=True, check=True)
    assert sorted(changes(sample, agreement)) == ["aftale.yaml", VISION]


def test_each_edit_of_a_text_is_told_with_its_own_line(agreement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = agreement / VISION
    home.write_text("\n\n".join(f"Afsnit {word} siger sit om boligområdet." for word in "abcdefgh") + "\n", encoding="utf-8")
    rendered(agreement)
    capsys.readouterr()
    two = edited(agreement, AGREEMENT, ("Afsnit b siger", "Afsnit b mener"), ("Afsnit d siger", "Afsnit d mener"), name="To.docx")
    assert pull(two, "--dry-run") == 0
    lines = [line for line in capsys.readouterr().err.splitlines() if VISION in line]
    assert [line.partition(f"{VISION} linje ")[2].partition(":")[0] for line in lines] == ["3", "7"]
    assert "Afsnit d siger" in lines[1]
    assert "Afsnit d mener" in lines[1]
    pairs = [(f"Afsnit {word} siger", f"Afsnit {word} mener") for word in "abcdefg"]
    many = edited(agreement, AGREEMENT, *pairs, name="Mange.docx")
    assert pull(many, "--dry-run") == 0
    lines = [line for line in capsys.readouterr().err.splitlines() if VISION in line]
    assert len(lines) == 5
    assert lines[-1].endswith("(og 2 rettelser til)")


def test_what_is_refused_is_told_with_a_way_out_that_works(agreement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    word = edited(agreement, AGREEMENT, ("Vision for boligområdet", "Vores vision"))
    assert pull(word) == 1
    out = capsys.readouterr().out
    assert "Ret det tilbage i Word" in out
    assert "«aftale render --force»; jeres fil gemmes ved siden af" in out
    assert aftale(["render", str(agreement)]) == 1
    assert aftale(["render", str(agreement), "--force"]) == 0
    assert "er gemt som" in capsys.readouterr().err


def test_line_ends_bom_and_decomposed_letters_stay(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SAMPLE, tmp_path / "aftale"))
    for path in (folder / VISION, folder / "aftale.yaml"):
        text = path.read_text().replace("\n", "\r\n")
        path.write_bytes(text.replace("å", "a\u030a", 1).encode("utf-8-sig" if path.suffix == ".yaml" else "utf-8"))
    before = dict(files(folder))
    rendered(folder)
    word = edited(folder, AGREEMENT, ("Vi banker på.", "Vi ringer på."), ("31. marts 2030", "30. april 2030"))
    assert pull(word) == 0
    after = dict(files(folder))
    assert after[VISION] == before[VISION].replace("Vi banker på.", "Vi ringer på.")
    assert after["aftale.yaml"] == before["aftale.yaml"].replace("31. marts 2030", "30. april 2030", 1)


def test_what_is_refused_does_not_hold_back_the_rest(sample: Path, agreement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    word = edited(agreement, AGREEMENT, ("Vision for boligområdet", "Vores vision"), ("Vi banker på.", "Vi ringer på."))
    assert pull(word) == 1
    out = capsys.readouterr().out
    assert "Ikke hentet" in out
    assert "Vores vision" in out
    assert list(changes(sample, agreement)) == [VISION]


def test_the_pulled_agreement_is_read_as_before(agreement: Path) -> None:
    faults = load(agreement).faults
    word = edited(agreement, MILESTONES, ("10. juni 2026", "11. juni 2026"))
    assert pull(word) == 0
    assert load(agreement).faults == faults


def test_a_file_that_lies_elsewhere(sample: Path, agreement: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    word = edited(agreement, WORK, ("55 pct.", "57,5 pct."))
    away = Path(shutil.move(word, tmp_path / "fra mailen.docx"))
    assert pull(away) == 2
    assert "--into" in capsys.readouterr().err
    assert pull(away, "--into", agreement) == 0
    assert list(changes(sample, agreement)) == ["delaftaler/beskaeftigelse.yaml"]


def test_a_file_of_another_agreement(agreement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(agreement / ".aftale")
    assert pull(agreement / "pakke" / WORK) == 1
    assert "ikke lavet af denne aftale" in capsys.readouterr().err


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 afbrudt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), b"ren tekst"])
def test_files_that_are_none(data: bytes, agreement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = agreement / "pakke" / "noget.docx"
    path.write_bytes(data)
    assert pull(path) == 1
    told = capsys.readouterr()
    assert "Fejl: " in told.err
    assert "Traceback" not in told.err


@pytest.mark.parametrize("path", ["findes-ikke.docx", "."])
def test_paths_that_are_no_files(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert pull(path) == 2
    assert "Skriv stien til Word-filen" in capsys.readouterr().err


def test_a_file_is_never_compared_with_what_another_version_said(agreement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the agreement has changed since would come home as if it were edited in Word."""
    kept = set((agreement / ".aftale").glob("*.json"))
    older = Path(shutil.copy(agreement / "pakke" / WORK, agreement.parent / "Fra Ida.docx"))
    source = agreement / "delaftaler" / "beskaeftigelse.yaml"
    source.write_text(source.read_text(encoding="utf-8").replace("mål: 55", "mål: 56", 1), encoding="utf-8")
    assert aftale(["render", str(agreement)]) == 0
    for path in kept:
        path.unlink(missing_ok=True)
    assert list((agreement / ".aftale").glob("*.json"))
    before = source.read_bytes()
    capsys.readouterr()
    assert pull(older, "--into", agreement) == 1
    told = capsys.readouterr().err
    assert "ikke gemt, hvad der stod i den" in told
    assert "aftale check FIL.docx --against" in told
    assert source.read_bytes() == before
