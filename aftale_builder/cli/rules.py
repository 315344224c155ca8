"""`aftale rules`: the list of all rules, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from aftale_builder.rules.registry import Rule

FORMAT_VERSION = 1


@click.command(short_help="Vis alle regler.")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help="Listens form.")
def command(form: str) -> int:
    """Vis alle regler: kode, alvor, navn, og hvad der er galt. «aftale explain KODE» forklarer en af dem."""
    click.echo(_document() if form == "json" else "\n".join(_lines()))
    return 0


def _lines() -> Iterator[str]:
    from aftale_builder.rules.registry import all_rules

    rules = all_rules()
    width = max(len(_severity(rule)) for rule in rules)
    for rule in rules:
        yield f"{rule.code}  {_severity(rule):{width}}  {rule.name}: {rule.title}"


def _severity(rule: Rule) -> str:
    return "/".join(rule.severities)


def _document() -> str:
    import json

    from aftale_builder import RULESET, __version__
    from aftale_builder.rules.registry import all_rules

    document = {
        "version": FORMAT_VERSION,
        "tool": {"name": "aftale-builder", "version": __version__},
        "ruleset": RULESET,
        "rules": [_rule(rule) for rule in all_rules()],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _rule(rule: Rule) -> dict[str, Any]:
    from aftale_builder.rules.catalogue import generations, page_path, sources

    return {
        "code": rule.code,
        "name": rule.name,
        "title": rule.title,
        "severity": list(rule.severities),
        "generations": list(generations(rule)),
        "sources": [
            {"id": source.id, "title": source.title, "quote": source.quote, "certainty": source.certainty}
            for source in sources(rule)
        ],
        "page": page_path(rule),
    }
