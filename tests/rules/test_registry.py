"""Every rule is as a rule must be: a page with its parts, sources in the register, examples that do what they say."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from aftale_builder.findings import Hit, Place, Severity
from aftale_builder.model import load
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Krav, Regulativ, regulativ
from aftale_builder.rules import Rule, RuleError, all_rules, finding_of, judge, rule_of
from aftale_builder.rules import registry as registry_module
from aftale_builder.rules.judging import cite
from aftale_builder.rules.registry import Over, Source, families, judging_rules, rule
from tests.rules.cases import found_in, laid_over, without_others_advice

RULES = all_rules()
SECTIONS = ["Hvorfor", "Forkert", "Rigtigt", "Kilde", "Forbehold"]
_BLOCK = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
_QUOTE = re.compile(r"«([^»]{40,})»")


def _section(page: str, name: str) -> str:
    return page.split(f"## {name}\n")[1].split("\n## ", maxsplit=1)[0]


def _each(rules: Iterable[Rule]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("one", list(rules), ids=lambda rule: rule.code)


@_each(RULES)
def test_a_page_has_its_parts(one: Rule) -> None:
    title = one.page.split("\n", 1)[0]
    assert title.endswith(".")
    assert re.findall(r"^## (.+)$", one.page, re.MULTILINE) == SECTIONS
    assert all(_section(one.page, name).strip() for name in SECTIONS)


@_each(RULES)
def test_sources_are_in_the_register_and_named_on_the_page(one: Rule) -> None:
    citations = [cite(source) for source in one.sources]
    told = " ".join(_section(one.page, "Kilde").split())
    for citation in citations:
        assert citation.certainty in set("SFDEV")
        assert f"`{citation.id}`" in told or (citation.id == "vores" and re.search("[Vv]ores", told)), citation.id


@_each(RULES)
def test_long_quotes_on_the_page_are_the_registers(one: Rule) -> None:
    known = [" ".join(cite(source).quote.split()) for source in one.sources]
    for quote in _QUOTE.findall(" ".join(_section(one.page, "Kilde").split())):
        assert any(quote in text for text in known), quote


@_each(rule for rule in RULES if rule.over not in (Over.NOTHING, Over.WORD))
def test_the_wrong_example_is_found_and_the_right_one_is_silent(one: Rule, tmp_path: Path) -> None:
    (wrong,), (right,) = (_BLOCK.findall(_section(one.page, name)) for name in ("Forkert", "Rigtigt"))
    assert {finding.code for finding in found_in(tmp_path, laid_over(wrong), [one])} == {one.code}
    assert found_in(tmp_path, laid_over(right), [one]) == ()
    assert without_others_advice(found_in(tmp_path, laid_over(right, fill=True)), one.code) == ()


@_each(rule for rule in RULES if rule.code == "LBF065" or (rule.code.startswith("KLD") and rule.code != "KLD012"))
def test_the_examples_of_the_reader_do_what_they_say(one: Rule, tmp_path: Path) -> None:
    for wrong in _BLOCK.findall(_section(one.page, "Forkert")):
        assert one.code in {finding.code for finding in found_in(tmp_path, laid_over(wrong))}
    for right in _BLOCK.findall(_section(one.page, "Rigtigt")):
        assert without_others_advice(found_in(tmp_path, laid_over(right, fill=True)), one.code) == ()


@_each(RULES)
def test_demands_exist(one: Rule) -> None:
    assert not one.krav or one.krav in Krav.__dataclass_fields__


@_each(RULES)
def test_a_rule_is_found_by_its_code_alone(one: Rule) -> None:
    assert rule_of(one.code) is one


def test_every_code_of_the_files_themselves_is_there() -> None:
    assert {one.code for one in RULES} >= {*(f"KLD{number:03}" for number in range(1, 14)), "UND001", "UND002", "BEV001"}


@pytest.mark.parametrize("code", ["LBF999", "XYZ001", "", "LBF06"])
def test_an_unknown_code_is_told(code: str) -> None:
    with pytest.raises(KeyError):
        rule_of(code)


def _nothing(aftale: Aftale, regulativ: Regulativ) -> Iterator[Hit]:
    yield from ()


def test_a_rule_without_a_source_does_not_load() -> None:
    with pytest.raises(RuleError, match="ingen kilde"):
        rule("LBF998", "navn", Severity.FEJL, sources=())(_nothing)


def test_a_rule_without_a_severity_does_not_load() -> None:
    with pytest.raises(RuleError, match="hvor alvorlig"):
        rule("LBF998", "navn", sources=("vores",))(_nothing)


@pytest.mark.parametrize("source", [Source("findes-ikke"), Source("vores", "intet-citat")])
def test_a_source_outside_the_register_is_refused(source: Source) -> None:
    with pytest.raises(RuleError):
        cite(source)


class _At:
    def place(self) -> Place:
        return Place("aftale.yaml")


@pytest.mark.parametrize(
    ("declared", "used"),
    [
        ((Severity.FEJL,), Severity.ADVARSEL),
        ((Severity.FEJL, Severity.ADVARSEL), None),
        ((Severity.FEJL, Severity.ADVARSEL), Severity.RAAD),
    ],
)
def test_a_hit_uses_only_what_its_rule_declares(declared: tuple[Severity, ...], used: Severity | None) -> None:
    one = rule("LBF998", "navn", *declared, sources=("vores",))(_nothing)
    with pytest.raises(RuleError, match="har meldt"):
        finding_of(one, Hit(_At(), "", "", severity=used))


def _package(root: Path, **files: str) -> None:
    (root / "xyz").mkdir()
    for name, text in files.items():
        (root / "xyz" / f"{name}.py").write_text(text)


_RULE = """
from aftale_builder.findings import Severity
from aftale_builder.rules.registry import rule
@rule("{code}", "{name}", Severity.FEJL, sources=("vores",))
def check(aftale, regulativ):
    yield from ()
"""


@pytest.mark.parametrize(
    ("files", "complaint"),
    [
        ({"xyz001_andet_navn": _RULE.format(code="XYZ001", name="navn")}, "skal hedde"),
        ({"xyz001_navn": "x = 1"}, "rummer 0 regler"),
        ({f"xyz001_{name}": _RULE.format(code="XYZ001", name=name) for name in ("en", "to")}, "samme kode"),
    ],
)
def test_a_file_that_is_not_one_rule_is_refused(
    files: dict[str, str], complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _package(tmp_path, **files)
    monkeypatch.setattr(registry_module, "ROOT", str(tmp_path))
    monkeypatch.setattr("aftale_builder.rules.__path__", [str(tmp_path)])
    registry_module._family.cache_clear()
    try:
        with pytest.raises(RuleError, match=complaint):
            all_rules()
    finally:
        registry_module._family.cache_clear()


def test_a_rule_is_added_by_adding_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _package(tmp_path, xyz777_ny=_RULE.format(code="XYZ777", name="ny"))
    monkeypatch.setattr(registry_module, "ROOT", str(tmp_path))
    monkeypatch.setattr("aftale_builder.rules.__path__", [str(tmp_path)])
    registry_module._family.cache_clear()
    try:
        assert families() == ("xyz",)
        assert [one.code for one in judging_rules(regulativ("lbf-2019-26"))] == ["XYZ777"]
    finally:
        registry_module._family.cache_clear()


@pytest.mark.parametrize("generation", ["lbf-2011-14", "lbf-2015-18", "lbf-2019-26"])
def test_a_rule_is_bound_to_the_generations_whose_data_it_needs(generation: str) -> None:
    one = rule("LBF998", "navn", Severity.FEJL, sources=("vores",), needs=lambda data: data.fra_aar == 2015)(_nothing)
    assert one.concerns(regulativ(generation)) == (generation == "lbf-2015-18")
    assert not one.concerns(None)


def test_an_older_agreement_cites_its_own_form(tmp_path: Path) -> None:
    text = laid_over("regulativ: lbf-2015-18\nperiode:\nparter:\nindsatsområder: []\n")
    (missing,) = (finding for finding in found_in(tmp_path, text) if finding.code == "LBF002")
    assert [(source.id, source.quote) for source in missing.sources] == [("lbf-skabelon-2015", "")]


def test_findings_are_sorted_and_none_is_said_twice(tmp_path: Path) -> None:
    (tmp_path / "aftale.yaml").write_text(laid_over("vision: 010180-1234\nbudget:\nmilepæle:\n"), encoding="utf-8")
    aftale = load(tmp_path).aftale
    assert aftale is not None
    generation = regulativ("lbf-2019-26")
    found = judge(aftale, generation)
    twice = [*judging_rules(generation), *judging_rules(generation)]
    assert [finding.code for finding in found] == ["PRV301", "LBF060", "LBF072"]
    assert judge(aftale, generation, twice) == found
