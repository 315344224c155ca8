"""Ingen med boligsocial praksis sidder i eller betjener bestyrelsen.

## Hvorfor
Bestyrelsen skal beslutte om arbejde, som de boligsociale medarbejdere kender. Er den faglighed ikke i rummet, fylder
det kommunale let det hele.

## Forkert
```yaml
kommissorium: {sekretariat: En fuldmægtig i kommunen skriver referat.}
```

## Rigtigt
```yaml
kommissorium: {sekretariat: Indsatsens leder er sekretær.}
```

## Kilde
`vive-2021` (evaluering, interview), l. 266-267 og 643-645: den boligsociale faglighed fyldte mindre, og medlemmerne
ville gerne have mere af den.

## Forbehold
Reglen ser efter ord som boligsocial, indsatsens leder, projektleder og lederens titel hos medlemmer, sekretær og i
kommissoriets tekst om sekretariatet. Er sekretæren slet ikke nævnt, siger LBF016 det. `vive-2021` handler om én plan
og siger selv, at den kun er relevant for den.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.effort import has, texts
from aftale_builder.rules.evidence import backed, vive
from aftale_builder.rules.reading import all_read
from aftale_builder.rules.registry import rule
from aftale_builder.rules.representation import the_bestyrelse

_WORDS = ("boligsocial", "indsatsens", "for indsatsen", "projektled", "helhedsplan")


@rule("RAD504", "boligsocial-faglighed", Severity.RAAD, sources=("vive-2021",))
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where the words on members and sekretariat of the bestyrelse name nobody of the effort."""
    board, leader = the_bestyrelse(aftale), aftale.organisation and aftale.organisation.ledelse
    if board is None or not all_read(board, "medlemmer", "titel") or not board.medlemmer:
        return
    serving = texts(
        board.sekretaer, *(item.sekretariat for item in aftale.kommissorium if str(item.organ or board.id) == board.id)
    )
    seated = "\n".join(medlem.titel for medlem in board.medlemmer)
    words = (*_WORDS, leader.titel.casefold()) if leader and leader.titel else _WORDS
    if serving.strip() and not has(f"{serving}\n{seated}", *words):
        yield Hit(
            board.key("medlemmer"),
            "Ingen med boligsocial praksis sidder i bestyrelsen eller betjener den.",
            backed("Lad for eksempel indsatsens leder være sekretær: sekretær: Indsatsens leder.", vive("266-267, 643-645")),
            subject="boligsocial",
        )
