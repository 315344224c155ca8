"""To aktiviteter har samme målgruppe, område og tema.

## Hvorfor
To ens tilbud kommer let til at konkurrere om de samme mennesker. Er de to dele af det samme, kan de skrives sammen;
ellers skal forskellen kunne læses.

## Forkert
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale:
      aktiviteter:
        - {id: a1, navn: Aftenfodbold, målgruppe: {beskrivelse: Drenge mellem 12 og 16 år}, delmål: [d1], områder: [solbakken]}
        - {id: a2, navn: Boldklub, målgruppe: {beskrivelse: "Drenge mellem 12 og 16 år."}, delmål: [d1], områder: [solbakken]}
```

## Rigtigt
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale:
      aktiviteter:
        - {id: a1, navn: Aftenfodbold, målgruppe: {beskrivelse: Drenge mellem 12 og 16 år}, delmål: [d1], områder: [solbakken]}
        - {id: a2, navn: Boldklub, målgruppe: {beskrivelse: "Piger mellem 12 og 16 år."}, delmål: [d1], områder: [solbakken]}
```

## Kilde
`vive-2021` (evaluering, interview), l. 1069-1074: to idrætstilbud kom til «at konkurrere om de samme unge», til de
blev stemt af.

## Forbehold
Målgruppen er den samme, når ordene er; temaet er det samme, når de to har et delmål fælles. Begge dele er vores måde
at se det på. To aktiviteter kan have god grund til at ligne hinanden. `vive-2021` handler om én plan.
"""

from collections.abc import Iterator
from itertools import combinations

from aftale_builder.findings import Hit, Related, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.indsats import Aktivitet
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.registry import rule


@rule("LOG212", "aktivitet-dobbelt", Severity.RAAD, sources=("vive-2021",))
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each pair of aktiviteter with the same målgruppe, an area and a delmål in common."""
    for first, second in combinations(aftale.aktiviteter, 2):
        same = _group(first) == _group(second) and set(first.delmaal) & set(second.delmaal) and _meet(first, second)
        if _group(first) and same:
            yield Hit(
                second.at("maalgruppe"),
                f"«{first.navn}» og «{second.navn}» har samme målgruppe, område og delmål.",
                "Skriv de to sammen, eller skriv, hvad den ene gør, som den anden ikke gør, og for hvem.",
                (Related(first.at("maalgruppe"), "den anden aktivitet"),),
                subject=first.id,
            )


def _group(aktivitet: Aktivitet) -> tuple[str, ...]:
    """Return the words of the målgruppe, without signs; none where it is not said."""
    said = aktivitet.maalgruppe.beskrivelse if aktivitet.maalgruppe else ""
    return tuple(word.strip(".,;:()") for word in said.casefold().split())


def _meet(first: Aktivitet, second: Aktivitet) -> bool:
    """Tell whether the two are in one area; an aktivitet that names none is in all."""
    return not first.omraader or not second.omraader or bool(set(first.omraader) & set(second.omraader))
