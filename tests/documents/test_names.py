"""Names of files that every system can store, and that a person finds again."""

import pytest

from aftale_builder.documents.names import file_name, unique


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Delaftale - Beskæftigelse", "Delaftale - Beskæftigelse.docx"),
        ("Kommissorium - A/B: «C»?", "Kommissorium - A-B- «C»-.docx"),
        ("..", "Dokument.docx"),
        ("CON", "Dokument CON.docx"),
        ("lpt1.gammel", "Dokument lpt1.gammel.docx"),
        ("Bestyrelsen.  ", "Bestyrelsen.docx"),
        ("linje\nskift\tog \x07klokke", "linje-skift-og klokke.docx"),
        ("usynligt\u00adtegn\u200b", "usynligttegn.docx"),
        ('"En Fælles Indsats", Slagelse', "En Fælles Indsats, Slagelse.docx"),
        ("-rf", "rf.docx"),
        ("?: ~Vision", "Vision.docx"),
        (".skjult", "skjult.docx"),
        ("-CON", "Dokument CON.docx"),
        ("A\u030aben", "Åben.docx"),
    ],
)
def test_what_no_file_name_can_hold_is_replaced(title: str, name: str) -> None:
    assert file_name(title, ".docx") == name


def test_a_name_is_never_longer_than_windows_can_open() -> None:
    assert len(file_name("😀" * 400, ".docx").encode("utf-16-le")) // 2 <= 105


def test_names_that_windows_takes_for_one_are_told_apart() -> None:
    assert unique(["A.docx", "a.docx", "A.docx", "B.docx"]) == ["A.docx", "a (2).docx", "A (3).docx", "B.docx"]
