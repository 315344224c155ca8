"""The gravest findings: what is told first when there are many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from aftale_builder.findings import RANK, Finding

MOST = 10
_UNREAD = ("KLD001", "KLD002", "KLD009")
"""A whole file was not read, so whatever is wrong in it is not told."""
_DEMANDED = "SF"


def gravest(findings: Sequence[Finding], most: int = MOST) -> tuple[tuple[Finding, int], ...]:
    """Return the gravest findings that no exemption covers, the gravest first, and how many more of its rule each stands for.

    Within one severity privacy comes first, for what is sent can't be called back; then what law, form or fund demands, and files
    that could not be read; then the rest, by place. Each rule speaks once before any speaks twice, whatever the severity, so that
    one slip made a hundred times hides nothing.
    """
    standing = [finding for finding in findings if finding.exempted is None]
    chosen = list(_each_rule_once(sorted(standing, key=_order)))[:most]
    left = Counter(finding.code for finding in standing)
    left.subtract(finding.code for finding in chosen)
    return tuple((finding, left.pop(finding.code, 0)) for finding in chosen)


def _order(finding: Finding) -> tuple[int, int]:
    if finding.code.startswith("PRV"):
        return RANK[finding.severity], 0
    demanded = any(source.certainty in _DEMANDED for source in finding.sources)
    return RANK[finding.severity], 1 if demanded or finding.code in _UNREAD else 2


def _each_rule_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the first finding of each rule, then the others."""
    told: set[str] = set()
    others = []
    for finding in findings:
        if finding.code in told:
            others.append(finding)
        else:
            told.add(finding.code)
            yield finding
    yield from others
