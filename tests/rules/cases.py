"""Cases: a YAML file of keys laid over `grundlag.yaml`, and what must be found in it.

A case replaces the root keys it writes; the rest of the base stands after it, so that the case's own lines keep their numbers.
Keys named in `# uden: budget, bilag` are left out of the base. `# fejl: LBF061` (or `# advarsel:`) at the end of a line says that
code must be reported on that line; nothing else may be. A line that has several is written `# fejl: LBF061, KON106`.
With the line `# resten udfyldes` the things that the case writes are filled in with what they lack (see `filling.py`), so that
only what it writes, or names in `# uden:`, differs from the base. Råd of other rules than the case's own are not counted: advice
on all that a small agreement could also tell would drown what the case is about. The base itself and the samples count them all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from aftale_builder.findings import Finding, Severity
from aftale_builder.model import load
from aftale_builder.regulation import regulativ
from aftale_builder.rules import Rule, findings_of, judge
from tests.rules.filling import filled

HERE = Path(__file__).parent
_ROOT_KEY = re.compile(r"^([^\W\d]\w*):", re.MULTILINE)
_WITHOUT = re.compile(r"^# uden: (.+)$", re.MULTILINE)
_FILLED = re.compile(r"^# resten udfyldes$", re.MULTILINE)
_EXPECTED = re.compile(r"# (fejl|advarsel|råd): ([A-Z]{3}\d{3}(?:, [A-Z]{3}\d{3})*)$")


@dataclass(frozen=True)
class Case:
    """A case file: the code of the rule it is about, the verdict in its name, its text."""

    path: Path

    @property
    def code(self) -> str:
        return self.path.parent.name[:6].upper()

    @property
    def verdict(self) -> str:
        return self.path.stem.rpartition("-")[2]

    @property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    def expected(self) -> list[tuple[int, str, str]]:
        """Return line, severity and code of each finding that the case must give, in the text laid over the base."""
        found = []
        for number, line in enumerate(laid_over(self.text).splitlines(), start=1):
            if match := _EXPECTED.search(line):
                found += [(number, match[1], code) for code in match[2].split(", ")]
        return sorted(found)


def cases() -> list[Case]:
    return [Case(path) for path in sorted(HERE.glob("*/*.yaml"))]


@cache
def laid_over(text: str, *, fill: bool = False) -> str:
    """Return a whole agreement: the text, and the base's keys that it neither writes nor leaves out."""
    base = (HERE / "grundlag.yaml").read_text(encoding="utf-8")
    starts = [match.start() for match in _ROOT_KEY.finditer(base)] + [len(base)]
    blocks = {base[start : base.index(":", start)]: base[start:end] for start, end in pairwise(starts)}
    without = {name.strip() for line in _WITHOUT.findall(text) for name in line.split(",")}
    written = set(_ROOT_KEY.findall(text))
    for name in without - blocks.keys():
        assert f" {name}:" in base or f"{{{name}:" in base, f"grundlaget har ikke {name}"
    whole = text.rstrip("\n") + "\n" + "".join(block for name, block in blocks.items() if name not in written | without)
    return filled(whole, base, without) if fill or _FILLED.search(text) else whole


def found_in(folder: Path, text: str, rules: list[Rule] | None = None) -> tuple[Finding, ...]:
    """Return what is found in an agreement with this text: faults of the file, and what the rules say."""
    file = folder / "aftale.yaml"
    file.write_text(text, encoding="utf-8")
    loaded = load(folder)
    assert loaded.aftale is not None
    return findings_of(loaded.faults) + judge(loaded.aftale, regulativ(loaded.aftale.regulativ), rules)


@cache
def found(text: str) -> tuple[Finding, ...]:
    """Return what is found in an agreement with this text: each case is judged once, whatever is asked of it."""
    with TemporaryDirectory() as folder:
        return found_in(Path(folder), text)


def without_others_advice(found: tuple[Finding, ...], code: str) -> tuple[Finding, ...]:
    """Return the findings, but for the råd of other rules than this one."""
    return tuple(finding for finding in found if finding.code == code or finding.severity is not Severity.RAAD)
