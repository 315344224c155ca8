"""LibreOffice opens every Word file of the sample and prints every word of it."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from aftale_builder.word.reading import NOTE_MARK, Part, read
from tests.word.test_package_files import papers

pytestmark = [
    pytest.mark.langsom,
    pytest.mark.skipif(
        not (shutil.which("soffice") and shutil.which("pdftotext")), reason="LibreOffice eller poppler findes ikke her"
    ),
]


def letters(text: str) -> str:
    """Return a text without white space, hyphens that a line may break at, and ligatures."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(
        character for character in plain if not character.isspace() and character not in f"-\u00ad\u2010\u2011{NOTE_MARK}"
    )


def test_every_word_of_every_file_is_in_the_pdf(tmp_path: Path) -> None:
    files = {paper.name: paper.render() for paper in papers()}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        *(str(tmp_path / name) for name in files),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    for name, data in files.items():
        pdf = (tmp_path / name).with_suffix(".pdf")
        assert pdf.is_file(), f"LibreOffice kan ikke åbne {name}"  # it tells nothing by its exit code
        shown = letters(subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True, text=True).stdout)
        units = [unit for unit in read(data).units if unit.part in (Part.BODY, Part.FOOTNOTE)]
        words = Counter(letters(word) for unit in units for word in unit.text.split())
        assert {word: count for word, count in words.items() if shown.count(word) < count} == {}, name
