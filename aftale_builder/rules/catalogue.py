"""The catalogue: what is told of a rule beside its page, and how a rule, or a råd that none judges, is found by code or name."""

from __future__ import annotations

from collections.abc import Iterable

from aftale_builder.findings import Citation
from aftale_builder.regulation import regulativ, regulativer
from aftale_builder.rules.judging import cite
from aftale_builder.rules.registry import Rule, all_rules
from aftale_builder.rules.unjudged import Unjudged, unjudged

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


def find(words: str) -> Rule | Unjudged | None:
    """Return the rule, or the råd that none judges, with this code or name, however its letters are written."""
    wanted = _plain(words)
    return next((entry for entry in _entries() if wanted in _names(entry)), None)


def nearest(words: str) -> tuple[Rule | Unjudged, ...]:
    """Return the few that were probably meant.

    First those that have the words in their name, then codes with two signs turned round, then what is spelt alike.
    """
    import difflib

    wanted = _plain(words)
    entries = _entries()
    named = [entry for entry in entries if len(wanted) > 2 and wanted in entry.name]
    spelt = {name: entry for entry in entries for name in _names(entry)}
    turned = [spelt[code] for code in _turned(wanted) if code in spelt]
    alike = [spelt[name] for name in difflib.get_close_matches(wanted, spelt, _NEAREST)]
    return _once((*named, *turned, *alike))[:_NEAREST]


def _entries() -> tuple[Rule | Unjudged, ...]:
    return (*all_rules(), *unjudged())


def _names(entry: Rule | Unjudged) -> tuple[str, str]:
    return entry.code.lower(), entry.name


def _turned(code: str) -> list[str]:
    """Return the word with each pair of neighbouring signs turned round: «lbf601» was perhaps «lbf061»."""
    return [f"{code[:at]}{code[at + 1]}{code[at]}{code[at + 2 :]}" for at in range(len(code) - 1)]


def _plain(words: str) -> str:
    return words.strip().lower().translate(_LETTERS)


def _once(entries: Iterable[Rule | Unjudged]) -> tuple[Rule | Unjudged, ...]:
    return tuple({entry.code: entry for entry in entries}.values())
