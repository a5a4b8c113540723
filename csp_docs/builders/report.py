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
        """Say what the report is for."""
        return self._with(purpose=text)

    def reason(self, text: str) -> Self:
        """Say why the decision is needed."""
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
        """Say whether this is a key decision, by its two tests or with one answer, a reason and the wards."""
        decision = KeyDecision(financial=financial, community=community, key=key, reason=reason, wards=wards)
        return self._with(key_decision=decision)

    def contacts(self, *contacts: Contact) -> Self:
        """Add people to contact."""
        return self._more("contacts", contacts)

    def options(self, *options: Option) -> Self:
        """Add options that were considered."""
        return self._more("options", options)

    def council_priorities(self, *priorities: str) -> Self:
        """Add priorities of the council that the report serves."""
        return self._more("council_priorities", priorities)

    def implications(self, **texts: str) -> Self:
        """Add implications by the names that the council template declares."""
        return self._named("implications", texts)

    def officer_comments(self, **texts: str) -> Self:
        """Add comments of ``head_of_paid_service``, ``section_151_officer`` or ``monitoring_officer``."""
        return self._named("officer_comments", texts)

    def consultees(self, *names: str) -> Self:
        """Add those who were consulted."""
        return self._more("consultees", names)

    def background_papers(self, *papers: BackgroundPaper) -> Self:
        """Add papers that the report relies on."""
        return self._more("background_papers", papers)

    def recommend(self, *recommendations: str) -> Self:
        """Add recommendations."""
        return self._more("recommendations", recommendations)

    def wards(self, *wards: str) -> Self:
        """Add wards that the report affects."""
        return self._more("wards", wards)

    def fields(self, **values: str | list[str]) -> Self:
        """Add values for fields that only the council template declares."""
        return self._named("fields", values)
