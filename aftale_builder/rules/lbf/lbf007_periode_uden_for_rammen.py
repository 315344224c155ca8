"""Aftalen begynder uden for de år, som rammen gælder.

## Hvorfor
Hver ramme har sine år, sine lister og sine skabeloner. Begynder aftalen i andre år, hører den måske under en anden
ramme, og så dømmes den efter de forkerte krav.

## Forkert
```yaml
periode: {fra: 2018-10-01, til: 2022-09-30}
```

## Rigtigt
```yaml
periode: {fra: 2022-01-01, til: 2025-12-31}
```

## Kilde
`lbf-regulativ-2019`: regulativets titel nævner 2019-26-midlerne. Teksten er ikke set; kun navnet er kendt.

## Forbehold
Midler fra 2026 kan overføres til 2027, så en aftale i 2019-26-rammen må begynde i 2027. Hvornår andre rammers midler
senest kan bruges, vides ikke. Derfor er det kun et råd.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.registry import rule
from aftale_builder.rules.words import day


@rule("LBF007", "periode-uden-for-rammen", Severity.RAAD, sources=("lbf-regulativ-2019",))
def check(aftale: Aftale, regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where the agreement begins before or after the generation's years."""
    periode = aftale.periode
    last = regulativ.start_senest_aar or regulativ.til_aar
    if periode is not None and periode.fra is not None and not regulativ.fra_aar <= periode.fra.year <= last:
        yield Hit(
            periode.at("fra"),
            f"Aftalen begynder {day(periode.fra)}, men {regulativ.navn} gælder {regulativ.fra_aar}-{regulativ.til_aar}.",
            "Se efter, om regulativ: nævner den rigtige ramme, og om fra: er den rigtige dato.",
            subject=str(periode.fra),
        )
