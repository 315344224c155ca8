"""The fields of the documents whose forms nobody has shown us: what they may be called, and how they are written."""

from __future__ import annotations

from collections.abc import Mapping

from aftale_builder.binding.writing import Written, blocks, column, each, listing, maybe, missing, prose, short, slot, table, when
from aftale_builder.word.marking import BOLD

_NAME = Written(
    ("Navn på den boligsociale indsats", "Navn på den boligsociale indsats, som delaftalen vedrører", "Boligsocial indsats",
     "Indsatsens navn", "Områdets navn", "Indsats", "Projektets navn", "Helhedsplanens navn"),
    ("{{ navn }}",), ("{{ navn }}",), "Boligsocial indsats", "navn",
)  # fmt: skip
_PERIOD = short(
    "Periode", "periode", "Aftaleperiode", "Projektperiode", "Gælder", "Samarbejdsaftalen gælder fra - til", "Gyldighed"
)

_PARTIES = short("Aftalens parter", "aftalens_parter", "Parter", "Parterne")
_VERSION = short("Aftalens version", "version", "Version", "Udgave")
_CASE = short("Sagsnummer", "sagsnummer", "Sagsnr", "Sag")

_SEATS = {
    "hvem": column("m.hvem", "Part", "Part eller aktør", "Organisation", "Hvem", "Medlem", "Repræsenterer"),
    "stilling": column("m.stilling", "Titel og navn", "Navn", "Titel", "Navn og titel", "Stilling", "Person"),
    "niveau": column("m.niveau", "Niveau"),
    "kompetence": column("m.kompetence", "Kan beslutte", "Beslutningskompetence"),
}
_MILESTONES = {
    "dato": column("m.dato", "Dato", "Tidspunkt", "Hvornår", "Tid", "Deadline", "Frist"),
    "tekst": column("m.tekst", "Milepæl", "Milepæle", "Hvad", "Beskrivelse", "Aktivitet/milepæl"),
    "type": column("m.type", "Art", "Type"),
    "ansvarlig": column("m.ansvarlig", "Ansvarlig", "Hvem", "Ansvar"),
    "sted": column("m.sted", "Hører til", "Indsatsområde", "Aktivitet", "Indsatsområde/aktivitet"),
}
_CONTACTS = {
    "navn": column("k.navn", "Navn", "Kontaktperson"),
    "titel": column("k.titel", "Titel", "Stilling", "Funktion"),
    "part": column("k.part", "Part", "Organisation"),
    "telefon": column("k.telefon", "Telefon", "Tlf", "Telefonnummer"),
    "mail": column("k.mail", "E-mail", "Mail", "Mailadresse"),
}
_SITUATIONS = {
    "hændelse": column("s.haendelse", "Situation", "Hændelse", "Krise", "Hvad"),
    "ansvarlig": column("s.ansvarlig", "Hvem handler", "Ansvarlig", "Hvem"),
    "handling": Written(("Handling", "Hvordan", "Hvad gør vi", "Tiltag"), slot("s.handling")),
    "orientering": column("s.orientering", "Hvem orienteres", "Orientering", "Orienteres"),
}
_FIGURES = {
    "tekst": column("t.tekst", "Hvad", "Tal", "Nøgletal", "Indikator"),
    "værdi": column("t.vaerdi", "Værdi", "Andel"),
    "år": column("t.aar", "År"),
    "gælder": column("t.gaelder", "Gælder"),
    "kilde": column("t.kilde", "Kilde", "Datakilde"),
}
_MILESTONE = "{{ m.dato }}: {{ m.tekst }}" + maybe("m.type", " (", ")") + maybe("m.ansvarlig", "; ansvarlig: ")
_AIM = (
    *when("d.maal", "Peger hen imod målet:", *each("m", "d.maal", "{{ m }}")),
    *when("d.udfordringer", "Svarer på kerneudfordringen:", *each("k", "d.udfordringer", "{{ k }}")),
    *each("i", "d.indikatorer", "{{ i.navn }}" + maybe("i.start", "; start: ") + maybe("i.maal", "; mål: ")
          + maybe("i.dato", "; senest ") + maybe("i.kilde", "; kilde: ")),
)  # fmt: skip
_SHORT = {
    "Målgruppe": "a.maalgruppe", "Antal deltagere": "a.antal", "Boligområder": "a.omraader", "Periode": "a.periode",
    "Delmål": "a.delmaal", "Ansvarlig": "a.ansvarlig", "Forankring": "a.forankring", "Persondata": "a.persondata",
}  # fmt: skip
_LONG = {
    "Formål": "a.formaal", "Indhold": "a.indhold", "Rekruttering": "a.rekruttering", "Vidensgrundlag": "a.vidensgrundlag",
    "Eksisterende tilbud": "a.eksisterende_tilbud", "Måling": "a.maaling",
}  # fmt: skip
_ACTIVITY = (
    f"{BOLD}{{{{ a.navn }}}}",
    *(line for label, value in _SHORT.items() for line in when(value, f"{label}: {{{{ {value} }}}}")),
    *(
        line
        for label, value in _LONG.items()
        for line in when(f"{value}.tekst or {value}.mangler", f"{BOLD}{label}", *slot(value))
    ),
    *when("a.roller", f"{BOLD}Ansvars- og rollefordeling", *each("r", "a.roller", "{{ r.hvem }}" + maybe("r.opgave", ": "))),
    *when("a.succeskriterier", f"{BOLD}Succeskriterier", *each("s", "a.succeskriterier", "{{ s }}")),
    *when("a.oekonomi", f"{BOLD}Økonomi", "{{p a.oekonomi }}"),
    *when("a.milepaele", f"{BOLD}Milepæle", *each("m", "a.milepaele", _MILESTONE)),
)

KOMMISSORIUM: Mapping[str, Written] = {
    "organ": short("Organ", "organ", "Kommissorium for", "Organets navn", "Navn"),
    "navn": _NAME,
    "parter": _PARTIES,
    "periode": _PERIOD,
    "version": _VERSION,
    "sagsnummer": _CASE,
    "art": short("Organets art", "type", "Art", "Type"),
    "niveau": short("Niveau", "niveau"),
    "områder": short("Boligområder", "omraader", "Områder"),
    "ikrafttræden": short("Ikrafttræden", "ikrafttraeden", "Træder i kraft"),
    "mangler": Written((), missing("mangler_helt")),
    "formål": prose("Formål", "formaal", "Formålet", "Bestyrelsens formål", "Baggrund og formål"),
    "beskrivelse": prose("Om organet", "beskrivelse", "Beskrivelse", "Baggrund"),
    "opgaver": listing("Opgaver", "opgaver", "opgaver_slot", "Bestyrelsens opgaver", "Opgaver og ansvar", "Opgave"),
    "ansvar": short("Ansvar for", "ansvar", "Ansvar"),
    "sammensætning": prose("Sammensætning", "sammensaetning", "Bestyrelsens sammensætning", "Hvem sidder i bestyrelsen"),
    "medlemmer": table(
        "Medlemmer", ("m", "medlemmer"),
        "{{ m.hvem }}" + maybe("m.stilling", ": ") + maybe("m.niveau", " (", ")") + maybe("m.kompetence", "; kan beslutte: "),
        _SEATS, "Bestyrelsens medlemmer", "Deltagere",
    ),
    "formænd": short("Formænd", "formaend", "Formand", "Formandskab"),
    "sekretariat": prose("Sekretariatsbetjening", "sekretariat", "Sekretariat", "Sekretariatsbetjening af bestyrelsen"),
    "sekretær": short("Sekretær", "sekretaer"),
    "møder": prose("Møder", "moeder", "Mødefrekvens", "Mødevirksomhed", "Bestyrelsens møder"),
    "møder_pr_år": short("Møder om året", "moeder_pr_aar", "Antal møder om året"),
    "beslutninger": prose("Beslutninger", "beslutninger", "Beslutningskompetence", "Beslutningsdygtighed"),
    "vidensbehov": short("Vidensbehov", "vidensbehov"),
    "bindeled": table(
        "Bindeled til andre organer", ("b", "bindeled"),
        "{{ b.organer }}" + maybe("b.person", ": ") + maybe("b.op", "; viden op: ") + maybe("b.ned", "; viden ned: "),
        {}, "Bindeled",
    ),
    "diagram": blocks("Organisationsdiagram", "diagram"),
    "tekst": prose("Øvrigt", "tekst", "Andet", "Bemærkninger"),
}  # fmt: skip

DELAFTALE: Mapping[str, Written] = {
    "område": short("Indsatsområde", "omraade", "Delaftale for indsatsområdet", "Indsatsområdet"),
    "ajourført": short("Senest ajourført", "ajourfoert", "Ajourført"),
    "navn": _NAME,
    "periode": _PERIOD,
    "version": _VERSION,
    "sagsnummer": _CASE,
    "parter": listing("Aftalens parter", "parter", "parter_slot", "Parter", "Delaftalens parter", "Samarbejdspartnere"),
    "indledning": prose("Indledning", "indledning", "Baggrund"),
    "kerneudfordringer": listing(
        "Kerneudfordringer", "kerneudfordringer", "", "Problemkompleks for indsatsområdet", "Problemkompleks", "Udfordringer"
    ),
    "tal": table(
        "Tal bag problemkomplekset", ("t", "tal"),
        "{{ t.tekst }}" + maybe("t.vaerdi", ": ") + maybe("t.aar", " (", ")") + maybe("t.gaelder", "; gælder: ")
        + maybe("t.kilde", "; kilde: "),
        _FIGURES, "Data", "Statistik",
    ),
    "indsatslogik": blocks("Indsatslogik", "indsatslogik"),
    "delmål": Written(
        ("Delmål", "Mål", "Delmål for indsatsområdet", "Målsætninger"),
        (*missing("delmaal_slot"), *each("d", "delmaal", f"{BOLD}Delmål {{{{ d.nr }}}}", "{{ d.tekst }}", *_AIM)),
        label="Delmål", when="delmaal or delmaal_slot.mangler",
    ),
    "aktiviteter": Written(
        ("Aktiviteter", "Aktivitet", "Beskrivelse af aktiviteter", "Aktiviteter i indsatsområdet"),
        (*missing("aktiviteter_slot"), *each("a", "aktiviteter", *_ACTIVITY)),
        label="Aktiviteter", when="aktiviteter or aktiviteter_slot.mangler",
    ),
    "samarbejde": prose("Samarbejde", "samarbejde", "Ansvars- og rollefordeling", "Samarbejde og ansvar"),
    "opfølgning": prose("Opfølgning", "opfoelgning", "Opfølgning og evaluering", "Evaluering"),
}  # fmt: skip

MILEPAELSPLAN: Mapping[str, Written] = {
    "navn": _NAME,
    "parter": _PARTIES,
    "periode": _PERIOD,
    "version": _VERSION,
    "sagsnummer": _CASE,
    "tidslinje": blocks("Tidslinje", "tidslinje"),
    "milepæle": table(
        "Milepæle",
        ("m", "milepaele"),
        _MILESTONE + maybe("m.sted", "; hører til: "),
        _MILESTONES,
        "Milepæl",
        gap="milepaele_slot",
    ),
}

BEREDSKABSPLAN: Mapping[str, Written] = {
    "navn": _NAME,
    "parter": _PARTIES,
    "periode": _PERIOD,
    "version": _VERSION,
    "sagsnummer": _CASE,
    "tekst": prose("Beredskab", "tekst", "Indledning", "Formål", "Beskrivelse", "Beredskabsplan for indsatsen"),
    "situationer": Written(
        ("Situationer", "Situation", "Hændelser"),
        each("s", "situationer", f"{BOLD}{{{{ s.haendelse }}}}", *when("s.ansvarlig", "Hvem handler: {{ s.ansvarlig }}"),
             *slot("s.handling"), *when("s.orientering", "Hvem orienteres: {{ s.orientering }}")),
        (), "Situationer", "situationer", "s", "situationer", _SITUATIONS,
    ),
    "kontakter": table(
        "Kontakter", ("k", "kontakter"),
        "{{ k.navn }}" + maybe("k.titel", ", ") + maybe("k.part", ", ") + maybe("k.telefon", "; telefon: ")
        + maybe("k.mail", "; e-mail: "),
        _CONTACTS, "Kontaktpersoner", "Kontaktoplysninger",
    ),
}  # fmt: skip

DOCUMENTS: Mapping[str, Mapping[str, Written]] = {
    "kommissorium": KOMMISSORIUM,
    "delaftale": DELAFTALE,
    "milepælsplan": MILEPAELSPLAN,
    "beredskabsplan": BEREDSKABSPLAN,
}
