"""The numbers of charts as tables at the end of a document, for those who cannot see the charts."""

from __future__ import annotations

from collections.abc import Iterator

from csp_docs import blocks as b
from csp_docs.blocks import Blocks, Inlines, walk
from csp_docs.compose.content.in_words.charts import interval_in_words, kind_in_words, value_in_words
from csp_docs.compose.content.values import CHART_DATA
from csp_docs.compose.context import Context
from csp_docs.compose.numbering import around_label
from csp_docs.drawing.scale import axis_title, exact_target
from csp_docs.model.measures import NOT_AVAILABLE


def with_appendix(blocks: Blocks, context: Context) -> Blocks:
    """Return ``blocks`` with a last appendix that holds the numbers of their charts, if any go into tables."""
    tables = _tables(blocks, context)
    if not tables:
        return blocks
    prefix, suffix = around_label(context)
    appendix = b.Appendix(context.words("chart_data"), tables, id=CHART_DATA, prefix=prefix, suffix=suffix)
    places = [place for place, block in enumerate(blocks, 1) if isinstance(block, b.Appendix)]
    end = places[-1] if places else len(blocks)
    return (*blocks[:end], appendix, *blocks[end:])


def with_section(blocks: Blocks, context: Context) -> Blocks:
    """Return ``blocks``, the content of an appendix, with such tables on a separate last page."""
    tables = _tables(blocks, context)
    if not tables:
        return blocks
    return (*blocks, b.PageBreak(), b.Section(context.words("chart_data"), tables, numbered=False))


def _tables(blocks: Blocks, context: Context) -> Blocks:
    if not context.tabled:
        return ()
    return tuple(_table(figure, chart, context) for figure, chart in _charts(blocks) if figure.id in context.tabled)


def _charts(blocks: Blocks) -> Iterator[tuple[b.Figure, b.Chart]]:
    """Yield the charts in reading order, without those in embedded documents."""
    for block in walk.every_block(blocks, embedded=False):
        if isinstance(block, b.Figure) and isinstance(block.content, b.Chart):
            yield block, block.content


def _table(figure: b.Figure, chart: b.Chart, context: Context) -> b.Table:
    names = (context.term("chart_category"), *(series.name for series in chart.series))
    return b.Table(
        head=(tuple(b.HeaderCell((b.Text(name),)) for name in names),),
        groups=(b.RowGroup(tuple(_rows(chart, context))),),
        aligns=(b.Align.LEFT, *[b.Align.RIGHT] * len(chart.series)),
        row_headers=True,
        caption=b.Caption(context.term("table"), _caption(figure, chart, context)),
        notes=tuple((b.Text(note),) for note in _notes(chart, context)),
        source=_repeated(figure.source),
        turns=False,
        numbers_of=figure.id,
        origin=figure.origin,
    )


def _caption(figure: b.Figure, chart: b.Chart, context: Context) -> Inlines:
    """Return the caption of the chart, with the unit of its axis, and a reference to the figure."""
    if not figure.caption:
        return (b.Text(kind_in_words(chart, context.document.language.value)),)
    unit = f" ({axis_title(chart)})" if axis_title(chart) else ""
    return (*_repeated(figure.caption.inlines), b.Text(f"{unit} – "), b.Reference(figure.id))


def _rows(chart: b.Chart, context: Context) -> Iterator[tuple[Blocks, ...]]:
    for place, category in enumerate(chart.categories):
        values = (_printed(place, series, chart, context) for series in chart.series)
        yield tuple((b.Paragraph((b.Text(words),)),) for words in (category, *values))


def _printed(place: int, series: b.Series, chart: b.Chart, context: Context) -> str:
    if series.values[place] is None:
        return NOT_AVAILABLE
    return value_in_words(place, series, chart, context.document.language.value)


def _notes(chart: b.Chart, context: Context) -> Iterator[str]:
    if chart.target:
        yield f"{chart.target.name}: {exact_target(chart.target, chart)}"
    if chart.interval:
        yield interval_in_words(chart, context.document.language.value)
    if chart.interval and chart.without:  # a gap has its mark in the table
        yield chart.without
    if any(value is None for series in chart.series for value in series.values):
        yield context.term("note_not_available")


def _repeated(inlines: Inlines) -> Inlines:
    """Return words to be printed a second time: without footnotes, and with pending words as plain text."""
    kept = (inline for inline in inlines if not isinstance(inline, b.Note))
    return tuple(
        b.Text(inline.text) if isinstance(inline, b.Pending) else walk.inline_rebuilt(inline, _repeated)
        for inline in kept
    )
