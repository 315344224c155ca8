"""`aftale render` from outside: what it refuses, writes, keeps and says, and that the same in gives the same bytes out."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from aftale_builder.cli._group import run
from aftale_builder.documents import word_paper
from aftale_builder.findings import Hit
from aftale_builder.word.package import Kind, open_package, write_package
from tests.documents.making import copy_of_sample

STRATEGIC = "Strategisk samarbejdsaftale.docx"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the sample whose words are not to be changed: what `render` keeps of a package lies beside them."""
    return copy_of_sample(tmp_path_factory.mktemp("aftale") / "solbakken")


@pytest.fixture(scope="module")
def rendered(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sample's package, not to be changed."""
    folder = tmp_path_factory.mktemp("pakke")
    assert run(["render", str(sample), "-o", str(folder)]) == 0
    return folder


@pytest.fixture
def package(rendered: Path, tmp_path: Path) -> Path:
    """Return a copy of the sample's package that may be changed."""
    for path in rendered.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    return tmp_path


def digests(folder: Path) -> dict[str, str]:
    """Return the digest of each file of a folder."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def changed(path: Path, old: bytes, new: bytes) -> None:
    """Change what the main part of an Office file says."""
    kind = Kind.XLSX if path.suffix == ".xlsx" else Kind.DOCX
    parts = open_package(path.read_bytes(), kind).parts()
    name = next(name for name, data in parts.items() if old in data)
    path.write_bytes(write_package({**parts, name: parts[name].replace(old, new, 1)}))


def test_the_files_have_names_that_a_person_finds(rendered: Path) -> None:
    assert sorted(path.name for path in rendered.iterdir()) == sorted(
        [
            STRATEGIC,
            "Delaftale - Uddannelse og livschancer.docx",
            "Delaftale - Beskæftigelse.docx",
            "Delaftale - Kriminalitetsforebyggelse.docx",
            "Delaftale - Sammenhængskraft og medborgerskab.docx",
            "Kommissorium - Bestyrelsen for Sammen om Solbakken.docx",
            "Kommissorium - Koordinationsgruppen.docx",
            "Beredskabsplan.docx",
            "Milepælsplan.docx",
            "Budget.xlsx",
            "Indberetningsskema.docx",
            "manifest.json",
            "tjekliste.md",
        ]
    )


def test_the_manifest_tells_what_the_package_holds(rendered: Path) -> None:
    manifest = json.loads((rendered / "manifest.json").read_bytes())
    assert (manifest["verdict"], manifest["draft"], manifest["regulation"]) == ("godkendt", False, "lbf-2019-26")
    assert {file["name"]: file["sha256"] for file in manifest["files"]} == {
        name: digest for name, digest in digests(rendered).items() if name != "manifest.json"
    }
    assert [file["name"] for file in manifest["files"] if file.get("form") == "lbf"] == [STRATEGIC]
    assert manifest["sources"][0]["file"] == "aftale.yaml"


def test_the_checklist_lists_every_file_annex_and_judgement(rendered: Path) -> None:
    checklist = (rendered / "tjekliste.md").read_text(encoding="utf-8")
    assert all(f"**{path.name}**" in checklist for path in rendered.iterdir() if path.suffix in (".docx", ".xlsx"))
    assert "Årshjul for bestyrelsen" in checklist
    assert "§ 91 a" in checklist


OTHER_DAY = """
import datetime, sys, time
class Day(datetime.date):
    today = classmethod(lambda cls: cls(2031, 7, 1))
class Moment(datetime.datetime):
    now = classmethod(lambda cls, tz=None: cls(2031, 7, 1, 12, tzinfo=tz))
datetime.date, datetime.datetime = Day, Moment
time.time = lambda: 1940000000.0
from aftale_builder.cli._group import run
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.parametrize(("seed", "zone"), [("1", "Pacific/Kiritimati"), ("2", "America/New_York")])
@pytest.mark.langsom
def test_the_same_in_gives_the_same_bytes_out(rendered: Path, tmp_path: Path, seed: str, zone: str) -> None:
    """On another day, in another folder, with another hash seed and time zone, from another working folder."""
    sample = copy_of_sample(tmp_path / "et sted" / "aftale")
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(Path(__file__).parents[2]), "LC_ALL": "C"}
    subprocess.run([sys.executable, "-c", OTHER_DAY, "render", "."], cwd=sample, env=environment, check=True, capture_output=True)
    assert digests(sample / "pakke") == digests(rendered)


def test_an_agreement_with_faults_is_refused_and_nothing_is_written(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    sample = copy_of_sample(tmp_path / "aftale")
    text = (sample / "aftale.yaml").read_text(encoding="utf-8")
    (sample / "aftale.yaml").write_text(text.replace("beredskabsplan: !fil beredskabsplan.yaml\n", ""), encoding="utf-8")
    assert run(["render", str(sample)]) == 1
    told = capfd.readouterr()
    assert "LBF070" in told.err
    assert "«aftale render --draft»" in told.err
    assert told.out == ""
    assert not (sample / "pakke").exists()
    assert run(["render", str(sample), "--draft"]) == 0
    assert "Udkast: 1 punkt mangler endnu. Det står i tjekliste.md." in capfd.readouterr().err
    assert json.loads((sample / "pakke" / "manifest.json").read_bytes())["draft"] is True
    assert "LBF070" in (sample / "pakke" / "tjekliste.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("navn: Sammen om Solbakken\n", "navn: Sammen om Solbakken\nnvan: x\n", "KLD005"),
        ("navn: Sammen om Solbakken\n", "navn: Sammen om 010170-1234\n", "PRV301"),
    ],
)
def test_a_draft_forgives_neither_what_cannot_be_read_nor_a_cpr_number(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], old: str, new: str, code: str
) -> None:
    sample = copy_of_sample(tmp_path / "aftale")
    text = (sample / "aftale.yaml").read_text(encoding="utf-8")
    assert old in text
    (sample / "aftale.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    assert run(["render", str(sample), "--draft"]) == 1
    assert code in capfd.readouterr().err
    assert not (sample / "pakke").exists()


@pytest.mark.parametrize(("arguments", "told"), [(["findes-ikke"], "findes ikke"), ([__file__], "hverken en mappe")])
def test_bad_usage(arguments: list[str], told: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["render", *arguments]) == 2
    assert told in capfd.readouterr().err


@pytest.mark.parametrize("output", [".", "../aftale", "../anden"])
def test_the_package_is_not_laid_among_the_sources_of_an_agreement(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], output: str
) -> None:
    sample = copy_of_sample(tmp_path / "aftale")
    (tmp_path / "anden").mkdir()
    (tmp_path / "anden" / "aftale.yaml").touch()
    monkeypatch.chdir(sample)
    assert run(["render", "aftale.yaml", "-o", output]) == 2
    assert "er en aftales egen mappe" in capfd.readouterr().err
    assert not list(tmp_path.rglob("*.docx"))


def test_an_unknown_generation_gives_nothing_to_render(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "aftale.yaml").write_text("regulativ: lbf-1999\nnavn: Skoven\n", encoding="utf-8")
    assert run(["render", str(tmp_path), "--draft"]) == 2
    (tmp_path / "aftale.yaml").write_text("regulativ: lbf-2015-18\nnavn: Skoven\n", encoding="utf-8")
    assert run(["render", str(tmp_path), "--draft"]) == 1
    assert "ingen skabeloner til lbf-2015-18" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        pytest.param(STRATEGIC, b"<w:b/>", b"", marks=pytest.mark.langsom),
        pytest.param(STRATEGIC, b"<w:r><w:t", b"<w:r><w:rPr><w:strike/></w:rPr><w:t", marks=pytest.mark.langsom),
        pytest.param(STRATEGIC, b"<w:r><w:t", b"<w:r><w:rPr><w:dstrike/></w:rPr><w:t", marks=pytest.mark.langsom),
        pytest.param(
            STRATEGIC, b"<w:r><w:t", b'<w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t', marks=pytest.mark.langsom
        ),
        pytest.param(
            STRATEGIC, b"<w:r><w:t", b'<w:r><w:rPr><w:shd w:val="clear" w:fill="FFFF00"/></w:rPr><w:t', marks=pytest.mark.langsom
        ),
        pytest.param(
            STRATEGIC, b'w:w="11906" w:h="16838"', b'w:w="16838" w:h="11906" w:orient="landscape"', marks=pytest.mark.langsom
        ),
        pytest.param(STRATEGIC, b'w:w="11906" w:h="16838"', b'w:w="12240" w:h="15840"', marks=pytest.mark.langsom),
    ],
)
def test_a_hand_edit_is_found_and_kept(
    sample: Path, package: Path, capfd: pytest.CaptureFixture[str], name: str, old: bytes, new: bytes
) -> None:  # fmt: skip
    changed(package / name, old, new)
    are_found_and_kept(sample, package, [name], capfd)


def test_hand_edits_in_files_of_every_kind_are_found_and_kept(
    sample: Path, package: Path, capfd: pytest.CaptureFixture[str]
) -> None:  # fmt: skip
    changed(package / STRATEGIC, b"boligomr", b"boligomrr")
    changed(package / "Budget.xlsx", b"<v>692000</v>", b"<v>692001</v>")
    todo = package / "tjekliste.md"
    todo.write_bytes(todo.read_bytes().replace(b"- [ ]", b"- [x]", 1))
    are_found_and_kept(sample, package, [STRATEGIC, "Budget.xlsx", "tjekliste.md"], capfd)


def are_found_and_kept(sample: Path, package: Path, names: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    """Hold it that the edited files, and no others, are told, left as they are and, where the package is written, kept."""
    before = digests(package)
    assert run(["render", str(sample), "-o", str(package)]) == 1
    assert {line[2:] for line in capfd.readouterr().err.splitlines() if line.startswith("  ")} == set(names)
    assert digests(package) == before
    assert run(["render", str(sample), "-o", str(package), "--force"]) == 0
    after = digests(package)
    for name in names:
        assert after[f"{Path(name).stem} - rettet i hånden{Path(name).suffix}"] == before[name]
        assert after[name] != before[name]


def test_a_document_that_is_no_longer_in_the_package_is_taken_away(package: Path, tmp_path: Path) -> None:
    sample = copy_of_sample(tmp_path / "aftale")
    text = (sample / "aftale.yaml").read_text(encoding="utf-8")
    line = next(line for line in text.splitlines(keepends=True) if "kommissorium-koordinationsgruppen.yaml" in line)
    (sample / "aftale.yaml").write_text(text.replace(line, ""), encoding="utf-8")
    assert run(["render", str(sample), "-o", str(package), "--draft"]) == 0
    assert not (package / "Kommissorium - Koordinationsgruppen.docx").exists()
    assert (package / "Kommissorium - Bestyrelsen for Sammen om Solbakken.docx").exists()


def test_a_failed_proof_writes_nothing_and_names_the_place(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def failing(self: word_paper.WordPaper, data: bytes) -> Iterator[Hit]:
        assert data
        return iter((Hit(self.anchor, f"{self.name}: et ord mangler.", "Meld det."),))

    monkeypatch.setattr(word_paper.WordPaper, "prove", failing)
    assert run(["render", str(sample), "-o", str(tmp_path / "pakke")]) == 1
    told = capfd.readouterr().err
    assert "BEV001" in told
    assert "aftale.yaml:" in told
    assert not (tmp_path / "pakke").exists()


@pytest.mark.langsom
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL findes ikke på Windows")
def test_killing_render_at_many_moments(sample: Path, rendered: Path, tmp_path: Path) -> None:
    """Each file is of the one agreement or the other, whole; the next run makes all of them of its own."""
    other = copy_of_sample(tmp_path / "aftale")
    text = (other / "aftale.yaml").read_text(encoding="utf-8")
    (other / "aftale.yaml").write_text(
        text.replace("navn: Sammen om Solbakken\n", "navn: Sammen om Bakken\n", 1), encoding="utf-8"
    )
    assert run(["render", str(other), "-o", str(tmp_path / "ny")]) == 0
    old, new, folder = digests(rendered), digests(tmp_path / "ny"), tmp_path / "pakke"
    assert run(["render", str(sample), "-o", str(folder)]) == 0
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    chance = random.Random(2026)
    for number in range(24):
        agreement, wanted = (other, new) if number % 2 == 0 else (sample, old)
        command = [sys.executable, "-m", "aftale_builder", "render", str(agreement), "-o", str(folder)]
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(chance.uniform(0.6, 1.6))
        process.kill()
        process.wait()
        whole = {
            path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir() if not path.name.startswith(".")
        }
        assert whole.keys() == old.keys()
        assert all(digest in (old[name], new[name]) for name, digest in whole.items())
        assert run(["render", str(agreement), "-o", str(folder)]) == 0
        assert digests(folder) == wanted


def test_a_refusal_counts_all_that_check_finds(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    sample = copy_of_sample(tmp_path / "aftale")
    path = sample / "aftale.yaml"
    text = path.read_text(encoding="utf-8").replace("beredskabsplan: !fil beredskabsplan.yaml\n", "")
    path.write_text(text, encoding="utf-8")
    vision = sample / "tekster" / "2-vision.md"
    vision.write_text(vision.read_text(encoding="utf-8") + "\nSkriv til bo.eksempel@gmail.com.\n", encoding="utf-8")
    assert run(["check", str(sample), "--no-color"]) == 1
    verdict = capfd.readouterr().out.splitlines()[0].partition(": ")[2]
    assert "1 advarsel" in verdict
    for command in ("render", "pack"):
        assert run([command, str(sample)]) == 1
        refused = capfd.readouterr().err
        assert refused.splitlines()[0].partition(": ")[2].startswith(verdict.split(" råd")[0])
        assert ": advarsel " not in refused
        assert "resten viser «aftale check»" in refused
        assert "«aftale render --draft»" in refused
