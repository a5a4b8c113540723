"""What is said of tables that are too wide helps where they are, and no column is too narrow for letters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from csp_docs import (
    Generated,
    Grid,
    GridCell,
    Measure,
    Performance,
    Plan,
    Priority,
    Section,
    Table,
    check,
    highlight_report,
)
from csp_docs.model import CouncilDocument
from csp_docs.model.content import ContentItem

WORDS = [
    "Responsibilities",
    "Accountabilities",
    "Superintendents",
    "Neighbourhoods",
    "Acquisitiveness",
    "Establishments",
]
LONG = [f"{word} {word}" for word in WORDS]


def _wide(count: int) -> Table:
    return Table(LONG[:count], [LONG[:count]])


def _in_grid(count: int, columns: int) -> Grid:
    return Grid([GridCell(content=[_wide(count)]), GridCell(content=["Words."])], columns=columns)


_TURN = "turn all wide tables with `turn_wide_tables: yes` in the council's template, or "
_FEWER = "give it fewer columns or shorter words"
_SMALL = "print it with `size: small`, if the template allows that, or "
HINTS: dict[str, tuple[ContentItem, str, str]] = {
    "a table": (_wide(6), "CSP706", f"put it in the block `landscape`, or {_TURN}{_FEWER}"),
    "one that is small enough": (
        Table([*WORDS[:4], "Budget"], [[*WORDS[:4], "None"]]),
        "CSP706",
        f"put it in the block `landscape`, or {_TURN}{_SMALL}{_FEWER}",
    ),
    "in a grid of two": (_in_grid(6, 2), "CSP706", _FEWER),
    "in a grid of four": (_in_grid(3, 4), "CSP706", _FEWER),
    "too many for letters": (_in_grid(5, 4), "CSP712", _FEWER),
    "a page of them": (Table([f"{n} {WORDS[0]}" for n in range(16)], [WORDS[:1] * 16]), "CSP712", ""),
}  # fmt: skip


@pytest.mark.parametrize("name", HINTS)
def test_the_hint_names_what_helps_there(name: str) -> None:
    item, code, hint = HINTS[name]
    [found] = check(highlight_report("F", council="harborough").position(item))
    assert str(found.code) == code
    assert hint in found.hint
    assert hint != _FEWER or found.hint == _FEWER


PERIODS = {f"{month} total": 1000 for month in ("January", "February", "April", "May", "June", "July", "August")}
WIDE_MEASURES = [Measure("Neighbourhood burglaries", periods={**PERIODS, "September total": 1, "October total": 2})]
_COLUMNS = ["name", *WIDE_MEASURES[0].periods]
MEASURES = Performance(WIDE_MEASURES, columns=_COLUMNS)


def _in_priority(council: dict[str, object]) -> CouncilDocument:
    printed = Section("S", sections=[Generated("priorities")])
    return Plan("P", council=council, priorities=[Priority("One", measures=WIDE_MEASURES)], sections=[printed])


DOCUMENTS: dict[str, Callable[[dict[str, object]], Any]] = {
    "performance": lambda council: highlight_report("F", council=council).performance(MEASURES),
    "a block": lambda council: highlight_report("F", council=council).position(MEASURES),
    "a priority": _in_priority,
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_wide_tables_turn_wherever_they_are(name: str) -> None:
    for turns in (False, True):
        layout = {"turn_wide_tables": turns}
        layouts = {"highlight_report": layout, "plan": layout}
        council: dict[str, object] = {"extends": "harborough", "layouts": layouts}
        document = DOCUMENTS[name](council)
        codes = [str(found.code) for found in check(document) if str(found.code) in ("CSP706", "CSP707")]
        assert len(codes) == (not turns)
