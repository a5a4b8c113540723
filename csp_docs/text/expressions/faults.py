"""What is wrong with an expression, in words for its author."""

from __future__ import annotations

from csp_docs.errors import Code, CspDocsError, Problem

SYNTAX = 'write a name (council.name), a function (longdate(date)) or words in straight quotation marks ("words")'


class ExpressionError(CspDocsError):
    """An expression cannot be printed. The ``fact`` quotes it, and the ``hint`` says what to do."""

    def __init__(self, code: Code, fact: str, hint: str = "") -> None:
        self.code, self.fact, self.hint = code, fact, hint
        super().__init__([Problem(code, fact, hint)])

    def __str__(self) -> str:
        return self.fact
