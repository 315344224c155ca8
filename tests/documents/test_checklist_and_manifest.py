"""The checklist shows users' words as they wrote them; the manifest is known again, and nothing else is."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from aftale_builder.assessment import assess
from aftale_builder.documents import manifest
from aftale_builder.documents.checklist import checklist, plain
from aftale_builder.documents.rendering import render_all
from tests.documents.making import SAMPLE, aftale_of, sample_aftale, sample_facts

UNDTAGELSE = """
undtagelser: [{regel: LBF088, sti: behandling, begrundelse: "*Byrådet* <b>mødes</b> i juni", udløber: 2027-01-01}]
bilag: [{titel: "[Års](hjul) & `kode`", fil: ""}]
"""
DAY_ZERO = date.min


TEXTS = (
    "A & B <b>",
    "*stjerner* og _streger_",
    "[link](http://x)",
    "# intet",
    "`kode`",
    "a|b",
    "~~væk~~",
    "<!-- x -->",
    "\\",
    "1. maj",
    "12) tal",
)


@pytest.mark.parametrize("text", TEXTS)
def test_a_users_text_is_shown_as_it_is_written(text: str) -> None:
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(f"- {plain(text)}")
    inline = next(token for token in tokens if token.type == "inline")
    assert {child.type for child in inline.children or ()} <= {"text", "text_special"}
    assert "".join(child.content for child in inline.children or ()) == text


@pytest.mark.parametrize(
    "text", ["Skriv diagram: ja under organisation:", "møder_pr_år > 4", "[[organer]]", "5 * 3 # 4", "C:\\mappe", "a|b"]
)
def test_no_sign_is_escaped_that_means_nothing_where_it_stands(text: str) -> None:
    """Most people read the file as it is."""
    assert plain(text) == text


def test_the_checklist_tells_of_annexes_faults_judgement_and_exemptions(tmp_path: Path) -> None:
    aftale = aftale_of(tmp_path, f"navn: Skoven\n{UNDTAGELSE}")
    found = assess(tmp_path, DAY_ZERO)
    text = checklist(aftale, (), found, draft=True).decode()
    assert text.startswith("# Tjekliste: Skoven\n\n**UDKAST.**")
    assert r"- [ ] [Års\](hjul) & \`kode\`" in text
    assert r"LBF088 ved behandling: \*Byrådet\* \<b>mødes\</b> i juni Gælder til og med 1. januar 2027." in text
    assert all(finding.code in text for finding in found.findings if finding.exempted is None)
    assert all(skoen.krav in text for skoen in found.judgement)


def test_an_agreement_without_a_name_has_a_checklist_without_one() -> None:
    aftale = replace(sample_aftale(), navn="")
    assert checklist(aftale, (), assess(SAMPLE, DAY_ZERO), draft=True).decode().startswith("# Tjekliste\n")


def test_only_the_bestyrelse_s_kommissorium_is_said_to_be_demanded() -> None:
    files = [file for file in render_all(sample_facts()) if file.document.id == "kommissorium"]
    lines = checklist(sample_aftale(), files, assess(SAMPLE, DAY_ZERO), draft=False).decode().splitlines()
    told = [line.partition(" – ")[2] for line in lines if "**Kommissorium - " in line]
    assert len(told) == 2
    assert all("Kun bestyrelsens er krævet" in line for line in told)


def test_a_clean_agreement_lacks_nothing() -> None:
    found = replace(assess(SAMPLE, DAY_ZERO), findings=())
    text = checklist(sample_aftale(), (), found, draft=False).decode()
    assert "Intet: kontrollen fandt hverken fejl eller advarsler." in text


def test_a_manifest_is_known_again() -> None:
    data = manifest.manifest((), {"tjekliste.md": (b"x", "indhold")}, assess(SAMPLE, DAY_ZERO), draft=False)
    assert manifest.known(data) == {"tjekliste.md": manifest.Known(json.loads(data)["files"][0]["sha256"], "indhold")}


@pytest.mark.parametrize("name", ["../x", "/x", "C:x", "a\\b", "..", ".", ""])
def test_a_manifest_that_names_files_elsewhere_is_not_believed(name: str) -> None:
    whole = {"format": "aftale-builder-pakke-1", "files": [{"name": name, "sha256": "", "content": ""}]}
    assert manifest.known(json.dumps(whole).encode()) == {}
