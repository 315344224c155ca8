"""Et tal om beboerne er så lille, at nogen kan kendes.

## Hvorfor
«To unge fra området er dømt» er sagt om to mennesker, som naboerne kan genkende. Aftalen bliver offentlig.

## Forkert
```yaml
beskrivelse: I 2021 blev 3 unge fra Solbakken sigtet for vold.
```

## Rigtigt
```yaml
beskrivelse: I 2021 blev få unge fra Solbakken sigtet for vold.
```

## Kilde
Vores egen vurdering. Grænsen på 5 er vores; den er almindelig skik, når små grupper gøres op.

## Forbehold
Reglen ser antal fra 1 til 4 om noget, der er følsomt (sigtelser, domme, misbrug, sygdom, kontanthjælp og lignende), og andele,
der må være færre end 5: af et antal, der står i teksten («25 pct. af de 12 unge»), eller af et område, der er nævnt, når dets
antal beboere er skrevet. «Tre ud af fire» er en andel, og «mindst to unge» og «vi vil hjælpe to unge» er mål; de er i orden,
men et mål i én sætning siger ikke noget om den næste, og «en debat om misbrug» siger intet om dem, der kom. «En» er kun et
antal, når noget er sket («en ung blev sigtet»).
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from aftale_builder.findings import Anchored, Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import Enhed
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.few import FEWEST, Share, around, counts, shares
from aftale_builder.rules.lines import Line, sentences
from aftale_builder.rules.pattern import pattern
from aftale_builder.rules.registry import Over, rule
from aftale_builder.rules.story import Story

_SENSITIVE = (
    "sigt", "dømt", "dom", "fængsl", "kriminel", "misbrug", "psykisk", "diagnose", "syg", "anbragt", "anbring", "underretning",
    "vold", "hjemløs", "udsættelse", "kontanthjælp", "førtidspension", "handicap", "fraskil", "afhængig", "selvmord", "bande",
    "tvangsfjern", "gældssaner", "frihedsberøv",
)  # fmt: skip
_BEGIN_SO = pattern(rf"\b(?:{'|'.join(_SENSITIVE)})", re.IGNORECASE)
_TOPIC = pattern(
    r"(?<!søger)(?<!søgt)(?<!søgte)\s(?:om|mod)\s+(?:(?!\d|(?:to|tre|fire)\b)[\w-]+\s+){0,2}(?:[\w-]+,\s+)*(?:[\w-]+\s+(?:og|eller)\s+)?$",
    re.IGNORECASE,
)
"""What stands before a sensitive word that is only talked about: «en debat om misbrug», not «søger om kontanthjælp»."""
_BEFORE = 120
_THE_AREA = pattern(r"\b(?:bolig)?området\b", re.IGNORECASE)
_HELP = "Skriv «få» eller «under 5», eller slå flere år eller områder sammen."


@rule("PRV304", "smaa-tal", Severity.ADVARSEL, sources=("vores",), over=Over.STORY)
def check(story: Story) -> Iterator[Hit]:
    """Yield a hit for each count, and each share of an area, that stands for fewer than five residents."""
    for line in story.lines_with(*_SENSITIVE):
        for start, end in sentences(line.text):
            if _is_sensitive(line.text, start, end):
                yield from _told(line, (start, end), story.aftale)
    if story.aftale is not None:
        yield from _counted(story.aftale)
        yield from _shares(story.aftale, story.regulativ)


def _is_sensitive(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence says something sensitive of somebody; what people only meet or talk about is said of nobody."""
    found = _BEGIN_SO.finditer(text, start, end)
    return any(not _TOPIC.search(text[max(start, match.start() - _BEFORE) : match.start()]) for match in found)


def _told(line: Line, sentence: tuple[int, int], aftale: Aftale | None) -> Iterator[Hit]:
    """Yield a hit for the first count of few residents in a sentence, and for each share that must be few."""
    found = [next(iter(counts(line.text, *sentence)), None)]
    found += [(share.start, share.end) for share in shares(line.text, *sentence) if _is_few(line, sentence, share, aftale)]
    for span in dict.fromkeys(one for one in found if one is not None):
        said = line.text[slice(*span)]
        yield _hit(line.at(*span), f"«{said}»", said)


def _is_few(line: Line, sentence: tuple[int, int], share: Share, aftale: Aftale | None) -> bool:
    """Tell whether a share must be fewer than five, of the number it is told of, else of all who live in the areas it names."""
    base = share.base
    if base is None and aftale is not None:
        first, last = around(line.text, sentence, (share.start, share.end))
        base = _residents(line.text[first:last], aftale)
    return base is not None and 0 < share.pct * base / 100 < FEWEST


def _residents(text: str, aftale: Aftale) -> int | None:
    """Return how many live in the areas that a text names, «området» where there is but one; None where that is unknown."""
    named = [area for area in aftale.boligomraader if any(_has(text, name) for name in (area.navn, *area.kaldes))]
    if not named and len(aftale.boligomraader) == 1 and _THE_AREA.search(text):
        named = list(aftale.boligomraader)
    living = [area.beboere for area in named if area.beboere]
    return sum(living) if named and len(living) == len(named) else None


def _has(text: str, name: str) -> bool:
    return bool(name) and re.search(rf"(?<!\w){re.escape(name)}(?:['’]?s)?(?!\w)", text) is not None


def _hit(at: Anchored, said: str, subject: str) -> Hit:
    return Hit(at, f"{said} handler om så få beboere, at de kan kendes.", _HELP, subject=subject)


def _counted(aftale: Aftale) -> Iterator[Hit]:
    """Yield a hit for each key figure that is a count of one to four, or a share of an area that is."""
    by_name = {area.navn.casefold(): area.beboere for area in aftale.boligomraader}
    figures = [(item, area.beboere) for area in aftale.boligomraader for item in area.noegletal]
    figures += [(item, by_name.get(item.gaelder.casefold())) for indsats in aftale.indsatsomraader for item in indsats.data]
    for item, residents in figures:
        if item.vaerdi is not None:
            people = (
                item.vaerdi if item.enhed is Enhed.ANTAL else _people(item.vaerdi, residents) if item.enhed is Enhed.PCT else None
            )
            if people is not None and 0 < people < FEWEST and not _is_general(item.tekst):
                yield _hit(item.at("vaerdi"), f"Tallet for «{item.tekst}»", f"{item.tekst} {item.vaerdi}")


def _shares(aftale: Aftale, regulativ: Regulativ | None) -> Iterator[Hit]:
    """Yield a hit for each share of the fixed indicators, in one area, that must be fewer than five of its residents."""
    residents = {str(area.id): area.beboere for area in aftale.boligomraader}
    for line in aftale.baseline if regulativ is not None else ():
        indikator = regulativ.indikator(line.indikator) if regulativ is not None else None
        for item in line.pr_omraade if indikator is not None and indikator.enhed == "pct" else ():
            people = _people(item.vaerdi, residents.get(str(item.omraade)))
            if people is not None and 0 < people < FEWEST:
                yield _hit(
                    item.at("vaerdi"), f"Andelen {str(item.vaerdi).replace('.', ',')} pct.", f"{line.indikator} {item.omraade}"
                )


def _people(share: Decimal | None, residents: int | None) -> Decimal | None:
    """Return how many residents a share can be at most; None where the area's number of residents is unknown."""
    return share * residents / 100 if share is not None and residents else None


def _is_general(text: str) -> bool:
    """Tell whether a key figure counts things, not residents: homes, blocks, associations."""
    return (
        re.search(r"\b(?:bolig|blok|forening|afdeling|aktivitet|legeplads|lejlighed|institution|butik)", text, re.IGNORECASE)
        is not None
    )
