"""The form in a Word file: its period, its table of indicators, its guidance in the greens of every Office theme."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from aftale_builder.word_check import assess_file
from aftale_builder.word_check.form import period_flaw
from tests.word.wordfile import p, r
from tests.word_check.notation import RULES, script

INDICATORS = "= 5. Overordnede mål og indikatorer for den boligsociale indsats\n[[indikatorer uden baseline]]"
EVALUATION = "= 7. Lokal evaluering\nHver følgegruppe gør status."


def with_document(data: bytes, old: str, new: str) -> bytes:
    """Return the Word file with one stretch of its document's XML exchanged."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as made:
        for name in package.namelist():
            part = package.read(name)
            if name == "word/document.xml":
                assert old.encode() in part
                part = part.replace(old.encode(), new.encode(), 1)
            made.writestr(name, part)
    return out.getvalue()


def told(folder: Path, data: bytes) -> dict[str, str]:
    file = folder / "fil.docx"
    file.write_bytes(data)
    return {finding.code: finding.message for finding in assess_file(file).findings}


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("01.10.21 – 30.09.25", ""),
        ("Fra den 1. oktober 2021 til den 30. september 2025, godkendt 1. september 2021", ""),
        ("2021-2025", ""),
        ("oktober 2021 til september 2025", ""),
        ("1. oktober 2021 og fire år frem", ""),
        ("01.10.21 – ", "der står kun én dag"),
        ("fire år", "der står ingen dage"),
        ("2021", "der står ingen dage"),
        ("01.10.21 – 01.10.21", "den sidste dag kommer ikke efter den første"),
        ("30.02.21 – 30.09.25", "en af dagene findes ikke"),
    ],
)
def test_a_period_has_a_first_and_a_last_day(text: str, flaw: str) -> None:
    assert period_flaw(text) == flaw


def test_an_indicator_that_is_altered_is_not_among_those_counted(tmp_path: Path) -> None:
    count = len(RULES.indikatorer)
    assert told(tmp_path, script(INDICATORS).file()) == {"DOK406": f"Baseline er tom for alle {count} indikatorer."}
    altered = with_document(script(INDICATORS).file(), RULES.indikatorer[0].navn, "Børn i gode dagtilbud")
    assert told(tmp_path, altered)["DOK406"] == f"Baseline er tom for {count - 1} af {count} indikatorer."


@pytest.mark.parametrize(
    ("colour", "green"),
    [
        ("00B050", True),
        ("9BBB59", True),
        ("76923C", True),
        ("70AD47", True),
        ("808000", False),
        ("BF9000", False),
        ("31859B", False),
    ],
)
def test_the_greens_of_every_theme_are_green(tmp_path: Path, colour: str, *, green: bool) -> None:
    plain, coloured = p(r("Hver følgegruppe gør status.")), p(r("Hver følgegruppe gør status.", f'<w:color w:val="{colour}"/>'))
    found = told(tmp_path, with_document(script(EVALUATION).file(), plain, coloured))
    assert ("DOK401" in found) is green
