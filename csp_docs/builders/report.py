"""What the builders of all reports share: immutable steps over the model. Every step returns a new builder."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Generic, Self, TypeVar

from attrs import evolve, fields, frozen

from csp_docs.builders.content import section
from csp_docs.checks import findings
from csp_docs.model import (
    Access,
    Appendix,
    BackgroundPaper,
    Contact,
    CouncilDocument,
    KeyDecision,
    Language,
    Option,
    Report,
    Status,
)
from csp_docs.model.content import ContentItem
from csp_docs.model.sections import SectionItem

R = TypeVar("R", bound=Report)


@frozen(repr=False)
class ReportBuilder(Generic[R]):
    """A thin skin over a valid report: methods carry the model's names, methods for lists add to what is there."""

    _report: R

    def build(self) -> R:
        """Return the report itself."""
        return self._report

    def save(self, *paths: str | os.PathLike[str]) -> tuple[Path, ...]:
        """Return the files written: one for each path, Word or PDF by its ending. Raises CspDocsError."""
        from csp_docs.output import save  # the writers are imported when something is written

        return save(self._report, *paths)

    def __repr__(self) -> str:
        """Return what is set, and what the checks still miss."""
        set_here = [f.name for f in fields(type(self._report)) if getattr(self._report, f.name) != f.default]
        said = [f"{name}={getattr(self._report, name)!r:.40}" for name in set_here if getattr(self._report, name)]
        missing = [f"  missing: {problem.fact}" for problem in findings(self._report)]
        return "\n".join([f"{type(self).__name__}({', '.join(said)})", *missing])

    def purpose(self, text: str) -> Self:
        """Say what the report is for."""
        return self._with(purpose=text)

    def reason(self, text: str) -> Self:
        """Say why the decision is asked for."""
        return self._with(reason=text)

    def subtitle(self, text: str) -> Self:
        """Set the line below the title."""
        return self._with(subtitle=text)

    def status(self, status: Status | str) -> Self:
        """Set what the paper is for: ``draft``, ``for_decision``, ``for_discussion``, ``for_noting`` or ``final``."""
        return self._with(status=status)

    def version(self, version: str) -> Self:
        """Set the version ("V3")."""
        return self._with(version=version)

    def date(self, day: dt.date) -> Self:
        """Set the date of the document; without one it is the meeting's."""
        return self._with(date=day)

    def language(self, language: Language | str) -> Self:
        """Set the language of the edition: ``en-GB`` or ``cy-GB``."""
        return self._with(language=language)

    def access(self, *, exempt: list[int], reason: str) -> Self:
        """Mark the report as exempt under paragraphs of Part 1 of Schedule 12A."""
        return self._with(access=Access(exempt, reason))

    def key_decision(
        self,
        *,
        financial: bool | None = None,
        community: bool | None = None,
        key: bool | None = None,
        reason: str = "",
        wards: list[str] | tuple[str, ...] = (),
    ) -> Self:
        """Say whether this is a key decision, by its two tests or as a whole with a reason and the wards."""
        decision = KeyDecision(financial=financial, community=community, key=key, reason=reason, wards=wards)
        return self._with(key_decision=decision)

    def contacts(self, *contacts: Contact) -> Self:
        """Add people to ask."""
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
        """Add wards that the report touches."""
        return self._more("wards", wards)

    def fields(self, **values: str | list[str]) -> Self:
        """Add values for fields that only the council template declares."""
        return self._named("fields", values)

    def section(self, title: str, *children: ContentItem | SectionItem, id: str = "", numbered: bool = True) -> Self:  # noqa: A002
        """Add a section with its content and the sections below it."""
        return self._more("sections", (section(title, *children, id=id, numbered=numbered),))

    def appendix(
        self,
        title: str,
        *children: ContentItem | SectionItem,
        id: str = "",  # noqa: A002
        document: CouncilDocument | None = None,
    ) -> Self:
        """Add an appendix with its content and sections, or one that is another document, whole."""
        whole = section(title, *children)
        appendix = Appendix(title, id=id, content=whole.content, sections=whole.sections, document=document)
        return self._more("appendices", (appendix,))

    def glossary(self, terms: Mapping[str, str]) -> Self:
        """Add terms with their meanings, printed in this order."""
        return self._named("glossary", dict(terms))

    def contact(self, contact: Contact) -> Self:
        """Set whom to ask about the document."""
        return self._with(contact=contact)

    def terms(self, **words: str) -> Self:
        """Override printed words of the council template."""
        return self._named("terms", words)

    def partnership(self, **values: Any) -> Self:
        """Override what the council template says of the partnership."""
        return self._named("partnership", values)

    def theme(self, **values: Any) -> Self:
        """Override looks of the council template."""
        return self._named("theme", values)

    def layouts(self, **values: Any) -> Self:
        """Override layouts of the council template."""
        return self._named("layouts", values)

    def _with(self, **changes: Any) -> Self:
        return evolve(self, report=evolve(self._report, **changes))

    def _more(self, name: str, items: tuple[Any, ...]) -> Self:
        return self._with(**{name: (*getattr(self._report, name), *items)})

    def _named(self, name: str, values: dict[str, Any]) -> Self:
        return self._with(**{name: {**getattr(self._report, name), **values}})
