"""Der er intet kommissorium for bestyrelsen.

## Hvorfor
Kommissoriet siger, hvad bestyrelsen skal, hvem der sidder i den, og hvordan den betjenes. Det skal uploades på sagen
sammen med aftalen.

## Forkert
```yaml
kommissorium:
```

## Rigtigt
```yaml
kommissorium:
  tekst: Bestyrelsen prioriterer på tværs af boligafdelinger, koordinerer, følger op og sikrer målopfyldelse.
  sekretariat: Indsatsens leder er bestyrelsens sekretær.
```

## Kilde
`lbf-skabelon-2019` (skabelonens egen tekst), Aftaledokumenter: «Der skal tillige uploades et kommissorium for
bestyrelsen (ingen skabelon).»

## Forbehold
Et kommissorium uden `organ:` er bestyrelsens. Ligger kommissoriet færdigt som bilag med fil, er kravet opfyldt, men
indholdet kan ikke bedømmes her. Siger en tekst, at det er bilag, uden at det er med, siger reglen, hvor det er lovet.
Kravet gælder 2019-26; i 2015-18 var det ikke blandt bilagene.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.documents import Document
from aftale_builder.rules.kommissorier import of_the_bestyrelse
from aftale_builder.rules.reading import all_read
from aftale_builder.rules.registry import rule

_KOMMISSORIUM = Document(
    what="Kommissoriet for bestyrelsen",
    absent="Der er intet kommissorium for bestyrelsen.",
    help="Skriv det under kommissorium: med tekst, opgaver, sammensætning og sekretariat.",
    words=r"(?<!gruppens )(?<!gruppernes )kommissori\w*+(?!\s+for\s+(?:\w+\s+)?(?:følge|styre)gruppe)",
    not_in_title=r"^(?!.*(?<!\w)bestyrelse).*(?:følge|styre)gruppe",
)


@rule("LBF015", "kommissorium-mangler", Severity.FEJL, sources=("lbf-skabelon-2019#bilag-kommissorium",), krav="kommissorium")
def check(aftale: Aftale, regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where the bestyrelse has no kommissorium."""
    if not all_read(aftale, "kommissorium", "organ"):
        return
    if not of_the_bestyrelse(aftale):
        yield from _KOMMISSORIUM.lacking(aftale, regulativ, aftale.key("kommissorium"))
