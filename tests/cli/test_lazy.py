"""What a clean `aftale check` imports: only what judging an agreement takes."""

import subprocess
import sys

import pytest

from aftale_builder.resources import resource

HEAVY = {
    # Word, templates, spreadsheets, schemas, Markdown: each costs a check more than all its rules
    "docx",
    "docxtpl",
    "jinja2",
    "lxml",
    "xlsxwriter",
    "openpyxl",
    "jsonschema",
    "click",
    "markdown_it",
    "mdit_py_plugins",
    # the library's own that are slow to import and not needed for it
    "asyncio",
    "difflib",
    "html",
    "http",
    "importlib.metadata",
    "json",
    "multiprocessing",
    "subprocess",
    "tempfile",
    "unittest",
    "urllib.request",
    "xml",
    "zipfile",
    # ours that a check has no use for
    "aftale_builder.documents",
    "aftale_builder.importing",
    "aftale_builder.sheet",
}

PROBE = """
import sys
before = set(sys.modules)
sys.argv = ["aftale", "check", sys.argv[1]]
from aftale_builder.cli import main
code = main()
print(*sorted(set(sys.modules) - before), file=sys.stderr)
sys.exit(code)
"""


@pytest.fixture(scope="module")
def imported() -> set[str]:
    sample = resource("samples") / "solbakken"
    done = subprocess.run(
        [sys.executable, "-I", "-c", PROBE, str(sample)], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return set(done.stderr.splitlines()[-1].split())


def test_a_clean_check_imports_nothing_heavy(imported: set[str]) -> None:
    assert not {name for name in imported if any(name == heavy or name.startswith(f"{heavy}.") for heavy in HEAVY)}


def test_a_clean_check_imports_what_it_needs(imported: set[str]) -> None:
    """The probe sees what is imported; else the test above could not fail."""
    assert {"aftale_builder.cli._checking", "yaml"} <= imported
