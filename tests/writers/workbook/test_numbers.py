"""Figures are numbers that are shown as they are printed; marks and all other words are texts."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csp_docs.measures.amounts import amount
from csp_docs.writers.workbook.numbers import number_or_words
from csp_docs.writers.workbook.sheet import Number
from tests.writers.workbook.making import cell

FIGURES = {
    "1,204": (1204, "#,##0"),
    "12": (12, "#,##0"),
    "2023": (2023, "0"),
    "12.40": (12.4, "#,##0.00"),
    "0": (0, "#,##0"),
    "88%": (0.88, "0%"),
    "12.4%": (0.124, "0.0%"),
    "−5%": (-0.05, '0%;"−"0%'),
    "+3%": (0.03, '"+"0%;"−"0%;0%'),
    "£12.50": (12.5, '"£"#,##0.00'),
    "£12,000": (12000, '"£"#,##0'),
    "−£500": (-500, '"£"#,##0;"−£"#,##0'),
    "1.2 pp": (1.2, '#,##0.0" pp"'),
    "−8.7": (-8.7, '#,##0.0;"−"#,##0.0'),
    "↓ down 8.7": (-8.7, '#,##0.0;"↓ down "#,##0.0'),
    "↑ i fyny 65.4": (65.4, '"↑ i fyny "#,##0.0;"−"#,##0.0;#,##0.0'),
}
WORDS = (
    "007", "01530 454555", "2023/24", "1.2.3", "12 to 15", "[x]", "[u]", "n/a", "3*", "<5", "c. 40", "10 March 2026",
    "1234567890123456", "↓ down less than 0.1%", "→ no change", "1e5", "１２", "12,04", "--5", "£ m", "% of all",
    "=1+1",
)  # fmt: skip


@pytest.mark.parametrize("printed", FIGURES)
def test_a_figure_is_a_number_with_the_format_in_which_it_is_printed(printed: str) -> None:
    value, shown = FIGURES[printed]
    found = cell(printed)
    assert (found.value, found.number_format) == (value, shown)  # type: ignore[attr-defined]


@pytest.mark.parametrize("printed", WORDS)
def test_what_is_not_a_plain_figure_stays_words(printed: str) -> None:
    found = cell(printed)
    assert (found.value, found.data_type) == (printed, "s")  # type: ignore[attr-defined]


@pytest.mark.parametrize("printed", ["", "–", "—", "-"])
def test_a_dash_alone_or_nothing_is_the_mark_for_none(printed: str) -> None:
    assert cell(printed).value == "[z]"  # type: ignore[attr-defined]


@given(
    st.decimals(-(10**9), 10**9, places=2).map(lambda value: value.normalize()),
    st.sampled_from(["", "%", "£"]),
    st.integers(0, 2),
)
def test_every_amount_that_the_library_prints_is_a_number_that_excel_shows_so(
    value: Decimal, unit: str, places: int
) -> None:
    printed = amount(value, unit, places)
    found = number_or_words(printed)
    assert isinstance(found, Number)
    assert shown(found.stored, found.format) == printed


def shown(value: Decimal, format_: str) -> str:
    """Return what Excel shows of a number (ISO/IEC 29500-1, 18.8.31), by the signs of formats that are used here."""
    sections = format_.split(";")
    place = 1 if value < 0 and len(sections) > 1 else 2 if not value and len(sections) > 2 else 0
    said, sign = sections[place], "-" if value < 0 and len(sections) == 1 else ""
    size = abs(value) * 100 if said.endswith("%") else abs(value)
    [digits] = re.findall(r"#,##0(?:\.0+)?|0(?:\.0+)?", said)
    places = len(digits.partition(".")[2])
    number = f"{size:,.{places}f}" if "," in digits else f"{size:.{places}f}"
    return sign + said.replace(digits, number).replace('"', "")
