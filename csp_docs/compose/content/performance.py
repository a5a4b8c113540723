"""Performance tables: measures with what is calculated from them, as tables of the block tree."""

from __future__ import annotations

from attrs import frozen

from csp_docs import blocks as b
from csp_docs.blocks import Blocks, Inlines
from csp_docs.compose.content.measure_cells import Cells
from csp_docs.compose.content.tables import caption_of, source_of
from csp_docs.compose.content.totals import total
from csp_docs.compose.context import Context
from csp_docs.errors import Code, did_you_mean, origin_of
from csp_docs.measures.amounts import LONG
from csp_docs.measures.calculated import measures_of
from csp_docs.model import Measure, MeasureField, MeasureGroup, Performance, PerformanceColumn
from csp_docs.model.measures import MeasureOrId

_IN_WORDS = (MeasureField.NAME, MeasureField.NOTE, MeasureField.RAG)
_MILLION = 1_000_000


@frozen
class _Group:
    """Measures below a title, or without one, and what sums them up."""

    title: str
    measures: tuple[Measure, ...]
    total: Measure | None = None


def performance(given: Performance, context: Context, *, turns: bool = True) -> Blocks:
    """Return the measures as a table, with notes that say why a figure is missing; nothing when no measure is known."""
    fields = [column.field for column in given.columns] or list(MeasureField)
    groups = _groups(given, fields, context)
    found = [measure for group in groups for measure in group.measures]
    if not found:
        return ()
    _warn_of_unrated(found, context)
    whole = total(given.total, found, fields, context)
    summed = [*found, *(group.total for group in groups if group.total), *([whole] if whole else [])]
    columns = given.columns or _filled_columns(summed)
    cells = Cells(context, columns, _has_figures_from(LONG, summed))
    table = b.Table(
        head=_head(given, cells),
        groups=tuple(_row_group(group, cells) for group in groups),
        aligns=tuple(b.Align.LEFT if column.field in _IN_WORDS else b.Align.RIGHT for column in columns),
        row_headers=columns[0].field is MeasureField.NAME,
        total=_row(whole, cells) if whole else (),
        caption=caption_of(given.caption, context.term("table"), context),
        notes=(*map(context.inlines, given.notes), *cells.homeless_notes(found), *cells.reasons()),
        source=source_of(given.source or _sources(found), context),
        id=given.id,
        turns=turns,
        origin=origin_of(given.caption) or origin_of(found[0].name),
    )
    return (table,)


def check_ids(context: Context) -> None:
    """Note measures that have the same id as another: a text that names it could mean either."""
    known: set[str] = set()
    for measure in measures_of(context.document):
        if measure.id in known:
            hint = "name the first one by its id only, or give this one a different id"
            context.problem(Code.ID_TWICE, f'two measures have the id "{measure.id}"', hint, measure.id)
        known |= {measure.id} if measure.id else set()


def _groups(given: Performance, fields: list[MeasureField], context: Context) -> tuple[_Group, ...]:
    """Return the measures of a table by group, after those without one."""
    loose = tuple(item for item in given.measures if not isinstance(item, MeasureGroup))
    found = [_Group("", _known(loose, context))] if loose else []
    for group in given.measures:
        if isinstance(group, MeasureGroup):
            measures = _known(group.measures, context)
            found.append(_Group(group.title, measures, total(group.total, measures, fields, context)))
    return tuple(found)


def _known(items: tuple[MeasureOrId, ...], context: Context) -> tuple[Measure, ...]:
    """Return the measures that are given or named; an id that no measure of the document has is a problem."""
    found = []
    for item in items:
        measure = context.measures.get(item) if isinstance(item, str) else item
        if measure:
            found.append(measure)
        else:
            hint = did_you_mean(str(item), context.measures, "measures")
            context.problem(Code.UNKNOWN_MEASURE, f'there is no measure "{item}"', hint, item)
    return tuple(found)


def _row_group(group: _Group, cells: Cells) -> b.RowGroup:
    """Return the rows of a group; the last one, its total, is bold."""
    rows = tuple(_row(measure, cells) for measure in group.measures)
    last = (tuple(map(_strong, _row(group.total, cells))),) if group.total else ()
    return b.RowGroup(rows + last, cells.context.inlines(group.title) if group.title else ())


def _row(measure: Measure, cells: Cells) -> tuple[Blocks, ...]:
    return tuple(_cell(cells.of(measure, column)) for column in cells.columns)


def _warn_of_unrated(found: list[Measure], context: Context) -> None:
    for measure in found:
        if measure.target_change and not measure.previous:
            fact = f'the measure "{measure.name}" can never be rated: its target is a change, but `previous` is missing'
            context.warn(Code.NEVER_RATED, fact, "add `previous`, or give a level as `target`", measure.name)


def _filled_columns(found: list[Measure]) -> tuple[PerformanceColumn, ...]:
    """Return the columns that measures fill: name, levels, and what can be calculated from them.

    The baseline is printed only without a previous figure: both, with all that is calculated, do not fit on an upright
    page. Nor does a difference of millions next to a target: the change says the same.
    """
    filled = {MeasureField.NAME}
    for measure in found:
        filled |= {MeasureField(name) for name in measure.levels}
        if measure.current and measure.previous:
            filled |= {MeasureField.DIFFERENCE, MeasureField.CHANGE}
        if measure.target or measure.target_change:
            filled |= {MeasureField.TARGET, MeasureField.RAG}
    if MeasureField.PREVIOUS in filled:
        filled.discard(MeasureField.BASELINE)
    if {MeasureField.CHANGE, MeasureField.TARGET} <= filled and _has_figures_from(_MILLION, found):
        filled.discard(MeasureField.DIFFERENCE)
    return tuple(PerformanceColumn(name) for name in MeasureField if name in filled)


def _has_figures_from(least: int, found: list[Measure]) -> bool:
    levels = [level.value for measure in found for level in measure.levels.values() if level.value is not None]
    return any(abs(level) >= least for level in levels)


def _head(given: Performance, cells: Cells) -> tuple[tuple[b.HeaderCell, ...], ...]:
    labels = tuple(b.HeaderCell(cells.label(column)) for column in cells.columns)
    if not given.period:
        return (labels,)
    return (b.HeaderCell((b.Text(cells.context.period(given.period)),), len(labels)),), labels


def _strong(cell: Blocks) -> Blocks:
    return tuple(b.Paragraph((b.Strong(block.inlines),)) for block in cell if isinstance(block, b.Paragraph))


def _cell(inlines: Inlines) -> Blocks:
    return (b.Paragraph(inlines),) if inlines else ()


def _sources(found: list[Measure]) -> str:
    return "; ".join(dict.fromkeys(measure.source for measure in found if measure.source))
