"""Det står ikke, at boligorganisationerne og afdelingsbestyrelserne har behandlet aftalen.

## Hvorfor
Beboerdemokratiet skal have set aftalen, og de, der skriver under, skal have deres bagland med. Landsbyggefonden og kommunen kan
først regne med aftalen, når det står, hvem der har behandlet den og hvornår.

## Forkert
```yaml
behandling:
  - {hvem: Byrådet, part: kommune, dato: 2021-11-01, udfald: anbefalet}
```

## Rigtigt
```yaml
behandling:
  - {hvem: Afdelingsbestyrelsen i afdeling 7, part: bolig, dato: 2021-10-01, udfald: anbefalet}
  - {hvem: Organisationsbestyrelsen, part: bolig, dato: 2021-10-15, udfald: godkendt}
  - {hvem: Byrådet, part: kommune, dato: 2021-11-01, udfald: anbefalet}
```

## Kilde
`slagelse-dagsorden-2021` (et lokalt dokument) viser, at aftalen behandles i boligorganisationer, afdelingsbestyrelser og byråd.
`sfi-2013` (evaluering af en ældre ordning) siger, at planen udarbejdes efter «reglerne for beboerdemokrati».

## Forbehold
Det er praksis og ikke et krav, vi har set; derfor er det en advarsel. Kommunens behandling siges af LBF088. En boligorganisation,
som en anden skriver under for, er dækket af den andens behandling. Om møderne er holdt rigtigt, kan ikke ses.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale, Behandling
from aftale_builder.model.kinds import PartType
from aftale_builder.model.parter import Part
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.reading import all_read
from aftale_builder.rules.registry import rule
from aftale_builder.rules.words import listing


@rule("LBF089", "behandling-mangler", Severity.ADVARSEL, sources=("slagelse-dagsorden-2021", "sfi-2013"), krav="behandling")
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield one hit that lists which boligorganisationer are not recorded to have treated it, and the afdelingsbestyrelser."""
    if not all_read(aftale, "behandling", "hvem", "part") or not all_read(aftale, "parter", "id", "navn", "type", "for_parter"):
        return
    owners = aftale.parter_af(PartType.BOLIGORGANISATION)
    heard = {name for part in owners if _heard(aftale, part) for name in (part.id, *part.for_parter)}
    lacking = [part.navn or part.id for part in owners if part.id not in heard]
    if owners and not any(_of_afdelinger(step) for step in aftale.behandling):
        lacking.append("afdelingsbestyrelserne")
    if lacking:
        yield Hit(
            aftale.key("behandling"),
            f"Det står ikke under behandling, at aftalen er behandlet af {listing(lacking)}.",
            "Skriv en linje for hver under behandling: hvem, part, dato og udfald.",
            subject=" ".join(lacking),
        )


def _heard(aftale: Aftale, part: Part) -> bool:
    """Tell whether the boligorganisation's own board or management has treated the agreement."""
    return any(_is_by(step, part) for step in aftale.behandling)


def _is_by(step: Behandling, part: Part) -> bool:
    who = step.hvem.casefold()
    if _of_afdelinger(step) and "organisation" not in who:
        return False
    return str(step.part) == part.id or any(name and name.casefold() in who for name in (part.navn, *part.kaldes))


def _of_afdelinger(step: Behandling) -> bool:
    return "afdeling" in step.hvem.casefold()
