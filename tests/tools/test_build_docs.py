"""The generated pages tell what the schemas and the rules tell now."""

import re

from aftale_builder.regulation.demands import register
from aftale_builder.rules.registry import all_rules, rule_of
from aftale_builder.rules.unjudged import unjudged
from tools import build_docs
from tools.docs.cases import cases_of
from tools.docs.rules import WORD_FILES, sections_of


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


def test_every_rule_stands_in_each_index() -> None:
    pages = build_docs.pages()
    for rule in all_rules():
        link = f"[{rule.code}]({rule.code}.md)"
        for index in ("README", "efter-afsnit", "efter-kilde", "daekning"):
            assert link in pages[f"rules/{index}.md"], index


def test_a_rule_stands_by_what_its_example_touches() -> None:
    assert sections_of(rule_of("LBF061")) == {"budget"}
    assert sections_of(rule_of("LBF082")) == {"2"}
    assert sections_of(rule_of("LBF039")) == {"delaftaler"}
    assert sections_of(rule_of("DOK401")) == {WORD_FILES}


def test_a_rule_stands_under_each_of_its_sources() -> None:
    page = build_docs.pages()["rules/efter-kilde.md"]
    for rule in all_rules():
        for source in rule.sources:
            section = page.split(f"\n## {source.id}\n")[1].split("\n## ")[0]
            assert f"[{rule.code}]" in section


def test_the_coverage_tells_demand_rule_cases_and_judgement() -> None:
    page = build_docs.pages()["rules/daekning.md"]
    rows = [line for line in page.splitlines() if line.startswith("| ")]
    for demand in register().demands:
        (row,) = [row for row in rows if row.startswith(f"| {demand.krav} |")]
        assert all(f"[{code}]({code}.md)" in row for code in demand.regler)
        assert demand.grund in row
    for name in re.findall(r"\(\.\./\.\./([^)]+)\)", page):
        assert (build_docs.DOCS.parent / name).exists(), name


def test_what_no_rule_judges_of_the_advice_is_told() -> None:
    page = build_docs.pages()["rules/daekning.md"]
    assert unjudged()
    for item in unjudged():
        assert f"| {item.code} {item.name} | {item.advice} |" in page
        assert item.code not in {rule.code for rule in all_rules()}


def test_the_cases_of_a_rule_are_counted_by_verdict() -> None:
    (cases,) = cases_of(rule_of("LBF061"))
    files = [path.stem for path in (build_docs.DOCS.parent / cases.place).glob("*.yaml")]
    assert cases.silent == sum(name.endswith("-valid") for name in files) > 0
    assert cases.speaks == sum(name.endswith("-fejl") for name in files) > 0
