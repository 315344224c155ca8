"""Intet organ siger, hvad det har brug for at vide.

## Hvorfor
Når hvert niveau siger, hvad det skal vide og hvornår, kan andre levere det, og møderne kan handle om det vigtige.

## Forkert
```yaml
organisation:
  organer: [{id: bestyrelse, type: bestyrelse}]
```

## Rigtigt
```yaml
organisation:
  organer:
    - id: bestyrelse
      type: bestyrelse
      medlemmer:
        - {part: bolig, titel: Direktør, niveau: strategisk, beslutningskompetence: ja}
        - {part: kommune, titel: Direktør, niveau: strategisk, beslutningskompetence: ja}
    - {id: f, type: følgegruppe, niveau: taktisk, vidensbehov: Status hver måned}
```

## Kilde
`vive-2021` (evaluering, interview), l. 430-433 og 604-607: behovet for viden bør stemmes af på hvert niveau.

## Forbehold
Et bindeled, der siger, hvilken viden det bærer op, tæller også. `vive-2021` handler om én plan og siger selv, at den
kun er relevant for den.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.evidence import backed, vive
from aftale_builder.rules.registry import rule


@rule("RAD511", "vidensbehov", Severity.RAAD, sources=("vive-2021",))
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where no organ says what it needs to know, and no bindeled what it carries up."""
    organisation = aftale.organisation
    if organisation is None or not organisation.organer or not organisation.whole("organer", "bindeled"):
        return
    if not any(organ.vidensbehov for organ in organisation.organer) and not any(led.viden_op for led in organisation.bindeled):
        yield Hit(
            organisation.key("organer"),
            "Intet organ siger, hvad det har brug for at vide, og hvornår.",
            backed(
                "Skriv vidensbehov: ved hvert organ, for eksempel: Før hvert møde status på delmål.", vive("430-433, 604-607")
            ),
            subject="vidensbehov",
        )
