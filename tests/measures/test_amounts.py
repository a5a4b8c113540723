"""Figures with their units, as tables and charts print them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from csp_docs.measures.amounts import amount


@pytest.mark.parametrize(
    ("value", "unit", "printed"),
    [
        ("0", "", "0"),
        ("2778", "", "2778"),
        ("9999.5", "", "9999.5"),
        ("10000", "", "10,000"),
        ("-10000", "", "−10,000"),
        ("-9999", "%", "−9999%"),
        ("12345.6", "%", "12,345.6%"),
        ("2778", "£", "£2,778"),
        ("12.5", "£", "£12.50"),
        ("-0.005", "£", "−£0.01"),
        ("-0.004", "£", "£0"),
    ],
)
def test_figures_have_commas_from_ten_thousand_on_and_pounds_always(value: str, unit: str, printed: str) -> None:
    assert amount(Decimal(value), unit) == printed


def test_figures_next_to_longer_ones_have_commas_too() -> None:
    assert [amount(Decimal(value), thousands=True) for value in ("999", "2778")] == ["999", "2,778"]
