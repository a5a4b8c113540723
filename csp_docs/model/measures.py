"""Measures: the numbers that show how a partnership performs.

A measure has the figures and the target. Differences, percentages and ratings are calculated (``csp_docs.measures``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import Enum
from typing import Any, TypeAlias, get_args

from attrs import Attribute, field

from csp_docs.errors import Code
from csp_docs.model.access import Access, grounded
from csp_docs.model.checked import model_record
from csp_docs.model.choices import BetterName, MeasureFieldName, RagName
from csp_docs.model.numbers import PLACES, as_written, written
from csp_docs.model.values import BY_OTHER_NAMES, COUNTED, SHORT_FORM, Markdown, ModelError, items, named, worded, words

NOT_AVAILABLE = "[x]"
"""The symbol for a figure that is not available (GSS, Using symbols in tables, 2021)."""

SIGNS = ("", "%", "£")
"""The units that are written at each figure. Any other unit is a word, which is printed once for the measure."""
_SIGNS_IN_WORDS = {"percent": "%", "per cent": "%", "pounds": "£", "pound": "£"}
_WHOLE = 15
"""The most digits before the decimal point. Decimal's 28 digits are exact enough for their quotients."""
_ID = re.compile(r"[a-z][a-z0-9_]*", re.ASCII | re.IGNORECASE)
_FIGURES = f"write only figures, such as 2778, 2,778, -1.5, 88% or £12,000, or {NOT_AVAILABLE} for not available"
_ONE_UNIT = "write all levels in one unit; write a change from the previous value as `target_change: -13%`"
_OF_COLUMNS = get_args(MeasureFieldName)
_LONGEST = 40  # characters that a message quotes, and of a unit


class Better(Enum):
    """Whether a higher or a lower figure is better."""

    LOWER = "lower"
    HIGHER = "higher"


class Rag(Enum):
    """How far a measure is from its target, or how high a risk is. Blue is complete, and grey has not started."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    BLUE = "blue"
    GREY = "grey"


def _rag(value: Rag | RagName) -> Rag:
    return named(Rag, value)


@model_record
class GivenRating:
    """A rating that somebody sets by hand, and the reason for it."""

    level: Rag = field(converter=_rag, metadata=SHORT_FORM)
    reason: Markdown = ""


def by_hand(value: GivenRating | Rag | RagName | None) -> GivenRating | None:
    """Return a rating by hand; its level alone has no reason."""
    return value if value is None or isinstance(value, GivenRating) else GivenRating(value)


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
class Comparator:
    """What a measure is compared with, such as the force or the most similar group, in this period and the last."""

    current: Amount | None = field(converter=to_amount, metadata=SHORT_FORM)
    previous: Amount | None = field(default=None, converter=to_amount)


NamedFigures: TypeAlias = Mapping[str, AmountLike]
NamedComparators: TypeAlias = Mapping[str, Comparator | AmountLike]


def _by_name(value: Mapping[str, Any], made: Callable[[Any], Any]) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise ModelError(Code.WRONG_TYPE, "this is not names with figures", "write `name: 12` for each")
    found = {}
    for name, figure in value.items():
        try:
            found[name] = made(figure)
        except ModelError as error:
            raise ModelError(error.code, error.fact, error.hint, (name, *error.at)) from None
    return found


def _periods(value: NamedFigures) -> dict[str, Amount]:
    return _by_name(value, lambda figure: to_amount(figure) or Amount(None))


def _comparators(value: NamedComparators) -> dict[str, Comparator]:
    return _by_name(value, lambda found: found if isinstance(found, Comparator) else Comparator(found))


@model_record
class Measure:
    """A number that is monitored: ``current`` compared with ``previous``, ``baseline`` and a target.

    The target is a level (``85%``) or a change from ``previous`` (``-13%``). All levels have one unit. Texts and other
    lists refer to it by its ``id``. ``note`` replaces difference and change.

    ``periods`` has the figures of any number of periods, the oldest first; without ``current``, the last two are
    ``current`` and ``previous``. ``comparators`` has what it is compared with, ``own`` the words of further columns,
    both by the names of their columns. ``rag`` is a rating that is set by hand; ``missing`` says why figures are.
    """

    name: Markdown
    current: Amount | None = field(default=None, converter=to_amount, metadata=COUNTED)
    previous: Amount | None = field(default=None, converter=to_amount, metadata=COUNTED)
    id: str = field(default="", validator=_named_for_expressions, kw_only=True)
    baseline: Amount | None = field(default=None, converter=to_amount, kw_only=True, metadata=COUNTED)
    target: Amount | None = field(default=None, converter=to_amount, kw_only=True)
    target_change: Amount | None = field(default=None, converter=to_amount, kw_only=True)
    periods: dict[str, Amount] = field(factory=dict, converter=_periods, kw_only=True, metadata=BY_OTHER_NAMES)
    comparators: dict[str, Comparator] = field(factory=dict, converter=_comparators, kw_only=True)
    own: dict[str, Markdown] = field(factory=dict, converter=words, kw_only=True)
    unit: str = field(default="", kw_only=True)
    better: Better = field(default=Better.LOWER, converter=_better, kw_only=True)
    rag: GivenRating | None = field(default=None, converter=by_hand, kw_only=True)
    missing: Markdown = field(default="", kw_only=True)
    note: Markdown = field(default="", kw_only=True)
    source: Markdown = field(default="", kw_only=True)
    access: Access | None = field(default=None, kw_only=True, validator=grounded)

    @unit.validator
    def _known_unit(self, _: Attribute[Any], unit: str) -> None:
        if sign := _SIGNS_IN_WORDS.get(unit.strip().lower()):
            hint = f'write "{sign}", which is printed at each figure'
            raise ModelError(Code.UNKNOWN_UNIT, f'the unit "{_short(unit)}" has a sign', hint, ("unit",))
        if len(unit) > _LONGEST or "\n" in unit or (unit and not unit.strip()):
            hint = "write a word or a few, such as incidents, days or per 1,000"
            raise ModelError(Code.UNKNOWN_UNIT, f'the unit "{_short(unit)}" is not short words', hint, ("unit",))

    def __attrs_post_init__(self) -> None:
        if not self.name.strip():
            raise ModelError(Code.EMPTY_TEXT, "the name of a measure is empty", "say what is measured", ("name",))
        if not (self.levels or self.target_change or self.note or self.rag):
            hint = f"give it `current`, or `current: {NOT_AVAILABLE}` if the figure is not available"
            raise ModelError(Code.NO_NUMBER, f'the measure "{_short(self.name)}" has no figure', hint)
        self._other_names()
        self._one_unit()
        self._one_target()
        if self.missing and all(amount.value is not None for amount in self._figures.values()):
            fact = f'the measure "{_short(self.name)}" says why a figure is missing, but none is'
            raise ModelError(Code.NOTHING_MISSING, fact, f"give the figure as {NOT_AVAILABLE}", ("missing",))

    @property
    def given_levels(self) -> dict[str, Amount]:
        """The levels that are given, by their names."""
        found = {"current": self.current, "previous": self.previous, "baseline": self.baseline, "target": self.target}
        return {name: amount for name, amount in found.items() if amount}

    @property
    def levels(self) -> dict[str, Amount]:
        """The levels by their names; without ``current``, the last two periods are ``current`` and ``previous``."""
        last = () if self.current else (*self.periods.values(),)[-2:]
        return {**dict(zip(("previous", "current")[-len(last) :], last, strict=False)), **self.given_levels}

    @property
    def level_unit(self) -> str:
        """The unit of all levels: ``unit`` or, without it, the sign in the figures."""
        return self.unit or next((amount.unit for amount in self._figures.values() if amount.unit), "")

    @property
    def sign(self) -> str:
        """The unit that is printed at each figure: ``%``, ``£``, or none."""
        return self.level_unit if self.level_unit in SIGNS else ""

    @property
    def _figures(self) -> dict[tuple[str, ...], Amount]:
        """All figures that are given, by where they are."""
        found: dict[tuple[str, ...], Amount | None] = {(name,): level for name, level in self.given_levels.items()}
        found |= {("periods", name): amount for name, amount in self.periods.items()}
        for name, other in self.comparators.items():
            found |= {("comparators", name): other.current, ("comparators", name, "previous"): other.previous}
        return {at: amount for at, amount in found.items() if amount}

    def _other_names(self) -> None:
        """Refuse a name that two columns would have."""
        names = [(key, name) for key in ("periods", "comparators", "own") for name in getattr(self, key)]
        seen = set(_OF_COLUMNS)
        for at in names:
            if at[1] in seen:
                hint = "give each column a name of its own"
                raise ModelError(Code.GIVEN_TWICE, f'"{_short(at[1])}" is the name of another column too', hint, at)
            seen.add(at[1])

    def _one_unit(self) -> None:
        given = self._figures
        levels = [amount.unit for at, amount in given.items() if at != ("target",) and amount.value is not None]
        if self.target and self.target.unit and not self.unit and levels and not any(levels):
            fact = f"target is written {in_unit(self.target.unit)}, but the other figures are without a unit"
            raise ModelError(Code.MIXED_UNITS, fact, _ONE_UNIT, ("target",))
        for at, amount in given.items():
            written = amount.unit if amount.unit or not self.unit else self.unit
            if amount.value is not None and written != self.level_unit:
                fact = f"{at[-1]} is written {in_unit(amount.unit)}, but the measure is {in_unit(self.level_unit)}"
                raise ModelError(Code.MIXED_UNITS, fact, _ONE_UNIT, at)

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


MeasureOrId: TypeAlias = Measure | str
"""A measure, or the id of one that is defined elsewhere in the document."""


def in_unit(unit: str) -> str:
    """Return the words for the unit of a number: "in %", "without a unit"."""
    return f"in {unit}" if unit else "without a unit"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
