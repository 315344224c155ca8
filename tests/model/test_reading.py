"""The typed agreement: all faults at once, what can be read is read, and what can't is neither absent nor empty."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from aftale_builder.model import Loaded, load
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.element import Element, key_of, own_fields, walk
from aftale_builder.model.kinds import PartType

HEAD = "regulativ: lbf-2019-26\nnavn: Solbakken\n"


def loaded(folder: Path, text: str) -> Loaded:
    (folder / "aftale.yaml").write_text(text, encoding="utf-8")
    return load(folder)


def aftale_of(result: Loaded) -> Aftale:
    assert result.aftale is not None
    return result.aftale


def told(result: Loaded) -> list[tuple[str, int | None]]:
    return [(fault.code, fault.at.place().line) for fault in result.faults]


def test_values_get_their_types(tmp_path: Path) -> None:
    result = loaded(
        tmp_path,
        HEAD
        + "periode: {fra: 1. april 2026, til: 31.03.30}\n"
        + "parter:\n  - {id: k, navn: 0123, type: kommune, administrerende: nej}\n"
        + "baseline:\n  - {indikator: dagtilbud, område: 71,3}\n"
        + "budget:\n  finansiering:\n    - {kilde: lbf, beløb: {år1: 450.000,50, år2: 22,5 mio.}}\n"
        + "kommissorium: {tekst: hej}\n",
    )
    aftale = aftale_of(result)
    assert not result.faults
    assert aftale.periode is not None
    assert (aftale.periode.fra, aftale.periode.til) == (date(2026, 4, 1), date(2030, 3, 31))
    assert (aftale.parter[0].navn, aftale.parter[0].type) == ("0123", PartType.KOMMUNE)
    assert aftale.baseline[0].omraade == Decimal("71.3")
    assert aftale.budget is not None
    assert aftale.budget.indtaegter() == Decimal("22950000.50")
    assert len(aftale.kommissorium) == 1
    assert aftale.whole()


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    result = loaded(
        tmp_path,
        HEAD
        + "viion: hej\n"
        + "parter:\n  - {id: a b, navn: A, type: komune}\n"
        + "  - {id: b, type: politi}\n"
        + "bilag: tekst\n"
        + "samspil: [x]\n"
        + "budget: {finansiering: [{kilde: lbf, beløb: {år1: 1.25}}]}\n",
    )
    assert sorted(told(result), key=str) == sorted(
        [("KLD005", 3), ("KLD006", 5), ("KLD013", 5), ("KLD008", 6), ("KLD006", 7), ("KLD006", 8), ("LBF065", 9)], key=str
    )
    assert "vision" in next(fault.help for fault in result.faults if fault.code == "KLD005")


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("budget: [x]\n", "budget"),
        ("budget: !fil mangler.yaml\n", "budget"),
        ("budgett: {}\n", "budget"),
        ("navn2: x\nparter:\n  - x\n", "parter"),
        ("kommissorium: *x\n", "kommissorium"),
    ],
)
def test_what_cannot_be_read_is_neither_absent_nor_empty(tmp_path: Path, text: str, field: str) -> None:
    aftale = aftale_of(loaded(tmp_path, HEAD + text))
    assert not getattr(aftale, field)
    assert not aftale.absent(field)
    assert not aftale.whole(field)
    assert aftale.absent("vision")


def test_after_a_broken_line_nothing_is_called_absent(tmp_path: Path) -> None:
    aftale = aftale_of(loaded(tmp_path, HEAD + "vision: a: b\nbudget: {}\n"))
    assert not aftale.absent("budget")
    assert not aftale.absent("samspil")


@pytest.mark.parametrize("written", ["vision:", "vision: ~", 'vision: ""', "parter: []"])
def test_a_key_with_nothing_after_it_is_absent(tmp_path: Path, written: str) -> None:
    aftale = aftale_of(loaded(tmp_path, f"{HEAD}{written}\n"))
    field = written.partition(":")[0]
    assert aftale.absent(field) or getattr(aftale, field).text == ""


def test_a_root_that_is_no_mapping_gives_no_agreement(tmp_path: Path) -> None:
    result = loaded(tmp_path, "- a\n- b\n")
    assert result.aftale is None
    assert told(result) == [("KLD006", 1)]


def test_a_missing_thing_is_placed_at_its_parents_key(tmp_path: Path) -> None:
    aftale = aftale_of(loaded(tmp_path, HEAD + "organisation:\n  diagram: ja\n"))
    assert aftale.organisation is not None
    place = aftale.organisation.at("organer").place()
    assert (place.line, place.column, place.end_column) == (3, 1, 13)


def test_keys_are_the_names_with_danish_letters() -> None:
    spellings = {key_of(item) for kind in _kinds() for item in own_fields(kind)}
    assert {"boligområder", "møder_pr_år", "formænd", "beløb", "milepæle", "udløber", "målgruppe", "ikrafttræden"} <= spellings
    assert "beboere" in spellings
    assert not [spelling for spelling in spellings - {"beboere"} if any(pair in spelling for pair in ("aa", "ae", "oe"))]


def _kinds() -> list[type[Element]]:
    found: list[type[Element]] = []
    pending: list[type[Element]] = [Element]
    while pending:
        subclasses = pending.pop().__subclasses__()
        found += subclasses
        pending += subclasses
    return found


def test_walking_meets_every_element(tmp_path: Path) -> None:
    aftale = aftale_of(
        loaded(tmp_path, HEAD + "organisation:\n  organer:\n    - {id: b, type: bestyrelse, medlemmer: [{titel: x}]}\n")
    )
    assert [type(element).__name__ for element in walk(aftale)] == ["Aftale", "Organisation", "Organ", "Medlem"]


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        ("parter: [{id: a, navn: , type: politi}]\n", "KLD008", "er tom"),
        ("parter: [{id: a, type: politi}]\n", "KLD008", "mangler nøglen"),
        ("vision: fil tekster/vision.md\n", "KLD009", "!fil tekster/vision.md"),
        ("budget: fil budget.yaml\n", "KLD009", "!fil budget.yaml"),
        ("periode:\n\u00a0\u00a0fra: 2026-01-01\n", "KLD005", "hårdt mellemrum"),
    ],
)
def test_what_was_meant_is_named(tmp_path: Path, text: str, code: str, word: str) -> None:
    faults = [fault for fault in loaded(tmp_path, HEAD + text).faults if fault.code == code]
    assert len(faults) == 1
    assert word in f"{faults[0].message} {faults[0].help}"


@pytest.mark.parametrize(
    "text", ["budget:\nbudget: {prisniveau: 2021}\n", "parter: []\nparter: [{id: a, navn: A, type: politi}]\n"]
)
def test_of_a_key_written_twice_nothing_is_called_absent(tmp_path: Path, text: str) -> None:
    result = loaded(tmp_path, HEAD + text)
    assert told(result) == [("KLD004", 4)]
    assert not aftale_of(result).absent(text.partition(":")[0])


def test_what_is_missing_is_known_by_its_own_path(tmp_path: Path) -> None:
    aftale = aftale_of(loaded(tmp_path, HEAD + "organisation:\n  diagram: ja\n"))
    assert aftale.organisation is not None
    assert aftale.at("budget").place().path == "budget"
    assert aftale.organisation.at("organer").place().path == "organisation/organer"


def test_what_is_missing_in_a_file_of_its_own_is_told_there(tmp_path: Path) -> None:
    """The file is what is to be mended, not the line that names it; an empty one has its own place already."""
    (tmp_path / "bolig.yaml").write_text("# Parten\nnavn: Fællesbo\n", encoding="utf-8")
    (tmp_path / "delaftale.yaml").write_text("indledning: Vi samarbejder.\n", encoding="utf-8")
    text = "parter:\n  - !fil bolig.yaml\nindsatsområder:\n  - område: beskæftigelse\n    delaftale: !fil delaftale.yaml\n"
    result = loaded(tmp_path, HEAD + text)
    places = [fault.at.place() for fault in result.faults]
    assert {(Path(place.file).name, place.line) for place in places} == {("bolig.yaml", 2)}
    delaftale = aftale_of(result).indsatsomraader[0].delaftale
    assert delaftale is not None
    for anchor in (delaftale.at("parter"), delaftale.key("parter")):
        place = anchor.place()
        assert (Path(place.file).name, place.line, place.path) == (
            "delaftale.yaml",
            1,
            "indsatsområder/beskæftigelse/delaftale/parter",
        )
    assert Path(delaftale.key("indledning").place().file).name == "delaftale.yaml"
