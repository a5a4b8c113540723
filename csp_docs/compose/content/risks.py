"""Risk registers: a table with scores and bands, and a matrix of likelihood and impact."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from csp_docs import blocks as b
from csp_docs.blocks import Blocks
from csp_docs.compose.content.legible import check_words
from csp_docs.compose.content.registers import Column, cell_of, table_of, text_cell
from csp_docs.compose.context import Context
from csp_docs.errors import Code, origin_of
from csp_docs.measures.calculated import band
from csp_docs.model import Rag, Risk, RiskRegister
from csp_docs.model.registers import HIGHEST, Level
from csp_docs.records import record

_BANDS = {Rag.GREEN: "low", Rag.AMBER: "medium", Rag.RED: "high"}
_SCALE = range(1, HIGHEST + 1)


@record
class _Score:
    """Likelihood and impact as numbers, and which of them the author wrote in words."""

    likelihood: int
    impact: int
    in_words: tuple[bool, bool]

    @property
    def score(self) -> int:
        return self.likelihood * self.impact

    def printed(self, place: int, *, in_words: bool, context: Context) -> str:
        """Return the likelihood (0) or the impact (1) as a number, or ``in_words`` of the council with it."""
        name, level = (("likelihood", self.likelihood), ("impact", self.impact))[place]
        return f"{context.term(f'{name}_{level}')} ({level})" if in_words else str(level)


@record
class _Scored:
    """A risk with its name in the matrix, and its scores before and after what is done about it."""

    risk: Risk
    name: str
    now: _Score
    left: _Score | None
    left_score: int | None


def risk_register(given: RiskRegister, context: Context) -> Blocks:
    """Return the risks as a table, each with its score and band; several of them are also in a matrix."""
    risks = [*_scored(given.risks, context)]
    matrix = (_matrix(risks, context),) if len(risks) > 1 else ()
    return (_register(given, risks, context), *matrix)


def _scored(risks: tuple[Risk, ...], context: Context) -> Iterator[_Scored]:
    """Yield the risks with their numbers and their names in the matrix; a single risk has no name."""
    for count, risk in enumerate(risks, 1):
        left = risk.residual
        after = None
        if left and left.likelihood is not None and left.impact is not None:
            after = _score(left.likelihood, left.impact, context)
        name = f"R{count}" if len(risks) > 1 else ""
        score = after.score if after else left.score if left else None
        now = _score(risk.likelihood, risk.impact, context)
        if score and score > now.score:
            fact = f"the score that is left of a risk is {score}, but before its mitigation it is {now.score}"
            context.warn(Code.MORE_RISK_LEFT, fact, "check `residual`, `likelihood` and `impact`", risk.risk)
        yield _Scored(risk, name, now, after, score)


def _score(likelihood: Level, impact: Level, context: Context) -> _Score:
    (across, first), (along, second) = (
        _level(level, name, context) for name, level in (("likelihood", likelihood), ("impact", impact))
    )
    return _Score(across, along, (first, second))


def _level(given: Level, name: str, context: Context) -> tuple[int, bool]:
    """Return a level as a number, and whether it is in words; a word that is none is a problem."""
    if isinstance(given, int):
        return given, False
    names = {context.term(f"{name}_{level}"): level for level in _SCALE}
    for word, level in names.items():
        if word.casefold() == " ".join(given.split()).casefold():
            return level, True
    terms = f"the terms {name}_1 to {name}_{HIGHEST} have the words"
    hint = f"write 1 to {HIGHEST}, or {', '.join(names)}; {terms}"
    context.problem(Code.UNKNOWN_VALUE, f'"{given}" is not a word for {name}', hint, given)
    return 1, True


def _register(given: RiskRegister, risks: list[_Scored], context: Context) -> b.Table:
    def column(term: str, cell: Callable[[_Scored], Blocks], align: b.Align = b.Align.LEFT) -> Column:
        return Column(term, tuple(map(cell, risks)), align)

    def level(term: str, place: int, found: Callable[[_Scored], _Score | None]) -> Column:
        scores = [found(one) for one in risks]
        said = [score.printed(place, in_words=in_words, context=context) if score else "" for score in scores]
        align = b.Align.LEFT if in_words else b.Align.RIGHT
        return Column(term, tuple(text_cell(text) if text else () for text in said), align)

    in_words = any(score and any(score.in_words) for one in risks for score in (one.now, one.left))
    columns = (
        column("risk", lambda one: _after_name(one.name, context.paragraphs(one.risk.risk))),
        level("risk_likelihood", 0, lambda one: one.now),
        level("risk_impact", 1, lambda one: one.now),
        column("risk_score", lambda one: _rated(one.now.score, context)),
        column("risk_mitigation", lambda one: context.paragraphs(one.risk.mitigation)),
        level("risk_residual_likelihood", 0, lambda one: one.left),
        level("risk_residual_impact", 1, lambda one: one.left),
        column("risk_residual", lambda one: _rated(one.left_score, context) if one.left_score else ()),
        column("risk_owner", lambda one: context.paragraphs(one.risk.owner)),
    )
    return table_of(columns, given, given.risks[0].risk, context)


def _after_name(name: str, blocks: Blocks) -> Blocks:
    match blocks:
        case (b.Paragraph() as first, *rest) if name:
            return (b.Paragraph((b.Text(f"{name}: "), *first.inlines)), *rest)
    return blocks


def _matrix(risks: list[_Scored], context: Context) -> b.Figure:
    """Return the matrix of likelihood and impact; its alternative text names the place of each risk."""
    likelihood, impact = context.term("risk_likelihood"), context.term("risk_impact")

    def cell(row: int, column: int) -> b.MatrixCell:
        here = [one.name for one in risks if (one.now.likelihood, one.now.impact) == (row, column)]
        return b.MatrixCell(b.RatingLevel(band(row * column, context.council.risks).value), ", ".join(here))

    rows = tuple(tuple(cell(row, column) for column in _SCALE) for row in reversed(_SCALE))
    places = (
        f"{one.name}: {likelihood} {one.now.likelihood}, {impact} {one.now.impact}, {_word(one.now.score, context)}"
        for one in risks
    )
    alt = f"{context.term('risk_matrix')}. {'; '.join(places)}."
    matrix, first = b.RiskMatrix(likelihood, impact, rows), risks[0].risk.risk
    check_words(matrix, first, context)
    return b.Figure(matrix, alt, origin=origin_of(first))


def _word(score: int, context: Context) -> str:
    return context.term(f"risk_{_BANDS[band(score, context.council.risks)]}")


def _rated(score: int, context: Context) -> Blocks:
    level = b.RatingLevel(band(score, context.council.risks).value)
    return cell_of((b.Text(f"{score}\u00a0"), b.Rating(level, _word(score, context))))
