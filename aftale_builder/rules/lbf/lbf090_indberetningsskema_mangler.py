"""Aftalen mangler oplysninger, som indberetningsskemaet på sagen spørger om.

## Hvorfor
Indberetningsskemaet skal udfyldes på sagen i driftsstøttesystemet. Det kan det kun, når aftalen har parternes CVR-numre og en
kontakt, man kan ringe eller skrive til.

## Forkert
```yaml
parter:
  - {id: bolig, navn: Solbakken Boligforening, type: boligorganisation, administrerende: ja}
  - {id: kommune, navn: Aaby Kommune, type: kommune, cvr: "33333333"}
```

## Rigtigt
```yaml
parter:
  - {id: bolig, navn: Solbakken Boligforening, type: boligorganisation, administrerende: ja, cvr: "11111111"}
  - {id: kommune, navn: Aaby Kommune, type: kommune, cvr: "33333333"}
```

## Kilde
`lbf-skabelon-2019` (skabelonens egen tekst), Aftaledokumenter: «Endvidere skal der udfyldes og uploades et indberetningsskema på
sagen i driftsstøttesystemet.» Hvilke felter skemaet har, er ikke set; listen her er vores.

## Forbehold
Her ses på CVR-numre hos boligorganisationer og kommuner og på mindst én kontakt med telefon eller mail, under `kontakter:` eller
hos en part. Resten af det, skemaet bruger, dømmes hvor det hører til: parterne af LBF002, afdelingerne af LBF004, perioden af
LBF005, lederen af LBF014 og beløbene af LBF060. Ligger skemaet udfyldt som bilag med fil, er kravet opfyldt.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Related, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import PartType
from aftale_builder.model.parter import Kontakt, Part
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.reading import all_read
from aftale_builder.rules.registry import rule
from aftale_builder.rules.words import listing


@rule(
    "LBF090",
    "indberetningsskema-mangler",
    Severity.FEJL,
    sources=("lbf-skabelon-2019#indberetningsskema", "vores"),
    krav="indberetningsskema",
)
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield one hit that names the boligorganisationer and kommuner without a CVR number, and one where nobody can be reached."""
    if not all_read(aftale, "bilag", "titel", "fil") or _brought(aftale):
        return
    lacking = [part for part in aftale.parter_af(PartType.BOLIGORGANISATION, PartType.KOMMUNE) if part.absent("cvr")]
    if lacking:
        yield _no_number(aftale, lacking)
    if all_read(aftale, "kontakter", "telefon", "mail") and all_read(aftale, "parter", "kontakt"):
        yield from _no_contact(aftale)


def _no_number(aftale: Aftale, lacking: list[Part]) -> Hit:
    alone = len(lacking) == 1
    return Hit(
        lacking[0].key("cvr") if alone else aftale.key("parter"),
        f"Indberetningsskemaet skal bruge CVR-nummeret for {listing(part.navn or part.id for part in lacking)}.",
        'Skriv cvr: "12345678" hos parten, med partens eget nummer.',
        () if alone else tuple(Related(part.at("navn"), "her mangler cvr:") for part in lacking),
        subject=" ".join(part.id for part in lacking),
    )


def _no_contact(aftale: Aftale) -> Iterator[Hit]:
    people = (*aftale.kontakter, *(part.kontakt for part in aftale.parter))
    if not any(_reachable(person) for person in people):
        yield Hit(
            aftale.key("kontakter"),
            "Ingen kontakt har telefon eller mail, og indberetningsskemaet skal bruge en.",
            "Skriv kontakter: med navn, titel, part, telefon og mail.",
            subject="kontakt",
        )


def _reachable(person: Kontakt | None) -> bool:
    return person is not None and bool(person.telefon or person.mail)


def _brought(aftale: Aftale) -> bool:
    return any(annex.fil and "indberetning" in annex.titel.casefold() for annex in aftale.bilag)
