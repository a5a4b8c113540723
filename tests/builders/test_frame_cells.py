"""No value of a frame is printed as Python writes it: the table of docs/format.md, and frames of every kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pandas as pd
import polars as pl
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from csp_docs import (
    Chart,
    Measure,
    ModelError,
    Performance,
    Table,
    area_map,
    chart,
    highlight_report,
    performance,
    table,
)
from csp_docs.api import numbered
from csp_docs.compose.scope import scope_of
from csp_docs.council.template import read_council
from csp_docs.model.choices import ChartTypeName
from csp_docs.model.document import Language
from csp_docs.text.markup import plain
from csp_docs.writers.text import render_text
from tests.plain_rows import plain_rows

T = TypeVar("T")
FORMAT = Path(__file__).parents[2] / "docs" / "format.md"
NAMES = {
    "Decimal": Decimal, "date": date, "np": np, "pd": pd, "time": time, "timedelta": timedelta,
}  # fmt: skip


def documented() -> Iterator[tuple[str, str]]:
    """Yield the values of the table in the documentation, each with what it says about them."""
    lines = FORMAT.read_text(encoding="utf-8").partition("| value | printed |\n|---|---|\n")[2].split("\n\n")[0]
    for line in lines.splitlines():
        values, printed = line.strip("|").rsplit("|", 1)
        yield from ((value, printed.strip()) for value in re.findall("`([^`]+)`", values))


def printed(block: Table | Chart | Performance, language: str = "en-GB") -> str:
    document = (
        highlight_report("F", council={"council": {"name": "Anytown", "name_cy": "Unrhyw"}}).position(block).build()
    )
    return render_text(numbered(evolve(document, language=Language(language)))[0])


def cells(block: Table, language: str = "en-GB") -> list[list[str]]:
    rows = [line.strip() for line in printed(block, language).splitlines() if line.strip().startswith("row: ")]
    return [[cell.removeprefix("p ") for cell in row.removeprefix("row: ").split(" | ")] for row in rows]


def of_pandas(value: Any) -> pd.DataFrame:
    return pd.DataFrame({"name": ["a"], "value": pd.Series([value], dtype=object)})


@pytest.mark.parametrize(("value", "told"), list(documented()))
def test_a_value_becomes_what_the_documentation_says(value: str, told: str) -> None:
    frame = of_pandas(eval(value, dict(NAMES)))
    if told.startswith("an error, "):
        with pytest.raises(ModelError, match='column "value", row 1: ') as caught:
            table(frame)
        assert str(caught.value.code) == told.removeprefix("an error, ")
    else:
        assert cells(table(frame)) == [["a", told]]


def test_words_are_those_of_the_edition() -> None:
    frame = pl.DataFrame({"a": [True, False], "b": [date(2024, 4, 1), None]})
    assert cells(table(frame), "cy-GB") == [["Ydy", "1 Ebrill 2024"], ["Nac ydy", "[x]"]]


CRIMES = pd.DataFrame(
    {"Offence": ["Burglary", "Burglary", "Robbery"], "n": [1, 2, 1300], "y": ["2023", "2024", "2024"]}
)
"""Three rows of made-up crimes."""
SUMMED = CRIMES.groupby("Offence")[["n"]].sum()
RESHAPED: dict[str, tuple[Any, str, list[list[str]]]] = {
    "groupby": (SUMMED, "Offence | n", [["Burglary", "3"], ["Robbery", "1,300"]]),
    "groupby of two": (
        CRIMES.groupby(["Offence", "y"]).size().rename("Number"),
        "Offence | y | Number",
        [["Burglary", "2023", "1"], ["Burglary", "2024", "1"], ["Robbery", "2024", "1"]],
    ),
    "aggregates": (
        CRIMES.groupby("Offence").agg({"n": ["sum", "mean"]}),
        " | n ×2\n    head: Offence | sum | mean",
        [["Burglary", "3", "1.5"], ["Robbery", "1,300", "1,300.0"]],
    ),
    "aggregates without an index": (
        CRIMES.groupby("Offence").agg({"n": ["sum", "mean"]}).reset_index(),
        " | n ×2\n    head: Offence | sum | mean",
        [["Burglary", "3", "1.5"], ["Robbery", "1,300", "1,300.0"]],
    ),
    "pivot with margins": (
        CRIMES.pivot_table(index="Offence", columns="y", values="n", aggfunc="sum", margins=True),
        "Offence | 2023 | 2024 | All",
        [["Burglary", "1", "2", "3"], ["Robbery", "[x]", "1,300", "1,300"], ["All", "1", "1,302", "1,303"]],
    ),
    "crosstab": (
        pd.crosstab(CRIMES["Offence"], [CRIMES["y"], CRIMES["n"]]),
        " | 2023 | 2024 ×2\n    head: Offence | 1 | 2 | 1300",
        [["Burglary", "1", "1", "0"], ["Robbery", "0", "0", "1"]],
    ),
    "value counts": (CRIMES["Offence"].value_counts(), "Offence | count", [["Burglary", "2"], ["Robbery", "1"]]),
    "describe": (
        CRIMES[["n"]].describe().loc[["count", "max"]],
        "Name | n",
        [["count", "3"], ["max", "1,300"]],
    ),
    "an index of months": (
        pd.Series([1, 2], index=pd.period_range("2024-01", periods=2, freq="M"), name="n"),
        "Name | n",
        [["January 2024", "1"], ["February 2024", "2"]],
    ),
    "days as names of columns": (
        pd.DataFrame([["a", 1]], columns=["Offence", pd.Timestamp("2023-04-01")]),
        "Offence | 1 April 2023",
        [["a", "1"]],
    ),
    "years": (
        pd.DataFrame({"Year": [2023, 2024], "n": [2023, 1950]}),
        "Year | n",
        [["2023", "2,023"], ["2024", "1,950"]],
    ),
    "filtered rows": (
        CRIMES[CRIMES["n"] > 1][["Offence", "n"]].reset_index(drop=True),
        "Offence | n",
        [["Burglary", "2"], ["Robbery", "1,300"]],
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", RESHAPED)
def test_what_pandas_makes_of_a_frame_is_a_table(kind: str) -> None:
    frame, head, rows = RESHAPED[kind]
    made = table(frame)
    assert f"    head: {head}\n" in printed(made)
    assert [[cell.strip("*") for cell in row] for row in cells(made)] == rows


def test_every_function_reads_an_index_and_a_series() -> None:
    assert performance(SUMMED, name="Offence", current="n").measures[1].name == "Robbery"  # type: ignore[union-attr]
    assert chart(SUMMED["n"], "bar").categories == ("Burglary", "Robbery")
    assert [*area_map(SUMMED["n"], "areas.json").values] == ["Burglary", "Robbery"]
    both = CRIMES.groupby(["Offence", "y"])["n"].sum()
    assert chart(both, "bar").categories == ("Burglary, 2023", "Burglary, 2024", "Robbery, 2024")
    assert [*chart(CRIMES.groupby("Offence").agg({"n": ["sum"]}), "bar").series] == ["n: sum"]
    assert chart(pl.Series("n", [1, 2]).to_frame().with_columns(k=pl.lit("a"))[:1], "bar", categories="k").categories


def test_columns_have_the_format_that_is_asked_for() -> None:
    frame = pl.DataFrame({"a": [0.5, 0.25], "b": [3.14159, 2.0], "c": [1234, 5], "d": [1234.5, 2], "e": [12.5, 0]})
    made = table(frame, decimals=1, percent=["e"], formats={"a": "share", "c": "plain", "d": "money"})
    assert made.rows == (("50.0%", "3.1", "1234", "£1,234.50", "12.5%"), ("25.0%", "2.0", "5", "£2.00", "0.0%"))
    assert table(frame, columns=["b"], decimals={"b": 3}).rows == (("3.142",), ("2.000",))
    assert str(chart(frame, "bar", categories="c", series=["b"], decimals=2).series["b"][0].value) == "3.14"


HEADS = ("n", "Year", "Opened", "Crimes per year", "Rate", "Reference", "Zone", "2023")
NUMBERS = st.one_of(st.integers(1900, 2100), st.integers(-(10**7), 10**7), st.decimals(-5000, 5000, places=2))


@pytest.mark.filterwarnings("ignore::csp_docs.errors.DocumentWarning")
@settings(max_examples=60)
@given(st.data())
def test_a_page_has_the_figures_of_a_frame_as_the_table_has_them(data: st.DataObject) -> None:
    heads = data.draw(st.lists(st.sampled_from(HEADS), min_size=1, max_size=3, unique=True))
    size = data.draw(st.integers(1, 3))
    frame = pd.DataFrame({head: data.draw(st.lists(NUMBERS, min_size=size, max_size=size)) for head in heads})
    index = data.draw(st.sampled_from([None, ["Zone"], ["Zone", "Code"]]))
    if index:
        frame.index = pd.MultiIndex.from_tuples([(10_000 + row,) * len(index) for row in range(size)], names=index)
        frame = frame.drop(columns=index, errors="ignore")
    style = st.sampled_from(["plain", "money", "percent", "share"])
    formats = data.draw(st.dictionaries(st.sampled_from(list(frame.columns)), style)) if len(frame.columns) else {}
    made = table(frame, formats=formats, row_headers=data.draw(st.sampled_from([None, False])))
    shown = [[cell.strip("*") for cell in row] for row in cells(made)]
    assert shown == [[cell.replace("-", "−") for cell in row] for row in plain_rows(made)]


@pytest.mark.parametrize("texts", [["12345", "7"], ["3.9", "3.10"], ["£1204", "£2.5"], ["2011", "10000"]])
def test_texts_of_a_frame_are_printed_as_they_are(texts: list[str]) -> None:
    made = table(pl.DataFrame({"n": [1, 2], "Text": texts}))
    assert [row[1] for row in cells(made)] == texts
    assert made.align == ("right", "left")


def test_names_and_years_of_a_frame_have_no_commas() -> None:
    frame = pl.DataFrame({"Opened": [2012], "UPRN": [100012345], "Zone": [20112], "n": [2012], "Visits a year": [2013]})
    made = table(frame, formats={"Zone": "plain"})
    assert made.rows == (("2012", "100012345", "20112", "2,012", "2,013"),)
    assert table(frame, columns={"Since": "n"}).rows == (("2012",),)


PYTHON = re.compile(
    r"\b(nan|NaT|None|True|False|inf|NaN|Timestamp|Interval|Decimal|datetime)\b|<NA>|00:00:00(?!\.)|\[\d|\('|\de[-+]\d"
)
"""How Python would write a value."""
DAYS = st.datetimes(pd.Timestamp("2000-01-01"), pd.Timestamp("2030-01-01"))
CELLS: tuple[st.SearchStrategy[Any], ...] = (
    st.integers(-(10**6), 10**6), st.floats(width=64), st.floats(width=32), st.booleans(), st.dates(), DAYS,
    DAYS.map(lambda day: pd.Timestamp(day).normalize()), DAYS.map(lambda day: pd.Timestamp(day, tz="UTC")),
    DAYS.map(lambda day: pd.Period(day, "M")), st.decimals(-1000, 1000), st.just(Decimal("NaN")), st.times(),
    st.sampled_from(["Burglary", "a b", ""]), st.lists(st.integers(), max_size=1), st.just(pd.Interval(0, 1)),
    st.timedeltas(),
)  # fmt: skip
LABELS = st.one_of(
    st.sampled_from(["n", "Year", "a"]), st.integers(2000, 2030), DAYS.map(pd.Timestamp), st.booleans(),
    st.just(float("nan")), DAYS.map(lambda day: pd.Period(day, "Q")),
)  # fmt: skip
DTYPES = {"Int64": st.integers(0, 9999), "boolean": st.booleans(), "string": st.sampled_from("ab"),
          "category": st.integers(0, 3), "Float64": st.floats(0, 1), "float32": st.floats(0, 1, width=32),
          "datetime64[ns]": DAYS}  # fmt: skip


@st.composite
def frames(draw: st.DrawFn) -> pd.DataFrame:
    """Draw frames of any types of columns, kinds of index and levels of names."""
    size, width = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    levels = draw(st.integers(1, 2))
    name = st.tuples(*[LABELS] * levels) if levels > 1 else LABELS
    names = draw(st.lists(name, min_size=width, max_size=width, unique_by=str))
    columns = [draw(_column(size)) for _ in names]
    frame = pd.concat(columns, axis=1)
    frame.columns = pd.MultiIndex.from_tuples(names) if levels > 1 else pd.Index(names, dtype=object)
    if draw(st.booleans()):
        cells = draw(st.lists(draw(st.sampled_from(CELLS)), min_size=size, max_size=size))
        frame.index = pd.Index(
            ["a" if isinstance(c, list) else c for c in cells], name=draw(st.sampled_from(["Key", None]))
        )
    return frame


@st.composite
def _column(draw: st.DrawFn, size: int) -> pd.Series[Any]:
    dtype = draw(st.sampled_from([None, *DTYPES]))
    kind = st.one_of(st.none(), DTYPES[dtype] if dtype else draw(st.sampled_from(CELLS)))
    return pd.Series(draw(st.lists(kind, min_size=size, max_size=size)), dtype=dtype or object)


def or_refused(make: Callable[[], T]) -> T | None:
    """Return what is made; None if it is refused."""
    with suppress(ModelError):
        return make()
    return None


COUNCIL = highlight_report("F", council="harborough").build()
SCOPE = scope_of(COUNCIL, read_council(COUNCIL)[0])


@given(frames())
def test_nothing_is_printed_in_the_words_of_python(frame: pd.DataFrame) -> None:
    made = or_refused(lambda: table(frame))
    if not made:
        return
    for words in (
        *made.names,
        *(cell for row in plain_rows(made) for cell in row),
        *(group.title for group in made.groups),
    ):
        text, problems = plain(words, SCOPE)
        assert not problems
        assert not PYTHON.search(text)


@given(frames(), st.sampled_from(["bar", "line"]))
def test_every_function_reads_a_frame_alike(frame: pd.DataFrame, kind: ChartTypeName) -> None:
    made = or_refused(lambda: chart(frame, kind))
    for words in (*made.categories, *made.series) if made else ():
        assert not PYTHON.search(plain(words, SCOPE)[0])


@pytest.mark.parametrize("freq", ["h", "30min", "min", "s", "100ms", "D", "W", "M", "Q", "Y", "2h", "36h", "2D"])
@pytest.mark.parametrize("start", ["2024-01-01", "2023-12-31 22:00"])
def test_periods_that_differ_are_printed_otherwise_or_refused(freq: str, start: str) -> None:
    """No part of a period may be lost: hours printed as days would be the same twice."""
    periods = pd.period_range(start, periods=5, freq=freq)
    frame, named = pd.DataFrame({"When": periods, "n": range(5)}), pd.DataFrame([range(5)], columns=periods)
    found: list[set[str] | None] = [
        or_refused(lambda: {row[0] for row in cells(table(frame))}),
        or_refused(lambda: set(chart(frame, "bar").categories)),
        or_refused(lambda: set(table(named).names)),
    ]
    assert [one and len(one) for one in found] == [None if freq in ("2h", "36h") else 5] * 3


def test_the_days_of_a_chart_have_times_if_one_has() -> None:
    days = pd.to_datetime(["2024-01-01 00:00", "2024-01-01 06:00"])
    words = chart(pd.DataFrame({"When": days, "n": [1, 2]}), "bar").categories
    assert [plain(one, SCOPE)[0] for one in words] == ["1 January 2024, 00:00", "1 January 2024, 06:00"]


@given(st.lists(st.floats(-1000, 1000), min_size=2, max_size=6), st.booleans())
def test_the_floats_of_a_column_have_as_many_decimal_places(numbers: list[float], missing: bool) -> None:
    frame = pd.DataFrame({"n": [*numbers, float("nan")] if missing else numbers})
    made = or_refused(lambda: table(frame))
    if made is None:
        assert any(1e-9 <= abs(number) < 5e-7 for number in numbers)
        return
    shown = [row[0] for row in plain_rows(made) if row[0] != "[x]"]
    assert len({len(figure.partition(".")[2]) for figure in shown}) == 1
    values = [float(figure.replace(",", "").replace("−", "-")) for figure in shown]
    assert values == [round(number, 6) for number in numbers]
    for number, value in zip(numbers, values, strict=True):
        assert value or abs(number) < 1e-9


@pytest.mark.parametrize("number", [1e-7, -4e-7, np.float64(1e-8), np.float32(1e-7)])
def test_a_number_that_would_be_printed_as_nothing_is_refused(number: float) -> None:
    for make in (
        lambda: table(pd.DataFrame({"n": [number, 0.5]})),
        lambda: chart(pd.DataFrame({"a": ["x", "y"], "n": [number, 0.5]}), "bar"),
        lambda: performance(pd.DataFrame({"a": ["x"], "n": [number]}), name="a", current="n"),
        lambda: Measure("m", float(number)),
    ):
        with pytest.raises(ModelError, match="would be printed as 0"):
            make()
    assert table(pd.DataFrame({"n": [number, 0.5]}), decimals=2).rows == (("0.00",), ("0.50",))
    assert str(Measure("m", 5.5e-17).current) == str(Measure("m", 0).current)


NAMED: dict[str, Any] = {
    "a year": 2022, "a float": 1.5, "a day": pd.Timestamp("2022-04-01"), "a date": date(2022, 4, 1),
    "a month": pd.Period("2022-04", "M"), "levels": ("Crimes", 2022), "of numpy": np.int64(2022), "nought": 0,
}  # fmt: skip


@pytest.mark.parametrize("name", NAMED.values(), ids=NAMED)
def test_a_column_can_be_named_as_the_frame_names_it(name: Any) -> None:
    levels = isinstance(name, tuple)
    names = [("", "Ward"), name, ("Crimes", 2023)] if levels else ["Ward", name, "n"]
    ward, other = names[0], names[2]
    frame = pd.DataFrame([["A", 1, 1.5], ["B", 2, 2.5]], columns=pd.MultiIndex.from_tuples(names) if levels else names)
    made = performance(frame, name=ward, previous=name, current=other)
    measures = [measure for measure in made.measures if isinstance(measure, Measure)]
    assert [measure.previous and measure.previous.value for measure in measures] == [1, 2]
    assert next(iter(chart(frame, "bar", categories=ward, series=[name]).series.values()))[1].value == 2
    assert chart(frame, "bar", categories=ward, series={"a": name}).series["a"][1].value == 2
    assert table(frame, columns=[ward, name]).rows == (("A", "1"), ("B", "2"))
    assert table(frame, columns={"W": ward, "C": name}, decimals={name: 1}).rows == (("A", "1.0"), ("B", "2.0"))
    assert table(frame, columns=[name], percent=[name]).rows == (("1%",), ("2%",))
    assert table(frame, columns=[name], formats={name: "money"}).rows == (("£1",), ("£2",))
    with pytest.raises(ModelError, match=r'no column "2031"'):
        table(frame, columns=[2031])


@pytest.mark.parametrize(
    "keys", [{"decimals": {"Ward": 1}}, {"percent": ["Ward"]}, {"formats": {"Ward": "money"}},
             {"formats": {"Ward": "share"}}, {"formats": {"Ward": "number"}}, {"percent": ["Texts"]},
             {"decimals": {"Texts": 2}}]
)  # fmt: skip
def test_a_form_of_numbers_for_a_column_of_texts_is_refused(keys: dict[str, Any]) -> None:
    """It would have no effect, and nobody would see that."""
    frame = pd.DataFrame({"Ward": ["A", "B"], "Texts": ["5", "6"], "n": [1.5, 2], "Missing": [None, None]})
    with pytest.raises(ModelError, match="has no numbers, which could be printed so"):
        table(frame, **keys)
    assert plain_rows(table(frame, decimals={"n": 1, "Missing": 1}, formats={"Ward": "plain"}))[0][2] == "1.5"
