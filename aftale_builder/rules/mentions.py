"""What is told in prose only: a rule can point at it, but not judge it."""

from __future__ import annotations

import re

from aftale_builder.findings import Anchored, Hit, Related
from aftale_builder.model.aftale import Aftale
from aftale_builder.rules.passages import prose


def mention(aftale: Aftale, pattern: str, section: str = "", *, elsewhere: bool = True) -> Anchored | None:
    """Return where prose first has a word that begins as the pattern says.

    The section is looked through before the others, and alone where it does not count `elsewhere`.
    """
    words = re.compile(rf"(?<!\w)(?:{pattern})", re.IGNORECASE)
    passages = [passage for passage in prose(aftale) if elsewhere or passage.section == section]
    passages.sort(key=lambda passage: passage.section != section)
    for passage in passages:
        if match := words.search(passage.text):
            return passage.at(match.start(), match.end())
    return None


def missing(at: Anchored, what: str, absent: str, help: str, told: Anchored | None, unseen: str) -> Hit:
    """Return the hit for something that is not written as structure.

    `what` is its name in definite form, `absent` what is said where nothing tells of it, `told` where prose does, `unseen` what
    the program then can't see, as a clause.
    """
    if told is None:
        return Hit(at, absent, help, subject=what)
    message = f"{what} står kun i prosa; programmet kan ikke se, {unseen}."
    return Hit(at, message, f"{help} Teksten kan blive stående.", (Related(told, "her er det fortalt i prosa"),), subject=what)
