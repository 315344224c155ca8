"""A filled-in form becomes an agreement, and every word of it is accounted for."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from aftale_builder.assessment import assess
from aftale_builder.documents.rendering import render_all
from aftale_builder.importing import run
from aftale_builder.importing.ledger import Entry, Ledger, LedgerError, Role
from aftale_builder.importing.markdown_words import markdown_words
from aftale_builder.importing.placing import Imported
from aftale_builder.importing.run import RefusedError, import_files
from aftale_builder.model import load
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.parter import Baseline
from aftale_builder.word.markdown import problems
from aftale_builder.word.reading import read
from tests.documents.making import sample_facts
from tests.importing.forms import RULES, Form, Heading, numbered_by_word, plain, styled, typed_in_bold
from tests.word.wordfile import STYLES, cell, docx, item, note, p, r, ref, t, table


@pytest.fixture
def bring(tmp_path: Path) -> Bring:
    return Bring(tmp_path)


class Bring:
    """Imports a file and reads the agreement back."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "aftale"
        self.source = folder / "skema.docx"
        self.found: Imported

    def __call__(self, data: bytes) -> Aftale:
        self.source.write_bytes(data)
        self.found = import_files([self.source], self.folder, RULES).agreement
        loaded = load(self.folder)
        assert not [fault.message for fault in loaded.faults if fault.code != "KLD008"]
        assert loaded.aftale is not None
        return loaded.aftale

    def text(self, name: str) -> str:
        return (self.folder / name).read_text("utf-8")

    def roles(self) -> dict[str, Role]:
        return {unit.plain.strip(): entry.role for unit, entry in self.found.ledger if unit.plain.strip()}


def texts(aftale: Aftale) -> dict[str, str]:
    organisation, samspil = aftale.organisation, aftale.samspil
    found = {
        "1": aftale.beskrivelse,
        "2": aftale.vision,
        "3": organisation.tekst if organisation else None,
        "4": samspil.tekst if samspil else None,
        "7": aftale.lokal_evaluering,
    }
    return {key: prosa.text for key, prosa in found.items() if prosa is not None}


WRITTEN = {str(n): p(f"Vores ord i afsnit {n}.") for n in (1, 2, 3, 4, 7)}


@pytest.mark.parametrize("heading", [styled, typed_in_bold, plain, numbered_by_word])
def test_the_sections_are_found_whatever_their_headings_look_like(heading: Heading, bring: Bring) -> None:
    aftale = bring(Form(heading=heading, own=WRITTEN).file())
    assert texts(aftale) == {n: f"Vores ord i afsnit {n}." for n in WRITTEN}
    assert [(area.omraade, area.problemkompleks.text if area.problemkompleks else "") for area in aftale.indsatsomraader] == [
        ("beskæftigelse", "Mange er uden arbejde.")
    ]
    assert not bring.found.unplaced


def test_the_sections_are_found_in_any_order(bring: Bring) -> None:
    aftale = bring(Form(own=WRITTEN, order=("3", "aftaledokumenter", "7", "1", "6", "5", "8", "2", "4")).file())
    assert texts(aftale) == {n: f"Vores ord i afsnit {n}." for n in WRITTEN}


def test_a_heading_of_the_users_own_with_a_section_s_words_is_theirs(bring: Bring) -> None:
    own = {**WRITTEN, "2": p("Organisering", style="Overskrift3") + p("Om det senere.") + p("Lokal evaluering")}
    aftale = bring(Form(own=own).file())
    assert texts(aftale)["2"] == "## Organisering\n\nOm det senere.\n\nLokal evaluering"
    assert texts(aftale)["3"] == "Vores ord i afsnit 3."


def test_the_front_page_becomes_name_parties_and_period(bring: Bring) -> None:
    parties = (
        item("FOB, Fællesorganisationens Boligforening") + p("- Bakke Kommune") + item("Midt- og Bakkens Politi") + item("FOB")
    )
    aftale = bring(Form(parties=parties, own=WRITTEN).file())
    assert aftale.navn == "Sammen om Bakken"
    assert [(part.id, part.navn, part.type) for part in aftale.parter] == [
        ("fob", "FOB, Fællesorganisationens Boligforening", "boligorganisation"),
        ("bakke-kommune", "Bakke Kommune", "kommune"),
        ("midt-og-bakkens-politi", "Midt- og Bakkens Politi", "politi"),
        ("fob-2", "FOB", "boligorganisation"),
    ]
    assert aftale.periode is not None
    assert (aftale.periode.fra, aftale.periode.til) == (date(2021, 10, 1), date(2025, 9, 30))


@pytest.mark.parametrize(("prose", "called"), [("FOB er med.", ("FOB",)), ("FOB, Bakkens Bo er med.", ()), ("FOBIA er med.", ())])
def test_a_part_is_called_its_short_name_where_the_file_does(prose: str, called: tuple[str, ...], bring: Bring) -> None:
    aftale = bring(Form(parties=item("FOB, Bakkens Bo"), own={"1": p(prose)}).file())
    assert aftale.parter[0].kaldes == called


def test_values_on_the_label_s_own_line_are_read(bring: Bring) -> None:
    body = p("Områdets navn: Bakken") + p("Aftalens parter:", r("<w:br/>"), "Bakke Kommune", r("<w:br/>"), "Bakkens Bo")
    body += p("Samarbejdsaftalen gælder fra – til: 01.10.21 – 30.09.25") + "".join(Form().section(ref) for ref in Form().order)
    aftale = bring(docx(body))
    assert aftale.navn == "Bakken"
    assert [part.id for part in aftale.parter] == ["bakke-kommune", "bakkens-bo"]
    assert aftale.periode is not None
    assert aftale.periode.til == date(2025, 9, 30)
    assert bring.roles()["Områdets navn: Bakken"] is Role.VALUE


@pytest.mark.parametrize(
    "written", ["fire år fra 1. oktober 2021", "1/10 2021 - 30/9 2025", "30.09.2025 - 01.10.2021", "31.02.2021 - 01.10.2025"]
)
def test_a_period_that_is_not_two_days_is_kept_and_said(written: str, bring: Bring) -> None:
    aftale = bring(Form(period=p(written)).file())
    assert aftale.periode is None
    assert written.split(maxsplit=1)[0] in bring.text("ikke-placeret.md")
    assert any("Perioden kunne ikke læses" in remark for remark in bring.found.remarks)


def test_who_signs_is_read_from_above_the_word_navn(bring: Bring) -> None:
    block = table(["1. juni 2021", "Anne Andersen"], ["Dato", "Navn"])
    signatures = p("Bakke Kommune") + p("Kommune XX") + block + p("Ukendt A/S") + table(["", ""], ["Dato", "Navn"])
    aftale = bring(Form(signatures=signatures).file())
    kommune = aftale.part("bakke-kommune")
    assert kommune is not None
    assert [signer.navn for signer in kommune.underskrivere] == ["Anne Andersen"]
    roles = bring.roles()
    assert (roles["Kommune XX"], roles["1. juni 2021"], roles["Ukendt A/S"]) == (Role.PLACEHOLDER, Role.UNPLACED, Role.UNPLACED)


def test_figures_are_read_only_when_they_are_numbers(bring: Bring) -> None:
    figures = {"dagtilbud": ("71,3", "88,1 %"), "trygge": ("ca. 60", ""), "valgdeltagelse": ("58.4", "70")}
    aftale = bring(Form(figures=figures).file())
    assert [(row.indikator, str(row.omraade), str(row.kommune)) for row in aftale.baseline] == [
        ("dagtilbud", "71.3", "88.1"), ("valgdeltagelse", "None", "70"),
    ]  # fmt: skip
    roles = bring.roles()
    assert (roles["ca. 60"], roles["58.4"], roles["LBF - Boligsociale Data"]) == (Role.UNPLACED, Role.UNPLACED, Role.FIXED)
    assert "ca. 60" in bring.text("ikke-placeret.md")
    assert "«58.4» (valgdeltagelse) kan ikke læses som ét tal. Det står i ikke-placeret.md." in bring.found.remarks


def test_areas_are_read_only_when_every_line_is_sure(bring: Bring) -> None:
    sure = item("Bakken (afdeling 15, 21 og 35a i Bakkens Boligforening)") + item("Dalen (afdeling 12 i Bakkens Boligforening)")
    aftale = bring(Form(own={"1": sure}).file())
    assert [(area.id, [(one.part, one.numre) for one in area.afdelinger]) for area in aftale.boligomraader] == [
        ("bakken", [("bakkens-boligforening", ("15", "21", "35a"))]), ("dalen", [("bakkens-boligforening", ("12",))]),
    ]  # fmt: skip
    assert "- Bakken (afdeling 15, 21 og 35a i Bakkens Boligforening)" in texts(aftale)["1"]


def test_areas_with_a_part_that_is_no_part_are_left_in_the_prose(bring: Bring) -> None:
    lines = item("Bakken (afdeling 15 i Bakkens Boligforening)") + item("Engen (afdeling 7 i en tredje forening)")
    aftale = bring(Form(own={"1": lines}).file())
    assert not aftale.boligomraader
    assert "Engen" in texts(aftale)["1"]


def test_what_has_no_place_is_kept_with_its_section_and_said(bring: Bring) -> None:
    form = Form(
        own={"8": p("Vi mødes hvert år.") + table(["a", "b"]), "aftaledokumenter": p(r("fedt", "<w:b/>"))},
        before_table=p("Tallene er fra 2020", ref(1), "."),
    )
    bring(form.file(footnotes=note(1, "Trukket i maj"), header=p("Bakken, udkast 3"), footer=p("Side ", r("<w:t>1</w:t>"))))
    kept = bring.text("ikke-placeret.md")
    for line in (
        "## 8. Revision af samarbejdsaftalen",
        "Vi mødes hvert år.",
        "**fedt**",
        "Tallene er fra 2020[^",
        "Trukket i maj",
        "## Sidehoved",
    ):
        assert line in kept
    assert bring.roles()["Vi mødes hvert år."] is Role.UNPLACED


def test_notes_of_what_has_no_place_keep_apart_and_signs_like_notes_stay(bring: Bring) -> None:
    own = {"8": p("Ét", ref(1), " [^1]"), "aftaledokumenter": p("To", ref(2))}
    bring(Form(own=own).file(footnotes=note(1, "første note") + note(2, "anden note")))
    kept = bring.text("ikke-placeret.md")
    assert markdown_words(kept)[1] == ["anden", "note", "første", "note"]
    assert "[^1]" in markdown_words(kept)[0]


def test_labels_and_values_in_a_table_are_read(bring: Bring) -> None:
    period = ["Samarbejdsaftalen gælder fra - til:", "01.10.21 – 30.09.25"]
    front = table(["Områdets navn:", "Bakken"], ["Aftalens parter:", "Bakke Kommune"], period)
    aftale = bring(docx(p("Strategisk samarbejdsaftale") + front + "".join(Form().section(one) for one in Form().order)))
    assert (aftale.navn, [part.id for part in aftale.parter]) == ("Bakken", ["bakke-kommune"])
    assert aftale.periode is not None


def test_a_table_of_contents_is_no_text_of_the_users(bring: Bring) -> None:
    styles = STYLES + '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    contents = p("1. Kort om boligområdet", style="TOC1") + p("2. Vision for boligområdet", r("<w:tab/>"), "3", style="TOC1")
    aftale = bring(docx(contents + Form(own=WRITTEN).body(), styles=styles))
    assert texts(aftale)["1"] == "Vores ord i afsnit 1."
    assert Counter(entry.role for _, entry in bring.found.ledger)[Role.CONTENTS] == 2
    assert not bring.found.unplaced


def test_fixed_wording_that_was_changed_is_not_printed_as_the_users_own(bring: Bring) -> None:
    original = RULES.fast("følgegrupper").ren
    changed = RULES.fast("projektorganisation").ren.replace("ansvarlig bestyrelse", "ansvarlig styregruppe")
    aftale = bring(Form(own={"3": p(original) + p(changed) + p("Vores ord.")}).file())
    assert texts(aftale)["3"] == "Vores ord."
    assert changed.split()[0] in bring.text("ikke-placeret.md")
    assert any("faste tekst er ændret" in remark for remark in bring.found.remarks)


def test_words_of_the_users_after_fixed_wording_in_one_paragraph_are_theirs(bring: Bring) -> None:
    first, second = RULES.fast("projektorganisation").ren, RULES.fast("diagram-og-kommissorium").ren
    own = {
        "3": p(f"{first} Vi har ", r("valgt", "<w:b/>"), " det.") + p(f"{first} {second}"),
        "5": p(f"{RULES.fast('mål-revision').ren} Se her."),
    }
    aftale = bring(Form(own=own).file())
    assert texts(aftale)["3"] == "Vi har **valgt** det."
    kept = bring.text("ikke-placeret.md")
    assert "Se her." in kept
    assert "revision" not in kept
    assert bring.roles()[f"{first} {second}"] is Role.FIXED


def test_guidance_placeholders_prompts_and_contents_are_no_words_of_the_users(bring: Bring) -> None:
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('Klik her for at skrive')}</w:sdtContent></w:sdt>"
    aftale = bring(
        Form(
            own={"2": prompt + p("Vores vision."), "7": p("(Navn på boligorganisation(er) og kommune(r))")},
            signatures=p("Kommune XX"),
        ).file()
    )
    assert texts(aftale)["2"] == "Vores vision."
    assert bring.roles()["Klik her for at skrive"] is Role.PLACEHOLDER


def test_signs_that_are_markdown_elsewhere_stay_signs(bring: Bring) -> None:
    signs = ("&lt;b&gt;fed&lt;/b&gt;", "&lt;!-- note --&gt;", "&lt;br&gt;", "~~ude~~", "- [ ] opgave", "[x] gjort")
    aftale = bring(Form(own={"2": "".join(map(p, signs)) + item(signs[-1])}).file())
    assert problems(texts(aftale)["2"]) == ()


def test_what_the_form_does_not_hold_is_laid_ready_and_still_missed(bring: Bring) -> None:
    aftale = bring(Form(own=WRITTEN).file())
    assert [(area.omraade, area.delaftale is not None) for area in aftale.indsatsomraader] == [("beskæftigelse", True)]
    assert [path.name for path in (bring.folder / "delaftaler").iterdir()] == ["beskaeftigelse.yaml"]
    for name in ("budget", "kommissorium", "beredskabsplan", "milepaele"):
        assert f"!fil {name}.yaml" in bring.text("aftale.yaml")
        assert (bring.folder / f"{name}.yaml").is_file()
    assert "`budget.yaml`" in bring.text("LAESMIG.md")
    missed = {finding.code for finding in assess(bring.folder, date(2026, 1, 1)).findings}
    assert {"LBF010", "LBF015", "LBF032", "LBF060", "LBF070", "LBF072"} <= missed


@pytest.mark.parametrize(
    ("figures", "said"),
    [({}, True), ({"dagtilbud": ("ca. 71 pct.", "70-80")}, False), ({"dagtilbud": ("71,3", "")}, False)],
)
def test_only_a_table_without_figures_is_said_to_have_none(figures: dict[str, tuple[str, str]], said: bool, bring: Bring) -> None:
    bring(Form(figures=figures).file())
    assert any("Der står ingen tal" in remark for remark in bring.found.remarks) is said


def test_the_lines_of_our_own_form_s_cells_are_read(bring: Bring) -> None:
    of_areas = p("86,6 pct. (2024)", r("<w:br/>"), "Bakken: 84,2 pct.", r("<w:br/>"), "Dalen: 88,0 pct.")
    figures = {
        "dagtilbud": (cell(of_areas), "94,3 pct. (2024)"),
        "karaktergennemsnit": ("5,5 (2024)", "7,0 (2023)"),
        "uden-tilknytning-18-64": ("40,0pct. (2024)", "21,5 % (2024)"),
        "trygge": ("78,7 pct. (2024)", "Ikke opgjort: Der spørges kun i områderne."),
        "valgdeltagelse": ("40,0 pct. i 2024", cell(p("Mangler: baseline for kommunen", style="Mangler"))),
        "sigtede-15-29": (cell(of_areas.replace("Dalen", "Engen")), ""),
        "frivilligt-arbejde": (cell(of_areas.replace("Dalen", "Bakken")), ""),
    }
    areas = item("Bakken (afdeling 1 i Bakkens Boligforening)") + item("Dalen (afdeling 2 i Bakkens Boligforening)")
    styles = STYLES + '<w:style w:type="paragraph" w:styleId="Mangler"><w:name w:val="Mangler"/></w:style>'
    aftale = bring(Form(own={"1": areas}, figures=figures).file(styles=styles))
    daycare, marks, without, safe = aftale.baseline
    assert [str(value) for value in (daycare.omraade, daycare.kommune, daycare.aar)] == ["86.6", "94.3", "2024"]
    assert [(of.omraade, str(of.vaerdi)) for of in daycare.pr_omraade] == [("bakken", "84.2"), ("dalen", "88.0")]
    assert (str(marks.omraade), marks.kommune, marks.aar) == ("5.5", None, 2024)
    assert (str(without.omraade), str(without.kommune)) == ("40.0", "21.5")
    assert (str(safe.omraade), safe.ikke_opgjort) == ("78.7", "Der spørges kun i områderne.")
    kept = bring.text("ikke-placeret.md")
    assert all(text in kept for text in ("7,0 (2023)", "40,0 pct. i 2024", "Engen: 88,0 pct."))
    assert kept.count("Bakken: 84,2") == 2
    assert "Mangler" not in kept
    assert "spørges" not in kept


def test_what_a_signer_is_is_read_from_below_the_word_navn(bring: Bring) -> None:
    block = table(["", "Anne Andersen"], ["Dato", cell("Navn", "Borgmester")]) + table(
        ["", ""], ["Dato", cell("Navn", "Direktør")]
    )
    aftale = bring(Form(signatures=p("BAKKE KOMMUNE") + block).file())
    kommune = aftale.part("bakke-kommune")
    assert kommune is not None
    assert [(signer.titel, signer.navn) for signer in kommune.underskrivere] == [
        ("Borgmester", "Anne Andersen"),
        ("Direktør", ""),
    ]
    assert not bring.found.unplaced


def test_what_our_own_draft_says_is_missing_is_no_word_of_the_users(bring: Bring) -> None:
    styles = STYLES + '<w:style w:type="paragraph" w:styleId="Mangler"><w:name w:val="Mangler"/></w:style>'
    own = {"2": p("Mangler: vision", style="Mangler"), "7": p("Mangler: det vi ikke ved")}
    aftale = bring(Form(name=p("Mangler: indsatsens navn"), own=own).file(styles=styles))
    assert not aftale.navn
    assert texts(aftale) == {"7": "Mangler: det vi ikke ved"}
    assert not bring.found.unplaced


def test_a_part_may_sign_by_its_short_name(bring: Bring) -> None:
    block = table(["", "Anne Andersen"], ["Dato", "Navn"])
    aftale = bring(Form(parties=item("FOB, Bakkens Bo"), signatures=p("FOB") + block).file())
    assert [[one.navn for one in part.underskrivere] for part in aftale.parter] == [["Anne Andersen"]]


@pytest.mark.parametrize("row", [["Dalen", "Ukendt A/S: afdeling 2"], ["Dalen", "Bakkens Boligforening: nr. 2"], ["Bakken", ""]])
def test_our_own_form_s_table_of_areas_is_read_only_when_every_row_is_sure(row: list[str], bring: Bring) -> None:
    rows = [["Boligområde", "Afdelinger"], ["Bakken", "Bakkens Boligforening: afdeling 1, 2a og 3"]]
    aftale = bring(Form(own={"1": table(*rows, row)}).file())
    assert not aftale.boligomraader
    bring.folder = bring.folder.with_name("sikker")
    (area,) = bring(Form(own={"1": table(*rows)}).file()).boligomraader
    assert [(one.part, one.numre) for one in area.afdelinger] == [("bakkens-boligforening", ("1", "2a", "3"))]


def test_what_we_render_comes_back(bring: Bring) -> None:
    facts = sample_facts(draft=True)
    form = next(file.data for file in render_all(facts) if file.name == "Strategisk samarbejdsaftale.docx")
    aftale = bring(form)
    before, after = texts(facts.aftale), texts(aftale)
    assert after.keys() == before.keys()
    for section, text in before.items():
        words, notes = markdown_words("\n".join(line for line in text.split("\n") if not line.startswith("[[")))
        there, there_notes = markdown_words(after[section])
        rest = iter(there)
        assert [word for word in words if word not in rest] == []  # the inserts stand between them
        assert notes == there_notes
        assert "[[" in text or words == there or section == "4"  # the udviklingsplaner follow in section 4
    areas = {one.omraade: one.problemkompleks for one in facts.aftale.indsatsomraader}
    for one in aftale.indsatsomraader:
        wanted = areas[one.omraade]
        assert wanted is not None
        assert one.problemkompleks is not None
        assert markdown_words(one.problemkompleks.text) == markdown_words(wanted.text)
    assert [_figures(row) for row in aftale.baseline] == [_figures(row) for row in facts.aftale.baseline]
    assert [[one.titel for one in part.underskrivere] for part in aftale.parter] == [
        [one.titel for one in part.underskrivere] for part in facts.aftale.parter
    ]
    assert not [unit.plain for unit, entry in bring.found.ledger if entry.role is Role.UNPLACED]
    drawn = {unit.figure for unit, entry in bring.found.ledger if entry.role is Role.FIGURE}
    assert drawn == {"organisationsdiagram"}  # the words of the organisationsdiagram, which is drawn of the organs
    assert any("Organisationsdiagrammet" in remark for remark in bring.found.remarks)


def _figures(row: Baseline) -> tuple[object, ...]:
    areas = [(of.omraade, of.vaerdi) for of in row.pr_omraade]
    return row.indikator, row.omraade, row.kommune, row.aar, row.ikke_opgjort, areas


def test_figures_in_a_column_that_is_not_known_are_told(bring: Bring) -> None:
    data = Form(figures={"dagtilbud": ("71,3", "88,1")}).body()
    for name in ("boligområde", "kommune"):
        data = data.replace(RULES.fast(f"tabel-{name}").ren, f"Vores {name}tal")
    bring(docx(data))
    for text in ("71,3", "88,1"):
        said = f"«{text}» (dagtilbud) står i en kolonne, der ikke kendes. Det står i ikke-placeret.md."
        assert said in bring.found.remarks
    assert not any("Der står ingen tal" in remark for remark in bring.found.remarks)


def test_prose_comes_over_with_its_looks(bring: Bring) -> None:
    prose = (
        p("Her er ", r("fed", "<w:b/>"), " og ", r("kursiv", "<w:i/>"), " og ", r("begge", "<w:b/><w:i/>"), ".")
        + p("Under", style="Overskrift2") + p("Dybere", style="Overskrift3")
        + item("et", r("<w:br/>"), "to") + item("inde", level=1) + p("imellem") + item("tre")
        + item("første", number=2) + item("anden", number=2) + item("ny", number=3)
        + p("* ikke [en] liste_ 1. ", ref(1)) + p("1. oktober")
        + f'<w:p><w:hyperlink r:id="L">{r("Fonden")}</w:hyperlink></w:p>'
        + table(["Hvem", "Hvad"], ["A|B", ""])
    )  # fmt: skip
    aftale = bring(docx(Form(own={"2": prose}).body(), links={"L": "http://lbf.dk"}, footnotes=note(1, t_run(" En note."))))
    assert texts(aftale)["2"] == (
        "Her er **fed** og *kursiv* og ***begge***.\n\n# Under\n\n## Dybere\n\n- et\\\n  to\n  - inde\n\nimellem\n\n- tre\n\n"
        "1. første\n2. anden\n\n1) ny\n\n\\* ikke \\[en\\] liste\\_ 1. [^1]\n\n1\\. oktober\n\n[Fonden](http://lbf.dk)\n\n"
        "| Hvem | Hvad |\n| --- | --- |\n| A\\|B |  |\n\n[^1]: En note."
    )


def t_run(text: str) -> str:
    return r(t(text))


def test_headings_are_relative_to_the_problemkompleks(bring: Bring) -> None:
    areas = {"beskæftigelse": p("Ung", style="Overskrift4") + p("Ord."), "kriminalitetsforebyggelse": p("Andre ord.")}
    styles = '<w:style w:type="paragraph" w:styleId="Overskrift4"><w:name w:val="heading 4"/></w:style>'
    styles += "".join(
        f'<w:style w:type="paragraph" w:styleId="Overskrift{n}"><w:name w:val="heading {n}"/></w:style>' for n in (1, 2, 3)
    )
    aftale = bring(Form(areas=areas).file(styles=styles))
    assert [area.problemkompleks.text for area in aftale.indsatsomraader if area.problemkompleks] == [
        "# Ung\n\nOrd.",
        "Andre ord.",
    ]


def test_tracked_changes_pictures_and_hidden_text_are_said(bring: Bring) -> None:
    gone = '<w:del w:id="1" w:author="x"><w:r><w:delText>tre små ord</w:delText></w:r></w:del>'
    own = {"2": p("Synlig", gone, r("skjult hemmelighed", "<w:vanish/>"))}
    aftale = bring(Form(own=own).file())
    assert texts(aftale)["2"] == "Synlig"
    assert "skjult hemmelighed" in bring.text("ikke-placeret.md")
    remarks = " ".join(bring.found.remarks)
    assert "slettet tekst (3 ord)" in remarks
    assert "skjult tekst" in remarks


HOSTILE = (
    "A &amp; B &lt;b&gt;",
    "{{ 7*7 }}",
    "{% raw",
    "\U0001f3e0",
    "a\u030alder",
    "sam\u00adarbejde",
    "1.250",
    "0123",
    "NEJ",
    "~",
    "*",
    "`x`",
    "- a: b #c",
    "[[organer]]",
)


def test_hostile_words_come_over_everywhere(bring: Bring) -> None:
    lines = "".join(p(word) for word in HOSTILE)
    parties = "".join(item(word) for word in HOSTILE)
    own = {n: lines + table(list(HOSTILE)) for n in WRITTEN}
    bring(Form(name=lines, parties=parties, own=own).file())
    journal = json.loads(bring.text("importjournal.json"))
    assert journal["antal"].get("ikke placeret", 0) == 0


# The account


def test_the_journal_accounts_for_every_unit_once(bring: Bring) -> None:
    bring(Form(own=WRITTEN, figures={"dagtilbud": ("71,3", "")}).file(title="Bakken"))
    journal = json.loads(bring.text("importjournal.json"))
    units = read(bring.source).units
    assert [entry["nr"] for entry in journal["enheder"]] == list(range(1, len(units) + 1))
    assert [entry.get("tekst", "") for entry in journal["enheder"]] == [unit.plain for unit in units]
    assert journal["antal"]["celler"] == sum(entry["slags"].endswith("cell") for entry in journal["enheder"])
    figure = next(entry for entry in journal["enheder"] if entry.get("tekst") == "71,3")
    assert (figure["er"], figure["nøgle"]) == ("værdi", "baseline/dagtilbud/område")


def test_an_unclosed_field_takes_no_words_with_it(bring: Bring) -> None:
    own = {**WRITTEN, "2": p("Før", r('<w:fldChar w:fldCharType="begin"/>')) + p("Vores vision.")}
    aftale = bring(Form(own=own).file())
    assert texts(aftale) == {**{n: f"Vores ord i afsnit {n}." for n in WRITTEN}, "2": "Før\n\nVores vision."}


def test_words_that_could_not_be_read_in_their_place_are_kept_and_said(bring: Bring) -> None:
    ruby = f"<w:r><w:ruby><w:rt>{r('lyden [her]')}</w:rt><w:rubyBase>{r('tegnet')}</w:rubyBase></w:ruby></w:r>"
    aftale = bring(Form(own={"2": p("Vores vision om ", ruby)}).file())
    assert texts(aftale)["2"] == "Vores vision om tegnet"
    assert "## Ord, som ikke kunne læses på deres plads" in bring.text("ikke-placeret.md")
    assert (
        "«lyden [her]» (efter «boligområdet Vores vision om») kunne ikke læses på sin plads. Det står i ikke-placeret.md."
        in bring.found.remarks
    )


def test_a_unit_is_never_accounted_for_twice_or_not_at_all() -> None:
    ledger = Ledger(read(docx(p("a") + p("b"))))
    ledger.put(0, Entry(Role.VALUE, ("navn",)))
    with pytest.raises(LedgerError):
        ledger.put(0, Entry(Role.EMPTY))
    with pytest.raises(LedgerError):
        list(ledger)


@pytest.mark.parametrize(
    ("file", "old", "new", "found"),
    [
        ("tekster/2-vision.md", "ord i afsnit", "ord afsnit", "vision"),
        ("tekster/2-vision.md", "Vores ord", "ord Vores", "vision"),
        ("tekster/3-organisering.md", "3.", "3. Mere.", "organisation/tekst"),
        ("tekster/1-boligomraadet.md", "Trukket", "", "noter"),
        ("aftale.yaml", "Bakke Kommune", "Kommune", "parter/bakke-kommune/navn"),
        ("aftale.yaml", "navn: Sammen om Bakken", "# navn", "navn"),
        ("aftale.yaml", "navn: Sammen om Bakken", "navn: om Sammen Bakken", "navn"),
        ("aftale.yaml", "navn: Sammen om Bakken", "navn: Sammen om om Bakken", "navn"),
        ("aftale.yaml", "2025-09-30", "2025-09-29", "Perioden"),
        ("aftale.yaml", "71,3", "71", "baseline/dagtilbud/område"),
        ("aftale.yaml", "lokal_evaluering:", "# ", "lokal_evaluering"),
        ("aftale.yaml", "vision:", "visioner:", "visioner"),
        ("ikke-placeret.md", "hvert", "", "ikke-placeret"),
        ("ikke-placeret.md", "lyden", "", "ikke-placeret"),
    ],
)
def test_the_proof_finds_what_the_writer_lost(
    file: str, old: str, new: str, found: str, bring: Bring, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = run._write

    def loses(folder: Path, texts: dict[str, str]) -> None:
        assert old in texts[file]
        written(folder, {**texts, file: texts[file].replace(old, new, 1)})

    ruby = f"<w:r><w:ruby><w:rt>{r('lyden')}</w:rt><w:rubyBase>{r('1')}</w:rubyBase></w:ruby></w:r>"
    own = {**WRITTEN, "1": p("Vores ord i afsnit ", ruby, ref(1), "."), "8": p("Vi mødes hvert år.")}
    data = Form(own=own, figures={"dagtilbud": ("71,3", "88")}).file(footnotes=note(1, "Trukket i maj"))
    monkeypatch.setattr(run, "_write", loses)
    with pytest.raises(RefusedError, match="Intet er skrevet") as told:
        bring(data)
    assert found in told.value.message
    assert not bring.folder.exists()
    assert not list(bring.folder.parent.glob(".aftale-*"))


def test_markdown_is_read_back_as_words_and_notes() -> None:
    assert markdown_words("# A *b*\n\n- c[^1]\\\n  d\n\n[^1]: e **f**") == (["A", "b", "c", "d"], ["e", "f"])


# What is refused


def test_a_folder_with_something_in_it_is_left_alone(bring: Bring) -> None:
    bring.folder.mkdir()
    (bring.folder / "noter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(RefusedError, match="ligger allerede noget"):
        bring(Form().file())
    assert [path.name for path in bring.folder.iterdir()] == ["noter.txt"]


def test_an_empty_folder_is_filled(bring: Bring) -> None:
    bring.folder.mkdir()
    assert bring(Form(own=WRITTEN).file()).navn == "Sammen om Bakken"


def test_another_document_is_refused_with_what_was_found(bring: Bring) -> None:
    with pytest.raises(RefusedError, match="ligner ikke") as told:
        bring(docx(p("Referat") + p("1. Kort om boligområdet", style="Overskrift1") + p("…")))
    assert "Kort om boligområdet" in told.value.message
    assert not bring.folder.exists()


def test_a_file_that_is_no_word_file_is_refused(bring: Bring) -> None:
    with pytest.raises(RefusedError, match="ikke et Word-dokument"):
        bring(b"hej")


# The real agreement


@pytest.mark.parametrize(
    "name", ["slagelse-strategisk-samarbejdsaftale.docx", "slagelse-strategisk-samarbejdsaftale-libreoffice.docx"]
)
def test_the_real_agreement_has_a_place_for_every_word(name: str, shared: Path, bring: Bring) -> None:
    aftale = bring((shared / "real" / name).read_bytes())
    roles = Counter(entry.role for _, entry in bring.found.ledger)
    assert roles[Role.UNPLACED] == 0
    assert (roles[Role.GUIDANCE], roles[Role.PLACEHOLDER]) == (2, 4)
    assert [part.type for part in aftale.parter] == ["boligorganisation"] * 3 + ["kommune", "politi"]
    assert len(aftale.indsatsomraader) == 4
    assert [area.id for area in aftale.boligomraader] == ["motalavej", "ringparken", "sydbyen"]
    assert texts(aftale)["1"].count("[^") == 4


def test_both_lives_of_the_real_agreement_give_the_same_texts(shared: Path, tmp_path: Path) -> None:
    written = []
    for name in ("slagelse-strategisk-samarbejdsaftale", "slagelse-strategisk-samarbejdsaftale-libreoffice"):
        import_files([shared / "real" / f"{name}.docx"], tmp_path / name, RULES)
        written.append({path.name: path.read_text("utf-8") for path in (tmp_path / name / "tekster").iterdir()})
    assert written[0] == written[1]


def test_the_blank_form_has_no_words_of_its_own(shared: Path, bring: Bring) -> None:
    aftale = bring((shared / "real" / "skabelon-strategisk-samarbejdsaftale.docx").read_bytes())
    assert not aftale.parter
    assert not texts(aftale)
    assert {entry.role for _, entry in bring.found.ledger} == {
        Role.FIXED,
        Role.GUIDANCE,
        Role.PLACEHOLDER,
        Role.EMPTY,
        Role.LAYOUT,
    }
