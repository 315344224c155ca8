"""Each small Word file gives exactly the findings it names, each at its line, and no others; the pages do what they say."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from aftale_builder.findings import Finding, Severity
from aftale_builder.rules import Rule
from aftale_builder.rules.registry import Over, rule_of, word_rules
from aftale_builder.word_check import assess_file
from tests.word_check.messages import frozen, said
from tests.word_check.notation import HERE, Script, script

CASES = sorted(HERE.glob("*/*.txt"))
WORD_RULES = [rule for rule in word_rules() if rule.over is Over.WORD]
VERDICTS = {Severity.FEJL: "fejl", Severity.ADVARSEL: "advarsel", Severity.RAAD: "raad"}
_KEY_OF_THE_LANGUAGE = re.compile(r"\bunder \w+:")
_BLOCK = re.compile(r"```word\n(.*?)```", re.DOTALL)


def found_in(folder: Path, made: Script) -> tuple[Finding, ...]:
    file = folder / "fil.docx"
    file.write_bytes(made.file())
    return assess_file(file).findings


@cache
def judged(case: Path) -> tuple[Script, tuple[Finding, ...]]:
    """Return a case, and what is found in its file, which is judged once, whatever is asked of it."""
    made = expected_of(case)
    with TemporaryDirectory() as folder:
        return made, found_in(Path(folder), made)


def named(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def expected_of(path: Path) -> Script:
    return script(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", CASES, ids=named)
def test_a_file_gives_exactly_its_findings(path: Path) -> None:
    made, found = judged(path)
    told = sorted((made.line_of(finding.place.paragraph), str(finding.severity), finding.code) for finding in found)
    assert told == made.expected, [(finding.message, finding.place) for finding in found]


@pytest.mark.parametrize("path", CASES, ids=named)
def test_a_case_is_named_after_its_verdict(path: Path) -> None:
    code = path.parent.name[:6].upper()
    severities = {severity for _, severity, found in expected_of(path).expected if found == code}
    verdict = next((VERDICTS[severity] for severity in Severity if severity in severities), "valid")
    assert path.stem.rpartition("-")[2] == verdict


@pytest.mark.parametrize("path", CASES, ids=named)
def test_messages_are_whole_sentences(path: Path) -> None:
    for finding in judged(path)[1]:
        assert finding.message[0].isupper() or finding.message[0] == "«"
        assert finding.message.endswith(".")
        assert not finding.message.endswith("..")
        assert finding.help.endswith((".", "»"))
        assert not _KEY_OF_THE_LANGUAGE.search(finding.help), "a reader of a Word file knows no YAML"


@pytest.mark.parametrize("rule", WORD_RULES, ids=lambda rule: rule.code)
def test_messages_are_as_they_were_read(rule: Rule) -> None:
    """Every message and remedy of the DOK rules: `python -m tests.word_check.messages` writes them anew, to be read again."""
    assert frozen(rule.code) == said(rule.code)


def test_the_base_is_valid(tmp_path: Path) -> None:
    assert found_in(tmp_path, script("")) == ()


@pytest.mark.parametrize("rule", WORD_RULES, ids=lambda rule: rule.code)
def test_each_rule_has_cases_on_both_sides(rule: Rule) -> None:
    folder = HERE / f"{rule.code.lower()}_{rule.name.replace('-', '_')}"
    verdicts = {path.stem.rpartition("-")[2] for path in folder.glob("*.txt")}
    assert verdicts == {"valid", *(VERDICTS[severity] for severity in rule.severities)}


@pytest.mark.parametrize("folder", sorted({path.parent.name for path in CASES}))
def test_a_folder_is_named_after_a_rule(folder: str) -> None:
    rule = rule_of(folder[:6].upper())
    assert folder == f"{rule.code.lower()}_{rule.name.replace('-', '_')}"


@pytest.mark.parametrize("rule", WORD_RULES, ids=lambda rule: rule.code)
def test_the_wrong_example_is_found_and_the_right_one_is_silent(rule: Rule, tmp_path: Path) -> None:
    wrong, right = _BLOCK.findall(rule.page)
    assert {finding.code for finding in found_in(tmp_path, script(wrong))} == {rule.code}
    assert found_in(tmp_path, script(right)) == ()
