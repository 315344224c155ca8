"""The registry: how a rule is declared, and how rules are found.

A rule is a file `rules/<family>/<code>_<name>.py` that holds one `Rule`; its docstring is the rule's page. There is
no list to keep.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from enum import Enum, auto
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, overload

from aftale_builder.findings import Hit, Severity
from aftale_builder.record import record

if TYPE_CHECKING:
    import re

    from aftale_builder.model.aftale import Aftale
    from aftale_builder.regulation import Regulativ
    from aftale_builder.rules.finished import Finished
    from aftale_builder.rules.passages import Passage
    from aftale_builder.rules.story import Story

    Check = Callable[[Aftale, Regulativ], Iterator[Hit]]
    GeneralCheck = Callable[[Aftale, Regulativ | None], Iterator[Hit]]
    TextCheck = Callable[[Passage], Iterator[Hit]]
    StoryCheck = Callable[[Story], Iterator[Hit]]
    WordCheck = Callable[[Finished], Iterator[Hit]]
    Needs = Callable[[Regulativ], object]

OURS = "vores"
"""The source that says: nobody demands this but us."""

ROOT = os.path.dirname(__file__)  # noqa: PTH120 - pathlib would cost a quick check more than the listing
_NO_AGREEMENT = frozenset({"bev", "dok", "kld", "und"})

WORD_TOO = ("KON101", "KON102", "KON103", "LBF036", "LBF087")
"""Rules of the agreement that a Word file alone can answer; the others ask what only the whole package can tell."""

YAML_TOO = ("DOK402",)
"""Rules of Word files that judge the texts of an agreement too: what they find there would be printed."""


class RuleError(Exception):
    """A rule is not as a rule must be: a fault of the package, not of the user."""


class Over(Enum):
    """What a rule judges."""

    AGREEMENT = auto()
    """The agreement, by its generation's data."""
    GENERAL = auto()
    """The agreement, whether its generation is known or not."""
    TEXTS = auto()
    """Each text, file names and keys too."""
    PROSE = auto()
    """Each text written in Markdown."""
    STORY = auto()
    """All that the papers say in words, held against the agreement; a Word file too."""
    WORD = auto()
    """A finished Word file, its form and its look; of an agreement in YAML at most each text, by the rule's `texts`."""
    NOTHING = auto()
    """Its findings are raised elsewhere: while reading, by the exemptions, by the proof."""


@record
class Source:
    """What a rule rests on: an id of the register, and of one of its quotes («» for none)."""

    id: str
    quote: str = ""


@record
class Rule:
    """A rule. `krav` is the demand of the generation's data that it judges by, `needs` what else they must have for it to speak.

    `look`, of a rule over texts, is what a text must have in it for the rule to be asked of it (None: it is asked of all).
    `texts`, of a rule over Word files, is how it judges each text of an agreement (None: it judges none).
    """

    code: str
    name: str
    severities: tuple[Severity, ...]
    sources: tuple[Source, ...]
    over: Over
    check: Callable[..., Iterator[Hit]] | None = None
    krav: str = ""
    needs: Needs | None = None
    module: str = ""
    look: re.Pattern[str] | None = None
    texts: Callable[..., Iterator[Hit]] | None = None

    @property
    def page(self) -> str:
        """Return the rule's page in Markdown."""
        return sys.modules[self.module].__doc__ or ""

    @property
    def title(self) -> str:
        """Return the first line of the rule's page, without marks of code: what is wrong, in a sentence."""
        return self.page.strip().partition("\n")[0].replace("`", "")

    def concerns(self, regulativ: Regulativ | None) -> bool:
        """Tell whether the rule judges agreements of this generation; None stands for one that we have no data for."""
        if self.over in (Over.NOTHING, Over.WORD):
            return self.texts is not None
        if regulativ is None:
            return self.over is not Over.AGREEMENT
        return self.can_judge_by(regulativ)

    def can_judge_by(self, regulativ: Regulativ) -> bool:
        """Tell whether the generation's data make the rule able to find anything."""
        demanded = not self.krav or getattr(regulativ.krav, self.krav)
        return bool(demanded and (self.needs is None or self.needs(regulativ)))

    def severity(self, hit: Hit) -> Severity:
        """Return how grave the hit is; RuleError where the rule has not declared it."""
        severity = hit.severity or (self.severities[0] if len(self.severities) == 1 else None)
        if severity not in self.severities:
            raise RuleError(f"{self.code} dømmer {severity}, men har meldt {', '.join(self.severities)}")
        return severity


@overload
def rule(
    code: str, name: str, *severities: Severity, sources: tuple[str, ...], krav: str = "", needs: Needs | None = None
) -> Callable[[Check], Rule]: ...
@overload
def rule(
    code: str, name: str, *severities: Severity, sources: tuple[str, ...], over: Literal[Over.GENERAL], needs: Needs | None = None
) -> Callable[[GeneralCheck], Rule]: ...
@overload
def rule(
    code: str,
    name: str,
    *severities: Severity,
    sources: tuple[str, ...],
    over: Literal[Over.TEXTS, Over.PROSE],
    look: re.Pattern[str] | None = None,
) -> Callable[[TextCheck], Rule]: ...


@overload
def rule(
    code: str, name: str, *severities: Severity, sources: tuple[str, ...], over: Literal[Over.STORY], krav: str = ""
) -> Callable[[StoryCheck], Rule]: ...
@overload
def rule(
    code: str,
    name: str,
    *severities: Severity,
    sources: tuple[str, ...],
    over: Literal[Over.WORD],
    needs: Needs | None = None,
    texts: TextCheck | None = None,
    look: re.Pattern[str] | None = None,
) -> Callable[[WordCheck], Rule]: ...
def rule(  # noqa: PLR0913 - a declaration, in which each is named
    code: str,
    name: str,
    *severities: Severity,
    sources: tuple[str, ...],
    over: Over = Over.AGREEMENT,
    krav: str = "",
    needs: Needs | None = None,
    look: re.Pattern[str] | None = None,
    texts: TextCheck | None = None,
) -> Callable[[Any], Rule]:
    """Return what makes a check into a rule. A source is written «id» or «id#quote», by the register's names."""

    def declare(check: Callable[..., Iterator[Hit]]) -> Rule:
        declared = _severities(code, severities), _sources(code, sources)
        return Rule(code, name, *declared, over, check, krav, needs, check.__module__, look, texts)

    return declare


def raised_elsewhere(module: str, code: str, name: str, *severities: Severity) -> Rule:
    """Return a rule without a check: the code's name, severities (FEJL where none is told), source and page.

    `module` is the `__name__` of its file.
    """
    return Rule(code, name, severities or (Severity.FEJL,), (Source(OURS),), Over.NOTHING, module=module)


def all_rules() -> tuple[Rule, ...]:
    """Return every rule, by code."""
    return tuple(rule for family in families() for rule in _family(family))


def judging_rules(regulativ: Regulativ | None) -> tuple[Rule, ...]:
    """Return the rules that judge an agreement of this generation; those that judge none are not loaded."""
    judging = (family for family in families() if family not in _NO_AGREEMENT)
    known = [rule for family in judging for rule in _family(family)]
    known += [rule_of(code) for code in YAML_TOO if code[:3].lower() in families()]
    return tuple(rule for rule in known if rule.concerns(regulativ))


def word_rules() -> tuple[Rule, ...]:
    """Return the rules that judge a finished Word file; of the agreement's own those that the file alone can answer."""
    return (*_family("dok"), *_family("prv"), *map(rule_of, WORD_TOO))


def families() -> tuple[str, ...]:
    """Return the names of the folders that hold rules."""
    return tuple(sorted(name for name in os.listdir(ROOT) if len(name) == 3 and name.isalpha()))


@cache
def rule_of(code: str) -> Rule:
    """Return the rule with this code, loading no other; KeyError when there is none."""
    family, prefix = code[:3].lower(), f"{code.lower()}_"
    if family in families():
        for name in _files(family):
            if name.startswith(prefix):
                return _load(family, name)
    raise KeyError(code)


@cache
def _family(family: str) -> tuple[Rule, ...]:
    rules = tuple(_load(family, name) for name in _files(family))
    codes = [rule.code for rule in rules]
    if len(set(codes)) < len(codes):
        raise RuleError(f"to regler i {family} har samme kode: {', '.join(codes)}")
    return rules


def _files(family: str) -> list[str]:
    return sorted(name[:-3] for name in os.listdir(f"{ROOT}/{family}") if name.startswith(family) and name.endswith(".py"))


def _load(family: str, name: str) -> Rule:
    module = import_module(f"{__package__}.{family}.{name}")
    found = [value for value in vars(module).values() if isinstance(value, Rule)]
    if len(found) != 1:
        raise RuleError(f"{name}.py rummer {len(found)} regler; en regelfil rummer én")
    expected = f"{found[0].code.lower()}_{found[0].name.replace('-', '_')}"
    if name != expected:
        raise RuleError(f"{name}.py skal hedde {expected}.py")
    return found[0]


def _severities(code: str, severities: tuple[Severity, ...]) -> tuple[Severity, ...]:
    if not severities:
        raise RuleError(f"{code} siger ikke, hvor alvorlig den er")
    return severities


def _sources(code: str, sources: tuple[str, ...]) -> tuple[Source, ...]:
    if not sources:
        raise RuleError(f"{code} har ingen kilde; er den vores egen, så skriv «{OURS}»")
    return tuple(Source(name, quote) for name, _, quote in (source.partition("#") for source in sources))
