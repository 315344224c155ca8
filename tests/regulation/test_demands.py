"""The register of demands is complete: nothing that is asked is without a rule, or a reason why no rule can judge it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from aftale_builder.regulation import Krav, RegulationDataError, Regulativ, kilder, regulativ, regulativer
from aftale_builder.regulation import demands as module
from aftale_builder.regulation.demands import Demand, register
from aftale_builder.regulation.fast_tekst import Art
from aftale_builder.rules.catalogue import generations
from aftale_builder.rules.registry import Over, all_rules, rule_of
from tools.docs.cases import cases_of

DEMANDS = register().demands
NONE = register().others
BINDING = "SF"
_ASKS = re.compile(r"\b(?:skal|bør|kræver|slettes|har ansvar)\b")


def _each() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("demand", DEMANDS, ids=lambda demand: demand.id)


def _all_generations() -> Iterator[Regulativ]:
    yield from (data for ref in regulativer() if (data := regulativ(ref)) is not None)


def test_ids_are_unique() -> None:
    ids = [demand.id for demand in DEMANDS]
    assert len(set(ids)) == len(ids)


@_each()
def test_a_demand_has_a_rule_or_a_reason(demand: Demand) -> None:
    assert demand.regler or demand.skoen
    assert bool(demand.skoen) == bool(demand.grund), "et skøn har en grund, og kun et skøn"


@_each()
def test_a_demand_rests_on_the_register_of_sources(demand: Demand) -> None:
    assert demand.kilde in kilder()
    for quote in demand.citater:
        assert kilder()[demand.kilde].citat(quote) is not None, quote


@_each()
def test_the_rules_of_a_demand_exist_and_have_cases(demand: Demand) -> None:
    for code in demand.regler:
        assert cases_of(rule_of(code)), f"{code} har ingen cases"


@_each()
def test_a_demand_is_judged_wherever_it_holds(demand: Demand) -> None:
    """In each generation where the demand holds, a rule of it judges, or the checklist has its question."""
    for generation in _all_generations():
        if demand.holds(generation):
            judging = [code for code in demand.regler if _judges(code, generation)]
            asked = demand.skoen in {skoen.id for skoen in generation.skoen}
            assert judging or asked, f"{demand.id} er et hul i {generation.id}"
            assert asked or not demand.skoen, f"{demand.skoen} står ikke på tjeklisten i {generation.id}"


def _judges(code: str, generation: Regulativ) -> bool:
    return generation.id in generations(rule_of(code))


def test_a_demand_holds_somewhere_and_by_a_flag_that_exists() -> None:
    for demand in DEMANDS:
        assert not demand.efter or demand.efter in Krav.__dataclass_fields__
        assert any(demand.holds(generation) for generation in _all_generations()), demand.id


def test_every_flag_of_the_generations_is_a_demand() -> None:
    flags = {name for name in Krav.__dataclass_fields__ if name != "problemkompleks_i"}
    assert {demand.efter for demand in DEMANDS} - {""} == flags


def test_the_checklist_asks_nothing_that_no_demand_explains() -> None:
    for generation in _all_generations():
        asked = {demand.skoen for demand in DEMANDS if demand.holds(generation)} - {""}
        assert {skoen.id for skoen in generation.skoen} == asked, generation.id
        assert {skoen.kilde for skoen in generation.skoen} <= set(kilder())


def test_every_quote_of_law_form_and_fund_is_a_demand_or_said_to_be_none() -> None:
    told = {(demand.kilde, quote) for demand in DEMANDS for quote in demand.citater} | {(no.kilde, no.citat) for no in NONE}
    binding = [source for source in kilder().values() if source.sikkerhed in BINDING]
    assert not {(source.id, quote.id) for source in binding for quote in source.citater} - told
    named = {kilde for kilde, _ in told} | {demand.kilde for demand in DEMANDS}
    assert not {source.id for source in binding} - named


def test_what_is_no_demand_is_in_the_register_of_sources() -> None:
    for other in NONE:
        assert other.grund
        assert other.kilde in kilder()
        assert not other.citat or kilder()[other.kilde].citat(other.citat)


def test_every_sentence_of_the_form_that_asks_something_is_a_demand() -> None:
    form = regulativ("lbf-2019-26")
    assert form is not None
    quotes = [
        " ".join(quote.tekst.split())
        for demand in DEMANDS
        if demand.kilde == form.skabelon
        for ref in demand.citater
        if (quote := kilder()[demand.kilde].citat(ref))
    ]
    asking = [
        sentence
        for text in form.fast_tekst
        if text.art is not Art.CELLE  # the goals themselves: «Der skal ske et fagligt løft …»
        for sentence in re.split(r"(?<=[.!])\s+", text.ren)
        if _ASKS.search(sentence)
    ]
    assert len(asking) > 15
    assert not [sentence for sentence in asking if not any(quote.strip(".") in sentence for quote in quotes)]


def test_every_annex_that_a_generation_demands_is_a_demand() -> None:
    for generation in _all_generations():
        told = " ".join(f"{demand.krav} {demand.id}" for demand in DEMANDS if demand.holds(generation)).casefold()
        for annex in generation.bilag:
            assert annex.id in told, (generation.id, annex.id)


def test_every_rule_that_rests_on_law_form_or_fund_stands_in_the_register() -> None:
    told = {code for demand in DEMANDS for code in demand.regler}
    resting = {
        rule.code
        for rule in all_rules()
        if any(kilder()[source.id].sikkerhed in BINDING for source in rule.sources) and not rule.code.startswith("RAD")
    }
    assert not resting - told


def test_word_rules_of_a_demand_are_rules_over_word_files() -> None:
    for demand in DEMANDS:
        for code in demand.regler:
            assert code.startswith("DOK") == (rule_of(code).over is Over.WORD)


def test_a_demand_of_one_generation_does_not_hold_in_another() -> None:
    one = regulativ("lbf-2015-18")
    assert one is not None
    demand = replace(DEMANDS[0], rammer=("lbf-2019-26",), efter="")
    assert not demand.holds(one)
    assert replace(demand, rammer=()).holds(one)
    assert not replace(demand, rammer=(), efter="vision").holds(one)


@pytest.mark.parametrize(
    "text", ["krav: [{id: a}]", "krav: [{id: a, krav: b, kilde: c, afsnit: d, rammer: [lbf-1999]}]\nuden_krav: []", "["]
)
def test_a_register_that_does_not_hold_what_it_must_is_refused(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "register.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(module, "FILE", tmp_path / "register.yaml")
    register.cache_clear()
    try:
        with pytest.raises(RegulationDataError):
            register()
    finally:
        register.cache_clear()
