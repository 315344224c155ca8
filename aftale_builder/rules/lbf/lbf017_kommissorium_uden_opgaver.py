"""Kommissoriet giver ikke bestyrelsen de opgaver, der hører til en entydig ledelse.

## Hvorfor
Bestyrelsen skal prioritere, koordinere, følge op og sikre, at målene bliver nået. Står en af opgaverne ikke i
kommissoriet, er det uklart, om nogen har den.

## Forkert
```yaml
kommissorium:
  tekst: Bestyrelsen mødes fire gange om året og drøfter indsatsen.
  sekretariat: Indsatsens leder skriver dagsorden og referat.
```

## Rigtigt
```yaml
kommissorium:
  opgaver:
    - Prioriterer på tværs af boligafdelinger, boligorganisationer og kommune
    - Koordinerer indsatsen med kommunens egen
    - Følger op på de faste mål hvert år
    - Sikrer målopfyldelse
  sekretariat: Indsatsens leder skriver dagsorden og referat.
```

## Kilde
`vive-2021` (evaluering: viden, ikke et krav), l. 30-34: bestyrelsens rolle er at prioritere, koordinere og følge
indsatserne og sikre målopfyldelse. `lbf-organisation` (Landsbyggefondens egen side) beder om en bestyrelse.

## Forbehold
Reglen ser efter ordene i hele kommissoriet, ikke efter om opgaven bliver løst; ordene står i rammens data. Ligger
kommissoriet kun som bilag, kan det ikke bedømmes her.
"""

import re
from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.kommissorier import fully_read, words_of
from aftale_builder.rules.registry import rule
from aftale_builder.rules.words import listing


@rule("LBF017", "kommissorium-uden-opgaver", Severity.ADVARSEL, sources=("vive-2021", "lbf-organisation"), krav="kommissorium")
def check(aftale: Aftale, regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit that names the tasks that no kommissorium of the bestyrelse speaks of."""
    kommissorier = fully_read(aftale)
    texts = [words_of(item) for item in kommissorier]
    lacking = [task.id for task in regulativ.bestyrelsens_opgaver if not any(re.search(task.ord, text) for text in texts)]
    if kommissorier and lacking:
        yield Hit(
            kommissorier[0].key("opgaver"),
            f"Kommissoriet nævner ikke {listing(lacking)} blandt bestyrelsens opgaver.",
            "Skriv bestyrelsens opgaver under opgaver:, én på hver linje.",
            subject=" ".join(lacking),
        )
