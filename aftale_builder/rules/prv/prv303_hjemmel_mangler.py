"""En aktivitet deler oplysninger om mennesker uden at sige hvorfor den må.

## Hvorfor
Skole, kommune, politi og boligorganisation må ikke dele oplysninger om en beboer, bare fordi de samarbejder. Er hjemlen ikke
aftalt, tør den ene ikke, og den anden deler for meget.

## Forkert
```yaml
# resten udfyldes
indsatsområder:
  - område: beskæftigelse
    delaftale:
      aktiviteter:
        - {id: a1, navn: Fritidsjob, persondata: {deles: ja}}
```

## Rigtigt
```yaml
# resten udfyldes
indsatsområder:
  - område: beskæftigelse
    delaftale:
      aktiviteter:
        - {id: a1, navn: Fritidsjob, persondata: {deles: ja, hjemmel: samtykke}}
```

## Kilde
`cfbu-2015` (l. 766) og `vive-2021` (l. 312) fortæller, at regler om deling af oplysninger bremser samarbejdet, når de ikke er
afklaret. De er viden, ikke et krav.

## Forbehold
Samtykke er én hjemmel af flere; SSP-samarbejdet har sin egen. Om hjemlen holder, kræver skøn. I prosa ser reglen kun ord som
«deler oplysninger om de unge» og «sender navne på elever», ikke oplysninger om tilbud til dem, og ikke det, der ikke sker. Den
tier, når aktiviteten selv nævner samtykke eller SSP.
"""

import re
from collections.abc import Iterator

from aftale_builder.findings import Anchored, Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.element import own_fields
from aftale_builder.model.indsats import Aktivitet
from aftale_builder.model.kinds import Prosa
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.pattern import pattern
from aftale_builder.rules.registry import Over, rule

_ENDING = r"(?:e|n|en|et|r|er|ne|ene|erne)?s?"
_SOMEBODY = (
    r"(?:[\w-]*(?:beboer|borger|elev|famili|husstand|person|kvinde|forælder|lejer|deltager|dreng|pige|årig|ledig)"
    rf"{_ENDING}|børn(?:ene)?s?|barn(?:et)?s?|unges?|forældre(?:ne)?s?|mænd(?:ene)?s?)\b"
)
_DESCRIBED = r"(?:(?!(?:til|for|i|på|af|med|ved|mellem|hvor)\b)[\w-]+\s+){0,3}?"
_ONE_BY_ONE = r"(?:den\s+|det\s+|de\s+)?(?:enkelte|navngivne|konkrete)"
_NOT_SO = r"(?!(?:ikke(?!\s+(?:kun|blot|bare|alene)\b)|ingen|aldrig)\b)"
_SHARES = pattern(
    rf"\b(?:deler?|deles|udveksler?|udveksles|videregiver?|videregives|sender?|sendes|udleverer?|udleveres|modtager?)\s+"
    rf"(?:{_NOT_SO}[\w-]+\s+){{0,3}}?{_NOT_SO}"
    rf"(?:(?:personoplysninger|persondata|følsomme\s+oplysninger)\b|oplysninger\s+om,?\s+{_DESCRIBED}{_SOMEBODY}"
    rf"|(?:\w*data|\w*oplysninger|viden)\s+om\s+{_ONE_BY_ONE}\b|navne(?:ne)?\s+på\s+{_DESCRIBED}{_SOMEBODY})"
    rf"|\b(?:orienterer?|orienteres|informerer?|oplyser?|underretter?)\s+(?:{_NOT_SO}[\w-]+\s+){{0,3}}?om,?\s+hvilken?\s+{_DESCRIBED}{_SOMEBODY}",
    re.IGNORECASE,
)
_DENIED = pattern(r"\b(?:ikke(?!\s+(?:kun|blot|bare|alene)\b)|aldrig|ingen|uden\s+at)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
"""What stands before the verb of something that is not done: «må ikke dele», «uden at udveksle»."""
_BEFORE = 60
_SHARED = ("oplysninger", "data", "viden", "navne", "hvilke")
_GROUND = pattern(
    r"\b(?:samtyk|hjemmel|hjemlet|ssp\b|retsplejelov|servicelov|barnets\s+lov|databeskyttelse|anonym)", re.IGNORECASE
)
_HELP = "Skriv persondata: med hjemmel: (samtykke, lov, ssp eller anden), eller fortæl det i persondata: tekst:."


@rule("PRV303", "hjemmel-mangler", Severity.ADVARSEL, sources=("cfbu-2015", "vive-2021"), over=Over.GENERAL)
def check(aftale: Aftale, _regulativ: Regulativ | None) -> Iterator[Hit]:
    """Yield a hit for each aktivitet that shares personal data and does not say on what ground."""
    for aktivitet in aftale.aktiviteter:
        data = aktivitet.persondata
        if not aktivitet.whole("persondata") or (data is not None and (data.hjemmel is not None or data.tekst)):
            continue
        if data is not None and data.deles:
            yield _hit(aktivitet, data.at("deles"))
        elif (told := _told(aktivitet)) is not None:
            yield _hit(aktivitet, told)


def _hit(aktivitet: Aktivitet, at: Anchored) -> Hit:
    name = aktivitet.navn or aktivitet.id
    return Hit(
        at, f"Aktiviteten «{name}» deler oplysninger om mennesker, men siger ikke på hvilken hjemmel.", _HELP, subject=name
    )


def _told(aktivitet: Aktivitet) -> Anchored | None:
    """Return where the aktivitet's prose tells of sharing; None where it does not, or names a ground somewhere."""
    texts = [value for item in own_fields(Aktivitet) if isinstance(value := getattr(aktivitet, item.name), Prosa)]
    told = next((text.node.at(*match.span()) for text in texts if (match := _shares(text.text)) is not None), None)
    if told is None:
        return None
    roles = " ".join(rolle.opgave for rolle in aktivitet.roller)
    return None if _GROUND.search(roles) or any(_GROUND.search(text.text) for text in texts) else told


def _shares(text: str) -> re.Match[str] | None:
    """Return where a text tells of sharing; few texts have even the words for what is shared."""
    folded = text.casefold()
    if not any(word in folded for word in _SHARED):
        return None
    told = _SHARES.finditer(text)
    return next((match for match in told if not _DENIED.search(text[max(0, match.start() - _BEFORE) : match.start()])), None)
