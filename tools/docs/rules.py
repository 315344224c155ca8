"""The rules' pages: each rule's own docstring, with its severity and sources; and the list of all."""

from __future__ import annotations

from aftale_builder.rules.judging import cite
from aftale_builder.rules.registry import Rule, all_rules

CERTAINTY = {
    "S": "lov",
    "F": "Landsbyggefondens egne ord",
    "D": "lokal praksis",
    "E": "viden fra evalueringer, ikke et krav",
    "V": "vores egen vurdering",
}

INTRODUCTION = """\
# Reglerne

Siderne er lavet af reglerne selv med `python -m tools.build_docs`; ret ikke i dem her.

| kode | navn | alvor |
|---|---|---|
"""


def pages() -> dict[str, str]:
    """Return the page of each rule and the list of all, by path in `docs/`."""
    rules = all_rules()
    rows = (f"| [{rule.code}]({rule.code}.md) | {rule.name} | {_severities(rule)} |\n" for rule in rules)
    return {
        "rules/README.md": INTRODUCTION + "".join(rows),
        **{f"rules/{rule.code}.md": _page(rule) for rule in rules},
    }


def _page(rule: Rule) -> str:
    summary, _, rest = rule.page.strip().partition("\n")
    body = f"\n\n{rest.strip()}" if rest.strip() else ""
    return f"# {rule.code} {rule.name}\n\n{summary}{body}\n\n## Alvor\n\n{_severities(rule)}\n\n## Kilder\n\n{_sources(rule)}\n"


def _severities(rule: Rule) -> str:
    return " eller ".join(rule.severities)


def _sources(rule: Rule) -> str:
    citations = (cite(source) for source in rule.sources)
    return "\n".join(
        f"- {citation.title} ({CERTAINTY[citation.certainty]}){f': «{citation.quote}»' if citation.quote else ''}"
        for citation in citations
    )
