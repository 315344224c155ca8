"""The round trip: Word → YAML → Word, and what of it all came back.

    python benchmarks/rundtur.py FIL.docx…

For each filled-in form: `aftale import`, `aftale render --draft`, and then the figures. How many of the users' own words stand in
the rendered strategisk samarbejdsaftale in their original order, and how many of their paragraphs whole; how many pieces of the
form's fixed wording stand there in order and exactly as the regulation's data has them. Every difference is printed. The exit
code is 0 when all of it is 100 pct. for every file.

Both Word files are read by this script's own few lines, not by the product's reader: it is a witness, not a party.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from aftale_builder.model import load  # noqa: E402
from aftale_builder.regulation import Regulativ, regulativ  # noqa: E402

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
GENERATION = "lbf-2019-26"
RENDERED = "Strategisk samarbejdsaftale.docx"
MONTHS = ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december")
DAY = re.compile(rf"\b(\d{{1,2}})\. ?(?:(\d{{1,2}})\. ?|({'|'.join(MONTHS)}) )(\d{{4}}|\d{{2}})\b", re.IGNORECASE)

PERIOD = re.compile(r"(\d{4}-\d\d-\d\d) [-–—] (\d{4}-\d\d-\d\d)")


@dataclass(frozen=True)
class Document:
    """The paragraphs of a Word file's body and of its footnotes, each as its words."""

    body: tuple[tuple[str, ...], ...]
    notes: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Share:
    """How many of how many came back, and what did not."""

    found: int
    of: int
    missing: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Tell whether all came back."""
        return self.found == self.of

    def __str__(self) -> str:
        percent = 100 * self.found / self.of if self.of else 100.0
        return f"{self.found} af {self.of} ({percent:.2f} pct.)".replace(".", ",", 1)


def document(path: Path) -> Document:
    """Return the paragraphs of a .docx."""
    with zipfile.ZipFile(path) as archive:
        body = tuple(paragraphs(archive.read("word/document.xml")))
        noted = archive.read("word/footnotes.xml") if "word/footnotes.xml" in archive.namelist() else b""
    return Document(body, tuple(paragraphs(noted)) if noted else ())


def paragraphs(xml: bytes) -> Iterator[tuple[str, ...]]:
    """Yield the words of each paragraph that has any, but for what a tracked change has deleted."""
    for paragraph in ET.fromstring(xml).iter(f"{W}p"):
        if found := words("".join(text(paragraph))):
            yield found


def text(element: ET.Element) -> Iterator[str]:
    """Yield the text below an element, a space for breaks and tabs."""
    for child in element:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in {f"{W}br", f"{W}tab", f"{W}cr"}:
            yield " "
        elif child.tag == f"{W}noBreakHyphen":
            yield "\u2011"
        elif child.tag not in {f"{W}del", f"{W}moveFrom", f"{W}p"}:
            yield from text(child)


def words(written: str) -> tuple[str, ...]:
    """Return the words of a text, days and the dash between two days written in one way: the period is a value."""
    return tuple(PERIOD.sub(r"\1 – \2", DAY.sub(iso, unicodedata.normalize("NFC", written))).split())


def iso(day: re.Match[str]) -> str:
    """Return a day as 2021-10-01."""
    number, month, name, year = day.groups()
    of_year = int(month) if month else MONTHS.index(name.casefold()) + 1
    return f"{int(year) % 100 + 2000}-{of_year:02}-{int(number):02}"


def own(paragraphs: Sequence[tuple[str, ...]], rules: Regulativ) -> list[tuple[str, ...]]:
    """Return the paragraphs that are not the form's: neither fixed wording, nor guidance, nor placeholder."""
    forms = {words(form) for fixed in rules.fast_tekst for form in fixed.former}
    sources = {words(indicator.datakilde) for indicator in rules.indikatorer}
    return [paragraph for paragraph in paragraphs if paragraph not in forms | sources]


def in_order(wanted: Sequence[str], there: Sequence[str]) -> int:
    """Return the length of the longest common subsequence: how many of the words stand there in this order."""
    places: dict[str, int] = {}
    for at, word in enumerate(wanted):
        places[word] = places.get(word, 0) | 1 << at
    everything = (1 << len(wanted)) - 1
    row = everything
    for word in there:  # Hyyrö's bit-parallel row: a zero is a word that has found its place
        matched = row & places.get(word, 0)
        row = ((row + matched) | (row - matched)) & everything
    return len(wanted) - row.bit_count()


def own_words(before: Document, after: Document, rules: Regulativ) -> Share:
    """Return how many of the users' words came back in their order, notes after the body in both."""
    wanted = [word for paragraph in (*own(before.body, rules), *before.notes) for word in paragraph]
    there = [word for paragraph in (*after.body, *after.notes) for word in paragraph]
    matcher = SequenceMatcher(None, wanted, there, autojunk=False)
    lost = [
        f"«{' '.join(wanted[start:end])}» (efter «… {' '.join(wanted[max(start - 4, 0) : start])}»)"
        for tag, start, end, _, _ in (matcher.get_opcodes() if in_order(wanted, there) < len(wanted) else ())
        if tag in {"delete", "replace"}
    ]
    return Share(in_order(wanted, there), len(wanted), tuple(lost))


def own_paragraphs(before: Document, after: Document, rules: Regulativ) -> Share:
    """Return how many of the users' paragraphs came back whole, in order: a paragraph's words within one paragraph."""
    there = [" ".join(paragraph) for paragraph in (*after.body, *after.notes)]
    wanted = [" ".join(paragraph) for paragraph in (*own(before.body, rules), *before.notes)]
    at = 0
    lost = []
    for paragraph in wanted:
        found = next((number for number in range(at, len(there)) if paragraph in there[number]), None)
        if found is None:
            lost.append(f"«{paragraph[:100]}»")
        else:
            at = found
    return Share(len(wanted) - len(lost), len(wanted), tuple(lost))


def fixed_wording(after: Document, rules: Regulativ, folder: Path) -> Share:
    """Return how many pieces of fixed wording stand in the rendered form, each a whole paragraph, in the order of the form."""
    agreement = load(folder).aftale
    chosen = [area.omraade for area in agreement.indsatsomraader if area.omraade] if agreement is not None else []
    wanted = [fixed.ren for fixed in rules.skal_staa(chosen, len(agreement.parter) if agreement is not None else 0)]
    there = [" ".join(paragraph) for paragraph in after.body]
    at = 0
    lost = []
    for piece in wanted:
        plain = " ".join(words(piece))
        found = next((number for number in range(at, len(there)) if there[number] == plain), None)
        if found is None:
            lost.append(f"«{piece[:100]}»")
        else:
            at = found + 1
    return Share(len(wanted) - len(lost), len(wanted), tuple(lost))


def aftale(*arguments: str) -> None:
    """Run the product as its users do; SystemExit with its own words where it refuses."""
    done = subprocess.run(
        [sys.executable, "-m", "aftale_builder", *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise SystemExit(f"aftale {' '.join(arguments)} gav kode {done.returncode}:\n{done.stdout}{done.stderr}")


def round_trip(source: Path, work: Path) -> dict[str, Share]:
    """Return the figures of one file, by what they are of."""
    rules = regulativ(GENERATION)
    assert rules is not None
    folder, package = work / "aftale", work / "pakke"
    aftale("import", str(source.resolve()), "-o", str(folder))
    aftale("render", str(folder), "--draft", "-o", str(package))
    before, after = document(source), document(package / RENDERED)
    return {
        "egne ord i oprindelig rækkefølge": own_words(before, after, rules),
        "egne afsnit hele og i rækkefølge": own_paragraphs(before, after, rules),
        "fast tekst som i regulativets data": fixed_wording(after, rules, folder),
    }


def main(arguments: Sequence[str]) -> int:
    """Print the figures of each file and return the exit code."""
    if not arguments:
        raise SystemExit(f"Brug: python {Path(__file__).name} FIL.docx…")
    whole = True
    for name in arguments:
        with tempfile.TemporaryDirectory() as work:
            figures = round_trip(Path(name), Path(work))
        print(name)
        for what, share in figures.items():
            print(f"  {what}: {share}")
            for lost in share.missing:
                print(f"    mangler {lost}")
        whole = whole and all(share.whole for share in figures.values())
    return 0 if whole else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
