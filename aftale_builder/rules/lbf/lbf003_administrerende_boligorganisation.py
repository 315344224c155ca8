"""Det er ikke til at se, hvilken boligorganisation der administrerer indsatsen.

## Hvorfor
Bevillingen gives til én boligorganisation med boliger i området. Den ansætter medarbejderne og har ansvaret for
ledelse og økonomi, så alle parter skal kunne se, hvem det er.

## Forkert
```yaml
parter:
  - {id: bolig, navn: Solbakken Boligforening, type: boligorganisation}
  - {id: bolig2, navn: Aaby Boligselskab, type: boligorganisation}
  - {id: kommune, navn: Aaby Kommune, type: kommune}
```

## Rigtigt
```yaml
parter:
  - {id: bolig, navn: Solbakken Boligforening, type: boligorganisation, administrerende: ja, for_parter: [bolig2]}
  - {id: bolig2, navn: Aaby Boligselskab, type: boligorganisation}
  - {id: kommune, navn: Aaby Kommune, type: kommune}
```

## Kilde
`cfbu-2015` (evaluering: viden, ikke et krav), l. 65: «bevillingen gives til en af de boligorganisationer, der har
boliger i det udsatte område». `slagelse-aftale-2021` (praksis): aftalen nævner den administrerende boligorganisation.

## Forbehold
Er kun én boligorganisation part, er det den. En administrationsorganisation, der skriver under for andre, må
administrere, når det står i `for_parter:`, hvem den gør det for; deres afdelinger regnes da som dens. Er ingen
afdelinger skrevet, siges det af LBF004.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Related, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import PartType
from aftale_builder.model.parter import Part
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.mentions import mention, missing
from aftale_builder.rules.reading import all_read
from aftale_builder.rules.registry import rule

_HELP = "Skriv administrerende: ja hos den ene boligorganisation, der administrerer indsatsen."
_TOLD = "administrerende (?:almen )?(?:bolig)?(?:organisation|selskab|forening)"


@rule(
    "LBF003",
    "administrerende-boligorganisation",
    Severity.ADVARSEL,
    sources=("cfbu-2015#bevilling", "slagelse-aftale-2021"),
    krav="samarbejdsaftale",
)
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where none or several administer the effort, or one that cannot."""
    if not all_read(aftale, "parter", "type", "administrerende", "for_parter"):
        return
    housing = aftale.parter_af(PartType.BOLIGORGANISATION)
    said = [part for part in aftale.parter if part.administrerende]
    if not said and len(housing) > 1:
        absent = "Ingen af boligorganisationerne er skrevet som den, der administrerer indsatsen."
        told = mention(aftale, _TOLD, section="organisation")
        yield missing(aftale.key("parter"), "Den administrerende boligorganisation", absent, _HELP, told, "hvem det er")
    for part in said[1:]:
        yield _another(part, said[0])
    if len(said) == 1:
        yield from _unfit(aftale, said[0])
    elif not said and len(housing) == 1:
        yield from _unfit(aftale, housing[0])


def _another(part: Part, first: Part) -> Hit:
    return Hit(
        part.at("administrerende"),
        f"{part.navn} er endnu en part, der administrerer indsatsen; der skal være én.",
        _HELP,
        (Related(first.at("administrerende"), "den første står her"),),
        subject=part.id,
    )


def _unfit(aftale: Aftale, part: Part) -> Iterator[Hit]:
    """Yield a hit where the one that administers is neither a boligorganisation of the area nor signs for one."""
    at = part.at("administrerende")
    if part.type is not PartType.BOLIGORGANISATION and not part.for_parter:
        yield Hit(
            at,
            f"{part.navn} administrerer indsatsen, men er ikke en boligorganisation og siger ikke, hvem den gør det for.",
            "Skriv administrerende: ja hos boligorganisationen, eller skriv for_parter: med dem, der administreres for.",
            subject=part.id,
        )
        return
    if _has_no_afdeling(aftale, {part.id, *part.for_parter}):
        yield Hit(
            at,
            f"{part.navn} administrerer indsatsen, men har ingen afdeling i boligområderne.",
            "Skriv dens afdeling under boligområdets afdelinger:, eller skriv for_parter: hvis den administrerer for en anden.",
            subject=part.id,
        )


def _has_no_afdeling(aftale: Aftale, names: set[str]) -> bool:
    """Tell whether none of these owns an afdeling; not where one could not be read or its owner is unknown (KON106)."""
    if not all_read(aftale, "boligomraader", "afdelinger"):
        return False
    owners = [own.part for area in aftale.boligomraader for own in area.afdelinger]
    return bool(owners) and all(aftale.part(owner) for owner in owners) and names.isdisjoint(map(str, owners))
