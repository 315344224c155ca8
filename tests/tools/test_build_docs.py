"""The generated pages tell what the schemas and the rules tell now."""

import re

from aftale_builder.rules.registry import all_rules
from tools import build_docs


def test_the_generated_pages_are_up_to_date() -> None:
    assert not build_docs.stale(), "run: python -m tools.build_docs"


def test_every_rule_has_its_page() -> None:
    pages = build_docs.pages()
    for rule in all_rules():
        assert pages[f"rules/{rule.code}.md"].startswith(f"# {rule.code} {rule.name}\n")
        assert f"[{rule.code}]({rule.code}.md)" in pages["rules/README.md"]


def test_every_link_of_the_language_leads_to_a_heading() -> None:
    text = build_docs.pages()["sproget.md"]
    headings = re.findall(r"^#{2,3} (.+)$", text, re.MULTILINE)
    anchors = {re.sub(r"[^\w-]", "", heading.lower().replace(" ", "-")) for heading in headings}
    assert len(anchors) == len(headings)
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= anchors
