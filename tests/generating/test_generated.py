"""What other tests build on: a seed is an agreement without a fejl, the same each time, and another than the next seed's."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from aftale_builder.assessment import assess
from aftale_builder.findings import Severity
from tests import generating


@pytest.mark.parametrize("seed", range(4))
def test_a_generated_agreement_has_no_fault(seed: int, tmp_path: Path) -> None:
    found = assess(generating.write(seed, tmp_path), date(2026, 1, 1)).findings
    assert [finding for finding in found if finding.severity is Severity.FEJL] == []


def test_the_seed_decides_all() -> None:
    assert generating.folder(5) == generating.folder(5)
    assert generating.folder(5) != generating.folder(6)
