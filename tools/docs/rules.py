"""The rules' pages: each rule's own docstring, with how grave it is; and the indexes by code, section and source."""

from __future__ import annotations

import re
from collections.abc import Iterable

from aftale_builder.regulation import kilder, regulativ
from aftale_builder.report.sections import FILES, SECTIONS, section_of, title
from aftale_builder.report.words import CERTAINTY
from aftale_builder.rules.catalogue import generations
from aftale_builder.rules.registry import Over, Rule, all_rules
from tools.docs import coverage

INTRODUCTION = """\
# Reglerne

Siderne er lavet af reglerne selv med `python -m tools.build_docs`; ret ikke i dem her. `aftale explain KODE` viser en side i
terminalen.

Se dem også [efter skabelonens afsnit](efter-afsnit.md), [efter kilde](efter-kilde.md), eller se
[krav for krav, hvad der er dækket](daekning.md), og hvad der kræver skøn.

"""
HEAD = "| kode | navn | alvor | hvad der er galt |\n|---|---|---|---|\n"
BY_SECTION = """\
# Reglerne efter skabelonens afsnit

En regel står ved de afsnit og dokumenter, som dens eget eksempel rører ved; ikke ved alle dem, den kan finde noget i. Se også
[reglerne efter kode](README.md) og [efter kilde](efter-kilde.md).
"""
BY_SOURCE = """\
# Reglerne efter kilde

Kilden siger, hvem der kræver det, og hvor sikkert det er: lov, skabelonens egne ord eller en af fondens sider, et lokalt dokument
(praksis), en evaluering (viden, aldrig et krav) eller vores egen vurdering. Se også [reglerne efter kode](README.md) og
[efter afsnit](efter-afsnit.md).
"""
WORD_FILES = "Færdige Word-filer"
_WRONG = re.compile(r"^## Forkert\n(.*?)^## ", re.MULTILINE | re.DOTALL)
_KEY = re.compile(r"^([a-zæøå_]+):", re.MULTILINE)
_WITHOUT = re.compile(r"^# uden: (.+)$", re.MULTILINE)


def pages() -> dict[str, str]:
    """Return the page of each rule and the indexes, by path in `docs/`."""
    rules = all_rules()
    return {
        "rules/README.md": INTRODUCTION + _table(rules),
        "rules/efter-afsnit.md": _by_section(rules),
        "rules/efter-kilde.md": _by_source(rules),
        "rules/daekning.md": coverage.page(),
        **{f"rules/{rule.code}.md": _page(rule) for rule in rules},
    }


def _table(rules: Iterable[Rule]) -> str:
    return HEAD + "".join(map(_row, rules))


def _row(rule: Rule) -> str:
    return f"| [{rule.code}]({rule.code}.md) | {rule.name} | {_severities(rule)} | {_parts(rule)[0]} |\n"


def _page(rule: Rule) -> str:
    summary, rest = _parts(rule)
    return f"# {rule.code} {rule.name}\n\n{summary} ({_severities(rule).capitalize()}.)\n\n{rest}\n"


def _parts(rule: Rule) -> tuple[str, str]:
    """Return the first line of a rule's page and the rest."""
    summary, _, rest = rule.page.strip().partition("\n")
    return summary, rest.strip()


def _severities(rule: Rule) -> str:
    return " eller ".join(rule.severities)


def _by_section(rules: Iterable[Rule]) -> str:
    text = BY_SECTION
    groups = {section: [rule for rule in rules if section in sections_of(rule)] for section in (*SECTIONS, WORD_FILES)}
    for section, found in groups.items():
        if found:
            text += f"\n## {title(section) if section in SECTIONS else section}\n\n{_table(found)}"
    return text


def sections_of(rule: Rule) -> set[str]:
    """Return the sections and papers that the rule's own wrong example touches."""
    if rule.over is Over.WORD:
        return {WORD_FILES}
    if rule.over is Over.NOTHING:
        return {FILES}
    example = next(iter(_WRONG.findall(rule.page)), "")
    without = [name.strip() for names in _WITHOUT.findall(example) for name in names.split(",")]
    found = {section_of(key) for key in (*_KEY.findall(example), *without)} - {FILES}
    if "delaftale:" in example or "delaftale" in without:
        found = found - {"6"} | {"delaftaler"}
    return found or {FILES}


def _by_source(rules: Iterable[Rule]) -> str:
    text = BY_SOURCE
    for kilde in kilder().values():
        found = [rule for rule in rules if any(source.id == kilde.id for source in rule.sources)]
        if found:
            text += f"\n## {kilde.id}\n\n{kilde.titel} ({CERTAINTY[kilde.sikkerhed]}).\n"
            text += f"\nForbehold: {kilde.forbehold}\n" if kilde.forbehold else ""
            text += f"\n{HEAD_OF_SOURCE}{''.join(_row_of_source(rule) for rule in found)}"
    return text


HEAD_OF_SOURCE = "| kode | navn | alvor | rammer |\n|---|---|---|---|\n"


def _row_of_source(rule: Rule) -> str:
    named = [data.navn.removesuffix("-midlerne") for ref in generations(rule) if (data := regulativ(ref)) is not None]
    return f"| [{rule.code}]({rule.code}.md) | {rule.name} | {_severities(rule)} | {', '.join(named)} |\n"
