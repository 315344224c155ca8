"""`aftale template` and `render --template` from outside: what is seen, what is refused, and what people may mend."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from aftale_builder.binding.documents import DOCUMENTS
from aftale_builder.binding.forms import own_form
from aftale_builder.cli._group import run
from aftale_builder.documents.word_paper import template_folder
from aftale_builder.word.package import open_package
from aftale_builder.word.reading import Part, read
from tests.binding import blank
from tests.binding.blank import AREAS, RULES, body, form, front, guidance, heading, section, with_part
from tests.binding.test_own_form import DOCUMENT, filled, holds
from tests.documents.making import copy_of_sample, sample_facts
from tests.word.wordfile import p

NAME = "skabelon.docx"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """Return a copy of the sample with a form beside it."""
    copy_of_sample(tmp_path / "aftale")
    (tmp_path / NAME).write_bytes(form())
    return tmp_path


def rendered(here: Path, *options: str) -> int:
    return run(["render", str(here / "aftale"), "-o", str(here / "pakke"), "--template", f"{DOCUMENT}={here / NAME}", *options])


def test_render_fills_in_the_form_that_is_named(here: Path) -> None:
    assert rendered(here) == 0
    assert run(["check", str(here / "pakke/Strategisk samarbejdsaftale.docx")]) == 0
    files = json.loads((here / "pakke/manifest.json").read_bytes())["files"]
    assert [file["form"] for file in files if file.get("document") == DOCUMENT] == ["medbragt"]


def test_render_fills_in_the_form_that_the_agreement_names(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = here / "aftale/aftale.yaml"
    root.write_text(
        root.read_text(encoding="utf-8") + f"skabeloner:\n  - {{dokument: {DOCUMENT}, fil: skabelon.docx}}\n", encoding="utf-8"
    )
    assert run(["render", str(here / "aftale"), "-o", str(here / "pakke")]) == 1
    assert "«skabelon.docx» findes ikke i aftalens mappe" in capsys.readouterr().err
    shutil.copy(here / NAME, here / "aftale" / NAME)
    assert run(["render", str(here / "aftale"), "-o", str(here / "pakke")]) == 0
    assert open_package(here / "pakke/Strategisk samarbejdsaftale.docx").read("customXml/item1.xml") == blank.CUSTOM


def test_a_draft_is_marked_on_every_page(here: Path) -> None:
    assert rendered(here, "--draft") == 0
    word = read(here / "pakke/Strategisk samarbejdsaftale.docx")
    assert "UDKAST" in [unit.plain for unit in word.of(Part.HEADER)]


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("strategisk-samarbejdsaftale", "DOKUMENT=FIL"),
        ("strategisk-samarbejdsaftal=x.docx", "Mente du «strategisk-samarbejdsaftale»?"),
        ("strategisk-samarbejdsaftale=findes-ikke.docx", "findes ikke"),
    ],
)
def test_what_can_not_be_meant_is_said(here: Path, word: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", str(here / "aftale"), "--template", word]) == 2
    assert said in capsys.readouterr().err


OLD = "".join(
    heading(RULES.fast("afsnit-6")) + p(words, style="Overskrift2") + heading(RULES.fast("problemkompleks"))
    for words in ["Tryghed og trivsel"]
)


@pytest.mark.parametrize(
    "inside",
    [
        body(sections=("aftaledokumenter", "1", "2", "3", "4", "5")) + OLD + section("7") + section("8"),
        body().replace("2019-26-midlerne", "2015-18-midlerne"),
    ],
    ids=["by its indsatsområde", "by its words"],
)
def test_a_form_of_another_generation_is_refused(here: Path, inside: str, capsys: pytest.CaptureFixture[str]) -> None:
    (here / NAME).write_bytes(form(inside))
    assert rendered(here) == 1
    told = capsys.readouterr().err
    assert "DOK412" in told
    assert "2015-18" in told
    assert not (here / "pakke").exists()
    assert run(["template", "inspect", str(here / NAME)]) == 1


@pytest.mark.parametrize(
    ("part", "said", "instead"),
    [
        ("docProps/core.xml", "<dc:title>", "<dc:title>Helhedsplan 2015-18 "),
        ("word/document.xml", "<w:body>", f"<w:body>{p('Helhedsplan 2015-2018')}"),
        ("word/header.xml", "Skabelon", "Skabelon, 2015-18"),
    ],
    ids=["in its properties", "at its beginning", "on each page"],
)
def test_a_form_that_says_two_generations_is_refused_with_what_it_says(
    here: Path, part: str, said: str, instead: str, capsys: pytest.CaptureFixture[str]
) -> None:  # fmt: skip
    (here / NAME).write_bytes(with_part(form(), part, lambda xml: xml.replace(said, instead, 1)))
    assert rendered(here) == 1
    told = capsys.readouterr().err
    assert "DOK412" in told
    assert "2015-" in told
    assert "men resten er skabelonen for 2019-26-midlerne. Det er ikke til at vide, hvilken den er." in told
    assert not (here / "pakke").exists()


def test_what_is_not_found_is_told_with_what_was_seen(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / NAME).write_bytes(form(body(sections=("aftaledokumenter", "1", "3", "4", "5", "6", "7", "8"))))
    assert rendered(here) == 1
    told = capsys.readouterr().err
    assert "vision: overskriften «2. Vision for boligområdet» er ikke fundet; set er" in told
    assert run(["template", "inspect", str(here / NAME)]) == 1


def test_words_that_nobody_expects_are_no_place_to_write(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    filled_in = body([*front()[:1], heading(RULES.fast("områdets-navn")) + p("Et helt andet område"), *front()[2:]])
    (here / NAME).write_bytes(form(filled_in))
    assert rendered(here) == 1
    assert "står der allerede «Et helt andet område»" in capsys.readouterr().err


def inspected(here: Path, inside: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Return the code and the words of «inspect» of a form with this body."""
    (here / NAME).write_bytes(form(inside))
    capsys.readouterr()
    code = run(["template", "inspect", str(here / NAME)])
    return code, capsys.readouterr().out


@pytest.mark.parametrize("style", ["Overskrift1", "Overskrift2", "Overskrift3"])
def test_what_was_written_in_a_headings_style_is_no_place_to_write(
    here: Path, style: str, capsys: pytest.CaptureFixture[str]
) -> None:
    old = p("Et helt andet område", style=style)
    code, told = inspected(here, body([*front()[:1], heading(RULES.fast("områdets-navn")) + old, *front()[2:]]), capsys)
    assert code == 1
    assert "efter ledeteksten «Områdets navn:» står der allerede «Et helt andet område»" in told
    assert rendered(here) == 1


def test_a_heading_below_a_sections_is_what_was_written_in_it(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    vision = section("2")
    code, told = inspected(here, body().replace(vision, vision + p("Drømmen om en bydel", style="Overskrift3")), capsys)
    assert code == 1
    assert "står der allerede «Drømmen om en bydel»" in told


EXTRA = p("8. Kommunens egne krav", style="Overskrift1") + p("Kommunen beder om et årligt regnskab.")


@pytest.mark.parametrize("after", ["2", "5", "6", "8"])
def test_a_section_that_nobody_knows_is_named_and_stays(here: Path, after: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = inspected(here, body().replace(section(after), section(after) + EXTRA), capsys)
    assert code == 0
    assert "Overskriften «8. Kommunens egne krav» kendes ikke." in told
    assert rendered(here) == 0
    texts = [unit.plain for unit in read(here / "pakke/Strategisk samarbejdsaftale.docx").body]
    assert texts[texts.index("8. Kommunens egne krav") + 1] == "Kommunen beder om et årligt regnskab."


AREA = heading(RULES.fast(f"indsatsområde-{blank.AREAS[1]}"))
PROBLEM = heading(RULES.fast("problemkompleks"))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (AREA, "", f"overskriften «{RULES.indsatsomraader[1].navn}» er ikke fundet under «6. Indsatsområder»"),
        (
            AREA + PROBLEM,
            heading(RULES.fast("problemkompleks")).replace("Problemkompleks for indsatsområdet", "Job og skole"),
            f"overskriften «{RULES.indsatsomraader[1].navn}» er ikke fundet under «6. Indsatsområder»",
        ),
        (AREA + PROBLEM, AREA, f"er ikke fundet under «{RULES.indsatsomraader[1].navn}»"),
        (AREA + PROBLEM, AREA + PROBLEM * 2, f"er fundet 2 gange under «{RULES.indsatsomraader[1].navn}»"),
        (AREA + PROBLEM, AREA + PROBLEM + p("Mange er uden job."), "står der allerede «Mange er uden job.»"),
    ],
    ids=["its heading", "another's words", "its problemkompleks", "twice", "filled in"],
)
def test_an_indsatsomraade_that_is_not_as_the_others_is_told(
    here: Path, old: str, new: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert old in body()
    code, told = inspected(here, body().replace(old, new), capsys)
    assert code == 1
    assert said in told
    assert rendered(here) == 1


@pytest.mark.parametrize("gone", [(0,), (1,), (3,), (0, 2, 3)])
def test_a_block_that_the_form_lacks_is_a_copy_of_another(
    here: Path, gone: tuple[int, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    areas = [area for at, area in enumerate(blank.AREAS) if at not in gone]
    code, told = inspected(here, body(areas=areas), capsys)
    assert code == 0
    for at in gone:
        assert f"ingen blok med overskriften «{RULES.indsatsomraader[at].navn}»" in told
    assert rendered(here) == 0
    texts = [unit.plain for unit in read(here / "pakke/Strategisk samarbejdsaftale.docx").body]
    names = [RULES.fast(f"indsatsområde-{area}").ren for area in blank.AREAS]
    assert [text for text in texts if text in names] == names
    problem = RULES.fast("problemkompleks").ren
    assert all(texts[texts.index(name) + 1] == problem for name in names)


def test_two_headings_alike_are_no_guess(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / NAME).write_bytes(form(body() + heading(RULES.fast("afsnit-2"))))
    assert rendered(here) == 1
    assert "vision:" in capsys.readouterr().err


def test_one_table_of_all_who_sign_is_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    *first, signed = front()
    head = heading(RULES.fast("underskrifter"))
    table = blank.grid(*(("Boligorganisation A", "Dato", "Navn"), ("Kommune XX", "Dato", "Navn")), widths=(3000, 3000, 3638))
    code, told = inspected(here, body([*first, signed[: signed.index(head)] + head + table + p()]), capsys)
    assert code == 1
    assert "«Boligorganisation A» står i den samme tabel som «Dato» og «Navn»" in told


def test_a_binding_may_be_mended(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A form with a heading that nobody knows: the user says which it is."""
    sections = [section(ref) if ref != "2" else p("Hvor vil vi hen?", style="Overskrift1") + p() for ref in blank.SECTIONS]
    (here / NAME).write_bytes(form("".join(front()) + "".join(sections)))
    assert run(["template", "bind", str(here / NAME)]) == 1
    noted = here / "skabelon.binding.yaml"
    assert "# vision: mangler" in noted.read_text(encoding="utf-8")
    capsys.readouterr()
    assert run(["template", "inspect", str(here / NAME), "--paragraphs"]) == 1
    number = re.search(r"(\d+)  Hvor vil vi hen\?", capsys.readouterr().out)
    assert number is not None
    line = f'  vision: {{efter: {number[1]}, tekst: "Hvor vil vi hen?"}}\n'
    noted.write_text(noted.read_text(encoding="utf-8").replace("felter:\n", f"felter:\n{line}"), encoding="utf-8")
    assert rendered(here) == 0
    texts = [unit.plain for unit in read(here / "pakke/Strategisk samarbejdsaftale.docx").body]
    assert texts[texts.index("Hvor vil vi hen?") + 1] not in ("", "3. Organisering")


def test_a_stretch_that_would_repeat_a_table_with_more_in_it_is_refused(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The indsatsområder each in a row of the table that the whole page is laid out in."""
    six = section("6").replace(heading(RULES.fast("afsnit-6")), "")
    areas = [f"{heading(RULES.fast(f'indsatsområde-{area}'))}{heading(RULES.fast('problemkompleks'))}{p()}" for area in AREAS]
    fixed = six[: six.index(areas[0][:40])]
    rows = "".join(
        f"<w:tr><w:tc><w:tcPr/>{inside}</w:tc></w:tr>" for inside in (heading(RULES.fast("afsnit-6")) + fixed + p(), *areas)
    )
    rows = rows.replace("</w:p><w:p>", "</w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr/><w:p>")  # each paragraph in a row of its own
    table = f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid>{rows}</w:tbl>{p()}'
    sections = [section(ref) if ref != "6" else table for ref in blank.SECTIONS]
    (here / NAME).write_bytes(form("".join(front()) + "".join(sections)))
    assert run(["template", "bind", str(here / NAME)]) == 1
    assert "indsatsområder" in capsys.readouterr().out
    noted = here / "skabelon.binding.yaml"
    run(["template", "inspect", str(here / NAME), "--paragraphs"])
    numbers = re.findall(r"(\d+)  Problemkompleks for indsatsområdet", capsys.readouterr().out)
    first = int(numbers[0])
    name = RULES.fast(f"indsatsområde-{AREAS[0]}").ren
    text = noted.read_text(encoding="utf-8").replace(
        "felter:\n",
        f'felter:\n  indsatsområder.navn: {{i: {first - 1}, tekst: "{name}"}}\n'
        f'  indsatsområder.problemkompleks: {{efter: {first}, tekst: "Problemkompleks for indsatsområdet"}}\n',
    )
    text = text.replace("gentages:\n", f"gentages:\n  indsatsområder: {{fra: {first - 1}, til: {first}}}\n")
    noted.write_text(text, encoding="utf-8")
    assert rendered(here) == 1
    assert "Hele tabellen ville blive gentaget" in capsys.readouterr().err


def test_a_binding_says_the_same_as_what_was_seen(here: Path) -> None:
    assert run(["template", "bind", str(here / NAME)]) == 0
    regulativ = sample_facts().regulativ
    by_file = own_form(here / NAME, DOCUMENT, regulativ)
    named = own_form(here / "skabelon.binding.yaml", DOCUMENT, regulativ)
    (here / "skabelon.binding.yaml").unlink()
    assert by_file == named == own_form(here / NAME, DOCUMENT, regulativ)
    assert "{{ navn }}" in [unit.plain for unit in read(here / "skabelon.felter.docx").body]


def test_a_binding_is_not_overwritten(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "bind", str(here / NAME)]) == 0
    assert run(["template", "bind", str(here / NAME)]) == 1
    assert "findes allerede" in capsys.readouterr().err
    assert run(["template", "bind", str(here / NAME), "--force"]) == 0


def test_a_form_that_has_changed_since_is_refused(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "bind", str(here / NAME)]) == 0
    (here / NAME).write_bytes(form(body([front()[0] + p("Ny indledning"), *front()[1:]])))
    assert rendered(here) == 1
    assert "Skabelonen er ændret, siden bindingen blev lavet" in capsys.readouterr().err


@pytest.mark.parametrize(
    "text",
    ["", "[]", "a: &x [*x", "skabelon: skabelon.docx\ndokument: strategisk-samarbejdsaftale\nfelter: {navn: {efter: mange}}",
     "skabelon: skabelon.docx\ndokument: ukendt\nfelter: {}", "skabelon: skabelon.docx\ndokument: delaftale\nfelter: {}",
     "skabelon: skabelon.docx\ndokument: strategisk-samarbejdsaftale\nfelter: {findesikke: {efter: 1}}",
     "skabelon: skabelon.docx\ndokument: strategisk-samarbejdsaftale\nfelter: {navn: {efter: 999999}}",
     "skabelon: skabelon.docx\ndokument: strategisk-samarbejdsaftale\nfelter: {navn: {med: vision}}",
     "skabelon: skabelon.docx\ndokument: strategisk-samarbejdsaftale\nfelter: {}\ngentages: {underskrifter: {fra: 1, til: 600}}",
     "skabelon: skabelon.docx\ndokument: strategisk-samarbejdsaftale\nfelter: {}\nslettes: [a-b]\nbrødtekst: 70000"],
)  # fmt: skip
def test_a_binding_that_is_wrong_is_told(here: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "skabelon.binding.yaml").write_text(text, encoding="utf-8")
    assert rendered(here) == 1
    assert capsys.readouterr().err.startswith("Pakken er ikke lavet")


def test_a_tagged_form_is_used_as_it_is_and_all_its_faults_are_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "bind", str(here / NAME)]) == 0
    tagged = (here / "skabelon.felter.docx").read_bytes()
    (here / "skabelon.binding.yaml").unlink()
    (here / NAME).write_bytes(tagged)
    assert rendered(here) == 0
    assert run(["template", "inspect", str(here / NAME)]) == 0
    (here / NAME).write_bytes(form(body([front()[0] + p("{{ navn|upper }}") + p("{%p if x %}"), *front()[1:]])))
    capsys.readouterr()
    assert run(["template", "inspect", str(here / NAME)]) == 1
    told = capsys.readouterr().out
    assert "3 fejl" in told  # a filter, an «if» that is not closed, and the name that it asks for
    assert "afsnit 3" in told
    assert rendered(here) == 1


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        (p("{{ findesikke }}"), ["1 fejl", "Visningen har ikke «findesikke»"]),
        (p("{{ nav }}"), ["Mente du «navn»?"]),
        (p("{% for i in indsatsomraader %}{{ i.findesikke }}{% endfor %}"), ["«i.findesikke»"]),
        (p("{{ vision }}"), ["1 fejl", "er ikke en tekst, der kan skrives"]),
        (p("{{ findesikke }}") + p("{{ navn|upper }}"), ["2 fejl", "«findesikke»", "filtre"]),
    ],
)
def test_the_names_of_tags_are_held_against_the_documents(
    here: Path, inside: str, said: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = inspected(here, body([front()[0] + inside, *front()[1:]]), capsys)
    assert code == 1
    assert [words for words in said if words not in told] == []
    assert rendered(here) == 1


@pytest.mark.parametrize("document", ["strategisk-samarbejdsaftale", *DOCUMENTS, "indberetningsskema"])
def test_our_own_templates_have_no_unknown_names(document: str, capsys: pytest.CaptureFixture[str]) -> None:
    file = template_folder(RULES.id) / f"{document.replace('æ', 'ae')}.docx"
    assert run(["template", "inspect", str(file), "--document", document]) == 0
    assert "ingen fejl" in capsys.readouterr().out


def test_unknown_guidance_in_green_gives_way(tmp_path: Path) -> None:
    title, name, *rest = front()
    words = "Skriv her, hvad området kaldes i daglig tale"
    made = holds(form(body([title, name + guidance(words), *rest])), tmp_path, may_change=frozenset({words}))
    assert "daglig tale" not in open_package(made).read("word/document.xml").decode()


@pytest.mark.langsom
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice findes ikke her")
def test_a_form_that_libreoffice_has_saved_is_filled_in_and_opens_there(tmp_path: Path) -> None:
    (tmp_path / "ud").mkdir()
    (tmp_path / NAME).write_bytes(form())
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"

    def convert(kind: str, file: Path) -> Path:
        command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(tmp_path / "ud"), str(file)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        made = tmp_path / "ud" / file.with_suffix(f".{kind}").name
        assert made.is_file()
        return made

    saved = convert("docx", tmp_path / NAME)
    assert saved.read_bytes() != (tmp_path / NAME).read_bytes()
    made = holds(saved.read_bytes(), tmp_path)
    (tmp_path / "udfyldt.docx").write_bytes(made)
    assert convert("pdf", tmp_path / "udfyldt.docx").stat().st_size > 10_000
    assert filled(saved, sample_facts()) == made
