"""The builder of the scrutiny report."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from typing import Any, Self

from attrs import frozen

from csp_docs.builders.report import ReportBuilder
from csp_docs.model import HighlightReport, Meeting, Period, ScrutinyReport
from csp_docs.model.document import Builder


@frozen(repr=False)
class ScrutinyReportBuilder(ReportBuilder[ScrutinyReport]):
    """Builds a scrutiny report step by step."""

    def report_number(self, number: str) -> Self:
        """Set the number of the report on the agenda."""
        return self._with(report_number=number)

    def report_of(self, officer: str) -> Self:
        """Say whose report it is."""
        return self._with(report_of=officer)

    def portfolio_holder(self, name: str) -> Self:
        """Say which member of the cabinet is responsible for it."""
        return self._with(portfolio_holder=name)

    def where_from(self, body: str) -> Self:
        """Say where the report comes from."""
        return self._with(where_from=body)

    def where_to_next(self, body: str) -> Self:
        """Say where it goes after this meeting."""
        return self._with(where_to_next=body)

    def period(self, period: Period | str) -> Self:
        """Set the period that the report looks back on (``2013/14``)."""
        return self._with(period=period)

    def objective(self, text: str) -> Self:
        """Say what the scrutiny is for."""
        return self._with(objective=text)

    def outcomes_sought(self, *outcomes: str) -> Self:
        """Add what the committee is asked to do."""
        return self._more("outcomes_sought", outcomes)

    def points_for_discussion(self, *points: str) -> Self:
        """Add what the committee may want to discuss."""
        return self._more("points_for_discussion", points)

    def consultation(self, text: str) -> Self:
        """Say who was consulted, and how."""
        return self._with(consultation=text)

    def previous_reports(self, *reports: str) -> Self:
        """Add earlier reports on the matter."""
        return self._more("previous_reports", reports)

    def sensitive(self, answer: bool = True) -> Self:
        """Say whether it was issued under the procedure for sensitive issues."""
        return self._with(sensitive=answer)

    def highlight_reports(self, *reports: HighlightReport | Builder) -> Self:
        """Add highlight reports, printed inside one appendix."""
        return self._more("highlight_reports", reports)


def scrutiny_report(
    title: str, *, council: str | PathLike[str] | Mapping[str, Any], meeting: Meeting
) -> ScrutinyReportBuilder:
    """Return a builder that holds a valid report: its title, its council and the meeting that takes it."""
    return ScrutinyReportBuilder(ScrutinyReport(title, council=council, meeting=meeting))
