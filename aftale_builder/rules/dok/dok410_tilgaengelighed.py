"""Filen er svær at læse med en skærmlæser.

## Hvorfor
Aftalen bliver offentlig, og nogle af dem, der skal læse den, hører den læst op. Så skal overskrifter komme i orden, billeder
have ord, tabeller en overskriftsrække, og filen sige, hvilket sprog den er på, og hvad den hedder.

## Forkert
```word
= 7. Lokal evaluering
=== Status
Hver følgegruppe gør status to gange om året.
```

## Rigtigt
```word
= 7. Lokal evaluering
== Status
Hver følgegruppe gør status to gange om året.
```

## Kilde
Vores egen vurdering, efter det som Words egen tilgængelighedskontrol ser efter.

## Forbehold
Skabelonens egne overskrifter bliver ikke bedømt: dem kan I ikke ændre. En overskriftsrække ventes i tabeller med mindst tre
kolonner, hvis første række har ord i alle felter. At der ingen overskrifter er, bliver sagt om skabelonen og om andre
dokumenter med mindst 250 ord uden for tabeller; grænsen er vores egen.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.rules.finished import Finished, Paragraph, Part, Trait
from aftale_builder.rules.registry import Over, rule

_TOLD = {
    Trait.LANGUAGE: (
        "Filen siger ikke, at teksten er på dansk.",
        "Markér al tekst, vælg Gennemse → Sprog → dansk, og sæt det som standard.",
    ),
    Trait.TITLE: ("Filen har ingen titel.", "Skriv den under Filer → Oplysninger → Egenskaber → Titel."),
    Trait.PICTURE: (
        "Der er {} uden alternativ tekst.",
        "Højreklik på billedet, vælg «Rediger alternativ tekst», og skriv, hvad det viser.",
    ),
    Trait.TABLE: (
        "Der er {} uden overskriftsrække.",
        "Stil markøren i første række, og vælg Tabellayout → Gentag overskriftsrækker.",
    ),
}
_LONG = 250
"""Ours: with so many words, a page or so, a paper needs headings."""
_COUNTED = {Trait.PICTURE: ("et billede", "billeder"), Trait.TABLE: ("en tabel", "tabeller")}


@rule("DOK410", "tilgaengelighed", Severity.RAAD, sources=("vores",), over=Over.WORD)
def check(file: Finished) -> Iterator[Hit]:
    """Yield one hit for each kind of thing that is lacking, at the first place that lacks it."""
    for trait, (message, help) in _TOLD.items():
        places = [at for lacking, _, at in file.lacks if lacking is trait]
        if places:
            yield Hit(places[0], message.format(_counted(trait, len(places))), help, subject=trait)
    if _has_no_structure(file):
        yield Hit(
            file.at,
            "Ingen overskrift i filen har en overskrifts typografi: der er ingen indholdsfortegnelse at finde rundt efter.",
            "Giv hver overskrift typografien «Overskrift 1», «Overskrift 2» og så videre; fed skrift alene er ikke nok.",
            subject="overskrifter",
        )
    skipped = list(_skipping(file))
    if skipped:
        more = f" Det sker {len(skipped)} steder i filen." if len(skipped) > 1 else ""
        yield Hit(
            skipped[0].spot,
            f"Overskriften «{skipped[0].text.strip()}» springer et niveau over.{more}",
            "Giv den typografien for niveauet lige under overskriften før.",
            subject="niveau",
        )


def _has_no_structure(file: Finished) -> bool:
    """Tell whether a file that has headings, or is so long that it ought to, has none that a screen reader can find."""
    if any(paragraph.level is not None for paragraph in file.of(Part.BODY)):
        return False
    prose = (paragraph.own for paragraph in file.of(Part.BODY) if not paragraph.cell)
    return file.form is not None or sum(len(own.split()) for own in prose) >= _LONG


def _counted(trait: Trait, count: int) -> str:
    one, many = _COUNTED.get(trait, ("", ""))
    return one if count == 1 else f"{count} {many}"


def _skipping(file: Finished) -> Iterator[Paragraph]:
    """Yield the headings, not the form's own, that are more than one level below the heading before."""
    above = 0
    for paragraph in file.of(Part.BODY):
        if paragraph.level is None or not paragraph.text.strip():
            continue
        if paragraph.level > above + 1 and above and not paragraph.fixed:
            yield paragraph
        above = paragraph.level
