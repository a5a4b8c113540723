"""What the builders of all documents share: immutable steps over the model. Every step returns a new builder.

The examples in this room use ``from csp_docs import *``, ``from datetime import date`` and ``import polars``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import frozen

from csp_docs.builders.changing.builder import Changing
from csp_docs.builders.content import section
from csp_docs.model import Access, Appendix, Contact, CouncilDocument, Generated, Language, ModelPart, Status
from csp_docs.model.choices import LanguageName, ModelPartName, StatusName
from csp_docs.model.content import ContentItem
from csp_docs.model.dates import Day
from csp_docs.model.document import Builder
from csp_docs.model.sections import SectionItem
from csp_docs.model.values import words

D = TypeVar("D", bound=CouncilDocument)


@frozen(repr=False)
class DocumentBuilder(Changing[D]):
    """A thin layer over a valid document: methods carry the model's names, methods for lists add to what is there."""

    def subtitle(self, text: str) -> Self:
        """Set the line below the title.

        >>> plan("Safer Anytown", council="harborough").subtitle("Third year").build().subtitle
        'Third year'
        """
        return self._with(subtitle=text)

    def status(self, status: Status | StatusName) -> Self:
        """Set what it is for: ``draft``, ``for_decision``, ``for_discussion``, ``for_noting`` or ``final``.

        A draft is marked on every page; a final document cannot be built while anything is pending.
        Raises ModelError for another word.

        >>> plan("Safer Anytown", council="harborough").status("draft").build().status
        <Status.DRAFT: 'draft'>
        """
        return self._with(status=status)

    def version(self, version: str | float) -> Self:
        """Set the version, as it is printed.

        >>> plan("Safer Anytown", council="harborough").version("V3").build().version
        'V3'
        """
        return self._with(version=version)

    def date(self, day: Day | str | int) -> Self:
        """Set the date of the document: a date, a year, or a text such as ``2013-07-23``, ``2013-07`` or ``2013``.

        A report without one has that of its meeting. Raises ModelError for what is not a date.

        >>> plan("Safer Anytown", council="harborough").date("2013-07").build().date
        Month(year=2013, month=7)
        """
        return self._with(date=day)

    def language(self, language: Language | LanguageName) -> Self:
        """Set the language of the edition: ``en-GB`` or ``cy-GB``. Raises ModelError for another one.

        >>> plan("Anytown ddiogelach", council="harborough").language("cy-GB").build().language
        <Language.WELSH: 'cy-GB'>
        """
        return self._with(language=language)

    def access(
        self,
        *,
        exempt: list[int] | tuple[int, ...] = (),
        reason: str = "",
        confidential: bool = False,
        public_title: str = "",
        public_reason: str = "",
        marking: str = "",
    ) -> Self:
        """Say on every page that the document is not for the public, or has a protective ``marking``, or both.

        ``exempt`` lists paragraphs of the Schedule that applies in the council's nation: in England, Part 1 of Schedule
        12A to the Local Government Act 1972. ``public_title`` and ``public_reason`` are printed in the public edition.
        A ``marking`` alone, such as OFFICIAL, exempts nothing. The step takes what ``Access(…)`` takes, and replaces
        what an earlier one gave. Raises ModelError for numbers below 1, and for a reason without a ground.

        >>> builder = plan("Safer Anytown", council="harborough")
        >>> access = builder.access(exempt=[7], reason="An operation", marking="OFFICIAL").build().access
        >>> access.exempt, access.marking
        ((7,), 'OFFICIAL')
        """
        words = {"public_title": public_title, "public_reason": public_reason, "marking": marking}
        return self._with(access=Access(exempt, reason, confidential=confidential, **words))

    def section(
        self,
        title: str,
        *children: ContentItem | SectionItem,
        id: str = "",  # noqa: A002
        numbered: bool = True,
        access: Access | None = None,
    ) -> Self:
        """Add a section with its content and the sections below it, as ``section(…)`` returns it. Raises ModelError.

        >>> builder = plan("Safer Anytown", council="harborough")
        >>> builder.section("Background", "Crime fell.").build().sections[0].title
        'Background'
        """
        return self._more("sections", (section(title, *children, id=id, numbered=numbered, access=access),))

    def generate(
        self,
        part: ModelPart | ModelPartName,
        title: str = "",
        *,
        id: str = "",  # noqa: A002
        numbered: bool = True,
        access: Access | None = None,
    ) -> Self:
        """Add a part that is drawn from the model, such as ``priorities``, ``topics``, ``glossary`` or ``contents``.

        Without a title, its items are at the level of sections. Raises ModelError for an unknown part.

        >>> builder = plan("Safer Anytown", council="harborough")
        >>> builder.generate("priorities", "Our priorities").build().sections[0].generate
        'priorities'
        """
        return self._more("sections", (Generated(part, title, id=id, numbered=numbered, access=access),))

    def appendix(
        self,
        title: str,
        *children: ContentItem | SectionItem,
        id: str = "",  # noqa: A002
        label: str = "",
        access: Access | None = None,
        document: CouncilDocument | Builder | None = None,
    ) -> Self:
        """Add an appendix with its content and sections, or one that is another ``document``, complete.

        ``label`` takes the place of the letter or number that it would have. ``access`` says that it is not for the
        public; ``Access()`` opens it in a document that is not. Raises ModelError where it has both, or
        neither.

        >>> builder = plan("Safer Anytown", council="harborough")
        >>> builder.appendix("Figures", "None yet.").build().appendices[0].title
        'Figures'
        """
        whole = section(title, *children)
        appendix = Appendix(
            title,
            id=id,
            label=label,
            access=access,
            content=whole.content,
            sections=whole.sections,
            document=document,
        )
        return self._more("appendices", (appendix,))

    def glossary(self, terms: Mapping[str, str]) -> Self:
        """Add terms with their meanings, printed in this order where a section generates the glossary.

        >>> builder = plan("Safer Anytown", council="harborough")
        >>> builder.glossary({"ASB": "Anti-social behaviour"}).build().glossary
        {'ASB': 'Anti-social behaviour'}
        """
        return self._named("glossary", words(terms))

    def contact(self, contact: Contact) -> Self:
        """Set whom to ask about the document.

        >>> builder = plan("Safer Anytown", council="harborough")
        >>> builder.contact(Contact(team="Community Safety")).build().contact.team
        'Community Safety'
        """
        return self._with(contact=contact)

    def terms(self, **words: str) -> Self:
        """Override printed words of the council template. ``check`` reports names that the template does not know.

        >>> plan("Safer Anytown", council="harborough").terms(appendix="Annex").build().terms
        {'appendix': 'Annex'}
        """
        return self._named("terms", words)

    def partnership(self, **values: Any) -> Self:
        """Override what the council template says of the partnership.

        >>> builder = plan("Safer Anytown", council="harborough")
        >>> builder.partnership(area="the district").build().partnership
        {'area': 'the district'}
        """
        return self._named("partnership", values)

    def theme(self, **values: Any) -> Self:
        """Override looks of the council template: colours (``"#5B2A86"``) and margins in centimetres.

        >>> plan("Safer Anytown", council="harborough").theme(page={"left": 3}).build().theme
        {'page': {'left': 3}}
        """
        return self._named("theme", values)

    def layouts(self, **values: Any) -> Self:
        """Override layouts of the council template, by the kind of document.

        >>> builder = plan("Safer Anytown", council="harborough")
        >>> builder.layouts(plan={"appendices": {"label": "1"}}).build().layouts
        {'plan': {'appendices': {'label': '1'}}}
        """
        return self._named("layouts", values)
