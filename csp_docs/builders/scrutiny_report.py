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

    def report_number(self, number: str | int) -> Self:
        """Set the number of the report on the agenda.

        >>> meeting = Meeting("Scrutiny Panel", date(2014, 5, 15))
        >>> report = scrutiny_report("The year", council="harborough", meeting=meeting)
        >>> report.report_number("2").build().report_number
        '2'
        """
        return self._with(report_number=number)

    def report_of(self, officer: str) -> Self:
        """Say whose report it is.

        >>> meeting = Meeting("Scrutiny Panel", date(2014, 5, 15))
        >>> report = scrutiny_report("The year", council="harborough", meeting=meeting)
        >>> report.report_of("The manager").build().report_of
        'The manager'
        """
        return self._with(report_of=officer)

    def portfolio_holder(self, name: str) -> Self:
        """Say which member of the cabinet answers for it.

        >>> meeting = Meeting("Scrutiny Panel", date(2014, 5, 15))
        >>> report = scrutiny_report("The year", council="harborough", meeting=meeting)
        >>> report.portfolio_holder("Cllr Green").build().portfolio_holder
        'Cllr Green'
        """
        return self._with(portfolio_holder=name)

    def where_from(self, body: str) -> Self:
        """Say where the report comes from.

        >>> meeting = Meeting("Scrutiny Panel", date(2014, 5, 15))
        >>> report = scrutiny_report("The year", council="harborough", meeting=meeting)
        >>> report.where_from("Executive").build().where_from
        'Executive'
        """
        return self._with(where_from=body)

    def where_to_next(self, body: str) -> Self:
        """Say where it goes after this meeting.

        >>> meeting = Meeting("Scrutiny Panel", date(2014, 5, 15))
        >>> report = scrutiny_report("The year", council="harborough", meeting=meeting)
        >>> report.where_to_next("Council").build().where_to_next
        'Council'
        """
        return self._with(where_to_next=body)

    def period(self, period: Period | str | int) -> Self:
        """Set what the report looks back on, such as ``2013/14``. Raises ModelError for what is not a period.

        >>> meeting = Meeting("Scrutiny Panel", date(2014, 5, 15))
        >>> report = scrutiny_report("The year", council="harborough", meeting=meeting)
        >>> report.period("2013/14").build().period.financial
        True
        """
        return self._with(period=period)

    def objective(self, text: str) -> Self:
        """Say what the scrutiny is for.

        >>> meeting = Meeting("Scrutiny Panel", date(2014, 5, 15))
        >>> report = scrutiny_report("The year", council="harborough", meeting=meeting)
        >>> report.objective("To look at the year.").build().objective
        'To look at the year.'
        """
        return self._with(objective=text)

    def outcomes_sought(self, *outcomes: str) -> Self:
        """Add what the committee is asked to do.

        >>> meeting = Meeting("Scrutiny Panel", date(2014, 5, 15))
        >>> report = scrutiny_report("The year", council="harborough", meeting=meeting)
        >>> report.outcomes_sought("To note the report.").build().outcomes_sought
        ('To note the report.',)
        """
        return self._more("outcomes_sought", outcomes)

    def points_for_discussion(self, *points: str) -> Self:
        """Add what the committee may want to discuss.

        >>> meeting = Meeting("Scrutiny Panel", date(2014, 5, 15))
        >>> report = scrutiny_report("The year", council="harborough", meeting=meeting)
        >>> report.points_for_discussion("Burglary").build().points_for_discussion
        ('Burglary',)
        """
        return self._more("points_for_discussion", points)

    def consultation(self, text: str) -> Self:
        """Say who was consulted, and how.

        >>> meeting = Meeting("Scrutiny Panel", date(2014, 5, 15))
        >>> report = scrutiny_report("The year", council="harborough", meeting=meeting)
        >>> report.consultation("The police were consulted.").build().consultation
        'The police were consulted.'
        """
        return self._with(consultation=text)

    def previous_reports(self, *reports: str) -> Self:
        """Add reports on the matter that came before.

        >>> meeting = Meeting("Scrutiny Panel", date(2014, 5, 15))
        >>> report = scrutiny_report("The year", council="harborough", meeting=meeting)
        >>> report.previous_reports("May 2013").build().previous_reports
        ('May 2013',)
        """
        return self._more("previous_reports", reports)

    def sensitive(self, answer: bool = True) -> Self:
        """Say whether it was issued under the procedure for sensitive issues.

        >>> meeting = Meeting("Scrutiny Panel", date(2014, 5, 15))
        >>> report = scrutiny_report("The year", council="harborough", meeting=meeting)
        >>> report.sensitive(False).build().sensitive
        False
        """
        return self._with(sensitive=answer)

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
