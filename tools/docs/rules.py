"""The rules' pages: each rule's own docstring, with how grave it is; and the list of all."""

from __future__ import annotations

from aftale_builder.rules.registry import Rule, all_rules

INTRODUCTION = """\
# Reglerne

Siderne er lavet af reglerne selv med `python -m tools.build_docs`; ret ikke i dem her.

| kode | navn | alvor | hvad der er galt |
|---|---|---|---|
"""


def pages() -> dict[str, str]:
    """Return the page of each rule and the list of all, by path in `docs/`."""
    rules = all_rules()
    return {
        "rules/README.md": INTRODUCTION + "".join(map(_row, rules)),
        **{f"rules/{rule.code}.md": _page(rule) for rule in rules},
    }


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
