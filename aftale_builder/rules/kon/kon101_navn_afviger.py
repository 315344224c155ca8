"""Et navn er stavet på mere end én måde.

## Hvorfor
Parterne, områderne og indsatsen skal kunne kendes igen gennem hele pakken. To måder at stave et navn på får læseren til at
tvivle på, om det er den samme, og gør dokumenterne svære at søge i.

## Forkert
```yaml
beskrivelse: Solbakken er 400 boliger i Aaby. Solbakken boligforening ejer dem.
```

## Rigtigt
```yaml
beskrivelse: Solbakken er 400 boliger i Aaby. Solbakken Boligforening ejer dem.
```

## Kilde
Vores egen vurdering: dokumenter, der hører sammen, siger det samme med de samme navne.

## Forbehold
Navnet må stå i ejefald og med store bogstaver, og de navne, der står under `kaldes`, må bruges. Reglen ser andre store og små
bogstaver, ord skrevet sammen eller hver for sig, ét bogstav for lidt, for meget eller byttet om, æ, ø og å skrevet som noget
andet, og i et navn på flere ord et, der har fået en anden endelse («Boligforening Lindehjem»). En anden organisation med et
navn, der ligner, er ikke en fejl. Det kan et navn, der kun har små bogstaver, heller ikke være: «en fælles indsats» er også
almindelige ord. I en Word-fil alene er det den stavemåde, der står flest steder, de andre holdes op imod.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Related, Severity
from aftale_builder.rules.registry import Over, rule
from aftale_builder.rules.spelling import Spelling, other_spellings
from aftale_builder.rules.story import Named, Story

_OTHERWISE = " Bruges begge dele, så skriv det andet under kaldes:, hvor navnet står."
_WHOSE = {Named.PART: "Parten", Named.OMRAADE: "Boligområdet", Named.INDSATS: "Indsatsen"}


@rule("KON101", "navn-afviger", Severity.ADVARSEL, sources=("vores",), over=Over.STORY)
def check(story: Story) -> Iterator[Hit]:
    """Yield a hit for each other spelling of a name, at its first place, with the others beside it."""
    places: dict[str, list[Spelling]] = {}
    for found in other_spellings(story):
        places.setdefault(found.written, []).append(found)
    for written, (first, *more) in places.items():
        others = (Related(found.at, "her er det samme stavet sådan igen") for found in more)
        right, name = first.right, first.name
        if first.given is not name.at:
            said, there = (
                f"{_WHOSE[name.of]} er her stavet «{written}», men de fleste steder «{right}».",
                "her er det stavet sådan",
            )
        elif right in name.spellings:
            said, there = f"{_WHOSE[name.of]} hedder «{right}», men er her stavet «{written}».", "navnet står her"
        else:
            said, there = f"Ordet «{right}» i navnet «{name.navn}» er her stavet «{written}».", "navnet står her"
        yield Hit(
            first.at,
            said,
            f"Skriv «{right}» alle steder.{_OTHERWISE if story.aftale is not None else ''}",
            (Related(first.given, there), *others),
            subject=written,
        )
