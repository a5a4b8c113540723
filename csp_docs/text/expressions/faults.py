"""What is wrong with an expression, in the author's words."""

from __future__ import annotations

SYNTAX = 'write a name (council.name), a function (longdate(date)) or words in straight quotation marks ("words")'


class ExpressionError(ValueError):
    """An expression cannot be printed: the ``fact`` quotes it, the ``hint`` says what to do."""

    def __init__(self, fact: str, hint: str = "") -> None:
        super().__init__(fact)
        self.fact = fact
        self.hint = hint
