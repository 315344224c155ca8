"""The page that tells what is covered: each demand, its rules, their cases, and what takes a human's judgement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aftale_builder.regulation import kilder, regulativ, regulativer
from aftale_builder.regulation.demands import Demand, NoDemand, register
from aftale_builder.report.sections import SECTIONS, title
from aftale_builder.report.words import CERTAINTY
from aftale_builder.rules.registry import Rule, all_rules, rule_of
from aftale_builder.rules.unjudged import unjudged
from tools.docs.cases import Cases, cases_of

INTRODUCTION = """\
# Dækning

Alt, hvad loven, skabelonen og Landsbyggefondens sider kræver af en aftale, krav for krav: hvilke regler der dømmer efter det, og
hvor deres prøver står. Et krav, som ingen regel kan dømme alene, **kræver skøn**; så står grunden her, og spørgsmålet står på
tjeklisten, som `aftale check` slutter med.

Siden er lavet af [registeret](../../aftale_builder/regulation/data/krav/register.yaml), reglerne og prøverne med
`python -m tools.build_docs`. En test fejler, hvis et krav hverken har regel eller grund, hvis et citat fra lov, skabelon eller
fond ikke er med, eller hvis en regel ingen prøver har. «4/3» betyder: i fire prøver skal reglen sige noget, i tre skal den tie.
"""


def page() -> str:
    """Return the page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    demands = register().demands
    yield INTRODUCTION
    yield from _figures(demands)
    for section in SECTIONS:
        if found := [demand for demand in demands if demand.afsnit == section]:
            yield from ("", f"## {title(section)}", "")
            yield from ("| krav | kilde | rammer | regler og prøver | kræver skøn |", "|---|---|---|---|---|")
            yield from map(_row, found)
    yield from _rules_of_our_own(demands)
    yield from _unjudged()
    yield from _no_demands(register().others)


def _figures(demands: Iterable[Demand]) -> Iterator[str]:
    alone = [demand for demand in demands if demand.regler and not demand.skoen]
    both = [demand for demand in demands if demand.regler and demand.skoen]
    human = [demand for demand in demands if not demand.regler]
    yield "| krav | antal |"
    yield "|---|---|"
    yield f"| dømmes af regler | {len(alone)} |"
    yield f"| dømmes af regler, og et menneske må se på resten | {len(both)} |"
    yield f"| kræver skøn | {len(human)} |"


def _row(demand: Demand) -> str:
    rules = "<br>".join(map(_rule, map(rule_of, demand.regler))) or "–"
    judgement = f"**{_question(demand)}** {demand.grund}" if demand.skoen else ""
    cells = (demand.krav, _source(demand), _generations(demand), rules, judgement)
    return f"| {' | '.join(cells)} |"


def _source(demand: Demand) -> str:
    kilde = kilder()[demand.kilde]
    quotes = [quote for ref in demand.citater if (quote := kilde.citat(ref)) is not None]
    told = " ".join(f"«{' '.join(quote.tekst.split())}»" for quote in quotes)
    return f"[{kilde.id}](efter-kilde.md) ({CERTAINTY[kilde.sikkerhed]}) {told}".strip()


def _generations(demand: Demand) -> str:
    found = [data for ref in regulativer() if (data := regulativ(ref)) is not None and demand.holds(data)]
    return ", ".join(data.navn.removesuffix("-midlerne") for data in found)


def _rule(rule: Rule) -> str:
    return f"[{rule.code}]({rule.code}.md) {rule.name} ({', '.join(map(_cases, cases_of(rule)))})"


def _cases(cases: Cases) -> str:
    words = f"{cases.speaks}/{cases.silent}" if cases.speaks or cases.silent else "prøve"
    return f"[{words}](../../{cases.place})"


def _question(demand: Demand) -> str:
    """Return the question that the newest checklist with this item asks."""
    for ref in regulativer():
        data = regulativ(ref)
        for skoen in data.skoen if data is not None else ():
            if skoen.id == demand.skoen:
                return skoen.krav
    raise KeyError(demand.skoen)


def _rules_of_our_own(demands: Iterable[Demand]) -> Iterator[str]:
    told = {code for demand in demands for code in demand.regler}
    yield from ("", "## Regler, som intet krav beder om", "")
    yield "De dømmer filerne selv, aftalen mod sig selv, privatliv, sund fornuft eller viden om, hvad der plejer at virke."
    yield from ("", "| regel og prøver | alvor | kilder |", "|---|---|---|")
    for rule in all_rules():
        if rule.code not in told:
            yield f"| {_rule(rule)} | {' eller '.join(rule.severities)} | {', '.join(source.id for source in rule.sources)} |"


def _unjudged() -> Iterator[str]:
    yield from (
        "",
        "## Råd, der ikke bedømmes",
        "",
        "| råd | hvad evalueringerne siger | kilde | hvorfor ingen regel |",
        "|---|---|---|---|",
    )
    for item in unjudged():
        yield f"| {item.code} {item.name} | {item.advice} | {item.source}, l. {item.lines} | {item.reason} |"


def _no_demands(others: Iterable[NoDemand]) -> Iterator[str]:
    yield from ("", "## Hvad kilderne ellers siger", "", "| kilde | hvad | hvorfor det ikke er et krav |", "|---|---|---|")
    for other in others:
        quote = kilder()[other.kilde].citat(other.citat) if other.citat else None
        yield f"| {other.kilde} | {f'«{quote.tekst}»' if quote else 'hele kilden'} | {other.grund} |"
