"""En aktivitetspost i budgettet hører ikke til nogen aktivitet.

## Hvorfor
Penge til aktiviteter uden en aktivitet at bruge dem på er enten en glemt henvisning eller et beløb, ingen har et mål
med.

## Forkert
```yaml
budget:
  kilder: [{id: lbf, type: lbf}, {id: k, part: kommune, form: kontant}]
  poster:
    - {id: p1, art: aktivitet, tekst: Udflugter, beløb: {2022: 400, 2023: 400, 2024: 400, 2025: 400}}
  finansiering:
    - {kilde: lbf, beløb: {2022: 300, 2023: 300, 2024: 300, 2025: 300}}
    - {kilde: k, beløb: {2022: 100, 2023: 100, 2024: 100, 2025: 100}}
```

## Rigtigt
```yaml
budget:
  kilder: [{id: lbf, type: lbf}, {id: k, part: kommune, form: kontant}]
  poster:
    - {id: p1, art: aktivitet, tekst: Udflugter, aktiviteter: [a1], beløb: {2022: 400, 2023: 400, 2024: 400, 2025: 400}}
  finansiering:
    - {kilde: lbf, beløb: {2022: 300, 2023: 300, 2024: 300, 2025: 300}}
    - {kilde: k, beløb: {2022: 100, 2023: 100, 2024: 100, 2025: 100}}
```

## Kilde
`sfi-2013` (evaluering, casestudie), l. 5743-5751: nogle havde svært ved at se «koblingen» mellem mål og de projekter, der
blev sat i gang.

## Forbehold
Reglen dømmer kun poster med art: aktivitet. En post med et indsatsområde bærer dets aktiviteter, og en pulje til nye
idéer skal ikke pege på nogen. Har aftalen ingen aktiviteter, tier reglen. `sfi-2013` beskriver ordningen 2006-10, der
siden er ændret, og dens cases er ikke repræsentative.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.budget import Post
from aftale_builder.model.kinds import PostArt
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.effort import has
from aftale_builder.rules.reading import unwritten
from aftale_builder.rules.registry import rule


@rule("LOG207", "budgetpost-uden-aktivitet", Severity.ADVARSEL, sources=("sfi-2013",))
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each line for aktiviteter that names neither an aktivitet nor an indsatsområde, and is no free pool."""
    if aftale.budget is None or not aftale.aktiviteter:
        return
    for post in aftale.budget.poster:
        if (
            post.art is PostArt.AKTIVITET
            and _points_nowhere(post)
            and not has(f"{post.tekst} {post.note}", "pulje", "idé", "ideer")
        ):
            yield Hit(
                post.at("tekst"),
                f"Posten «{post.tekst}» er til aktiviteter, men peger ikke på nogen.",
                "Skriv aktiviteter: med id på dem, posten betaler, eller indsatsområde:, hvis den er til dem alle dér.",
                subject="aktivitet",
            )


def _points_nowhere(post: Post) -> bool:
    return unwritten(post, "aktiviteter") and unwritten(post, "indsatsomraade")
