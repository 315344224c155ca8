"""Exemptions: findings that the team accepts, by rule and path, with a reason and a day. Counted and shown, never hidden."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from aftale_builder.findings import Fault, Finding, Severity
from aftale_builder.model.aftale import Undtagelse
from aftale_builder.rules import rule_of
from aftale_builder.rules.words import day

_NEVER = ("KLD", "UND", "BEV", "PRV301")


def exempt(
    findings: Iterable[Finding], undtagelser: Iterable[Undtagelse], today: date
) -> tuple[tuple[Finding, ...], tuple[Fault, ...]]:
    """Return the findings, those that are exempted with their reason, and a fault for each expired or unused exemption."""
    result = tuple(findings)
    faults: list[Fault] = []
    for undtagelse in undtagelser:
        if not undtagelse.whole():
            continue
        meant = [finding for finding in result if _covers(undtagelse, finding)]
        if undtagelse.udloeber is not None and undtagelse.udloeber < today:
            faults.append(_expired(undtagelse, undtagelse.udloeber))
        elif not meant:
            faults.append(_unused(undtagelse))
        else:
            result = tuple(
                replace(finding, exempted=undtagelse.begrundelse) if finding in meant else finding for finding in result
            )
    return result, tuple(faults)


def standing(findings: Iterable[Finding], severity: Severity) -> Iterator[Finding]:
    """Yield the findings of a severity that no exemption covers."""
    return (finding for finding in findings if finding.severity is severity and finding.exempted is None)


def _covers(undtagelse: Undtagelse, finding: Finding) -> bool:
    if finding.code != undtagelse.regel.upper() or finding.code.startswith(_NEVER):
        return False
    path = undtagelse.sti.strip("/")
    return not path or finding.place.path == path or finding.place.path.startswith(f"{path}/")


def _expired(undtagelse: Undtagelse, udloeber: date) -> Fault:
    return Fault(
        "UND001",
        undtagelse.at("udloeber"),
        f"Undtagelsen fra {undtagelse.regel} udløb {day(udloeber)} og gælder ikke længere.",
        "Ret det, som undtagelsen dækkede, eller tag stilling igen og sæt en ny dato.",
    )


def _unused(undtagelse: Undtagelse) -> Fault:
    code = undtagelse.regel.upper()
    if code.startswith(_NEVER):
        message, help = f"{code} kan der ikke gøres undtagelse fra.", "Slet undtagelsen, og ret det, der er fundet."
    elif not _is_rule(code):
        message, help = f"«{undtagelse.regel}» er ikke koden på en regel.", "Skriv reglens kode, for eksempel LBF085."
    else:
        message = f"Undtagelsen fra {code} dækker ikke noget fund."
        help = "Slet undtagelsen, eller ret regel og sti, så de passer med fundet."
    return Fault("UND002", undtagelse.at("regel"), message, help)


def _is_rule(code: str) -> bool:
    """Tell whether there is a rule with this code."""
    try:
        rule_of(code)
    except KeyError:
        return False
    return True
