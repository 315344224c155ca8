"""Every text of an agreement comes by as a passage, with its place."""

from pathlib import Path

from aftale_builder.findings import Place
from aftale_builder.model import load
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import regulativ
from aftale_builder.rules import judge, judge_passages, rule_of
from aftale_builder.rules.passages import Passage, every_text, prose


def _aftale(folder: Path, text: str, **files: str) -> Aftale:
    (folder / "aftale.yaml").write_text(text, encoding="utf-8")
    for name, content in files.items():
        (folder / f"{name}.md").write_text(content, encoding="utf-8")
    aftale = load(folder).aftale
    assert aftale is not None
    return aftale


def test_values_file_names_and_strange_keys_are_texts(tmp_path: Path) -> None:
    text = "navn: Solbakken\nvision: !fil tekst.md\nkontakter: [{telefon: 12}]\nnøgle 7: x\n"
    aftale = _aftale(tmp_path, text, tekst="Alle skal med.\n")
    assert [(passage.text.removeprefix("!fil "), passage.section, passage.label) for passage in every_text(aftale)] == [
        ("Solbakken", "navn", "navn"),
        ("tekst.md", "vision", "vision"),
        ("Alle skal med.", "vision", "vision"),
        ("12", "kontakter", "kontakter telefon"),
        ("nøgle 7", "nøgle 7", ""),
        ("x", "nøgle 7", "nøgle 7"),
    ]


def test_a_place_in_a_text_is_its_own_files(tmp_path: Path) -> None:
    aftale = _aftale(tmp_path, "vision: !fil tekst.md\n", tekst="# Vision\n\nAlle skal *med*.\n")
    (passage,) = prose(aftale)
    place = passage.at(passage.text.index("med"), passage.text.index("med") + 3).place()
    assert (Path(place.file).name, place.path, place.line, place.column, place.end_column) == ("tekst.md", "vision", 3, 12, 15)


def test_only_markdown_is_prose(tmp_path: Path) -> None:
    aftale = _aftale(tmp_path, "navn: Solbakken\nsamspil: {tekst: Vi taler sammen., aktører: [{navn: Skolen}]}\n")
    assert [(passage.text, passage.section) for passage in prose(aftale)] == [("Vi taler sammen.", "samspil")]


def test_a_cpr_number_in_the_name_of_a_file_is_found(tmp_path: Path) -> None:
    text = "regulativ: lbf-2019-26\nnavn: Solbakken\nvision: !fil 010180-1234.md\n"
    aftale = _aftale(tmp_path, text, **{"010180-1234": "Alle skal med."})
    (found,) = judge(aftale, regulativ("lbf-2019-26"), [rule_of("PRV301")])
    assert (found.place.line, found.place.column, found.place.end_column) == (3, 14, 25)


def test_a_cpr_number_in_a_block_of_text_is_found_in_its_line(tmp_path: Path) -> None:
    aftale = _aftale(tmp_path, "regulativ: lbf-2019-26\nnavn: Solbakken\nvision: |\n  Alle skal med,\n  også 010180-1234.\n")
    (found,) = judge(aftale, regulativ("lbf-2019-26"), [rule_of("PRV301")])
    assert (found.place.line, found.place.column) == (5, 8)


def test_the_number_itself_is_never_repeated(tmp_path: Path) -> None:
    aftale = _aftale(tmp_path, "regulativ: lbf-2019-26\nnavn: Solbakken\nvision: Både 010180-1234 og 020280-1234.\n")
    found = judge(aftale, regulativ("lbf-2019-26"), [rule_of("PRV301")])
    assert len({finding.fingerprint for finding in found}) == 2
    assert not any("0180" in f"{finding.message}{finding.help}{finding.subject}" for finding in found)


class _Paragraph:
    """A paragraph of a Word file, as the rules see it."""

    def __init__(self, section: str, number: int) -> None:
        self.section = section
        self.number = number

    def at(self, start: int, end: int) -> "_Paragraph":
        return self

    def place(self) -> Place:
        return Place("aftale.docx", section=self.section, paragraph=self.number)


def test_the_same_rule_judges_a_word_file() -> None:
    paragraphs = [
        Passage(text, "2. Vision", _Paragraph("2. Vision", number)) for number, text in enumerate(["Alle", "010180-1234"], 1)
    ]
    (found,) = judge_passages(paragraphs, [rule_of("PRV301")])
    assert (found.place.file, found.place.section, found.place.paragraph) == ("aftale.docx", "2. Vision", 2)
