"""Figures made up for tests: of any size, with names of any length."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from aftale_builder.figures import bars, logic, organisation, timeline
from aftale_builder.figures.drawing import Drawing, Text
from aftale_builder.figures.look import HEIGHT

LONG = "Sydsjællands-Lolland-Falsters Boligsociale Speciallægepraksisplanlægningsstabiliseringsperiode"
LEVELS = ("Politisk", "Strategisk", "Taktisk", "Udførende", "Ikke angivet")
words = st.one_of(
    st.sampled_from(["Ø", "Bestyrelsen", "Følgegruppen i Solbakken", LONG, " ".join([LONG] * 4), "x" * 900]),
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=60),
)
texts = words.map(Text)


@st.composite
def charts(draw: st.DrawFn) -> organisation.Chart:
    """Return an organisation with up to twelve organs, and links between some of them or none that are there."""
    count = draw(st.integers(1, 12))
    organs = tuple(
        organisation.Organ(f"o{at}", draw(texts), tuple(draw(st.lists(texts, max_size=9))), draw(st.integers(0, 4)))
        for at in range(count)
    )
    ends = st.sampled_from([f"o{at}" for at in range(count + 1)])
    links = st.builds(organisation.Link, ends, ends, texts, st.none() | texts, st.none() | texts)
    return organisation.Chart(LEVELS, organs, tuple(draw(st.lists(links, max_size=14))), draw(st.none() | texts))


@st.composite
def crowded(draw: st.DrawFn) -> organisation.Chart:
    """Return an organisation with few levels and many links, most of them between organs that are there."""
    levels = draw(st.lists(st.integers(0, 2), min_size=3, max_size=12))
    organs = tuple(organisation.Organ(f"o{at}", Text(f"Organ {at}"), (), level) for at, level in enumerate(levels))
    ends = st.sampled_from([organ.ref for organ in organs])
    flows = st.none() | st.just(Text("Ø"))
    links = st.builds(organisation.Link, ends, ends, st.just(Text("Ø")), flows, flows)
    return organisation.Chart(LEVELS, organs, tuple(draw(st.lists(links, min_size=3, max_size=16))))


@st.composite
def plans(draw: st.DrawFn) -> timeline.Plan:
    """Return a plan of up to a hundred milestones."""
    first = draw(st.dates(date(2015, 1, 1), date(2030, 1, 1)))
    last = first + timedelta(days=draw(st.integers(0, 6_000)))
    days = st.none() | st.dates(first, last)
    marks = st.builds(timeline.Mark, st.just(Text("Uden dato")), days, texts)
    lanes = st.builds(timeline.Lane, texts, st.lists(marks, min_size=1, max_size=12).map(tuple))
    return timeline.Plan(first, last, tuple(draw(st.lists(lanes, min_size=1, max_size=4))))


@st.composite
def chains(draw: st.DrawFn) -> list[logic.Chain]:
    """Return rows of a logic, with gaps."""
    made = []
    for row in range(draw(st.integers(1, 6))):
        columns: list[tuple[logic.Step, ...] | None] = []
        for column in "KADM":
            held = draw(st.none() | st.lists(texts, max_size=6))
            steps = (logic.Step(f"{column}{row}{at}", text) for at, text in enumerate(held or ()))
            columns.append(None if held is None else tuple(steps))
        made.append(logic.Chain(tuple(columns)))
    return made


amounts = st.decimals(-10, 10**10, places=2)
BARS = st.builds(bars.Bar, texts, st.lists(st.tuples(amounts, st.booleans()), max_size=3).map(tuple), texts)
GROUPS = st.builds(
    bars.Group,
    texts,
    st.lists(BARS, max_size=12).map(tuple),
    st.just(Decimal(0)) | st.decimals(10, 10**9, places=0),
    st.none() | st.just((Decimal(10), "krav: 25 pct.")),
)


def drawn() -> st.SearchStrategy[tuple[list[Drawing], list[str]]]:
    """Return drawings of every figure, each with the words that must be in them."""
    return st.one_of(
        charts().map(lambda chart: (organisation.figure(chart).drawings(HEIGHT), _of_chart(chart))),
        plans().map(lambda plan: (timeline.figure(plan).drawings(HEIGHT), _of_plan(plan))),
        chains().map(lambda rows: (logic.figure("Område", rows).drawings(HEIGHT), _of_chains(rows))),
        st.lists(GROUPS, min_size=1, max_size=5).map(
            lambda groups: (bars.figure("budget", "Budget", [("Mørk", True)], groups).drawings(HEIGHT), _of_groups(groups))
        ),
    )


def _of_chart(chart: organisation.Chart) -> list[str]:
    said = [text for organ in chart.organs for text in (organ.name, *organ.members)]
    said += [text for link in chart.links for text in (link.what, link.up, link.down) if text is not None]
    return [text.words for text in (*said, *([chart.leader] if chart.leader else []))]


def _of_plan(plan: timeline.Plan) -> list[str]:
    return [
        text.words
        for lane in plan.lanes
        for text in (lane.name, *(text for mark in lane.marks for text in (mark.when, mark.what)))
    ]


def _of_chains(rows: list[logic.Chain]) -> list[str]:
    return [step.text.words for row in rows for column in row.columns for step in column or ()]


def _of_groups(groups: list[bars.Group]) -> list[str]:
    return [
        text.words for group in groups for text in (group.heading, *(text for bar in group.bars for text in (bar.name, bar.said)))
    ]
