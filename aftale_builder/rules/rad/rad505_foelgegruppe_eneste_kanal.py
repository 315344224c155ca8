"""Beboerne bliver kun hørt gennem lokale følgegrupper.

## Hvorfor
I lokale følgegrupper mødes beboere og fagfolk sjældent på lige fod, og udbyttet svinger. Beboerne skal også kunne
præge indsatsen på andre måder.

## Forkert
```yaml
organisation:
  organer:
    - {id: f, type: følgegruppe, områder: [solbakken], medlemmer: [{part: bolig, titel: Formand for afdelingsbestyrelsen}]}
lokal_evaluering: Lederen skriver en rapport.
indsatsområder: []
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
    - {id: f, type: følgegruppe, niveau: taktisk, områder: [solbakken], medlemmer: [{part: bolig, titel: Afdelingsformand}]}
lokal_evaluering: Beboerne bliver spurgt ved døren.
```

## Kilde
`vive-2021` (evaluering, interview), l. 565-567: følgegrupperne er «det svageste led»; l. 205-209: find en anden form.
Men `cfbu-2015` (evaluering, interview), l. 720-722: følgegrupper, der er tæt på et indsatsområde, virkede godt i
Herning.

## Forbehold
Reglen tier, når beboere også sidder andre steder, eller når teksten et sted i samme sætning siger beboerne og at de
spørges, inddrages, beslutter eller lignende. `vive-2021` handler om én plan og siger selv, at den kun er relevant for
den. `cfbu-2015` siger selv, at dens konklusioner ikke er entydige.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import OrganType
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.effort import has
from aftale_builder.rules.evidence import backed, cfbu, told, vive
from aftale_builder.rules.organs import organs, residents
from aftale_builder.rules.registry import rule

_HEARD = (
    "spørg",
    "spurgt",
    "hør",
    "bestem",
    "beslut",
    "inddrag",
    "idé",
    "ideer",
    "planlæg",
    "svarer",
    "foreslå",
    "vælger",
    "fordeler",
)


@rule(
    "RAD505",
    "foelgegruppe-eneste-kanal",
    Severity.RAAD,
    sources=(
        "vive-2021",
        "cfbu-2015",
    ),
)
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where residents sit in the local følgegrupper alone, and no sentence tells of another way to hear them."""
    seated = [organ for organ in organs(aftale) if residents(organ)]
    local = [organ for organ in seated if organ.type is OrganType.FOELGEGRUPPE and organ.omraader]
    if not local or len(local) < len(seated) or any(_hears(sentence) for sentence in told(aftale).split(".")):
        return
    yield Hit(
        local[0].key("medlemmer"),
        "Beboerne bliver kun hørt gennem lokale følgegrupper.",
        backed(
            "Skriv, hvordan beboerne ellers præger indsatsen: i aktiviteternes planlægning, ved døren, gennem en idépulje.",
            vive("565-567, 205-209"),
            cfbu("720-722") + ", hvor grupper for hvert indsatsområde virkede godt",
        ),
        subject="beboere",
    )


def _hears(sentence: str) -> bool:
    return "beboer" in sentence and has(sentence, *_HEARD)
