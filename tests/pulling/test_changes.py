"""What was done to a rendered file is told by value: each kind of edit as that edit alone, and none where there is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aftale_builder.pulling.changes import Added, Change, Edit, Form, Refused, Removed
from aftale_builder.pulling.store import to_json
from aftale_builder.word.ooxml import PPR, RPR, RUN, Element, P, T, W, make, text
from tests.pulling.rendered import DELAFTALE, KOMMISSORIUM, MILESTONES, done, opened, rendered
from tests.pulling.word_edits import Edited, set_words, tables, words, xml

ORGAN = "organisation/organer/koordinationsgruppen"
OWN = "kommissorium/koordinationsgruppen"
FIRST = "Koordinationsgruppen omsætter"
AREA = "indsatsområder/beskæftigelse"
FIGURES = f"{AREA}/data"

Change_ = Callable[[Edited], object]


def told(name: str, change: Change_, *, accept: bool = False) -> tuple[Edit, ...]:
    """Return the edits of a file; they must be the same where the bookmarks are lost, and where Word has saved it anew."""
    file = opened(name)
    change(file)
    found = done(name, file, accept=accept)
    assert done(name, file.resaved(), accept=accept) == found
    assert done(name, file.without_bookmarks(), accept=accept) == found
    return found.edits


def only(name: str, change: Change_) -> Edit:
    """Return the one edit of a file."""
    (found,) = told(name, change)
    return found


# --- no change ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", list(rendered()))
def test_a_file_that_nobody_has_touched_is_unchanged(name: str) -> None:
    data, _ = rendered()[name]
    assert done(name, data).edits == ()
    assert told(name, lambda file: file) == ()


def test_the_base_holds_no_word_twice_and_is_the_same_each_time() -> None:
    data, base = rendered()[KOMMISSORIUM]
    assert to_json(base) == to_json(base)
    assert base.code.encode() in b"".join(part for part in Edited(data)._parts.values())
    assert len({source.path for source in base.sources}) > 20


def test_bookmarks_tell_nothing() -> None:
    file = opened(DELAFTALE)
    every = [str(mark.get(f"{W}name")) for mark in file.root.iter(f"{W}bookmarkStart")]
    names = [name for name in every if not name.startswith("_Toc")]
    ids = [mark.get(f"{W}id") for mark in file.root.iter(f"{W}bookmarkStart")]
    code = rendered()[DELAFTALE][1].code
    assert len(names) > 100
    assert len(set(names)) == len(names)
    assert len(set(ids)) == len(ids)
    assert all(name.startswith(f"_A{code}_") and name.rpartition("_")[2].isdecimal() for name in names)
    assert all(len(name) <= 40 for name in names)  # what Word lets a bookmark be called


# --- values ---------------------------------------------------------------------------------------------------------------------

VALUES: dict[str, tuple[str, str, str, Form, str, str]] = {
    "a text": (KOMMISSORIUM, "Økonomi- og kommunikationsmedarbejderen", "Sekretæren", Form.TEXT, f"{ORGAN}/sekretær", ""),
    "a number": (KOMMISSORIUM, "8", "10", Form.NUMBER, f"{ORGAN}/møder_pr_år", ""),
    "a number with its unit": (
        DELAFTALE, "44,5 pct.", "45,1 pct.", Form.NUMBER, f"{FIGURES}/LBF - Boligsociale Data/værdi", " pct.",
    ),
    "one of two dates": (KOMMISSORIUM, "1. april 2026", "1. maj 2026", Form.DATE, "periode/fra", ""),
    "the other": (KOMMISSORIUM, "31. marts 2030", "31. marts 2031", Form.DATE, "periode/til", ""),
    "an item of a list": (DELAFTALE, "Jobcenter Lindeby", "Jobcentret", Form.TEXT, f"{AREA}/delaftale/aktører/1", ""),
}  # fmt: skip


@pytest.mark.parametrize("case", VALUES)
def test_a_value_that_is_typed_over(case: str) -> None:
    name, before, after, form, path, unit = VALUES[case]
    within = next(words(p) for p in opened(name).root.iter(P) if before in words(p))
    found = only(name, lambda file: file.replace(before, after, within=within))
    assert isinstance(found, Change)
    assert (found.path, found.before, found.after, found.form, found.unit) == (path, before, after, form, unit)
    assert found.at.paragraph is not None
    assert found.at.file == name


def test_a_value_that_is_deleted() -> None:
    found = only(KOMMISSORIUM, lambda file: set_words(file.paragraph("Økonomi- og"), ""))
    assert isinstance(found, Change)
    assert (found.path, found.after) == (f"{ORGAN}/sekretær", "")


def test_a_name_that_is_replaced_all_over_is_told_once_for_each_place() -> None:
    def everywhere(file: Edited) -> None:
        for paragraph in [found for found in file.root.iter(P) if words(found) == "Lindeby Kommune"]:
            set_words(paragraph, "Lindeby Storkommune")

    found = told(DELAFTALE, everywhere)
    assert len(found) > 2
    assert {(edit.path, edit.after) for edit in found if isinstance(edit, Change)} == {
        ("parter/lindeby-kommune/navn", "Lindeby Storkommune")
    }
    assert all(isinstance(edit, Change) and edit.by for edit in found)


def test_of_two_seats_with_the_same_part_the_right_one_is_told() -> None:
    found = only(KOMMISSORIUM, lambda file: file.replace("Skoleleder", "Viceskoleleder", within="Skoleleder på"))
    assert isinstance(found, Change)
    assert found.path == f"{ORGAN}/medlemmer/lindeby-kommune~2/titel"


# --- prose ----------------------------------------------------------------------------------------------------------------------


def prose(change: Change_, name: str = KOMMISSORIUM) -> Change:
    """Return the change of the one prose value that was changed."""
    found = only(name, change)
    assert isinstance(found, Change)
    assert found.form is Form.PROSE
    return found


def test_typing_inside_a_run() -> None:
    found = prose(lambda file: file.replace("to parter", "tre parter", within=FIRST))
    assert found.path == f"{OWN}/formål"
    assert [line.was for line in found.lines_after] == [0]
    assert found.after == found.before.replace("to parter", "tre parter")
    assert found.source.startswith(FIRST)


def test_splitting_a_paragraph() -> None:
    found = prose(lambda file: file.split(FIRST, "og sørger"))
    assert [line.text.split()[0] for line in found.lines_after] == ["Koordinationsgruppen", "og"]


def test_joining_two_items() -> None:
    found = prose(lambda file: file.join("SSP-konsulenten"))
    assert found.path == f"{OWN}/sammensætning"
    assert len(found.lines_after) == len(found.lines_before) - 1
    assert [line.text for line in found.lines_after if line.text.startswith("SSP")] == ["SSP-konsulenten Chefen for indsatsen"]


def test_a_new_item_of_a_list() -> None:
    found = prose(lambda file: file.after("SSP-konsulenten", "En ny"))
    assert [line.text for line in found.lines_after if line.was is None] == ["En ny"]
    assert next(line for line in found.lines_after if line.was is None).item is not None


def test_a_new_paragraph_last_in_a_text() -> None:
    found = prose(lambda file: file.after("Projektlederen for udviklingsplanen", "Nyt afsnit"))
    assert (found.lines_after[-1].text, found.lines_after[-1].was) == ("Nyt afsnit", None)


def test_a_paragraph_that_is_moved_within_a_text() -> None:
    found = prose(lambda file: file.move("SSP-konsulenten", "Driftschefen i Boligforeningen"))
    assert sorted(line.text for line in found.lines_after) == sorted(line.text for line in found.lines_before)
    assert [line.text for line in found.lines_after] != [line.text for line in found.lines_before]


def test_a_paragraph_that_is_moved_from_one_text_to_another() -> None:
    given, left = told(KOMMISSORIUM, lambda file: file.move("SSP-konsulenten", FIRST))
    assert isinstance(given, Change)
    assert isinstance(left, Change)
    assert (given.path, left.path) == (f"{OWN}/formål", f"{OWN}/sammensætning")
    assert "SSP-konsulenten" in given.after
    assert "SSP-konsulenten" not in left.after


def test_bold() -> None:
    found = prose(lambda file: file.bold("to parter", FIRST))
    assert found.before == found.after
    assert [span.text for span in found.lines_after[0].spans if span.bold] == ["to parter"]


def test_a_paragraph_that_is_written_anew() -> None:
    found = prose(lambda file: set_words(file.paragraph(FIRST), "Noget helt andet om katte."))
    assert (found.path, found.after) == (f"{OWN}/formål", "Noget helt andet om katte.")


def test_a_text_that_is_deleted() -> None:
    found = prose(lambda file: file.delete(FIRST))
    assert (found.path, found.after, found.lines_after) == (f"{OWN}/formål", "", ())
    assert found.at.section == "Formål"


# --- lists ----------------------------------------------------------------------------------------------------------------------


def test_a_new_row() -> None:
    cells = ("Østfjordens Politi", "Betjent, Ole Eksempel", "taktisk", "ja")
    found = only(KOMMISSORIUM, lambda file: file.new_row("Kommunal koordinator", *cells))
    assert isinstance(found, Added)
    assert found.path == f"{ORGAN}/medlemmer"
    assert found.after == f"{ORGAN}/medlemmer/lindeby-kommune"
    assert [(cell.key, cell.text, cell.form) for cell in found.cells] == [
        ("part", "Østfjordens Politi", Form.TEXT),
        ("titel", "Betjent, Ole Eksempel", Form.TEXT),
        ("niveau", "taktisk", Form.WORD),
        ("beslutningskompetence", "ja", Form.YES_NO),
    ]
    assert found.cells[0].refers == "parter/lindeby-kommune/navn"


def test_a_new_row_with_a_figure() -> None:
    found = only(DELAFTALE, lambda file: file.new_row("44,5 pct.", "Nyt tal", "12 pct.", "2025", "Alle", "Egen optælling"))
    assert isinstance(found, Added)
    assert [(cell.key, cell.unit) for cell in found.cells][:2] == [("tekst", ""), ("værdi", " pct.")]


def test_a_row_that_is_deleted() -> None:
    found = only(KOMMISSORIUM, lambda file: file.delete_row("Kommunal koordinator"))
    assert isinstance(found, Removed)
    assert found.path == f"{ORGAN}/medlemmer/lindeby-kommune"
    assert found.before == "Lindeby Kommune | Kommunal koordinator | taktisk | nej"


def test_a_table_that_is_deleted_is_each_of_its_rows() -> None:
    def delete(root: Element) -> None:
        table = next(found for found in tables(root) if "Kan beslutte" in words(found))
        parent = table.getparent()
        assert parent is not None
        parent.remove(table)

    found = told(KOMMISSORIUM, lambda file: file.on(delete))
    assert len(found) == 8
    assert all(isinstance(edit, Removed) and edit.path.startswith(f"{ORGAN}/medlemmer/") for edit in found)


def test_what_a_thing_is_called_may_go_without_the_thing() -> None:
    found = only(DELAFTALE, lambda file: file.delete("Boligforeningen Lindehjem"))
    assert isinstance(found, (Change, Removed))
    assert found.path in ("parter/lindehjem/navn", "indsatsområder/beskæftigelse/delaftale/parter/2")


def test_a_new_item_of_a_list_of_texts() -> None:
    found = only(KOMMISSORIUM, lambda file: file.after("Fordeler opgaver", "Holder styr på tiden"))
    assert isinstance(found, Added)
    assert (found.path, found.after) == (f"{OWN}/opgaver", f"{OWN}/opgaver/2")
    assert [(cell.key, cell.text) for cell in found.cells] == [("", "Holder styr på tiden")]


def test_an_item_that_is_deleted() -> None:
    found = only(KOMMISSORIUM, lambda file: file.delete("Fordeler opgaver"))
    assert isinstance(found, Removed)
    assert found.path == f"{OWN}/opgaver/2"


def test_a_milestone_that_is_new_among_those_of_others() -> None:
    def add(file: Edited) -> None:
        row = next(row for row in tables(file.root)[-1].iter(f"{W}tr") if "1. april 2026" in words(row))
        count = len(row.findall(f"{W}tc"))
        file.new_row(words(row.findall(f"{W}tc")[1]), "1. maj 2027", "Fest", *[""] * (count - 2))

    found = only(MILESTONES, add)
    assert isinstance(found, Added)
    assert [(cell.key, cell.form) for cell in found.cells] == [("dato", Form.DATE), ("tekst", Form.TEXT)]


# --- what no value can take -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", [" - ", "-", " — ", " til ", " til og med ", "\u00a0–\u00a0"])
def test_a_period_is_read_as_people_type_it(typed: str) -> None:
    assert told(KOMMISSORIUM, lambda file: file.replace(" – ", typed, within="1. april 2026 – ")) == ()
    found = only(KOMMISSORIUM, lambda file: file.replace(" – 31. marts 2030", f"{typed}31.12.2029", within="1. april 2026 – "))
    assert isinstance(found, Change)
    assert (found.path, found.before, found.after) == ("periode/til", "31. marts 2030", "31.12.2029")


REFUSED: dict[str, tuple[str, Change_, str, str]] = {
    "a label": (KOMMISSORIUM, lambda file: file.replace("Niveau", "Trin"), "Niveau", "Trin"),
    "a heading": (KOMMISSORIUM, lambda file: file.replace("Opgaver", "Pligter"), "Opgaver", "Pligter"),
    "a heading that is deleted": (KOMMISSORIUM, lambda file: file.delete("Opgaver"), "Opgaver", ""),
    "words between two values": (
        KOMMISSORIUM,
        lambda file: file.replace(" – ", " snarest ", within="1. april 2026 – "),
        "1. april 2026 – 31. marts 2030",
        "1. april 2026 snarest 31. marts 2030",
    ),
    "bold in a short text": (
        KOMMISSORIUM, lambda file: file.bold("Sammen", "Sammen om Solbakken"), "Sammen om Solbakken", "Sammen om Solbakken",
    ),
    "a paragraph where no text is": (KOMMISSORIUM, lambda file: file.after("LBF har ingen skabelon", "Hej"), "", "Hej"),
    "a chapter of one's own": (
        KOMMISSORIUM, lambda file: file.after("Projektlederen for", "Nyt kapitel", like="Opgaver"), "", "Nyt kapitel",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_no_value_can_take_is_refused(case: str) -> None:
    name, change, before, after = REFUSED[case]
    found = only(name, change)
    assert isinstance(found, Refused)
    assert (found.before, found.after) == (before, after)
    assert found.why


def test_a_text_that_is_joined_to_its_heading_is_refused_and_nothing_else_is_told() -> None:
    found = told(KOMMISSORIUM, lambda file: file.join("Formål"))
    assert [type(edit) for edit in found] == [Refused]


# --- tracked changes and comments -----------------------------------------------------------------------------------------------


def tracked(file: Edited) -> None:
    """Type some words and delete a paragraph while Word tracks changes."""
    inserted = make("ins", id="900", author="Ida")
    inserted.append(make("r", text(" Tilføjet.")))
    file.paragraph(FIRST).append(inserted)
    gone = file.paragraph("Fordeler opgaver")
    properties = gone.find(PPR)
    assert properties is not None
    properties.append(make("rPr", make("del", id="901", author="Ida")))
    for run in [child for child in gone if child.tag == RUN]:
        deleted = make("del", id="902", author="Ida")
        gone.replace(run, deleted)
        deleted.append(run)
        for piece in run.iter(T):
            piece.tag = f"{W}delText"


def test_tracked_changes_are_listed_and_taken_only_where_told_to() -> None:
    file = opened(KOMMISSORIUM)
    tracked(file)
    file.replace("8", "9")
    listed, taken = done(KOMMISSORIUM, file), done(KOMMISSORIUM, file, accept=True)
    assert [(type(edit), getattr(edit, "path", "")) for edit in listed.edits] == [(Change, f"{ORGAN}/møder_pr_år")]
    assert [(type(edit), getattr(edit, "path", "")) for edit in listed.tracked] == [
        (Change, f"{OWN}/formål"),
        (Removed, f"{OWN}/opgaver/2"),
    ]
    assert set(taken.edits) == {*listed.edits, *listed.tracked}
    assert taken.tracked == ()


def test_a_new_paragraph_that_is_tracked_is_no_change_before_it_is_accepted() -> None:
    def type_(root: Element) -> None:
        above = next(found for found in root.iter(P) if words(found).startswith(FIRST))
        new = make("p", make("pPr", make("rPr", make("ins", id="9", author="Ida"))))
        inserted = make("ins", id="10", author="Ida")
        inserted.append(make("r", text("Et nyt afsnit.")))
        new.append(inserted)
        above.addprevious(new)

    file = opened(KOMMISSORIUM).on(type_)
    found = done(KOMMISSORIUM, file)
    assert found.edits == ()
    assert [getattr(edit, "path", "") for edit in found.tracked] == [f"{OWN}/formål"]


def test_a_look_that_is_tracked_is_restored() -> None:
    def bold(root: Element) -> None:
        run = next(next(found for found in root.iter(P) if words(found).startswith(FIRST)).iter(RUN))
        properties = run.find(RPR)
        if properties is None:
            properties = make("rPr")
            run.insert(0, properties)
        old = make("rPrChange", make("rPr"), id="5", author="Ida")
        properties.insert(0, make("b"))
        properties.append(old)

    found = done(KOMMISSORIUM, opened(KOMMISSORIUM).on(bold))
    assert found.edits == ()
    assert len(found.tracked) == 1


def test_a_comment_is_told_with_the_value_it_stands_at() -> None:
    file = opened(KOMMISSORIUM)
    file.comment(FIRST, "Er det rigtigt?")
    (remark,) = done(KOMMISSORIUM, file).remarks
    assert (remark.path, remark.text, remark.at.section) == (f"{OWN}/formål", "Er det rigtigt?", "Formål")


def test_a_note_in_a_text_is_told_with_what_it_says() -> None:
    found = rendered()
    name = next(name for name, (_, base) in found.items() if any(unit.notes for unit in base.units))
    file = opened(name)
    note = next(note for note in file.notes() if words(note).strip())
    set_words(next(note.iter(P)), "En anden kilde.")
    (edit,) = done(name, file).edits
    assert isinstance(edit, Change)
    assert edit.form is Form.PROSE
    assert "En anden kilde." in str(edit.lines_after)


def test_a_table_pasted_into_a_text_comes_with_it() -> None:
    def paste(root: Element) -> None:
        above = next(found for found in root.iter(P) if words(found).startswith(FIRST))
        cells = "".join(f"<w:tc><w:tcPr/><w:p><w:r><w:t>{said}</w:t></w:r></w:p></w:tc>" for said in ("A", "B"))
        above.addnext(xml(f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cells}</w:tr></w:tbl>"))

    found = prose(lambda file: file.on(paste))
    assert [line.kind for line in found.lines_after] == [
        "paragraph", "table", "row", "cell", "paragraph", "cell", "paragraph", "table-end",
    ]  # fmt: skip
