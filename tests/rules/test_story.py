"""Prose comes by as lines, each with its paper, its heading and its place."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from aftale_builder.findings import Hit, Severity
from aftale_builder.model import load
from aftale_builder.regulation import regulativ
from aftale_builder.rules import judge, judge_story
from aftale_builder.rules.lines import Paper, pieces, quotations, sentences
from aftale_builder.rules.registry import Over, rule
from aftale_builder.rules.story import Named, Story, effort_names, part_names, story_of


def _story(folder: Path, text: str) -> Story:
    (folder / "aftale.yaml").write_text(text, encoding="utf-8")
    aftale = load(folder).aftale
    assert aftale is not None
    return story_of(aftale, regulativ(aftale.regulativ))


ABBREVIATIONS = [
    *[
        "pct",
        "kr",
        "mio",
        "mia",
        "bl",
        "eks",
        "ca",
        "nr",
        "jf",
        "stk",
        "dvs",
        "mv",
        "mfl",
        "fl",
        "evt",
        "hhv",
        "ift",
        "inkl",
        "ekskl",
        "pkt",
        "ifm",
        "vedr",
        "osv",
        "lign",
        "tlf",
        "afd",
        "kl",
        "pr",
    ],
    *["maks", "min", "iht", "mht", "fx", "adm", "dir", "sidst", "a", "ø", "Å"],
]

MARKDOWN = """Første afsnit
går **videre**.

# Organisering #

- et punkt
  på to linjer
2. et andet punkt

**Fed overskrift**

[[organer]]

| a | b |
[^1]: En note.
"""


def test_markdown_is_cut_into_blocks() -> None:
    assert [(piece.text.strip(), piece.heading, piece.under) for piece in pieces(MARKDOWN)] == [
        ("Første afsnit går   videre  .", False, ""),
        ("Organisering", True, ""),
        ("et punkt   på to linjer", False, "Organisering"),
        ("et andet punkt", False, "Organisering"),
        ("Fed overskrift", True, "Organisering"),
        ("| a | b |", False, "Fed overskrift"),
        ("En note.", False, "Fed overskrift"),
    ]


def test_a_block_keeps_the_offsets_of_its_source() -> None:
    for piece in pieces(MARKDOWN):
        word = piece.text.split()[-1].strip(".|")
        at = piece.start + piece.text.index(word)
        assert MARKDOWN[at : at + len(word)] == word


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Den gælder fra 1. oktober 2021. Den slutter i 2025.", 2),
        ("Godt 40 pct. af de unge, jf. Landsbyggefonden, er i gang.", 1),
        ("Det var i 2019. De tilsvarende tal mangler! Hvorfor?", 3),
        ("Han sagde «nej.» Så gik han.", 2),
        ("", 0),
        ("   ", 0),
        *((f"Det er 3 {short}. De er her.", 1) for short in ABBREVIATIONS),
        ("Det er i ABC_X. De er her.", 2),
    ],
)
def test_sentences(text: str, count: int) -> None:
    found = list(sentences(text))
    assert len(found) == count
    assert "".join(text[start:end] for start, end in found) == (text if count else "")


def test_quotations_of_every_kind_are_seen_and_an_open_one_is_not() -> None:
    text = 'En «a», »b«, ”c”, “d”, „e“ og "f", men ikke "g'
    assert [text[start:end] for start, end in quotations(text)] == ["«a»", "»b«", "”c”", "“d”", "„e“", '"f"']


def test_each_line_knows_its_paper_and_its_indsats(tmp_path: Path) -> None:
    story = _story(
        tmp_path,
        """
regulativ: lbf-2019-26
navn: Solbakken
vision: Alle skal med.
indsatsområder:
  - område: beskæftigelse
    problemkompleks: |
      # Tal
      For få er i job.
    delaftale: {indledning: Vi vil mere., aktiviteter: [{id: a1, navn: Jobklub}]}
kommissorium: {tekst: Her prioriteres.}
budget: {bemærkninger: Det balancerer.}
milepæle: [{id: m1, dato: 2023-01-15, tekst: Status}]
bilag: [{titel: Årshjul, fil: bilag/aar.md}]
undtagelser: [{regel: LBF085, begrundelse: Det ved vi., udløber: 2027-01-01}]
""",
    )
    assert [(line.text, line.paper, line.indsats, line.problem, line.under, line.value) for line in story.lines] == [
        ("Alle skal med.", Paper.SAMARBEJDSAFTALE, "", False, "", False),
        ("Tal", Paper.SAMARBEJDSAFTALE, "beskæftigelse", True, "", False),
        ("For få er i job.", Paper.SAMARBEJDSAFTALE, "beskæftigelse", True, "Tal", False),
        ("Vi vil mere.", Paper.DELAFTALE, "beskæftigelse", False, "", False),
        ("Jobklub", Paper.DELAFTALE, "beskæftigelse", False, "", True),
        ("Det balancerer.", Paper.BUDGET, "", False, "", True),
        ("Her prioriteres.", Paper.KOMMISSORIUM, "", False, "", False),
        ("Status", Paper.MILEPAELSPLAN, "", False, "", True),
        ("Årshjul", Paper.SAMARBEJDSAFTALE, "", False, "", True),
    ]
    assert [line.passage.section for line in story.lines[:3]] == ["vision", "indsatsområder", "indsatsområder"]
    assert story.bilag == ("Årshjul",)
    assert [line.text for line in story.running()] == ["Alle skal med.", "For få er i job.", "Vi vil mere.", "Her prioriteres."]
    place = story.lines[2].at(4, 6).place()
    assert (place.line, place.column) == (9, 11)


def test_what_is_no_words_and_what_is_names_is_no_line(tmp_path: Path) -> None:
    story = _story(
        tmp_path,
        """
regulativ: lbf-2019-26
version: Udkast
sagsnummer: 21/1
navn: Solbakken
parter: [{id: b, navn: Bo, kaldes: [Boet], cvr: "11111111", adresse: Vej 1, underskrivere: [{titel: Chef, navn: Ib}]}]
kontakter: [{navn: Ida, titel: Leder, part: b, telefon: 00 00 00 11, mail: ida@x.example}]
boligområder: [{id: s, navn: Syd, kaldes: [Sydbyen], afdelinger: [{part: b, numre: ["7"]}]}]
organisation: {diagram_fil: bilag/x.png, organer: [{id: o, navn: Gruppen, type: følgegruppe}]}
bilag: [{titel: Årshjul, fil: bilag/aar.md}]
periode: {fra: 2021-10-01}
""",
    )
    assert [line.text for line in story.lines] == ["Chef", "Ib", "Gruppen", "Årshjul"]
    assert story.periode is None


def test_names_are_known_by_all_their_spellings(tmp_path: Path) -> None:
    story = _story(
        tmp_path,
        """
regulativ: lbf-2019-26
navn: '"En Fælles Indsats", Slagelse'
periode: {fra: 2021-10-01, til: 2025-09-30}
parter: [{id: fob, navn: "FOB, Fællesorganisationens Boligforening", kaldes: [Fællesorganisationen], type: boligorganisation}]
boligområder: [{id: syd, navn: Sydbyen, kaldes: [Byen i syd]}]
""",
    )
    assert [(name.of, name.navn, name.kaldes) for name in story.names] == [
        (
            Named.PART,
            "FOB, Fællesorganisationens Boligforening",
            ("FOB", "Fællesorganisationens Boligforening", "Fællesorganisationen"),
        ),
        (Named.OMRAADE, "Sydbyen", ("Byen i syd",)),
        (Named.INDSATS, "En Fælles Indsats", ()),
    ]
    assert story.periode is not None
    assert story.names[0].at.place().line == 5


def test_an_effort_without_quotation_marks_is_named_before_the_comma() -> None:
    assert effort_names("Sammen om Solbakken, Lindeby") == ("Sammen om Solbakken", "Sammen om Solbakken, Lindeby")
    assert part_names("Lindeby Kommune") == ()


def _says_so(story: Story) -> Iterator[Hit]:
    for line in story.running():
        yield Hit(line.at(0, 4), f"{line.paper}", "")


def test_the_same_rule_judges_an_agreement_and_a_story_that_was_made_elsewhere(tmp_path: Path) -> None:
    one = rule("KON998", "navn", Severity.RAAD, sources=("vores",), over=Over.STORY)(_says_so)
    story = _story(tmp_path, "regulativ: findes-ikke\nnavn: Solbakken\nvision: Alle skal med.\n")
    assert story.aftale is not None
    (found,) = judge(story.aftale, None, [one])
    assert (found.message, found.place.line, found.place.end_column) == ("strategisk samarbejdsaftale", 3, 13)
    assert judge_story(story, [one]) == (found,)


def test_lines_with_some_words_are_found_whatever_their_case(tmp_path: Path) -> None:
    story = _story(tmp_path, "regulativ: lbf-2019-26\nnavn: x\nvision: |\n  # AFTALEN\n\n  Alle med.\n\n  En aftale, aftalt.\n")
    assert [line.text for line in story.lines_with("aftale", "findes ikke", "alt")] == ["AFTALEN", "En aftale, aftalt."]
    assert [line.text for line in story.lines_with("med.\n")] == ["Alle med."]
    assert Story(()).lines_with("aftale") == []
