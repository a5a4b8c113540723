"""Figures with their units, as tables and charts print them."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csp_docs.measures.amounts import amount, column_places, common_places


@pytest.mark.parametrize(
    ("value", "unit", "printed"),
    [
        ("0", "", "0"),
        ("999", "", "999"),
        ("1000", "", "1,000"),
        ("2778", "", "2,778"),
        ("9999.5", "", "9,999.5"),
        ("5250.0", "", "5,250.0"),
        ("10000", "", "10,000"),
        ("-10000", "", "−10,000"),
        ("-9999", "%", "−9,999%"),
        ("12345.6", "%", "12,345.6%"),
        ("2778", "£", "£2,778"),
        ("12.5", "£", "£12.50"),
        ("-0.005", "£", "−£0.01"),
        ("-0.004", "£", "£0"),
    ],
)
def test_figures_have_commas_from_one_thousand_on(value: str, unit: str, printed: str) -> None:
    assert amount(Decimal(value), unit) == printed


@pytest.mark.parametrize(
    ("values", "unit", "printed"),
    [
        (["5250.0", "34200"], "", ["5,250.0", "34,200.0"]),
        (["7.25", "-0.5", "1E+3"], "%", ["7.25%", "−0.50%", "1,000.00%"]),
        (["12", "1234.5"], "£", ["£12.00", "£1,234.50"]),
        (["12.00", "1234"], "£", ["£12", "£1,234"]),
        (["-0.001", "12"], "£", ["£0", "£12"]),
    ],
)
def test_figures_next_to_each_other_have_the_same_decimal_places(
    values: list[str], unit: str, printed: list[str]
) -> None:
    numbers = [Decimal(value) for value in values]
    places = common_places(numbers, unit)
    assert [amount(number, unit, places) for number in numbers] == printed


@pytest.mark.parametrize(
    ("values", "unit", "places"),
    [
        (["2024", "7.25"], "", None),
        (["2024", "7.25", "3.5"], "", None),
        (["2024", "-3.5", "-3000.5"], "", 1),
        (["12.4", "17", "3.15"], "", None),
        (["12.4", "17", "23.15"], "", 2),
        (["12.4", "17"], "", None),
        (["12.4", "17"], "%", 1),
        (["12.4", "17"], "£", 2),
        (["12", "17"], "", 0),
        ([], "", 0),
    ],
)
def test_figures_of_one_kind_in_a_column_have_the_same_decimal_places(
    values: list[str], unit: str, places: int | None
) -> None:
    assert column_places([Decimal(value) for value in values], unit) == places


@given(st.lists(st.decimals(-(10**9), 10**9, places=3) | st.integers().map(Decimal), min_size=1))
def test_no_four_digits_of_a_number_are_without_a_comma(numbers: list[Decimal]) -> None:
    printed = [amount(number, "", common_places(numbers, "")) for number in numbers]
    assert not [one for one in printed if re.search(r"\d{4}", one.partition(".")[0])]
    assert len({len(one.partition(".")[2]) for one in printed}) == 1
    assert [Decimal(one.replace(",", "").replace("−", "-")) for one in printed] == numbers
