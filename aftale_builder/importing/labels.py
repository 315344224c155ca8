"""What delaftaler and kommissorier call their parts: our own, the fund's form of 2015-18, older plans."""

from __future__ import annotations

from collections.abc import Mapping

from aftale_builder.importing.wording import key


def _by_key(labels: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {key(form): name for name, forms in labels.items() for form in forms}


DELAFTALE_TITLE = "delaftale for indsatsområdet"
KOMMISSORIUM_TITLE = "kommissorium for"

HEAD = _by_key({
    "navn": ("Navn på den boligsociale indsats, som delaftalen vedrører", "Navn på den boligsociale indsats", "Områdets navn"),
    "parter": ("Aftalens parter", "Delaftalens parter", "Parter"),
})  # fmt: skip
"""The labels at the top of a delaftale."""

SECTIONS = _by_key({
    "indledning": ("Indledning", "Baggrund", "Baggrund og formål", "Formål med delaftalen"),
    "problem": ("Problemkompleks for indsatsområdet", "Problemkompleks"),
    "delmål": ("Delmål", "Mål og delmål", "Delmål og indikatorer"),
    "aktiviteter": ("Aktiviteter", "Aktiviteter i delaftalen", "Indsatser og aktiviteter", "Aktivitetsbeskrivelser"),
    "samarbejde": ("Samarbejde", "Samarbejde og koordinering", "Organisering og samarbejde"),
    "opfølgning": ("Opfølgning", "Opfølgning og evaluering", "Evaluering og opfølgning"),
    "figur": ("Indsatslogik",),
})  # fmt: skip
"""The sections of a delaftale."""

IN_PROBLEM = _by_key({"kerneudfordringer": ("Kerneudfordringer",), "tal": ("Tal bag problemkomplekset",)})
IN_DELMAAL = _by_key({
    "mål": ("Peger hen imod målet", "Peger hen imod målene", "Overordnet mål", "Overordnede mål"),
    "kerneudfordringer": ("Svarer på kerneudfordringen", "Svarer på kerneudfordringerne"),
})  # fmt: skip

ACTIVITY = _by_key({
    "målgruppe": ("Målgruppe", "Målgrupper"),
    "antal": ("Antal deltagere", "Forventet antal deltagere"),
    "områder": ("Boligområder", "Boligområde"),
    "periode": ("Periode", "Tidsperiode"),
    "delmål": ("Delmål",),
    "ansvarlig": ("Ansvarlig", "Ansvarlig part"),
    "forankring": ("Forankring",),
    "persondata": ("Persondata",),
    "formål": ("Formål", "Formål med aktiviteten"),
    "indhold": ("Indhold", "Metode", "Metode og indhold", "Indhold og metode", "Beskrivelse", "Beskrivelse af aktiviteten"),
    "roller": ("Ansvars- og rollefordeling", "Roller"),
    "rekruttering": ("Rekruttering", "Rekruttering af deltagere"),
    "vidensgrundlag": ("Vidensgrundlag",),
    "eksisterende_tilbud": ("Eksisterende tilbud",),
    "succeskriterier": ("Succeskriterier", "Succeskriterium"),
    "måling": ("Måling", "Evaluering", "Måling og evaluering", "Dokumentation"),
    "milepæle": ("Milepæle",),
    "økonomi": ("Økonomi",),
})  # fmt: skip
"""What is told of an aktivitet, under a heading of its own or in a row of a table."""

FIGURES = _by_key(
    {"tekst": ("Hvad",), "værdi": ("Værdi",), "år": ("År",), "gælder": ("Gælder",), "kilde": ("Kilde", "Datakilde")}
)
INDICATORS = _by_key({
    "navn": ("Indikator", "Indikatorer"), "start": ("Start", "Startværdi", "Baseline"), "mål": ("Mål", "Måltal"),
    "dato": ("Nås senest", "Dato"), "kilde": ("Kilde", "Datakilde"),
})  # fmt: skip
ROLES = _by_key({"hvem": ("Part eller aktør", "Part", "Aktør", "Hvem"), "opgave": ("Opgave", "Opgaver", "Rolle", "Ansvar")})
MILESTONES = _by_key({
    "dato": ("Dato", "Hvornår", "Tidspunkt"), "tekst": ("Milepæl", "Milepæle", "Hvad"), "type": ("Art", "Type"),
    "ansvarlig": ("Ansvarlig", "Hvem"),
})  # fmt: skip

ORGAN = _by_key({
    "indsats": ("Boligsocial indsats",), "gælder": ("Gælder",), "type": ("Organets art",), "niveau": ("Niveau",),
    "områder": ("Boligområder",), "formænd": ("Formænd", "Formand", "Formandskab"),
    "møder_pr_år": ("Møder om året", "Antal møder om året"), "opgaver": ("Ansvar for",),
    "sekretær": ("Sekretær",), "ikrafttræden": ("Ikrafttræden", "Ikrafttrædelse"),
    "parter": ("Parter",), "version": ("Aftalens version",), "sagsnummer": ("Sagsnummer",),
})  # fmt: skip
"""The rows of a kommissorium's table of facts."""

KOMMISSORIUM = _by_key({
    "formål": ("Formål", "Formål og ansvar", "Bestyrelsens formål"),
    "beskrivelse": ("Om organet",),
    "opgaver": ("Opgaver", "Bestyrelsens opgaver", "Ansvar og opgaver", "Opgaver og ansvar"),
    "sammensætning": ("Sammensætning", "Bestyrelsens sammensætning", "Medlemmer"),
    "sekretariat": ("Sekretariatsbetjening", "Sekretariatsbetjening af bestyrelsen", "Sekretariat", "Sekretariatsfunktion"),
    "møder": ("Møder", "Mødeafholdelse", "Møder og mødefrekvens", "Mødefrekvens"),
    "beslutninger": ("Beslutninger", "Beslutningskompetence", "Beslutningsdygtighed"),
    "vidensbehov": ("Vidensbehov",),
    "bindeled": ("Bindeled til andre organer", "Bindeled"),
    "figur": ("Organisationsdiagram",),
    "tekst": ("Øvrigt", "Andet"),
})  # fmt: skip
"""The sections of a kommissorium."""

SEATS = _by_key({
    "hvem": ("Part eller aktør", "Part", "Organisation"), "titel": ("Titel og navn", "Titel", "Navn og titel"),
    "niveau": ("Niveau",), "beslutningskompetence": ("Kan beslutte", "Beslutningskompetence"),
})  # fmt: skip
POSTS = _by_key({"post": ("Budgetpost (kroner)",), "i_alt": ("I alt",)})
"""The columns of an aktivitet's posts, between which the budget years stand."""
LINKS = _by_key({"organer": ("Forbinder",), "person": ("Person",), "viden_op": ("Viden op",), "viden_ned": ("Viden ned",)})

SENTENCES = frozenset(
    key(text)
    for text in (
        (
            "Ikke LBF’s skabelon: brug skabelonen på sagen i driftsstøttesystemet. Dette dokument er aftale-builders eget "
            "forlæg. Det samler de oplysninger, som skemaet på sagen skal udfyldes med."
        ),
        "Bestyrelsen for den boligsociale indsats har ansvar for, at denne delaftale løbende ajourføres.",
        "Problemkomplekset er beskrevet i afsnit 6 i den strategiske samarbejdsaftale.",
        (
            "LBF har ingen skabelon til kommissoriet. Opstillingen er aftale-builders egen; kommissoriet uploades som bilag på "
            "sagen."
        ),
    )
)
"""What the documents say by themselves."""
