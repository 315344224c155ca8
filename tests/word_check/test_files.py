"""Word files of every kind: what is seen wherever it stands, and what can't be read told as such, never by a traceback."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from aftale_builder.assessment import Assessment, Verdict
from aftale_builder.cli.check import command
from aftale_builder.findings import Finding
from aftale_builder.resources import resource
from aftale_builder.word_check import assess_file
from tests.word.damage import damages
from tests.word.wordfile import STYLES, R, cell, docx, note, p, packed, r, ref, table
from tests.word_check.notation import script

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED = OLE + bytes(512) + "EncryptedPackage".encode("utf-16-le")
KOMMISSORIUM = p("Kommissorium for bestyrelsen") + p(
    "Bestyrelsen prioriterer indsatsen, følger op på målene, koordinerer på tværs af boligafdelinger og kommune, og mødes "
    "fire gange om året. Den kommunale direktør er formand, og indsatsens leder skriver dagsorden og referat."
)
GREEN_THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="T"><a:themeElements><a:clrScheme name="T">'
    '<a:accent1><a:srgbClr val="00B050"/></a:accent1></a:clrScheme></a:themeElements></a:theme>'
)
ENOUGH = p("Bestyrelsen mødes. " + "Ord " * 23)
DANISH = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="da-DK"/></w:rPr></w:rPrDefault></w:docDefaults>' + STYLES


def check(*args: str | Path) -> Result:
    return CliRunner().invoke(command, [str(arg) for arg in args], standalone_mode=False, catch_exceptions=False)


def report(*args: str | Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(check(*args, "--format", "json").stdout)
    schema = json.loads((resource("schemas") / "report.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(document)
    return document


def assessed(folder: Path, data: bytes, name: str = "Kommissorium.docx") -> Assessment:
    path = folder / name
    path.write_bytes(data)
    return assess_file(path)


def file(body: str = KOMMISSORIUM, title: str = "Kommissorium", **parts: Any) -> bytes:
    return docx(body, title=title, **{"styles": DANISH, **parts})


def told(found: Assessment) -> list[tuple[str, str | None, int | None]]:
    return [(finding.code, finding.place.section, finding.place.paragraph) for finding in found.findings]


def only(found: Assessment) -> Finding:
    (finding,) = found.findings
    return finding


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "ikke et Word-dokument"),
        (b"Hej Grete", "ikke et Word-dokument"),
        (b"PK\x03\x04" + bytes(40), "afkortet eller beskadiget"),
        (OLE + bytes(512), "gamle format"),
        (LOCKED, "adgangskode"),
        (packed({"hej.txt": b"hej"}), "ikke et Word-dokument"),
        (file()[:-60], "afkortet eller beskadiget"),
        (packed({"[Content_Types].xml": b"<x", "_rels/.rels": b""}), "ikke gyldig XML"),
        (docx("<w:p/>"), "ingen tekst"),
    ],
)
def test_what_cannot_be_read_is_told_and_not_judged(data: bytes, words: str, tmp_path: Path) -> None:
    found = assessed(tmp_path, data, "aftale.docx")
    assert (found.verdict, only(found).code) == (Verdict.IKKE_BEDOEMT, "KLD001")
    assert words in only(found).message
    result = check(tmp_path / "aftale.docx")
    assert result.return_value == 2
    assert "Ikke bedømt" in result.stdout


@pytest.mark.parametrize("name", ["aftale.doc", "aftale.docm", "aftale.odt"])
def test_another_format_is_refused_with_a_remedy(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(OLE)
    with pytest.raises(Exception, match=r"gem den som Word-dokument \(\.docx\)"):
        check(tmp_path / name)


def test_every_damage_ends_in_a_verdict(tmp_path: Path) -> None:
    form = script("").file()
    for number, (what, data) in enumerate(damages(form, 60)):
        assert assessed(tmp_path, data, f"{number}.docx").verdict in Verdict, what


@pytest.mark.parametrize("part", ["styles", "numbering", "document", "_rels/document.xml"])
def test_a_broken_part_is_told(part: str, tmp_path: Path) -> None:
    path = tmp_path / "aftale.docx"
    path.write_bytes(file())
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    (broken,) = (name for name in members if name.startswith(f"word/{part}"))
    path.write_bytes(packed({**members, broken: members[broken][:-20]}))
    assert only(assess_file(path)).code == "KLD001"


def test_an_agreement_is_judged_by_its_sections_in_text_and_json(tmp_path: Path) -> None:
    made = script("= 7. Lokal evaluering\nStatus {grøn: Hvor tit?}\n")
    path = tmp_path / "aftale.docx"
    path.write_bytes(made.file())
    result = check(path)
    assert result.return_value == 1
    assert "Afvist. 1 fejl, ingen advarsler." in result.stdout
    assert f"{path.as_posix()}, 7. Lokal evaluering" in result.stdout
    (agreement,) = report(path)["agreements"]
    assert (agreement["verdict"], agreement["regulation"]) == ("afvist", "lbf-2019-26")
    assert agreement["judgement"]
    (finding,) = agreement["findings"]
    assert finding["section"] == "7. Lokal evaluering"
    assert made.lines[made.line_of(finding["paragraph"]) - 1] == "Status {grøn: Hvor tit?}"
    assert finding["path"] == "afsnit/7"
    assert (finding["line"], finding["column"], finding["end_line"], finding["end_column"]) == (None,) * 4


def test_files_and_folders_are_judged_in_one_run(tmp_path: Path) -> None:
    (tmp_path / "aftale.docx").write_bytes(script("").file())
    sample = resource("samples") / "solbakken"
    verdicts = [agreement["verdict"] for agreement in report(sample, tmp_path / "aftale.docx")["agreements"]]
    assert verdicts == ["godkendt", "godkendt"]
    assert check(tmp_path / "aftale.docx").return_value == 0


def test_a_moved_paragraph_is_not_a_new_finding(tmp_path: Path) -> None:
    one = assessed(tmp_path, script("= 3. Organisering\nDen XX.\n").file(), "a.docx")
    other = assessed(tmp_path, script("= 3. Organisering\nFørst dette.\nDen XX.\n").file(), "a.docx")
    assert [finding.fingerprint for finding in one.findings] == [finding.fingerprint for finding in other.findings]
    assert only(one).place != only(other).place


def test_the_same_fault_in_two_sections_is_two(tmp_path: Path) -> None:
    found = assessed(tmp_path, script("= 3. Organisering\nDen XX.\n= 7. Lokal evaluering\nDen XX.\n").file())
    assert len({finding.fingerprint for finding in found.findings}) == 2


def test_what_says_nothing_of_what_it_is_gets_no_verdict(tmp_path: Path) -> None:
    found = assessed(tmp_path, file(p("Kære Grete") + p("Nummeret er 010180-1234."), "Brev"), "brev.docx")
    assert found.verdict is Verdict.IKKE_BEDOEMT
    assert told(found) == [("DOK412", None, None), ("PRV301", "Forsiden", 2)]


@pytest.mark.parametrize(
    ("title", "regulation"),
    [
        ("Delaftale for indsatsområdet Beskæftigelse", ""),
        ("Bilag 2: Kommissorium for bestyrelsen 2021-2025", "lbf-2019-26"),
        ("Udkast til beredskabsplan, 2017-2021", "lbf-2015-18"),
        ("Milepælsplan", ""),
        ("Indberetningsskema", ""),
    ],
)
def test_each_paper_is_known_by_its_title(title: str, regulation: str, tmp_path: Path) -> None:
    found = assessed(tmp_path, file(p(title) + ENOUGH))
    assert (found.verdict, found.regulation, found.findings) == (Verdict.GODKENDT, regulation, ())


GREEN = '<w:color w:val="00B050"/>'
GREEN_WAYS = {
    "run": file(KOMMISSORIUM + p(r("Skriv her.", GREEN))),
    "other-green": file(KOMMISSORIUM + p(r("Skriv her.", '<w:color w:val="70AD47"/>'))),
    "marker": file(KOMMISSORIUM + p(r("Skriv her.", '<w:highlight w:val="green"/>'))),
    "shading": file(KOMMISSORIUM + p(r("Skriv her.", '<w:shd w:val="clear" w:fill="92D050"/>'))),
    "style": file(
        KOMMISSORIUM + p("Skriv her.", style="Vejledning"),
        styles=DANISH
        + '<w:style w:type="paragraph" w:styleId="Vejledning"><w:name w:val="Vejledning"/><w:basedOn w:val="Normal"/>'
        '<w:rPr><w:color w:val="00B050"/></w:rPr></w:style>',
    ),
    "character-style": file(
        KOMMISSORIUM + p(r("Skriv her.", '<w:rStyle w:val="V"/>')),
        styles=DANISH
        + '<w:style w:type="character" w:styleId="V"><w:name w:val="V"/><w:rPr><w:color w:val="00B050"/></w:rPr></w:style>',
    ),
    "theme": file(
        KOMMISSORIUM + p(r("Skriv her.", '<w:color w:val="000000" w:themeColor="accent1" w:themeShade="BF"/>')),
        extra={"word/theme.xml": GREEN_THEME.encode()},
        related=f'<Relationship Id="tema" Type="{R}/theme" Target="theme.xml"/>',
    ),
    "control": file(KOMMISSORIUM + "<w:sdt><w:sdtContent>" + p(r("Skriv her.", GREEN)) + "</w:sdtContent></w:sdt>"),
}


@pytest.mark.parametrize("way", GREEN_WAYS)
def test_green_is_seen_however_it_came(way: str, tmp_path: Path) -> None:
    assert told(assessed(tmp_path, GREEN_WAYS[way])) == [("DOK401", "Forsiden", 3)]


@pytest.mark.parametrize("colour", ["0070C0", "FF0000", "FFFF00", "808080", "1F3D4C", "auto", "E2EFD9", "001A00"])
def test_other_colours_are_no_guidance(colour: str, tmp_path: Path) -> None:
    body = KOMMISSORIUM + p(r("Bestyrelsen mødes.", f'<w:color w:val="{colour}"/>'))
    assert assessed(tmp_path, file(body)).findings == ()


BOX = "<w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict>"
PLACES = {
    "footnote": (file(KOMMISSORIUM + p("Se noten", ref(2)), footnotes=note(2, "Den XX.")), ("DOK402", "Fodnoter", 1)),
    "header": (file(header=p("Udkast") + p("Den XX.")), ("DOK402", "Sidehoved", 2)),
    "footer": (file(footer=p("Den XX.")), ("DOK402", "Sidefod", 1)),
    "text-box": (file(KOMMISSORIUM + p(r(BOX.format(p("Den XX."))))), ("DOK402", "Forsiden", 4)),
    "cell": (file(KOMMISSORIUM + table(["a", cell(p("b"), p("Den XX."))])), ("DOK402", "Forsiden", 5)),
    "control": (file(KOMMISSORIUM + f"<w:sdt><w:sdtContent>{p('Den XX.')}</w:sdtContent></w:sdt>"), ("DOK402", "Forsiden", 3)),
}


@pytest.mark.parametrize("where", PLACES)
def test_every_part_of_the_file_is_read(where: str, tmp_path: Path) -> None:
    data, expected = PLACES[where]
    assert told(assessed(tmp_path, data)) == [expected]


CHANGED = '<w:rPrChange w:id="1" w:author="A"><w:rPr>{}</w:rPr></w:rPrChange>'
CHANGES = {
    "mark-deleted": p("a", properties='<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>') + p("b"),
    "moved": f'{p("a")}<w:p><w:moveFrom w:id="1" w:author="A">{r("x")}</w:moveFrom>{r("b")}</w:p>',
}


@pytest.mark.parametrize("change", CHANGES)
def test_changes_to_a_paragraph_are_found_there(change: str, tmp_path: Path) -> None:
    assert [code for code, _, _ in told(assessed(tmp_path, file(KOMMISSORIUM + CHANGES[change])))] == ["DOK407"]


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (p(r("a", f"<w:b/>{CHANGED.format('')}")), "skriften i «a» er ændret (fed)"),
        (p(r("a", CHANGED.format('<w:b/><w:color w:val="FF0000"/>'))), "skriften i «a» er ændret (fed, farve)"),
        (p(r("a", f"<w:b/>{CHANGED.format('<w:b/>')}")), "skriften i «a» er ændret"),
        (p(r("ord " * 15, CHANGED.format("<w:i/>"))), f"skriften i «{' '.join(['ord'] * 10)} …» er ændret (kursiv)"),
        (p("a", properties=f"<w:rPr>{CHANGED.format('<w:i/>')}</w:rPr>"), "skriften er ændret (kursiv)"),
        (p("a", properties='<w:pPrChange w:id="1" w:author="A"><w:pPr/></w:pPrChange>'), "afsnittets typografi er ændret"),
        (
            '<w:tbl><w:tblPr/><w:tr><w:trPr><w:del w:id="1" w:author="A"/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>' + p("a"),
            "en række er slettet",
        ),
        (
            '<w:tbl><w:tblPr><w:tblPrChange w:id="1" w:author="A"/></w:tblPr><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>' + p("a"),
            "tabellens udseende er ændret",
        ),
    ],
)
def test_changes_that_touch_no_words_are_named_at_their_place(body: str, what: str, tmp_path: Path) -> None:
    found = only(assessed(tmp_path, file(KOMMISSORIUM + body)))
    assert (found.code, found.place.section, found.place.paragraph) == ("DOK407", "Forsiden", 3)
    assert found.message == f"Der er sporede ændringer her: {what}."


def test_a_change_of_the_files_own_pages_is_told_of_the_file(tmp_path: Path) -> None:
    pages = '<w:sectPr><w:sectPrChange w:id="1" w:author="A"><w:sectPr/></w:sectPrChange></w:sectPr>'
    found = only(assessed(tmp_path, file(KOMMISSORIUM + pages)))
    assert (found.code, found.place.paragraph) == ("DOK407", None)
    assert found.message == "Der er sporede ændringer i filen: filens opsætning er ændret."


def relation(kind: str, target: str, *, external: bool) -> str:
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="x" Type="{R}/{kind}" Target="{target}"{mode}/>'


@pytest.mark.parametrize(
    ("related", "what"),
    [
        (relation("attachedTemplate", "file:///H:/Skabelon.dotm", external=True), "en skabelon uden for filen"),
        (relation("image", "https://example.dk/a.png", external=True), "et billede, der ligger uden for filen"),
        (relation("oleObject", "embeddings/a.bin", external=False), "et indlejret objekt"),
        (relation("package", "embeddings/a.xlsx", external=False), "en indlejret fil"),
        (relation("vbaProject", "vbaProject.bin", external=False), "makroer"),
    ],
)
def test_what_is_embedded_or_fetched_is_found(related: str, what: str, tmp_path: Path) -> None:
    found = assessed(tmp_path, file(related=related))
    assert told(found) == [("DOK409", None, None)]
    assert only(found).message == f"Filen rummer {what}."


@pytest.mark.parametrize("related", [relation("image", "media/a.png", external=False), ""])
def test_pictures_and_links_are_not_hidden(related: str, tmp_path: Path) -> None:
    assert assessed(tmp_path, file(related=related, links={"lbf": "https://lbf.dk"})).findings == ()


CPR = "010180-1234"


@pytest.mark.parametrize(
    ("data", "name", "section"),
    [
        (file(title=f"Kommissorium {CPR}"), "Kommissorium.docx", "Filens egenskaber"),
        (file(), f"Kommissorium {CPR}.docx", "Filens egenskaber"),
        (file(KOMMISSORIUM + p(r(CPR, "<w:vanish/>"))), "Kommissorium.docx", "Forsiden"),
        (
            file(KOMMISSORIUM + f'<w:p><w:del w:id="1" w:author="A"><w:r><w:delText>{CPR}</w:delText></w:r></w:del></w:p>'),
            "Kommissorium.docx",
            "Slettet tekst i sporede ændringer",
        ),
        (file(comments=f'<w:comment w:id="0">{p(CPR)}</w:comment>'), "Kommissorium.docx", "Kommentarer"),
    ],
    ids=["title", "name", "hidden", "deleted", "comment"],
)
def test_a_cpr_number_is_found_wherever_it_hides(data: bytes, name: str, section: str, tmp_path: Path) -> None:
    found = assessed(tmp_path, data, name)
    assert section in [finding.place.section for finding in found.findings if finding.code == "PRV301"]
    assert CPR not in "".join(finding.message + finding.help for finding in found.findings)


def altered(folder: Path, *changes: tuple[str, str]) -> Assessment:
    """Return the assessment of the base with words of its XML changed."""
    path = folder / "aftale.docx"
    path.write_bytes(script("").file())
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    body = members["word/document.xml"].decode()
    for before, after in changes:
        assert before in body
        body = body.replace(before, after)
    return assessed(folder, packed({**members, "word/document.xml": body.encode()}))


@pytest.mark.parametrize(
    ("before", "after", "difference"),
    [
        (
            "Flere bliver tilknyttet arbejdsmarkedet",
            "Flere i arbejde",
            "her står «i arbejde» i stedet for «bliver tilknyttet arbejdsmarkedet»",
        ),
        ("Andel 1-5 årige i dagtilbud", "Andel 3-5 årige i dagtilbud", "her står «3-5» i stedet for «1-5»"),
        ("Andel 1-5 årige i dagtilbud", "Andel 1-5 årige børn i dagtilbud", "«børn» er føjet til"),
        ("Andel 1-5 årige i dagtilbud", "Andel årige i dagtilbud", "«1-5» er slettet"),
        (">Indikator<", ">Målepunkt<", "her står «Målepunkt» i stedet for «Indikator»"),
    ],
)
def test_a_cell_of_the_forms_table_that_is_altered_is_told_word_for_word(
    before: str, after: str, difference: str, tmp_path: Path
) -> None:
    found = only(altered(tmp_path, (before, after)))
    assert (found.code, found.place.path) == ("DOK404", "afsnit/5")
    assert found.place.paragraph is not None
    assert found.message == f"Skabelonens faste tekst er ændret: {difference}."


def test_a_cell_of_the_forms_table_that_is_emptied_is_told_of_the_table(tmp_path: Path) -> None:
    found = only(altered(tmp_path, (">Andel 1-5 årige i dagtilbud<", "><")))
    assert (found.code, found.place.path) == ("DOK404", "afsnit/5")
    assert "en celle med fast tekst mangler, den første er «Andel 1-5 årige i dagtilbud»" in found.message


def field(instruction: str, shown: str = "x") -> str:
    """Return a paragraph with a field."""
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f"<w:p>{begin}<w:r><w:instrText>{instruction}</w:instrText></w:r>{separate}{r(shown)}{end}</w:p>"


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (field(r' INCLUDETEXT "C:\\x.docx" '), "tekst, der hentes fra en anden fil"),
        (field(' includepicture "https://example.dk/a.png" '), "et billede, der hentes udefra"),
        (field(r' LINK Excel.Sheet.12 "C:\\x.xlsx" '), "en kæde til en anden fil"),
        (field(' DDEAUTO excel "x" '), "en kæde til et andet program"),
        (f'<w:p><w:fldSimple w:instr="INCLUDETEXT x">{r("x")}</w:fldSimple></w:p>', "tekst, der hentes fra en anden fil"),
    ],
)
def test_what_a_field_fetches_is_found_at_its_place(body: str, what: str, tmp_path: Path) -> None:
    found = only(assessed(tmp_path, file(KOMMISSORIUM + body)))
    assert (found.code, found.place.paragraph, found.message) == ("DOK409", 3, f"Her er {what}.")


@pytest.mark.parametrize("instruction", [" REF bog ", ' HYPERLINK "https://lbf.dk" ', " SEQ Tabel ", ""])
def test_other_fields_fetch_nothing(instruction: str, tmp_path: Path) -> None:
    assert assessed(tmp_path, file(KOMMISSORIUM + field(instruction))).findings == ()


WHITE = '<w:color w:val="FFFFFF"/>'
FILL = '<w:shd w:val="clear" w:fill="1F3864"/>'


@pytest.mark.parametrize(
    "body",
    [
        p(r("Ikke sagt", WHITE)),
        p(r("Ikke sagt", '<w:color w:val="F0F0F0"/>')),
        p(r("Ikke sagt", '<w:sz w:val="4"/>')),
        p("Sagt ", r("Ikke sagt", WHITE + '<w:highlight w:val="white"/>')),
        p(r("Ikke sagt", WHITE), properties='<w:shd w:val="clear" w:fill="FFFFFF"/>'),
    ],
)
def test_text_that_cannot_be_seen_is_found(body: str, tmp_path: Path) -> None:
    found = only(assessed(tmp_path, file(KOMMISSORIUM + body)))
    assert (found.code, found.place.paragraph) == ("DOK409", 3)
    assert "som ikke kan ses (2 ord)" in found.message


@pytest.mark.parametrize(
    "body",
    [
        p(r("Overskrift", WHITE), properties=FILL),
        p(r("Overskrift", WHITE + FILL)),
        p(r("Overskrift", WHITE + '<w:highlight w:val="darkBlue"/>')),
        p(r("Lysegrå", '<w:color w:val="EFF0F0"/>')),
        p(r("Lille", '<w:sz w:val="5"/>')),
        p("a", r(" ", WHITE), "b"),
        table([cell(p(r("Overskrift", WHITE)), properties=FILL)]),
        p(r(BOX.format(p(r("I en figur", WHITE))))),
    ],
)
def test_text_on_a_colour_can_be_seen(body: str, tmp_path: Path) -> None:
    assert assessed(tmp_path, file(KOMMISSORIUM + body)).findings == ()


def test_a_promised_annex_is_for_a_human_to_look_for(tmp_path: Path) -> None:
    words = p("Strateginotatet vedlægges som bilag. Som nævnt er strateginotatet vedlagt.") + p("Årshjulet findes som bilag.")
    found = assessed(tmp_path, file(KOMMISSORIUM + words))
    assert found.findings == ()
    assert [(one.id, one.krav, one.kilde) for one in found.judgement] == [
        ("bilag-1", "Er «Strateginotatet» vedlagt? Det siger teksten, at det er (Forsiden, 3. tekstafsnit).", "vores"),
        ("bilag-2", "Er «Årshjulet» vedlagt? Det siger teksten, at det er (Forsiden, 4. tekstafsnit).", "vores"),
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (file(), "Skabelonen til et kommissorium kendes ikke ord for ord"),
        (file(p("Delaftale for indsatsområdet Beskæftigelse") + ENOUGH), "Skabelonen til en delaftale kendes ikke"),
        (
            file(p("Strategisk samarbejdsaftale 2015-18") + ENOUGH),
            "Skabelonen til en strategisk samarbejdsaftale for 2015-18-midlerne kendes ikke",
        ),
    ],
)
def test_it_is_said_what_is_not_judged_for_want_of_the_form(data: bytes, words: str, tmp_path: Path) -> None:
    found = assessed(tmp_path, data)
    assert found.verdict is Verdict.GODKENDT
    assert words in found.unseen


def test_the_known_form_is_judged_whole(tmp_path: Path) -> None:
    assert "ord for ord" not in assessed(tmp_path, script("").file()).unseen


def test_almost_no_words_get_no_verdict(tmp_path: Path) -> None:
    found = assessed(tmp_path, file(p("Kommissorium for bestyrelsen") + p("Bestyrelsen mødes.")))
    assert found.verdict is Verdict.IKKE_BEDOEMT
    assert told(found) == [("DOK405", None, None)]
    assert "kun 2 ord under titlen" in only(found).message
