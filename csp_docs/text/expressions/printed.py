"""The value of an expression as it is printed: words, a reference, a date or a number."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypeGuard

from csp_docs.blocks import Inline, Inlines
from csp_docs.errors import Code, listed
from csp_docs.model.dates import Day
from csp_docs.text import reckoning
from csp_docs.text.expressions.faults import ExpressionError
from csp_docs.text.expressions.parts import parts_of
from csp_docs.text.expressions.scope import Scope, Value

_LONGEST_RESULT = 10_000


def printed(result: object, scope: Scope, *, divides: bool = False) -> Value:
    """Return a result as it is printed: plain text, numbers and dates, and figures as in tables.

    A date is printed as the council prints it, if the scope has a function for that, and otherwise as in ISO 8601.
    """
    longdate = scope.functions.get("longdate")
    return _value(longdate(result) if longdate and isinstance(result, Day) else result, divides=divides)


def no_value(fact: str = "it has no value") -> ExpressionError:
    """Return the error for an expression that prints nothing."""
    return ExpressionError(Code.EXPRESSION_WITHOUT_VALUE, fact, "give it one, or leave the expression out")


def _value(result: object, *, divides: bool) -> Value:
    if result is None or isinstance(result, reckoning.Missing):
        raise no_value(*([str(result)] if isinstance(result, reckoning.Missing) else []))
    if isinstance(result, Inline) or _is_words(result):
        return result
    if isinstance(result, str | date):
        return _text(str(result))
    if isinstance(result, bool) or not isinstance(result, int | float | Decimal):
        hint = f"name one of its parts: {listed(parts_of(result))}" if parts_of(result) else ""
        raise ExpressionError(Code.NOT_PRINTABLE, "its value is not text or a number", hint)
    return _text(reckoning.printed(result, quotient=divides))


def _is_words(result: object) -> TypeGuard[Inlines]:
    return isinstance(result, tuple) and bool(result) and all(isinstance(part, Inline) for part in result)


def _text(text: str) -> str:
    if not text.strip():
        raise no_value()
    if len(text) > _LONGEST_RESULT:
        raise ExpressionError(
            Code.TEXT_TOO_LONG,
            f"its value has more than {_LONGEST_RESULT:,} characters",
            "print less with one expression",
        )
    return text
