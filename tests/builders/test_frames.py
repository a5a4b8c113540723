"""Frames of pandas and polars are one more door to the model: tables, performance tables and charts."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from csp_docs import (
    Amount,
    Chart,
    Measure,
    MeasureGroup,
    ModelError,
    Performance,
    PerformanceColumn,
    Table,
    chart,
    highlight_report,
    performance,
    table,
)
from csp_docs.api import numbered
from csp_docs.text.expressions import Scope
from csp_docs.text.literal import in_one_line
from csp_docs.text.markup import blocks, plain
from csp_docs.writers.text import render_text

CRIME = {
    "offence": ["Burglary", "Robbery", "Satisfied victims"],
    "before": [153, None, 85],
    "now": [253.0, 12.5, 88],
    "goal": ["-13%", None, None],
    "level": [None, None, 85],
    "sign": [None, None, "%"],
    "wanted": [None, "lower", "higher"],
    "key": ["burglary", "robbery_all", None],
}
MAKERS: list[Callable[[dict[str, Any]], Any]] = [pd.DataFrame, lambda given: pl.DataFrame(given, strict=False)]
of_both = pytest.mark.parametrize("frame", MAKERS, ids=["pandas", "polars"])
Maker = Callable[[dict[str, Any]], Any]


@of_both
def test_columns_of_periods_keep_their_names(frame: Maker) -> None:
    made = performance(
        frame({"A": ["Theft", "Robbery"], "Q1": [12, None], "Q2": [14, 3]}), name="A", periods=["Q1", "Q2"]
    )
    assert made == Performance(
        [Measure("Theft", periods={"Q1": 12, "Q2": 14}), Measure("Robbery", periods={"Q1": "[x]", "Q2": 3})]
    )
    assert performance(frame({"A": ["Theft"], "Q1": [12]}), name="A", current="Q1", counts=True, summary="").counts


@of_both
def test_a_frame_gives_the_measures_that_constructors_give(frame: Maker) -> None:
    columns = [PerformanceColumn("name"), PerformanceColumn("change")]
    made = performance(
        frame(CRIME),
        name="offence",
        current="now",
        previous="before",
        target="level",
        target_change="goal",
        unit="sign",
        better="wanted",
        measure_id="key",
        columns=columns,
        caption="Crime",
        period="2013/14",
        source="Police",
    )
    assert made == Performance(
        [
            Measure("Burglary", 253, 153, id="burglary", target_change="-13%"),
            Measure("Robbery", "12.5", "[x]", id="robbery_all"),
            Measure("Satisfied victims", 88, 85, unit="%", target=85, better="higher"),
        ],
        columns=columns,
        caption="Crime",
        period="2013/14",
        source="Police",
    )


@of_both
def test_a_frame_gives_the_groups_that_constructors_give(frame: Maker) -> None:
    crime = frame({"what": ["A", "B", "C", "D"], "now": [1, 2, 3, 4], "kind": ["*V*", None, "Theft", "*V*"]})
    made = performance(crime, name="what", current="now", group="kind", total="All")
    groups = [MeasureGroup(r"\*V\*", [Measure("A", 1), Measure("D", 4)]), MeasureGroup("Theft", [Measure("C", 3)])]
    assert made == Performance([Measure("B", 2), *groups], total="All")
    with pytest.raises(ModelError, match='the frame has no column "kin"'):
        performance(crime, name="what", current="now", group="kin")


@of_both
def test_a_frame_gives_the_chart_that_constructors_give(frame: Maker) -> None:
    crime = frame({name: CRIME[name] for name in ("offence", "before", "now")})
    names = ("Burglary", "Robbery", "Satisfied victims")
    assert chart(crime, "bar", unit="offences", target=100) == Chart(
        "bar", names, {"before": [153, None, 85], "now": [253, 12.5, 88]}, unit="offences", target=100
    )
    chosen = chart(crime, "bar", categories="offence", series={"This year": "now"})
    assert chosen == Chart("bar", names, {"This year": [253, 12.5, 88]})
    assert chart(crime, "bar", series=["now"]) == Chart("bar", names, {"now": [253, 12.5, 88]})


@of_both
def test_each_value_of_a_column_of_a_frame_has_a_small_chart(frame: Maker) -> None:
    rows = frame({"district": ["Blaby", "Melton", "Blaby"], "year": ["2023", "2024", "2024"], "crimes": [5, 2, 7]})
    wanted = Chart("line", ["2023", "2024"], {"Blaby": [5, 7], "Melton": [None, 2]}, by="district")
    assert chart(rows, "line", by="district", categories="year") == wanted
    assert chart(rows, "line", by="district", categories="year", series=["crimes"]) == wanted
    twice = frame({"district": ["Blaby", "Blaby"], "year": ["2023", "2023"], "crimes": [5, 2]})
    with pytest.raises(ModelError, match='row 2: "Blaby" has two rows for "2023"'):
        chart(twice, "line", by="district", categories="year")
    many = frame({"district": ["Blaby"], "year": ["2023"], "crimes": [5], "victims": [4]})
    with pytest.raises(ModelError, match="there are 2") as error:
        chart(many, "line", by="district", categories="year")
    assert "crimes, victims" in str(error.value)


@of_both
def test_a_frame_gives_the_table_that_constructors_give(frame: Maker) -> None:
    crime = frame({"place": ["Ashby", None], "count": [12345, None], "day": [datetime(2024, 1, 2), None]})
    rows = [["Ashby", "12,345", '{{ longdate("2024-01-02") }}'], ["[x]", "[x]", "[x]"]]
    assert table(crime, caption="Crime", row_headers=True, notes=["Counted once."]) == Table(
        ["place", "count", "day"], rows, align=["left", "right", "left"], caption="Crime", row_headers=True,
        notes=["Counted once."],
    )  # fmt: skip
    assert table(crime, columns={"**Place**": "place"}) == Table(["**Place**"], [["Ashby"], ["[x]"]], align=["left"])


@pytest.mark.parametrize(
    "values",
    [
        [1.1, None],
        [1.1, float("nan")],
        ["1.1", ""],
        ["1.1", "[x]"],
        [Decimal("1.1"), None],
        np.array([1.1, np.nan], dtype="float32"),
        pd.array([1.1, None], dtype="Float64"),
        [np.float64(1.1), np.float64("nan")],
    ],
    ids=repr,
)
def test_numbers_are_what_was_written_and_what_is_missing_is_not_available(values: Any) -> None:
    made = chart(pd.DataFrame({"place": ["Ashby", "Coalville"], "rate": values}), "column")
    assert made.series["rate"] == (Amount(Decimal("1.1")), Amount(None))
    if not isinstance(values, pd.api.extensions.ExtensionArray):
        assert chart(pl.DataFrame({"place": ["Ashby", "Coalville"], "rate": values}), "column") == made


def test_decimals_may_be_written_with_powers_of_ten() -> None:
    made = chart(pd.DataFrame({"place": ["Ashby"], "count": [Decimal("12E+2")]}), "column")
    assert made.series["count"] == (Amount(Decimal(1200)),)


def test_noise_of_floating_point_arithmetic_is_left_out() -> None:
    made = chart(pl.DataFrame({"place": ["a", "b", "c"], "rate": [0.1 + 0.2, 100 / 3, 1e-5]}), "column")
    assert [str(amount.value) for amount in made.series["rate"]] == ["0.3", "33.333333", "0.00001"]


@of_both
def test_marks_in_the_words_of_a_frame_mean_nothing_wherever_they_print(frame: Maker) -> None:
    crime = frame({"{{ place }}": ["*Ashby*", "{{ title }}"], "{{ now }}": [1, 2], "note": ["**a**", "{{ b }}"]})
    bars = chart(crime, "bar", series=["{{ now }}"])
    figures = performance(crime, name="{{ place }}", current="{{ now }}", note="note")
    document, _ = numbered(
        highlight_report("Crime", council="harborough").position(bars, figures, table(crime)).build()
    )
    text = render_text(document)
    for words in ("*Ashby*", "{{ title }}", "{{ now }}", "**a**", "{{ b }}", "{{ place }}"):
        assert words in text


def test_years_may_be_the_names_of_columns() -> None:
    counted = pd.DataFrame({"place": ["Ashby"], 2023: [np.int64(4)], 2024: [5]})
    assert chart(counted, "column").series == {"2023": (Amount(Decimal(4)),), "2024": (Amount(Decimal(5)),)}
    assert performance(counted, name="place", current="2024").measures == (Measure("Ashby", 5),)


@pytest.mark.parametrize(
    ("slip", "told"),
    [
        (lambda df: performance(df, name="ofence", current="now"), 'no column "ofence" (did you mean "offence"?'),
        (lambda df: performance(df, name="offence", current="key"), 'column "key", row 1: "n/k" is not a number'),
        (lambda df: performance(df, name="key", current="now"), 'column "key", row 2: the text is missing'),
        (lambda df: performance(df, name="offence", current="now", better="key"), 'row 1: the text "n/k" is not known'),
        (lambda df: chart(df, "bar", series=["yes"]), 'column "yes", row 1: a boolean is not a number'),
        (lambda df: chart(df, "bar", series=["huge"]), 'column "huge", row 2: infinity is not a number'),
        (lambda df: chart(df, "bar", series="now"), 'this must be a list, not the text "now"'),  # type: ignore[arg-type]
        (lambda df: table(df, columns={"Now": "nwo"}), 'no column "nwo" (did you mean "now"?'),
        (lambda df: table(df[:0]), "the frame has no rows"),
        (lambda _: table(pl.DataFrame()), "the frame has no rows"),
        (lambda _: table(pd.DataFrame([[1, 2]], columns=["a", "a"])), "two columns of the frame have the same"),
        (
            lambda _: table(pd.DataFrame([[1, 2]], columns=[2024, "2024"])),
            "two columns of the frame have the same",
        ),
        (lambda _: table([1]), "this must be a frame of pandas, polars or pyarrow, not a list"),  # type: ignore[arg-type]
        (lambda _: table(pd.Series([1])), "the series has no name (name it: `.rename("),
        (lambda _: table(pd.Series([1, 2], index=["a", "b"])), "the series has no name"),
        (lambda _: chart(pd.Series([1, 2], index=["a", "b"]), "bar"), "the series has no name"),
        (lambda _: table(pd.DataFrame({"n": [1], None: [2]}, index=["a"])), "a column of the frame has no name"),
        (
            lambda _: table(pd.DataFrame({"n": [1]}, index=pd.MultiIndex.from_tuples([("a", "b")]))),
            "2 levels of the index have no name",
        ),
        (
            lambda _: table(pd.DataFrame({"n": [1]}, index=pd.to_timedelta([1], unit="D"))),
            "the index, row 1: a Timedelta cannot be printed",
        ),
        (lambda _: table(pd.DataFrame([[1, 2]])), "the columns of the frame have only numbers from 0"),
        (lambda _: table(pd.DataFrame({"n": [1]}, index=[2023])), "and its numbers look like years"),
        (lambda _: chart(pd.DataFrame({"n": [[1]]}, index=["a"]), "bar"), 'column "n", row 1: a list cannot'),
        (lambda df: table(df, decimals=-1), "`decimals` cannot be -1 (give a whole number from 0 to 6)"),
        (lambda df: table(df, decimals={"now": True}), "`decimals` cannot be True"),
        (lambda df: chart(df, "bar", series=["now"], decimals=7), "`decimals` cannot be 7"),
        (lambda df: table(df, percent=["noow"]), 'the frame has no column "noow"'),
        (lambda df: table(df, formats={"now": "euro"}), 'column "now": the format the text "euro" is not known'),
        (
            lambda _: table(pd.Series(["a", "b", "b"]).value_counts(normalize=True).rename("n"), percent=["n"]),
            "the numbers add up to 1, so they are shares",
        ),
        (lambda df: table(df.lazy()), "this must be a frame of pandas, polars or pyarrow, not a LazyFrame (collect"),
    ],
)
def test_what_is_wrong_is_told_with_column_and_row(slip: Callable[[Any], object], told: str) -> None:
    crime = pl.DataFrame(
        {
            "offence": ["Burglary", "Robbery"],
            "now": [1, 2],
            "key": ["n/k", None],
            "yes": [True, False],
            "huge": [1.0, float("inf")],
        }
    )
    with pytest.raises(ModelError) as caught:
        slip(crime)
    assert told in str(caught.value)


def test_all_wrong_columns_and_numbers_are_told_at_once() -> None:
    crime = pl.DataFrame({"offence": ["A", None], "now": ["x", "y"], "wanted": ["up", "down"]})
    with pytest.raises(ModelError) as caught:
        performance(crime, name="offence", current="now", previous="before")
    told = [fact.partition(" (")[0] for fact in str(caught.value).splitlines()]
    assert told == [
        'column "offence", row 2: the text is missing',
        'column "now", row 1: "x" is not a number',
        'column "now", row 2: "y" is not a number',
        'the frame has no column "before"',
    ]
    with pytest.raises(ModelError, match=r'row 1: the text "up" is .*\nrow 2: the text "down" is '):
        performance(
            pl.DataFrame({"n": ["A", "B"], "now": [1, 2], "w": ["up", "down"]}), name="n", current="now", better="w"
        )
    with pytest.raises(ModelError, match=r"row 10: .*\nthere are 2 more problems of this kind"):
        chart(pl.DataFrame({"n": [str(row) for row in range(12)], "now": ["x"] * 12}), "bar")


def test_without_narwhals_it_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("narwhals", "narwhals.exceptions", "narwhals.stable.v2"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ModuleNotFoundError, match=r"pip install 'path/to/csp_docs\[frames\]'"):
        table(pl.DataFrame({"a": [1]}))


@pytest.mark.parametrize(
    "words",
    [
        "Arson & damage (all)", "a{{ x }}", "{{{%#", "{% if %} {# c #}", "1. a", "2024. a", "3)",
        "[note 4] [a](http://b.org)", "<b> & &amp; &#65; <50 <http://a.org>", "# x", "a_b_ *c* `d` \\ \\*", "- x",
        "---", "+", "> q", ">90%", "x[^1]",
        "~~~", "![a](b)", "***", "===", "a | b", "www.a.org http://a.org", "Total [x]",
    ],
)  # fmt: skip
def test_the_words_of_a_frame_print_as_they_stand(words: str) -> None:
    _prints_as_it_stands(words)


@pytest.mark.parametrize(("figure", "shown"), [("-13%", "−13%"), ("- £5", "− £5"), ("+3.1%", "+3.1%")])
def test_a_sign_before_a_figure_of_a_frame_is_a_sign(figure: str, shown: str) -> None:
    assert plain(in_one_line(figure), Scope({}, {})) == (shown, ())


@given(st.text("a1 {}%#*_`[]()<>&;!\\-+=~|.^:/\n\"'", max_size=30))
def test_nothing_in_the_words_of_a_frame_is_a_mark(words: str) -> None:
    _prints_as_it_stands(words)


def _prints_as_it_stands(words: str) -> None:
    scope, line = Scope({}, {}), " ".join(words.split())
    assert plain(in_one_line(words), scope) == (line, ())
    assert len(blocks(in_one_line(words), scope)[0]) == bool(line)
