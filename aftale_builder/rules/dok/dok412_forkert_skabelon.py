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
Skabelonen kendes på det, som kun den har: sine indsatsområder med problemkompleks og den bevilling, den nævner. Det meste afgør:
er ét område fra en ældre bevilling, bliver det sagt, og resten bedømt som den skabelon, det er. Hvilken bevilling aftalen selv
hører til, ses af den dag, den gælder fra, ellers af skabelonen, af de midler, den nævner, eller af det regulativ, den henviser
til. Kun ordlyden af skabelonen for 2019-26 er kendt; en aftale under 2015-18 bliver ikke holdt op imod den. En fil, der ikke
siger, hvad den er, bliver ikke bedømt som skabelon, og får ingen dom.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.finished import Finished
from aftale_builder.rules.lines import Paper
from aftale_builder.rules.registry import Over, rule


@rule("DOK412", "forkert-skabelon", Severity.FEJL, sources=("lbf-skabelon-2019", "vores"), over=Over.WORD)
def check(file: Finished) -> Iterator[Hit]:
    """Yield a hit for a file of another generation than its period, of no known form, or that does not say what it is."""
    if file.called is not None:
        yield Hit(
            file.at,
            f"Filen kalder sig {file.called}, men har den strategiske samarbejdsaftales afsnit.",
            "Ret titlen, eller hent den rigtige skabelon fra sagen.",
            subject="titel",
        )
    if file.odd and file.regulativ is not None:
        yield from _of_another(file, file.regulativ)
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


def _of_another(file: Finished, own: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each slip in the right form, or one for a form that as a whole is another's."""
    for form, words, at in file.odd:
        if file.form is not None:
            yield Hit(
                at,
                f"Indsatsområdet «{words}» hører til {form.navn}; resten af skabelonen er den for {own.navn}.",
                f"Ret overskriften til et af indsatsområderne for {own.navn}, eller slet afsnittet.",
                subject=words,
            )
        else:
            yield Hit(
                at,
                f"Aftalen hører til {own.navn}, men det, der står her («{words}»), er fra skabelonen for {form.navn}.",
                f"Skriv aftalen i skabelonen for {own.navn} fra sagen. Er perioden forkert, så ret den.",
                subject=form.id,
            )


def _count(sections: int) -> str:
    return f"kun {sections}" if sections else "ingen"


def _has_known_form(file: Finished) -> bool:
    return file.regulativ is None or bool(file.regulativ.fast_tekst)
