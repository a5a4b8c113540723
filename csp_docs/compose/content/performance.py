"""Performance tables: measures with what is calculated from them, as tables of the block tree."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from itertools import groupby

from attrs import evolve

from csp_docs import blocks as b
from csp_docs.blocks import Blocks, Inlines
from csp_docs.compose.access import inside, marking, on_pages, suffix
from csp_docs.compose.content.measure_cells import Cells, Withheld, is_withheld, shows_mark, withheld_rows
from csp_docs.compose.content.tables import caption_of, source_of
from csp_docs.compose.content.totals import check_withheld, kinds, total
from csp_docs.compose.context import Context
from csp_docs.errors import Code, did_you_mean, origin_of
from csp_docs.measures.sums import Kind, Row, is_called_total, same_numbers
from csp_docs.model import Access, Measure, MeasureField, MeasureGroup, Performance, PerformanceColumn
from csp_docs.model.measures import MeasureOrId
from csp_docs.records import record

_IN_WORDS = (MeasureField.NAME, MeasureField.NOTE, MeasureField.RAG)
_OF_NO_PERIOD = (MeasureField.NAME, MeasureField.BASELINE, MeasureField.PREVIOUS, MeasureField.NOTE)
"""The columns that a table's period does not name: words, and figures of periods before."""
_MILLION = 1_000_000


@record
class _Group:
    """Measures below a title, or without one, and what sums them up."""

    title: str
    measures: tuple[Measure, ...]
    kinds: list[Kind]
    total: Measure | None = None


def performance(given: Performance, context: Context, *, turns: bool = True) -> Blocks:
    """Return the measures as a table, with notes that say why a figure is missing; nothing when no measure is known.

    If some are not for the public, the table is in a part, and the public edition has a table without their figures.
    """
    closed = [] if context.closed else [item for item in _given(given) if item.access and item.access.closed]
    if not closed:
        return _table(given, context, turns)
    for measure in closed:
        inside(measure.access, context, measure.name)
    whole = reduce(_both, (item.access for item in closed if item.access))
    return (
        b.Part(_table(given, context.for_closed(), turns), on_pages(whole, context), _table(given, context, turns)),
    )


def _given(given: Performance) -> list[Measure]:
    items = (item.measures if isinstance(item, MeasureGroup) else (item,) for item in given.measures)
    return [item for found in items for item in found if isinstance(item, Measure)]


def _table(given: Performance, context: Context, turns: bool) -> Blocks:
    fields = [column.field for column in given.columns] or list(MeasureField)
    groups = _groups(given, fields, context)
    found = [measure for group in groups for measure in group.measures]
    if not found:
        return ()
    shown = [measure for measure in found if not is_withheld(measure, context)]
    check_withheld([(group.title, group.measures) for group in groups], lambda m: is_withheld(m, context), context)
    _warn_of_unrated(shown, context)
    _warn_of_same_figures(given, shown, context)
    whole = _total(given.total, found, [kind for group in groups for kind in group.kinds], fields, context)
    summed = [*shown, *(group.total for group in groups if group.total), *([whole] if whole else [])]
    columns = given.columns or _filled_columns(summed, hides=len(shown) < len(found))
    cells, withheld = Cells.of_all(context, columns, summed), withheld_rows(found, columns, context)
    table = b.Table(
        head=_head(given, cells),
        groups=tuple(_row_group(group, cells, withheld) for group in groups),
        aligns=tuple(b.Align.LEFT if column.field in _IN_WORDS else b.Align.RIGHT for column in columns),
        row_headers=columns[0].field is MeasureField.NAME,
        totals=(_row(whole, cells, withheld),) if whole else (),
        caption=caption_of(given.caption, context.term("table"), context),
        notes=(
            *map(context.inlines, given.notes),
            *cells.homeless_notes(shown),
            *cells.reasons(),
            *_grounds(found, cells, withheld),
        ),
        source=source_of(given.source or _sources(shown), context),
        id=given.id,
        turns=turns,
        origin=origin_of(given.caption) or origin_of(found[0].name),
    )
    return (table,)


def _groups(given: Performance, fields: list[MeasureField], context: Context) -> tuple[_Group, ...]:
    """Return the measures of a table by group, after those without one."""
    loose = tuple(item for item in given.measures if not isinstance(item, MeasureGroup))
    titled = [item for item in given.measures if isinstance(item, MeasureGroup)]
    known = [_known(items, context) for items in ([loose] if loose else []) + [group.measures for group in titled]]
    adds = given.total or any(group.total for group in titled)  # only totals need to know what the rows are
    whats = kinds(known, is_first_loose=bool(loose)) if adds else [[Kind.PART] * len(rows) for rows in known]
    found = [_Group("", known.pop(0), whats.pop(0))] if loose else []
    for group, measures, what in zip(titled, known, whats, strict=True):
        # Where all rows are totals of other groups, the group has nothing else.
        own = what if any(kind.is_added for kind in what) else [Kind.PART] * len(what)
        found.append(_Group(group.title, measures, what, _total(group.total, measures, own, fields, context)))
    return tuple(found)


def _known(items: tuple[MeasureOrId, ...], context: Context) -> tuple[Measure, ...]:
    """Return the measures that are given or named; an id that no measure of the document has is a problem."""
    found = []
    for item in items:
        measure = context.measures.get(item) if isinstance(item, str) else item
        if isinstance(item, str) and item in context.closed_measures:
            fact = f'the measure "{item}" is in a part that is not for the public, so this table cannot use it'
            context.problem(Code.TAKEN_FROM_CLOSED, fact, "put the table in that part, or remove the measure", item)
        elif measure:
            found.append(measure)
        else:
            hint = did_you_mean(str(item), context.measures, "measures")
            context.problem(Code.UNKNOWN_MEASURE, f'there is no measure "{item}"', hint, item)
    return tuple(found)


def _row_group(group: _Group, cells: Cells, withheld: Withheld) -> b.RowGroup:
    """Return the rows of a group; the last one, its total, is bold."""
    rows = tuple(_row(measure, cells, withheld) for measure in group.measures)
    last = (tuple(map(_strong, _row(group.total, cells, withheld))),) if group.total else ()
    return b.RowGroup(rows + last, cells.context.inlines(group.title) if group.title else ())


def _row(measure: Measure, cells: Cells, withheld: Withheld) -> tuple[Blocks, ...]:
    """Return the cells of a measure; one that is not for the public says so, and has no figures where others are."""
    context, access = cells.context, measure.access
    if not (access and access.closed):
        return tuple(_cell(cells.of(measure, column)) for column in cells.columns)
    if not context.closed:
        said: dict[MeasureField, Inlines] = {MeasureField.NAME: withheld.names[id(measure)]}
        hidden = (b.Text(withheld.marks[id(measure)]),)
        return tuple(_cell(said.get(column.field, hidden)) for column in cells.columns)
    said = {MeasureField.NAME: (suffix(access, context),)}
    return tuple(_cell((*cells.of(measure, column), *said.get(column.field, ()))) for column in cells.columns)


def _grounds(found: list[Measure], cells: Cells, withheld: Withheld) -> list[Inlines]:
    """Return the notes that say why some measures are not for the public: the grounds, where no figures are shown."""
    context, several = cells.context, len(withheld.grounds) > 1
    marked = several or shows_mark(cells.columns)
    grounds: list[Inlines] = [
        (b.Text(f"{mark}: {marking(access, context)}" if marked else marking(access, context)),)
        for mark, access in withheld.grounds.items()
    ]
    return [*grounds, *dict.fromkeys(note for measure in found for note in _reasons(measure, context, withheld))]


def _both(one: Access, other: Access) -> Access:
    """Return the grounds of two accesses together."""
    return Access((*one.exempt, *other.exempt), confidential=one.confidential or other.confidential)


def _reasons(measure: Measure, context: Context, withheld: Withheld) -> list[Inlines]:
    """Return the notes with the author's words on why a measure is not for the public, after its name."""
    access = measure.access
    if not (access and access.closed):
        return []
    if is_withheld(measure, context):
        name, given = withheld.names[id(measure)], [access.public_reason]
    else:
        name, given = (*context.inlines(measure.name), suffix(access, context)), [access.reason, access.public_reason]
    return [(*name, b.Text(": "), *context.inlines(reason)) for reason in given if reason]


def _total(
    words: str, parts: Sequence[Measure], kinds: Sequence[Kind], fields: Sequence[MeasureField], context: Context
) -> Measure | None:
    """Return the sum of ``parts``; None, and a problem, if figures that are not for the public follow from it."""
    if words.strip() and any(is_withheld(part, context) for part in parts):
        fact = f'the total "{words}" would add a measure that is not for the public, whose figures follow from it'
        context.problem(Code.TAKEN_FROM_CLOSED, fact, "remove `total`, or put the table in a `passage`", words)
        return None
    return total(words, parts, kinds, fields, context)


def _warn_of_unrated(found: list[Measure], context: Context) -> None:
    for measure in found:
        if measure.target_change and not measure.previous:
            fact = f'the measure "{measure.name}" can never be rated: its target is a change, but `previous` is missing'
            context.warn(Code.NEVER_RATED, fact, "add `previous`, or give a level as `target`", measure.name)


def _warn_of_same_figures(given: Performance, found: list[Measure], context: Context) -> None:
    """Warn of a column that is printed twice, and of two periods with the same figures throughout."""
    known: set[MeasureField] = set()
    for column in given.columns:
        if column.field in known:
            fact, hint = f'the table prints the column "{column.field.value}" twice', "name each column once"
            context.warn(Code.SAME_NUMBERS, fact, hint, column.label or given.caption)
        known.add(column.field)
    rows = [measure for measure in found if not is_called_total(measure.name)]
    periods = [("previous", [m.previous for m in rows]), ("current", [m.current for m in rows])]
    columns = [Row(name, tuple(amount.value if amount else None for amount in amounts)) for name, amounts in periods]
    context.problems.extend(evolve(problem, origin=origin_of(found[0].name)) for problem in same_numbers(columns))


def _filled_columns(found: list[Measure], *, hides: bool) -> tuple[PerformanceColumn, ...]:
    """Return the columns that measures fill: name, levels, and what can be calculated from them.

    A table without any other figures has a column that says that it ``hides`` some.

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
    if hides and filled == {MeasureField.NAME}:
        filled.add(MeasureField.CURRENT)
    return tuple(PerformanceColumn(name) for name in MeasureField if name in filled)


def _has_figures_from(least: int, found: list[Measure]) -> bool:
    levels = [level.value for measure in found for level in measure.levels.values() if level.value is not None]
    return any(abs(level) >= least for level in levels)


def _head(given: Performance, cells: Cells) -> tuple[tuple[b.HeaderCell, ...], ...]:
    labels = tuple(b.HeaderCell(cells.label(column)) for column in cells.columns)
    if not given.period:
        return (labels,)
    first, end = _of_period([column.field for column in cells.columns])
    period = b.HeaderCell((b.Text(cells.context.period(given.period)),), end - first)
    before, after = (b.HeaderCell((), span) for span in (first, len(labels) - end))
    return tuple(cell for cell in (before, period, after) if cell.span), labels


def _of_period(fields: list[MeasureField]) -> tuple[int, int]:
    """Return the first and the end of the neighbouring columns that the period is that of; of all if none is."""
    runs, end = list[tuple[int, int]](), 0
    for other, run in groupby(fields, key=lambda name: name in _OF_NO_PERIOD):
        start, end = end, end + len(list(run))
        runs += [] if other else [(start, end)]
    with_current = [run for run in runs if MeasureField.CURRENT in fields[slice(*run)]]
    return next(iter((*with_current, *runs)), (0, len(fields)))


def _strong(cell: Blocks) -> Blocks:
    return tuple(b.Paragraph((b.Strong(block.inlines),)) for block in cell if isinstance(block, b.Paragraph))


def _cell(inlines: Inlines) -> Blocks:
    return (b.Paragraph(inlines),) if inlines else ()


def _sources(found: list[Measure]) -> str:
    return "; ".join(dict.fromkeys(measure.source for measure in found if measure.source))
