"""What LibreOffice saves: a look at a file is no change, and an edit made with it is that edit alone."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from aftale_builder.pulling.changes import Added, Change
from tests.pulling.rendered import KOMMISSORIUM, done, opened, rendered

pytestmark = [
    pytest.mark.langsom,
    pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice findes ikke her"),
]


def saved(files: dict[str, bytes], folder: Path) -> dict[str, bytes]:
    """Return the files as LibreOffice writes them after it has read them."""
    before, after = folder / "før", folder / "efter"
    before.mkdir()
    for name, data in files.items():
        (before / name).write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(after)]
    subprocess.run([*command, *map(str, sorted(before.iterdir()))], check=True, capture_output=True, timeout=300)
    return {name: (after / name).read_bytes() for name in files}


def test_a_file_that_is_saved_anew_is_unchanged(tmp_path: Path) -> None:
    files = saved({name: data for name, (data, _) in rendered().items()}, tmp_path)
    assert {name: done(name, data).edits for name, data in files.items()} == dict.fromkeys(files, ())


def test_edits_that_are_saved_anew_are_the_same_edits(tmp_path: Path) -> None:
    file = opened(KOMMISSORIUM)
    file.replace("to parter", "tre parter", within="Koordinationsgruppen omsætter")
    file.after("Fordeler opgaver", "Holder styr på tiden")
    file.new_row("Kommunal koordinator", "Østfjordens Politi", "Betjent, Ole Eksempel", "taktisk", "ja")
    edited = file.bytes()
    found = done(KOMMISSORIUM, saved({KOMMISSORIUM: edited}, tmp_path)[KOMMISSORIUM])
    assert [type(edit) for edit in found.edits] == [Change, Added, Added]
    assert found.edits == done(KOMMISSORIUM, edited).edits
