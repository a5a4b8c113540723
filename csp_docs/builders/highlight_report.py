"""The builder of the highlight report."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from typing import Any, Self

from attrs import frozen

from csp_docs.builders.document import DocumentBuilder
from csp_docs.model import HighlightPriority, HighlightReport, Performance, Period, Rag
from csp_docs.model.choices import RagName
from csp_docs.model.content import ContentItem


@frozen(repr=False)
class HighlightReportBuilder(DocumentBuilder[HighlightReport]):
    """Builds a highlight report step by step."""

    def priority(self, title: str, *aims: str) -> Self:
        """Set the priority that the report is about, and its aims. Raises ModelError without a title.

        >>> builder = highlight_report("Burglary", council="harborough")
        >>> builder.priority("Safer homes", "Fewer burglaries").build().priority.aims
        ('Fewer burglaries',)
        """
        return self._with(priority=HighlightPriority(title, aims))

    def lead(self, name: str) -> Self:
        """Say who leads the work.

        >>> highlight_report("Burglary", council="harborough").lead("A. Green").build().lead
        'A. Green'
        """
        return self._with(lead=name)

    def rag(self, rating: Rag | RagName) -> Self:
        """Say how it goes as a whole: ``green``, ``amber``, ``red``, ``blue`` or ``grey``. Raises ModelError.

        >>> highlight_report("Burglary", council="harborough").rag("amber").build().rag
        <Rag.AMBER: 'amber'>
        """
        return self._with(rag=rating)

    def performance(self, performance: Performance) -> Self:
        """Set the measures that say how it goes.

        >>> builder = highlight_report("Burglary", council="harborough")
        >>> builder.performance(Performance([Measure("Burglary", 31)])).build().performance.measures[0].name
        'Burglary'
        """
        return self._with(performance=performance)

    def position(self, *content: ContentItem) -> Self:
        """Add words on how things are.

        >>> builder = highlight_report("Burglary", council="harborough")
        >>> builder.position("Burglary fell.").build().position
        ('Burglary fell.',)
        """
        return self._more("position", content)

    def activity(self, *content: ContentItem) -> Self:
        """Add what was done; several texts are a list.

        >>> builder = highlight_report("Burglary", council="harborough")
        >>> builder.activity("Patrols", "Letters").build().activity
        ('Patrols', 'Letters')
        """
        return self._more("activity", content)

    def next_steps(self, *content: ContentItem) -> Self:
        """Add what comes next; several texts are a list.

        >>> builder = highlight_report("Burglary", council="harborough")
        >>> builder.next_steps("More patrols").build().next_steps
        ('More patrols',)
        """
        return self._more("next_steps", content)

    def risks(self, *content: ContentItem) -> Self:
        """Add what could go wrong; several texts are a list.

        >>> highlight_report("Burglary", council="harborough").risks("Funding ends").build().risks
        ('Funding ends',)
        """
        return self._more("risks", content)

    def issues(self, *content: ContentItem) -> Self:
        """Add what has gone wrong; several texts are a list.

        >>> highlight_report("Burglary", council="harborough").issues("A vacancy").build().issues
        ('A vacancy',)
        """
        return self._more("issues", content)


def highlight_report(
    title: str, *, council: str | PathLike[str] | Mapping[str, Any] = "", period: Period | str | int | None = None
) -> HighlightReportBuilder:
    """Return a builder of a highlight report: how one priority goes, on one page.

    One that goes into a scrutiny report takes over its council, and its period where it has none. ``council`` and
    ``period`` are as for ``plan``. Raises ModelError.

    >>> highlight_report("Burglary", council="harborough", period="2013/14").build().kind
    'highlight_report'
    """
    return HighlightReportBuilder(HighlightReport(title, council=council, period=period))
