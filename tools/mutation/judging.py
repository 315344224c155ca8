"""What the tests say of a changed module. Run in a process of its own, which is thrown away afterwards.

First the cases of the rules that use the module, held against what each must give; they are read once, before any change, since
reading knows nothing of rules. What they let pass is given to the other tests of the rules.
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from pathlib import Path
from types import CodeType, ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from tools.mutation.houses import RULES, TOP, code_of, users_of

if TYPE_CHECKING:
    from aftale_builder.findings import Finding
    from aftale_builder.rules import Rule

_TESTS = TOP / "tests"
_OF_WORD = ("DOK", "PRV", "KON101", "KON102", "KON103", "LBF036", "LBF087")
_ADDED = "--import-mode=importlib -m 'not langsom'"
_OF_HELPERS = (
    "test_cpr.py", "test_passages.py", "test_pattern.py", "test_story.py", "test_telling.py", "test_registry.py",
    "test_spelling.py",
)  # fmt: skip


class Read(NamedTuple):
    """A case as it was read: its rule's code, the agreement, its generation, its story, what must be found, and in which words.

    `frozen` is None where the reader itself says what the rule is about, so that no words are the rule's.
    """

    code: str
    aftale: Any
    regulativ: Any
    story: Any
    expected: frozenset[tuple[int | None, str, str]]
    frozen: str | None


def read_cases() -> tuple[Read, ...]:
    """Return every case of the rules, read."""
    from aftale_builder.model import load
    from aftale_builder.regulation import regulativ
    from aftale_builder.rules import findings_of
    from aftale_builder.rules.story import story_of
    from tests.rules.cases import cases, laid_over
    from tests.rules.wording import frozen

    found = []
    with tempfile.TemporaryDirectory() as folder:
        for case in cases():
            (Path(folder) / "aftale.yaml").write_text(laid_over(case.text), encoding="utf-8")
            loaded = load(Path(folder))
            if (aftale := loaded.aftale) is not None:
                generation = regulativ(aftale.regulativ)
                by_reading = findings_of(loaded.faults)
                expected = frozenset({*case.expected()} - _marks(by_reading))
                said_by_rule = all(finding.code != case.code for finding in by_reading)
                words = frozen(case.code).get(case.path.stem, "") if said_by_rule else None
                found.append(Read(case.code, aftale, generation, story_of(aftale, generation), expected, words))
    return tuple(found)


def kills(name: str, code: CodeType | None, cases: Iterable[Read]) -> bool:
    """Tell whether the tests find out that the module runs this code instead of its own (None: its own)."""
    _load_anew(name, code)
    try:
        if not all(_as_expected(name, cases)):
            return True
    except Exception:  # noqa: BLE001 - a rule that falls is a rule found out
        return True
    return any(_run(arguments) for arguments in _other_tests(name))


class _Changed(MetaPathFinder, Loader):
    """Gives the import system one module with other code than its file has."""

    def __init__(self, name: str, code: CodeType, file: str, *, package: bool) -> None:
        self.name, self.code, self.file, self.package = name, code, file, package

    def find_spec(self, fullname: str, path: object = None, target: ModuleType | None = None) -> ModuleSpec | None:
        if fullname != self.name:
            return None
        spec = spec_from_loader(fullname, self, origin=self.file, is_package=self.package)
        if spec is not None:
            spec.has_location = True
            if self.package:
                spec.submodule_search_locations = [str(Path(self.file).parent)]
        return spec

    def exec_module(self, module: ModuleType) -> None:
        exec(self.code, vars(module))  # noqa: S102 - the code is that of our own module


def _load_anew(name: str, code: CodeType | None) -> None:
    """Forget the module and all that use it, and have it loaded with this code when it is next asked for."""
    for loaded in [one for one in sys.modules if one in users_of(name) or one.partition(".")[0] == "tests"]:
        del sys.modules[loaded]
    if f"{RULES}.registry" in sys.modules:
        from aftale_builder.rules import registry

        registry.rule_of.cache_clear()
        registry._family.cache_clear()  # noqa: SLF001 - it holds the modules that were just forgotten
    if code is not None:
        sys.meta_path.insert(0, _Changed(name, code, code.co_filename, package=code.co_filename.endswith("__init__.py")))


def _as_expected(name: str, cases: Iterable[Read]) -> Iterator[bool]:
    """Yield for each case whether the rules that use the module find in it what they must; the rules' own cases come first."""
    from aftale_builder.findings import Severity
    from aftale_builder.rules.registry import Over, rule_of
    from tests.rules.wording import told

    using = [rule_of(code) for code in sorted(map(code_of, users_of(name))) if code]
    rules = [rule for rule in using if rule.over not in (Over.NOTHING, Over.WORD) or rule.texts is not None]
    codes = {rule.code for rule in rules}
    stories_stand = f"{RULES}.story" not in users_of(name)
    for case in sorted(cases, key=lambda case: case.code not in codes) if rules else ():
        found = tuple(one for one in _found(case, rules, stories_stand=stories_stand) if one.code in codes)
        counted = (finding for finding in found if finding.code == case.code or finding.severity is not Severity.RAAD)
        yield _marks(counted) == {one for one in case.expected if one[2] in codes}
        yield case.frozen is None or case.code not in codes or told(found, case.code) == case.frozen


def _marks(findings: Iterable[Finding]) -> set[tuple[int | None, str, str]]:
    return {(finding.place.line, str(finding.severity), finding.code) for finding in findings}


def _found(case: Read, rules: list[Rule], *, stories_stand: bool) -> tuple[Finding, ...]:
    from aftale_builder.rules.judging import judge, judge_story
    from aftale_builder.rules.registry import Over

    if any(rule.texts is not None for rule in rules):
        return judge(case.aftale, case.regulativ)  # what it says of a text depends on what the others say
    if not stories_stand:
        return judge(case.aftale, case.regulativ, rules)
    of_story = [rule for rule in rules if rule.over is Over.STORY]
    others = [rule for rule in rules if rule.over is not Over.STORY]
    return (judge_story(case.story, of_story) if of_story else ()) + (
        judge(case.aftale, case.regulativ, others) if others else ()
    )


def _other_tests(name: str) -> Iterator[list[str]]:
    """Yield the arguments of each run of pytest that looks at the module. A rule's messages are held by its cases already."""
    if code := code_of(name):
        if code.startswith(_OF_WORD):
            yield [str(_TESTS / "word_check" / "test_cases.py"), "-k", code]
        if code.startswith("DOK"):
            yield [str(_TESTS / "word_check" / "test_files.py")]
        return
    yield [str(_TESTS / "rules" / test) for test in _OF_HELPERS]
    if any(code_of(user).startswith(_OF_WORD) for user in users_of(name)):
        yield [str(_TESTS / "word_check" / "test_cases.py"), str(_TESTS / "word_check" / "test_files.py")]


def _run(arguments: list[str]) -> bool:
    """Tell whether a run of pytest fails."""
    for loaded in [one for one in sys.modules if one.partition(".")[0] == "tests"]:
        del sys.modules[loaded]
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()), tempfile.TemporaryDirectory() as folder:
        settings = ["-x", "-q", "-p", "no:cacheprovider", "-o", f"addopts={_ADDED}", f"--basetemp={folder}/t", f"--rootdir={TOP}"]
        ended = pytest.main([*settings, "-c", str(TOP / "pyproject.toml"), *arguments])
    return ended not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)
