"""What we print, we would approve: every Word file of the sample's package is judged clean, råd too."""

from __future__ import annotations

from pathlib import Path

import pytest

from aftale_builder.assessment import Verdict
from aftale_builder.cli._group import run
from aftale_builder.regulation import regulativ
from aftale_builder.resources import resource
from aftale_builder.word_check import assess_file

FILES = 10


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    target = tmp_path_factory.mktemp("pakke") / "pakke"
    sample = resource("samples") / "solbakken"
    assert run(["render", str(sample), "--no-base", "-o", str(target)]) == 0
    return sorted(target.glob("*.docx"))


def test_every_file_of_the_package_is_clean(package: list[Path]) -> None:
    assert len(package) == FILES
    for file in package:
        found = assess_file(file)
        assert found.verdict is Verdict.GODKENDT, file.name
        assert found.findings == (), file.name


def test_the_agreement_is_known_as_the_form_of_its_generation(package: list[Path]) -> None:
    (agreement,) = (file for file in package if file.name.startswith("Strategisk"))
    found = assess_file(agreement)
    known = regulativ("lbf-2019-26")
    assert known is not None
    assert (found.regulation, found.judgement) == (known.id, known.skoen)
