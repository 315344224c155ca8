"""Aftalens periode er ikke skrevet helt, eller den slutter, før den begynder.

## Hvorfor
Skabelonens forside beder om, hvornår aftalen gælder fra og til. Budget, milepæle og delaftaler måles mod perioden.

## Forkert
```yaml
periode: {fra: 2025-12-31, til: 2022-01-01}
```

## Rigtigt
```yaml
periode: {fra: 2022-01-01, til: 2025-12-31}
```

## Kilde
`lbf-skabelon-2019` (skabelonens egen tekst), forsiden: «Samarbejdsaftalen gælder fra - til:».

## Forbehold
2015-18-skabelonen spørger kun om, hvornår aftalen gælder fra; der kræves ingen slutdato. En dato, der ikke kan læses,
er ikke en manglende dato: den siges af KLD-familien. Aktiviteternes egne perioder dømmes ikke her.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.parter import Periode
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.registry import rule
from aftale_builder.rules.words import day, listing

_EXAMPLE = "Skriv for eksempel periode: {fra: 2022-01-01, til: 2025-12-31}."


@rule("LBF005", "periode-ugyldig", Severity.FEJL, sources=("lbf-skabelon-2019#periode",))
def check(aftale: Aftale, regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for a period that is missing, half or the wrong way round."""
    asked = ("fra", "til") if regulativ.krav.periode_til else ()
    if aftale.periode is None:
        if asked and aftale.absent("periode"):
            yield Hit(aftale.key("periode"), "Aftalens periode er ikke skrevet.", _EXAMPLE, subject="periode")
        return
    yield from _judge(aftale.periode, asked)


def _judge(periode: Periode, asked: tuple[str, ...]) -> Iterator[Hit]:
    missing = [name for name in asked if periode.absent(name)]
    if missing:
        what = listing({"fra": "hvornår aftalen begynder (fra)", "til": "hvornår den slutter (til)"}[name] for name in missing)
        yield Hit(periode.node.heading, f"Perioden siger ikke, {what}.", _EXAMPLE, subject=" ".join(missing))
    elif periode.fra and periode.til and periode.fra >= periode.til:
        yield Hit(
            periode.at("til"),
            f"Aftalens første dag er {day(periode.fra)}, men dens sidste er {day(periode.til)}.",
            "Ret fra eller til, så den første dag ligger før den sidste.",
            subject="rækkefølge",
        )
