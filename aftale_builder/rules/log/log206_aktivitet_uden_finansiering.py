"""En aktivitet har ingen post i budgettet.

## Hvorfor
En aktivitet, som ingen post bærer, bliver ikke til noget, eller den tager penge fra en anden. Budgettet skal vise,
hvad der er råd til.

## Forkert
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale: {aktiviteter: [{id: a1, navn: Fritidsjob}]}
  - område: uddannelse-og-livschancer
    kerneudfordringer: [{id: k2, tekst: Mange børn mangler sprog.}]
    delaftale:
      delmål: [{id: d2, tekst: Flere børn har et godt sprog., mål: [fagligt-løft], kerneudfordringer: [k2]}]
      aktiviteter: [{id: a2, navn: Sprogstart, målgruppe: {beskrivelse: Forældre til børn mellem 1 og 5 år}, delmål: [d2]}]
budget:
  kilder: [{id: lbf, type: lbf}, {id: k, part: kommune, form: kontant}]
  poster:
    - {id: p1, art: løn, tekst: Jobkonsulent, indsatsområde: beskæftigelse, beløb: {2022: 400, 2023: 400, 2024: 400, 2025: 400}}
  finansiering:
    - {kilde: lbf, beløb: {2022: 300, 2023: 300, 2024: 300, 2025: 300}}
    - {kilde: k, beløb: {2022: 100, 2023: 100, 2024: 100, 2025: 100}}
```

## Rigtigt
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale: {aktiviteter: [{id: a1, navn: Fritidsjob}]}
  - område: uddannelse-og-livschancer
    kerneudfordringer: [{id: k2, tekst: Mange børn mangler sprog.}]
    delaftale:
      delmål: [{id: d2, tekst: Flere børn har et godt sprog., mål: [fagligt-løft], kerneudfordringer: [k2]}]
      aktiviteter: [{id: a2, navn: Sprogstart, målgruppe: {beskrivelse: Forældre til børn mellem 1 og 5 år}, delmål: [d2]}]
budget:
  kilder: [{id: lbf, type: lbf}, {id: k, part: kommune, form: kontant}]
  poster:
    - {id: p1, art: løn, tekst: Jobkonsulent, indsatsområde: beskæftigelse, beløb: {2022: 400, 2023: 400, 2024: 400, 2025: 400}}
    - {id: p2, art: aktivitet, tekst: Bøger, aktiviteter: [a2], beløb: {2022: 0, 2023: 0, 2024: 0, 2025: 0}}
  finansiering:
    - {kilde: lbf, beløb: {2022: 300, 2023: 300, 2024: 300, 2025: 300}}
    - {kilde: k, beløb: {2022: 100, 2023: 100, 2024: 100, 2025: 100}}
```

## Kilde
`almenboliglov-91a` (lov), stk. 3: «Det er en forudsætning for tilskud efter stk. 1 og 2, at indsatsen indgår i en
helhedsplan med tilknyttet finansieringsplan, der er …» (uddraget slutter der).

## Forbehold
At hver aktivitet skal kunne findes i budgettet, er vores læsning af kravet om en finansieringsplan. En post uden
aktiviteter bærer alle aktiviteter i sit indsatsområde; er der kun ét indsatsområde, bærer hver post det. En post for
hele indsatsen, for eksempel lederens løn, bærer ingen bestemt aktivitet. Er der intet budget, siger LBF060 det.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.budget import Budget
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.effort import delaftaler
from aftale_builder.rules.reading import all_read
from aftale_builder.rules.registry import rule


@rule("LOG206", "aktivitet-uden-finansiering", Severity.ADVARSEL, sources=("almenboliglov-91a#finansieringsplan",))
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each aktivitet that no line of the budget carries, or one hit where no line carries any."""
    budget = aftale.budget
    if budget is None or not budget.poster or not all_read(budget, "poster", "aktiviteter", "indsatsomraade"):
        return
    working = [(indsats, delaftale) for indsats, delaftale in delaftaler(aftale) if delaftale.aktiviteter]
    own = {str(ref) for post in budget.poster for ref in post.aktiviteter}
    shared = {post.indsatsomraade for post in budget.poster if not post.aktiviteter}
    if (len(working) == 1 and None in shared) or own - {aktivitet.id for aktivitet in aftale.aktiviteter}:
        return
    if not own and shared == {None}:
        if working:
            yield _undivided(budget)
        return
    for indsats, delaftale in working:
        for aktivitet in delaftale.aktiviteter:
            if aktivitet.id and aktivitet.id not in own and indsats.omraade not in shared:
                yield Hit(
                    aktivitet.at("id"),
                    f"Aktiviteten «{aktivitet.navn}» har ingen post i budgettet.",
                    f"Skriv aktiviteter: [{aktivitet.id}] eller indsatsområde: {indsats.omraade} ved den post, der bærer den.",
                    subject="budgetpost",
                )


def _undivided(budget: Budget) -> Hit:
    return Hit(
        budget.key("poster"),
        "Ingen af budgettets poster siger, hvilke aktiviteter eller hvilket indsatsområde de bærer.",
        "Skriv aktiviteter: med id, eller indsatsområde:, ved de poster, der ikke er for hele indsatsen.",
        subject="ingen",
    )
