"""Action plans, risk registers and tables of measures."""

from __future__ import annotations

from enum import Enum
from typing import Any, TypeAlias

from attrs import Attribute, field

from csp_docs.errors import Code
from csp_docs.model.checked import model_record
from csp_docs.model.choices import MeasureFieldName, ProgressName, RagName
from csp_docs.model.dates import DayOrWords, Period, given_day_or_words, to_period
from csp_docs.model.measures import Measure, MeasureOrId, Rag
from csp_docs.model.tables import TableSize, table_size, wide_enough
from csp_docs.model.values import IN_FILE, SHORT_FORM, Markdown, ModelError, items, named, said, shares, some, texts

HIGHEST = 5
"""The highest score for likelihood and impact; the lowest is 1."""


RatingOrWords: TypeAlias = Rag | str | None
"""A rating, or the council's own word for one."""


def _rag(value: Rag | RagName | str | None) -> RatingOrWords:
    return Rag(value) if isinstance(value, str) and value in {level.value for level in Rag} else value


@model_record
class Action:
    """An action, with its owner, due date and progress. ``due`` may be in words: "Q3 2024/25".

    ``rag`` is a level, or the council's own word for one: "Complete".
    """

    action: Markdown
    ref: Markdown = field(default="", kw_only=True)
    lead: Markdown = field(default="", kw_only=True)
    partners: Markdown = field(default="", kw_only=True)
    due: DayOrWords | None = field(default=None, converter=given_day_or_words, kw_only=True)
    resources: Markdown = field(default="", kw_only=True)
    measure: Markdown = field(default="", kw_only=True)
    outcome: Markdown = field(default="", kw_only=True)
    progress: Markdown = field(default="", kw_only=True)
    rag: RatingOrWords = field(default=None, converter=_rag, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not self.action.strip():
            raise ModelError(Code.EMPTY_TEXT, "an action has no words", "say what will be done", ("action",))


Level: TypeAlias = int | str
"""A likelihood or an impact, from 1 to 5, or the council's word for one."""


def _on_the_scale(risk: object, attribute: Attribute[Any], value: Level | None) -> None:
    if isinstance(value, str):
        said(risk, attribute, value)
        if not any(map(str.isalpha, value)):
            fact = f'"{attribute.name}" must be a whole number or words, not the text "{value}"'
            raise ModelError(Code.WRONG_TYPE, fact, f"give a score from 1 to {HIGHEST}", (attribute.name,))
    elif value is not None and not 1 <= value <= HIGHEST:
        raise ModelError(
            Code.OUT_OF_RANGE, f"{attribute.name} is {value}", f"give a score from 1 to {HIGHEST}", (attribute.name,)
        )


@model_record
class Residual:
    """What is left of a risk after what is done about it: its ``score``, or its likelihood and impact."""

    score: int | None = field(default=None, metadata=SHORT_FORM)
    likelihood: Level | None = field(default=None, validator=_on_the_scale, kw_only=True)
    impact: Level | None = field(default=None, validator=_on_the_scale, kw_only=True)

    def __attrs_post_init__(self) -> None:
        given = [part is not None for part in (self.likelihood, self.impact)]
        if (self.score is None and not all(given)) or (self.score is not None and any(given)):
            hint = "write `residual: 8`, or `residual: {likelihood: 2, impact: 4}`"
            raise ModelError(Code.ONE_OF_SEVERAL, "a residual risk needs a score, or its likelihood and impact", hint)
        if self.score is not None and not 1 <= self.score <= HIGHEST**2:
            hint = f"give a score from 1 to {HIGHEST**2}: likelihood times impact"
            raise ModelError(Code.OUT_OF_RANGE, f"the residual score is {self.score}", hint, ("score",))


def _residual(value: Residual | int | None) -> Residual | None:
    return Residual(value) if isinstance(value, int) else value


@model_record
class Risk:
    """Something that may go wrong: its likelihood and impact, from 1 (low) to 5, and what is done about it.

    They may be in the council's words for these: "High". ``residual`` is what is left of the risk after that.
    """

    risk: Markdown
    likelihood: Level = field(validator=_on_the_scale)
    impact: Level = field(validator=_on_the_scale)
    mitigation: Markdown = field(default="", kw_only=True)
    residual: Residual | None = field(default=None, converter=_residual, kw_only=True)
    owner: Markdown = field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not self.risk.strip():
            raise ModelError(Code.EMPTY_TEXT, "a risk has no words", "say what may go wrong", ("risk",))


class ProgressPlace(Enum):
    """Where a table has the progress of its actions: in a column, or across the table below each action."""

    COLUMN = "column"
    BELOW = "below"


def _place(value: ProgressPlace | ProgressName) -> ProgressPlace:
    return named(ProgressPlace, value)


def _actions(value: list[Action] | tuple[Action, ...]) -> tuple[Action, ...]:
    return items(value, Action)


def _risks(value: list[Risk] | tuple[Risk, ...]) -> tuple[Risk, ...]:
    return items(value, Risk)


@model_record
class ActionPlan:
    """Actions as a table. A column that is empty for all actions is left out.

    ``widths`` are the shares of the columns that are printed. ``progress`` is ``below`` where the progress of each
    action is a text across the table, below the action.
    """

    actions: tuple[Action, ...] = field(converter=_actions, validator=some)
    progress: ProgressPlace = field(default=ProgressPlace.COLUMN, converter=_place, kw_only=True)
    widths: tuple[float, ...] = field(default=(), converter=shares, validator=wide_enough, kw_only=True)
    size: TableSize = field(default=TableSize.NORMAL, converter=table_size, kw_only=True)


@model_record
class RiskRegister:
    """Risks as a table, in the given order, each with its score and its band in the house style.

    ``widths`` are the shares of the columns that are printed: those that are empty for all risks are not.
    """

    risks: tuple[Risk, ...] = field(converter=_risks, validator=some)
    widths: tuple[float, ...] = field(default=(), converter=shares, validator=wide_enough, kw_only=True)
    size: TableSize = field(default=TableSize.NORMAL, converter=table_size, kw_only=True)


class MeasureField(Enum):
    """What a column of a performance table shows."""

    NAME = "name"
    BASELINE = "baseline"
    PREVIOUS = "previous"
    TARGET = "target"
    CURRENT = "current"
    DIFFERENCE = "difference"
    CHANGE = "change"
    RAG = "rag"
    DIRECTION = "direction"
    SPARKLINE = "sparkline"
    UNIT = "unit"
    NOTE = "note"


COMPARING = (MeasureField.DIFFERENCE, MeasureField.CHANGE, MeasureField.DIRECTION)
"""The columns that compare two figures."""


ColumnField: TypeAlias = MeasureField | str
"""A field of measures, or the name of a period, a comparator or a column of their own."""


def _field(value: ColumnField) -> ColumnField:
    known = [member.value for member in MeasureField]
    return MeasureField(value) if isinstance(value, MeasureField) or value in known else value


@model_record
class PerformanceColumn:
    """A column of a performance table. Without a label it has the council's label.

    Its field is one of measures, or the name of a period, a comparator or a column of their own. A difference, a change
    or a direction is that ``of`` the current figure, ``on`` the one before, unless these name others. ``plus`` prints
    a plus sign before what rises.
    """

    field: ColumnField = field(converter=_field, metadata=SHORT_FORM)
    label: Markdown = ""
    of: str = ""
    on: str = ""
    plus: bool = False

    def __attrs_post_init__(self) -> None:
        if self.field not in COMPARING:
            for name, given in (("of", self.of), ("on", self.on)):
                if given:
                    fact = f'the column "{self.name}" does not compare figures, but has `{name}: {given[:40]}`'
                    hint = "use it in a column of the field difference, change or direction"
                    raise ModelError(Code.NO_COMPARISON, fact, hint, (name,))

    @property
    def name(self) -> str:
        """The name of its field."""
        return self.field.value if isinstance(self.field, MeasureField) else self.field

    @property
    def key(self) -> tuple[str, str, str]:
        """What it shows, which no other column of the table shows."""
        return self.name, self.of, self.on


def _with_ids(found: tuple[Any, ...]) -> tuple[Any, ...]:
    for position, item in enumerate(found):
        if isinstance(item, str) and not item.strip():
            hint = "name a measure of this document"
            raise ModelError(Code.EMPTY_TEXT, "the id of a measure is empty", hint, (position,))
    return found


def _measures(value: list[Any] | tuple[MeasureOrId, ...]) -> tuple[MeasureOrId, ...]:
    for position, item in enumerate(value if isinstance(value, list | tuple) else ()):
        if isinstance(item, MeasureGroup):
            hint = "groups cannot be nested: put it after the other group"
            raise ModelError(Code.BLOCK_NOT_HERE, "a group of measures is inside another group", hint, (position,))
    return _with_ids(items(value, (Measure, str)))


@model_record
class MeasureGroup:
    """Measures below their own ``title`` in a performance table; ``total`` names a row with their sum."""

    title: Markdown = field(validator=said)
    measures: tuple[MeasureOrId, ...] = field(converter=_measures, validator=some)
    total: Markdown = field(default="", kw_only=True)


MeasureItem: TypeAlias = MeasureOrId | MeasureGroup


def _listed(value: list[Any] | tuple[MeasureItem, ...]) -> tuple[MeasureItem, ...]:
    return _with_ids(items(value, (Measure, MeasureGroup, str)))


def _columns(
    value: list[PerformanceColumn | MeasureFieldName] | list[Any] | tuple[PerformanceColumn | MeasureFieldName, ...],
) -> tuple[PerformanceColumn, ...]:
    found = items(value, (PerformanceColumn, str))
    return tuple(item if isinstance(item, PerformanceColumn) else PerformanceColumn(item) for item in found)


@model_record
class Performance:
    """A table of measures. A text in ``measures`` is the id of a measure that is defined elsewhere in the document.

    Without ``columns``, it has the columns that its measures have figures for. ``total`` names a last row with the sum
    of all measures. A text given for ``period`` is read as in YAML. ``counts`` prints how many measures of each group,
    and of all, have each rating. ``summary`` is the caption of a table before it, with a row of these for each group.
    ``widths`` are the shares of the columns that are printed.
    """

    measures: tuple[MeasureItem, ...] = field(converter=_listed, validator=some, metadata=IN_FILE)
    columns: tuple[PerformanceColumn, ...] = field(default=(), converter=_columns, kw_only=True)
    total: Markdown = field(default="", kw_only=True)
    id: str = field(default="", kw_only=True)
    caption: Markdown = field(default="", kw_only=True)
    period: Period | None = field(default=None, converter=to_period, kw_only=True)
    widths: tuple[float, ...] = field(default=(), converter=shares, validator=wide_enough, kw_only=True)
    size: TableSize = field(default=TableSize.NORMAL, converter=table_size, kw_only=True)
    notes: tuple[Markdown, ...] = field(default=(), converter=texts, kw_only=True)
    source: Markdown = field(default="", kw_only=True)
    counts: bool = field(default=False, kw_only=True)
    summary: Markdown = field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.summary and not any(isinstance(item, MeasureGroup) for item in self.measures):
            hint = "put the measures in groups, {title: …, measures: […]}, or use `counts: yes`"
            raise ModelError(
                Code.NO_SUMMARY, "a summary has a row for each group, but there are none", hint, ("summary",)
            )
        grouped = [isinstance(item, MeasureGroup) for item in self.measures]
        if grouped != sorted(grouped):
            place = grouped.index(False, grouped.index(True))
            hint = "put it before the first group, or in its own group"
            raise ModelError(
                Code.GROUP_MISPLACED, "a measure after a group looks like part of the group", hint, ("measures", place)
            )
