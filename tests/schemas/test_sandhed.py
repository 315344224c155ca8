"""One truth: the schema and the model's dataclasses hold the same keys, kinds and demands. Walked both ways."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field
from datetime import date
from enum import StrEnum
from types import UnionType
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

import pytest

from aftale_builder.model import kinds
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.element import Element, key_of, own_fields
from aftale_builder.model.kinds import Antal, Cvr, Id, Kroner, Prosa, Tal
from aftale_builder.regulation import regulativ
from tests.schemas.catalogue import Key, defs, files, keys, objects, target, types

SCALARS: Mapping[Any, set[str]] = {
    str: {"Tekst", "TekstIkkeTom", "TekstEllerTal"},
    Prosa: {"Markdown"},
    Id: {"Id"},
    Kroner: {"Kroner"},
    Tal: {"Tal", "TalIkkeTom"},
    Antal: {"Antal"},
    Cvr: {"Cvr"},
    date: {"Dato", "DatoIkkeTom"},
    bool: {"JaNej"},
}
"""Which definition of the schema a kind of value of the model is."""

PARTS = {
    "aktivitet": "Aktivitet",
    "beredskabsplan": "Beredskabsplan",
    "boligomraade": "Boligomraade",
    "budget": "Budget",
    "delaftale": "Delaftale",
    "indsatsomraade": "Indsatsomraade",
    "kommissorium": "Kommissorium",
    "organisation": "Organisation",
    "samspil": "Samspil",
}
LISTS = {
    "aktiviteter": "Aktivitet",
    "baseline": "Baseline",
    "behandling": "Behandling",
    "boligomraader": "Boligomraade",
    "delmaal": "Delmaal",
    "finansiering": "Finansiering",
    "indsatsomraader": "Indsatsomraade",
    "milepaele": "Milepael",
    "noegletal": "Noegletal",
    "organer": "Organ",
    "parter": "Part",
    "poster": "Post",
    "stillinger": "Stilling",
    "undtagelser": "Undtagelse",
}

FILE = r"^[^/\\][^\\]*\.[yY][aA]?[mM][lL]$"
"""A YAML file below the folder, as an editor sees what stands after `!fil`."""

Kind = type[Element]


def bare(annotation: Any) -> Any:
    """Return the annotation without its `| None`."""
    if get_origin(annotation) in (UnionType, Union):
        return next(kind for kind in get_args(annotation) if kind is not type(None))
    return annotation


def inner(annotation: Any) -> Any:
    """Return what a list is a list of, or the kind itself."""
    kind = bare(annotation)
    return get_args(kind)[0] if get_origin(kind) is tuple else kind


def is_element(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Element)


def elements() -> dict[str, Kind]:
    """Return every element that the agreement can hold, by name."""
    found: dict[str, Kind] = {}
    waiting: list[Kind] = [Aftale]
    while waiting:
        kind = waiting.pop()
        if kind.__name__ not in found:
            found[kind.__name__] = kind
            waiting += [inner(hint) for hint in get_type_hints(kind).values() if is_element(inner(hint))]
    return found


def fields_by_key(kind: Kind) -> dict[str, Field[Any]]:
    return {key_of(item): item for item in own_fields(kind)}


def annotation(key: Key) -> Any:
    """Return the model's annotation of a key of the schema."""
    kind = elements()[key.owner]
    return get_type_hints(kind)[fields_by_key(kind)[key.name].name]


def wanted(kind: Any) -> set[str]:
    """Return the definitions that a value of this kind may point at."""
    if kind in SCALARS:
        return SCALARS[kind]
    if get_origin(kind) is Mapping:
        return {"Beloeb"}
    if isinstance(kind, NewType):
        return {"Henvisning", "HenvisningIkkeTom"}
    return {kind.__name__}


KEYS = [pytest.param(key, id=key.id) for key in keys()]


def test_the_same_elements() -> None:
    assert set(objects()) == set(elements())


@pytest.mark.parametrize("name", sorted(elements()))
def test_the_same_keys_in_the_same_order(name: str) -> None:
    assert list(objects()[name]["properties"]) == list(fields_by_key(elements()[name]))


@pytest.mark.parametrize("name", sorted(elements()))
def test_the_same_keys_must_be_written(name: str) -> None:
    model = {key for key, item in fields_by_key(elements()[name]).items() if item.metadata.get("required")}
    assert set(objects()[name].get("required", ())) == model


@pytest.mark.parametrize("name", sorted(elements()))
def test_no_other_keys_may_be_written(name: str) -> None:
    assert objects()[name]["additionalProperties"] is False


@pytest.mark.parametrize("key", KEYS)
def test_the_same_kind_of_value(key: Key) -> None:
    hint = bare(annotation(key))
    one_or_more = fields_by_key(elements()[key.owner])[key.name].metadata.get("one_or_more")
    listed = get_origin(hint) is tuple
    schema = key.schema["items"] if listed and not one_or_more else key.schema
    assert target(schema) in wanted(inner(hint))
    assert ("array" in types(key.schema)) is listed
    assert ("object" in types(key.schema)) is bool(get_origin(hint) is Mapping or is_element(hint) or one_or_more)


@pytest.mark.parametrize("key", KEYS)
def test_only_what_need_not_be_written_may_be_left_empty(key: Key) -> None:
    choice = "enum" in defs().get(target(key.schema), {})  # an editor would offer «null» among the choices
    assert ("null" in types(key.schema)) is not (key.required or choice)
    if "items" in key.schema:
        assert "null" not in types(key.schema["items"])


@pytest.mark.parametrize("key", KEYS)
def test_a_file_may_stand_for_whatever_has_keys_or_is_a_list(key: Key) -> None:
    for schema in (key.schema, key.schema.get("items", {"type": "string"})):
        if types(schema) & {"array", "object"}:
            assert "string" in types(schema)
            assert (schema.get("pattern") or defs()[target(schema)]["pattern"]) == FILE


@pytest.mark.parametrize("name", sorted(name for name in defs() if name.endswith("IkkeTom")))
def test_what_must_be_written_is_the_same_as_what_may_be_but_for_being_empty(name: str) -> None:
    may = defs()[name.removesuffix("IkkeTom")]
    assert {**defs()[name], "type": None} == {**may, "type": None}
    assert types({"$ref": name}) == types(may) - {"null"}


@pytest.mark.parametrize("key", KEYS)
def test_an_editor_shows_the_keys_own_explanation(key: Key) -> None:
    """Where a constraint stands beside a reference, an editor shows what is referred to instead."""
    if "$ref" in key.schema:
        assert set(key.schema) == {"title", "description", "$ref", "examples"}


def test_the_same_choices() -> None:
    model = {
        name: [member.value for member in kind]
        for name, kind in vars(kinds).items()
        if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
    }
    schema = {name: value["enum"] for name, value in defs().items() if "enum" in value and name != "JaNej"}
    assert schema == model
    assert defs()["JaNej"]["enum"] == ["ja", "nej"]


@pytest.mark.parametrize("key", KEYS)
def test_each_key_is_explained(key: Key) -> None:
    assert key.schema["title"].strip()
    assert key.schema["title"][0].isupper() or key.schema["title"][0].isdigit()
    assert len(key.schema["description"]) > len(key.schema["title"]) or key.name in ("fra", "til", "titel", "navn")
    assert key.schema["description"].endswith((".", "…"))
    assert key.schema["examples"]


@pytest.mark.parametrize("name", sorted(defs()))
def test_each_definition_is_explained_and_used(name: str) -> None:
    assert defs()[name]["title"]
    assert defs()[name]["description"].endswith(".")
    used = {target(schema) for key in keys() for schema in (key.schema, key.schema.get("items", {}))}
    assert name in used | {target(defs()["Beloeb"]["additionalProperties"])}


def test_there_is_a_schema_for_each_part() -> None:
    names = {name.removesuffix(".schema.json") for name in files()} - {"aftale"}
    assert names == set(PARTS) | set(LISTS)


@pytest.mark.parametrize(("part", "kind"), PARTS.items())
def test_a_part_is_its_element(part: str, kind: str) -> None:
    schema = files()[f"{part}.schema.json"]
    assert schema["$ref"] == f"aftale.schema.json#/$defs/{kind}"
    assert schema["type"] == "object"
    assert schema["title"]
    assert schema["description"]


@pytest.mark.parametrize(("part", "kind"), LISTS.items())
def test_a_part_is_a_list_of_its_elements(part: str, kind: str) -> None:
    schema = files()[f"{part}.schema.json"]
    assert schema["type"] == "array"
    assert schema["items"] == {"$ref": f"aftale.schema.json#/$defs/{kind}", "type": ["object", "string"]}
    assert schema["title"]
    assert schema["description"]


def test_what_depends_on_the_generation_is_given_as_examples_not_as_choices() -> None:
    newest = regulativ("lbf-2019-26")
    assert newest is not None
    examples = {key.id: key.schema["examples"] for key in keys()}
    assert examples["Indsatsomraade.område"] == [area.id for area in newest.indsatsomraader]
    assert examples["Baseline.indikator"] == [indicator.id for indicator in newest.indikatorer]
    assert {ref for example in examples["Delmaal.mål"] for ref in example} == {goal.id for goal in newest.maal}
    told = {key.id: key.schema["description"] for key in keys()}
    assert all(ref in told["Baseline.indikator"] for ref in examples["Baseline.indikator"])
    assert all(ref in told["Indsatsomraade.område"] for ref in examples["Indsatsomraade.område"])


def test_no_key_asks_the_reader_to_choose_between_schemas() -> None:
    assert not [name for name, schema in files().items() if "anyOf" in str(schema) or "oneOf" in str(schema)]
