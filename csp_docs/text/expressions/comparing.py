"""The comparisons of expressions: by value, and an error if two values are of kinds that cannot be compared.

The values of files are texts, and to Python no text is equal to a number, so Python's own comparisons would be false.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, TypeAlias

from jinja2 import Undefined

from csp_docs.errors import Code, did_you_mean
from csp_docs.model.dates import Month, Year, to_day
from csp_docs.model.numbers import written
from csp_docs.model.values import ModelError, shown
from csp_docs.text.reckoning import Missing

_HINT = (
    'compare counts with counts, percentages with percentages ("88%"), and words with words; '
    "< and > need numbers or dates"
)
_MARKS = ("[x]", "[u]")
"""The texts that are printed in place of a count: no number is equal to them."""
_SIGNS: dict[str, Callable[[Any, Any], bool]] = {
    "eq": operator.eq, "ne": operator.ne,
    "gt": operator.gt, "gteq": operator.ge, "lt": operator.lt, "lteq": operator.le,
}  # fmt: skip
_EQUAL = ("eq", "ne")
_Pair: TypeAlias = tuple[Any, Any]


def compared(first: object, *others: tuple[str, object]) -> bool:
    """Return whether comparisons in a row are true. ``others`` are signs as Jinja2 names them, each with a value.

    Raises ModelError.
    """
    values = [first, *(value for _, value in others)]
    found = [_holds(left, sign, right) for left, (sign, right) in zip(values, others, strict=False)]  # all are checked
    return all(found)


def _holds(left: object, sign: str, right: object) -> bool:
    for value in (left, right):
        _refuse_missing(value)
    if sign in ("in", "notin"):
        return _contains(right, left) is (sign == "in")
    one, other = _alike(left, right)
    if isinstance(one, str) and sign not in _EQUAL:
        raise _unlike(left, right)
    try:
        return _SIGNS[sign](one, other)
    except TypeError:
        raise _unlike(left, right) from None


def _contains(whole: object, part: object) -> bool:
    match whole:
        case str() | Mapping() if isinstance(part, str):
            return part in whole
        case tuple() | list():
            return any(_holds(one, "eq", part) for one in whole)
    raise _unlike(part, whole)


def _alike(left: object, right: object) -> _Pair:
    """Return two values as values of one kind. A text is read as what the other value is."""
    match left, right:
        case str(), str():
            return _texts(left, right)
        case str(), _:
            other, one = _read(right, left)
            return one, other
        case _, str():
            return _read(left, right)
        case (bool(), bool()):
            return left, right
        case (int() | float() | Decimal(), int() | float() | Decimal()) if bool not in (type(left), type(right)):
            return _exact(left), _exact(right)
        case Year(), int():
            return left.year, right
        case int(), Year():
            return left, right.year
        case date(), date():
            return left, right
    if type(left) is not type(right):
        raise _unlike(left, right)
    return left, right


def _texts(left: str, right: str) -> _Pair:
    """Return two texts; two that are numbers with the same sign are compared as numbers."""
    one, other = written(left.strip()), written(right.strip())
    if one and other and one.unit == other.unit:
        return one.value, other.value
    if one and other:
        raise _unlike(left, right)
    return left, right


def _read(value: object, text: str) -> _Pair:
    """Return ``value``, which is not a text, and ``text`` as a value of its kind."""
    match value:
        case bool():
            raise _unlike(value, text)
        case int() | float() | Decimal():
            found = written(text.strip())
            if text in _MARKS:
                return value, text
            if not found or found.unit:
                raise _unlike(value, text)
            return _exact(value), found.value
        case Enum():
            names = [str(one.value) for one in type(value)]
            if text not in names:
                fact = f'"{text}" is not one of the values that it is compared with'
                raise ModelError(Code.CANNOT_CALCULATE, fact, did_you_mean(text, names, "values"))
            return value.value, text
        case date() | Month() | Year():
            day = to_day(text)
            if isinstance(value, type(day)):
                return value, day
    raise _unlike(value, text)


def _exact(number: float | Decimal) -> Decimal:
    """Return a number by the digits that it is written with: the 0.1 of an expression is not a binary fraction."""
    return Decimal(str(number)) if isinstance(number, float) else Decimal(number)


def _refuse_missing(value: object) -> None:
    if value is None or isinstance(value, Undefined | Missing):
        fact = str(value) if isinstance(value, Missing) else "a part of it has no value"
        raise ModelError(Code.EXPRESSION_WITHOUT_VALUE, fact, "give it one, or leave the expression out")


def _unlike(left: object, right: object) -> ModelError:
    fact = f"{_named(left)} cannot be compared with {_named(right)}"
    return ModelError(Code.CANNOT_CALCULATE, fact, _HINT)


def _named(value: object) -> str:
    match value:
        case bool():
            return "an answer, yes or no,"
        case int() | float() | Decimal():
            return f"the number {value}"
        case date() | Month() | Year():
            return "a date"
        case tuple() | list():
            return "several values"
    return shown(value)
