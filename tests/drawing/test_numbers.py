"""The numbers of charts as tables: every number that is drawn is there, with its limits."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve

from csp_docs.blocks import Chart, ChartKind, Series, Target
from csp_docs.drawing import numbers

SAFE = Series("Safe", (Decimal("0.5"), None), ((Decimal("0.4"), Decimal("0.65")), None))
CHART = Chart(
    ChartKind.COLUMN, ("2023", "2024"), (SAFE, Series("Met", (Decimal(2), Decimal(3)))), interval="95% interval"
)


def test_a_series_with_limits_has_three_columns_and_any_other_has_one() -> None:
    assert numbers.names(CHART, "Year", ("from", "to")) == ("Year", "Safe", "Safe: from", "Safe: to", "Met")
    assert list(numbers.rows(CHART, "[x]")) == [
        ("2023", "0.50", "0.40", "0.65", "2.00"),
        ("2024", "[x]", "[x]", "[x]", "3.00"),
    ]


def test_notes_say_what_the_line_and_the_limits_are() -> None:
    assert numbers.notes(evolve(CHART, target=Target("Goal", Decimal(1)))) == ("Goal: 1", "95% interval")
    assert numbers.notes(evolve(CHART, interval="")) == ()
