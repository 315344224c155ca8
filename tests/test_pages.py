"""README, CONTRIBUTING and the guide point at what is there, and name what there is."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from aftale_builder.assessment import assess
from aftale_builder.cli._group import COMMANDS
from aftale_builder.report import text
from aftale_builder.resources import resource
from aftale_builder.word.markdown import problems

ROOT = Path(__file__).parent.parent
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
LINK = re.compile(r"\]\((?!\w+:)([^)#]*)(?:#([^)]+))?\)")
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", page.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w-]", "", heading.lower().replace(" ", "-")) for heading in headings}


def dead_links(page: Path) -> Iterator[str]:
    for target, anchor in LINK.findall(FENCE.sub("", page.read_text("utf-8"))):
        file = (page.parent / target).resolve() if target else page
        if not file.exists() or (anchor and anchor not in anchors(file)):
            yield f"{target}#{anchor}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    assert not list(dead_links(page))


def test_the_readme_tells_of_every_command_and_no_other() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert set(re.findall(r"^\| `aftale (\w+)", readme, re.MULTILINE)) == set(COMMANDS)


@pytest.mark.parametrize("last_word", ["demo", "pytest"])
def test_the_readme_has_one_command_that_ci_runs(last_word: str) -> None:
    """`.ci/run` finds the commands by how they begin and end."""
    readme = (ROOT / "README.md").read_text("utf-8")
    assert len(re.findall(rf"^python3 .*{last_word}$", readme, re.MULTILINE)) == 1


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_named_paths_exist(page: str) -> None:
    words = FENCE.sub("", (ROOT / page).read_text("utf-8"))
    paths = re.findall(r"`((?:aftale_builder|templates|schemas|samples|docs|benchmarks|tests|tools|\.ci)/[\w./-]*)`", words)
    assert paths
    assert not [path for path in paths if not (ROOT / path).exists()]


def test_the_guide_shows_what_check_says() -> None:
    guide = (ROOT / "docs" / "vejledning.md").read_text("utf-8")
    shown = re.findall(r"^```text\n(.*?)^```", guide, re.MULTILINE | re.DOTALL)
    said = text.render([assess(resource("samples") / "solbakken-med-fejl", date(2026, 1, 1))], advice=False, rich=False)
    assert shown
    for block in shown:
        assert block in said.replace(resource("samples").as_posix(), "samples")


def test_the_guide_shows_markdown_that_can_be_set() -> None:
    guide = (ROOT / "docs" / "vejledning.md").read_text("utf-8")
    shown = re.findall(r"^```markdown\n(.*?)^```", guide, re.MULTILINE | re.DOTALL)
    assert shown
    assert not [problem for markdown in shown for problem in problems(markdown)]
    assert problems("1. oktober 2026 begynder indsatsen.")
