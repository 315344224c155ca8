"""Numbers, dates and enumerations as Danish readers write them."""

from datetime import date
from decimal import Decimal

import pytest

from aftale_builder.documents import danish


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("22500000", "22.500.000 kr."),
        ("1000.50", "1.000,50 kr."),
        ("0.5", "0,50 kr."),
        ("0", "0 kr."),
        ("999.999", "1.000,00 kr."),
    ],
)
def test_kroner(value: str, text: str) -> None:
    assert danish.kroner(Decimal(value)) == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("71.3", "pct", "71,3 pct."),
        ("5.0", "karakter", "5,0"),
        ("1250", "antal", "1.250"),
        ("325000", "kroner", "325.000 kr."),
        ("7", None, "7"),
    ],
)
def test_measured(value: str, unit: str | None, text: str) -> None:
    assert danish.measured(Decimal(value), unit) == text


def test_a_share_is_cut_off_and_never_rounded_up() -> None:
    assert danish.percent(Decimal("0.249999")) == "24,99 pct."
    assert danish.percent(Decimal("0.25")) == "25,00 pct."


def test_periods() -> None:
    first, last = date(2021, 10, 1), date(2025, 9, 30)
    assert danish.span(first, last) == "1. oktober 2021 – 30. september 2025"
    assert danish.span(first, None) == "fra 1. oktober 2021"
    assert danish.span(None, last) == "til 30. september 2025"
    assert danish.span(None, None) == ""
    assert danish.short_day(first) == "01.10.2021"


@pytest.mark.parametrize(("words", "text"), [([], ""), (["a"], "a"), (["a", "", "b"], "a og b"), (["a", "b", "c"], "a, b og c")])
def test_enumerations(words: list[str], text: str) -> None:
    assert danish.listed(words) == text
