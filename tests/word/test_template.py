"""Templates are scanned before use: every fault at once, with its place; and rendered in a sandbox."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from aftale_builder.word.faults import TemplateError
from aftale_builder.word.filling import fill
from aftale_builder.word.reading import read
from aftale_builder.word.template import load
from aftale_builder.word.values import blocks, inline, prose
from tests.word.making import docx, p, row, saved, tbl

BOOKMARK = '<w:bookmarkStart w:id="1" w:name="b"/><w:bookmarkEnd w:id="1"/>'
FAULTY = {
    "unclosed-tag": (p("Hej {{ navn"), "}}"),
    "closed-only": (p("Hej navn }}"), "ikke er åbnet"),
    "over-two-paragraphs": (p("{% if navn") + p("%}x{% endif %}"), "lukket i sit afsnit"),
    "unclosed-block": (p("{%p if navn %}") + p("x"), "bliver aldrig lukket"),
    "unclosed-loop": (p("{%p for x in liste %}") + p("{{ x.a }}"), "endfor"),
    "stray-end": (p("{%p endif %}"), "ingen åben"),
    "stray-else": (p("{%p else %}"), "ingen åben"),
    "crossed": (p("{%p if navn %}") + p("{%p for x in liste %}") + p("{%p endif %}") + p("{%p endfor %}"), "ingen åben"),
    "text-beside-p": (p("Vigtigt {%p if navn %}") + p("{%p endif %}"), "stå alene i sit afsnit"),
    "two-in-one-paragraph": (p("{%p if navn %}{%p endif %}"), "stå alene"),
    "text-beside-tr": (
        tbl(row("{%tr for x in liste %}", "tekst"), row("{{ x.a }}", ""), row("{%tr endfor %}", "")), "stå alene i sin række",
    ),
    "tr-outside": (p("{%tr if navn %}") + p("{%tr endif %}"), "tabelrække"),
    "other-level": (p("{%p if navn %}") + p("{% endif %}"), "et andet bogstav"),
    "other-cell": (tbl(row("{%p if navn %}", "{%p endif %}")), "et andet sted"),
    "call": (p("{{ navn.upper() }}"), "ikke kald"),
    "filter": (p("{{ navn|upper }}"), "ikke kald, filtre"),
    "arithmetic": (p("{{ 7*7 }}"), "regnestykker"),
    "condition-call": (p("{% if navn.strip() %}x{% endif %}"), "En betingelse må kun"),
    "condition-compared": (p('{% if navn == "x" %}x{% endif %}'), "En betingelse må kun"),
    "condition-nothing": (p("{% if %}x{% endif %}"), "mangler"),
    "set": (p("{% set x = 1 %}"), "«set» forstås ikke"),
    "include": (p("{% include 'x' %}"), "«include» forstås ikke"),
    "raw": (p("{% raw %}{{ navn }}{% endraw %}"), "«raw» forstås ikke"),
    "comment": (p("{# hemmeligt #}"), "Kommentarer"),
    "dash": (p("{%- if navn %}x{% endif %}"), "«-»"),
    "raw-xml": (p("{{r navn }}"), "bliver ikke brugt"),
    "columns": (tbl(row("{%tc for x in liste %}", "{%tc endfor %}")), "{%tc"),
    "unknown-name": (p("{{ navm }}"), "Mente du «navn»"),
    "unknown-field": (p("{% for x in liste %}{{ x.c }}{% endfor %}"), "Her findes a, b"),
    "unknown-in-condition": (p("{% if ukendt %}x{% endif %}"), "ukendt"),
    "not-a-list": (p("{% for x in navn %}{{ x }}{% endfor %}"), "ikke en liste"),
    "a-list-printed": (p("{{ liste }}"), "ikke en tekst"),
    "a-choice-printed": (p("{{ ja }}"), "ikke en tekst"),
    "prose-in-a-line": (p("Vision: {{ vision }}"), "prosa"),
    "blocks-in-a-line": (p("Se {{ figur }}"), "prosa"),
    "method-of-dict": (p("{% for x in gruppe.items %}{{ x }}{% endfor %}"), "gruppe.items"),
    "mark-in-text": (p("et \ue000 tegn"), "U+E000"),
    "field-code": ('<w:p><w:r><w:instrText>{{ navn }}</w:instrText></w:r></w:p>', "uden for teksten"),
    "split-by-link": (
        '<w:p><w:r><w:t>{{ na</w:t></w:r><w:hyperlink w:anchor="x"><w:r><w:t>vn }}</w:t></w:r></w:hyperlink></w:p>', "delt af",
    ),
    "split-by-bookmark": (f"<w:p><w:r><w:t>{{{{ na</w:t></w:r>{BOOKMARK}<w:r><w:t>vn }}}}</w:t></w:r></w:p>", "delt af"),
}  # fmt: skip


def view(**more: Any) -> dict[str, Any]:
    """Return a view with one of everything."""
    return {
        "navn": inline("Solbakken"),
        "ja": True,
        "vision": prose("En *vision*."),
        "figur": blocks(),
        "liste": [{"a": "1", "b": "2"}, {"a": "3", "b": "4"}],
        "gruppe": {"navn": "g"},
        "egenskaber": {"titel": "T"},
        **more,
    }


@pytest.mark.parametrize("name", FAULTY)
def test_a_fault_is_told_with_file_paragraph_and_tag(name: str, tmp_path: Path) -> None:
    body, said = FAULTY[name]
    with pytest.raises(TemplateError) as caught:
        fill(saved(tmp_path, docx(p("Først") + body)), view())
    faults = caught.value.faults
    assert any(said in f"{fault.message} {fault.help}" for fault in faults), faults
    assert all(fault.file == "skabelon.docx" and fault.part == "word/document.xml" for fault in faults)
    assert all(fault.tag and (fault.paragraph > 1 or name == "field-code") for fault in faults)


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    body = p("{{ a") + p("{% set x %}") + p("{%p if b %}")
    with pytest.raises(TemplateError) as caught:
        load(saved(tmp_path, docx(body, header=p("{{ c.d() }}"))))
    assert [(fault.part, fault.paragraph) for fault in caught.value.faults] == [
        ("word/document.xml", 1),
        ("word/document.xml", 2),
        ("word/document.xml", 3),
        ("word/header1.xml", 1),
    ]


def test_a_tag_split_over_runs_is_one_tag(tmp_path: Path) -> None:
    runs = "".join(
        f'<w:r><w:rPr><w:b/></w:rPr><w:t>{piece}</w:t></w:r><w:proofErr w:type="spellStart"/>'
        for piece in ("{", "{ na", "vn }", "}")
    )
    data = fill(saved(tmp_path, docx(f"<w:p>{runs}</w:p>")), view(navn=inline("Ø & Å")))
    assert [unit.text for unit in read(data).body if unit.text] == ["Ø & Å"]


def test_conditions_know_empty_values_lists_and_choices(tmp_path: Path) -> None:
    conditions = ("navn", "tom", "intet", "liste", "ingen", "ja and not tom", "tom or (ja and navn)", "not liste")
    body = "".join(p(f"{{%p if {condition} %}}") + p(condition) + p("{%p endif %}") for condition in conditions)
    data = fill(saved(tmp_path, docx(body)), view(tom=inline(" "), intet=None, ingen=[]))
    assert [unit.text for unit in read(data).body if unit.text] == ["navn", "liste", "ja and not tom", "tom or (ja and navn)"]


def test_elif_and_else_choose_one(tmp_path: Path) -> None:
    body = (
        p("{% if nej %}a{% elif ja %}b{% else %}c{% endif %}")
        + p("{%p if nej %}")
        + p("d")
        + p("{%p else %}")
        + p("e")
        + p("{%p endif %}")
    )
    data = fill(saved(tmp_path, docx(body)), view(nej=False))
    assert [unit.text for unit in read(data).body if unit.text] == ["b", "e"]


def test_a_field_called_as_a_method_of_dicts_is_that_field(tmp_path: Path) -> None:
    body = p("{{ gruppe.items }} {{ gruppe.keys }} {{ gruppe.values }}")
    data = fill(saved(tmp_path, docx(body)), view(gruppe={"items": "a", "keys": "b", "values": "c"}))
    assert [unit.text for unit in read(data).body if unit.text] == ["a b c"]


def test_what_is_below_something_missing_is_not_asked_for(tmp_path: Path) -> None:
    body = p("{%p if gruppe %}") + p("{{ gruppe.navn }}") + p("{%p endif %}") + p("slut")
    data = fill(saved(tmp_path, docx(body)), view(gruppe=None))
    assert [unit.text for unit in read(data).body if unit.text] == ["slut"]


def test_an_unguarded_field_of_something_missing_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"gruppe\.navn|None"):
        fill(saved(tmp_path, docx(p("{{ gruppe.navn }}"))), view(gruppe=None))


def test_a_template_is_compiled_once(tmp_path: Path) -> None:
    path = saved(tmp_path, docx(p("{{ navn }}")))
    assert load(path) is load(path)
