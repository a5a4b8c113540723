"""Performance tables: measures with what is calculated from them, as tables of the block tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import chain

from csp_docs import blocks as b
from csp_docs.blocks import Blocks, Inlines
from csp_docs.compose.access import inside, on_pages, suffix
from csp_docs.compose.content.performance.cells import Cells
from csp_docs.compose.content.performance.columns import (
    check_columns,
    check_periods,
    filled_columns,
    head,
    is_in_words,
    warn_of_same_figures,
    warn_of_unrated,
)
from csp_docs.compose.content.performance.ratings import counts_in_words, reasons_by_hand, summary, warn_of_ratings
from csp_docs.compose.content.performance.totals import check_withheld, kinds, total
from csp_docs.compose.content.performance.withheld import Withheld, both, grounds_of, is_withheld, withheld_rows
from csp_docs.compose.content.tables import caption_of, is_small, shares_of, source_of
from csp_docs.compose.context import Context
from csp_docs.errors import Code, did_you_mean, origin_of
from csp_docs.measures.sums import Kind
from csp_docs.model import Access, Measure, MeasureField, MeasureGroup, Performance
from csp_docs.model.measures import MeasureOrId
from csp_docs.model.registers import ColumnField
from csp_docs.records import record


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
    The pages of the table have the markings of all its measures.
    """
    known = [item for item in _given(given, context) if item.access]
    for measure in known:
        inside(measure.access, context, measure.name)
    accesses = [item.access for item in known if item.access]
    table, whole = _table(given, context, turns), reduce(both, accesses, Access())
    if not accesses:
        return table
    from csp_docs.compose.closed.parts import marked_part  # few tables have such measures

    if context.closed:
        return marked_part(table, whole, context)
    table = marked_part(table, reduce(both, (one for one in accesses if not one.closed), Access()), context)
    if not whole.closed:
        return table
    pages = on_pages(both(Access(marking=context.document.access.marking), whole), context)
    return (b.Part(_table(given, context.for_closed(), turns), pages, table),)


def _given(given: Performance, context: Context) -> Iterator[Measure]:
    """Yield the measures that a table gives or names."""
    items = (item.measures if isinstance(item, MeasureGroup) else (item,) for item in given.measures)
    for item in chain(*items):
        measure = context.measures.get(item) if isinstance(item, str) else item
        if measure:
            yield measure


def _table(given: Performance, context: Context, turns: bool) -> Blocks:
    fields: list[ColumnField] = [column.field for column in given.columns] or list(MeasureField)
    groups = _groups(given, fields, context)
    found = [measure for group in groups for measure in group.measures]
    if not found:
        return ()
    shown = [measure for measure in found if not is_withheld(measure, context)]
    check_withheld([(group.title, group.measures) for group in groups], lambda m: is_withheld(m, context), context)
    _check(given, found, shown, context)
    whole = _total(given.total, found, [kind for group in groups for kind in group.kinds], fields, context)
    summed = [*shown, *(group.total for group in groups if group.total), *([whole] if whole else [])]
    columns = given.columns or filled_columns(summed, hides=len(shown) < len(found))
    cells, withheld = Cells.of_all(context, columns, summed), withheld_rows(found, columns, context)
    heads = head(given, columns, context)
    table = b.Table(
        head=heads,
        groups=tuple(_row_group(group, cells, withheld, counts=given.counts) for group in groups),
        aligns=tuple(b.Align.LEFT if is_in_words(column, found) else b.Align.RIGHT for column in columns),
        row_headers=columns[0].field is MeasureField.NAME,
        totals=(_row(whole, cells, withheld),) if whole else (),
        widths=shares_of(given.widths, heads[-1], context, given.caption or found[0].name),
        small=is_small(given.size, context, given.caption or found[0].name),
        caption=caption_of(given.caption, context.term("table"), context),
        notes=(
            *(_counted(shown, context) if given.counts else ()),
            *map(context.inlines, given.notes),
            *cells.notes(shown),
            *reasons_by_hand(shown, context),
            *cells.reasons(),
            *grounds_of(found, columns, withheld, context),
        ),
        source=source_of(given.source or _sources(shown), context),
        id=given.id,
        turns=turns,
        origin=origin_of(given.caption) or origin_of(found[0].name),
    )
    if not given.summary:
        return (table,)
    by_group = {group.title: [m for m in group.measures if not is_withheld(m, context)] for group in groups}
    return summary(given.summary, by_group, context), table


def _check(given: Performance, found: list[Measure], shown: list[Measure], context: Context) -> None:
    """Note what is wrong with the measures that are ``shown``, and columns that none of those ``found`` fills."""
    warn_of_unrated(shown, context)
    warn_of_ratings(shown, context)
    check_columns(given.columns, found, context)
    check_periods(shown, context)
    warn_of_same_figures(given, shown, context)


def _groups(given: Performance, fields: list[ColumnField], context: Context) -> tuple[_Group, ...]:
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


def _counted(shown: Sequence[Measure], context: Context) -> tuple[Inlines, ...]:
    """Return the note that says how many of all measures have each rating."""
    return ((*context.words("rag_all"), b.Text(f": {counts_in_words(shown, context)}")),)


def _row_group(group: _Group, cells: Cells, withheld: Withheld, *, counts: bool) -> b.RowGroup:
    """Return the rows of a group, below its title with the ``counts`` of ratings; the last one, its total, is bold."""
    rows = tuple(_row(measure, cells, withheld) for measure in group.measures)
    last = (tuple(map(_strong, _row(group.total, cells, withheld))),) if group.total else ()
    title = cells.context.inlines(group.title) if group.title else ()
    if title and counts:
        shown = [measure for measure in group.measures if not is_withheld(measure, cells.context)]
        title = (*title, b.Text(f": {counts_in_words(shown, cells.context)}"))
    return b.RowGroup(rows + last, title)


def _row(measure: Measure, cells: Cells, withheld: Withheld) -> tuple[Blocks, ...]:
    """Return the cells of a measure; one that is not for the public says so, and has no figures where others are."""
    context, access = cells.context, measure.access
    if not (access and access.closed):
        return tuple(cells.blocks(measure, column) for column in cells.columns)
    if not context.closed:
        said: dict[ColumnField, Inlines] = {MeasureField.NAME: withheld.names[id(measure)]}
        hidden = (b.Text(withheld.marks[id(measure)]),)
        return tuple(_cell(said.get(column.field, hidden)) for column in cells.columns)
    said = {MeasureField.NAME: (suffix(access, context),)}
    return tuple(
        _cell((*cells.of(measure, column), *said[column.field]))
        if column.field in said
        else cells.blocks(measure, column)
        for column in cells.columns
    )


def _total(
    words: str, parts: Sequence[Measure], kinds: Sequence[Kind], fields: Sequence[ColumnField], context: Context
) -> Measure | None:
    """Return the sum of ``parts``; None, and a problem, if figures that are not for the public follow from it."""
    if words.strip() and any(is_withheld(part, context) for part in parts):
        fact = f'the total "{words}" would add a measure that is not for the public, whose figures follow from it'
        context.problem(Code.TAKEN_FROM_CLOSED, fact, "remove `total`, or put the table in a `passage`", words)
        return None
    return total(words, parts, kinds, fields, context)


def _strong(cell: Blocks) -> Blocks:
    return tuple(b.Paragraph((b.Strong(block.inlines),)) if isinstance(block, b.Paragraph) else block for block in cell)


def _cell(inlines: Inlines) -> Blocks:
    return (b.Paragraph(inlines),) if inlines else ()


def _sources(found: list[Measure]) -> str:
    return "; ".join(dict.fromkeys(measure.source for measure in found if measure.source))
