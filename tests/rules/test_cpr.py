"""Which ten digits can be a CPR number."""

import pytest

from aftale_builder.rules.cpr import can_be_born, cpr_numbers

FOUND = [
    "010180-1234",
    "0101801234",
    "010180 1234",
    "010180\u00a01234",
    "010180\u20111234",
    "010180–1234",
    "010180 - 1234",
    "010180\u00ad1234",
    "**010180**-1234",
    r"010180\-1234",
    "CPR:0101801234",
    "cpr-nr. 010180-1234",
    "Konto? Nej: CPR-nummer 0101801234",
    "(010180-1234)",
    "010180-1234.",
    "Født 010180-1234, bor i afd. 12",
    "afd. 12 010180-1234",
    "referat_010180-1234.docx",
    "referat_2021-03-01_0101801234.docx",
    "010180-1234-1.pdf",
    "Anders0101801234",
    "pnr 0101801234",
    "610180-1234",
    "910180-1234",
    "311299-4000",
    "290200-4123",
    "290204-1123",
    "sagen om 010180-1234",
    "tlf. 010180-1234",
    "010180 1234 020280 1234",
]

NOT_FOUND = [
    "10150817",
    "CVR 10150817",
    "CVR-nr. 1015081712",
    "P-nr. 1003456789",
    "P-nummer: 1003456789",
    "P.nr. 1003456789",
    "EAN 5790001234567",
    "5790001234567",
    "EAN-nr. 0101801234",
    "58 50 12 34",
    "+45 58501234",
    "+46 0701234567",
    "tlf. 0701234567",
    "Reg.nr. 1234 konto 0101801234",
    "konto 1234 0101801234",
    "kontonr.: 0101801234",
    "1234 0101801234",
    "1234-0101801234",
    "sagsnr. 010180-1234",
    "Sagsnummer: 0101801234",
    "J.nr. 0101801234",
    "journalnummer 010180-1234",
    "20/010180-1234",
    "01.10.21 – 30.09.25",
    "011021-300925",
    "2021-10-01",
    "01.01.80-1234",
    "1504101234 kr.",
    "kr. 1504101234",
    "0101801234,50",
    "1.504.101.234",
    "150410 1234 567",
    "12 150410 1234",
    "310280-1234",
    "290201-1123",
    "290200-1123",
    "321280-1234",
    "001280-1234",
    "011380-1234",
    "010080-1234",
    "600180-1234",
    "920180-1234",
    "01018-01234",
    "010180-12345",
    "1010180-1234",
    "010180. 1234 beboere",
    "| 010180 | 1234 |",
    "010180\n1234",
    "010180, 1234",
    "9f3c0101801234abcdef0123",
]


@pytest.mark.parametrize("text", FOUND)
def test_found(text: str) -> None:
    start, end = next(cpr_numbers(text))
    digits = [sign for sign in text[start:end] if sign.isdigit()]
    assert len(digits) == 10


@pytest.mark.parametrize("text", NOT_FOUND)
def test_not_found(text: str) -> None:
    assert list(cpr_numbers(text)) == []


def test_each_of_several_is_found_at_its_place() -> None:
    text = "010180-1234 og 020280-1234"
    assert [text[start:end] for start, end in cpr_numbers(text)] == ["010180-1234", "020280-1234"]


@pytest.mark.parametrize(
    ("text", "label", "count"),
    [
        ("0101801234", "sagsnummer", 0),
        ("010180-1234", "sagsnummer", 0),
        ("0101801234", "kontakt telefon", 0),
        ("010180-1234", "kontakt telefon", 1),
        ("1504101234", "beløb 2022", 0),
        ("0101801234", "parter cvr", 1),
        ("0101801234", "version", 1),
    ],
)
def test_the_label_tells_what_a_number_is(text: str, label: str, count: int) -> None:
    assert len(list(cpr_numbers(text, label))) == count


@pytest.mark.parametrize(
    ("digits", "seventh", "possible"),
    [
        ("290200", "0", False),  # 1900 was no leap year
        ("290200", "4", True),  # 2000 was
        ("290236", "4", True),  # 2036 is
        ("290237", "4", False),  # 1937 was not
        ("290257", "5", False),  # 2057 is not
        ("290260", "5", True),  # 1860 was
        ("300480", "0", True),
        ("310480", "0", False),
        ("910580", "0", True),
        ("910480", "0", False),
    ],
)
def test_the_century_decides_leap_days(digits: str, seventh: str, possible: bool) -> None:
    assert can_be_born(digits, seventh) == possible
