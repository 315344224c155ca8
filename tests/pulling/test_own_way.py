"""What is printed comes back as the author writes such things."""

from __future__ import annotations

import pytest

from aftale_builder.pulling.changes import Form
from aftale_builder.pulling.own_way import at_home
from aftale_builder.source.scalars import UnclearError


@pytest.mark.parametrize(
    ("form", "source", "printed", "unit", "home"),
    [
        (Form.DATE, "2026-04-01", "2. maj 2027", "", "2027-05-02"),
        (Form.DATE, "2026-4-1", "2. maj 2027", "", "2027-5-2"),
        (Form.DATE, "01.04.2026", "2. maj 2027", "", "02.05.2027"),
        (Form.DATE, "1.4.26", "12. maj 2027", "", "12.5.27"),
        (Form.DATE, "1. 4. 2026", "2. maj 2027", "", "2. 5. 2027"),
        (Form.DATE, "1. april 2026", "2. maj 2027", "", "2. maj 2027"),
        (Form.DATE, "den 1. April 2026", "02-05-2027".replace("-", "."), "", "den 2. Maj 2027"),
        (Form.DATE, "1. apr. 2026", "2. september 2027", "", "2. sep. 2027"),
        (Form.DATE, "1. apr. 2026", "2. maj 2027", "", "2. maj 2027"),
        (Form.DATE, "1.4.26", "2. maj 2127", "", "2127-05-02"),
        (Form.NUMBER, "71,3", "72,05 pct.", " pct.", "72,05"),
        (Form.NUMBER, "71,3 %", "72 pct.", " pct.", "72 %"),
        (Form.NUMBER, "71,3", "72 %", " pct.", "72"),
        (Form.NUMBER, "2140", "2.141", "", "2141"),
        (Form.NUMBER, "902", "1.002", "", "1002"),
        (Form.NUMBER, "902", "12.002", "", "12.002"),
        (Form.NUMBER, "450.000", "1.450.000 kr.", " kr.", "1.450.000"),
        (Form.NUMBER, "450_000", "1.450.000 kr.", " kr.", "1_450_000"),
        (Form.NUMBER, "450000", "1.450.000 kr.", " kr.", "1450000"),
        (Form.NUMBER, "kr. 450.000", "500.000 kr.", " kr.", "kr. 500.000"),
        (Form.NUMBER, "450.000 kr.", "500.000,50 kr.", " kr.", "500.000,50 kr."),
        (Form.NUMBER, "22,5 mio.", "23.750.000 kr.", " kr.", "23,75 mio."),
        (Form.NUMBER, "22,5 mio. kr.", "23.000.000 kr.", " kr.", "23 mio. kr."),
        (Form.NUMBER, "450.000", "450.001", " kr.", "450.001"),
        (Form.YES_NO, "ja", "nej", "", "nej"),
        (Form.YES_NO, "Ja", "nej", "", "Nej"),
        (Form.WORD, "strategisk", "Taktisk", "", "taktisk"),
        (Form.CAPITAL, "frivillige beboere", "Kommunal institution", "", "kommunal institution"),
        (Form.CAPITAL, "Frivillige", "Ansatte", "", "Ansatte"),
        (Form.TEXT, "Ida", " Ida Eksempel ", "", "Ida Eksempel"),
    ],
)
def test_home(form: Form, source: str, printed: str, unit: str, home: str) -> None:
    assert at_home(form, source, printed, unit) == home


@pytest.mark.parametrize(
    ("form", "printed"),
    [
        (Form.DATE, "til foråret"),
        (Form.DATE, "31. februar 2026"),
        (Form.DATE, ""),
        (Form.NUMBER, "mange"),
        (Form.NUMBER, "71.3"),
        (Form.NUMBER, ""),
        (Form.YES_NO, "måske"),
    ],
)
def test_what_cannot_be_read_is_told(form: Form, printed: str) -> None:
    with pytest.raises(UnclearError):
        at_home(form, "x", printed)
