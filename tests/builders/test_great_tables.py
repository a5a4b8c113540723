"""Tables of great_tables are printed with the words that their authors see."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import polars as pl
import pytest
from great_tables import GT, loc, md

from csp_docs import Code, ColumnGroup, CspDocsError, ModelError, Table, check, highlight_report, literal, render, table
from tests.plain_rows import plain_rows

FRAME = pl.DataFrame({"ward": ["Ashby", "Coalville"], "a": [1204.0, 35.5], "b": [1100.0, -31.25], "c": ["*x*", "<y>"]})


def great(frame: Any = FRAME) -> Any:
    return GT(frame, rowname_col="ward").tab_stubhead("Ward")


def full(frame: Any = FRAME) -> Any:
    return (
        great(frame)
        .tab_header("Crimes", md("in **two** wards"))
        .tab_spanner("Years", ["a", "b"])
        .cols_label(a="2012", b=md("**2013**"), c="Said")
        .fmt_number(["a", "b"], decimals=1)
        .tab_source_note("Source: Police")
        .tab_source_note(md("*Council*"))
    )


@pytest.mark.parametrize("frame", [FRAME, pd.DataFrame(FRAME.to_dict(as_series=False))], ids=["polars", "pandas"])
def test_all_that_a_table_of_great_tables_says_is_printed(frame: Any) -> None:
    assert table(full(frame)) == Table(
        ["Ward", "2012", "2013", "Said"],
        [["Ashby", "1,204.0", "1,100.0", literal("*x*")], ["Coalville", "35.5", "−31.2", literal("<y>")]],
        caption="Crimes: in two wards",
        row_headers=True,
        groups=[ColumnGroup("Years", ["2012", "2013"])],
        align=["left", "right", "right", "left"],
        source="Police; Council",
    )


def test_what_the_script_gives_takes_its_place() -> None:
    given = table(full(), id="crimes", caption="Offences", row_headers=False, notes=["Recorded."], source="Police")
    assert (given.id, given.caption, given.row_headers) == ("crimes", "Offences", False)
    assert (given.notes, given.source) == (("Recorded.",), "Police")


def test_its_footnotes_are_notes_whose_marks_can_be_read_aloud() -> None:
    noted = table(
        full().tab_footnote("Provisional.", loc.body("a", [0])).tab_footnote("Per ward.", loc.column_labels("b"))
    )
    assert noted.columns[2] == "2013 \\[note 1]"
    assert plain_rows(noted)[0][1] == "1,204.0 \\[note 2]"
    assert noted.notes == ("Note 1: Per ward.", "Note 2: Provisional.")


def test_one_row_of_its_totals_is_the_total() -> None:
    numbers = great(FRAME.drop("c"))
    totalled = numbers.grand_summary_rows(fns={"Both": pl.col("a", "b").sum()})
    assert table(totalled).total == ("Both", "1239.5", "1068.75")
    assert len(table(totalled).rows) == 2


def test_a_spanner_is_over_its_own_columns() -> None:
    given = table(great().tab_spanner("Last", ["b", "c"]))
    assert given.columns == ("Ward", "a", "b", "c")
    assert given.groups == (ColumnGroup("Last", ["b", "c"]),)
    assert table(GT(FRAME).tab_spanner("First", ["ward", "a"])).groups == (ColumnGroup("First", ["ward", "a"]),)


def test_columns_that_it_hides_are_not_printed() -> None:
    assert table(great().cols_hide(["a", "c"])).columns == ("Ward", "b")


def test_it_is_printed_in_every_format() -> None:
    report = highlight_report("Crimes", council="harborough").position(table(full()))
    assert check(report) == []
    assert "1,204.0" in render(report, "html").decode()
    assert render(report, "pdf") == render(report, "pdf")


REFUSED: dict[str, tuple[Callable[[], Any], str]] = {
    "groups of rows": (lambda: GT(FRAME, rowname_col="ward", groupname_col="c"), "groups of rows"),
    "two rows of spanners": (lambda: great().tab_spanner("A", ["a"]).tab_spanner("B", ["a", "b"]), "two rows"),
    "two totals": (
        lambda: great(FRAME.drop("c")).grand_summary_rows(fns={"S": pl.col("a").sum(), "M": pl.col("a").max()}),
        "2 rows of totals",
    ),
    "no name": (lambda: GT(FRAME, rowname_col="ward"), "column 1 of a table has no name"),
    "drawings": (lambda: great().fmt_nanoplot("a"), "has a drawing"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_no_table_here_can_show_is_refused_with_a_hint(name: str) -> None:
    make, said = REFUSED[name]
    with pytest.raises(ModelError, match=said) as caught:
        table(make())
    assert caught.value.hint


@pytest.mark.parametrize(
    "given",
    [{"columns": ["a"]}, {"decimals": 1}, {"decimals": 0}, {"percent": ["a"]}, {"formats": {"a": "plain"}}],
    ids=str,
)
def test_its_formats_are_its_own(given: dict[str, Any]) -> None:
    with pytest.raises(CspDocsError, match="has its own columns and formats") as caught:
        table(great(), **given)
    assert [found.code for found in caught.value.problems] == [Code.ONE_OF_SEVERAL]
