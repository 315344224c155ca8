"""What the DOK rules say of each case, for a person to read: `python -m tests.word_check.messages` writes `beskeder.txt`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from aftale_builder.word_check import assess_file
from tests.word_check.notation import HERE, script

FROZEN = HERE / "beskeder.txt"


def said(code: str = "DOK") -> str:
    """Return what is said in the cases of the DOK rules (of one: its code): messages, remedies, and those of related places."""
    with TemporaryDirectory() as folder:
        return "".join(line for case in sorted(HERE.glob(f"{code.lower()}*/*.txt")) for line in _said(case, Path(folder)))


def frozen(code: str) -> str:
    """Return what was read and found right of the cases of one rule."""
    found, here = "", False
    for line in FROZEN.read_text(encoding="utf-8").splitlines(keepends=True):
        here = here if line.startswith(" ") else line.startswith(code)
        found += line if here else ""
    return found


def _said(case: Path, folder: Path) -> Iterator[str]:
    file = folder / "fil.docx"
    file.write_bytes(script(case.read_text(encoding="utf-8")).file())
    for finding in assess_file(file).findings:
        if finding.code.startswith("DOK"):
            yield f"{case.parent.name[:6].upper()} {case.stem}\n  {finding.code}: {finding.message}\n  {finding.help}\n"
            yield f"  [{finding.place.path}] {finding.subject}\n"
            yield from (f"  {message}\n" for message, _ in finding.related)


if __name__ == "__main__":
    FROZEN.write_text(said(), encoding="utf-8")
