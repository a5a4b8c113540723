"""The index of a frame is a column, is the count of the rows, or is an error: it is never lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from csp_docs import area_map, chart, performance, table
from csp_docs.errors import Code
from csp_docs.model import ModelError
from tests.plain_rows import plain_rows

FRAME = pd.DataFrame({"Offence": ["a", "b", "c"], "n": [5, 9, 7]})
MAKERS: dict[str, Callable[[Any], object]] = {
    "table": table,
    "chart": lambda frame: chart(frame, "bar"),
    "map": lambda frame: area_map(frame, "areas.json"),
    "performance": lambda frame: performance(frame, name="Offence", current="n"),
}
LOST: dict[str, Any] = {
    "ages": FRAME.set_axis([18, 19, 30]),
    "years": FRAME.set_axis([2021, 2022, 2023]),
    "sorted": FRAME.sort_values("n"),
    "filtered": FRAME[FRAME["n"] > 5],
    "from 1": FRAME.set_axis([1, 2, 3]),
    "a range": FRAME.set_axis(range(18, 21)),
    "twice": pd.concat([FRAME, FRAME]),
    "nullable": FRAME.set_axis(pd.Index([18, 19, 30], dtype="Int64")),
    "unsigned": FRAME.set_axis(pd.Index([18, 19, 30], dtype="uint8")),
    "a level": FRAME.set_axis(pd.MultiIndex.from_tuples([("x", 18), ("y", 19), ("z", 30)], names=["Ward", None])),
    "counted values": pd.Series([1, 1, 0, 2, 2, 2]).value_counts().rename("n").to_frame().rename_axis(None),
}
KEPT: dict[str, Any] = {
    "counted": FRAME,
    "after the reset": FRAME.sort_values("n").reset_index(drop=True),
    "counted in groups": pd.concat({"x": FRAME, "y": FRAME}, names=["Ward", None]),
}


@pytest.mark.parametrize("maker", MAKERS)
@pytest.mark.parametrize("frame", LOST)
def test_numbers_without_a_name_are_an_error(maker: str, frame: str) -> None:
    with pytest.raises(ModelError) as caught:
        MAKERS[maker](LOST[frame])
    assert caught.value.code is Code.NAMELESS_COLUMN
    assert caught.value.fact.startswith("the index of the frame has no name, and its numbers ")
    assert ".rename_axis(" in caught.value.hint
    assert ".reset_index(drop=True)" in caught.value.hint


def test_a_series_too() -> None:
    with pytest.raises(ModelError, match="do not count its rows from 0: 18, 19, 30"):
        table(pd.Series([5, 9, 7], index=[18, 19, 30], name="Victims"))
    with pytest.raises(ModelError, match="look like years"):
        table(pd.Series([5, 9], index=[2022, 2023], name="Victims"))


@pytest.mark.parametrize("frame", KEPT)
def test_the_count_of_the_rows_is_left_out(frame: str) -> None:
    columns = ("Ward", "Offence", "n") if frame == "counted in groups" else ("Offence", "n")
    assert table(KEPT[frame]).columns == columns


@given(st.lists(st.integers(-5, 2100), min_size=1, max_size=5))
def test_no_number_is_lost(numbers: list[int]) -> None:
    frame = pd.DataFrame({"n": numbers}, index=pd.Index(numbers))
    named = table(frame.rename_axis("Code"))
    assert [row[0] for row in plain_rows(named)] == list(map(str, numbers))
    if numbers != list(range(len(numbers))):
        with pytest.raises(ModelError):
            table(frame)


@pytest.mark.parametrize(
    "make",
    [
        lambda frame: chart(frame, "column"),
        lambda frame: chart(frame, "column", categories="n"),
        lambda frame: area_map(frame, "areas.json"),
        lambda frame: area_map(frame, "areas.json", key="n"),
    ],
    ids=["chart", "categories", "map", "key"],
)
@pytest.mark.parametrize(
    "frame", [pd.DataFrame({"n": [1, 2, 4]}), pd.Series([1, 2, 4], name="n")], ids=["frame", "series"]
)
def test_a_column_without_labels(frame: Any, make: Callable[[Any], object]) -> None:
    """The count of the rows says nothing about them: an index needs a name before it can."""
    with pytest.raises(ModelError) as caught:
        make(frame)
    assert caught.value.fact == 'the frame has no column besides "n"'
    assert '.rename_axis("Year")' in caught.value.hint


def test_an_index_without_numbers() -> None:
    with pytest.raises(ModelError, match='the frame has no column besides "Ward"'):
        chart(pd.DataFrame(index=pd.Index(["a", "b"], name="Ward")), "bar")
    with pytest.raises(ModelError, match="the frame has only an index"):
        chart(pd.DataFrame(index=["a", "b"]), "bar")


def test_a_column_is_not_its_own_label() -> None:
    with pytest.raises(ModelError, match='the column "n" would be both the categories of the chart and a series'):
        chart(pd.DataFrame({"n": [1, 2], "m": [3, 4]}), "bar", series=["n"])
