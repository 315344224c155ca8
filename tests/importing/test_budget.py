"""`aftale import` of budgets: our own workbook after people have been at it, and the tables that others make."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from aftale_builder.cli._group import run
from aftale_builder.documents.budget_book import book
from aftale_builder.documents.facts import Facts
from aftale_builder.model import load
from aftale_builder.model.budget import Budget
from aftale_builder.sheet.writing import write
from tests.documents.making import copy_of_sample, generation

PERIOD = "periode: {fra: 2026-01-01, til: 2027-12-31}"
OWN_YEARS = "periode: {fra: 2026-04-01, til: 2028-03-31}"
ROOT = """# Vores aftale
regulativ: lbf-2019-26
navn: Sammen om Skoven
PERIODE
parter:
  - {id: k, navn: Lindeby Kommune, type: kommune, kaldes: [kommunen]}
  - {id: bo, navn: Lindeby Boligselskab, type: boligorganisation}
"""
BUDGET = """# Budgettet
poster:
  - {id: p01, art: løn, tekst: Leder, beløb: {"2026": 600.000, "2027": 600000}} # to år
  - {id: p02, art: revision, tekst: Revision, beløb: {"2027": 20_000}}
kilder:
  - {id: lbf, type: lbf}
  - {id: k, part: k, form: kontant}
  - {id: kt, part: k, form: arbejdstid}
finansiering:
  - {kilde: lbf, beløb: {"2026": 450.000 kr., "2027": 0,47 mio.}}
  - {kilde: k, beløb: {"2026": 150.000, "2027": 150.000}}
"""
Rows = Sequence[Sequence[object]]
WIDE: Rows = (
    ("Budget for Skoven",),
    (),
    ("Udgifter", 2026, 2027, "I alt"),
    ("Lønninger",),
    ("Leder, 37 timer", 600_000, 620_000, 1_220_000),
    ("Konsulent", 500_000.5, 500_000, 1_000_000.5),
    ("Løn i alt", 1_100_000.5, 1_120_000, 2_220_000.5),
    ("Revision", None, 20_000, 20_000),
    ("I alt", 1_100_000.5, 1_140_000, 2_240_000.5),
    (),
    ("Finansiering", 2026, 2027, "I alt"),
    ("Landsbyggefonden", 800_000, 840_000, 1_640_000),
    ("Kommunen", 300_000.5, 300_000, 600_000.5),
    ("I alt", 1_100_000.5, 1_140_000, 2_240_000.5),
    ("Lokal andel", 0.27, 0.26, None),
)
LONG = """Post;År;Beløb (kr);Udgiftsart
Leder, 37 timer;2026;600.000;løn
Leder, 37 timer;2027;620.000 kr.;løn
Konsulent;2026;500.000,50;løn
Konsulent;2027;500.000;løn
Revision;2027;20.000;revision
"""


def agreement(folder: Path, budget: str | None = None, periode: str = PERIOD) -> Path:
    """Return the folder of a small agreement, with this budget or none."""
    folder.mkdir()
    (folder / "aftale.yaml").write_text(
        ROOT.replace("PERIODE", periode) + ("budget: !fil budget.yaml\n" if budget else ""), "utf-8"
    )
    if budget:
        (folder / "budget.yaml").write_text(budget, "utf-8")
    return folder


def of(folder: Path) -> Budget:
    """Return the agreement's budget, which must be readable."""
    loaded = load(folder)
    assert loaded.aftale is not None
    assert loaded.faults == ()
    assert loaded.aftale.budget is not None
    return loaded.aftale.budget


def sheet(path: Path, rows: Rows, title: str = "Budget") -> Path:
    """Write a workbook with one sheet of these rows."""
    made = Workbook()
    found = made.active
    assert found is not None
    found.title = title
    for row in rows:
        found.append(list(row))
    made.save(path)
    return path


def ours(folder: Path, change: Callable[[Workbook], Any] = lambda _: None) -> Path:
    """Return the package's workbook of an agreement, changed as people change it: sums are left without values."""
    aftale = load(folder).aftale
    assert aftale is not None
    path = folder.parent / "Budget.xlsx"
    path.write_bytes(write(book(Facts(aftale, generation()))))
    found = load_workbook(path)
    change(found)
    found.save(path)
    return path


def set_cells(**cells: str | float | None) -> Callable[[Workbook], None]:
    """Return the change that gives cells of the costs («G9»), or of the financing («F_E7»), other values."""

    def change(found: Workbook) -> None:
        for place, value in cells.items():
            found["Finansiering" if place.startswith("F_") else "Udgifter"][place.removeprefix("F_")] = value

    return change


def taken(path: Path, folder: Path, *options: str) -> int:
    """Run the command."""
    return run(["import", str(path), "-o", str(folder), *options])


def changed(before: str, folder: Path) -> list[str]:
    """Return the lines of the budget that are other than before."""
    after = (folder / "budget.yaml").read_text("utf-8")
    return [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[:1] in "+-"]


# --- our own ------------------------------------------------------------------------------------------------------------


def test_the_samples_own_workbook_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = copy_of_sample(tmp_path / "aftale")
    before = (folder / "budget.yaml").read_bytes()
    assert taken(ours(folder), folder) == 0
    assert (folder / "budget.yaml").read_bytes() == before
    assert "Aftalen har beløbene allerede." in capsys.readouterr().out


def test_changed_amounts_come_home_as_the_author_writes_amounts(tmp_path: Path) -> None:
    folder = agreement(tmp_path / "a", BUDGET)
    path = ours(folder, set_cells(F7=610_000, G7=605_000, G8=21_000, F8=5_000.5, F_E7=460_000, F_F7=480_000))
    assert taken(path, folder) == 0
    assert changed(BUDGET, folder) == [
        '-   - {id: p01, art: løn, tekst: Leder, beløb: {"2026": 600.000, "2027": 600000}} # to år',
        '+   - {id: p01, art: løn, tekst: Leder, beløb: {"2026": 610.000, "2027": 605000}} # to år',
        '-   - {id: p02, art: revision, tekst: Revision, beløb: {"2027": 20_000}}',
        '+   - {id: p02, art: revision, tekst: Revision, beløb: {"2027": 21_000, "2026": "5_000,50"}}',
        '-   - {kilde: lbf, beløb: {"2026": 450.000 kr., "2027": 0,47 mio.}}',
        '+   - {kilde: lbf, beløb: {"2026": 460.000 kr., "2027": "0,48 mio."}}',
    ]
    assert of(folder).poster[1].beloeb == {"2027": Decimal(21_000), "2026": Decimal("5000.50")}


def test_oere_in_braces_stand_in_quotes(tmp_path: Path) -> None:
    """«600.000,50» bare in braces is two entries to every other reader of YAML."""
    folder = agreement(tmp_path / "a", BUDGET)
    assert taken(ours(folder, set_cells(F7=600_000.5, G7=610_000.25)), folder) == 0
    assert '{"2026": "600.000,50", "2027": "610000,25"}' in (folder / "budget.yaml").read_text("utf-8")
    assert of(folder).poster[0].beloeb == {"2026": Decimal("600000.50"), "2027": Decimal("610000.25")}


def test_a_cell_that_is_emptied_is_nought(tmp_path: Path) -> None:
    folder = agreement(tmp_path / "a", BUDGET)
    assert taken(ours(folder, set_cells(G8=None)), folder) == 0
    assert of(folder).poster[1].beloeb == {"2027": Decimal(0)}


def test_a_source_that_now_pays_gets_a_line_of_financing(tmp_path: Path) -> None:
    folder = agreement(tmp_path / "a", BUDGET)
    assert taken(ours(folder, set_cells(F_E9=40_000)), folder) == 0
    line = of(folder).finansiering[-1]
    assert (line.kilde, line.beloeb) == ("kt", {"2026": Decimal(40_000)})


def test_a_line_put_in_is_a_new_post(tmp_path: Path) -> None:
    def insert(found: Workbook) -> None:
        found["Udgifter"].insert_rows(8)
        for at, value in enumerate((None, "Aktivitet", "Sommerfest", "Beskæftigelse", "Fælles", 10_000, 12_000), start=1):
            found["Udgifter"].cell(8, at, value)

    folder = agreement(tmp_path / "a", BUDGET)
    assert taken(ours(folder, insert), folder) == 0
    post = of(folder).poster[-1]
    assert (post.id, post.art, post.tekst, post.indsatsomraade) == ("p03", "aktivitet", "Sommerfest", "beskæftigelse")
    assert post.beloeb == {"2026": Decimal(10_000), "2027": Decimal(12_000)}


def test_a_new_name_of_a_post_is_told_and_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = agreement(tmp_path / "a", BUDGET)
    assert taken(ours(folder, set_cells(C7="Chef", F7=1)), folder) == 0
    assert "Udgifter, C7: posten p01 hedder nu «Chef» i arket. Kun beløbene er hentet." in capsys.readouterr().out
    assert of(folder).poster[0].tekst == "Leder"
    assert of(folder).poster[0].beloeb["2026"] == 1


def test_open_cells_that_are_not_fetched_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = agreement(tmp_path / "a", BUDGET)
    path = ours(folder, set_cells(A7="p9", B7="Andet", D8="Beskæftigelse", E8=None, F_C7="Kontant", F_D7="ja"))
    assert taken(path, folder) == 0
    told = " ".join(capsys.readouterr().out.split())
    for words in (
        "Udgifter, A7: nummeret: «p9» i arket, «p01» i aftalen. Kun beløbene er hentet",
        "Udgifter, B7: arten: «Andet» i arket, «Løn» i aftalen.",
        "Udgifter, D8: indsatsområdet: «Beskæftigelse» i arket, «Fælles» i aftalen.",
        "Udgifter, E8: aktiviteterne: intet i arket, «Fælles» i aftalen.",
        "Finansiering, D7: «Lokal»: «ja» i arket, «nej» i aftalen.",
        "Finansiering, C7: formen: «Kontant» i arket, intet i aftalen.",
    ):
        assert words in told
    assert told.count("Kun beløbene er hentet") == 6
    assert (folder / "budget.yaml").read_text("utf-8") == BUDGET


def test_an_untouched_workbook_has_nothing_to_look_after(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = agreement(tmp_path / "a", BUDGET)
    assert taken(ours(folder), folder) == 0
    assert "Se efter" not in capsys.readouterr().out


def test_dry_run_shows_a_diff_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = agreement(tmp_path / "a", BUDGET)
    assert taken(ours(folder, set_cells(F7=610_000)), folder, "--dry-run") == 0
    told = capsys.readouterr()
    assert told.out.startswith("--- a/budget.yaml\n+++ b/budget.yaml\n")
    assert "p01, Leder, 2026: 600.000 kr. → 610.000 kr." in told.err
    assert (folder / "budget.yaml").read_text("utf-8") == BUDGET


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"F7": "omkring 600.000"}, "Udgifter, F7: «omkring 600.000» er ikke et beløb."),
        ({"F7": -5}, "Udgifter, F7: -5,00 kr. er negativt"),
        ({"F7": 1 / 3}, "flere decimaler end øre"),
        ({"F7": "=1+1"}, "Udgifter, F7: formlens værdi er ikke gemt i filen"),
        ({"A7": "p02"}, "Udgifter, C7: nummeret er p02, men navnet er det, som p01 har"),
        ({"C8": "Leder", "A8": "p01"}, "posten «Leder» står også i"),
        ({"A7": "p7", "C7": "Chef"}, "Er det den samme post, så giv den samme navn begge steder"),
        ({"F6": 2031}, "kan ikke alle føres til hver sit budgetår. Aftalens budgetår er 2026 og 2027"),
        ({"F6": "2027"}, "Udgifter, G6: der er to kolonner «2027»"),
        ({"F_A8": "Lindeby Kommune", "F_C8": None}, "kan være k og kt"),
    ],
)
def test_what_is_not_clear_is_refused_and_nothing_written(
    tmp_path: Path, cells: dict[str, str | float | None], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = agreement(tmp_path / "a", BUDGET)
    assert taken(ours(folder, set_cells(**cells)), folder) == 1
    told = " ".join(capsys.readouterr().err.split())
    assert words in told
    assert "Intet er skrevet." in told
    assert (folder / "budget.yaml").read_text("utf-8") == BUDGET


# --- others' ------------------------------------------------------------------------------------------------------------


def new_amounts(found: Budget) -> dict[str, dict[str, Decimal]]:
    """Return the amounts by what the posts are called."""
    return {post.tekst: dict(post.beloeb) for post in found.poster}


WANTED = {
    "Leder, 37 timer": {"2026": Decimal(600_000), "2027": Decimal(620_000)},
    "Konsulent": {"2026": Decimal("500000.50"), "2027": Decimal(500_000)},
    "Revision": {"2027": Decimal(20_000)},
}


def test_a_simple_table_becomes_a_new_budget(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = agreement(tmp_path / "a")
    assert taken(sheet(tmp_path / "b.xlsx", WIDE), folder) == 0
    budget = of(folder)
    assert new_amounts(budget) == WANTED
    assert [(post.id, post.art) for post in budget.poster] == [("p1", "løn"), ("p2", "løn"), ("p3", "revision")]
    assert [(kilde.id, kilde.type, kilde.part) for kilde in budget.kilder] == [("lbf", "lbf", None), ("k", "part", "k")]
    assert budget.udgifter() == budget.indtaegter() == Decimal("2240000.50")
    assert (folder / "aftale.yaml").read_text("utf-8") == ROOT.replace("PERIODE", PERIOD) + "budget: !fil budget.yaml\n"
    assert "de er lige store" in capsys.readouterr().out
    assert taken(tmp_path / "b.xlsx", folder) == 0
    assert "Aftalen har beløbene allerede." in capsys.readouterr().out


def test_a_table_with_a_year_in_each_row(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text(LONG, "utf-8")
    folder = agreement(tmp_path / "a")
    assert taken(tmp_path / "b.csv", folder) == 0
    assert new_amounts(of(folder)) == WANTED


@pytest.mark.parametrize("skeleton", ["", "# Kun en bemærkning\n", "poster:\n  # - id:\nfinansiering:\n", "{}\n"])
def test_a_budget_file_with_nothing_in_it_is_filled(tmp_path: Path, skeleton: str) -> None:
    folder = agreement(tmp_path / "a", "x")
    (folder / "budget.yaml").write_text(skeleton, "utf-8")
    assert taken(sheet(tmp_path / "b.xlsx", WIDE), folder) == 0
    assert new_amounts(of(folder)) == WANTED
    kept = [line for line in skeleton.splitlines() if line.strip().startswith("#")]
    assert set(kept) <= set((folder / "budget.yaml").read_text("utf-8").splitlines())


@pytest.mark.parametrize(
    ("labels", "years"),
    [
        (("År 1", "År 2"), ["år1", "år2"]),
        (("2026/27", "2027/28"), ["år1", "år2"]),
        (("01.04.2026 - 31.03.2027", "01.04.2027 - 31.03.2028"), ["år1", "år2"]),
    ],
)
def test_years_that_begin_in_april_are_written_down(tmp_path: Path, labels: tuple[str, str], years: list[str]) -> None:
    rows = [
        [dict(zip((2026, 2027), labels, strict=True)).get(cell, cell) if isinstance(cell, int) else cell for cell in row]
        for row in WIDE
    ]
    folder = agreement(tmp_path / "a", periode=OWN_YEARS)
    assert taken(sheet(tmp_path / "b.xlsx", rows), folder) == 0
    budget = of(folder)
    assert [(year.id, str(year.fra), str(year.til)) for year in budget.aar] == [
        (years[0], "2026-04-01", "2027-03-31"),
        (years[1], "2027-04-01", "2028-03-31"),
    ]
    assert new_amounts(budget)["Revision"] == {years[1]: Decimal(20_000)}


def test_calendar_years_of_a_period_that_begins_in_april_must_all_be_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """2026 may be the nine months or the twelve: with as many columns as budget years it is the former; with two it is unsure."""
    written = BUDGET.replace(
        "poster:", "år: [{id: a, fra: 2026-04-01, til: 2027-03-31}, {id: b, fra: 2027-04-01, til: 2028-03-31}]\nposter:"
    )
    folder = agreement(tmp_path / "a", written.replace('"2026"', "a").replace('"2027"', "b"), periode=OWN_YEARS)
    rows = [("Udgifter", 2026, 2027), ("Leder", 1, 2), ("Revision", 0, 3)]
    assert taken(sheet(tmp_path / "b.xlsx", rows), folder) == 0
    assert of(folder).poster[0].beloeb == {"a": Decimal(1), "b": Decimal(2)}
    assert "«2026»: beløb for a (1. april 2026 – 31. marts 2027)" in capsys.readouterr().out
    assert taken(sheet(tmp_path / "c.xlsx", [("Udgifter", 2026), ("Leder", 1), ("Revision", 0)]), folder) == 1


@pytest.mark.parametrize("label", ["Udgift", "Udgiftspost", "Udgiftsposter", "Omkostning", "Tekst", "Post"])
def test_costs_by_what_their_column_is_called(tmp_path: Path, label: str, capsys: pytest.CaptureFixture[str]) -> None:
    folder = agreement(tmp_path / "a")
    assert taken(sheet(tmp_path / "b.xlsx", [(label, 2026, 2027), ("Leder", 1, 2)], "Ark1"), folder) == 0
    assert new_amounts(of(folder)) == {"Leder": {"2026": Decimal(1), "2027": Decimal(2)}}
    assert (f"Ark1, A1: linjerne under «{label}» er læst som udgifter." in capsys.readouterr().out) == (
        label in ("Tekst", "Post")
    )


def test_amounts_in_thousands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [("Alle beløb i 1.000 kr.",), ("Udgifter", 2026, 2027), ("Leder", 600, 620.5)]
    folder = agreement(tmp_path / "a")
    assert taken(sheet(tmp_path / "b.xlsx", rows), folder) == 0
    assert of(folder).poster[0].beloeb == {"2026": Decimal(600_000), "2027": Decimal(620_500)}
    assert "beløbene er i 1.000 kr. og er ganget op" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([("Referat", "af mødet")], "ingen tabel, der ligner et budget"),
        ([("Navn", 2026, 2027), ("Leder", 1, 2)], "om linjen er en udgift eller finansiering"),
        ([("Udgifter", 2026, 2027, "I alt"), ("Leder", 1, 2, 4)], "«i alt» siger 4 kr. for «Leder», men årene giver 3 kr.\n"),
        (
            [("Udgifter", 2026, 2027), ("Leder", 1, 2), ("I alt", 1, 3)],
            "Budget, C3: «I alt» siger 3 kr. i 2027, men linjerne over den giver 2 kr.\n",
        ),
        ([("Udgifter", 2026, 2027), (None, 1, 2)], "her står beløb, men intet navn"),
        ([("Udgifter", 2026, 2027), ("Leder", "1.5", 2)], "kan læses både som"),
    ],
)
def test_a_table_that_is_not_clear_is_refused(tmp_path: Path, rows: Rows, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    folder = agreement(tmp_path / "a")
    assert taken(sheet(tmp_path / "b.xlsx", rows), folder) == 1
    assert words in capsys.readouterr().err
    assert not (folder / "budget.yaml").exists()


def test_an_amount_across_joined_cells_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = agreement(tmp_path / "a")
    path = sheet(tmp_path / "b.xlsx", [("Udgifter", 2026, 2027), ("Leder", 100, None)])
    found = load_workbook(path)
    found["Budget"].merge_cells("B2:C2")
    found.save(path)
    assert taken(path, folder) == 1
    assert "Budget, B2: cellen er flettet med andre" in capsys.readouterr().err


def test_the_same_half_on_two_sheets_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = agreement(tmp_path / "a")
    path = sheet(tmp_path / "b.xlsx", [("Udgifter", 2026, 2027), ("Leder", 1, 2)])
    found = load_workbook(path)
    found.copy_worksheet(found["Budget"]).title = "Oversigt"
    found.save(path)
    assert taken(path, folder) == 1
    assert "både i arket «Budget» og i arket «Oversigt»" in capsys.readouterr().err


def test_a_line_that_the_table_does_not_have_is_told_and_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = agreement(tmp_path / "a", BUDGET)
    assert taken(sheet(tmp_path / "b.xlsx", [("Udgifter", 2026, 2027), ("Leder", 600_000, 600_000)]), folder) == 0
    assert "«p02 Revision» står ikke i arket og er ikke ændret." in capsys.readouterr().out
    assert (folder / "budget.yaml").read_text("utf-8") == BUDGET


# --- the command --------------------------------------------------------------------------------------------------------


def test_a_folder_without_an_agreement_and_a_budget_with_faults_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = sheet(tmp_path / "b.xlsx", WIDE)
    (tmp_path / "tom").mkdir()
    assert taken(path, tmp_path / "tom") == 2
    assert "er der ingen aftale.yaml at lægge budgettet i" in capsys.readouterr().err
    folder = agreement(tmp_path / "a", BUDGET.replace("600.000", "omkring 600"))
    assert taken(path, folder) == 1
    assert "Der er fejl i det budget, aftalen har" in capsys.readouterr().err


def test_a_budget_file_that_the_agreement_does_not_bring_in_is_not_written_over(tmp_path: Path) -> None:
    folder = agreement(tmp_path / "a")
    (folder / "budget.yaml").write_text("# mit eget\n", "utf-8")
    assert taken(sheet(tmp_path / "b.xlsx", WIDE), folder) == 1
    assert (folder / "budget.yaml").read_text("utf-8") == "# mit eget\n"
    assert "budget" not in (folder / "aftale.yaml").read_text("utf-8")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), b"ikke et regneark"])
def test_a_file_that_is_no_workbook(tmp_path: Path, data: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "b.xlsx").write_bytes(data)
    assert taken(tmp_path / "b.xlsx", agreement(tmp_path / "a")) == 1
    assert capsys.readouterr().err.startswith("Fejl: «b.xlsx»")


def test_two_budgets_are_brought_in_one_after_the_other(tmp_path: Path) -> None:
    path = sheet(tmp_path / "b.xlsx", WIDE)
    assert run(["import", str(path), str(path), "-o", str(agreement(tmp_path / "a"))]) == 2


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("Lindeby Kommune, kontant", "k"),
        ("Kommunen (timer)", "k"),
        ("Lindeby Boligselskab", "bo"),
        ("Lindeby Kommunes fond", None),
    ],
)
def test_a_source_may_be_named_by_its_part_and_what_it_pays_with(name: str, part: str | None, tmp_path: Path) -> None:
    rows = [(name, *row[1:]) if row[:1] == ("Kommunen",) else row for row in WIDE]
    assert taken(sheet(tmp_path / "b.xlsx", rows), folder := agreement(tmp_path / "a")) == 0
    assert [kilde.part for kilde in of(folder).kilder] == [None, part]


@pytest.mark.parametrize("name", ["b.xls", "b.ods"])
def test_other_programs_files_are_told_to_be_saved_as_xlsx(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    assert taken(tmp_path / name, agreement(tmp_path / "a")) == 1
    assert "gem den som Excel-projektmappe (.xlsx)" in capsys.readouterr().err


def test_a_table_that_is_no_budget_for_its_length(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [("Udgifter", 2026, 2027), *((f"Post {number}", 1, 2) for number in range(2_001))]
    assert taken(sheet(tmp_path / "b.xlsx", rows), agreement(tmp_path / "a")) == 1
    assert "har 2001 linjer" in capsys.readouterr().err


def test_a_workbook_without_financing_has_no_lines_of_it(tmp_path: Path) -> None:
    """Below the sum of nothing stand the costs again and what is lacking: those are no sources."""
    folder = agreement(tmp_path / "a", BUDGET[: BUDGET.index("kilder:")])
    before = (folder / "budget.yaml").read_text("utf-8")
    aftale = load(folder).aftale
    assert aftale is not None
    (tmp_path / "b.xlsx").write_bytes(write(book(Facts(aftale, generation()))))
    assert taken(tmp_path / "b.xlsx", folder) == 0
    assert (folder / "budget.yaml").read_text("utf-8") == before


UNITS = (("Budget for Skoven",), ("Udgifter", 2026, 2027), ("Leder", 600, 620.5), ("Revision", 20, None), ("I alt", 620, 620.5))


def with_units(tmp_path: Path, rows: Rows, *, as_text: bool) -> int:
    """Import a budget of these rows into an agreement without one, as a workbook or as text."""
    folder = agreement(tmp_path / "a")
    if not as_text:
        return taken(sheet(tmp_path / "b.xlsx", rows), folder)
    path = tmp_path / "b.csv"
    lines = (";".join("" if cell is None else str(cell).replace(".5", ",5") for cell in row) for row in rows)
    path.write_text("\n".join(lines), "utf-8")
    return taken(path, folder)


@pytest.mark.parametrize("as_text", [False, True])
@pytest.mark.parametrize(
    ("said", "factor"),
    [
        ("Alle beløb er i 1.000 kr.", 1_000),
        ("(tal i 1.000 kr.)", 1_000),
        ("Note: Beløbene er angivet i t.kr., årets priser", 1_000),
        ("Beløb i mio. kr.", 1_000_000),
        ("Alle beløb er i kr.", 1),
        ("Kurser koster 1.000 kr. pr. hold", 1),
        ("Der gives ikke tilskud under 1.000 kr.", 1),
    ],
)
def test_what_the_amounts_are_in_is_read_also_below_the_table(tmp_path: Path, said: str, factor: int, *, as_text: bool) -> None:
    assert with_units(tmp_path, (*UNITS, (), (said,)), as_text=as_text) == 0
    assert of(tmp_path / "a").poster[0].beloeb == {"2026": 600 * factor, "2027": Decimal("620.5") * factor}


@pytest.mark.parametrize("as_text", [False, True])
@pytest.mark.parametrize(
    "years",
    [("År 1 (1.000 kr.)", "År 2 (1.000 kr.)"), ("2026 i t.kr.", "2027 i t.kr."), ("2026 / 1.000 kr.", "2027 / 1.000 kr.")],
)
def test_what_the_amounts_are_in_is_read_in_the_columns_of_years(
    tmp_path: Path, years: tuple[str, str], *, as_text: bool
) -> None:
    assert with_units(tmp_path, (UNITS[0], ("Udgifter", *years), *UNITS[2:]), as_text=as_text) == 0
    assert of(tmp_path / "a").poster[0].beloeb == {"2026": Decimal(600_000), "2027": Decimal(620_500)}


@pytest.mark.parametrize("as_text", [False, True])
@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ((("Beløb i kr.",), *UNITS, ("Alle beløb er i 1.000 kr.",)), "Beløbene er i hele kroner efter «Beløb i kr.»"),
        ((("Udgifter", "2026 (kr.)", "2027 (1.000 kr.)"), *UNITS[2:]), "ikke alle det samme"),
        ((("Udgifter", "2026", "2027 (1.000 kr.)"), *UNITS[2:]), "ikke alle det samme"),
        ((("Udgifter", "2026 (kr.)", "2027 (kr.)"), *UNITS[2:], ("Tal i 1.000 kr.",)), "men en anden linje siger 1.000 kr."),
        ((*UNITS, ("Tilskud fra fonden (1.000 kr.)",)), "det kan ikke ses, om"),
        ((*UNITS[:3], ("Revision", "0,02 mio.", None), ("Tal i 1.000 kr.",)), "siger selv, hvad det er i"),
    ],
)
def test_amounts_in_doubtful_units_are_refused(
    tmp_path: Path, rows: Rows, told: str, capsys: pytest.CaptureFixture[str], *, as_text: bool
) -> None:
    assert with_units(tmp_path, rows, as_text=as_text) != 0
    said = capsys.readouterr()
    assert told in said.out + said.err
    assert not (tmp_path / "a" / "budget.yaml").exists()


def test_an_amount_of_a_thousand_kroner_is_no_unit(tmp_path: Path) -> None:
    rows = (*UNITS[:2], ("Gaver", "1.000 kr.", "1.000 kr."))
    assert with_units(tmp_path, rows, as_text=True) == 0
    assert of(tmp_path / "a").poster[0].beloeb == {"2026": Decimal(1_000), "2027": Decimal(1_000)}
