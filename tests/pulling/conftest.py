"""The sample, rendered once, and a copy of it for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.pulling.sample import SAMPLE, rendered


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("solbakken") / "aftale"
    shutil.copytree(SAMPLE, folder)
    rendered(folder)
    return folder


@pytest.fixture
def agreement(sample: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample, tmp_path / "aftale"))
