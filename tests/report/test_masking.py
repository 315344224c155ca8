"""No CPR number comes out in any report, whatever stands in a message, an excerpt, a name or a path."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aftale_builder.findings import Place
from aftale_builder.report import FORMATS, render
from aftale_builder.report.masking import mask, masked
from aftale_builder.source.node import SourceFile
from tests.report.made import FINDING, assessment

CPR = "010180-1234"


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("rich", [True, False])
def test_no_report_repeats_the_number(form: str, rich: bool) -> None:
    place = Place(f"{CPR}.yaml", f"parter/{CPR}", 1, 1, 1, 5)
    finding = replace(
        FINDING,
        place=place,
        message=f"«{CPR}» er ikke et tal.",
        help=f"Slet {CPR}.",
        subject=CPR,
        related=((f"Også {CPR}", place),),
    )
    made = replace(assessment(finding), path=f"/tmp/{CPR}", files={place.file: SourceFile(place.file, f"navn: {CPR}")})
    shown = render(form, [made], advice=True, rich=rich)
    assert CPR not in shown
    assert "0101801234" not in shown
    assert "xxxxxx-xxxx" in shown


def test_a_mask_is_as_long_as_the_number_so_that_carets_stand_right() -> None:
    assert mask(f"a {CPR} b 0101801234") == "a xxxxxx-xxxx b xxxxxxxxxx"


@pytest.mark.parametrize("text", ["22.500.000 kr.", "CVR 12345678", "2021-10-01", "sagsnr. 0101801234", "a.yaml:101801:1234"])
def test_what_is_no_cpr_number_stands(text: str) -> None:
    assert mask(text) == text


def test_an_assessment_without_numbers_is_left_alone() -> None:
    made = assessment(FINDING)
    assert masked(made) is made
