"""What is calculated without the engine is what the engine would give: the property that lets it be left out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from unittest.mock import patch

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from csp_docs.blocks import Reference, Strong, Text
from csp_docs.model.dates import Day, Month
from csp_docs.text.expressions import Scope, Value, engine, names_in, simple
from csp_docs.text.expressions.faults import ExpressionError
from csp_docs.text.reckoning import Missing


@frozen
class Meeting:
    body: str
    date: Day
    month: Month
    place: str = ""


NAMES: dict[str, object] = {
    "title": "A title",
    "blank": " ",
    "count": 1204,
    "share": Decimal("12.50"),
    "meeting": Meeting("Cabinet", date(2013, 7, 23), Month(2013, 7)),
    "figures": {"first": "1,204", "missing": Missing("it is not given"), "_own": "hidden"},
    "words": (Text("some "), Strong((Text("strong"),))),
    "reference": Reference("x"),
    "yes": True,
    "nothing": None,
}
FUNCTIONS: dict[str, Callable[..., object]] = {
    "ref": lambda target, lower=False: Reference(str(target), lower is True),
    "longdate": lambda day: f"on {day}",
    "number": lambda value: f"{value:,}",
    "nobody": lambda: None,
}
PIECES = [
    *("title", "blank", "count", "share", "meeting", "figures", "words", "reference", "yes", "nothing", "unknown"),
    *(".body", ".date", ".month", ".year", ".place", ".first", ".missing", "._own", ".none", ".part"),
    *("ref(", "longdate(", "number(", "nobody(", "unknown(", ")", ", ", "lower=", "true", "not", " ", "\n"),
    *('"x"', "'two words'", '"\\n"', '"}}"', "12", "012", "1.5", "-", " + ", " | upper", " if ", " else ", "["),
]
CALLS = st.builds(
    "{}({}{})".format,
    st.sampled_from(["ref", "longdate", "number", "nobody", "unknown", "title"]),
    st.lists(st.sampled_from(["title", "meeting.date", "count", '"x"', "12", "words", "figures.first"])).map(", ".join),
    st.sampled_from(["", ", lower=true", ", lower=title", "lower=false", ", other=1"]),
)


def outcome(calculated: Callable[[str, Scope], Value], source: str) -> tuple[object, set[str]]:
    scope = Scope(NAMES, FUNCTIONS, withheld=frozenset({"blank"}))
    try:
        return calculated(source, scope), scope.used
    except ExpressionError as error:
        return (error.fact, error.hint), scope.used


@given(st.one_of(st.lists(st.sampled_from(PIECES), max_size=6).map("".join), CALLS))
def test_a_simple_value_is_that_of_the_engine(source: str) -> None:
    scope = Scope(NAMES, FUNCTIONS, withheld=frozenset({"blank"}))
    if (value := simple.evaluate(source, scope)) is not None:
        assert (value, scope.used) == outcome(engine.evaluate, source)


@given(CALLS)
def test_a_call_with_written_values_is_that_of_the_sandbox(source: str) -> None:
    shortcut = outcome(engine.evaluate, source)
    engine._parsed.cache_clear()
    with patch.object(engine, "constants_of", lambda _: None):
        compiled = outcome(engine.evaluate, source)
    engine._parsed.cache_clear()
    assert compiled == shortcut


@given(st.one_of(st.lists(st.sampled_from(PIECES), max_size=6).map("".join), CALLS))
def test_a_simple_expression_can_be_read_and_uses_the_same_names(source: str) -> None:
    if simple.is_simple(source):
        engine.check(source)
        assert names_in(f"{{{{{source}}}}}") == engine.paths(source)


@pytest.mark.parametrize(
    "source",
    [
        "title",
        "meeting.body | upper",
        "meeting.date",
        "longdate(meeting.date)",
        'ref("x", lower=true)',
        "figures.first",
    ],
)
def test_common_expressions_need_no_engine(source: str) -> None:
    assert simple.evaluate(source, Scope(NAMES, FUNCTIONS)) is not None
