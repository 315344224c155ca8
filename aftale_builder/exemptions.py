"""Exemptions: findings that the team accepts, by rule (its code or name) and path, with a reason and a day.

Counted and shown, never hidden. What has no reason is none: a reader could not see why the finding is accepted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from aftale_builder.findings import Fault, Finding, Severity
from aftale_builder.model.aftale import Undtagelse
from aftale_builder.rules import Rule, rule_of
from aftale_builder.rules.stand_ins import is_stand_in
from aftale_builder.rules.words import day, excerpt

_NEVER = ("KLD", "UND", "BEV", "PRV301")
_NO_REASON = frozenset({"ingen", "intet", "none", "null", "nej", "ok", "ved ikke", "begrundelse", "en begrundelse", "test"})
"""Ours: what is written in the place of a reason and says none."""


def exempt(
    findings: Iterable[Finding], undtagelser: Iterable[Undtagelse], today: date
) -> tuple[tuple[Finding, ...], tuple[Fault, ...]]:
    """Return the findings, those that are exempted with their reason, and a fault for each exemption that does not hold.

    It does not hold where it gives no reason, has expired, or covers nothing. What is said of the reason is said once, here.
    """
    result = tuple(findings)
    faults: list[Fault] = []
    for undtagelse in undtagelser:
        if not undtagelse.whole():
            continue
        if not _says_why(undtagelse.begrundelse):
            fault = _unreasoned(undtagelse)
            result = tuple(finding for finding in result if finding.place.path != fault.at.place().path)
            faults.append(fault)
            continue
        code = _code(undtagelse.regel)
        meant = [finding for finding in result if _covers(undtagelse, code, finding)]
        if undtagelse.udloeber is not None and undtagelse.udloeber < today:
            faults.append(_expired(undtagelse, undtagelse.udloeber))
        elif not meant:
            faults.append(_unused(undtagelse, code))
        else:
            result = tuple(_exempted(finding, undtagelse) if finding in meant else finding for finding in result)
    return result, tuple(faults)


def standing(findings: Iterable[Finding], severity: Severity) -> Iterator[Finding]:
    """Yield the findings of a severity that no exemption covers."""
    return (finding for finding in findings if finding.severity is severity and finding.exempted is None)


def _covers(undtagelse: Undtagelse, code: str, finding: Finding) -> bool:
    if finding.code != code or finding.code.startswith(_NEVER):
        return False
    path = undtagelse.sti.strip("/")
    return not path or finding.place.path == path or finding.place.path.startswith(f"{path}/")


def _exempted(finding: Finding, undtagelse: Undtagelse) -> Finding:
    return replace(finding, exempted=undtagelse.begrundelse, exempted_until=undtagelse.udloeber)


def _says_why(reason: str) -> bool:
    """Tell whether a reason is given: words, that are no stand-in for those to come and do not say that there is none."""
    letters = "".join(char if char.isalnum() else " " for char in reason)
    plain = " ".join(letters.split()).casefold().removesuffix(" begrundelse")
    return len(plain) > 1 and plain not in _NO_REASON and not is_stand_in(reason)


def _unreasoned(undtagelse: Undtagelse) -> Fault:
    written = undtagelse.begrundelse.strip()
    return Fault(
        "KLD008",
        undtagelse.at("begrundelse"),
        f"Undtagelsen fra {undtagelse.regel} har ingen begrundelse"
        + (f"; «{excerpt(written)}» siger ikke hvorfor." if written else "."),
        "Skriv under begrundelse:, hvorfor fundet må blive stående, eller slet undtagelsen. Indtil da gælder den ikke.",
    )


def _expired(undtagelse: Undtagelse, udloeber: date) -> Fault:
    return Fault(
        "UND001",
        undtagelse.at("udloeber"),
        f"Undtagelsen fra {undtagelse.regel} udløb {day(udloeber)} og gælder ikke længere.",
        "Ret det, som undtagelsen dækkede, eller tag stilling igen og sæt en ny dato.",
    )


def _unused(undtagelse: Undtagelse, code: str) -> Fault:
    if code.startswith(_NEVER):
        message, help = f"{code} kan der ikke gøres undtagelse fra.", "Slet undtagelsen, og ret det, der er fundet."
    elif not code:
        message = f"«{undtagelse.regel}» er hverken kode eller navn på en regel."
        help = _remedy(undtagelse.regel)
    else:
        message = f"Undtagelsen fra {code} dækker ikke noget fund."
        help = "Slet undtagelsen, eller ret regel og sti, så de passer med fundet."
    return Fault("UND002", undtagelse.at("regel"), message, help)


def _code(regel: str) -> str:
    """Return the code of the rule that is written by its code or its name; «» where there is none."""
    code = regel.strip().upper()
    try:
        return rule_of(code).code
    except KeyError:
        from aftale_builder.rules.catalogue import find

        found = find(regel)
        return found.code if isinstance(found, Rule) else ""


def _remedy(regel: str) -> str:
    """Return what to do with an exemption from what is no rule."""
    from aftale_builder.rules.catalogue import find, nearest

    if find(regel) is not None:
        return "Det er et råd, som ingen regel dømmer. Slet undtagelsen."
    near = [f"{entry.code} ({entry.name})" for entry in nearest(regel) if isinstance(entry, Rule)]
    return f"Mente du {near[0]}?" if near else "Skriv reglens kode, for eksempel LBF085. «aftale rules» viser dem alle."
