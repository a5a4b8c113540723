"""The figures of tables: commas, decimal places, and years that stay as they are."""

from __future__ import annotations

import re
import warnings
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas
import polars
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from csp_docs import literal, table
from csp_docs.api import check, numbered
from csp_docs.blocks import Table as Printed
from csp_docs.blocks import walk
from csp_docs.errors import Code, DocumentWarning
from csp_docs.model import ColumnGroup, Plan, Section, Table
from tests.plain_rows import plain_rows

COUNCIL = {"council": {"name": "Anytown"}}
PAGE = Path(__file__).parents[2] / "docs/format.md"


def printed(given: Table) -> tuple[list[list[str]], list[str]]:
    """Return the cells of a table, with those of its total, and the codes of all warnings."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", DocumentWarning)
        document, _ = numbered(Plan("A plan", council=COUNCIL, sections=[Section("S", [given])]))
    [table] = [block for block in walk.every_block(document.blocks) if isinstance(block, Printed)]
    rows = [*table.groups[0].full_rows, *table.totals]
    codes = [code for warning in caught for code in re.findall(r"\[(CSP\d+)\]", str(warning.message))]
    return [[" ".join(walk.texts(cell)) for cell in row] for row in rows], codes


def aligns(given: Table) -> list[str]:
    """Return how the columns of a table are aligned."""
    document, _ = numbered(Plan("A plan", council=COUNCIL, sections=[Section("S", [given])]))
    [table] = [block for block in walk.every_block(document.blocks) if isinstance(block, Printed)]
    return [align.value for align in table.aligns]


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


TABLES = re.search(r"\n### Tables\n(.*?)\n### ", PAGE.read_text(encoding="utf-8"), re.DOTALL)
ROWS = re.findall(r"^\| (`.*) \| (.*) \|$", TABLES[1] if TABLES else "", re.MULTILINE)
HEADS = [
    (head, says)
    for cells, says in ROWS
    if says.startswith(("names of", "counts:", "both:"))
    for head in re.findall("`(.+?)`", cells)
]
SAID = [
    (head, says.partition(":")[0].partition(",")[0])
    for cells, says in ROWS
    if says.startswith(("years,", "amounts:", "unclear:"))
    for head in re.findall("`(.+?)`", cells)
]
MARKS = [
    (mark, says) for cells, says in ROWS if says in ("no figure", "words") for mark in re.findall("`(.+?)`", cells)
]
MARKED = [mark for cells, says in ROWS if says == "1,204 with its mark" for mark in re.findall("`(.+?)`", cells)]


def notes(given: Table) -> list[str]:
    """Return the facts of the notes on columns that are printed as words."""
    report = Plan("A plan", council=COUNCIL, sections=[Section("S", [given])])
    return [found.fact for found in check(report) if found.code is Code.FIGURES_AND_WORDS]


@pytest.mark.parametrize(("head", "says"), HEADS)
def test_a_head_says_what_its_numbers_are_in_files_and_in_frames(head: str, says: str) -> None:
    shown, codes = column(head, "12045", "983")
    assert shown == (["12,045", "983"] if says.startswith("counts") else ["12045", "983"])
    assert codes == (["CSP618"] if says.startswith("both") else [])
    frame = table(polars.DataFrame({"Ward": ["A", "B"], head: [12045, 983]}))
    assert printed(frame) == ([["A", shown[0]], ["B", shown[1]]], codes)
    assert column(head, "12045", "983", total=["All", "13028"])[0] == (
        ["12045", "983", "13028"] if says.startswith("names") else ["12,045", "983", "13,028"]
    )


@pytest.mark.parametrize(("head", "says"), SAID)
def test_a_head_says_whether_its_numbers_are_years(head: str, says: str) -> None:
    as_written, commas = ["1987", "2019"], ["1,987", "2,019"]
    shown = commas if says == "amounts" else as_written
    codes = ["CSP618"] if says == "unclear" else []
    assert column(head, *as_written) == (shown, codes)
    assert column(head, *as_written, names=("Year ending March 2022", "Offences last year"))[0][0] == shown[0]
    grouped = Table(["Ward", head], [["A", "1987"], ["B", "2019"]], groups=[ColumnGroup("Ashby", [head])])
    assert printed(grouped) == ([["A", shown[0]], ["B", shown[1]]], codes)
    frame = table(polars.DataFrame({"Ward": ["A", "B"], head: [1987, 2019]}))
    assert printed(frame) == (
        ([["A", shown[0]], ["B", shown[1]]], codes) if head != "Score" else ([["A", "1,987"], ["B", "2,019"]], [])
    )


@pytest.mark.parametrize(("head", "says"), SAID)
def test_a_number_above_2100_is_never_a_year(head: str, says: str) -> None:
    assert column(head, "12345", "9876") == (["12,345", "9,876"], [])
    assert column(head, "12345", "2019")[0] == [
        "12,345",
        "2,019" if says == "amounts" or head == "Score" else "2019",
    ] or (says == "unclear")


@pytest.mark.parametrize(("label", "says"), [(head, says) for head, says in SAID if not re.search(r"\d", head)])
@pytest.mark.parametrize("head", ["Ashby", "Value"])
def test_the_name_of_a_row_says_so_where_the_head_says_nothing(head: str, label: str, says: str) -> None:
    shown, codes = column(head, "2019", names=(label,))
    assert (shown, codes) == (["2,019" if says == "amounts" else "2019"], ["CSP618"] * (says == "unclear"))


@pytest.mark.parametrize("head", [head for head, says in SAID if says == "amounts"])
@pytest.mark.parametrize("label", ["Founded", "Year", "Telephone", "Year of birth"])
def test_a_head_that_names_amounts_decides_before_the_name_of_a_row(head: str, label: str) -> None:
    assert column(head, "1987", "2019", names=(label, "Ashby")) == (["1,987", "2,019"], [])


@pytest.mark.parametrize(
    "names",
    [("Year ending March 2022", "Year ending March 2023"), ("2022/23", "2023/24"), ("Offences last year", "Visits")],
    ids=["years ending", "financial years", "counts"],
)
def test_numbers_of_one_length_are_no_names_if_their_rows_are_periods_or_counts(names: tuple[str, str]) -> None:
    assert column("Ashby", "5012", "4870", names=names) == (["5,012", "4,870"], [])
    assert column("Ashby", "1987", "4870", names=names) == (["1,987", "4,870"], [])


@pytest.mark.parametrize("label", [head for head, says in HEADS if says.startswith("names")])
def test_a_row_may_name_a_thing(label: str) -> None:
    assert column("Value", "12045", "315", names=(label, "Visits")) == (["12045", "315"], [])
    assert column("Ashby", "12045", "315", names=(label, "Visits")) == (["12045", "315"], ["CSP618"])
    assert column("2023/24", "12045", "315", names=(label, "Visits")) == (["12,045", "315"], [])


@pytest.mark.parametrize(
    ("cells", "may_be"), [(("1204", "3117"), "a name or a number"), (("1987", "2019"), "a year, a")]
)
def test_a_warning_says_what_a_number_can_be(cells: tuple[str, str], may_be: str) -> None:
    plan = Plan(
        "A plan",
        council=COUNCIL,
        sections=[Section("S", [Table(["Ward", "Beta"], [["A", cells[0]], ["B", cells[1]]])])],
    )
    assert [f'in the column "Beta", {cells[0]} may be {may_be}' in found.fact for found in check(plan)] == [True]


def test_the_page_has_the_heads_and_the_marks() -> None:
    assert min(map(len, (HEADS, SAID, MARKS, MARKED))) > 10


@pytest.mark.parametrize("group", ["Burglary", "House", "ID", "Crime"])
@pytest.mark.parametrize("head", ["Number", "Number of calls", "Offences"])
def test_a_head_counts_below_any_group(head: str, group: str) -> None:
    """The two are not one phrase: a "Number" below "Burglary" is not the number of a burglary."""
    given = Table(["Ward", head], [["A", "12045"], ["B", "983"]], groups=[ColumnGroup(group, [head])])
    assert printed(given) == ([["A", "12,045"], ["B", "983"]], [])
    named = pandas.DataFrame({("", "Ward"): ["A", "B"], (group, head): [12045, 983]})
    assert printed(table(named))[0] == [["A", "12,045"], ["B", "983"]]


@pytest.mark.parametrize("name", ["number", "Number", "No.", "id", "ref", "code", "phone", "n"])
def test_the_printed_head_of_a_frame_decides_before_its_name(name: str) -> None:
    frame = polars.DataFrame({"Ward": ["A", "B"], name: [12045, 983]})
    renamed = {"Ward": "Ward"}
    assert plain_rows(table(frame, columns={**renamed, "Crimes recorded in": name}))[0][1] == "12,045"
    assert plain_rows(table(frame, columns={**renamed, "Reference": name}))[0][1] == "12045"
    assert (
        plain_rows(table(frame, columns={**renamed, "Crime number": name}, formats={name: "number"}))[0][1] == "12,045"
    )


@pytest.mark.parametrize(("mark", "says"), MARKS)
def test_marks_leave_a_column_one_of_figures_and_other_words_do_not(mark: str, says: str) -> None:
    is_kept = says == "no figure"
    first, last = ("12,345", "52,000") if is_kept else ("12345", "52000")
    given = Table(["Ward", "Crimes"], [["A", "12345"], ["B", literal(mark)], ["C", "52000"]])
    assert printed(given)[0] == [["A", first], ["B", mark], ["C", last]]
    assert aligns(given) == ["left", "right" if is_kept else "left"]
    assert notes(given) == [f'the column "Crimes" is printed as words because of "{mark}"'] * (not is_kept)
    frame = table(pandas.DataFrame({"Ward": ["A", "B", "C"], "Crimes": [12345, mark, 52000]}))
    assert frame.align == ("left", "right" if is_kept else "left")
    assert printed(frame)[0] == [["A", "12,345"], ["B", mark], ["C", "52,000"]]


@pytest.mark.parametrize("mark", MARKED)
def test_a_figure_with_a_mark_has_its_comma(mark: str) -> None:
    shown = mark.replace("1204", "1,204")
    given = Table(["Ward", "Crimes"], [["A", "12345"], ["B", literal(mark)], ["C", "52000"]])
    assert printed(given)[0] == [["A", "12,345"], ["B", shown], ["C", "52,000"]]
    assert (aligns(given), notes(given)) == (["left", "right"], [])
    frame = table(pandas.DataFrame({"Ward": ["A", "B", "C"], "Crimes": [12345, mark, 52000]}))
    assert printed(frame)[0] == [["A", "12,345"], ["B", shown], ["C", "52,000"]]
    assert frame.align == ("left", "right")


@pytest.mark.parametrize(
    ("head", "cells", "shown"),
    [
        ("Crimes", ["5", "1000-2000", "12"], ["5", "1,000-2,000", "12"]),
        ("Years", ["2018", "2019*", "2020 (p)"], ["2018", "2019*", "2020 (p)"]),
        ("Years", ["2018", "2019-2020", "2021"], ["2018", "2019–2020", "2021"]),
        ("Age", ["18-24", "25-34", "65+"], ["18-24", "25-34", "65+"]),
        ("Rate", ["12.5*", "7", "31.25"], ["12.50*", "7.00", "31.25"]),
        ("Cost", ["£1204.5 (r)", "£12"], ["£1,204.50 (r)", "£12.00"]),
    ],
)
def test_marks_change_nothing_else(head: str, cells: list[str], shown: list[str]) -> None:
    assert column(head, *cells)[0] == shown


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("Notes", ["12", "13", "see note"]), ("Crimes", ["12,345", "see note", "52,000"]),
        ("Year", ["2019", "2020", "now"]), ("Reference", ["12345", "52000", "AB1"]), ("Beat", ["1204", "3117", "A1"]),
        ("Detail", ["12045", "Rural", "Yes"]), ("Score", ["01204", "12045", "A"]), ("Start", ["2019", "2020", "soon"]),
        ("Value", ["12045", "High"]),
    ],
)  # fmt: skip
def test_a_column_of_words_is_noted_only_if_its_figures_would_change(head: str, cells: list[str]) -> None:
    given = Table(["Ward", head], [[f"Ward {place}", cell] for place, cell in enumerate(cells)])
    assert notes(given) == []
    assert notes(evolve(given, columns=["Ward", "Crimes"], align=["left", "left"])) == []


def test_a_column_of_words_is_noted_for_its_decimal_places_too() -> None:
    assert len(notes(Table(["Ward", "Rate"], [["A", "12.5"], ["B", "7"], ["C", "31.5"], ["D", "too few"]]))) == 1


@pytest.mark.parametrize("unit", ["%", "m"])
def test_a_space_before_a_unit_is_part_of_a_figure(unit: str) -> None:
    """Typography makes it one at which no line ends."""
    given = Table(["Ward", "Rate"], [["A", f"12.5 {unit}"], ["B", f"1204 {unit}"]])
    assert aligns(given)[1] == "right"
    assert [row[1] for row in printed(given)[0]] == [f"12.5\u00a0{unit}", f"1,204.0\u00a0{unit}"]
