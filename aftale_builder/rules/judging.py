"""Judging: the rules over an agreement, and their hits as findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from aftale_builder.findings import Citation, Fault, Finding, Hit
from aftale_builder.rules import passages
from aftale_builder.rules.registry import Over, Rule, RuleError, Source, judging_rules, rule_of
from aftale_builder.rules.stand_ins import is_stand_in
from aftale_builder.source.node import Anchor

if TYPE_CHECKING:
    from aftale_builder.model.aftale import Aftale
    from aftale_builder.regulation import Regulativ
    from aftale_builder.rules.finished import Finished
    from aftale_builder.rules.story import Story


def judge(aftale: Aftale, regulativ: Regulativ | None, rules: Iterable[Rule] | None = None) -> tuple[Finding, ...]:
    """Return what the rules find in the agreement, the gravest first, none twice.

    `regulativ` is the agreement's generation, None where we have no data for it; `rules` are those to judge by (default: all).
    """
    chosen = judging_rules(regulativ) if rules is None else tuple(rule for rule in rules if rule.concerns(regulativ))
    subject = _Subject(aftale, regulativ)
    found = [finding_of(rule, hit, regulativ) for rule in chosen for hit in subject.hits(rule)]
    told = frozenset(finding.place.path for finding in found)
    return _sorted((*found, *(finding_of(rule, hit, regulativ) for rule in chosen for hit in subject.left(rule, told))))


def judge_story(story: Story, rules: Iterable[Rule]) -> tuple[Finding, ...]:
    """Return what the rules over stories find in one that was not made from an agreement: that of a Word file."""
    chosen = tuple(rule for rule in rules if rule.over is Over.STORY and rule.concerns(story.regulativ))
    return _sorted(
        finding_of(rule, hit, story.regulativ) for rule in chosen if rule.check is not None for hit in rule.check(story)
    )


def judge_passages(texts: Iterable[passages.Passage], rules: Iterable[Rule]) -> tuple[Finding, ...]:
    """Return what the rules over texts find in these passages."""
    stream = passages.Passages(texts)
    chosen = tuple(rule for rule in rules if rule.over in (Over.TEXTS, Over.PROSE))
    return _sorted(finding_of(rule, hit) for rule in chosen for hit in _over(rule, stream))


def judge_word(file: Finished, rules: Iterable[Rule]) -> tuple[Finding, ...]:
    """Return what the rules over Word files find in one."""
    chosen = (rule for rule in rules if rule.over is Over.WORD)
    return _sorted(finding_of(rule, hit, file.regulativ) for rule in chosen for hit in _on(rule, file))


def findings_of(faults: Iterable[Fault]) -> tuple[Finding, ...]:
    """Return the faults of the files as findings."""
    return _sorted(finding_of(rule_of(fault.code), Hit(fault.at, fault.message, fault.help, fault.related)) for fault in faults)


class _Subject:
    """An agreement in the forms that rules judge it in, each made once, when a rule first asks for it."""

    def __init__(self, aftale: Aftale, regulativ: Regulativ | None) -> None:
        self.aftale = aftale
        self.regulativ = regulativ

    @cached_property
    def texts(self) -> passages.Passages:
        return passages.Passages(passages.every_text(self.aftale))

    @cached_property
    def prose(self) -> passages.Passages:
        return passages.Passages(passages.prose(self.aftale))

    @cached_property
    def story(self) -> Story:
        from aftale_builder.rules.story import story_of

        return story_of(self.aftale, self.regulativ)

    def hits(self, rule: Rule) -> Iterator[Hit]:
        """Return what the rule finds."""
        if rule.over in (Over.TEXTS, Over.PROSE):
            return _over(rule, self.texts if rule.over is Over.TEXTS else self.prose)
        if rule.check is None or rule.over is Over.WORD:
            return iter(())
        return rule.check(self.story) if rule.over is Over.STORY else rule.check(self.aftale, self.regulativ)

    def left(self, rule: Rule, told: frozenset[str]) -> Iterator[Hit]:
        """Return what a rule over Word files finds in the texts; of a value that is nothing but a stand-in only where no other
        rule has said, at the same path, that something is missing.
        """
        if rule.texts is not None:
            for passage in self.texts.worth(rule.look):
                if not (is_stand_in(passage.text) and passage.at(0, 0).place().path in told):
                    yield from rule.texts(passage)


def _on(rule: Rule, file: Finished) -> Iterator[Hit]:
    return rule.check(file) if rule.check is not None else iter(())


def _over(rule: Rule, texts: passages.Passages) -> Iterator[Hit]:
    if rule.check is not None:
        for passage in texts.worth(rule.look):
            yield from rule.check(passage)


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings in the order of reports, without those that say the same of the same place."""
    once = {(finding.code, finding.place, finding.message): finding for finding in findings}
    return tuple(_told_apart(sorted(once.values(), key=lambda finding: finding.sort_key)))


def _told_apart(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings; those that would share a fingerprint are counted, so that each keeps one of its own."""
    seen: dict[str, int] = {}
    for finding in findings:
        count = seen[finding.fingerprint] = seen.get(finding.fingerprint, 0) + 1
        yield finding if count == 1 else replace(finding, subject=f"{finding.subject or finding.message} {count}")


def finding_of(rule: Rule, hit: Hit, regulativ: Regulativ | None = None) -> Finding:
    """Return what a rule yields as a finding: with the rule's code, name and sources."""
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity(hit),
        message=hit.message,
        help=_remedy(rule, hit),
        place=hit.at.place(),
        related=tuple((related.message, related.at.place()) for related in hit.related),
        sources=tuple(cite(source, regulativ) for source in rule.sources),
        subject=hit.subject,
    )


def _remedy(rule: Rule, hit: Hit) -> str:
    """Return how to mend what was hit: where a file is there and not filled in, to fill it in, whatever else could be done."""
    if rule.over is Over.NOTHING or not (isinstance(hit.at, Anchor) and hit.at.unfilled):
        return hit.help
    name = hit.at.place().file.rpartition("/")[2]
    return f"Udfyld «{name}», der ikke er skrevet noget i endnu. «aftale explain {rule.code}» viser et eksempel."


def cite(source: Source, regulativ: Regulativ | None = None) -> Citation:
    """Return the citation of a source. A form or regulativ of another generation gives way to the agreement's own, unquoted."""
    from aftale_builder.regulation import kilder, regulativer
    from aftale_builder.regulation import regulativ as generation

    name, quote_id = source.id, source.quote
    if regulativ is not None and name not in (regulativ.skabelon, regulativ.kilde):
        known = [data for ref in regulativer() if (data := generation(ref)) is not None]
        if name in {data.skabelon for data in known}:
            name, quote_id = regulativ.skabelon or regulativ.kilde, ""
        elif name in {data.kilde for data in known}:
            name, quote_id = regulativ.kilde, ""
    kilde = kilder().get(name)
    if kilde is None:
        raise RuleError(f"kilden «{name}» står ikke i registeret")
    quote = kilde.citat(quote_id) if quote_id else None
    if quote_id and quote is None:
        raise RuleError(f"kilden «{name}» har intet citat «{quote_id}»")
    return Citation(kilde.id, kilde.titel, quote.tekst if quote else "", kilde.sikkerhed)
