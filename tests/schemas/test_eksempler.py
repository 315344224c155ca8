"""The schemas are valid, their examples too, and they accept just what the reader of the agreement reads."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from aftale_builder.resources import resource
from aftale_builder.source import scalars
from tests.schemas.catalogue import ROOT, Key, as_an_editor_sees_it, files, keys, validator

KEYS = [pytest.param(key, id=key.id) for key in keys()]

READABLE: dict[str, tuple[Callable[[str], Any], tuple[str, ...]]] = {
    "Kroner": (
        scalars.kroner,
        ("22500000", "22_500_000", "22.500.000", "22.500.000,50", "22,5 mio.", "22,5 mio. kr.", "1 million",
         "450.000 kr.", "kr. 450.000", "450000,-", "0", "3 millioner",
         "1.25", "1,255", "12.50", "0123", "-5", "en million", "1.2500", "450 000", ""),
    ),
    "Tal": (scalars.tal, ("71,3", "71,3 %", "43%", "-2", "1.250", "0", "0,5", "1.250,75", "71.3", "07", "syv", "1,", "")),
    "Antal": (scalars.antal, ("12", "1.250", "0", "1_250", "12,5", "-1", "012", "1.25", "tolv")),
    "Dato": (
        scalars.dato,
        ("2021-10-01", "01.10.2021", "1.10.21", "01.10.21", "1. oktober 2021", "den 1. oktober 2021", "1. okt. 2021",
         "2021/10/01", "oktober 2021", "1. oktoberr 2021", "1. 10. 2021", "i morgen", "20211001"),
    ),
    "JaNej": (scalars.ja_nej, ("ja", "nej", "true", "måske", "")),
    "Id": (scalars.ident, ("a1", "år1", "fælles-hus", "2021", "A_b", "-a", "a b", "", "ø", "_a", "a.b")),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(files()))
def test_each_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(files()[name])
    assert files()[name]["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("key", KEYS)
def test_each_example_is_valid(key: Key) -> None:
    owner = "properties" if key.owner == "Aftale" else f"$defs/{key.owner}/properties"
    judge = validator(f"{ROOT}#/{owner}/{key.name}")
    for example in key.schema["examples"]:
        assert not [error.message for error in judge.iter_errors(example)]


CASES = [(kind, text) for kind, (_, texts) in READABLE.items() for text in texts]


@pytest.mark.parametrize(("kind", "text"), CASES)
def test_a_text_is_valid_where_the_reader_reads_it_and_nowhere_else(kind: str, text: str) -> None:
    try:
        READABLE[kind][0](text)
        readable = True
    except scalars.UnclearError:
        readable = False
    assert validator(f"{ROOT}#/$defs/{kind}").is_valid(text) is readable


SMALLEST = {"regulativ": "lbf-2019-26", "navn": "Sammen om Solbakken"}


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"sagsnummer": None, "parter": None, "kommissorium": None, "periode": None, "vision": None},
        {"kommissorium": "kommissorium.yaml", "budget": "budget.yaml", "milepæle": "planer/milepæle.yml"},
        {"kommissorium": ["kommissorium/bestyrelse.yaml", {"organ": "følgegruppe"}]},
        {"parter": ["parter/bo.yaml"], "indsatsområder": [{"område": "beskæftigelse", "delaftale": "delaftaler/b.YAML"}]},
    ],
)
def test_what_may_be_written(more: dict[str, Any]) -> None:
    assert not [error.message for error in validator(ROOT).iter_errors(SMALLEST | more)]


@pytest.mark.parametrize(
    "more",
    [
        {"navn": None},
        {"navn": ["Solbakken"]},
        {"ukendt": "x"},
        {"budget": "budget.xlsx"},
        {"budget": "/budget.yaml"},
        {"budget": "a\\budget.yaml"},
        {"parter": [None]},
        {"parter": {"id": "bo"}},
        {"organisation": {"diagram": True}},
        {"organisation": {"organer": [{"id": "a", "type": "klub"}]}},
        {"budget": {"finansiering": [{"kilde": "lbf", "beløb": {"år1": "1.25"}}]}},
        {"budget": {"finansiering": [{"kilde": "lbf", "beløb": {"år1": -1}}]}},
        {"kommissorium": [["dobbelt"]]},
    ],
)
def test_what_may_not(more: dict[str, Any]) -> None:
    assert not validator(ROOT).is_valid(SMALLEST | more)


def test_the_parts_find_the_root_beside_them() -> None:
    assert validator("delaftale.schema.json").is_valid({"parter": ["bo"], "delmål": [{"id": "a", "tekst": "b"}]})
    assert not validator("delaftale.schema.json").is_valid({"parterne": ["bo"]})
    assert not validator("delaftale.schema.json").is_valid("delaftale.yaml")
    assert validator("milepaele.schema.json").is_valid([{"id": "a", "dato": "2027-01-01", "tekst": "b"}])
    assert not validator("milepaele.schema.json").is_valid([{"id": "a", "dato": "2027/01/01", "tekst": "b"}])


SAMPLES = sorted(resource("samples").glob("solbakken/**/*.yaml"))
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


@pytest.mark.parametrize("path", [pytest.param(path, id=path.name) for path in SAMPLES])
def test_the_sample_meets_the_schema_that_it_names(path: Path) -> None:
    text = path.read_text("utf-8")
    named = MODELINE.match(text)
    assert named
    schema = (path.parent / named[1]).resolve()
    assert schema == resource("schemas").resolve() / schema.name
    errors = validator(schema.name).iter_errors(as_an_editor_sees_it(text))
    assert [f"{error.json_path}: {error.message}" for error in errors] == []
