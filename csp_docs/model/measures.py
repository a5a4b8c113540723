"""Measures: the numbers that show how a partnership performs, and the tables of them.

A measure has the figures and the target. Differences, percentages and ratings are calculated (``csp_docs.measures``).
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum
from typing import Any, TypeAlias

from attrs import Attribute, field

from csp_docs.errors import Code
from csp_docs.model.access import Access
from csp_docs.model.checked import model_record
from csp_docs.model.choices import BetterName, MeasureFieldName
from csp_docs.model.dates import Period, to_period
from csp_docs.model.numbers import PLACES, as_written, written
from csp_docs.model.values import (
    COUNTED,
    IN_FILE,
    SHORT_FORM,
    Markdown,
    ModelError,
    items,
    named,
    said,
    some,
    texts,
    worded,
)

NOT_AVAILABLE = "[x]"
"""The symbol for a figure that is not available (GSS, Using symbols in tables, 2021)."""

_UNITS = ("", "%", "£")
_WHOLE = 15
"""The most digits before the decimal point. Decimal's 28 digits are exact enough for their quotients."""
_ID = re.compile(r"[a-z][a-z0-9_]*", re.ASCII | re.IGNORECASE)
_FIGURES = f"write only figures, such as 2778, 2,778, -1.5, 88% or £12,000, or {NOT_AVAILABLE} for not available"
_ONE_UNIT = "write all levels in one unit; write a change from the previous value as `target_change: -13%`"
_LONGEST = 40  # characters that a message quotes


class Better(Enum):
    """Whether a higher or a lower figure is better."""

    LOWER = "lower"
    HIGHER = "higher"


class Rag(Enum):
    """How far a measure is from its target, or how high a risk is."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@model_record
class Amount:
    """A number with its unit, ``""``, ``%`` or ``£``; ``value`` is None where the figure is not available."""

    value: Decimal | None
    unit: str = ""

    @classmethod
    def parse(cls, text: str) -> Amount:
        """Return the amount that ``2778``, ``88%``, ``£12,000``, ``-13%`` or ``[x]`` gives. Raises ModelError."""
        if text.strip() == NOT_AVAILABLE:
            return cls(None)
        found = written(text.strip())
        if not found:
            fact = f'"{_short(text)}" is not a number' if text.strip() else "a number is empty"
            raise ModelError(Code.NOT_A_NUMBER, fact, _FIGURES)
        if not found.fits(_WHOLE, PLACES):
            hint = f"use at most {_WHOLE} digits before the decimal point and {PLACES} after it"
            raise ModelError(Code.TOO_MANY_DIGITS, f'"{_short(text)}" has too many digits', hint)
        if found.unit == "£%":
            raise ModelError(Code.MIXED_UNITS, f'"{text}" has both £ and %', "give just one of the two signs")
        return cls(found.value, found.unit)


AmountLike: TypeAlias = Amount | Decimal | float | str | None


def to_amount(value: AmountLike) -> Amount | None:
    """Return an amount. ``Amount.parse`` reads a text. A floating point number keeps six decimal places at most."""
    if value is None or isinstance(value, Amount):
        return value
    if isinstance(value, bool):
        raise ModelError(Code.NOT_A_NUMBER, f"{value} is not a number", _FIGURES)
    number = as_written(value) if isinstance(value, float) else value
    return Amount.parse(f"{number:f}" if isinstance(number, Decimal) else str(number))


def _named_for_expressions(_: object, __: Attribute[Any], given: str) -> None:
    if given and not _ID.fullmatch(given):
        hint = "use letters, digits and _, and begin with a letter: domestic_burglary"
        raise ModelError(Code.NOT_AN_ID, f'"{_short(given)}" cannot be the id of a measure', hint, ("id",))


def _better(value: Better | BetterName) -> Better:
    return named(Better, value)


@model_record
class Measure:
    """A number that is monitored: ``current`` compared with ``previous``, ``baseline`` and a target.

    The target is a level (``85%``) or a change from ``previous`` (``-13%``). All levels have one unit. Texts and other
    lists refer to it by its ``id``. ``note`` replaces difference and change.
    """

    name: Markdown
    current: Amount | None = field(default=None, converter=to_amount, metadata=COUNTED)
    previous: Amount | None = field(default=None, converter=to_amount, metadata=COUNTED)
    id: str = field(default="", validator=_named_for_expressions, kw_only=True)
    baseline: Amount | None = field(default=None, converter=to_amount, kw_only=True, metadata=COUNTED)
    target: Amount | None = field(default=None, converter=to_amount, kw_only=True)
    target_change: Amount | None = field(default=None, converter=to_amount, kw_only=True)
    unit: str = field(default="", kw_only=True)
    better: Better = field(default=Better.LOWER, converter=_better, kw_only=True)
    note: Markdown = field(default="", kw_only=True)
    source: Markdown = field(default="", kw_only=True)
    access: Access | None = field(default=None, kw_only=True)

    @unit.validator
    def _known_unit(self, _: Attribute[Any], unit: str) -> None:
        if unit not in _UNITS:
            hint = "use % or £; put what is counted, such as offences, in the name"
            raise ModelError(Code.UNKNOWN_UNIT, f'the unit "{_short(unit)}" is not known', hint, ("unit",))

    def __attrs_post_init__(self) -> None:
        if not self.name.strip():
            raise ModelError(Code.EMPTY_TEXT, "the name of a measure is empty", "say what is measured", ("name",))
        if not (self.levels or self.target_change or self.note):
            hint = f"give it `current`, or `current: {NOT_AVAILABLE}` if the figure is not available"
            raise ModelError(Code.NO_NUMBER, f'the measure "{_short(self.name)}" has no figure', hint)
        self._one_unit()
        self._one_target()

    @property
    def levels(self) -> dict[str, Amount]:
        """The levels that are given, by their names."""
        found = {"current": self.current, "previous": self.previous, "baseline": self.baseline, "target": self.target}
        return {name: amount for name, amount in found.items() if amount}

    @property
    def level_unit(self) -> str:
        """The unit of all levels: ``unit`` or, without it, the sign in the figures."""
        return self.unit or next((amount.unit for amount in self.levels.values() if amount.unit), "")

    def _one_unit(self) -> None:
        levels = [amount.unit for name, amount in self.levels.items() if name != "target" and amount.value is not None]
        if self.target and self.target.unit and not self.unit and levels and not any(levels):
            fact = f"target is written {in_unit(self.target.unit)}, but the other figures are without a unit"
            raise ModelError(Code.MIXED_UNITS, fact, _ONE_UNIT, ("target",))
        for name, amount in self.levels.items():
            written = amount.unit if amount.unit or not self.unit else self.unit
            if amount.value is not None and written != self.level_unit:
                fact = f"{name} is written {in_unit(amount.unit)}, but the measure is {in_unit(self.level_unit)}"
                raise ModelError(Code.MIXED_UNITS, fact, _ONE_UNIT, (name,))

    def _one_target(self) -> None:
        change = self.target_change
        if not change:
            return
        if self.target:
            fact = "the target is both a level and a change"
            raise ModelError(Code.ONE_OF_SEVERAL, fact, "give just one of the two", ("target_change",))
        if change.value is None or change.unit != "%":
            hint = "write it as -13%, or give a level as `target`"
            raise ModelError(Code.WRONG_TARGET, "the target is not a change in percent", hint, ("target_change",))
        if self.level_unit == "%":
            hint = "percent of a percentage is misleading: give the level to reach, `target: 85%`"
            fact = "the target of a measure in percent cannot be a change in percent"
            raise ModelError(Code.WRONG_TARGET, fact, hint, ("target_change",))


TextOrMeasure: TypeAlias = Markdown | Measure
TextsOrMeasures: TypeAlias = list[Any] | tuple[TextOrMeasure, ...]


def texts_or_measures(value: TextsOrMeasures) -> tuple[TextOrMeasure, ...]:
    """Return a list of texts and measures as a tuple. Raises ModelError for an empty text."""
    return worded(items(value, (str, Measure)))


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
    NOTE = "note"


def _field(value: MeasureField | MeasureFieldName) -> MeasureField:
    return named(MeasureField, value)


@model_record
class PerformanceColumn:
    """A column of a performance table. Without a label it has the council's label."""

    field: MeasureField = field(converter=_field, metadata=SHORT_FORM)
    label: Markdown = ""


MeasureOrId: TypeAlias = Measure | str
"""A measure, or the id of one that is defined elsewhere in the document."""


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
    of all measures. A text given for ``period`` is read as in YAML.
    """

    measures: tuple[MeasureItem, ...] = field(converter=_listed, validator=some, metadata=IN_FILE)
    columns: tuple[PerformanceColumn, ...] = field(default=(), converter=_columns, kw_only=True)
    total: Markdown = field(default="", kw_only=True)
    id: str = field(default="", kw_only=True)
    caption: Markdown = field(default="", kw_only=True)
    period: Period | None = field(default=None, converter=to_period, kw_only=True)
    notes: tuple[Markdown, ...] = field(default=(), converter=texts, kw_only=True)
    source: Markdown = field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        grouped = [isinstance(item, MeasureGroup) for item in self.measures]
        if grouped != sorted(grouped):
            place = grouped.index(False, grouped.index(True))
            hint = "put it before the first group, or in its own group"
            raise ModelError(
                Code.GROUP_MISPLACED, "a measure after a group looks like part of the group", hint, ("measures", place)
            )


def in_unit(unit: str) -> str:
    """Return the words for the unit of a number: "in %", "without a unit"."""
    return f"in {unit}" if unit else "without a unit"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
