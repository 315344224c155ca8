"""PDF of the package's files, made by LibreOffice where it is installed: tagged, with bookmarks, in a profile of its own."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePath
from time import monotonic

ENDING = ".pdf"
_PROGRAMS = ("soffice", "libreoffice")
_FILTERS = {".docx": "writer_pdf_Export", ".xlsx": "calc_pdf_Export"}
_ASKED = ("PDFUACompliance", "UseTaggedPDF", "ExportBookmarks", "ExportFormFields")
_OPTIONS = {name: {"type": "boolean", "value": "true"} for name in _ASKED}
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Linguistic/General">
<prop oor:name="DefaultLocale" oor:op="fuse"><value>da-DK</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>da-DK</value></prop></item>
</oor:items>
"""
"""The profile's: a workbook has no language of its own, and its PDF gets that of the program."""
_START_SECONDS = 60
"""The first start of a new profile on a slow machine."""
_FILE_SECONDS = 30
_TICK_SECONDS = 0.5
_PDF = b"%PDF-"
_END = b"%%EOF"

Progress = Callable[[int, int, str], None]
"""Told before each call and during it: how many files are done, how many there are, which is next."""


class NoLibreOfficeError(Exception):
    """LibreOffice is not installed, or not where programs are looked for."""


class PdfError(Exception):
    """LibreOffice was asked twice and made no PDF of these files."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(names)
        super().__init__(", ".join(self.names))


def convertible(name: str) -> bool:
    """Tell whether a PDF can be made of a file with this name."""
    return PurePath(name).suffix in _FILTERS


def pdf_name(name: str) -> str:
    """Return what the PDF of a file is called."""
    return str(PurePath(name).with_suffix(ENDING))


def program() -> str:
    """Return LibreOffice's program. Raises NoLibreOfficeError."""
    found = next((path for name in _PROGRAMS if (path := shutil.which(name))), None)
    found = found or next((str(path) for path in _usual_places() if path.is_file()), None)
    if found is None:
        raise NoLibreOfficeError
    return found


def convert(files: Mapping[str, bytes], progress: Progress | None = None) -> dict[str, bytes]:
    """Return a PDF for each file, by the PDF's name. Files of one kind are made in one call; those that fail, once more alone.

    A program that makes nothing of all of them, nor of the first alone, is not asked again. Raises NoLibreOfficeError, and
    PdfError with every file of which no PDF came.
    """
    soffice = program()
    made: dict[str, bytes] = {}

    def attempt(names: Sequence[str]) -> None:
        def tell(more: int) -> None:
            if progress is not None:
                progress(len(made) + more, len(files), names[min(more, len(names) - 1)])

        tell(0)
        made.update(_call(soffice, {name: files[name] for name in names}, tell))

    for ending in _FILTERS:
        if names := [name for name in files if PurePath(name).suffix == ending]:
            attempt(names)
    for name in files:
        if pdf_name(name) not in made:
            attempt([name])
            if not made:
                break
    if lost := [name for name in files if pdf_name(name) not in made]:
        raise PdfError(lost)
    return {pdf_name(name): made[pdf_name(name)] for name in files}


def _call(soffice: str, files: Mapping[str, bytes], tell: Callable[[int], None]) -> dict[str, bytes]:
    """Return the PDFs that one call made; `tell` is told how many there are, while it runs.

    LibreOffice ends with 0 whether it made any or not: only what is there counts.
    """
    ending = PurePath(next(iter(files))).suffix
    with _room() as room:
        written = {f"{number}{ending}": name for number, name in enumerate(files)}  # no name of a user's on a command line
        for short, name in written.items():
            (room / short).write_bytes(_printed(files[name], ending))
        settings = room / "profil" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS, "utf-8")
        command = [
            soffice,
            f"-env:UserInstallation={(room / 'profil').as_uri()}",
            "--headless", "--norestore", "--nologo", "--nolockcheck",
            "--convert-to", f"pdf:{_FILTERS[ending]}:{json.dumps(_OPTIONS, separators=(',', ':'))}",
            "--outdir", str(room / "pdf"),
            *(str(room / short) for short in written),
        ]  # fmt: skip
        seconds = _START_SECONDS + _FILE_SECONDS * len(files)
        _run(command, seconds, lambda: tell(sum(1 for _ in (room / "pdf").glob(f"*{ENDING}"))))
        return {pdf_name(name): data for short, name in written.items() if (data := _whole(room / "pdf" / pdf_name(short)))}


def _printed(data: bytes, ending: str) -> bytes:
    """Return a file as it is to be printed: the contents of a Word file with the numbers of pages."""
    from aftale_builder.word.paging import numbered

    return numbered(data) if ending == ".docx" else data


def _whole(path: Path) -> bytes:
    """Return a PDF's bytes; none where there is no file or only half of one."""
    data = path.read_bytes() if path.is_file() else b""
    return data if data.startswith(_PDF) and _END in data[-1024:] else b""


def _run(command: Sequence[str], seconds: float, tick: Callable[[], None]) -> None:
    """Run a program to its end, or end it and all it has started when the time is up; `tick` is called now and then."""
    end = monotonic() + seconds
    with subprocess.Popen(  # noqa: S603 - the program is LibreOffice, the rest our own words
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            while not _is_over(process, min(_TICK_SECONDS, end - monotonic())) and monotonic() < end:
                tick()
        finally:
            if process.poll() is None:  # what is missing is found by looking for it
                _end(process)


def _is_over(process: subprocess.Popen[bytes], seconds: float) -> bool:
    """Wait for a program, and tell whether it has come to its end."""
    try:
        process.wait(max(seconds, 0))
    except subprocess.TimeoutExpired:
        return False
    return True


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and those that it started: soffice itself only waits for the program that does the work."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)  # noqa: S603, S607
    else:
        os.killpg(process.pid, signal.SIGKILL)


@contextmanager
def _room() -> Iterator[Path]:
    """Give a folder that is gone afterwards, also where a program on its way out still holds a file in it."""
    room = Path(tempfile.mkdtemp(prefix="aftale-pdf-"))
    try:
        yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)


def _usual_places() -> Iterator[Path]:
    """Yield where LibreOffice is put by its own installer on Windows and macOS, which puts it on no path."""
    folders = (os.environ.get(variable) for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)"))
    yield from (Path(folder, "LibreOffice", "program", "soffice.exe") for folder in folders if folder)
    yield Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
