"""Words to choose from are known to type checkers, dates may be texts, and numbers may be numbers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, get_args

import pytest
from attrs import fields

from csp_docs import Facts, Meeting, Month, Period, Plan, ScrutinyReport, Table, Year
from csp_docs.documents.kinds import KINDS
from csp_docs.model import charts, choices, content, document, figures, measures, registers, sections
from csp_docs.model.checked import kinds_of
from csp_docs.model.reach import classes_in

ENUMS: list[tuple[Any, type[Enum]]] = [
    (choices.BetterName, measures.Better),
    (choices.ChartTypeName, charts.ChartType),
    (choices.DiagramTypeName, figures.DiagramType),
    (choices.LanguageName, document.Language),
    (choices.MeasureFieldName, registers.MeasureField),
    (choices.ModelListName, content.ModelList),
    (choices.ModelPartName, sections.ModelPart),
    (choices.RagName, measures.Rag),
    (choices.StatusName, document.Status),
]


@pytest.mark.parametrize(("names", "enum"), ENUMS, ids=[enum.__name__ for _, enum in ENUMS])
def test_the_words_to_choose_from_are_those_that_there_are(names: Any, enum: type[Enum]) -> None:
    assert list(get_args(names)) == [member.value for member in enum]


def test_every_date_may_be_given_as_a_text() -> None:
    found = {
        f"{cls.__name__}.{field.name}": field.converter("2026-03-01") if callable(field.converter) else None
        for cls in frozenset[type]().union(*map(classes_in, KINDS.values()))
        for field in fields(cls)
        if {date, Period} & {*kinds_of(cls, field.name)}
    }
    assert len(found) > 10
    assert {
        name: value for name, value in found.items() if value not in (date(2026, 3, 1), Period.parse("2026-03-01"))
    } == {}


def test_a_period_may_be_given_by_two_texts() -> None:
    assert Period("2011", "2013-02") == Period(Year(2011), Month(2013, 2))


@pytest.mark.parametrize(
    ("number", "text"),
    [(12, "12"), (-3, "-3"), (7.5, "7.5"), (0.1 + 0.2, "0.3"), (9.0, "9"), (Decimal("1.50"), "1.50")],
)
def test_numbers_of_tables_may_be_numbers(number: Any, text: str) -> None:
    assert Table(["Ward", "Number"], [["Ashby", number]], total=["All", number]) == Table(
        ["Ward", "Number"], [["Ashby", text]], total=["All", text]
    )
    assert Facts({"Wards": number}) == Facts({"Wards": text})


def test_numbers_of_papers_may_be_numbers() -> None:
    report = ScrutinyReport(
        "A", council="harborough", meeting=Meeting("Panel", "2026-03-01"), report_number=4, version=2
    )
    assert (report.report_number, report.version) == ("4", "2")
    assert Plan("A", council="harborough", version=3).version == "3"
