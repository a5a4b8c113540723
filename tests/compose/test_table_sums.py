"""Totals of tables are calculated once, and those that are typed are compared with them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st

from csp_docs import Band, Code, Column, ModelError, Table, check, highlight_report, load, table
from csp_docs.measures.table_sums import Figure, summed
from csp_docs.output.checked import checked
from csp_docs.writers.text import render_text


def findings(table: Table) -> list[str]:
    return [str(found.code) for found in check(highlight_report("F", council="harborough").position(table))]


def rows_of(table: Table) -> list[str]:
    document = checked(highlight_report("F", council="harborough").position(table).build()).blocks
    words = render_text(document).replace("\xa0", " ").replace("*", "").replace("p ", "")
    lines = [line.strip() for line in words.splitlines()]
    return [line for line in lines if line.startswith(("row", "total"))]


BUDGET = Table(
    ["£", "2023/24", "2024/25", Column("Both years", sum=True)],
    [
        Band("Spending", rows=[["Wardens", 12400, 13000], ["Cameras", 3000, 3100]], total="All spending"),
        Band("Income", rows=[["Grant", 9000, 9000], ["Fees", "–", 1200]], total="All income", subtract=True),
    ],
    total="Net cost",
)


def test_a_budget_has_its_totals_and_its_net_cost() -> None:
    found = rows_of(BUDGET)
    assert found[2] == "row: All spending | 15,400 | 16,100 | 31,500"
    assert found[5] == "row: All income | 9,000 | 10,200 | 19,200"
    assert found[6] == "total: Net cost | 6,400 | 5,900 | 12,300"


ROWS = [["A", "1"], ["B", "2"], ["C", "3"]]
TYPED: list[tuple[str, list[list[str]], list[str], list[str]]] = [
    ("Offences", ROWS, ["All", "6"], []),
    ("Offences", ROWS, ["All", "7"], ["CSP850"]),
    ("Offences", ROWS, ["All", ""], []),
    ("Rate per 1,000", ROWS, ["All", "2"], []),
    ("Year", [["A", "2001"], ["B", "2002"]], ["All", "2"], []),
    ("Offences", ROWS, ["Average", "2"], []),
    ("Offences", [*ROWS, ["Not crimes", "9"]], ["All crime", "6"], []),
    ("Offences", [["A", "1"], ["B", "[x]"]], ["All", "9"], []),
    ("Offences", [["A", "1"], ["B", "[x]"]], ["All", "1"], ["CSP850"]),
    ("Offences", [["A", "1"], ["B", "see A"], ["C", "2"]], ["All", "3"], []),
    ("Cost", [["A", "£12,000"], ["B", "15"]], ["All", "9"], ["CSP850"]),
    ("Cost", [["A", "£12,000"], ["B", "15"]], ["All", "12,015"], []),
    ("Cost", [["A", "12,000"], ["B", "15"]], ["All", "£12,015"], []),
    ("Cost", [["A", "12,000"], ["B", "15"]], ["All", "£9"], ["CSP850"]),
    ("Cost", [["A", "£1.2m"], ["B", "300"]], ["All", "9"], []),
    ("Cost", [["A", "£1.4m"], ["B", "£2.4m"]], ["All", "£3.9m"], []),
    ("Cost", [["A", "£1.4m"], ["B", "£2.4m"]], ["All", "£4.9m"], ["CSP850"]),
    ("Share", [["A", "40%"], ["B", "50%"]], ["All", "100%"], []),
]


@pytest.mark.parametrize(("head", "rows", "total", "codes"), TYPED)
def test_a_typed_total_that_is_not_the_sum_is_found(
    head: str, rows: list[list[str]], total: list[str], codes: list[str]
) -> None:
    assert findings(Table(["Kind", head], rows, total=total)) == codes


@given(st.lists(st.decimals(-10_000, 10_000, places=2), min_size=2, max_size=6), st.data())
def test_the_sum_is_exact_in_whatever_order_figures_are(values: list[Decimal], data: st.DataObject) -> None:
    printed = [(f"{value:,.2f}".replace("-", "−"), 1) for value in data.draw(st.permutations(values))]
    assert summed(printed).figure == Figure(sum(values, Decimal(0)))


CANNOT = {
    "two units": Table(["A", "B"], [["a", "£1"], ["b", "2"]], total="All"),
    "nothing to add": Table(["A", "B"], [["a", "x"], ["b", "y"]], total="All"),
    "a sum of words": Table(["A", "B", Column("C", sum=True)], [["a", "x"], ["b", "y"]]),
}


@pytest.mark.parametrize("name", CANNOT)
def test_a_total_that_would_mean_nothing_is_an_error(name: str) -> None:
    assert findings(CANNOT[name]) == [str(Code.NO_TOTAL)]


def test_a_sum_of_a_row_may_be_typed_and_is_then_checked() -> None:
    columns = ["A", "Q1", "Q2", Column("Half year", sum=True)]
    assert rows_of(Table(columns, [["a", "1", "2"], ["b", "", "5"]])) == ["row: a | 1 | 2 | 3", "row: b |  | 5 | 5"]
    assert findings(Table(columns, [["a", "1", "2", "3"], ["b", "4", "5", "10"]])) == ["CSP850"]


SUMS = Column("Sum", sum=True)
WORDS: list[tuple[Table, list[str], list[str]]] = [
    (
        Table(["A", "B", "C", SUMS], [["row 1", 1, 2], ["row 2", "see note", 3], ["row 3", 5, 6]], total="total"),
        [
            "row: row 1 | 1 | 2 | 3",
            "row: row 2 | see note | 3 | [x]",
            "row: row 3 | 5 | 6 | 11",
            "total: total | [x] | 11 | [x]",
        ],
        ["CSP818"],
    ),
    (
        Table(["A", "B", "C", SUMS], [["row 1", 1, 2], ["row 2", "[x]", 3], ["row 3", 5, 6]]),
        ["row: row 1 | 1 | 2 | 3", "row: row 2 | [x] | 3 | [x]", "row: row 3 | 5 | 6 | 11"],
        [],
    ),
    (
        Table(["A", "B", "C", SUMS], [["row 1", 1, 2], ["row 2", "see note", 4]]),
        ["row: row 1 | 1 | 2 | 2", "row: row 2 | see note | 4 | 4"],
        ["CSP818"],
    ),
    (
        Table(["A", "2024", "2025", SUMS], [["row 1", 1, 2, 4], ["row 2", "x", 3, 9], ["row 3", 4, "[x]", 4]]),
        ["row: row 1 | 1 | 2 | 4", "row: row 2 | x | 3 | 9", "row: row 3 | 4 | [x] | 4"],
        ["CSP818", "CSP850", "CSP850"],
    ),
    (
        Table(["A", "Post", "B"], [["row 1", "PC", 1], ["row 2", "2", 2], ["row 3", "PC", 4]], total="total"),
        ["row: row 1 | PC | 1", "row: row 2 | 2 | 2", "row: row 3 | PC | 4", "total: total |  | 7"],
        ["CSP818"],
    ),
    (
        Table(["A", "Aim", "B"], [["row 1", "2026", 1], ["row 2", "spring", 2], ["row 3", "soon", 4]], total="total"),
        ["row: row 1 | 2026 | 1", "row: row 2 | spring | 2", "row: row 3 | soon | 4", "total: total |  | 7"],
        [],
    ),
    (
        Table(["A", "Reference", "B"], [["row 1", "12", 1], ["row 2", "A4", 2], ["row 3", "7", 4]], total="total"),
        ["row: row 1 | 12 | 1", "row: row 2 | A4 | 2", "row: row 3 | 7 | 4", "total: total |  | 7"],
        [],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("table", "rows", "codes"), WORDS)
def test_words_in_a_column_that_is_added_up_are_never_left_out_in_silence(
    table: Table, rows: list[str], codes: list[str]
) -> None:
    assert rows_of(table) == rows
    assert findings(table) == codes


def test_the_warning_about_words_names_the_cell(tmp_path: Path) -> None:
    head = "kind: highlight_report\ncouncil: harborough\ntitle: T\nposition:\n  - table:\n"
    rows = (
        "      columns: [A, B, {column: Sum, sum: yes}, C]\n      rows:\n        - [a, 1, 5]\n        - [b, free, 6]\n"
    )
    (tmp_path / "a.yaml").write_text(f"{head}{rows}        - [c, 3, 7]\n", encoding="utf-8")
    [found] = check(load(tmp_path / "a.yaml"))
    assert (
        str(found)
        .splitlines()[0]
        .endswith(
            'a.yaml:9:15: position[0].table.rows[1][1]: "free" of "b" is not a figure, '
            'but the column "B" is added up [CSP818]'
        )
    )


def test_ratings_are_those_of_files_and_of_the_council() -> None:
    table = Table(["A", Column("RAG", rating=True)], [["a", "green"], ["b", "Amber"], ["c", ""], ["d", "purple"]])
    assert findings(table) == ["CSP851"]


def test_a_frame_and_a_file_have_bands_and_ratings(tmp_path: Path) -> None:
    cells = {"Priority": ["Burglary", "Cars", "Burglary"], "Action": ["Visits", "Signs", "Locks"], "n": [10, 1, 3]}
    frame = pandas.DataFrame({**cells, "RAG": ["green", "red", "amber"]})
    frame.to_csv(tmp_path / "a.csv", index=False)
    made = table(frame, ratings=["RAG"], bands="Priority", total="All")
    columns = "[{column: Priority, band: yes}, Action, n, {column: RAG, rating: yes}]"
    head = "kind: highlight_report\ncouncil: harborough\ntitle: T\nposition:\n"
    document = f"{head}  - table: {{data: a.csv, columns: {columns}, total: All}}\n"
    (tmp_path / "a.yaml").write_text(document, encoding="utf-8")
    [read] = load(tmp_path / "a.yaml").position  # type: ignore[attr-defined]
    assert rows_of(made) == rows_of(read)
    assert rows_of(made) == [
        "row: Visits | 10 | {● Green}", "row: Locks | 3 | {▲ Amber}", "row: Signs | 1 | {■ Red}", "total: All | 14 |",
    ]  # fmt: skip
    with pytest.raises(ModelError, match='there is no column "Rag"'):
        table(frame, ratings=["Rag"])
