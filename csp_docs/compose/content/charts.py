"""Charts of the format to charts of the block tree, with words for those who cannot see them."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby

from attrs import evolve

from csp_docs import blocks as b
from csp_docs.compose.content.figures import is_tabled
from csp_docs.compose.content.in_words.charts import (
    SPOKEN,
    data_elsewhere,
    data_in_words,
    description,
    small_in_words,
)
from csp_docs.compose.content.legible import check_words
from csp_docs.compose.content.tables import caption_of, source_of
from csp_docs.compose.context import Context
from csp_docs.drawing import draw_chart
from csp_docs.drawing.scale import is_broken
from csp_docs.drawing.small import panels
from csp_docs.errors import Code, origin_of
from csp_docs.measures.amounts import amount
from csp_docs.measures.sums import Row, parts_of, same_numbers
from csp_docs.model import Chart


def chart(given: Chart, context: Context) -> b.Figure:
    """Return a chart as it is drawn, with caption and source; its alternative text gives or names all its numbers."""
    asked = _parts_only(_shown(given, context), context)
    check_words(asked, given.categories[0], context)
    shown = draw_chart(asked, context.theme.page.text_width, context.theme).chart
    tabled = is_tabled(context)
    alt = _alternative(given, shown, tabled, context)
    if shown.by:
        shown = evolve(shown, spoken=_of_each(given, shown, tabled, context))
        alt = " ".join(shown.spoken)  # so that those who hear the PDF and those who hear the Word file hear the same
    return b.Figure(
        shown,
        alt=alt,
        caption=caption_of(given.caption, context.term("figure"), context),
        source=source_of(given.source, context),
        id=_tabled(given.id, context) if tabled else given.id,
        origin=origin_of(given.caption) or origin_of(given.categories[0]),
    )


def _shown(given: Chart, context: Context) -> b.Chart:
    shown = b.Chart(
        b.ChartKind(given.type.value),
        tuple(map(context.bare, given.categories)),
        tuple(
            b.Series(context.bare(name), tuple(amount.value for amount in amounts), _limits(given, name))
            for name, amounts in given.series.items()
        ),
        context.bare(given.value_unit),
        _target(given, context),
        context.bare(given.highlight),
        _interval(given, context),
        context.bare(given.by),
    )
    broken = context.term("chart_axis") if is_broken(shown) else ""
    return evolve(shown, without=_without(shown, context), broken=broken)


def _limits(given: Chart, name: str) -> tuple[tuple[Decimal, Decimal] | None, ...]:
    """Return the ends of the confidence interval of each number of a series."""
    pairs = zip(given.lower.get(name, ()), given.upper.get(name, ()), strict=True)
    return tuple(None if low.value is None or high.value is None else (low.value, high.value) for low, high in pairs)


def _interval(given: Chart, context: Context) -> str:
    """Return what the limits of a chart are, which its key says: "95% confidence interval"."""
    level = given.confidence and given.confidence.value
    return context.term("chart_interval", level=amount(level, "%")) if level else ""


def _without(shown: b.Chart, context: Context) -> str:
    """Return what is missing, which readers would not see, or take for something else: "No interval: Melton".

    A gap in a line is named ("No figure: 2020/21"), and what has a number but no interval.
    """
    unlimited = [_unlimited(series, shown) for series in shown.series] if shown.interval else []
    gaps = [_gaps(series, shown) for series in shown.series] if shown.kind is b.ChartKind.LINE else []
    found = {"chart_no_figure": gaps, "chart_no_interval": unlimited}
    named = {term: "; ".join(filter(None, names)) for term, names in found.items()}
    return ". ".join(context.term(term, names=names) for term, names in named.items() if names)


def _gaps(series: b.Series, shown: b.Chart) -> str:
    """Return the categories without a number, from the first to the last where several follow each other."""
    rows = zip(shown.categories, series.values, strict=True)
    runs = [[name for name, _ in run] for missing, run in groupby(rows, lambda row: row[1] is None) if missing]
    names = ", ".join(run[0] if len(run) == 1 else f"{run[0]} – {run[-1]}" for run in runs)
    return f"{series.name}, {names}" if names and len(shown.series) > 1 else names


def _unlimited(series: b.Series, shown: b.Chart) -> str:
    """Return a series without limits, or its categories that have a number without limits."""
    if not series.limits:
        return series.name
    rows = zip(shown.categories, series.values, series.limits, strict=True)
    names = ", ".join(name for name, value, pair in rows if value is not None and not pair)
    return f"{series.name}, {names}" if names and len(shown.series) > 1 else names


def _parts_only(chart: b.Chart, context: Context) -> b.Chart:
    """Return a chart without a total among the parts of a whole, which a pie and stacked series are."""
    context.problems.extend(same_numbers(Row(series.name, series.values) for series in chart.series))
    match chart.kind:
        case b.ChartKind.PIE:
            [series] = chart.series
            rows = [Row(name, (value,)) for name, value in zip(chart.categories, series.values, strict=True)]
            kept = _kept(rows, "the pie", context)
            if not any(series.values[at] for at in kept):
                fact, name = "without its total, all numbers of a pie chart are 0", chart.categories[0]
                context.problem(Code.NOT_FOR_A_PIE, fact, "use a column chart", name)
                return chart
            slices = evolve(series, values=tuple(series.values[at] for at in kept))
            return evolve(chart, categories=tuple(chart.categories[at] for at in kept), series=(slices,))
        case b.ChartKind.STACKED_COLUMN | b.ChartKind.STACKED_BAR:
            rows = [Row(series.name, series.values) for series in chart.series]
            kept = _kept(rows, "the stacked chart", context)
            return evolve(chart, series=tuple(chart.series[at] for at in kept))
    return chart


def _kept(rows: list[Row], whole: str, context: Context) -> tuple[int, ...]:
    found = parts_of(rows, whole)
    context.problems.extend(found.findings)
    return found.places


def _tabled(name: str, context: Context) -> str:
    """Return the id that the table of a chart refers to; a chart without an id gets a number."""
    found = name or f"chart #{len(context.tabled) + 1}"
    context.tabled.add(found)
    return found


def _target(given: Chart, context: Context) -> b.Target | None:
    """Return the line across a chart, at its target or at the average that it is compared with."""
    line, term = (given.average, "chart_average") if given.average else (given.target, "measure_target")
    if not line or line.value.value is None:
        return None
    return b.Target(context.bare(line.name) or context.term(term), line.value.value)


def _alternative(given: Chart, shown: b.Chart, tabled: bool, context: Context) -> str:
    """Return what the author or the numbers say about the chart; then the numbers, unless there are too many."""
    language = context.document.language.value
    said = context.bare(given.alt) or description(shown, language)
    if tabled:
        return f"{said} {data_elsewhere(context.term('chart_data'), language)}"
    if _can_be_heard(shown):
        return f"{said} {data_in_words(shown, language, named=bool(given.alt))}"
    if not given.alt:
        count = len(shown.series) * len(shown.categories)
        fact = f"the chart has {count} numbers, too many to list in its description"
        hint = "for readers who cannot see it, add a table of its numbers, or say in `alt` what it shows"
        context.warn(Code.CHART_NEEDS_TABLE, fact, hint, given.categories[0])
    return said


def _of_each(given: Chart, shown: b.Chart, tabled: bool, context: Context) -> tuple[str, ...]:
    """Return the description of each small chart; the first begins with what all of them show."""
    language = context.document.language.value
    each = (evolve(one, highlight=one.title if one.title == shown.highlight else "") for one in panels(shown))
    elsewhere = f" {data_elsewhere(context.term('chart_data'), language)}" if tabled else ""

    def said(one: b.Chart) -> str:
        numbers = f" {data_in_words(one, language, named=False)}" if _can_be_heard(shown) and not tabled else elsewhere
        return description(one, language) + numbers

    first, *others = map(said, each)
    return (f"{context.bare(given.alt) or small_in_words(shown, language)} {first}", *others)


def _can_be_heard(shown: b.Chart) -> bool:
    numbers = sum(len(series.values) + 2 * len(series.limits) for series in shown.series)
    return numbers <= SPOKEN
