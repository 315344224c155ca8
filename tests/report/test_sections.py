"""Every path belongs to a section, and every key of the agreement to its own."""

from __future__ import annotations

import pytest

from aftale_builder.model.aftale import Aftale
from aftale_builder.model.element import key_of, own_fields
from aftale_builder.regulation import regulativ
from aftale_builder.regulation.demands import register
from aftale_builder.report.sections import FILES, SECTIONS, section_of, title


@pytest.mark.parametrize(
    ("path", "section"),
    [
        ("", FILES),
        ("noget-ukendt/x", FILES),
        ("afsnit/ukendt", FILES),
        ("afsnit/6/beskæftigelse", "6"),
        ("afsnit/forside", "forside"),
        ("vision", "2"),
        ("organisation/organer/b/medlemmer", "3"),
        ("indsatsområder/beskæftigelse/problemkompleks", "6"),
        ("indsatsområder/beskæftigelse/delaftale", "delaftaler"),
        ("indsatsområder/beskæftigelse/delaftale/aktiviteter/a1", "delaftaler"),
        ("budget/poster/p1", "budget"),
        ("milepæle/m1", "milepælsplan"),
    ],
)
def test_a_path_belongs_to_its_section(path: str, section: str) -> None:
    assert section_of(path) == section


def test_every_key_of_the_agreement_has_a_section() -> None:
    for field in own_fields(Aftale):
        assert section_of(key_of(field)) != FILES, key_of(field)


def test_every_demand_stands_in_a_section() -> None:
    assert {demand.afsnit for demand in register().demands} <= set(SECTIONS)


def test_a_section_has_the_forms_own_heading() -> None:
    assert title("2") == "Afsnit 2: Vision for boligområdet"
    assert title("2", regulativ("lbf-2011-14")) == "Afsnit 2: Vision for boligområdet"
    assert title("budget") == "Budget"
