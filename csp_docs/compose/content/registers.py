"""Action plans and risk registers as tables of the block tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain

from attrs import evolve

from csp_docs import blocks as b
from csp_docs.blocks import Blocks
from csp_docs.blocks.run_in import run_in
from csp_docs.compose.content.legible import check_words
from csp_docs.compose.content.rows.ratings import rated, rating
from csp_docs.compose.content.tables import is_small, shares_of
from csp_docs.compose.context import Context
from csp_docs.errors import origin_of
from csp_docs.measures.calculated import band
from csp_docs.model import Action, ActionPlan, ProgressPlace, Rag, Risk, RiskRegister
from csp_docs.model.registers import HIGHEST
from csp_docs.records import record

_BANDS = {Rag.GREEN: "low", Rag.AMBER: "medium", Rag.RED: "high"}


@record
class _Column:
    """A column: the printed word at its head, its cells, and their alignment."""

    term: str
    cells: tuple[Blocks, ...]
    align: b.Align = b.Align.LEFT


def action_plan(given: ActionPlan, context: Context) -> b.Table:
    """Return the actions as a table of the columns that they fill; their progress may be across it, below each."""
    is_below = given.progress is ProgressPlace.BELOW

    def column(term: str, cell: Callable[[Action], Blocks]) -> _Column:
        return _Column(term, tuple(map(cell, given.actions)))

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
    table = _table(columns, given, given.actions[0].action, context)
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
    return _cell(rating(action.rag, context)) if action.rag else ()


def _due(action: Action, context: Context) -> Blocks:
    if isinstance(action.due, str):
        return context.paragraphs(action.due)
    return _words(context.longdate(action.due)) if action.due else ()


def risk_register(given: RiskRegister, context: Context) -> Blocks:
    """Return the risks as a table, each with its score and band; several of them are also in a matrix."""
    matrix = (_matrix(given.risks, context),) if len(given.risks) > 1 else ()
    return (_risks(given, context), *matrix)


def _risks(given: RiskRegister, context: Context) -> b.Table:
    names = {id(risk): name for name, risk in _named(given.risks)}

    def column(term: str, cell: Callable[[Risk], Blocks], align: b.Align = b.Align.LEFT) -> _Column:
        return _Column(term, tuple(map(cell, given.risks)), align)

    columns = (
        column("risk", lambda risk: _after_name(names[id(risk)], context.paragraphs(risk.risk))),
        column("risk_likelihood", lambda risk: _words(str(risk.likelihood)), b.Align.RIGHT),
        column("risk_impact", lambda risk: _words(str(risk.impact)), b.Align.RIGHT),
        column("risk_score", lambda risk: _score(risk, context)),
        column("risk_mitigation", lambda risk: context.paragraphs(risk.mitigation)),
        column("risk_owner", lambda risk: context.paragraphs(risk.owner)),
    )
    return _table(columns, given, given.risks[0].risk, context)


def _named(risks: tuple[Risk, ...]) -> list[tuple[str, Risk]]:
    """Return the risks with their names in the matrix; a single risk has none."""
    return [(f"R{count}" if len(risks) > 1 else "", risk) for count, risk in enumerate(risks, 1)]


def _after_name(name: str, blocks: Blocks) -> Blocks:
    match blocks:
        case (b.Paragraph() as first, *rest) if name:
            return (b.Paragraph((b.Text(f"{name}: "), *first.inlines)), *rest)
    return blocks


def _matrix(risks: tuple[Risk, ...], context: Context) -> b.Figure:
    """Return the matrix of likelihood and impact; its alternative text names the place of each risk."""
    named, scale = _named(risks), range(1, HIGHEST + 1)
    likelihood, impact = context.term("risk_likelihood"), context.term("risk_impact")

    def cell(row: int, column: int) -> b.MatrixCell:
        here = [name for name, risk in named if (risk.likelihood, risk.impact) == (row, column)]
        level = band(Risk("?", row, column), context.council.risks)
        return b.MatrixCell(b.RatingLevel(level.value), ", ".join(here))

    rows = tuple(tuple(cell(row, column) for column in scale) for row in reversed(scale))
    places = (
        f"{name}: {likelihood} {risk.likelihood}, {impact} {risk.impact}, {_band_word(risk, context)}"
        for name, risk in named
    )
    alt = f"{context.term('risk_matrix')}. {'; '.join(places)}."
    matrix = b.RiskMatrix(likelihood, impact, rows)
    check_words(matrix, risks[0].risk, context)
    return b.Figure(matrix, alt, origin=origin_of(risks[0].risk))


def _band_word(risk: Risk, context: Context) -> str:
    return context.term(f"risk_{_BANDS[band(risk, context.council.risks)]}")


def _score(risk: Risk, context: Context) -> Blocks:
    level = b.RatingLevel(band(risk, context.council.risks).value)
    return _cell((b.Text(f"{risk.score} "), b.Rating(level, _band_word(risk, context))))


def _table(columns: Iterable[_Column], given: ActionPlan | RiskRegister, first: str, context: Context) -> b.Table:
    filled = [column for column in columns if any(column.cells)]
    head = tuple(b.HeaderCell(context.words(column.term)) for column in filled)
    return b.Table(
        head=(head,),
        groups=(b.RowGroup(tuple(zip(*(column.cells for column in filled), strict=True))),),
        aligns=tuple(column.align for column in filled),
        widths=shares_of(given.widths, head, context, first),
        small=is_small(given.size, context, first),
        row_headers=True,
        origin=origin_of(first),
    )


def _words(text: str) -> Blocks:
    return _cell((b.Text(text),))


def _cell(inlines: b.Inlines) -> Blocks:
    return (b.Paragraph(inlines),)
