"""Kommissoriet og afsnittet om organisering giver ikke organet de samme medlemmer.

## Hvorfor
Hvem der sidder i bestyrelsen, står to steder: i afsnit 3 og i kommissoriet. Er de ikke enige, ved ingen, hvem der kan beslutte.

## Forkert
```yaml
# resten udfyldes
kommissorium:
  tekst: Der prioriteres på tværs af boligafdelinger og kommune.
  sekretariat: Indsatsens leder er sekretær.
  sammensætning: Bestyrelsen består af direktøren for Solbakken Boligforening og en inspektør fra politiet.
```

## Rigtigt
```yaml
# resten udfyldes
kommissorium:
  tekst: Der prioriteres på tværs af boligafdelinger og kommune.
  sekretariat: Indsatsens leder er sekretær.
  sammensætning: Bestyrelsen består af direktøren for Solbakken Boligforening og en direktør fra Aaby Kommune.
```

## Kilde
Vores egen vurdering: to dokumenter om det samme organ skal sige det samme.

## Forbehold
Reglen sammenligner parterne og formandskabet, ikke titlernes ordlyd. Sekretæren, gæster, observatører og stedfortrædere er ikke
medlemmer. «Boligorganisationerne» og «et boligselskab» står for dem alle. At kommunen eller en boligorganisation slet ikke sidder
i bestyrelsen, siger LBF011 og LBF012.
"""

import re
from collections.abc import Iterator, Mapping

from aftale_builder.findings import Anchored, Hit, Related, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import OrganType, PartType, Prosa
from aftale_builder.model.organisation import Kommissorium, Organ
from aftale_builder.model.parter import Part
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.lines import as_read, pieces, sentences
from aftale_builder.rules.pattern import pattern
from aftale_builder.rules.reading import all_read, bestyrelser
from aftale_builder.rules.registry import Over, rule
from aftale_builder.rules.story import part_names
from aftale_builder.rules.words import listing

_NO_SEAT = pattern(r"\b(?:sekret|observatør|gæst|invitere|stedfortræder|suppleant|betjen|indkald|referat)", re.IGNORECASE)
_CHAIR = pattern(
    r"\bformandskab|\b(?:er|som)\s+(?:\w+\s+)?formand\b|\bformand(?:en)?\s+(?:for\s+bestyrelsen\s+)?er\b", re.IGNORECASE
)
_COLLECTIVE: Mapping[PartType, re.Pattern[str]] = {
    PartType.KOMMUNE: pattern(r"\bkommun(?:e|en|ens|al|ale|alt)\b|\b(?:børne|social|skole|teknik)direktør", re.IGNORECASE),
    PartType.POLITI: pattern(r"\bpoliti", re.IGNORECASE),
    PartType.BOLIGORGANISATION: pattern(r"\bbolig(?:organisation|selskab|forening)(?!en\s+[A-ZÆØÅ])", re.IGNORECASE),
}


@rule("KON104", "medlemmer-afviger", Severity.ADVARSEL, sources=("vores",), over=Over.GENERAL)
def check(aftale: Aftale, _regulativ: Regulativ | None) -> Iterator[Hit]:
    """Yield a hit for each kommissorium that gives its organ other parties, or another formandskab, than section 3 does."""
    if not all_read(aftale, "parter", "id", "navn", "kaldes", "type"):
        return
    for item in aftale.kommissorium:
        organ = _organ(aftale, item)
        if organ is None or item.sammensaetning is None or not organ.whole("medlemmer", "formaend"):
            continue
        seats = {*organ.formaend, *(medlem.part for medlem in organ.medlemmer)} - {None}
        members, chairs, chair_at = _told(item.sammensaetning, aftale.parter)
        if seats and members:
            yield from _members(aftale, organ, item.sammensaetning, {str(seat) for seat in seats}, members)
        if organ.formaend and chairs and chairs != set(organ.formaend) and all(map(aftale.part, organ.formaend)):
            theirs, ours = _names(aftale, chairs), _names(aftale, organ.formaend)
            message = f"Kommissoriet giver {theirs} formandskabet, men afsnit 3 giver det til {ours}."
            yield _hit(organ, item.sammensaetning.node.at(*chair_at), message, "formaend")


def _members(aftale: Aftale, organ: Organ, prose: Prosa, seats: set[str], told: Mapping[str, bool]) -> Iterator[Hit]:
    """Yield a hit for seats that the text leaves out, and one for parts that it names and that have no seat.

    Where a seat points at no part, nobody knows who has it: KON106 says so, and no part is told to have none.
    """
    known = {str(part.id) for part in aftale.parter}
    at = prose.node.at(0, len(prose.text.partition("\n")[0]))
    if missing := (seats & known) - told.keys():
        message = f"{_names(aftale, missing)} sidder i {_called(organ)} efter afsnit 3, men ikke efter kommissoriet."
        yield _hit(organ, at, message, "medlemmer")
    judged_elsewhere = (PartType.KOMMUNE, PartType.BOLIGORGANISATION) if organ.type is OrganType.BESTYRELSE else ()
    extra = {ref for ref, by_name in told.items() if by_name and ref not in seats} if seats <= known else set[str]()
    if extra := {ref for ref in extra if (part := aftale.part(ref)) is not None and part.type not in judged_elsewhere}:
        message = f"{_names(aftale, extra)} sidder i {_called(organ)} efter kommissoriet, men ikke efter afsnit 3."
        yield _hit(organ, at, message, "medlemmer")


def _hit(organ: Organ, at: Anchored, message: str, field: str) -> Hit:
    return Hit(
        at, message, "Ret det sted, der er forkert.", (Related(organ.key(field), "afsnit 3 siger det her"),), subject=message
    )


def _told(prose: Prosa, parter: tuple[Part, ...]) -> tuple[dict[str, bool], set[str], tuple[int, int]]:
    """Return the parts that a text seats, each with whether it is named or only meant; those in the chair, and where that is."""
    members: dict[str, bool] = {}
    chairs: set[str] = set()
    chair_at = (0, 0)
    for piece in pieces(prose.text):
        for start, end in sentences(piece.text):
            sentence = as_read(piece.text[start:end])
            if _CHAIR.search(sentence):
                chairs |= {ref for ref, by_name in _parts_in(sentence, parter) if by_name or _only(ref, parter)}
                chair_at = chair_at if chair_at[1] else (piece.start + end - len(sentence.lstrip()), piece.start + end)
            if not _NO_SEAT.search(sentence):
                for ref, by_name in _parts_in(sentence, parter):
                    members[ref] = members.get(ref, False) or by_name
    return members, chairs, chair_at


def _parts_in(sentence: str, parter: tuple[Part, ...]) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a sentence, each with whether it is named there."""
    bare = sentence
    for part in sorted(parter, key=lambda part: -len(part.navn)):
        spellings = (part.navn, *part_names(part.navn), *part.kaldes)
        found = [name for name in spellings if name and _is_in(name, bare)]
        if found:
            yield str(part.id), True
            bare = re.sub("|".join(map(re.escape, found)), " ", bare, flags=re.IGNORECASE)
    for part in parter:
        meant = _COLLECTIVE.get(part.type) if part.type is not None else None
        if meant is not None and meant.search(bare):
            yield str(part.id), False


def _is_in(name: str, text: str) -> bool:
    """Tell whether a text has a name as words of their own, whatever their case, in the genitive too."""
    return name.casefold() in text.casefold() and re.search(rf"(?<!\w){re.escape(name)}s?(?!\w)", text, re.IGNORECASE) is not None


def _only(ref: str, parter: tuple[Part, ...]) -> bool:
    """Tell whether the part is the only one of its type, so that «kommunen» is a name for it."""
    types = {str(part.id): part.type for part in parter}
    return list(types.values()).count(types[ref]) == 1


def _organ(aftale: Aftale, item: Kommissorium) -> Organ | None:
    if item.organ is None:
        boards = bestyrelser(aftale) or ()
        return boards[0] if len(boards) == 1 else None
    organs = aftale.organisation.organer if aftale.organisation is not None else ()
    return next((organ for organ in organs if str(organ.id) == item.organ), None)


def _called(organ: Organ) -> str:
    return "bestyrelsen" if organ.type is OrganType.BESTYRELSE else f"«{organ.navn or organ.id}»"


def _names(aftale: Aftale, refs: set[str] | tuple[str, ...]) -> str:
    return listing(part.navn or part.id for part in aftale.parter if str(part.id) in refs) or "andre"
