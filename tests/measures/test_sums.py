"""No figure is counted twice: totals among the rows that are added up, and the same numbers under two names."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csp_docs import Chart, Measure, MeasureGroup, Performance, Table, check, highlight_report, performance
from csp_docs.api import loads
from csp_docs.errors import Code, Severity
from csp_docs.measures.sums import Row, is_called_total, kinds_of, parts_of
from csp_docs.output.checked import checked
from csp_docs.writers.text import render_text

TOTALS = ("Total", "total crime", "TOTAL", "**Total**", "Sub-total", "Subtotal", "All", "All crime", "Sum", "(all)",
          "Grand total:", "Cyfanswm", "cyfanswm y troseddau", "Pob trosedd", "SWM", "Y cyfan")  # fmt: skip
OTHERS = ("Totally new", "Allotments", "All other theft", "Summer", "Hall Lane", "Overall", "Pob lladrad arall",
          "Subtotally", "Burglary", "Mall", "Assume", "Pobl")  # fmt: skip


@pytest.mark.parametrize("name", TOTALS)
def test_a_row_that_is_called_a_total_is_not_added(name: str) -> None:
    found = parts_of(rows({"Burglary": 10, "Robbery": 5, name: 15}), "the total")
    assert found.places == (0, 1)
    assert [(finding.code, finding.severity) for finding in found.findings] == [(Code.TOTAL_AMONG_ROWS, Severity.NOTE)]
    assert f'"{name}"' in found.findings[0].fact


@pytest.mark.parametrize("name", OTHERS)
def test_a_row_with_other_words_is_added(name: str) -> None:
    assert not is_called_total(name)
    assert parts_of(rows({"Robbery": 11, "Fraud": 5, name: 17}), "the total").places == (0, 1, 2)


def rows(given: dict[str, int | tuple[int | None, ...]]) -> list[Row]:
    figures = {name: value if isinstance(value, tuple) else (value,) for name, value in given.items()}
    return [Row(name, tuple(n if n is None else Decimal(n) for n in found)) for name, found in figures.items()]


JUDGED: dict[str, tuple[dict[str, Any], tuple[int, ...], list[str]]] = {
    "a total that is not the sum": ({"A": 1, "B": 2, "Total": 9}, (0, 1), ["warning: CSP631"]),
    "a ward that is called All": ({"A": 10, "B": 20, "All Saints": 5}, (0, 1, 2), ["warning: CSP631"]),
    "a subtotal of the rows above": ({"V": 90, "A": 1, "B": 2, "All theft": 3}, (0, 1, 2), ["note: CSP631"]),
    "a total first": ({"Total": 3, "A": 1, "B": 2}, (1, 2), ["note: CSP631"]),
    "two totals": ({"A": 1, "B": 2, "Subtotal": 3, "C": 4, "Total": 7}, (0, 1, 3), ["note: CSP631"] * 2),
    "a total of one": ({"A": 1, "Total": 1}, (0,), ["note: CSP631"]),
    "nothing but totals": ({"Total burglary": 1, "Total theft": 5}, (0, 1), []),
    "nothing but totals, and one of these": ({"All burglary": 1, "All theft": 5, "All": 6}, (0, 1), ["note: CSP631"]),
    "a sum by another name": ({"A": 1, "B": 2, "Theft": 3, "C": 9}, (0, 1, 2, 3), ["warning: CSP632"]),
    "a sum of rows that follow": ({"Theft": 3, "A": 1, "B": 2, "C": 9}, (0, 1, 2, 3), ["warning: CSP632"]),
    "a sum in one of two periods": ({"A": (1, 1), "B": (2, 2), "C": (3, 4)}, (0, 1, 2), []),
    "one as high as another": ({"A": 3, "B": 0, "C": 3}, (0, 1, 2), []),
    "one that is as high as one other": ({"A": 30, "All knives": 30, "B": 7}, (0, 1, 2), ["warning: CSP631"]),
    "one that is as high as one other, and lower than a third": (
        {"A": 30, "All knives": 30, "B": 200}, (0, 1, 2), ["warning: CSP631"],
    ),
    "the total of one and of nothing": ({"A": 5, "B": 0, "All": 5}, (0, 1), ["note: CSP631"]),
    "zeros": ({"A": 0, "B": 0, "C": 0}, (0, 1, 2), []),
    "a total of zeros": ({"Cyfanswm": 0, "B": 0, "C": 0}, (1, 2), ["note: CSP631"]),
    "a total of zeros that are not all known": ({"Total": None, "B": 0, "C": 0}, (1, 2), ["warning: CSP631"]),
    "a period that one row lacks": ({"A": (1, None), "B": (2, 5), "Total": (3, 9)}, (0, 1), ["note: CSP631"]),
}  # fmt: skip


@pytest.mark.parametrize("case", JUDGED)
def test_what_a_sum_adds_and_what_is_said_of_it(case: str) -> None:
    given, places, told = JUDGED[case]
    found = parts_of(rows(given), "the total")
    assert found.places == places
    assert [f"{finding.severity.value}: {finding.code}" for finding in found.findings] == told


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), min_size=1, max_size=8), st.sampled_from(TOTALS))
def test_a_sum_adds_the_same_rows_with_and_without_a_total_among_them(counts: list[tuple[int, int]], name: str) -> None:
    parts = rows({f"Crime {number}": count for number, count in enumerate(counts)})
    [whole] = rows({name: (sum(now for now, _ in counts), sum(before for _, before in counts))})
    for listed in ([*parts, whole], [whole, *parts], [*parts, whole, *rows({"Last": (1, 1)})]):
        added = [listed[place] for place in parts_of(listed, "the total").places]
        assert added == [row for row in listed if row is not whole]


GROUPED: dict[str, tuple[list[dict[str, Any]], bool, list[list[bool]]]] = {
    "as high as a row of another group": (
        [{"Burglary": 30, "Robbery": 7}, {"All knives": 30, "Assault": 200}], False, [[True, True], [True, True]],
    ),
    "as high as rows of another group": (
        [{"A": 30, "B": 7, "C": 1}, {"All knives": 37, "Assault": 200}], False, [[True] * 3, [True, True]],
    ),
    "the total of a group in it": (
        [{"A": 30, "B": 7, "All theft": 37}, {"C": 5, "D": 1}], False, [[True, True, False], [True, True]],
    ),
    "the total of all groups in one of them": (
        [{"A": 30, "B": 7}, {"C": 5}, {"All crime": 42, "Other": 1}], False, [[True, True], [True], [False, True]],
    ),
    "the total of all groups above them": ([{"All crime": 42}, {"A": 30, "B": 7}, {"C": 5}], True,
                                           [[False], [True, True], [True]]),
}  # fmt: skip


@pytest.mark.parametrize("case", GROUPED)
def test_a_row_is_a_total_in_its_group_and_in_the_table_or_in_neither(case: str) -> None:
    groups, is_first_loose, added = GROUPED[case]
    found = kinds_of([rows(group) for group in groups], is_first_loose=is_first_loose)
    assert [[kind.is_added for kind in kinds] for kinds in found] == added


NAMES_OF_ROWS = st.sampled_from(["Theft", "All knives", "Total", "Sum of it", "Fraud", "All"])
ROWS_OF_GROUP = st.lists(st.tuples(NAMES_OF_ROWS, st.integers(1, 6)), min_size=1, max_size=4)


@settings(deadline=None, max_examples=40)
@given(st.lists(ROWS_OF_GROUP, min_size=1, max_size=3))
def test_the_total_of_a_table_is_the_sum_of_those_of_its_groups(given_rows: list[list[tuple[str, int]]]) -> None:
    groups = [
        MeasureGroup(f"G{at}", [Measure(name, number) for name, number in group], total="The group")
        for at, group in enumerate(given_rows)
    ]
    text = text_of(Performance(groups, total="The table"))
    sums = [int(found) for found in re.findall(r"\*\*The group\*\* \| p \*\*(\d+)\*\*", text)]
    whole = re.findall(r"total: p The table \| p (\d+)", text)
    kinds = kinds_of([[Row(name, (Decimal(number),)) for name, number in group] for group in given_rows])
    left = [total for total, found in zip(sums, kinds, strict=True) if any(kind.is_added for kind in found)]
    assert whole == [str(sum(left))]


def test_a_typed_total_may_count_a_row_that_is_called_all_and_is_not_a_total() -> None:
    given_rows = [["All knives", "30"], ["Assault", "200"], ["Burglary", "30"]]
    assert findings(Table(["Crime", "n"], given_rows, total=["All crime", "260"])) == []


def findings(block: Table | Chart | Performance) -> list[str]:
    found = check(highlight_report("F", council="harborough").position(block))
    return [f"{finding.severity.value}: {finding.fact}" for finding in found]


def text_of(block: Table | Chart | Performance) -> str:
    return render_text(checked(highlight_report("F", council="harborough").position(block).build()).blocks)


COUNTED = pd.DataFrame({"Offence": ["Burglary", "Robbery"], "now": [2, 5], "before": [4, 4]}).set_index("Offence")
GROUP = MeasureGroup("Theft", [Measure("A", 2), Measure("B", 5), Measure("Total", 7)], total="All theft")
NAMES, VALUES = ["Burglary", "Robbery", "Total"], [2, 5, 7]
LEFT_OUT = 'does not add "Total", which is called a total'
EVERYWHERE: dict[str, tuple[Table | Chart | Performance, list[str], str]] = {
    "a group": (Performance([GROUP]), [f'note: the total "All theft" {LEFT_OUT}'], "**All theft** | p **7**"),
    "all groups": (
        Performance([GROUP], total="All crime"),
        [f'note: the total "All theft" {LEFT_OUT}', f'note: the total "All crime" {LEFT_OUT}'],
        "total: p All crime | p 7",
    ),
    "margins": (
        performance(
            pd.concat([COUNTED, COUNTED.sum().rename("All").to_frame().T]).rename_axis("Offence"),
            name="Offence", current="now", previous="before", total="Everything",
        ),
        ['note: the total "Everything" does not add "All", which is called a total'],
        "total: p Everything | p 8 | p 7",
    ),
    "a pie": (
        Chart("pie", NAMES, {"n": VALUES}), [f"note: the pie {LEFT_OUT}"], "Burglary, 2 (29%); Robbery, 5 (71%)."
    ),
    "a pie of nothing but its total": (
        Chart("pie", ["A", "Total"], {"n": [0, 5]}),
        [
            f"warning: the pie {LEFT_OUT}, although its figures are not the sum of the other rows",
            "error: without its total, all numbers of a pie chart are 0",
        ],
        "A, 0",
    ),
    "stacked columns": (
        Chart("stacked_column", ["2023"], {name: [value] for name, value in zip(NAMES, VALUES, strict=True)}),
        [f"note: the stacked chart {LEFT_OUT}"],
        "Stacked column chart of Burglary and Robbery.",
    ),
    "columns next to each other": (Chart("column", NAMES, {"n": VALUES}), [], "Total, 7"),
    "a total that was typed": (
        Table(["Crime", "n"], [["Burglary", "2"], ["Robbery", "5"], ["Total", "7"]], total=["All", "14"]),
        ['warning: the total of "n" counts "Total" too, which is a total'],
        "total: p All | p 14",
    ),
    "the right total that was typed": (
        Table(["Crime", "n"], [["Burglary", "2"], ["Robbery", "5"], ["Total", "7"]], total=["All", "7"]), [], "p All"
    ),
    "two columns alike": (
        Table(["Crime", "2023", "2024"], [["A", "2", "2"], ["B", "1,200", "1200"], ["C", "7", "7"]]),
        ['warning: "2023" and "2024" have the same numbers'],
        "2023 | 2024",
    ),
    "many columns alike": (
        Table(["Budget", "Apr", "May", "Jun", "All"], [[f"B{n}", n, n, n, "9"] for n in "123"]),
        ['warning: "Apr", "May" and "Jun" have the same numbers'],
        "Apr | May | Jun",
    ),
    "two pairs of columns alike": (
        Table(["Crime", "a", "b", "c", "d"], [[f"{n}%", n, n, f"{n}5", f"{n}5"] for n in "123"]),
        ['warning: "a" and "b" have the same numbers', 'warning: "c" and "d" have the same numbers'],
        "a | b | c | d",
    ),
    "a number and a share": (
        Table(["Area", "Number", "Share"], [["A", "35", "35.0%"], ["B", "34", "34.0%"], ["C", "31", "31.0%"]]),
        [],
        "p A",
    ),
    "a number and a share by its head": (
        Table(["Area", "Number", "Per cent"], [["A", "35", "35"], ["B", "34", "34"], ["C", "31", "31"]]), [], "p A",
    ),
    "a number and pounds": (
        Table(["Area", "Visits", "Cost (£)"], [["A", "35", "35"], ["B", "34", "34"], ["C", "31", "31"]]), [], "p A",
    ),
    "two shares alike": (
        Table(["Area", "2023", "2024"], [["A", "35%", "35.0%"], ["B", "34%", "34%"], ["C", "31%", "31%"]]),
        ['warning: "2023" and "2024" have the same numbers'],
        "p A",
    ),
    "a target that is met in two rows": (
        Table(["Measure", "Target", "Result"], [["Visits", "40", "40"], ["Patrols", "12", "12"]]), [], "p Visits",
    ),
    "two series alike": (
        Chart("line", ["a", "b", "c"], {"x": [1, 2, 3], "y": [1, 2, 3], "z": [1, 2, 3]}),
        ['warning: "x", "y" and "z" have the same numbers'],
        "z rose from 1 (a) to 3 (c)",
    ),
    "two series of two numbers alike": (
        Chart("line", ["a", "b"], {"x": [1, 2], "y": [1, 2]}),
        [],
        "y rose from 1 (a) to 2 (b)",
    ),
    "two periods alike": (
        Performance([Measure("A", 3, 3), Measure("B", 4, 4), Measure("C", 5, 5)]),
        ['warning: "previous" and "current" have the same numbers'],
        "p A | p 3",
    ),
    "a column twice": (
        Performance([Measure("A", 3)], columns=["name", "current", "current"]),
        ['warning: the table prints the column "current" twice'],
        "p A | p 3",
    ),
    "hardly any numbers": (Table(["x", "y", "z"], [["A", "2", "2"], ["B", "0", "0"]]), [], "p A"),
}  # fmt: skip


@pytest.mark.parametrize("place", EVERYWHERE)
def test_a_total_is_not_counted_again_wherever_figures_are_summed(place: str) -> None:
    block, told, text = EVERYWHERE[place]
    assert findings(block) == told
    assert text in text_of(block).replace("−", "-")


def test_the_finding_has_the_line_of_the_file() -> None:
    text = (
        "kind: highlight_report\ncouncil: harborough\ntitle: T\nposition:\n  - performance:\n      total: All crime\n"
        "      measures:\n        - {name: A, current: 2}\n        - {name: Total, current: 2}\n"
    )
    [finding] = check(loads(text))
    assert (finding.code, finding.line) == (Code.TOTAL_AMONG_ROWS, 9)


@pytest.mark.parametrize(
    ("expression", "warns"),
    [
        ("measures.a.current + measures.all_crime.current", True),
        ("measures.a.current + measures.b.current + measures.all_crime.current", True),
        ("measures.all_crime.current + (measures.a.current)", True),
        ("measures.a.current + measures.b.current", False),
        ("measures.all_crime.current - measures.a.current", False),
        ("measures.all_crime.current / measures.a.current", False),
        ("(measures.a.current + measures.b.current) / measures.all_crime.current", False),
    ],
)
def test_an_expression_that_adds_a_total_to_its_parts_is_a_warning(expression: str, warns: bool) -> None:
    parts = [Measure("A", 2, id="a"), Measure("B", 5, id="b"), Measure("Total", 7, id="all_crime")]
    report = highlight_report("F", council="harborough").position(Performance(parts), f"{{{{ {expression} }}}} in all.")
    found = check(report)
    assert [finding.code for finding in found] == [Code.TOTAL_AMONG_ROWS] * warns
    assert not warns or ('adds "Total"' in found[0].fact and found[0].path == "position[1]")
