"""Cuts expressions out of a text before Markdown reads it, and puts their values into the slots afterwards.

So neither marks inside an expression nor values are read as Markdown: a council's name may have ``*`` or ``[`` in it.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from itertools import count
from typing import TypeVar

from attrs import frozen

from csp_docs.errors import Code
from csp_docs.text.expressions import LONGEST, Expression, split
from csp_docs.text.expressions.faults import ExpressionError

_PRIVATE = ord("\U000f0000")
"""Here begin Unicode's last private use areas, with more characters than one text may have: one is always free."""

_Filling = TypeVar("_Filling")


@frozen
class Slots:
    """A ``text`` ready for Markdown, where expression 2 is written ``mark 2 mark`` without the spaces."""

    text: str
    mark: str
    expressions: tuple[Expression, ...]

    def written(self, text: str) -> str:
        """Return a piece of the text as its author wrote it."""
        return "".join(map(str, self.filled(text, self.expressions)))

    def filled(self, text: str, values: Sequence[_Filling]) -> Iterator[str | _Filling]:
        """Yield the parts of a piece of the text in order; for an expression, its value in ``values``."""
        for position, part in enumerate(text.split(self.mark)):
            yield values[int(part)] if position % 2 else part


def cut(text: str) -> Slots:
    """Return ``text`` with its expressions cut out. Raises ExpressionError if one has no end or it is too long."""
    if len(text) > LONGEST:
        fact = f"the text has {len(text):,} characters; the most is {LONGEST:,}"
        raise ExpressionError(Code.TEXT_TOO_LONG, fact, "divide it into several texts")
    parts = split(text)
    mark = _free(text)
    expressions = tuple(part for part in parts if isinstance(part, Expression))
    numbers = iter(range(len(expressions)))
    written = (f"{mark}{next(numbers)}{mark}" if isinstance(part, Expression) else part for part in parts)
    return Slots("".join(written), mark, expressions)


def _free(text: str) -> str:
    """Return a private use character that is not in the text, and not in one of its entities (``&#xE000;``)."""
    taken = text + html.unescape(text)
    return next(mark for mark in map(chr, count(_PRIVATE)) if mark not in taken)
