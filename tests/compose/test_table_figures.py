"""The figures of tables: commas, decimal places, and years that stay as they are."""

from __future__ import annotations

import re
import warnings
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csp_docs.api import numbered
from csp_docs.blocks import Table as Printed
from csp_docs.blocks import walk
from csp_docs.errors import DocumentWarning
from csp_docs.model import Plan, Section, Table

COUNCIL = {"council": {"name": "Anytown"}}


def printed(given: Table) -> tuple[list[list[str]], list[str]]:
    """Return the cells of a table, with those of its total, and the codes of all warnings."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", DocumentWarning)
        document, _ = numbered(Plan("A plan", council=COUNCIL, sections=[Section("S", [given])]))
    [table] = [block for block in walk.every_block(document.blocks) if isinstance(block, Printed)]
    rows = [*table.groups[0].rows, *([table.total] if table.total else [])]
    codes = [code for warning in caught for code in re.findall(r"\[(CSP\d+)\]", str(warning.message))]
    return [[" ".join(walk.texts(cell)) for cell in row] for row in rows], codes


def column(head: str, *cells: str, names: tuple[str, ...] = (), **keys: Any) -> tuple[list[str], list[str]]:
    """Return what the second column of a table prints, and the codes of warnings."""
    names = names or tuple(f"Ward {place}" for place, _ in enumerate(cells))
    table = Table(["Ward", head], [list(row) for row in zip(names, cells, strict=True)], **keys)
    rows, codes = printed(table)
    return [row[1] for row in rows], codes


@pytest.mark.parametrize(
    ("head", "given", "shown"),
    [
        ("2024", ["2024", "1719"], ["2,024", "1,719"]),
        ("2024/25", ["2024"], ["2,024"]),
        ("Year to March 2024", ["2024", "1719"], ["2,024", "1,719"]),
        ("Last year", ["2024"], ["2,024"]),
        ("Number", ["1999", "2001"], ["1,999", "2,001"]),
        ("Households", ["2000", "93800"], ["2,000", "93,800"]),
        ("Score", ["5250.5", "34,200.5", "[x]", "", "7"], ["5,250.5", "34,200.5", "[x]", "", "7.0"]),
        ("Paragraph", ["2.1", "2.10", "3.2"], ["2.1", "2.10", "3.2"]),
        ("Collar number", ["1204", "31"], ["1204", "31"]),
        ("Total number", ["1204", "31"], ["1,204", "31"]),
        ("Score", ["5250.0", "34,200.5", "[x]", "", "7"], ["5,250.0", "34,200.5", "[x]", "", "7"]),
        ("Value", ["5250", "7.25"], ["5,250", "7.25"]),
        ("Value", ["5250", "7.25", "3.5"], ["5,250", "7.25", "3.5"]),
        ("Score", ["-1234.5", "+7", "(12%)"], ["−1,234.5", "+7", "(12%)"]),
        ("Score", ["85.5%", "9%", "1200"], ["85.5%", "9.0%", "1,200"]),
        ("Cost", ["£1234.5", "£12"], ["£1,234.50", "£12.00"]),
        ("Cost", ["£1234m", "£12.5m"], ["£1,234.0m", "£12.5m"]),
        ("Crimes", ["**5250**", "1234[^1]\n\n[^1]: Provisional."], ["5,250", "1,234"]),
        ("Year", ["2023", "2024"], ["2023", "2024"]),
        ("Year", ["1719", "2024"], ["1719", "2024"]),
        ("Opened", ["1999", "2024"], ["1999", "2024"]),
        ("Reference", ["10234", "2024"], ["10234", "2024"]),
        ("Score", ["01234", "2024"], ["01234", "2024"]),
        ("Score", ["2024", "about 3000"], ["2024", "about 3000"]),
    ],
)
def test_a_column_says_whether_its_numbers_are_years(head: str, given: list[str], shown: list[str]) -> None:
    assert column(head, *given) == (shown, [])


@pytest.mark.parametrize(
    ("head", "given", "names", "shown"),
    [
        ("Score", ["2024", "2001"], ("A", "B"), ["2024", "2001"]),
        ("Value", ["2010", "93800"], ("A", "B"), ["2010", "93,800"]),
        ("Start", ["2024", "1719"], ("A", "B"), ["2024", "1719"]),
        ("Beat", ["1204", "[x]", "3117"], ("A", "B", "C"), ["1204", "[x]", "3117"]),
        ("Here", ["2010", "£1200", "12%"], ("A", "B", "C"), ["2010", "£1,200", "12%"]),
    ],
)
def test_a_number_that_may_be_a_year_is_printed_as_it_is_with_a_warning(
    head: str, given: list[str], names: tuple[str, ...], shown: list[str]
) -> None:
    assert column(head, *given, names=names) == (shown, ["CSP618"])


def test_what_else_says_that_numbers_are_years_or_are_not() -> None:
    assert column("Value", "2010", "1200", names=("Founded", "Members")) == (["2010", "1,200"], [])
    assert column("Score", "2024", "2001", align=["left", "left"]) == (["2024", "2001"], [])
    assert column("Score", "2024", "2001", align=["left", "right"]) == (["2024", "2001"], ["CSP618"])
    assert column("Score", "2024", "2001", total=["All", "4025"]) == (["2,024", "2,001", "4,025"], [])
    assert printed(Table(["When", "Crimes"], [["2023", "1719"], ["2024", "2024"]])) == (
        [["2023", "1,719"], ["2024", "2,024"]],
        [],
    )
    assert printed(Table(["Case", "Crimes"], [["10234", "1719"]], row_headers=True))[0] == [["10234", "1,719"]]


NUMBERS = st.decimals(-(10**7), 10**7, places=2) | st.integers(-(10**7), 10**7)


@settings(deadline=None, max_examples=40)
@given(st.lists(NUMBERS.map(str) | st.just("[x]"), min_size=1, max_size=6), st.sampled_from(["", "£", "%"]))
def test_the_numbers_of_a_column_have_commas_and_one_kind_the_same_decimals(cells: list[str], unit: str) -> None:
    signs = {"£": "£{}", "%": "{}%", "": "{}"}
    given = [cell if cell == "[x]" else signs[unit].format(cell) for cell in cells]
    shown, codes = column("Number", *given)
    figures = [figure for figure in shown if figure != "[x]"]
    assert codes == []
    places = [len(figure.strip("%").partition(".")[2]) for figure in figures]
    assert not any(re.search(r"\d{4}", figure.partition(".")[0]) for figure in figures)
    assert len(set(places)) <= 1 or (not unit and places == [2 * ("." in cell) for cell in cells if cell != "[x]"])
    values = [Decimal(figure.replace(",", "").replace("−", "-").strip("£%")) for figure in figures]
    assert values == [Decimal(cell) for cell in cells if cell != "[x]"]
