"""What is wrong with an expression, in words for its author."""

from __future__ import annotations

from csp_docs.errors import Code

SYNTAX = 'write a name (council.name), a function (longdate(date)) or words in straight quotation marks ("words")'


class ExpressionError(ValueError):
    """An expression cannot be printed. The ``fact`` quotes it, and the ``hint`` says what to do."""

    def __init__(self, code: Code, fact: str, hint: str = "") -> None:
        super().__init__(code, fact, hint)
        self.code, self.fact, self.hint = code, fact, hint

    def __str__(self) -> str:
        return self.fact
