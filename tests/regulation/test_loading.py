"""Loading: a generation is a file, a broken file is told, and loading is quick and light."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from aftale_builder.regulation import RegulationDataError, kilder, loading, regulativ, regulativer


@pytest.fixture(name="data")
def _data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(loading, "DATA", tmp_path)
    for cached in (regulativ, regulativer, kilder):
        cached.cache_clear()
    yield tmp_path
    for cached in (regulativ, regulativer, kilder):
        cached.cache_clear()


SMALLEST = "id: {id}\nnavn: Ny\nfra_år: 2027\ntil_år: 2034\nkilde: vores\nmindste_lokale_andel: 3/10\n"


def test_a_file_laid_in_the_folder_is_a_generation(data: Path) -> None:
    (data / "lbf-2027-34.yaml").write_text(SMALLEST.format(id="lbf-2027-34"), encoding="utf-8")
    assert regulativer() == ("lbf-2027-34",)
    found = regulativ("lbf-2027-34")
    assert found is not None
    assert str(found.mindste_lokale_andel) == "3/10"
    assert not found.krav.delaftaler


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("id: [", "b.yaml"),
        ("", "b.yaml"),
        ("- a\n", "b.yaml"),
        (SMALLEST.format(id="c"), "filen hedder b.yaml"),
        (SMALLEST.format(id="b") + "ukendt: 1\n", "ukendt"),
        (SMALLEST.format(id="b") + "krav: {gælder: [kaffe]}\n", "kaffe"),
        (SMALLEST.format(id="b").replace("3/10", "en fjerdedel"), "en fjerdedel"),
        (SMALLEST.format(id="b") + "---\nfast_tekst: [{id: x, afsnit: a, art: sang, tekst: t}]\n", "sang"),
        (
            SMALLEST.format(id="b")
            + "udsatte_områder: {mindst_beboere: 1, mindst_opfyldte: 1, kriterier: [{id: x, opfyldt: omkring, grænse: 1}]}\n",
            "omkring",
        ),
        (
            SMALLEST.format(id="b")
            + "---\nfast_tekst: [{id: x, afsnit: a, art: afsnit, tekst: t, varianter: [{for: u, står: v}]}]\n",
            "0 gange",
        ),
    ],
)
def test_a_file_that_holds_something_else_is_told_by_name(data: Path, text: str, told: str) -> None:
    (data / "b.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RegulationDataError, match=told) as raised:
        assert regulativ("b").fast_tekst  # type: ignore[union-attr]
    assert str(raised.value).startswith("b.yaml: ")


def test_a_source_of_unknown_certainty_is_told(data: Path) -> None:
    (data / "kilder.yaml").write_text("- {id: a, titel: b, sikkerhed: X}\n", encoding="utf-8")
    with pytest.raises(RegulationDataError, match="sikkerhed «X»"):
        kilder()


def test_loading_takes_less_than_ten_milliseconds() -> None:
    def load() -> float:
        start = time.perf_counter()
        loading.load_regulativ(loading.DATA / "lbf-2019-26.yaml")
        return time.perf_counter() - start

    assert min(load() for _ in range(5)) < 0.010


def test_the_module_imports_nothing_heavy() -> None:
    code = "import sys, aftale_builder.regulation; print(*sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    heavy = {
        "jsonschema",
        "lxml",
        "docx",
        "docxtpl",
        "jinja2",
        "xlsxwriter",
        "openpyxl",
        "markdown_it",
        "click",
        "importlib.resources",
    }
    assert not heavy & set(shown)
    assert not [name for name in shown if name.startswith("aftale_builder.model")]
