"""What the builders of all reports share."""

from __future__ import annotations

from typing import Self, TypeVar

from attrs import frozen

from csp_docs.builders.document import DocumentBuilder
from csp_docs.model import BackgroundPaper, Contact, KeyDecision, Option, Report

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

    def implications(self, **texts: str) -> Self:
        """Add implications by the names that the council template declares; ``check`` reports others.

        >>> meeting = Meeting("Cabinet", date(2013, 7, 23))
        >>> report = cabinet_report("Safer Anytown", council="harborough", meeting=meeting)
        >>> report.implications(legal="None.").build().implications
        {'legal': 'None.'}
        """
        return self._named("implications", texts)

    def officer_comments(self, **texts: str) -> Self:
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

    def fields(self, **values: str | list[str]) -> Self:
        """Add values, texts or lists of texts, for fields that only the council template declares.

        >>> meeting = Meeting("Cabinet", date(2013, 7, 23))
        >>> report = cabinet_report("Safer Anytown", council="harborough", meeting=meeting)
        >>> report.fields(urgency="High").build().fields
        {'urgency': 'High'}
        """
        return self._named("fields", values)
