"""The catalogue of rules: what is told of a rule beside its page, and how one is found by code or name."""

from __future__ import annotations

from collections.abc import Iterable

from aftale_builder.findings import Citation
from aftale_builder.regulation import regulativ, regulativer
from aftale_builder.rules.judging import cite
from aftale_builder.rules.registry import Rule, all_rules

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", " ": "-", "_": "-"})
_NEAREST = 3


def generations(rule: Rule) -> tuple[str, ...]:
    """Return the ids of the generations whose data make the rule able to find something, the newest first."""
    known = ((ref, regulativ(ref)) for ref in regulativer())
    return tuple(ref for ref, data in known if data is not None and rule.can_judge_by(data))


def sources(rule: Rule) -> tuple[Citation, ...]:
    """Return the rule's sources, as the register has them."""
    return tuple(cite(source) for source in rule.sources)


def page_path(rule: Rule) -> str:
    """Return where the rule's page stands in the repository."""
    return f"docs/rules/{rule.code}.md"


def find(words: str) -> Rule | None:
    """Return the rule with this code or name, however its letters are written."""
    wanted = _plain(words)
    return next((rule for rule in all_rules() if wanted in _names(rule)), None)


def nearest(words: str) -> tuple[Rule, ...]:
    """Return the few rules that were probably meant: those that have the words in their name, then those that are spelt alike."""
    import difflib

    wanted = _plain(words)
    rules = all_rules()
    named = [rule for rule in rules if len(wanted) > 2 and wanted in rule.name]
    spelt = {name: rule for rule in rules for name in _names(rule)}
    alike = [spelt[name] for name in difflib.get_close_matches(wanted, spelt, _NEAREST)]
    return _once((*named, *alike))[:_NEAREST]


def _names(rule: Rule) -> tuple[str, str]:
    return rule.code.lower(), rule.name


def _plain(words: str) -> str:
    return words.strip().lower().translate(_LETTERS)


def _once(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    return tuple({rule.code: rule for rule in rules}.values())
