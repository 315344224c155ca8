"""Exemptions: which findings they cover, until when, and what is said of those that cover nothing."""

from datetime import date
from pathlib import Path

import pytest

from aftale_builder.assessment import Assessment, Verdict, assess
from aftale_builder.findings import Severity
from aftale_builder.report import render
from tests.rules.cases import laid_over

TODAY = date(2026, 5, 1)
WITHOUT_VISION = "# uden: vision\nnavn: Solbakken\n"
CPR = "navn: 'Solbakken 010180-1234'\n"
WRONG_KEY = "navn: Solbakken\nukendt: 1\n"


def assessed(folder: Path, *exemptions: str, text: str = WITHOUT_VISION) -> Assessment:
    dated = (one if "udløber" in one else f"{one}, udløber: 2999-12-31" for one in exemptions)
    listed = "".join(f"  - {{{exemption}}}\n" for exemption in dated)
    (folder / "aftale.yaml").write_text(laid_over(f"{text}undtagelser:\n{listed}" if listed else text), encoding="utf-8")
    return assess(folder, TODAY)


def told(found: Assessment) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.exempted) for finding in found.findings if finding.severity is not Severity.RAAD]


def test_without_an_exemption_the_finding_stands(tmp_path: Path) -> None:
    found = assessed(tmp_path)
    assert told(found) == [("LBF082", None)]
    assert found.exempted == 0


@pytest.mark.parametrize("day", ["2026-05-01", "2026-05-02", "2999-12-31"])
def test_an_exemption_holds_through_its_last_day(day: str, tmp_path: Path) -> None:
    found = assessed(tmp_path, f"regel: LBF082, begrundelse: På vej, udløber: {day}")
    assert told(found) == [("LBF082", "På vej")]
    assert (found.verdict, found.exempted) == (Verdict.MED_UNDTAGELSER, 1)


def test_the_day_after_its_last_day_it_is_over_and_the_finding_stands(tmp_path: Path) -> None:
    found = assessed(tmp_path, "regel: LBF082, begrundelse: På vej, udløber: 2026-04-30")
    assert sorted(told(found)) == [("LBF082", None), ("UND001", None)]
    (over,) = (finding for finding in found.findings if finding.code == "UND001")
    assert "30. april 2026" in over.message
    assert over.place.path.endswith("udløber")
    assert found.exempted == 0


@pytest.mark.parametrize("rule", ["LBF082", "lbf082"])
@pytest.mark.parametrize("path", ["", "sti: '', ", "sti: /, "])
def test_a_rule_is_exempted_everywhere_where_no_path_is_given(rule: str, path: str, tmp_path: Path) -> None:
    assert told(assessed(tmp_path, f"regel: {rule}, {path}begrundelse: Aftalt")) == [("LBF082", "Aftalt")]


@pytest.mark.parametrize("rule", ["vision-mangler", "Vision-mangler", "vision mangler"])
def test_a_rule_may_be_named(rule: str, tmp_path: Path) -> None:
    assert told(assessed(tmp_path, f"regel: {rule}, begrundelse: Aftalt")) == [("LBF082", "Aftalt")]


def test_the_name_of_another_rule_covers_nothing_and_is_said_to_be_unused(tmp_path: Path) -> None:
    found = assessed(tmp_path, "regel: samspil-mangler, begrundelse: Aftalt")
    (unused,) = (finding for finding in found.findings if finding.code == "UND002")
    assert unused.message == "Undtagelsen fra LBF081 dækker ikke noget fund."


@pytest.mark.parametrize(
    ("rule", "help"),
    [
        ("vision-manglr", "Mente du LBF082 (vision-mangler)?"),
        ("LBF0822", "Mente du LBF082 (vision-mangler)?"),
        ("RAD513", "et råd, som ingen regel dømmer"),
        ("xyzzy", "Skriv reglens kode"),
    ],
)
def test_what_is_neither_code_nor_name_is_told_with_the_nearest(rule: str, help: str, tmp_path: Path) -> None:
    found = assessed(tmp_path, f"regel: {rule}, begrundelse: Aftalt")
    assert sorted(told(found)) == [("LBF082", None), ("UND002", None)]
    (unused,) = (finding for finding in found.findings if finding.code == "UND002")
    assert unused.message == f"«{rule}» er hverken kode eller navn på en regel."
    assert help in unused.help


def test_a_name_does_not_get_past_what_cannot_be_exempted(tmp_path: Path) -> None:
    found = assessed(tmp_path, "regel: cpr-nummer, begrundelse: Aftalt", text=CPR)
    assert ("PRV301", None) in told(found)
    assert found.exempted == 0


@pytest.mark.parametrize("form", ["text", "html", "json", "junit", "sarif"])
def test_every_report_tells_reason_and_last_day(form: str, tmp_path: Path) -> None:
    shown = render(form, [assessed(tmp_path, "regel: LBF082, begrundelse: På vej, udløber: 2999-12-31")])
    assert "På vej" in shown
    assert ('"exempted_until": "2999-12-31"' if form == "json" else "(gælder til og med 31. december 2999)") in shown


NO_KOMMUNE = """\
organisation:
  ledelse: {titel: Indsatsens leder, ansat_hos: bolig}
  diagram: ja
  organer:
    - id: bestyrelse
      type: bestyrelse
      niveau: strategisk
      opgaver: [prioritering, koordinering, opfølgning, målopfyldelse, ajourføring]
      medlemmer: [{part: bolig, titel: Direktør, niveau: strategisk, beslutningskompetence: ja}]
    - {id: følgegruppe, type: følgegruppe, niveau: taktisk, medlemmer: [{part: kommune, titel: Koordinator}]}
"""


@pytest.mark.parametrize(
    ("path", "covers"),
    [
        ("organisation", True),
        ("organisation/organer", True),
        ("/organisation/organer/bestyrelse/", True),
        ("organisation/organer/bestyrelse/medlemmer", True),
        ("organisation/organer/bestyrelse/medlem", False),
        ("organisation/organer/følgegruppe", False),
        ("organer", False),
        ("vision", False),
    ],
)
def test_a_path_covers_what_stands_at_it_and_below(path: str, covers: bool, tmp_path: Path) -> None:
    found = assessed(tmp_path, f"regel: LBF011, sti: {path}, begrundelse: Aftalt", text=NO_KOMMUNE)
    assert sorted(told(found)) == ([("LBF011", "Aftalt")] if covers else [("LBF011", None), ("UND002", None)])


def test_an_exemption_covers_no_other_rule(tmp_path: Path) -> None:
    found = assessed(tmp_path, "regel: LBF083, begrundelse: Aftalt")
    assert sorted(told(found)) == [("LBF082", None), ("UND002", None)]
    (unused,) = (finding for finding in found.findings if finding.code == "UND002")
    assert "LBF083" in unused.message
    assert unused.place.path.endswith("regel")


def test_each_of_several_is_judged_by_itself(tmp_path: Path) -> None:
    found = assessed(
        tmp_path,
        "regel: LBF082, begrundelse: På vej",
        "regel: LBF083, begrundelse: Aftalt",
        "regel: LBF084, begrundelse: Aftalt, udløber: 2020-01-01",
    )
    assert sorted(told(found), key=str) == [("LBF082", "På vej"), ("UND001", None), ("UND002", None)]


@pytest.mark.parametrize(("text", "code"), [(CPR, "PRV301"), (WRONG_KEY, "KLD005"), (WITHOUT_VISION, "UND002")])
def test_some_findings_cannot_be_exempted(text: str, code: str, tmp_path: Path) -> None:
    found = assessed(tmp_path, "regel: LBF083, begrundelse: Aftalt", f"regel: {code}, begrundelse: Aftalt", text=text)
    assert next(exempted for one, exempted in told(found) if one == code) is None
    assert [one for one, _ in told(found)].count("UND002") == 2
    assert found.exempted == 0


def test_an_exemption_that_cannot_be_read_covers_nothing_and_is_not_said_to_be_unused(tmp_path: Path) -> None:
    codes = [code for code, _ in told(assessed(tmp_path, "regel: LBF082, begrundelse: Aftalt, udløber: snart"))]
    assert "LBF082" in codes
    assert not {"UND001", "UND002"} & set(codes)
    assert any(code.startswith("KLD") for code in codes)


NO_REASON = (
    *('""', "'   '", '"-"', "«TODO»", "TODO", "…", '"???"', '"."', '"\\u200b"', "x", '"xx"'),
    *("n/a", "tbd", "ingen", "Ingen begrundelse.", "Begrundelse", "Udfyldes senere.", "(følger)", "kommer snart"),
    *('"{{ begrundelse }}"', '"[[…]]"'),
)


@pytest.mark.parametrize("reason", NO_REASON)
def test_without_a_reason_nothing_is_exempted_and_it_is_said_once(reason: str, tmp_path: Path) -> None:
    found = assessed(tmp_path, f"regel: LBF082, begrundelse: {reason}, udløber: 2999-12-31")
    assert sorted(told(found)) == [("KLD008", None), ("LBF082", None)]
    assert (found.verdict, found.exempted) == (Verdict.AFVIST, 0)
    (bare,) = (finding for finding in found.findings if finding.code == "KLD008")
    assert bare.message.startswith("Undtagelsen fra LBF082 har ingen begrundelse")
    assert bare.message.endswith(".")
    assert bare.place.path.endswith("/begrundelse")
    assert bare.severity is Severity.FEJL


@pytest.mark.parametrize(
    "reason", ["På vej", "Aftalt.", "Intet at gøre før 2027", "Ok fra bestyrelsen", "Se ref. 12", "EU-midler"]
)
def test_a_short_reason_is_one(reason: str, tmp_path: Path) -> None:
    assert told(assessed(tmp_path, f"regel: LBF082, begrundelse: {reason}")) == [("LBF082", reason)]


def test_one_without_a_reason_takes_nothing_from_the_others(tmp_path: Path) -> None:
    bare = 'regel: LBF083, begrundelse: "", udløber: 2020-01-01'
    found = assessed(tmp_path, bare, "regel: LBF082, begrundelse: På vej")
    assert sorted(told(found), key=str) == [("KLD008", None), ("LBF082", "På vej")]


def test_a_key_with_nothing_after_it_is_said_once(tmp_path: Path) -> None:
    assert [code for code, _ in told(assessed(tmp_path, "regel: LBF082, begrundelse: , udløber: 2999-12-31"))].count(
        "KLD008"
    ) == 1
