"""The builder of the highlight report."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from typing import Any, Self

from attrs import frozen

from csp_docs.builders.document import DocumentBuilder
from csp_docs.model import HighlightPriority, HighlightReport, Performance, Period, Rag
from csp_docs.model.content import ContentItem


@frozen(repr=False)
class HighlightReportBuilder(DocumentBuilder[HighlightReport]):
    """Builds a highlight report step by step."""

    def priority(self, title: str, *aims: str) -> Self:
        """Set the priority that the report is about, and its aims."""
        return self._with(priority=HighlightPriority(title, aims))

    def lead(self, name: str) -> Self:
        """Say who leads the work."""
        return self._with(lead=name)

    def rag(self, rating: Rag | str) -> Self:
        """Say how it is going overall: ``green``, ``amber`` or ``red``."""
        return self._with(rag=rating)

    def performance(self, performance: Performance) -> Self:
        """Set the measures that show how it is going."""
        return self._with(performance=performance)

    def position(self, *content: ContentItem) -> Self:
        """Add words on the current position."""
        return self._more("position", content)

    def activity(self, *content: ContentItem) -> Self:
        """Add what was done; several texts are a list."""
        return self._more("activity", content)

    def next_steps(self, *content: ContentItem) -> Self:
        """Add what comes next; several texts are a list."""
        return self._more("next_steps", content)

    def risks(self, *content: ContentItem) -> Self:
        """Add what could go wrong; several texts are a list."""
        return self._more("risks", content)

    def issues(self, *content: ContentItem) -> Self:
        """Add what has gone wrong; several texts are a list."""
        return self._more("issues", content)


def highlight_report(
    title: str, *, council: str | PathLike[str] | Mapping[str, Any] = "", period: Period | str | None = None
) -> HighlightReportBuilder:
    """Return a builder of a report; one that goes into a scrutiny report takes over its council and its period."""
    return HighlightReportBuilder(HighlightReport(title, council=council, period=period))
