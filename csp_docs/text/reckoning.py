"""The signs +, - and / of expressions: exact to 28 digits, with errors in words for the author."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeAlias

from attrs import frozen

from csp_docs.errors import Code
from csp_docs.measures.amounts import amount
from csp_docs.measures.rounding import is_whole, rounded
from csp_docs.model.values import ModelError, shown

Number: TypeAlias = int | Decimal


@frozen
class Missing:
    """A figure that cannot be calculated because another one is not given. In conditions it is false."""

    why: str

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        return self.why


class CalendarYear(int):
    """The year of a date. It is printed without a comma, and so is a year some years before or after it."""


_COUNTS = "calculate with counts; percentages and pounds are printed words: {{ measures.….difference }} compares them"
_LARGEST = 10**20


def printed(value: float | Decimal, *, quotient: bool) -> str:
    """Return a number as it is printed, with a true minus; a ``quotient`` has two decimal places at most.

    Counts and all that is calculated have commas. Years and the numbers that an expression itself writes have none.
    """
    if isinstance(value, Decimal):
        return amount(_rounded(value) if quotient else value)
    return str(value).replace("-", "−", 1)


def _plus(left: object, right: object) -> Number | str:
    """Return a sum; two texts are joined. Raises ModelError."""
    if isinstance(left, str) and isinstance(right, str):
        return left + right
    return _in_years(left, right, _number(left) + _number(right))


def _minus(left: object, right: object) -> Number:
    """Return a difference. Raises ModelError."""
    return _in_years(left, right, _number(left) - _number(right))


def _divided(left: object, right: object) -> Decimal:
    """Return a quotient. Raises ModelError."""
    whole, parts = _number(left), _number(right)
    if not parts:
        raise ModelError(
            Code.CANNOT_CALCULATE, "it divides by 0", 'print words in that case: {{ a / b if b else "n/a" }}'
        )
    return whole / parts


def _negative(value: object) -> Decimal:
    """Return a number with the opposite sign. Raises ModelError."""
    return -_number(value)


def _rounded(value: Decimal) -> Decimal:
    """Return a number with two decimal places at most, rounded half away from zero, without zeros at the end."""
    if abs(value) >= _LARGEST:
        return value
    kept = rounded(value, 2)
    return kept.to_integral_value() if is_whole(kept) else kept.normalize()


def _in_years(left: object, right: object, result: Decimal) -> Number:
    """Return a sum or difference of which one part is a year as a year."""
    return CalendarYear(result) if isinstance(left, CalendarYear) is not isinstance(right, CalendarYear) else result


def _number(value: object) -> Decimal:
    match value:
        case int() | Decimal():
            return Decimal(value)
        case float():
            return Decimal(str(value))
        case Missing():
            raise ModelError(Code.EXPRESSION_WITHOUT_VALUE, value.why, "give it, or leave the expression out")
        case None:
            raise ModelError(
                Code.EXPRESSION_WITHOUT_VALUE, "a part of it has no value", "give it one, or leave the expression out"
            )
    raise ModelError(Code.CANNOT_CALCULATE, f"{shown(value)} is not a count", _COUNTS)


BINARY: dict[str, Callable[[Any, Any], Any]] = {"+": _plus, "-": _minus, "/": _divided}
UNARY: dict[str, Callable[[Any], Any]] = {"-": _negative}
