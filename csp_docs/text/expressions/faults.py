"""What is wrong with an expression, in words for its author."""

from __future__ import annotations

import re

from csp_docs.errors import Code, CspDocsError, Problem

SYNTAX = 'write a name (council.name), a function (longdate(date)) or words in straight quotation marks ("words")'


class ExpressionError(CspDocsError):
    """An expression cannot be printed. The ``fact`` quotes it, and the ``hint`` says what to do."""

    def __init__(self, code: Code, fact: str, hint: str = "") -> None:
        self.code, self.fact, self.hint = code, fact, hint
        super().__init__([Problem(code, fact, hint)])

    def __str__(self) -> str:
        return self.fact


_TEXTS = re.compile(r"""(['"]).*?\1""", re.DOTALL)
_THOUSANDS = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\w|,\d)", re.ASCII)


def with_commas(source: str) -> str:
    """Return the first number of an expression that may be written with commas, which separate values; or ""."""
    found = _THOUSANDS.search(_TEXTS.sub("", source))
    return found[0] if found else ""


def split_by_comma(number: str) -> ExpressionError:
    """Return the error for a number that is written with commas."""
    hint = f"commas separate values: write {number.replace(',', '')}, which is printed with its comma"
    return ExpressionError(Code.CANNOT_CALCULATE, f'the number "{number}" is split by its comma', hint)
