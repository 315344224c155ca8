"""What is told in prose only: a rule can point at it, but not judge it."""

from __future__ import annotations

import re

from aftale_builder.findings import Anchored, Hit, Related
from aftale_builder.model.aftale import Aftale
from aftale_builder.rules.passages import prose


def mention(aftale: Aftale, pattern: str, section: str = "") -> Anchored | None:
    """Return where prose first has a word that begins as the pattern says; the section is looked through before the others."""
    words = re.compile(rf"(?<!\w)(?:{pattern})", re.IGNORECASE)
    passages = sorted(prose(aftale), key=lambda passage: passage.section != section)
    for passage in passages:
        if match := words.search(passage.text):
            return passage.at(match.start(), match.end())
    return None


def missing(at: Anchored, what: str, absent: str, help: str, told: Anchored | None) -> Hit:
    """Return the hit for something that is not written as structure.

    `what` is its name in definite form, `absent` what is said where nothing tells of it, `told` where prose does.
    """
    if told is None:
        return Hit(at, absent, help, subject=what)
    message = f"{what} står kun i prosa, kan ikke bedømmes."
    return Hit(at, message, f"{help} Teksten kan blive stående.", (Related(told, "her er det fortalt i prosa"),), subject=what)
