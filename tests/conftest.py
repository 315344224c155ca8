"""What tests share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder with the real agreement and the OOXML schemas, which stands beside the project and is not part of it."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("../shared is not here: the real agreement and the OOXML schemas stand outside the project")
    return folder


@pytest.fixture(scope="session", autouse=True)
def untouched_samples() -> Iterator[None]:
    """Hold every test to writing elsewhere: the samples go into the wheel as they lie."""
    yield
    assert not list((ROOT / "samples").glob("*/.aftale"))
