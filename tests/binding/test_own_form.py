"""The fund's own form, filled in: whatever it has been through, all that is said stands in it, and nothing else is touched."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from lxml import etree

from aftale_builder.binding.forms import own_form
from aftale_builder.documents.facts import Facts
from aftale_builder.documents.papers.strategisk_samarbejdsaftale import papers
from aftale_builder.findings import Severity
from aftale_builder.importing.form import sections
from aftale_builder.importing.wording import Wording
from aftale_builder.word.package import open_package
from aftale_builder.word.reading import read
from aftale_builder.word_check import assess_file
from tests.binding import blank, hostile
from tests.binding.blank import AREAS, RULES, with_part
from tests.binding.keeping import untouched
from tests.documents.making import Maker, generation, sample_facts
from tests.word.validity import audit, schema_faults

DOCUMENT = "strategisk-samarbejdsaftale"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def filled(path: Path, facts: Facts) -> bytes:
    """Return the form filled in and proven."""
    form = own_form(path, DOCUMENT, facts.regulativ, draft=facts.draft)
    paper = next(iter(papers(replace(facts, forms={DOCUMENT: form}))))
    data = paper.render()
    assert [hit.message for hit in paper.prove(data)] == []
    return data


def blocks(data: bytes) -> list[tuple[str, str]]:
    """Return every paragraph and every set of properties outside them, canonically, each with its words."""
    root = open_package(data).xml("word/document.xml")
    found = []
    for element in root.iter(f"{_W}p", f"{_W}tblPr", f"{_W}tblGrid", f"{_W}trPr", f"{_W}tcPr", f"{_W}sectPr"):
        if element.tag != f"{_W}p" and next(element.iterancestors(f"{_W}p"), None) is not None:
            continue
        own = deepcopy(element)
        for box in own.iter(f"{_W}txbxContent"):
            box[:] = []  # what stands in a text box is told of by itself
        words = "".join(text.text or "" for text in own.iter(f"{_W}t"))
        found.append((etree.tostring(own, method="c14n", exclusive=True, with_tail=False).decode(), words))
    return found


def lost(before: bytes, after: bytes) -> Iterator[str]:
    """Yield the words of the paragraphs of a form that do not stand in the filled file, canonically the same, in their order."""
    old, new = blocks(before), blocks(after)
    matcher = SequenceMatcher(None, [xml for xml, _ in old], [xml for xml, _ in new], autojunk=False)
    for kind, first, last, _, _ in matcher.get_opcodes():
        if kind in ("delete", "replace"):
            yield from (words.replace("\xad", "").replace("\xa0", " ").strip() for _, words in old[first:last])


GIVES_WAY = {
    "", *blank.PARTIES, "Dato", "Navn", RULES.fast("vejledning-grønt").ren, RULES.fast("vejledning-parter").ren,
    "Beskriv her den vision, som parterne deler", "Klik her for at angive tekst.", "Beskriv evalueringen",
    *(area.navn for area in RULES.indsatsomraader), RULES.fast("problemkompleks").ren,
    *(one.datakilde for one in RULES.indikatorer),
}  # fmt: skip
"""What may be another: places to write in, guidance, and what is repeated. Not one word of the fixed wording."""


def judged(data: bytes, folder: Path) -> list[str]:
    """Return what the judging of finished Word files finds in a file, råd aside."""
    path = folder / "Strategisk samarbejdsaftale.docx"
    path.write_bytes(data)
    return [
        f"{finding.code} {finding.message}" for finding in assess_file(path).findings if finding.severity is not Severity.RAAD
    ]


def holds(form: bytes, folder: Path, facts: Facts | None = None, may_change: frozenset[str] = frozenset()) -> bytes:
    """Fill in a form, hold it to everything that is promised, and return it."""
    path = folder / "skabelon.docx"
    path.write_bytes(form)
    made = filled(path, facts or sample_facts())
    assert judged(made, folder) == []
    gone = {words for words in lost(form, made) if words not in GIVES_WAY and words not in may_change}
    assert gone == set()
    untouched(form, made)
    assert set(audit(made)) <= set(audit(form))
    assert set(schema_faults(made)) <= set(schema_faults(form))
    return made


def test_a_blank_form_is_filled_in(tmp_path: Path) -> None:
    made = holds(blank.form(), tmp_path)
    assert open_package(made).parts()["customXml/item1.xml"] == blank.CUSTOM


def test_the_fund_s_own_form_is_filled_in(shared: Path, tmp_path: Path) -> None:
    holds((shared / "real/skabelon-strategisk-samarbejdsaftale.docx").read_bytes(), tmp_path)


IN_LINE: dict[Callable[[bytes], bytes], set[str]] = {
    hostile.content_controls: {f"{hostile.LABELS[2]} Klik her for at angive tekst."},
    hostile.form_fields: {f"{label} \u2002\u2002\u2002\u2002\u2002".strip() for label in hostile.LABELS},
    hostile.dotted_lines: {f"{label} ______________________" for label in hostile.LABELS},
}
"""Labels with a place on their own line: the line is the place."""


@pytest.mark.parametrize("through", hostile.ALL, ids=lambda change: change.__name__)
@pytest.mark.parametrize("whose", ["ours", pytest.param("real", marks=pytest.mark.langsom)])
def test_whatever_the_form_has_been_through(
    through: Callable[[bytes], bytes], whose: str, shared: Path, tmp_path: Path
) -> None:  # fmt: skip
    real = shared / "real/skabelon-strategisk-samarbejdsaftale.docx"
    form = through(real.read_bytes() if whose == "real" else blank.form())
    holds(form, tmp_path, may_change=frozenset(IN_LINE.get(through, ())))


def test_the_front_page_may_come_in_another_order(tmp_path: Path) -> None:
    title, name, parties, period, signatures = blank.front()
    holds(blank.form(blank.body([title, period, parties, signatures, name])), tmp_path)


@pytest.mark.parametrize("parties", [("Boligorganisation A", "Kommune XX"), (*blank.PARTIES, *blank.PARTIES, "")])
def test_there_may_be_fewer_and_more_places_to_sign_than_parties(parties: tuple[str, ...], tmp_path: Path) -> None:
    made = holds(blank.form(blank.body(blank.front(parties))), tmp_path)
    words = [words for _, words in blocks(made)]
    assert words.count("Navn") == sum(max(len(part.underskrivere), 1) for part in sample_facts().aftale.parter)


def test_only_the_chosen_areas_are_left(tmp_path: Path) -> None:
    facts = sample_facts()
    fewer = replace(facts, aftale=replace(facts.aftale, indsatsomraader=facts.aftale.indsatsomraader[1:3]))
    made = holds(blank.form(), tmp_path, fewer)
    headings = [words for _, words in blocks(made) if words in {area.navn for area in RULES.indsatsomraader}]
    chosen = {one.omraade for one in fewer.aftale.indsatsomraader}
    assert headings == [RULES.fast(f"indsatsområde-{area}").ren for area in AREAS if area in chosen]


def test_an_authors_heading_never_stands_above_a_heading_that_only_looks_it(tmp_path: Path) -> None:
    """The form's headings are bold paragraphs; the author's are below them, and come back as they were written."""
    plain = re.sub(r'<w:pStyle w:val="Overskrift\d"/>', "", blank.body())
    facts = sample_facts()
    assert facts.aftale.vision is not None
    text = replace(facts.aftale.vision, text="Vi vil have ro.\n\n# Et underafsnit\n\nMere.\n\n## Dybere\n\nMest.\n")
    made = holds(blank.form(plain), tmp_path, replace(facts, aftale=replace(facts.aftale, vision=text)))
    levels = {unit.plain: unit.level for unit in read(made).units if unit.level}
    assert (levels["Et underafsnit"], levels["Dybere"]) == (2, 3)
    assert min(levels.values()) == 2
    for data in (made, with_part(made, "word/document.xml", lambda xml: xml.replace("Overskrift2", "Overskrift1"))):
        units = read(data).units
        found = sections(units, Wording(RULES), RULES)
        for own in (one for one in found if one.heading is not None):
            assert all(unit.level > own.level for unit in units[own.start : own.end] if unit.level)


def test_there_is_a_place_for_everything_that_can_be_written(tmp_path: Path) -> None:
    """The proof tells what is printed nowhere."""
    path = tmp_path / "skabelon.docx"
    path.write_bytes(blank.form())
    filled(path, Facts(Maker().aftale(), generation()))
