"""`aftale init` as a user calls it."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from click import UsageError
from click.testing import CliRunner, Result

from aftale_builder.cli._group import run
from aftale_builder.cli.init import command
from aftale_builder.model import load


def init(*args: str | Path) -> Result:
    return CliRunner().invoke(command, [str(arg) for arg in args], standalone_mode=False)


def refusal(*args: str | Path) -> str:
    error = init(*args).exception
    assert isinstance(error, UsageError)
    return error.message


def test_it_makes_the_folder_and_says_what_to_do_next(tmp_path: Path) -> None:
    folder = tmp_path / "ny" / "aftale"
    result = init(folder, "--navn", "Sammen om Solbakken")
    assert result.exit_code == 0
    assert str(folder / "aftale.yaml") in result.stdout
    assert f"aftale check {folder}" in result.stdout
    loaded = load(folder)
    assert loaded.aftale is not None
    assert loaded.aftale.navn == "Sammen om Solbakken"
    assert loaded.aftale.regulativ == "lbf-2019-26"


def test_a_draft_can_be_made_of_it_at_once(tmp_path: Path) -> None:
    init(tmp_path / "ny", "--navn", "Sammen om Solbakken")
    assert run(["render", str(tmp_path / "ny"), "--draft"]) == 0
    made = {path.name for path in (tmp_path / "ny" / "pakke").iterdir()}
    assert {"Strategisk samarbejdsaftale.docx", "Budget.xlsx", "Delaftale - Beskæftigelse.docx"} <= made


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    assert init(tmp_path).exit_code == 0
    assert (tmp_path / "aftale.yaml").is_file()


def test_a_folder_in_use_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "noter.txt").write_text("mit", encoding="utf-8")
    assert "Der ligger allerede noget" in refusal(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["noter.txt"]


def test_a_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "aftale.yaml"
    file.write_text("", encoding="utf-8")
    assert "er en fil" in refusal(file)


def test_a_folder_in_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "noter.txt").touch()
    assert f"«{tmp_path / 'noter.txt'}» er en fil" in refusal(tmp_path / "noter.txt" / "ny")


def test_a_folder_that_cannot_be_made_is_told_in_danish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def mkdir(self: Path, **_: object) -> None:
        raise FileNotFoundError(errno.ENOENT, "No such file or directory", str(self))

    monkeypatch.setattr(Path, "mkdir", mkdir)
    assert (
        refusal(tmp_path / "ny")
        == f"Aftalen kan ikke begyndes i «{tmp_path / 'ny'}»: den findes ikke, og den kan ikke laves dér."
    )


def test_a_folder_that_the_path_leads_out_of_again_is_not_made(tmp_path: Path) -> None:
    assert init(tmp_path / "findes-ikke" / ".." / "ny").exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["ny"]


@pytest.mark.parametrize("generation", ["lbf-2015-18", "lbf-2011-14"])
def test_no_draft_is_promised_where_there_are_no_templates(tmp_path: Path, generation: str) -> None:
    told = init(tmp_path / "ny", "--regulativ", generation).stdout
    assert "der er ingen skabeloner til" in told
    assert "--draft" not in told
    assert "--draft" not in (tmp_path / "ny" / "LAESMIG.md").read_text("utf-8")
    assert "--draft" in init(tmp_path / "nyeste").stdout
    assert "--draft" in (tmp_path / "nyeste" / "LAESMIG.md").read_text("utf-8")


def test_refusal_gives_2_and_speaks_danish(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "noter.txt").write_text("mit", encoding="utf-8")
    assert run(["init", str(tmp_path)]) == 2
    assert "Vælg en ny eller tom mappe." in capsys.readouterr().err


def test_another_generation_has_its_own_areas(tmp_path: Path) -> None:
    init(tmp_path, "--regulativ", "lbf-2015-18")
    loaded = load(tmp_path)
    assert loaded.aftale is not None
    assert [item.omraade for item in loaded.aftale.indsatsomraader] == [
        "tryghed-og-trivsel",
        "kriminalpræventiv-indsats",
        "uddannelse-og-beskæftigelse",
        "forebyggelse-og-forældreansvar",
    ]


def test_the_chosen_areas_stand_in_the_order_of_the_form(tmp_path: Path) -> None:
    init(tmp_path, "--indsatsområde", "beskæftigelse", "--indsatsomraade", "uddannelse-og-livschancer")
    loaded = load(tmp_path)
    assert loaded.aftale is not None
    assert [item.omraade for item in loaded.aftale.indsatsomraader] == ["uddannelse-og-livschancer", "beskæftigelse"]
    assert sorted(path.name for path in (tmp_path / "delaftaler").iterdir()) == [
        "beskaeftigelse.yaml",
        "uddannelse-og-livschancer.yaml",
    ]


def test_an_area_of_another_generation_is_refused_with_those_there_are(tmp_path: Path) -> None:
    said = refusal(tmp_path / "ny", "--indsatsområde", "sundhed")
    assert "«sundhed»" in said
    assert "beskæftigelse" in said
    assert not (tmp_path / "ny").exists()


@pytest.mark.parametrize("navn", ["a\x0bb", "a\ufffeb", "a\nb"])
def test_a_name_that_word_cannot_hold_is_refused(tmp_path: Path, navn: str) -> None:
    assert "der ikke kan trykkes" in refusal(tmp_path / "ny", "--navn", navn)
    assert not (tmp_path / "ny").exists()
