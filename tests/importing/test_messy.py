"""Merged cells, comments and notes as people leave them: what they say is read or kept, and nothing is said twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from aftale_builder.importing.ledger import Role
from tests.importing.test_papers import Bring, bold
from tests.word.wordfile import cell, docx, item, note, p, r, ref, table

SPAN = '<w:gridSpan w:val="{}"/>'
DOWN = "<w:vMerge/>"
FIRST = '<w:vMerge w:val="restart"/>'
HEAD = p("Delaftale for indsatsområdet Beskæftigelse")
BEGUN = '<w:commentRangeStart w:id="{0}"/>'
ENDED = '<w:commentRangeEnd w:id="{0}"/><w:r><w:commentReference w:id="{0}"/></w:r>'


@pytest.fixture
def bring(tmp_path: Path) -> Bring:
    return Bring(tmp_path)


def commented(number: int, *inside: str) -> str:
    """Return runs that a comment is of."""
    return BEGUN.format(number) + "".join(one if one.startswith("<") else r(one) for one in inside) + ENDED.format(number)


def comment(number: int, *blocks: str) -> str:
    return f'<w:comment w:id="{number}" w:author="Ida Eksempel">{"".join(blocks)}</w:comment>'


def activities(*tables: str) -> str:
    return HEAD + bold("Aktiviteter") + "".join(bold(f"Aktivitet {n}: Job") + one for n, one in enumerate(tables, start=1))


# --- merged cells -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "facts",
    [
        table([cell("Job", properties=SPAN.format(2))], ["Formål", "Flere i job"], ["Indhold", "Samtaler"]),
        table(
            ["Formål", cell("Flere i job", properties=SPAN.format(3))], ["Indhold", cell("Samtaler", properties=SPAN.format(3))]
        ),
    ],
    ids=["en titel over begge kolonner", "værdier over flere kolonner"],
)
def test_facts_with_cells_that_are_joined_are_read(facts: str, bring: Bring) -> None:
    delaftale = bring(d=docx(activities(facts))).indsatsomraader[0].delaftale
    assert delaftale is not None
    (activity,) = delaftale.aktiviteter
    assert activity.navn == "Job"
    assert bring.left() == []
    said = " ".join(text.text for text in (activity.formaal, activity.indhold) if text is not None)
    assert "Flere i job" in said
    assert "Samtaler" in said


def test_indicators_whose_cells_are_joined_downwards_are_said_once(bring: Bring) -> None:
    rows = table(
        ["Indikator", "Start", "Mål", "Kilde"],
        ["Unge i job", "12", "25", cell("Jobcentret", properties=FIRST)],
        ["Unge i skole", "40", "60", cell(p(), properties=DOWN)],
    )
    delaftale = bring(d=docx(HEAD + bold("Delmål") + bold("Delmål 1: Flere i job") + rows)).indsatsomraader[0].delaftale
    assert delaftale is not None
    first, second = delaftale.delmaal[0].indikatorer
    assert (first.navn, str(first.start), first.kilde) == ("Unge i job", "12", "Jobcentret")
    assert (second.navn, str(second.maal), second.kilde) == ("Unge i skole", "60", "")
    assert bring.left() == []


def test_words_that_hide_in_a_cell_joined_to_the_one_above_are_kept(bring: Bring) -> None:
    rows = table(
        ["Indikator", "Start", "Mål"], [cell("Job", properties=FIRST), "1", "2"], [cell("Skole", properties=DOWN), "3", "4"]
    )
    bring(d=docx(HEAD + bold("Delmål") + bold("Delmål 1: Flere") + rows))
    kept = "".join(path.read_text("utf-8") for path in (bring.folder / "aftale").rglob("*") if path.suffix in {".yaml", ".md"})
    assert kept.count("Skole") == 1


@pytest.mark.parametrize("width", ["0", "-1", "x", "", "1000000"])
def test_a_width_that_is_none_loses_no_words(width: str, bring: Bring) -> None:
    facts = table(["Formål", cell("Flere i job", properties=f'<w:gridSpan w:val="{width}"/>')], ["Indhold", "Samtaler"])
    bring(d=docx(activities(facts)))
    kept = "".join(path.read_text("utf-8") for path in (bring.folder / "aftale").rglob("*") if path.suffix in {".yaml", ".md"})
    assert "Flere i job" in kept
    assert "Samtaler" in kept


# --- comments ---------------------------------------------------------------------------------------------------------------


def test_a_comment_is_kept_with_what_has_no_place_and_the_words_it_is_of_stay(bring: Bring) -> None:
    body = activities(table(["Formål", cell(p(commented(1, "Flere"), " i job"))]))
    delaftale = bring(d=docx(body, comments=comment(1, p("Er det nok?"), p("Spørg chefen.")))).indsatsomraader[0].delaftale
    assert delaftale is not None
    assert delaftale.aktiviteter[0].formaal is not None
    assert delaftale.aktiviteter[0].formaal.text.strip() == "Flere i job"
    assert bring.left() == ["Er det nok?", "Spørg chefen."]
    assert "## Kommentarer" in (bring.folder / "aftale" / "ikke-placeret-d.md").read_text("utf-8")


@pytest.mark.parametrize(
    "body",
    [
        BEGUN.format(1) + bold("Opfølgning") + p("Hvert år.") + ENDED.format(1).partition("<w:r>")[0],
        bold("Opfølgning") + p(BEGUN.format(1) + r("Hvert ")) + p(r("år.") + ENDED.format(1)),
        bold("Opfølgning") + p("Hvert år.", ENDED.format(7)),
        p(commented(1, r("Opfølgning", "<w:b/>"))) + p("Hvert år."),
    ],
    ids=["over flere afsnit", "begynder og ender i hvert sit", "uden kommentar", "om overskriften"],
)
def test_comments_across_paragraphs_of_none_and_of_headings_change_nothing(body: str, bring: Bring) -> None:
    delaftale = bring(d=docx(HEAD + body, comments=comment(1, p("Se her")))).indsatsomraader[0].delaftale
    assert delaftale is not None
    assert delaftale.opfoelgning is not None
    assert delaftale.opfoelgning.text.split() == ["Hvert", "år."]
    assert bring.left() == ["Se her"]


def test_a_comment_with_a_table_and_a_list_loses_no_words(bring: Bring) -> None:
    bring(d=docx(HEAD + bold("Opfølgning") + p(commented(1, "Hvert år.")), comments=comment(1, item("et"), table(["to", "tre"]))))
    kept = (bring.folder / "aftale" / "ikke-placeret-d.md").read_text("utf-8")
    assert kept.partition("## Kommentarer")[2].split() == ["-", "et", "to", "tre"]


# --- notes ------------------------------------------------------------------------------------------------------------------


def test_endnotes_and_footnotes_with_the_same_number_keep_apart(bring: Bring) -> None:
    body = HEAD + bold("Opfølgning") + p("Hvert år", ref(1), " eller halve", ref(1, "endnote"), ".")
    data = docx(body, footnotes=note(1, "For oven"), endnotes=note(1, "For neden", kind="endnote"))
    delaftale = bring(d=data).indsatsomraader[0].delaftale
    assert delaftale is not None
    assert delaftale.opfoelgning is not None
    text = delaftale.opfoelgning.text
    assert text.index("Hvert år[^") < text.index("eller halve[^")
    notes = dict(line.split(": ", 1) for line in text.splitlines() if line.startswith("[^"))
    assert list(notes.values()) == ["For oven", "For neden"]
    assert bring.left() == []


@pytest.mark.parametrize(
    ("body", "notes"),
    [
        (p("Hvert år."), note(1, "Ingen peger på mig")),
        (p("Hvert år", ref(9), "."), note(1, "Ingen peger på mig")),
        (p("Hvert år."), note(1, "Ingen peger på mig") + note(1, "Ingen peger på mig")),
    ],
    ids=["uden henvisning", "henvisning til ingen", "to med samme nummer"],
)
def test_a_note_that_nothing_refers_to_is_kept_aside(body: str, notes: str, bring: Bring) -> None:
    bring(d=docx(HEAD + bold("Opfølgning") + body, endnotes=notes.replace("footnote", "endnote")))
    assert set(bring.left()) == {"Ingen peger på mig"}


def test_a_note_in_a_short_value_has_its_words_kept(bring: Bring) -> None:
    facts = table(["Formål", "Job"], ["Succeskriterier", cell(p("20 i job", ref(1, "endnote")))])
    delaftale = bring(d=docx(activities(facts), endnotes=note(1, "Efter et år", kind="endnote"))).indsatsomraader[0].delaftale
    assert delaftale is not None
    assert delaftale.aktiviteter[0].succeskriterier == ("20 i job",)
    assert bring.left() == ["Efter et år"]


def test_a_note_that_two_texts_refer_to_stands_in_both(bring: Bring) -> None:
    body = HEAD + bold("Samarbejde") + p("Med skolen", ref(1), ".") + bold("Opfølgning") + p("Hvert år", ref(1), ".")
    delaftale = bring(d=docx(body, footnotes=note(1, "Se aftalen"))).indsatsomraader[0].delaftale
    assert delaftale is not None
    told = [text.text for text in (delaftale.samarbejde, delaftale.opfoelgning) if text is not None]
    assert [text.count("Se aftalen") for text in told] == [1, 1]
    assert bring.left() == []


def test_a_note_with_several_paragraphs_and_a_table_loses_no_words(bring: Bring) -> None:
    inside = note(1, "Først").replace("</w:footnote>", p("så") + table(["til", "sidst"]) + "</w:footnote>")
    bring(d=docx(HEAD + bold("Opfølgning") + p("Hvert år", ref(1), "."), footnotes=inside))
    assert bring.found is not None
    roles = {
        unit.plain.strip(): entry.role for _, read in bring.found.reads() for unit, entry in read.ledger if unit.plain.strip()
    }
    assert {roles[word] for word in ("Først", "så", "til", "sidst")} <= {Role.VALUE, Role.UNPLACED}
    files = [path for path in (bring.folder / "aftale").rglob("*") if path.suffix in {".yaml", ".md"}]
    kept = " ".join(path.read_text("utf-8") for path in files)
    assert all(word in kept for word in ("Først", "så", "til", "sidst"))
