"""Der er ingen styre- eller følgegruppe under bestyrelsen.

## Hvorfor
Bestyrelsen sidder langt fra hverdagen i området. En styre- eller følgegruppe for et tema eller et område bringer det,
beboere og medarbejdere ser, op til den.

## Forkert
```yaml
organisation:
  organer:
    - {id: bestyrelse, type: bestyrelse, medlemmer: [{part: bolig, titel: Direktør}, {part: kommune, titel: Direktør}]}
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
    - {id: følgegruppe, type: følgegruppe}
```

## Kilde
`lbf-skabelon-2019` (skabelonens egen tekst), pkt. 3: «Under bestyrelsen bør der etableres en eller flere
(tematiske/geografiske) styre-/følgegrupper.»

## Forbehold
Det er et «bør». En gruppe, der gør det samme under et andet navn, skrives med `type: styregruppe` eller
`type: følgegruppe`. Er der slet ingen organer, siges det af LBF010.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import OrganType
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.mentions import mention, missing
from aftale_builder.rules.reading import all_read
from aftale_builder.rules.registry import rule

_GROUPS = frozenset({OrganType.STYREGRUPPE, OrganType.FOELGEGRUPPE})
_HELP = "Skriv gruppen under organisation: organer: med type: følgegruppe eller type: styregruppe."


@rule("LBF020", "foelgegruppe-mangler", Severity.ADVARSEL, sources=("lbf-skabelon-2019#følgegrupper",), krav="foelgegruppe")
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where organs are written, but none of them is a styre- or følgegruppe."""
    organisation = aftale.organisation
    if organisation is None or not organisation.organer or not all_read(organisation, "organer", "type"):
        return
    if not any(organ.type in _GROUPS for organ in organisation.organer):
        told = mention(aftale, "følgegruppe|styregruppe", section="organisation")
        absent = "Der er ingen styre- eller følgegruppe under bestyrelsen."
        yield missing(organisation.key("organer"), "Styre- eller følgegruppen", absent, _HELP, told, "hvem der sidder i den")
