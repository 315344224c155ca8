"""What of a file is no part of its text: the branches that Word does not show, and what a tracked change has taken away."""

from __future__ import annotations

from lxml import etree

from aftale_builder.word.reading.names import MC, W

_MICROSOFT = "http://schemas.microsoft.com/office/"
DELETED = frozenset({f"{W}del", f"{W}moveFrom"})


def chosen(alternate: etree._Element) -> etree._Element:
    """Return the branch of an `mc:AlternateContent` that a present-day Word shows; the element itself where it has none."""
    for choice in alternate.iterchildren(f"{MC}Choice"):
        needed = choice.get("Requires", "").split()
        if all((choice.nsmap.get(prefix) or "").startswith(_MICROSOFT) for prefix in needed):
            return choice
    fallback = alternate.find(f"{MC}Fallback")
    return fallback if fallback is not None else alternate


def words(deleted: etree._Element) -> int:
    """Return how many words a tracked deletion holds."""
    return len(" ".join(text.text or "" for text in deleted.iter(f"{W}delText", f"{W}t")).split())
