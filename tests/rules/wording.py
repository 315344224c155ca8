"""What each rule says in its cases, frozen: `ordlyd/<CODE>.txt`, to be read by people, in diffs too.

    python -m tests.rules.wording

writes the files anew; a change of words or places then shows in the diff, where somebody must find it right. For each case that
its rule speaks in stand the place, the message, the path and subject of the fingerprint, the remedy, and each related place.
"""

from __future__ import annotations

from collections.abc import Iterator

from aftale_builder.findings import Finding, Place
from tests.rules.cases import HERE, Case, cases, found, laid_over

FROZEN = HERE / "ordlyd"


def told(findings: tuple[Finding, ...], code: str) -> str:
    """Return what the findings of one code say, in lines that are indented under the case."""
    return "".join(f"  {line}\n" for finding in findings if finding.code == code for line in _lines(finding))


def frozen(code: str) -> dict[str, str]:
    """Return what is frozen of a rule, by the name of the case."""
    file = FROZEN / f"{code}.txt"
    if not file.is_file():
        return {}
    found: dict[str, str] = {}
    name = ""
    for line in file.read_text(encoding="utf-8").splitlines(keepends=True):
        if line.startswith(" "):
            found[name] += line
        else:
            name = line.strip()
            found[name] = ""
    return found


def speaking() -> list[Case]:
    """Return the cases that their own rule speaks in."""
    return [case for case in cases() if case.verdict != "valid"]


def _lines(finding: Finding) -> Iterator[str]:
    yield f"{_place(finding.place)} {finding.message}".replace("\n", "⏎")
    yield f"  [{finding.place.path}] {finding.subject}".replace("\n", "⏎").rstrip()
    if finding.help:
        yield f"  {finding.help}".replace("\n", "⏎")
    yield from (f"  {_place(place)} {message}" for message, place in finding.related)


def _place(place: Place) -> str:
    return f"{place.line}:{place.column}-{place.end_line}:{place.end_column}"


def main() -> None:
    """Write what every rule says now."""
    texts: dict[str, str] = {}
    for case in speaking():
        said = told(found(laid_over(case.text)), case.code)
        texts[case.code] = texts.get(case.code, "") + f"{case.path.stem}\n{said}"
    FROZEN.mkdir(exist_ok=True)
    for path in FROZEN.glob("*.txt"):
        path.unlink()
    for code, text in texts.items():
        (FROZEN / f"{code}.txt").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
