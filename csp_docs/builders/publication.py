"""The steps that the builders of all publications share."""

from __future__ import annotations

from typing import Self, TypeVar

from attrs import frozen

from csp_docs.builders.document import DocumentBuilder
from csp_docs.model import Foreword, Publication, Signatory
from csp_docs.model.content import ContentItem

P = TypeVar("P", bound=Publication)


@frozen(repr=False)
class PublicationBuilder(DocumentBuilder[P]):
    """Builds a publication step by step."""

    def strapline(self, text: str) -> Self:
        """Set the line below the title on the cover."""
        return self._with(strapline=text)

    def statement(self, text: str) -> Self:
        """Set the statutory note of the cover."""
        return self._with(statement=text)

    def vision(self, text: str) -> Self:
        """Say what the partnership is for."""
        return self._with(vision=text)

    def foreword(self, *content: ContentItem, signed_by: Signatory | None = None) -> Self:
        """Set the words before the body, and who signs them."""
        return self._with(foreword=Foreword(content, signed_by))

    def contents(self) -> Self:
        """Add a contents page."""
        return self._with(contents=True)
