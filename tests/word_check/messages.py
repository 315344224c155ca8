"""What the DOK rules say of each case, for a person to read: `python -m tests.word_check.messages` writes `beskeder.txt`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from aftale_builder.word_check import assess_file
from tests.word_check.notation import HERE, script


def said() -> str:
    """Return every message of the DOK rules with its remedy, and the messages of related places, by case."""
    with TemporaryDirectory() as folder:
        return "".join(line for case in sorted(HERE.glob("dok*/*.txt")) for line in _said(case, Path(folder)))


def _said(case: Path, folder: Path) -> Iterator[str]:
    file = folder / "fil.docx"
    file.write_bytes(script(case.read_text(encoding="utf-8")).file())
    for finding in assess_file(file).findings:
        if finding.code.startswith("DOK"):
            yield f"{case.parent.name[:6].upper()} {case.stem}\n  {finding.code}: {finding.message}\n  {finding.help}\n"
            yield from (f"  {message}\n" for message, _ in finding.related)


if __name__ == "__main__":
    (HERE / "beskeder.txt").write_text(said(), encoding="utf-8")
