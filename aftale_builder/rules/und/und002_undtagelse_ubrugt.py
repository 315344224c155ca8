"""En undtagelse rammer ikke noget fund.

## Hvorfor
Fejlen er rettet, eller stien er forkert. En undtagelse, der bliver stående, kan senere skjule et nyt fund.

## Forkert
```yaml
undtagelser:
  - {regel: LBF999, sti: budget, begrundelse: Aftalt med bestyrelsen., udløber: 2099-07-01}
```

## Rigtigt
```yaml
undtagelser: []
```

## Kilde
Vores egen vurdering: en undtagelse skal gælde noget.

## Forbehold
Reglen kan skrives med kode eller navn: LBF061 eller medfinansiering-under-25. En udløbet undtagelse siges af UND001, ikke her.
"""

from aftale_builder.findings import Severity
from aftale_builder.rules.registry import raised_elsewhere

RULE = raised_elsewhere(__name__, "UND002", "undtagelse-ubrugt", Severity.ADVARSEL)
