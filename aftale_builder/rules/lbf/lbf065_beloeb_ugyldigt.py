"""Et beløb er negativt, eller det kan ikke læses uden tvivl.

## Hvorfor
Summer, balance og medfinansiering regnes af beløbene. Et beløb, der kan læses på to måder, eller som er under nul, gør dem
alle usikre; derfor gættes der ikke.

## Forkert
```yaml
budget:
  kilder: [{id: lbf, type: lbf}, {id: k, part: kommune}]
  poster: [{id: p1, art: løn, tekst: Projektleder, beløb: {2022: 450.00, 2023: -400.000, 2024: ca. 400.000, 2025: 400.000}}]
  finansiering:
    - {kilde: lbf, beløb: {2022: 300.000, 2023: 300.000, 2024: 300.000, 2025: 300.000}}
    - {kilde: k, beløb: {2022: 100.000, 2023: 100.000, 2024: 100.000, 2025: 100.000}}
```

## Rigtigt
```yaml
budget:
  kilder: [{id: lbf, type: lbf}, {id: k, part: kommune}]
  poster: [{id: p1, art: løn, tekst: Projektleder, beløb: {2022: 400.000, 2023: 400000, 2024: "0,4 mio.", 2025: 400.000 kr.}}]
  finansiering:
    - {kilde: lbf, beløb: {2022: 300.000, 2023: 300.000, 2024: 300.000, 2025: 300.000}}
    - {kilde: k, beløb: {2022: 100.000, 2023: 100.000, 2024: 100.000, 2025: 100.000}}
```

## Kilde
Vores egen vurdering.

## Forbehold
Reglen gælder beløbene i budgettet. Står der en liste i stedet for et beløb, siger KLD006 det. Så længe et beløb er
ugyldigt, dømmer LBF061 og LBF062 ikke om de summer, det indgår i.
"""

from aftale_builder.rules.registry import raised_elsewhere

RULE = raised_elsewhere(__name__, "LBF065", "beloeb-ugyldigt")
