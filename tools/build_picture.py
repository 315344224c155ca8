"""Build `docs/billede.png`, the README's picture: `python -m tools.build_picture`.

It shows the way from YAML to findings to Word, as it is: the sample's own YAML, what `aftale check` says of the one with faults,
and pages of the package. LibreOffice sets both the pages and the picture; poppler makes them into PNG.
"""

from __future__ import annotations

import base64
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from aftale_builder.resources import resource

TARGET = Path(__file__).parent.parent / "docs" / "billede.png"
PAGES = (
    ("Strategisk samarbejdsaftale.pdf", ("Følgegruppen i Teglhaven", "Daglig ledelse")),
    ("Delaftale - Uddannelse og livschancer.pdf", ("Aktiviteter", "Målgruppe", "Delmål 3")),
)
"""The pages shown: the first of a file of the package that has these words."""

SHEET = Path(__file__).with_name("picture.fodt")


def run(*command: str | Path, code: int = 0, folder: Path | None = None) -> str:
    """Return what a command prints in a folder; stop where its exit code is another than the one awaited."""
    parts = [str(part) for part in command]
    done = subprocess.run(parts, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode != code:
        raise SystemExit(f"{command}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def to_pdf(file: Path, folder: Path) -> Path:
    """Return the PDF that LibreOffice makes of a file."""
    profile = (folder / "profile").as_uri()
    run("soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", folder, file)
    return folder / f"{file.stem}.pdf"


def page_with(pdf: Path, words: tuple[str, ...]) -> int:
    """Return the number of the first page that has all these words; stop where none has."""
    for number, text in enumerate(run("pdftotext", "-layout", pdf, "-").split("\f"), start=1):
        if all(word in text for word in words):
            return number
    raise SystemExit(f"{pdf.name} has no page with {', '.join(words)}")


def to_png(pdf: Path, page: int, target: Path, dpi: int) -> Path:
    """Return a page of a PDF as a picture."""
    run("pdftoppm", "-png", "-r", str(dpi), "-f", str(page), "-l", str(page), "-singlefile", pdf, target.with_suffix(""))
    return target


def code_frame(lines: list[str], x: float, y: float, width: float, height: float) -> str:
    """Return a dark box with lines of text; centimetres."""
    text = "".join(f'<text:p text:style-name="code">{_spaced(line)}</text:p>' for line in ("", *lines))
    return _frame("dark", x, y, width, height, f'<draw:text-box fo:min-height="{height}cm">{text}</draw:text-box>')


def picture_frame(png: Path, x: float, y: float, width: float, height: float) -> str:
    """Return a picture at a place; centimetres."""
    data = base64.b64encode(png.read_bytes()).decode()
    return _frame("paper", x, y, width, height, f"<draw:image><office:binary-data>{data}</office:binary-data></draw:image>")


def _frame(style: str, x: float, y: float, width: float, height: float, content: str) -> str:
    size = f'svg:x="{x}cm" svg:y="{y}cm" svg:width="{width}cm" svg:height="{height}cm"'
    return f'<draw:frame draw:style-name="{style}" text:anchor-type="paragraph" {size}>{content}</draw:frame>'


def _spaced(line: str) -> str:
    bare = line.lstrip(" ")
    return "\N{NO-BREAK SPACE}" * (1 + len(line) - len(bare)) + escape(bare)  # one to keep away from the edge


def cut(lines: list[str], rows: int, columns: int) -> list[str]:
    """Return as much of the lines as the box has room for."""
    return [line if len(line) <= columns else f"{line[: columns - 1]}…" for line in lines[:rows]]


def frames(folder: Path) -> Iterator[str]:
    """Yield what stands in the picture: YAML and findings on the left, pages on the right."""
    samples = resource("samples")
    delaftale = (samples / "solbakken" / "delaftaler" / "uddannelse-og-livschancer.yaml").read_text("utf-8")
    yield code_frame(cut(delaftale[delaftale.index("delmål:") :].splitlines(), 21, 82), 0.6, 0.6, 14.2, 7.4)
    aftale = (sys.executable, "-m", "aftale_builder")
    findings = run(*aftale, "check", code=1, folder=samples / "solbakken-med-fejl").splitlines()
    yield code_frame(["$ aftale check", *cut(findings, 21, 82)], 0.6, 8.6, 14.2, 7.8)
    run(*aftale, "render", samples / "solbakken", "-o", folder / "pakke", "--pdf")
    for number, (name, words) in enumerate(PAGES):
        pdf = folder / "pakke" / name
        yield picture_frame(
            to_png(pdf, page_with(pdf, words), folder / f"{number}.png", 80), 15.4 + 10.2 * number, 1.6, 9.8, 13.86
        )


def main() -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sheet = folder / "picture.fodt"
        sheet.write_text(SHEET.read_text("utf-8").replace("@FRAMES@", "".join(frames(folder))), encoding="utf-8")
        to_png(to_pdf(sheet, folder), 1, TARGET, 100)


if __name__ == "__main__":
    main()
