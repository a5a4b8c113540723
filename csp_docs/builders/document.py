"""What the builders of all documents share: immutable steps over the model. Every step returns a new builder."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Generic, Self, TypeVar

from attrs import evolve, fields, frozen

from csp_docs.builders.content import section
from csp_docs.checks import findings
from csp_docs.model import Access, Appendix, Contact, CouncilDocument, Generated, Language, ModelPart, Status
from csp_docs.model.content import ContentItem
from csp_docs.model.dates import Day
from csp_docs.model.document import Builder
from csp_docs.model.sections import SectionItem
from csp_docs.model.values import words

D = TypeVar("D", bound=CouncilDocument)


@frozen(repr=False)
class DocumentBuilder(Generic[D]):
    """A thin layer over a valid document: methods carry the model's names, methods for lists add to what is there."""

    _document: D

    def build(self) -> D:
        """Return the document itself."""
        return self._document

    def save(self, *paths: str | os.PathLike[str]) -> tuple[Path, ...]:
        """Return the files written: one for each path, Word or PDF by its ending. Raises CspDocsError."""
        from csp_docs.api import save  # the writers are imported when something is written

        return save(self._document, *paths)

    def __repr__(self) -> str:
        """Return what is set, and what the checks find missing."""
        set_here = [f.name for f in fields(type(self._document)) if getattr(self._document, f.name) != f.default]
        said = [f"{name}={getattr(self._document, name)!r:.40}" for name in set_here if getattr(self._document, name)]
        missing = [f"  missing: {problem.fact}" for problem in findings(self._document)]
        return "\n".join([f"{type(self).__name__}({', '.join(said)})", *missing])

    def subtitle(self, text: str) -> Self:
        """Set the line below the title."""
        return self._with(subtitle=text)

    def status(self, status: Status | str) -> Self:
        """Set what it is for: ``draft``, ``for_decision``, ``for_discussion``, ``for_noting`` or ``final``."""
        return self._with(status=status)

    def version(self, version: str) -> Self:
        """Set the version ("V3")."""
        return self._with(version=version)

    def date(self, day: Day | str) -> Self:
        """Set the date of the document; a report without one uses the meeting's."""
        return self._with(date=day)

    def language(self, language: Language | str) -> Self:
        """Set the language of the edition: ``en-GB`` or ``cy-GB``."""
        return self._with(language=language)

    def access(self, *, exempt: list[int], reason: str) -> Self:
        """Mark the document as exempt under paragraphs of Part 1 of Schedule 12A."""
        return self._with(access=Access(exempt, reason))

    def section(self, title: str, *children: ContentItem | SectionItem, id: str = "", numbered: bool = True) -> Self:  # noqa: A002
        """Add a section with its content and the sections below it."""
        return self._more("sections", (section(title, *children, id=id, numbered=numbered),))

    def generate(self, part: ModelPart | str, title: str = "", *, id: str = "", numbered: bool = True) -> Self:  # noqa: A002
        """Add a part that is drawn from the model: ``priorities``, ``partners``, ``glossary``."""
        return self._more("sections", (Generated(part, title, id=id, numbered=numbered),))

    def appendix(
        self,
        title: str,
        *children: ContentItem | SectionItem,
        id: str = "",  # noqa: A002
        label: str = "",
        access: Access | None = None,
        document: CouncilDocument | Builder | None = None,
    ) -> Self:
        """Add an appendix with its content and sections, or one that is another complete document."""
        whole = section(title, *children)
        appendix = Appendix(
            title,
            id=id,
            label=label,
            access=access or Access(),
            content=whole.content,
            sections=whole.sections,
            document=document,
        )
        return self._more("appendices", (appendix,))

    def glossary(self, terms: Mapping[str, str]) -> Self:
        """Add terms with their meanings, printed in this order."""
        return self._named("glossary", words(terms))

    def contact(self, contact: Contact) -> Self:
        """Set the contact for the document."""
        return self._with(contact=contact)

    def terms(self, **words: str) -> Self:
        """Override printed words of the council template."""
        return self._named("terms", words)

    def partnership(self, **values: Any) -> Self:
        """Override what the council template says about the partnership."""
        return self._named("partnership", values)

    def theme(self, **values: Any) -> Self:
        """Override the colours, fonts and sizes of the council template."""
        return self._named("theme", values)

    def layouts(self, **values: Any) -> Self:
        """Override layouts of the council template."""
        return self._named("layouts", values)

    def _with(self, **changes: Any) -> Self:
        return evolve(self, document=evolve(self._document, **changes))

    def _more(self, name: str, items: tuple[Any, ...]) -> Self:
        return self._with(**{name: (*getattr(self._document, name), *items)})

    def _named(self, name: str, values: dict[str, Any]) -> Self:
        return self._with(**{name: {**getattr(self._document, name), **values}})
