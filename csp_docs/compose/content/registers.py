"""Action plans as tables of the block tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain

from attrs import evolve

from csp_docs import blocks as b
from csp_docs.blocks import Blocks
from csp_docs.blocks.run_in import run_in
from csp_docs.compose.content.rows.ratings import rated, rating
from csp_docs.compose.content.tables import is_small, or_nothing, shares_of
from csp_docs.compose.context import Context
from csp_docs.errors import origin_of
from csp_docs.model import Action, ActionPlan, ProgressPlace, RiskRegister
from csp_docs.records import record


@record
class Column:
    """A column: the printed word at its head, its cells, and their alignment."""

    term: str
    cells: tuple[Blocks, ...]
    align: b.Align = b.Align.LEFT


def action_plan(given: ActionPlan, context: Context) -> b.Table:
    """Return the actions as a table of the columns that they fill; their progress may be across it, below each."""
    is_below = given.progress is ProgressPlace.BELOW

    def column(term: str, cell: Callable[[Action], Blocks]) -> Column:
        return Column(term, tuple(map(cell, given.actions)))

    columns = (
        column("action_ref", lambda action: context.paragraphs(action.ref)),
        column("action", lambda action: context.paragraphs(action.action)),
        column("action_lead", lambda action: context.paragraphs(action.lead)),
        column("action_partners", lambda action: context.paragraphs(action.partners)),
        column("action_due", lambda action: _due(action, context)),
        column("action_resources", lambda action: context.paragraphs(action.resources)),
        column("action_measure", lambda action: context.paragraphs(action.measure)),
        column("action_outcome", lambda action: context.paragraphs(action.outcome)),
        column("action_progress", lambda action: () if is_below else context.paragraphs(action.progress)),
        column("action_rag", lambda action: _rated(action, context)),
    )
    table = table_of(columns, given, given.actions[0].action, context)
    return _with_progress(table, given.actions, context) if is_below else table


def _with_progress(table: b.Table, actions: tuple[Action, ...], context: Context) -> b.Table:
    """Return the table with the progress of each action across it, below the row of the action."""
    (group,), word = table.groups, context.words("action_progress")
    rows = [
        (row, *((b.Across(run_in(word, context.paragraphs(action.progress))),) if action.progress else ()))
        for row, action in zip(group.rows, actions, strict=True)
    ]
    return evolve(table, groups=(b.RowGroup(tuple(chain(*rows))),))


def _rated(action: Action, context: Context) -> Blocks:
    if isinstance(action.rag, str):
        return rated(action.rag, context.term("action_rag"), context)
    return cell_of(rating(action.rag, context)) if action.rag else ()


def _due(action: Action, context: Context) -> Blocks:
    if isinstance(action.due, str):
        return context.paragraphs(action.due)
    return text_cell(context.longdate(action.due)) if action.due else ()


def table_of(columns: Iterable[Column], given: ActionPlan | RiskRegister, first: str, context: Context) -> b.Table:
    """Return the table of the columns that have any cells, with the looks of ``given``; ``first`` says where it is."""
    filled = [column for column in columns if any(column.cells)]
    head = tuple(b.HeaderCell(context.words(column.term)) for column in filled)
    cells = (map(or_nothing, column.cells) for column in filled)
    return b.Table(
        head=(head,),
        groups=(b.RowGroup(tuple(zip(*cells, strict=True))),),
        aligns=tuple(column.align for column in filled),
        widths=shares_of(given.widths, head, context, first),
        small=is_small(given.size, context, first),
        row_headers=True,
        origin=origin_of(first),
    )


def text_cell(text: str) -> Blocks:
    """Return a cell with a text as it is."""
    return cell_of((b.Text(text),))


def cell_of(inlines: b.Inlines) -> Blocks:
    """Return a cell of one paragraph."""
    return (b.Paragraph(inlines),)
