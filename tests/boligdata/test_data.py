"""`aftale data`: tables as people export them, in whatever order, into the agreement's figures and nothing else."""

from __future__ import annotations

import difflib
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from aftale_builder.boligdata.figures import Kept, figure
from aftale_builder.boligdata.tables import Cell
from aftale_builder.cli._group import run
from aftale_builder.model import load
from tests.documents.making import copy_of_sample

LONG = """Indikator;Boligområde;År;Værdi
Andel 1-5-årige i dagtilbud;Solbakken;2025;85,0 %
Andel 1-5-årige i dagtilbud;Kildevænget;2025;88,5 %
Andel 1-5-årige i dagtilbud;Teglhaven;2025;90,2 pct.
Andel 1-5-årige i dagtilbud;Boligområdet i alt;2025;87,1
Andel 1-5-årige i dagtilbud;Lindeby Kommune;2025;94,0
Andel 1-5-årige i dagtilbud;Lindeby Kommune;2023;93,0
"""
WIDE = """Kommune\tÅrstal\tOmråde\tAndel 1-5 årige i dagtilbud
Lindeby\t2025\tTeglhaven\t90,2
Lindeby\t2025\tI alt\t87,1
Lindeby\t2025\tSolbakken\t85,0
Lindeby\t2025\tKildevænget\t88,5
Lindeby\t2025\t\t94,0
"""
PAIRED = """Sammen om Solbakken,,,,,
Trukket 2025,,,,,
Måltal,Solbakken,Kildevænget,Teglhaven,Boligområde,Kommune
dagtilbud,"85,0","88,5","90,2","87,1","94,0"
"""
WANTED = {"område": "87,1", "kommune": "94,0", "år": "2025", "solbakken": "85,0", "kildevænget": "88,5", "teglhaven": "90,2"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the sample."""
    return copy_of_sample(tmp_path / "aftale")


def taken(folder: Path, name: str, text: str | bytes, *options: str) -> int:
    """Run the command on a table of this text."""
    path = folder.parent / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return run(["data", str(path), str(folder), *options])


def dagtilbud(folder: Path) -> dict[str, str]:
    """Return what the agreement says of the first indicator."""
    aftale = load(folder).aftale
    assert aftale is not None
    line = next(line for line in aftale.baseline if line.indikator == "dagtilbud")
    areas = {str(item.omraade): f"{item.vaerdi}".replace(".", ",") for item in line.pr_omraade}
    return {
        "område": f"{line.omraade}".replace(".", ","),
        "kommune": f"{line.kommune}".replace(".", ","),
        "år": str(line.aar),
        **areas,
    }


def changed(before: str, folder: Path) -> list[str]:
    """Return the lines of the root file that are other than before."""
    after = (folder / "aftale.yaml").read_text(encoding="utf-8")
    return [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[:1] in "+-"]


@pytest.mark.parametrize(("name", "text"), [("l.csv", LONG), ("w.tsv", WIDE), ("p.csv", PAIRED)])
def test_the_same_figures_whatever_the_order_of_columns(folder: Path, name: str, text: str) -> None:
    before = (folder / "aftale.yaml").read_text(encoding="utf-8")
    assert taken(folder, name, text) == 0
    assert dagtilbud(folder) == WANTED
    assert len(changed(before, folder)) == 2 * len(WANTED)
    assert run(["check", str(folder)]) == 0


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_files_in_the_encodings_of_excel(folder: Path, encoding: str) -> None:
    assert taken(folder, "t.csv", LONG.encode(encoding)) == 0
    assert dagtilbud(folder) == WANTED


def test_a_workbook_with_merged_heads_and_shares_shown_as_per_cent(folder: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Område", "Andel 1-5 årige i dagtilbud", None])
    sheet.append([None, 2023, 2025])
    sheet.merge_cells("B1:C1")
    rows = {
        "Solbakken": (0.8, 0.85),
        "Kildevænget": (0.8, 0.885),
        "Teglhaven": (0.8, 0.902),
        "Samlet": (0.8, 0.871),
        "Kommunen": (0.9, 0.94),
    }
    for name, shares in rows.items():
        sheet.append([name, *shares])
    for line in sheet["B3:C7"]:
        for cell in line:
            cell.number_format = "0.0%"
    path = folder.parent / "b.xlsx"
    book.save(path)
    assert run(["data", str(path), str(folder)]) == 0
    assert dagtilbud(folder) == {**WANTED, "kommune": "94", "solbakken": "85"}


def test_dry_run_writes_nothing_and_shows_a_diff(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (folder / "aftale.yaml").read_bytes()
    assert taken(folder, "l.csv", LONG, "--dry-run") == 0
    shown = capsys.readouterr()
    assert (folder / "aftale.yaml").read_bytes() == before
    assert "--- a/aftale.yaml\n+++ b/aftale.yaml\n" in shown.out
    assert '+      - {område: solbakken, værdi: "85,0"}' in shown.out
    assert "ikke er skrevet" in shown.err
    assert "«Værdi»: tal" in shown.err


def test_a_second_run_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert taken(folder, "l.csv", LONG) == 0
    before = (folder / "aftale.yaml").read_bytes()
    assert taken(folder, "l.csv", LONG) == 0
    assert (folder / "aftale.yaml").read_bytes() == before
    assert "Aftalen har tallene allerede." in capsys.readouterr().out


@pytest.mark.parametrize("missing", ["Kildevænget", "Boligområdet i alt", "Lindeby Kommune"])
def test_a_line_is_not_made_of_figures_from_two_years(folder: Path, missing: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = dagtilbud(folder)
    text = "".join(line for line in LONG.splitlines(keepends=True) if missing not in line)
    assert taken(folder, "l.csv", text) == 0
    assert dagtilbud(folder) == before
    assert "tabellen har ikke nye tal for" in capsys.readouterr().out


@pytest.mark.parametrize("sign", ["..", "-", "–", ".", "*"])
def test_a_figure_kept_back_is_no_figure(folder: Path, sign: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = dagtilbud(folder)
    assert taken(folder, "l.csv", LONG.replace("88,5 %", sign)) == 0
    assert dagtilbud(folder) == before
    assert "tallet for kildevænget er ikke vist" in capsys.readouterr().out


def test_an_indicator_without_a_line_gets_one_that_says_what_was_kept_back(folder: Path) -> None:
    root = folder / "aftale.yaml"
    text = root.read_text(encoding="utf-8")
    start = text.index("  - indikator: dagtilbud")
    root.write_text(text[:start] + text[text.index("  - indikator: karaktergennemsnit") :], encoding="utf-8")
    assert taken(folder, "l.csv", LONG.replace("94,0", "..")) == 0
    aftale = load(folder).aftale
    assert aftale is not None
    line = next(line for line in aftale.baseline if line.indikator == "dagtilbud")
    assert (line.omraade, line.kommune, line.aar, line.kilde) == (Decimal("87.1"), None, 2025, "LBF - Boligsociale Data")
    assert "ikke vist i udtrækket («..»)" in line.ikke_opgjort


def test_a_line_that_is_laid_ready_is_written_as_people_write_numbers(folder: Path) -> None:
    root = folder / "aftale.yaml"
    text = root.read_text(encoding="utf-8")
    start, end = text.index("  - indikator: dagtilbud"), text.index("  - indikator: karaktergennemsnit")
    root.write_text(f"{text[:start]}  - indikator: dagtilbud\n    område:\n    kommune:\n    år:\n{text[end:]}", encoding="utf-8")
    assert taken(folder, "l.csv", LONG) == 0
    written = root.read_text(encoding="utf-8")
    assert all(f"\n    {line}\n" in written for line in ("område: 87,1", "kommune: 94,0", "år: 2025"))


CRITERIA = """Område;Antal beboere;18-64-årige uden tilknytning (2 års gns.);30-59-årige med alene grundskole;Ikke-vestlige
Teglhaven;1.010;41,0;60,1;50,0
"""


def test_the_criteria_of_an_area_and_how_its_status_follows(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert taken(folder, "k.csv", CRITERIA, "--year", "2025", "--source", "Ministeriets liste") == 0
    aftale = load(folder).aftale
    assert aftale is not None
    area = aftale.boligomraader[2]
    assert area.beboere == 1010
    new = {figure.tekst: (figure.vaerdi, figure.aar, figure.gaelder, figure.kilde) for figure in area.noegletal[2:]}
    assert new["30-59-årige med alene grundskole"] == (Decimal("60.1"), 2025, "Teglhaven", "Ministeriets liste")
    assert len(new) == 3
    said = capsys.readouterr().out
    assert "Teglhaven: tallene er et udsat boligområdes\n" in said
    assert "mindst 1.000 beboere: opfyldt (1.010)" in said
    assert "over 50 pct.: ikke opfyldt (50,0 pct.)" in said
    assert "Under status: står ingenting. Det er ministeriets liste" in said


@pytest.mark.parametrize(
    ("figures", "verdict"),
    [
        ("999;41,0;60,1;51", "tallene er ikke et udsat boligområdes"),
        ("1000;41,0;60,0;51", "tallene rækker ikke til at afgøre det"),
        ("1000;40,0;60,0;51", "tallene rækker ikke til at afgøre det"),
        ("1000;40,1;60,1;50,1", "tallene er et parallelsamfunds"),
    ],
)
def test_the_limits_of_the_law(folder: Path, figures: str, verdict: str, capsys: pytest.CaptureFixture[str]) -> None:
    head = CRITERIA.splitlines()[0]
    assert taken(folder, "k.csv", f"{head}\nTeglhaven;{figures}\n", "--year", "2025", "--dry-run") == 0
    assert f"Teglhaven: {verdict}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("85,0 %", "185,0 %", "ligger uden for det mulige"),
        ("85,0 %", "firs", "er ikke et tal"),
        ("Lindeby Kommune;2023;93,0", "Lindeby Kommune;2025;93,0", "er to tal for det samme"),
        ("85,0 %", "85.0 %\nAndel 1-5-årige i dagtilbud;Solbakken;2022;1.250", "har punktum som komma"),
        (";2025", ";", "Skriv det med --year"),
    ],
)
def test_what_cannot_be_right_stops_everything(
    folder: Path, old: str, new: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / "aftale.yaml").read_bytes()
    text = LONG.replace(old, new)
    text = text.replace(";2023", ";") if old == ";2025" else text
    assert taken(folder, "l.csv", text) == 1
    said = capsys.readouterr().err
    assert told in said
    assert "Intet er skrevet" in said
    assert (folder / "aftale.yaml").read_bytes() == before


def test_shares_below_one_are_asked_about(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = LONG.replace("85,0 %", "0,85").replace("88,5 %", "0,885").replace("90,2 pct.", "0,902").replace("87,1", "0,871")
    assert taken(folder, "l.csv", text.replace("94,0", "0,94").replace("93,0", "0,93")) == 1
    assert "er de brøker?" in capsys.readouterr().err


def test_a_label_of_two_meanings_is_not_guessed_and_the_mapping_settles_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = LONG.replace("Andel 1-5-årige i dagtilbud", "Dagtilbud og valgdeltagelse").replace("Solbakken", "Solbk.")
    kept = folder.parent / "kobling.yaml"
    assert taken(folder, "l.csv", text, "--keep", str(kept)) == 1
    said = capsys.readouterr().err
    assert "kan være dagtilbud eller valgdeltagelse" in said
    mapping = kept.read_text(encoding="utf-8")
    assert "# usikker: dagtilbud eller valgdeltagelse" in mapping
    mapping = mapping.replace("Dagtilbud og valgdeltagelse: bruges-ikke", "Dagtilbud og valgdeltagelse: {indikator: dagtilbud}")
    kept.write_text(f"{mapping}Solbk.: {{område: solbakken}}\n", encoding="utf-8")
    assert taken(folder, "l.csv", text, "--mapping", str(kept)) == 0
    assert dagtilbud(folder) == WANTED


def test_a_kept_mapping_used_as_it_is_gives_the_same(folder: Path) -> None:
    kept = folder.parent / "kobling.yaml"
    assert taken(folder, "p.csv", PAIRED, "--keep", str(kept), "--dry-run") == 0
    assert taken(folder, "p.csv", PAIRED, "--mapping", str(kept)) == 0
    assert dagtilbud(folder) == WANTED
    assert taken(folder, "p.csv", PAIRED, "--keep", str(kept)) == 1


@pytest.mark.parametrize(
    ("mapping", "told"),
    [
        ("Solbk.: {område: findes-ikke}", "er «findes-ikke» ikke område"),
        ("Solbk.: {indikatro: dagtilbud}", "kendes «indikatro» ikke"),
        ("Solbk.: dagtilbud", "skal stå {indikator"),
        ("Solbk.: {år: 25}", "ikke et årstal"),
        ("Solbk.: !fil andet.yaml", "kan ikke stå her"),
        ("- a", "har ingen nøgler"),
        ("a: [", "kan ikke bruges"),
    ],
)
def test_a_mapping_that_cannot_be_used_says_why(
    folder: Path, mapping: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder.parent / "kobling.yaml"
    path.write_text(mapping, encoding="utf-8")
    assert taken(folder, "l.csv", LONG, "--mapping", str(path)) == 1
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "data", "code", "told"),
    [
        ("t.pdf", b"%PDF", 2, "hverken .xlsx eller .csv"),
        ("t.xlsx", b"PK\x03\x04", 2, "afkortet eller beskadiget"),
        ("t.csv", b"", 1, "ingen tal"),
        ("t.csv", b"\x00\x01\xff\xfe" * 100, 1, "ingen tal"),
        ("t.csv", b"a;b\n1;2\n", 1, "ingen tal"),
        ("t.csv", b'"' + b"x" * 200_000, 2, "kan ikke læses som CSV"),
        ("t.csv", b"a\n" * 30_000, 2, "større end en tabel"),
    ],
)
def test_files_that_are_no_such_table(
    folder: Path, name: str, data: bytes, code: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert taken(folder, name, data) == code
    assert told in capsys.readouterr().err


def test_a_folder_without_an_agreement(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "t.csv"
    table.write_text(LONG, encoding="utf-8")
    assert run(["data", str(table), str(tmp_path)]) == 2
    assert "ingen aftale.yaml" in capsys.readouterr().err
    assert run(["data", str(tmp_path / "findes-ikke.csv"), str(copy_of_sample(tmp_path / "a"))]) == 2


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("43,1", Decimal("43.1")),
        ("43,1 %", Decimal("43.1")),
        ("43,1\u00a0pct.", Decimal("43.1")),
        ("1.640", Decimal(1640)),
        ("1\u202f640", Decimal(1640)),
        ("43.1", Decimal("43.1")),
        ("−2,5", Decimal("-2.5")),
        ("0", Decimal(0)),
        ("", Kept.EMPTY),
        ("…", Kept.BACK),
        ("43,1*", Kept.NONE),
        ("4 af 10", Kept.NONE),
        ("1.64.0", Kept.NONE),
        ("NEJ", Kept.NONE),
        ("١٢", Kept.NONE),
    ],
)
def test_figures_as_they_are_written(text: str, value: Decimal | Kept) -> None:
    assert figure(Cell(text, "A1")) == value


OWN = """Antal beboere;Årstal;Enlige forsørgere blandt områdets husstande;Område;Beboere over 65 år (pct.)
1.015;2026;18,2 %;Teglhaven;..
1.940;2026;21,4 %;Solbakken;14,1
"""


def test_the_agreements_own_figures_are_known_by_their_words(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (folder / "aftale.yaml").read_text(encoding="utf-8")
    assert taken(folder, "n.csv", OWN) == 0
    aftale = load(folder).aftale
    assert aftale is not None
    lines = {figure.tekst: (figure.vaerdi, figure.aar) for figure in aftale.boligomraader[2].noegletal}
    assert lines == {
        "Enlige forsørgere blandt områdets husstande": (Decimal("18.2"), 2026),
        "Beboere over 65 år": (Decimal("22.6"), 2025),
    }
    assert len(changed(before, folder)) == 2 * 4
    said = capsys.readouterr().out
    assert "Enlige forsørgere blandt områdets husstande, tal for solbakken: aftalen har kun en linje for teglhaven." in said
    assert "Beboere over 65 år: tallet er ikke vist i tabellen («..»)." in said


def test_the_data_of_an_effort_and_what_an_aim_begins_at(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = """Indikator;Geografi;År;Værdi
Voksne, der sjældent eller aldrig taler med en nabo;De tre boligområder;2026;31,5
Unge mellem 13 og 17 år med et fritidsjob;Samlet;2026;19
"""
    aim = folder / "delaftaler" / "beskaeftigelse.yaml"
    text = aim.read_text(encoding="utf-8")
    assert taken(folder, "d.csv", table) == 0
    assert "start er 18 og bliver stående" in capsys.readouterr().out
    aftale = load(folder).aftale
    assert aftale is not None
    (line,) = [line for effort in aftale.indsatsomraader for line in effort.data if line.tekst.startswith("Voksne, der")]
    assert (line.vaerdi, line.aar) == (Decimal("31.5"), 2026)
    assert aim.read_text(encoding="utf-8") == text
    aim.write_text(text.replace("        start: 18\n", ""), encoding="utf-8")
    assert taken(folder, "d.csv", table) == 0
    assert aim.read_text(encoding="utf-8") == text.replace("start: 18", "start: 19")


def test_a_figure_of_ours_in_another_unit_stops_everything(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = folder / "aftale.yaml"
    root.write_text(
        root.read_text(encoding="utf-8").replace("værdi: 17,4\n        enhed: pct", "værdi: 17\n        enhed: antal"), "utf-8"
    )
    assert taken(folder, "n.csv", OWN) == 1
    assert "er i procent, men aftalens tal for Enlige forsørgere blandt områdets husstande er i antal" in capsys.readouterr().err


def test_a_mapping_may_name_a_figure_of_ours(folder: Path) -> None:
    kept = folder.parent / "kobling.yaml"
    kept.write_text("Eneforsørgere: {indikator: Enlige forsørgere blandt områdets husstande}\n", encoding="utf-8")
    text = OWN.replace("Enlige forsørgere blandt områdets husstande", "Eneforsørgere")
    again = folder.parent / "igen.yaml"
    assert taken(folder, "n.csv", text, "--mapping", str(kept), "--keep", str(again)) == 0
    assert "Eneforsørgere: {indikator: Enlige forsørgere blandt områdets husstande}" in again.read_text(encoding="utf-8")
    assert run(["data", str(folder.parent / "n.csv"), str(folder), "--mapping", str(again)]) == 0


def test_figures_older_than_the_agreements_are_left(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (folder / "aftale.yaml").read_text(encoding="utf-8")
    assert taken(folder, "l.csv", LONG.replace(";2025", ";2022")) == 0
    assert taken(folder, "n.csv", OWN.replace("2026", "2020").replace("Antal beboere", "x")) == 0
    assert changed(before, folder) == []
    said = capsys.readouterr().out
    assert "dagtilbud fra 2023: aftalen har nyere tal, fra 2024." in said
    assert "fra 2020: aftalen har et nyere tal, fra 2025." in said


def test_a_row_that_is_not_known_is_told_also_right_below_the_head(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head, *rows = LONG.splitlines()
    text = "\n".join([head, "Boliger i alt;Teglhaven;2025;512", *rows])
    assert taken(folder, "l.csv", text) == 0
    assert "«Boliger i alt»" in capsys.readouterr().err
    table = "Nøgletal;Teglhaven;2025\nBoliger i alt;512;1\nAndet;..;..\n"
    assert taken(folder, "m.csv", table) == 1
    assert "Ikke brugt, for det er ikke kendt: «Boliger i alt», «Andet»" in capsys.readouterr().err


@pytest.mark.parametrize(("ours", "theirs"), [("Lindeby", "Lindeby Kommune"), ("Lindeby Kommune", "Lindeby")])
def test_a_kommune_with_or_without_the_word(folder: Path, ours: str, theirs: str) -> None:
    root = folder / "aftale.yaml"
    text = root.read_text(encoding="utf-8")
    assert text.count("navn: Lindeby Kommune\n") == 1
    root.write_text(text.replace("navn: Lindeby Kommune\n", f"navn: {ours}\n"), encoding="utf-8")
    assert taken(folder, "l.csv", LONG.replace("Lindeby Kommune", theirs)) == 0
    assert dagtilbud(folder) == WANTED


def test_a_new_baseline_stands_where_the_language_has_it_below_its_own_heading(folder: Path) -> None:
    root = folder / "aftale.yaml"
    text = root.read_text(encoding="utf-8")
    start, end = text.index("baseline:\n"), text.index("# ── Afsnit 6")
    root.write_text(f"{text[:start]}\n{text[end:]}", encoding="utf-8")
    assert taken(folder, "l.csv", LONG) == 0
    after = root.read_text(encoding="utf-8")
    assert after[:start] == text[:start]
    assert after[start:].startswith("baseline:\n  - indikator: dagtilbud\n")
    assert f"\n\n{text[end : end + 200]}" in after


def test_a_table_without_figures_of_the_law_says_nothing_of_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert taken(folder, "l.csv", LONG) == 0
    assert "§ 61 a" not in capsys.readouterr().out


TURNOUT = "Område;Kommune;År;Valgdeltagelse\n"


def as_workbook(path: Path, text: str) -> Path:
    """Write a table's text as a workbook, figures as numbers."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in text.splitlines():
        cells = line.split(";")
        plain = [cell.replace(",", ".") for cell in cells]
        sheet.append([float(one) if one.replace(".", "", 1).isdigit() else cell for one, cell in zip(plain, cells, strict=True)])
    book.save(path)
    return path


def both(folder: Path, text: str, *, as_text: bool) -> int:
    """Run the command on a table, as text or as a workbook."""
    if as_text:
        return taken(folder, "t.csv", text)
    return run(["data", str(as_workbook(folder.parent / "t.xlsx", text)), str(folder)])


def standing(folder: Path, indicator: str = "valgdeltagelse") -> dict[str, Decimal | None]:
    """Return the figures that the agreement has of an indicator, by place."""
    aftale = load(folder).aftale
    assert aftale is not None
    line = next(line for line in aftale.baseline if line.indikator == indicator)
    return {"": line.omraade, "kommune": line.kommune, **{str(item.omraade): item.vaerdi for item in line.pr_omraade}}


@pytest.mark.parametrize("as_text", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        f"{TURNOUT}Solbakken;Aarhus;2025;11,1\nKildevænget;Odense;2025;12,2\n",
        f"{TURNOUT}Solbakken;Aarhus;2025;11,1\nKildevænget;;2025;12,2\nSamlet;;2025;12,0\n",
        "Område;Beliggenhed;År;Valgdeltagelse\nSolbakken;Aarhus Kommune;2025;11,1\nTeglhaven;Odense Kommune;2025;12,2\n",
        "Boligområder i Aarhus Kommune;;\nOmråde;År;Valgdeltagelse\nSolbakken;2025;11,1\nTeglhaven;2025;12,2\n",
    ],
)
def test_figures_of_other_kommuner_are_never_taken(
    folder: Path, text: str, capsys: pytest.CaptureFixture[str], *, as_text: bool
) -> None:
    before = (folder / "aftale.yaml").read_bytes()
    assert both(folder, text, as_text=as_text) == 1
    said = capsys.readouterr().err
    assert "Ikke brugt, for det er ikke fra aftalens kommune: «" in said
    assert "Der er ingen tal fra aftalens kommune, som er Lindeby Kommune: i filen står «" in said
    assert (folder / "aftale.yaml").read_bytes() == before


@pytest.mark.parametrize("as_text", [False, True])
@pytest.mark.parametrize("ours", ["Lindeby", "Lindeby Kommune", "LINDEBY"])
def test_of_areas_of_one_name_in_two_kommuner_ours_is_taken(
    folder: Path, ours: str, capsys: pytest.CaptureFixture[str], *, as_text: bool
) -> None:
    year = next(line.aar for line in load(folder).aftale.baseline if line.indikator == "valgdeltagelse")  # type: ignore[union-attr]
    rows = ("Solbakken;Aarhus;11,1", f"Solbakken;{ours};45,5", f";{ours};66,6", "Teglhaven;Odense;12,2", "Samlet;;30,5")
    text = f"Område;Kommune;Valgdeltagelse {year}\n" + "\n".join(rows)
    before = standing(folder)
    assert both(folder, text, as_text=as_text) == 0
    assert standing(folder) == {**before, "solbakken": Decimal("45.5"), "kommune": Decimal("66.6")}
    assert "ikke fra aftalens kommune: «Aarhus», «Odense»" in capsys.readouterr().err


def test_a_kommune_under_another_name_is_ours_when_the_user_says_so(folder: Path) -> None:
    year = next(line.aar for line in load(folder).aftale.baseline if line.indikator == "valgdeltagelse")  # type: ignore[union-attr]
    kept, text = folder.parent / "k.yaml", f"Område;Kommune;År;Valgdeltagelse\nSolbakken;Ny Lindeby;{year};45,5\n"
    assert taken(folder, "t.csv", text, "--keep", str(kept)) == 1
    mapping = kept.read_text("utf-8")
    assert "Ny Lindeby: bruges-ikke\n" in mapping
    kept.write_text(mapping.replace("Ny Lindeby: bruges-ikke", "Ny Lindeby: {område: kommunen}"), "utf-8")
    assert taken(folder, "t.csv", text, "--mapping", str(kept)) == 0
    assert standing(folder)["solbakken"] == Decimal("45.5")


@pytest.mark.parametrize("as_text", [False, True])
@pytest.mark.parametrize(
    ("newest", "cells"), [(("<5", "", "14"), ["«<5» ("]), (("<5", "ca. 4", "under 5"), ["«<5» (", "«ca. 4» (", "«under 5» ("])]
)
def test_a_column_of_a_year_that_cannot_be_read_is_refused_by_its_cells(
    folder: Path, newest: tuple[str, ...], cells: list[str], capsys: pytest.CaptureFixture[str], *, as_text: bool
) -> None:
    before = (folder / "aftale.yaml").read_bytes()
    names = ("Solbakken", "Kildevænget", "Teglhaven")
    text = "Valgdeltagelse i procent;;;\nOmråde;2023;2024;2025\n" + "\n".join(
        f"{name};41,0;42,0;{value}" for name, value in zip(names, newest, strict=True)
    )
    assert both(folder, text, as_text=as_text) == 1
    said = capsys.readouterr().err
    assert all(cell in said for cell in cells)
    assert said.count("er ikke et tal") == len(cells)
    assert (folder / "aftale.yaml").read_bytes() == before


def test_remarks_in_a_column_that_names_a_year_are_no_figures(folder: Path) -> None:
    head, *rows = LONG.splitlines()
    text = "\n".join([f"{head};Bemærkning 2025", *(f"{row};Foreløbigt" for row in rows)])
    assert taken(folder, "l.csv", text) == 0
    assert dagtilbud(folder) == WANTED


@pytest.mark.parametrize("as_text", [False, True])
@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (("Solbakken;2025;44,5", "Kildevænget;2025;52,0", "Teglhaven;2025;58", "Kommunen;2025;0,712"), "er omkring 52: er det"),
        (("Solbakken;2025;0,712",), "er under 1, men aftalen har 4"),
        (("Solbakken;2025;0,712", "Teglhaven;2025;0,6"), "er under 1, men aftalen har 4"),
    ],
)
def test_a_fraction_among_shares_is_asked_about(
    folder: Path, rows: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str], *, as_text: bool
) -> None:
    before = (folder / "aftale.yaml").read_bytes()
    assert both(folder, "Område;År;Valgdeltagelse\n" + "\n".join(rows), as_text=as_text) == 1
    said = capsys.readouterr().err
    assert told in said
    assert "Skriv «71,2 %», eller «0,712 %», hvis det er så lidt." in said
    assert (folder / "aftale.yaml").read_bytes() == before


def test_a_fraction_for_a_criterion_is_asked_about(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = CRITERIA.replace("Teglhaven;1.010;41,0;60,1;50,0", "Solbakken;2.140;0,431;66,2;56,4")
    assert taken(folder, "k.csv", text, "--year", "2025") == 1
    assert "er under 1, men aftalen har 43,1: er det en brøk? Skriv «43,1 %»" in capsys.readouterr().err


def test_a_small_share_that_says_it_is_one_is_taken(folder: Path) -> None:
    year = next(line.aar for line in load(folder).aftale.baseline if line.indikator == "valgdeltagelse")  # type: ignore[union-attr]
    assert taken(folder, "t.csv", f"Område;År;Valgdeltagelse\nSolbakken;{year};0,7 %\nKommunen;{year};66,0 %\n") == 0
    assert standing(folder)["solbakken"] == Decimal("0.7")


@pytest.mark.parametrize(("last", "is_told"), [("", True), ("Samlet;YEAR;50,0\n", False)])
def test_a_total_left_standing_beside_new_figures_of_all_areas_is_told(
    folder: Path, last: str, capsys: pytest.CaptureFixture[str], *, is_told: bool
) -> None:
    line = next(line for line in load(folder).aftale.baseline if line.indikator == "valgdeltagelse")  # type: ignore[union-attr]
    rows = "".join(f"{item.omraade};YEAR;{49 + at},3\n" for at, item in enumerate(line.pr_omraade))
    assert taken(folder, "t.csv", f"Område;År;Valgdeltagelse\n{rows}{last}".replace("YEAR", str(line.aar))) == 0
    said = capsys.readouterr().out
    total = f"{line.omraade}".replace(".", ",")
    told = f"tallet for hele boligområdet står stadig som {total} fra {line.aar}; tabellen har det ikke."
    assert (told in said) == is_told


@pytest.mark.parametrize("label", ["Kommunenr.", "Kommunekode"])
def test_rows_of_several_kommuner_by_number_are_refused(folder: Path, label: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = f"{label};Område;År;Valgdeltagelse\n751;Solbakken;2025;11,1\n461;Kildevænget;2025;12,2\n"
    before = (folder / "aftale.yaml").read_bytes()
    assert both(folder, text, as_text=False) == 1
    assert "har rækker fra flere kommuner («751», «461»)" in capsys.readouterr().err
    assert (folder / "aftale.yaml").read_bytes() == before


def test_a_kommune_with_its_number_is_ours(folder: Path) -> None:
    text = "Område;Kommune;År;Valgdeltagelse\nSolbakken;999 Lindeby;2025;45,5\nSolbakken;751 Aarhus;2025;11,1\n"
    assert taken(folder, "t.csv", text) == 0
    assert standing(folder)["solbakken"] == Decimal("45.5")
