"""Every case gives exactly the findings it names, each on its line, and no others."""

from pathlib import Path

import pytest

from aftale_builder.rules import rule_of
from tests.rules.cases import Case, cases, found, found_in, laid_over, without_others_advice

VERDICTS = {"fejl": "fejl", "advarsel": "advarsel", "råd": "raad"}
"""How the file's name says each severity, the gravest first."""


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.path.parent.name}/{case.path.stem}")
def test_a_case_gives_exactly_its_findings(case: Case) -> None:
    told = without_others_advice(found(laid_over(case.text)), case.code)
    assert sorted((finding.place.line, str(finding.severity), finding.code) for finding in told) == case.expected()


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.path.parent.name}/{case.path.stem}")
def test_a_case_is_named_after_its_verdict(case: Case) -> None:
    severities = {severity for _, severity, code in case.expected() if code == case.code}
    assert case.verdict == next((VERDICTS[severity] for severity in VERDICTS if severity in severities), "valid")


def test_each_rule_that_judges_has_cases_on_both_sides() -> None:
    verdicts: dict[str, set[str]] = {}
    for case in cases():
        rule = rule_of(case.code)
        assert case.path.parent.name == f"{rule.code.lower()}_{rule.name.replace('-', '_')}"
        verdicts.setdefault(case.code, set()).add(case.verdict)
    from aftale_builder.rules import all_rules
    from aftale_builder.rules.registry import Over

    for rule in all_rules():
        if rule.over not in (Over.NOTHING, Over.WORD):
            assert verdicts.get(rule.code, set()) >= {"valid", *(VERDICTS[severity] for severity in rule.severities)}, rule.code


def test_the_base_is_valid(tmp_path: Path) -> None:
    assert found_in(tmp_path, laid_over("")) == ()
