"""What the builders of all reports share."""

from __future__ import annotations

from typing import Self, TypeVar

from attrs import frozen

from csp_docs.builders.document import DocumentBuilder
from csp_docs.model import BackgroundPaper, Contact, KeyDecision, Option, Period, Report
from csp_docs.model.content import ContentItem

R = TypeVar("R", bound=Report)


@frozen(repr=False)
class ReportBuilder(DocumentBuilder[R]):
    """The steps of every report to a meeting."""

    def purpose(self, text: str) -> Self:
        """Say what the report is for.

        >>> meeting = Meeting("Cabinet", date(2013, 7, 23))
        >>> report = cabinet_report("Safer Anytown", council="harborough", meeting=meeting)
        >>> report.purpose("To note the year.").build().purpose
        'To note the year.'
        """
        return self._with(purpose=text)

    def reason(self, text: str) -> Self:
        """Say why the decision is asked for.

        >>> meeting = Meeting("Cabinet", date(2013, 7, 23))
        >>> report = cabinet_report("Safer Anytown", council="harborough", meeting=meeting)
        >>> report.reason("The law asks for it.").build().reason
        'The law asks for it.'
        """
        return self._with(reason=text)

    def key_decision(
        self,
        *,
        financial: bool | None = None,
        community: bool | None = None,
        key: bool | None = None,
        reason: str = "",
        wards: list[str] | tuple[str, ...] = (),
    ) -> Self:
        """Say whether this is a key decision, by its two tests or as one answer with a reason and the wards.

        (The Local Authorities (Executive Arrangements) Regulations 2012, regulation 8.)
        Raises ModelError without an answer.

        >>> meeting = Meeting("Cabinet", date(2013, 7, 23))
        >>> report = cabinet_report("Safer Anytown", council="harborough", meeting=meeting)
        >>> report.key_decision(financial=False, community=True).build().key_decision.community
        True
        """
        decision = KeyDecision(financial=financial, community=community, key=key, reason=reason, wards=wards)
        return self._with(key_decision=decision)

    def contacts(self, *contacts: Contact) -> Self:
        """Add people to ask.

        >>> meeting = Meeting("Cabinet", date(2013, 7, 23))
        >>> report = cabinet_report("Safer Anytown", council="harborough", meeting=meeting)
        >>> report.contacts(Contact(name="A. Green")).build().contacts[0].name
        'A. Green'
        """
        return self._more("contacts", contacts)

    def options(self, *options: Option) -> Self:
        """Add options that were considered.

        >>> meeting = Meeting("Cabinet", date(2013, 7, 23))
        >>> report = cabinet_report("Safer Anytown", council="harborough", meeting=meeting)
        >>> report.options(Option("Do nothing", "Risky")).build().options[0].assessment
        'Risky'
        """
        return self._more("options", options)

    def council_priorities(self, *priorities: str) -> Self:
        """Add priorities of the council that the report serves.

        >>> meeting = Meeting("Cabinet", date(2013, 7, 23))
        >>> report = cabinet_report("Safer Anytown", council="harborough", meeting=meeting)
        >>> report.council_priorities("Homes and communities").build().council_priorities
        ('Homes and communities',)
        """
        return self._more("council_priorities", priorities)

    def implications(self, **texts: str | list[ContentItem]) -> Self:
        """Add implications, texts or content, by the names that the council template declares.

        ``check`` reports others.

        >>> meeting = Meeting("Cabinet", date(2013, 7, 23))
        >>> report = cabinet_report("Safer Anytown", council="harborough", meeting=meeting)
        >>> report.implications(legal="None.").build().implications
        {'legal': 'None.'}
        """
        return self._named("implications", texts)

    def officer_comments(self, **texts: str | list[ContentItem]) -> Self:
        """Add comments of ``head_of_paid_service``, ``section_151_officer`` or ``monitoring_officer``.

        ``check`` reports other names than the council template declares.

        >>> meeting = Meeting("Cabinet", date(2013, 7, 23))
        >>> report = cabinet_report("Safer Anytown", council="harborough", meeting=meeting)
        >>> report.officer_comments(monitoring_officer="Fine.").build().officer_comments
        {'monitoring_officer': 'Fine.'}
        """
        return self._named("officer_comments", texts)

    def consultees(self, *names: str) -> Self:
        """Add those who were consulted.

        >>> meeting = Meeting("Cabinet", date(2013, 7, 23))
        >>> report = cabinet_report("Safer Anytown", council="harborough", meeting=meeting)
        >>> report.consultees("Police").build().consultees
        ('Police',)
        """
        return self._more("consultees", names)

    def background_papers(self, *papers: BackgroundPaper) -> Self:
        """Add papers that the report relies on (Local Government Act 1972, section 100D).

        >>> meeting = Meeting("Cabinet", date(2013, 7, 23))
        >>> report = cabinet_report("Safer Anytown", council="harborough", meeting=meeting)
        >>> report.background_papers(BackgroundPaper("The plan")).build().background_papers[0].title
        'The plan'
        """
        return self._more("background_papers", papers)

    def recommend(self, *recommendations: str) -> Self:
        """Add recommendations; a cabinet report needs one or more.

        >>> meeting = Meeting("Cabinet", date(2013, 7, 23))
        >>> report = cabinet_report("Safer Anytown", council="harborough", meeting=meeting)
        >>> report.recommend("note the report").build().recommendations
        ('note the report',)
        """
        return self._more("recommendations", recommendations)

    def wards(self, *wards: str) -> Self:
        """Add wards that the report touches.

        >>> meeting = Meeting("Cabinet", date(2013, 7, 23))
        >>> report = cabinet_report("Safer Anytown", council="harborough", meeting=meeting)
        >>> report.wards("Ashby").build().wards
        ('Ashby',)
        """
        return self._more("wards", wards)

    def fields(self, **values: str | list[ContentItem] | list[str]) -> Self:
        """Add values, texts or content, for fields that only the council template declares.

        >>> meeting = Meeting("Cabinet", date(2013, 7, 23))
        >>> report = cabinet_report("Safer Anytown", council="harborough", meeting=meeting)
        >>> report.fields(urgency="High").build().fields
        {'urgency': 'High'}
        """
        return self._named("fields", values)

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
