"""Charts of the format to charts of the block tree, with words for those who cannot see them."""

from __future__ import annotations

from csp_docs import blocks as b
from csp_docs.compose.content.in_words.charts import SPOKEN, data_elsewhere, data_in_words, description
from csp_docs.compose.content.legible import check_words
from csp_docs.compose.content.tables import caption_of, source_of
from csp_docs.compose.context import Context
from csp_docs.council.template import ChartData
from csp_docs.drawing import draw_chart
from csp_docs.errors import Code, origin_of
from csp_docs.model import Appendix, Chart, HighlightReport
from csp_docs.model.parts import every_part


def chart(given: Chart, context: Context) -> b.Figure:
    """Return a chart as it is drawn, with caption and source; its alternative text gives or names all its numbers."""
    asked = b.Chart(
        b.ChartKind(given.type.value),
        tuple(map(context.bare, given.categories)),
        tuple(
            b.Series(context.bare(name), tuple(amount.value for amount in amounts))
            for name, amounts in given.series.items()
        ),
        context.bare(given.value_unit),
        _target(given, context),
    )
    check_words(asked, given.categories[0], context)
    shown = draw_chart(asked, context.theme.page.text_width, context.theme).chart
    tabled = _is_tabled(context)
    return b.Figure(
        shown,
        alt=_alternative(given, shown, tabled, context),
        caption=caption_of(given.caption, context.term("figure"), context),
        source=source_of(given.source, context),
        id=_tabled(given.id, context) if tabled else given.id,
        origin=origin_of(given.caption) or origin_of(given.categories[0]),
    )


def has_tabled_charts(context: Context) -> bool:
    """Tell whether the numbers of a chart of the document itself go into tables at its end."""
    return _is_tabled(context) and any(
        isinstance(part, Chart) for part in every_part(context.document, _is_open_and_of_its_own)
    )


def _is_open_and_of_its_own(part: object) -> bool:
    return not (
        isinstance(part, HighlightReport) or (isinstance(part, Appendix) and (part.document or part.access.exempt))
    )


def _is_tabled(context: Context) -> bool:
    return context.council.charts.data is ChartData.APPENDIX and not context.exempt


def _tabled(name: str, context: Context) -> str:
    """Return the id that the table of a chart refers to; a chart without an id gets a number."""
    found = name or f"chart #{len(context.tabled) + 1}"
    context.tabled.add(found)
    return found


def _target(given: Chart, context: Context) -> b.Target | None:
    if not given.target or given.target.value.value is None:
        return None
    return b.Target(context.bare(given.target.name) or context.term("measure_target"), given.target.value.value)


def _alternative(given: Chart, shown: b.Chart, tabled: bool, context: Context) -> str:
    """Return what the author or the numbers say about the chart; then the numbers, unless there are too many."""
    language = context.document.language.value
    said = context.bare(given.alt) or description(shown, language)
    if tabled:
        return f"{said} {data_elsewhere(context.term('chart_data'), language)}"
    if len(shown.series) * len(shown.categories) <= SPOKEN:
        return f"{said} {data_in_words(shown, language)}"
    if not given.alt:
        count = len(shown.series) * len(shown.categories)
        fact = f"the chart has {count} numbers, too many to list in its description"
        hint = "for readers who cannot see it, add a table of its numbers, or say in `alt` what it shows"
        context.warn(Code.CHART_NEEDS_TABLE, fact, hint, given.categories[0])
    return said
