"""What a råd rests on: which evaluation, which lines of it, what kind of knowledge, and how far it reaches."""

from __future__ import annotations

from functools import lru_cache

from aftale_builder.model.aftale import Aftale
from aftale_builder.rules.passages import prose

REGISTER = "registerdata"
SURVEY = "spørgeskema"
INTERVIEW = "interview"
CASE = "casestudie"


def vive(lines: str, kind: str = INTERVIEW) -> str:
    """Return the evidence in these lines of `vive-2021`, with its caveat."""
    return f"VIVE 2021, l. {lines} ({kind}; handler om én plan)"


def cfbu(lines: str, kind: str = INTERVIEW) -> str:
    """Return the evidence in these lines of `cfbu-2015`, with its caveat."""
    return f"CFBU 2015, l. {lines} ({kind}; giver «ikke entydige og konkrete løsninger»)"


def sfi(lines: str, kind: str = CASE) -> str:
    """Return the evidence in these lines of `sfi-2013`, with its caveat."""
    return f"SFI 2013, l. {lines} ({kind}; om ordningen 2006-10, der siden er ændret, og cases, der ikke er repræsentative)"


def kk(lines: str) -> str:
    """Return the evidence in these lines of `kk-2011`, with its caveat."""
    return f"Københavns Kommune 2011, l. {lines} ({INTERVIEW}; kun København)"


def backed(help: str, *evidence: str) -> str:
    """Return the remedy followed by what it rests on."""
    return f"{help} Belæg: {'; '.join(evidence)}."


@lru_cache(maxsize=1)
def told(aftale: Aftale) -> str:
    """Return all that the agreement tells in prose, in small letters: for seeing that a word is nowhere."""
    return "\n\n".join(passage.text for passage in prose(aftale)).casefold()
