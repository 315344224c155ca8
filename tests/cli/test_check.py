"""`aftale check` as a user calls it: what it says, in which form, and with which exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from aftale_builder.cli.check import command
from aftale_builder.resources import resource
from tests.rules.cases import laid_over

GRUNDLAG = (Path(__file__).parent.parent / "rules" / "grundlag.yaml").read_text(encoding="utf-8")
WITHOUT_KOMMUNE = GRUNDLAG.replace(
    "        - {part: kommune, titel: Direktør, niveau: strategisk, beslutningskompetence: ja}\n", ""
)


def written(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "aftale.yaml").write_text(text, encoding="utf-8")
    return folder


def check(*args: str | Path) -> Result:
    return CliRunner().invoke(command, [str(arg) for arg in args], standalone_mode=False)


def report(*args: str | Path) -> dict[str, Any]:
    result = check(*args, "--format", "json")
    document: dict[str, Any] = json.loads(result.stdout)
    schema = json.loads((resource("schemas") / "report.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(document)
    return document


def test_a_clean_agreement_gives_0(tmp_path: Path) -> None:
    result = check(written(tmp_path, GRUNDLAG))
    assert result.return_value == 0
    assert "Godkendt. Ingen fejl, ingen advarsler." in result.stdout


def test_a_fejl_gives_1_and_says_where_why_and_how(tmp_path: Path) -> None:
    result = check(written(tmp_path, WITHOUT_KOMMUNE))
    assert result.return_value == 1
    assert "Afvist. 1 fejl, ingen advarsler." in result.stdout
    assert f"{tmp_path.as_posix()}/aftale.yaml:" in result.stdout
    assert "fejl LBF011 bestyrelse-uden-kommune" in result.stdout
    assert "Sådan: " in result.stdout
    assert "Kilde: " in result.stdout
    assert "\x1b[" not in result.stdout
    assert "^" not in result.stdout


def test_the_json_report_follows_its_schema(tmp_path: Path) -> None:
    agreement = report(written(tmp_path, WITHOUT_KOMMUNE))["agreements"][0]
    assert agreement["verdict"] == "afvist"
    assert agreement["regulation"] == "lbf-2019-26"
    assert agreement["counts"] == {"fejl": 1, "advarsel": 0, "råd": 0, "undtaget": 0}
    finding = agreement["findings"][0]
    assert (finding["code"], finding["path"]) == ("LBF011", "organisation/organer/bestyrelse/medlemmer")
    assert GRUNDLAG.splitlines()[finding["line"] - 1].strip() == "medlemmer:"
    assert agreement["judgement"]


def test_several_agreements_are_judged_in_one_run(tmp_path: Path) -> None:
    good, bad = written(tmp_path / "god", GRUNDLAG), written(tmp_path / "dårlig", WITHOUT_KOMMUNE)
    assert [agreement["verdict"] for agreement in report(good, bad / "aftale.yaml")["agreements"]] == ["godkendt", "afvist"]
    assert check(good, bad).return_value == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("- a\n", 2),
        ("regulativ: lbf-2040\nnavn: x\n", 2),
        ("a: [\n", 2),
        ("", 2),
        (GRUNDLAG + "ukendt: 1\n", 1),
    ],
)
def test_unreadable_is_not_judged_and_not_approved(tmp_path: Path, text: str, code: int) -> None:
    result = check(written(tmp_path, text))
    assert result.return_value == code
    assert "Traceback" not in result.output


def test_an_exemption_is_counted_and_shown(tmp_path: Path) -> None:
    exemption = "undtagelser: [{regel: LBF011, sti: organisation, begrundelse: Kommunen er på vej, udløber: 2999-01-01}]\n"
    agreement = report(written(tmp_path, WITHOUT_KOMMUNE + exemption))["agreements"][0]
    assert agreement["verdict"] == "godkendt-med-undtagelser"
    assert agreement["counts"]["undtaget"] == 1
    assert agreement["findings"][0]["exempted"] == "Kommunen er på vej"
    result = check(tmp_path)
    assert result.return_value == 0
    assert "Undtaget: Kommunen er på vej" in result.stdout


@pytest.mark.parametrize(
    ("exemption", "codes"),
    [
        ("{regel: LBF011, begrundelse: Aftalt, udløber: 2020-01-01}", ["LBF011", "UND001"]),
        ("{regel: LBF061, begrundelse: Aftalt, udløber: 2999-01-01}", ["LBF011", "UND002"]),
        ("{regel: LBF011, sti: budget, begrundelse: Aftalt, udløber: 2999-01-01}", ["LBF011", "UND002"]),
        ("{regel: LBF011, sti: organisation/org, begrundelse: Aftalt, udløber: 2999-01-01}", ["LBF011", "UND002"]),
    ],
)
def test_expired_and_unused_exemptions_are_findings(tmp_path: Path, exemption: str, codes: list[str]) -> None:
    agreement = report(written(tmp_path, f"{WITHOUT_KOMMUNE}undtagelser: [{exemption}]\n"))["agreements"][0]
    assert sorted(finding["code"] for finding in agreement["findings"]) == codes


@pytest.mark.parametrize(
    ("rule", "word"),
    [("PRV301", "ikke gøres undtagelse"), ("LBF999", "hverken kode eller navn"), ("LBF061", "dækker ikke noget fund")],
)
def test_an_exemption_that_covers_nothing_is_told_why(tmp_path: Path, rule: str, word: str) -> None:
    exemption = f"undtagelser: [{{regel: {rule}, begrundelse: Aftalt, udløber: 2999-01-01}}]\n"
    (finding,) = report(written(tmp_path, GRUNDLAG + exemption))["agreements"][0]["findings"]
    assert finding["code"] == "UND002"
    assert word in finding["message"]


@pytest.mark.parametrize("budget", ["", "budget:\n"])
def test_an_exemption_covers_what_is_missing_whether_its_key_is_written_or_not(tmp_path: Path, budget: str) -> None:
    exemption = "undtagelser: [{regel: LBF070, sti: beredskabsplan, begrundelse: Aftalt, udløber: 2999-01-01}]\n"
    text = GRUNDLAG.replace("beredskabsplan:", "uden:", 1).partition("uden:")
    rest = text[2].partition("\nmilepæle:")
    agreement = report(
        written(tmp_path, text[0] + budget.replace("budget", "beredskabsplan") + "milepæle:" + rest[2] + exemption)
    )
    assert [(finding["code"], bool(finding["exempted"])) for finding in agreement["agreements"][0]["findings"]] == [
        ("LBF070", True)
    ]


def test_a_moved_line_is_not_a_new_finding(tmp_path: Path) -> None:
    first = report(written(tmp_path, WITHOUT_KOMMUNE))["agreements"][0]["findings"][0]
    second = report(written(tmp_path, "# en linje mere\n" + WITHOUT_KOMMUNE))["agreements"][0]["findings"][0]
    assert first["fingerprint"] == second["fingerprint"]
    assert second["line"] == first["line"] + 1


def test_the_threshold_decides_the_code(tmp_path: Path) -> None:
    shifted = GRUNDLAG.replace(
        "{kilde: lbf, beløb: {2022: 200.000, 2023: 200.000,", "{kilde: lbf, beløb: {2022: 100.000, 2023: 300.000,"
    )
    assert shifted != GRUNDLAG
    folder = written(tmp_path, shifted)
    assert check(folder).return_value == 0
    assert check(folder, "--fail-on", "advarsel").return_value == 1


def test_the_report_can_go_to_a_file(tmp_path: Path) -> None:
    target = tmp_path / "rapport.json"
    result = check(written(tmp_path, GRUNDLAG), "--format", "json", "--output", target)
    assert (result.stdout, result.stderr) == ("", f"Rapporten er skrevet i «{target}».\n")
    assert result.return_value == 0
    assert not result.stdout
    assert json.loads(target.read_text(encoding="utf-8"))["version"] == 1


@pytest.mark.parametrize(
    ("form", "begins"),
    [("sarif", "{"), ("junit", "<?xml"), ("github", "::error file="), ("html", "<!DOCTYPE html>"), ("text", "")],
)
def test_every_format_is_written_and_gives_the_same_code(tmp_path: Path, form: str, begins: str) -> None:
    folder = written(tmp_path, WITHOUT_KOMMUNE)
    shown = check(folder, "--format", form)
    assert shown.return_value == 1
    assert shown.stdout.startswith(begins)
    assert "LBF011" in shown.stdout
    target = tmp_path / "rapport"
    assert check(folder, "--format", form, "-o", target).return_value == 1
    assert target.read_text(encoding="utf-8") == shown.stdout


@pytest.mark.parametrize(("fail_on", "fails"), [("fejl", False), ("advarsel", True)])
def test_junit_fails_on_what_the_run_fails_on(tmp_path: Path, fail_on: str, fails: bool) -> None:
    shifted = GRUNDLAG.replace(
        "{kilde: lbf, beløb: {2022: 200.000, 2023: 200.000,", "{kilde: lbf, beløb: {2022: 100.000, 2023: 300.000,"
    )
    shown = check(written(tmp_path, shifted), "--format", "junit", "--fail-on", fail_on)
    assert shown.return_value == fails
    assert ("<failure" in shown.stdout) is fails


def test_on_github_the_summary_has_it_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = tmp_path / "resume.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    check(written(tmp_path / "a", WITHOUT_KOMMUNE), "--format", "github")
    assert "LBF011" in summary.read_text(encoding="utf-8")
    summary.unlink()
    check(tmp_path / "a", "--format", "text")
    assert not summary.exists()


@pytest.mark.parametrize("argument", ["findes-ikke", "tom", "brev.pdf"])
def test_a_path_that_is_no_agreement_is_a_usage_error(tmp_path: Path, argument: str) -> None:
    (tmp_path / "tom").mkdir()
    (tmp_path / "brev.pdf").write_bytes(b"PK")
    run = subprocess.run(
        [sys.executable, "-m", "aftale_builder", "check", str(tmp_path / argument)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 2
    assert argument in run.stderr
    assert not run.stdout
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("findesikke.docx", "Se, om Word-filen hedder sådan og ligger i den mappe, og skriv stien til den."),
        ("FINDESIKKE.DOCX", "Word-filen"),
        ("findesikke.doc", "Word-filen"),
        ("findesikke.yaml", "Skriv stien til aftalens mappe eller til dens aftale.yaml."),
        ("findesikke", "Skriv stien til aftalens mappe."),
    ],
)
def test_what_is_not_there_is_asked_for_as_what_it_would_be(name: str, asked: str, tmp_path: Path) -> None:
    told = str(check(tmp_path / name).exception)
    assert f"{name}» findes ikke. " in told
    assert asked in told


EMPTY = ["", "\n", "# Skriv her.\n", "---\n"]
ASKED_FOR = {
    "vision": ("LBF082", ["md"], EMPTY[:2]),
    "budget": ("LBF060", ["yaml"], [*EMPTY, "kilder:\nposter: []\nfinansiering: ~\n"]),
    "beredskabsplan": ("LBF070", ["yaml"], [*EMPTY, "tekst:\nsituationer:\n"]),
    "organisation": ("LBF010", ["yaml"], EMPTY),
    "indsatsområder": ("LBF031", ["yaml"], EMPTY),
}


@pytest.mark.parametrize(
    ("key", "code", "ending", "text"),
    [(key, code, ending, text) for key, (code, endings, texts) in ASKED_FOR.items() for ending in endings for text in texts],
)
def test_an_empty_file_is_pointed_at_and_asked_to_be_filled(key: str, code: str, ending: str, text: str, tmp_path: Path) -> None:
    folder = written(tmp_path / "aftale", laid_over(f"{key}: !fil dele/del.{ending}\n"))
    (folder / "dele").mkdir()
    (folder / "dele" / f"del.{ending}").write_text(text, encoding="utf-8")
    found = report(folder)["agreements"][0]["findings"]
    (told,) = (one for one in found if one["code"] == code)
    assert told["file"].endswith(f"dele/del.{ending}")
    assert told["path"].startswith(key)
    assert told["help"] == f"Udfyld «del.{ending}», der ikke er skrevet noget i endnu. «aftale explain {code}» viser et eksempel."
    assert check(folder).exception is None


def test_an_empty_delaftale_is_pointed_at(tmp_path: Path) -> None:
    text = "indsatsområder:\n  - område: beskæftigelse\n    problemkompleks: 38 pct.\n    delaftale: !fil b.yaml\n"
    folder = written(tmp_path / "aftale", laid_over(text))
    (folder / "b.yaml").write_text("# Delaftalen\ndelmål:\naktiviteter:\n", encoding="utf-8")
    (told,) = (one for one in report(folder)["agreements"][0]["findings"] if one["code"] == "LBF032")
    assert (Path(told["file"]).name, told["line"]) == ("b.yaml", 2)
    assert "!fil" not in told["help"]


def test_a_file_with_anything_in_it_is_not_said_to_be_empty(tmp_path: Path) -> None:
    folder = written(tmp_path / "aftale", laid_over("budget: !fil budget.yaml\n"))
    (folder / "budget.yaml").write_text("kilder: [{id: lbf, type: lbf}]\n", encoding="utf-8")
    (told,) = (one for one in report(folder)["agreements"][0]["findings"] if one["code"] == "LBF060")
    assert Path(told["file"]).name == "budget.yaml"
    assert "Udfyld" not in told["help"]


def test_an_empty_item_of_a_list_is_told_as_an_empty_file(tmp_path: Path) -> None:
    folder = written(tmp_path / "aftale", laid_over("kommissorium:\n  - !fil k.yaml\n"))
    (folder / "k.yaml").write_text("# intet\n", encoding="utf-8")
    (told,) = (one for one in report(folder)["agreements"][0]["findings"] if one["severity"] == "fejl")
    assert (told["code"], Path(told["file"]).name) == ("KLD006", "k.yaml")
    assert told["message"].startswith("Filen «k.yaml» er tom")
    assert told["help"] == "Udfyld filen, eller slet det, der henter den."


def test_a_part_of_an_agreement_is_not_judged_as_a_whole(tmp_path: Path) -> None:
    folder = written(tmp_path / "aftale", GRUNDLAG)
    (folder / "dele").mkdir()
    (folder / "dele" / "budget.yaml").write_text("poster: []\n", encoding="utf-8")
    refused = check(folder / "dele" / "budget.yaml").exception
    assert isinstance(refused, click.UsageError)
    assert f"aftale check {folder}" in refused.message


def test_markdown_that_cannot_be_set_is_found_at_its_line(tmp_path: Path) -> None:
    base = "".join(line for line in GRUNDLAG.splitlines(keepends=True) if not line.startswith("vision:"))
    agreement = report(written(tmp_path, base + "vision: |\n  Et godt område.\n\n  ![billede](x.png)\n"))["agreements"][0]
    finding = next(finding for finding in agreement["findings"] if finding["code"] == "KLD012")
    assert finding["path"] == "vision"
    assert finding["line"] == len(base.splitlines()) + 4


@pytest.mark.parametrize("key", ["bilag: [{titel: Årshjul, fil: %s}]\norganisation:", "organisation:\n  diagram_fil: %s"])
@pytest.mark.parametrize(("name", "codes"), [("aarshjul.md", []), ("aarshjull.md", ["KLD009"]), ("../aarshjul.md", ["KLD009"])])
def test_a_file_that_goes_with_the_agreement_must_be_there(tmp_path: Path, key: str, name: str, codes: list[str]) -> None:
    folder = written(tmp_path / "aftale", GRUNDLAG.replace("organisation:", key % name))
    for place in (folder, tmp_path):
        (place / "aarshjul.md").write_text("x", encoding="utf-8")
    found = [finding["code"] for finding in report(folder)["agreements"][0]["findings"] if finding["code"] == "KLD009"]
    assert found == codes


def test_the_help_says_that_warnings_alone_give_0() -> None:
    assert "Koden er 0, når der ingen fejl er" in (command.help or "")


def test_what_is_missing_in_an_empty_file_is_told_where_the_file_is_brought_in(tmp_path: Path) -> None:
    text = "beskrivelse: !fil a.md\nvision:\nlokal_evaluering: !fil c.md\nbudget:\n"
    folder = written(tmp_path / "aftale", laid_over(text))
    for name in ("a.md", "c.md"):
        (folder / name).write_text("", encoding="utf-8")
    found = report(folder)["agreements"][0]["findings"]
    told = [one["code"] for one in found if one["severity"] == "fejl"]
    assert told == ["LBF083", "LBF082", "LBF080", "LBF060"]
