"""Tabellen over indikatorer har tomme felter.

## Hvorfor
Baseline er der, hvor indsatsen begynder. Er den tom, kan ingen se, om det går den rigtige vej. Tallene stiller
Landsbyggefonden til rådighed.

## Forkert
```word
= 5. Overordnede mål og indikatorer for den boligsociale indsats
[[indikatorer uden baseline]]
```

## Rigtigt
```word
= 5. Overordnede mål og indikatorer for den boligsociale indsats
[[indikatorer]]
```

## Kilde
`lbf-skabelon-2019`, pkt. 5: skabelonens tabel har en kolonne for boligområdets og en for kommunens baseline.

## Forbehold
To indikatorer spørger kun beboerne i området; der venter ingen på kommunens tal. En streg er også et svar, men «x» er ikke.
Står der «Ikke opgjort: …» med en grund i en af rækkens celler, gælder den for hele rækken. En indikator, hvis navn er ændret,
kendes ikke igen og bliver ikke bedømt; det siger DOK404.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.rules.finished import Baseline, Finished
from aftale_builder.rules.registry import Over, rule
from aftale_builder.rules.words import listing

_FEW = 3


@rule(
    "DOK406",
    "baseline-tom",
    Severity.ADVARSEL,
    sources=("lbf-skabelon-2019#indikatorer",),
    over=Over.WORD,
    needs=lambda data: data.indikatorer,
)
def check(file: Finished) -> Iterator[Hit]:
    """Yield one hit for the table, at the first empty cell; it names what is empty."""
    rows = file.form.baseline if file.form is not None else ()
    empty = [row for row in rows if row.empty]
    count = len(file.regulativ.indikatorer) if file.regulativ is not None else len(rows)
    if empty:
        yield Hit(
            empty[0].at,
            f"Baseline er tom for {_which(empty, count)}.",
            "Hent tallene i Landsbyggefondens boligsociale data, og skriv dem i tabellen. Findes et tal ikke, så skriv hvorfor.",
            subject=" ".join(row.indicator for row in empty),
        )


def _which(empty: list[Baseline], count: int) -> str:
    if len(empty) > _FEW:
        return f"{'alle' if len(empty) == count else len(empty)} {count if len(empty) == count else f'af {count}'} indikatorer"
    return listing(f"«{row.name}» ({listing(row.empty)})" for row in empty)
