"""The samples: one large and without fault, one with the faults people make, each told on its own line."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from aftale_builder.assessment import Assessment, Verdict, assess
from aftale_builder.model import load
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.element import Element, own_fields, walk
from aftale_builder.model.indsats import Aktivitet
from aftale_builder.model.kinds import KildeForm, PartType, Prosa
from aftale_builder.resources import resource

CLEAN = resource("samples/solbakken")
FAULTY = resource("samples/solbakken-med-fejl")
TODAY = date(2026, 1, 26)
_EXPECTED = re.compile(r"# fejl: ([A-Z]{3}\d{3}(?: [A-Z]{3}\d{3})*)")

Mark = tuple[str, int, str]
"""File, line and code of a finding."""


@pytest.fixture(scope="module")
def clean() -> Aftale:
    aftale = load(CLEAN).aftale
    assert aftale is not None
    return aftale


def test_the_clean_sample_has_no_finding() -> None:
    found = assess(CLEAN, TODAY)
    assert marks(found, CLEAN) == Counter()
    assert found.verdict is Verdict.GODKENDT


def test_the_faulty_sample_has_exactly_its_faults_each_on_its_line() -> None:
    assert marks(assess(FAULTY, TODAY), FAULTY) == Counter([*commented(FAULTY), *listed(FAULTY)])


def test_the_faulty_sample_shows_every_rule_that_does_not_hide_another() -> None:
    codes = {code for _, _, code in marks(assess(FAULTY, TODAY), FAULTY)}
    faults_of_files = "KLD003 KLD004 KLD005 KLD006 KLD007 KLD008 KLD009 KLD010 KLD012 KLD013"
    faults_of_content = "LBF005 LBF011 LBF012 LBF030 LBF032 LBF035 LBF060 LBF061 LBF062 LBF070 LBF072 KON106 KON107 PRV301"
    assert codes >= {*faults_of_files.split(), *faults_of_content.split()}


def test_the_clean_sample_is_as_large_as_a_real_agreement(clean: Aftale) -> None:
    assert len(clean.boligomraader) == 3
    assert len(clean.parter_af(PartType.BOLIGORGANISATION)) == 2
    assert len(clean.parter_af(PartType.KOMMUNE, PartType.POLITI)) == 2
    assert len([indsats for indsats in clean.indsatsomraader if indsats.delaftale]) == 4
    assert len(clean.aktiviteter) >= 12
    assert clean.beredskabsplan is not None
    assert len(clean.beredskabsplan.situationer) == 6
    assert words(clean) >= 5_000


def test_each_aktivitet_is_described_in_150_words_or_more(clean: Aftale) -> None:
    short = {aktivitet.id: words(aktivitet) for aktivitet in clean.aktiviteter if words(aktivitet) < 150}
    assert not short


def test_the_areas_have_afdelinger_of_both_boligorganisationer(clean: Aftale) -> None:
    owners = {str(own.part) for area in clean.boligomraader for own in area.afdelinger}
    assert owners == {str(part.id) for part in clean.parter_af(PartType.BOLIGORGANISATION)}


def test_the_budget_is_large_and_balances_in_every_year(clean: Aftale) -> None:
    budget = clean.budget
    assert budget is not None
    assert len(budget.poster) >= 40
    assert len(budget.kilder) >= 5
    years = [id for id, _, _ in clean.budgetaar()]
    assert len(years) == 4
    assert [budget.udgifter(year) for year in years] == [budget.indtaegter(year) for year in years]


def test_the_working_hours_of_the_kommune_are_the_posts_that_they_pay(clean: Aftale) -> None:
    budget = clean.budget
    assert budget is not None
    hours = {str(kilde.id) for kilde in budget.kilder if kilde.form is KildeForm.ARBEJDSTID}
    income = [amount for line in budget.finansiering if line.kilde in hours for amount in line.beloeb.values()]
    costs = [
        amount for post in budget.poster if post.id in {"p07", "p08", "p09", "p10", "p11"} for amount in post.beloeb.values()
    ]
    assert sum(income, Decimal(0)) == sum(costs, Decimal(0))


def test_every_amount_in_the_remarks_is_one_of_the_budget(clean: Aftale) -> None:
    budget = clean.budget
    assert budget is not None
    named = [int(amount.replace(".", "")) for amount in re.findall(r"\d{1,3}(?:\.\d{3})+(?= kr\.)", budget.bemaerkninger)]
    payers: Counter[str] = Counter()
    local = 0
    for line in budget.finansiering:
        kilde = budget.kilde(line.kilde)
        assert kilde is not None
        amount = int(sum(line.beloeb.values(), Decimal(0)))
        payers[kilde.part or kilde.id] += amount
        payers[kilde.id] += amount if kilde.form is KildeForm.ARBEJDSTID else 0
        local += amount if clean.er_lokal(kilde) else 0
    assert len(named) >= 7
    assert set(named) <= {*payers.values(), local, int(budget.indtaegter())}


def test_every_aktivitet_is_carried_by_the_budget(clean: Aftale) -> None:
    assert clean.budget is not None
    carried = {str(ref) for post in clean.budget.poster for ref in post.aktiviteter}
    assert carried == {str(aktivitet.id) for aktivitet in clean.aktiviteter}


def test_every_annex_is_there(clean: Aftale) -> None:
    assert clean.bilag
    assert [bilag.fil for bilag in clean.bilag if not (CLEAN / bilag.fil).is_file()] == []


@pytest.mark.parametrize("sample", [CLEAN, FAULTY], ids=lambda path: path.name)
def test_every_yaml_file_names_a_schema_that_is_there(sample: Path) -> None:
    for file in [*sample.glob("*.yaml"), *sample.glob("delaftaler/*.yaml")]:
        if file.name == "forventet.yaml":
            continue
        first = file.read_text("utf-8").partition("\n")[0]
        match = re.fullmatch(r"# yaml-language-server: \$schema=(.+)", first)
        assert match is not None, file.name
        assert (file.parent / match[1]).is_file(), file.name


def marks(found: Assessment, folder: Path) -> Counter[Mark]:
    """Return file, line and code of each finding."""
    return Counter(
        (Path(item.place.file).relative_to(folder).as_posix(), item.place.line or 0, item.code) for item in found.findings
    )


def commented(folder: Path) -> Iterator[Mark]:
    """Yield what the comments of the YAML files say must be found on their lines."""
    for file in sorted(folder.rglob("*.yaml")):
        for number, line in enumerate(file.read_text("utf-8").split("\n"), start=1):
            for code in found[1].split() if not line.startswith("#") and (found := _EXPECTED.search(line)) else ():
                yield file.relative_to(folder).as_posix(), number, code


def listed(folder: Path) -> Iterator[Mark]:
    """Yield what the list beside the texts says must be found in them."""
    for item in yaml.safe_load((folder / "forventet.yaml").read_text("utf-8")):
        yield item["fil"], item["linje"], item["kode"]


def words(thing: Element) -> int:
    """Return the number of words of prose: Markdown anywhere below; of an aktivitet its measurable texts too."""
    texts = [value.text for element in walk(thing) for value in _values(element) if isinstance(value, Prosa)]
    if isinstance(thing, Aktivitet):
        texts += [thing.maalgruppe.beskrivelse if thing.maalgruppe else "", thing.forankring.tekst if thing.forankring else ""]
    return sum(len(text.split()) for text in texts)


def _values(element: Element) -> Iterator[object]:
    for item in own_fields(type(element)):
        yield getattr(element, item.name)
