"""Confidence intervals of charts: a lower and an upper limit for each number of a series."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TypeAlias

from csp_docs.errors import Code, did_you_mean
from csp_docs.model.measures import NOT_AVAILABLE, Amount, AmountLike, to_amount
from csp_docs.model.values import ModelError

Limits: TypeAlias = Mapping[str, tuple[Amount, ...]]
SIDES = "lower", "upper"
_LOWEST, _HIGHEST = 50, 100
_BOTH = "give a lower and an upper limit for each number, and [x] for both where there is none"


def confidence(value: AmountLike) -> Amount | None:
    """Return the level of confidence intervals, which is a percentage. Raises ModelError."""
    level = to_amount(value)
    if level and (level.value is None or level.unit == "£" or not _LOWEST <= level.value < _HIGHEST):
        given = NOT_AVAILABLE if level.value is None else f"{level.value}"
        hint = f"write it as a percentage from {_LOWEST}% on, such as 95%"
        raise ModelError(Code.OUT_OF_RANGE, f"the confidence of a chart cannot be {given}", hint)
    return level


def check_limits(lower: Limits, upper: Limits, series: Limits, level: Amount | None) -> None:
    """Refuse limits without a partner, a series or a level, and those that do not hold their number. Raises ModelError.

    ``lower`` and ``upper`` have as many numbers as their series.
    """
    for side, limits, others in (("lower", lower, upper), ("upper", upper, lower)):
        for name in limits:
            if name not in series:
                fact, hint = (
                    f'"{name}" has {side} limits, but is not a series',
                    did_you_mean(name, series, "its series"),
                )
                raise ModelError(Code.NOT_IN_CHART, fact, hint, (side, name))
            if name not in others:
                other = "upper" if side == "lower" else "lower"
                fact = f'the series "{name}" has {side} limits, but no {other} ones'
                raise ModelError(
                    Code.WRONG_LIMITS, fact, f"give both, `lower` and `upper`, or leave out `{side}`", (side, name)
                )
    for name in lower:
        _check_numbers(name, lower[name], series[name], upper[name])
    if bool(lower) is not (level is not None):
        _wants_the_other(bool(lower))


def _wants_the_other(has_limits: bool) -> None:
    if has_limits:
        fact, hint = "a chart has limits, but not their confidence", "say how sure they are: `confidence: 95%`"
        raise ModelError(Code.WRONG_LIMITS, fact, hint, ("lower",))
    fact = "a chart has a confidence, but no limits"
    raise ModelError(Code.WRONG_LIMITS, fact, "give `lower` and `upper`, or leave it out", ("confidence",))


def _check_numbers(name: str, lower: tuple[Amount, ...], values: tuple[Amount, ...], upper: tuple[Amount, ...]) -> None:
    for position, (low, amount, high) in enumerate(zip(lower, values, upper, strict=True)):
        if (low.value is None) is not (high.value is None):
            side = "lower" if low.value is None else "upper"
            fact = f'the series "{name}" has just one limit of {_printed(amount)}'
            raise ModelError(Code.WRONG_LIMITS, fact, _BOTH, (side, name, position))
        if low.value is None or high.value is None:
            continue
        if amount.value is None:
            fact = f'the series "{name}" has limits of a number that is missing'
            raise ModelError(Code.WRONG_LIMITS, fact, "write [x] for its limits too", ("lower", name, position))
        _check_order(name, position, low.value, amount.value, high.value)


def _check_order(name: str, position: int, low: Decimal, value: Decimal, high: Decimal) -> None:
    for side, limit, wrong, than in (("lower", low, low > value, "above"), ("upper", high, high < value, "below")):
        if wrong:
            fact = f'the {side} limit of "{name}" is {limit}, {than} its number, {value}'
            hint = "correct one of them: a number is between its limits"
            raise ModelError(Code.WRONG_LIMITS, fact, hint, (side, name, position))


def _printed(amount: Amount) -> str:
    return "a missing number" if amount.value is None else str(amount.value)
