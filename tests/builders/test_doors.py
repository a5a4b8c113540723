"""Functions take what their classes take, builders have a step for each key, and hints fit the door."""

from __future__ import annotations

import inspect
from datetime import date
from typing import Any

import polars as pl
import pytest
from attrs import fields

import csp_docs
from csp_docs import (
    Access,
    CabinetReport,
    Code,
    Meeting,
    Pending,
    Table,
    builders,
    cabinet_report,
    check,
    figure,
    kinds,
    loads,
    table,
)
from csp_docs.model.reach import types_of

OF_CLASSES: dict[str, str] = {
    "bullets": "Bullets", "numbered": "Numbered", "lines": "Lines", "plain": "Plain", "callout": "Callout",
    "quote": "Quote", "diagram": "Diagram", "figure": "Figure", "grid": "Grid", "cell": "GridCell",
    "landscape": "Landscape", "passage": "Passage", "section": "Section", "table": "Table",
    "performance": "Performance", "chart": "Chart", "area_map": "AreaMap", "priority": "Priority",
}  # fmt: skip
OTHERWISE = {
    "section": {"content": "children", "sections": "children"},
    "table": {"rows": "frame", "groups": "frame"},
    "performance": {"measures": "frame"},
}
"""The parameter that has what a field of another name holds."""
STEPS = {"sections": "section", "appendices": "appendix", "recommendations": "recommend"}
"""The step for a key that has another name, because it adds one of several."""
STARTED = [name for name in csp_docs.__all__ if name in builders.__all__ and name.islower()]


def test_the_table_has_each_function_that_makes_a_part() -> None:
    assert {*STARTED} - {*kinds(), "literal", "save_all"} == set(OF_CLASSES)


@pytest.mark.parametrize("function", OF_CLASSES)
def test_a_function_takes_what_its_class_takes(function: str) -> None:
    taken = set(inspect.signature(getattr(csp_docs, function)).parameters)
    held = {field.name for field in fields(getattr(csp_docs, OF_CLASSES[function]))}
    assert {OTHERWISE.get(function, {}).get(name, name) for name in held} - taken == set()


@pytest.mark.parametrize("kind", kinds())
def test_each_key_of_a_kind_has_a_step(kind: str) -> None:
    cls = kinds()[kind]
    started = set(inspect.signature(getattr(csp_docs, kind)).parameters)
    steps = set(dir(getattr(builders, f"{cls.__name__}Builder")))
    assert {STEPS.get(field.name, field.name) for field in fields(cls)} - started - steps == set()


ACCESS: dict[str, dict[str, Any]] = {
    "exempt": {"exempt": [3]},
    "reason": {"exempt": [3], "reason": "Prices"},
    "confidential": {"confidential": True},
    "public_title": {"exempt": [3], "public_title": "A contract"},
    "public_reason": {"exempt": [3], "public_reason": "It names bidders."},
    "marking": {"marking": "OFFICIAL"},
}
"""Keys of access that can be given together, for each of its keys."""


@pytest.mark.parametrize("kind", kinds())
@pytest.mark.parametrize("name", [field.name for field in fields(Access)])
def test_a_script_can_give_each_key_of_access_as_a_step_and_in_the_constructor(name: str, kind: str) -> None:
    started: dict[str, Any] = {"title": "T", "council": "harborough"}
    if "meeting" in types_of(kinds()[kind]):
        started["meeting"] = Meeting("P", date(2026, 1, 5))
    asked: dict[str, Any] = {"recommendations": ["agree"]} if kind == "cabinet_report" else {}
    step = getattr(csp_docs, kind)(**started).access(**ACCESS[name])
    built = (step.recommend("agree") if asked else step).build()
    assert built == kinds()[kind](**started, **asked, access=Access(**ACCESS[name]))
    assert getattr(built.access, name)


def test_a_table_of_a_frame_takes_all_else_that_tables_take() -> None:
    frame = pl.DataFrame({"Ward": ["Ashby", "Coalville"], "Crimes": [1204, 35]})
    given = table(frame, total=["All", 1239], align=["right", "left"], widths=[1, 3], row_headers=True, notes=["N."])
    assert given == Table(
        ["Ward", "Crimes"],
        [["Ashby", "1,204"], ["Coalville", "35"]],
        total=["All", 1239],
        align=["right", "left"],
        widths=[1, 3],
        row_headers=True,
        notes=["N."],
    )


def test_a_figure_may_be_pending() -> None:
    owed = Pending("Police", "the map")
    assert figure(pending=owed, caption="Map").pending == owed


def test_the_hint_for_recommendations_fits_the_door() -> None:
    meeting = Meeting("Cabinet", date(2013, 7, 23))
    yaml = "kind: cabinet_report\ntitle: T\ncouncil: harborough\nmeeting: {body: Cabinet, date: 2013-07-23}\n"
    for document, said in (
        (loads(yaml), "add `recommendations:`, a list of what Cabinet is asked to decide or note"),
        (cabinet_report("T", council="harborough", meeting=meeting), 'add `.recommend("…")`, or `recommendations=[…]`'),
        (CabinetReport("T", council="harborough", meeting=meeting), 'add `.recommend("…")`, or `recommendations=[…]`'),
    ):
        [found] = [found for found in check(document) if found.code is Code.NO_RECOMMENDATIONS]
        assert found.hint.startswith(said)
