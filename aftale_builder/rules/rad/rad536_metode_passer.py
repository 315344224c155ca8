"""En aktivitet for dem, der er længst fra arbejde, måles direkte på job.

## Hvorfor
For voksne langt fra arbejdsmarkedet er det næste skridt sjældent et job. Motivation og brobygning er det, boligsociale
aktiviteter er gode til, og det kan måles.

## Forkert
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale:
      delmål: [{id: d1, tekst: Flere i job., indikatorer: [{navn: Deltagere i ordinært job}]}]
      aktiviteter: [{id: a1, navn: Vejen, målgruppe: {beskrivelse: Voksne langt fra arbejdsmarkedet}, delmål: [d1]}]
```

## Rigtigt
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale:
      delmål: [{id: d1, tekst: Flere tager et skridt mod job., indikatorer: [{navn: Deltagere i praktik, kilde: Jobcentret}]}]
      aktiviteter: [{id: a1, navn: Vejen, målgruppe: {beskrivelse: Voksne langt fra arbejdsmarkedet}, delmål: [d1]}]
```

## Kilde
`sfi-2013` (evaluering, spørgeskema), l. 503-511: få projektlederes aktiviteter hjalp direkte i beskæftigelse;
potentialet er størst i motivation og brobygning.

## Forbehold
Reglen læser målgruppens ord og navnene på delmålets indikatorer; den tier, når en af dem måler et skridt på vejen
(praktik, kursus, timer, mod). Ordlisterne er vores. Tallene er projektledernes egne vurderinger. `sfi-2013` beskriver
ordningen 2006-10, der siden er ændret, og dens cases er ikke repræsentative.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.effort import delaftaler, has
from aftale_builder.rules.evidence import SURVEY, backed, sfi
from aftale_builder.rules.registry import rule

_FAR = (
    "langt fra arbejdsmarked",
    "længst fra arbejdsmarked",
    "længst væk fra",
    "aktivitetsparat",
    "misbrug",
    "hjemløs",
    "langtidsledig",
)
_JOB = ("i job", "i beskæftigelse", "i arbejde", "ordinær", "ansættelse")
_STEP = ("praktik", "kursus", "timer", "skridt", "motivation", "mod på", "forløb", "tættere på", "netværk")


@rule("RAD536", "metode-passer", Severity.RAAD, sources=("sfi-2013",))
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each aktivitet for those far from work whose delmål is measured by jobs and by no step on the way."""
    for _, delaftale in delaftaler(aftale):
        for aktivitet in delaftale.aktiviteter:
            group = aktivitet.maalgruppe
            served = [delmaal for delmaal in delaftale.delmaal if delmaal.id in map(str, aktivitet.delmaal)]
            measured = "\n".join(indikator.navn for delmaal in served for indikator in delmaal.indikatorer)
            if group is not None and has(group.beskrivelse, *_FAR) and has(measured, *_JOB) and not has(measured, *_STEP):
                yield Hit(
                    group.at("beskrivelse"),
                    f"«{aktivitet.navn}» er for mennesker langt fra arbejde, men måles direkte på job.",
                    backed(
                        "Tilføj en indikator for et skridt på vejen: praktik, timer, kursus eller mod på arbejde.",
                        sfi("503-511", SURVEY),
                    ),
                    subject="job",
                )
