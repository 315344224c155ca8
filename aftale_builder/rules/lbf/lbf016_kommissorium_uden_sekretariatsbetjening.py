"""Kommissoriet siger ikke, hvordan bestyrelsen bliver betjent af sit sekretariat.

## Hvorfor
Nogen skal skrive dagsorden og referat og følge op på beslutningerne. Skabelonen beder om, at kommissoriet siger, hvem
der gør det, og hvordan.

## Forkert
```yaml
kommissorium:
  tekst: Bestyrelsen prioriterer, koordinerer, følger op og sikrer målopfyldelse på tværs af boligafdelinger.
```

## Rigtigt
```yaml
kommissorium:
  tekst: Bestyrelsen prioriterer, koordinerer, følger op og sikrer målopfyldelse på tværs af boligafdelinger.
  sekretariat: Indsatsens leder skriver dagsorden og referat.
```

## Kilde
`lbf-skabelon-2019` (skabelonens egen tekst), pkt. 3: «Endvidere skal der udarbejdes et kommissorium for bestyrelsen,
der også beskriver, hvordan sekretariatsbetjening af bestyrelsen vil foregå.»

## Forbehold
Taler kommissoriets egen tekst om sekretariatet eller om at betjene bestyrelsen, er kravet opfyldt; at en sekretær er
nævnt blandt dem, der sidder med, er ikke nok. Ligger kommissoriet kun som bilag, kan indholdet ikke bedømmes her.
"""

import re
from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.organisation import Kommissorium
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.kommissorier import fully_read, words_of
from aftale_builder.rules.reading import unwritten
from aftale_builder.rules.registry import rule


@rule(
    "LBF016",
    "kommissorium-uden-sekretariatsbetjening",
    Severity.FEJL,
    sources=("lbf-skabelon-2019#kommissorium",),
    krav="sekretariatsbetjening",
)
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where no kommissorium of the bestyrelse tells of its sekretariat."""
    kommissorier = fully_read(aftale)
    if kommissorier and not any(_tells(item) for item in kommissorier):
        yield Hit(
            kommissorier[0].key("sekretariat"),
            "Kommissoriet siger ikke, hvordan bestyrelsen bliver betjent af et sekretariat.",
            "Skriv under sekretariat: hvem der skriver dagsorden og referat og følger op på beslutningerne.",
            subject="sekretariat",
        )


def _tells(item: Kommissorium) -> bool:
    return not unwritten(item, "sekretariat") or bool(re.search(r"sekretariat|betjen", words_of(item)))
