"""The page of a rule, or of a råd that none judges, as text for a terminal: what `aftale explain` shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aftale_builder.regulation import regulativ, regulativer
from aftale_builder.report.text import Style
from aftale_builder.report.words import source
from aftale_builder.rules.catalogue import generations, sources
from aftale_builder.rules.judging import cite
from aftale_builder.rules.registry import Over, Rule, Source
from aftale_builder.rules.unjudged import Unjudged
from aftale_builder.rules.words import listing

_FENCE = re.compile(r"^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ITEM = re.compile(r"(?:[-*]|\d+\.) ")
_FILES = {
    "budget": "budget.yaml",
    "kommissorium": "kommissorium.yaml",
    "beredskabsplan": "beredskabsplan.yaml",
    "milepæle": "milepaele.yaml",
    "delaftale": "delaftaler/….yaml",
}
"""The keys that `init` and `import` lay in files of their own."""
_CODE = re.compile(r"`([^`\n]+)`")


def page(entry: Rule | Unjudged, style: Style) -> str:
    """Return the page: code, name, how grave, which generations, the page's own words, the sources in full.

    The page of a råd that no rule judges has what the råd says, why nothing judges it, and the source with its lines.
    """
    return "\n".join(_lines(entry, style) if isinstance(entry, Rule) else _reasons(entry, style)) + "\n"


def _reasons(entry: Unjudged, style: Style) -> Iterator[str]:
    yield f"{style.paint(f'{entry.code} {entry.name}', bold=True)} (dømmes ikke)"
    citation = cite(Source(entry.source))
    for heading, text in (
        ("Råd", entry.advice),
        ("Hvorfor ingen regel dømmer det", entry.reason),
        ("Kilder i registeret", f"{citation.id}: {source(citation)} Linje {entry.lines}."),
    ):
        yield ""
        yield style.paint(heading, bold=True)
        yield style.wrap(text, "  ", "    " if heading.startswith("Kilder") else "  ")


def _lines(rule: Rule, style: Style) -> Iterator[str]:
    yield f"{style.paint(f'{rule.code} {rule.name}', bold=True)} ({' eller '.join(rule.severities)})"
    yield style.wrap(_judges(rule), "", "")
    parts = _FENCE.split(rule.page.strip())
    own = _own_file(parts[1::2])
    for number, part in enumerate(parts):
        yield from _code(part) if number % 2 else _prose(part, style)
        if own and number == len(parts) - 2:
            yield from ("", style.wrap(own))
    yield ""
    yield style.paint("Kilder i registeret", bold=True)
    for citation in sources(rule):
        yield style.wrap(f"{citation.id}: {source(citation)}", "  ", "    ")


def _own_file(examples: Sequence[str]) -> str:
    """Return where the lines of examples belong when what they show has a file of its own, «» where it has none."""
    begins = {key: rf"^ +{key}:" if key == "delaftale" else rf"^{key}:" for key in _FILES}
    shown = (key for key in _FILES if any(re.search(rf"{begins[key]}(?! *!fil)", one, re.MULTILINE) for one in examples))
    key = next(shown, None)
    if key is None:
        return ""
    return (
        f"Henter jeres aftale.yaml «{key}» med !fil, så hører linjerne under «{key}:» til i den fil ({_FILES[key]}): uden "
        f"«{key}:» og rykket helt ud."
    )


def _judges(rule: Rule) -> str:
    """Return what the rule judges: which generations, or Word files."""
    named = [data.navn for ref in generations(rule) if (data := regulativ(ref)) is not None]
    if rule.over is Over.WORD:
        what = "færdige Word-filer og teksterne i en aftale" if rule.texts is not None else "færdige Word-filer"
        return f"Dømmer {what}." if len(named) == len(regulativer()) else f"Dømmer {what} efter {listing(named)}."
    return f"Gælder {', '.join(named)}." if named else "Gælder aftaler, hvis ramme ikke kendes."


def _code(block: str) -> Iterator[str]:
    yield from (f"    {line}".rstrip() for line in block.splitlines())


def _prose(text: str, style: Style) -> Iterator[str]:
    for block in re.split(r"\n{2,}|(?<=\n)(?=## )", text.strip()):
        heading, rest = _heading(block)
        if heading:
            yield ""
            yield style.paint(heading, bold=True)
        if rest:
            yield from ([] if heading else [""])
            yield from (style.wrap(item, "  ", "    " if _ITEM.match(item) else "  ") for item in _items(rest))


def _heading(block: str) -> tuple[str, str]:
    """Return the heading that a block begins with, «» for none, and the rest."""
    if not block.startswith("## "):
        return "", block
    first, _, rest = block.partition("\n")
    return first.removeprefix("## "), rest


def _items(text: str) -> Iterator[str]:
    """Yield a paragraph, or each item of a list, on one line and without marks of code."""
    item = ""
    for line in text.splitlines():
        if _ITEM.match(line) and item:
            yield _CODE.sub(r"\1", item)
            item = ""
        item = f"{item} {line.strip()}".strip()
    if item:
        yield _CODE.sub(r"\1", item)
