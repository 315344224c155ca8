"""The gravest findings: what is told first when there are many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from aftale_builder.findings import Finding, Severity

MOST = 10


def gravest(findings: Sequence[Finding], most: int = MOST) -> tuple[tuple[Finding, int], ...]:
    """Return the gravest findings that no exemption covers, in their order, and how many more of its rule each stands for.

    Within one severity each rule speaks once before any speaks twice, so that one slip made a hundred times hides nothing.
    """
    standing = [finding for finding in findings if finding.exempted is None]
    ranked = [finding for severity in Severity for finding in _each_rule_once(standing, severity)][:most]
    chosen = [finding for finding in standing if any(finding is one for one in ranked)]
    left = Counter(finding.code for finding in standing)
    left.subtract(finding.code for finding in chosen)
    return tuple((finding, left.pop(finding.code, 0)) for finding in chosen)


def _each_rule_once(findings: Sequence[Finding], severity: Severity) -> Iterator[Finding]:
    """Yield the findings of a severity: the first of each rule, then the others."""
    told: set[str] = set()
    others = []
    for finding in findings:
        if finding.severity is not severity:
            continue
        if finding.code in told:
            others.append(finding)
        else:
            told.add(finding.code)
            yield finding
    yield from others
