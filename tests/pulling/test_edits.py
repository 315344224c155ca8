"""Edits as people make them and programs save them: `pull` changes just what was changed, or says why not."""

# ruff: noqa: E501 - the lines of the diffs stand as they are

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from copy import deepcopy
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree

from aftale_builder.cli._group import run as aftale
from tests.pulling.sample import (
    AGREEMENT,
    MILESTONES,
    WORK,
    W,
    Word,
    files,
    p,
    run,
    said,
    split_at,
)

CHARTER = "Kommissorium - Bestyrelsen for Sammen om Solbakken.docx"
ALONE = "tekster/6-sammenhaengskraft-og-medborgerskab.md"
VISION = "tekster/2-vision.md"
AREAS = "tekster/1-boligomraadet.md"
EVALUATION = "tekster/7-lokal-evaluering.md"
Edit = Callable[[Word], object]


class Case(NamedTuple):
    """An edit, what it must change (by file, the lines that go and come), or words of why it is refused."""

    file: str
    edit: Edit
    changes: Mapping[str, list[str]]
    why: str = ""


def typed(old: str, new: str, *, everywhere: bool = False) -> Edit:
    return lambda word: word.replace(old, new, everywhere=everywhere)


def split(words: str) -> Edit:
    def edit(word: Word) -> None:
        paragraph = word.paragraph(words)
        first, _ = split_at(paragraph, words)
        new = p("", paragraph)
        new.remove(next(new.iter(f"{W}r")))
        new.extend([first, *first.itersiblings()])
        paragraph.addnext(new)

    return edit


def joined(words: str) -> Edit:
    def edit(word: Word) -> None:
        paragraph = word.paragraph(words)
        after = paragraph.getnext()
        assert after is not None
        paragraph.append(run(" "))
        paragraph.extend([child for child in after if child.tag != f"{W}pPr"])
        gone(after)

    return edit


def gone(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def new(after: str, *texts: str, style: str = "") -> Edit:
    def edit(word: Word) -> None:
        at = word.paragraph(after)
        like = word.paragraph(style) if style else at
        for said_now in texts:
            made = p(said_now, like)
            at.addnext(made)
            at = made

    return edit


def moved(words: str, behind: str) -> Edit:
    def edit(word: Word) -> None:
        word.paragraph(behind).addnext(word.paragraph(words))

    return edit


def looked(words: str, *looks: str, off: str = "") -> Edit:
    """Give words a look of their own, or take it from them."""

    def edit(word: Word) -> None:
        first, _ = split_at(word.paragraph(words), words)
        text = first.find(f"{W}t")
        assert text is not None
        rest = deepcopy(first)
        rest.find(f"{W}t").text = (text.text or "")[len(words) :]  # type: ignore[union-attr]
        text.text = words
        first.addnext(rest)
        own = first.find(f"{W}rPr")
        if own is None:
            own = etree.Element(f"{W}rPr")
            first.insert(0, own)
        for name in looks:
            own.insert(0, etree.Element(f"{W}{name}"))
        for look in own.findall(f"{W}{off}") if off else ():
            own.remove(look)

    return edit


def row(words: str, *cells: str) -> Edit:
    """Put in a row below another, as Word does: a copy with other words."""

    def edit(word: Word) -> None:
        model = word.row(words)
        made = deepcopy(model)
        for mark in [*made.iter(f"{W}bookmarkStart"), *made.iter(f"{W}bookmarkEnd")]:
            gone(mark)
        for cell, text in zip(made.iter(f"{W}tc"), cells, strict=True):
            texts = list(cell.iter(f"{W}t"))
            for other in texts:
                other.text = ""
            if texts:
                texts[0].text = text
        model.addnext(made)

    return edit


def note(after: str, text: str) -> Edit:
    """Put in a footnote behind words."""

    def edit(word: Word) -> None:
        notes = word.part("word/footnotes.xml")
        model = next(note for note in notes if note.get(f"{W}type") is None)
        made = deepcopy(model)
        made.set(f"{W}id", "77")
        texts = list(made.iter(f"{W}t"))
        for other in texts:
            other.text = ""
        texts[-1].text = f" {text}"
        notes.insert(len(notes) - 1, made)
        paragraph = word.paragraph(after)
        split_at(paragraph, after)
        first, _ = split_at(paragraph, after)
        own = first.find(f"{W}t")
        assert own is not None
        rest = deepcopy(first)
        rest.find(f"{W}t").text = (own.text or "")[len(after) :]  # type: ignore[union-attr]
        own.text = after
        reference = run("")
        gone(next(reference.iter(f"{W}t")))
        reference.append(etree.Element(f"{W}footnoteReference", {f"{W}id": "77"}))
        first.addnext(rest)
        first.addnext(reference)
        # Programs number notes as they are referred to.
        numbers = {note.get(f"{W}id"): str(number) for number, note in enumerate(notes)}
        for noted in [*notes, *word.body.iter(f"{W}footnoteReference")]:
            noted.set(f"{W}id", numbers[noted.get(f"{W}id")])

    return edit


def note_text(old: str, new_text: str) -> Edit:
    def edit(word: Word) -> None:
        notes = word.part("word/footnotes.xml")
        found = next(text for text in notes.iter(f"{W}t") if old in (text.text or ""))
        found.text = (found.text or "").replace(old, new_text)

    return edit


def no_note(after: str) -> Edit:
    def edit(word: Word) -> None:
        reference = next(word.paragraph(after).iter(f"{W}footnoteReference"))
        gone(reference.getparent())  # type: ignore[arg-type]

    return edit


def no_bookmarks(then: Edit) -> Edit:
    def edit(word: Word) -> None:
        for mark in [*word.body.iter(f"{W}bookmarkStart"), *word.body.iter(f"{W}bookmarkEnd")]:
            gone(mark)
        then(word)

    return edit


def breaks(words: str) -> Edit:
    """Press Shift and Enter before words."""

    def edit(word: Word) -> None:
        first, before = split_at(word.paragraph(words), words)
        text = before.find(f"{W}t")
        assert text is not None
        text.text = (text.text or "").rstrip()
        first.insert(1 if first.find(f"{W}rPr") is not None else 0, etree.Element(f"{W}br"))

    return edit


def three_rows_gone(word: Word) -> None:
    for words in ("De tre følgegrupper har holdt", "De fire ugentlige åbningstider", "De første ti unge har"):
        gone(word.row(words))


ENSOM = "Ensomhed er svær at tale om. Derfor er vores indgang praktisk: et brev fra kommunen, en lampe, der skal op, en gryde mad, der"
CASES: dict[str, Case] = {
    "skrevet-i-et-afsnit": Case(
        AGREEMENT, typed("Vi banker på.", "Vi banker på døren."),
        {VISION: ["-- **Vi går ud.** De beboere, der har mest brug for os, kommer sjældent af sig selv. Vi banker på.",
                  "+- **Vi går ud.** De beboere, der har mest brug for os, kommer sjældent af sig selv. Vi banker på døren."]}),
    "skrevet-i-fed": Case(
        AGREEMENT, typed("Vi går ud.", "Vi går altid ud."),
        {VISION: ["-- **Vi går ud.** De beboere, der har mest brug for os, kommer sjældent af sig selv. Vi banker på.",
                  "+- **Vi går altid ud.** De beboere, der har mest brug for os, kommer sjældent af sig selv. Vi banker på."]}),
    "et-afsnit-delt": Case(
        AGREEMENT, split("Derfor er vores indgang"),
        {ALONE: [f"-{ENSOM}", "+Ensomhed er svær at tale om.", "+", f"+{ENSOM[29:]}"]}),
    "to-afsnit-samlet": Case(AGREEMENT, joined("Ensomhed er svær"), {ALONE: ["-"]}),
    "et-nyt-afsnit": Case(
        AGREEMENT, new("Ensomhed er svær", "Et nyt afsnit, 100 % vores, med [tegn] og 1. tal."),
        {ALONE: ["+", "+Et nyt afsnit, 100 % vores, med \\[tegn\\] og 1. tal."]}),
    "et-afsnit-slettet": Case(
        AGREEMENT, lambda word: gone(word.paragraph("Ensomhed er svær")),
        {ALONE: ["-", f"-{ENSOM}", "-er for stor til en."]}),
    "et-afsnit-flyttet": Case(
        AGREEMENT, moved("Samtidig er lysten der", "De fleste beboere er glade"),
        {ALONE: ["+", "+Samtidig er lysten der. I 2024 lavede 21,9 pct. af de voksne frivilligt arbejde. Når nogen bliver spurgt direkte og får en",
                 "+opgave, de kan overskue, siger de fleste ja.",
                 "-Samtidig er lysten der. I 2024 lavede 21,9 pct. af de voksne frivilligt arbejde. Når nogen bliver spurgt direkte og får en",
                 "-opgave, de kan overskue, siger de fleste ja.", "-"]}),
    "linjeskift-i-et-afsnit": Case(
        AGREEMENT, breaks("Vi vil"),
        {"tekster/6-uddannelse-og-livschancer.md": [
            "-Problemkomplekset er drøftet og bekræftet af både Lindeby Kommune og de to boligorganisationer i september 2025. Vi vil",
            "+Problemkomplekset er drøftet og bekræftet af både Lindeby Kommune og de to boligorganisationer i september 2025.\\", "+Vi vil"]}),
    "fed": Case(AGREEMENT, looked("Ensomhed", "b"), {ALONE: [f"-{ENSOM}", f"+**Ensomhed**{ENSOM[8:]}"]}),
    "kursiv-taget-af": Case(
        AGREEMENT, looked("det jo er de samme, der bestemmer", off="i"),
        {ALONE: ["-bliver besluttet. Beboerne siger, at møderne er svære at følge, og at *det jo er de samme, der bestemmer*. I",
                 "+bliver besluttet. Beboerne siger, at møderne er svære at følge, og at det jo er de samme, der bestemmer. I"]}),
    "skrevet-i-et-citat": Case(
        AGREEMENT, typed("regne med sine naboer", "stole på sine naboer"),
        {VISION: ["-> og en voksen skal kunne regne med sine naboer og blive regnet med.*",
                  "+> og en voksen skal kunne stole på sine naboer og blive regnet med.*"]}),
    "et-nyt-punkt": Case(AGREEMENT, new("Vi går ud.", "Vi lytter."), {VISION: ["+- Vi lytter."]}),
    "et-nummereret-punkt-slettet": Case(
        AGREEMENT, lambda word: gone(word.paragraph("flere voksne har taget")),
        {VISION: ["-2. flere voksne har taget det næste skridt mod arbejde, og flere unge har haft deres første job,",
                  "-3. flere børn har et godt sted at være om eftermiddagen, og flere tør gå hjem ad stien om aftenen,",
                  "-4. flere kender deres nabo, deltager i foreninger og beboerdemokrati og bruger deres stemme.",
                  "+2. flere børn har et godt sted at være om eftermiddagen, og flere tør gå hjem ad stien om aftenen,",
                  "+3. flere kender deres nabo, deltager i foreninger og beboerdemokrati og bruger deres stemme."]}),
    "en-ny-liste": Case(
        AGREEMENT, new("Ensomhed er svær", "et brev", "en lampe", style="Vi går ud."),
        {ALONE: ["+", "+- et brev", "+- en lampe"]}),
    "en-overskrift-rettet": Case(
        AGREEMENT, typed("Sådan arbejder vi", "Sådan arbejder vi sammen"),
        {VISION: ["-# Sådan arbejder vi", "+# Sådan arbejder vi sammen"]}),
    "en-ny-overskrift": Case(
        AGREEMENT, new("Vi ved, at en boligsocial", "Principper", style="Sådan arbejder vi"),
        {VISION: ["+", "+# Principper"]}),
    "en-celle-i-en-tabel": Case(
        AGREEMENT, typed("86,6 pct.", "87,1 pct."),
        {AREAS: ["-| Børn på 1 til 5 år, der går i dagtilbud | 86,6 pct. | 94,3 pct. |",
                 "+| Børn på 1 til 5 år, der går i dagtilbud | 87,1 pct. | 94,3 pct. |"]}),
    "en-raekke-mere-i-en-tabel": Case(
        AGREEMENT, row("94,3 pct.", "Unge i job", "18 pct.", "25 pct."),
        {AREAS: ["+| Unge i job | 18 pct. | 25 pct. |"]}),
    "en-raekke-mindre-i-en-tabel": Case(
        AGREEMENT, lambda word: gone(word.row("94,3 pct.")),
        {AREAS: ["-| Børn på 1 til 5 år, der går i dagtilbud | 86,6 pct. | 94,3 pct. |"]}),
    "en-note-rettet": Case(
        AGREEMENT, note_text("De øvrige tal", "Alle øvrige tal"),
        {EVALUATION: ["-[^registre]: De faste indikatorer kommer fra LBF - Boligsociale Data og fra tryghedsundersøgelsen. De øvrige tal henter vi hos",
                      "+[^registre]: De faste indikatorer kommer fra LBF - Boligsociale Data og fra tryghedsundersøgelsen. Alle øvrige tal henter vi hos"]}),
    "en-ny-note": Case(
        AGREEMENT, note("Ensomhed er svær at tale om.", "Se bilag 2."),
        {ALONE: [f"-{ENSOM}", f"+Ensomhed er svær at tale om.[^1]{ENSOM[28:]}", "+[^1]: Se bilag 2.", "+"]}),
    "en-note-slettet": Case(AGREEMENT, no_note("fordi meget kan ændre sig"), {EVALUATION: [
        "-Lindeby Kommune, fordi meget kan ændre sig uden vores hjælp.[^registre]", "+Lindeby Kommune, fordi meget kan ændre sig uden vores hjælp.",
        "-[^registre]: De faste indikatorer kommer fra LBF - Boligsociale Data og fra tryghedsundersøgelsen. De øvrige tal henter vi hos",
        "-    skoler, jobcenter og Kultur og Fritid eller ved korte spørgeskemaer i beboerhusene.", "-"]}),
    "bogmaerker-tabt": Case(
        AGREEMENT, no_bookmarks(typed("Vi banker på.", "Vi ringer på.")),
        {VISION: ["-- **Vi går ud.** De beboere, der har mest brug for os, kommer sjældent af sig selv. Vi banker på.",
                  "+- **Vi går ud.** De beboere, der har mest brug for os, kommer sjældent af sig selv. Vi ringer på."]}),
    "kun-gemt-igen": Case(AGREEMENT, lambda word: None, {}),
    "en-dato": Case(MILESTONES, typed("10. juni 2026", "12-06-2026".replace("-", ".")), {"milepaele.yaml": ["-  dato: 10. juni 2026", "+  dato: 12. juni 2026"]}),
    "en-milepael-mere": Case(
        MILESTONES, row("De tre følgegrupper har holdt", "14. juli 2026", "Sommerfest", "andet", "Chefen for indsatsen", ""),
        {"milepaele.yaml": ["+", "+- id: sommerfest", "+  dato: 14. juli 2026", "+  type: andet", "+  ansvarlig: Chefen for indsatsen", "+  tekst: Sommerfest"]}),
    "en-milepael-mindre": Case(
        MILESTONES, lambda word: gone(word.row("De tre følgegrupper har holdt")),
        {"milepaele.yaml": ["-", "-- id: mp-følgegrupper", "-  dato: 10. juni 2026", "-  type: andet", "-  ansvarlig: Den kommunale koordinator",
                            "-  tekst: De tre følgegrupper har holdt deres første møde"]}),
    "et-tal-med-enhed": Case(WORK, typed("55 pct.", "57,5 pct."), {"delaftaler/beskaeftigelse.yaml": ["-        mål: 55", "+        mål: 57,5"]}),
    "et-ord-af-sproget": Case(
        MILESTONES, lambda word: word_in(word.row("De tre følgegrupper har holdt"), "andet", "opfølgning"),
        {"milepaele.yaml": ["-  type: andet", "+  type: opfølgning"]}),
    "foldet-tekst": Case(
        WORK, typed("som gerne vil noget nyt", "som meget gerne vil noget nyt"),
        {"delaftaler/beskaeftigelse.yaml": [
            "-        Kvinder mellem 30 og 59 år i de tre boligområder, der har været uden arbejde i mindst to år, som gerne vil noget nyt, og",
            "+        Kvinder mellem 30 og 59 år i de tre boligområder, der har været uden arbejde i mindst to år, som meget gerne vil noget nyt, og"]}),
    "periode-i-krøllede-parenteser": Case(
        AGREEMENT, typed("31. marts 2030", "30. april 2030"),
        {"aftale.yaml": ["-periode: {fra: 1. april 2026, til: 31. marts 2030}", "+periode: {fra: 1. april 2026, til: 30. april 2030}"]}),
    "en-anden-part": Case(
        CHARTER, lambda word: word_in(word.row("Direktør for beskæftigelse"), "Lindeby Kommune", "Lindeby Boligselskab"),
        {"aftale.yaml": [
            "-        - {part: lindeby-kommune, titel: Direktør for beskæftigelse og social, niveau: strategisk, beslutningskompetence: ja}",
            "+        - {part: lindeby-boligselskab, titel: Direktør for beskæftigelse og social, niveau: strategisk, beslutningskompetence: ja}"]}),
    "et-tal-mere-i-en-opremsning": Case(
        AGREEMENT, typed("afdeling 4, 7 og 11", "afdeling 4, 7, 11 og 13"),
        {"aftale.yaml": ['-      - {part: lindeby-boligselskab, numre: ["4", "7", "11"]}', '+      - {part: lindeby-boligselskab, numre: ["4", "7", "11", "13"]}']}),
    "en-part-mere-i-en-opremsning": Case(
        CHARTER, typed("Lindeby Kommune og Lindeby Boligselskab", "Lindeby Kommune, Lindeby Boligselskab og Østfjordens Politi"),
        {"aftale.yaml": ["-      formænd: [lindeby-kommune, lindeby-boligselskab]", "+      formænd: [lindeby-kommune, lindeby-boligselskab, politi]"]}),
    "et-tal-mindre-i-en-opremsning": Case(
        AGREEMENT, typed("afdeling 4, 7 og 11", "afdeling 4 og 11"),
        {"aftale.yaml": ['-      - {part: lindeby-boligselskab, numre: ["4", "7", "11"]}', '+      - {part: lindeby-boligselskab, numre: ["4", "11"]}']}),
    "et-medlem-mere": Case(
        CHARTER, row("Direktør for beskæftigelse", "Østfjordens Politi", "Vicepolitiinspektør", "strategisk", "nej"),
        {"aftale.yaml": ["+        - {part: politi, titel: Vicepolitiinspektør, niveau: strategisk, beslutningskompetence: nej}"]}),
    "en-indikator-mere": Case(
        WORK, row("55 pct.", "Nyt mål, vi følger", "10 pct.", "20 pct.", "31. december 2029", "Egen optælling"),
        {"delaftaler/beskaeftigelse.yaml": ["+      - navn: Nyt mål, vi følger", "+        start: 10", "+        mål: 20", "+        enhed: pct",
                                            "+        dato: 2029-12-31", "+        kilde: Egen optælling"]}),
    "et-område-mindre-i-en-opremsning": Case(
        WORK, typed("Solbakken, Kildevænget og Teglhaven", "Solbakken og Kildevænget"),
        {"delaftaler/beskaeftigelse.yaml": ["-    områder: [solbakken, kildevænget, teglhaven]", "+    områder: [solbakken, kildevænget]"]}),
    "kun-ét-område-af-tre": Case(
        WORK, typed("Solbakken, Kildevænget og Teglhaven", "Teglhaven"),
        {"delaftaler/beskaeftigelse.yaml": ["-    områder: [solbakken, kildevænget, teglhaven]", "+    områder: [teglhaven]"]}),
    "områder-i-en-anden-orden": Case(
        WORK, typed("Solbakken, Kildevænget og Teglhaven", "Teglhaven, Solbakken og Kildevænget"),
        {"delaftaler/beskaeftigelse.yaml": ["-    områder: [solbakken, kildevænget, teglhaven]", "+    områder: [teglhaven, solbakken, kildevænget]"]}),
    "en-række-med-flere-områder-slettet": Case(
        WORK, lambda word: gone(word.row("Solbakken, Kildevænget og Teglhaven")),
        {"delaftaler/beskaeftigelse.yaml": ["-    områder: [solbakken, kildevænget, teglhaven]", "+    områder: []"]}),
    "en-ansvarlig-slettet": Case(
        WORK, lambda word: gone(next(row for row in word.body.iter(f"{W}tr") if said(row).startswith("Ansvarlig"))),
        {"delaftaler/beskaeftigelse.yaml": ["-    ansvarlig: lindeby-kommune"]}),
    "en-periode-med-bindestreg": Case(
        WORK, typed("15. august 2026 – 31. marts 2030", "15. august 2026 - 31. december 2029"),
        {"delaftaler/beskaeftigelse.yaml": ["-    periode: {fra: 2026-08-15, til: 2030-03-31}", "+    periode: {fra: 2026-08-15, til: 2029-12-31}"]}),
    "en-periode-med-til": Case(
        WORK, typed("15. august 2026 – 31. marts 2030", "fra 1. september 2026 til 31. december 2029"),
        {"delaftaler/beskaeftigelse.yaml": ["-    periode: {fra: 2026-08-15, til: 2030-03-31}", "+    periode: {fra: 2026-09-01, til: 2029-12-31}"]}),
    "et-andet-delmål": Case(
        WORK, typed("delmål 1", "delmål 2"),
        {"delaftaler/beskaeftigelse.yaml": ["-    delmål: [d-kvinder]", "+    delmål: [d-fritidsjob]"]}),
    "et-delmål-mere": Case(
        WORK, typed("delmål 1", "delmål 1 og 2"),
        {"delaftaler/beskaeftigelse.yaml": ["-    delmål: [d-kvinder]", "+    delmål: [d-kvinder, d-fritidsjob]"]}),
    "persondata-deles-ikke": Case(
        WORK, lambda word: word.replace(said(word.paragraph("Der deles persondata")), "Der deles ikke persondata."),
        {"delaftaler/beskaeftigelse.yaml": [
            "-      deles: ja", "-      hjemmel: samtykke",
            "-      tekst: Deltageren bestemmer, hvad konsulenten må fortælle jobkonsulenten, og skriver under på det.", "+      deles: nej"]}),
    "et-punkt-i-en-liste-delt": Case(
        WORK, split("og mindst 30 gennemfører"),
        {"delaftaler/beskaeftigelse.yaml": [
            "-      - Mindst 36 kvinder begynder hvert år, og mindst 30 gennemfører.",
            "+      - Mindst 36 kvinder begynder hvert år,", "+      - og mindst 30 gennemfører."]}),
    "en-opgave-slettet": Case(
        CHARTER, lambda word: gone(word.paragraph("Godkender budget")),
        {"kommissorium.yaml": ["-  - Godkender budget, regnskab og flytning af midler mellem aktiviteter"]}),
    "en-opgave-med-komma": Case(
        CHARTER, typed("Godkender budget, regnskab", "Godkender budget, revision, regnskab"),
        {"kommissorium.yaml": ["-  - Godkender budget, regnskab og flytning af midler mellem aktiviteter",
                               "+  - Godkender budget, revision, regnskab og flytning af midler mellem aktiviteter"]}),
    "tre-raekker-fra-hver-sin-liste": Case(
        MILESTONES, three_rows_gone,
        {"milepaele.yaml": ["-", "-- id: mp-følgegrupper", "-  dato: 10. juni 2026", "-  type: andet", "-  ansvarlig: Den kommunale koordinator",
                            "-  tekst: De tre følgegrupper har holdt deres første møde"],
         "delaftaler/sammenhaengskraft-og-medborgerskab.yaml": [
             '-      - {id: m-rådgivning-1, dato: 2026-06-15, tekst: "De fire ugentlige åbningstider er i gang", type: aktivitet}'],
         "delaftaler/uddannelse-og-livschancer.yaml": [
             '-      - {id: m-ungevejen-1, dato: 2026-08-31, tekst: "De første ti unge har en fast følger", type: aktivitet}']}),
    # refused
    "to-raekker-byttet": Case(MILESTONES, lambda word: swapped(word.row("De tre følgegrupper har holdt")), {}, "er flyttet"),
    "et-medlem-fra-en-ukendt-part": Case(
        CHARTER, row("Direktør for beskæftigelse", "Ukendt A/S", "Direktør", "strategisk", "nej"), {}, "ikke navnet på noget i aftalen"),
    "fed-i-et-felt": Case(WORK, looked("Sammen om Solbakken", "b"), {}, "ren tekst uden fed skrift"),
    "faste-ord": Case(AGREEMENT, typed("Vision for boligområdet", "Vores vision"), {}, "dokumentets egne ord"),
    "uden-for-felter": Case(AGREEMENT, new("Som grundlag for aftaledokumenterne", "Vi er ikke enige."), {}, "ikke i noget felt"),
    "et-navn-kun-ét-sted": Case(AGREEMENT, typed("Østfjordens Politi", "Vestfjordens Politi"), {}, "Ret alle stederne"),
    "et-område-som-aftalen-ikke-har": Case(
        WORK, typed("Solbakken, Kildevænget og Teglhaven", "Solbakken og Birkeparken"), {}, "«Birkeparken» er ikke navnet på noget i aftalen"),
    "et-delmål-som-ikke-er-der": Case(WORK, typed("delmål 1", "delmål 9"), {}, "ikke noget, som aftalen har"),
    "ord-foran-en-opremsning": Case(AGREEMENT, typed("afdeling 4, 7 og 11", "afdelingerne 4, 7 og 11"), {}, "skriver mellem værdierne"),
    "ord-som-aftalen-vælger": Case(WORK, typed("Delaftale for indsatsområdet Beskæftigelse", "Delaftale for Job"), {}, "indsatsområder/beskæftigelse/område"),
    "en-dato-der-ikke-kan-læses": Case(MILESTONES, typed("10. juni 2026", "til sommer"), {}, "ikke en dato"),
    "et-ord-sproget-ikke-har": Case(
        MILESTONES, lambda word: word_in(word.row("De tre følgegrupper har holdt"), "andet", "hygge"), {}, "«hygge» kan ikke stå her"),
    "slettet-og-skal-stå": Case(AGREEMENT, lambda word: gone(word.paragraph("Sammen om Solbakken")), {}, "skal stå"),
}  # fmt: skip


def swapped(element: etree._Element) -> None:
    after = element.getnext()
    assert after is not None
    after.addnext(element)


def word_in(row: etree._Element, old: str, new_word: str) -> None:
    cell = next(cell for cell in row.iter(f"{W}tc") if said(cell) == old)
    texts = list(cell.iter(f"{W}t"))
    for text in texts:
        text.text = ""
    texts[0].text = new_word


def changes(before: Path, after: Path) -> dict[str, list[str]]:
    """Return the lines that went and came, by file."""
    old, now = dict(files(before)), dict(files(after))
    assert list(old) == list(now)
    diffs = {
        name: [
            line
            for line in unified_diff(old[name].split("\n"), now[name].split("\n"), lineterm="", n=0)
            if not line.startswith(("---", "+++", "@@"))
        ]
        for name in now
    }
    return {name: lines for name, lines in diffs.items() if lines}


def judged(sample: Path, agreement: Path, case: Case, told: pytest.CaptureFixture[str]) -> None:
    code = aftale(["pull", str(agreement / "pakke" / case.file)])
    out = told.readouterr()
    assert changes(sample, agreement) == case.changes, out
    assert code == (1 if case.why else 0), out
    assert case.why in out.out
    # The same once more finds nothing left to do: what was put in, taken out or moved is known again.
    assert aftale(["pull", str(agreement / "pakke" / case.file)]) == code
    again = told.readouterr()
    assert changes(sample, agreement) == case.changes, again
    assert "Rettet i aftalen" not in again.out


@pytest.mark.parametrize("name", CASES)
def test_as_word_saves(name: str, sample: Path, agreement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = CASES[name]
    word = Word(agreement / "pakke" / case.file)
    case.edit(word)
    word.save()
    judged(sample, agreement, case, capsys)


@pytest.mark.langsom
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice findes ikke her")
@pytest.mark.parametrize("name", CASES)
def test_as_libreoffice_saves(name: str, sample: Path, agreement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = CASES[name]
    word = Word(agreement / "pakke" / case.file)
    case.edit(word)
    word.save(like="libreoffice")
    judged(sample, agreement, case, capsys)
