"""What a finding says, and where, is what somebody has read: `python -m tests.rules.wording` freezes it anew."""

import pytest

from tests.rules.cases import Case, found, laid_over
from tests.rules.wording import FROZEN, frozen, speaking, told


@pytest.mark.parametrize("case", speaking(), ids=lambda case: f"{case.path.parent.name}/{case.path.stem}")
def test_a_finding_says_what_is_frozen(case: Case) -> None:
    assert told(found(laid_over(case.text)), case.code) == frozen(case.code)[case.path.stem]


def test_nothing_is_frozen_that_no_case_says() -> None:
    names = {(case.code, case.path.stem) for case in speaking()}
    assert {(path.stem, name) for path in FROZEN.glob("*.txt") for name in frozen(path.stem)} == names
