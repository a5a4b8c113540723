"""Years cut short ("2009-12") are never read as a month in silence, by any key and by any door."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from csp_docs import (
    HighlightReport,
    LoadError,
    Measure,
    Meeting,
    Performance,
    Period,
    Plan,
    ScrutinyReport,
    StrategicAssessment,
    highlight_report,
    loads,
    plan,
    scrutiny_report,
    strategic_assessment,
)
from csp_docs.api import numbered
from csp_docs.model import ModelError, Month
from csp_docs.writers.text import render_text

SHORT = {
    "2009-12": ('"2009-12" may be a month, or the years 2009 to 2012',
                "for the years, write 2009-2012; for the month, 2009-12/2009-12"),
    "2011-12": ('"2011-12" may be a month, or the years 2011 to 2012',
                "for the years, write 2011-2012, or 2011/12 for the financial year; for the month, 2011-12/2011-12"),
    "1999-02": ('"1999-02" may be a month, or the years 1999 to 2002',
                "for the years, write 1999-2002; for the month, 1999-02/1999-02"),
    "2026-29": ('"2026-29" is not a period', "for the years, write 2026-2029"),
    "2026-27": ('"2026-27" is not a period', "for the years, write 2026-2027, or 2026/27 for the financial year"),
    "1999-00": ('"1999-00" is not a period', "for the years, write 1999-2000, or 1999/00 for the financial year"),
    "2009–12": ('"2009–12" is not a period', "for the years, write 2009-2012"),
    "2026 - 29": ('"2026 - 29" is not a period', "for the years, write 2026-2029"),
    "2026/29": ('"2026/29" is not a financial year',
                "a financial year ends in the next year: 2026/27; for several years, write 2026-2029"),
}  # fmt: skip
MEETING = Meeting("C", date(2013, 1, 1))
MEASURES = [Measure("M", previous=1, current=2)]
DOORS: dict[str, Callable[[str], object]] = {
    "plan": lambda period: Plan("T", council="c", period=period),
    "assessment": lambda period: StrategicAssessment("T", council="c", period=period),
    "scrutiny report": lambda period: ScrutinyReport("T", council="c", meeting=MEETING, period=period),
    "highlight report": lambda period: HighlightReport("T", council="c", period=period),
    "performance": lambda period: Performance(MEASURES, period=period),
    "plan, built": lambda period: plan("T", council="c", period=period),
    "assessment, built": lambda period: strategic_assessment("T", council="c", period=period),
    "scrutiny report, built": lambda period: scrutiny_report("T", council="c", meeting=MEETING).period(period),
    "highlight report, built": lambda period: highlight_report("T", council="c", period=period),
    "period": Period.parse,
}
HEADS = ["plan", "strategic_assessment", "scrutiny_report", "highlight_report"]


@pytest.mark.parametrize("period", SHORT)
@pytest.mark.parametrize("door", DOORS)
def test_scripts(door: str, period: str) -> None:
    with pytest.raises(ModelError) as caught:
        DOORS[door](period)
    assert (caught.value.fact, caught.value.hint) == SHORT[period]


@pytest.mark.parametrize("period", SHORT)
@pytest.mark.parametrize("kind", HEADS)
def test_files(kind: str, period: str) -> None:
    with pytest.raises(LoadError) as caught:
        loads(f"kind: {kind}\ntitle: T\ncouncil: c\nperiod: {period}\n")
    assert SHORT[period] in [(found.fact, found.hint) for found in caught.value.problems]


@pytest.mark.parametrize("period", SHORT)
def test_tables_in_files(period: str) -> None:
    with pytest.raises(LoadError) as caught:
        loads(
            f"kind: highlight_report\ntitle: T\ncouncil: c\nperformance: {{period: {period}, measures: [{{name: M}}]}}"
        )
    assert SHORT[period] in [(found.fact, found.hint) for found in caught.value.problems]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2009-2012", "2009 to 2012"),
        ("2009-12/2009-12", "December 2009"),
        ("2013-04", "April 2013"),
        ("2026-06", "June 2026"),
        ("2011/12", "2011/12"),
        ("2012-12", "December 2012"),
    ],
)
def test_what_is_clear(written: str, shown: str) -> None:
    document = Plan("T", council={"council": {"name": "A"}}, period=written, sections=[])
    assert shown in render_text(numbered(document)[0])


def test_a_date_of_a_year_and_a_month_is_a_month() -> None:
    assert Plan("T", council="c", date="2009-12").date == Month(2009, 12)
    document = Plan("T", council={"council": {"name": "A"}}, vision='In {{ longdate("2009-12") }}.')
    assert "In December 2009." in render_text(numbered(document)[0])
