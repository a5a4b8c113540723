"""Whether the numbers of a document's charts go into tables at its end, where the house style may put them."""

from __future__ import annotations

from csp_docs.compose.context import Context
from csp_docs.council.template import ChartData
from csp_docs.model import Appendix, Chart, HighlightReport
from csp_docs.model.parts import every_part


def is_tabled(context: Context) -> bool:
    """Tell whether the numbers of charts go into tables; those that are not for the public stay where they are."""
    closed = context.closed or context.document.access.closed
    return context.council.charts.data is ChartData.APPENDIX and not closed


def has_tabled_charts(context: Context) -> bool:
    """Tell whether the numbers of a chart of the document itself go into tables at its end."""
    return is_tabled(context) and any(
        isinstance(part, Chart) for part in every_part(context.document, _is_open_and_of_its_own)
    )


def _is_open_and_of_its_own(part: object) -> bool:
    access = getattr(part, "access", None)
    apart = isinstance(part, HighlightReport) or (isinstance(part, Appendix) and part.document)
    return not (apart or (access and access.closed))
