"""The builder of the scrutiny report."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from typing import Any, Self

from attrs import frozen

from csp_docs.builders.report import ReportBuilder
from csp_docs.model import HighlightReport, Meeting, ScrutinyReport
from csp_docs.model.document import Builder


@frozen(repr=False)
class ScrutinyReportBuilder(ReportBuilder[ScrutinyReport]):
    """Builds a scrutiny report step by step."""

    def highlight_reports(self, *reports: HighlightReport | Builder) -> Self:
        """Add highlight reports, printed inside one appendix.

        Raises ModelError where one gives what only the outer report can give.

        >>> meeting = Meeting("Scrutiny Panel", date(2014, 5, 15))
        >>> report = scrutiny_report("The year", council="harborough", meeting=meeting)
        >>> report.highlight_reports(highlight_report("Burglary")).build().highlight_reports[0].title
        'Burglary'
        """
        return self._more("highlight_reports", reports)


def scrutiny_report(
    title: str, *, council: str | PathLike[str] | Mapping[str, Any], meeting: Meeting
) -> ScrutinyReportBuilder:
    """Return a builder of a report to the committee that scrutinises community safety, for its ``meeting``.

    (Police and Justice Act 2006, section 19.) It holds a valid report from the start. ``council`` is as for ``plan``.
    Raises ModelError.

    >>> meeting = Meeting("Scrutiny Panel", date(2014, 5, 15))
    >>> scrutiny_report("The year", council="harborough", meeting=meeting).build().meeting.body
    'Scrutiny Panel'
    """
    return ScrutinyReportBuilder(ScrutinyReport(title, council=council, meeting=meeting))
