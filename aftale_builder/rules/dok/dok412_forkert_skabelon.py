"""Filen er ikke den skabelon, den giver sig ud for.

## Hvorfor
Hver bevilling har sine egne skabeloner. Er aftalen skrevet i en ældre, spørger den om noget andet end det, Landsbyggefonden vil
vide nu, og svarene passer ikke til de indsatsområder og mål, der gælder.

## Forkert
```word
= 6. Indsatsområder
== Kriminalpræventiv indsats
=== Problemkompleks for indsatsområdet
I 2019 var der 65 sigtelser pr. 1.000 beboere.
```

## Rigtigt
```word
= 6. Indsatsområder
== Kriminalitetsforebyggelse
=== Problemkompleks for indsatsområdet
I 2019 var der 65 sigtelser pr. 1.000 beboere.
```

## Kilde
`lbf-skabelon-2019`: en strategisk samarbejdsaftale har skabelonens afsnit. Hvilken bevilling en periode hører til, er vores
egen vurdering af årene (`vores`).

## Forbehold
Skabelonen kendes på det, som kun den har: sine indsatsområder med problemkompleks og den bevilling, den nævner. Kun ordlyden af
skabelonen for 2019-26 er kendt. En fil, der ikke siger, hvad den er, bliver ikke bedømt som skabelon, og får ingen dom.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.rules.finished import Finished
from aftale_builder.rules.lines import Paper
from aftale_builder.rules.registry import Over, rule


@rule("DOK412", "forkert-skabelon", Severity.FEJL, sources=("lbf-skabelon-2019", "vores"), over=Over.WORD)
def check(file: Finished) -> Iterator[Hit]:
    """Yield a hit for a file of another generation than its period, of no known form, or that does not say what it is."""
    if file.other is not None and file.regulativ is not None:
        form, at = file.other
        yield Hit(
            at,
            f"Aftalen hører til {file.regulativ.navn}, men det, der står her, er fra skabelonen for {form.navn}.",
            f"Skriv aftalen i skabelonen for {file.regulativ.navn} fra sagen. Er perioden forkert, så ret den.",
            subject=form.id,
        )
    elif file.paper is None:
        yield Hit(
            file.at,
            "Filen siger ikke, hvilket af aftalens dokumenter den er, og får ingen dom.",
            "Skriv det som titel øverst: «Strategisk samarbejdsaftale», «Delaftale for indsatsområdet …», «Kommissorium for …».",
            subject="ukendt",
        )
    elif file.paper is Paper.SAMARBEJDSAFTALE and file.form is None and _has_known_form(file):
        yield Hit(
            file.at,
            f"Filen kalder sig strategisk samarbejdsaftale, men har {_count(file.sections)} af skabelonens afsnit.",
            "Se, om det er den rigtige fil. Er det den, så flyt teksten over i skabelonen fra sagen i driftsstøttesystemet.",
            subject="afsnit",
        )


def _count(sections: int) -> str:
    return f"kun {sections}" if sections else "ingen"


def _has_known_form(file: Finished) -> bool:
    return file.regulativ is None or bool(file.regulativ.fast_tekst)
