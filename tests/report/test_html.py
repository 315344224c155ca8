"""HTML: one file that a reviewer can mail, read, print, and hear read aloud."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from aftale_builder.assessment import Assessment
from aftale_builder.findings import Place, Severity
from aftale_builder.report.html_report import render
from tests.report.made import FINDING, PLACE, assessment, finding, many, sample

VOID = {"meta", "input", "br", "link", "img"}


class Page(HTMLParser):
    """What a browser makes of the page: its elements, whether each is closed, its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def page(*assessments: Assessment, advice: bool = True) -> Page:
    made = Page(render(assessments, advice=advice))
    assert not made.open
    return made


@pytest.mark.parametrize("made", [assessment(), assessment(FINDING), many(200), sample(), sample("solbakken")])
def test_every_page_is_whole_and_fetches_nothing(made: Assessment) -> None:
    found = page(made)
    names = Counter(name for name, _ in found.elements)
    assert not names.keys() & {"script", "link", "img", "iframe", "object", "form"}
    assert not [attributes for _, attributes in found.elements if attributes.keys() & {"src", "onclick", "onload", "style"}]
    assert not re.search(r"url\(|@import|https?://", render([made], advice=True))


@pytest.mark.parametrize("made", [assessment(FINDING), sample(), sample("solbakken")])
def test_a_screen_reader_finds_its_way(made: Assessment) -> None:
    found = page(made, made)
    assert found.all("html")[0]["lang"] == "da"
    levels = [int(name[1]) for name, _ in found.elements if re.fullmatch("h[1-6]", name)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = [attributes["id"] for _, attributes in found.elements if "id" in attributes]
    assert len(set(ids)) == len(ids)
    targets = [attributes["href"] for attributes in found.all("a")] + [
        f"#{attributes['aria-labelledby']}" for attributes in found.all("section")
    ]
    assert {str(target)[1:] for target in targets} <= set(ids)
    assert len(found.all("caption")) == sum("tal" in str(attributes.get("class")) for attributes in found.all("table"))
    assert all("scope" in attributes for attributes in found.all("th"))
    assert len(found.all("label")) == len(found.all("input"))


def test_colour_is_never_the_only_sign() -> None:
    found = page(assessment(*[finding(severity=severity) for severity in Severity]))
    for severity in Severity:
        assert found.text.count(severity.value) >= 2


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_text_stands_out_from_its_ground() -> None:
    css = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", render([assessment()], advice=False)))
    for text in ("blaek", "svag", "fejl", "advarsel", "raad", "godkendt"):
        for ground in ("#ffffff", css["flade"]):
            assert (luminance(ground) + 0.05) / (luminance(css[text]) + 0.05) >= 4.5, (text, ground)


def test_a_finding_has_all_that_the_text_report_has() -> None:
    related = (("den anden står her", replace(PLACE, line=1, column=1, end_line=1, end_column=2)),)
    text = page(assessment(replace(FINDING, related=related, exempted="aftalt"))).text
    for words in (
        "Andelen er for lille.",
        "a.yaml:2:7",
        "2 navn: Hejsa # x",
        "den anden står her",
        "a.yaml:1:1",
        "Sådan: Find flere penge.",
        "lbf.dk (skabelon eller LBF). min. 25 %",
        "LBF061 medfinansiering-under-25",
        "Undtaget af parterne: aftalt",
    ):
        assert words in text, words


def test_findings_stand_under_their_section_in_the_order_of_the_package() -> None:
    paths = ["budget/poster", "vision", "indsatsområder/x/delaftale/delmål", "parter/a", "", "indsatsområder/x", "afsnit/2/y"]
    made = assessment(*[replace(FINDING, place=replace(PLACE, path=path)) for path in paths])
    text = render([made], advice=False)
    assert re.findall(r"<h3>(.*?) <", text) == [
        "Filerne",
        "Forside: navn, parter, periode og boligområder",
        "Afsnit 2: Vision for boligområdet",
        "Afsnit 6: Indsatsområder",
        "Delaftaler",
        "Budget",
    ]


def test_a_word_file_that_is_no_form_is_grouped_by_its_headings() -> None:
    places = [Place("a.docx", section=heading, paragraph=n) for n, heading in enumerate(["Formål", "Mål", "Formål"], start=1)]
    text = render([assessment(*[replace(FINDING, place=place) for place in places])], advice=False)
    assert re.findall(r"<h3>(.*?) <span class=\"antal\">\((\d)\)", text) == [("Formål", "2"), ("Mål", "1")]


def test_the_checklist_has_a_box_and_a_reason_for_each_question() -> None:
    made = sample("solbakken")
    found = page(made)
    assert len(found.all("input")) == len(made.judgement) > 5
    assert all(skoen.krav in found.text for skoen in made.judgement)
    assert "Loven sætter ingen tal på «væsentlige»" in found.text


def test_the_budgets_figures_are_those_of_the_agreement() -> None:
    made = sample("solbakken")
    assert made.aftale is not None
    assert made.aftale.budget is not None
    total = f"{made.aftale.budget.indtaegter():,.0f}".replace(",", ".")
    assert made.aftale.budget.indtaegter() == made.aftale.budget.udgifter()
    found = page(made)
    assert found.words.count(total) == 2
    assert "Lokal medfinansiering: 27,1 pct. (7.832.000 kr. af 28.892.000 kr.)" in found.text
    assert "Nogle beløb kan ikke læses" not in found.text


def test_demands_are_told_with_what_was_found() -> None:
    text = page(sample()).text
    assert "Mindst 25 pct. er lokal medfinansiering." in text
    assert "1 fund" in text
    assert "ingen fund" in text
    assert "kræver skøn" in text


def test_nothing_that_a_user_wrote_is_markup() -> None:
    wild = assessment(finding(message="<script>alert(1)</script> & {{ x }}"), text="a: 1\nnavn: <b>&amp;\n", path="<i>")
    text = render([wild], advice=False)
    assert "<script" not in text
    assert "&lt;b&gt;&amp;amp;" in text.replace("<mark>", "").replace("</mark>", "")
    assert "{{ x }}" in page(wild).text


def test_raad_that_are_not_shown_are_counted() -> None:
    raad = assessment(finding("RAD501", Severity.RAAD))
    assert "1 råd (ikke vist)" in page(raad, advice=False).text
    assert not page(raad, advice=False).all("article")
    assert len(page(raad).all("article")) == 1


def test_several_agreements_are_one_page() -> None:
    found = page(assessment(FINDING, path="a"), assessment(path="b"))
    assert len(found.all("main")) == 1
    assert [attributes["id"] for attributes in found.all("div") if attributes.get("class") == "aftale"] == [
        "aftale-1",
        "aftale-2",
    ]
