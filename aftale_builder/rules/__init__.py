"""The rules: one file each, found by their place."""

from aftale_builder.rules.judging import finding_of, findings_of, judge, judge_passages, judge_story, judge_word
from aftale_builder.rules.registry import Rule, RuleError, all_rules, rule_of

__all__ = [
    "Rule",
    "RuleError",
    "all_rules",
    "finding_of",
    "findings_of",
    "judge",
    "judge_passages",
    "judge_story",
    "judge_word",
    "rule_of",
]
