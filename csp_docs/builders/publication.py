"""The steps that the builders of all publications share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self, TypeVar

from attrs import frozen

from csp_docs.builders.document import DocumentBuilder
from csp_docs.model import Foreword, Picture, Publication, Signatory
from csp_docs.model.content import ContentItem
from csp_docs.model.drawn import PictureLike
from csp_docs.model.values import words

P = TypeVar("P", bound=Publication)


@frozen(repr=False)
class PublicationBuilder(DocumentBuilder[P]):
    """Builds a publication step by step."""

    def strapline(self, text: str) -> Self:
        """Set the line below the title on the cover.

        >>> builder = plan("Safer Anytown", council="harborough")
        >>> builder.strapline("Working together").build().strapline
        'Working together'
        """
        return self._with(strapline=text)

    def statement(self, text: str) -> Self:
        """Set the statutory note of the cover.

        >>> builder = plan("Safer Anytown", council="harborough")
        >>> builder.statement("Under section 6.").build().statement
        'Under section 6.'
        """
        return self._with(statement=text)

    def cover_picture(self, file: PictureLike, alt: str = "", *, decorative: bool = False) -> Self:
        """Set the picture of the cover, with its alternative text; ``file`` is as for ``figure``.

        It is printed where the council's layout has ``cover_style: picture``. ``decorative`` says that it tells nothing
        (WCAG 2.2, 1.1.1). Raises ModelError unless just one of the two is given.

        >>> builder = plan("Safer Anytown", council="harborough")
        >>> builder.cover_picture("town.jpg", "The market place").build().cover_picture.alt
        'The market place'
        """
        return self._with(cover_picture=Picture(file, alt, decorative))

    def vision(self, text: str) -> Self:
        """Say what the partnership is for, in a sentence.

        >>> plan("Safer Anytown", council="harborough").vision("A safer district.").build().vision
        'A safer district.'
        """
        return self._with(vision=text)

    def foreword(self, *content: ContentItem, signed_by: Signatory | None = None, title: str = "") -> Self:
        """Add a foreword: words before the body, and who signs them. Raises ModelError without words.

        >>> signatory = Signatory(name="A. Green", role="Chair")
        >>> builder = plan("Safer Anytown", council="harborough")
        >>> builder.foreword("Crime fell.", signed_by=signatory).build().foreword.content
        ('Crime fell.',)
        """
        new = Foreword(content, signed_by, title=title)
        return self._with(foreword=(*self._document.forewords, new) if self._document.foreword else new)

    def document_control(self, facts: Mapping[str, str]) -> Self:
        """Add labels with texts to the page on document control, which is printed where the council's layout has one.

        >>> builder = plan("Safer Anytown", council="harborough")
        >>> builder.document_control({"Approved by": "Cabinet"}).build().document_control
        {'Approved by': 'Cabinet'}
        """
        return self._named("document_control", words(facts))

    def contents(self) -> Self:
        """Ask for a contents page, which is printed where the council's layout has one.

        >>> plan("Safer Anytown", council="harborough").contents().build().contents
        True
        """
        return self._with(contents=True)
