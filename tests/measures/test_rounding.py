"""One rounding of figures, and one reading of numbers."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

import csp_docs
from csp_docs.measures import formats
from csp_docs.measures.amounts import amount
from csp_docs.measures.rounding import rounded
from csp_docs.model import Amount, ModelError
from csp_docs.model.numbers import written
from csp_docs.reading.faults import Refused
from csp_docs.reading.scalars import to_decimal

PACKAGE = Path(csp_docs.__file__).parent


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [("0.25", 1, "0.3"), ("-0.25", 1, "-0.3"), ("0.35", 1, "0.4"), ("-0.04", 1, "0.0"), ("2.5", 0, "3"),
     ("12", 2, "12.00"), ("123456789012345678901234567890.55", 1, "123456789012345678901234567890.6")],
)  # fmt: skip
def test_figures_are_rounded_half_away_from_zero(value: str, places: int, shown: str) -> None:
    assert str(rounded(Decimal(value), places)) == shown


def test_nothing_else_rounds() -> None:
    rounding = {"quantize", "ROUND_HALF"}
    places = [
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if any(word in path.read_text(encoding="utf-8") for word in rounding)
    ]
    assert places == ["measures/rounding.py"]


@pytest.mark.parametrize(("places", "shown"), [(0, "−£1,235"), (2, "−£1,234.50")])
def test_pounds_have_as_many_places_as_are_asked_for(places: int, shown: str) -> None:
    assert amount(Decimal("-1234.5"), "£", places) == shown


def test_figures_of_any_length_are_printed_whole() -> None:
    long = "1" * 18 + "." + "2" * 20
    assert formats.number(long).replace(",", "") == amount(Decimal(long)).replace(",", "") == long


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [("7", "7", ""), ("+7", "7", ""), ("-£5", "-5", "£"), ("£-5", "-5", "£"), ("−1.50", "-1.50", ""),
     ("12,345.6%", "12345.6", "%"), ("999,999,999,999,999", "999999999999999", "")],
)  # fmt: skip
def test_a_number_is_the_same_to_all_who_read_it(text: str, value: str, unit: str) -> None:
    found = written(text)
    assert found
    assert (str(found.value), found.unit) == (value, unit)
    assert Amount.parse(text) == Amount(Decimal(value), unit)
    printed = {"": formats.number, "%": formats.percent, "£": formats.money}[unit]
    assert printed(text) == printed(Decimal(value))
    if not unit and "," not in text:
        assert to_decimal(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", "-", "£", "%", "--1", "-£-5", "+£-5", "1,2", "12,00", "1.", ".5", "1e5", "٣", "7 "]
)
def test_what_is_no_number_is_none_to_all_who_read_it(text: str) -> None:
    assert written(text) is None
    with pytest.raises(Refused):
        to_decimal(text)
    if text.strip() == text:
        with pytest.raises(ModelError):
            Amount.parse(text)
        with pytest.raises(ValueError, match="is not a number"):
            formats.number(text)
